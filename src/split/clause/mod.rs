//! Sentences cut into clauses: one fact each, as far as marks and cue words show.

mod chinese;
mod english;
mod segment;

pub(super) use english::has_verb;

use crate::split::Uncheckable;
use crate::split::reading::Reading;
use crate::text::{ByteRange, Language};

/// A stretch of a sentence that stands or falls as one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// From its first word to its last, without connective and closing mark.
    pub(super) range: ByteRange,
    /// Whether it is somebody's speech, or thought, as reported.
    pub(super) reported: bool,
    /// Whether words in quotation marks make up a good part of it.
    pub(super) quoted: bool,
    /// The subject of an earlier clause of the sentence, where it is certain
    /// that it is this one's too.
    pub(super) subject: Option<ByteRange>,
    /// Why it is no claim, where its place in the sentence already says so.
    pub(super) why: Option<Uncheckable>,
}

/// Cuts one sentence.
pub(super) fn clauses(reading: &Reading<'_>, sentence: ByteRange) -> Vec<Clause> {
    if reading.language.is_chinese() {
        return chinese::clauses(reading, sentence);
    }
    if reading.language == Language::English {
        return english::clauses(reading, sentence);
    }
    let range = segment::without_closing_mark(reading.text, sentence);
    if range.is_empty() {
        return Vec::new();
    }
    vec![Clause {
        range,
        reported: false,
        quoted: false,
        subject: None,
        why: None,
    }]
}
