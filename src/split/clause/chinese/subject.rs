//! The subject with which a Chinese clause begins, where it is certain.

use crate::split::clause::chinese::seen::weight;
use crate::split::cue::{Cue, FoundCue};
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// A longer stretch before the verb holds more than the subject.
const LONGEST_CHARS: usize = 12;
const SHORTEST_CHARS: usize = 2;

/// What stands before the first verb, if it is short and nothing in it points
/// to a place, a time or another clause.
pub(super) fn subject(reading: &Reading<'_>, range: ByteRange) -> Option<ByteRange> {
    // "X fell, is the lowest since": the fall is the lowest, not X.
    if reading.tells(range, Cue::Trend) {
        return None;
    }
    let range = behind_time(reading, range);
    let cues = reading.cues(range).iter();
    let is_passed = |it: &&FoundCue| PASSED.iter().any(|cue| it.tells(*cue));
    let verb = cues
        .filter(|it| !is_passed(it))
        .map(|it| (it.range.start, VERBS.iter().any(|cue| it.tells(*cue))))
        .next()
        .filter(|it| it.1)?;
    let subject = before_time(
        reading,
        ByteRange {
            start: range.start,
            end: verb.0,
        },
    );
    let words = reading.words(subject);
    let chars = weight(words);
    let certain = (SHORTEST_CHARS..=LONGEST_CHARS).contains(&chars)
        && !words.contains(UNCERTAIN)
        && !words.ends_with(LOCATIVE)
        && reading.mentions(subject).is_empty();
    certain.then_some(subject)
}

/// `range` without the time or the adverbial that it begins with: 昨天, 5月3日,
fn behind_time(reading: &Reading<'_>, range: ByteRange) -> ByteRange {
    let times = reading.mentions(range).iter().filter(|it| it.is_time());
    let adverbials = reading.cues(range).iter();
    let end = times
        .map(|it| it.range)
        .chain(
            adverbials
                .filter(|it| it.tells(Cue::Adverbial))
                .map(|it| it.range),
        )
        .filter(|it| it.start == range.start)
        .map(|it| it.end.0)
        .max();
    let Some(end) = end else {
        return range;
    };
    let rest = ByteRange::new(end, range.end.0);
    let words = rest.of(reading.text);
    let bare = words.trim_start_matches([',', '，', ' ']);
    ByteRange::new(range.end.0 - bare.len(), range.end.0)
}

/// `subject` up to the times and adverbials at its end: 港務局週五.
fn before_time(reading: &Reading<'_>, mut subject: ByteRange) -> ByteRange {
    loop {
        let times = reading.mentions(subject).iter().filter(|it| it.is_time());
        let adverbials = reading.cues(subject).iter();
        let last = times
            .map(|it| it.range)
            .chain(
                adverbials
                    .filter(|it| it.tells(Cue::Adverbial))
                    .map(|it| it.range),
            )
            .find(|it| it.end == subject.end);
        let Some(last) = last else {
            return subject;
        };
        subject = ByteRange::new(subject.start.0, last.start.0).trimmed(reading.text);
    }
}

/// Cues that a subject may hold.
const PASSED: [Cue; 4] = [Cue::Role, Cue::Place, Cue::Shield, Cue::Adverbial];

const VERBS: [Cue; 6] = [
    Cue::Predicate,
    Cue::Saying,
    Cue::Event,
    Cue::Trend,
    Cue::Copula,
    Cue::Again,
];

/// Attributes, marks and digits: the subject may be only a part of it.
const UNCERTAIN: &[char] = &[
    '的', ',', '，', '、', ':', '：', '(', '（', '“', '「', '"', '0', '1', '2', '3', '4', '5', '6',
    '7', '8', '9', '有', '在', '这', '那', '此', '其',
];
/// With these at its end it is a place or a time.
const LOCATIVE: &[char] = &[
    '里', '中', '上', '下', '内', '后', '前', '时', '间', '日', '年', '月',
];
