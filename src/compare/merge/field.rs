//! One value, changed on one side, on both alike, or on both differently.

use serde_yaml::{Mapping, Value};

use crate::claim::{Sides, UnknownKeys};

/// What came of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picked<T> {
    /// At most one side changed it, or both alike.
    One(T),
    /// Both changed it, and not alike: ours, then theirs.
    Two(T, T),
}

/// The three-way rule: the side that changed a value has it.
pub(super) fn pick<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> Picked<T> {
    if ours == theirs || base == theirs {
        Picked::One(ours.clone())
    } else if base == ours {
        Picked::One(theirs.clone())
    } else {
        Picked::Two(ours.clone(), theirs.clone())
    }
}

/// A value with what an earlier merge left open about it.
pub(super) type Open<T> = (T, Sides<T>);

/// The three-way rule for a value that may be in conflict already: what one
/// side has decided meanwhile is decided; what both left open stays open.
pub(super) fn pick_open<T: PartialEq + Clone>(
    base: &Open<T>,
    ours: &Open<T>,
    theirs: &Open<T>,
) -> Open<T> {
    match pick(base, ours, theirs) {
        Picked::One(one) => one,
        Picked::Two(ours, theirs)
            if ours.0 == theirs.0 && ours.1.is_empty() != theirs.1.is_empty() =>
        {
            // One side decided, the other holds the same value undecided.
            if ours.1.is_empty() { ours } else { theirs }
        }
        Picked::Two(ours, theirs) => {
            let value = ours.0.clone();
            let mut sides: Sides<T> = Vec::new();
            for side in all(ours).into_iter().chain(all(theirs)) {
                if !sides.contains(&side) {
                    sides.push(side);
                }
            }
            (value, sides)
        }
    }
}

/// All that an open value may be.
fn all<T>((value, sides): Open<T>) -> Sides<T> {
    if sides.is_empty() { vec![value] } else { sides }
}

/// A value that has no conflict of its own: ours where both changed it.
pub(super) fn pick_ours<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> T {
    match pick(base, ours, theirs) {
        Picked::One(it) | Picked::Two(it, _) => it,
    }
}

/// A list without order: what either side added, without what either took away.
pub(super) fn united<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let stays = |it: &&T| theirs.contains(it) || !base.contains(it);
    let added = |it: &&T| !base.contains(it) && !ours.contains(it);
    ours.iter()
        .filter(stays)
        .chain(theirs.iter().filter(added))
        .cloned()
        .collect()
}

/// Keys that redpencil does not know, key by key; a key that both sides changed
/// differently keeps our value and stands in `open` with both.
pub(super) fn unknown(
    base: &UnknownKeys,
    ours: &UnknownKeys,
    theirs: &UnknownKeys,
    open: &mut UnknownKeys,
) -> UnknownKeys {
    let mut merged = Mapping::new();
    let keys = ours
        .0
        .keys()
        .chain(theirs.0.keys().filter(|it| !ours.0.contains_key(*it)));
    for key in keys {
        let of = |it: &UnknownKeys| it.0.get(key).cloned();
        let value = match pick(&of(base), &of(ours), &of(theirs)) {
            Picked::One(value) => value,
            Picked::Two(ours, theirs) => {
                let sides = [&ours, &theirs].map(|it| it.clone().unwrap_or(Value::Null));
                open.0.insert(key.clone(), Value::Sequence(sides.to_vec()));
                ours.or(theirs)
            }
        };
        if let Some(value) = value {
            merged.insert(key.clone(), value);
        }
    }
    UnknownKeys(merged)
}
