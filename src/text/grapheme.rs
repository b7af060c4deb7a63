//! What a reader calls one character, and the columns it takes in a terminal.
//!
//! Clusters are those of UAX 29, widths those of UAX 11 as `unicode-width` has
//! them: the same crates and versions that draw the screen.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::ByteOffset;

/// A number of terminal columns, or the column that many cells from the left edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column(pub usize);

/// The columns of what UAX 11 calls ambiguous (`“ ” … — ° ×` and Greek and
/// Cyrillic letters): old Chinese and Japanese terminals give them two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AmbiguousWidth {
    /// One column, as nearly all terminals do now.
    #[default]
    Narrow,
    /// Two columns.
    Wide,
}

/// The columns that one line of text takes, cluster by cluster.
pub fn width(line: &str, ambiguous: AmbiguousWidth) -> Column {
    Column(Clusters::of(line, ambiguous).map(|it| it.columns).sum())
}

/// Where the cluster that starts at `place` ends; the end of the text at its end.
pub fn next_cluster(text: &str, place: ByteOffset) -> ByteOffset {
    let from = text.floor_char_boundary(place.0);
    let length = text[from..].graphemes(true).next().map_or(0, str::len);
    ByteOffset(from + length)
}

/// Where the cluster before `place` starts; 0 at the text's start.
pub fn previous_cluster(text: &str, place: ByteOffset) -> ByteOffset {
    let end = text.floor_char_boundary(place.0);
    let length = text[..end].graphemes(true).next_back().map_or(0, str::len);
    ByteOffset(end - length)
}

/// Where the cluster starts that holds the character at byte `place`.
pub fn cluster_start(text: &str, place: ByteOffset) -> ByteOffset {
    let place = ByteOffset(text.floor_char_boundary(place.0));
    let before = previous_cluster(text, place);
    if next_cluster(text, before) > place {
        before
    } else {
        place
    }
}

/// The columns before byte `place` of a line.
pub fn column_of(line: &str, place: ByteOffset, ambiguous: AmbiguousWidth) -> Column {
    width(&line[..line.floor_char_boundary(place.0)], ambiguous)
}

/// The start of the cluster that covers a column; the line's end past its last.
pub fn at_column(line: &str, column: Column, ambiguous: AmbiguousWidth) -> ByteOffset {
    let mut before = 0;
    for cluster in Clusters::of(line, ambiguous) {
        before += cluster.columns;
        if before > column.0 {
            return ByteOffset(cluster.start);
        }
    }
    ByteOffset(line.len())
}

/// A line cut to at most `columns`, with `…` at its end if anything was cut.
pub fn truncate(line: &str, columns: Column, ambiguous: AmbiguousWidth) -> Cow<'_, str> {
    const ELLIPSIS: &str = "…";
    // No text takes less than a byte for two columns… of which `columns` is the sum.
    if line.len() <= columns.0 && line.is_ascii() {
        return Cow::Borrowed(line);
    }
    let room = columns.0.checked_sub(width(ELLIPSIS, ambiguous).0);
    let (mut before, mut cut) = (0, 0);
    for cluster in Clusters::of(line, ambiguous) {
        before += cluster.columns;
        if before > columns.0 {
            return match room {
                Some(_) => Cow::Owned(format!("{}{ELLIPSIS}", &line[..cut])),
                None => Cow::Borrowed(""),
            };
        }
        if room.is_some_and(|it| before <= it) {
            cut = cluster.end;
        }
    }
    Cow::Borrowed(line)
}

/// A line with spaces after it up to `columns`; longer ones stay as they are.
pub fn pad(line: &str, columns: Column, ambiguous: AmbiguousWidth) -> Cow<'_, str> {
    let missing = columns.0.saturating_sub(width(line, ambiguous).0);
    if missing == 0 {
        return Cow::Borrowed(line);
    }
    Cow::Owned(format!("{line}{}", " ".repeat(missing)))
}

/// The clusters of a line with the columns that each takes.
pub fn clusters(line: &str, ambiguous: AmbiguousWidth) -> impl Iterator<Item = (&str, Column)> {
    Clusters::of(line, ambiguous).map(|it| (&line[it.start..it.end], Column(it.columns)))
}

/// One cluster of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// First byte.
    pub(crate) start: usize,
    /// Its first character.
    pub(crate) first: char,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Columns that it takes.
    pub(crate) columns: usize,
}

/// The clusters of a text with their widths, quick where one character is one cluster.
pub(crate) struct Clusters<'a> {
    text: &'a str,
    place: usize,
    ambiguous: AmbiguousWidth,
}

impl<'a> Clusters<'a> {
    pub(crate) const fn of(text: &'a str, ambiguous: AmbiguousWidth) -> Self {
        Self {
            text,
            place: 0,
            ambiguous,
        }
    }
}

