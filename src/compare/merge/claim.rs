//! One claim that both sides have.

use crate::claim::{Claim, ClaimConflict, Sides, TextQuoteSelector};
use crate::compare::merge::field::{self, Open, pick_open, pick_ours, united};
use crate::compare::merge::{judgement, sources};

/// The claim that has what `ours` and `theirs` changed since `base`. Without a
/// base, both sides added it: what only one of them has filled in stands.
pub(super) fn merge(base: Option<&Claim>, ours: &Claim, theirs: &Claim) -> Claim {
    if ours == theirs {
        return ours.clone();
    }
    let blank;
    let base = match base {
        Some(base) if base == ours => return theirs.clone(),
        Some(base) if base == theirs => return ours.clone(),
        Some(base) => base,
        None => {
            blank = Claim::new(
                ours.id.clone(),
                TextQuoteSelector::default(),
                String::new(),
                Vec::new(),
            );
            &blank
        }
    };
    let sides = [base, ours, theirs];
    let none = ClaimConflict::default();
    let [was, we, they] = sides.map(|it| it.conflict.as_deref().unwrap_or(&none));
    let mut conflict = ClaimConflict {
        removed: pick_ours(&was.removed, &we.removed, &they.removed),
        ..ClaimConflict::default()
    };
    let note = three(sides, |it| open(&it.note, it, |it| &it.note));
    let query = three(sides, |it| open(&it.query, it, |it| &it.query));
    let same_as = three(sides, |it| open(&it.same_as, it, |it| &it.same_as));
    let wording = three(sides, |it| open(&it.wording, it, |it| &it.wording));
    let quote = quote(sides);
    let (verdicts, open_verdicts) = judgement::merge(
        (&base.verdicts, &was.verdicts),
        (&ours.verdicts, &we.verdicts),
        (&theirs.verdicts, &they.verdicts),
    );
    let unknown = field::unknown(
        &base.unknown,
        &ours.unknown,
        &theirs.unknown,
        &mut conflict.unknown,
    );
    let still_open = field::unknown(
        &was.unknown,
        &we.unknown,
        &they.unknown,
        &mut conflict.unknown,
    );
    for (key, value) in still_open.0 {
        conflict.unknown.0.entry(key).or_insert(value);
    }
    conflict.note = note.1;
    conflict.query = query.1;
    conflict.same_as = same_as.1;
    conflict.wording = wording.1;
    conflict.quote = quote.1;
    conflict.verdicts = open_verdicts;
    Claim {
        id: ours.id.clone(),
        from: pick_ours(&base.from, &ours.from, &theirs.from),
        proposed_by: pick_ours(&base.proposed_by, &ours.proposed_by, &theirs.proposed_by),
        same_as: same_as.0,
        dismissed: pick_ours(&base.dismissed, &ours.dismissed, &theirs.dismissed),
        note: note.0,
        kinds: united(&base.kinds, &ours.kinds, &theirs.kinds),
        quote: quote.0,
        verdicts,
        wording: wording.0,
        evidence: sources::merge(&base.evidence, &ours.evidence, &theirs.evidence),
        query: query.0,
        conflict: conflict.if_any(),
        unknown,
    }
}

fn three<T: PartialEq + Clone>(sides: [&Claim; 3], of: impl Fn(&Claim) -> Open<T>) -> Open<T> {
    let [base, ours, theirs] = sides.map(of);
    pick_open(&base, &ours, &theirs)
}

fn open<T: Clone>(
    value: &T,
    claim: &Claim,
    sides: impl Fn(&ClaimConflict) -> &Sides<T>,
) -> Open<T> {
    let sides = claim.conflict.as_deref().map(|it| sides(it).clone());
    (value.clone(), sides.unwrap_or_default())
}

/// Where it stands. Two cuts are a conflict; the same words with other words
/// round them are not: the context only helps to find them again.
fn quote(sides: [&Claim; 3]) -> Open<TextQuoteSelector> {
    let [_, ours, theirs] = sides;
    let picked = three(sides, |it| open(&it.quote, it, |it| &it.quote));
    let was_open = [ours, theirs]
        .into_iter()
        .any(|it| it.conflict.as_ref().is_some_and(|it| !it.quote.is_empty()));
    if !was_open && ours.quote.exact == theirs.quote.exact {
        (picked.0, Sides::new())
    } else {
        picked
    }
}
