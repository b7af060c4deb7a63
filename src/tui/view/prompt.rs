//! A text field with its caret.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{Field, LineDialog, TextDialog};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};

/// Draws the field for words of a claim; answers with where its caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, dialog: &TextDialog) -> Position {
    let name = dialog.subject.name();
    let mut letters = name.chars();
    let name: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect();
    title(
        canvas,
        area,
        &name,
        &format!("claim {}", dialog.claim),
        true,
    );
    let area = body(area);
    draw_field(canvas, area, &dialog.field, Column(usize::from(area.width)))
}

/// Draws the field for words that are not about one claim; answers with where
/// its caret is.
pub(super) fn draw_line(canvas: &mut Canvas<'_>, area: Rect, dialog: &LineDialog) -> Position {
    title(canvas, area, dialog.purpose.asks(), "", true);
    let area = body(area);
    draw_field(canvas, area, &dialog.field, Column(usize::from(area.width)))
}

/// Draws the rows of a field round its caret; answers with where that is.
pub(super) fn draw_field(
    canvas: &mut Canvas<'_>,
    area: Rect,
    field: &Field,
    columns: Column,
) -> Position {
    let rows = field.rows(columns);
    let (caret_row, caret_column) = field.place(columns);
    let height = usize::from(area.height).max(1);
    let top = (caret_row + 1).saturating_sub(height);
    for (row, range) in (0..area.height).zip(rows.iter().skip(top)) {
        Pen::new(canvas, area, row).any(range.of(field.text()), Style::new());
    }
    let column = u16::try_from(caret_column.0).unwrap_or(u16::MAX);
    let row = u16::try_from(caret_row - top).unwrap_or(u16::MAX);
    Position {
        x: area
            .x
            .saturating_add(column.min(area.width.saturating_sub(1))),
        y: area
            .y
            .saturating_add(row.min(area.height.saturating_sub(1))),
    }
}
