//! Where a line of text is broken to fit a number of columns.
//!
//! UAX 14 by `unicode-linebreak` (Unicode 15), with what Chinese needs beyond
//! it: the terminal pagers and editors measured start 2 to 10 % of their rows
//! with a mark that may not stand there, UAX 14 alone 0.2 %.

use unicode_linebreak::linebreaks;

use crate::text::grapheme::{Cluster, Clusters, char_columns};
use crate::text::line_break::{is_bracket_after_word, may_be_bracket, may_start_a_row, tailored};
use crate::text::{AmbiguousWidth, ByteOffset, ByteRange, Column, Visible};

/// A whole text broken into rows of at most one number of columns.
///
/// Made once for each width; a row is found by its number at once, the row of a
/// place by binary search, so that drawing costs what is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedText {
    visible: Visible<'static>,
    columns: Column,
    ambiguous: AmbiguousWidth,
    starts: Vec<ByteOffset>,
}

/// One row of a wrapped text.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    wrapped: &'a WrappedText,
    shown: ByteRange,
}

/// A stretch of a row that is all source or all one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPiece<'a> {
    /// What to draw.
    pub shown: &'a str,
    /// What of the source it stands for. If it is no mark, byte for byte.
    pub source: ByteRange,
    /// Whether it is a mark in the place of something that cannot be shown.
    pub is_mark: bool,
}

impl WrappedText {
    /// Wraps `source`, its line breaks kept, into rows of at most `columns`.
    pub fn new(source: &str, columns: Column, ambiguous: AmbiguousWidth) -> Self {
        let visible = Visible::text(source).into_owned();
        let starts = row_starts(visible.as_str(), columns, ambiguous);
        Self {
            visible,
            columns,
            ambiguous,
            starts,
        }
    }

    /// Wraps the same text again, unless the width is what it was.
    pub fn resize(&mut self, columns: Column) {
        if columns != self.columns {
            self.columns = columns;
            self.starts = row_starts(self.visible.as_str(), columns, self.ambiguous);
        }
    }

    /// The columns that a row may take.
    pub const fn columns(&self) -> Column {
        self.columns
    }

    /// The whole text as it is shown.
    pub const fn visible(&self) -> &Visible<'static> {
        &self.visible
    }

    /// How many rows there are: none for an empty text. A line break at the
    /// very end starts no further row.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The row of that number, counted from 0.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let start = self.starts.get(index)?.0;
        let end = self
            .starts
            .get(index + 1)
            .map_or(self.visible.as_str().len(), |it| it.0);
        Some(Row {
            wrapped: self,
            shown: ByteRange::new(start, end),
        })
    }

    /// The number of the row in which byte `source` of the source stands; the
    /// last row for places past the end.
    pub fn row_of(&self, source: ByteOffset) -> usize {
        let shown = self.visible.to_shown(source);
        self.starts
            .partition_point(|it| *it <= shown)
            .saturating_sub(1)
    }
}

impl<'a> Row<'a> {
    /// All that belongs to the row, line break and hanging spaces too, in bytes
    /// of the source. The rows cover the source without a gap.
    pub fn source(self) -> ByteRange {
        self.wrapped.visible.source_range(self.shown)
    }

    /// The same in bytes of the shown text.
    pub const fn shown(self) -> ByteRange {
        self.shown
    }

    /// What is drawn: without the line break and without the spaces that hang
    /// over the last column.
    pub fn text(self) -> &'a str {
        self.drawn().of(self.wrapped.visible.as_str())
    }

    /// What is drawn, cut where source and marks meet.
    pub fn pieces(self) -> impl Iterator<Item = RowPiece<'a>> {
        let visible = &self.wrapped.visible;
        visible.pieces(self.drawn()).map(|it| RowPiece {
            shown: it.shown.of(visible.as_str()),
            source: it.source,
            is_mark: it.is_mark,
        })
    }

    fn drawn(self) -> ByteRange {
        let row = self.shown.of(self.wrapped.visible.as_str());
        let row = row.strip_suffix('\n').unwrap_or(row);
        let mut columns = 0;
        let end = Clusters::of(row, self.wrapped.ambiguous)
            .find(|it| {
                columns += it.columns;
                columns > self.wrapped.columns.0
            })
            .map_or(row.len(), |it| it.start);
        ByteRange::new(self.shown.start.0, self.shown.start.0 + end)
    }
}

