//! The first row: which article, how far, who.

use ratatui::layout::Rect;

use crate::app::Model;
use crate::tui::paint::{Canvas, Pen, columns};
use crate::tui::style;

/// Draws the first row.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let progress = progress(model);
    let with_name = format!("{progress} · {} ", model.reviewer);
    // The reviewer's name gives way first, then the title.
    let right = if columns(&with_name) + columns("redpencil") * 3 < area.width {
        with_name
    } else {
        format!("{progress} ")
    };
    let room = area.width.saturating_sub(columns(&right) + 2);
    let left = Rect {
        width: room,
        ..area
    };
    Pen::new(canvas, left, 0)
        .own(" ", style::TITLE)
        .cut(model.title.as_str(), style::TITLE);
    let mut pen = Pen::new(canvas, area, 0);
    pen.skip(area.width.saturating_sub(columns(&right)));
    pen.any(&right, style::TITLE);
}

/// "37 of 52, 4 disputed".
fn progress(model: &Model) -> String {
    let progress = model.review().progress();
    let part = |count: usize, word: &str| match count {
        0 => String::new(),
        _ => format!(", {count} {word}"),
    };
    format!(
        "{} of {}{}{}",
        progress.reviewed(),
        progress.claims,
        part(progress.disputed, "disputed"),
        part(progress.contested, "contested"),
    )
}
