//! Which source of one list is which of another.

use crate::claim::Evidence;

/// For each of `new`, which of `old` it was, by place from 0: one that is equal
/// first, then one of the same address, or, without address, the same title.
/// Each of `old` is taken once.
pub(super) fn pair(old: &[Evidence], new: &[Evidence]) -> Vec<Option<usize>> {
    let mut is_free = vec![true; old.len()];
    let mut before = vec![None; new.len()];
    let tests: [fn(&Evidence, &Evidence) -> bool; 2] = [|a, b| a == b, is_same];
    for test in tests {
        for (at, evidence) in new.iter().enumerate() {
            if before[at].is_some() {
                continue;
            }
            let found = (0..old.len()).find(|&it| is_free[it] && test(&old[it], evidence));
            if let Some(found) = found {
                is_free[found] = false;
                before[at] = Some(found);
            }
        }
    }
    before
}

/// Whether both are about one source.
fn is_same(one: &Evidence, other: &Evidence) -> bool {
    match (&one.url, &other.url) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.title.is_some() && one.title == other.title,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
