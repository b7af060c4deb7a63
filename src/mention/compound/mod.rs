//! Times made of times: `in two weeks`, `three days after Easter`, `since 2011`,
//! `the end of May`, `9 a.m. on Tuesday`, `the first week of June`.
//!
//! For languages that part their words by spaces; the words stand in the tables.

mod bounded;
mod chinese;
mod counted;
mod day_of_month;
mod marked_once;
mod months;
mod named_unit;
mod outermost;
mod phase;
mod week;

#[cfg(test)]
mod tests;

pub(super) use chinese::chinese;

use crate::mention::calendar::When;
use crate::mention::compound::bounded::{bounded, bounded_behind, from_to};
use crate::mention::compound::counted::{
    counted_from, counted_stretch, counted_weekdays, from_now, in_the_future, more_or_less,
    weekday_before, weekday_behind, within,
};
use crate::mention::compound::day_of_month::{bare_day, placed_day};
use crate::mention::compound::months::{quarter, shared_month};
use crate::mention::compound::named_unit::named_unit;
use crate::mention::compound::outermost::outermost;
use crate::mention::compound::phase::{phase, phase_of_now, rest_of};
use crate::mention::compound::week::{nth_of, nth_weekday, week_of, weekday_of_week, with_article};
use crate::mention::date::parts::small;
use crate::mention::duration::length_or_one;
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::time::{Clock, clock, part_of_day};
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind, Point, date, point};

/// The longest time made of times that begins at token `at`, where `here` stands
/// if it is a time.
pub(super) fn compound(
    reader: &Reader<'_>,
    at: usize,
    here: Option<&Point>,
) -> Option<(usize, Mention)> {
    let length = length_or_one(reader, at, number(reader, at));
    let mut best: Option<(usize, Mention)> = None;
    // Of equally long ones the last stands.
    let mut offer = |candidate: Option<(usize, Mention)>| {
        if let Some(candidate) = candidate
            && best.as_ref().is_none_or(|it| candidate.0 >= it.0)
        {
            best = Some(candidate);
        }
    };
    offer(from_now(reader, at));
    offer(within(reader, at));
    if let Some(length) = &length {
        offer(counted_from(reader, at, length));
        offer(weekday_behind(reader, at, length));
        offer(in_the_future(reader, at, length));
    }
    offer(weekday_before(reader, at));
    offer(more_or_less(reader, at));
    offer(counted_weekdays(reader, at));
    offer(bare_day(reader, at));
    offer(placed_day(reader, at));
    offer(named_unit(reader, at));
    offer(outermost(reader, at));
    offer(day_part(reader, at));
    offer(bounded(reader, at));
    offer(phase(reader, at));
    offer(clock_of_day(reader, at));
    offer(week_of(reader, at));
    offer(nth_weekday(reader, at));
    offer(with_article(reader, at));
    offer(phase_of_now(reader, at));
    offer(weekday_of_week(reader, at));
    offer(from_to(reader, at));
    offer(counted_stretch(reader, at));
    offer(quarter(reader, at));
    offer(shared_month(reader, at));
    offer(bounded_behind(reader, at, here));
    offer(rest_of(reader, at));
    offer(nth_of(reader, at));
    offer(decade_with_article(reader, at));
    best
}

/// `in the afternoon`, `afternoon at 7`.
fn day_part(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let clock = part_of_day(reader, at)?;
    let mut when = When::open(clock.iso);
    when.value = Some(clock.value);
    let mention = date::mention(reader, at, clock.end, when, MentionKind::Time);
    Some((clock.end, mention))
}

/// `9 a.m. on Tuesday`, `six tomorrow evening`: the hour before its day.
fn clock_of_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let clock = clock(reader, at, number(reader, at)).or_else(|| hour_in_words(reader, at))?;
    let on = usize::from(reader.words(clock.end).eq_ignore_ascii_case("on"));
    let comma = usize::from(reader.sign(clock.end) == Some(','));
    if let Some(end) = day_of_story(reader, clock.end + on) {
        let mut when = When::open(clock.iso);
        when.value = Some(clock.value);
        let mention = date::mention(reader, at, end, when, MentionKind::Time);
        return Some((end, mention));
    }
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

/// `the next day`, `the same day`: the day after or of another that the text tells.
fn day_of_story(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let the = reader.words(at).eq_ignore_ascii_case("the");
    let by = reader.relative(at + 1).is_some();
    let day = reader.words(at + 2).eq_ignore_ascii_case("day");
    (the && by && day).then_some(at + 3)
}

/// `five-thirty`, `six forty` before a day.
fn hour_in_words(reader: &Reader<'_>, at: usize) -> Option<Clock> {
    let hour = number(reader, at).filter(|it| !it.figures)?;
    let minute_at = reader.past_hyphen(hour.end);
    let minute = number(reader, minute_at).filter(|it| !it.figures && it.value >= 10.0)?;
    let hours = small(hour.value, 12)?;
    let minutes = small(minute.value, 59)?;
    Some(Clock::at(minute.end, hours, Some(minutes), None))
}

/// The clock's value, in the afternoon where the day's part says so.
fn shifted(clock: &Clock, afternoon: bool) -> String {
    let hour = clock.value.get(..2).and_then(|it| it.parse::<u32>().ok());
    match hour.filter(|it| afternoon && (1..12).contains(it)) {
        Some(hour) => format!("{:02}{}", hour + 12, &clock.value[2..]),
        None => clock.value.clone(),
    }
}

/// `the 1990s`, `the seventies`.
fn decade_with_article(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.words(at).eq_ignore_ascii_case("the") {
        return None;
    }
    let tens = reader.find(at + 1, |it| matches!(it, Meaning::Tens(_)).then_some(()));
    let by = reader.relative(at + 1);
    if reader.figure(at + 1).is_none() && tens.is_none() && by.is_none() {
        return None;
    }
    let (end, when, kind) = point(reader, at + 1).filter(|it| it.2 == MentionKind::Range)?;
    if !when.iso.contains("P10Y") {
        return None;
    }
    Some((end, date::mention(reader, at, end, when, kind)))
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
