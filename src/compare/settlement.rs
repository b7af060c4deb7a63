//! Two reviewers' claim files side by side, and what a settlement did to them.

use std::collections::{HashMap, HashSet};

use crate::claim::{Claim, ClaimFile, ClaimId, Judgement, Reviewer, Status};
use crate::compare::{Merged, merge};

/// How two sides stand to each other on one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accord {
    /// Both give the same verdict, or neither gives one.
    Agree,
    /// They give different verdicts, or one of them is contested in itself.
    Differ,
    /// Only the left side has judged it.
    OnlyLeft,
    /// Only the right side has judged it.
    OnlyRight,
    /// One verdict has ended the question already.
    Settled,
}

impl Accord {
    /// The words for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "the sides agree",
            Self::Differ => "the sides differ",
            Self::OnlyLeft => "only the left side has judged it",
            Self::OnlyRight => "only the right side has judged it",
            Self::Settled => "settled before",
        }
    }
}

/// Two claim files that shall become one.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Both in one: every verdict and every source of either.
    pub united: Merged,
    /// How the sides stand to each other on each claim of the united file.
    pub sides: HashMap<ClaimId, Accord>,
    /// What the left side has decided, where it has decided.
    pub left: HashMap<ClaimId, Judgement>,
    /// What the right side has decided, where it has decided.
    pub right: HashMap<ClaimId, Judgement>,
}

impl Settlement {
    /// Puts both files side by side and unites them.
    pub fn of(left: &ClaimFile, right: &ClaimFile) -> Self {
        // What both say alike is no change of either: it is the base.
        let base = shared(left, right);
        let united = merge(&base, left, right, &|_| None);
        Self::beside(left, right, united)
    }

    /// Goes on with a settlement that was begun: `begun` is what it has come to,
    /// which holds all that the sides say.
    pub fn resumed(left: &ClaimFile, right: &ClaimFile, begun: &ClaimFile) -> Self {
        let united = Merged {
            file: begun.clone(),
            contested: Vec::new(),
            conflicts: Vec::new(),
        };
        Self::beside(left, right, united)
    }

    fn beside(left: &ClaimFile, right: &ClaimFile, united: Merged) -> Self {
        let own = Own::of(left, right);
        let (lefts, rights) = (by_id(left), by_id(right));
        let (mut sides, mut decided) = (HashMap::new(), [HashMap::new(), HashMap::new()]);
        for claim in &united.file.claims {
            let said = own.on(
                lefts.get(&claim.id).copied(),
                rights.get(&claim.id).copied(),
            );
            sides.insert(claim.id.clone(), accord(claim, &said));
            for (decided, said) in decided.iter_mut().zip(&said) {
                decided.extend(decision(said).map(|it| (claim.id.clone(), it)));
            }
        }
        let [left, right] = decided;
        Self {
            united,
            sides,
            left,
            right,
        }
    }

    /// The claims that somebody has to look at: on which the sides differ or
    /// only one has judged, and fields that both worded differently. What was
    /// settled before is among them: it can be looked at again.
    pub fn differing(&self) -> impl Iterator<Item = &ClaimId> {
        let claims = self.united.file.claims.iter();
        claims
            .filter(|it| self.sides[&it.id] != Accord::Agree || it.conflict.is_some())
            .map(|it| &it.id)
    }
}

/// Whether `file` holds every verdict of both sides, as a settlement of them
/// does that was begun before: nothing would be added to it that is not there.
pub fn holds_both(file: &ClaimFile, left: &ClaimFile, right: &ClaimFile) -> bool {
    let known = by_id(file);
    let mut judged = [left, right]
        .into_iter()
        .flat_map(|it| &it.claims)
        .flat_map(|claim| claim.verdicts.iter().map(move |it| (claim, it)));
    judged.all(|(claim, judgement)| {
        let there = known.get(&claim.id);
        let there = there.and_then(|it| it.judgement_of(&judgement.reviewer));
        // A settler who is one of the reviewers has judged anew.
        there.is_some_and(|it| it == judgement || it.reviewed > judgement.reviewed)
    })
}

