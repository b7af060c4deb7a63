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
    let Some(main) = main_clause(reading, first.range) else {
        return;
    };
    for clause in later {
        if !begins_with_verb(reading, clause.range) || !main.goes_on_with(reading, clause.range) {
            // A clause with a subject of its own ends the chain, and so does
            // one that may be said of another word.
            return;
        }
        clause.subject = Some(main.subject);
    }
}

/// The first clause of a sentence, as far as a later one can lean on it.
struct MainClause {
    subject: ByteRange,
    verb: ByteRange,
    /// What stands behind the verb.
    rest: ByteRange,
}

impl MainClause {
    /// Whether it is certain that what `later` tells is told of the subject.
    fn goes_on_with(&self, reading: &Reading<'_>, later: ByteRange) -> bool {
        let first = first_word(reading, later);
        let verb = reading.words(self.verb);
        // "He says the ferry sank and says why": the same verb, the same subject.
        if reading.words(first) == verb && reading.tells(self.verb, Cue::Saying) {
            return true;
        }
        // "She said the boat leaked and would sink": of the boat or of her?
        let embeds = reading.tells(self.verb, Cue::Saying)
            || reading.words(self.rest).split_whitespace().any(|it| {
                let word = it.trim_matches(|c: char| !c.is_alphanumeric());
                EMBEDDING.contains(&word)
            });
        // "was marred by fraud and used …": the participle leans on "was".
        let passive = PASSIVE.contains(&verb) || reading.words(self.rest).starts_with(" been ");
        let participle = is_past_form(reading.words(first));
        // "told them to shut up and quit": the form is that of "to quit" as well.
        let infinitive = SAME_IN_ALL_FORMS.contains(&reading.words(first))
            && holds_an_infinitive(reading.words(self.rest));
        let leaves_it_open = embeds || infinitive || (passive && participle);
        !leaves_it_open
    }
}

/// Whether "to" stands before what may be a verb: not "to 40", "to the mayor".
fn holds_an_infinitive(words: &str) -> bool {
    const NO_VERBS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "our", "my"];
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        let next = words.clone().next().unwrap_or_default();
        if word == "to" && next.starts_with(char::is_alphabetic) && !NO_VERBS.contains(&next) {
            return true;
        }
    }
    false
}

/// Words that open a clause inside the clause, whose verb a later one may share.
const EMBEDDING: &[&str] = &[
    "after", "as", "because", "before", "how", "if", "since", "so", "that", "what", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why",
];

const PASSIVE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// Verbs that look the same in the infinitive, and "do" and "have" in the plural.
const SAME_IN_ALL_FORMS: &[&str] = &[
    "beat", "bet", "bid", "cost", "cut", "do", "have", "hit", "hurt", "let", "put", "quit", "read",
    "set", "shed", "shut", "split", "spread", "work", "help", "hope", "use", "play", "run", "come",
];

