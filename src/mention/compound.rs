//! Times made of times: `in two weeks`, `three days after Easter`, `since 2011`,
//! `the end of May`, `9 a.m. on Tuesday`, `the first week of June`.
//!
//! For languages that part their words by spaces; the words stand in the tables.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::mention::calendar::{When, distance, monday};
use crate::mention::duration::length;
use crate::mention::number::number;
use crate::mention::ordinal::ordinal_value;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::time::{Clock, clock};
use crate::mention::words::{Edge, Meaning, Phase, TimeUnit};
use crate::mention::{Mention, MentionKind, date, point};

/// `the last three weeks`, `next 2 quarters`, `past few days`: so many units up
/// to now or from now on.
fn counted_stretch(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.is(at, Meaning::Definite));
    let by = reader.relative(start).filter(|it| *it != 0)?;
    let (end, count, unit) =
        if let Some(length) = length(reader, start + 1, number(reader, start + 1)) {
            (length.end, length.count, length.unit)
        } else {
            let few = reader.words(start + 1);
            let is_few = few.eq_ignore_ascii_case("few") || few.eq_ignore_ascii_case("several");
            let unit = reader.time_unit(start + 2).filter(|_| is_few)?;
            (start + 3, 3.0, unit)
        };
    let now = reader.reference?;
    let there = distance(unit, f64::from(by) * count, Some(now))?;
    let there = there.day.map(|it| it.to_string()).or(there.value)?;
    let here = if there.len() == 10 {
        now.date().to_string()
    } else {
        now.format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let value = if by < 0 {
        format!("{there}/{here}")
    } else {
        format!("{here}/{there}")
    };
    Some(stretch(reader, at, end, Some(value.clone()), value))
}

/// `Q2`, `2016 Q3`, `2019-Q1`, `last quarter`.
fn quarter(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let now = reader.reference.map(|it| it.date());
    if let Some(by) = reader.relative(at)
        && reader.time_unit(at + 1) == Some(TimeUnit::Quarter)
    {
        let when = crate::mention::calendar::relative(TimeUnit::Quarter, by, reader.reference)?;
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
    let when = crate::mention::calendar::quarter_of(year, number.value as i32)?;
    Some(stretch(reader, at, end, when.value, when.iso))
}

/// A point, or a part of one: `the end of 2008`, `now`.
fn point_or_part(reader: &Reader<'_>, at: usize) -> Option<(usize, When, MentionKind)> {
    if reader.words(at).eq_ignore_ascii_case("now") {
        let now = reader.reference?;
        return Some((at + 1, When::day(now.date()), MentionKind::Date));
    }
    if let Some(found) = point(reader, at) {
        return Some(found);
    }
    let at = at + usize::from(reader.is(at, Meaning::Definite));
    let (end, mention) = phase(reader, at)?;
    let mut when = When::open(mention.iso.unwrap_or_default());
    // The end of a stretch is its last day, its beginning the first.
    when.value = match (reader.phase(at), mention.value) {
        (Some(Phase::End), Some(value)) => value.split_once('/').map(|it| it.1.to_owned()),
        (_, value) => value,
    };
    Some((end, when, MentionKind::Date))
}

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

/// `in two weeks`, `within five minutes`: counted from now.
fn from_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !matches!(
        reader.words(at).to_ascii_lowercase().as_str(),
        "in" | "within"
    ) {
        return None;
    }
    let length = length(reader, at + 1, number(reader, at + 1))?;
    let more = counted_from(reader, at + 1).is_some() || reader.is(length.end, Meaning::Ago);
    if more || reader.is(length.end, Meaning::Of) {
        return None;
    }
    let when = distance(length.unit, length.count, reader.reference)?;
    Some(told(
        reader,
        at,
        length.end,
        When {
            single: false,
            ..when
        },
    ))
}

/// `three weeks from tomorrow`, `5 days before New Year`.
fn counted_from(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let length = length(reader, at, number(reader, at))?;
    let edge = reader.edge(length.end);
    let from = reader.is(length.end, Meaning::From);
    let sign = match edge {
        Some(Edge::Before) => -1.0,
        Some(Edge::After | Edge::Since) => 1.0,
        Some(Edge::Until) | None if from => 1.0,
        Some(Edge::Until) | None => return None,
    };
    let skip = usize::from(reader.is(length.end + 1, Meaning::Definite));
    let (end, day, _) = point(reader, length.end + 1 + skip)?;
    let day = day.day.or_else(|| first_day(&day))?;
    let noon = day.and_hms_opt(0, 0, 0)?;
    let when = distance(length.unit, sign * length.count, Some(noon))?;
    let iso = when.day.map_or(when.iso.clone(), |it| it.to_string());
    Some(told(
        reader,
        at,
        end,
        When {
            iso,
            single: false,
            ..when
        },
    ))
}

