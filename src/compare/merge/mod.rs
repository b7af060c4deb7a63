//! Three claim files become one: by claim, reviewer and source, never by line.
//!
//! Changes to different claims never meet. Verdicts of different reviewers stand
//! side by side. A reviewer's later verdict replaces the earlier one. What two
//! sides changed differently and can have one value only becomes a value in
//! `conflict`; nothing of either side is dropped.

mod claim;
mod field;
mod judgement;
mod order;
mod particulars;
mod sources;

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimConflict, ClaimFile, ClaimId, Status};

/// What came of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// All that both sides say.
    pub file: ClaimFile,
    /// Claims whose reviewers disagree now and did not on either side.
    pub contested: Vec<ClaimId>,
    /// Fields that the merge could not decide and that a person must: the
    /// claim, none for the article's particulars, and the field's key.
    pub conflicts: Vec<(Option<ClaimId>, String)>,
}

/// Where the quote of a claim stands in the article, in any unit that rises
/// along the article; none where that is not known.
pub type Place<'a> = &'a dyn Fn(&Claim) -> Option<usize>;

/// The file that has what `ours` and `theirs` changed since `base`.
///
/// A file that both sides made anew has no base: an empty one serves. Claims
/// that one side added stand where that side has them; where both added some in
/// one gap, `place` decides, ours first where it knows nothing. Takes time in
/// proportion to the files.
pub fn merge(base: &ClaimFile, ours: &ClaimFile, theirs: &ClaimFile, place: Place<'_>) -> Merged {
    let (was, we, they) = (by_id(base), by_id(ours), by_id(theirs));
    let mut merged: HashMap<&ClaimId, Claim> = HashMap::with_capacity(we.len());
    let mut contested = HashSet::new();
    let both = ours.claims.iter().chain(&theirs.claims);
    for id in both.map(|it| &it.id) {
        if merged.contains_key(id) {
            continue;
        }
        let (our, their) = (we.get(id).copied(), they.get(id).copied());
        let claim = match (was.get(id).copied(), our, their) {
            (base, Some(our), Some(their)) => Some(claim::merge(base, our, their)),
            (None, Some(one), None) | (None, None, Some(one)) => Some(one.clone()),
            (Some(base), Some(one), None) | (Some(base), None, Some(one)) => {
                (base != one).then(|| kept(one))
            }
            (_, None, None) => None,
        };
        let Some(claim) = claim else { continue };
        let was_contested = [our, their]
            .into_iter()
            .flatten()
            .any(|it| it.status() == Status::Contested);
        if claim.status() == Status::Contested && !was_contested {
            contested.insert(id);
        }
        merged.insert(id, claim);
    }
    let order = order::order(base, ours, theirs, &merged, place);
    let contested = order.iter().filter(|it| contested.contains(*it));
    let contested = contested.map(|it| (*it).clone()).collect();
    let claims = order.iter().filter_map(|it| merged.remove(*it)).collect();
    let file = particulars::merge(base, ours, theirs, claims);
    let conflicts = conflicts_beyond(&file, &we, &they, ours, theirs);
    Merged {
        file,
        contested,
        conflicts,
    }
}

fn by_id(file: &ClaimFile) -> HashMap<&ClaimId, &Claim> {
    file.claims.iter().map(|it| (&it.id, it)).collect()
}

/// A claim that one side changed and the other took away.
fn kept(claim: &Claim) -> Claim {
    let conflict = ClaimConflict {
        removed: true,
        ..claim.conflict.as_deref().cloned().unwrap_or_default()
    };
    Claim {
        conflict: conflict.if_any(),
        ..claim.clone()
    }
}

/// The conflicts of `file` that neither side had before.
fn conflicts_beyond(
    file: &ClaimFile,
    we: &HashMap<&ClaimId, &Claim>,
    they: &HashMap<&ClaimId, &Claim>,
    ours: &ClaimFile,
    theirs: &ClaimFile,
) -> Vec<(Option<ClaimId>, String)> {
    let mut found = Vec::new();
    let article = &file.article.conflict;
    if let Some(conflict) = article
        && ![&ours.article.conflict, &theirs.article.conflict].contains(&article)
    {
        found.extend(conflict.fields().into_iter().map(|it| (None, it)));
    }
    for claim in &file.claims {
        let Some(conflict) = &claim.conflict else {
            continue;
        };
        let known: Vec<String> = [we, they]
            .into_iter()
            .filter_map(|it| it.get(&claim.id)?.conflict.as_ref())
            .flat_map(|it| it.fields())
            .collect();
        let new = conflict
            .fields()
            .into_iter()
            .filter(|it| !known.contains(it));
        found.extend(new.map(|it| (Some(claim.id.clone()), it)));
    }
    found
}
