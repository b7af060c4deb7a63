//! What a merge or two reviewers have left open, as a question with answers.

use serde_yaml::Value;

use crate::claim::{
    Claim, ClaimConflict, ClaimId, Judgement, Particulars, ParticularsConflict, Reviewer, Sides,
    Status, TextQuoteSelector, Timestamp, Verdict,
};
use crate::review::{ClaimChange, Command};

/// A question that one of several commands answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub asks: String,
    /// What can be answered: the words for it, and what it does.
    pub answers: Vec<(String, Command)>,
}

impl Question {
    /// What is open about `claim`, the fields that a merge could not decide
    /// first, then the verdicts that differ. `reviewer` answers at `now`.
    pub fn about(claim: &Claim, reviewer: &Reviewer, now: Timestamp) -> Option<Self> {
        let open = claim.conflict.as_deref();
        let open = open.and_then(|conflict| Open { claim, conflict }.question());
        open.or_else(|| verdicts(claim, reviewer, now))
    }

    /// What a merge has left open about the article's particulars.
    pub fn about_article(article: &Particulars) -> Option<Self> {
        particulars(article, article.conflict.as_deref()?)
    }
}

/// Who gave which verdict, and what would settle it; for a settled claim, how
/// to open it again.
fn verdicts(claim: &Claim, reviewer: &Reviewer, now: Timestamp) -> Option<Question> {
    let is_settled = claim.verdicts.iter().any(|it| it.settles);
    if claim.status() != Status::Contested && !is_settled {
        return None;
    }
    let judge = |judgement: Judgement| {
        Command::change(claim.id.clone(), ClaimChange::Judge(Box::new(judgement)))
    };
    let mut answers: Vec<(String, Command)> = Verdict::ALL
        .iter()
        .map(|&verdict| {
            let names: Vec<&str> = claim
                .verdicts
                .iter()
                .filter(|it| it.verdict == verdict)
                .map(|it| it.reviewer.as_str())
                .collect();
            let who = if names.is_empty() {
                "none of them".to_owned()
            } else {
                names.join(", ")
            };
            let judgement = Judgement {
                settles: true,
                ..claim.judged_by(reviewer, verdict, now)
            };
            (format!("{verdict} ({who})"), judge(judgement))
        })
        .collect();
    if is_settled {
        let opened = claim.verdicts.iter().filter(|it| it.settles).map(|it| {
            judge(Judgement {
                settles: false,
                ..it.clone()
            })
        });
        let words = "open again: nobody has settled it".to_owned();
        answers.push((words, Command::Together(opened.collect())));
    }
    Some(Question {
        asks: "Which verdict settles it?".to_owned(),
        answers,
    })
}

/// A claim and what a merge has left open about it.
struct Open<'a> {
    claim: &'a Claim,
    conflict: &'a ClaimConflict,
}

