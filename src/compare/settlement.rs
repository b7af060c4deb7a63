//! Two reviewers' claim files side by side, and what a settlement did to them.

use std::collections::HashMap;

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
        let (lefts, rights) = (by_id(left), by_id(right));
        let status = |side: &HashMap<&ClaimId, &Claim>, id: &ClaimId| {
            side.get(id).map_or(Status::Unreviewed, |it| it.status())
        };
        let sides = united
            .file
            .claims
            .iter()
            .map(|claim| {
                let sides = match (status(&lefts, &claim.id), status(&rights, &claim.id)) {
                    (Status::Unreviewed, Status::Unreviewed) => Accord::Agree,
                    (_, Status::Unreviewed) => Accord::OnlyLeft,
                    (Status::Unreviewed, _) => Accord::OnlyRight,
                    (Status::Agreed(one), Status::Agreed(other)) if one == other => Accord::Agree,
                    (
                        Status::Agreed(_) | Status::Contested,
                        Status::Agreed(_) | Status::Contested,
                    ) => Accord::Differ,
                };
                (claim.id.clone(), sides)
            })
            .collect();
        Self {
            united,
            sides,
            left: decided(left),
            right: decided(right),
        }
    }

    /// The claims that somebody has to look at: on which the sides differ or
    /// only one has judged, and fields that both worded differently.
    pub fn differing(&self) -> impl Iterator<Item = &ClaimId> {
        let claims = self.united.file.claims.iter();
        claims
            .filter(|it| self.sides[&it.id] != Accord::Agree || it.conflict.is_some())
            .map(|it| &it.id)
    }
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

/// What a side has decided: its settling verdict, else its latest.
fn decided(file: &ClaimFile) -> HashMap<ClaimId, Judgement> {
    let decision = |claim: &Claim| {
        let last = claim
            .verdicts
            .iter()
            .max_by_key(|it| (it.settles, it.reviewed))?;
        Some((claim.id.clone(), last.clone()))
    };
    file.claims.iter().filter_map(decision).collect()
}

/// What a settlement did to one reviewer's verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overruled {
    /// Whose verdicts.
    pub reviewer: Reviewer,
    /// How many of them stand on settled claims.
    pub settled: usize,
    /// The claims on which the settlement is another.
    pub claims: Vec<ClaimId>,
}

/// Where reviewers were overruled in `file`: claims that one verdict settles
/// although others gave another. In the order in which reviewers are met.
pub fn overruled(file: &ClaimFile) -> Vec<Overruled> {
    let mut found: Vec<Overruled> = Vec::new();
    for claim in &file.claims {
        let settling = claim.verdicts.iter().filter(|it| it.settles);
        let Some(end) = settling.max_by_key(|it| it.reviewed) else {
            continue;
        };
        for judgement in claim
            .verdicts
            .iter()
            .filter(|it| it.reviewer != end.reviewer)
        {
            let at = found
                .iter()
                .position(|it| it.reviewer == judgement.reviewer);
            let at = at.unwrap_or_else(|| {
                found.push(Overruled {
                    reviewer: judgement.reviewer.clone(),
                    settled: 0,
                    claims: Vec::new(),
                });
                found.len() - 1
            });
            found[at].settled += 1;
            if judgement.verdict != end.verdict {
                found[at].claims.push(claim.id.clone());
            }
        }
    }
    found
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
    fn who_was_overruled_is_told_by_name() {
        let mut file = settlement().united.file;
        let time = "2024-03-06T09:00:00Z".parse().expect("a time");
        for claim in &mut file.claims[..2] {
            claim.verdicts.push(Judgement {
                settles: true,
                ..Judgement::new(Verdict::Verified, Reviewer::new("Cleo"), time)
            });
        }
        let told: Vec<(String, usize, usize)> = overruled(&file)
            .into_iter()
            .map(|it| (it.reviewer.to_string(), it.settled, it.claims.len()))
            .collect();
        assert_eq!(told, [("Ana".to_owned(), 2, 0), ("Ben".to_owned(), 2, 1)]);
    }
}
