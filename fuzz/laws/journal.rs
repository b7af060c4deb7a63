//! Reads any bytes as a journal, and replays what comes back.
//!
//! No fuzzer guesses a checksum, so an odd first byte asks for every line to get
//! its own before it is read.

use std::path::Path;

use redpencil::review::Review;
use redpencil::store::{Recovered, digest, read_text};

/// Panics where they do not hold.
pub(crate) fn holds(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let summed;
    let bytes = if choice % 2 == 1 {
        summed = with_checksums(&String::from_utf8_lossy(bytes));
        summed.as_bytes()
    } else {
        bytes
    };
    let Some(recovered) = Recovered::read(bytes) else {
        return;
    };
    assert!(recovered.saved <= recovered.steps.len());
    for (steps, digest) in &recovered.states {
        assert!(*steps <= recovered.steps.len());
        assert!(recovered.steps_in(digest).is_some());
    }
    let Ok(document) = read_text(&recovered.base, Path::new("a.yaml")) else {
        return;
    };
    let mut review = Review::new(document.into_file());
    for step in recovered.steps {
        let before = review.file().clone();
        if review.take(step).is_err() {
            assert_eq!(review.file(), &before, "what is refused changes nothing");
        }
    }
}

fn with_checksums(lines: &str) -> String {
    let line = |it: &str| format!("{} {it}\n", &digest(it)[..8]);
    lines.lines().map(line).collect()
}
