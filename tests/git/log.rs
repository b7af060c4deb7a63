//! `redpencil log`.

use std::fs;

use crate::repository::Repository;

#[test]
fn judgements_are_listed_newest_first_with_their_commits() {
    let repository = Repository::new();
    repository.mark(0, "unknown", "Ana");
    repository.commit("first look");
    repository.mark(0, "verified", "Ana");
    repository.mark(1, "disputed", "Ben");
    repository.commit("second look");
    repository.mark(1, "unknown", "Ben");
    let ids = repository.ids();
    let log = repository.redpencil(&["log"]);
    assert_eq!(log.code, 0, "{}", log.err);
    let lines: Vec<&str> = log.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", log.out);
    assert!(lines[0].contains("not committed") && lines[0].contains("disputed → unknown"));
    assert!(
        lines[3].contains("unreviewed → unknown  Ana"),
        "{}",
        lines[3]
    );
    assert!(log.out.contains("Ben (committed by Ana)"), "{}", log.out);
    let one = repository.redpencil(&["log", &ids[0][..4]]).out;
    assert_eq!(one.lines().count(), 2, "{one}");
    assert_eq!(
        repository
            .redpencil(&["log", "-n", "1"])
            .out
            .lines()
            .count(),
        1
    );
    let json = repository
        .redpencil(&["log", &ids[0], "--format", "json"])
        .out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["judgements"][0]["subject"], "second look");
    assert_eq!(json["judgements"][0]["from"], "unknown");
}

#[test]
fn a_rename_is_followed_and_a_merge_tells_nothing_twice() {
    let repository = Repository::new();
    repository.mark(0, "unknown", "Ana");
    repository.commit("before the rename");
    repository.git(&["checkout", "-q", "-b", "side"]);
    repository.mark(1, "verified", "Ben");
    repository.commit("on the side");
    repository.git(&["checkout", "-q", "main"]);
    repository.mark(0, "verified", "Ana");
    repository.commit("on main");
    repository.git(&["merge", "-q", "--no-edit", "side"]);
    let log = repository.redpencil(&["log"]).out;
    assert_eq!(log.lines().count(), 3, "{log}");
    repository.git(&["mv", "harbour.claims.yaml", "port.claims.yaml"]);
    repository.commit("rename");
    let renamed = repository.redpencil(&["log", "port.claims.yaml"]).out;
    assert_eq!(renamed.lines().count(), 3, "{renamed}");
}

#[test]
fn versions_that_cannot_be_read_are_counted_and_passed_over() {
    let repository = Repository::new();
    let path = repository.path("harbour.claims.yaml");
    let whole = fs::read_to_string(&path).expect("read");
    fs::write(&path, whole.replace("  claim: ", "  claim: [] # ")).expect("written");
    repository.commit("broken");
    fs::write(&path, whole).expect("written");
    repository.commit("mended");
    repository.mark(0, "verified", "Ana");
    let log = repository.redpencil(&["log"]);
    assert!(log.out.contains("unreviewed → verified"), "{}", log.out);
    assert!(
        log.err.contains("2 revisions could not be read"),
        "{}",
        log.err
    );
}

#[test]
fn a_claim_that_was_split_again_keeps_its_history() {
    let repository = Repository::new();
    repository.mark(0, "unknown", "Ana");
    repository.commit("before");
    let id = repository.ids()[0].clone();
    let path = repository.path("harbour.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    fs::write(&path, text.replace(&id, "zzz999")).expect("written");
    repository.commit("split again");
    repository.mark(0, "verified", "Ana");
    let log = repository.redpencil(&["log", "zzz"]);
    let lines: Vec<&str> = log.out.lines().collect();
    assert_eq!(lines.len(), 2, "{} {}", log.out, log.err);
    assert!(lines[0].contains("unknown → verified"), "{}", log.out);
    assert!(
        lines[1].contains(&id) && lines[1].contains("unreviewed → unknown"),
        "{}",
        log.out
    );
}

#[test]
fn what_is_gone_has_a_history_still() {
    let repository = Repository::new();
    repository.mark(0, "unknown", "Ana");
    repository.commit("judge");
    let id = repository.ids()[0].clone();
    let path = repository.path("harbour.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    let (first, second) = (
        text.find("\n- id").expect("a claim"),
        text.rfind("\n- id").expect("a claim"),
    );
    fs::write(&path, format!("{}{}", &text[..first], &text[second..])).expect("written");
    repository.commit("without the first");
    let log = repository.redpencil(&["log", &id[..5]]);
    assert_eq!(log.out.lines().count(), 2, "{} {}", log.out, log.err);
    assert!(log.out.contains("unknown → unreviewed"), "{}", log.out);
    repository.git(&["rm", "-q", "harbour.claims.yaml"]);
    repository.commit("without the file");
    let log = repository.redpencil(&["log", "harbour.claims.yaml"]);
    assert!(
        log.out.contains("unreviewed → unknown"),
        "{} {}",
        log.out,
        log.err
    );
}

#[test]
fn a_history_of_two_thousand_commits_is_told_whole() {
    let repository = Repository::new();
    let path = repository.path("harbour.claims.yaml");
    repository.mark(0, "verified", "Ana");
    let verified = fs::read_to_string(&path).expect("read");
    let disputed = verified.replace("verdict: verified", "verdict: disputed");
    // One process makes all commits: two thousand times `git commit` takes a minute.
    let commit = |number: usize| {
        let text = [&verified, &disputed][number % 2];
        let from = ["from refs/heads/main^0\n", ""][number.min(1)];
        let (time, length) = (1_800_000_000 + number, text.len());
        format!(
            "commit refs/heads/main\ncommitter Ana <ana@example.org> {time} +0000\n\
             data 5\nwork\n{from}M 100644 inline harbour.claims.yaml\ndata {length}\n{text}\n"
        )
    };
    let commits: Vec<String> = (0..2_000).map(commit).collect();
    let stream = commits.concat();
    repository.git_fed(&["fast-import", "--quiet", "--date-format=raw"], &stream);
    repository.git(&["reset", "-q", "--hard"]);
    let id = &repository.ids()[0];
    let log = repository.redpencil(&["log", id]);
    assert_eq!(log.out.lines().count(), 2_000, "{}", log.err);
    let first = log.out.lines().next().unwrap_or_default();
    assert!(first.contains("verified → disputed"), "{first}");
}
