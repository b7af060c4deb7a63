//! The cursor in the article, and what is made of what it selects.

use crate::app::action::Action;
use crate::app::caret::Unit;
use crate::app::effect::Effect;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::page::Follows;
use crate::app::update::judge::{no_claim, short, with_undo};
use crate::app::update::take;
use crate::app::update::travel::Direction;
use crate::review::{
    Command, NoClaim, Placed, Step, add_claim, merge_claims, requote_claim, split_claim,
};
use crate::split::{InsideQuotations, sentences};
use crate::text::ByteRange;

/// Moves the cursor by units, as often as the count says.
pub(super) fn by(model: &mut Model, unit: Unit, direction: Direction) {
    enter(model);
    for _ in 0..model.count.unwrap_or(1).clamp(1, 1000) {
        if !model.page.move_caret(unit, direction == Direction::Forward) {
            break;
        }
    }
    look(model);
}

/// Gives the article the keys: the palette moves its cursor from anywhere. It
/// begins on the current claim.
pub(super) fn enter(model: &mut Model) {
    if model.focus != Pane::Article {
        model.focus = Pane::Article;
        if model.page.follows_claim() {
            model.page.put_caret_on(model.cursor);
        }
    }
}

/// Moves the cursor by rows.
pub(super) fn by_rows(model: &mut Model, rows: usize, direction: Direction) {
    model.page.move_rows(rows, direction == Direction::Forward);
    look(model);
}

/// To the claim before or after the cursor.
pub(super) fn to_claim(model: &mut Model, direction: Direction) {
    enter(model);
    let place = model.page.caret.place;
    let listed = model.listing.positions().iter();
    let starts = listed.filter_map(|it| model.page.range(*it).map(|range| (range.start, *it)));
    let found = match direction {
        Direction::Forward => starts.filter(|it| it.0 > place).min(),
        Direction::Back => starts.filter(|it| it.0 < place).max(),
    };
    match found {
        Some((_, position)) => model.go_to(position),
        None => model.notice = Notice::Told("no claim is listed that way".to_owned()),
    }
}

/// Brings the view to the cursor; what it stands on becomes the current claim,
/// unless something is being selected for the one that is current.
pub(super) fn look(model: &mut Model) {
    model.page.follows = Follows::Caret;
    if model.page.caret.anchor.is_some() {
        return;
    }
    let here = model.page.claim_at_caret(model.current());
    if let Some(position) = here
        && position != model.cursor
        && model.listing.index_of(position).is_some()
    {
        model.make_current(position);
    }
}

/// Begins a selection at the cursor, or forgets the one there is.
pub(super) fn select(model: &mut Model) {
    enter(model);
    let caret = &mut model.page.caret;
    caret.anchor = match caret.anchor {
        Some(_) => None,
        None => Some(caret.place),
    };
    if caret.anchor.is_none() {
        return look(model);
    }
    tell_selection(model);
}

/// Says what can be made of a selection.
pub(super) fn tell_selection(model: &mut Model) {
    let key = |action| model.keymap.key(action).map(|it| it.to_string());
    let key = |action| key(action).unwrap_or_else(|| "(no key)".to_owned());
    model.notice = Notice::Told(format!(
        "move to select; {} makes it a claim, {} gives it to the current one, {} forgets it",
        key(Action::AddClaim),
        key(Action::Requote),
        key(Action::Select)
    ));
}

/// Adds a claim of what is selected; without a selection, of the sentence that
/// the cursor stands in.
pub(super) fn add(model: &mut Model) -> Vec<Effect> {
    let text = model.page.article().text();
    let range = match model.page.caret.selection(text) {
        Some(range) => range,
        None if model.focus == Pane::Article => sentence_here(model),
        None => {
            return select_first(model);
        }
    };
    let made = add_claim(placed(model), range);
    recut(model, made, "added")
}

