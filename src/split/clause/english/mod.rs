//! English sentences cut into clauses.
//!
//! A sentence is first divided where a clause may begin: at marks, and before
//! "and", "but", "while" that lead a verb. Then each piece is joined to the one
//! before it unless it states a fact of its own.

mod piece;
mod subject;
mod verb;

pub(in crate::split) use verb::has_verb;

use crate::split::clause::Clause;
use crate::split::clause::english::piece::{LEAST_WORDS, Piece, has_words, pieces};
use crate::split::clause::english::subject::carry_subjects;
use crate::split::clause::english::verb::{begins_with_participle, is_participle, is_past_form};
use crate::split::clause::segment::{self, Mark};
use crate::split::cue::Cue;
use crate::split::enclosure::is_quoted;
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// The same for a clause with "who" or "which", whose subject is so short.
const LEAST_RELATIVE_WORDS: usize = 3;
/// A verb that comes later after its "and" belongs to something else.
const VERB_WITHIN_WORDS: usize = 9;

pub(super) fn clauses(reading: &Reading<'_>, sentence: ByteRange) -> Vec<Clause> {
    let pieces = pieces(reading, sentence);
    let mut clauses: Vec<ByteRange> = Vec::new();
    let mut opener = Opener::None;
    for (at, piece) in pieces.iter().enumerate() {
        let begins = match clauses.last() {
            None => true,
            Some(sofar) => begins_anew(reading, &pieces, at, *sofar, opener),
        };
        if begins {
            clauses.push(piece.range);
            opener = match piece.before {
                _ if at == 0 => Opener::of(reading, piece.range),
                // Still inside what opens the sentence.
                None => opener,
                Some(_) => Opener::None,
            };
        } else if let Some(last) = clauses.last_mut() {
            last.end = piece.range.end;
            opener = Opener::None;
        }
    }
    let mut clauses: Vec<Clause> = clauses
        .into_iter()
        .filter_map(|it| clause(reading, it))
        .collect();
    carry_subjects(reading, &mut clauses);
    clauses
}

fn clause(reading: &Reading<'_>, range: ByteRange) -> Option<Clause> {
    let range = without_connectives(reading, segment::without_closing_mark(reading.text, range));
    let reported = reading.tells(range, Cue::Saying) || reading.is_reported(range);
    (!range.is_empty()).then(|| Clause {
        range,
        reported,
        quoted: is_quoted(reading.text, range),
        subject: None,
        why: None,
    })
}

fn without_connectives(reading: &Reading<'_>, mut range: ByteRange) -> ByteRange {
    while let Some(word) = reading.starting(range, Cue::Connective) {
        let rest = ByteRange::new(word.end.0, range.end.0);
        let words = rest.of(reading.text);
        let kept = words.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        range = ByteRange::new(range.end.0 - kept.len(), range.end.0);
    }
    range
}

/// What the sentence begins with, while nothing has been joined to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    None,
    /// "Although …": a fact, then the main clause.
    Concession,
    /// "Speaking in …": a fact, then the main clause.
    Participle,
}

impl Opener {
    fn of(reading: &Reading<'_>, range: ByteRange) -> Self {
        if !has_words(reading, range, LEAST_WORDS + 1) {
            Self::None
        } else if reading.starting(range, Cue::Reason).is_some() && has_verb(reading, range) {
            Self::Concession
        } else if begins_with_participle(reading, range) {
            Self::Participle
        } else {
            Self::None
        }
    }
}

