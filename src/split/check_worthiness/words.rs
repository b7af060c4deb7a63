//! Finds the words of a language's table in one pass over the text.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::split::check_worthiness::{arabic, chinese, english, french, german, spanish};
use crate::text::Language;

/// A table of words: each cue with what shows it. A word that ends in `*` is a
/// stem and may go on, one that begins with it an ending; all others stand
/// alone, where words are spaced.
pub(super) type Words = &'static [(Cue, &'static [&'static str])];

static ARABIC: LazyLock<Finder> = LazyLock::new(|| Finder::new(arabic::WORDS, true));
static ENGLISH: LazyLock<Finder> = LazyLock::new(|| Finder::new(english::WORDS, true));
static SPANISH: LazyLock<Finder> = LazyLock::new(|| Finder::new(spanish::WORDS, true));
static FRENCH: LazyLock<Finder> = LazyLock::new(|| Finder::new(french::WORDS, true));
static GERMAN: LazyLock<Finder> = LazyLock::new(|| Finder::new(german::WORDS, true));
static CHINESE: LazyLock<Finder> = LazyLock::new(|| Finder::new(chinese::WORDS, false));

/// Counts the cues of `text` that the language's table knows.
pub(super) fn count(text: &str, language: Language, tally: &mut Tally) {
    for (_, cue) in found(text, language) {
        tally.add(cue, 1);
    }
}

/// The cues of `text` that the language's table knows, each with the byte at
/// which it begins, in order.
pub(super) fn found(text: &str, language: Language) -> impl Iterator<Item = (usize, Cue)> {
    let finder = match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => Some(&CHINESE),
        Language::English => Some(&ENGLISH),
        Language::Spanish => Some(&SPANISH),
        Language::French => Some(&FRENCH),
        Language::German => Some(&GERMAN),
        Language::Arabic => Some(&ARABIC),
        Language::Japanese | Language::Undetermined => None,
    };
    finder.into_iter().flat_map(|it| it.found(text))
}

struct Finder {
    automaton: AhoCorasick,
    /// For each pattern its cue and how it stands in a word.
    patterns: Vec<(Cue, Place)>,
    spaced: bool,
}

impl Finder {
    fn new(words: Words, spaced: bool) -> Self {
        let mut patterns = Vec::new();
        let mut spelt = Vec::new();
        for (cue, list) in words {
            for word in *list {
                patterns.push((*cue, Place::of(word)));
                spelt.push(word.trim_matches('*'));
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(spelt)
            .expect("a table of some hundred words fits an automaton");
        Self {
            automaton,
            patterns,
            spaced,
        }
    }

    fn found(&self, text: &str) -> impl Iterator<Item = (usize, Cue)> {
        self.automaton.find_iter(text).filter_map(|found| {
            let (cue, place) = self.patterns[found.pattern()];
            let (before, rest) = text.split_at(found.start());
            (!self.spaced || place.allows(before, rest, found.len()))
                .then_some((found.start(), cue))
        })
    }
}

/// How a pattern stands in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Stem,
    Ending,
}

/// Letters that stand before an ending at least.
const LETTERS_BEFORE_ENDING: usize = 3;

impl Place {
    fn of(word: &str) -> Self {
        if word.starts_with('*') {
            Self::Ending
        } else if word.ends_with('*') {
            Self::Stem
        } else {
            Self::Whole
        }
    }

    /// Whether what was found at the beginning of `rest`, `length` bytes long,
    /// stands so behind `before`.
    fn allows(self, before: &str, rest: &str, length: usize) -> bool {
        let is_letter = |c: char| c.is_alphanumeric();
        let closes = !rest[length..].starts_with(is_letter);
        if self == Self::Ending {
            let letters = before.chars().rev().take(LETTERS_BEFORE_ENDING);
            return closes
                && letters.clone().count() == LETTERS_BEFORE_ENDING
                && letters.clone().all(is_letter);
        }
        // `'ll` leans on the word before it.
        let leans = !rest.starts_with(is_letter);
        let opens = leans || !before.ends_with(is_letter) || follows_clitic(before);
        opens && (self == Self::Stem || closes)
    }
}

/// Arabic articles, conjunctions and prepositions, which are written on to the
/// word behind them.
const CLITICS: [&str; 14] = [
    "ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "لل", "كال", "ول", "وب", "ولل",
];

fn follows_clitic(before: &str) -> bool {
    CLITICS.iter().any(|it| {
        before
            .strip_suffix(it)
            .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}
