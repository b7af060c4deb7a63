//! The state of one review and the one way to change it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::claim::{Claim, ClaimFile, ClaimId, Status};
use crate::review::{Command, Progress, Refused, Sight, Step};

/// A claim file under review, with the way back to how it was opened.
///
/// What a key press costs does not grow with the number of claims: counts and
/// the set of unreviewed claims are kept, not counted anew. Only a change that
/// adds or removes claims reads them all.
#[derive(Clone, Debug)]
pub struct Review {
    file: ClaimFile,
    sight: Sight,
    positions: HashMap<ClaimId, usize>,
    unreviewed: BTreeSet<usize>,
    progress: Progress,
    undo: Vec<Entry>,
    redo: Vec<Entry>,
}

/// What takes a change back or makes it again, and what it is called.
#[derive(Clone, Debug)]
struct Entry {
    command: Command,
    subject: &'static str,
}

/// What a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The claims that may look different now, in no order; ids that are gone included.
    pub touched: Vec<ClaimId>,
    /// What was changed, in a word: "verdict", "note".
    pub subject: &'static str,
    /// Whether claims were added, removed or moved, so that positions changed.
    pub moved: bool,
    /// Whether anything but the inside of claims changed: to save it, the touched
    /// claims are not enough.
    pub beyond_claims: bool,
}

impl Review {
    /// A review of `file`, whose ids must be different from each other.
    pub fn new(file: ClaimFile) -> Self {
        let mut review = Self {
            file,
            sight: Sight::All,
            positions: HashMap::new(),
            unreviewed: BTreeSet::new(),
            progress: Progress::default(),
            undo: Vec::new(),
            redo: Vec::new(),
        };
        review.count_anew();
        review
    }

    /// The claim file as it is now.
    pub fn file(&self) -> &ClaimFile {
        &self.file
    }

    /// Lets the reviewer see other verdicts than before. No change of the
    /// review: nothing to undo or to journal.
    pub fn look_with(&mut self, sight: Sight) {
        self.sight = sight;
        self.count_anew();
    }

    /// Whose verdicts are seen.
    pub fn sight(&self) -> &Sight {
        &self.sight
    }

    /// What the verdicts on `claim` come to, as far as they are seen.
    pub fn status(&self, claim: &Claim) -> Status {
        self.sight.status(claim)
    }

    /// The claims, in article order.
    pub fn claims(&self) -> &[Claim] {
        &self.file.claims
    }

