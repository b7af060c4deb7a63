//! Quotations and reported speech, with who speaks.
//!
//! Paragraph by paragraph: [`marks`] pairs the quotation marks, then the words
//! outside them are read for verbs that report and for who speaks.

mod extent;
mod marks;
mod names;
mod outer;
mod paragraph;
mod settle;
mod source;
mod spaced;
mod speaker;
#[cfg(test)]
mod tests;
mod token;
mod unspaced;

use crate::split::quotation::paragraph::{Reader, paragraphs};
use crate::text::{ByteRange, Language};

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Word for word, in quotation marks.
    Direct,
    /// Reported, with some words in quotation marks.
    Mixed,
    /// Reported in the article's words.
    Indirect,
}

impl QuotationKind {
    /// The word for it in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// What somebody did with the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeechAct {
    /// Said, wrote or showed them.
    Said,
    /// Thought, found or expected them.
    Thought,
    /// Took a position towards them: wants, supports, plans. No speech, though
    /// somebody is answerable for it.
    TookPosition,
}

/// What somebody is said to have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What was said, from its first word to its last; quotation marks are inside.
    pub range: ByteRange,
    /// The pieces of a broken quotation (`"A," he said, "B."`); one piece otherwise.
    pub parts: Vec<ByteRange>,
    /// The speaker's words in the text, where one was found.
    pub speaker: Option<ByteRange>,
    /// The speaker's name as resolved, which may be longer than the words at
    /// this place ("he" → "Sam Altman").
    pub speaker_name: Option<String>,
    /// The verb or noun that says that somebody spoke.
    pub cue: Option<ByteRange>,
    /// How the words are given.
    pub kind: QuotationKind,
    /// What the cue says that somebody did with them.
    pub act: SpeechAct,
}

/// The quotations of `text`, in order. `sentences` are those of the same text.
pub fn quotations(text: &str, language: Language, sentences: &[ByteRange]) -> Vec<Quotation> {
    let mut reader = Reader::new(text, language, sentences);
    for (paragraph, next) in paragraphs(text) {
        reader.paragraph(paragraph, next);
    }
    let mut found = reader.found;
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    found
}
