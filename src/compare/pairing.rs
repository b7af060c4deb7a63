//! Which claim of one file is which claim of another.

use std::collections::HashMap;

use crate::claim::{Claim, ClaimFile, ClaimId};

/// Which claims of two files are the same claim, by their places from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairing {
    /// For each claim of the later file, the one it was before.
    pub(super) before: Vec<Option<usize>>,
    /// Claims of the earlier file that are nowhere in the later one.
    pub(super) removed: Vec<usize>,
}

/// Pairs claims of the same id; what is left over, by the same quoted words,
/// spaces and their number aside: an article that was split anew by other
/// rules may give other ids. Of several with the same words, the first left
/// over goes with the first.
pub(super) fn pair(old: &ClaimFile, new: &ClaimFile) -> Pairing {
    let by_id: HashMap<&ClaimId, usize> = old
        .claims
        .iter()
        .enumerate()
        .map(|(at, it)| (&it.id, at))
        .collect();
    let mut before: Vec<Option<usize>> = new
        .claims
        .iter()
        .map(|it| by_id.get(&it.id).copied())
        .collect();
    let mut is_free = vec![true; old.claims.len()];
    before.iter().flatten().for_each(|&at| is_free[at] = false);
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    for at in (0..old.claims.len()).rev().filter(|&at| is_free[at]) {
        by_words.entry(words(&old.claims[at])).or_default().push(at);
    }
    if !by_words.is_empty() {
        for (at, claim) in new.claims.iter().enumerate() {
            if before[at].is_none() {
                before[at] = by_words.get_mut(&words(claim)).and_then(Vec::pop);
            }
        }
    }
    before.iter().flatten().for_each(|&at| is_free[at] = false);
    let removed = (0..old.claims.len()).filter(|&at| is_free[at]).collect();
    Pairing { before, removed }
}

/// The claims of `new` that had another id in `old`: the id now, the id then.
pub fn renamed(old: &ClaimFile, new: &ClaimFile) -> Vec<(ClaimId, ClaimId)> {
    let before = pair(old, new).before;
    let pairs = new.claims.iter().zip(before);
    pairs
        .filter_map(|(claim, before)| Some((&claim.id, &old.claims[before?].id)))
        .filter(|(now, then)| now != then)
        .map(|(now, then)| (now.clone(), then.clone()))
        .collect()
}

fn words(claim: &Claim) -> String {
    let words: Vec<&str> = claim.quote.exact.split_whitespace().collect();
    words.join(" ")
}

/// Which of `places` break their order: all but a longest rising run of them.
/// Takes n log n steps (patience sorting).
pub fn out_of_order(places: &[usize]) -> Vec<bool> {
    // `tails[k]` is where the rising run of k + 1 places with the smallest end ends.
    let mut tails: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let length = tails.partition_point(|&tail| places[tail] < *place);
        previous[at] = length.checked_sub(1).map(|it| tails[it]);
        if length == tails.len() {
            tails.push(at);
        } else {
            tails[length] = at;
        }
    }
    let mut moved = vec![true; places.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        moved[at] = false;
        next = previous[at];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_places_are_called_out_of_order() {
        assert_eq!(out_of_order(&[]), Vec::<bool>::new());
        assert_eq!(out_of_order(&[0, 1, 2]), [false, false, false]);
        assert_eq!(out_of_order(&[1, 2, 3, 0]), [false, false, false, true]);
        assert_eq!(out_of_order(&[3, 0, 1, 2]), [true, false, false, false]);
    }
}
