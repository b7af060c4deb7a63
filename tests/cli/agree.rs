//! `redpencil agree`.

use crate::desk::Desk;

/// Two claims: Ana and Ben agree on one and differ on the other.
fn judged() -> Desk {
    let desk = Desk::with_claims();
    let listed = desk.run(&["list", "--format", "jsonl"]).out;
    let ids: Vec<String> = listed
        .lines()
        .map(|it| {
            let row: serde_json::Value = serde_json::from_str(it).expect("a row");
            row["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    let mark = |id: &str, verdict: &str, name: &str| {
        let ran = desk.run(&["mark", id, verdict, "--reviewer", name]);
        assert_eq!(ran.code, 0, "{ran:?}");
    };
    mark(&ids[0], "verified", "Ana");
    mark(&ids[0], "verified", "Ben");
    mark(&ids[1], "verified", "Ana");
    mark(&ids[1], "disputed", "Ben");
    desk
}

#[test]
fn reviewers_of_one_file_are_compared() {
    let desk = judged();
    let ran = desk.run(&["agree", "."]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for words in [
        "Ana, Ben; 2 claims judged, 2 by two or more",
        "agreement           50.0 %",
        "Cohen's κ           0.0000",
        "Ana down, Ben across",
        "They differ on 1 claim:",
        "Ana: verified, Ben: disputed",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
}

#[test]
fn programs_get_json_and_tables() {
    let desk = judged();
    let json = desk.run(&["agree", ".", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["total"]["agreement"], 0.5);
    assert_eq!(json["reviewers"][0]["reviewer"], "Ana");
    assert_eq!(json["differ"][0]["verdicts"]["Ben"], "disputed");
    let csv = desk.run(&["agree", ".", "--format", "csv"]).out;
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("article,id,claim,kinds,Ana,Ben"));
    assert_eq!(
        lines.filter(|it| it.ends_with("verified,disputed")).count(),
        1
    );
}

#[test]
fn one_reviewer_alone_agrees_with_nobody() {
    let desk = Desk::with_claims();
    let ran = desk.run(&["agree", "."]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("nobody has judged"), "{ran:?}");
}
