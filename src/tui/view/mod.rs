//! A frame, made of the model: one file per pane. A view reads and never writes.

mod article;
mod articles;
#[cfg(test)]
mod articles_screens;
mod claim;
mod claims;
mod conditions;
mod footer;
mod form;
mod found;
mod header;
mod help;
mod lesson;
mod menu;
#[cfg(test)]
mod monkey;
mod palette;
mod prompt;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod source_screens;
mod sources;
#[cfg(test)]
mod ways;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Dialog, Model, Panes, SMALLEST};
use crate::text::AmbiguousWidth;
use crate::tui::paint::{Canvas, Pen, clear};
use crate::tui::style;

pub use articles::draw as draw_articles;

/// Draws the whole screen: a function of the model and the panes.
pub fn draw(frame: &mut Frame<'_>, model: &Model, panes: &Panes) {
    // The screen may have shrunk since the panes were made; the next frame knows.
    let panes = &Panes {
        screen: panes.screen.intersection(frame.area()),
        ..*panes
    };
    if panes.too_small {
        return too_small(frame, panes.screen);
    }
    let mut canvas = Canvas::new(frame.buffer_mut(), model.preferences.ambiguous_width);
    let canvas = &mut canvas;
    header::draw(canvas, panes.header, model);
    if let Some(area) = panes.article {
        article::draw(canvas, area, model);
    }
    if let Some(area) = panes.claims {
        claims::draw(canvas, area, model);
    }
    if let Some(area) = panes.claim {
        claim::draw(canvas, area, model);
    }
    if let Some(area) = panes.separator {
        for row in 0..area.height {
            Pen::new(canvas, area, row).own("│", style::LINE);
        }
    }
    if let (Some(lesson), Some(area)) = (model.lesson(), panes.lesson) {
        lesson::draw(canvas, area, lesson, &model.keymap);
    }
    footer::draw(canvas, panes, model);
    let (Some(dialog), Some(area)) = (model.dialog(), panes.dialog) else {
        return;
    };
    clear(canvas, area);
    let caret = draw_dialog(canvas, area, model, dialog);
    // The terminal's own cursor: input methods open their window beside it.
    if let Some(position) = caret.filter(|it| frame.area().contains(*it)) {
        frame.set_cursor_position(position);
    }
}

/// Draws what stands before the review; answers with where its caret is.
fn draw_dialog(
    canvas: &mut Canvas<'_>,
    area: Rect,
    model: &Model,
    dialog: &Dialog,
) -> Option<Position> {
    match dialog {
        Dialog::Reason(_) | Dialog::Filter | Dialog::Editor(_) => {
            menu::draw(canvas, area, model, dialog);
            None
        }
        Dialog::Choice(choice) => {
            menu::draw_choice(canvas, area, choice);
            None
        }
        Dialog::Sources(it) => {
            sources::draw(canvas, area, model, it);
            None
        }
        Dialog::Help(it) => help::draw(canvas, area, model, it),
        Dialog::Welcome => {
            help::draw_welcome(canvas, area, model);
            None
        }
        Dialog::Palette(it) => Some(palette::draw(canvas, area, model, it)),
        Dialog::Text(it) => Some(prompt::draw(canvas, area, it)),
        Dialog::Line(it) => Some(prompt::draw_line(canvas, area, it)),
        Dialog::Conditions(it) => Some(conditions::draw(canvas, area, it)),
        Dialog::Search(it) => Some(found::draw_line(canvas, area, model, it)),
        Dialog::Source(form) => form::draw(canvas, area, form),
    }
}

fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let wanted = format!("needs {} x {}", SMALLEST.width, SMALLEST.height);
    let rows = [
        "window too small",
        &wanted,
        "all keys still work",
        "q quits",
    ];
    let mut canvas = Canvas::new(frame.buffer_mut(), AmbiguousWidth::Narrow);
    for (row, words) in (0..).zip(rows) {
        Pen::new(&mut canvas, area, row).any(words, ratatui::style::Style::new());
    }
}
