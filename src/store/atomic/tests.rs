//! What is on the disk after a save, whatever goes wrong with it.

use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::store::failpoint::with_fault;
use crate::store::mend;

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

#[test]
fn a_file_is_made_and_replaced_and_nothing_is_left_beside_it() {
    let folder = folder();
    let path = folder.path().join("a.yaml");
    save(&path, b"one", None).expect("a save");
    save(&path, b"two", Some(b"one")).expect("a save");
    assert_eq!(fs::read(&path).expect("a file"), b"two");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn what_another_program_wrote_is_not_overwritten() {
    let folder = folder();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "theirs").expect("a file");
    for expected in [None, Some(&b"ours"[..])] {
        let refused = save(&path, b"new", expected);
        assert!(matches!(refused, Err(SaveError::ChangedUnderneath)));
    }
    assert_eq!(fs::read(&path).expect("a file"), b"theirs");
}

#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let (path, link) = (
        folder.path().join("a.yaml"),
        folder.path().join("link.yaml"),
    );
    fs::write(&path, "one").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    save(&link, b"two", Some(b"one")).expect("a save");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read(&path).expect("a file"), b"two");
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let name = folder.path().join("second.yaml");
    fs::hard_link(&path, &name).expect("a second name");
    save(&path, b"three", Some(b"two")).expect("a save");
    assert_eq!(fs::read(&name).expect("a file"), b"three");
}

#[test]
fn what_cannot_be_written_is_told_and_stays() {
    let folder = folder();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "one").expect("a file");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("permissions");
    let Err(SaveError::Failed(problem)) = save(&path, b"two", Some(b"one")) else {
        panic!("a read-only file was replaced");
    };
    assert!(problem.to_string().contains("read-only"), "{problem}");
    let Err(SaveError::Failed(problem)) = save(&path.join("b"), b"", None) else {
        panic!("a file below a file");
    };
    assert!(
        problem
            .what_next()
            .is_some_and(|it| it.contains("as it was")),
        "{problem}"
    );
}

#[test]
fn each_call_may_fail_in_each_way_and_nothing_is_lost() {
    for fault in ["nospace", "quota", "io", "readonly", "denied", "short"] {
        for (before, names) in [(None, 1), (Some(&b"old words"[..]), 1), (Some(b"old"), 2)] {
            // More calls than any save makes.
            for call in 1..=25 {
                let folder = folder();
                let path = folder.path().join("a.yaml");
                if let Some(before) = before {
                    fs::write(&path, before).expect("a file");
                }
                if names > 1 {
                    fs::hard_link(&path, folder.path().join("b")).expect("a second name");
                }
                let plan = format!("{fault}@{call}");
                let (saved, _) = with_fault(&plan, || save(&path, b"new words", before));
                let found = fs::read(&path).ok();
                let strikes = fault != "short" && call <= 5;
                assert!(!strikes || saved.is_err(), "{plan} strikes something");
                match saved {
                    Ok(()) => assert_eq!(found.as_deref(), Some(&b"new words"[..]), "{plan}"),
                    Err(SaveError::ChangedUnderneath) => panic!("{plan}: nobody changed it"),
                    Err(SaveError::Failed(problem)) => {
                        let told = problem.what_next().expect("a next step");
                        let is_written = found.as_deref() == Some(b"new words");
                        assert!(is_written || found.as_deref() == before, "{plan}");
                        let state = if is_written { IN_PLACE } else { AS_IT_WAS };
                        assert!(told.ends_with(state), "{plan}: {told}");
                        save(&path, b"new words", before).expect("room again");
                    }
                }
                mend(&path).expect("a disk");
                let left = fs::read_dir(folder.path()).expect("a folder").count();
                // A temporary file that could not be removed is a living process's.
                assert!(left <= names + 1, "{plan}: {left}");
            }
        }
    }
}

#[test]
fn what_is_written_while_a_save_is_under_way_is_not_replaced() {
    let folder = folder();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "theirs").expect("a file");
    let about = fs::metadata(&path).expect("a file");
    for (expected, about) in [(Some(&b"old"[..]), Some(&about)), (None, None)] {
        let refused = replace(&path, b"ours", expected, about);
        assert!(matches!(refused, Err(Replacing::ChangedUnderneath)));
    }
    let ours = folder.path().join("ours");
    fs::write(&ours, "ours").expect("a file");
    let refused = disk::rename_new(&ours, &path).expect_err("the name is taken");
    assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&path).expect("a file"), b"theirs");
}

#[test]
fn a_link_to_a_file_that_is_not_there_yet_stays_a_link() {
    let folder = folder();
    let link = folder.path().join("link.yaml");
    std::os::unix::fs::symlink("later.yaml", &link).expect("a link");
    save(&link, b"one", None).expect("a save");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(
        fs::read(folder.path().join("later.yaml")).expect("a file"),
        b"one"
    );
    std::os::unix::fs::symlink("round", folder.path().join("round")).expect("a link");
    assert!(save(&folder.path().join("round"), b"one", None).is_err());
}

#[test]
fn the_longest_name_that_a_file_can_have_is_saved() {
    let folder = folder();
    let path = folder.path().join(format!("{}.yaml", "港".repeat(83)));
    save(&path, b"one", None).expect("a save");
    save(&path, b"two", Some(b"one")).expect("a save");
    let Err(SaveError::Failed(problem)) = save(&folder.path().join("x".repeat(256)), b"", None)
    else {
        panic!("a name of 256 bytes");
    };
    assert!(problem.to_string().contains("shorter"), "{problem}");
}

#[test]
fn a_new_file_may_be_read_by_whom_the_mask_allows() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    fs::write(folder.path().join("usual"), "").expect("a file");
    save(&folder.path().join("ours"), b"", None).expect("a save");
    let modes = ["usual", "ours"].map(|it| {
        let about = fs::metadata(folder.path().join(it));
        about.expect("a file").permissions().mode()
    });
    assert_eq!(modes[0], modes[1]);
}

/// A folder of a project, and a file beside it that is nobody's business.
fn project() -> (TempDir, PathBuf, PathBuf) {
    let folder = folder();
    let project = folder.path().join("project");
    fs::create_dir(&project).expect("a folder");
    let (path, outside) = (project.join("a.yaml"), folder.path().join("outside"));
    fs::write(&path, "0").expect("a file");
    fs::write(&outside, "private").expect("a file");
    (folder, path, outside)
}

#[test]
fn what_came_into_the_place_of_the_file_is_not_written_over() {
    let (_folder, path, outside) = project();
    let target = path.canonicalize().expect("a file");
    fs::remove_file(&path).expect("removed");
    std::os::unix::fs::symlink(&outside, &path).expect("a link");
    linked::write_over(&target, b"1", b"0").expect_err("a link");
    assert_eq!(fs::read(&outside).expect("a file"), b"private");
    fs::remove_file(&path).expect("removed");
    fs::write(&path, "somebody else's").expect("a file");
    linked::write_over(&target, b"1", b"0").expect_err("another file");
    assert_eq!(fs::read(&path).expect("a file"), b"somebody else's");
}
