//! Times counted off by a length: `in two weeks`, `three days after Easter`,
//! `the last three weeks`, `within ten months`.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{When, decade, distance, is_of_days, latest_weekday, quarter_of};
use crate::mention::compound::{stretch, told};
use crate::mention::duration::{Length, length, length_or_one};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::words::{Edge, Meaning, TimeUnit};
use crate::mention::{Mention, point};

/// How many a "few" are.
const FEW: f64 = 3.0;

/// `in two weeks`, `in a week`: counted from now.
pub(super) fn from_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.words(at).eq_ignore_ascii_case("in") {
        return None;
    }
    let length = length_or_one(reader, at + 1, number(reader, at + 1))?;
    let more = away_from(reader, &length).is_some() || reader.is(length.end, Meaning::Ago);
    if more || reader.is(length.end, Meaning::Of) {
        return None;
    }
    let when = length.away(1.0, reader.reference)?;
    Some(told(reader, at, length.end, several(when)))
}

/// A day that no time of day follows as its own.
fn several(when: When) -> When {
    When {
        single: false,
        ..when
    }
}

/// `within five minutes`, `within the next 3 years`: from now up to then.
pub(super) fn within(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.is(at, Meaning::Within) {
        return None;
    }
    let mut start = at + 1;
    start += usize::from(reader.is(start, Meaning::Definite));
    start += usize::from(reader.relative(start) == Some(1));
    let length = length_or_one(reader, start, number(reader, start))?;
    // "within two days of the vote" is not counted from now.
    if reader.is(length.end, Meaning::Of) || reader.edge(length.end).is_some() {
        return None;
    }
    let now = reader.reference?;
    let value = span(now, length.moved(1.0, now)?, length.is_of_days());
    Some(stretch(reader, at, length.end, Some(value.clone()), value))
}

/// Two times as a stretch, to the day or to the second.
fn span(from: NaiveDateTime, to: NaiveDateTime, of_days: bool) -> String {
    if of_days {
        return format!("{}/{}", from.date(), to.date());
    }
    let form = "%Y-%m-%d %H:%M:%S";
    format!("{}/{}", from.format(form), to.format(form))
}

/// `three weeks from tomorrow`, `5 days before New Year`, `a year after Christmas`.
pub(super) fn counted_from(
    reader: &Reader<'_>,
    at: usize,
    length: &Length,
) -> Option<(usize, Mention)> {
    let (end, when, _) = away_from(reader, length)?;
    Some(told(reader, at, end, several(when)))
}

/// `more than 2 weeks before today`, `less than a month ago`: a stretch that
/// the time counted off bounds.
pub(super) fn more_or_less(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let more = reader.is(at, Meaning::Than(true));
    if !more && !reader.is(at, Meaning::Than(false)) {
        return None;
    }
    let length = length_or_one(reader, at + 1, number(reader, at + 1))?;
    let ago = reader.is(length.end, Meaning::Ago);
    let (end, when, sign) = if ago {
        (length.end + 1, length.away(-1.0, reader.reference)?, -1.0)
    } else {
        away_from(reader, &length)?
    };
    let there = when.day.map(|it| it.to_string()).or(when.value)?;
    let today = reader.reference?.date();
    let value = match (more, sign < 0.0) {
        (true, true) => format!("/{there}"),
        (true, false) => format!("{there}/"),
        (false, true) => format!("{there}/{today}"),
        (false, false) => format!("{today}/{there}"),
    };
    Some(stretch(reader, at, end, Some(value), when.iso))
}

