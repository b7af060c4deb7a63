//! Claims that are marked, for a key that is meant for all of them.

use std::collections::HashSet;

use crate::claim::ClaimId;

/// Claims that are marked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    ids: HashSet<ClaimId>,
    /// The claim that was marked last: where a stretch of marks begins.
    pub(crate) last: Option<ClaimId>,
}

impl Marks {
    /// Whether no claim is marked.
    pub(crate) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many are marked.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether the claim of that name is marked.
    pub(crate) fn contains(&self, id: &ClaimId) -> bool {
        self.ids.contains(id)
    }

    /// Marks a claim.
    pub(crate) fn add(&mut self, id: ClaimId) {
        self.last = Some(id.clone());
        self.ids.insert(id);
    }

    /// Marks a claim, or takes its mark off.
    pub(crate) fn toggle(&mut self, id: &ClaimId) {
        if self.ids.remove(id) {
            self.last = None;
        } else {
            self.add(id.clone());
        }
    }

    /// Takes the marks off claims that are gone.
    pub(crate) fn keep(&mut self, is_there: impl Fn(&ClaimId) -> bool) {
        self.ids.retain(&is_there);
        self.last = self.last.take().filter(is_there);
    }

    /// Takes all marks off.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}
