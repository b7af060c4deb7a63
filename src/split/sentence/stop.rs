//! Whether a mark that can end a sentence does, by what stands on either side.

use crate::split::language::abbreviations::Abbreviations;
use crate::split::language::speech::{SpeechWords, Uses};
use crate::split::sentence::marks::{is_han, is_opener};
use crate::text::Language;

/// Bytes before a full stop in which its word is looked for.
const WORD_BYTES: usize = 32;

/// A mark that can end a sentence, with what stands before it.
pub(super) struct Stop<'a> {
    /// The sentence so far, without the mark.
    pub(super) before: &'a str,
    pub(super) words: &'static Abbreviations,
    pub(super) language: Language,
    /// Whether a quotation mark, a bracket or a note stands between the mark
    /// and what follows.
    pub(super) closed: bool,
    /// Whether the text's sentences begin in lower case as often as not.
    pub(super) casual: bool,
}

impl Stop<'_> {
    /// Whether `mark` ends the sentence, `rest` being the line behind it.
    pub(super) fn ends(&self, mark: char, several: bool, ends_alone: bool, rest: &str) -> bool {
        if ends_alone {
            self.mark_ends(mark, rest)
        } else {
            self.dot_ends(rest, several || mark == '…')
        }
    }

    /// Whether 。！？ or their half-width forms end a sentence here.
    fn mark_ends(&self, mark: char, rest: &str) -> bool {
        let next = rest.trim_start();
        let Some(first) = next.chars().next() else {
            return true;
        };
        if self.closed && goes_on(first) || matches!(first, '，' | ',' | '、' | '」' | '』') {
            return false;
        }
        if !mark.is_ascii() {
            return true;
        }
        let spaced = next.len() < rest.len();
        if !spaced {
            return !first.is_ascii_alphanumeric()
                || !self.closed && self.space_was_forgotten(first, next);
        }
        if first.is_lowercase() {
            // "Yahoo! said": in Latin script a sentence begins with a capital.
            return self.casual && !self.closed;
        }
        // "the film Low Tide! (1965)"
        let year = next.strip_prefix('(').is_some_and(|it| {
            it.bytes().take(4).all(|it| it.is_ascii_digit())
                && it[4.min(it.len())..].starts_with(')')
        });
        let told = self.closed && self.language == Language::English && names_speaker(next);
        !(year || told)
    }

    /// Whether a full stop, or several dots, end a sentence.
    fn dot_ends(&self, rest: &str, dots: bool) -> bool {
        let next = rest.trim_start();
        let spaced = next.len() < rest.len();
        let next = next.trim_start_matches(is_opener);
        let Some(first) = next.chars().next() else {
            return true;
        };
        if !spaced {
            // "96.5", "v1.2", "example.org", "Ph.D.": no sentence ends without a space,
            // unless Chinese stands on both sides or the space was forgotten.
            let last = self.before.chars().next_back();
            return is_han(first) && last.is_some_and(is_han) && !dots
                || !self.closed && first.is_uppercase() && self.space_was_forgotten(first, next);
        }
        if matches!(first, ',' | ';' | ':' | ')') {
            return false;
        }
        if dots {
            return first.is_uppercase() || is_han(first);
        }
        if first.is_lowercase() {
            return is_plain_word(self.word()) && self.word_lets_end(next);
        }
        self.word_lets_end(next)
    }

    /// The word before the mark.
    fn word(&self) -> &str {
        let earliest = self
            .before
            .ceil_char_boundary(self.before.len().saturating_sub(WORD_BYTES));
        let word = self.before[earliest..].rsplit(char::is_whitespace).next();
        word.unwrap_or_default()
            .trim_start_matches(|c: char| !c.is_alphanumeric())
    }

    /// Whether the word before the full stop lets a sentence end, `next` being
    /// what stands after it.
    fn word_lets_end(&self, next: &str) -> bool {
        let word = self.word();
        let last = word.rsplit('-').next().unwrap_or_default();
        let folded = last.to_lowercase();
        let next_word = first_word(next);
        let starts = self.words.starters.contains(&next_word.as_str());
        let so_far = self.before.trim_start();
        if so_far.len() < WORD_BYTES && so_far.chars().all(|it| it.is_ascii_digit() || it == '.') {
            // "1." and "2.3." at a line's start number it.
            return false;
        }
        if word.chars().all(|it| it.is_ascii_digit()) && !word.is_empty() {
            return !self.words.has_ordinals || word.len() > 2 || starts;
        }
        if word.len() == 1 && word.starts_with(char::is_lowercase) && is_abbreviated(next) {
            // "e. V.", "z. B."
            return false;
        }
        if is_initial(word) {
            return starts && word != "I" && next_word.len() > 1;
        }
        if self.words.before.contains(&folded.as_str()) {
            return false;
        }
        if word.len() == 1 && next.starts_with(|it: char| it.is_ascii_digit()) {
            // "(b. 1926)"
            return false;
        }
        let dotted = word.contains('.') && word.chars().all(|it| it.is_alphabetic() || it == '.');
        if dotted || self.words.anywhere.contains(&folded.as_str()) {
            return starts && !next.starts_with(char::is_lowercase);
        }
        true
    }

    /// Whether words of prose stand on both sides of a mark with no space behind
    /// it: "He left.Nobody came", where an address or a file's name has more marks.
    fn space_was_forgotten(&self, first: char, next: &str) -> bool {
        let word = self.word();
        let behind = &next[..next.floor_char_boundary(WORD_BYTES)];
        let behind = behind.split(char::is_whitespace).next().unwrap_or_default();
        let letters = behind.chars().take_while(|it| it.is_alphabetic()).count();
        let lower = behind.chars().skip(1).take(letters.saturating_sub(1));
        is_plain_word(word)
            && first.is_alphabetic()
            && (letters > 1 && lower.clone().all(char::is_lowercase) || behind == "I")
            && !behind.contains(['/', '=', '&', '@', '_'])
            && !self.words.before.contains(&word.to_lowercase().as_str())
    }
}

