//! What changed between two claim files.

use crate::claim::{Claim, ClaimFile, ClaimId, Evidence, Judgement, Particulars, SignOff};
use crate::compare::pairing::{out_of_order, pair};
use crate::compare::source;
use crate::compare::{Change, Field, cited};

/// What changed from `old` to `new`: first the article's particulars, then the
/// claims in the order of the later file, then what is gone.
///
/// Claims are paired by id, then by equal quote. Takes time in proportion to
/// the size of both files.
pub fn diff(old: &ClaimFile, new: &ClaimFile) -> Vec<Change> {
    let mut found = Found::default();
    found.particulars(&old.article, &new.article);
    let pairing = pair(old, new);
    let places: Vec<usize> = pairing.before.iter().flatten().copied().collect();
    let mut is_moved = out_of_order(&places).into_iter();
    for (at, (claim, before)) in new.claims.iter().zip(&pairing.before).enumerate() {
        match before {
            None => {
                found
                    .about(claim)
                    .add(Field::Claim, None, Some(claim.wording.clone()));
                found.inside(&bare(claim), claim);
            }
            Some(before) => {
                if is_moved.next() == Some(true) {
                    let (from, to) = (place(old, *before), place(new, at));
                    found.about(claim).add(Field::Place, Some(from), Some(to));
                }
                let before = &old.claims[*before];
                if before != claim {
                    found.about(claim).inside(before, claim);
                }
            }
        }
    }
    for at in pairing.removed {
        let claim = &old.claims[at];
        found.about(claim).inside(claim, &bare(claim));
        found.add(Field::Claim, Some(claim.wording.clone()), None);
    }
    found.sign_offs(old, new);
    found.changes
}

/// Where a claim stands, in words.
fn place(file: &ClaimFile, at: usize) -> String {
    match at.checked_sub(1) {
        None => "first".to_owned(),
        Some(above) => format!("after “{}”", file.claims[above].wording),
    }
}

/// The claim as if nobody had touched it.
fn bare(claim: &Claim) -> Claim {
    let mut bare = Claim::new(
        claim.id.clone(),
        claim.quote.clone(),
        claim.wording.clone(),
        claim.kinds.clone(),
    );
    bare.from.clone_from(&claim.from);
    bare
}

#[derive(Default)]
struct Found {
    subject: Option<(ClaimId, String)>,
    changes: Vec<Change>,
}

impl Found {
    fn about(&mut self, claim: &Claim) -> &mut Self {
        self.subject = Some((claim.id.clone(), claim.wording.clone()));
        self
    }

    fn add(&mut self, field: Field, from: Option<String>, to: Option<String>) {
        let (claim, wording) = self.subject.clone().unzip();
        self.changes.push(Change {
            claim,
            wording: wording.unwrap_or_default(),
            field,
            from,
            to,
            reviewer: None,
            at: None,
        });
    }

    fn add_if_changed(&mut self, field: Field, from: Option<String>, to: Option<String>) {
        if from != to {
            self.add(field, from, to);
        }
    }

    fn particulars(&mut self, old: &Particulars, new: &Particulars) {
        let named = |name: &str, value: Option<String>| value.map(|it| format!("{name}: {it}"));
        let mut add = |name: &str, from: Option<String>, to: Option<String>| {
            self.add_if_changed(Field::Article, named(name, from), named(name, to));
        };
        add("file", Some(old.file.clone()), Some(new.file.clone()));
        add("title", old.title.clone(), new.title.clone());
        add("language", old.language.clone(), new.language.clone());
        let day = |it: &Particulars| it.published.map(|it| it.to_string());
        add("published", day(old), day(new));
        add("digest", old.digest.clone(), new.digest.clone());
        let conflict = |it: &Particulars| it.conflict.as_ref().map(|it| it.fields().join(", "));
        self.add_if_changed(Field::Conflict, conflict(old), conflict(new));
    }