/// The first day of a date or a stretch.
fn first_day(when: &When) -> Option<NaiveDate> {
    let value = when.value.as_deref()?;
    let first = value.split(['/', ' ']).next()?;
    let first = if first.len() == 4 {
        format!("{first}-01-01")
    } else {
        first.to_owned()
    };
    first.parse().ok()
}

/// The day after the last of a date or a stretch.
fn day_after(when: &When) -> Option<NaiveDate> {
    if let Some(day) = when.day {
        return day.checked_add_days(Days::new(1));
    }
    let value = when.value.as_deref()?;
    if value.len() == 4 {
        return NaiveDate::from_ymd_opt(value.parse::<i32>().ok()?.checked_add(1)?, 1, 1);
    }
    value.split_once('/')?.1.parse().ok()
}

/// `since 2011`, `before Friday`, `after 2.30 p.m.`: one end is open.
fn bounded(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    // "until last week" and "by Friday" name the day; the open end is no news.
    let edge = reader.edge(at).filter(|it| *it != Edge::Until)?;
    let (end, when, kind) = point_or_part(reader, at + 1)?;
    let value = if kind == MentionKind::Time {
        when.value.clone()
    } else {
        let day = match edge {
            Edge::After if when.day.is_none() => day_after(&when),
            Edge::Before | Edge::After | Edge::Since | Edge::Until => first_day(&when),
        };
        day.map(|it| it.to_string())
    };
    let value = value.map(|it| match edge {
        Edge::Before | Edge::Until => format!("/{it}"),
        Edge::After | Edge::Since => format!("{it}/"),
    });
    Some(stretch(reader, at, end, value, when.iso))
}

/// `early 2015`, `the end of May`, `later this week`.
fn phase(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    let mut start = at + 1;
    start = reader.past_hyphen(start);
    start += usize::from(reader.is(start, Meaning::Of));
    start += usize::from(reader.is(start, Meaning::Definite));
    if let Some((_, from, to)) = reader.day_part(start) {
        return Some(part_of_day(reader, at, start + 1, phase, (from, to)));
    }
    let (end, when, _) = point(reader, start)?;
    let value = part(&when, phase);
    Some(told(
        reader,
        at,
        end,
        When {
            value: value.or_else(|| when.value.clone()),
            day: None,
            single: false,
            iso: when.iso,
        },
    ))
}

/// `late afternoon`, `mid-morning`.
fn part_of_day(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    phase: Phase,
    (from, to): (u32, u32),
) -> (usize, Mention) {
    let middle = from.midpoint(to);
    let value = match phase {
        Phase::Start => format!("{from:02}:00:00/{middle:02}:00:00"),
        Phase::Middle => format!("{middle:02}:00:00"),
        Phase::End => format!("{middle:02}:00:00/{:02}:00:00", to.min(23)),
    };
    let mut when = When::open(format!("T{middle:02}"));
    when.value = Some(value);
    (end, date::mention(reader, at, end, when, MentionKind::Time))
}

