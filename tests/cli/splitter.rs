//! A splitter of the person's own, named by their settings.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::desk::Desk;

/// A desk whose settings name a splitter that runs `script`.
fn desk(script: &str) -> Desk {
    let desk = Desk::with_article();
    desk.write("bin/mine", format!("#!/bin/sh\n{script}\n"));
    let program = desk.path("bin/mine");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
    let program = program.display();
    let setting = format!("splitter = ['{program}', \"; touch spoilt\"]\n");
    desk.write(".config/redpencil/config.toml", setting);
    desk
}

const ANSWERS: &str = r#"
words=$(cat)
case "$words" in *"lost $ 40"*) exit 9;; esac
printf '%s\n' '{"exact": "The port authority lost $40 million last year", "kinds": ["money"]}'
printf '%s\n' '{"exact": "212 of 230 harbour employees signed", "claim": "212 of 230 signed"}' ''
printf '%s\n' '"Nobody ever wrote this"'
"#;

#[test]
fn its_quotes_become_claims_that_say_who_proposed_them() {
    let desk = desk(ANSWERS);
    let ran = desk.run(&["split", "harbour.txt"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("2 claims"), "{ran:?}");
    assert!(
        ran.err
            .contains("1 quote is not in the article word for word")
            && ran.err.contains("Nobody"),
        "{ran:?}"
    );
    let claims = desk.claims();
    assert_eq!(
        claims.matches("\n  proposed_by: mine\n").count(),
        2,
        "{claims}"
    );
    assert!(
        claims.contains("\n  claim: 212 of 230 signed\n"),
        "{claims}"
    );
    let first = claims.find("212 of 230 signed").expect("the ratio");
    assert!(
        first < claims.find("$40 million").expect("the loss"),
        "{claims}"
    );
    assert_eq!(desk.run(&["check", "harbour.txt"]).code, 0);
    assert!(
        !desk.path("spoilt").exists(),
        "no shell reads the arguments"
    );
}

#[test]
fn opening_an_article_asks_it_once() {
    let desk = desk(&format!("echo asked >> \"$0.log\"\n{ANSWERS}"));
    for _ in 0..2 {
        let ran = desk.run_with(&["--plain", "harbour.txt"], b"progress\n");
        assert!(ran.out.contains("0 of 2 claims judged"), "{ran:?}");
    }
    assert_eq!(desk.read("bin/mine.log"), "asked\n");
}

#[test]
fn what_it_does_wrong_is_told_and_redpencils_own_rules_are_there_on_demand() {
    for (script, told) in [
        (
            "echo 'no key set' >&2; exit 3",
            "exit status: 3, saying: no key set",
        ),
        ("echo Here are the claims:", "line 1: no JSON"),
        ("printf '\\377'", "not UTF-8"),
    ] {
        let desk = desk(script);
        let ran = desk.run(&["split", "harbour.txt"]);
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.err.contains(told) && ran.err.contains("--built-in"),
            "{ran:?}"
        );
        assert!(!desk.path("harbour.claims.yaml").exists());
        let ran = desk.run(&["split", "--built-in", "harbour.txt"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(!desk.claims().contains("proposed_by"));
    }
}

#[test]
fn a_repository_cannot_name_one() {
    let desk = Desk::with_article();
    desk.write("config.toml", "splitter = [\"false\"]\n");
    desk.write(".redpencil/config.toml", "splitter = [\"false\"]\n");
    assert_eq!(desk.run(&["split", "harbour.txt"]).code, 0);
}
