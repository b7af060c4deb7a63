//! Verbs told by their forms, where no table lists them.

use crate::split::cue::Cue;
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// A verb that comes later than this many bytes is not looked for: it keeps
/// the work in step with the text, and no clause waits so long for its verb.
const LOOKED_AT_BYTES: usize = 300;

pub(super) fn begins_with_participle(reading: &Reading<'_>, range: ByteRange) -> bool {
    let first = reading.words(range).split_whitespace().next();
    first.is_some_and(is_participle) && reading.starting(range, Cue::Shield).is_none()
}

pub(super) fn is_participle(word: &str) -> bool {
    word.len() > 5 && word.ends_with("ing")
}

pub(super) fn is_past_form(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "need", "seed", "feed", "deed", "weed", "reed", "heed", "bleed", "breed", "speed", "greed",
        "freed", "steed", "creed", "hundred", "indeed", "sacred", "naked", "shed", "sled", "bred",
        "hatred", "kindred", "wicked", "rugged",
    ];
    word.len() >= 4 && word.ends_with("ed") && !OTHERS.contains(&word)
}

/// Whether a finite verb stands in `range`, as far as the words' forms show.
pub(in crate::split) fn has_verb(reading: &Reading<'_>, range: ByteRange) -> bool {
    let range = reading.beginning(range, LOOKED_AT_BYTES);
    reading.tells(range, Cue::Predicate)
        || reading
            .words(range)
            .split_whitespace()
            .any(|it| is_past_form(it.trim_end_matches(|c: char| !c.is_alphanumeric())))
}