impl Iterator for Clusters<'_> {
    type Item = Cluster;

    fn next(&mut self) -> Option<Cluster> {
        let start = self.place;
        let rest = &self.text[start..];
        let mut letters = rest.chars();
        let first = letters.next()?;
        // UAX 29 breaks between any two of these, so the segmenter need not be asked.
        let simple = simple_columns(first, self.ambiguous).filter(|_| {
            letters
                .next()
                .is_none_or(|it| simple_columns(it, self.ambiguous).is_some())
        });
        let (length, columns) = if let Some(columns) = simple {
            (first.len_utf8(), columns)
        } else {
            let cluster = rest.graphemes(true).next().unwrap_or(rest);
            (cluster.len(), cluster_columns(cluster, self.ambiguous))
        };
        self.place += length;
        Some(Cluster {
            start,
            first,
            end: self.place,
            columns,
        })
    }
}

/// The columns of a character that never joins another.
#[inline]
const fn simple_columns(c: char, ambiguous: AmbiguousWidth) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' => match ambiguous {
            AmbiguousWidth::Narrow => Some(1),
            AmbiguousWidth::Wide => None,
        },
        '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

fn cluster_columns(cluster: &str, ambiguous: AmbiguousWidth) -> usize {
    match ambiguous {
        AmbiguousWidth::Narrow => cluster.width(),
        AmbiguousWidth::Wide => cluster.width_cjk(),
    }
}

/// The columns of one character by itself, for clusters too wide for a row.
pub(crate) fn char_columns(c: char, ambiguous: AmbiguousWidth) -> usize {
    match ambiguous {
        AmbiguousWidth::Narrow => c.width(),
        AmbiguousWidth::Wide => c.width_cjk(),
    }
    .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NARROW: AmbiguousWidth = AmbiguousWidth::Narrow;

    #[test]
    fn a_place_inside_a_cluster_belongs_to_its_start() {
        let text = "be\u{e0041}f👩\u{200d}👧";
        let woman = text.find('👩').expect("it is there");
        for (place, start) in [(0, 0), (1, 1), (2, 1), (3, 1), (6, 6), (woman, woman)] {
            let found = cluster_start(text, ByteOffset(place));
            assert_eq!(found, ByteOffset(start), "{place}");
        }
        let girl = text.find('👧').expect("it is there");
        assert_eq!(cluster_start(text, ByteOffset(girl)), ByteOffset(woman));
        assert_eq!(cluster_start(text, ByteOffset(text.len())).0, text.len());
        assert_eq!(cluster_start("", ByteOffset(0)), ByteOffset(0));
    }

    #[test]
    fn widths_are_those_of_the_cells() {
        let table = [
            ("abc", 3),
            ("漢字，", 6),
            ("e\u{301}", 1),
            ("👩\u{200d}👩\u{200d}👧", 2),
            ("🇹🇼🇯🇵", 4),
            ("❤\u{fe0f}", 2),
            ("“…”", 3),
            ("", 0),
        ];
        for (text, columns) in table {
            assert_eq!(width(text, NARROW), Column(columns), "{text}");
        }
        assert_eq!(width("“…”", AmbiguousWidth::Wide), Column(6));
    }

    #[test]
    fn a_cut_line_ends_in_an_ellipsis_and_fits() {
        let table = [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 5, "abcd…"),
            ("漢字漢字", 6, "漢字…"),
            ("漢字漢字", 5, "漢字…"),
            ("漢字漢字", 4, "漢…"),
            ("漢字", 1, "…"),
            ("漢字", 0, ""),
        ];
        for (text, columns, cut) in table {
            assert_eq!(truncate(text, Column(columns), NARROW), cut);
        }
    }

    #[test]
    fn columns_and_places_are_told_apart() {
        let line = "a漢b";
        assert_eq!(column_of(line, ByteOffset(4), NARROW), Column(3));
        assert_eq!(at_column(line, Column(2), NARROW), ByteOffset(1));
        assert_eq!(at_column(line, Column(9), NARROW), ByteOffset(5));
        assert_eq!(pad(line, Column(6), NARROW), "a漢b  ");
    }

    #[test]
    fn the_cursor_steps_over_whole_clusters() {
        let text = "e\u{301}🇹🇼";
        assert_eq!(next_cluster(text, ByteOffset(0)), ByteOffset(3));
        assert_eq!(previous_cluster(text, ByteOffset(11)), ByteOffset(3));
        assert_eq!(previous_cluster(text, ByteOffset(0)), ByteOffset(0));
        assert_eq!(next_cluster(text, ByteOffset(99)), ByteOffset(11));
    }

    proptest! {
        #[test]
        fn the_quick_way_gives_the_clusters_of_uax_29(
            text in r"([ -~]|[一-龥]|[，。「」“”…—é©®]|[ぁ-ゖ]|[\x{300}\x{200d}\x{fe0f}\x{3099}🇹👩🏽क्षิ가ᄀ]|.){0,30}",
        ) {
            let quick: Vec<_> = Clusters::of(&text, NARROW)
                .map(|it| (&text[it.start..it.end], it.columns))
                .collect();
            let slow: Vec<_> = text.graphemes(true).map(|it| (it, it.width())).collect();
            prop_assert_eq!(quick, slow);
        }

        #[test]
        fn a_cut_line_is_never_too_wide(text in any::<String>(), columns in 0_usize..20) {
            prop_assert!(width(&truncate(&text, Column(columns), NARROW), NARROW).0 <= columns);
        }
    }
}
