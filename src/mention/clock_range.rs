//! Stretches of a day and times of day told in words: `5 to 6 p.m. on Monday`,
//! `half past seven`, `three minutes to eight`, `7 in the morning`.

use chrono::NaiveDate;

use crate::mention::calendar::When;
use crate::mention::number::{Number, number};
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::time::{Clock, clock};
use crate::mention::words::{Edge, Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind, date, point};

/// Half a day in minutes.
const HALF_DAY: u32 = 12 * 60;

/// A day, and the first hour of its part if one is named: `Monday afternoon`.
#[derive(Clone, Copy)]
struct Day {
    end: usize,
    date: NaiveDate,
    part: Option<u32>,
}

/// The stretch of a day that begins at token `at`, with an opening `from` or
/// `between` and with its day, before or behind it.
pub(super) fn clock_range(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let between = reader.is(at, Meaning::Between);
    let opened = between || reader.is(at, Meaning::From);
    let start = at + usize::from(opened);
    let (middle, from) = hour(reader, start, opened)?;
    let joins = |i: usize| range::joins(reader, i) || between && reader.is(i, Meaning::And);
    // "between 2:00 tomorrow and 4:00"
    let first_day = (!joins(middle))
        .then(|| day_behind(reader, middle))
        .flatten();
    let middle = first_day.map_or(middle, |it| it.end);
    if !joins(middle) {
        return None;
    }
    if let Some(now) = until_now(reader, middle + 1)
        && from.marked
    {
        let value = format!("{} {}/{now}", now.get(..10)?, shown(from.minutes));
        return Some(told(reader, at, middle + 2, value.clone(), value));
    }
    let (end, to) = hour(reader, middle + 1, opened)?;
    let day = first_day.or_else(|| day_behind(reader, end));
    // Two bare figures are hours only where their day stands beside them.
    if !from.marked && !to.marked && (day.is_none() || from.minutes >= to.minutes) {
        return None;
    }
    let (from, to) = halves(from, to, day.and_then(|it| it.part));
    let value = spoken(day.map(|it| it.date), from, to);
    let iso = format!("T{}/T{}", shown(from), shown(to));
    let (end, iso) = match day {
        Some(day) => (day.end.max(end), format!("{}{iso}", day.date)),
        None => (end, iso),
    };
    Some(told(reader, at, end, value, iso))
}

fn told(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    value: String,
    iso: String,
) -> (usize, Mention) {
    let mut when = When::open(iso);
    when.value = Some(value);
    let mention = date::mention(reader, at, end, when, MentionKind::Range);
    (end, mention)
}

/// `now` behind a time of today.
fn until_now(reader: &Reader<'_>, at: usize) -> Option<String> {
    let now = reader.reference?;
    let is_now = reader.words(at).eq_ignore_ascii_case("now");
    is_now.then(|| now.format("%Y-%m-%d %H:%M:%S").to_string())
}

fn spoken(day: Option<NaiveDate>, from: u32, to: u32) -> String {
    match day {
        Some(day) => format!("{day} {}/{day} {}", shown(from), shown(to)),
        None => format!("{}/{}", shown(from), shown(to)),
    }
}

/// The half of the day, where it is told for one end alone or by the day's part:
/// `5 to 6 p.m.`, `11 a.m. to 3`, `between 7 and 9 last night`.
fn halves(from: Hour, to: Hour, part: Option<u32>) -> (u32, u32) {
    let later = |it: u32| if it < HALF_DAY { it + HALF_DAY } else { it };
    let open = |it: Hour| !it.told && !it.of_24;
    match part {
        Some(part) if part >= 12 && open(from) && open(to) => {
            (later(from.minutes), later(to.minutes))
        }
        _ if open(from) && to.told && to.minutes > later(from.minutes) => {
            (later(from.minutes), to.minutes)
        }
        _ if from.told
            && open(to)
            && to.minutes < from.minutes
            && later(to.minutes) > from.minutes =>
        {
            (from.minutes, later(to.minutes))
        }
        _ => (from.minutes, to.minutes),
    }
}

/// `on Tuesday`, `of tomorrow`, `yesterday afternoon` behind its hours.
fn day_behind(reader: &Reader<'_>, at: usize) -> Option<Day> {
    let joined = reader.words(at).eq_ignore_ascii_case("on") || reader.is(at, Meaning::Of);
    let (end, when, kind) = point(reader, at + usize::from(joined))?;
    if kind != MentionKind::Date {
        return None;
    }
    if let Some(date) = when.day {
        return Some(Day {
            end,
            date,
            part: None,
        });
    }
    // A part of one day: both ends of its value have their hour.
    Some(Day {
        end,
        date: first_day(&when)?,
        part: Some(first_hour(&when)?),
    })
}

