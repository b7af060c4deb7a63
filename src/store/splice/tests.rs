//! Small writes: what they touch, and that nothing is lost by them.

use std::path::Path;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::claim::{Evidence, Judgement, Reviewer, UnknownKeys, Verdict};
use crate::store::{hand, read_text, samples};

fn document(text: &str) -> Document {
    read_text(text, Path::new("x.yaml")).unwrap_or_else(|it| panic!("{it}\n{text}"))
}

fn judge(claim: &mut Claim, name: &str, verdict: Verdict, second: u32) {
    let reviewed = format!("2024-04-01T08:00:{second:02}Z")
        .parse()
        .expect("a time");
    let reviewer = Reviewer::new(name);
    match claim.verdicts.iter_mut().find(|it| it.reviewer == reviewer) {
        Some(judgement) => {
            judgement.verdict = verdict;
            judgement.reviewed = reviewed;
        }
        None => claim
            .verdicts
            .push(Judgement::new(verdict, reviewer, reviewed)),
    }
}

/// The lines that `new` lacks and those that it has beyond `old`.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let lost = old[start..old.len() - end]
        .iter()
        .map(|it| format!("-{it}\n"));
    let won = new[start..new.len() - end]
        .iter()
        .map(|it| format!("+{it}\n"));
    lost.chain(won).collect()
}

fn after(change: impl FnOnce(&mut ClaimFile)) -> String {
    let document = document(samples::HARBOUR);
    let mut file = document.file().clone();
    change(&mut file);
    let changed = document.with(&file, Path::new("x.yaml")).expect("written");
    difference(samples::HARBOUR, changed.text())
}