/// The first half, the middle or the second half of a stretch, its end exclusive.
fn part(when: &When, phase: Phase) -> Option<String> {
    if let Some(day) = when.day {
        return Some(match phase {
            Phase::Start => format!("{day} 00:00:00/{day} 12:00:00"),
            Phase::Middle => format!("{day} 10:00:00/{day} 14:00:00"),
            Phase::End => format!("{day} 23:59:59"),
        });
    }
    let (from, to) = (first_day(when)?, day_after(when)?);
    let days = u64::try_from((to - from).num_days()).ok()?;
    // A year has its halves by months, all else by days.
    let at = |part: u64, of: u64| {
        if days > 360 {
            let months = u32::try_from(12 * part / of).ok()?;
            from.checked_add_months(Months::new(months))
        } else {
            from.checked_add_days(Days::new(days * part / of))
        }
    };
    let (from, to) = match phase {
        Phase::Start => (from, at(1, 2)?),
        Phase::Middle => (at(1, 3)?, at(2, 3)?),
        Phase::End => (at(1, 2)?, to),
    };
    Some(format!("{from}/{to}"))
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

/// The same with its article: `the week of April 10`, `the first Friday of June`.
fn with_article(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.words(at).eq_ignore_ascii_case("the") {
        return None;
    }
    let (end, mut mention) = week_of(reader, at + 1).or_else(|| nth_weekday(reader, at + 1))?;
    mention.range = reader.range(at, end);
    Some((end, mention))
}

/// `first Friday of next month`, `last Monday in May 2021`.
fn nth_weekday(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let (day_at, count) = match ordinal_value(reader, at) {
        Some((end, value)) => (end, Some(value)),
        None if is_last(reader, at) => (at + 1, None),
        None => return None,
    };
    let weekday = reader.weekday(day_at)?;
    let joins = reader.is(day_at + 1, Meaning::Of) || reader.is(day_at + 1, Meaning::In);
    let (end, when, _) = joins.then(|| point(reader, day_at + 2)).flatten()?;
    let (first, after) = (first_day(&when)?, day_after(&when)?);
    let ahead = |from: NaiveDate| (7 + weekday - from.weekday().number_from_monday()) % 7;
    let day = if let Some(count) = count {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a week of a year"
        )]
        let weeks = (count as u64).clamp(1, 53) - 1;
        first.checked_add_days(Days::new(u64::from(ahead(first)) + 7 * weeks))?
    } else {
        let from = after.checked_sub_days(Days::new(7))?;
        from.checked_add_days(Days::new(u64::from(ahead(from))))?
    };
    (day < after).then(|| told(reader, at, end, When::day(day)))
}

/// `end of day`, `the end of the week`: of the one that runs.
fn phase_of_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    if !reader.words(at).to_ascii_lowercase().ends_with("of") {
        return None;
    }
    let unit_at = at + 1 + usize::from(reader.is(at + 1, Meaning::Definite));
    let unit = reader.time_unit(unit_at)?;
    if reader.words(unit_at).ends_with('s') || reader.is(unit_at + 1, Meaning::Of) {
        return None;
    }
    let when = crate::mention::calendar::relative(unit, 0, reader.reference)?;
    let value = part(&when, phase);
    let found = When {
        value,
        day: None,
        single: false,
        iso: when.iso,
    };
    Some(told(reader, at, unit_at + 1, found))
}

/// `week of April 10`, `first week of 2019`, `last week of May`.
fn week_of(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
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
    if !week(unit_at) || !reader.is(unit_at + 1, Meaning::Of) {
        return None;
    }
    let skip = usize::from(reader.is(unit_at + 2, Meaning::Definite));
    let (end, when, _) = point(reader, unit_at + 2 + skip)?;
    let (first, last) = (first_day(&when)?, day_after(&when)?.pred_opt()?);
    let from = match count {
        // By ISO 8601 the first week is the one with the first Thursday.
        Some(count) => {
            #[expect(clippy::cast_possible_truncation, reason = "a week of a year")]
            let weeks = (count as i32).clamp(1, 54) - 1;
            let fourth = first.checked_add_days(Days::new(3))?;
            monday(fourth, weeks)?
        }
        None => monday(last.checked_sub_days(Days::new(3))?, 0)?,
    };
    Some(told(reader, at, end, week_from(from)))
}

fn is_last(reader: &Reader<'_>, i: usize) -> bool {
    reader.words(i).eq_ignore_ascii_case("last")
}

fn week_from(monday: NaiveDate) -> When {
    let week = monday.iso_week();
    let to = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    When::stretch(monday, to, format!("{}-W{:02}", week.year(), week.week()))
}

/// `Monday of next week`, `next week Wednesday`.
fn weekday_of_week(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
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

/// `from March to May`, `between 2014 and 2018`, with the opening word.
fn from_to(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let between = reader.is(at, Meaning::Between);
    if !between && !reader.is(at, Meaning::From) {
        return None;
    }
    let (end, from, kind) = point_or_part(reader, at + 1)?;
    let joined = range::joins(reader, end) || between && reader.is(end, Meaning::And);
    let (to_end, to, to_kind) = joined.then(|| point_or_part(reader, end + 1)).flatten()?;
    if kind != to_kind {
        return None;
    }
    Some((to_end, range::times(reader, at, to_end, &from, &to)))
}
