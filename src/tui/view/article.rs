//! The article, its claims tinted, the current one turned round.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{GUTTER, Hue, Mark, Model, Pane, Stretch, glyph};
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::found;

/// Draws the article.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let page = &model.page;
    let rows = page.rows();
    let height = usize::from(body(area).height);
    let place = match rows {
        _ if rows <= height => String::new(),
        _ => format!("{} %", (page.top + height).min(rows) * 100 / rows),
    };
    let focused = model.focus == Pane::Article;
    let name = if page.shows_left_out() {
        "Article, with what was left out"
    } else {
        "Article"
    };
    title(canvas, area, name, &place, focused);
    let area = body(area);
    let current = model.current();
    for row in 0..area.height {
        let index = page.top + usize::from(row);
        if index >= rows {
            break;
        }
        draw_row(canvas, area, row, model, current, index);
    }
    found::mark_article(canvas, area, model);
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    row: u16,
    model: &Model,
    current: Option<usize>,
    index: usize,
) {
    let page = &model.page;
    if model.is_reading {
        let mut pen = Pen::new(canvas, area, row);
        pen.skip(GUTTER);
        for piece in page.pieces(index, None) {
            let stretch = match piece.stretch {
                Stretch::Claim(_) => Stretch::Text,
                other => other,
            };
            let hue = |_| Hue::Plain;
            pen.piece(&piece, style::of_stretch(stretch, piece.is_mark, None, hue));
        }
        return;
    }
    let shows_current = current.is_some_and(|it| page.shows(index, it));
    let mut pen = Pen::new(canvas, area, row);
    // The sign of the claim that starts here, so that no verdict is colour alone.
    match page.claim_starting_in(index, current) {
        Some(position) => {
            let status = model.status(position);
            pen.own(glyph(status), style::of_hue(model.tint(position).hue));
        }
        None => drop(pen.skip(1)),
    }
    pen.own(if shows_current { ">" } else { " " }, style::TITLE);
    debug_assert_eq!(GUTTER, 2);
    let focused = model.focus == Pane::Article && model.dialog().is_none();
    let mut caret_is_due = focused && page.row_of_caret() == index;
    for piece in page.pieces(index, current) {
        let hue = |position| model.tint(position).hue;
        let style = style::of_stretch(piece.stretch, piece.is_mark, current, hue);
        let style = match piece.mark {
            Mark::Caret if focused => {
                caret_is_due = false;
                style::caret(style)
            }
            Mark::Caret | Mark::Selected if page.selects() => style::selected(style),
            Mark::Caret | Mark::Selected | Mark::None => style,
        };
        pen.piece(&piece, style);
    }
    // On a line break, or on a space that hangs over the row's end.
    if caret_is_due {
        pen.own(" ", style::caret(Style::new()));
    }
}
