//! What is listed, and what was left out.

use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::{counted, glyph};
use crate::claim::Status;
use crate::review::Filter;

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
    let stretches = counted(count, "stretch");
    model.notice = Notice::Told(match (count, model.page.shows_left_out()) {
        (0, _) => "nothing was left out".to_owned(),
        (_, true) => format!("{stretches} left out as nothing to check, each with its reason"),
        (_, false) => "what was left out looks like the rest again".to_owned(),
    });
}
