//! Finding all words of a table in one pass over a text.

use std::collections::HashMap;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use crate::text::ByteRange;

/// The words of a table, ready for finding.
pub(super) struct Finder(CharwiseDoubleArrayAhoCorasick<u32>);

/// A word that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Where it stands.
    pub(super) range: ByteRange,
    /// Its place in the table.
    pub(super) place: usize,
}

impl Finder {
    /// Made of words, none of them empty, in the order of their places; of two
    /// equal ones the first stands.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut places: HashMap<&str, u32> = HashMap::new();
        for (place, word) in (0..).zip(words) {
            places.entry(word).or_insert(place);
        }
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            // Cue words are too many in prose for a filter to pay for being made.
            .use_prefilter(false)
            .build_with_values(places)
            .expect("a table of a few thousand short words fits an automaton");
        Self(automaton)
    }

    /// Every word of the table in `text`, in order, the longest at each place and
    /// none reaching into another.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Found> + use<'a> {
        self.0.leftmost_find_iter(text).map(|it| Found {
            range: ByteRange::new(it.start(), it.end()),
            place: it.value() as usize,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_each_place_is_found_and_the_first_of_equal_ones_told() {
        let finder = Finder::new(["表", "表示", "港務局", "表示"]);
        let text = "港務局表示，表上沒有";
        let found: Vec<(&str, usize)> = finder
            .find(text)
            .map(|it| (it.range.of(text), it.place))
            .collect();
        assert_eq!(found, [("港務局", 2), ("表示", 1), ("表", 0)]);
    }
}
