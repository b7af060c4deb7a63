//! The current claim: wording, verdicts, sources, figures.

use ratatui::layout::Rect;

use crate::app::{Model, Pane};
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::view::found;

/// Draws the rows of the current claim that are on the screen.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let height = usize::from(body(area).height);
    let rows = model.detail.rows();
    let below = rows.len().saturating_sub(model.detail.top + height);
    let after = match (below, model.detail.top) {
        (0, 0) => String::new(),
        (0, _) => "end".to_owned(),
        (1, _) => "1 row more".to_owned(),
        _ => format!("{below} rows more"),
    };
    let name = match model.current() {
        Some(position) => format!("Claim {}", position + 1),
        None => "Claim".to_owned(),
    };
    title(canvas, area, &name, &after, model.focus == Pane::Claim);
    let area = body(area);
    for (row, words) in (0..area.height).zip(rows.iter().skip(model.detail.top)) {
        let mut pen = Pen::new(canvas, area, row);
        let mut places = Vec::new();
        for it in words {
            places.push((pen.room(), it));
            pen.words(it);
        }
        for (room, it) in places {
            let place = Rect {
                x: area.right() - room.min(area.width),
                y: area.y + row,
                width: room,
                height: 1,
            };
            found::mark_words(canvas, place, it.text.as_str(), model);
        }
    }
}
