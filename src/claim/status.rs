//! Where a claim stands among its reviewers: derived, never stored.

use crate::claim::{Judgement, Verdict};

/// What the verdicts of all reviewers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody has judged it: not the same as unknown.
    Unreviewed,
    /// All who judged it agree, or one of them settled it.
    Agreed(Verdict),
    /// The verdicts differ, and none settles it.
    Contested,
}

impl Status {
    /// What `verdicts` come to.
    ///
    /// A settling verdict counts against all others; of two, the later one. A
    /// verdict that was given after it opens the question again only where it differs.
    pub fn of(verdicts: &[Judgement]) -> Self {
        let Some(first) = verdicts.first() else {
            return Self::Unreviewed;
        };
        let settled = verdicts
            .iter()
            .filter(|it| it.settles)
            .max_by_key(|it| it.reviewed);
        let open = |it: &&Judgement| settled.is_none_or(|end| it.reviewed > end.reviewed);
        let agreed = settled.unwrap_or(first).verdict;
        if verdicts.iter().filter(open).all(|it| it.verdict == agreed) {
            Self::Agreed(agreed)
        } else {
            Self::Contested
        }
    }

    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Agreed(verdict) => verdict.name(),
            Self::Contested => "contested",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Reviewer;

    fn judged(name: &str, verdict: Verdict, minute: u32) -> Judgement {
        let time = format!("2024-03-05T09:{minute:02}:00Z")
            .parse()
            .expect("a time");
        Judgement::new(verdict, Reviewer::new(name), time)
    }

    #[test]
    fn verdicts_that_differ_are_contested_until_one_settles_them() {
        let ana = judged("Ana", Verdict::Verified, 1);
        let ben = judged("Ben", Verdict::Disputed, 2);
        assert_eq!(Status::of(&[]), Status::Unreviewed);
        assert_eq!(
            Status::of(std::slice::from_ref(&ana)),
            Status::Agreed(Verdict::Verified)
        );
        assert_eq!(Status::of(&[ana.clone(), ben.clone()]), Status::Contested);
        let end = Judgement {
            settles: true,
            ..judged("Cleo", Verdict::Unknown, 3)
        };
        assert_eq!(
            Status::of(&[ana, ben, end]),
            Status::Agreed(Verdict::Unknown)
        );
    }

    #[test]
    fn a_differing_verdict_after_the_settlement_opens_it_again() {
        let end = Judgement {
            settles: true,
            ..judged("Ana", Verdict::Verified, 1)
        };
        let late = judged("Ben", Verdict::Disputed, 2);
        assert_eq!(Status::of(&[end, late]), Status::Contested);
    }
}
