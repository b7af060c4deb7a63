//! What was judged of the same before, in other articles.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::{counted, glyph};
use crate::app::update::judge::{no_claim, with_undo};
use crate::app::update::{take, travel};
use crate::claim::{ClaimId, Evidence, Judgement, Status, Timestamp};
use crate::review::{ClaimChange, Command, Memory, Recalled, Step, is_same_source};

/// Takes in what was read of the other claim files.
pub(super) fn arrive(model: &mut Model, memory: Arc<Memory>) {
    model.memory = Some(memory);
    model.detail.forget();
    model.remembered.forget_all();
}

/// Takes over verdict and sources of an earlier claim that states the same: the
/// first that is shown, or the one whose number was typed.
pub(super) fn take_over(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(claim) = model.current_claim() else {
        return no_claim(model);
    };
    let judged_there = claim.same_as.as_ref();
    let judged_there = judged_there.filter(|it| model.review.claim(it).is_some());
    let id = judged_there.unwrap_or(&claim.id).clone();
    let recalled = model.recalled();
    let number = model.count.unwrap_or(1);
    let Some(found) = number.checked_sub(1).and_then(|it| recalled.get(it)) else {
        model.notice = Notice::Told(nothing(model, recalled.len()));
        return Vec::new();
    };
    let Some(judgement) = found.earlier.agreed() else {
        let told = format!(
            "reviewers differ on it in {}: judge for yourself",
            found.title
        );
        model.notice = Notice::Failed(told);
        return Vec::new();
    };
    let sources = lacking(model, &id, found, judgement);
    let told = told(judgement, sources.len(), found);
    let judge = ClaimChange::Judge(Box::new(own(model, &id, judgement, now)));
    let insert = sources.into_iter().map(|it| ClaimChange::InsertEvidence {
        at: usize::MAX,
        evidence: Box::new(it),
    });
    let changes = std::iter::once(judge).chain(insert);
    let commands = changes.map(|it| Command::change(id.clone(), it)).collect();
    let effects = take(model, Step::Do(Command::Together(commands)));
    if !effects.is_empty() {
        model.notice = Notice::Told(with_undo(model, told));
        travel::on(model);
    }
    effects
}

/// Why there is nothing to take over.
fn nothing(model: &Model, recalled: usize) -> String {
    match (&model.memory, recalled) {
        (None, _) => "the other claim files are still being read: try again".to_owned(),
        (Some(_), 0) => "nothing like this claim was judged before".to_owned(),
        (Some(_), count) => format!("only {} shown here", counted(count, "earlier claim")),
    }
}

/// The earlier judgement as this reviewer's own, of now.
fn own(model: &Model, id: &ClaimId, earlier: &Judgement, now: Timestamp) -> Judgement {
    let before = model.review.claim(id);
    let before = before.and_then(|it| it.judgement_of(&model.reviewer));
    let note = before.and_then(|it| it.note.clone());
    Judgement {
        reason: earlier.reason,
        correction: earlier.correction.clone(),
        note: note.or_else(|| earlier.note.clone()),
        ..Judgement::new(earlier.verdict, model.reviewer.clone(), now)
    }
}

/// The earlier sources that the claim does not have; who found them stays known.
fn lacking(model: &Model, id: &ClaimId, found: &Recalled, judgement: &Judgement) -> Vec<Evidence> {
    let known = model.review.claim(id).map_or(&[][..], |it| &it.evidence);
    let is_new = |it: &&Evidence| {
        let twin = known.iter().find(|twin| is_same_source(twin, it));
        twin.is_none_or(|twin| twin.passage != it.passage || twin.locator != it.locator)
    };
    let finder = judgement.reviewer.clone();
    let is_own = finder == model.reviewer;
    let sources = found.earlier.evidence.iter().filter(is_new).cloned();
    sources
        .map(|it| Evidence {
            by: it
                .by
                .or_else(|| (!is_own).then(|| finder.as_str().to_owned())),
            ..it
        })
        .collect()
}

/// "taken over from Harbour vote: ✗ disputed (wrong), 2 sources".
fn told(judgement: &Judgement, sources: usize, found: &Recalled) -> String {
    let status = glyph(Status::Agreed(judgement.verdict));
    let reason = judgement.reason.map(|it| format!(" ({it})"));
    let sources = match sources {
        0 => String::new(),
        count => format!(", {}", counted(count, "source")),
    };
    format!(
        "taken over: {status} {}{}{sources}, from {}",
        judgement.verdict,
        reason.unwrap_or_default(),
        found.title
    )
}

