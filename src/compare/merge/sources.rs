//! What verdicts rest on: sources are united, and nobody's is lost.

use crate::claim::{Evidence, UnknownKeys};
use crate::compare::merge::field::{self, Picked, pick};
use crate::compare::source;

/// The sources that both sides have, in our order, then what they added. One
/// that a side took away goes unless the other side changed it. One that both
/// changed so that it cannot be one source stands there twice.
pub(super) fn merge(base: &[Evidence], ours: &[Evidence], theirs: &[Evidence]) -> Vec<Evidence> {
    if ours == theirs || base == theirs {
        return ours.to_vec();
    }
    if base == ours {
        return theirs.to_vec();
    }
    let (our_base, their_base) = (source::pair(base, ours), source::pair(base, theirs));
    let of_base = |pairs: &[Option<usize>], at: usize| pairs.iter().position(|it| *it == Some(at));
    let mut is_taken = vec![false; theirs.len()];
    let mut merged = Vec::new();
    let added: Vec<Evidence> = added(theirs, &their_base).cloned().collect();
    let our_added: Vec<Evidence> = added_places(&our_base).map(|at| ours[at].clone()).collect();
    // Which of our additions is which of theirs.
    let same = source::pair(&added, &our_added);
    let their_added: Vec<usize> = added_places(&their_base).collect();
    let mut next_added = same.into_iter();
    for (at, our) in ours.iter().enumerate() {
        let (was, their) = match our_base[at] {
            Some(was) => (Some(&base[was]), of_base(&their_base, was)),
            None => (None, next_added.next().flatten().map(|it| their_added[it])),
        };
        match (was, their) {
            (was, Some(their)) => {
                is_taken[their] = true;
                merged.extend(both(was, our, &theirs[their]));
            }
            (Some(was), None) if was == our => {}
            (_, None) => merged.push(our.clone()),
        }
    }
    for (at, their) in theirs.iter().enumerate().filter(|it| !is_taken[it.0]) {
        let is_gone = their_base[at].is_some_and(|was| base[was] == *their);
        if !is_gone {
            merged.push(their.clone());
        }
    }
    merged
}

fn added<'a>(
    list: &'a [Evidence],
    pairs: &'a [Option<usize>],
) -> impl Iterator<Item = &'a Evidence> {
    added_places(pairs).map(|at| &list[at])
}

fn added_places(pairs: &[Option<usize>]) -> impl Iterator<Item = usize> {
    (0..pairs.len()).filter(|&at| pairs[at].is_none())
}

/// One source on both sides: field by field where that decides everything,
/// else as two.
fn both(base: Option<&Evidence>, ours: &Evidence, theirs: &Evidence) -> Vec<Evidence> {
    if ours == theirs {
        return vec![ours.clone()];
    }
    let blank = Evidence::default();
    let base = base.unwrap_or(&blank);
    match one(base, ours, theirs) {
        Some(one) => vec![one],
        None => vec![ours.clone(), theirs.clone()],
    }
}

fn one(base: &Evidence, ours: &Evidence, theirs: &Evidence) -> Option<Evidence> {
    macro_rules! part {
        ($field:ident) => {
            match pick(&base.$field, &ours.$field, &theirs.$field) {
                Picked::One(it) => it,
                Picked::Two(..) => return None,
            }
        };
    }
    let mut open = UnknownKeys::default();
    let unknown = field::unknown(&base.unknown, &ours.unknown, &theirs.unknown, &mut open);
    open.is_empty().then_some(Evidence {
        url: part!(url),
        title: part!(title),
        stance: part!(stance),
        source: part!(source),
        kind: part!(kind),
        locator: part!(locator),
        passage: part!(passage),
        accessed: part!(accessed),
        archive: part!(archive),
        digest: part!(digest),
        by: part!(by),
        confidential: part!(confidential),
        unknown,
    })
}
