//! Stretches of a sentence between two marks, never cut inside quotation marks
//! or brackets.

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
    ByteRange::new(trimmed.start.0, trimmed.start.0 + kept.len())
}

/// The outermost pairs of quotation marks and brackets in `words`, marks
/// included. One that is never closed encloses nothing.
pub(in crate::split) fn enclosures(words: &str) -> Vec<ByteRange> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs: Vec<ByteRange> = Vec::new();
    for (at, c) in words.char_indices() {
        if let Some(depth) = open.iter().rposition(|it| it.1 == c) {
            let start = open[depth].0;
            open.truncate(depth);
            while pairs.last().is_some_and(|it| it.start.0 > start) {
                pairs.pop();
            }
            pairs.push(ByteRange::new(start, at + c.len_utf8()));
        } else if let Some(closing) = closing(c)
            && open.len() < DEEPEST
        {
            open.push((at, closing));
        }
    }
    pairs
}

/// Whether the byte at `place` stands inside one of `pairs`, which are in order.
pub(in crate::split) fn encloses(pairs: &[ByteRange], place: usize) -> bool {
    let past = pairs.partition_point(|it| it.start.0 < place);
    past > 0 && place < pairs[past - 1].end.0
}

/// Whether a passage of some length stands in quotation marks in `range`: a
/// name or a single word in marks is no quotation.
pub(super) fn is_quoted(text: &str, range: ByteRange) -> bool {
    let words = range.of(text);
    enclosures(words).iter().any(|it| {
        let inside = it.of(words);
        let quoted = inside.starts_with(['"', '“', '「', '『', '«', '„']);
        quoted && inside.len() >= SHORTEST_QUOTED_BYTES
    })
}

/// About eight Han characters, or four English words, marks included.
const SHORTEST_QUOTED_BYTES: usize = 26;

/// More pairs inside each other than this are no prose; keeps the search linear.
const DEEPEST: usize = 8;

const fn closing(c: char) -> Option<char> {
    Some(match c {
        '「' => '」',
        '『' => '』',
        '“' => '”',
        '《' => '》',
        '〈' => '〉',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '[' => ']',
        '«' => '»',
        '„' => '“',
        '"' => '"',
        _ => return None,
    })
}
