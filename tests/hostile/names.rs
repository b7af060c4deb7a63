//! Names that are no files, and files that are no files.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use redpencil::store::save;

use crate::folder::{ARTICLE, CLAIMS, Folder};

/// A folder with everything in it that has a name and is no regular file.
fn folder() -> (Folder, UnixListener) {
    let folder = Folder::new();
    for name in ["pipe.txt", "pipe.claims.yaml"] {
        let made = Command::new("mkfifo").arg(folder.file(name)).status();
        assert!(made.expect("mkfifo").success());
    }
    for (name, to) in [
        ("zero.txt", "/dev/zero"),
        ("zero.claims.yaml", "/dev/zero"),
        ("tty.txt", "/dev/tty"),
        ("full.claims.yaml", "/dev/full"),
        ("round.txt", "round.txt"),
        ("round.claims.yaml", "round.claims.yaml"),
        ("gone.claims.yaml", "nowhere"),
    ] {
        std::os::unix::fs::symlink(to, folder.file(name)).expect("a link");
    }
    fs::create_dir(folder.file("folder.txt")).expect("a folder");
    fs::create_dir(folder.file("folder.claims.yaml")).expect("a folder");
    let socket = UnixListener::bind(folder.file("socket.txt")).expect("a socket");
    (folder, socket)
}

#[test]
fn special_files_are_refused_and_never_waited_for() {
    let (folder, _socket) = folder();
    for name in [
        "pipe.txt",
        "zero.txt",
        "tty.txt",
        "round.txt",
        "socket.txt",
        "/dev/zero",
    ] {
        for command in [&["split", name][..], &["review", name], &[name]] {
            let ran = folder.run(command);
            assert_eq!(ran.code, 3, "{command:?}: {}", ran.told);
        }
    }
    for name in ["pipe", "zero", "full", "round", "gone", "folder"] {
        let claims = format!("{name}.claims.yaml");
        for command in [
            &["check", &claims][..],
            &["status", &claims],
            &["list", &claims],
            &["review", &claims],
            &["review", "harbour.txt", "--claims", &claims],
            &["split", "harbour.txt", "--claims", &claims],
        ] {
            let ran = folder.run(command);
            // A link to nowhere is a place where a claim file can be made.
            let may_be_made = name == "gone" && ran.code < 3;
            assert!(ran.code >= 2 || may_be_made, "{command:?}: {}", ran.told);
        }
    }
}

#[test]
fn a_folder_of_them_is_gone_through() {
    let (folder, _socket) = folder();
    folder.write("harbour.claims.yaml", CLAIMS);
    for command in [
        &["check"][..],
        &["status"],
        &["list"],
        &["mark", "a1b2c3", "verified"],
    ] {
        folder.run(command);
    }
    let marked = fs::read_to_string(folder.file("harbour.claims.yaml")).expect("a claim file");
    assert!(marked.contains("verdict: verified"), "{marked}");
}

#[test]
fn names_are_words_and_never_options_or_patterns() {
    let folder = Folder::new();
    for name in [
        "--version.txt",
        "-x.txt",
        "a b.txt",
        "$(id).txt",
        "a'b\".txt",
        "*.txt",
        "港\n口.txt",
    ] {
        folder.write(name, "212 of 230 employees signed.");
        let ran = folder.run(&["split", "--", name]);
        assert_eq!(ran.code, 0, "{name:?}: {}", ran.told);
        assert!(
            folder.file(name.replace(".txt", ".claims.yaml")).exists(),
            "{name:?}"
        );
    }
    let odd = OsString::from_vec(b"a\xff.txt".to_vec());
    folder.write(&odd, "212 of 230 employees signed.");
    assert_eq!(folder.run(&["split", "."]).code / 4, 0);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn a_new_claim_file_is_not_made_where_a_strangers_link_leads() {
    let outside = tempfile::TempDir::new().expect("a folder");
    let link = |to: &std::path::Path, from: &std::path::Path| {
        std::os::unix::fs::symlink(to, from).expect("a link");
    };
    let beside = Folder::new();
    fs::create_dir(beside.file("news")).expect("a folder");
    beside.write("news/harbour.txt", ARTICLE);
    link(
        &outside.path().join("new.yaml"),
        &beside.file("news/harbour.claims.yaml"),
    );
    let repository = Folder::new();
    fs::create_dir(repository.file(".git")).expect("a folder");
    link(outside.path(), &repository.file("claims"));
    for (folder, article) in [(&beside, "news/harbour.txt"), (&repository, "harbour.txt")] {
        for command in [&["split", article][..], &["--plain", article]] {
            let ran = folder.run(command);
            assert_eq!(ran.code, 3, "{command:?}: {}", ran.told);
            assert!(ran.told.contains("a link leads"), "{}", ran.told);
        }
        let made = fs::read_dir(outside.path()).expect("a folder").count();
        assert_eq!(made, 0);
    }
    // Whoever names the place means it.
    let claims = ["--claims", "news/harbour.claims.yaml"];
    let named = beside.run(&["split", "news/harbour.txt", claims[0], claims[1]]);
    assert_eq!(named.code, 0, "{}", named.told);
    assert!(outside.path().join("new.yaml").exists());
}

#[test]
fn whoever_swaps_the_file_for_a_link_while_it_is_saved_moves_nothing_outside() {
    for has_two_names in [false, true] {
        let folder = Folder::new();
        let project = folder.file("project");
        fs::create_dir(&project).expect("a folder");
        let (path, second, link) = (
            project.join("a.yaml"),
            project.join("second"),
            project.join("link"),
        );
        let (own, outside) = (project.join("own"), folder.file("outside"));
        fs::write(&path, "0").expect("a file");
        fs::write(&outside, "private").expect("a file");
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let _ = std::os::unix::fs::symlink(&outside, &link);
                    let _ = fs::rename(&path, &own);
                    let _ = fs::rename(&link, &path);
                    let _ = fs::rename(&own, &path);
                }
            });
            for number in 0..400_u32 {
                if has_two_names {
                    let _ = fs::hard_link(&path, &second);
                }
                let before = fs::read(&path).unwrap_or_default();
                // Most are refused, which is as it should be.
                let _ = save(&path, number.to_string().as_bytes(), Some(&before));
                if before != b"private" {
                    let found = fs::read(&outside).expect("a file");
                    assert_eq!(found, b"private", "{number}");
                }
                fs::write(&outside, "private").expect("a file");
                let _ = fs::remove_file(&second);
            }
            stop.store(true, Ordering::Relaxed);
        });
    }
}
