//! `--plain`: reviews as conversations over a pipe.

use std::process::Command;

use crate::desk::Desk;

/// Types `lines` to `redpencil --plain` on `arguments`; answers with what it said.
fn talk(desk: &Desk, arguments: &[&str], lines: &[&str]) -> String {
    let mut all = vec!["--plain"];
    all.extend(arguments);
    let input = format!("{}\n", lines.join("\n"));
    let ran = desk.run_with(&all, input.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

#[test]
fn a_whole_review_is_done_by_lines() {
    let desk = Desk::with_article();
    let said = talk(
        &desk,
        &["harbour.txt"],
        &[
            "list",
            "context",
            "dispute wrong",
            "1",
            "correction",
            "210 of 230",
            "source",
            "https://example.org/letter.pdf",
            "Open letter, scan",
            "refutes",
            "primary",
            "p. 3",
            "Signed by 210 members of staff",
            "",
            "https://archive.example/letter",
            "note",
            "Counted on the scan.",
            "Two names appear twice.",
            ".",
            "add Was it worth it",
            "dismiss",
            "2",
            "split last year",
            "merge",
            "v",
            "undo",
            "redo",
            "progress",
            "quit",
        ],
    );
    assert!(
        said.contains("2 of 2 claims judged: 1 verified, 1 disputed."),
        "{said}"
    );
    let claims = desk.claims();
    for line in [
        "  - verdict: disputed",
        "    reviewer: Ana Ruiz",
        "    reason: wrong",
        "    correction: 210 of 230",
        "  - url: https://example.org/letter.pdf",
        "    title: Open letter, scan",
        "    stance: refutes",
        "    source: primary",
        "    locator: p. 3",
        "    archive: https://archive.example/letter",
        "    passage: Signed by 210 members of staff",
        "  note: |-",
        "    Two names appear twice.",
        "  - verdict: verified",
        "  dismissed: true",
    ] {
        assert!(claims.contains(&format!("{line}\n")), "{line}\n{claims}");
    }
    assert_eq!(
        desk.run(&["check", "--require", "reviewed", "harbour.txt"])
            .code,
        0
    );
}

#[test]
fn a_conversation_goes_on_where_the_last_one_ended() {
    let desk = Desk::with_article();
    talk(&desk, &["harbour.txt"], &["v"]);
    let said = talk(&desk, &["harbour.txt"], &["undo", "progress"]);
    assert!(said.contains("1 of 2 claims judged"), "{said}");
    assert!(said.contains("0 of 2 claims judged"), "{said}");
    assert!(!desk.claims().contains("verdict"));
}

#[test]
fn several_articles_are_chosen_by_number() {
    let desk = Desk::with_article();
    desk.write("tram.txt", "The tram line cost 4 million euros.\n");
    let said = talk(&desk, &["."], &["7", "2", "v", "q", "quit"]);
    assert!(said.contains("1: harbour.txt: not split yet"), "{said}");
    assert!(said.contains("\"7\" is no number of the list"), "{said}");
    assert!(said.contains("1 of 1 claim judged"), "{said}");
    assert!(desk.read("tram.claims.yaml").contains("verdict: verified"));
}

#[test]
fn nothing_is_drawn() {
    let desk = Desk::with_article();
    let said = talk(
        &desk,
        &["harbour.txt"],
        &["help", "article", "read", "d", "", "nonsense"],
    );
    assert!(!said.contains('\u{1b}') && !said.contains('\r'), "{said:?}");
    assert!(
        said.contains("Error: \"nonsense\" is no command; help lists them"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_opened_is_told_as_everywhere() {
    let desk = Desk::empty();
    let ran = desk.run_with(&["--plain", "missing.txt"], b"v\n");
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("there is no such file"), "{}", ran.err);
}

fn git(desk: &Desk, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(desk.path("."))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn an_article_in_chinese_is_reviewed_from_the_first_claim_to_the_commit() {
    let desk = Desk::empty();
    desk.write(
        "weekend.txt",
        include_str!("../../claims/weekend.zh-Hant.txt"),
    );
    git(&desk, &["init", "-q", "-b", "main"]);
    git(&desk, &["config", "user.name", "Ana Ruiz"]);
    git(&desk, &["config", "user.email", "ana@example.org"]);
    git(&desk, &["add", "weekend.txt"]);
    git(&desk, &["commit", "-q", "-m", "An article"]);
    let mut lines = vec![
        // What was left out is taken in, a claim is cut in two, two are joined, one
        // is nothing to check.
        "add 這無疑是一次驚人的團結",
        "note",
        "讀者會問：憑什麼？",
        ".",
        "1",
        "split Sam Altman",
        "1",
        "merge",
        "2",
        "dismiss",
    ];
    for number in ["1", "3", "4", "5", "6"] {
        lines.extend([
            number,
            "source",
            "https://example.org/信",
            "聯名信",
            "supports",
        ]);
        // Rows that are left empty; past the last one an empty line reads the claim.
        lines.extend([""; 12]);
    }
    lines.extend(["1", "dispute outdated", "1", "correction", "11月18日"]);
    lines.extend(["n", "v"].repeat(60));
    lines.extend(["progress", "commit", "", "quit"]);
    let said = talk(&desk, &["weekend.txt"], &lines);
    assert!(said.contains("every claim is judged"), "{said}");
    let checked = desk.run(&["check", "--require", "reviewed", "weekend.txt"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let claims = desk.read("weekend.claims.yaml");
    let count = |words: &str| claims.matches(words).count();
    assert_eq!(count("- url: https://example.org/信\n"), 5, "{claims}");
    assert_eq!(count("\n  dismissed: true\n"), 1, "{claims}");
    assert_eq!(count("reason: outdated"), 1, "{claims}");
    assert_eq!(count("correction: 11月18日"), 1, "{claims}");
    assert!(count("verdict: verified") > 10, "{claims}");
    assert!(claims.contains("這無疑是一次驚人的團結"), "{claims}");
    let files = git(&desk, &["show", "--name-only", "--format=", "HEAD"]);
    assert_eq!(files.trim(), "weekend.claims.yaml");
    assert_eq!(
        git(&desk, &["status", "--porcelain", "weekend.claims.yaml"]),
        ""
    );
}
