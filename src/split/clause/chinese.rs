//! Chinese sentences cut into clauses.
//!
//! The comma says little: it stands after a topic, between a speaker and the
//! speech, between facts. So each segment between two marks is told by its cue
//! words, and joined to the one before it unless it states a fact of its own.

use crate::split::Uncheckable;
use crate::split::clause::Clause;
use crate::split::clause::segment::{self, Mark, Segment, segments};
use crate::split::cue::Cue;
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// From so many characters on, a segment without a subject stands by itself.
const LONG_CHARS: usize = 26;
/// Shorter than this, a segment is a fragment unless something counts in it.
const SHORT_CHARS: usize = 4;

/// Several segments that will be one clause.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one observation, none a state; enums would name the same things"
)]
struct Group {
    range: ByteRange,
    /// Speech is reported in it.
    speech: bool,
    /// What was said follows in segments of its own: "X說,…".
    speech_follows: bool,
    /// Its last segment leads up to the next one.
    open: bool,
    /// It ends with a verb of announcing.
    announced: bool,
    purpose: bool,
}

pub(super) fn clauses(reading: &Reading<'_>, sentence: ByteRange) -> Vec<Clause> {
    let mut groups: Vec<Group> = Vec::new();
    let mut mark = Mark::Stop;
    let mut led_by_connective = false;
    for segment in segments(reading.text, sentence, true) {
        let seen = Seen::look(reading, segment);
        if seen.range.is_empty() {
            // A connective between two marks: "不過," belongs to no claim.
            led_by_connective = true;
            mark = if mark == Mark::Stop {
                mark
            } else {
                Mark::Comma
            };
            continue;
        }
        let begins = match groups.last() {
            None => true,
            Some(group) => begins_anew(group, mark, &seen, led_by_connective),
        };
        match groups.last_mut() {
            Some(group) if !begins => {
                group.range.end = seen.range.end;
                group.speech |= seen.speech;
                group.speech_follows |= seen.speech_follows;
                group.open = seen.open;
                group.announced = seen.announced;
            }
            _ => groups.push(Group {
                range: seen.range,
                speech: seen.speech,
                speech_follows: seen.speech_follows,
                open: seen.open,
                announced: seen.announced,
                purpose: seen.purpose && mark == Mark::Comma,
            }),
        }
        mark = segment.mark;
        led_by_connective = false;
    }
    groups
        .into_iter()
        .map(|it| Clause {
            range: it.range,
            reported: it.speech,
            quoted: segment::is_quoted(reading.text, it.range),
            subject: None,
            why: fragment(reading, &it),
        })
        .collect()
}

fn fragment(reading: &Reading<'_>, group: &Group) -> Option<Uncheckable> {
    let chars = weight(reading.words(group.range));
    let counts = !reading.mentions(group.range).is_empty();
    let leads_nowhere = group.open && !group.speech && !counts;
    (group.purpose || leads_nowhere || chars < SHORT_CHARS && !counts)
        .then_some(Uncheckable::NoFact)
}

/// Whether `seen` states a fact apart from what stands before it.
fn begins_anew(group: &Group, mark: Mark, seen: &Seen, led_by_connective: bool) -> bool {
    match mark {
        Mark::Stop | Mark::Semicolon => return true,
        Mark::Dash => return !group.speech,
        Mark::Colon => return false,
        Mark::Comma => {}
    }
    if group.open {
        return group.announced && seen.speech && seen.subject;
    }
    if seen.purpose {
        return !group.speech;
    }
    if group.speech {
        let speaks_again = seen.speech && (seen.subject || !group.speech_follows);
        return speaks_again || seen.counts && seen.stands_alone() && !seen.argument;
    }
    led_by_connective
        || seen.stands_alone()
        || seen.counts
        || seen.speech
        || seen.open
        || seen.chars >= LONG_CHARS
}

