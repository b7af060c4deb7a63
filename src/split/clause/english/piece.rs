//! An English sentence divided where a clause may begin.

use crate::split::clause::english::verb::{
    begins_with_participle, has_verb, is_participle, is_past_form,
};
use crate::split::clause::segment::{Mark, segments};
use crate::split::cue::{Cue, FoundCue};
use crate::split::enclosure::{encloses, enclosures};
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// Fewer words are a fragment that stays with its neighbour.
pub(super) const LEAST_WORDS: usize = 4;

/// A stretch in which no clause begins but at its start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) range: ByteRange,
    /// The mark before it; none where it begins inside a segment.
    pub(super) before: Option<Mark>,
    /// The mark after it, where it ends with its segment.
    pub(super) after: Option<Mark>,
}

/// The sentence divided at its marks, then before words that lead a verb.
pub(super) fn pieces(reading: &Reading<'_>, sentence: ByteRange) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut before = Mark::Stop;
    for segment in segments(reading.text, sentence, false) {
        let enclosed = enclosures(segment.range.of(reading.text));
        let mut start = segment.range.start.0;
        let mut mark = Some(before);
        for cue in reading.cues(segment.range) {
            let place = cue.range.start.0;
            let inside = place - segment.range.start.0;
            let is_enclosed = encloses(&enclosed, inside);
            let left = ByteRange::new(start, place);
            let right = ByteRange::new(place, segment.range.end.0);
            if !is_enclosed && leads_a_clause(reading, left, *cue, right) {
                pieces.push(Piece {
                    range: left.trimmed(reading.text),
                    before: mark,
                    after: None,
                });
                start = place;
                mark = None;
            }
        }
        pieces.push(Piece {
            range: ByteRange::new(start, segment.range.end.0),
            before: mark,
            after: Some(segment.mark),
        });
        before = segment.mark;
    }
    pieces
}

fn leads_a_clause(
    reading: &Reading<'_>,
    left: ByteRange,
    word: FoundCue,
    right: ByteRange,
) -> bool {
    let coordinates = word.tells(Cue::Coordinator)
        && matches!(
            reading.words(word.range),
            "and" | "but" | "and then" | "but then"
        );
    if !(word.tells(Cue::Reason) || coordinates) {
        return false;
    }
    if !has_words(reading, left, LEAST_WORDS) || !has_words(reading, right, LEAST_WORDS + 1) {
        return false;
    }
    if !has_verb(reading, left) {
        return false;
    }
    let after = ByteRange::new(word.range.end.0, right.end.0);
    if word.tells(Cue::Reason) {
        return has_verb(reading, after);
    }
    verb_comes_first(reading, left, after)
}

/// "and" leads a second predicate where a verb stands right behind it.
fn verb_comes_first(reading: &Reading<'_>, left: ByteRange, after: ByteRange) -> bool {
    let words = reading.words(after);
    let mut following = words.split_whitespace();
    let Some(first) = following.next() else {
        return false;
    };
    let first = if first.ends_with("ly") {
        following.next().unwrap_or(first)
    } else {
        first
    };
    let offset = words.find(first).unwrap_or(0);
    let place = ByteRange::new(after.start.0 + offset, after.start.0 + offset + first.len());
    let participle =
        is_participle(first) && begins_with_participle(reading, left.trimmed(reading.text));
    let past = is_past_form(first) && !is_adjective_pair(reading.words(left), first);
    reading.tells(place, Cue::Predicate) || past || participle
}

/// Whether "and" joins two adjectives: "a confusing and conflicted stance".
fn is_adjective_pair(left: &str, second: &str) -> bool {
    const ARTICLES: &[&str] = &["a", "an", "the", "his", "her", "its", "their", "our", "my"];
    const ENDINGS: &[&str] = &[
        "able", "al", "ed", "ful", "ible", "ic", "ing", "ish", "ive", "less", "ous",
    ];
    let mut words = left.split_whitespace().rev();
    let first = words.next().unwrap_or_default();
    let article = words.next().unwrap_or_default();
    second.ends_with("ed")
        && ARTICLES.contains(&article)
        && ENDINGS.iter().any(|it| first.ends_with(it))
}

/// Whether at least `count` words stand in `range`.
pub(super) fn has_words(reading: &Reading<'_>, range: ByteRange, count: usize) -> bool {
    reading
        .words(range)
        .split_whitespace()
        .nth(count - 1)
        .is_some()
}
