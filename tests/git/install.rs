//! `redpencil git install`.

use std::fs;

use crate::repository::Repository;

#[test]
fn git_merges_and_shows_claim_files_after_install_and_no_longer_after_uninstall() {
    let repository = Repository::new();
    fs::write(repository.path(".gitattributes"), "*.png binary").expect("written");
    let done = repository.redpencil(&["git", "install"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("merge.redpencil.driver"), "{}", done.out);
    let attributes = fs::read_to_string(repository.path(".gitattributes")).expect("read");
    assert!(attributes.starts_with("*.png binary\n"), "{attributes}");
    assert!(
        attributes.contains("*.claims.yaml merge=redpencil diff=redpencil"),
        "{attributes}"
    );
    assert_eq!(
        repository.redpencil(&["git", "install"]).out,
        "nothing to change\n"
    );
    repository.commit("install");

    // The hunk's header names the claim, by id and wording.
    repository.mark(1, "verified", "Ana");
    repository.mark(0, "disputed", "Ana");
    repository.commit("judge");
    let log = repository.git(&["log", "-p", "-1"]);
    let id = &repository.ids()[0];
    let hunks: Vec<&str> = log.lines().filter(|it| it.starts_with("@@")).collect();
    assert!(
        hunks.iter().any(|it| it.contains(&format!("{id}  # "))),
        "{log}"
    );

    // Both sides judge the same claim: contested, and no conflict.
    repository.git(&["checkout", "-q", "-b", "ben", "HEAD~1"]);
    repository.mark(0, "verified", "Ben");
    repository.commit("Ben's");
    repository.git(&["checkout", "-q", "main"]);
    repository.git(&["merge", "-q", "--no-edit", "ben"]);
    let status = repository.redpencil(&["status", "--format", "json"]).out;
    assert!(status.contains("\"contested\":1"), "{status}");

    let gone = repository.redpencil(&["git", "install", "--uninstall"]);
    assert_eq!(gone.code, 0, "{}", gone.err);
    let attributes = fs::read_to_string(repository.path(".gitattributes")).expect("read");
    assert_eq!(attributes, "*.png binary\n");
    assert!(
        !repository
            .git(&["config", "--local", "--list"])
            .contains("redpencil")
    );
}

#[test]
fn a_merge_whose_driver_is_gone_leaves_markers_and_not_one_side() {
    let repository = Repository::new();
    repository.redpencil(&["git", "install"]);
    let driver = repository.git(&["config", "merge.redpencil.driver"]);
    let program = env!("CARGO_BIN_EXE_redpencil");
    let gone = driver.trim().replace(program, "/nowhere/redpencil");
    repository.git(&["config", "merge.redpencil.driver", &gone]);
    repository.commit("install");
    let path = repository.path("harbour.claims.yaml");
    let whole = fs::read_to_string(&path).expect("read");
    let titled = |title: &str| whole.replacen("Harbour staff", title, 1);
    repository.git(&["checkout", "-q", "-b", "ben"]);
    fs::write(&path, titled("Ben's staff")).expect("written");
    repository.commit("Ben's");
    repository.git(&["checkout", "-q", "main"]);
    fs::write(&path, titled("Ana's staff")).expect("written");
    repository.commit("Ana's");
    assert!(!repository.try_git(&["merge", "-q", "--no-edit", "ben"]));
    let merged = fs::read_to_string(&path).expect("read");
    assert!(
        merged.contains("<<<<<<<") && merged.contains("Ben's") && merged.contains("Ana's"),
        "{merged}"
    );
}

#[test]
fn a_link_in_the_place_of_the_attributes_is_not_written_through() {
    let repository = Repository::new();
    let mine = tempfile::NamedTempFile::new().expect("a file");
    std::os::unix::fs::symlink(mine.path(), repository.path(".gitattributes")).expect("a link");
    let ran = repository.redpencil(&["git", "install"]);
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(ran.err.contains("is no regular file"), "{}", ran.err);
    assert_eq!(fs::read_to_string(mine.path()).expect("read"), "");
}

#[test]
fn a_program_in_a_folder_with_spaces_merges_in_a_linked_work_tree() {
    let repository = Repository::new();
    let folder = repository.path("it's a folder");
    fs::create_dir(&folder).expect("a folder");
    let program = folder.join("red pencil");
    fs::copy(env!("CARGO_BIN_EXE_redpencil"), &program).expect("copied");
    let output = std::process::Command::new(&program)
        .current_dir(repository.folder())
        .args(["git", "install"])
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{output:?}");
    fs::write(repository.path(".gitignore"), "it's a folder/\nlinked/\n").expect("written");
    repository.commit("install");
    repository.git(&["worktree", "add", "-q", "-b", "ben", "linked"]);
    repository.mark(0, "verified", "Ana");
    repository.commit("Ana's");
    let theirs = repository.path("linked/harbour.claims.yaml");
    let text = fs::read_to_string(repository.path("harbour.claims.yaml")).expect("read");
    let text = text
        .replace("verdict: verified", "verdict: disputed")
        .replace("reviewer: Ana", "reviewer: Ben");
    fs::write(theirs, text).expect("written");
    repository.git(&["-C", "linked", "commit", "-q", "-a", "-m", "Ben's"]);
    repository.git(&["-C", "linked", "merge", "-q", "--no-edit", "main"]);
    let merged = fs::read_to_string(repository.path("linked/harbour.claims.yaml")).expect("read");
    assert!(
        merged.contains("reviewer: Ana") && merged.contains("reviewer: Ben"),
        "{merged}"
    );
    let shown = repository.git(&["log", "-p", "-1", "--format=", "main"]);
    assert!(shown.contains("  # "), "{shown}");
}
