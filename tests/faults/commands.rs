//! Commands that are killed at each of their writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use redpencil::store;
use tempfile::TempDir;

use crate::acts::sentence;

fn run(folder: &Path, plan: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_redpencil"))
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .env("USER", "Ana Ruiz")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("REDPENCIL_FAILPOINT", plan)
        .output()
        .expect("redpencil starts")
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let article: Vec<String> = (0..3).map(sentence).collect();
    fs::write(folder.path().join("harbour.txt"), article.join("\n")).expect("an article");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|it| {
        it.expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    let mut names: Vec<String> = names.filter(|it| it != ".local").collect();
    names.sort();
    names
}

/// More calls than any command makes; the last of them are never reached.
const CALLS: std::ops::RangeInclusive<usize> = 1..=24;

#[test]
fn a_claim_file_is_made_whole_or_not_at_all() {
    for call in CALLS {
        for fault in ["kill", "tear", "nospace", "io"] {
            let folder = folder();
            let plan = format!("{fault}@{call}");
            run(folder.path(), &plan, &["split", "harbour.txt"]);
            let path = folder.path().join("harbour.claims.yaml");
            if let Ok(bytes) = fs::read(&path) {
                let document = store::read(&bytes, &path).expect("a whole claim file");
                assert_eq!(document.file().claims.len(), 3, "{plan}");
            }
            assert!(
                run(folder.path(), "io@999", &["split", "harbour.txt"])
                    .status
                    .success()
            );
            assert!(
                run(folder.path(), "io@999", &["check"]).status.success(),
                "{plan}"
            );
        }
    }
}

#[test]
fn a_mark_is_whole_or_not_at_all_for_files_with_one_name_and_with_two() {
    for call in CALLS {
        for (fault, has_two_names) in [
            ("kill", false),
            ("tear", false),
            ("kill", true),
            ("tear", true),
            ("nospace", true),
        ] {
            let folder = folder();
            run(folder.path(), "io@999", &["split", "harbour.txt"]);
            let path = folder.path().join("harbour.claims.yaml");
            let before = fs::read_to_string(&path).expect("a claim file");
            if has_two_names {
                fs::hard_link(&path, folder.path().join("second.yaml")).expect("a second name");
            }
            let id = before
                .lines()
                .find_map(|it| it.strip_prefix("- id: "))
                .expect("a claim");
            let plan = format!("{fault}@{call}");
            run(folder.path(), &plan, &["mark", id, "verified"]);
            // A write in place that was cut short is completed by whoever comes next.
            let next = run(folder.path(), "io@999", &["mark", id, "disputed"]);
            assert!(
                next.status.success(),
                "{plan}: {}",
                String::from_utf8_lossy(&next.stderr)
            );
            let after = fs::read_to_string(&path).expect("a claim file");
            assert!(after.contains("- verdict: disputed"), "{plan}: {after}");
            let cleared = run(folder.path(), "io@999", &["mark", id, "clear"]);
            assert!(cleared.status.success(), "{plan}");
            let names = names(folder.path());
            if has_two_names {
                let second = fs::read(folder.path().join("second.yaml")).expect("a second name");
                assert!(second == fs::read(&path).expect("a claim file"), "{plan}");
                assert_eq!(
                    names,
                    ["harbour.claims.yaml", "harbour.txt", "second.yaml"],
                    "{plan}"
                );
            } else {
                assert_eq!(names, ["harbour.claims.yaml", "harbour.txt"], "{plan}");
            }
            assert_eq!(
                fs::read_to_string(&path).expect("a claim file"),
                before,
                "{plan}"
            );
        }
    }
}
