//! What a merge promises, worked out without the code that merges.

use redpencil::claim::{Claim, ClaimConflict, ClaimFile, ClaimId, Reviewer, Status};

use crate::session::Session;

type Checked = Result<(), String>;

/// Whether the merge kept every change of both sides, and stopped exactly where
/// a person must choose.
pub(crate) fn check(
    base: &Session,
    ours: &Session,
    theirs: &Session,
    merged: &Session,
    is_clean: bool,
) -> Checked {
    for (side, other) in [(ours, theirs), (theirs, ours)] {
        for comment in &side.comments {
            hold(merged.text().contains(comment.as_str()), || {
                format!("the comment {comment:?} is lost")
            })?;
        }
        for claim in &side.file().claims {
            side_stands(claim, base.file(), other.file(), merged.file())
                .map_err(|it| format!("claim {}: {it}", claim.id))?;
        }
        gone_where_nobody_changed_it(base.file(), side.file(), other.file(), merged.file())?;
    }
    let mut must_choose = false;
    for claim in &merged.file().claims {
        let [was, we, they] = [base, ours, theirs].map(|it| find(it.file(), &claim.id));
        let open = expected_conflicts(was, we, they);
        let conflict = claim.conflict.as_deref().cloned().unwrap_or_default();
        hold(conflict.fields() == open, || {
            format!(
                "claim {}: in conflict are {:?}, expected {open:?}",
                claim.id,
                conflict.fields()
            )
        })?;
        must_choose |= !open.is_empty();
        let differs = claim
            .verdicts
            .iter()
            .any(|it| it.verdict != claim.verdicts[0].verdict);
        hold((claim.status() == Status::Contested) == differs, || {
            format!("claim {}: contested?", claim.id)
        })?;
    }
    hold(is_clean != must_choose, || {
        format!("git was content: {is_clean}")
    })
}

fn hold(is_so: bool, otherwise: impl FnOnce() -> String) -> Checked {
    if is_so { Ok(()) } else { Err(otherwise()) }
}

fn find<'a>(file: &'a ClaimFile, id: &ClaimId) -> Option<&'a Claim> {
    file.claims.iter().find(|it| it.id == *id)
}

/// Everything that one side changed of `claim` stands in the merged file.
fn side_stands(claim: &Claim, base: &ClaimFile, other: &ClaimFile, merged: &ClaimFile) -> Checked {
    let was = find(base, &claim.id);
    if was == Some(claim) {
        return Ok(());
    }
    let now = find(merged, &claim.id).ok_or("it is gone, though one side changed it")?;
    let conflict = now.conflict.as_deref().cloned().unwrap_or_default();
    let changed = |of: Value| was.is_none_or(|was| of(was) != of(claim));
    let texts: [Text; 4] = [
        (
            "wording",
            |it| Some(it.wording.clone()),
            |it| some(&it.wording),
        ),
        ("note", |it| it.note.clone(), |it| it.note.clone()),
        ("query", |it| it.query.clone(), |it| it.query.clone()),
        (
            "quote",
            |it| Some(it.quote.exact.clone()),
            |it| it.quote.iter().map(|it| Some(it.exact.clone())).collect(),
        ),
    ];
    for (name, of, sides) in texts {
        let stands = of(now) == of(claim) || sides(&conflict).contains(&of(claim));
        hold(!changed(of) || stands, || format!("its {name} is lost"))?;
    }
    hold(!claim.dismissed || now.dismissed, || {
        "its dismissal is lost".to_owned()
    })?;
    for judgement in &claim.verdicts {
        let before = was.and_then(|it| it.judgement_of(&judgement.reviewer));
        if before == Some(judgement) {
            continue;
        }
        let stands = now.judgement_of(&judgement.reviewer);
        let is_later = stands.is_some_and(|it| it.reviewed > judgement.reviewed);
        hold(stands == Some(judgement) || is_later, || {
            format!("the verdict of {} is lost", judgement.reviewer)
        })?;
    }
    for source in &claim.evidence {
        let is_new = was.is_none_or(|it| !it.evidence.contains(source));
        let stands = now
            .evidence
            .iter()
            .any(|it| it.url == source.url && it.title == source.title);
        hold(!is_new || stands, || {
            format!("the source {:?} is lost", source.url)
        })?;
    }
    let their = find(other, &claim.id);
    let taken: Vec<&Reviewer> = was
        .into_iter()
        .flat_map(|it| &it.verdicts)
        .filter(|it| claim.judgement_of(&it.reviewer).is_none())
        .filter(|it| their.and_then(|their| their.judgement_of(&it.reviewer)) == Some(it))
        .map(|it| &it.reviewer)
        .collect();
    for reviewer in taken {
        hold(now.judgement_of(reviewer).is_none(), || {
            format!("{reviewer} took a verdict back, and it is there")
        })?;
    }
    Ok(())
}

/// What a field of text says.
type Value = fn(&Claim) -> Option<String>;

/// A field of text: its name, its value, and its sides where it is in conflict.
type Text = (
    &'static str,
    Value,
    fn(&ClaimConflict) -> Vec<Option<String>>,
);

fn some(all: &[String]) -> Vec<Option<String>> {
    all.iter().cloned().map(Some).collect()
}

fn gone_where_nobody_changed_it(
    base: &ClaimFile,
    side: &ClaimFile,
    other: &ClaimFile,
    merged: &ClaimFile,
) -> Checked {
    for was in &base.claims {
        let is_gone =
            find(side, &was.id).is_none() && find(other, &was.id).is_none_or(|it| it == was);
        hold(!is_gone || find(merged, &was.id).is_none(), || {
            format!("claim {} came back", was.id)
        })?;
    }
    Ok(())
}

/// The fields that two sides changed differently, as the claim file names them.
fn expected_conflicts(
    was: Option<&Claim>,
    we: Option<&Claim>,
    they: Option<&Claim>,
) -> Vec<String> {
    let (Some(we), Some(they)) = (we, they) else {
        let one = we.or(they);
        let is_taken_away = was.is_some() && was != one;
        return if is_taken_away {
            vec!["removed".to_owned()]
        } else {
            Vec::new()
        };
    };
    let fields: [(&str, Value); 4] = [
        ("note", |it| it.note.clone()),
        ("quote", |it| Some(it.quote.exact.clone())),
        ("claim", |it| Some(it.wording.clone())),
        ("query", |it| it.query.clone()),
    ];
    let twice = |of: Value| {
        let was = was.and_then(of);
        of(we) != of(they) && of(we) != was && of(they) != was
    };
    fields
        .iter()
        .filter(|it| twice(it.1))
        .map(|it| it.0.to_owned())
        .collect()
}
