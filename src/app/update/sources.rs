//! The list of sources: through it to the claims that rest on one.

use crate::app::action::Action;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::sources::SourcesDialog;
use crate::app::update::jump::Origin;
use crate::app::update::palette;
use crate::claim::ClaimId;
use crate::review::Filter;

/// Shows all sources of the article.
pub(super) fn open(model: &mut Model) {
    let sources = SourcesDialog::of(model.review.claims());
    if sources.rows.is_empty() {
        let key = model.keymap.key(Action::AddSource);
        let adds = key.map(|it| format!("; {it} adds one")).unwrap_or_default();
        model.notice = Notice::Told(format!("no claim has a source yet{adds}"));
        return;
    }
    model.dialog = Some(Dialog::Sources(sources));
}

/// Moves the cursor by so many rows: one by one round the ends, further up to them.
pub(super) fn move_by(model: &mut Model, rows: isize) {
    if let Some(Dialog::Sources(it)) = &mut model.dialog {
        let last = it.rows.len().saturating_sub(1);
        it.at = if rows.unsigned_abs() == 1 {
            palette::moved(it.at, rows, it.rows.len())
        } else {
            it.at.saturating_add_signed(rows).min(last)
        };
    }
}

/// Moves the cursor by a page.
pub(super) fn page(model: &mut Model, direction: isize) {
    let page = model.heights.dialog.saturating_sub(1).max(2);
    move_by(
        model,
        direction * isize::try_from(page).unwrap_or(isize::MAX),
    );
}

/// Goes to the claim under the cursor; from a source to the first that rests on it.
pub(super) fn choose(model: &mut Model) {
    let Some(Dialog::Sources(it)) = model.dialog.take() else {
        return;
    };
    if let Some(id) = it.claim() {
        go_to(model, &id.clone());
    }
}

/// Goes to a claim; where it is not listed, all are.
pub(super) fn go_to(model: &mut Model, id: &ClaimId) {
    let Some(position) = model.review.position(id) else {
        model.notice = Notice::Failed("this claim is gone".to_owned());
        return;
    };
    let origin = Origin::here(model);
    if model.listing.index_of(position).is_none() {
        let is_dismissed = model.review.claims()[position].dismissed;
        model.list_anew(Filter {
            dismissed: is_dismissed,
            ..Filter::default()
        });
        model.notice = Notice::Told("all claims are listed: it was not among them".to_owned());
    }
    model.go_to(position);
    origin.look(model);
}

/// Opens the address of the source in the browser; the list stays.
pub(super) fn browse(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Sources(it)) = &model.dialog else {
        return Vec::new();
    };
    let Some(url) = it.address().map(str::to_owned) else {
        let told = "this source has no address that a browser may open";
        model.notice = Notice::Told(told.to_owned());
        return Vec::new();
    };
    model.notice = Notice::Told(format!("opened: {url}"));
    vec![Effect::OpenUrl(url)]
}

#[cfg(test)]
mod tests {
    use crate::app::testing::Desk;
    use crate::app::{Dialog, Effect};

    fn desk() -> Desk {
        let mut desk = Desk::of_council(3);
        desk.press("s")
            .paste("https://example.org/letter")
            .press("enter j &");
        desk.press("G s").write("Minutes").press("enter g");
        desk
    }

    #[test]
    fn a_source_leads_to_the_claims_that_rest_on_it() {
        let mut desk = desk();
        desk.press("ctrl-s j j enter");
        assert_eq!(desk.at(), 2, "{:?}", desk.model.dialog());
        desk.press("ctrl-s k");
        assert!(
            matches!(desk.model.dialog(), Some(Dialog::Sources(it)) if it.at + 1 == it.rows.len())
        );
        desk.press("enter ctrl-o");
        assert_eq!(desk.at(), 2);
    }

    #[test]
    fn the_address_of_a_source_is_opened_the_list_stays() {
        let mut desk = desk();
        desk.effects.clear();
        desk.press("ctrl-s j O");
        let url = "https://example.org/letter".to_owned();
        assert_eq!(desk.effects, [Effect::OpenUrl(url)]);
        assert!(desk.model.dialog().is_some());
        desk.press("pagedown O");
        assert!(desk.notice().starts_with("this source has no address"));
        desk.press("esc");
        assert!(desk.model.dialog().is_none());
    }

    #[test]
    fn a_claim_that_is_not_listed_is_listed_again() {
        let mut desk = desk();
        desk.press("v f v ctrl-s j j enter");
        assert_eq!(desk.at(), 2);
        assert_eq!(desk.model.listing.positions().len(), 3);
    }

    #[test]
    fn without_sources_it_is_said_how_to_add_one() {
        let mut desk = Desk::with(["212 of 230 signed"]);
        desk.press("ctrl-s");
        assert_eq!(desk.notice(), "no claim has a source yet; s adds one");
    }
}