    fn sign_offs(&mut self, old: &ClaimFile, new: &ClaimFile) {
        self.subject = None;
        let words = |it: &SignOff| format!("{} on {}", it.reviewer, it.signed);
        for it in old.signed.iter().filter(|it| !new.signed.contains(it)) {
            self.add(Field::Signed, Some(words(it)), None);
        }
        for it in new.signed.iter().filter(|it| !old.signed.contains(it)) {
            self.add(Field::Signed, None, Some(words(it)));
        }
    }

    /// What differs inside of one claim.
    fn inside(&mut self, old: &Claim, new: &Claim) {
        self.judgements(old, new);
        self.sources(&old.evidence, &new.evidence);
        let some = |it: &String| Some(it.clone());
        self.add_if_changed(Field::Wording, some(&old.wording), some(&new.wording));
        self.add_if_changed(Field::Quote, some(&old.quote.exact), some(&new.quote.exact));
        let kinds = |it: &Claim| {
            let names: Vec<&str> = it.kinds.iter().map(|it| it.name()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        self.add_if_changed(Field::Kinds, kinds(old), kinds(new));
        self.add_if_changed(Field::Note, old.note.clone(), new.note.clone());
        self.add_if_changed(Field::Query, old.query.clone(), new.query.clone());
        self.add_if_changed(Field::Dismissed, flag(old.dismissed), flag(new.dismissed));
        let id = |it: &Option<ClaimId>| it.as_ref().map(ToString::to_string);
        self.add_if_changed(Field::SameAs, id(&old.same_as), id(&new.same_as));
        self.add_if_changed(Field::From, id(&old.from), id(&new.from));
        let conflict = |it: &Claim| it.conflict.as_ref().map(|it| it.fields().join(", "));
        self.add_if_changed(Field::Conflict, conflict(old), conflict(new));
        let keys = |it: &Claim| {
            let keys: Vec<String> = it
                .unknown
                .0
                .keys()
                .filter_map(|it| Some(it.as_str()?.to_owned()))
                .collect();
            (!keys.is_empty()).then(|| keys.join(", "))
        };
        if old.unknown != new.unknown {
            self.add(Field::Unknown, keys(old), keys(new));
        }
    }

    fn judgements(&mut self, old: &Claim, new: &Claim) {
        for judgement in &new.verdicts {
            let before = old.judgement_of(&judgement.reviewer);
            self.judgement(before, Some(judgement));
        }
        for judgement in &old.verdicts {
            if new.judgement_of(&judgement.reviewer).is_none() {
                self.judgement(Some(judgement), None);
            }
        }
    }

    fn judgement(&mut self, old: Option<&Judgement>, new: Option<&Judgement>) {
        let Some(last) = new.or(old) else { return };
        let start = self.changes.len();
        let verdict = |it: Option<&Judgement>| it.map(|it| it.verdict.name().to_owned());
        self.add_if_changed(Field::Verdict, verdict(old), verdict(new));
        let reason = |it: Option<&Judgement>| Some(it?.reason?.name().to_owned());
        self.add_if_changed(Field::Reason, reason(old), reason(new));
        let correction = |it: Option<&Judgement>| it?.correction.clone();
        self.add_if_changed(Field::Correction, correction(old), correction(new));
        let note = |it: Option<&Judgement>| it?.note.clone();
        self.add_if_changed(Field::VerdictNote, note(old), note(new));
        let settles = |it: Option<&Judgement>| it.and_then(|it| flag(it.settles));
        self.add_if_changed(Field::Settles, settles(old), settles(new));
        for change in &mut self.changes[start..] {
            change.reviewer = Some(last.reviewer.clone());
            change.at = Some(last.reviewed);
        }
    }

    fn sources(&mut self, old: &[Evidence], new: &[Evidence]) {
        if old == new {
            return;
        }
        let before = source::pair(old, new);
        for (evidence, before) in new.iter().zip(&before) {
            match before {
                None => self.add(Field::Evidence, None, Some(cited(evidence))),
                Some(at) if old[*at] != *evidence => {
                    self.add(
                        Field::Evidence,
                        Some(cited(&old[*at])),
                        Some(cited(evidence)),
                    );
                }
                Some(_) => {}
            }
        }
        for (at, evidence) in old.iter().enumerate() {
            if !before.contains(&Some(at)) {
                self.add(Field::Evidence, Some(cited(evidence)), None);
            }
        }
    }
}

fn flag(is_set: bool) -> Option<String> {
    is_set.then(|| "true".to_owned())
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::claim::testing::worded as claim;
    use crate::claim::{Reviewer, Stance, Verdict};

    fn judged(mut claim: Claim, name: &str, verdict: Verdict, minute: u32) -> Claim {
        let time = format!("2024-03-05T09:{minute:02}:00Z");
        let judgement = Judgement::new(verdict, Reviewer::new(name), time.parse().expect("a time"));
        claim.verdicts.push(judgement);
        claim
    }

    fn file(claims: Vec<Claim>) -> ClaimFile {
        ClaimFile::new(Particulars::default(), claims)
    }

    fn told(old: Vec<Claim>, new: Vec<Claim>) -> String {
        let side = |it: Option<String>| it.unwrap_or_else(|| "∅".to_owned());
        diff(&file(old), &file(new))
            .into_iter()
            .map(|it| {
                let who = it
                    .reviewer
                    .map(|it| format!(" by {it}"))
                    .unwrap_or_default();
                let id = it.claim.map(|it| it.to_string()).unwrap_or_default();
                let name = it.field.name();
                format!("{id} {name}: {} → {}{who}", side(it.from), side(it.to))
            })
            .collect::<Vec<String>>()
            .join("\n")
    }

    #[test]
    fn a_verdict_that_changed_says_whose_it_is() {
        let old = judged(claim("a1", "A vote"), "Ana", Verdict::Unknown, 1);
        let new = judged(claim("a1", "A vote"), "Ana", Verdict::Verified, 2);
        let new = judged(new, "Ben", Verdict::Disputed, 3);
        assert_snapshot!(told(vec![old], vec![new]), @r"
        a1 verdict: unknown → verified by Ana
        a1 verdict: ∅ → disputed by Ben
        ");
    }

    #[test]
    fn an_article_split_anew_keeps_its_claims_by_their_words() {
        let old = judged(claim("a1", "A vote\nwas held"), "Ana", Verdict::Unknown, 1);
        let new = judged(
            claim("zz9", "A vote was  held"),
            "Ana",
            Verdict::Verified,
            2,
        );
        assert_snapshot!(told(vec![old], vec![new]), @r"
        zz9 verdict: unknown → verified by Ana
        zz9 wording: A vote
        was held → A vote was  held
        zz9 quote: A vote
        was held → A vote was  held
        ");
    }

    #[test]
    fn claims_that_come_go_and_move_are_told_once_each() {
        let all = || vec![claim("a1", "One"), claim("b2", "Two"), claim("c3", "Three")];
        let mut moved = all();
        moved.rotate_left(1);
        assert_snapshot!(told(all(), moved), @"a1 place: first → after “Three”");
        assert_snapshot!(told(all(), all()[..2].to_vec()), @"c3 claim: Three → ∅");
        assert_snapshot!(told(all()[1..].to_vec(), all()), @"a1 claim: ∅ → One");
    }

    #[test]
    fn a_source_that_changed_is_one_change_and_a_confidential_one_stays_hidden() {
        let with = |stance, confidential| {
            let mut claim = claim("a1", "One");
            claim.evidence.push(Evidence {
                url: Some("https://example.org".to_owned()),
                stance,
                confidential,
                ..Evidence::default()
            });
            vec![claim]
        };
        assert_snapshot!(told(with(None, false), with(Some(Stance::Refutes), false)), @"a1 evidence: https://example.org → refutes: https://example.org");
        assert_snapshot!(told(vec![claim("a1", "One")], with(None, true)), @"a1 evidence: ∅ → 1 confidential source");
    }
}
