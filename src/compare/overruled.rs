//! Where a settlement went against a reviewer.

use crate::claim::{ClaimFile, ClaimId, Reviewer};

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
    use crate::claim::{Claim, Judgement, Particulars, TextQuoteSelector, Verdict};

    #[test]
    fn who_was_overruled_is_told_by_name() {
        let (v, d) = (Verdict::Verified, Verdict::Disputed);
        let claim = |id: &str, verdicts: [(&str, Verdict, bool); 3]| {
            let id = id.parse().expect("an id");
            let mut claim = Claim::new(id, TextQuoteSelector::default(), "One", Vec::new());
            for (minute, (name, verdict, settles)) in verdicts.into_iter().enumerate() {
                let time = format!("2024-03-05T09:{minute:02}:00Z");
                let time = time.parse().expect("a time");
                claim.verdicts.push(Judgement {
                    settles,
                    ..Judgement::new(verdict, Reviewer::new(name), time)
                });
            }
            claim
        };
        let claims = vec![
            claim(
                "a",
                [("Ana", v, false), ("Ben", v, false), ("Cleo", v, true)],
            ),
            claim(
                "b",
                [("Ana", v, false), ("Ben", d, false), ("Cleo", v, true)],
            ),
            claim(
                "c",
                [("Ana", v, false), ("Ben", d, false), ("Cleo", d, false)],
            ),
        ];
        let told: Vec<(String, usize, usize)> =
            overruled(&ClaimFile::new(Particulars::default(), claims))
                .into_iter()
                .map(|it| (it.reviewer.to_string(), it.settled, it.claims.len()))
                .collect();
        assert_eq!(told, [("Ana".to_owned(), 2, 0), ("Ben".to_owned(), 2, 1)]);
    }
}
