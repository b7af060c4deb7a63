//! Finding the words and phrases of a table in a text that parts its words.

use rustc_hash::FxHashMap;

use crate::split::finder::Found;
use crate::text::ByteRange;

/// Words and phrases, by the word that they begin with, the longest first.
pub(super) struct Phrases(FxHashMap<String, Vec<Phrase>>);

struct Phrase {
    words: String,
    /// Its place in the table.
    place: usize,
}

impl Phrases {
    /// Made of phrases in lower case, in the order of their places.
    pub(super) fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_word: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        for (place, phrase) in phrases.into_iter().enumerate() {
            let first = &phrase[..word_bytes(phrase)];
            by_word.entry(first.to_owned()).or_default().push(Phrase {
                words: phrase.to_owned(),
                place,
            });
        }
        for phrases in by_word.values_mut() {
            phrases.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
        }
        Self(by_word)
    }

    /// Every phrase of the table in `text`, in order, the longest at each place and
    /// none reaching into another; `text` is in lower case.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(begins) = text[at..].find(char::is_alphanumeric) {
            at += begins;
            let length = word_bytes(&text[at..]);
            if let Some(one) = self.at(text, at, length) {
                at = one.range.end.0;
                found.push(one);
            } else {
                at += length;
            }
        }
        found
    }

    /// The longest phrase that begins with the word of `length` bytes at byte `at`.
    fn at(&self, text: &str, at: usize, length: usize) -> Option<Found> {
        let rest = &text[at..];
        let phrases = self.0.get(&rest[..length])?;
        let phrase = phrases.iter().find(|it| {
            let behind = rest.strip_prefix(it.words.as_str());
            behind.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
        })?;
        Some(Found {
            range: ByteRange::new(at, at + phrase.words.len()),
            place: phrase.place,
        })
    }
}

/// The bytes of the word with which `text` begins.
fn word_bytes(text: &str) -> usize {
    let end = text.find(|it: char| !it.is_alphanumeric());
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_whole_the_longest_first() {
        let phrases = Phrases::new(["as", "as well", "as well as", "and", "well"]);
        let text = "as well as sand, as well assured and bécas—and’s well. au contraire";
        let found: Vec<&str> = phrases
            .find(text)
            .iter()
            .map(|it| it.range.of(text))
            .collect();
        assert_eq!(found, ["as well as", "as well", "and", "and", "well"]);
    }
}
