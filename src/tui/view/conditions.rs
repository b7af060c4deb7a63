//! The line of conditions for the list, and what may stand in it.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{ConditionsDialog, Role};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, columns, title};
use crate::tui::style;
use crate::tui::view::prompt;

/// Draws the line; answers with where its caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, dialog: &ConditionsDialog) -> Position {
    title(canvas, area, "List claims that meet", "", true);
    let area = body(area);
    let field = Rect {
        height: area.height.saturating_sub(1).max(1),
        ..area
    };
    let foot = Rect {
        y: area.bottom().saturating_sub(1),
        height: area.height.saturating_sub(1).min(1),
        ..area
    };
    match &dialog.wrong {
        Some(wrong) => drop(Pen::new(canvas, foot, 0).cut(wrong, style::of(Role::Alert))),
        None => offered(canvas, foot, dialog),
    }
    prompt::draw_field(
        canvas,
        field,
        &dialog.field,
        Column(usize::from(area.width)),
    )
}

/// What may stand at the caret, the one that does marked; those before it give
/// way where not all have room.
fn offered(canvas: &mut Canvas<'_>, area: Rect, dialog: &ConditionsDialog) {
    let words: Vec<&str> = dialog.offered.iter().map(|it| it.words.as_str()).collect();
    let taken = dialog.taken.unwrap_or(0);
    let mut first = taken;
    let mut room = area.width.saturating_sub(1);
    while let Some(before) = first.checked_sub(1) {
        let needed = words[before..=taken.min(words.len().saturating_sub(1))].iter();
        let needed: u16 = needed.map(|it| columns(it).saturating_add(2)).sum();
        if needed > room / 2 {
            break;
        }
        first = before;
    }
    let mut pen = Pen::new(canvas, area, 0);
    for (at, word) in words.iter().enumerate().skip(first) {
        let width = columns(word).saturating_add(2);
        if width > room {
            pen.own("…", style::of(Role::Dim));
            return;
        }
        room -= width;
        let is_taken = dialog.taken == Some(at);
        pen.any(
            word,
            if is_taken {
                style::CURRENT
            } else {
                style::of(Role::Dim)
            },
        );
        pen.own("  ", Style::new());
    }
}
