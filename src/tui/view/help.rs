//! All keys, and the welcome.

use ratatui::layout::{Position, Rect};

use crate::app::{Field, HelpDialog, Model, Role, Words, welcome_rows};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::prompt;

/// Draws the help of the review; answers with where the caret of its search is.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    help: &HelpDialog,
) -> Option<Position> {
    draw_searched(canvas, area, &help.rows(&model.keymap), help)
}

/// Draws rows of help with the search below them, while it is typed; answers
/// with where its caret is.
pub(super) fn draw_searched(
    canvas: &mut Canvas<'_>,
    area: Rect,
    rows: &[Vec<Words>],
    help: &HelpDialog,
) -> Option<Position> {
    let Some(field) = &help.field else {
        draw_rows(canvas, area, rows, help);
        return None;
    };
    let rest = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    draw_rows(canvas, rest, rows, help);
    let last = Rect {
        y: area.bottom().saturating_sub(1),
        height: 1.min(area.height),
        ..area
    };
    Some(search(canvas, last, field))
}

/// Draws a search on one row; answers with where its caret is.
pub(super) fn search(canvas: &mut Canvas<'_>, area: Rect, field: &Field) -> Position {
    Pen::new(canvas, area, 0)
        .own(" / ", style::of(Role::Key))
        .fill(" ", style::of(Role::Plain));
    let area = Rect {
        x: area.x + 3.min(area.width),
        width: area.width.saturating_sub(3),
        ..area
    };
    prompt::draw_field(canvas, area, field, Column(usize::from(area.width)))
}

fn draw_rows(canvas: &mut Canvas<'_>, area: Rect, rows: &[Vec<Words>], help: &HelpDialog) {
    let height = usize::from(body(area).height);
    let share = match rows.len() {
        length if length <= height => String::new(),
        length => format!("{} %", (help.top + height).min(length) * 100 / length),
    };
    let after = match (help.search.as_str(), share.as_str()) {
        ("", share) => share.to_owned(),
        (search, "") => format!("with “{search}”"),
        (search, share) => format!("with “{search}”, {share}"),
    };
    title(canvas, area, "Keys", &after, true);
    let area = body(area);
    write(canvas, area, rows.iter().skip(help.top));
    let at = help
        .at
        .checked_sub(help.top)
        .and_then(|it| u16::try_from(it).ok());
    if let Some(row) = at
        && rows.get(help.at).is_some_and(|it| it.len() > 1)
    {
        Pen::new(canvas, area, row).restyle(style::CURRENT);
    }
}

/// Draws the welcome.
pub(super) fn draw_welcome(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    title(canvas, area, "Welcome to redpencil", "", true);
    let area = body(area);
    let rows = welcome_rows(&model.keymap, Column(usize::from(area.width)));
    write(canvas, area, rows.iter());
}

fn write<'a>(canvas: &mut Canvas<'_>, area: Rect, rows: impl Iterator<Item = &'a Vec<Words>>) {
    for (row, words) in (0..area.height).zip(rows) {
        let mut pen = Pen::new(canvas, area, row);
        for it in words {
            // Visible already, which making it visible does not change.
            pen.cut(it.text.as_str(), style::of(it.role));
        }
    }
}
