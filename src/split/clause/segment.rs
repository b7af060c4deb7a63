//! Stretches of a sentence between two marks, never cut inside quotation marks
//! or brackets.

use crate::split::enclosure::enclosures;
use crate::text::ByteRange;

/// What stands after a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// The end of a sentence, or a space where the language has none.
    Stop,
}

/// A stretch between two marks, without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) range: ByteRange,
    pub(super) mark: Mark,
}

/// The segments of `sentence`, in order, none empty.
pub(super) fn segments(text: &str, sentence: ByteRange, unspaced: bool) -> Vec<Segment> {
    let words = sentence.of(text);
    let offset = sentence.start.0;
    let enclosed = enclosures(words);
    let mut enclosed = enclosed.iter().peekable();
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = '\0';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(pair) = enclosed.next_if(|it| it.start.0 <= at) {
            while let Some((_, skipped)) = chars.next_if(|it| it.0 < pair.end.0) {
                before = skipped;
            }
            continue;
        }
        if c.is_ascii_alphanumeric() || matches!(c, '\u{4E00}'..='\u{9FFF}') {
            before = c;
            continue;
        }
        let after = chars.peek().map(|it| it.1);
        if let Some(mark) = mark(before, c, after, unspaced) {
            push(text, offset + start..offset + at, mark, &mut found);
            start = at + c.len_utf8();
        }
        before = c;
    }
    push(
        text,
        offset + start..offset + words.len(),
        Mark::Stop,
        &mut found,
    );
    found
}

fn mark(before: char, c: char, after: Option<char>, unspaced: bool) -> Option<Mark> {
    let digits = before.is_ascii_digit() && after.is_some_and(|it| it.is_ascii_digit());
    match c {
        ',' | '，' if !digits => Some(Mark::Comma),
        ':' | '：' if !digits => Some(Mark::Colon),
        ';' | '；' => Some(Mark::Semicolon),
        '—' | '─' | '–' => Some(Mark::Dash),
        '。' | '！' | '？' | '…' => Some(Mark::Stop),
        '!' | '?' if unspaced => Some(Mark::Stop),
        // A space between two characters that are written without one divides
        // lines which the file has run together.
        ' ' | '　' | '\u{a0}'
            if unspaced && is_unspaced(before) && after.is_some_and(is_unspaced) =>
        {
            Some(Mark::Stop)
        }
        _ => None,
    }
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '”' | '\u{20000}'..='\u{3FFFF}')
}

fn push(text: &str, range: std::ops::Range<usize>, mark: Mark, found: &mut Vec<Segment>) {
    let range = without_closing_mark(text, range.into());
    if range.is_empty() {
        // Two marks in a row: the stronger one counts (`!——`).
        if let (Some(last), Mark::Stop) = (found.last_mut(), mark) {
            last.mark = mark;
        }
    } else {
        found.push(Segment { range, mark });
    }
}

/// `range` without white space at its ends and closing marks after its last word.
pub(in crate::split) fn without_closing_mark(text: &str, range: ByteRange) -> ByteRange {
    let trimmed = range.trimmed(text);
    let words = trimmed.of(text);
    let kept = words.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | '。'
                    | '!'
                    | '！'
                    | '?'
                    | '？'
                    | ','
                    | '，'
                    | ';'
                    | '；'
                    | ':'
                    | '：'
                    | '、'
                    | '…'
                    | '—'
                    | '–'
                    | '─'
                    | '-'
            )
    });
    let bare = kept.trim_start_matches(is_opening_mark);
    // "-5 %" keeps its sign.
    let opening = &kept[..kept.len() - bare.len()];
    let signed = opening.ends_with('-') && bare.starts_with(|c: char| c.is_ascii_digit());
    let bare = if signed {
        &kept[opening.len() - 1..]
    } else {
        bare.trim_start()
    };
    let start = trimmed.start.0 + kept.len() - bare.len();
    let range = ByteRange::new(start, start + bare.len());
    if bare.starts_with(['(', '（'])
        && enclosures(bare)
            .first()
            .is_some_and(|it| it.len() == bare.len())
    {
        // A sentence that stands in brackets as a whole.
        let opening = bare.chars().next().map_or(0, char::len_utf8);
        let closing = bare.chars().next_back().map_or(0, char::len_utf8);
        return without_closing_mark(text, ByteRange::new(start + opening, range.end.0 - closing));
    }
    range
}

/// Bullets, and marks that a cut has left at a beginning.
fn is_opening_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '–'
                | '—'
                | '─'
                | '•'
                | '*'
                | '·'
                | '●'
                | '■'
                | '◆'
                | '▲'
                | '►'
                | '‣'
                | ','
                | '，'
                | '。'
                | '、'
                | ';'
                | '；'
                | ':'
                | '：'
                | '.'
                | '!'
                | '?'
                | '！'
                | '？'
        )
}
