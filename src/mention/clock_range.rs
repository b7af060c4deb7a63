//! Stretches of a day and times of day told in words: `5 to 6 p.m. on Monday`,
//! `half past seven`, `three minutes to eight`, `7 in the morning`.

use crate::mention::calendar::When;
use crate::mention::number::number;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::time::{Clock, clock};
use crate::mention::words::{Edge, Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind, date, point};

/// The stretch of a day that begins at token `at`, with an opening `from` or
/// `between` and with its day, before or behind it.
pub(super) fn clock_range(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let between = reader.is(at, Meaning::Between);
    let opened = between || reader.is(at, Meaning::From);
    let start = at + usize::from(opened);
    let (middle, from, from_marked) = hour(reader, start)?;
    let joined = range::joins(reader, middle) || between && reader.is(middle, Meaning::And);
    let (mut end, to, to_marked) = joined.then(|| hour(reader, middle + 1)).flatten()?;
    let on = usize::from(reader.words(end).eq_ignore_ascii_case("on"));
    let day = match point(reader, end + on) {
        Some((day_end, when, MentionKind::Date)) => when.day.map(|it| (day_end, it)),
        Some(_) | None => None,
    };
    // Two bare figures are hours only where their day stands beside them.
    if !from_marked && !to_marked && (day.is_none() || from.minutes >= to.minutes) {
        return None;
    }
    // "5 to 6 p.m.": the half of the day is told once.
    let from = match (from_marked, from.minutes, to.minutes) {
        (false, from, to) if to >= 12 * 60 && from + 12 * 60 <= to => from + 12 * 60,
        (_, from, _) => from,
    };
    let mut value = format!("{}/{}", shown(from), shown(to.minutes));
    let mut iso = format!("T{}/T{}", shown(from), shown(to.minutes));
    if let Some((day_end, day)) = day {
        value = format!("{day} {}/{day} {}", shown(from), shown(to.minutes));
        iso = format!("{day}{iso}");
        end = day_end;
    }
    let mut when = When::open(iso);
    when.value = Some(value);
    let mention = date::mention(reader, at, end, when, MentionKind::Range);
    Some((end, mention))
}

/// `Monday 3-8 p.m.`, `tomorrow before 5 p.m.`, `Tuesday, 15 January, 1:00 - 1:15`:
/// the day before its hours.
pub(super) fn hours_of_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let (end, when, kind) = date::day(reader, at)?;
    let day = when.day.filter(|_| kind == MentionKind::Date)?;
    let comma = usize::from(reader.sign(end) == Some(','));
    let at_word = usize::from(reader.is(end + comma, Meaning::At));
    let start = end + comma + at_word;
    let (last, value) = if let Some(edge) = reader.edge(start) {
        let (last, time, is_marked) = hour(reader, start + 1)?;
        let time = shown(time.minutes);
        if !is_marked {
            return None;
        }
        let value = match edge {
            Edge::Before | Edge::Until => format!("/{day} {time}"),
            Edge::After | Edge::Since => format!("{day} {time}/"),
        };
        (last, value)
    } else {
        let (last, range) = clock_range(reader, start)?;
        let value = range.value?;
        let (from, to) = value.split_once('/').filter(|it| !it.0.contains(' '))?;
        (last, format!("{day} {from}/{day} {to}"))
    };
    let mut found = When::open(when.iso);
    found.value = Some(value);
    Some((
        last,
        date::mention(reader, at, last, found, MentionKind::Range),
    ))
}

struct Hour {
    /// Minutes since midnight.
    minutes: u32,
}

fn shown(minutes: u32) -> String {
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// A time of day, or a bare figure that may be an hour; whether it is marked as a time.
fn hour(reader: &Reader<'_>, at: usize) -> Option<(usize, Hour, bool)> {
    let first = number(reader, at);
    if let Some(clock) = clock(reader, at, first).filter(|it| !it.value.contains('/')) {
        let hours: u32 = clock.value.get(..2)?.parse().ok()?;
        let minutes: u32 = clock.value.get(3..5)?.parse().ok()?;
        return Some((
            clock.end,
            Hour {
                minutes: hours * 60 + minutes,
            },
            true,
        ));
    }
    let first = first.filter(|it| it.value.fract() == 0.0 && (0.0..=24.0).contains(&it.value))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 24"
    )]
    let hours = first.value as u32;
    Some((
        first.end,
        Hour {
            minutes: hours * 60,
        },
        false,
    ))
}

/// `half past seven`, `20 minutes past eight in the evening`, `quarter to ten`.
pub(super) fn told_clock(reader: &Reader<'_>, at: usize) -> Option<Clock> {
    let (minutes_end, minutes) = part_of_hour(reader, at)?;
    let past = reader.words(minutes_end).eq_ignore_ascii_case("past")
        || reader.edge(minutes_end) == Some(Edge::After);
    let to = reader.words(minutes_end).eq_ignore_ascii_case("to");
    if !past && !to {
        return None;
    }
    let (end, hour, is_marked) = hour(reader, minutes_end + 1)?;
    let hours = hour.minutes / 60;
    if hour.minutes % 60 != 0 || hours > 23 || !is_marked && hours > 12 || hours == 0 && to {
        return None;
    }
    let total = if past {
        hours * 60 + minutes
    } else {
        hours * 60 - minutes
    };
    let (end, total) = in_part_of_day(reader, end, total);
    Some(Clock {
        end,
        value: shown(total),
        iso: format!("T{:02}:{:02}", total / 60, total % 60),
    })
}

/// Minutes in words: `half`, `a quarter`, `20 minutes`, `ten`.
fn part_of_hour(reader: &Reader<'_>, at: usize) -> Option<(usize, u32)> {
    let article = usize::from(reader.words(at).eq_ignore_ascii_case("a"));
    let word = reader.words(at + article);
    if word.eq_ignore_ascii_case("half") {
        return Some((at + article + 1, 30));
    }
    if word.eq_ignore_ascii_case("quarter") {
        return Some((at + article + 1, 15));
    }
    let first = number(reader, at).filter(|it| it.value.fract() == 0.0)?;
    if !(1.0..60.0).contains(&first.value) {
        return None;
    }
    let unit = reader.time_unit(first.end) == Some(TimeUnit::Minute);
    // "ten past nine", but not "ten to nine": that is a stretch.
    let bare = !unit && reader.words(first.end).eq_ignore_ascii_case("past");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 60"
    )]
    let minutes = first.value as u32;
    (unit || bare).then_some((first.end + usize::from(unit), minutes))
}

/// `… in the evening`, `… this afternoon`: the half of the day that is meant.
pub(super) fn in_part_of_day(reader: &Reader<'_>, end: usize, minutes: u32) -> (usize, u32) {
    let mut at = end;
    if reader.is(at, Meaning::In) && reader.is(at + 1, Meaning::Definite) {
        at += 2;
    } else if reader.is(at, Meaning::At) {
        at += 1;
    }
    let Some((_, from, _)) = reader.day_part(at).filter(|_| at != end) else {
        return (end, minutes);
    };
    let is_small = (60..12 * 60).contains(&minutes);
    let minutes = if from >= 12 && is_small {
        minutes + 12 * 60
    } else {
        minutes
    };
    (at + 1, minutes)
}
