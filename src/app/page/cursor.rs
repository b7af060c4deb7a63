//! The cursor on the page: where it shows, where a move by rows leads.

use crate::app::caret::{Caret, Unit};
use crate::app::page::ArticlePage;
use crate::text::{
    ByteOffset, ByteRange, Column, at_column, cluster_start, previous_cluster, width,
};

/// What the cursor makes of a stretch of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// It is selected.
    Selected,
    /// The cursor stands on it.
    Caret,
}

impl ArticlePage {
    /// Moves the cursor by a unit; answers whether it moved.
    pub(crate) fn move_caret(&mut self, unit: Unit, is_forward: bool) -> bool {
        let before = self.caret.place;
        if is_forward {
            self.caret.forward(&self.article, unit);
        } else {
            self.caret.back(&self.article, unit);
        }
        self.caret.place != before
    }

    /// Whether something is selected.
    pub fn selects(&self) -> bool {
        self.caret.anchor.is_some()
    }

    /// The row in which the cursor stands.
    pub fn row_of_caret(&self) -> usize {
        self.row_of(self.caret.place)
    }

    /// Puts the cursor on the first character of a claim; what was selected is
    /// forgotten. It stays where the claim has no place.
    pub(crate) fn put_caret_on(&mut self, position: usize) {
        let place = self.range(position).map_or(self.caret.place, |it| it.start);
        self.caret = Caret {
            place,
            ..Caret::default()
        };
    }

    /// The claim that the cursor stands on; `preferred` where claims overlap.
    pub(crate) fn claim_at_caret(&self, preferred: Option<usize>) -> Option<usize> {
        let place = self
            .insertions
            .shifted(self.caret.cluster(self.article.text()));
        self.claims.at(place.start, preferred).0
    }

    /// Moves the cursor by rows; it holds to its column.
    pub(crate) fn move_rows(&mut self, rows: usize, down: bool) {
        let from = self.row_of_caret();
        let column = self.caret.goal.unwrap_or_else(|| self.column_of_caret());
        let last = self.rows().saturating_sub(1);
        let mut row = if down {
            from.saturating_add(rows).min(last)
        } else {
            from.saturating_sub(rows)
        };
        // A row of nothing but a reason has no place in the article, and on an
        // empty row there is nothing to do.
        loop {
            let place = self.place_in(row, column);
            let reached = self.row_of(place);
            let moved = if down { reached > from } else { reached < from };
            let reached = self.wrapped.row(reached);
            if moved && reached.is_some_and(|it| it.pieces().next().is_some()) {
                self.caret.place = place;
                break;
            }
            match (down, row) {
                (true, it) if it < last => row += 1,
                (false, it) if it > 0 => row -= 1,
                _ => break,
            }
        }
        self.caret.goal = Some(column);
    }

    /// Selects the word or sentence that the cursor stands in, if it stands in one.
    pub(crate) fn select_unit(&mut self, unit: Unit) -> bool {
        let found = self.caret.unit_here(&self.article, unit);
        if let Some(range) = found {
            let last = previous_cluster(self.article.text(), range.end);
            self.caret = Caret {
                place: last,
                anchor: Some(range.start),
                goal: None,
            };
        }
        found.is_some()
    }

    /// The place in the article that a column of a row shows, the row's last one
    /// past its end; none below the last row.
    pub(crate) fn place_shown(&self, index: usize, column: usize) -> Option<ByteOffset> {
        (index < self.rows()).then(|| self.place_in(index, Column(column)))
    }

    fn column_of_caret(&self) -> Column {
        let place = self.marks().0.start;
        let Some(row) = self.wrapped.row(self.row_of_caret()) else {
            return Column(0);
        };
        let mut columns = 0;
        for piece in row.pieces() {
            let before = place.0.saturating_sub(piece.source.start.0);
            if piece.source.covers(place) && !piece.is_mark {
                columns += width(&piece.shown[..before], self.ambiguous).0;
            } else if piece.source.start < place {
                columns += width(piece.shown, self.ambiguous).0;
            }
        }
        Column(columns)
    }

    /// The place in the article at a column of a row, its last one past its end.
    fn place_in(&self, index: usize, column: Column) -> ByteOffset {
        let Some(row) = self.wrapped.row(index) else {
            return self.caret.place;
        };
        let mut before = 0;
        let mut place = row.source().start;
        for piece in row.pieces() {
            if before > column.0 {
                break;
            }
            place = piece.source.start;
            if !piece.is_mark {
                let at = at_column(piece.shown, Column(column.0 - before), self.ambiguous);
                let last = previous_cluster(piece.shown, ByteOffset(piece.shown.len()));
                place = ByteOffset(piece.source.start.0 + at.min(last).0);
            }
            before += width(piece.shown, self.ambiguous).0;
        }
        let place = self.insertions.back(place);
        // A hidden character is shown by itself, but belongs to the one before it.
        cluster_start(self.article.text(), place)
    }

    /// The cursor and the selection in the composed text.
    pub(super) fn marks(&self) -> (ByteRange, Option<ByteRange>) {
        let text = self.article.text();
        let caret = self.insertions.shifted(self.caret.cluster(text));
        let selection = self.caret.selection(text);
        (caret, selection.map(|it| self.insertions.shifted(it)))
    }
}

/// What the cursor makes of `place`, and up to where.
pub(super) fn mark_at(
    marks: (ByteRange, Option<ByteRange>),
    place: ByteOffset,
) -> (Mark, ByteOffset) {
    let (caret, selection) = marks;
    let mut until = ByteOffset(usize::MAX);
    if caret.covers(place) {
        return (Mark::Caret, caret.end);
    }
    if caret.start > place {
        until = until.min(caret.start);
    }
    match selection {
        Some(it) if it.covers(place) => (Mark::Selected, until.min(it.end)),
        Some(it) if it.start > place => (Mark::None, until.min(it.start)),
        Some(_) | None => (Mark::None, until),
    }
}
