//! The line that is searched for, and the marks on what was found.

use ratatui::layout::{Position, Rect};

use crate::app::{Found, GUTTER, Model, SearchDialog, told_match};
use crate::text::{Column, Pattern, Visible, truncate, width};
use crate::tui::paint::{Canvas, body, title};
use crate::tui::style;
use crate::tui::view::prompt;

/// Draws the line for what is searched; answers with where its caret is.
pub(super) fn draw_line(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    dialog: &SearchDialog,
) -> Position {
    let is_expression = dialog.is_expression || dialog.field.text().starts_with('/');
    let name = if is_expression {
        "Search by regular expression"
    } else {
        "Search"
    };
    let found = match (&dialog.wrong, model.search()) {
        (Some(wrong), _) => wrong.clone(),
        (None, Some(search)) => match search.at {
            Some(found) => told_match(search, found),
            None if search.is_done() => "no match".to_owned(),
            None => "searching …".to_owned(),
        },
        (None, None) => String::new(),
    };
    title(canvas, area, name, &found, true);
    let area = body(area);
    prompt::draw_field(canvas, area, &dialog.field, Column(usize::from(area.width)))
}

/// Marks what was found in the rows of the article in `area`.
pub(super) fn mark_article(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let Some(search) = model.search() else {
        return;
    };
    let page = &model.page;
    let height = usize::from(area.height);
    for range in search.places_in(page.shown(height)) {
        let is_current = search.at == Some(Found::Place(*range));
        let first = page.row_of(range.start).max(page.top);
        for index in first..(page.top + height).min(page.rows()) {
            let Some((start, end)) = page.columns_in(index, *range) else {
                break;
            };
            let row = u16::try_from(index - page.top).unwrap_or(u16::MAX);
            let text = Rect {
                x: area.x.saturating_add(GUTTER),
                y: area.y.saturating_add(row),
                width: area.width.saturating_sub(GUTTER),
                height: 1,
            };
            mark(canvas, text, start, end, is_current);
        }
    }
}

/// Marks what was found in words that stand in `area`, one row, cut to it.
pub(super) fn mark_words(canvas: &mut Canvas<'_>, area: Rect, words: &str, model: &Model) {
    if let Some(search) = model.search() {
        mark_pattern(canvas, area, words, search.pattern());
    }
}

/// Marks each word of what is typed where it stands in `words`.
pub(super) fn mark_typed(canvas: &mut Canvas<'_>, area: Rect, words: &str, typed: &str) {
    for pattern in typed.split_whitespace().filter_map(Pattern::words) {
        mark_pattern(canvas, area, words, &pattern);
    }
}

fn mark_pattern(canvas: &mut Canvas<'_>, area: Rect, words: &str, pattern: &Pattern) {
    let ambiguous = canvas.ambiguous();
    let room = Column(usize::from(area.width));
    let visible = Visible::line(words);
    let shown = truncate(visible.as_str(), room, ambiguous);
    for range in pattern.ranges(&shown) {
        let columns = |upto: usize| width(&shown[..upto], ambiguous);
        mark(
            canvas,
            area,
            columns(range.start.0),
            columns(range.end.0),
            false,
        );
    }
}

/// Marks the columns from `start` to `end` of `area`: by turning them round, as
/// the terminal may show no colours; what is turned round already, back.
fn mark(canvas: &mut Canvas<'_>, area: Rect, start: Column, end: Column, is_current: bool) {
    let columns = |it: Column| u16::try_from(it.0).unwrap_or(u16::MAX).min(area.width);
    for column in columns(start)..columns(end) {
        let position = Position::new(area.x.saturating_add(column), area.y);
        if let Some(cell) = canvas.cell_mut(position) {
            cell.set_style(style::found(cell.style(), is_current));
        }
    }
}
