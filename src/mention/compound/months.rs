//! Stretches whose ends share a month or a year: `March 5-7, 2020`, `4 to 23
//! next month`, `Jan-Feb 2017`.

use chrono::Datelike;

use crate::mention::calendar::{When, nearest_day, nearest_month, relative};
use crate::mention::compound::stretch;
use crate::mention::date::parts::{day_at, full, month_name, whole_month};
use crate::mention::date::year_after;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind};

/// The stretch that begins at token `at`, with an opening `from` or `between`.
pub(super) fn shared_month(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let between = reader.is(at, Meaning::Between);
    let opened = between || reader.is(at, Meaning::From);
    let start = at + usize::from(opened);
    let joins = |i: usize| range::joins(reader, i) || between && reader.is(i, Meaning::And);
    let (end, from, to) = days_after_month(reader, start, &joins)
        .or_else(|| days_before_month(reader, start, opened, &joins))
        .or_else(|| two_months(reader, start, opened, &joins))?;
    let mention = range::times(reader, at, end, &from, &to);
    debug_assert_eq!(mention.kind, MentionKind::Range);
    Some((end, mention))
}

/// A day of a month behind its article.
fn day(reader: &Reader<'_>, i: usize) -> Option<(usize, u32)> {
    day_at(
        reader,
        i + usize::from(reader.words(i).eq_ignore_ascii_case("the")),
    )
}

/// `March 5-7`, `April 5 to 9, 2020`.
fn days_after_month(
    reader: &Reader<'_>,
    start: usize,
    joins: &impl Fn(usize) -> bool,
) -> Option<(usize, When, When)> {
    let month = reader.month(start)?;
    let (middle, low) = day_at(reader, start + 1)?;
    let (end, high) = joins(middle).then(|| day(reader, middle + 1)).flatten()?;
    // "March 5 to 7 April" has a month of its own.
    if low >= high || reader.month(end).is_some() {
        return None;
    }
    let (end, year) = match year_after(reader, end) {
        Some((end, year)) => (end, Some(year)),
        None => (end, None),
    };
    let (from, to) = days(reader, year, month, (low, high));
    Some((end, from, to))
}

/// `5-7 March`, `from 3 until 12 of September`, `between 4 and 22 this month`.
fn days_before_month(
    reader: &Reader<'_>,
    start: usize,
    opened: bool,
    joins: &impl Fn(usize) -> bool,
) -> Option<(usize, When, When)> {
    let first = if opened { day } else { day_at };
    let (middle, low) = first(reader, start)?;
    let (end, high) = joins(middle).then(|| day(reader, middle + 1)).flatten()?;
    if low >= high {
        return None;
    }
    let at = end + usize::from(reader.is(end, Meaning::Of));
    if let Some(by) = reader.relative(at)
        && reader.time_unit(at + 1) == Some(TimeUnit::Month)
    {
        let first = first_day(&relative(TimeUnit::Month, by, reader.reference)?)?;
        let (from, to) = days(reader, Some(first.year()), first.month(), (low, high));
        return Some((at + 2, from, to));
    }
    let month = reader.month(at)?;
    let (end, year) = match year_after(reader, at + 1) {
        Some((end, year)) => (end, Some(year)),
        None => (at + 1, None),
    };
    let (from, to) = days(reader, year, month, (low, high));
    Some((end, from, to))
}

fn days(
    reader: &Reader<'_>,
    year: Option<i32>,
    month: u32,
    (low, high): (u32, u32),
) -> (When, When) {
    let Some(year) = year else {
        let from = nearest_day(month, low, reader.reference);
        let to = match from.day {
            Some(day) => full(day.year(), month, high),
            None => nearest_day(month, high, None),
        };
        return (from, to);
    };
    (full(year, month, low), full(year, month, high))
}

/// `Jan-Feb 2017`, `May to March`, `Nov-Feb 5th, 2017`.
fn two_months(
    reader: &Reader<'_>,
    start: usize,
    opened: bool,
    joins: &impl Fn(usize) -> bool,
) -> Option<(usize, When, When)> {
    let capital = |i: usize| opened || reader.capital(i);
    let low = month_name(reader, start).filter(|_| capital(start))?;
    let middle = start + 1;
    let second = middle + 1;
    let high = (joins(middle) && capital(second))
        .then(|| month_name(reader, second))
        .flatten()?;
    let (day_end, day) = match day_at(reader, second + 1) {
        Some((end, day)) => (end, Some(day)),
        None => (second + 1, None),
    };
    let last = |year: i32| match day {
        Some(day) => full(year, high, day),
        None => whole_month(year, high),
    };
    if let Some((end, year)) = year_after(reader, day_end) {
        let from = whole_month(year - i32::from(low > high), low);
        return Some((end, from, last(year)));
    }
    let from = nearest_month(low, reader.reference);
    let to = match first_day(&from) {
        Some(first) => last(first.year() + i32::from(low > high)),
        None => day.map_or_else(
            || nearest_month(high, None),
            |day| nearest_day(high, day, None),
        ),
    };
    Some((day_end, from, to))
}

/// `2016 Q3`, `Q2`, `2019-H2`, `last quarter`: quarters and halves of a year.
pub(super) fn quarter(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if let Some(by) = reader.relative(at)
        && reader.time_unit(at + 1) == Some(TimeUnit::Quarter)
    {
        let when = relative(TimeUnit::Quarter, by, reader.reference)?;
        let (value, iso) = (when.value, when.iso);
        return Some(stretch(reader, at, at + 2, value, iso));
    }
    let (end, when) = lettered_part(reader, at)?;
    Some(stretch(reader, at, end, when.value, when.iso))
}

/// `Q1 2018`, `2018-q1`, `H2`.
pub(super) fn lettered_part(reader: &Reader<'_>, at: usize) -> Option<(usize, When)> {
    let figure = |i: usize| reader.figure(i).filter(|it| it.plain && it.digits == 4);
    #[expect(clippy::cast_possible_truncation, reason = "four digits")]
    let year_of = |i: usize| figure(i).map(|it| it.value as i32);
    let (letter_at, year) = match year_of(at) {
        Some(year) => (reader.past_hyphen(at + 1), Some(year)),
        None => (at, None),
    };
    let of = match reader.words(letter_at) {
        "q" | "Q" => 4,
        "h" | "H" => 2,
        _ => return None,
    };
    // A figure that touches a letter is no number of its own.
    let nth = reader.words(letter_at + 1);
    let nth = nth.parse().ok().filter(|it| (1..=of).contains(it))?;
    if !reader.glued(letter_at + 1) {
        return None;
    }
    let end = letter_at + 2;
    let (end, year) = match (year, year_after(reader, end)) {
        (Some(year), _) => (end, year),
        (None, Some(found)) => found,
        // H2 alone is also a gas.
        (None, None) if of == 4 => (end, reader.reference?.year()),
        (None, None) => return None,
    };
    let whole = When {
        value: Some(format!("{year:04}")),
        ..When::year(year)
    };
    let when = crate::mention::stretch::part_of(&whole, TimeUnit::Year, nth, of)?;
    Some((end, when))
}
