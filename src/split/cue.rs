//! Cue words: what they tell, and finding all of them in one pass.

use std::borrow::Cow;

use crate::split::finder::{Finder, Found};
use crate::split::phrase::Phrases;
use crate::text::{ByteRange, Language, simplified};

macro_rules! cues {
    ($($variant:ident $help:literal)*) => {
        /// What a cue word tells about the clause in which it stands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Cue {
            $(#[doc = $help] $variant,)*
        }

        impl Cue {
            const COUNT: usize = [$(Self::$variant,)*].len();

            const fn bit(self) -> u64 {
                1 << self as u32
            }
        }
    };
}

cues! {
    Shield      "a longer word that holds a cue word without its meaning"
    Connective  "and, but, however: falls away at the start of a claim"
    Coordinator "and, but, then: may open another clause"
    Relative    "who, which: a clause about the noun before it"
    Besides     "with, compared to: sets another figure beside the first"
    NotOnly     "not only: the other half follows"
    Reason      "because, although: opens a clause that states a fact of its own"
    Condition   "if, unless: a clause that only holds together with the next"
    Preposition "in, at, when: opens a phrase that needs a closing word"
    Topic       "according to, apart from: opens a phrase that is no clause"
    Postposition "closes a phrase that is no clause: after, during"
    Adverbial   "meanwhile, at present: no clause even between two commas"
    Saying      "says that somebody spoke, wrote or thinks"
    Announcing  "made public: may be followed by the words, or by the next fact"
    Purpose     "in order to"
    VerbStart   "begins a clause that has no subject of its own"
    ShiftsSubject "by, there is, led to: what follows may have another subject"
    Again       "also, then: adds another fact about the same subject"
    Copula      "is, reaches, exceeds: states another property"
    Predicate   "shows that a clause has a predicate"
    Argument    "believes, should: reported argument, which stays whole"
    Forecast    "may, will: what is expected, unless a time or figure is named"
    Guess       "perhaps, sooner or later: what the writer guesses"
    Aspect      "has, was: something is told as done or going on"
    Evaluation  "obviously, regrettably: an opinion"
    Weak        "rather, perhaps an opinion: only where nothing can be counted"
    Appeal      "subscribe, please: an appeal to the reader"
    Byline      "by, photo, source: who made it"
    Trend       "rose, fell, changed"
    Comparison  "more than, first, largest"
    Cause       "because of, led to"
    Relation    "part of, owned by, located in"
    Role        "president, spokesman, former"
    Generic     "anybody, always, you and I: nothing in particular"
    Place       "a country or region: a name that holds on to the world"
    Share       "half of, most of: a ratio in words"
    Event       "what happens: signed, dismissed, joined"
}

const _: () = assert!(Cue::COUNT <= 64, "each cue has its bit in a mask");

/// A cue word found, with all that it may tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundCue {
    pub(super) range: ByteRange,
    mask: u64,
}

impl FoundCue {
    /// Whether the word is one of those that tell `cue`.
    pub(super) const fn tells(self, cue: Cue) -> bool {
        self.mask & cue.bit() != 0
    }
}

/// What several cue words tell together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told(u64);

impl Told {
    /// Whether one of the words tells `cue`.
    pub(super) const fn tells(self, cue: Cue) -> bool {
        self.0 & cue.bit() != 0
    }
}

impl FromIterator<FoundCue> for Told {
    fn from_iter<I: IntoIterator<Item = FoundCue>>(cues: I) -> Self {
        Self(cues.into_iter().fold(0, |all, it| all | it.mask))
    }
}

/// How the words of a table stand in a text.
enum Words {
    /// In a script without spaces.
    Anywhere(Finder),
    /// At the edges of words.
    Whole(Phrases),
}

/// The cue words of one language, ready for finding.
pub(super) struct CueTable {
    words: Words,
    masks: Vec<u64>,
}

impl CueTable {
    /// Made of rows of words with white space between them, `_` for a space
    /// inside one; a word may stand in several rows. With `whole_words` a find must begin and end at the edge of a word.
    pub(super) fn new(rows: &[(Cue, &'static str)], whole_words: bool) -> Self {
        let mut words: Vec<(String, u64)> = rows
            .iter()
            .flat_map(|(cue, words)| {
                let words = words.split_whitespace();
                words.map(move |word| (word.replace('_', " "), cue.bit()))
            })
            .collect();
        words.sort_unstable();
        let mut patterns: Vec<String> = Vec::new();
        let mut masks: Vec<u64> = Vec::new();
        for (word, bit) in words {
            if patterns.last() == Some(&word) {
                if let Some(mask) = masks.last_mut() {
                    *mask |= bit;
                }
            } else {
                patterns.push(word);
                masks.push(bit);
            }
        }
        let patterns = patterns.iter().map(String::as_str);
        let words = if whole_words {
            Words::Whole(Phrases::new(patterns))
        } else {
            Words::Anywhere(Finder::new(patterns))
        };
        Self { words, masks }
    }

    /// Every cue word of `text`, in order, the longest at each place.
    pub(super) fn find(&self, text: &str) -> Vec<FoundCue> {
        let cue = |it: Found| FoundCue {
            range: it.range,
            mask: self.masks[it.place],
        };
        match &self.words {
            Words::Anywhere(finder) => finder.find(text).map(cue).collect(),
            Words::Whole(phrases) => phrases.find(text).into_iter().map(cue).collect(),
        }
    }
}

/// `text` as cue words are looked for in it, every offset kept: Traditional
/// characters made Simplified, Latin capitals made small.
pub(super) fn folded(text: &str, language: Language) -> Cow<'_, str> {
    if language == Language::SimplifiedChinese {
        return Cow::Borrowed(text);
    }
    if language != Language::TraditionalChinese {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let form = |c: char| match c {
        // Left as it is by the table, for it has two readings; the particle is
        // the one that cue words are made with.
        '著' => '着',
        _ => simplified(c),
    };
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.chars().map(form));
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_and_tells_all_that_its_rows_tell() {
        let table = CueTable::new(
            &[
                (Cue::Saying, "說 表示"),
                (Cue::Shield, "小說"),
                (Cue::Predicate, "表示"),
            ],
            false,
        );
        let found = table.find("小說家表示");
        assert!(found[0].tells(Cue::Shield) && !found[0].tells(Cue::Saying));
        assert!(found[1].tells(Cue::Saying) && found[1].tells(Cue::Predicate));
    }

    #[test]
    fn words_of_spaced_languages_are_found_whole() {
        let table = CueTable::new(&[(Cue::Connective, "and as_well_as")], true);
        assert!(table.find("sand band Android").is_empty());
        assert_eq!(table.find("and so").len(), 1);
    }

    #[test]
    fn folding_keeps_every_offset() {
        let text = "員工簽署聯名信🙂後";
        let folded = folded(text, Language::TraditionalChinese);
        assert_eq!(folded, "员工签署联名信🙂后");
        assert_eq!(folded.len(), text.len());
    }
}