fn begins_anew(
    reading: &Reading<'_>,
    pieces: &[Piece],
    at: usize,
    sofar: ByteRange,
    opener: Opener,
) -> bool {
    let piece = pieces[at];
    let range = piece.range;
    match piece.before {
        // Between two words a piece was only made where a clause begins.
        None | Some(Mark::Stop | Mark::Semicolon) => return true,
        Some(Mark::Colon) => return false,
        Some(Mark::Dash) => {
            let goes_on = reading.starting(range, Cue::Preposition).is_some();
            return !goes_on && has_words(reading, range, LEAST_WORDS) && has_verb(reading, range);
        }
        Some(Mark::Comma) => {}
    }
    if opener != Opener::None {
        return has_words(reading, range, LEAST_WORDS);
    }
    let after = |word: ByteRange| ByteRange::new(word.end.0, range.end.0);
    let coordinator = reading.starting(range, Cue::Coordinator);
    if let Some(word) = coordinator
        && has_verb(reading, sofar)
        && is_subject_with_apposition(reading, pieces, at, after(word))
    {
        return true;
    }
    if !has_words(reading, range, LEAST_RELATIVE_WORDS) {
        return false;
    }
    // What has no verb yet leads up to the clause that follows.
    if !has_verb(reading, sofar) {
        return false;
    }
    if let Some(word) = reading.starting(range, Cue::Relative) {
        return has_verb(reading, after(word)) && is_trailing(reading, pieces, at);
    }
    if let Some(word) = reading.starting(range, Cue::Reason) {
        return has_verb(reading, after(word));
    }
    if let Some(word) = coordinator {
        return verb_comes_soon(reading, after(word));
    }
    if !has_words(reading, range, LEAST_WORDS) {
        return false;
    }
    let another_figure = reading
        .starting(range, Cue::Besides)
        .is_some_and(|it| !acts(reading, after(it)) && !reading.mentions(range).is_empty());
    another_figure || begins_with_participle(reading, range) && is_trailing(reading, pieces, at)
}

/// "charged them, with defrauding 74 investors": what was done, no second figure.
fn acts(reading: &Reading<'_>, range: ByteRange) -> bool {
    let first = reading.words(range).split_whitespace().next();
    first.is_some_and(is_participle)
}

/// Whether the main clause does not go on after it: a clause in the middle of
/// another cannot be cut out, for a claim is one stretch.
fn is_trailing(reading: &Reading<'_>, pieces: &[Piece], at: usize) -> bool {
    let Some(next) = pieces.get(at + 1) else {
        return true;
    };
    if pieces[at].after != Some(Mark::Comma) {
        return true;
    }
    let first = reading.cues(next.range).first();
    let goes_on = first.is_some_and(|it| {
        it.range.start == next.range.start && (it.tells(Cue::Predicate) || it.tells(Cue::Saying))
    });
    let past = reading
        .words(next.range)
        .split_whitespace()
        .next()
        .is_some_and(is_past_form);
    !goes_on && !past
}

/// Most words of a subject between "and" and its apposition.
const MOST_SUBJECT_WORDS: usize = 4;

/// "and Ruiz, the mayor, signed": a short subject, what it is, and its verb.
fn is_subject_with_apposition(
    reading: &Reading<'_>,
    pieces: &[Piece],
    at: usize,
    subject: ByteRange,
) -> bool {
    let [apposition, predicate, ..] = pieces.get(at + 1..).unwrap_or_default() else {
        return false;
    };
    let named = subject
        .of(reading.text)
        .trim_start()
        .starts_with(char::is_uppercase);
    let first = reading.words(predicate.range).split_whitespace().next();
    let verb = first.is_some_and(|it| {
        let start = predicate.range.start.0;
        let word = ByteRange::new(start, start + it.len());
        reading.tells(word, Cue::Predicate) || is_past_form(it)
    });
    named
        && verb
        && !has_words(reading, subject, MOST_SUBJECT_WORDS + 1)
        && !has_verb(reading, subject)
        && [apposition, predicate]
            .iter()
            .all(|it| it.before == Some(Mark::Comma))
        && reading
            .starting(apposition.range, Cue::Coordinator)
            .is_none()
}

fn verb_comes_soon(reading: &Reading<'_>, range: ByteRange) -> bool {
    let words = reading.words(range);
    let end = words
        .match_indices(' ')
        .nth(VERB_WITHIN_WORDS)
        .map_or(words.len(), |it| it.0);
    has_verb(reading, ByteRange::new(range.start.0, range.start.0 + end))
}

