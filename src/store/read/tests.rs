//! What is read, and how what cannot be read is told.

use insta::assert_snapshot;

use super::*;
use crate::store::samples::HARBOUR;

fn told(text: &str) -> String {
    match read_text(text, Path::new("claims/harbour.yaml")) {
        Ok(_) => "read".to_owned(),
        Err(problem) => problem.to_string(),
    }
}

/// The sample with one slip of the hand in it.
fn with(words: &str, instead: &str) -> String {
    assert!(HARBOUR.contains(words), "{words}");
    told(&HARBOUR.replacen(words, instead, 1))
}

#[test]
fn a_hand_written_file_is_read_with_every_place() {
    let document = read_text(HARBOUR, Path::new("x.yaml")).expect("a claim file");
    let file = document.file();
    assert_eq!(file.claims.len(), 2);
    assert_eq!(file.claims[0].verdicts[0].reviewer.as_str(), "Ana Ruiz");
    assert_eq!(file.claims[0].evidence[0].unknown.0.len(), 1);
    assert_eq!(file.article.unknown.0["desk"], "city");
    assert_eq!(document.line_of_claim(0), Some(10));
    assert_eq!(document.line_of_claim(1), Some(33));
    assert!(document.text()[document.layout.claims[0].clone()].starts_with("# The figure"));
    assert_eq!(document.bytes(), HARBOUR.as_bytes());
    assert!(!document.read_only());
}

#[test]
fn a_byte_order_mark_is_kept_and_not_read() {
    let bytes = [b"\xEF\xBB\xBF", HARBOUR.as_bytes()].concat();
    let document = read(&bytes, Path::new("x.yaml")).expect("a claim file");
    assert_eq!(document.bytes(), bytes);
    assert_eq!(document.text(), HARBOUR);
}

#[test]
fn a_newer_form_opens_read_only() {
    let text = HARBOUR.replace("redpencil: 1", "redpencil: 2");
    let document = read_text(&text, Path::new("x.yaml")).expect("a claim file");
    assert!(document.read_only());
    assert!(told(&text.replace("verdict: disputed", "verdict: hedged")).contains("newer"));
}

