//! What redpencil remembers of a person beside their work.

use crate::app::Layout;
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

/// Whether redpencil is opened for the first time on this account.
pub fn is_first_time() -> bool {
    store::is_first_time("welcomed")
}
