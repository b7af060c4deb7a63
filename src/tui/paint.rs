//! Putting words on a row of the screen.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{PagePiece, Words};
use crate::text::{AmbiguousWidth, Column, Visible, clusters, truncate, width};
use crate::tui::style;

/// The cells of a frame, and how the terminal draws them.
pub(crate) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    ambiguous: AmbiguousWidth,
}

impl<'a> Canvas<'a> {
    /// The cells of `buffer`, on a terminal that gives so many columns to what
    /// UAX 11 calls ambiguous.
    pub(crate) const fn new(buffer: &'a mut Buffer, ambiguous: AmbiguousWidth) -> Self {
        Self { buffer, ambiguous }
    }

    /// The columns of what UAX 11 calls ambiguous.
    pub(crate) const fn ambiguous(&self) -> AmbiguousWidth {
        self.ambiguous
    }

    /// One cell; none outside of the screen.
    pub(crate) fn cell_mut(&mut self, position: Position) -> Option<&mut Cell> {
        self.buffer.cell_mut(position)
    }
}

/// Writes one row from left to right. Takes only text that is safe to show.
pub(crate) struct Pen<'a> {
    buffer: &'a mut Buffer,
    ambiguous: AmbiguousWidth,
    x: u16,
    y: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// A pen at the start of row `row` of `area`; outside of it nothing is written.
    pub(crate) fn new(canvas: &'a mut Canvas<'_>, area: Rect, row: u16) -> Self {
        let ambiguous = canvas.ambiguous;
        let buffer = &mut *canvas.buffer;
        let area = area.intersection(buffer.area);
        let end = if row < area.height {
            area.right()
        } else {
            area.x
        };
        Self {
            buffer,
            ambiguous,
            x: area.x,
            y: area.y.saturating_add(row),
            end,
        }
    }

    /// Columns left on the row.
    pub(crate) fn room(&self) -> u16 {
        self.end.saturating_sub(self.x)
    }

    /// Words of our own.
    pub(crate) fn own(&mut self, words: &'static str, style: Style) -> &mut Self {
        self.raw(narrow(words, self.ambiguous), style)
    }

    /// Words from anywhere.
    pub(crate) fn visible(&mut self, words: &Visible<'_>, style: Style) -> &mut Self {
        self.raw(words.as_str(), style)
    }

    /// Words from anywhere, made visible here.
    pub(crate) fn any(&mut self, words: &str, style: Style) -> &mut Self {
        self.visible(&Visible::line(words), style)
    }

    /// The same, with `…` where the row ends too soon.
    pub(crate) fn cut(&mut self, words: &str, style: Style) -> &mut Self {
        let visible = Visible::line(words);
        let room = Column(usize::from(self.room()));
        self.raw(&truncate(visible.as_str(), room, self.ambiguous), style)
    }

    /// Words with their role.
    pub(crate) fn words(&mut self, words: &Words) -> &mut Self {
        self.visible(&words.text, style::of(words.role))
    }

    /// Words of the article, visible already.
    pub(crate) fn piece(&mut self, piece: &PagePiece<'_>, style: Style) -> &mut Self {
        self.raw(piece.shown, style)
    }

    /// Empty columns.
    pub(crate) fn skip(&mut self, columns: u16) -> &mut Self {
        self.x = self.x.saturating_add(columns).min(self.end);
        self
    }

    /// Fills the rest of the row.
    pub(crate) fn fill(&mut self, symbol: &'static str, style: Style) {
        while self.room() > 0 {
            self.own(symbol, style);
        }
    }

    /// Gives the rest of the row a style, words or not.
    pub(crate) fn restyle(&mut self, style: Style) {
        if self.room() > 0 {
            let rest = Rect::new(self.x, self.y, self.room(), 1);
            self.buffer.set_style(rest, style);
        }
    }

    fn raw(&mut self, words: &str, style: Style) -> &mut Self {
        if self.ambiguous == AmbiguousWidth::Wide && !words.is_ascii() {
            return self.by_clusters(words, style);
        }
        let room = self.room();
        if room > 0 {
            let room = usize::from(room);
            self.x = self
                .buffer
                .set_stringn(self.x, self.y, words, room, style)
                .0;
        }
        self
    }
}

impl Pen<'_> {
    /// Writes words cluster by cluster, where ratatui takes some for narrower than
    /// the terminal draws them.
    fn by_clusters(&mut self, words: &str, style: Style) -> &mut Self {
        for (cluster, columns) in clusters(words, self.ambiguous) {
            let columns = u16::try_from(columns.0).unwrap_or(u16::MAX);
            if columns == 0 {
                continue;
            }
            if columns > self.room() {
                // Half a character is none.
                self.buffer
                    .set_stringn(self.x, self.y, " ", usize::from(self.room()), style);
                self.x = self.end;
                break;
            }
            for x in self.x..self.x + columns {
                self.buffer[(x, self.y)].reset();
                self.buffer[(x, self.y)].set_style(style);
            }
            let cell = &mut self.buffer[(self.x, self.y)];
            cell.set_symbol(cluster);
            if let Some(columns) = NonZeroU16::new(columns).filter(|it| it.get() > 1) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(columns));
            }
            self.x += columns;
        }
        self
    }
}

/// A line that reaches over any number of columns, or a sign of our own, in a form
/// that takes one column everywhere.
fn narrow(words: &'static str, ambiguous: AmbiguousWidth) -> &'static str {
    match (ambiguous, words) {
        (AmbiguousWidth::Wide, "─" | "░") => "-",
        (AmbiguousWidth::Wide, "│") => "|",
        (AmbiguousWidth::Wide, "·") => ".",
        (AmbiguousWidth::Wide, "█") => "#",
        (AmbiguousWidth::Wide | AmbiguousWidth::Narrow, _) => words,
    }
}

/// The columns that words take when they are made visible.
pub(crate) fn columns(words: &str) -> u16 {
    let columns = width(Visible::line(words).as_str(), AmbiguousWidth::Narrow).0;
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// Empties `area` for what will stand there.
pub(crate) fn clear(canvas: &mut Canvas<'_>, area: Rect) {
    let area = area.intersection(canvas.buffer.area);
    for position in area.positions() {
        if let Some(cell) = canvas.cell_mut(position) {
            cell.reset();
        }
    }
}

/// A pane's title on a line; `after` stands behind it.
pub(crate) fn title(canvas: &mut Canvas<'_>, area: Rect, name: &str, after: &str, focused: bool) {
    let mut pen = Pen::new(canvas, area, 0);
    pen.own("─", style::LINE);
    let style = if focused {
        style::FOCUSED
    } else {
        style::TITLE
    };
    pen.any(&format!(" {name} "), style);
    if !after.is_empty() {
        pen.own(" ", style::LINE);
        pen.cut(after, ratatui::style::Style::new());
        pen.own(" ", style::LINE);
    }
    pen.fill("─", style::LINE);
}

/// The part of a pane below its title.
pub(crate) fn body(area: Rect) -> Rect {
    Rect {
        y: area.y.saturating_add(1),
        height: area.height.saturating_sub(1),
        ..area
    }
}