/// The hour that begins a part of one day.
fn first_hour(when: &When) -> Option<u32> {
    let (from, _) = when.value.as_deref()?.split_once('/')?;
    let (_, hours) = from.split_once(' ')?;
    hours.get(..2)?.parse().ok()
}

/// `Monday 3-8 p.m.`, `tomorrow before 5 p.m.`, `Tuesday, 15 January, 1:00 - 1:15`,
/// `next Monday morning 6-8`: the day before its hours.
pub(super) fn hours_of_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let (end, when, kind) = date::day(reader, at).or_else(|| next_part(reader, at))?;
    let part = reader.day_part(end).map(|it| it.1);
    let (end, part) = match (when.day, part) {
        (Some(_), Some(_)) => (end + 1, part),
        (Some(_), None) => (end, None),
        (None, _) => (end, Some(first_hour(&when)?)),
    };
    let day = when.day.or_else(|| first_day(&when))?;
    if kind != MentionKind::Date {
        return None;
    }
    let comma = usize::from(reader.sign(end) == Some(','));
    let at_word = usize::from(reader.is(end + comma, Meaning::At));
    let start = end + comma + at_word;
    let (last, value) = if let Some(edge) = reader.edge(start) {
        let (last, time) = hour(reader, start + 1, false)?;
        let minutes = halves(time, time, part).0;
        if !time.marked {
            return None;
        }
        let time = shown(minutes);
        let value = match edge {
            Edge::Before | Edge::Until => format!("/{day} {time}"),
            Edge::After | Edge::Since => format!("{day} {time}/"),
        };
        (last, value)
    } else {
        hours(reader, start, part).map(|(last, from, to)| (last, spoken(Some(day), from, to)))?
    };
    Some(told(reader, at, last, value, when.iso))
}

/// `next evening`, `this morning`: a part of a day by itself.
fn next_part(reader: &Reader<'_>, at: usize) -> Option<(usize, When, MentionKind)> {
    reader.relative(at)?;
    reader.day_part(at + 1)?;
    let (end, when) = date::untimed(reader, at)?;
    Some((end, when, MentionKind::Date))
}

/// The hours behind a day, in minutes; bare figures only where the day's part is named.
fn hours(reader: &Reader<'_>, at: usize, part: Option<u32>) -> Option<(usize, u32, u32)> {
    let between = reader.is(at, Meaning::Between);
    let opened = between || reader.is(at, Meaning::From);
    let (middle, from) = hour(reader, at + usize::from(opened), opened)?;
    let joined = range::joins(reader, middle) || between && reader.is(middle, Meaning::And);
    let (end, to) = joined.then(|| hour(reader, middle + 1, opened)).flatten()?;
    let bare = !from.marked && !to.marked;
    if bare && (part.is_none() && !opened || from.minutes >= to.minutes) {
        return None;
    }
    let (from, to) = halves(from, to, part);
    Some((end, from, to))
}

/// A time of day as it was read.
#[derive(Clone, Copy)]
struct Hour {
    /// Minutes since midnight.
    minutes: u32,
    /// It is marked as a time: by its minutes, "p.m.", "o'clock".
    marked: bool,
    /// Its half of the day is told: by "p.m.", by the part of the day.
    told: bool,
    /// It is one of 24 hours: `20:00`, `08:00`.
    of_24: bool,
}

fn shown(minutes: u32) -> String {
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// A time of day, or a bare figure that may be an hour; `0730` only in an opened stretch.
fn hour(reader: &Reader<'_>, at: usize, opened: bool) -> Option<(usize, Hour)> {
    let first = number(reader, at);
    if let Some(clock) = clock(reader, at, first).filter(|it| !it.value.contains('/')) {
        let hours: u32 = clock.value.get(..2)?.parse().ok()?;
        let minutes: u32 = clock.value.get(3..5)?.parse().ok()?;
        let told = reader.meanings(clock.end - 1).iter().any(|it| {
            matches!(
                it,
                Meaning::Meridiem(_) | Meaning::Hour(_) | Meaning::DayPart(..)
            )
        });
        return Some((
            clock.end,
            Hour {
                minutes: hours * 60 + minutes,
                marked: true,
                told,
                of_24: hours > 12 || reader.words(at).starts_with('0'),
            },
        ));
    }
    let figure = reader.figure(at);
    if opened && let Some(figure) = figure.filter(|it| it.plain && it.digits == 4) {
        let hours = small((figure.value / 100.0).floor(), 23)?;
        let minutes = small(figure.value % 100.0, 59)?;
        return reader.words(at).starts_with('0').then_some((
            at + 1,
            Hour {
                minutes: hours * 60 + minutes,
                marked: true,
                told: false,
                of_24: true,
            },
        ));
    }
    let first = first.filter(|it| it.value.fract() == 0.0)?;
    let hours = small(first.value, 24)?;
    Some((
        first.end,
        Hour {
            minutes: hours * 60,
            marked: false,
            told: false,
            of_24: hours > 12,
        },
    ))
}

fn small(value: f64, last: u32) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    (value >= 0.0 && value <= f64::from(last)).then_some(value as u32)
}

