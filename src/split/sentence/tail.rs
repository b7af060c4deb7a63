//! What stands behind a full stop and still belongs to the sentence before it.

/// Bytes of the longest note or source that goes with the sentence before it.
const TAIL_BYTES: usize = 180;

/// Bytes of `rest` that belong to the sentence just ended: ASCII quotes typed as
/// two apostrophes, footnote marks ("[12]"), a face made of marks, and after a
/// Chinese full stop a source in parentheses.
pub(super) fn tail_bytes(rest: &str, ends_alone: bool) -> usize {
    let mut tail = if rest.starts_with("''") { 2 } else { 0 };
    loop {
        let left = &rest[tail..];
        let mark = left.trim_start_matches(' ');
        let spaces = left.len() - mark.len();
        if let Some(length) = footnote_bytes(mark).or_else(|| emoticon_bytes(mark)) {
            tail += spaces + length;
            continue;
        }
        let source = ends_alone && spaces == 0 && tail == 0;
        return tail + if source { source_bytes(mark) } else { 0 };
    }
}

/// What an encyclopedia's editors write where a source is missing.
const NEEDED: &[&str] = &[
    "citation needed]",
    "better source needed]",
    "clarification needed]",
];

/// Bytes of a footnote mark at the start of `words`: "[3]", "[3]:51".
fn footnote_bytes(words: &str) -> Option<usize> {
    let digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let inner = words.strip_prefix('[')?;
    if let Some(end) = NEEDED.iter().find(|it| inner.starts_with(**it)) {
        return Some(1 + end.len());
    }
    let number = digits(inner);
    let after = inner[number..].strip_prefix(']').filter(|_| number > 0)?;
    let page = after.strip_prefix(':').map_or(0, digits);
    Some(number + 2 + if page > 0 { page + 1 } else { 0 })
}

/// Faces made of marks.
const EMOTICONS: &[&str] = &[
    ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", "=)", "=D", ":'(", ":]",
    "<3", "^^", "^_^", "XD", "xD",
];

/// Bytes of a face at the start of `words`, with nothing behind it but space.
pub(super) fn emoticon_bytes(words: &str) -> Option<usize> {
    let first = words.as_bytes().first()?;
    if !matches!(first, b':' | b';' | b'=' | b'<' | b'^' | b'X' | b'x') {
        return None;
    }
    let face = EMOTICONS.iter().find(|face| {
        words
            .strip_prefix(**face)
            .is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
    })?;
    Some(face.len())
}

/// Bytes of a short parenthesis without a sentence in it at the start of `words`.
fn source_bytes(words: &str) -> usize {
    if !words.starts_with(['(', '（']) {
        return 0;
    }
    let near = &words[..words.floor_char_boundary(TAIL_BYTES)];
    match near.find([')', '）', '。', '！', '？']) {
        Some(end) if near[end..].starts_with([')', '）']) => {
            end + near[end..].chars().next().map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}
