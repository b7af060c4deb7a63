//! What is listed, and what was left out.

use crate::app::action::Action;
use crate::app::listing::Order;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::{counted, glyph};
use crate::app::tint::ColourBy;
use crate::claim::Status;
use crate::review::{Filter, Pass};
use crate::split::LeftOut;

/// Lists what `filter` lists.
pub(super) fn show(model: &mut Model, filter: Filter) {
    model.dialog = None;
    model.list_anew(filter);
}

/// Lists all claims; while two sides are settled, in turn all and those on which
/// they differ.
pub(super) fn show_all(model: &mut Model) {
    let was_narrow = *model.listing.filter() != Filter::default();
    let told = model.settling.as_mut().map(|settling| {
        settling.shows_all = !settling.shows_all && !was_narrow;
        if settling.shows_all {
            "all claims".to_owned()
        } else {
            format!(
                "only the {} on which the sides differ",
                settling.differing()
            )
        }
    });
    show(model, Filter::default());
    if let Some(told) = told {
        model.notice = Notice::Told(told);
    }
}

/// Lists the claims of one status.
pub(super) fn show_only(model: &mut Model, status: Status) {
    let filter = Filter {
        status: Some(status),
        ..Filter::default()
    };
    show(model, filter);
    let claims = counted(model.listing.positions().len(), "claim");
    let key = model.keymap.key(Action::ClearFilter);
    let all = key
        .map(|it| format!("; {it} lists all"))
        .unwrap_or_default();
    let told = format!("{} {}: {claims}{all}", glyph(status), status.name());
    model.notice = Notice::Told(told);
}

/// Lists all claims and those that were dismissed.
pub(super) fn show_dismissed_too(model: &mut Model) {
    let filter = Filter {
        dismissed: true,
        ..Filter::default()
    };
    show(model, filter);
    let dismissed = model.review.progress().dismissed;
    model.notice = Notice::Told(match dismissed {
        0 => "nothing was dismissed".to_owned(),
        _ => format!("{dismissed} dismissed among them"),
    });
}

/// Shows or hides what was left out of the article.
pub(super) fn toggle_left_out(model: &mut Model) {
    let count = model.page.toggle_left_out();
    tell_left_out(model, count);
}

/// What was left out is known from now on; who has asked for it sees it.
pub(super) fn learn_left_out(model: &mut Model, left_out: Vec<LeftOut>) {
    let count = left_out.len();
    model.page.learn_left_out(left_out);
    if model.page.shows_left_out() {
        tell_left_out(model, Some(count));
    }
}

fn tell_left_out(model: &mut Model, count: Option<usize>) {
    model.notice = Notice::Told(match (count, model.page.shows_left_out()) {
        (None, true) => "what is left out is still being looked for".to_owned(),
        (Some(0), _) => "nothing was left out".to_owned(),
        (Some(count), true) => {
            let stretches = counted(count, "stretch");
            format!("{stretches} left out as nothing to check, each with its reason")
        }
        (_, false) => "what was left out looks like the rest again".to_owned(),
    });
}

/// Lists the same claims in the next order.
pub(super) fn order(model: &mut Model) {
    let order = after(&Order::ALL, model.listing.order());
    model.order_by(order);
    model.notice = Notice::Told(format!("listed {}", order.name()));
}

/// What the colours tell next.
pub(super) fn colour(model: &mut Model) {
    let by = after(&ColourBy::ALL, model.colour_by);
    model.colour(by);
    model.notice = Notice::Told(format!("colours tell the {}", by.name()));
}

/// The next pass; after the last one none.
pub(super) fn next_pass(model: &mut Model) {
    let pass = match model.listing.filter().pass {
        None => Some(Pass::Facts),
        Some(pass) => Pass::ALL.get(pass.number()).copied(),
    };
    let is_whole = pass == Some(Pass::Whole);
    if is_whole != model.page.shows_left_out() {
        model.page.toggle_left_out();
    }
    let filter = Filter {
        pass,
        dismissed: is_whole,
        ..Filter::default()
    };
    show(model, filter);
    if let Some(first) = model.listing.positions().first().filter(|_| pass.is_some()) {
        model.go_to(*first);
    }
    let claims = counted(model.listing.positions().len(), "claim");
    model.notice = Notice::Told(match pass {
        None => "no pass: all claims are listed".to_owned(),
        Some(Pass::Facts) => format!("pass 1 of 3, facts: {claims} to look up"),
        Some(Pass::Criticism) => {
            format!("pass 2 of 3, criticism: {claims} to ask somebody about")
        }
        Some(Pass::Whole) => {
            format!("pass 3 of 3, the whole: {claims}, and what was left out")
        }
    });
}

