//! In which order the merged claims stand.

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::compare::merge::Place;

/// The ids of all `merged` claims in the order of the article.
pub(super) fn order<'a>(
    base: &ClaimFile,
    ours: &'a ClaimFile,
    theirs: &'a ClaimFile,
    merged: &HashMap<&'a ClaimId, Claim>,
    place: Place<'_>,
) -> Vec<&'a ClaimId> {
    let (first, second) = if keeps_the_order_of(base, ours) && !keeps_the_order_of(base, theirs) {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let mut behind = Behind::new(first, second, merged);
    let mut order = Vec::with_capacity(merged.len());
    behind.follow(None, &mut order);
    for id in ids(first).filter(|it| merged.contains_key(it)) {
        order.push(id);
        behind.follow(Some(id), &mut order);
    }
    by_place(&mut order, ours, theirs, merged, place);
    order
}

fn ids(file: &ClaimFile) -> impl Iterator<Item = &ClaimId> {
    file.claims.iter().map(|it| &it.id)
}

/// Whether the claims of `base` that are still in `file` stand as they stood.
fn keeps_the_order_of(base: &ClaimFile, file: &ClaimFile) -> bool {
    let places: HashMap<&ClaimId, usize> = ids(base).zip(0..).collect();
    let kept: Vec<usize> = ids(file).filter_map(|it| places.get(it).copied()).collect();
    kept.is_sorted()
}

/// Claims that only the second file has, by the claim they stand behind there.
struct Behind<'a>(HashMap<Option<&'a ClaimId>, Vec<&'a ClaimId>>);

impl<'a> Behind<'a> {
    fn new(
        first: &'a ClaimFile,
        second: &'a ClaimFile,
        merged: &HashMap<&'a ClaimId, Claim>,
    ) -> Self {
        let of_first: HashSet<&ClaimId> = ids(first).collect();
        let mut behind: HashMap<Option<&ClaimId>, Vec<&ClaimId>> = HashMap::new();
        let mut last = None;
        for id in ids(second).filter(|it| merged.contains_key(it)) {
            if of_first.contains(id) {
                last = Some(id);
            } else {
                behind.entry(last).or_default().push(id);
            }
        }
        Self(behind)
    }

    fn follow(&mut self, id: Option<&'a ClaimId>, order: &mut Vec<&'a ClaimId>) {
        order.extend(self.0.remove(&id).unwrap_or_default());
    }
}

/// Sorts the claims between two that both files have by where they stand in
/// the article, if that is known of all of them.
fn by_place(
    order: &mut [&ClaimId],
    ours: &ClaimFile,
    theirs: &ClaimFile,
    merged: &HashMap<&ClaimId, Claim>,
    place: Place<'_>,
) {
    let (we, they): (HashSet<&ClaimId>, HashSet<&ClaimId>) =
        (ids(ours).collect(), ids(theirs).collect());
    let is_shared = |it: &&ClaimId| we.contains(it) && they.contains(it);
    for gap in order.split_mut(is_shared) {
        let from_both =
            gap.iter().any(|it| we.contains(it)) && gap.iter().any(|it| they.contains(it));
        if !from_both {
            continue;
        }
        let places: Option<HashMap<&ClaimId, usize>> = gap
            .iter()
            .map(|it| Some((*it, place(&merged[it])?)))
            .collect();
        if let Some(places) = places {
            gap.sort_by_key(|it| places[it]);
        }
    }
}
