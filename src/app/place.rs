//! Where the reader is, to come back to.

use crate::app::caret::Caret;
use crate::app::model::{Model, Pane};
use crate::app::page::Follows;
use crate::claim::ClaimId;
use crate::text::ByteOffset;

/// Where the reader is: the claim, the pane, and what each pane shows. Claims
/// are known by name and rows of the article by what stands there, so that it
/// holds when claims come and go and when the window changes its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    claim: Option<ClaimId>,
    focus: Pane,
    /// What stands first in the article's pane.
    top: ByteOffset,
    follows: Follows,
    caret: Caret,
    detail_top: usize,
    listing_top: usize,
}

impl Place {
    /// Where the reader is now.
    pub(crate) fn of(model: &Model) -> Self {
        Self {
            claim: model.current_claim().map(|it| it.id.clone()),
            focus: model.focus,
            top: model.page.place_at(model.page.top),
            follows: model.page.follows,
            caret: model.page.caret,
            detail_top: model.detail.top,
            listing_top: model.listing.top,
        }
    }

    /// Whether its claim is there and not listed.
    pub(crate) fn is_hidden(&self, model: &Model) -> bool {
        let position = self.claim.as_ref().and_then(|it| model.review.position(it));
        position.is_some_and(|it| model.listing.index_of(it).is_none())
    }

    /// Brings the reader back, as far as the claim is still there and listed.
    pub(crate) fn come_back(&self, model: &mut Model) {
        let position = self.claim.as_ref().and_then(|it| model.review.position(it));
        if let Some(position) = position.filter(|it| model.listing.index_of(*it).is_some()) {
            model.go_to(position);
        }
        model.focus = self.focus;
        model.page.top = model.page.row_of(self.top);
        model.page.follows = self.follows;
        model.page.caret = self.caret;
        model.detail.top = self.detail_top;
        model.listing.top = self.listing_top;
    }
}
