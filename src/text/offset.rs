//! Places in a text, each with its unit in its type.

use std::fmt;
use std::ops::Range;

/// A place in a text, counted in bytes of its UTF-8 form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub usize);

/// A place in a text, counted in Unicode code points, as W3C Web Annotation does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharOffset(pub usize);

/// A stretch of a text in bytes of UTF-8, the end excluded; never `end < start`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteRange {
    /// The first byte that belongs to the stretch.
    pub start: ByteOffset,
    /// The first byte that no longer does.
    pub end: ByteOffset,
}

impl ByteRange {
    /// The stretch from byte `start` up to, not including, byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self {
            start: ByteOffset(start),
            end: ByteOffset(end),
        }
    }

    /// The stretch as a range that indexes a `str`, in bytes.
    pub const fn as_range(self) -> Range<usize> {
        self.start.0..self.end.0
    }

    /// The words of `text` that the stretch covers.
    ///
    /// Panics where the stretch lies outside `text` or cuts a character, as
    /// indexing does: a range belongs to the text it was made from.
    pub fn of(self, text: &str) -> &str {
        &text[self.as_range()]
    }

    /// The stretch as far behind `origin` as it is behind 0: what was found in a
    /// part of a text that begins at byte `origin`, in the whole text.
    #[must_use]
    pub const fn moved(self, origin: usize) -> Self {
        Self::new(self.start.0 + origin, self.end.0 + origin)
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether nothing is covered.
    pub const fn is_empty(self) -> bool {
        self.start.0 == self.end.0
    }

    /// Whether `inner` lies wholly inside this stretch.
    pub fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the byte at `place` is covered.
    pub fn covers(self, place: ByteOffset) -> bool {
        self.start <= place && place < self.end
    }

    /// Whether the two stretches share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch, seen from a text in which it starts `bytes` later.
    #[must_use]
    pub const fn shifted(self, bytes: usize) -> Self {
        Self::new(self.start.0 + bytes, self.end.0 + bytes)
    }

    /// The stretch without the white space at its two ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start.0 + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

impl From<Range<usize>> for ByteRange {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A place as people name it: both counted from 1, the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
}

impl LineColumn {
    /// Where byte `place` of `text` stands. A place past the end is the end.
    pub fn at(text: &str, place: ByteOffset) -> Self {
        let before = &text[..text.floor_char_boundary(place.0)];
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        Self {
            line: before.bytes().filter(|&it| it == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Bytes between two remembered counts: a look-up reads at most this many.
const STRIDE: usize = 512;

/// The lines of `text`, each with the character that breaks it at its end;
/// `is_break` tells which characters do.
pub fn lines(text: &str, is_break: impl Fn(char) -> bool) -> impl Iterator<Item = ByteRange> {
    text.split_inclusive(is_break).scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some(ByteRange::new(start, *at))
    })
}

/// Translates byte offsets of one text into code point offsets and back.
///
/// Built in one pass; each look-up reads at most [`STRIDE`] bytes, so a
/// hundred thousand claims of one article cost no more than the article.
#[derive(Clone, Debug)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// Code points before byte `i * STRIDE` (rounded down to a boundary).
    counts: Vec<usize>,
}

impl<'a> CharIndex<'a> {
    /// Reads `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        let mut from = 0;
        for stop in (0..=text.len()).step_by(STRIDE) {
            let stop = text.floor_char_boundary(stop);
            count += text[from..stop].chars().count();
            from = stop;
            counts.push(count);
        }
        Self { text, counts }
    }

    /// The code points that stand before byte `place`.
    pub fn chars_before(&self, place: ByteOffset) -> CharOffset {
        let place = self.text.floor_char_boundary(place.0);
        let step = place / STRIDE;
        let from = self.text.floor_char_boundary(step * STRIDE);
        CharOffset(self.counts[step] + self.text[from..place].chars().count())
    }

    /// The byte at which code point `place` starts; the end for one past it.
    pub fn byte_of(&self, place: CharOffset) -> ByteOffset {
        let step = self
            .counts
            .partition_point(|&it| it <= place.0)
            .saturating_sub(1);
        let from = self.text.floor_char_boundary(step * STRIDE);
        let rest = &self.text[from..];
        let further = place.0 - self.counts[step];
        ByteOffset(
            rest.char_indices()
                .nth(further)
                .map_or(self.text.len(), |(at, _)| from + at),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_their_breaks_and_leave_nothing_out() {
        let text = "共743人\n\r\nend";
        let found: Vec<&str> = lines(text, |it| it == '\n').map(|it| it.of(text)).collect();
        assert_eq!(found, ["共743人\n", "\r\n", "end"]);
        assert_eq!(lines("", |it| it == '\n').count(), 0);
    }

    #[test]
    fn code_points_and_bytes_are_counted_apart() {
        let text = "共743人";
        let index = CharIndex::new(text);
        assert_eq!(index.chars_before(ByteOffset(3)), CharOffset(1));
        assert_eq!(index.byte_of(CharOffset(4)), ByteOffset(6));
        assert_eq!(index.byte_of(CharOffset(99)), ByteOffset(text.len()));
    }

    #[test]
    fn a_long_text_translates_there_and_back() {
        let text = "漢字and latin 🙂\n".repeat(200);
        let index = CharIndex::new(&text);
        for (chars, (bytes, _)) in text.char_indices().enumerate() {
            assert_eq!(index.chars_before(ByteOffset(bytes)), CharOffset(chars));
            assert_eq!(index.byte_of(CharOffset(chars)), ByteOffset(bytes));
        }
    }

    #[test]
    fn a_place_is_named_by_line_and_column() {
        assert_eq!(
            LineColumn::at("甲乙\n丙丁", ByteOffset(10)).to_string(),
            "2:2"
        );
    }

    #[test]
    fn trimming_keeps_to_the_words() {
        let text = "  743 of 770 　";
        assert_eq!(
            ByteRange::new(0, text.len()).trimmed(text).of(text),
            "743 of 770"
        );
    }
}
