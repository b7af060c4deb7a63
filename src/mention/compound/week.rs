//! Weeks of something and their days: `the first week of June`, `last Monday in
//! May 2021`, `Monday of next week`.

use chrono::Days;

use crate::mention::calendar::{When, monday, relative};
use crate::mention::compound::told;
use crate::mention::ordinal::ordinal_value;
use crate::mention::reader::Reader;
use crate::mention::stretch::{
    day_after, day_of, first_day, month_of, week_from, week_of as week_in, weekday_of,
};
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind, point};

/// `week of April 10`, `first week of 2019`, `last week of May`.
pub(super) fn week_of(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let week = |i: usize| reader.time_unit(i) == Some(TimeUnit::Week);
    if week(at) && reader.is(at + 1, Meaning::Of) {
        let skip = usize::from(reader.is(at + 2, Meaning::Definite));
        let (end, when, _) = point(reader, at + 2 + skip)?;
        let from = monday(when.day?, 0)?;
        return Some(told(reader, at, end, week_from(from)));
    }
    let (unit_at, count) = match ordinal_value(reader, at) {
        Some((end, value)) => (end, Some(value)),
        None if is_last(reader, at) => (at + 1, None),
        None => return None,
    };
    let of = reader.is(unit_at + 1, Meaning::Of) || reader.is(unit_at + 1, Meaning::In);
    // "the third week next year"
    if !week(unit_at) || !of && reader.relative(unit_at + 1).is_none() {
        return None;
    }
    let start = unit_at + 1 + usize::from(of);
    let skip = usize::from(of && reader.is(start, Meaning::Definite));
    let (end, when, _) = point(reader, start + skip)?;
    let week = week_in(&when, count.map(of_year))?;
    Some(told(reader, at, end, week))
}

/// `the 9th month of next year`, `the 15th day of June`, `31st of this month`.
pub(super) fn nth_of(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.words(at).eq_ignore_ascii_case("the"));
    let (unit_at, count) = ordinal_value(reader, start)?;
    let unit = reader.time_unit(unit_at);
    let of_at = unit_at + usize::from(unit.is_some());
    if !reader.is(of_at, Meaning::Of) {
        return None;
    }
    let skip = usize::from(reader.is(of_at + 1, Meaning::Definite));
    let this_month = || {
        // "of the month"
        let is_month = skip == 1 && reader.time_unit(of_at + 2) == Some(TimeUnit::Month);
        let month = relative(TimeUnit::Month, 0, reader.reference)?;
        is_month.then_some((of_at + 3, month, MentionKind::Date))
    };
    let (end, when, _) = point(reader, of_at + 1 + skip).or_else(this_month)?;
    let nth = Some(of_year(count));
    let found = match unit {
        Some(TimeUnit::Month) => month_of(&when, nth)?,
        Some(TimeUnit::Day) => When::day(day_of(&when, nth)?),
        // "31st of this month": only of a month
        None if when.value.is_some() && reader.relative(of_at + 1).is_some() => {
            let days = day_after(&when)? - first_day(&when)?;
            When::day(day_of(&when, nth).filter(|_| days.num_days() < 32)?)
        }
        _ => return None,
    };
    Some(told(reader, at, end, found))
}

/// `first Friday of next month`, `last Monday in May 2021`.
pub(super) fn nth_weekday(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let (day_at, count) = match ordinal_value(reader, at) {
        Some((end, value)) => (end, Some(value)),
        None if is_last(reader, at) => (at + 1, None),
        None => return None,
    };
    let weekday = reader.weekday(day_at)?;
    let joins = reader.is(day_at + 1, Meaning::Of) || reader.is(day_at + 1, Meaning::In);
    let the_month = || {
        let is_month = reader.is(day_at + 2, Meaning::Definite)
            && reader.time_unit(day_at + 3) == Some(TimeUnit::Month);
        let month = relative(TimeUnit::Month, 0, reader.reference)?;
        is_month.then_some((day_at + 4, month, MentionKind::Date))
    };
    let (end, when, _) = joins
        .then(|| point(reader, day_at + 2).or_else(the_month))
        .flatten()?;
    let day = weekday_of(&when, weekday, count.map(of_year))?;
    Some(told(reader, at, end, When::day(day)))
}

/// The same with its article: `the week of April 10`, `the first Friday of June`.
pub(super) fn with_article(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.words(at).eq_ignore_ascii_case("the") {
        return None;
    }
    let (end, mut mention) = week_of(reader, at + 1).or_else(|| nth_weekday(reader, at + 1))?;
    mention.range = reader.range(at, end);
    Some((end, mention))
}

/// `Monday of next week`, `next week Wednesday`.
pub(super) fn weekday_of_week(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let relative_week = |i: usize| -> Option<(usize, i32)> {
        let i = i + usize::from(reader.is(i, Meaning::Definite));
        let by = reader.relative(i)?;
        (reader.time_unit(i + 1) == Some(TimeUnit::Week)).then_some((i + 2, by))
    };
    let (end, weekday, by) = if let Some(weekday) = reader.weekday(at) {
        let of = reader.is(at + 1, Meaning::Of) || reader.words(at + 1).eq_ignore_ascii_case("in");
        let (end, by) = relative_week(at + 1 + usize::from(of))?;
        (end, weekday, by)
    } else {
        let (end, by) = relative_week(at)?;
        let on = usize::from(reader.words(end).eq_ignore_ascii_case("on"));
        let skip = on + usize::from(matches!(reader.sign(end), Some('-' | ',')));
        (end + skip + 1, reader.weekday(end + skip)?, by)
    };
    let monday = monday(reader.reference?.date(), by)?;
    let day = monday.checked_add_days(Days::new(u64::from(weekday) - 1))?;
    Some(told(reader, at, end, When::day(day)))
}

fn is_last(reader: &Reader<'_>, i: usize) -> bool {
    reader.words(i).eq_ignore_ascii_case("last")
}

/// The number of a week or a weekday; no year has more than 54.
fn of_year(count: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    let count = count.clamp(1.0, 54.0) as u32;
    count
}
