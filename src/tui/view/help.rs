//! All keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Model, Scope, Words, help_rows};
use crate::tui::paint::{Pen, body, title};

/// Draws the help of the review from row `top` on.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, top: usize) {
    draw_rows(buffer, area, &help_rows(&model.keymap, &Scope::ALL), top);
}

/// Draws rows of help from row `top` on.
pub(super) fn draw_rows(buffer: &mut Buffer, area: Rect, rows: &[Vec<Words>], top: usize) {
    let height = usize::from(body(area).height);
    let after = match rows.len() {
        length if length <= height => String::new(),
        length => format!("{} %", (top + height).min(length) * 100 / length),
    };
    title(buffer, area, "Keys", &after, true);
    let area = body(area);
    for (row, words) in (0..area.height).zip(rows.iter().skip(top)) {
        let mut pen = Pen::new(buffer, area, row);
        for it in words {
            pen.words(it);
        }
    }
}
