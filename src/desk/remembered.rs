//! What redpencil remembers of a person beside their work.

use std::path::Path;

use crate::app::{Layout, Whereabouts};
use crate::store;
use crate::text::Problem;

/// The name under which the layout is remembered.
const LAYOUT: &str = "layout";

/// How the person has shared out the screen before.
pub fn layout() -> Layout {
    store::remembered(LAYOUT).map_or_else(Layout::default, |it| Layout::read(&it))
}

/// Remembers how the person has shared out the screen.
pub(super) fn keep_layout(layout: Layout) -> Result<(), Problem> {
    store::remember(LAYOUT, &layout.write())
}

/// What is remembered of a review beside its claim file.
const PLACE: &str = "place";

/// Where the review of the claim file at `claims` was left.
pub(super) fn whereabouts(claims: &Path) -> Whereabouts {
    let words = store::remembered(&store::name_for(claims, PLACE));
    Whereabouts::read(&words.unwrap_or_default())
}

/// Remembers where the review of the claim file at `claims` is left.
pub(super) fn keep_whereabouts(claims: &Path, left: &Whereabouts) {
    // Whoever cannot be led back there begins at the first open claim.
    let _ = store::remember(&store::name_for(claims, PLACE), &left.write());
}

/// Whether redpencil is opened for the first time on this account.
pub fn is_first_time() -> bool {
    store::is_first_time("welcomed")
}
