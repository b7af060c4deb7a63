//! What the cue words of one segment of a Chinese sentence show.

use crate::split::cue::{Cue, FoundCue, Told};
use crate::split::enclosure::{encloses, enclosures};
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// What is seen in one segment, its quotations left out.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one observation, none a state; enums would name the same things"
)]
pub(super) struct Seen {
    /// Without a leading connective.
    pub(super) range: ByteRange,
    /// Length in characters, Latin ones weighed.
    pub(super) chars: usize,
    /// Needs the next segment: a topic, a condition, a speaker.
    pub(super) open: bool,
    /// Is itself no clause: a topic, a time.
    pub(super) leads_up: bool,
    /// Reports speech.
    pub(super) speech: bool,
    /// What was said comes after it.
    pub(super) speech_follows: bool,
    /// Begins with the verb that reports.
    pub(super) says_first: bool,
    /// Ends with a verb of announcing.
    pub(super) announced: bool,
    /// Argues rather than tells.
    pub(super) argument: bool,
    /// Begins with the writer's opinion.
    pub(super) evaluates: bool,
    /// Begins with a word of purpose.
    pub(super) purpose: bool,
    /// A figure stands in it.
    pub(super) counts: bool,
    /// A subject of its own stands before its predicate.
    pub(super) subject: bool,
    /// Begins with a verb, or an adverb that comes after a subject.
    pub(super) verb_first: bool,
    /// Begins with a verb of acting, speaking or being: the subject of the
    /// clause before it goes on.
    pub(super) goes_on: bool,
    /// A predicate stands in it.
    pub(super) predicate: bool,
    /// Ends as a noun with its attribute does, without predicate.
    pub(super) noun_phrase: bool,
    /// Says "not only": the other half follows.
    pub(super) not_only: bool,
    pub(super) connective: bool,
    again: bool,
    copula: bool,
}

/// Cues that show a predicate, where something stands before them.
const STATING: [Cue; 5] = [
    Cue::Predicate,
    Cue::Copula,
    Cue::Trend,
    Cue::Event,
    Cue::Saying,
];

impl Seen {
    pub(super) fn look(reading: &Reading<'_>, segment: ByteRange) -> Self {
        let (range, connective, reason) = without_connectives(reading, segment);
        let pairs = enclosures(range.of(reading.text));
        let cues = reading.cues_outside(range, &pairs);
        let told: Told = cues.iter().copied().collect();
        let first = cues.first().filter(|it| it.range.start == range.start);
        let starts = |cue| first.is_some_and(|it| it.tells(cue));
        let saying = cues.iter().rev().find(|it| it.tells(Cue::Saying));
        // "對學者建議," speaks about a suggestion, and makes none.
        let asks_for_more =
            saying.is_some_and(|it| it.range.end == range.end) && !starts(Cue::Preposition);
        let counts = reading.has_figure(range);
        let leads_up = is_frame(reading, range, &cues) || is_adverbial(reading, range, &cues);
        let verb_first = starts(Cue::VerbStart) || starts(Cue::Again) || starts(Cue::Copula);
        let states = |it: &FoundCue| is_stating(*it);
        let chars = weight_outside(&pairs, reading.words(range));
        let topic = starts(Cue::Topic);
        let open = asks_for_more
            || leads_up
            || topic
            || told.tells(Cue::Condition)
            || reason && !counts
            || reading.words(range).ends_with('是');
        let says_first = starts(Cue::Saying);
        Self {
            range,
            chars,
            open,
            leads_up,
            speech: saying.is_some(),
            speech_follows: asks_for_more,
            says_first,
            announced: reading.ends_with(range, Cue::Announcing),
            argument: told.tells(Cue::Argument),
            evaluates: starts(Cue::Evaluation),
            purpose: starts(Cue::Purpose),
            counts,
            subject: !verb_first
                && !says_first
                && !topic
                && cues
                    .iter()
                    .any(|it| it.range.start > range.start && states(it)),
            verb_first,
            goes_on: (says_first || verb_first) && !starts(Cue::ShiftsSubject),
            predicate: cues.iter().any(states),
            not_only: told.tells(Cue::NotOnly),
            noun_phrase: is_noun_phrase(reading.words(range), range, &cues, &pairs),
            connective,
            again: starts(Cue::Again),
            copula: starts(Cue::Copula),
        }
    }

    pub(super) fn stands_alone(&self) -> bool {
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

fn is_stating(cue: FoundCue) -> bool {
    STATING.iter().any(|it| cue.tells(*it))
}

/// About a dozen Han characters: a longer phrase is more than a place or a time.
const SHORT_PHRASE_BYTES: usize = 36;

/// A phrase with its preposition and closing word: no clause.
fn is_frame(reading: &Reading<'_>, range: ByteRange, cues: &[FoundCue]) -> bool {
    let words = reading.words(range);
    let last = words.chars().next_back();
    let first = cues.first().filter(|it| it.range.start == range.start);
    let preposition = first.is_some_and(|it| it.tells(Cue::Preposition) || it.tells(Cue::Topic));
    let length_of_time = matches!(
        last,
        Some('时' | '天' | '年' | '月' | '周' | '钟' | '日' | '期' | '季')
    );
    let no_verb = preposition
        && range.len() <= SHORT_PHRASE_BYTES
        && !cues
            .iter()
            .any(|it| it.range.start > range.start && is_stating(*it));
    if no_verb
        || length_of_time && (preposition || words.contains("不到") || words.contains("刚过"))
    {
        return true;
    }
    if !cues
        .last()
        .is_some_and(|it| it.range.end == range.end && it.tells(Cue::Postposition))
    {
        return false;
    }
    // These close a phrase by themselves, the others only with a preposition.
    let always = matches!(
        last,
        Some('时' | '后' | '前' | '际' | '间' | '候' | '来' | '言' | '外' | '由')
    );
    always || preposition
}

/// Whether adverbials and times are all that stands in it.
fn is_adverbial(reading: &Reading<'_>, range: ByteRange, cues: &[FoundCue]) -> bool {
    let adverbials = cues.iter().filter(|it| it.tells(Cue::Adverbial));
    let times = reading.mentions(range).iter();
    let covered = adverbials.map(|it| it.range.len()).sum::<usize>()
        + times.map(|it| it.range.len()).sum::<usize>();
    covered * 4 >= range.len() * 3
}

/// "…的N" with nothing told as done or said: a subject, set off by a comma.
fn is_noun_phrase(words: &str, range: ByteRange, cues: &[FoundCue], pairs: &[ByteRange]) -> bool {
    let outside = |at: &usize| !encloses(pairs, *at);
    let Some(particle) = words.rmatch_indices('的').map(|it| it.0).find(outside) else {
        return false;
    };
    let noun = range.start.0 + particle + '的'.len_utf8();
    let tells = |it: &FoundCue| {
        it.range.start.0 >= noun && it.tells(Cue::Predicate)
            || it.tells(Cue::Aspect)
            || it.tells(Cue::Saying)
            || it.tells(Cue::Copula)
            || it.tells(Cue::Trend)
            || it.tells(Cue::Forecast)
    };
    noun < range.end.0 && particle > 0 && !cues.iter().any(tells)
}

fn weight_outside(pairs: &[ByteRange], words: &str) -> usize {
    let quoted: usize = pairs.iter().map(|it| weight(it.of(words))).sum();
    weight(words).saturating_sub(quoted)
}

/// Length in characters, three Latin letters counted as one.
pub(super) fn weight(words: &str) -> usize {
    let latin = words.chars().filter(char::is_ascii).count();
    words.chars().count() - latin + latin / 3
}