/// What after a closed quotation still belongs to the sentence.
fn goes_on(c: char) -> bool {
    matches!(
        c,
        '，' | ',' | '、' | '；' | ';' | '：' | ':' | '的' | '地' | '之' | '等' | '…' | '—' | '–'
    )
}

/// Two letters or more, all small but perhaps the first.
fn is_plain_word(word: &str) -> bool {
    let mut letters = word.chars().map(|it| if it == '’' { '\'' } else { it });
    let first = letters.next().is_some_and(char::is_alphabetic);
    let mut rest = 0;
    first
        && letters.all(|it| {
            rest += 1;
            it.is_lowercase() || it == '\''
        })
        && rest > 0
}

/// A single capital: "J. Smith", "John F. Kennedy".
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// A letter with its full stop: "V."
fn is_abbreviated(next: &str) -> bool {
    let mut letters = next.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next() == Some('.')
}

/// Whether the semicolon after `before` ends a sentence: a small word follows
/// in capitals, where one that goes on would be written small.
pub(super) fn semicolon_ends(before: &str, rest: &str, words: &Abbreviations) -> bool {
    before.len() > WORD_BYTES && begins_with_small_word(rest, words)
}

fn begins_with_small_word(rest: &str, words: &Abbreviations) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len()
        && next.starts_with(char::is_uppercase)
        && words.starters.contains(&first_word(next).as_str())
}

/// Words of the shortest German sentence that a colon ends.
const WORDS_BEFORE_COLON: usize = 4;

/// Whether the colon after `before` ends a German sentence: what follows begins
/// with a capital only where it is a sentence itself, and nobody
/// is said to speak it.
pub(super) fn colon_ends(before: &str, rest: &str, words: &Abbreviations) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(WORD_BYTES * 4))..];
    let mut lower = String::new();
    let speech = SpeechWords::of(Language::German);
    let told = near.split_whitespace().any(|it| {
        let word = it.trim_matches(|c: char| !c.is_alphanumeric());
        speech.uses(word, &mut lower).is_cue_verb()
    });
    !told
        && near.split_whitespace().count() >= WORDS_BEFORE_COLON
        && begins_with_small_word(rest, words)
}

fn first_word(words: &str) -> String {
    let letters = words.chars().take_while(|it| it.is_alphanumeric());
    letters.take(WORD_BYTES).collect::<String>().to_lowercase()
}

/// Words of the longest name, with its title, before a verb of saying.
const NAME_WORDS: usize = 5;

/// Whether `next` begins with who said what was quoted before it:
/// `"Is it open?" Mr Berg asked`.
fn names_speaker(next: &str) -> bool {
    let speech = SpeechWords::of(Language::English);
    let near = &next[..next.floor_char_boundary(WORD_BYTES * 2)];
    let mut lower = String::new();
    let mut uses = |it: &str| {
        let word = it.trim_end_matches(|c: char| !c.is_alphanumeric());
        speech.uses(word, &mut lower)
    };
    for (name, word) in near.split_whitespace().enumerate() {
        if name > 0 && word.starts_with(char::is_lowercase) {
            return uses(word).any(Uses::SAY.and(Uses::TELL));
        }
        let closes = word.ends_with([',', ';', ':', '!', '?']);
        if name == NAME_WORDS || closes || !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

/// How many beginnings of sentences tell whether a text has capitals.
const LOOKED_AT: usize = 200;

/// Whether a good part of the sentences of `text` begin in lower case, as in chat.
pub(super) fn is_casual(text: &str, words: &'static Abbreviations) -> bool {
    let (mut small, mut large) = (0_usize, 0_usize);
    let mut count = |first: Option<char>| match first {
        Some(it) if it.is_lowercase() => small += 1,
        Some(it) if it.is_uppercase() => large += 1,
        _ => {}
    };
    count(text.trim_start().chars().next());
    let places = text.match_indices(". ").take(LOOKED_AT);
    for (at, _) in places {
        let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next();
        let word = word.unwrap_or_default();
        if is_plain_word(word) && !words.anywhere.contains(&word) && !words.before.contains(&word) {
            count(text[at + 2..].trim_start().chars().next());
        }
    }
    small > large
}
