//! How much of the screen each pane has.

use ratatui::layout::Rect;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::layout::Share;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;

/// Gives the whole screen to the pane that has the keys, or shows all again.
pub(super) fn zoom(model: &mut Model) {
    model.is_zoomed = !model.is_zoomed;
    if model.is_zoomed {
        let again = key(model, Action::Zoom);
        let told = format!("this pane alone{again} shows all of them");
        model.notice = Notice::Told(told);
    }
}

/// Makes the pane that has the keys larger by some twentieths, or smaller, and
/// asks for that to be remembered.
pub(super) fn grow(model: &mut Model, parts: i16) -> Vec<Effect> {
    let parts = parts.saturating_mul(times(model));
    let panes = &model.shown;
    let (Some(article), Some(claims)) = (panes.article, panes.claims) else {
        return alone(model);
    };
    let rows = |pane: Option<Rect>| pane.map_or(0, |it| it.height);
    let is_beside = panes.separator.is_some();
    let whole = if is_beside {
        article.height
    } else {
        article.height + claims.height + rows(panes.claim)
    };
    let (share, parts, cells, whole) = match (model.focus, is_beside) {
        (Pane::Article, true) => (
            Share::ArticleColumns,
            parts,
            article.width,
            panes.screen.width,
        ),
        (Pane::Article, false) => (Share::ArticleRows, parts, article.height, whole),
        (Pane::Claims, true) => (Share::ListBeside, parts, claims.height, whole),
        (Pane::Claims, false) => (Share::ListBelow, parts, claims.height, whole),
        // What the list has less of the claim has more.
        (Pane::Claim, true) => (Share::ListBeside, -parts, claims.height, whole),
        (Pane::Claim, false) => (Share::ListBelow, -parts, claims.height, whole),
    };
    if !model.layout.grow(share, parts, cells, whole) {
        model.notice = Notice::Told("the pane is as large or as small as it goes".to_owned());
        return Vec::new();
    }
    vec![Effect::RememberLayout(model.layout)]
}

/// What to say where only one pane is on the screen.
fn alone(model: &mut Model) -> Vec<Effect> {
    let told = if model.is_zoomed {
        format!("this pane is alone{} shows all", key(model, Action::Zoom))
    } else {
        "this window has room for one pane".to_owned()
    };
    model.notice = Notice::Told(told);
    Vec::new()
}

fn times(model: &Model) -> i16 {
    let count = model.count.unwrap_or(1).clamp(1, 20);
    i16::try_from(count).unwrap_or(1)
}

fn key(model: &Model, action: Action) -> String {
    let key = model.keymap.key(action);
    key.map_or_else(String::new, |it| format!("; {it}"))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::testing::Desk;
    use crate::app::{panes, settle};

    /// Presses keys, and answers with columns and rows of the article, the list
    /// and the claim.
    fn shown(desk: &mut Desk, keys: &str, columns: u16, rows: u16) -> [Option<(u16, u16)>; 3] {
        let lay_out = |desk: &mut Desk| {
            let panes = panes(&desk.model, Size::new(columns, rows));
            settle(&mut desk.model, &panes);
            [panes.article, panes.claims, panes.claim].map(|it| it.map(|it| (it.width, it.height)))
        };
        lay_out(desk);
        for key in keys.split_whitespace() {
            desk.press(key);
            lay_out(desk);
        }
        lay_out(desk)
    }

    fn desk() -> Desk {
        Desk::with(["212 of 230 signed", "The council met on Sunday"])
    }

    #[test]
    fn a_pane_that_is_zoomed_has_the_whole_screen() {
        let mut desk = desk();
        let all = shown(&mut desk, "", 120, 40);
        let zoomed = shown(&mut desk, "ctrl-f", 120, 40);
        assert_eq!(zoomed, [None, Some((120, 37)), None]);
        // The keys go on to another pane, which then has it.
        let other = shown(&mut desk, "tab tab", 120, 40);
        assert_eq!(other, [Some((120, 37)), None, None]);
        assert_eq!(shown(&mut desk, "ctrl-f", 120, 40), all);
    }

    #[test]
    fn a_pane_grows_and_shrinks_and_that_is_to_be_remembered() {
        let mut desk = desk();
        let [article, claims, claim] = shown(&mut desk, "", 120, 40);
        assert_eq!((article, claims), (Some((66, 37)), Some((53, 14))));
        assert_eq!(claim, Some((53, 23)));
        let [_, claims, claim] = shown(&mut desk, "+", 120, 40);
        assert_eq!((claims, claim), (Some((53, 16)), Some((53, 21))));
        assert_eq!(desk.effects, [Effect::RememberLayout(desk.model.layout)]);
        // The claim grows by what the list loses.
        let [_, claims, _] = shown(&mut desk, "tab +", 120, 40);
        assert_eq!(claims, Some((53, 14)));
        let [article, ..] = shown(&mut desk, "tab 2 -", 120, 40);
        assert_eq!(article, Some((54, 37)));
    }

    #[test]
    fn panes_one_above_the_other_have_sizes_of_their_own() {
        let mut desk = desk();
        let [article, claims, claim] = shown(&mut desk, "", 80, 24);
        assert_eq!([article, claims, claim], [8, 5, 8].map(|it| Some((80, it))));
        let [article, claims, claim] = shown(&mut desk, "+ shift-tab +", 80, 24);
        assert_eq!([article, claims, claim], [9, 6, 6].map(|it| Some((80, it))));
    }

    #[test]
    fn no_size_leaves_another_pane_without_room() {
        for (columns, rows) in [(60, 15), (80, 24), (100, 15), (120, 40), (300, 100)] {
            for keys in [
                "+",
                "-",
                "tab +",
                "tab -",
                "tab tab +",
                "tab tab -",
                "+ tab tab +",
            ] {
                let mut desk = desk();
                let keys = keys.replace('+', "9 9 +").replace('-', "9 9 -");
                let panes = shown(&mut desk, &keys, columns, rows);
                for pane in panes {
                    let pane = pane.expect("all are shown");
                    assert!(
                        pane.0 >= 24 && pane.1 >= 3,
                        "{columns} {rows} {keys} {panes:?}"
                    );
                }
            }
        }
    }
}
