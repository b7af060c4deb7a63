//! Reads any bytes as a claim file. What can be read is given back byte for
//! byte, says the same when written anew, and takes a change.

use std::path::Path;

use redpencil::store::{read, read_text, write};

/// Panics where they do not hold.
pub(crate) fn holds(data: &[u8]) {
    let path = Path::new("a.yaml");
    let document = match read(data, path) {
        Ok(document) => document,
        Err(problem) => {
            // Telling it must not fail either.
            assert!(!problem.to_string().is_empty());
            return;
        }
    };
    assert_eq!(document.bytes(), data);
    let anew = read_text(&write(document.file()), path).expect("what we write can be read");
    assert_eq!(anew.file(), document.file());
    let mut changed = document.file().clone();
    let Some(claim) = changed.claims.last_mut() else {
        return;
    };
    claim.note = Some("a\nb: #c".to_owned());
    claim.wording.push('改');
    // A file of a newer redpencil is not changed.
    let Ok(next) = document.with(&changed, path) else {
        return;
    };
    assert_eq!(next.file(), &changed);
    let read_again = read(&next.bytes(), path).expect("what we change can be read");
    assert_eq!(read_again.file(), &changed);
}
