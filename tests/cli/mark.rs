//! `redpencil mark`, `list` and `status`.

use crate::desk::Desk;

/// The lines of `after` that are not in `before`, and the other way round.
fn changed<'a>(before: &'a str, after: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let missing = |from: &'a str, other: &str| -> Vec<&'a str> {
        let lines: Vec<&str> = other.lines().collect();
        from.lines().filter(|it| !lines.contains(it)).collect()
    };
    (missing(after, before), missing(before, after))
}

#[test]
fn a_verdict_adds_its_own_lines_and_removes_none() {
    let desk = Desk::with_claims();
    let before = desk.claims();
    let id = desk.id_of("212 of 230");
    let ran = desk.run(&["mark", &id, "unknown"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("unreviewed → unknown"), "{ran:?}");
    let after = desk.claims();
    let (added, removed) = changed(&before, &after);
    assert_eq!(added.len(), 4, "{added:#?}");
    assert_eq!(
        added[..3],
        [
            "  verdicts:",
            "  - verdict: unknown",
            "    reviewer: Ana Ruiz"
        ]
    );
    assert!(removed.is_empty(), "{removed:#?}");
    desk.run(&["mark", &id, "verified"]);
    let again = desk.claims();
    let (added, removed) = changed(&after, &again);
    assert!(
        added.len() <= 2 && removed.len() <= 2,
        "{added:#?} {removed:#?}"
    );
    assert_eq!(added[0], "  - verdict: verified");
    desk.run(&["mark", &id, "clear"]);
    assert_eq!(desk.claims(), before);
}

#[test]
fn a_dispute_can_say_why_and_what_instead() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    let ran = desk.run(&[
        "mark",
        &id,
        "disputed",
        "--reason",
        "wrong",
        "--correction",
        "210 of 230",
        "--note",
        "Counted on the scan.",
        "--reviewer",
        "Ben: \"the second\"",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let listed = desk
        .run(&["list", "--status", "disputed", "--format", "jsonl"])
        .out;
    let row: serde_json::Value = serde_json::from_str(&listed).expect("one row");
    assert_eq!(row["verdicts"][0]["reviewer"], "Ben: \"the second\"");
    assert_eq!(row["verdicts"][0]["correction"], "210 of 230");
}

#[test]
fn the_beginning_of_an_id_is_enough_where_it_is_unique() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    assert_eq!(desk.run(&["mark", &id[..4], "verified"]).code, 0);
    let nobody = desk.run(&["mark", "zzzz", "verified"]);
    assert_eq!(nobody.code, 3);
    assert!(nobody.err.contains("redpencil list"), "{nobody:?}");
}

#[test]
fn two_reviewers_who_differ_make_a_claim_contested() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    desk.run(&["mark", &id, "verified", "--reviewer", "Ana"]);
    desk.run(&["mark", &id, "disputed", "--reviewer", "Ben"]);
    let status = desk.run(&["status", "--format", "json"]).out;
    assert!(status.contains(r#""contested":1"#), "{status}");
    assert_eq!(desk.run(&["check", "--require", "no-contested"]).code, 1);
}

#[test]
fn csv_is_quoted_and_runs_nothing_in_a_spreadsheet() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    desk.run(&["mark", &id, "verified", "--reviewer", "=cmd(\"x\")"]);
    let out = desk.run(&["list", "--format", "csv"]).out;
    assert!(out.contains("\"'=cmd(\"\"x\"\")\""), "{out}");
}

#[test]
fn a_list_says_how_much_a_claim_deserves_checking_and_why() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    let told = desk.run(&["list", "--reasons"]).out;
    let mut lines = told.lines().skip_while(|it| !it.contains(&id)).skip(1);
    let reasons = lines.next().unwrap_or_default();
    assert!(reasons.starts_with("    0."), "{told}");
    assert!(reasons.contains("a figure"), "{told}");
    // Without the option there is one line for a claim.
    assert!(!desk.run(&["list"]).out.contains("a figure"));
    let rows = desk.run(&["list", "--format", "jsonl"]).out;
    assert!(
        rows.contains("\"check_worthiness\":{\"score\":0."),
        "{rows}"
    );
}
