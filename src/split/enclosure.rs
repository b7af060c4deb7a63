//! Pairs of quotation marks and brackets, and what stands inside them.

use crate::text::ByteRange;

/// The outermost pairs of quotation marks and brackets in `words`, marks
/// included. One that is never closed encloses nothing.
pub(super) fn enclosures(words: &str) -> Vec<ByteRange> {
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
