//! Which item of a list became which.

use crate::store::form::Form;

/// Which item of `old` became which of `new`, in the order of both: equal items
/// and items about the same reviewer or address are the same item. What is left
/// over between two such, in equal numbers, was changed one by one.
pub(super) fn paired(old: &[Form], new: &[Form]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut pairs = Vec::new();
    let (mut a, mut b) = (0, 0);
    let mut anchors: Vec<(usize, usize)> = Vec::new();
    for (i, item) in old.iter().enumerate() {
        let from = anchors.last().map_or(0, |it| it.1 + 1);
        if let Some(j) = (from..new.len()).find(|&j| is_same_item(item, &new[j])) {
            anchors.push((i, j));
        }
    }
    anchors.push((old.len(), new.len()));
    for (i, j) in anchors {
        if i - a == j - b {
            pairs.extend((a..i).zip(b..j).map(|(i, j)| (Some(i), Some(j))));
        } else {
            pairs.extend((a..i).map(|i| (Some(i), None)));
            pairs.extend((b..j).map(|j| (None, Some(j))));
        }
        if i < old.len() {
            pairs.push((Some(i), Some(j)));
        }
        (a, b) = (i + 1, j + 1);
    }
    pairs
}

fn is_same_item(one: &Form, other: &Form) -> bool {
    let name = |form: &Form| -> Option<Form> {
        let Form::Map(entries) = form else {
            return None;
        };
        let named = entries
            .iter()
            .find(|it| it.0 == "reviewer" || it.0 == "url")?;
        Some(named.1.clone())
    };
    one == other || name(one).is_some_and(|it| Some(it) == name(other))
}