/// Which verdicts of a side are its own.
enum Own {
    /// Those that the other side does not have.
    Beyond,
    /// The left side was united with the right one before: its own verdicts are
    /// those of reviewers whom the right side does not have.
    Others(HashSet<Reviewer>),
}

impl Own {
    fn of(left: &ClaimFile, right: &ClaimFile) -> Self {
        let none = ClaimFile::new(left.article.clone(), Vec::new());
        let of = |file: &ClaimFile| -> HashSet<Reviewer> {
            let verdicts = file.claims.iter().flat_map(|it| &it.verdicts);
            verdicts.map(|it| it.reviewer.clone()).collect()
        };
        let (lefts, rights) = (of(left), of(right));
        let is_more = lefts.iter().any(|it| !rights.contains(it));
        if is_more && !rights.is_empty() && holds_both(left, &none, right) {
            Self::Others(rights)
        } else {
            Self::Beyond
        }
    }

    /// What each side itself says on a claim.
    fn on(&self, left: Option<&Claim>, right: Option<&Claim>) -> [Vec<Judgement>; 2] {
        let of = |it: Option<&Claim>| it.map(|it| it.verdicts.clone()).unwrap_or_default();
        let (left, right) = (of(left), of(right));
        match self {
            Self::Others(rights) => {
                let own = left.into_iter().filter(|it| !rights.contains(&it.reviewer));
                [own.collect(), right]
            }
            Self::Beyond => {
                let beyond = |one: &[Judgement], other: &[Judgement]| -> Vec<Judgement> {
                    one.iter()
                        .filter(|it| !other.contains(it))
                        .cloned()
                        .collect()
                };
                let own = [beyond(&left, &right), beyond(&right, &left)];
                let [mut own_left, mut own_right] = own;
                // What both sides have from before is what they say, if nothing else.
                if own_left.is_empty() {
                    own_left = left;
                }
                if own_right.is_empty() {
                    own_right = right;
                }
                [own_left, own_right]
            }
        }
    }
}

fn accord(claim: &Claim, [left, right]: &[Vec<Judgement>; 2]) -> Accord {
    let is_settled = claim.verdicts.iter().any(|it| it.settles);
    match claim.status() {
        Status::Contested => return Accord::Differ,
        Status::Agreed(_) if is_settled => return Accord::Settled,
        Status::Agreed(_) | Status::Unreviewed => {}
    }
    match (left.is_empty(), right.is_empty()) {
        (true, false) => Accord::OnlyRight,
        (false, true) => Accord::OnlyLeft,
        (true, true) => Accord::Agree,
        (false, false) => {
            let mut all = left.iter().chain(right).map(|it| it.verdict);
            let first = all.next();
            if all.all(|it| Some(it) == first) {
                Accord::Agree
            } else {
                Accord::Differ
            }
        }
    }
}

/// What a side has decided: its settling verdict, else its latest.
fn decision(said: &[Judgement]) -> Option<Judgement> {
    let last = said.iter().max_by_key(|it| (it.settles, it.reviewed));
    last.cloned()
}

fn by_id(file: &ClaimFile) -> HashMap<&ClaimId, &Claim> {
    file.claims.iter().map(|it| (&it.id, it)).collect()
}