impl Open<'_> {
    /// The first field that is open.
    fn question(&self) -> Option<Question> {
        let it = self.conflict;
        self.removal()
            .or_else(|| {
                let change = |it: &String| ClaimChange::SetWording(it.clone());
                self.field("wording", &it.wording, Clone::clone, change, |it| {
                    it.wording.clear();
                })
            })
            .or_else(|| {
                let words = |it: &TextQuoteSelector| it.exact.clone();
                let change = |it: &TextQuoteSelector| ClaimChange::SetQuote(Box::new(it.clone()));
                self.field("quote", &it.quote, words, change, |it| it.quote.clear())
            })
            .or_else(|| {
                let change = |it: &Option<String>| ClaimChange::SetNote(it.clone());
                self.field(
                    "note",
                    &it.note,
                    |it| told(it.as_ref()),
                    change,
                    |it| it.note.clear(),
                )
            })
            .or_else(|| {
                let change = |it: &Option<String>| ClaimChange::SetQuery(it.clone());
                self.field(
                    "query",
                    &it.query,
                    |it| told(it.as_ref()),
                    change,
                    |it| it.query.clear(),
                )
            })
            .or_else(|| {
                let change = |it: &Option<ClaimId>| ClaimChange::SetSameAs(it.clone());
                self.field(
                    "repeat",
                    &it.same_as,
                    |it| told(it.as_ref()),
                    change,
                    |it| it.same_as.clear(),
                )
            })
            .or_else(|| self.verdict())
            .or_else(|| self.unknown_key())
    }

    fn field<T>(
        &self,
        name: &str,
        sides: &[T],
        words: impl Fn(&T) -> String,
        change: impl Fn(&T) -> ClaimChange,
        decide: impl Fn(&mut ClaimConflict),
    ) -> Option<Question> {
        let answer = |it: &T| (words(it), self.answer(Some(change(it)), &decide));
        (!sides.is_empty()).then(|| Question {
            asks: format!("Both sides changed the {name}: which holds?"),
            answers: sides.iter().map(answer).collect(),
        })
    }

    /// The command that makes `change` and strikes out what it decides.
    fn answer(&self, change: Option<ClaimChange>, decide: impl Fn(&mut ClaimConflict)) -> Command {
        let mut rest = self.conflict.clone();
        decide(&mut rest);
        let changes = change
            .into_iter()
            .chain([ClaimChange::SetConflict(rest.if_any())]);
        Command::Together(
            changes
                .map(|it| Command::change(self.claim.id.clone(), it))
                .collect(),
        )
    }

    fn removal(&self) -> Option<Question> {
        let goes = Command::RemoveClaim {
            claim: self.claim.id.clone(),
        };
        let keeps = self.answer(None, |it| it.removed = false);
        self.conflict.removed.then(|| Question {
            asks: "One side took this claim away, the other changed it".to_owned(),
            answers: vec![
                ("keep the claim".to_owned(), keeps),
                ("take it away".to_owned(), goes),
            ],
        })
    }

    fn verdict(&self) -> Option<Question> {
        let whose = &self.conflict.verdicts.first()?.reviewer;
        let of_one = |it: &&Judgement| it.reviewer == *whose;
        let decide = |it: &mut ClaimConflict| it.verdicts.retain(|it| it.reviewer != *whose);
        let answer = |it: &Judgement| {
            let change = ClaimChange::Judge(Box::new(it.clone()));
            (told_judgement(it), self.answer(Some(change), decide))
        };
        let sides = self.conflict.verdicts.iter().filter(of_one);
        Some(Question {
            asks: format!("Which verdict of {whose} holds?"),
            answers: sides.map(answer).collect(),
        })
    }

    fn unknown_key(&self) -> Option<Question> {
        let key = self.conflict.unknown.0.keys().next()?;
        let name = key.as_str().unwrap_or("a key");
        let keeps = self.answer(None, |it| drop(it.unknown.0.remove(key)));
        Some(Question {
            asks: format!("Both sides changed `{name}`, which redpencil does not know"),
            answers: vec![(format!("keep `{name}` as it stands in the file"), keeps)],
        })
    }
}

fn particulars(article: &Particulars, open: &ParticularsConflict) -> Option<Question> {
    let answer = |change: &dyn Fn(&mut Particulars), decide: &dyn Fn(&mut ParticularsConflict)| {
        let mut rest = open.clone();
        decide(&mut rest);
        let mut article = article.clone();
        change(&mut article);
        article.conflict = rest.if_any();
        Command::SetParticulars(Box::new(article))
    };
    let question = |field: &str, answers: Vec<(String, Command)>| {
        Some(Question {
            asks: format!("Both sides changed the article's {field}: which holds?"),
            answers,
        })
    };
    if !open.title.is_empty() {
        let sides = open.title.iter().map(|side| {
            let command = answer(&|it| it.title.clone_from(side), &|it| it.title.clear());
            (told(side.as_ref()), command)
        });
        return question("title", sides.collect());
    }
    if !open.language.is_empty() {
        let sides = open.language.iter().map(|side| {
            let command = answer(&|it| it.language.clone_from(side), &|it| {
                it.language.clear();
            });
            (told(side.as_ref()), command)
        });
        return question("language", sides.collect());
    }
    if !open.published.is_empty() {
        let sides = open.published.iter().map(|side| {
            let command = answer(&|it| it.published = *side, &|it| it.published.clear());
            (told(side.as_ref()), command)
        });
        return question("day of publication", sides.collect());
    }
    if !open.file.is_empty() {
        let sides: Sides<(String, Command)> = open
            .file
            .iter()
            .map(|side| {
                let command = answer(&|it| it.file.clone_from(side), &|it| it.file.clear());
                (side.clone(), command)
            })
            .collect();
        return question("file", sides);
    }
    let key: &Value = open.unknown.0.keys().next()?;
    let name = key.as_str().unwrap_or("a key");
    let command = answer(&|_| {}, &|it| drop(it.unknown.0.remove(key)));
    question(
        name,
        vec![(format!("keep `{name}` as it stands there"), command)],
    )
}

