//! A repository that names programs of its own: none of them runs.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use rustix::fs::{Mode, OFlags, open};

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
        "pager.rev-list",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "credential.helper",
        "gpg.program",
        "gpg.ssh.program",
        "gpg.ssh.defaultKeyCommand",
        "sequence.editor",
        "uploadpack.packObjectsHook",
        "diff.guitool",
    ] {
        repository.git(&["config", key, &script]);
    }
    for (key, value) in [
        ("log.showSignature", "true"),
        ("commit.gpgSign", "true"),
        ("protocol.ext.allow", "always"),
        ("include.path", "../more.config"),
    ] {
        repository.git(&["config", key, value]);
    }
    // What a program is called by its name, and what another file adds.
    let more = [
        "cat-file",
        "rev-parse",
        "rev-list",
        "diff",
        "log",
        "ls-tree",
    ]
    .map(|it| format!("[alias]\n{it} = \"!{script}\"\n"))
    .concat();
    let more = format!("{more}[core]\nfsmonitor = {script}\nhooksPath = {script}\n");
    fs::write(repository.path("more.config"), more).expect("written");
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
        &["diff", "HEAD~1:harbour.claims.yaml", "harbour.claims.yaml"],
        &["diff", "--", "harbour.claims.yaml"],
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

#[test]
fn an_object_that_is_missing_is_not_fetched_by_a_command_of_the_repositorys() {
    let repository = repository();
    // A partial clone whose promise is kept by a program.
    let script = format!("ext::{}", repository.path("trap").display());
    for (key, value) in [
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.partialCloneFilter", "blob:none"),
        ("remote.origin.url", &script),
    ] {
        repository.git(&["config", key, value]);
    }
    let blob = repository.git(&["rev-parse", "HEAD~1:harbour.claims.yaml"]);
    let (folder, name) = blob.trim().split_at(2);
    let object = repository.path(".git/objects").join(folder).join(name);
    fs::remove_file(object).expect("a loose object");
    let _ = fs::remove_file(repository.path("trace"));
    for words in [
        &["diff", "HEAD~1", "HEAD"][..],
        &["diff", "HEAD~1"],
        &["log"],
    ] {
        let ran = repository.redpencil(words);
        assert!(!repository.path("trace").exists(), "{words:?} ran the trap");
        assert_ne!(ran.code, 101, "{words:?}: {}", ran.err);
    }
    let ran = repository.redpencil(&["diff", "HEAD~1", "HEAD"]);
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(
        ran.err.contains("cannot be read from the repository"),
        "{}",
        ran.err
    );
}

#[test]
fn a_work_tree_that_the_configuration_puts_elsewhere_is_not_followed() {
    let repository = repository();
    let other = Repository::new();
    other.mark(0, "disputed", "Ben");
    let elsewhere = other.folder().display().to_string();
    repository.git(&["config", "core.worktree", &elsewhere]);
    let _ = fs::remove_file(repository.path("trace"));
    let ran = repository.redpencil(&["diff"]);
    assert!(!ran.out.contains("disputed"), "{}", ran.out);
    assert!(!repository.path("trace").exists(), "the trap ran");
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(ran.err.contains("core.worktree"), "{}", ran.err);
}

/// Puts a pipe to which nobody writes in the place of a file.
fn put_pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo").success());
}

/// Whether some process waits for what comes out of a pipe.
fn is_waited_for(pipe: &Path) -> bool {
    // Without a reader it cannot be opened.
    open(pipe, OFlags::WRONLY | OFlags::NONBLOCK, Mode::empty()).is_ok()
}

#[test]
fn a_git_that_never_answers_is_ended_and_that_is_told() {
    for name in [".git/HEAD", ".git/config", ".git/included"] {
        let repository = Repository::new();
        repository.mark(0, "verified", "Ana");
        let id = repository.ids().swap_remove(0);
        repository.git(&["config", "include.path", "included"]);
        let pipe = repository.path(name);
        put_pipe(&pipe);
        let impatient = [("REDPENCIL_GIT_SECONDS", OsStr::new("1"))];
        for (words, next) in [
            (&["log"][..], "see whether git answers"),
            (&["diff"], "see whether git answers"),
            (&["mark", &id, "disputed"], "--reviewer NAME"),
            (&["--plain", "harbour.txt"], "--reviewer NAME"),
        ] {
            let ran = repository.redpencil_with(&impatient, words);
            assert_eq!(ran.code, 3, "{name} {words:?}: {} {}", ran.out, ran.err);
            let told = ran.err.contains("git said nothing for 1 s") && ran.err.contains(next);
            assert!(told, "{name} {words:?}: {}", ran.err);
            assert!(!is_waited_for(&pipe), "{name} {words:?}");
        }
        // What needs no git does not ask it.
        for words in [
            &["list"][..],
            &["status"],
            &["mark", &id, "disputed", "--reviewer", "Ben"],
        ] {
            let ran = repository.redpencil_with(&impatient, words);
            assert_eq!(ran.code, 0, "{name} {words:?}: {}", ran.err);
        }
    }
}