/// What the cue words of one segment tell.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one observation, none a state; enums would name the same things"
)]
struct Seen {
    /// Without a leading connective.
    range: ByteRange,
    chars: usize,
    /// Leads up to the next segment: a topic, a condition, a speaker.
    open: bool,
    speech: bool,
    speech_follows: bool,
    announced: bool,
    argument: bool,
    purpose: bool,
    /// A figure or a time stands in it.
    counts: bool,
    /// A subject of its own stands before its predicate.
    subject: bool,
    connective: bool,
    again: bool,
    copula: bool,
}

impl Seen {
    fn look(reading: &Reading<'_>, segment: Segment) -> Self {
        let (range, connective, reason) = without_connectives(reading, segment.range);
        let tells = |cue| reading.tells(range, cue);
        let starts = |cue| reading.starting(range, cue).is_some();
        let saying = last_saying(reading, range);
        let asks_for_more = saying.is_some_and(|it| it.end == range.end);
        let counts = !reading.mentions(range).is_empty();
        let open = asks_for_more
            || starts(Cue::Condition)
            || reason && !counts
            || reading.words(range).ends_with('是')
            || is_frame(reading, range)
            || is_adverbial(reading, range);
        let verb_first = starts(Cue::VerbStart) || starts(Cue::Again) || starts(Cue::Copula);
        Self {
            range,
            chars: weight(reading.words(range)),
            open,
            speech: saying.is_some(),
            speech_follows: asks_for_more,
            announced: reading.ends_with(range, Cue::Announcing),
            argument: tells(Cue::Argument),
            purpose: starts(Cue::Purpose),
            counts,
            subject: !verb_first && !starts(Cue::Saying) && tells(Cue::Predicate),
            connective,
            again: starts(Cue::Again),
            copula: starts(Cue::Copula),
        }
    }

    fn stands_alone(&self) -> bool {
        self.subject || self.connective || self.again || self.copula
    }
}

/// `range` without the connectives at its start; whether there was one, and
/// whether it gave a reason.
fn without_connectives(reading: &Reading<'_>, mut range: ByteRange) -> (ByteRange, bool, bool) {
    let (mut connective, mut reason) = (false, false);
    loop {
        let gives_reason = reading.starting(range, Cue::Reason);
        let Some(word) = gives_reason.or_else(|| reading.starting(range, Cue::Connective)) else {
            return (range, connective, reason);
        };
        connective = true;
        reason |= gives_reason.is_some();
        range = ByteRange::new(word.end.0, range.end.0).trimmed(reading.text);
    }
}

fn last_saying(reading: &Reading<'_>, range: ByteRange) -> Option<ByteRange> {
    let found = reading
        .cues(range)
        .iter()
        .rev()
        .find(|it| it.tells(Cue::Saying))?;
    Some(found.range)
}

/// A phrase with its preposition and closing word, or a topic: no clause.
fn is_frame(reading: &Reading<'_>, range: ByteRange) -> bool {
    if reading.starting(range, Cue::Topic).is_some() {
        return true;
    }
    let words = reading.words(range);
    let last = words.chars().next_back();
    let preposition = reading.starting(range, Cue::Preposition).is_some();
    let length_of_time = matches!(last, Some('时' | '天' | '年' | '月' | '周' | '钟' | '日'));
    if length_of_time && (preposition || words.contains("不到") || words.contains("刚过")) {
        return true;
    }
    if !reading.ends_with(range, Cue::Postposition) {
        return false;
    }
    let always = matches!(
        last,
        Some('时' | '后' | '前' | '际' | '间' | '候' | '来' | '言' | '外')
    );
    always || preposition
}

/// Length in characters, three Latin letters counted as one.
fn weight(words: &str) -> usize {
    let latin = words.chars().filter(char::is_ascii).count();
    words.chars().count() - latin + latin / 3
}

/// Whether adverbials and times are all that stands in it.
fn is_adverbial(reading: &Reading<'_>, range: ByteRange) -> bool {
    let cues = reading
        .cues(range)
        .iter()
        .filter(|it| it.tells(Cue::Adverbial));
    let covered: usize = cues.map(|it| it.range.len()).sum::<usize>()
        + reading
            .mentions(range)
            .iter()
            .map(|it| it.range.len())
            .sum::<usize>();
    covered * 4 >= range.len() * 3
}
