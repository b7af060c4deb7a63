//! Cues that any language shows: figures, signs, capitals, length.

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::text::Language;

/// Words that one step of [`Cue::Length`] stands for.
const WORDS_A_STEP: u32 = 6;
/// Fewer words than this can hardly state a fact.
const FEW_WORDS: u32 = 6;

/// Letters of the shortest English word whose -ed tells what was done: below
/// that are "need" and "speed".
const PAST_LETTERS: u32 = 6;

/// Counts the cues of `text` that need no word list.
pub(super) fn count(text: &str, language: Language, tally: &mut Tally) {
    let mut before = ' ';
    let mut word = Word::default();
    let mut words = 0;
    let mut characters = 0_u32;
    // A capital after a full stop is grammar, not a name.
    let mut opens_sentence = true;
    for c in text.chars().chain([' ']) {
        characters = characters.saturating_add(u32::from(!c.is_whitespace()));
        if c.is_alphanumeric() {
            if word.length == 0 {
                word.capital = c.is_uppercase();
                word.glued = matches!(before, '\'' | '’' | '@' | '#');
            }
            word.length += 1;
            word.capitals += u32::from(c.is_uppercase());
            word.last = [word.last[1], c];
            word.digits += u32::from(c.is_numeric() && !is_han(c));
            before = c;
            continue;
        }
        let inside_number = matches!(c, '.' | ',' | '٬' | '٫') && word.digits == word.length;
        if word.length > 0 && !inside_number {
            words += 1;
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
        words = characters / 2;
    }
    tally.add(Cue::Length, words / WORDS_A_STEP);
    tally.add(Cue::Short, FEW_WORDS.saturating_sub(words).div_ceil(2));
}

/// What is known of the word being read.
#[derive(Default)]
struct Word {
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
        let past = language == Language::English && self.last == ['e', 'd'];
        if past && self.length >= PAST_LETTERS {
            tally.add(Cue::Done, 1);
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

/// `三` counts as numeric in Unicode, but stands in words of every kind.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