/// What stands behind a length that is counted from a time: where it ends, the
/// time, and which way it was counted.
fn away_from(reader: &Reader<'_>, length: &Length) -> Option<(usize, When, f64)> {
    let edge = reader.edge(length.end);
    let from = reader.is(length.end, Meaning::From);
    let sign = match edge {
        Some(Edge::Before) => -1.0,
        Some(Edge::After | Edge::Since) => 1.0,
        Some(Edge::Until) | None if from => 1.0,
        Some(Edge::Until) | None => return None,
    };
    if from && reader.words(length.end + 1).eq_ignore_ascii_case("now") {
        let when = length.away(1.0, reader.reference)?;
        return Some((length.end + 2, when, sign));
    }
    let start = length.end + 1 + usize::from(reader.is(length.end + 1, Meaning::Definite));
    let (end, day, _) = point(reader, start)?;
    let mut day = day.day.or_else(|| first_day(&day))?;
    // "3 days from Tuesday" looks ahead.
    if from && end == start + 1 && reader.weekday(start).is_some() {
        day = ahead(reader, day)?;
    }
    let when = length.away(sign, Some(day.and_hms_opt(0, 0, 0)?))?;
    let iso = when.day.map_or(when.iso.clone(), |it| it.to_string());
    Some((end, When { iso, ..when }, sign))
}

/// The same day of the week in the seven days from now on.
fn ahead(reader: &Reader<'_>, day: NaiveDate) -> Option<NaiveDate> {
    let today = reader.reference?.date();
    if day >= today {
        return Some(day);
    }
    day.checked_add_signed(Duration::try_days(7)?)
}

/// `two Sundays from now`, `3 Thursdays ago`.
pub(super) fn counted_weekdays(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let count = number(reader, at).filter(|it| it.value.fract() == 0.0)?;
    let weekday = reader.find(count.end, |it| match it {
        Meaning::Weekdays(day) => Some(day),
        _ => None,
    })?;
    let behind = count.end + 1;
    let now = reader.reference?;
    let ago = reader.is(behind, Meaning::Ago);
    let from_now =
        reader.is(behind, Meaning::From) && reader.words(behind + 1).eq_ignore_ascii_case("now");
    let (end, weeks, first) = if ago {
        let yesterday = now.checked_sub_signed(Duration::try_days(1)?)?;
        let first = latest_weekday(weekday, Some(yesterday)).day?;
        (behind + 1, 1.0 - count.value, first)
    } else if from_now {
        let soon = now.checked_add_signed(Duration::try_days(7)?)?;
        let first = latest_weekday(weekday, Some(soon)).day?;
        (behind + 2, count.value - 1.0, first)
    } else {
        return None;
    };
    let from = first.and_hms_opt(0, 0, 0)?;
    let when = distance(TimeUnit::Week, weeks, Some(from))?;
    Some(told(reader, at, end, when))
}

/// `Monday two weeks from now`: of that week, which begins with its Sunday.
pub(super) fn weekday_before(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let weekday = reader.weekday(at)?;
    let length = length_or_one(reader, at + 1, number(reader, at + 1))?;
    let (end, when, _) = away_from(reader, &length)?;
    let there = when.day?;
    let days = i64::from(weekday % 7) - i64::from(there.weekday().num_days_from_sunday());
    let day = there.checked_add_signed(Duration::try_days(days)?)?;
    Some(told(reader, at, end, When::day(day)))
}

/// `two months from today on Tuesday`: the first such day from then on.
pub(super) fn weekday_behind(
    reader: &Reader<'_>,
    at: usize,
    length: &Length,
) -> Option<(usize, Mention)> {
    let (end, when, _) = away_from(reader, length)?;
    if !reader.words(end).eq_ignore_ascii_case("on") {
        return None;
    }
    let weekday = i64::from(reader.weekday(end + 1)?);
    let there = when.day?;
    let days = (7 + weekday - i64::from(there.weekday().number_from_monday())) % 7;
    let day = there.checked_add_signed(Duration::try_days(days)?)?;
    Some(told(reader, at, end + 2, When::day(day)))
}

/// `the last three weeks`, `next 2 quarters`, `past few days`, `last hour`: so
/// many units up to now or from now on.
pub(super) fn counted_stretch(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.is(at, Meaning::Definite));
    if let Some(found) = count_first(reader, at) {
        return Some(found);
    }
    let by = reader.relative(start).filter(|it| *it != 0)?;
    if let Some(length) = length(reader, start + 1, number(reader, start + 1)) {
        // The article belongs to a name such as "the last two decades".
        let named = length.unit == TimeUnit::Decade;
        // "the last five months of her life" are not the last ones from now.
        if reader.is(length.end, Meaning::Of) {
            return None;
        }
        let from = if named { at } else { start };
        return up_to_now(reader, from, length.end, f64::from(by), &length);
    }
    if let Some(found) = last_moment(reader, start, by) {
        return Some(found);
    }
    let few = reader.words(start + 1);
    let is_few = few.eq_ignore_ascii_case("few") || few.eq_ignore_ascii_case("several");
    let unit = reader.time_unit(start + 2).filter(|_| is_few)?;
    let length = Length::of(FEW, unit, start + 3);
    up_to_now(reader, start, length.end, f64::from(by), &length)
}

