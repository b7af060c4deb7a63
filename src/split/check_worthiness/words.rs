//! Finds the words of a language's table in one pass over the text.

use std::sync::LazyLock;

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::split::check_worthiness::{arabic, chinese, english, french, german, spanish};
use crate::split::finder::Finder;
use crate::text::Language;

/// A table of words: each cue with what shows it. A word that ends in `*` is a
/// stem and may go on, one that begins with it an ending; all others stand
/// alone, where words are spaced.
pub(super) type Words = &'static [(Cue, &'static [&'static str])];

static ARABIC: LazyLock<WordList> = LazyLock::new(|| WordList::new(arabic::WORDS, Script::Arabic));
static ENGLISH: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(english::WORDS, Script::Spaced));
static SPANISH: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(spanish::WORDS, Script::Spaced));
static FRENCH: LazyLock<WordList> = LazyLock::new(|| WordList::new(french::WORDS, Script::Spaced));
static GERMAN: LazyLock<WordList> = LazyLock::new(|| WordList::new(german::WORDS, Script::Spaced));
static CHINESE: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(chinese::WORDS, Script::Unspaced));

/// Counts the cues of a text that the language's table knows; `lower` is the text
/// with ASCII capitals made small.
pub(super) fn count(lower: &str, language: Language, tally: &mut Tally) {
    for (_, cue) in found(lower, language) {
        tally.add(cue, 1);
    }
}

/// The cues of a text that the language's table knows, each with the byte at
/// which it begins, in order; `lower` is the text with ASCII capitals made small.
pub(super) fn found(lower: &str, language: Language) -> impl Iterator<Item = (usize, Cue)> {
    let finder = match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => Some(&CHINESE),
        Language::English => Some(&ENGLISH),
        Language::Spanish => Some(&SPANISH),
        Language::French => Some(&FRENCH),
        Language::German => Some(&GERMAN),
        Language::Arabic => Some(&ARABIC),
        Language::Japanese | Language::Undetermined => None,
    };
    finder.into_iter().flat_map(|it| it.found(lower))
}

struct WordList {
    finder: Finder,
    /// For each pattern its cue and how it stands in a word.
    patterns: Vec<(Cue, Place)>,
    script: Script,
}

/// How a language writes its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// With spaces between them.
    Spaced,
    /// The same, but little words are written on to the next one.
    Arabic,
    /// Without spaces.
    Unspaced,
}

impl WordList {
    fn new(words: Words, script: Script) -> Self {
        let mut patterns = Vec::new();
        let mut spelt = Vec::new();
        for (cue, list) in words {
            for word in *list {
                patterns.push((*cue, Place::of(word)));
                spelt.push(word.trim_matches('*').to_ascii_lowercase());
            }
        }
        Self {
            finder: Finder::new(spelt.iter().map(String::as_str)),
            patterns,
            script,
        }
    }

    fn found<'a>(&'a self, lower: &'a str) -> impl Iterator<Item = (usize, Cue)> + use<'a> {
        self.finder.find(lower).filter_map(|found| {
            let (cue, place) = self.patterns[found.place];
            let start = found.range.start.0;
            let (before, rest) = lower.split_at(start);
            let stands = match self.script {
                Script::Unspaced => true,
                Script::Spaced => place.allows(before, rest, found.range.len(), |_| false),
                Script::Arabic => place.allows(before, rest, found.range.len(), follows_clitic),
            };
            stands.then_some((start, cue))
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
    /// stands so behind `before`; `written_on` tells whether that ends with a word
    /// which belongs to the next.
    fn allows(
        self,
        before: &str,
        rest: &str,
        length: usize,
        written_on: impl Fn(&str) -> bool,
    ) -> bool {
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
        let opens = leans || !before.ends_with(is_letter) || written_on(before);
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