/// `half past seven`, `20 minutes past eight in the evening`, `quarter to ten`.
pub(super) fn told_clock(reader: &Reader<'_>, at: usize, first: Option<Number>) -> Option<Clock> {
    let (minutes_end, minutes) = part_of_hour(reader, at, first)?;
    let past = reader.words(minutes_end).eq_ignore_ascii_case("past")
        || reader.edge(minutes_end) == Some(Edge::After);
    let to = reader.words(minutes_end).eq_ignore_ascii_case("to");
    if !past && !to {
        return None;
    }
    let (end, hour) = hour(reader, minutes_end + 1, false)?;
    let hours = hour.minutes / 60;
    if hour.minutes % 60 != 0 || hours > 23 || !hour.marked && hours > 12 || hours == 0 && to {
        return None;
    }
    let total = if past {
        hours * 60 + minutes
    } else {
        hours * 60 - minutes
    };
    let (end, total) = in_part_of_day(reader, end, total, true);
    Some(Clock {
        end,
        value: shown(total),
        iso: format!("T{:02}:{:02}", total / 60, total % 60),
    })
}

/// Minutes in words: `half`, `a quarter`, `three quarters`, `20 minutes`, `ten`.
fn part_of_hour(reader: &Reader<'_>, at: usize, first: Option<Number>) -> Option<(usize, u32)> {
    if let Some(article) = reader.is(at, Meaning::Article).then_some(1).or_else(|| {
        let part = reader.is(at, Meaning::Half) || reader.is(at, Meaning::Denominator(4.0));
        part.then_some(0)
    }) {
        let end = at + article + 1;
        if reader.is(at + article, Meaning::Half) {
            return Some((end, 30));
        }
        let quarter = reader.words(at + article).eq_ignore_ascii_case("quarter");
        return quarter.then_some((end, 15));
    }
    let first = first.filter(|it| it.value.fract() == 0.0)?;
    let minutes = small(first.value, 59).filter(|it| *it > 0)?;
    if minutes == 3 && reader.words(first.end).eq_ignore_ascii_case("quarters") {
        return Some((first.end + 1, 45));
    }
    let unit = reader.time_unit(first.end) == Some(TimeUnit::Minute);
    // "ten past nine", but not "ten to nine": that is a stretch.
    let bare = !unit && reader.words(first.end).eq_ignore_ascii_case("past");
    (unit || bare).then_some((first.end + usize::from(unit), minutes))
}

/// `… in the evening`, `… this afternoon`: the half of the day that is meant. An
/// hour that is marked as one needs no word between: `11 o'clock lunchtime`.
pub(super) fn in_part_of_day(
    reader: &Reader<'_>,
    end: usize,
    minutes: u32,
    marked: bool,
) -> (usize, u32) {
    let mut at = end;
    if reader.is(at, Meaning::In) && reader.is(at + 1, Meaning::Definite) {
        at += 2;
    } else if reader.is(at, Meaning::At) {
        at += 1;
    }
    // "8:00 early morning"
    at += usize::from(marked && reader.phase(at).is_some() && reader.day_part(at + 1).is_some());
    let part = reader.day_part(at).filter(|_| at != end || marked);
    match part {
        Some((_, from, to)) => (at + 1, nearest_half(minutes, from * 60, to * 60)),
        None => (end, minutes),
    }
}

/// The hour that is nearer to a part of the day, of the two that a clock shows.
pub(super) fn nearest_half(minutes: u32, from: u32, to: u32) -> u32 {
    let morning = from < 11 * 60;
    if minutes >= HALF_DAY + 60 || morning {
        return minutes;
    }
    let far = |it: u32| from.saturating_sub(it) + it.saturating_sub(to);
    // "12 in the night" and "2 at night" are those after midnight.
    let small = minutes % HALF_DAY;
    [small, small + HALF_DAY, small + 2 * HALF_DAY]
        .into_iter()
        .min_by_key(|it| far(*it))
        .map_or(minutes, |it| it % (2 * HALF_DAY))
}