#[cfg(test)]
mod tests {
    use crate::split::split;
    use crate::text::{Article, Language};

    fn cut(sentence: &str) -> Vec<&str> {
        let article = Article::plain(sentence).in_language(Language::English);
        let ranges = split(&article, None).claims;
        ranges.iter().map(|it| it.range.of(sentence)).collect()
    }

    #[test]
    fn each_fact_is_cut_and_what_completes_it_stays() {
        let table: &[(&str, &[&str])] = &[
            (
                "The ferry left on Tuesday, but the harbour master refused to sign the log.",
                &[
                    "The ferry left on Tuesday",
                    "the harbour master refused to sign the log",
                ],
            ),
            // Each half has a subject and a verb of its own.
            (
                "The council closed the bridge after an inspection, and Ruiz, the mayor, signed the order.",
                &[
                    "The council closed the bridge after an inspection",
                    "Ruiz, the mayor, signed the order",
                ],
            ),
            (
                "The bridge connects the old town with the island, and Ana Ruiz manages it.",
                &[
                    "The bridge connects the old town with the island",
                    "Ana Ruiz manages it",
                ],
            ),
            (
                "The mayor of the old town, and the clerk who had signed the order, resigned.",
                &["The mayor of the old town, and the clerk who had signed the order, resigned"],
            ),
            // A list of things is one fact.
            (
                "The crew carried rope, tar and two barrels of salt to the ship.",
                &["The crew carried rope, tar and two barrels of salt to the ship"],
            ),
            (
                "Although the bridge was closed in May, the mayor opened the new road.",
                &[
                    "the bridge was closed in May",
                    "the mayor opened the new road",
                ],
            ),
            // A relative clause stands alone at the end, not in the middle.
            (
                "The prize went to Ana Ruiz, who led the institute for nine years.",
                &[
                    "The prize went to Ana Ruiz",
                    "who led the institute for nine years",
                ],
            ),
            (
                "Ana Ruiz, who led the institute, resigned on Friday after the vote.",
                &["Ana Ruiz, who led the institute, resigned on Friday after the vote"],
            ),
            // Time and place lead up to the clause.
            (
                "After a long night at the port, the two sides signed the agreement.",
                &["After a long night at the port, the two sides signed the agreement"],
            ),
            (
                "“The roof was never inspected,” said Lee Wong, who ran the depot until June.",
                &[
                    "“The roof was never inspected,” said Lee Wong",
                    "who ran the depot until June",
                ],
            ),
            // "With" and what was done completes the charge.
            (
                "The court charged the two brokers, with cheating investors from 74 countries.",
                &["The court charged the two brokers, with cheating investors from 74 countries"],
            ),
            // "And" between two adjectives opens no clause.
            (
                "The clerk took a confusing and conflicted stance on the two bridges.",
                &["The clerk took a confusing and conflicted stance on the two bridges"],
            ),
            (
                "“The bridge is safe!” City Engineer Ana Ruiz Prado said on Monday.",
                &["“The bridge is safe!” City Engineer Ana Ruiz Prado said on Monday"],
            ),
            (
                "The council raised the fee to 40 dollars and cut the grant by half.",
                &[
                    "The council raised the fee to 40 dollars",
                    "cut the grant by half",
                ],
            ),
        ];
        for (sentence, claims) in table {
            assert_eq!(&cut(sentence), claims, "{sentence}");
        }
    }

    #[test]
    fn a_bullet_falls_away_before_a_figure_and_a_sign_stays() {
        let text = "• 37 boats left the harbour.\n-5 percent was the rate in May.";
        let found = cut(text);
        assert_eq!(
            found,
            [
                "37 boats left the harbour",
                "-5 percent was the rate in May"
            ]
        );
    }

    #[test]
    fn a_quotation_that_goes_on_after_its_speaker_is_one_claim() {
        let text = "“The dam held,” the engineer said. “Nobody in the valley was hurt.”";
        assert_eq!(cut(text), [text]);
    }
}