fn after<T: Copy + PartialEq>(all: &[T], one: T) -> T {
    let at = all.iter().position(|it| *it == one).unwrap_or(0);
    all[(at + 1) % all.len()]
}

#[cfg(test)]
mod tests {
    use crate::app::testing::{Desk, opening};
    use crate::app::{Message, Opening};

    fn desk() -> Desk {
        Desk::with([
            "The council met on Sunday",
            "Critics accuse the council of hiding 3 reports",
            "In 2024, 212 of 230 employees signed, 8 % more than in 2023",
        ])
    }

    #[test]
    fn the_list_is_ordered_by_worth_or_by_what_is_open() {
        let mut desk = desk();
        desk.press("t");
        assert_eq!(desk.model.listing.positions()[0], 2);
        assert_eq!(desk.at(), 1);
        desk.press("g");
        assert_eq!(desk.at(), 3);
        desk.press("v");
        assert_eq!(desk.at(), 2);
        desk.press("t");
        assert_eq!(desk.model.listing.positions(), [0, 1, 2]);
        desk.press("g u t t");
        assert_eq!(desk.notice(), "listed by worth");
        desk.press("t");
        assert_eq!(desk.model.listing.positions(), [1, 0, 2]);
        desk.press("t");
        assert_eq!(desk.model.listing.positions(), [0, 1, 2]);
    }

    #[test]
    fn what_is_left_out_may_come_later_and_is_shown_to_who_has_asked() {
        let opening = opening("One vote.\nIt may rain.", &["One vote."]);
        let left_out = opening.left_out.clone().expect("a sentence");
        let later = |mut opening: Opening| {
            opening.left_out = None;
            Desk::opening(opening)
        };
        let mut desk = later(opening.clone());
        desk.press(".");
        assert_eq!(desk.notice(), "what is left out is still being looked for");
        desk.send(Message::LeftOut(left_out.clone()));
        let told = "1 stretch left out as nothing to check, each with its reason";
        assert_eq!(desk.notice(), told);
        assert_eq!(desk.model.page.left_out(), left_out);
        // Who has not asked is not told.
        let mut desk = later(opening);
        desk.send(Message::LeftOut(left_out));
        assert_eq!(desk.notice(), "");
        desk.press(".");
        assert_eq!(desk.notice(), told);
    }

    #[test]
    fn passes_go_from_facts_over_criticism_to_the_whole() {
        let mut desk = desk();
        desk.press("j D p");
        assert_eq!(desk.notice(), "pass 1 of 3, facts: 2 claims to look up");
        desk.press("v");
        assert_eq!(desk.at(), 3);
        desk.press("p");
        assert!(desk.model.listing.positions().is_empty());
        desk.press("p");
        assert_eq!(desk.model.listing.positions(), [0, 1, 2]);
        assert!(desk.model.page.shows_left_out());
        desk.press("p");
        assert_eq!(desk.model.listing.positions(), [0, 2]);
        assert!(!desk.model.page.shows_left_out());
    }

    #[test]
    fn colours_tell_what_is_asked_for_and_a_word_says_the_same() {
        let mut desk = desk();
        let mut words = |keys: &str| {
            desk.press(keys);
            (0..3)
                .map(|it| desk.model.tint(it).word)
                .collect::<Vec<_>>()
        };
        assert_eq!(words("v"), ["verified", "unreviewed", "unreviewed"]);
        assert_eq!(words("K"), ["event", "count", "count"]);
        assert_eq!(words("K"), ["no source"; 3]);
        assert_eq!(words("K"), ["Ana Ruiz", "nobody", "nobody"]);
        assert_eq!(words("K")[0], "verified");
    }
}
