//! Places where a sentence ends without a mark, in text that lost its lines:
//! behind an address, a face, a ruled line, a mail's time stamp or greeting.

use crate::split::sentence::tail::emoticon_bytes;
use crate::text::Language;

/// The bytes of `line` at which something begins that does not go on with what
/// stands before it, in order.
pub(super) fn seams(line: &str, language: Language) -> Vec<usize> {
    let mut found = Vec::new();
    if language.is_unspaced() || !may_hold(line) {
        return found;
    }
    let mut before = Before::default();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..length];
        let kind = Word::of(word);
        let at = line.len() - rest.len();
        if before.parts_from(word, kind) {
            found.push(at);
            before = Before::default();
        }
        before.take(word, kind);
        rest = rest[length..].trim_start();
    }
    found
}

/// Whether `line` holds a mark of those without which no seam is told: a look that
/// spares most lines the reading word by word.
fn may_hold(line: &str) -> bool {
    let is_mark = |it: u8| {
        matches!(
            it,
            b':' | b';' | b'=' | b'<' | b'^' | b'@' | b'_' | b'*' | b'~' | b'#'
        )
    };
    line.bytes().any(is_mark)
        || ["www.", "XD", "xD", "-----"]
            .iter()
            .any(|it| line.contains(it))
}

/// What a word is, as far as it can stand alone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Word {
    #[default]
    Plain,
    /// Five marks and more in a row.
    Rule,
    /// "http://…", "www.…", "somebody@…".
    Address,
    Emoticon,
    /// "01/24/2001".
    Date,
    /// "3:17", "03:17:01".
    Time,
    /// "AM", "PM".
    HalfDay,
}

impl Word {
    fn of(word: &str) -> Self {
        let Some(first) = word.bytes().next() else {
            return Self::Plain;
        };
        if first.is_ascii_digit() {
            return if is_figures(word, b'/', 3) {
                Self::Date
            } else if is_figures(word, b':', 2) || is_figures(word, b':', 3) {
                Self::Time
            } else {
                Self::Plain
            };
        }
        if matches!(word, "AM" | "PM") {
            return Self::HalfDay;
        }
        if emoticon_bytes(word) == Some(word.len()) {
            return Self::Emoticon;
        }
        if is_ruled(word) {
            return Self::Rule;
        }
        let bare = word.trim_start_matches(['<', '(', '[']);
        // One look at the first letter spares most words the three comparisons.
        let may_be = bare.starts_with(['h', 'w']);
        if may_be
            && ["http://", "https://", "www."]
                .iter()
                .any(|it| bare.starts_with(it))
        {
            return Self::Address;
        }
        Self::Plain
    }
}

/// Marks in a row that make a ruled line.
const RULED: usize = 5;

/// Whether `word` begins and ends with a mark drawn several times.
fn is_ruled(word: &str) -> bool {
    let Some(last) = word.bytes().last() else {
        return false;
    };
    matches!(last, b'_' | b'*' | b'-' | b'=' | b'~' | b'#')
        && word.len() >= RULED
        && word.bytes().rev().take(RULED).all(|it| it == last)
}

/// Whether `word` is `parts` groups of digits with `mark` between.
fn is_figures(word: &str, mark: u8, parts: usize) -> bool {
    word.len() <= 10
        && word.split(char::from(mark)).count() == parts
        && word
            .split(char::from(mark))
            .all(|it| matches!(it.len(), 1 | 2 | 4) && it.bytes().all(|it| it.is_ascii_digit()))
}

/// What has been read since the last seam.
#[derive(Default)]
struct Before {
    words: usize,
    last: Word,
    /// Whether a date and a time stand right before.
    stamp: usize,
    ends_with_colon: bool,
    is_named: bool,
}

/// Words of the shortest sentence that leads up to an address.
const LEADING_WORDS: usize = 4;

impl Before {
    fn parts_from(&self, word: &str, kind: Word) -> bool {
        if self.words == 0 {
            return false;
        }
        let capital = word.starts_with(char::is_uppercase);
        if kind == Word::Rule || self.last == Word::Rule {
            return kind != self.last;
        }
        match kind {
            Word::Address => self.ends_with_colon && self.words >= LEADING_WORDS,
            Word::Date => self.is_named,
            Word::Plain => {
                capital
                    && (self.last == Word::Emoticon
                        || self.last == Word::HalfDay && self.stamp == 3
                        || self.last == Word::Address && opens_sentence(word))
            }
            _ => false,
        }
    }

    fn take(&mut self, word: &str, kind: Word) {
        self.stamp = match (kind, self.stamp) {
            (Word::Date, _) => 1,
            (Word::Time, 1) => 2,
            (Word::HalfDay, 2) => 3,
            _ => 0,
        };
        self.words += 1;
        self.last = kind;
        self.ends_with_colon = word.ends_with(':');
        self.is_named = word.contains('@');
    }
}

/// Words that open a sentence and hardly ever stand in capitals inside one.
const OPENING: &[&str] = &[
    "A", "Along", "An", "And", "As", "At", "Attached", "Before", "But", "Can", "Could", "Did",
    "Do", "Does", "For", "Have", "He", "Her", "Here", "Here's", "His", "How", "If", "In", "Is",
    "It", "It's", "Just", "Most", "My", "Of", "On", "Our", "Per", "Please", "See", "She", "So",
    "Thank", "Thanks", "That", "The", "Then", "There", "These", "They", "This", "To", "Today",
    "We", "What", "When", "Where", "Why", "With", "Would", "You",
];

fn opens_sentence(word: &str) -> bool {
    OPENING.contains(&word.trim_end_matches([',', ':']))
}

/// Words with which a letter ends.
const CLOSING: &[&str] = &[
    "all the best",
    "best",
    "best regards",
    "best wishes",
    "cheers",
    "good luck",
    "kind regards",
    "kindest regards",
    "love",
    "many thanks",
    "regards",
    "respectfully",
    "sincerely",
    "sincerely yours",
    "take care",
    "thank you",
    "thanks",
    "warm regards",
    "with best regards",
    "yours",
    "yours faithfully",
    "yours sincerely",
    "yours truly",
];

/// Bytes of the longest greeting.
const GREETING_BYTES: usize = 24;

/// Whether the comma after `greeting` stands at the end of a letter's first or
/// last line: "Dear all, Here is", "Kind regards, Ana". `rest` follows it.
pub(super) fn greeting_ends(greeting: &str, rest: &str, opens_line: bool) -> bool {
    let next = rest.trim_start();
    if greeting.len() > GREETING_BYTES || next.len() == rest.len() {
        return false;
    }
    let greeting = greeting.trim();
    let end = next[..next.floor_char_boundary(GREETING_BYTES)]
        .find(char::is_whitespace)
        .unwrap_or(next.len().min(GREETING_BYTES));
    let word = &next[..next.floor_char_boundary(end)];
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    if CLOSING.contains(&greeting.to_lowercase().as_str()) {
        let name = word.chars().all(|it| it.is_alphabetic() || it == '.');
        return name && word != "I" && !opens_sentence(word);
    }
    opens_line
        && greeting.split_whitespace().count() <= 2
        && greeting
            .split_whitespace()
            .all(|it| it.starts_with(char::is_uppercase))
        && opens_sentence(word)
        && !matches!(word, "The" | "A" | "An")
}
