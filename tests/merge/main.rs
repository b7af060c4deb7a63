//! Merging claim files: random sessions of two reviewers, merged by real git.
//!
//! `REDPENCIL_TRIALS=1000 cargo test --release --test merge` runs as many pairs
//! of sessions; a few dozen run by default.

mod git;
mod promise;
mod session;

use std::env;

use redpencil::claim::{Reviewer, Status, Verdict};
use redpencil::compare;

use git::Repository;
use session::{Random, Session};

fn trials(by_default: u64) -> u64 {
    env::var("REDPENCIL_TRIALS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(by_default)
}

#[test]
fn git_merges_sessions_by_claim_and_loses_nothing() {
    let repository = Repository::new();
    repository.use_redpencil();
    for seed in 0..trials(40) {
        let base = Session::base(&mut Random::new(seed));
        // In one trial of four the same reviewer worked on two machines.
        let their_name = if seed % 4 == 0 { "Ana" } else { "Ben" };
        let ours = base.worked_on("Ana", &mut Random::new(seed * 2 + 1_000_001), 0);
        let theirs = base.worked_on(their_name, &mut Random::new(seed * 2 + 1_000_002), 1);
        let (text, is_clean) = repository.merge(base.text(), ours.text(), theirs.text());
        let merged = Session::read(&text).unwrap_or_else(|it| panic!("seed {seed}: {it}\n{text}"));
        promise::check(&base, &ours, &theirs, &merged, is_clean).unwrap_or_else(|it| {
            panic!(
                "seed {seed}: {it}\n--- base\n{}\n--- ours\n{}\n--- theirs\n{}\n--- merged\n{text}",
                base.text(),
                ours.text(),
                theirs.text()
            )
        });
    }
}

#[test]
fn git_alone_merges_verdicts_on_different_claims() {
    let repository = Repository::new();
    for seed in 0..200 {
        let mut random = Random::new(seed);
        let base = Session::base(&mut random);
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        for place in 0..base.file().claims.len() {
            match random.below(4) {
                0 => ours.judge(place, "Ana", Verdict::Verified, 1),
                1 => theirs.judge(place, "Ben", Verdict::Disputed, 2),
                _ => {}
            }
        }
        let (text, is_clean) = repository.merge(base.text(), ours.text(), theirs.text());
        assert!(is_clean, "seed {seed}\n{text}");
        let merged = Session::read(&text).unwrap_or_else(|it| panic!("seed {seed}: {it}\n{text}"));
        for (place, claim) in merged.file().claims.iter().enumerate() {
            for (side, name) in [(&ours, "Ana"), (&theirs, "Ben")] {
                let reviewer = Reviewer::new(name);
                let given = side.file().claims[place].judgement_of(&reviewer);
                assert_eq!(claim.judgement_of(&reviewer), given, "seed {seed}\n{text}");
            }
        }
    }
}

#[test]
fn reviewers_who_disagree_are_contested_and_that_is_no_conflict() {
    let repository = Repository::new();
    repository.use_redpencil();
    let base = Session::base(&mut Random::new(7));
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.judge(0, "Ana", Verdict::Verified, 1);
    theirs.judge(0, "Ben", Verdict::Disputed, 2);
    let (text, is_clean) = repository.merge(base.text(), ours.text(), theirs.text());
    assert!(is_clean, "{text}");
    let merged = Session::read(&text).expect("a claim file");
    assert_eq!(merged.file().claims[0].status(), Status::Contested);
}

#[test]
fn merging_with_oneself_changes_nothing() {
    for seed in 0..200 {
        let base = Session::base(&mut Random::new(seed));
        let ours = base.worked_on("Ana", &mut Random::new(seed + 9_000), 0);
        let place = |_: &redpencil::claim::Claim| None;
        for (ours, theirs) in [(&ours, &ours), (&ours, &base), (&base, &ours)] {
            let merged = compare::merge(base.file(), ours.file(), theirs.file(), &place);
            let expected = if ours.file() == base.file() {
                theirs
            } else {
                ours
            };
            assert_eq!(merged.file, *expected.file(), "seed {seed}");
            assert_eq!(merged.conflicts, [], "seed {seed}");
        }
    }
}

#[test]
fn what_is_no_claim_file_is_merged_by_lines_with_markers() {
    let repository = Repository::new();
    repository.use_redpencil();
    let (text, is_clean) = repository.merge(
        "redpencil: 1\nx: [\n",
        "redpencil: 1\nx: [1\n",
        "redpencil: 1\nx: [2\n",
    );
    assert!(!is_clean);
    assert!(
        text.contains("<<<<<<<") && text.contains("x: [1") && text.contains("x: [2"),
        "{text}"
    );
}

#[test]
fn a_file_that_both_sides_made_is_merged_without_a_base() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let base = Session::base(&mut Random::new(3));
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.judge(0, "Ana", Verdict::Verified, 1);
    theirs.judge(1, "Ben", Verdict::Verified, 2);
    std::fs::write(path("base"), "").expect("written");
    std::fs::write(path("ours"), ours.text()).expect("written");
    std::fs::write(path("theirs"), theirs.text()).expect("written");
    let output = git::redpencil(&["merge"])
        .args([path("base"), path("ours"), path("theirs")])
        .output()
        .expect("redpencil runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = std::fs::read_to_string(path("ours")).expect("read");
    let merged = Session::read(&text).expect("a claim file");
    assert_eq!(
        merged.file().claims[0].verdicts,
        ours.file().claims[0].verdicts
    );
    assert_eq!(
        merged.file().claims[1].verdicts,
        theirs.file().claims[1].verdicts
    );
}

#[test]
fn claims_that_both_sides_added_stand_in_the_order_of_the_article() {
    let repository = Repository::new();
    repository.use_redpencil();
    let all = [
        "The vote was on Friday.",
        "Fares rise by 4 %.",
        "The tower is 381 m high.",
        "He left in 1998.",
        "Three buses were late.",
    ];
    repository.write("vote.txt", &all.join("\n"));
    let of = |places: &[usize]| {
        let quotes: Vec<&str> = places.iter().map(|&it| all[it]).collect();
        Session::of(&quotes)
    };
    // Each adds one in the same gap, and theirs comes first in the article.
    let (base, ours, theirs) = (of(&[0, 4]), of(&[0, 2, 4]), of(&[0, 1, 3, 4]));
    let (text, is_clean) = repository.merge(base.text(), ours.text(), theirs.text());
    assert!(is_clean, "{text}");
    let merged = Session::read(&text).expect("a claim file");
    let quotes: Vec<&str> = merged
        .file()
        .claims
        .iter()
        .map(|it| it.quote.exact.as_str())
        .collect();
    assert_eq!(quotes, all);
}