#[test]
fn a_wrong_word_is_told_with_the_nearest() {
    assert_snapshot!(with("verdict: disputed", "verdict: dispued"), @r#"
        claims/harbour.yaml:17:14: "dispued" is no verdict
        17 │   - verdict: dispued # twice counted
           │              ^^^^^^^ did you mean disputed? (verified, disputed, unknown)
        "#);
    assert_snapshot!(with("reason: wrong", "reason: 錯"), @r#"
        claims/harbour.yaml:20:13: "錯" is no reason
        20 │     reason: 錯
           │             ^^ write one of: wrong, misleading, outdated, misattributed, conflicting sources
        "#);
    assert_snapshot!(with("[ratio]", "[ratio, cout]"), @r#"
        claims/harbour.yaml:12:18: "cout" is no kind
        12 │   kinds: [ratio, cout]
           │                  ^^^^ did you mean count? (count, ratio, percent, money, measure, date, duration, quote, attribution, role, event, trend, comparison, cause, relation)
        "#);
}

#[test]
fn wrong_values_are_told_with_their_place() {
    assert_snapshot!(with("2024-03-05T09:12:44Z", "yesterday"), @r#"
        claims/harbour.yaml:19:15: "yesterday" is no time
        19 │     reviewed: yesterday
           │               ^^^^^^^^^ write day, T, time and Z: 2024-03-05T09:12:44Z
        "#);
    assert_snapshot!(with("accessed: 2024-03-05", "accessed: 2024-02-30"), @r#"
        claims/harbour.yaml:29:15: "2024-02-30" is no day
        29 │     accessed: 2024-02-30
           │               ^^^^^^^^^^ write year-month-day: 2024-03-05
        "#);
    assert_snapshot!(with("published: 2024-03-04", "published: March"), @r#"
        claims/harbour.yaml:7:14: "March" is no day
        7 │   published: March
          │              ^^^^^ write year-month-day: 2024-03-05
        "#);
    assert_snapshot!(with("kinds: [ratio]", "kinds: ratio"), @r"
        claims/harbour.yaml:12:10: `kinds:` takes a list
        12 │   kinds: ratio
           │          ^^^^^ put `- ` before each item, on lines of their own
        ");
    assert_snapshot!(with("note: |", "note: [a]\n    x: |"), @r"
        claims/harbour.yaml:21:11: `note:` takes one value, not a list or a mapping
        21 │     note: [a]
           │           ^^^ write it behind the colon, between quotation marks if need be
        ");
    assert_snapshot!(with("reviewer: Ana Ruiz", "reviewer: ''"), @r"
        claims/harbour.yaml:18:15: the reviewer's name is missing
        18 │     reviewer: ''
           │               ^^ write who judged
        ");
    assert_snapshot!(with("redpencil: 1", "redpencil: one"), @r"
        claims/harbour.yaml:2:12: the version of the form is no number
        2 │ redpencil: one
          │            ^^^ write `redpencil: 1`
        ");
    assert_snapshot!(with("id: k4q7zd", "id: k4 q7zd"), @r#"
        claims/harbour.yaml:11:7: "k4 q7zd" is no claim id
        11 │ - id: k4 q7zd
           │       ^^^^^^^ an id has letters, digits, - and _ only, at most 64
        "#);
}

#[test]
fn a_missing_field_is_named_with_its_claim() {
    assert_snapshot!(with("  claim: The vote is on Friday\n", ""), @r"
        claims/harbour.yaml:33:3: `claim:` is missing in claim m2x9ab
        33 │ - id: m2x9ab
           │   ^^^^^^^^^^ add a line `claim: …`
        ");
    assert_snapshot!(with("    reviewed: 2024-03-05T09:12:44Z\n", ""), @r"
        claims/harbour.yaml:17:5: `reviewed:` is missing in claim k4q7zd
        17 │   - verdict: disputed # twice counted
           │     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ add a line `reviewed: …`
        ");
    assert_snapshot!(with("redpencil: 1\n", ""), @r"
        claims/harbour.yaml:1:1: this is no claim file: the line `redpencil: 1` is missing
        1 │ # yaml-language-server: $schema=redpencil.schema.json
          │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name the claim file itself, or add the line at the top if this is one
        ");
    assert_snapshot!(with("  file: harbour-vote.txt\n", ""), @r"
        claims/harbour.yaml:4:3: `file:` is missing here
        4 │   title: Harbour staff threaten to walk out
          │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ add a line `file: …`
        ");
    assert_snapshot!(told(""), @r"
        claims/harbour.yaml:1:1: this is no claim file: the line `redpencil: 1` is missing
        1 │ 
          │ ^ name the claim file itself, or add the line at the top if this is one
        ");
    assert_snapshot!(told("# nothing\n"), @r"
        claims/harbour.yaml:1:1: this is no claim file: the line `redpencil: 1` is missing
        1 │ # nothing
          │ ^^^^^^^^^ name the claim file itself, or add the line at the top if this is one
        ");
}

#[test]
fn what_stands_twice_is_told_with_both_places() {
    assert_snapshot!(with("id: m2x9ab", "id: k4q7zd"), @r"
        claims/harbour.yaml:33:7: two claims have the id k4q7zd
        33 │ - id: k4q7zd
           │       ^^^^^^ the other is in line 11: delete one, or give it another id
        ");
    assert_snapshot!(with("    reason: wrong\n", "    verdict: verified\n"), @r#"
        claims/harbour.yaml:20:5: the key "verdict" stands here for the second time
        20 │     verdict: verified
           │     ^^^^^^^ the first one is in line 17: keep one of them
        "#);
    assert_snapshot!(
        with("  claim: 212", "  - verdict: verified\n    reviewer: Ana Ruiz\n    reviewed: 2024-03-06T09:12:44Z\n  claim: 212"),
        @r#"
        claims/harbour.yaml:26:15: claim k4q7zd has two verdicts by "Ana Ruiz"
        26 │     reviewer: Ana Ruiz
           │               ^^^^^^^^ the other stands 8 lines above: keep one of them
        "#
    );
}

#[test]
fn what_yaml_allows_and_a_claim_file_does_not_is_told_in_words() {
    assert_snapshot!(with("quote:\n", "quote: &q\n"), @r"
        claims/harbour.yaml:13:10: & names this value for use elsewhere
        13 │   quote: &q
           │          ^^ delete the name, or put a text that starts with & between quotation marks
        ");
    assert_snapshot!(with("claim: The vote is on Friday", "claim: *q"), @r"
        claims/harbour.yaml:36:10: * takes over a value from elsewhere
        36 │   claim: *q
           │          ^^ write the value out, or put a text that starts with * between quotation marks
        ");
    assert_snapshot!(with("claim: The", "claim: !!str The"), @r"
        claims/harbour.yaml:36:10: ! gives this value a type
        36 │   claim: !!str The vote is on Friday
           │          ^^^^^ delete the type, or put a text that starts with ! between quotation marks
        ");
    assert_snapshot!(with("  reviewer: Ana Ruiz", "  <<: {reviewer: Ana}"), @r"
        claims/harbour.yaml:18:5: << takes over the keys of another mapping
        18 │     <<: {reviewer: Ana}
           │     ^^ write the keys out: every claim stands for itself
        ");
    assert_snapshot!(with("claims:\n", "---\nclaims:\n"), @r"
        claims/harbour.yaml:9:1: a second document starts here
        9 │ ---
          │ ^^^ one file holds one article: move the rest to a file of its own
        ");
    assert_snapshot!(with("# yaml-language", "%YAML 1.2\n---\n# yaml-language"), @r"
        claims/harbour.yaml:1:1: a line that starts with % is an instruction to YAML readers
        1 │ %YAML 1.2
          │ ^ delete the line
        ");
    assert_snapshot!(with("[ratio]", "[[[[[[[[[[[[[[[[[[[ratio]"), @r"
        claims/harbour.yaml:12:26: lists and mappings are nested too deep
        12 │   kinds: [[[[[[[[[[[[[[[[[[[ratio]
           │                          ^ a claim file needs four levels; 16 are read
        ");
    assert_snapshot!(with("claims:\n", "claims: none\nx:\n"), @r"
        claims/harbour.yaml:9:9: the claims are no list
        9 │ claims: none
          │         ^^^^ put each claim below, with `- ` before it
        ");
}

#[test]
fn the_usual_slips_are_told_in_words() {
    assert_snapshot!(with("  - verdict: disputed", "<<<<<<< HEAD\n  - verdict: disputed"), @r"
        claims/harbour.yaml:17:1: git could not merge this file and left its marks
        17 │ <<<<<<< HEAD
           │ ^^^^^^^^^^^^ choose between the two sides and delete the marks
        ");
    assert_snapshot!(with("reviewer: Ana", "reviewer：Ana"), @r"
        claims/harbour.yaml:18:13: the colon after reviewer is a full-width one
        18 │     reviewer：Ana Ruiz
           │             ^^ write `: `, a plain colon and a space
        ");
    assert_snapshot!(with("    reviewer: Ana", "\treviewer: Ana"), @r"
        claims/harbour.yaml:18:1: a tab stands where the line is indented
        18 │ ␉reviewer: Ana Ruiz
           │ ^ use spaces instead
        ");
    assert_snapshot!(with("claim: The vote", "claim: @The vote"), @r"
        claims/harbour.yaml:36:10: a text cannot start with @
        36 │   claim: @The vote is on Friday
           │          ^ put the whole text between quotation marks
        ");
    assert_snapshot!(with("claim: The vote", "claim: `The vote"), @r"
        claims/harbour.yaml:36:10: a text cannot start with `
        36 │   claim: `The vote is on Friday
           │          ^ put the whole text between quotation marks
        ");
    assert_snapshot!(with("claim: The vote", "claim: he said: the vote"), @r"
        claims/harbour.yaml:36:17: a colon stands here where no key can be
        36 │   claim: he said: the vote is on Friday
           │                 ^ put a text with a colon between quotation marks, or mend the indentation
        ");
    assert_snapshot!(with("exact: the vote is", "exact: \"the vote\" is"), @r#"
        claims/harbour.yaml:35:23: something stands after the closing quotation mark
        35 │     exact: "the vote" is on Friday
           │                       ^ put the whole text between quotation marks, and write \" for those inside
        "#);
    assert_snapshot!(with("exact: the vote is", "exact: \"the vote is"), @r#"
        claims/harbour.yaml:35:12: a quotation mark is opened and never closed
        35 │     exact: "the vote is on Friday
           │            ^ close it with the same mark
        "#);
    assert_snapshot!(with("    exact: the vote", "   exact: the vote\n     x: y\n    z: the vote"), @r"
        claims/harbour.yaml:36:7: a colon stands here where no key can be
        36 │      x: y
           │       ^ put a text with a colon between quotation marks, or mend the indentation
        ");
    assert_snapshot!(with("on Friday", "on\u{2028}Friday"), @r"
        claims/harbour.yaml:35:26: U+2028 stands here, which some readers take for a line break
        35 │     exact: the vote is on<U+2028>Friday
           │                          ^^^^^^^^ delete it, or write \u2028 between double quotation marks
        ");
    assert_snapshot!(with("on Friday", "on\0Friday"), @r"
        claims/harbour.yaml:35:26: a NUL character stands here
        35 │     exact: the vote is on␀Friday
           │                          ^ delete it
        ");
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let path = Path::new("x.yaml");
    let broken = [
        &HARBOUR.as_bytes()[..100],
        b"\xff",
        &HARBOUR.as_bytes()[100..],
    ]
    .concat();
    assert_snapshot!(read(&broken, path).expect_err("no UTF-8"), @r"
        x.yaml:4:25: byte 0xff is no UTF-8
        4 │   file: harbour-vote.txt�
          │                         ^ save the file as UTF-8
        ");
    assert_snapshot!(read(b"\xff\xfea\0", path).expect_err("UTF-16"), @r"
        x.yaml:1:1: the file is in UTF-16
        1 │ 
          │ ^ save it as UTF-8
        ");
}

#[test]
fn claims_may_stand_between_brackets() {
    let text = r#"{"redpencil": 1, "article": {"file": "a.txt"},
          "claims": [{"id": "a1", "quote": {"exact": "x"}, "claim": "X"},
          {"id": "a2", "quote": {"exact": "y"}, "claim": "Y"}], "signed": []}"#;
    let document = read_text(text, Path::new("x.yaml")).expect("a claim file");
    assert_eq!(document.file().claims[1].wording, "Y");
    assert_eq!(
        &document.text()[document.layout.claims[1].clone()],
        r#"{"id": "a2", "quote": {"exact": "y"}, "claim": "Y"}"#
    );
}

#[test]
fn hostile_input_is_refused_at_once() {
    let hostile = [
        format!("redpencil: 1\nx: {}", "[".repeat(200_000)),
        format!("redpencil: 1\nx: {}", "{".repeat(200_000)),
        format!("redpencil: 1\n{}", "- ".repeat(200_000)),
        format!(
            "redpencil: 1\nx: &a {}\ny: [{}]",
            "z".repeat(1_000_000),
            "*a,".repeat(20_000)
        ),
        "k".repeat(5_000_000),
        format!("redpencil: 1\nclaims:\n{}", "# c\n".repeat(300_000)),
        format!("redpencil: 1\nclaims:\n{}", "-\n".repeat(300_000)),
        "\n".repeat(1_000_000),
        "? ".repeat(300_000),
    ];
    for text in hostile {
        let told = told(&text);
        assert_ne!(told, "read");
        assert!(told.len() < 2_000, "{told}");
    }
}
