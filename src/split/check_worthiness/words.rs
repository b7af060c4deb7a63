//! Finds the words of a language's table in one pass over the text.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::split::check_worthiness::{arabic, chinese, english, french, german, spanish};
use crate::text::Language;

/// A table of words: each cue with what shows it. A word that ends in `*` is a
/// stem and may go on; all others stand alone, where words are spaced.
pub(super) type Words = &'static [(Cue, &'static [&'static str])];

static ARABIC: LazyLock<Finder> = LazyLock::new(|| Finder::new(arabic::WORDS, true));
static ENGLISH: LazyLock<Finder> = LazyLock::new(|| Finder::new(english::WORDS, true));
static SPANISH: LazyLock<Finder> = LazyLock::new(|| Finder::new(spanish::WORDS, true));
static FRENCH: LazyLock<Finder> = LazyLock::new(|| Finder::new(french::WORDS, true));
static GERMAN: LazyLock<Finder> = LazyLock::new(|| Finder::new(german::WORDS, true));
static CHINESE: LazyLock<Finder> = LazyLock::new(|| Finder::new(chinese::WORDS, false));

/// Counts the cues of `text` that the language's table knows.
pub(super) fn count(text: &str, language: Language, tally: &mut Tally) {
    let finder = match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => &CHINESE,
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
        Language::French => &FRENCH,
        Language::German => &GERMAN,
        Language::Arabic => &ARABIC,
        Language::Japanese | Language::Undetermined => return,
    };
    finder.count(text, tally);
}

struct Finder {
    automaton: AhoCorasick,
    /// For each pattern its cue and whether it may go on to the right.
    patterns: Vec<(Cue, bool)>,
    spaced: bool,
}

impl Finder {
    fn new(words: Words, spaced: bool) -> Self {
        let mut patterns = Vec::new();
        let mut spelt = Vec::new();
        for (cue, list) in words {
            for word in *list {
                patterns.push((*cue, word.ends_with('*')));
                spelt.push(word.trim_end_matches('*'));
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

    fn count(&self, text: &str, tally: &mut Tally) {
        for found in self.automaton.find_iter(text) {
            let (cue, stem) = self.patterns[found.pattern()];
            if !self.spaced || stands_alone(text, found.start(), found.end(), stem) {
                tally.add(cue, 1);
            }
        }
    }
}

fn stands_alone(text: &str, start: usize, end: usize, stem: bool) -> bool {
    let is_letter = |c: char| c.is_alphanumeric();
    // `'ll` leans on the word before it.
    let leans = !text[start..].starts_with(is_letter);
    let opens = leans || !text[..start].ends_with(is_letter);
    opens && (stem || !text[end..].starts_with(is_letter))
}
