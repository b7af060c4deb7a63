//! The subject with which a Chinese clause begins, where it is certain.

use crate::split::clause::chinese::seen::weight;
use crate::split::cue::Cue;
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
    let cues = reading.cues(range).iter();
    let verb = cues
        .filter(|it| !it.tells(Cue::Role) && !it.tells(Cue::Place) && !it.tells(Cue::Shield))
        .map(|it| (it.range.start, VERBS.iter().any(|cue| it.tells(*cue))))
        .next()
        .filter(|it| it.1)?;
    let subject = ByteRange {
        start: range.start,
        end: verb.0,
    };
    let words = reading.words(subject);
    let chars = weight(words);
    let certain = (SHORTEST_CHARS..=LONGEST_CHARS).contains(&chars)
        && !words.contains(UNCERTAIN)
        && !words.ends_with(LOCATIVE)
        && reading.mentions(subject).is_empty();
    certain.then_some(subject)
}

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
