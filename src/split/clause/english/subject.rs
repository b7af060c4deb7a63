//! The subject of a sentence, carried into its later clauses where it is certain.

use crate::split::clause::Clause;
use crate::split::clause::english::verb::is_past_form;
use crate::split::cue::Cue;
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// A subject of more words holds an attribute that may mislead.
const MOST_WORDS: usize = 5;

/// Gives each clause that begins with its verb the subject of the first one.
pub(super) fn carry_subjects(reading: &Reading<'_>, clauses: &mut [Clause]) {
    let Some((first, later)) = clauses.split_first_mut() else {
        return;
    };
    let Some(subject) = subject(reading, first.range) else {
        return;
    };
    for clause in later {
        if !begins_with_verb(reading, clause.range) {
            // A clause with a subject of its own ends the chain.
            return;
        }
        clause.subject = Some(subject);
    }
}

/// The words before the first verb, if they are few and nothing but a name or
/// a noun with its article.
fn subject(reading: &Reading<'_>, range: ByteRange) -> Option<ByteRange> {
    let words = range.of(reading.text);
    let mut place = 0;
    for (count, word) in words.split_whitespace().enumerate() {
        let at = place + words[place..].find(word)?;
        let here = ByteRange::new(range.start.0 + at, range.start.0 + at + word.len());
        place = at + word.len();
        if is_verb(reading, here) {
            let subject = ByteRange::new(range.start.0, here.start.0).trimmed(reading.text);
            let named = words.starts_with(char::is_uppercase) || words.starts_with("the ");
            return (count > 0 && named && reading.mentions(subject).is_empty()).then_some(subject);
        }
        let leads_elsewhere = word.ends_with([',', ':', ';', '"', '”', ')'])
            || word.starts_with(['"', '“', '('])
            || BREAKS.contains(&reading.words(here))
            || is_past_form(reading.words(here));
        if count >= MOST_WORDS || leads_elsewhere {
            return None;
        }
    }
    None
}

/// Words that make it uncertain what the subject is.
const BREAKS: &[&str] = &[
    "of", "in", "on", "at", "by", "for", "from", "with", "to", "as", "after", "before", "during",
    "since", "until", "while", "when", "if", "because", "although", "though", "who", "which",
    "that", "and", "or", "but", "not", "there", "it", "this", "these", "those", "here", "what",
    "how", "why", "where", "so", "than", "then", "also", "only", "even", "many", "some", "most",
];

fn begins_with_verb(reading: &Reading<'_>, range: ByteRange) -> bool {
    // "…, used since then" is said of the noun before it; only "and used" is not.
    let before = reading.folded[..range.start.0].trim_end();
    if !before.ends_with("and") && !before.ends_with("but") && !before.ends_with("then") {
        return false;
    }
    let words = reading.words(range);
    let Some(first) = words.split_whitespace().next() else {
        return false;
    };
    let here = ByteRange::new(range.start.0, range.start.0 + first.len());
    let compares = reading.starting(range, Cue::Besides).is_some();
    is_verb(reading, here) && !first.ends_with("ing") && !compares
}

fn is_verb(reading: &Reading<'_>, word: ByteRange) -> bool {
    reading.tells(word, Cue::Predicate) || is_past_form(reading.words(word))
}
