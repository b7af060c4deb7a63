//! Marking claims, and what is done to all that are marked.

use std::collections::HashSet;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::counted;
use crate::app::update::judge::{no_claim, short, with_undo};
use crate::app::update::take;
use crate::app::update::travel::{self, Direction};
use crate::claim::{ClaimId, Evidence};
use crate::review::{ClaimChange, Command, Step};

/// Marks the current claim or takes its mark off, and goes to the next one.
pub(super) fn toggle(model: &mut Model) {
    let Some(id) = model.current_claim().map(|it| it.id.clone()) else {
        return drop(no_claim(model));
    };
    model.marks.toggle(&id);
    travel::in_list(model, 1, Direction::Forward);
    tell(model);
}

/// Marks what is listed from the last mark to the current claim.
pub(super) fn stretch(model: &mut Model) {
    let Some(here) = model.current().and_then(|it| model.listing.index_of(it)) else {
        return drop(no_claim(model));
    };
    let last = model.marks.last.as_ref();
    let last = last.and_then(|it| model.listing.index_of(model.review.position(it)?));
    let from = last.unwrap_or(here);
    let stretch = from.min(here)..=from.max(here);
    let positions = &model.listing.positions()[stretch];
    for position in positions {
        model.marks.add(model.review.claims()[*position].id.clone());
    }
    // A further stretch begins where this one ended.
    model.marks.last = model.current_claim().map(|it| it.id.clone());
    tell(model);
}

/// Marks all claims that are listed; where all are marked, none.
pub(super) fn all(model: &mut Model) {
    let claims = model.review.claims();
    let listed = model.listing.positions().iter().map(|it| &claims[*it].id);
    let listed: Vec<ClaimId> = listed.cloned().collect();
    let are_marked = listed.iter().all(|it| model.marks.contains(it));
    model.marks.clear();
    if !are_marked {
        for id in listed {
            model.marks.add(id);
        }
    }
    tell(model);
}

/// Says how many are marked and what that is good for.
fn tell(model: &mut Model) {
    let count = model.marks.len();
    if count == 0 {
        model.notice = Notice::Told("no claim is marked".to_owned());
        return;
    }
    let key = |action| model.keymap.key(action).map(|it| it.to_string());
    let key = |action| key(action).unwrap_or_else(|| "(no key)".to_owned());
    let told = format!(
        "{} marked: {} {} {} judge them all, {} takes the marks off",
        counted(count, "claim"),
        key(Action::Verify),
        key(Action::Dispute),
        key(Action::Unknown),
        key(Action::BackToArticles)
    );
    model.notice = Notice::Told(told);
}

/// The claims that a key is for, in their order: those that are marked; else as
/// many as the count says from the current one on. A repeat stands for the claim
/// that it repeats: a verdict belongs where the fact is judged.
pub(super) fn targets(model: &Model) -> Vec<ClaimId> {
    let mut seen = HashSet::new();
    let own = own_targets(model).into_iter().map(|id| {
        let same = model.review.claim(&id).and_then(|it| it.same_as.clone());
        let same = same.filter(|it| model.review.claim(it).is_some());
        same.unwrap_or(id)
    });
    own.filter(|it| seen.insert(it.clone())).collect()
}

/// The same, each claim standing for itself.
pub(super) fn own_targets(model: &Model) -> Vec<ClaimId> {
    let claims = model.review.claims();
    let positions: Vec<usize> = if model.marks.is_empty() {
        let here = model.current().and_then(|it| model.listing.index_of(it));
        let listed = model.listing.positions();
        let listed = here.map_or(&[][..], |it| &listed[it..]);
        let count = model.count.unwrap_or(1).max(1);
        listed.iter().copied().take(count).collect()
    } else {
        let all = claims.iter().enumerate();
        let marked = all.filter(|it| model.marks.contains(&it.1.id));
        marked.map(|it| it.0).collect()
    };
    let ids = positions.into_iter().map(|it| claims[it].id.clone());
    ids.collect()
}

/// What was marked is done: the marks go, and after a count the cursor stands on
/// the last claim that it reached.
pub(super) fn done(model: &mut Model, targets: &[ClaimId]) {
    let reached = targets.last().filter(|_| model.count.is_some());
    if let Some(position) = reached.and_then(|it| model.review.position(it))
        && model.marks.is_empty()
        && model.listing.index_of(position).is_some()
    {
        model.go_to(position);
    }
    model.marks.clear();
}

/// Several commands as one step.
pub(super) fn together(mut commands: Vec<Command>) -> Step {
    match commands.len() {
        1 => Step::Do(commands.remove(0)),
        _ => Step::Do(Command::Together(commands)),
    }
}

