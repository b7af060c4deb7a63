//! Repositories of other kinds than the usual.

use std::fs;

use crate::repository::Repository;

/// Judges, commits, and expects one verdict between the last two commits.
fn tells_the_last_verdict(repository: &Repository) {
    repository.mark(0, "verified", "Ana");
    repository.commit("judge");
    let ran = repository.redpencil(&["diff", "HEAD~1", "HEAD"]);
    assert!(
        ran.out.starts_with("1 verdict changed"),
        "{} {}",
        ran.out,
        ran.err
    );
    let log = repository.redpencil(&["log"]);
    assert_eq!(log.out.lines().count(), 1, "{} {}", log.out, log.err);
}

#[test]
fn objects_named_by_sha_256_are_read() {
    let repository = Repository::with(&["init", "-q", "-b", "main", "--object-format=sha256"]);
    repository.split();
    tells_the_last_verdict(&repository);
}

#[test]
fn a_detached_head_and_a_linked_work_tree_are_read() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "--detach"]);
    tells_the_last_verdict(&repository);
    let linked = repository.path("linked");
    repository.git(&["worktree", "add", "-q", "linked"]);
    let claims = linked.join("harbour.claims.yaml");
    let text = fs::read_to_string(&claims).expect("read");
    fs::write(
        &claims,
        text.replace("verdict: verified", "verdict: unknown"),
    )
    .expect("written");
    let ran = repository.redpencil_in("linked", &["diff"]);
    assert!(
        ran.out
            .starts_with("1 verdict changed: 1 verified → unknown"),
        "{} {}",
        ran.out,
        ran.err
    );
}

#[test]
fn a_bare_repository_and_a_shallow_clone_are_read_as_far_as_they_go() {
    let repository = Repository::new();
    tells_the_last_verdict(&repository);
    repository.git(&["clone", "-q", "--bare", ".", "bare.git"]);
    let bare = repository.redpencil_in("bare.git", &["diff", "HEAD~1", "HEAD"]);
    assert!(
        bare.out.starts_with("1 verdict changed"),
        "{} {}",
        bare.out,
        bare.err
    );
    let refused = repository.redpencil_in("bare.git", &["diff"]);
    assert!(
        refused.err.contains("bare repository has no work tree"),
        "{}",
        refused.err
    );
    let here = format!("file://{}", repository.folder().display());
    repository.git(&["clone", "-q", "--depth", "1", &here, "shallow"]);
    let shallow = repository.redpencil_in("shallow", &["log"]);
    assert_eq!(shallow.code, 0, "{}", shallow.err);
    let too_far = repository.redpencil_in("shallow", &["diff", "HEAD~1"]);
    assert!(too_far.err.contains("is no revision"), "{}", too_far.err);
}

#[test]
fn a_submodule_is_a_repository_of_its_own() {
    let repository = Repository::new();
    let inner = Repository::new();
    let here = inner.folder().display().to_string();
    let add = [
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        &here,
        "inner",
    ];
    repository.git(&add);
    repository.commit("a submodule");
    let claims = repository.path("inner/harbour.claims.yaml");
    let text = fs::read_to_string(&claims).expect("read");
    fs::write(
        &claims,
        text.replacen("  claim: ", "  note: look\n  claim: ", 1),
    )
    .expect("written");
    let ran = repository.redpencil_in("inner", &["diff"]);
    assert!(ran.out.contains("+ look"), "{} {}", ran.out, ran.err);
    // The outer repository knows nothing of the inner one's claim files.
    let outer = repository.redpencil(&["diff"]);
    assert_eq!(outer.out, "no change\n", "{}", outer.err);
}

#[test]
fn a_repository_without_commits_is_told_in_words_and_judged_all_the_same() {
    let repository = Repository::empty();
    fs::write(
        repository.path("harbour.txt"),
        "The port handled 4.2 million tonnes.\n",
    )
    .expect("written");
    repository.redpencil(&["split", "harbour.txt"]);
    for words in ["diff", "log"] {
        let ran = repository.redpencil(&[words]);
        assert_eq!(ran.code, 3, "{words}: {}", ran.out);
        assert!(
            ran.err.contains("has no commit yet"),
            "{words}: {}",
            ran.err
        );
    }
    repository.mark(0, "verified", "Ana");
}

#[test]
fn paths_in_a_bare_repository_are_from_its_top() {
    let repository = Repository::new();
    tells_the_last_verdict(&repository);
    repository.git(&["clone", "-q", "--bare", ".", "bare.git"]);
    let only = |path: &str| {
        let ran = repository.redpencil_in("bare.git", &["diff", "HEAD~1", "HEAD", "--", path]);
        ran.out.lines().next().unwrap_or_default().to_owned() + &ran.err
    };
    assert!(only("harbour.claims.yaml").starts_with("1 verdict changed"));
    assert_eq!(only("elsewhere"), "no change");
}

#[test]
fn git_dir_and_its_like_do_not_lead_to_another_repository() {
    let repository = Repository::new();
    let other = Repository::new();
    other.mark(0, "disputed", "Ben");
    other.commit("Ben's");
    repository.mark(0, "verified", "Ana");
    repository.commit("Ana's");
    let (git_dir, tree) = (other.path(".git"), other.folder().to_owned());
    let ran = repository.redpencil_with(
        &[
            ("GIT_DIR", git_dir.as_os_str()),
            ("GIT_WORK_TREE", tree.as_os_str()),
            ("GIT_INDEX_FILE", git_dir.join("index").as_os_str()),
            ("GIT_OBJECT_DIRECTORY", git_dir.join("objects").as_os_str()),
            ("GIT_COMMON_DIR", git_dir.as_os_str()),
            ("GIT_NAMESPACE", "x".as_ref()),
            ("GIT_CEILING_DIRECTORIES", "/".as_ref()),
        ],
        &["diff", "HEAD~1", "HEAD"],
    );
    assert!(
        ran.out
            .starts_with("1 verdict changed: 1 unreviewed → verified"),
        "{} {}",
        ran.out,
        ran.err
    );
    let apart = tempfile::tempdir().expect("a folder");
    let nowhere = repository.redpencil_in(&apart.path().to_string_lossy(), &["diff"]);
    assert!(
        nowhere.err.contains("GIT_DIR does not count here"),
        "{}",
        nowhere.err
    );
}

#[test]
fn outside_of_any_repository_it_is_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = Repository::new();
    let ran = repository.redpencil_in(&folder.path().to_string_lossy(), &["diff"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("in no git repository"), "{}", ran.err);
}
