//! Claim files that were made to do harm, or that an accident made.

use std::fs;

use crate::folder::{CLAIMS, Folder};

/// A claim file, and a word that the refusal must hold; none where it is read.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    told: Option<&'static str>,
}

fn refused(name: &'static str, bytes: impl Into<Vec<u8>>, told: &'static str) -> Case {
    Case {
        name,
        bytes: bytes.into(),
        told: Some(told),
    }
}

fn read(name: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
    Case {
        name,
        bytes: bytes.into(),
        told: None,
    }
}

/// The good file with `words` as the first claim's note.
fn with_note(words: &str) -> String {
    CLAIMS.replacen(
        "- id: a1b2c3\n",
        &format!("- id: a1b2c3\n  note: {words}\n"),
        1,
    )
}

fn cases() -> Vec<Case> {
    let laughs: String = (1..30).fold("x0: &a0 ha\n".to_owned(), |words, it| {
        format!("{words}x{it}: &a{it} [*a{0}, *a{0}, *a{0}]\n", it - 1)
    });
    let replaced = |from: &str, to: &str| CLAIMS.replacen(from, to, 1);
    let deep_blocks: String = (0..300).map(|it| " ".repeat(it) + "a:\n").collect();
    let sixteen: Vec<u8> = CLAIMS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        refused("empty", "", "redpencil"),
        refused("only comments", "# nothing\n# here\n", "redpencil"),
        refused("10,000 brackets", with_note(&"[".repeat(10_000)), "deep"),
        refused("10,000 braces", with_note(&"{a: ".repeat(10_000)), "deep"),
        refused(
            "10,000 dashes",
            with_note(&format!("\n    {}x", "- ".repeat(10_000))),
            "deep",
        ),
        refused("nested blocks", format!("{CLAIMS}{deep_blocks}"), "deep"),
        refused("alias bomb", format!("{CLAIMS}{laughs}"), "&"),
        refused("an anchor", with_note("&a words"), "&"),
        refused(
            "a tag",
            with_note("!!python/object/apply:os.system [id]"),
            "type",
        ),
        refused(
            "merge key",
            replaced("claims:", "<<: {claims: []}\nclaims:"),
            "<<",
        ),
        refused(
            "second document",
            format!("{CLAIMS}---\n{CLAIMS}"),
            "second document",
        ),
        refused(
            "ours and theirs",
            replaced("  claim:", "<<<<<<< HEAD\n  claim: a\n=======\n  claim:"),
            "could not merge",
        ),
        refused("NUL", with_note("a\0b"), "NUL"),
        refused(
            "lone surrogate",
            [CLAIMS.as_bytes(), b"x: \xED\xA0\x80\n"].concat(),
            "UTF-8",
        ),
        refused("escaped surrogate", with_note("\"\\ud800\""), "surrogate"),
        refused(
            "half a character",
            [CLAIMS.as_bytes(), b"# \xE6\xB8"].concat(),
            "UTF-8",
        ),
        refused("UTF-16", [&b"\xFF\xFE"[..], &sixteen].concat(), "UTF-16"),
        refused("lone carriage returns", CLAIMS.replace('\n', "\r"), "yaml:"),
        refused("ESC", with_note("a\x1b]0;pwned\x07b"), "yaml:"),
        refused("line separator", with_note("a\u{2028}b"), "U+2028"),
        refused(
            "doubled key",
            replaced("  claim:", "  claim: a\n  claim:"),
            "claim",
        ),
        refused("doubled id", replaced("d4e5f6", "a1b2c3"), "a1b2c3"),
        refused(
            "no list",
            "redpencil: 1\narticle: {file: a.txt}\nclaims: 7\n",
            "list",
        ),
        refused("a list of all", "- 1\n- 2\n", "yaml:"),
        refused("tab", replaced("  quote:", "\tquote:"), "tab"),
        refused("unclosed", with_note("\"so it goes"), "clos"),
        refused("cut short", &CLAIMS[..CLAIMS.len() - 40], "claim"),
        refused(
            "a 5 MB key",
            format!("{CLAIMS}{}: 1\n", "k".repeat(5 << 20)),
            "long",
        ),
        refused("64 MB of brackets", "[".repeat(64 << 20), "yaml:"),
        refused("129 MB", vec![b'#'; 129 << 20], "MB"),
        read("BOM", format!("\u{feff}{CLAIMS}")),
        read("CRLF", CLAIMS.replace('\n', "\r\n")),
        read(
            "BOM and CRLF",
            format!("\u{feff}{}", CLAIMS.replace('\n', "\r\n")),
        ),
        read("no final line break", CLAIMS.trim_end()),
        read("1 MB on one line", with_note(&"長".repeat(1 << 18))),
        read("64 MB on one line", with_note(&"x".repeat(64 << 20))),
        read(
            "escaped controls",
            with_note("\"a\\e]0;pwned\\ab\\u202ec\""),
        ),
    ]
}

