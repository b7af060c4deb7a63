//! Searching the article and the claims.

use crate::app::action::Action;
use crate::app::dialog::{Dialog, SearchDialog};
use crate::app::field::{Field, Lines};
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::page::Follows;
use crate::app::place::Place;
use crate::app::search::{Answer, Found, Key, Search, Wanted};
use crate::text::{ByteOffset, Pattern};

/// Opens the line for what is searched.
pub(super) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Search(Box::new(SearchDialog {
        field: Field::new("", Lines::One),
        is_expression: false,
        wrong: None,
        origin: Place::of(model),
        from: here(model),
        before: model.search.take(),
    })));
}

/// Searches anew after something was typed, from where the reader was.
pub(super) fn search_again(model: &mut Model) {
    let Some(Dialog::Search(dialog)) = &mut model.dialog else {
        return;
    };
    let typed = dialog.field.text();
    let expression = match typed.strip_prefix('/') {
        Some(rest) => Some(rest),
        None => dialog.is_expression.then_some(typed),
    };
    let pattern = match expression {
        Some("") => Ok(None),
        Some(expression) => Pattern::expression(expression).map(Some),
        None => Ok(Pattern::words(typed)),
    };
    let known = model.search.as_ref().map(|it| it.pattern().clone());
    if pattern.as_ref().is_ok_and(|it| *it == known) && dialog.wrong.is_none() {
        return;
    }
    dialog.wrong = pattern.as_ref().err().map(ToString::to_string);
    let wanted = Wanted::From(dialog.from);
    let origin = dialog.origin.clone();
    let pattern = pattern.ok().flatten();
    model.search = pattern.map(|it| Search::new(it, Some(wanted)));
    if model.search.is_none() {
        return origin.come_back(model);
    }
    go_on(model);
}

/// Takes what is typed for words, or for a regular expression.
pub(super) fn toggle_expression(model: &mut Model) {
    if let Some(Dialog::Search(dialog)) = &mut model.dialog {
        dialog.is_expression = !dialog.is_expression;
    }
    search_again(model);
}

/// Searches a little further, as long as there is something left to look at.
pub(super) fn go_on(model: &mut Model) {
    let Some(search) = &mut model.search else {
        return;
    };
    let listing = &model.listing;
    // Claims and the first stretch of the article belong together.
    for _ in 0..2 {
        search.step(
            &model.review,
            model.page.article().text(),
            model.page.ranges(),
            |it| listing.index_of(it).is_some(),
        );
    }
    bring(model);
}

/// Leaves the line; what was found stays marked, the reader where it is.
pub(super) fn keep(model: &mut Model, dialog: SearchDialog) {
    match (&model.search, dialog.wrong) {
        (_, Some(wrong)) => {
            model.notice = Notice::Failed(wrong.clone());
            let wrong = Some(wrong);
            model.dialog = Some(Dialog::Search(Box::new(SearchDialog { wrong, ..dialog })));
        }
        (None, None) => model.notice = Notice::Told("nothing is searched".to_owned()),
        (Some(_), None) => {
            // Letter by letter the search has led there already.
            if dialog.origin != Place::of(model) {
                model.jumps.leave(dialog.origin);
            }
            tell(model, false);
        }
    }
}

/// Leaves the line, back to where the reader was and to what was searched before.
pub(super) fn forget(model: &mut Model, dialog: SearchDialog) {
    model.search = dialog.before;
    dialog.origin.come_back(model);
}

/// To the next or the previous match, as often as the count says.
pub(super) fn step(model: &mut Model, wanted: fn(Key) -> Wanted) {
    let times = model.count.unwrap_or(1).clamp(1, MOST_TIMES);
    if model.search.is_none() {
        let key = model.keymap.key(Action::Search);
        let searches = key.map(|it| format!(": {it} does it")).unwrap_or_default();
        model.notice = Notice::Told(format!("nothing was searched yet{searches}"));
        return;
    }
    for _ in 0..times {
        let here = here(model);
        let Some(search) = &mut model.search else {
            return;
        };
        search.wanted = Some(match search.at {
            Some(found) => wanted(search.key(found)),
            // Where the reader has gone on alone, what begins here is next.
            None if matches!(wanted(here), Wanted::After(_)) => Wanted::From(here),
            None => wanted(here),
        });
        go_on(model);
    }
}

