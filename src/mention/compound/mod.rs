//! Times made of times: `in two weeks`, `three days after Easter`, `since 2011`,
//! `the end of May`, `9 a.m. on Tuesday`, `the first week of June`.
//!
//! For languages that part their words by spaces; the words stand in the tables.

mod bounded;
mod chinese;
mod counted;
mod marked_once;
mod phase;
mod week;

#[cfg(test)]
mod tests;

pub(super) use chinese::chinese;

use chrono::Datelike;

use crate::mention::calendar::{When, quarter_of, relative};
use crate::mention::compound::bounded::{bounded, from_to};
use crate::mention::compound::counted::{counted_from, counted_stretch, from_now};
use crate::mention::compound::phase::{phase, phase_of_now};
use crate::mention::compound::week::{nth_weekday, week_of, weekday_of_week, with_article};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::time::{Clock, clock};
use crate::mention::words::TimeUnit;
use crate::mention::{Mention, MentionKind, date, point};

/// The longest time made of times that begins at token `at`.
pub(super) fn compound(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let candidates = [
        from_now(reader, at),
        counted_from(reader, at),
        bounded(reader, at),
        phase(reader, at),
        clock_of_day(reader, at),
        week_of(reader, at),
        nth_weekday(reader, at),
        with_article(reader, at),
        phase_of_now(reader, at),
        weekday_of_week(reader, at),
        from_to(reader, at),
        counted_stretch(reader, at),
        quarter(reader, at),
    ];
    candidates.into_iter().flatten().max_by_key(|it| it.0)
}

/// `9 a.m. on Tuesday`, `six tomorrow evening`: the hour before its day.
fn clock_of_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let clock = clock(reader, at, number(reader, at))?;
    let on = usize::from(reader.words(clock.end).eq_ignore_ascii_case("on"));
    let comma = usize::from(reader.sign(clock.end) == Some(','));
    let (end, when, kind) = point(reader, clock.end + on + comma)?;
    if kind != MentionKind::Date {
        return None;
    }
    let day = when.day.or_else(|| first_day(&when))?;
    let afternoon = when
        .value
        .as_deref()
        .is_some_and(|it| it.contains(" 12:") || it.contains(" 16:") || it.contains(" 20:"));
    let value = shifted(&clock, afternoon);
    let mut found = When::open(format!(
        "{}{}",
        when.day.map_or(when.iso, |it| it.to_string()),
        clock.iso
    ));
    found.value = Some(format!("{day} {value}"));
    Some(told(reader, at, end, found))
}

/// The clock's value, in the afternoon where the day's part says so.
fn shifted(clock: &Clock, afternoon: bool) -> String {
    let hour = clock.value.get(..2).and_then(|it| it.parse::<u32>().ok());
    match hour.filter(|it| afternoon && (1..12).contains(it)) {
        Some(hour) => format!("{:02}{}", hour + 12, &clock.value[2..]),
        None => clock.value.clone(),
    }
}

/// `Q2`, `2016 Q3`, `2019-Q1`, `last quarter`.
fn quarter(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let now = reader.reference.map(|it| it.date());
    if let Some(by) = reader.relative(at)
        && reader.time_unit(at + 1) == Some(TimeUnit::Quarter)
    {
        let when = relative(TimeUnit::Quarter, by, reader.reference)?;
        let (value, iso) = (when.value, when.iso);
        return Some(stretch(reader, at, at + 2, value, iso));
    }
    let figure = |i: usize| reader.figure(i).filter(|it| it.plain && it.digits == 4);
    let (at_quarter, year) = match figure(at) {
        #[expect(clippy::cast_possible_truncation, reason = "four digits")]
        Some(year) => (reader.past_hyphen(at + 1), Some(year.value as i32)),
        None => (at, None),
    };
    let letter = reader.words(at_quarter);
    let number = reader
        .figure(at_quarter + 1)
        .filter(|it| it.plain && it.digits == 1 && reader.glued(at_quarter + 1))?;
    if !letter.eq_ignore_ascii_case("q") || !(1.0..=4.0).contains(&number.value) {
        return None;
    }
    let end = at_quarter + 2;
    let (end, year) = match (year, figure(end)) {
        (Some(year), _) => (end, year),
        #[expect(clippy::cast_possible_truncation, reason = "four digits")]
        (None, Some(year)) => (end + 1, year.value as i32),
        (None, None) => (end, now?.year()),
    };
    #[expect(clippy::cast_possible_truncation, reason = "1 to 4")]
    let when = quarter_of(year, number.value as i32)?;
    Some(stretch(reader, at, end, when.value, when.iso))
}

fn told(reader: &Reader<'_>, at: usize, end: usize, when: When) -> (usize, Mention) {
    let mention = date::mention(reader, at, end, when, MentionKind::Date);
    (end, mention)
}

fn stretch(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    value: Option<String>,
    iso: String,
) -> (usize, Mention) {
    let mut when = When::open(iso);
    when.value = value;
    let mention = date::mention(reader, at, end, when, MentionKind::Range);
    (end, mention)
}