#[test]
fn every_command_refuses_with_the_place_and_touches_nothing() {
    for case in cases() {
        let folder = Folder::new();
        folder.write("harbour.claims.yaml", &case.bytes);
        let before = folder.files();
        let Some(told) = case.told else { continue };
        // The large ones are read again and again; three commands are enough.
        let commands: &[&[&str]] = &[
            &["check"],
            &["mark", "a1b2c3", "verified"],
            &["harbour.txt"],
            &["split", "harbour.txt"],
            &["status"],
            &["list"],
        ];
        let count = if case.bytes.len() > 1 << 24 { 3 } else { 6 };
        for command in &commands[..count] {
            let ran = folder.run(command);
            assert_eq!(ran.code, 3, "{}: {command:?}: {}", case.name, ran.told);
            let is_long = ran.told.len() > 4_000;
            assert!(
                !is_long,
                "{}: {command:?}: {} bytes",
                case.name,
                ran.told.len()
            );
            let names = ran.told.contains("harbour.claims.yaml") && ran.told.contains(told);
            assert!(names, "{}: {command:?}: {}", case.name, ran.told);
        }
        assert!(
            folder.files() == before,
            "{}: something was written",
            case.name
        );
    }
}

#[test]
fn what_is_odd_and_whole_is_read_and_only_the_verdict_is_added() {
    for case in cases().into_iter().filter(|it| it.told.is_none()) {
        let folder = Folder::new();
        folder.write("harbour.claims.yaml", &case.bytes);
        for command in [
            &["check"][..],
            &["status"],
            &["list"],
            &["split", "harbour.txt"],
        ] {
            let ran = folder.run(command);
            assert_eq!(
                ran.code,
                0,
                "{}: {command:?}: {}",
                case.name,
                &ran.told[..ran.told.len().min(900)]
            );
        }
        let ran = folder.run(&["mark", "d4e5f6", "verified"]);
        assert_eq!(ran.code, 0, "{}: {}", case.name, ran.told);
        let after = fs::read(folder.file("harbour.claims.yaml")).expect("a claim file");
        let same = after
            .iter()
            .zip(&case.bytes)
            .take_while(|(a, b)| a == b)
            .count();
        let added = after.len() - case.bytes.len();
        assert!(after.ends_with(&case.bytes[same..]), "{}", case.name);
        assert!(added < 200, "{}: {added}", case.name);
        assert_eq!(
            folder.run(&["mark", "d4e5f6", "clear"]).code,
            0,
            "{}",
            case.name
        );
        let back = fs::read(folder.file("harbour.claims.yaml")).expect("a claim file");
        assert!(back == case.bytes, "{}: not as it was", case.name);
    }
}

#[test]
fn an_article_that_is_no_business_of_the_claim_file_is_not_opened() {
    for file in [
        "../../../../etc/passwd",
        "/etc/passwd",
        "/dev/zero",
        "pipe.txt",
        "link.txt",
        "round.txt",
        ".",
        "harbour.txt/x",
        "\"a\\0b\"",
        "-",
    ] {
        let folder = Folder::new();
        let made = std::process::Command::new("mkfifo")
            .arg(folder.file("pipe.txt"))
            .status();
        assert!(made.expect("mkfifo").success());
        std::os::unix::fs::symlink("/etc/passwd", folder.file("link.txt")).expect("a link");
        std::os::unix::fs::symlink("round.txt", folder.file("round.txt")).expect("a link");
        folder.write("harbour.claims.yaml", CLAIMS.replace("harbour.txt", file));
        let before = folder.files();
        for command in [
            &["check"][..],
            &["harbour.claims.yaml"],
            &["status"],
            &["list"],
        ] {
            let ran = folder.run(command);
            assert!(
                !ran.told.contains("root:"),
                "{file}: {command:?}: {}",
                ran.told
            );
            let asks = ["check", "harbour.claims.yaml"].contains(&command[0]);
            assert!(!asks || ran.code > 0, "{file}: {command:?}: {}", ran.told);
        }
        assert!(folder.files() == before, "{file}");
    }
}
