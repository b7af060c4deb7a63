//! The palette: what was typed, and what it finds.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{ACTIONS, Entry, Model, Palette, PaletteItem, Role, glyph};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::{found, prompt};

/// Columns of the names and of the keys.
const NAME: usize = 20;
const KEYS: usize = 10;

/// Columns before the words of an action.
pub(super) const BEFORE_WORDS: usize = 1 + 1 + NAME + 1 + KEYS + 1;

/// Draws the palette; answers with where its caret is.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    palette: &Palette,
) -> Position {
    let count = match palette.found.len() {
        0 => "nothing has these words".to_owned(),
        count => format!("{} of {count}", palette.at + 1),
    };
    title(canvas, area, "What to do", &count, true);
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
        let words = match item {
            PaletteItem::Action(row) => action(&mut pen, model, &ACTIONS[*row]),
            PaletteItem::Claim(position) => claim(&mut pen, model, *position),
            PaletteItem::Source(at) => {
                pen.any(&format!(" {:<NAME$} ", "source"), style::of(Role::Dim));
                palette.source(*at)
            }
        };
        let text = Rect {
            x: list.right() - pen.room(),
            y: list.y + row,
            width: pen.room(),
            height: 1,
        };
        let is_help = matches!(item, PaletteItem::Action(_));
        let style = if is_help {
            style::of(Role::Dim)
        } else {
            Style::new()
        };
        pen.cut(words, style);
        if at == palette.at {
            Pen::new(canvas, list, row).restyle(style::CURRENT);
        }
        found::mark_typed(canvas, text, words, palette.field.text());
    }
    caret
}

/// Name and key of an action; answers with what it does.
fn action(pen: &mut Pen<'_>, model: &Model, entry: &'static Entry) -> &'static str {
    let key = model.keymap.key(entry.action).map(|it| it.to_string());
    let key = key.unwrap_or_default();
    pen.any(&format!(" {:<NAME$} ", entry.name), Style::new());
    pen.any(&format!("{key:<KEYS$} "), style::of(Role::Key));
    entry.help
}

/// Number and status of a claim; answers with its wording.
fn claim<'a>(pen: &mut Pen<'_>, model: &'a Model, position: usize) -> &'a str {
    let Some(claim) = model.review().claims().get(position) else {
        return "";
    };
    let status = model.status(position);
    let number = format!("claim {}", position + 1);
    pen.any(&format!(" {number:<NAME$} "), style::of(Role::Dim));
    pen.own(glyph(status), style::of(Role::Status(status)));
    pen.own(" ", Style::new());
    &claim.wording
}