/// Gives the claim, or all that are marked, the source that was added last.
pub(super) fn repeat_source(model: &mut Model) -> Vec<Effect> {
    let Some(source) = last_source(model) else {
        model.notice = Notice::Told("no claim has a source yet".to_owned());
        return Vec::new();
    };
    let targets = targets(model);
    let claims = targets.iter().filter_map(|it| model.review.claim(it));
    let lacking = claims.filter(|it| !it.evidence.contains(&source));
    let lacking: Vec<ClaimId> = lacking.map(|it| it.id.clone()).collect();
    let title = source.title.as_ref().or(source.url.as_ref());
    let title = title.cloned().unwrap_or_else(|| "(untitled)".to_owned());
    let Some(first) = lacking.first() else {
        model.notice = Notice::Told(if targets.is_empty() {
            "no claim is listed".to_owned()
        } else {
            format!("has this source already: {title}")
        });
        return Vec::new();
    };
    let told = match (lacking.len(), model.review.claim(first)) {
        (1, Some(claim)) => format!("source: {title}, for: {}", short(claim)),
        (count, _) => format!("source: {title}, for {}", counted(count, "claim")),
    };
    let commands = lacking.iter().map(|id| {
        let change = ClaimChange::InsertEvidence {
            at: usize::MAX,
            evidence: Box::new(source.clone()),
        };
        Command::change(id.clone(), change)
    });
    let effects = take(model, together(commands.collect()));
    if !effects.is_empty() {
        done(model, &targets);
        model.notice = Notice::Told(with_undo(model, told));
    }
    effects
}

/// The source that was added last: in this session, else the one that was read
/// last of all.
fn last_source(model: &Model) -> Option<Evidence> {
    if let Some(source) = &model.last_source {
        return Some((**source).clone());
    }
    let claims = model.review.claims().iter();
    let sources = claims.flat_map(|it| &it.evidence);
    sources.max_by_key(|it| it.accessed).cloned()
}

#[cfg(test)]
mod tests {
    use crate::app::Effect;
    use crate::app::testing::Desk;

    fn desk() -> Desk {
        Desk::of_council(4)
    }

    fn marked(desk: &Desk) -> String {
        let claims = desk.model.review.claims().iter();
        claims
            .map(|it| {
                if desk.model.marks.contains(&it.id) {
                    '*'
                } else {
                    '-'
                }
            })
            .collect()
    }

    #[test]
    fn claims_are_marked_one_by_one_in_stretches_and_all() {
        let mut desk = desk();
        desk.press("space");
        assert_eq!((marked(&desk).as_str(), desk.at()), ("*---", 2));
        desk.press("j M");
        assert_eq!(marked(&desk), "***-");
        desk.press("k space");
        assert_eq!(marked(&desk), "*-*-");
        desk.press("*");
        assert_eq!(marked(&desk), "****");
        desk.press("*");
        assert_eq!(marked(&desk), "----");
        desk.press("space esc");
        assert_eq!(marked(&desk), "----");
        assert!(!desk.effects.contains(&Effect::Quit));
    }

    #[test]
    fn a_verdict_on_all_that_are_marked_is_one_step() {
        let mut desk = desk();
        desk.press("space j space v");
        assert_eq!(
            desk.statuses(),
            ["verified", "unreviewed", "verified", "unreviewed"]
        );
        assert_eq!(desk.effects.len(), 1);
        assert_eq!(desk.notice(), "✓ verified: 2 claims (z takes it back)");
        assert_eq!(marked(&desk), "----");
        desk.press("z");
        assert_eq!(desk.statuses(), ["unreviewed"; 4]);
    }

    #[test]
    fn all_that_are_marked_are_disputed_for_one_reason() {
        let mut desk = desk();
        desk.press("* d o");
        assert_eq!(desk.statuses(), ["disputed"; 4]);
        let reasons: Vec<_> = (1..=4)
            .map(|it| desk.claim(it).verdicts[0].reason)
            .collect();
        assert_eq!(reasons, [Some(crate::claim::Reason::Outdated); 4]);
        desk.press("z z");
        assert_eq!(desk.statuses(), ["unreviewed"; 4]);
    }

    #[test]
    fn a_count_judges_so_many_from_here_on() {
        let mut desk = desk();
        desk.press("j 2 v");
        assert_eq!(
            desk.statuses(),
            ["unreviewed", "verified", "verified", "unreviewed"]
        );
        assert_eq!(desk.at(), 4);
        desk.press("g 9 u");
        assert_eq!(desk.statuses(), ["unknown"; 4]);
        desk.press("* x");
        assert_eq!(desk.statuses(), ["unreviewed"; 4]);
    }

    #[test]
    fn marks_go_with_claims_that_are_gone() {
        let mut desk = desk();
        desk.press("G space k m");
        assert_eq!(desk.model.review.claims().len(), 3);
        assert_eq!(desk.model.marks.len(), 0);
    }

    #[test]
    fn what_is_marked_is_dismissed_and_taken_in_together() {
        let mut desk = desk();
        desk.press("space space D");
        let dismissed = |desk: &Desk| {
            let claims = desk.model.review.claims().iter();
            claims.filter(|it| it.dismissed).count()
        };
        assert_eq!(dismissed(&desk), 2);
        assert_eq!(desk.notice(), "dismissed: 2 claims (z takes it back)");
        desk.press("z");
        assert_eq!(dismissed(&desk), 0);
    }

    #[test]
    fn the_last_source_is_given_to_another_claim() {
        let mut desk = desk();
        desk.press("&");
        assert_eq!(desk.notice(), "no claim has a source yet");
        desk.press("s");
        desk.paste("https://example.org/letter");
        desk.press("enter j &");
        assert_eq!(desk.claim(2).evidence, desk.claim(1).evidence);
        assert!(desk.notice().contains("for: The council met"));
        desk.press("&");
        assert!(desk.notice().starts_with("has this source already"));
        desk.press("* &");
        assert!((1..=4).all(|it| desk.claim(it).evidence.len() == 1));
        desk.press("z");
        assert!(desk.claim(3).evidence.is_empty());
    }
}
