//! Whatever is wrong gets a message that helps, and changes no file.

use std::process::Command;

use crate::desk::{Desk, Ran};

/// The run failed with this exit code and told all of these words.
fn told(ran: &Ran, code: i32, words: &[&str]) {
    assert_eq!(ran.code, code, "{ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "{word:?} in {ran:?}");
    }
    assert!(!ran.err.contains("panicked"), "{ran:?}");
}

#[test]
fn a_missing_file_is_named() {
    told(
        &Desk::empty().run(&["split", "nowhere.txt"]),
        3,
        &["nowhere.txt", "no such file"],
    );
    told(
        &Desk::empty().run(&["nowhere.txt"]),
        3,
        &["nowhere.txt", "no such file"],
    );
}

#[test]
fn a_folder_without_articles_says_so() {
    told(&Desk::empty().run(&["."]), 3, &["no article", ".txt"]);
}

#[test]
fn an_article_with_nothing_in_it_has_no_claims() {
    let desk = Desk::empty();
    desk.write("empty.txt", "");
    let ran = desk.run(&["split", "empty.txt"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "empty.claims.yaml: 0 claims\n"),
        "{ran:?}"
    );
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn bytes_that_are_no_text_are_named_by_line_and_column() {
    let desk = Desk::empty();
    desk.write("broken.txt", b"All went well.\nUntil \xff\xfe here.\n");
    let ran = desk.run(&["split", "broken.txt"]);
    told(&ran, 3, &["broken.txt", "2:7", "--lossy"]);
    assert_eq!(desk.run(&["split", "--lossy", "broken.txt"]).code, 0);
}

#[test]
fn chinese_encodings_are_recognised() {
    let words = "港口員工在星期一簽署了一封聯名信。董事會表示將在週五作出回應。";
    let simplified = "港口员工在星期一签署了一封联名信。董事会表示将在周五作出回应。";
    for (label, words) in [("big5", words), ("gbk", simplified), ("utf-16le", words)] {
        let bytes = if label == "utf-16le" {
            words.encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
            encoding.expect("an encoding").encode(words).0.into_owned()
        };
        let desk = Desk::empty();
        desk.write("article.txt", bytes);
        let ran = desk.run(&["split", "--format", "jsonl", "article.txt"]);
        assert_eq!(ran.code, 0, "{label}: {ran:?}");
        assert!(ran.out.contains(&words[..12]), "{label}: {ran:?}");
    }
}

#[test]
fn a_verdict_that_is_none_is_pointed_at() {
    let desk = Desk::with_claims();
    let id = desk.id_of("212 of 230");
    desk.run(&["mark", &id, "verified"]);
    let broken = desk
        .claims()
        .replace("verdict: verified", "verdict: verifed");
    desk.write("harbour.claims.yaml", &broken);
    let line = broken
        .lines()
        .position(|it| it.contains("verifed"))
        .expect("the line")
        + 1;
    let place = format!("harbour.claims.yaml:{line}:");
    for command in [&["check"][..], &["mark", &id, "unknown"], &["harbour.txt"]] {
        let ran = desk.run(command);
        assert_eq!(ran.code, 3, "{ran:?}");
        let all = format!("{}{}", ran.out, ran.err);
        assert!(
            all.contains(&place) && all.contains("did you mean verified"),
            "{ran:?}"
        );
    }
    assert_eq!(
        desk.claims(),
        broken,
        "a file that cannot be read is not touched"
    );
}

#[test]
fn doubled_keys_ids_and_conflict_markers_are_refused() {
    let desk = Desk::with_claims();
    let good = desk.claims();
    let id = desk.id_of("212 of 230");
    let doubled_key = good.replacen("article:\n", "article:\n  file: other.txt\n", 1);
    let claim = good.split("\n- id: ").nth(1).expect("a claim");
    let doubled_id = format!("{}\n\n- id: {}\n", good.trim_end(), claim.trim_end());
    let markers = good.replacen("claims:", "<<<<<<< ours\nclaims:", 1);
    for (broken, words) in [
        (&doubled_key, "file"),
        (&doubled_id, id.as_str()),
        (&markers, "could not merge"),
    ] {
        desk.write("harbour.claims.yaml", broken);
        let ran = desk.run(&["check"]);
        assert_eq!(ran.code, 3, "{words}: {ran:?}");
        assert!(ran.out.contains(words), "{words}: {ran:?}");
    }
}

#[test]
fn without_a_terminal_the_interface_names_the_commands() {
    let ran = Desk::with_claims().run(&["harbour.txt"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.err.contains("terminal") && ran.err.contains("redpencil"),
        "{ran:?}"
    );
}

#[test]
fn wrong_use_is_told_with_the_words_that_are_right() {
    let desk = Desk::with_claims();
    let ran = desk.run(&["mark", "abc", "true"]);
    told(&ran, 2, &["verified, disputed, unknown, clear"]);
    told(&desk.run(&["list", "--kind", "number"]), 2, &["ratio"]);
    assert_eq!(desk.run(&["--help"]).code, 0);
    assert_eq!(desk.run(&[]).code, 2);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let desk = Desk::with_claims();
    for words in [
        &["list"][..],
        &["list", "--format", "jsonl"],
        &["status"],
        &["check"],
        &["split", "harbour.txt", "--format", "jsonl"],
        &["schema"],
        &["man"],
        &["completions", "bash"],
        &["--help"],
    ] {
        let program = env!("CARGO_BIN_EXE_redpencil");
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let gone = Command::new(program)
            .args(words)
            .current_dir(desk.path("."))
            .stdout(writer)
            .output()
            .expect("redpencil runs");
        // As in `redpencil … >&-`.
        let closed = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" >&-", program])
            .args(words)
            .current_dir(desk.path("."))
            .output()
            .expect("a shell");
        for ran in [gone, closed] {
            let told = String::from_utf8_lossy(&ran.stderr);
            assert_eq!(ran.status.code(), Some(0), "{words:?}: {told}");
            assert!(!told.contains("panic"), "{words:?}: {told}");
        }
    }
}