    /// The claim of this name.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.position(id).map(|at| &self.file.claims[at])
    }

    /// Where the claim stands among the claims, from 0.
    pub fn position(&self, id: &ClaimId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// How far the review has come.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The position of the next claim after `from` that nobody has judged,
    /// from the start again after the last; none when all are judged.
    pub fn next_unreviewed(&self, from: usize) -> Option<usize> {
        let after = self.unreviewed.range(from + 1..).next();
        after.or_else(|| self.unreviewed.first()).copied()
    }

    /// The position of the last claim before `from` that nobody has judged,
    /// from the end again before the first; none when all are judged.
    pub fn previous_unreviewed(&self, from: usize) -> Option<usize> {
        let before = self.unreviewed.range(..from).next_back();
        before.or_else(|| self.unreviewed.last()).copied()
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether a step that was taken back can be made again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Changes the review: the only way in. A refused step changes nothing.
    pub fn take(&mut self, step: Step) -> Result<Change, Refused> {
        match step {
            Step::Do(command) => {
                let subject = command.subject();
                let (change, inverse) = self.apply(command, subject)?;
                self.undo.push(Entry {
                    command: inverse,
                    subject,
                });
                self.redo.clear();
                Ok(change)
            }
            Step::Undo => {
                let Entry { command, subject } = self.undo.pop().ok_or(Refused::NothingToUndo)?;
                let (change, inverse) = self.apply(command, subject)?;
                self.redo.push(Entry {
                    command: inverse,
                    subject,
                });
                Ok(change)
            }
            Step::Redo => {
                let Entry { command, subject } = self.redo.pop().ok_or(Refused::NothingToRedo)?;
                let (change, inverse) = self.apply(command, subject)?;
                self.undo.push(Entry {
                    command: inverse,
                    subject,
                });
                Ok(change)
            }
        }
    }

    fn apply(
        &mut self,
        command: Command,
        subject: &'static str,
    ) -> Result<(Change, Command), Refused> {
        let moved = command.moves_claims();
        let beyond_claims = command.goes_beyond_claims();
        let mut touched = Vec::new();
        let mut seen = HashSet::new();
        command.each_claim(&mut |id| {
            if seen.insert(id.clone()) {
                touched.push(id.clone());
            }
        });
        // Counts of one claim are kept up by the difference, so its form before is needed.
        let known = |id: &ClaimId| if moved { None } else { self.claim(id).cloned() };
        let before: Vec<Claim> = touched.iter().filter_map(known).collect();
        let positions = &self.positions;
        let inverse = command.apply(&mut self.file, &|_, id| positions.get(id).copied())?;
        if moved {
            self.count_anew();
        } else {
            for claim in &before {
                self.count_again(claim);
            }
        }
        Ok((
            Change {
                touched,
                subject,
                moved,
                beyond_claims,
            },
            inverse,
        ))
    }

    /// Counts one changed claim, `before` being how it was.
    fn count_again(&mut self, before: &Claim) {
        let at = self.positions[&before.id];
        let after = &self.file.claims[at];
        self.progress.subtract(before, self.sight.status(before));
        self.progress.add(after, self.sight.status(after));
        if is_open(after, &self.sight) {
            self.unreviewed.insert(at);
        } else {
            self.unreviewed.remove(&at);
        }
    }

    fn count_anew(&mut self) {
        let claims = &self.file.claims;
        self.positions = claims
            .iter()
            .enumerate()
            .map(|(at, it)| (it.id.clone(), at))
            .collect();
        self.unreviewed = claims
            .iter()
            .enumerate()
            .filter(|(_, it)| is_open(it, &self.sight))
            .map(|(at, _)| at)
            .collect();
        self.progress = Progress::seen(claims, &self.sight);
    }
}

/// Whether the claim still waits for a verdict.
fn is_open(claim: &Claim, sight: &Sight) -> bool {
    !claim.dismissed && claim.same_as.is_none() && sight.status(claim) == Status::Unreviewed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop, prop_assert_eq, prop_oneof, proptest};

    use super::*;
    use crate::claim::{
        Evidence, Judgement, Particulars, Reviewer, TextQuoteSelector, Timestamp, Verdict,
    };
    use crate::review::ClaimChange;

    const CLAIMS: usize = 5;

    fn claim(number: usize) -> Claim {
        let exact = format!("{number} of 770 signed");
        let id = ClaimId::new(&exact, 0, |_| false);
        let quote = TextQuoteSelector {
            exact: exact.clone(),
            ..TextQuoteSelector::default()
        };
        Claim::new(id, quote, exact, Vec::new())
    }

    fn review() -> Review {
        Review::new(ClaimFile::new(
            Particulars::default(),
            (0..CLAIMS).map(claim).collect(),
        ))
    }

    fn judge(number: usize, name: &str, verdict: Verdict) -> Command {
        let time: Timestamp = "2024-03-05T09:12:44Z".parse().expect("a time");
        let judgement = Judgement::new(verdict, Reviewer::new(name), time);
        Command::change(claim(number).id, ClaimChange::Judge(Box::new(judgement)))
    }

    #[test]
    fn a_verdict_counts_and_undo_takes_it_back() {
        let mut review = review();
        let opened = review.file().clone();
        review
            .take(Step::Do(judge(1, "Ana", Verdict::Verified)))
            .expect("a verdict");
        assert_eq!(
            (review.progress().verified, review.progress().unreviewed),
            (1, 4)
        );
        assert_eq!(review.next_unreviewed(0), Some(2));
        assert_eq!(
            review.take(Step::Undo).expect("a way back").subject,
            "verdict"
        );
        assert_eq!(*review.file(), opened);
        assert_eq!(review.take(Step::Undo), Err(Refused::NothingToUndo));
    }

    #[test]
    fn the_next_unreviewed_claim_is_found_from_the_start_again() {
        let mut review = review();
        for number in 1..CLAIMS {
            review
                .take(Step::Do(judge(number, "Ana", Verdict::Unknown)))
                .expect("a verdict");
        }
        assert_eq!(review.next_unreviewed(4), Some(0));
        assert_eq!(review.previous_unreviewed(0), Some(0));
        review
            .take(Step::Do(judge(0, "Ana", Verdict::Unknown)))
            .expect("a verdict");
        assert_eq!(review.next_unreviewed(4), None);
    }

    #[test]
    fn a_refused_batch_changes_nothing() {
        let mut review = review();
        let opened = review.file().clone();
        let ghost: ClaimId = "zzzzzz".parse().expect("an id");
        let batch = Command::Together(vec![
            judge(0, "Ana", Verdict::Verified),
            Command::RemoveClaim { claim: claim(3).id },
            Command::RemoveClaim {
                claim: ghost.clone(),
            },
        ]);
        assert_eq!(
            review.take(Step::Do(batch)),
            Err(Refused::NoSuchClaim(ghost))
        );
        assert_eq!(*review.file(), opened);
        assert_eq!(review.progress().unreviewed, CLAIMS);
    }

    fn any_command() -> impl Strategy<Value = Command> {
        let verdict = prop::sample::select(Verdict::ALL);
        let name = prop::sample::select(&["Ana", "Ben", "Cleo"][..]);
        let id = (0..CLAIMS).prop_map(|it| claim(it).id);
        let on = |change: fn(String) -> ClaimChange| {
            ((0..CLAIMS), "[a-z甲乙 ]{0,4}")
                .prop_map(move |(it, words)| Command::change(claim(it).id, change(words)))
        };
        let single = prop_oneof![
            (0..CLAIMS, name.clone(), verdict).prop_map(|(at, name, it)| judge(at, name, it)),
            (id.clone(), name).prop_map(|(id, it)| {
                Command::change(id, ClaimChange::Unjudge(Reviewer::new(it)))
            }),
            on(ClaimChange::SetWording),
            on(|it| ClaimChange::SetNote(Some(it))),
            on(|it| ClaimChange::SetDismissed(it.is_empty())),
            on(|it| ClaimChange::InsertEvidence {
                at: it.len(),
                evidence: Box::new(Evidence {
                    title: Some(it),
                    ..Evidence::default()
                }),
            }),
            (id.clone(), 0..2_usize)
                .prop_map(|(id, at)| Command::change(id, ClaimChange::RemoveEvidence { at })),
            id.clone().prop_map(|claim| Command::RemoveClaim { claim }),
            (0..CLAIMS, prop::option::of(id)).prop_map(|(at, after)| Command::InsertClaim {
                after,
                claim: Box::new(claim(at)),
            }),
        ];
        let batch = prop::collection::vec(single.clone(), 1..4).prop_map(Command::Together);
        prop_oneof![4 => single, 1 => batch]
    }

    fn any_steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            4 => any_command().prop_map(Step::Do),
            1 => Just(Step::Undo),
            1 => Just(Step::Redo),
        ];
        prop::collection::vec(step, 0..40)
    }

    proptest! {
        #[test]
        fn undo_restores_exactly_and_redo_brings_back(steps in any_steps()) {
            let mut review = review();
            let opened = review.file().clone();
            for step in steps {
                let before = review.clone();
                if review.take(step).is_err() {
                    prop_assert_eq!(review.file(), before.file());
                }
            }
            let reached = review.file().clone();
            let mut undone = 0;
            while review.can_undo() {
                review.take(Step::Undo).expect("a way back");
                undone += 1;
            }
            prop_assert_eq!(review.file(), &opened);
            for _ in 0..undone {
                review.take(Step::Redo).expect("a way forth");
            }
            prop_assert_eq!(review.file(), &reached);
        }

        #[test]
        fn replaying_the_journal_gives_the_same_state_and_way_back(steps in any_steps()) {
            let mut review = review();
            let taken: Vec<Step> =
                steps.into_iter().filter(|it| review.take(it.clone()).is_ok()).collect();
            let journal = serde_json::to_string(&taken).expect("steps are plain data");
            let read: Vec<Step> = serde_json::from_str(&journal).expect("what was just written");
            let mut replayed = super::tests::review();
            for step in read {
                replayed.take(step).expect("it was taken before");
            }
            prop_assert_eq!(replayed.file(), review.file());
            while review.can_undo() {
                review.take(Step::Undo).expect("a way back");
                replayed.take(Step::Undo).expect("the same way back");
                prop_assert_eq!(replayed.file(), review.file());
            }
            prop_assert_eq!(replayed.can_undo(), false);
        }

        #[test]
        fn what_is_counted_equals_a_count_from_scratch(steps in any_steps()) {
            let mut review = review();
            for step in steps {
                let _ = review.take(step);
                let anew = Review::new(review.file().clone());
                prop_assert_eq!(review.progress(), anew.progress());
                prop_assert_eq!(&review.unreviewed, &anew.unreviewed);
                prop_assert_eq!(&review.positions, &anew.positions);
            }
        }
    }
}
