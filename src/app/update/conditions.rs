//! Conditions for what is listed, typed in a line.

use crate::app::action::Action;
use crate::app::dialog::{ConditionsDialog, Dialog};
use crate::app::field::{Field, Lines};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::counted;
use crate::app::update::{list, palette, source};
use crate::review::{Conditions, Filter, Known, complete};

/// Opens the line, with the conditions that hold now.
pub(super) fn open(model: &mut Model) {
    let typed = model.listing.filter().conditions.typed();
    model.dialog = Some(Dialog::Conditions(Box::new(ConditionsDialog {
        field: Field::new(typed, Lines::One),
        wrong: None,
        addresses: addresses(model),
        offered: Vec::new(),
        taken: None,
    })));
    look_again(model);
}

/// Where sources can be read that this article or another of the repository uses.
fn addresses(model: &Model) -> Vec<String> {
    let known = source::known(model).into_iter();
    known.filter_map(|it| it.evidence.url).collect()
}

/// Tells what is wrong and what may stand there after something was typed.
pub(super) fn look_again(model: &mut Model) {
    let Some(Dialog::Conditions(dialog)) = &mut model.dialog else {
        return;
    };
    let (typed, caret) = (dialog.field.text(), dialog.field.caret());
    let addresses: Vec<&str> = dialog.addresses.iter().map(String::as_str).collect();
    let names = model.review.claims().iter().flat_map(|it| &it.verdicts);
    let mut names: Vec<&str> = names.map(|it| it.reviewer.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let known = Known {
        reviewers: &names,
        addresses: &addresses,
    };
    dialog.offered = complete(typed, caret, known);
    dialog.taken = None;
    // What is still typed at the end is not wrong yet while something completes it.
    let is_begun = !dialog.offered.is_empty() && caret.0 == typed.len();
    let wrong = Conditions::read(typed).err();
    let wrong = wrong.filter(|it| !(is_begun && it.range.end == caret));
    dialog.wrong = wrong.map(|it| it.to_string());
}

/// Puts the next of what may stand at the caret there.
pub(super) fn complete_next(model: &mut Model) {
    take(model, |taken, count| {
        taken.map_or(0, |it| palette::moved(it, 1, count))
    });
}

/// Puts the one before there.
pub(super) fn complete_previous(model: &mut Model) {
    take(model, |taken, count| {
        palette::moved(taken.unwrap_or(0), -1, count)
    });
}

fn take(model: &mut Model, which: impl Fn(Option<usize>, usize) -> usize) {
    let Some(Dialog::Conditions(dialog)) = &mut model.dialog else {
        return;
    };
    if dialog.offered.is_empty() {
        let told = "nothing that is known begins like this";
        model.notice = Notice::Told(told.to_owned());
        return;
    }
    let next = which(dialog.taken, dialog.offered.len());
    let before = match dialog.taken {
        Some(taken) => dialog.offered[taken].words.len(),
        None => dialog.offered[next].range.len(),
    };
    let offered = &dialog.offered[next];
    let start = offered.range.start.0;
    let typed = dialog.field.text();
    let (end, rest) = (start + before, typed.len() - (start + before));
    let words = format!("{}{}{}", &typed[..start], offered.words, &typed[end..]);
    dialog.field = Field::new(&words, Lines::One);
    for _ in 0..typed_characters(&words[words.len() - rest..]) {
        dialog.field.left();
    }
    dialog.taken = Some(next);
    // The only one that may stand there is taken for good: what follows it is next.
    if dialog.offered.len() == 1 {
        look_again(model);
    }
}

/// Steps of the caret over `words`.
fn typed_characters(words: &str) -> usize {
    let mut field = Field::new(words, Lines::One);
    let mut steps = 0;
    while field.caret().0 > 0 {
        field.left();
        steps += 1;
    }
    steps
}

/// Lists what meets the conditions; where a word is none the line stays open.
pub(super) fn keep(model: &mut Model, mut dialog: Box<ConditionsDialog>) {
    let conditions = match Conditions::read(dialog.field.text()) {
        Ok(conditions) => conditions,
        Err(wrong) => {
            dialog.wrong = Some(wrong.to_string());
            model.dialog = Some(Dialog::Conditions(dialog));
            return;
        }
    };
    list::show(model, Filter::of(conditions));
    if !model.listing.filter().narrows() {
        return;
    }
    let claims = counted(model.listing.positions().len(), "claim");
    let key = model.keymap.key(Action::ClearFilter);
    let all = key.map(|it| format!("; {it} lists all"));
    let all = all.unwrap_or_default();
    model.notice = Notice::Told(format!("{claims}{all}"));
}

#[cfg(test)]
mod tests {
    use crate::app::Dialog;
    use crate::app::testing::Desk;

    fn desk() -> Desk {
        let mut desk = Desk::of_council(3);
        desk.press("v d w");
        desk
    }

    fn line(desk: &Desk) -> (&str, Option<&str>) {
        match desk.model.dialog() {
            Some(Dialog::Conditions(it)) => (it.field.text(), it.wrong.as_deref()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_list_has_what_meets_the_conditions_until_all_is_listed() {
        let mut desk = desk();
        desk.press("f /")
            .write("kind:count -verified")
            .press("enter");
        assert_eq!(desk.model.listing.positions(), [2]);
        assert_eq!(desk.notice(), "1 claim; F lists all");
        assert_eq!(desk.at(), 3);
        desk.press("F");
        assert_eq!(desk.model.listing.positions(), [0, 1, 2]);
    }

    #[test]
    fn the_line_opens_with_what_holds_and_keeps_what_is_wrong() {
        let mut desk = desk();
        desk.press("f /").write("disputed").press("enter f /");
        assert_eq!(line(&desk).0, "disputed");
        desk.write(" kind:x").press("enter");
        assert!(
            line(&desk)
                .1
                .is_some_and(|it| it.starts_with("kind:x: \"x\" is not known"))
        );
        desk.press("esc");
        assert_eq!(desk.model.listing.positions(), [1]);
    }

    #[test]
    fn tab_goes_round_what_may_stand_there() {
        let mut desk = desk();
        desk.press("f /").write("verd").press("tab");
        assert_eq!(line(&desk).0, "verdict:");
        desk.press("tab");
        assert_eq!(line(&desk).0, "verdicts>");
        desk.press("shift-tab").write("v").press("tab");
        assert_eq!(line(&desk).0, "verdict:verified");
        desk.write(" rev")
            .press("tab")
            .press("tab")
            .press("shift-tab");
        assert_eq!(line(&desk).0, "verdict:verified reviewer:");
        desk.write("a").press("tab");
        assert_eq!(line(&desk).0, "verdict:verified reviewer:\"Ana Ruiz\"");
        desk.press("enter");
        assert_eq!(desk.model.listing.positions(), [0]);
    }

    #[test]
    fn findings_are_conditions_and_addresses_are_completed() {
        let mut desk = desk();
        desk.press("g s")
            .paste("https://example.org/letter.pdf")
            .press("enter f /")
            .write("url:letter")
            .press("tab");
        assert_eq!(line(&desk).0, "url:https://example.org/letter.pdf");
        desk.press("enter");
        assert_eq!(desk.model.listing.positions(), [0]);
        desk.press("f / ctrl-u")
            .write("finding:verdict-without")
            .press("enter");
        assert_eq!(desk.model.listing.positions(), [1]);
        desk.press("f / ctrl-u")
            .write("finding:quote-missing")
            .press("enter");
        assert!(desk.model.listing.positions().is_empty());
    }

    #[test]
    fn a_verdict_goes_on_to_the_next_that_is_listed() {
        let mut desk = desk();
        desk.press("g f /").write("kind:count").press("enter v");
        assert_eq!(desk.at(), 3);
        desk.press("g n");
        assert_eq!(desk.at(), 3);
        desk.press("v n");
        assert_eq!(
            desk.notice(),
            "every claim is judged; C commits the claim file"
        );
    }
}
