//! The palette: what was typed, and what it finds.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{ACTIONS, Entry, Model, Palette, PaletteItem, Role, glyph};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::prompt;

/// Columns of the names and of the keys.
const NAME: usize = 20;
const KEYS: usize = 10;

/// Draws the palette; answers with where its caret is.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    palette: &Palette,
) -> Position {
    let found = match palette.found.len() {
        0 => "nothing has these words".to_owned(),
        count => format!("{} of {count}", palette.at + 1),
    };
    title(canvas, area, "What to do", &found, true);
    let area = body(area);
    Pen::new(canvas, area, 0).own(": ", style::of(Role::Key));
    let field = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        height: area.height.min(1),
        ..area
    };
    let caret = prompt::draw_field(
        canvas,
        field,
        &palette.field,
        Column(usize::from(field.width)),
    );
    let list = body(area);
    for row in 0..list.height {
        let at = palette.top + usize::from(row);
        let Some(item) = palette.found.get(at) else {
            break;
        };
        let mut pen = Pen::new(canvas, list, row);
        pen.own(if at == palette.at { ">" } else { " " }, style::TITLE);
        match item {
            PaletteItem::Action(row) => action(&mut pen, model, &ACTIONS[*row]),
            PaletteItem::Claim(position) => claim(&mut pen, model, *position),
            PaletteItem::Source(at) => {
                pen.any(&format!(" {:<NAME$} ", "source"), style::of(Role::Dim));
                pen.cut(palette.source(*at), Style::new());
            }
        }
        if at == palette.at {
            Pen::new(canvas, list, row).restyle(style::CURRENT);
        }
    }
    caret
}

/// An action: its name, its key, what it does.
fn action(pen: &mut Pen<'_>, model: &Model, entry: &Entry) {
    let key = model.keymap.key(entry.action).map(|it| it.to_string());
    let key = key.unwrap_or_default();
    pen.any(&format!(" {:<NAME$} ", entry.name), Style::new());
    pen.any(&format!("{key:<KEYS$} "), style::of(Role::Key));
    pen.cut(entry.help, style::of(Role::Dim));
}

/// A claim: its number, what became of it, its wording.
fn claim(pen: &mut Pen<'_>, model: &Model, position: usize) {
    let Some(claim) = model.review().claims().get(position) else {
        return;
    };
    let status = model.status(position);
    let number = format!("claim {}", position + 1);
    pen.any(&format!(" {number:<NAME$} "), style::of(Role::Dim));
    pen.own(glyph(status), style::of(Role::Status(status)));
    pen.own(" ", Style::new());
    pen.cut(&claim.wording, Style::new());
}
