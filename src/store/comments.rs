//! Lines that no YAML parser tells of: dashes, comments, blank lines.

/// The dash that makes the value at `start` an item; only blanks and comments
/// stand between them, and nothing before `floor`.
pub(super) fn dash_before(text: &str, floor: usize, start: usize) -> Option<usize> {
    let mut line_end = start;
    loop {
        let line_start = text[floor..line_end]
            .rfind('\n')
            .map_or(floor, |it| floor + it + 1);
        let line = &text[line_start..line_end];
        let words = line.trim_start_matches([' ', '\t', '\r']);
        if words.starts_with('-') {
            return Some(line_end - words.len());
        }
        if !(words.is_empty() || words.starts_with('#')) || line_start <= floor {
            return None;
        }
        line_end = line_start - 1;
    }
}

/// The start of the first comment line above `line_start` such that only blank
/// lines and comments, none further in than `column`, stand between them.
/// Without one, `line_start` itself.
pub(super) fn comments_above(text: &str, floor: usize, line_start: usize, column: usize) -> usize {
    let mut boundary = line_start;
    let mut below = line_start;
    while below > floor {
        // The last line of a file may lack its line break.
        let above_break = text[floor..below]
            .strip_suffix('\n')
            .unwrap_or(&text[floor..below]);
        let above = above_break.rfind('\n').map_or(floor, |it| floor + it + 1);
        if above <= floor && floor > 0 && !text[..floor].ends_with('\n') {
            break;
        }
        let line = &text[above..below];
        let words = line.trim_start_matches([' ', '\t']);
        if words.starts_with('#') && line.len() - words.len() <= column {
            boundary = above;
        } else if !words.trim().is_empty() {
            break;
        }
        below = above;
    }
    boundary
}

/// The start of the line in which something other than blanks and comments
/// stands next after `from`, the end where nothing does.
pub(super) fn next_content(text: &str, from: usize) -> usize {
    let mut line_start = if text[..from].ends_with('\n') {
        from
    } else {
        memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |it| from + it + 1)
    };
    while line_start < text.len() {
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[line_start..])
            .map_or(text.len(), |it| line_start + it + 1);
        let words = text[line_start..line_end].trim();
        if !words.is_empty() && !words.starts_with('#') {
            return line_start;
        }
        line_start = line_end;
    }
    text.len()
}