/// Says how words are selected.
fn select_first(model: &mut Model) -> Vec<Effect> {
    let key = |action| model.keymap.key(action).map(|it| it.to_string());
    let key = |action| key(action).unwrap_or_else(|| "(no key)".to_owned());
    let there = match model.focus {
        Pane::Article => String::new(),
        // The article comes before the list, and after the claim.
        Pane::Claims => format!("{} to the article, ", key(Action::PreviousPane)),
        Pane::Claim => format!("{} to the article, ", key(Action::NextPane)),
    };
    model.notice = Notice::Told(format!(
        "select the words first: {there}{} begins, {} and {} extend it",
        key(Action::Select),
        key(Action::WordForward),
        key(Action::ClauseForward)
    ));
    Vec::new()
}

/// Gives the current claim the words that are selected.
pub(super) fn requote(model: &mut Model) -> Vec<Effect> {
    let Some(position) = model.current() else {
        return no_claim(model);
    };
    let text = model.page.article().text();
    let Some(range) = model.page.caret.selection(text) else {
        return select_first(model);
    };
    let made = requote_claim(placed(model), position, range);
    recut(model, made, "quote changed")
}

/// Cuts the current claim in two before the cursor.
pub(super) fn cut(model: &mut Model) -> Vec<Effect> {
    let Some(position) = model.current() else {
        return no_claim(model);
    };
    let made = split_claim(placed(model), position, model.page.caret.place);
    recut(model, made, "cut in two")
}

/// Joins the current claim with the next one.
pub(super) fn merge(model: &mut Model) -> Vec<Effect> {
    let Some(position) = model.current() else {
        return no_claim(model);
    };
    let made = merge_claims(placed(model), position);
    recut(model, made, "joined")
}

/// Takes what was made as one step; the selection is used up.
pub(super) fn recut(model: &mut Model, made: Result<Command, NoClaim>, done: &str) -> Vec<Effect> {
    let command = match made {
        Ok(command) => command,
        Err(why) => {
            model.notice = Notice::Failed(why.to_string());
            return Vec::new();
        }
    };
    let added = match &command {
        Command::InsertClaim { claim, .. } => Some(claim.id.clone()),
        _ => model.current_claim().map(|it| it.id.clone()),
    };
    let effects = take(model, Step::Do(command));
    if effects.is_empty() {
        return effects;
    }
    model.page.caret.anchor = None;
    let at = added.as_ref().and_then(|it| model.review.position(it));
    if let Some(position) = at
        && model.listing.index_of(position).is_some()
    {
        model.go_to(position);
    }
    if let Some(claim) = added.as_ref().and_then(|it| model.review.claim(it)) {
        let told = format!("{done}: {}", short(claim));
        model.notice = Notice::Told(with_undo(model, told));
    }
    effects
}

/// The sentence that the cursor stands in; empty where it stands in none. What
/// was left out is taken in as it was left out.
fn sentence_here(model: &Model) -> ByteRange {
    let article = model.page.article();
    let place = model.page.caret.place;
    let mut left_out = model.page.left_out().iter();
    if let Some(it) = left_out.find(|it| it.range.covers(place)) {
        return it.range;
    }
    let blocks = article.blocks();
    let at = blocks.partition_point(|it| it.range.end <= place);
    let none = ByteRange::new(place.0, place.0);
    let Some(block) = blocks.get(at).filter(|it| it.range.covers(place)) else {
        return none;
    };
    let start = block.range.start.0;
    let words = block.range.of(article.text());
    let found = sentences(words, article.language(), InsideQuotations::Keep);
    let found = found.into_iter().map(|it| it.shifted(start));
    let mut here = found.filter(|it| it.covers(place));
    here.next().unwrap_or(none)
}

fn placed(model: &Model) -> Placed<'_> {
    Placed {
        article: model.page.article(),
        claims: model.review.claims(),
        ranges: model.page.ranges(),
    }
}