/// The subject (few words, nothing but a name or a noun with its article) and the
/// verb behind it.
fn main_clause(reading: &Reading<'_>, range: ByteRange) -> Option<MainClause> {
    let words = range.of(reading.text);
    let mut place = 0;
    for (count, word) in words.split_whitespace().enumerate() {
        let at = place + words[place..].find(word)?;
        let here = ByteRange::new(range.start.0 + at, range.start.0 + at + word.len());
        place = at + word.len();
        if is_verb(reading, here) {
            let before = ByteRange::new(range.start.0, here.start.0).trimmed(reading.text);
            let subject = without_adverb(reading, before);
            let named = words.starts_with(char::is_uppercase) || words.starts_with("the ");
            let certain =
                count > 0 && !subject.is_empty() && named && reading.mentions(subject).is_empty();
            return certain.then_some(MainClause {
                subject,
                verb: here,
                rest: ByteRange::new(here.end.0, range.end.0),
            });
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

/// `subject` without the adverbs at its end: "The clerk later", "Ruiz famously".
fn without_adverb(reading: &Reading<'_>, mut subject: ByteRange) -> ByteRange {
    loop {
        let words = reading.words(subject);
        let last = words.split_whitespace().next_back().unwrap_or_default();
        let capital =
            subject.of(reading.text)[words.len() - last.len()..].starts_with(char::is_uppercase);
        // A lone word may be a name that ends so: "Sally", "July".
        let alone = last.len() == words.len();
        let in_ly = last.ends_with("ly") && (alone || !capital) && !NO_ADVERBS.contains(&last);
        if !ADVERBS.contains(&last) && !in_ly {
            return subject;
        }
        let end = subject.end.0 - last.len();
        subject = ByteRange::new(subject.start.0, end).trimmed(reading.text);
        if subject.is_empty() {
            return subject;
        }
    }
}

/// Nouns that end as adverbs do.
const NO_ADVERBS: &[&str] = &[
    "ally",
    "anomaly",
    "assembly",
    "belly",
    "bully",
    "butterfly",
    "elderly",
    "family",
    "fly",
    "july",
    "lily",
    "melancholy",
    "monopoly",
    "quarterly",
    "rally",
    "reply",
    "supply",
    "weekly",
];

/// Adverbs of time that stand between a subject and its verb.
const ADVERBS: &[&str] = &[
    "ago", "already", "first", "later", "long", "now", "once", "soon", "then",
];

/// Words that make it uncertain what the subject is.
const BREAKS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "to",
    "as",
    "after",
    "before",
    "during",
    "since",
    "until",
    "while",
    "when",
    "if",
    "because",
    "although",
    "though",
    "who",
    "which",
    "that",
    "and",
    "or",
    "but",
    "not",
    "there",
    "it",
    "this",
    "these",
    "those",
    "here",
    "what",
    "how",
    "why",
    "where",
    "so",
    "than",
    "then",
    "also",
    "only",
    "even",
    "many",
    "some",
    "most",
    "whichever",
    "whoever",
    "whatever",
];

fn begins_with_verb(reading: &Reading<'_>, range: ByteRange) -> bool {
    // "…, used since then" is said of the noun before it; only "and used" is not.
    let before = reading.folded[..range.start.0].trim_end();
    if !before.ends_with("and") && !before.ends_with("but") && !before.ends_with("then") {
        return false;
    }
    let here = first_word(reading, range);
    let first = reading.words(here);
    // "it's" has a subject of its own; "well-organized" is no verb.
    let other =
        first.contains(['\'', '’', '-']) && !first.ends_with("n't") && !first.ends_with("n’t");
    let compares = reading.starting(range, Cue::Besides).is_some();
    is_verb(reading, here) && !first.ends_with("ing") && !compares && !other
}

fn first_word(reading: &Reading<'_>, range: ByteRange) -> ByteRange {
    let words = reading.words(range);
    let length = words.find(char::is_whitespace).unwrap_or(words.len());
    ByteRange::new(range.start.0, range.start.0 + length)
}

fn is_verb(reading: &Reading<'_>, word: ByteRange) -> bool {
    reading.tells(word, Cue::Predicate) || is_past_form(reading.words(word))
}

#[cfg(test)]
mod tests {
    use crate::split::split;
    use crate::text::{Article, Language};

    /// The subject that was carried into the last claim of `text`.
    fn carried(text: &str) -> Option<String> {
        let cuts = split(&Article::plain(text).in_language(Language::English), None);
        let wording = cuts.claims.last()?.wording.strip_prefix('[')?;
        Some(wording.split_once(']')?.0.to_owned())
    }

    #[test]
    fn a_subject_is_carried_where_nothing_else_can_be_meant() {
        let table = [
            (
                "The mayor opened the bridge and closed the old road.",
                Some("The mayor"),
            ),
            (
                "Ana Ruiz later sold the ferry and bought a barge at Dover.",
                Some("Ana Ruiz"),
            ),
            (
                "He says the ferry was late and says nobody was told.",
                Some("He"),
            ),
            (
                "The family settled in Dover and spent the summers on the island.",
                Some("The family"),
            ),
            (
                "The feast was a sombre one because he had lost and was about to leave the house.",
                None,
            ),
            // The clerk was told, not the mayor.
            (
                "The mayor met a clerk who signed the order and left the room at noon.",
                None,
            ),
            (
                "The clerk said that the barge leaked and would sink by noon.",
                None,
            ),
            (
                "The plan was marred by delays and used for other roads.",
                None,
            ),
            (
                "The report is short, but it's clear on the cause of the fire.",
                None,
            ),
            (
                "The mayor told the crew to leave the pier and quit the job at once.",
                None,
            ),
        ];
        for (text, subject) in table {
            assert_eq!(carried(text).as_deref(), subject, "{text}");
        }
    }
}
