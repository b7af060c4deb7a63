//! Reading the article by itself, before or after its claims.

use crate::app::action::Action;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::page::Follows;
use crate::app::update::travel::Direction;

/// Shows the article alone, from what is on the screen now; again shows its
/// claims, at the same place.
pub(super) fn toggle(model: &mut Model) {
    model.is_reading = !model.is_reading;
    model.page.follows = Follows::Nothing;
    model.page.caret.anchor = None;
    if model.is_reading {
        let key = model.keymap.key(Action::Read);
        let back = key.map(|it| format!("; {it} goes back to the claims"));
        let told = format!("the article by itself{}", back.unwrap_or_default());
        model.notice = Notice::Told(told);
    }
}

/// Whether an action means something while the article is read: claims that
/// cannot be seen are not judged.
pub(super) fn takes(action: Action) -> bool {
    matches!(
        action,
        Action::Read
            | Action::BackToArticles
            | Action::Down
            | Action::Up
            | Action::HalfPageDown
            | Action::HalfPageUp
            | Action::PageDown
            | Action::PageUp
            | Action::First
            | Action::Last
            | Action::Help
            | Action::LeftOut
            | Action::Redraw
            | Action::Suspend
            | Action::Pointer
            | Action::Quit
    )
}

/// Says how to come back to the claims.
pub(super) fn explain(model: &mut Model) {
    let key = model.keymap.key(Action::Read);
    let back = key.map(|it| format!("; {it} goes back to them"));
    let told = format!("the claims are not shown{}", back.unwrap_or_default());
    model.notice = Notice::Told(told);
    model.count = None;
}

/// Turns the page by rows.
pub(super) fn by_rows(model: &mut Model, rows: usize, direction: Direction) {
    model.page.top = match direction {
        Direction::Back => model.page.top.saturating_sub(rows),
        Direction::Forward => model.page.top.saturating_add(rows),
    };
    model.page.follows = Follows::Nothing;
}

/// The pane that moves go to.
pub(super) fn pane(model: &Model) -> Option<Pane> {
    (!model.is_reading).then_some(model.focus)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use crate::app::testing::Desk;
    use crate::app::{panes, settle};

    fn shown(desk: &mut Desk, keys: &str) -> usize {
        for key in keys.split_whitespace() {
            desk.press(key);
            let panes = panes(&desk.model, Size::new(80, 24));
            settle(&mut desk.model, &panes);
        }
        desk.model.page.top
    }

    #[test]
    fn the_article_is_read_by_itself_and_its_place_kept() {
        let text = "A line of it.\n\n".repeat(60) + "The council met.";
        let mut desk = Desk::reading(&text, &["The council met"]);
        shown(&mut desk, "tab");
        let before = shown(&mut desk, "P");
        assert_eq!(shown(&mut desk, "k k"), before - 2);
        assert_eq!(shown(&mut desk, "g"), 0);
        assert_eq!(shown(&mut desk, "v"), 0);
        assert_eq!(desk.statuses(), ["unreviewed"]);
        assert!(desk.notice().contains("P goes back"));
        assert_eq!(shown(&mut desk, "5 j"), 5);
        // Back among the claims the page stays where it was read.
        assert_eq!(shown(&mut desk, "esc"), 5);
        assert!(!desk.model.is_reading);
        assert!(shown(&mut desk, "n") > 90);
    }
}