#[test]
fn a_new_verdict_adds_lines_and_a_changed_one_changes_two() {
    assert_snapshot!(after(|it| judge(&mut it.claims[1], "Ana Ruiz", Verdict::Verified, 1)), @r"
        +  verdicts:
        +  - verdict: verified
        +    reviewer: Ana Ruiz
        +    reviewed: 2024-04-01T08:00:01Z
        ");
    assert_snapshot!(after(|it| judge(&mut it.claims[0], "Ben", Verdict::Unknown, 1)), @r"
        +  - verdict: unknown
        +    reviewer: Ben
        +    reviewed: 2024-04-01T08:00:01Z
        ");
    assert_snapshot!(after(|it| judge(&mut it.claims[0], "Ana Ruiz", Verdict::Unknown, 1)), @r"
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        +  - verdict: unknown # twice counted
        +    reviewer: Ana Ruiz
        +    reviewed: 2024-04-01T08:00:01Z
        ");
}

#[test]
fn texts_change_in_their_own_lines() {
    assert_snapshot!(after(|it| it.claims[0].query = None), @r"-  query: Who counted, and when?");
    assert_snapshot!(after(|it| it.claims[1].note = Some("one\ntwo\n".to_owned())), @r"
        +  note: |
        +    one
        +    two
        ");
    assert_snapshot!(after(|it| it.claims[0].verdicts[0].note = Some("short".to_owned())), @r"
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        +    note: short
        ");
    assert_snapshot!(after(|it| it.claims[0].evidence[0].passage = Some("Signed: 212".to_owned())), @r#"+    passage: "Signed: 212""#);
    assert_snapshot!(after(|it| it.article.digest = Some("sha256:00".to_owned())), @r"+  digest: sha256:00");
}

#[test]
fn claims_come_and_go_with_their_blank_lines() {
    let new = || {
        let quote = crate::claim::TextQuoteSelector {
            exact: "x y".to_owned(),
            ..Default::default()
        };
        Claim::new("n3w000".parse().expect("an id"), quote, "X y", Vec::new())
    };
    assert_snapshot!(after(|it| it.claims.insert(1, new())), @r"
        +- id: n3w000
        +  quote:
        +    exact: x y
        +  claim: X y
        ");
    assert_snapshot!(after(|it| it.claims.push(new())), @r"
        +
        +- id: n3w000
        +  quote:
        +    exact: x y
        +  claim: X y
        ");
    assert_snapshot!(after(|it| drop(it.claims.remove(0))), @r"
        -- id: k4q7zd
        -  kinds: [ratio]
        -  quote:
        -    prefix: 'By Monday morning '
        -    exact: 212 of the 230 people on the payroll
        -  verdicts:
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        -    reason: wrong
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        -  claim: 212 of 230 harbour employees signed the letter
        -  evidence:
        -  - url: https://example.org/letter.pdf
        -    stance: refutes
        -    accessed: 2024-03-05
        -    page-scan: [3, 4]
        -  query: Who counted, and when?
        -
        +# twice counted
        ");
    assert_snapshot!(after(|it| drop(it.claims.remove(1))), @r"
        -
        -- id: m2x9ab
        -  quote:
        -    exact: the vote is on Friday
        -  claim: The vote is on Friday
        ");
    assert_snapshot!(after(|it| it.claims.clear()), @r"
        -- id: k4q7zd
        -  kinds: [ratio]
        -  quote:
        -    prefix: 'By Monday morning '
        -    exact: 212 of the 230 people on the payroll
        -  verdicts:
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        -    reason: wrong
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        -  claim: 212 of 230 harbour employees signed the letter
        -  evidence:
        -  - url: https://example.org/letter.pdf
        -    stance: refutes
        -    accessed: 2024-03-05
        -    page-scan: [3, 4]
        -  query: Who counted, and when?
        -
        -- id: m2x9ab
        -  quote:
        -    exact: the vote is on Friday
        -  claim: The vote is on Friday
        +# twice counted
        ");
}

#[test]
fn one_claim_is_changed_in_place() {
    let mut document = document(samples::HARBOUR);
    let mut claim = document.file().claims[0].clone();
    judge(&mut claim, "Ben", Verdict::Unknown, 1);
    document
        .set_claim(&claim, Path::new("x.yaml"))
        .expect("written");
    let mut second = document.file().claims[1].clone();
    judge(&mut second, "Ben", Verdict::Unknown, 2);
    document
        .set_claim(&second, Path::new("x.yaml"))
        .expect("written");
    let read = read_text(document.text(), Path::new("x.yaml")).expect("a claim file");
    assert_eq!(read.file(), document.file());
    assert_eq!(read.layout.claims, document.layout.claims);
}

#[test]
fn between_brackets_only_what_is_meant_changes() {
    let table = [
        (
            r#"{"redpencil": 1, "article": {"file": "a.txt"},
  "claims": [{"id": "a1", "quote": {"exact": "x", "page": 3}, "claim": "X"}]}"#,
            r#"{"redpencil": 1, "article": {"file": "a.txt"},
  "claims": [{"id": "a1", "quote": {"exact": "x", "page": 3}, "verdicts": [{"verdict": "verified", "reviewer": "Ana", "reviewed": "2024-04-01T08:00:01Z"}], "claim": "X"}]}"#,
        ),
        (
            "redpencil: 1\narticle: {file: a.txt}\nclaims: [ # all\n  {claim:  'X' , id: a1, quote: {exact: x}, y: [1,  2]}, # one\n  {id: a2,  quote: {exact: z}, claim: Z},\n  ]\n",
            "redpencil: 1\narticle: {file: a.txt}\nclaims: [ # all\n  {claim:  'X' , id: a1, quote: {exact: x}, verdicts: [{verdict: verified, reviewer: Ana, reviewed: 2024-04-01T08:00:01Z}], y: [1,  2]}, # one\n  {id: a2,  quote: {exact: z}, claim: Z},\n  ]\n",
        ),
        (
            "redpencil: 1\narticle:\n  file: a.txt\nclaims:\n- {id: a1, x: 1, # why\n   quote: {exact: x}, # here\n   claim: X}\n",
            "redpencil: 1\narticle:\n  file: a.txt\nclaims:\n- {id: a1, x: 1, # why\n   quote: {exact: x}, verdicts: [{verdict: verified, reviewer: Ana, reviewed: 2024-04-01T08:00:01Z}], # here\n   claim: X}\n",
        ),
    ];
    for (before, after) in table {
        let document = document(before);
        let mut file = document.file().clone();
        judge(&mut file.claims[0], "Ana", Verdict::Verified, 1);
        let changed = document.with(&file, Path::new("x.yaml")).expect("written");
        assert_eq!(changed.text(), after);
        let back = changed.with(document.file(), Path::new("x.yaml"));
        assert_eq!(back.expect("written").text(), before);
    }
}

/// A file with everything in brackets, a claim a line, a comment behind each.
fn in_brackets(file: &ClaimFile) -> String {
    let mut text = "{redpencil: 1, article: ".to_owned();
    write::in_flow(&mut text, &Form::Map(form::particulars(&file.article)));
    text.push_str(", # 上\n claims: [\n");
    for (place, claim) in file.claims.iter().enumerate() {
        text.push_str("  ");
        write::in_flow(&mut text, &Form::Map(form::claim(claim)));
        text.extend([" , # 注", &place.to_string(), ".\n"]);
    }
    text + "  ]}\n"
}

fn comments_of(text: &str) -> Vec<&str> {
    let mut comments: Vec<&str> = edit::comments(text)
        .into_iter()
        .map(|it| text[it].trim_end_matches('\r'))
        .collect();
    comments.sort_unstable();
    comments
}

/// Whether every line of `few` stands in `many`, in the same order.
fn is_part(few: &str, many: &str) -> bool {
    let mut many = many.lines();
    few.lines().all(|it| many.any(|other| it == other))
}

fn check(before: &Document, after: &Document, file: &ClaimFile) -> Result<(), TestCaseError> {
    let (old, new) = (before.text(), after.text());
    let read = read_text(new, Path::new("x.yaml"))
        .map_err(|it| TestCaseError::fail(format!("{it}\n{old}\n=>\n{new}")))?;
    prop_assert_eq!(read.file(), file, "{}\n=>\n{}", old, new);
    prop_assert_eq!(&after.file, file);
    prop_assert_eq!(
        &read.layout.claims,
        &after.layout.claims,
        "{}\n=>\n{}",
        old,
        new
    );
    let breaks = if old[..old.find('\n').unwrap_or(0)].ends_with('\r') {
        new.matches('\n').count()
    } else {
        0
    };
    prop_assert_eq!(new.matches("\r\n").count(), breaks);
    prop_assert_eq!(new.matches('\r').count(), breaks);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_verdict_touches_nothing_but_its_lines(text in hand::typed(), which in any::<prop::sample::Index>(), name in prop::sample::select(vec!["Ana Ruiz", "Ben", "Cleo"])) {
        let before = document(&text);
        let mut file = before.file().clone();
        let place = which.index(file.claims.len());
        let was_judged = file.claims[place].verdicts.iter().any(|it| it.reviewer.as_str() == name);
        judge(&mut file.claims[place], name, Verdict::Disputed, 7);
        let after = before.with(&file, Path::new("x.yaml")).expect("written");
        check(&before, &after, &file)?;
        prop_assert_eq!(comments_of(&text), comments_of(after.text()));
        let is_flow = before.claim_text(place).contains("- {");
        let had_empty = before.claim_text(place).contains("verdicts: []");
        if !was_judged && !is_flow && !had_empty {
            prop_assert!(is_part(&text, after.text()), "{}\n=>\n{}", &text, after.text());
        } else {
            let kept = text.lines().filter(|it| after.text().lines().any(|other| *it == other)).count();
            prop_assert!(kept + 2 >= text.lines().count(), "{}\n=>\n{}", &text, after.text());
        }
        let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
        prop_assert_eq!(back.text(), &text);
    }

    #[test]
    fn a_text_touches_nothing_but_its_lines(text in hand::typed(), which in any::<prop::sample::Index>(), key in 0..5, words in prop::option::of(samples::text())) {
        let before = document(&text);
        let mut file = before.file().clone();
        let place = which.index(file.claims.len());
        let claim = &mut file.claims[place];
        match key {
            0 => claim.note = words,
            1 => claim.query = words,
            2 => claim.wording = words.unwrap_or_default(),
            3 => claim.evidence.push(Evidence { passage: words, url: Some("https://example.org/b".to_owned()), ..Evidence::default() }),
            _ => if let Some(it) = claim.verdicts.last_mut() { it.note = words },
        }
        let after = before.with(&file, Path::new("x.yaml")).expect("written");
        check(&before, &after, &file)?;
        prop_assert_eq!(comments_of(&text), comments_of(after.text()), "{}\n=>\n{}", &text, after.text());
        for other in (0..file.claims.len()).filter(|it| *it != place) {
            prop_assert_eq!(before.claim_text(other), after.claim_text(other));
        }
        let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
        prop_assert_eq!(back.text(), &text);
    }

    #[test]
    fn claims_come_and_go(text in hand::typed(), which in any::<prop::sample::Index>(), new in samples::claim()) {
        let before = document(&text);
        let mut file = before.file().clone();
        let place = which.index(file.claims.len() + 1);
        file.claims.insert(place, new);
        let more = before.with(&file, Path::new("x.yaml")).expect("written");
        check(&before, &more, &file)?;
        prop_assert_eq!(comments_of(&text), comments_of(more.text()));
        // A block that ends the file takes line breaks after it for its own.
        if text.ends_with('\n') && !text.contains("|+") {
            prop_assert!(is_part(&text, more.text()), "{}\n=>\n{}", &text, more.text());
        }
        let mut fewer = before.file().clone();
        fewer.claims.remove(place.min(fewer.claims.len() - 1));
        let less = before.with(&fewer, Path::new("x.yaml")).expect("written");
        check(&before, &less, &fewer)?;
        let mut turned = before.file().clone();
        turned.claims.reverse();
        check(&before, &before.with(&turned, Path::new("x.yaml")).expect("written"), &turned)?;
    }

    #[test]
    fn any_file_can_become_any_other(text in hand::typed(), file in samples::file()) {
        let before = document(&text);
        let after = before.with(&file, Path::new("x.yaml")).expect("written");
        check(&before, &after, &file)?;
    }

    #[test]
    fn a_claim_can_become_any_other(text in hand::typed(), which in any::<prop::sample::Index>(), new in samples::claim()) {
        let before = document(&text);
        let mut file = before.file().clone();
        let place = which.index(file.claims.len());
        file.claims[place] = Claim { id: file.claims[place].id.clone(), ..new };
        let after = before.with(&file, Path::new("x.yaml")).expect("written");
        check(&before, &after, &file)?;
        let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
        prop_assert_eq!(back.text(), &text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn between_brackets_the_other_claims_stay(file in samples::file(), which in any::<prop::sample::Index>(), new in samples::claim()) {
        let file = ClaimFile { signed: Vec::new(), unknown: UnknownKeys::default(), schema: 1, ..file };
        prop_assume!(!file.claims.is_empty());
        let text = in_brackets(&file);
        let before = document(&text);
        prop_assert_eq!(before.file(), &file, "{}", &text);
        let place = which.index(file.claims.len());
        let mut changed = file.clone();
        changed.claims[place] = Claim { id: file.claims[place].id.clone(), ..new };
        let mut judged = file.clone();
        judge(&mut judged.claims[place], "Ana", Verdict::Verified, 1);
        let mut fewer = file.clone();
        fewer.claims.remove(place);
        for wanted in [changed, judged, fewer] {
            let after = before.with(&wanted, Path::new("x.yaml")).expect("written");
            let read = read_text(after.text(), Path::new("x.yaml")).expect("a claim file");
            prop_assert_eq!(read.file(), &wanted, "{}\n=>\n{}", &text, after.text());
            prop_assert_eq!(comments_of(&text), comments_of(after.text()));
            if wanted.claims.len() == file.claims.len() {
                let kept = text.lines().zip(after.text().lines()).enumerate();
                for (number, (old, new)) in kept.filter(|it| it.0 != place + 2) {
                    prop_assert_eq!(old, new, "line {}", number);
                }
            }
        }
    }
}
