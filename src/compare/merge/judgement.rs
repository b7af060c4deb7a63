//! Verdicts: different reviewers stand side by side, one reviewer's later
//! verdict replaces the earlier.

use crate::claim::{Judgement, Reviewer, Sides, UnknownKeys};
use crate::compare::merge::field::{self, Picked, pick, pick_ours};

/// The verdicts of a claim, and those that an earlier merge left open.
type Open<'a> = (&'a [Judgement], &'a [Judgement]);

/// The verdicts that both sides have, in our order, then what they added; and
/// those of one reviewer that the sides changed differently.
pub(super) fn merge(
    base: Open<'_>,
    ours: Open<'_>,
    theirs: Open<'_>,
) -> (Vec<Judgement>, Sides<Judgement>) {
    let mut merged = Vec::new();
    let mut open: Sides<Judgement> = field::united(base.1, ours.1, theirs.1);
    let added = theirs
        .0
        .iter()
        .filter(|it| of(ours.0, &it.reviewer).is_none());
    for reviewer in ours.0.iter().chain(added).map(|it| &it.reviewer) {
        let [was, we, they] = [base.0, ours.0, theirs.0].map(|it| of(it, reviewer));
        match (was, we, they) {
            (_, Some(we), Some(they)) => {
                let (judgement, is_decided) = both(was, we, they);
                merged.push(judgement);
                if !is_decided {
                    let new: Vec<&Judgement> = [we, they]
                        .into_iter()
                        .filter(|it| !open.contains(it))
                        .collect();
                    open.extend(new.into_iter().cloned());
                }
            }
            (None, Some(one), None) | (None, None, Some(one)) => merged.push(one.clone()),
            // Taken away by one side: only if the other left it as it was.
            (Some(was), Some(one), None) | (Some(was), None, Some(one)) if was != one => {
                merged.push(one.clone());
            }
            (Some(_), ..) | (None, None, None) => {}
        }
    }
    (merged, open)
}

fn of<'a>(judgements: &'a [Judgement], reviewer: &Reviewer) -> Option<&'a Judgement> {
    judgements.iter().find(|it| it.reviewer == *reviewer)
}

/// One reviewer's verdict on both sides, and whether everything was decided.
fn both(base: Option<&Judgement>, ours: &Judgement, theirs: &Judgement) -> (Judgement, bool) {
    if ours == theirs || base == Some(theirs) {
        return (ours.clone(), true);
    }
    if base == Some(ours) {
        return (theirs.clone(), true);
    }
    let blank = Judgement::new(ours.verdict, ours.reviewer.clone(), ours.reviewed);
    let was = base.unwrap_or(&blank);
    let is_anew = |it: &Judgement| base.is_none_or(|base| base.reviewed != it.reviewed);
    let decided_twice = is_anew(ours) && is_anew(theirs);
    let (last, other) = if theirs.reviewed > ours.reviewed {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let mut is_decided = last.reviewed != other.reviewed || last.verdict == other.verdict;
    // Reason and correction belong to a decision: the later decision's stand.
    let mut decide = |differs: bool| is_decided &= !differs;
    let belongs_to_the_later = decided_twice && ours.reviewed != theirs.reviewed;
    let reason = if belongs_to_the_later {
        last.reason
    } else {
        part(&was.reason, &last.reason, &other.reason, &mut decide)
    };
    let correction = if belongs_to_the_later {
        last.correction.clone()
    } else {
        part(
            &was.correction,
            &last.correction,
            &other.correction,
            &mut decide,
        )
    };
    let note = part(&was.note, &last.note, &other.note, &mut decide);
    let mut open = UnknownKeys::default();
    let unknown = field::unknown(&was.unknown, &last.unknown, &other.unknown, &mut open);
    decide(!open.is_empty());
    let settles = if belongs_to_the_later {
        last.settles
    } else {
        pick_ours(&was.settles, &last.settles, &other.settles)
    };
    let judgement = Judgement {
        verdict: last.verdict,
        reviewer: last.reviewer.clone(),
        reviewed: last.reviewed,
        reason,
        correction,
        note,
        settles,
        unknown,
    };
    (judgement, is_decided)
}

fn part<T: PartialEq + Clone>(was: &T, last: &T, other: &T, differ: &mut impl FnMut(bool)) -> T {
    match pick(was, last, other) {
        Picked::One(it) => it,
        Picked::Two(it, _) => {
            differ(true);
            it
        }
    }
}
