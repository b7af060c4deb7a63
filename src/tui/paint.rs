//! Putting words on a row of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{PagePiece, Words};
use crate::text::{AmbiguousWidth, Column, Visible, truncate, width};
use crate::tui::style;

/// Writes one row from left to right. Takes only text that is safe to show.
pub(crate) struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    y: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// A pen at the start of row `row` of `area`; outside of it nothing is written.
    pub(crate) fn new(buffer: &'a mut Buffer, area: Rect, row: u16) -> Self {
        let area = area.intersection(buffer.area);
        let end = if row < area.height {
            area.right()
        } else {
            area.x
        };
        Self {
            buffer,
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
        self.raw(words, style)
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
        self.raw(
            &truncate(visible.as_str(), room, AmbiguousWidth::Narrow),
            style,
        )
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
            self.raw(symbol, style);
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

/// The columns that words take when they are made visible.
pub(crate) fn columns(words: &str) -> u16 {
    let columns = width(Visible::line(words).as_str(), AmbiguousWidth::Narrow).0;
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// Empties `area` for what will stand there.
pub(crate) fn clear(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
}

/// A pane's title on a line; `after` stands behind it.
pub(crate) fn title(buffer: &mut Buffer, area: Rect, name: &str, after: &str, focused: bool) {
    let mut pen = Pen::new(buffer, area, 0);
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