/// `last hour`, `next minute`; but "at the last minute" names no time.
fn last_moment(reader: &Reader<'_>, at: usize, by: i32) -> Option<(usize, Mention)> {
    let unit = reader.time_unit(at + 1).filter(|it| !is_of_days(*it))?;
    let at_the = at > 1 && reader.is(at - 1, Meaning::Definite);
    if reader.words(at + 1).ends_with('s') || at_the || reader.glued(at + 1) {
        return None;
    }
    let length = Length::of(1.0, unit, at + 2);
    up_to_now(reader, at, length.end, f64::from(by), &length)
}

/// `5 upcoming years`, `13 past minutes`.
fn count_first(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let count = number(reader, at).filter(|it| it.value >= 1.0)?;
    let by = reader.relative(count.end).filter(|it| *it != 0)?;
    let unit = reader.time_unit(count.end + 1)?;
    if !reader.words(count.end + 1).ends_with('s') {
        return None;
    }
    let length = Length::of(count.value, unit, count.end + 2);
    up_to_now(reader, at, length.end, f64::from(by), &length)
}

/// `4 weeks in the future`, `2 days hence`.
pub(super) fn in_the_future(
    reader: &Reader<'_>,
    at: usize,
    length: &Length,
) -> Option<(usize, Mention)> {
    let end = if reader.words(length.end).eq_ignore_ascii_case("hence") {
        length.end + 1
    } else {
        let future = reader.is(length.end, Meaning::In)
            && reader.is(length.end + 1, Meaning::Definite)
            && reader.words(length.end + 2).eq_ignore_ascii_case("future");
        future.then_some(length.end + 3)?
    };
    up_to_now(reader, at, end, 1.0, length)
}

/// So many units before (`sign` is negative) or after now. Quarters and decades
/// are those of the calendar; days ahead begin with tomorrow.
fn up_to_now(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    sign: f64,
    length: &Length,
) -> Option<(usize, Mention)> {
    let now = reader.reference?;
    let value = match length.unit {
        TimeUnit::Quarter | TimeUnit::Decade => of_calendar(now.date(), sign, length)?,
        _ if sign < 0.0 => span(length.moved(sign, now)?, now, length.is_of_days()),
        _ => {
            let ahead = i64::from(length.is_of_days());
            let from = now.checked_add_signed(Duration::try_days(ahead)?)?;
            span(from, length.moved(sign, from)?, length.is_of_days())
        }
    };
    Some(stretch(reader, at, end, Some(value.clone()), value))
}

/// The so many quarters or decades before or after the one that runs.
fn of_calendar(today: NaiveDate, sign: f64, length: &Length) -> Option<String> {
    let whole = length.count.fract() == 0.0 && (1.0..=400.0).contains(&length.count);
    #[expect(clippy::cast_possible_truncation, reason = "at most 400")]
    let count = whole.then_some(length.count as i32)?;
    let first = |ordinal: i32| -> Option<NaiveDate> {
        let when = if length.unit == TimeUnit::Decade {
            decade(ordinal * 10)
        } else {
            quarter_of(ordinal.div_euclid(4), ordinal.rem_euclid(4) + 1)?
        };
        first_day(&when)
    };
    let now = if length.unit == TimeUnit::Decade {
        today.year().div_euclid(10)
    } else {
        today.year() * 4 + i32::try_from(today.month0() / 3).ok()?
    };
    let (from, to) = if sign < 0.0 {
        (now - count, now)
    } else {
        (now + 1, now + 1 + count)
    };
    Some(format!("{}/{}", first(from)?, first(to)?))
}
