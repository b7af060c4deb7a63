//! Pairs of quotation marks and brackets, and what stands inside them.

use crate::text::ByteRange;

/// The outermost pairs of quotation marks and brackets in `words`, marks
/// included. One that is never closed encloses nothing.
pub(super) fn enclosures(words: &str) -> Vec<ByteRange> {
    let mut pairs: Vec<ByteRange> = Vec::new();
    // Most stretches hold no mark at all, which their bytes tell fastest.
    let Some(from) = words.bytes().position(|it| MAY_OPEN[usize::from(it)]) else {
        return pairs;
    };
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in words[from..].char_indices() {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | '\u{4E00}'..='\u{9FFF}') {
            continue;
        }
        let at = from + at;
        if open.is_empty() && closing(c).is_none() {
            continue;
        }
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
pub(super) fn encloses(pairs: &[ByteRange], place: usize) -> bool {
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

/// For each byte whether a character that begins with it may open a pair; no byte
/// inside a character is among them.
const MAY_OPEN: [bool; 256] = {
    let mut bytes = [false; 256];
    let first = [b'"', b'(', b'[', 0xC2, 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < first.len() {
        bytes[first[at] as usize] = true;
        at += 1;
    }
    bytes
};

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
