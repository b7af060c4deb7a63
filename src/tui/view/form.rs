//! The form of a source.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{FORM_LABEL, FormValue, Role, SourceForm};
use crate::text::Column;
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::prompt;

/// Draws the form; answers with where its caret is, if a text has it.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, form: &SourceForm) -> Option<Position> {
    let name = match form.at {
        None => "New source".to_owned(),
        Some(at) => format!("Source {}", at + 1),
    };
    title(canvas, area, &name, &format!("claim {}", form.claim), true);
    let area = body(area);
    let columns = Column(usize::from(area.width.saturating_sub(FORM_LABEL)));
    let heights: Vec<usize> = form.rows().iter().map(|it| it.height(columns)).collect();
    // Where not all has room, rows above the caret's give way.
    let upto: usize = heights[..=form.focus()].iter().sum();
    let mut hidden = upto.saturating_sub(usize::from(area.height));
    let mut caret = None;
    let mut y = area.y;
    for (at, row) in form.rows().iter().enumerate() {
        let has_focus = at == form.focus();
        if hidden > 0 && !has_focus {
            hidden = hidden.saturating_sub(heights[at]);
            continue;
        }
        let room = area.bottom().saturating_sub(y);
        let height = u16::try_from(heights[at]).unwrap_or(u16::MAX).min(room);
        let place = Rect { y, height, ..area };
        let style = if has_focus {
            style::FOCUSED
        } else {
            style::of(Role::Dim)
        };
        Pen::new(canvas, place, 0)
            .own(" ", Style::new())
            .own(row.label, style);
        let value = Rect {
            x: place.x + FORM_LABEL.min(place.width),
            width: place.width.saturating_sub(FORM_LABEL),
            ..place
        };
        match &row.value {
            FormValue::Text(field) => {
                let position = prompt::draw_field(canvas, value, field, columns);
                if has_focus {
                    caret = Some(position);
                }
            }
            FormValue::Choice { words, at } => choice(canvas, value, words, *at, has_focus),
        }
        y = y.saturating_add(height);
    }
    offered(
        canvas,
        Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        },
        form,
    );
    caret
}

/// Sources that were used before, as far as there is room.
fn offered(canvas: &mut Canvas<'_>, area: Rect, form: &SourceForm) {
    let offered = form.offered();
    for (row, (source, is_taken)) in (0..area.height).zip(offered.rows()) {
        let mut pen = Pen::new(canvas, area, row);
        let label = if row == 0 { " Used before" } else { "" };
        pen.own(label, style::of(Role::Dim));
        let mut pen = Pen::new(canvas, area, row);
        pen.skip(FORM_LABEL);
        let title = source.title.as_deref().unwrap_or_default();
        let url = source.url.as_deref().unwrap_or_default();
        let between = if title.is_empty() || url.is_empty() {
            ""
        } else {
            " · "
        };
        let style = if is_taken {
            style::of(Role::Strong)
        } else {
            style::of(Role::Dim)
        };
        pen.cut(&format!("{title}{between}{url}"), style);
    }
}

/// All words of a choice, the chosen one in brackets.
fn choice(
    canvas: &mut Canvas<'_>,
    area: Rect,
    words: &'static [&'static str],
    at: usize,
    focus: bool,
) {
    let mut pen = Pen::new(canvas, area, 0);
    for (index, word) in words.iter().enumerate() {
        let is_chosen = index == at;
        let style = match (is_chosen, focus) {
            (true, true) => style::CURRENT,
            (true, false) => style::of(Role::Strong),
            (false, _) => style::of(Role::Dim),
        };
        pen.own(if is_chosen { "[" } else { " " }, style);
        pen.own(word, style);
        pen.own(if is_chosen { "]" } else { " " }, style);
    }
}
