//! Places of the article on the screen: brought into view, and told in columns.

use crate::app::page::{ArticlePage, Follows};
use crate::text::{ByteOffset, ByteRange, Column, width};

impl ArticlePage {
    /// The claim whose quote covers a place of the article; `current` if it is
    /// one of them.
    pub(crate) fn claims_at(&self, place: ByteOffset, current: Option<usize>) -> Option<usize> {
        let shifted = self.insertions.shifted(ByteRange::new(place.0, place.0));
        self.claims.at(shifted.start, current).0
    }

    /// Brings a place of the article into a pane of `height` rows, with some rows
    /// round it, and the cursor to it; the rows stay where it is there already.
    pub(crate) fn bring(&mut self, place: ByteOffset, height: usize) {
        self.follows = Follows::Caret;
        self.caret.place = place;
        self.caret.goal = None;
        let row = self.row_of(place);
        let context = 3.min(height.saturating_sub(1) / 2);
        let is_there =
            (self.top + context..self.top + height.saturating_sub(context)).contains(&row);
        if !is_there {
            self.top = row.saturating_sub(height / 3);
        }
    }

    /// What of the article stands in `count` rows from the first on the screen.
    pub(crate) fn shown(&self, count: usize) -> ByteRange {
        let start = self.place_at(self.top);
        let end = if self.top + count < self.rows() {
            self.place_at(self.top + count)
        } else {
            ByteOffset(self.article.text().len())
        };
        ByteRange::new(start.0, end.0.max(start.0))
    }

    /// The columns that a stretch of the article takes in row `index`: the first,
    /// and the first that it no longer takes.
    pub(crate) fn columns_in(&self, index: usize, range: ByteRange) -> Option<(Column, Column)> {
        let range = self.insertions.shifted(range);
        let mut columns = 0;
        let mut found: Option<(Column, Column)> = None;
        for piece in self.wrapped.row(index)?.pieces() {
            let all = width(piece.shown, self.ambiguous).0;
            if piece.source.overlaps(range) {
                let start = piece.source.start.0;
                let cut = |place: ByteOffset| {
                    let at = place.0.saturating_sub(start).min(piece.shown.len());
                    let before = &piece.shown[..piece.shown.floor_char_boundary(at)];
                    width(before, self.ambiguous).0
                };
                let (first, end) = if piece.is_mark {
                    (0, all)
                } else {
                    (cut(range.start), cut(range.end))
                };
                let first = found.map_or(Column(columns + first), |it| it.0);
                found = Some((first, Column(columns + end)));
            }
            columns += all;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    #[test]
    fn a_stretch_is_told_in_columns_of_each_row_that_it_takes() {
        let text = "港口有２１２人，\tand \u{1b}so on";
        let mut page = ArticlePage::new(Article::plain(text), Vec::new(), Some(Vec::new()));
        page.resize(Column(12));
        let at = |words: &str| {
            let start = text.find(words).expect("it is there");
            ByteRange::new(start, start + words.len())
        };
        let columns = |index: usize, words: &str| {
            let found = page.columns_in(index, at(words));
            found.map(|(start, end)| (start.0, end.0))
        };
        assert_eq!(columns(0, "口有"), Some((2, 6)));
        assert_eq!(columns(0, "２１２"), Some((6, 12)));
        assert_eq!(columns(0, "and"), None);
        assert_eq!(columns(0, "２人"), Some((10, 12)));
        assert_eq!(columns(1, "２人"), Some((0, 2)));
        let mark = columns(2, "\u{1b}so").or(columns(1, "\u{1b}so"));
        assert_eq!(mark.map(|it| it.1 - it.0), Some(3));
    }

    #[test]
    fn a_place_is_brought_into_view_with_rows_round_it() {
        let text = "line\n\n".repeat(200);
        let mut page = ArticlePage::new(Article::plain(text), Vec::new(), Some(Vec::new()));
        page.bring(ByteOffset(600), 10);
        assert_eq!((page.row_of(ByteOffset(600)), page.top), (200, 197));
        page.bring(ByteOffset(606), 10);
        assert_eq!(page.top, 197);
    }
}
