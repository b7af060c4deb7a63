//! Back to where one was, and forward again.

use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::place::Place;
use crate::review::Filter;

/// Where the reader was before an action that may lead far.
pub(super) struct Origin(Option<Place>);

impl Origin {
    /// Where the reader is now, if `action` may lead far.
    pub(super) fn of(model: &Model, action: Action) -> Self {
        let is_far = matches!(
            action,
            Action::First
                | Action::Last
                | Action::NextUnreviewed
                | Action::PreviousUnreviewed
                | Action::NextMatch
                | Action::PreviousMatch
                | Action::Undo
                | Action::Redo
        );
        Self(is_far.then(|| Place::of(model)))
    }

    /// Where the reader is now, whatever leads away.
    pub(super) fn here(model: &Model) -> Self {
        Self(Some(Place::of(model)))
    }

    /// Remembers it where the reader went elsewhere.
    pub(super) fn look(self, model: &mut Model) {
        if let Some(place) = self.0.filter(|it| *it != Place::of(model)) {
            model.jumps.leave(place);
        }
    }
}

/// Back to where one was before going far, as often as the count says.
pub(super) fn back(model: &mut Model) {
    go(
        model,
        |model, here| model.jumps.back(here),
        "there is no place before this one",
    );
}

/// Forward again.
pub(super) fn forward(model: &mut Model) {
    go(
        model,
        |model, here| model.jumps.forward(here),
        "there is no place after this one",
    );
}

/// Goes through the places, `next` after `next`.
fn go(model: &mut Model, next: fn(&mut Model, Place) -> Option<Place>, none: &str) {
    let times = model.count.unwrap_or(1).max(1);
    let mut there = None;
    for _ in 0..times {
        let here = there.clone().unwrap_or_else(|| Place::of(model));
        match next(model, here) {
            Some(place) => there = Some(place),
            None => break,
        }
    }
    let Some(there) = there else {
        model.notice = Notice::Told(none.to_owned());
        return;
    };
    if there.is_hidden(model) {
        model.list_anew(Filter::default());
        model.notice =
            Notice::Told("all claims are listed again: it was not among them".to_owned());
    }
    there.come_back(model);
}

#[cfg(test)]
mod tests {
    use crate::app::testing::Desk;

    fn desk() -> Desk {
        Desk::of_council(4)
    }

    #[test]
    fn one_goes_back_and_forward_over_far_ways() {
        let mut desk = desk();
        desk.press("j G").press("2 G");
        assert_eq!(desk.at(), 2);
        desk.press("ctrl-o");
        assert_eq!(desk.at(), 4);
        desk.press("alt-left");
        assert_eq!(desk.at(), 2);
        desk.press("ctrl-o");
        assert_eq!(desk.notice(), "there is no place before this one");
        desk.press("I");
        assert_eq!(desk.at(), 4);
        desk.press("alt-right");
        assert_eq!(desk.at(), 2);
        desk.press("I");
        assert_eq!(desk.notice(), "there is no place after this one");
        desk.press("2 ctrl-o");
        assert_eq!(desk.at(), 2);
    }

    #[test]
    fn a_new_way_gives_up_what_lay_ahead() {
        let mut desk = desk();
        desk.press("G g ctrl-o");
        assert_eq!(desk.at(), 4);
        desk.press("3 G I");
        assert_eq!(desk.notice(), "there is no place after this one");
        desk.press("ctrl-o");
        assert_eq!(desk.at(), 4);
    }

    #[test]
    fn a_search_leads_back_to_where_it_began() {
        let mut desk = desk();
        desk.press("j /").write("rained").press("enter");
        assert_eq!(desk.at(), 4);
        desk.press("ctrl-o");
        assert_eq!(desk.at(), 2);
        desk.press("/").write("rained").press("esc I");
        assert_eq!(desk.at(), 4);
    }

    #[test]
    fn what_is_not_listed_any_more_is_listed_again() {
        let mut desk = desk();
        desk.press("v G f v");
        assert_eq!(desk.at(), 1);
        desk.press("ctrl-o");
        assert_eq!(desk.model.listing.positions().len(), 4);
        assert_eq!(desk.at(), 2);
    }
}