/// Where each row of `text` starts.
fn row_starts(text: &str, columns: Column, ambiguous: AmbiguousWidth) -> Vec<ByteOffset> {
    if text.is_empty() {
        return Vec::new();
    }
    let tailored = tailored(text);
    let mut opportunities = linebreaks(&tailored).map(|it| it.0).peekable();
    let mut filling = Filling::new(columns.0.max(1), text.len());
    for cluster in Clusters::of(text, ambiguous) {
        let Cluster {
            start,
            end,
            first,
            columns,
        } = cluster;
        while opportunities.next_if(|&it| it < start).is_some() {}
        let allowed = opportunities.peek() == Some(&start)
            || (may_be_bracket(first) && is_bracket_after_word(&tailored, start));
        if allowed && may_start_a_row(first) {
            filling.allow(start);
        }
        match first {
            '\n' => filling.end_line(end),
            ' ' | '\u{3000}' if end - start == first.len_utf8() => filling.hang(start, columns),
            _ if columns > filling.limit => {
                for (at, c) in text[start..end].char_indices() {
                    filling.take(start + at, char_columns(c, ambiguous));
                }
            }
            _ => filling.take(start, columns),
        }
        if matches!(first, '/' | '?' | '&' | '=') {
            filling.prefer(cluster);
        }
    }
    filling.starts
}

/// Columns of spaces that hang over the end of a row before a new one is begun, so
/// that a row stays quick to draw whatever the text.
const MOST_HANGING: usize = 80;

/// The rows found so far and the one being filled.
struct Filling {
    starts: Vec<ByteOffset>,
    limit: usize,
    /// Bytes of the whole text, past which no row starts.
    length: usize,
    /// Columns of the row so far, its hanging spaces too.
    columns: usize,
    /// The last place where UAX 14 allows a break, with the columns before it.
    allowed: Option<(usize, usize)>,
    /// The last place where a long address may well be broken.
    preferred: Option<(usize, usize)>,
}

impl Filling {
    fn new(limit: usize, length: usize) -> Self {
        let mut starts = Vec::with_capacity(length / limit + 1);
        starts.push(ByteOffset(0));
        Self {
            starts,
            limit,
            length,
            columns: 0,
            allowed: None,
            preferred: None,
        }
    }

    fn allow(&mut self, place: usize) {
        if place > self.row_start() {
            self.allowed = Some((place, self.columns));
        }
    }

    fn prefer(&mut self, after: Cluster) {
        self.preferred = Some((after.end, self.columns));
    }

    /// Spaces hang over the end of a row, but not without end.
    fn hang(&mut self, place: usize, columns: usize) {
        if self.columns + columns > self.limit + MOST_HANGING {
            self.break_at(place, self.columns);
        }
        self.columns += columns;
    }

    fn take(&mut self, place: usize, columns: usize) {
        while self.columns + columns > self.limit && place > self.row_start() {
            let (at, before) = self
                .allowed
                .or(self.preferred)
                .unwrap_or((place, self.columns));
            self.break_at(at, before);
        }
        self.columns += columns;
    }

    fn end_line(&mut self, end: usize) {
        self.columns = 0;
        self.allowed = None;
        self.preferred = None;
        if end < self.length {
            self.starts.push(ByteOffset(end));
        }
    }

    fn break_at(&mut self, place: usize, before: usize) {
        self.starts.push(ByteOffset(place));
        self.columns -= before;
        self.allowed = None;
        self.preferred = self
            .preferred
            .filter(|it| it.0 > place)
            .map(|(at, columns)| (at, columns - before));
    }

    fn row_start(&self) -> usize {
        self.starts.last().map_or(0, |it| it.0)
    }
}

#[cfg(test)]
mod tests {
    use icu_segmenter::LineSegmenter;
    use proptest::prelude::*;