/// The claims that both files have, without anybody's work.
fn shared(left: &ClaimFile, right: &ClaimFile) -> ClaimFile {
    let rights = by_id(right);
    let bare = |claim: &Claim| {
        let other = rights.get(&claim.id)?;
        let same_words = claim.wording == other.wording && claim.quote == other.quote;
        same_words.then(|| {
            let (quote, kinds) = (claim.quote.clone(), claim.kinds.clone());
            Claim::new(claim.id.clone(), quote, claim.wording.clone(), kinds)
        })
    };
    let claims = left.claims.iter().filter_map(bare).collect();
    ClaimFile::new(left.article.clone(), claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Evidence, Particulars, TextQuoteSelector, Verdict};

    fn claim(id: &str, verdicts: &[(&str, Verdict)]) -> Claim {
        let quote = TextQuoteSelector::default();
        let mut claim = Claim::new(id.parse().expect("an id"), quote, "A claim", Vec::new());
        for (minute, (name, verdict)) in verdicts.iter().enumerate() {
            let time = format!("2024-03-05T09:{minute:02}:00Z")
                .parse()
                .expect("a time");
            claim
                .verdicts
                .push(Judgement::new(*verdict, Reviewer::new(name), time));
        }
        claim
    }

    fn file(claims: Vec<Claim>) -> ClaimFile {
        ClaimFile::new(Particulars::default(), claims)
    }

    fn settlement() -> Settlement {
        let (v, d) = (Verdict::Verified, Verdict::Disputed);
        let mut left = file(vec![
            claim("a", &[("Ana", v)]),
            claim("b", &[("Ana", v)]),
            claim("c", &[("Ana", v)]),
            claim("d", &[]),
            claim("e", &[]),
        ]);
        let mut right = file(vec![
            claim("a", &[("Ben", v)]),
            claim("b", &[("Ben", d)]),
            claim("c", &[]),
            claim("d", &[("Ben", d)]),
            claim("e", &[]),
        ]);
        for (side, url) in [
            (&mut left, "https://a.example"),
            (&mut right, "https://b.example"),
        ] {
            side.claims[0].evidence.push(Evidence {
                url: Some(url.to_owned()),
                ..Evidence::default()
            });
        }
        Settlement::of(&left, &right)
    }

    #[test]
    fn the_sides_agree_differ_or_stand_alone_and_their_sources_are_united() {
        let settlement = settlement();
        let sides: Vec<Accord> = settlement
            .united
            .file
            .claims
            .iter()
            .map(|it| settlement.sides[&it.id])
            .collect();
        let all = [
            Accord::Agree,
            Accord::Differ,
            Accord::OnlyLeft,
            Accord::OnlyRight,
            Accord::Agree,
        ];
        assert_eq!(sides, all);
        assert_eq!(settlement.united.conflicts, []);
        assert_eq!(settlement.united.file.claims[0].evidence.len(), 2);
        let differing: Vec<&str> = settlement.differing().map(ClaimId::as_str).collect();
        assert_eq!(differing, ["b", "c", "d"]);
        assert_eq!(
            settlement.right[&"b".parse().expect("an id")].verdict,
            Verdict::Disputed
        );
    }

    #[test]
    fn a_settlement_that_was_begun_goes_on_where_it_was_left() {
        let (v, d) = (Verdict::Verified, Verdict::Disputed);
        let left = file(vec![
            claim("a", &[("Ana", v)]),
            claim("b", &[("Ana", v)]),
            claim("c", &[]),
        ]);
        let right = file(vec![
            claim("a", &[("Ben", d)]),
            claim("b", &[("Ben", d)]),
            claim("c", &[("Ben", d)]),
        ]);
        let mut begun = Settlement::of(&left, &right).united.file;
        assert!(holds_both(&begun, &left, &right));
        assert!(!holds_both(&left, &left, &right));
        let time = "2024-03-06T09:00:00Z".parse().expect("a time");
        begun.claims[0].verdicts.push(Judgement {
            settles: true,
            ..Judgement::new(v, Reviewer::new("Cleo"), time)
        });
        let expected = [Accord::Settled, Accord::Differ, Accord::OnlyRight];
        // Into a file of its own, and into the left side itself.
        for left in [&left, &begun] {
            let resumed = Settlement::resumed(left, &right, &begun);
            let sides: Vec<Accord> = begun
                .claims
                .iter()
                .map(|it| resumed.sides[&it.id])
                .collect();
            assert_eq!(sides, expected);
            let second = begun.claims[1].id.clone();
            assert_eq!(resumed.left[&second].reviewer.as_str(), "Ana");
            assert_eq!(resumed.right[&second].reviewer.as_str(), "Ben");
        }
    }
}
