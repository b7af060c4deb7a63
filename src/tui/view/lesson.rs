//! What the tutor says.

use ratatui::layout::Rect;

use crate::app::{Keymap, Lesson, Role};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;

/// Draws the step and what to do.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, lesson: &Lesson, keymap: &Keymap) {
    title(canvas, area, &lesson.title(), "", false);
    let area = body(area);
    let columns = Column(usize::from(area.width.saturating_sub(2)));
    for (row, words) in (0..area.height).zip(lesson.rows(keymap, columns)) {
        Pen::new(canvas, area, row)
            .skip(1)
            .any(&words, style::of(Role::Strong));
    }
}