/// One side of a value, in words.
fn told(side: Option<&impl ToString>) -> String {
    side.map_or_else(|| "(none)".to_owned(), ToString::to_string)
}

fn told_judgement(judgement: &Judgement) -> String {
    let parts = [
        judgement.reason.map(|it| it.to_string()),
        judgement.correction.clone(),
        judgement.note.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let rest = if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join("; "))
    };
    format!("{} of {}{rest}", judgement.verdict, judgement.reviewed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{ClaimFile, TextQuoteSelector};
    use crate::review::{Review, Step};

    fn at(minute: u32) -> Timestamp {
        let time = format!("2024-03-05T09:{minute:02}:00Z");
        time.parse().expect("a time")
    }

    fn claim() -> Claim {
        let id = "k4q7zd".parse().expect("an id");
        Claim::new(id, TextQuoteSelector::default(), "One", Vec::new())
    }

    fn review(claim: Claim) -> Review {
        Review::new(ClaimFile::new(Particulars::default(), vec![claim]))
    }

    fn answered(review: &mut Review, starts: &str) {
        let question = Question::about(&review.claims()[0], &Reviewer::new("Cleo"), at(9));
        let question = question.expect("something is open");
        let mut answers = question.answers.into_iter();
        let answer = answers.find(|it| it.0.starts_with(starts));
        let command = answer.expect("such an answer").1;
        review.take(Step::Do(command)).expect("it can be taken");
    }

    #[test]
    fn a_contested_claim_is_settled_by_any_verdict_and_opened_again() {
        let mut claim = claim();
        for (name, verdict) in [("Ana", Verdict::Verified), ("Ben", Verdict::Disputed)] {
            claim
                .verdicts
                .push(Judgement::new(verdict, Reviewer::new(name), at(1)));
        }
        let mut review = review(claim);
        let question = Question::about(&review.claims()[0], &Reviewer::new("Cleo"), at(9));
        let words: Vec<String> = question
            .expect("open")
            .answers
            .into_iter()
            .map(|it| it.0)
            .collect();
        assert_eq!(
            words,
            ["verified (Ana)", "disputed (Ben)", "unknown (none of them)"]
        );
        answered(&mut review, "unknown");
        assert_eq!(
            review.claims()[0].status(),
            Status::Agreed(Verdict::Unknown)
        );
        answered(&mut review, "open again");
        assert_eq!(review.claims()[0].status(), Status::Contested);
    }

    #[test]
    fn every_field_in_conflict_is_asked_for_until_none_is_left() {
        let mut claim = claim();
        let conflict = ClaimConflict {
            removed: true,
            wording: vec!["One".to_owned(), "Eins".to_owned()],
            note: vec![Some("look".to_owned()), None],
            ..ClaimConflict::default()
        };
        claim.conflict = conflict.if_any();
        claim.note = Some("look".to_owned());
        let mut review = review(claim);
        let before = review.file().clone();
        answered(&mut review, "keep");
        answered(&mut review, "Eins");
        answered(&mut review, "(none)");
        let claim = &review.claims()[0];
        assert_eq!((claim.wording.as_str(), &claim.note), ("Eins", &None));
        assert_eq!(claim.conflict, None);
        assert_eq!(Question::about(claim, &Reviewer::new("Cleo"), at(9)), None);
        for _ in 0..3 {
            review.take(Step::Undo).expect("it can be taken back");
        }
        assert_eq!(review.file(), &before);
    }

    #[test]
    fn the_articles_title_is_asked_for_too() {
        let conflict = ParticularsConflict {
            title: vec![Some("A".to_owned()), Some("B".to_owned())],
            ..ParticularsConflict::default()
        };
        let article = Particulars {
            title: Some("A".to_owned()),
            conflict: conflict.if_any(),
            ..Particulars::default()
        };
        let question = Question::about_article(&article).expect("something is open");
        let Command::SetParticulars(after) = &question.answers[1].1 else {
            panic!("another command");
        };
        assert_eq!(
            (after.title.as_deref(), &after.conflict),
            (Some("B"), &None)
        );
    }
}
