//! Cues that any language shows: figures, signs, capitals, length.

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::text::Language;

/// Words that one step of [`Cue::Length`] stands for; the first is none: it takes
/// that many to say anything.
const WORDS_A_STEP: u32 = 6;
/// Fewer words than this can hardly state a fact.
const FEW_WORDS: u32 = 6;

/// Letters of the shortest English word whose -ed tells what was done: below
/// that are "need" and "speed".
const PAST_LETTERS: usize = 6;
/// Longer words that only end like a deed.
const NOT_PAST: [&str; 8] = [
    "exceed", "hatred", "hundred", "indeed", "kindred", "proceed", "sacred", "succeed",
];

/// Whether an English word ends as verbs of the past do.
pub(super) fn tells_what_was_done(word: &str) -> bool {
    word.len() >= PAST_LETTERS
        && word.ends_with("ed")
        && !NOT_PAST.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Counts the cues of `text` that need no word list.
pub(super) fn count(text: &str, language: Language, tally: &mut Tally) {
    let mut before = ' ';
    let mut word = Word::default();
    let mut words = 0;
    // A capital after a full stop is grammar, not a name.
    let mut opens_sentence = true;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        // Most letters only make the word longer.
        if c.is_ascii_lowercase() && word.length > 0 {
            word.length += 1;
            word.last = [word.last[1], c];
            before = c;
            continue;
        }
        let is_ideograph = is_ideograph(c);
        if is_ideograph || c.is_alphanumeric() {
            let is_capital = !is_ideograph && c.is_uppercase();
            if word.length == 0 {
                word.start = at;
                word.capital = is_capital;
                word.glued = matches!(before, '\'' | '’' | '@' | '#');
            }
            word.length += 1;
            word.capitals += u32::from(is_capital);
            word.last = [word.last[1], c];
            word.digits += u32::from(!is_ideograph && c.is_numeric() && !is_han(c));
            before = c;
            continue;
        }
        let inside_number = matches!(c, '.' | ',' | '٬' | '٫') && word.digits == word.length;
        if word.length > 0 && !inside_number {
            words += 1;
            let named = word.capital && !opens_sentence;
            if language == Language::English && !named && tells_what_was_done(&text[word.start..at])
            {
                tally.add(Cue::Done, 1);
            }
            word.judge(language, opens_sentence, tally);
            opens_sentence = false;
            word = Word::default();
        } else if inside_number && word.length > 0 {
            // `1,200` is one figure: read on, the next character decides.
            before = c;
            continue;
        }
        sign(c, tally);
        opens_sentence |= matches!(
            c,
            '.' | '!' | '?' | ':' | '…' | '"' | '“' | '«' | '„' | '\n'
        );
        before = c;
    }
    if language.is_unspaced() {
        // A Chinese or Japanese word has two characters as a rule.
        let characters = text.chars().filter(|it| !it.is_whitespace()).count();
        words = u32::try_from(characters / 2).unwrap_or(u32::MAX);
    }
    tally.add(Cue::Length, (words / WORDS_A_STEP).saturating_sub(1));
    tally.add(Cue::Short, FEW_WORDS.saturating_sub(words).div_ceil(2));
    tally.add(Cue::BrokenOff, u32::from(breaks_off(text)));
}

/// Whether a text ends in dots or a dash, as speech does that is cut short.
fn breaks_off(text: &str) -> bool {
    let words = text.trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '"' | '”'));
    words.ends_with(['…', '—', '–']) || words.ends_with("...") || words.ends_with("--")
}

/// What is known of the word being read.
#[derive(Default)]
struct Word {
    /// The byte at which it begins.
    start: usize,
    length: u32,
    digits: u32,
    capitals: u32,
    capital: bool,
    last: [char; 2],
    glued: bool,
}

impl Word {
    fn judge(&self, language: Language, opens_sentence: bool, tally: &mut Tally) {
        if self.digits > 0 {
            tally.add(Cue::Figure, 1);
            return;
        }
        // In a script without capitals, what stands in Latin letters is a name.
        let foreign = self.last.iter().all(char::is_ascii_alphabetic) && lacks_capitals(language);
        // German writes every noun with a capital, a lone `I` is no name.
        let acronym = self.capitals >= 2 && self.capitals == self.length;
        let named = self.capital && !opens_sentence && language != Language::German;
        if (named || acronym || foreign) && self.length > 1 && !self.glued {
            tally.add(Cue::Name, 1);
        }
    }
}

fn lacks_capitals(language: Language) -> bool {
    language.is_unspaced() || language == Language::Arabic
}

fn sign(c: char, tally: &mut Tally) {
    match c {
        '%' | '％' | '٪' | '‰' => tally.add(Cue::Percent, 1),
        '$' | '€' | '£' | '¥' | '￥' | '＄' => tally.add(Cue::Money, 1),
        '?' | '？' | '؟' => tally.add(Cue::Question, 1),
        '"' | '“' | '«' | '„' | '「' | '『' => tally.add(Cue::Quoted, 1),
        _ => {}
    }
}

/// The block of nearly all Chinese characters, told by its bounds: asking the
/// tables of Unicode about each took most of the time of a Chinese text.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFC}')
}

/// `三` counts as numeric in Unicode, but stands in words of every kind.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
