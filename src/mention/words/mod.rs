//! What words mean to the grammar: one table per language, read into a vocabulary.
//!
//! A language is a file with one table: rows of words, parted by `|`, and
//! their meaning. A word may stand in several rows ("second" is an ordinal and
//! a unit of time); the recognisers pick the meaning that fits. To add a
//! language: write its table and name it in [`Vocabulary::of`].

mod chinese;
mod chinese_calendar;
mod chinese_currency;
mod currency;
mod english;
mod french;
mod german;
mod ideographs;
mod japanese;
mod meaning;
mod spanish;
mod symbols;

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::mention::words::ideographs::Ideographs;
pub(super) use crate::mention::words::ideographs::ideograph;
pub(super) use crate::mention::words::meaning::{Edge, Holiday, Limit, Meaning, Phase, TimeUnit};
use crate::text::Language;

/// Words that begin with one key, the longest first, with their place in the table.
type Candidates = Vec<(&'static str, usize)>;

/// The bytes that an ideograph takes in UTF-8.
const IDEOGRAPH_BYTES: usize = 3;

/// All that the grammar knows of one language.
pub(super) struct Vocabulary {
    /// Words by the letters that they begin with.
    first: FxHashMap<&'static [u8], Candidates>,
    /// Words that begin with an ideograph, by its place in the block.
    ideographs: Ideographs,
    /// The meanings of all words, one word after another.
    meanings: Vec<Meaning>,
    /// Where those of each word stand, and whether one of them can begin a mention.
    words: Vec<Word>,
    /// A comma parts whole and fraction, as in most of Europe.
    pub(super) decimal_comma: bool,
    /// Day before month in `3/4/2020`.
    pub(super) day_first: bool,
}

/// The place of a word's meanings.
struct Word {
    from: usize,
    to: usize,
    little: bool,
    joins: bool,
}

type Table = &'static [(&'static str, Meaning)];

impl Vocabulary {
    /// The vocabulary of `language`, built once.
    pub(super) fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[english::WORDS, currency::NAMES], false, false));
        static CHINESE: LazyLock<Vocabulary> = LazyLock::new(|| {
            let tables = [
                chinese::WORDS,
                chinese_calendar::WORDS,
                chinese_currency::NAMES,
            ];
            Vocabulary::new(&tables, false, true)
        });
        static SPANISH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[spanish::WORDS], true, true));
        static FRENCH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[french::WORDS], true, true));
        static GERMAN: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[german::WORDS], true, true));
        static JAPANESE: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[japanese::WORDS], false, false));
        match language {
            Language::SimplifiedChinese | Language::TraditionalChinese => &CHINESE,
            Language::Spanish => &SPANISH,
            Language::French => &FRENCH,
            Language::German => &GERMAN,
            Language::Japanese => &JAPANESE,
            Language::English | Language::Arabic | Language::Undetermined => &ENGLISH,
        }
    }

    fn new(tables: &[Table], decimal_comma: bool, day_first: bool) -> Self {
        let mut places: HashMap<&'static str, usize> = HashMap::new();
        let mut first: FxHashMap<&'static [u8], Candidates> = FxHashMap::default();
        let mut ideographs = Ideographs::default();
        let mut meanings: Vec<Vec<Meaning>> = Vec::new();
        for &(words, meaning) in tables
            .iter()
            .copied()
            .flatten()
            .chain(symbols::WORDS)
            .chain(currency::CODES)
        {
            for word in words.split('|') {
                let place = *places.entry(word).or_insert_with(|| {
                    let candidates = match word.chars().next().and_then(ideograph) {
                        Some(head) => ideographs.entry(head),
                        None => first.entry(key(word).as_bytes()).or_default(),
                    };
                    candidates.push((word, meanings.len()));
                    meanings.push(Vec::new());
                    meanings.len() - 1
                });
                meanings[place].push(meaning);
            }
        }
        for candidates in first.values_mut().chain(&mut ideographs.candidates) {
            candidates.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
        }
        let mut words = Vec::with_capacity(meanings.len());
        let mut from = 0;
        for of_word in &meanings {
            let to = from + of_word.len();
            let little = of_word.iter().all(|it| it.is_little());
            let joins = of_word.iter().all(|it| it.only_joins());
            words.push(Word {
                from,
                to,
                little,
                joins,
            });
            from = to;
        }
        Self {
            first,
            ideographs,
            meanings: meanings.concat(),
            words,
            decimal_comma,
            day_first,
        }
    }

    /// The longest word of the table that `rest` begins with: its length in
    /// bytes and its place. `rest` is folded already but for its case.
    pub(super) fn longest(&self, rest: &str) -> Option<(usize, usize)> {
        if let Some(head) = rest.chars().next().and_then(ideograph) {
            // The first characters agree; most differ in the last byte of the second.
            let behind = &rest.as_bytes()[IDEOGRAPH_BYTES..];
            let told_by = IDEOGRAPH_BYTES - 1;
            let next = behind.get(told_by);
            let candidates = self.ideographs.of(head)?.iter();
            let (word, place) = candidates.into_iter().find(|it| {
                let more = &it.0.as_bytes()[IDEOGRAPH_BYTES..];
                more.get(told_by).is_none_or(|it| Some(it) == next) && behind.starts_with(more)
            })?;
            return Some((word.len(), *place));
        }
        let key = key(rest);
        let mut lower = [0_u8; LONGEST_KEY_BYTES];
        let small = lower.get_mut(..key.len())?;
        small.copy_from_slice(key.as_bytes());
        small.make_ascii_lowercase();
        let candidates = self.first.get(&*small)?;
        candidates.iter().copied().find_map(|(word, place)| {
            let found = rest.get(..word.len())?.eq_ignore_ascii_case(word);
            (found && ends_well(word, &rest[word.len()..])).then_some((word.len(), place))
        })
    }

    /// What the word at `place` can mean.
    #[inline]
    pub(super) fn meanings(&self, place: usize) -> &[Meaning] {
        let word = &self.words[place];
        &self.meanings[word.from..word.to]
    }

    /// The word at `place` only joins others: `the`, `of`, 在.
    #[inline]
    pub(super) fn only_joins(&self, place: usize) -> bool {
        self.words[place].joins
    }

    /// Whether a word begins with this ideograph, told by its place in the block.
    #[inline]
    pub(super) fn begins_with(&self, head: usize) -> bool {
        self.ideographs.of(head).is_some()
    }

    /// The word at `place` names nothing by itself: `the`, `of`, 個.
    #[inline]
    pub(super) fn is_little(&self, place: usize) -> bool {
        self.words[place].little
    }
}

/// Bytes of the longest key that a table has; longer words are in none.
const LONGEST_KEY_BYTES: usize = 24;

/// Spaced words are looked up by their letters up to the first other sign, all else by one character.
fn key(word: &str) -> &str {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters > 0 && word.as_bytes().get(letters).is_none_or(u8::is_ascii) {
        return &word[..letters];
    }
    let mut signs = word.char_indices();
    let Some((_, head)) = signs.next() else {
        return word;
    };
    let end = if is_spaced_letter(head) {
        signs.find(|it| !is_spaced_letter(it.1))
    } else {
        signs.next()
    };
    end.map_or(word, |(at, _)| &word[..at])
}

fn ends_well(word: &str, rest: &str) -> bool {
    let spaced = word.chars().next_back().is_some_and(is_spaced_letter);
    !spaced || !rest.starts_with(is_spaced_letter)
}

/// A letter of a script that parts its words by spaces.
pub(super) fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c < '\u{1100}' && c.is_alphabetic())
}
