//! Claims that repeat others, and so are judged where the others are.

use std::collections::HashSet;

use crate::app::dialog::{Choice, ChoicePurpose, Dialog};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::article::recut;
use crate::app::update::judge::no_claim;
use crate::claim::{Claim, ClaimId};
use crate::review::{ClaimChange, Command};

/// Claims before and after the current one that are offered at most: a key costs
/// the same however many claims there are.
const NEAR: usize = 300;

/// How many of them are offered.
const OFFERED: usize = 9;

/// Marks the current claim as a repeat of the one whose number was typed, else
/// asks of which. One that is a repeat is judged by itself again.
pub(super) fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(claim) = model.current_claim() else {
        return no_claim(model);
    };
    let id = claim.id.clone();
    match (claim.same_as.is_some(), model.count) {
        (true, None) => set(model, id, None),
        (_, Some(number)) => mark_as(model, id, number.saturating_sub(1)),
        (false, None) => ask(model, id),
    }
}

/// Takes the answer of what was asked.
pub(super) fn answer(model: &mut Model, choice: &Choice) -> Vec<Effect> {
    match choice.options.get(choice.at) {
        Some((position, _)) => mark_as(model, choice.claim.clone(), *position),
        None => Vec::new(),
    }
}

fn ask(model: &mut Model, id: ClaimId) -> Vec<Effect> {
    let options = likest(model.review.claims(), &id);
    if options.is_empty() {
        return refuse(
            model,
            "there is no other claim that it could repeat".to_owned(),
        );
    }
    model.dialog = Some(Dialog::Choice(Choice {
        claim: id,
        purpose: ChoicePurpose::Repeat,
        options,
        at: 0,
    }));
    Vec::new()
}

/// Other claims near it, the likest first.
fn likest(claims: &[Claim], id: &ClaimId) -> Vec<(usize, String)> {
    let Some(here) = claims.iter().position(|it| it.id == *id) else {
        return Vec::new();
    };
    let own = pairs(&claims[here].wording);
    let near = here.saturating_sub(NEAR)..(here + NEAR + 1).min(claims.len());
    let mut found: Vec<(usize, usize)> = near
        .filter(|at| *at != here && claims[*at].same_as.is_none() && !claims[*at].dismissed)
        .map(|at| {
            let other = pairs(&claims[at].wording);
            let shared = own.intersection(&other).count();
            // Dice's measure, in thousandths.
            (2000 * shared / (own.len() + other.len()).max(1), at)
        })
        .collect();
    found.sort_by_key(|(likeness, at)| (usize::MAX - likeness, *at));
    found.truncate(OFFERED);
    let told = |at: usize| format!("claim {}: {}", at + 1, claims[at].wording);
    found.into_iter().map(|it| (it.1, told(it.1))).collect()
}

/// The pairs of neighbouring letters and digits.
fn pairs(words: &str) -> HashSet<(char, char)> {
    let letters: Vec<char> = words.chars().filter(|it| it.is_alphanumeric()).collect();
    letters.windows(2).map(|it| (it[0], it[1])).collect()
}

fn mark_as(model: &mut Model, id: ClaimId, at: usize) -> Vec<Effect> {
    match original(model, &id, at) {
        Ok(same) => set(model, id, Some(same)),
        Err(why) => refuse(model, why),
    }
}

fn set(model: &mut Model, id: ClaimId, same: Option<ClaimId>) -> Vec<Effect> {
    let told = match same {
        Some(_) => "marked as a repeat",
        None => "judged by itself again",
    };
    let change = Command::change(id, ClaimChange::SetSameAs(same));
    recut(model, Ok(change), told)
}

/// The claim at position `at`, if `id` can repeat it. A repeat of a repeat is one
/// of what that repeats.
fn original(model: &Model, id: &ClaimId, at: usize) -> Result<ClaimId, String> {
    let claims = model.review.claims();
    let found = claims.get(at);
    let found = found.ok_or_else(|| format!("there is no claim {}", at.saturating_add(1)))?;
    let same = found.same_as.as_ref().unwrap_or(&found.id).clone();
    if same == *id {
        return Err("a claim is no repeat of itself".to_owned());
    }
    // A chain of repeats would leave nothing that is judged.
    if claims.iter().any(|it| it.same_as.as_ref() == Some(id)) {
        return Err("others are marked as repeats of this claim: mark those first".to_owned());
    }
    Ok(same)
}

fn refuse(model: &mut Model, why: String) -> Vec<Effect> {
    model.notice = Notice::Failed(why);
    Vec::new()
}
