//! Sentences: where one ends and the next begins.

use crate::text::{ByteRange, Language};

/// What to do with a quotation that holds several sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InsideQuotations {
    /// Cut between them, as treebanks do.
    #[default]
    Cut,
    /// Keep the quotation whole.
    Keep,
}

/// The sentences of `text`, in order, without the white space round them.
pub fn sentences(text: &str, language: Language, inside: InsideQuotations) -> Vec<ByteRange> {
    let _ = (language, inside);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '。' | '！' | '？' | '.' | '!' | '?') {
            push(text, start, at + c.len_utf8(), &mut found);
            start = at + c.len_utf8();
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<ByteRange>) {
    let range = ByteRange::new(start, end).trimmed(text);
    if !range.is_empty() {
        found.push(range);
    }
}
