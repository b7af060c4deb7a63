//! `redpencil check` and `schema`.

use crate::desk::{ARTICLE, Desk};

#[test]
fn a_file_in_order_is_in_order() {
    let ran = Desk::with_claims().run(&["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.err
            .contains("1 claim file checked: 0 errors, 0 warnings"),
        "{ran:?}"
    );
}

#[test]
fn checking_nothing_is_not_in_order() {
    let ran = Desk::empty().run(&["check"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("redpencil split"), "{ran:?}");
}

#[test]
fn a_quote_that_left_the_article_is_found_with_its_place() {
    let desk = Desk::with_claims();
    desk.write(
        "harbour.txt",
        ARTICLE.replace("The port authority lost $40 million last year.", ""),
    );
    let ran = desk.run(&["check", "--format", "json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = told["findings"].as_array().expect("findings");
    let missing = findings
        .iter()
        .find(|it| it["code"] == "quote-missing")
        .expect("a finding");
    assert_eq!(missing["severity"], "error");
    let line = missing["line"].as_u64().expect("a line");
    let claims = desk.claims();
    let id = missing["claims"][0].as_str().expect("an id");
    let at = usize::try_from(line).expect("small") - 1;
    assert!(
        claims.lines().nth(at).expect("that line").contains(id),
        "{missing}"
    );
}

#[test]
fn a_changed_figure_is_not_the_same_claim() {
    let desk = Desk::with_claims();
    desk.write("harbour.txt", ARTICLE.replace("212 of 230", "213 of 230"));
    let ran = desk.run(&["check"]);
    assert!(
        ran.out.contains("quote-changed") || ran.out.contains("quote-missing"),
        "{ran:?}"
    );
}

#[test]
fn requirements_name_the_work_that_is_left() {
    let desk = Desk::with_claims();
    let ran = desk.run(&["check", "--require", "reviewed,evidence"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("has no verdict yet [reviewed]"), "{ran:?}");
}

#[test]
fn a_pull_request_gets_annotations() {
    let desk = Desk::with_claims();
    let ran = desk.run(&["check", "--require", "reviewed", "--format", "github"]);
    assert!(
        ran.out
            .starts_with("::error file=harbour.claims.yaml,line="),
        "{ran:?}"
    );
}

#[test]
fn the_schema_is_json_and_names_the_verdicts() {
    let ran = Desk::empty().run(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(schema["$schema"].is_string(), "{schema}");
    assert!(ran.out.contains("\"verified\""));
}
