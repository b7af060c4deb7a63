//! Finding an action, a claim or a source by its words.

use std::sync::Arc;

use crate::app::action::ACTIONS;
use crate::app::dialog::{Dialog, Palette, PaletteItem};
use crate::app::effect::Effect;
use crate::app::field::{Field, Lines};
use crate::app::model::Model;
use crate::app::stock::Stock;
use crate::app::update::{act, sources};
use crate::claim::Timestamp;

/// Opens the palette with all actions of the review.
pub(super) fn open(model: &mut Model) {
    let stock = Stock::of(model.review.claims());
    model.dialog = Some(Dialog::Palette(Palette {
        field: Field::new("", Lines::One),
        found: stock.find(""),
        stock: Arc::new(stock),
        at: 0,
        top: 0,
    }));
}

/// Looks again after something was typed.
pub(super) fn search_again(model: &mut Model) {
    if let Some(Dialog::Palette(palette)) = &mut model.dialog {
        let found = palette.stock.find(palette.field.text());
        if found != palette.found {
            palette.found = found;
            palette.at = 0;
            palette.top = 0;
        }
    }
}

/// Moves the cursor of the list, round its ends.
pub(super) fn move_by(model: &mut Model, steps: isize) {
    if let Some(Dialog::Palette(palette)) = &mut model.dialog {
        palette.at = moved(palette.at, steps, palette.found.len());
    }
}

/// A place in a list of `length`, `steps` further, round its ends.
pub(super) fn moved(at: usize, steps: isize, length: usize) -> usize {
    match length {
        0 => 0,
        _ if steps < 0 => (at + length - steps.unsigned_abs() % length) % length,
        _ => (at + steps.unsigned_abs()) % length,
    }
}

/// Does what the cursor is on: an action; goes to a claim, or to the first claim
/// that rests on a source.
pub(super) fn choose(model: &mut Model, palette: &Palette, now: Timestamp) -> Vec<Effect> {
    let id = match palette.found.get(palette.at) {
        None => return Vec::new(),
        Some(PaletteItem::Action(row)) => return act(model, ACTIONS[*row].action, now),
        Some(PaletteItem::Claim(position)) => {
            let claim = model.review.claims().get(*position);
            claim.map(|it| it.id.clone())
        }
        Some(PaletteItem::Source(at)) => palette.stock.sources.get(*at).map(|it| it.claim.clone()),
    };
    if let Some(id) = id {
        sources::go_to(model, &id);
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use crate::app::testing::Desk;

    #[test]
    fn enter_goes_to_a_claim_or_to_the_claim_of_a_source() {
        let mut desk = Desk::of_council(3);
        desk.press(":").write("sat hours").press("enter");
        assert_eq!(desk.at(), 3);
        desk.press("s")
            .paste("https://example.org/minutes")
            .press("enter g :")
            .write("minutes")
            .press("enter");
        assert_eq!(desk.at(), 3);
        desk.press("ctrl-o");
        assert_eq!(desk.at(), 1);
        desk.press(":").write("verify").press("enter");
        assert_eq!(desk.statuses()[0], "verified");
    }
}
