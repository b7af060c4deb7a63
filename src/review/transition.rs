//! The one change that makes a claim file another one.

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::compare::out_of_order;
use crate::review::Command;

/// The command after which a review of `from` has what `to` says, as one step
/// to the reviewer; none where both say the same. The version of the form is
/// no part of a review and stays.
pub fn transition(from: &ClaimFile, to: &ClaimFile) -> Option<Command> {
    let mut commands = Vec::new();
    if from.article != to.article {
        commands.push(Command::SetParticulars(Box::new(to.article.clone())));
    }
    if from.signed != to.signed {
        commands.push(Command::SetSigned(to.signed.clone()));
    }
    if from.unknown != to.unknown {
        commands.push(Command::SetUnknown(to.unknown.clone()));
    }
    claims(&from.claims, &to.claims, &mut commands);
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        _ => Some(Command::Together(commands)),
    }
}

fn claims(from: &[Claim], to: &[Claim], commands: &mut Vec<Command>) {
    let places: HashMap<&ClaimId, usize> = from.iter().map(|it| &it.id).zip(0..).collect();
    let kept: Vec<usize> = to
        .iter()
        .filter_map(|it| places.get(&it.id).copied())
        .collect();
    let moved: HashSet<usize> = out_of_order(&kept)
        .into_iter()
        .zip(&kept)
        .filter_map(|(is_moved, place)| is_moved.then_some(*place))
        .collect();
    let stays = |id: &ClaimId| places.get(id).is_some_and(|it| !moved.contains(it));
    // Changes inside of claims come first: they need not count anew.
    for claim in to.iter().filter(|it| stays(&it.id)) {
        if from[places[&claim.id]] != *claim {
            commands.push(Command::ReplaceClaim(Box::new(claim.clone())));
        }
    }
    let remaining: HashSet<&ClaimId> = to.iter().map(|it| &it.id).collect();
    for (place, claim) in from.iter().enumerate() {
        if !remaining.contains(&claim.id) || moved.contains(&place) {
            commands.push(Command::RemoveClaim {
                claim: claim.id.clone(),
            });
        }
    }
    let mut after = None;
    for claim in to {
        if !stays(&claim.id) {
            commands.push(Command::InsertClaim {
                after,
                claim: Box::new(claim.clone()),
            });
        }
        after = Some(claim.id.clone());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::claim::{Particulars, TextQuoteSelector};
    use crate::review::{Review, Step};

    fn file(claims: &[(usize, bool)]) -> ClaimFile {
        let mut seen = HashSet::new();
        let claims = claims
            .iter()
            .filter(|it| seen.insert(it.0))
            .map(|(number, is_dismissed)| {
                let id = format!("c{number}").parse().expect("an id");
                let quote = TextQuoteSelector::default();
                let mut claim = Claim::new(id, quote, "A claim", Vec::new());
                claim.dismissed = *is_dismissed;
                claim
            })
            .collect();
        ClaimFile::new(Particulars::default(), claims)
    }

    proptest! {
        #[test]
        fn any_file_becomes_any_other_and_back(
            from in prop::collection::vec((0_usize..12, any::<bool>()), 0..12),
            to in prop::collection::vec((0_usize..12, any::<bool>()), 0..12),
        ) {
            let (from, to) = (file(&from), file(&to));
            let mut review = Review::new(from.clone());
            match transition(&from, &to) {
                None => prop_assert_eq!(&from, &to),
                Some(command) => {
                    review.take(Step::Do(command)).expect("it can be taken");
                    prop_assert_eq!(review.file(), &to);
                    review.take(Step::Undo).expect("it can be taken back");
                    prop_assert_eq!(review.file(), &from);
                }
            }
        }
    }
}
