//! Which claims were judged before in other claim files, for the list.

use std::collections::HashMap;

use crate::app::model::Model;
use crate::claim::ClaimId;

/// What is known of the claims that have been on the screen. Each is looked up once,
/// when its row comes into view: looking up all of a long article would be felt.
#[derive(Clone, Debug, Default)]
pub(crate) struct RememberedClaims {
    known: HashMap<ClaimId, bool>,
}

impl RememberedClaims {
    /// Whether something like the claim was judged before, as far as that is known.
    pub(crate) fn has(&self, id: &ClaimId) -> bool {
        self.known.get(id).copied().unwrap_or(false)
    }

    /// Nothing is known any more: the memory is another one, or is seen otherwise.
    pub(crate) fn forget_all(&mut self) {
        self.known.clear();
    }

    /// These claims have changed.
    pub(crate) fn forget<'a>(&mut self, claims: impl IntoIterator<Item = &'a ClaimId>) {
        for id in claims {
            self.known.remove(id);
        }
    }

    /// Looks up the claims whose rows are on the screen.
    pub(crate) fn look(model: &mut Model) {
        if model.memory.is_none() {
            return;
        }
        let rows = model.listing.positions().iter();
        let shown = rows.skip(model.listing.top).take(model.heights.claims);
        let claims = shown.filter_map(|it| model.review.claims().get(*it));
        let unknown = claims.filter(|it| !model.remembered.known.contains_key(&it.id));
        let found: Vec<(ClaimId, bool)> = unknown
            .map(|it| (it.id.clone(), !model.recalled_of(it).is_empty()))
            .collect();
        model.remembered.known.extend(found);
    }
}