/// A count beyond this is a slip of the finger.
const MOST_TIMES: usize = 1000;

/// Where the reader was before a key: one who goes elsewhere alone is told the
/// next match from there.
pub(super) struct Before {
    at: Option<Found>,
    place: (usize, usize, ByteOffset),
}

impl Before {
    /// Where the reader is.
    pub(super) fn of(model: &Model) -> Self {
        Self {
            at: model.search.as_ref().and_then(|it| it.at),
            place: (model.cursor, model.page.top, model.page.caret.place),
        }
    }

    /// Looks where the reader is now.
    pub(super) fn look(self, model: &mut Model) {
        let now = Self::of(model);
        if let Some(search) = &mut model.search
            && now.at == self.at
            && now.place != self.place
        {
            search.at = None;
        }
    }
}

/// Brings the reader to what is wanted, once it is known.
fn bring(model: &mut Model) {
    let Some(search) = &mut model.search else {
        return;
    };
    let (found, is_round) = match search.resolve() {
        Answer::Pending => return,
        Answer::Nothing => (None, false),
        Answer::At(found) => (Some(found), false),
        Answer::RoundTheEnd(found) => {
            (Some(found), !matches!(search.wanted, Some(Wanted::From(_))))
        }
    };
    search.wanted = None;
    search.at = found;
    match found {
        Some(found) => show(model, found),
        // As it would be without the line: nothing was found for it.
        None => {
            if let Some(Dialog::Search(dialog)) = &model.dialog {
                dialog.origin.clone().come_back(model);
            }
        }
    }
    if model.dialog.is_none() {
        tell(model, is_round);
    }
}

/// Shows what was found: the claim it belongs to, and its place in the article.
fn show(model: &mut Model, found: Found) {
    match found {
        Found::Claim(position, _) => model.go_to(position),
        Found::Place(range) => {
            let current = model.current();
            let claims = model.page.claims_at(range.start, current);
            let listed = claims.filter(|it| model.listing.index_of(*it).is_some());
            if let Some(position) = listed {
                model.go_to(position);
            } else if model.heights.article == 0 {
                // One pane at a time: it has to be the one that shows the place.
                model.focus = Pane::Article;
            }
            model.page.bring(range.start, model.heights.article);
        }
    }
}

fn tell(model: &mut Model, is_round: bool) {
    let Some(search) = &model.search else {
        return;
    };
    let typed = search.pattern().typed();
    let told = match search.at {
        Some(found) => {
            let keys = [Action::NextMatch, Action::PreviousMatch].map(|it| model.keymap.key(it));
            let keys = match keys {
                [Some(next), Some(previous)] => format!(" · {next} next, {previous} previous"),
                _ => String::new(),
            };
            let round = if is_round { ", round the end" } else { "" };
            format!("{}{round}: {typed}{keys}", told_match(search, found))
        }
        None if search.is_done() => format!("no match: {typed}"),
        None => format!("searching: {typed}"),
    };
    model.notice = Notice::Told(told);
}

/// "match 3 of 17", where it is a claim's "in its note".
pub fn told_match(search: &Search, found: Found) -> String {
    let place = match found {
        Found::Claim(_, words) => format!(" in the {words}"),
        Found::Place(_) => String::new(),
    };
    let number = search.number(found);
    format!("match {number} of {}{place}", search.told_count())
}

/// Where the reader is, in reading order.
fn here(model: &Model) -> Key {
    if let Some(search) = &model.search
        && let Some(found) = search.at
    {
        return search.key(found);
    }
    match model.current() {
        Some(position) if model.page.follows == Follows::Claim => {
            Key::of_claim(position, model.page.range(position))
        }
        _ if model.focus == Pane::Article && model.page.follows == Follows::Caret => {
            Key::at(model.page.caret.place)
        }
        _ => Key::at(model.page.place_at(model.page.top)),
    }
}

#[cfg(test)]
mod tests;
