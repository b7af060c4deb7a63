//! A repository that names programs of its own: none of them runs.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::repository::Repository;

/// A repository whose configuration and hooks name a script that leaves a trace.
fn repository() -> Repository {
    let repository = Repository::new();
    repository.mark(0, "verified", "Ana");
    repository.commit("a verdict");
    let script = repository.path("trap");
    let trace = repository.path("trace");
    fs::write(
        &script,
        format!("#!/bin/sh\necho run >> '{}'\ncat\n", trace.display()),
    )
    .expect("written");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("executable");
    let script = script.to_string_lossy();
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "core.askPass",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "merge.trap.driver",
        "pager.log",
        "pager.diff",
        "pager.cat-file",
    ] {
        repository.git(&["config", key, &script]);
    }
    let here = repository.folder().to_string_lossy();
    repository.git(&["config", "core.hooksPath", &here]);
    let attributes = "*.yaml diff=trap filter=trap merge=trap\n";
    fs::write(repository.path(".gitattributes"), attributes).expect("written");
    for hook in [
        "post-index-change",
        "post-checkout",
        "reference-transaction",
        "fsmonitor-watchman",
    ] {
        fs::copy(repository.path("trap"), repository.path(hook)).expect("a hook");
    }
    // Writing the traps may have sprung some.
    let _ = fs::remove_file(trace);
    repository
}

#[test]
fn nothing_that_a_repository_names_is_run() {
    let repository = repository();
    for words in [
        &["diff"][..],
        &["diff", "HEAD~1", "HEAD"],
        &["diff", "HEAD~1...HEAD"],
        &["diff", "HEAD", "harbour.claims.yaml"],
        &["status"],
        &["list"],
        &["check"],
        &["agree", "."],
        &["log"],
    ] {
        let ran = repository.redpencil(words);
        assert_ne!(ran.code, 101, "{words:?}: {}", ran.err);
        assert!(!repository.path("trace").exists(), "{words:?} ran the trap");
    }
    let ran = repository.redpencil(&["diff", "HEAD~1", "HEAD"]);
    assert!(
        ran.out.starts_with("1 verdict changed"),
        "{} {}",
        ran.out,
        ran.err
    );
}
