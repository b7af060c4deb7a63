//! The list of claims: number, verdict, wording.

use ratatui::layout::Rect;

use crate::app::{ColourBy, Model, Order, Pane, glyph};
use crate::claim::Status;
use crate::text::{AmbiguousWidth, Column, pad, truncate};
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;
use crate::tui::view::found;

/// Columns of the word for what became of a claim.
const WORD: Column = Column(10);

/// Draws the rows of the list that are on the screen, and no others.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let positions = model.listing.positions();
    let all = model.review().claims().len();
    let mut after = match model.listing.index_of(model.cursor) {
        Some(index) => format!("{} of {}", index + 1, positions.len()),
        None => "none".to_owned(),
    };
    if let Some(status) = model.listing.filter().status {
        after = format!("{} only, {after}", status.name());
    }
    let conditions = model.listing.filter().conditions.typed();
    if !conditions.is_empty() {
        after = format!("{after}, {conditions}");
    }
    if !model.marks.is_empty() {
        after = format!("{after}, {} marked", model.marks.len());
    }
    if let Some(pass) = model.listing.filter().pass {
        after = format!("{after}, pass {}: {}", pass.number(), pass.name());
    }
    if model.listing.order() != Order::Article {
        after = format!("{after}, {}", model.listing.order().name());
    }
    if model.colour_by != ColourBy::Verdict {
        after = format!("{after}, colours: {}", model.colour_by.name());
    }
    title(canvas, area, "Claims", &after, model.focus == Pane::Claims);
    let area = body(area);
    let digits = all.max(1).to_string().len();
    for row in 0..area.height {
        let Some(&position) = positions.get(model.listing.top + usize::from(row)) else {
            break;
        };
        let claim = &model.review().claims()[position];
        let status = model.status(position);
        let is_current = position == model.cursor;
        let mut pen = Pen::new(canvas, area, row);
        pen.own(if is_current { ">" } else { " " }, style::TITLE);
        pen.any(&format!("{:>digits$}", position + 1), style::LINE);
        let is_marked = model.marks.contains(&claim.id);
        pen.own(if is_marked { "*" } else { " " }, style::TITLE);
        let tint = model.tint(position);
        let style = style::of_hue(tint.hue);
        let sign = match claim.conflict {
            Some(_) => Status::Contested,
            None => status,
        };
        pen.own(glyph(sign), style);
        let has_changed = model.compared().is_some_and(|it| it.differs(claim));
        let mark = match (has_changed, model.remembered.has(&claim.id)) {
            (true, _) => '±',
            (false, true) => '~',
            (false, false) => ' ',
        };
        let word = truncate(&tint.word, WORD, AmbiguousWidth::Narrow);
        let word = pad(&word, WORD, AmbiguousWidth::Narrow);
        pen.any(&format!(" {word}{mark}"), style);
        let room = pen.room();
        pen.cut(&claim.wording, ratatui::style::Style::new());
        if is_current {
            Pen::new(canvas, area, row).restyle(style::CURRENT);
        }
        let wording = Rect {
            x: area.right() - room.min(area.width),
            y: area.y + row,
            width: room,
            height: 1,
        };
        found::mark_words(canvas, wording, &claim.wording, model);
    }
    if positions.is_empty() {
        let words = if all == 0 {
            " no claim was found in this article"
        } else {
            " no claim of this kind; F lists all"
        };
        Pen::new(canvas, area, 0).own(words, style::LINE);
    }
}