    use super::*;
    use crate::text::width;

    const NARROW: AmbiguousWidth = AmbiguousWidth::Narrow;

    fn rows(text: &str, columns: usize) -> Vec<String> {
        let wrapped = WrappedText::new(text, Column(columns), NARROW);
        (0..wrapped.len())
            .filter_map(|it| wrapped.row(it))
            .map(|it| it.text().to_owned())
            .collect()
    }

    /// Where our rows may break, by UAX 14 and the tailorings.
    fn opportunities(text: &str) -> Vec<usize> {
        let tailored = tailored(text);
        let by_uax_14: Vec<usize> = linebreaks(&tailored).map(|it| it.0).collect();
        (1..=text.len())
            .filter(|&it| text.is_char_boundary(it))
            .filter(|it| by_uax_14.contains(it) || is_bracket_after_word(&tailored, *it))
            .filter(|&it| text[it..].chars().next().is_none_or(may_start_a_row))
            .collect()
    }

    #[test]
    fn rows_break_where_a_reader_expects_it() {
        let table: [(&str, usize, &[&str]); 13] = [
            ("one two three", 7, &["one two", "three"]),
            ("漢字，漢字", 4, &["漢", "字，", "漢字"]),
            ("他说“这是”她", 6, &["他说", "“这是”", "她"]),
            ("三～五年", 4, &["三～", "五年"]),
            ("一第三～五年", 6, &["一第", "三～五", "年"]),
            ("OpenAI「員工」", 8, &["OpenAI", "「員工」"]),
            ("約50%的人", 4, &["約", "50%", "的人"]),
            ("a\n\nb\n", 9, &["a", "", "b"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            (
                "x https://a.example/p?q=1&r=22",
                11,
                &["x https://", "a.example/", "p?q=1&r=22"],
            ),
            ("ab     cd", 3, &["ab ", "cd"]),
            ("字字", 1, &["", ""]),
            ("", 5, &[]),
        ];
        for (text, columns, expected) in table {
            assert_eq!(rows(text, columns), expected, "{text:?} at {columns}");
        }
    }

    #[test]
    fn a_long_address_breaks_after_its_marks() {
        assert_eq!(
            rows("q=11111111&r=22222222", 12),
            ["q=11111111&", "r=22222222"]
        );
    }

    #[test]
    fn a_thousand_spaces_do_not_make_a_row_without_end() {
        let wrapped = WrappedText::new(&" ".repeat(1_000), Column(10), NARROW);
        assert_eq!(wrapped.len(), 12);
    }

    #[test]
    fn a_row_knows_its_place_in_the_source() {
        let source = "ab\u{202e}cd\r\nef";
        let wrapped = WrappedText::new(source, Column(6), NARROW);
        let pieces: Vec<_> = (0..wrapped.len())
            .filter_map(|it| wrapped.row(it))
            .flat_map(Row::pieces)
            .map(|it| (it.shown, it.source.of(source), it.is_mark))
            .collect();
        assert_eq!(
            pieces,
            [
                ("ab", "ab", false),
                ("<U+2", "\u{202e}", true),
                ("02E>", "\u{202e}", true),
                ("cd", "cd", false),
                ("ef", "ef", false),
            ]
        );
        assert_eq!(wrapped.row_of(ByteOffset(source.len() - 1)), 2);
        assert_eq!(wrapped.row_of(ByteOffset(0)), 0);
    }

    #[test]
    fn a_new_width_gives_new_rows() {
        let mut wrapped = WrappedText::new("一二三四", Column(8), NARROW);
        assert_eq!(wrapped.len(), 1);
        wrapped.resize(Column(4));
        assert_eq!(wrapped.len(), 2);
    }

    /// Rows, and those among them that start with a mark which may not stand there.
    fn forbidden(text: &str, columns: usize) -> (usize, Vec<String>) {
        let rows = rows(text, columns);
        let wrong = |it: &&String| it.chars().next().is_some_and(|it| !may_start_a_row(it));
        let found = rows.iter().filter(wrong).cloned().collect();
        (rows.len(), found)
    }

    #[test]
    fn rows_of_a_chinese_article_start_with_no_closing_mark() {
        let mut articles = vec![include_str!("../../claims/weekend.zh-Hant.txt").to_owned()];
        // More of them can be looked at: a folder of text files.
        if let Ok(folder) = std::env::var("WRAP_ARTICLES") {
            let files = std::fs::read_dir(folder).expect("a folder");
            let read = |it: std::io::Result<std::fs::DirEntry>| {
                std::fs::read_to_string(it.ok()?.path()).ok()
            };
            articles.extend(files.filter_map(read));
        }
        for columns in [36, 58, 76] {
            let (mut all, mut wrong) = (0, Vec::new());
            for text in &articles {
                let (rows, found) = forbidden(text, columns);
                all += rows;
                wrong.extend(found);
            }
            println!("{columns} columns: {} of {all} rows", wrong.len());
            assert!(wrong.len() * 1000 <= all * 3, "{wrong:?}");
        }
    }

    /// Text of what articles hold: Chinese with its marks, Latin words, figures.
    fn prose() -> impl Strategy<Value = String> {
        r"([一-龥]{1,4}|[a-zA-Z]{1,9}|[0-9]{1,5}|[。，、；：？！”’）》」』…%]|[（《「『“‘]|[ \n]|👩🏽|——|～|e\x{301}){0,40}"
    }

    proptest! {
        #[test]
        fn every_byte_is_in_one_row(text in prop_oneof![prose(), any::<String>()], columns in 1_usize..30) {
            let wrapped = WrappedText::new(&text, Column(columns), NARROW);
            let (mut shown, mut source) = (0, 0);
            for index in 0..wrapped.len() {
                let row = wrapped.row(index).expect("a row for each number");
                prop_assert_eq!(row.shown().start.0, shown);
                prop_assert_eq!(row.source().start.0, source);
                prop_assert!(row.shown().end.0 > shown);
                shown = row.shown().end.0;
                source = row.source().end.0;
            }
            prop_assert_eq!(shown, wrapped.visible().as_str().len());
            prop_assert_eq!(source, text.len());
        }

        #[test]
        fn no_row_is_too_wide(text in prop_oneof![prose(), any::<String>()], columns in 2_usize..30) {
            let wrapped = WrappedText::new(&text, Column(columns), NARROW);
            for row in (0..wrapped.len()).filter_map(|it| wrapped.row(it)) {
                prop_assert!(width(row.text(), NARROW).0 <= columns);
                let whole = row.shown().of(wrapped.visible().as_str());
                // Only spaces and the line break may be left undrawn.
                prop_assert!(whole[row.text().len()..].chars().all(char::is_whitespace));
            }
        }

        #[test]
        fn no_row_starts_with_a_closing_mark_unless_forced(text in prose(), columns in 2_usize..30) {
            let wrapped = WrappedText::new(&text, Column(columns), NARROW);
            let shown = wrapped.visible().as_str();
            let allowed = opportunities(shown);
            for index in 1..wrapped.len() {
                let before = wrapped.row(index - 1).expect("a row").shown();
                let start = before.end.0;
                let after_break = shown[..start].ends_with('\n');
                if after_break || shown[start..].chars().next().is_none_or(may_start_a_row) {
                    continue;
                }
                let could = allowed.iter().any(|&it| before.start.0 < it && it < start);
                prop_assert!(!could, "{:?} at {}", text, start);
            }
        }

        #[test]
        fn opportunities_are_those_of_icu(
            text in r"([一-龥]{1,4}|[a-zA-Z]{1,9}|[0-9]{1,5}|[。，、；：？！）》」』…]|[（《「『]|[ ]|[ぁ-ん]|, |\. |\$[0-9]|¥[0-9]|——){1,30}",
        ) {
            let icu: Vec<usize> = LineSegmenter::new_for_non_complex_scripts(icu_segmenter::options::LineBreakOptions::default())
                .segment_str(&text)
                .filter(|&it| it > 0 && text[it..].chars().next().is_none_or(may_start_a_row))
                .collect();
            prop_assert_eq!(opportunities(&text), icu, "{}", text);
        }
    }
}