/// What to press for the earlier claim of that number, from 1.
pub(in crate::app) fn key_for(model: &Model, number: usize) -> Option<String> {
    let key = model.keymap.key(Action::TakeOver)?;
    Some(match number {
        1 => format!("{key} takes it over"),
        _ => format!("{number}{key}"),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Size;

    use super::*;
    use crate::app::testing::{Desk, now};
    use crate::app::{Message, panes, settle};
    use crate::claim::{
        Claim, ClaimFile, Particulars, Reason, Reviewer, Stance, TextQuoteSelector, Verdict,
    };
    use crate::review::EarlierFile;

    /// A claim that others have judged: wrong, with a source.
    fn earlier(words: &str, verdicts: &[(&str, Verdict)]) -> Claim {
        let quote = TextQuoteSelector {
            exact: words.to_owned(),
            ..TextQuoteSelector::default()
        };
        let id = ClaimId::new(words, 0, |_| false);
        let mut claim = Claim::new(id, quote, words, Vec::new());
        for (name, verdict) in verdicts {
            claim.verdicts.push(Judgement {
                reason: (*verdict == Verdict::Disputed).then_some(Reason::Wrong),
                correction: (*verdict == Verdict::Disputed).then(|| "210 of 230".to_owned()),
                ..Judgement::new(*verdict, Reviewer::new(name), now())
            });
        }
        claim.evidence.push(Evidence {
            url: Some("https://example.org/letter.pdf".to_owned()),
            stance: Some(Stance::Refutes),
            ..Evidence::default()
        });
        claim
    }

    fn desk(remembered: Vec<Claim>) -> Desk {
        let mut desk = Desk::with([
            "212 of 230 employees signed the letter",
            "The council met on Sunday",
        ]);
        let article = Particulars {
            file: "vote.txt".to_owned(),
            title: Some("The vote".to_owned()),
            ..Particulars::default()
        };
        let file = ClaimFile::new(article, remembered);
        let file = Arc::new(EarlierFile::of("claims/vote.yaml", &file));
        desk.send(Message::Remembered(Arc::new(Memory::of(vec![file]))));
        desk
    }

    #[test]
    fn the_list_knows_which_claims_on_the_screen_were_judged_before() {
        let known = |desk: &mut Desk| {
            let panes = panes(&desk.model, Size::new(80, 24));
            settle(&mut desk.model, &panes);
            let model = &desk.model;
            let claims = model.review().claims().iter();
            claims
                .map(|it| model.remembered.has(&it.id))
                .collect::<Vec<bool>>()
        };
        let words = "By Monday 212 of 230 employees had signed";
        let mut desk = desk(vec![earlier(words, &[("Ben", Verdict::Disputed)])]);
        assert_eq!(known(&mut desk), [true, false]);
        // What a claim says is another thing once it was worded otherwise.
        desk.press("e ctrl-u")
            .write("The sky was blue")
            .press("enter");
        assert!(!known(&mut desk)[1]);
        desk.send(Message::Remembered(Arc::new(Memory::of(Vec::new()))));
        assert_eq!(known(&mut desk), [false, false]);
    }

    #[test]
    fn an_earlier_verdict_is_taken_over_with_its_sources_as_one_step() {
        let words = "By Monday 212 of 230 employees had signed";
        let mut desk = desk(vec![earlier(words, &[("Ben", Verdict::Disputed)])]);
        desk.press("T");
        let claim = desk.claim(1).clone();
        let judgement = &claim.verdicts[0];
        assert_eq!(judgement.reviewer.as_str(), "Ana Ruiz");
        assert_eq!(judgement.reason, Some(Reason::Wrong));
        assert_eq!(judgement.correction.as_deref(), Some("210 of 230"));
        assert_eq!(claim.evidence[0].stance, Some(Stance::Refutes));
        assert_eq!(claim.evidence[0].by.as_deref(), Some("Ben"));
        assert_eq!(desk.effects.len(), 1);
        assert_eq!(
            desk.notice(),
            "taken over: ✗ disputed (wrong), 1 source, from The vote (z takes it back)"
        );
        assert_eq!(desk.at(), 2);
        desk.press("z");
        assert!(desk.claim(1).verdicts.is_empty() && desk.claim(1).evidence.is_empty());
    }

    #[test]
    fn a_source_that_is_there_already_is_not_added_twice() {
        let words = "By Monday 212 of 230 employees had signed";
        let mut desk = desk(vec![earlier(words, &[("Ben", Verdict::Verified)])]);
        desk.press("s")
            .paste("https://example.org/letter.pdf")
            .press("enter T");
        assert_eq!(desk.claim(1).evidence.len(), 1);
        assert_eq!(desk.statuses()[0], "verified");
    }

    #[test]
    fn where_there_is_nothing_to_take_over_it_is_said() {
        let mut desk = desk(vec![earlier(
            "212 of 230 employees signed",
            &[("Ben", Verdict::Verified), ("Eve", Verdict::Unknown)],
        )]);
        desk.press("T");
        assert!(desk.failed(), "{}", desk.notice());
        desk.press("2 T");
        assert_eq!(desk.notice(), "only 1 earlier claim shown here");
        desk.press("j T");
        assert_eq!(desk.notice(), "nothing like this claim was judged before");
        desk.model.memory = None;
        desk.press("T");
        assert!(desk.notice().contains("still being read"));
        assert_eq!(desk.statuses(), ["unreviewed"; 2]);
    }
}
