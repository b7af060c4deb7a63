//! Calendar dates in words and figures, relative ones among them, with their time of day.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{
    When, decade, distance, latest_weekday, month_stretch, nearest_day, nearest_month, quarter_of,
    relative, weekend,
};
use crate::mention::duration::length;
use crate::mention::holiday::holiday;
use crate::mention::number::{Number, number};
use crate::mention::ordinal::ordinal_value;
use crate::mention::reader::Reader;
use crate::mention::time::clock;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::written_date::written;
use crate::mention::{Mention, MentionKind};

/// Years that a bare figure of four digits is taken for.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 1900..=2059;
/// Years that a cue word ("in", "since") makes of one.
const POSSIBLE_YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;

type Found = (usize, When);

/// The date that begins at token `i`, without any time of day behind it.
pub(super) fn day(reader: &Reader<'_>, i: usize) -> Option<(usize, When, MentionKind)> {
    let (end, when) = bare(reader, i, number(reader, i))?;
    when.single.then_some((end, when, MentionKind::Date))
}

/// The date that begins at token `i`, where `first` stands if it is a number.
pub(super) fn date(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let (end, when) = bare(reader, i, first)?;
    Some(possessive(reader, with_clock(reader, end, when)))
}

fn bare(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let written = (!reader.unspaced)
        .then(|| written(reader, i).or_else(|| holiday(reader, i)))
        .flatten();
    let found = numeric(reader, i)
        .or(written)
        .or_else(|| {
            if reader.unspaced {
                cjk(reader, i, first)
            } else {
                spaced(reader, i)
            }
        })
        .or_else(|| named(reader, i))
        .or_else(|| from_now(reader, i, first))
        .or_else(|| bare_year(reader, i))?;
    Some(weekday_after(reader, found))
}

/// The date, or the time of day, as a mention.
pub(super) fn mention(
    reader: &Reader<'_>,
    i: usize,
    end: usize,
    when: When,
    kind: MentionKind,
) -> Mention {
    Mention {
        range: reader.range(i, end),
        kind,
        value: when.value,
        unit: None,
        iso: Some(when.iso),
    }
}

fn possessive(reader: &Reader<'_>, (end, when): Found) -> Found {
    let glued = reader.is(end, Meaning::Possessive) && reader.glued(end);
    (end + usize::from(glued), when)
}

/// `Tuesday, 5 May` and 5月5日（星期二）.
fn weekday_after(reader: &Reader<'_>, (end, when): Found) -> Found {
    if !when.single || when.iso.contains('W') {
        return (end, when);
    }
    let open = reader.sign(end) == Some('(');
    let comma = reader.sign(end) == Some(',');
    let at = end + usize::from(open || comma);
    if reader.weekday(at).is_none() || !reader.unspaced {
        return (end, when);
    }
    let close = usize::from(open && reader.sign(at + 1) == Some(')'));
    (at + 1 + close, when)
}

/// A time of day right after a single day belongs to it.
fn with_clock(reader: &Reader<'_>, end: usize, when: When) -> Found {
    if !when.single {
        return (end, when);
    }
    let mut at = end;
    // "Tuesday in the morning"
    if !reader.unspaced
        && reader.is(at, Meaning::In)
        && reader.is(at + 1, Meaning::Definite)
        && reader.day_part(at + 2).is_some()
    {
        at += 2;
    }
    let in_the = at != end;
    at += usize::from(reader.sign(at) == Some(',') && !reader.unspaced);
    at += usize::from(reader.is(at, Meaning::At));
    if let Some(part) = reader
        .day_part(at)
        .filter(|_| !reader.unspaced && (at == end || in_the))
    {
        let value = when.day.map(|day| {
            format!(
                "{day} {:02}:00:00/{day} {:02}:00:00",
                part.1,
                part.2.min(23)
            )
        });
        let iso = format!("{}T{}", when.iso, part.0);
        return (
            at + 1,
            When {
                value,
                iso,
                day: None,
                single: false,
            },
        );
    }
    let first = number(reader, at);
    let clock = clock(reader, at, first).or_else(|| {
        // 八月七號晚
        let (code, from, to) = reader.day_part(at).filter(|_| reader.unspaced)?;
        Some(crate::mention::time::Clock {
            end: at + 1,
            value: format!("{from:02}:00:00/{to:02}:00:00"),
            iso: format!("T{code}"),
        })
    });
    let Some(clock) = clock else {
        return (end, when);
    };
    let value = when.day.map(|day| {
        let parts: Vec<String> = clock
            .value
            .split('/')
            .map(|it| format!("{day} {it}"))
            .collect();
        parts.join("/")
    });
    let iso = format!("{}{}", when.iso, clock.iso);
    (
        clock.end,
        When {
            value,
            iso,
            day: None,
            single: false,
        },
    )
}

fn whole(value: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "held in range before")]
    (value.fract() == 0.0 && value.abs() < 100_000.0).then_some(value as i32)
}

fn small(value: f64, last: u32) -> Option<u32> {
    let value = u32::try_from(whole(value)?).ok()?;
    (1..=last).contains(&value).then_some(value)
}

/// The year that token `i` is, if it is a plain figure of four digits.
fn year_at(reader: &Reader<'_>, i: usize) -> Option<i32> {
    let figure = reader.figure(i).filter(|it| it.plain && it.digits == 4)?;
    whole(figure.value).filter(|it| POSSIBLE_YEARS.contains(it))
}

/// A day of the month in figures or words: `20`, `20th`, `twentieth`.
fn day_at(reader: &Reader<'_>, i: usize) -> Option<(usize, u32)> {
    if let Some(figure) = reader.figure(i).filter(|it| it.plain && it.digits <= 2) {
        let suffix = reader.is(i + 1, Meaning::OrdinalSuffix) && reader.glued(i + 1);
        let dot = reader.vocabulary.decimal_comma
            && reader.sign(i + 1) == Some('.')
            && reader.glued(i + 1);
        let more = reader.sign(i + 1) == Some(':') || reader.is(i + 1, Meaning::Percent);
        let day = small(figure.value, 31).filter(|_| !more)?;
        return Some((i + 1 + usize::from(suffix || dot), day));
    }
    let (end, value) = ordinal_value(reader, i)?;
    Some((end, small(value, 31)?))
}

fn full(year: i32, month: u32, day: u32) -> When {
    let date = NaiveDate::from_ymd_opt(year, month, day);
    When::open_day(date, format!("{year:04}-{month:02}-{day:02}"))
}

fn whole_month(year: i32, month: u32) -> When {
    let mut when = When::month(year, month);
    when.value = month_stretch(year, month);
    when
}

/// `2020-07-01`, `23.04.2022`, `5/17/2018`, `2020/7`.
fn numeric(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let first = reader.figure(i).filter(|it| it.plain)?;
    let mark = reader
        .sign(i + 1)
        .filter(|it| matches!(it, '-' | '/' | '.'))?;
    let glued = |from: usize| (from..from + 2).all(|it| reader.glued(it));
    let second = reader.figure(i + 2).filter(|it| it.plain && glued(i + 1))?;
    let third = reader
        .figure(i + 4)
        .filter(|it| it.plain && reader.sign(i + 3) == Some(mark) && glued(i + 3))?;
    // A further part makes it a version or a telephone number.
    let more = reader.sign(i + 5) == Some(mark) && reader.figure(i + 6).is_some() && glued(i + 5);
    let before = i > 0 && reader.glued(i) && matches!(reader.sign(i - 1), Some('-' | '/' | '.'));
    if more || before && i > 1 && reader.figure(i - 2).is_some() {
        return None;
    }
    let (year, month, day) = if first.digits == 4 {
        (first.value, second.value, third.value)
    } else if third.digits == 4 || third.digits == 2 {
        let year = match third.digits {
            4 => third.value,
            _ if third.value < 50.0 => 2000.0 + third.value,
            _ => 1900.0 + third.value,
        };
        let day_first =
            (reader.vocabulary.day_first && mark != '-' || first.value > 12.0 || mark == '.')
                && second.value <= 12.0;
        if day_first {
            (year, second.value, first.value)
        } else {
            (year, first.value, second.value)
        }
    } else {
        return None;
    };
    let day = NaiveDate::from_ymd_opt(whole(year)?, small(month, 12)?, small(day, 31)?)?;
    Some((i + 5, When::day(day)))
}

/// `20 November 2023`, `November 20th`, `Tuesday, May 5`.
fn spaced(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some(weekday) = reader.weekday(i) {
        let at = i + 1 + usize::from(reader.sign(i + 1) == Some(','));
        let at = at + usize::from(reader.is(at, Meaning::Definite) && at == i + 1);
        if let Some(found) = month_day(reader, at).or_else(|| day_month(reader, at)) {
            return Some(found);
        }
        return Some((i + 1, latest_weekday(weekday, reader.reference)));
    }
    month_day(reader, i)
        .or_else(|| day_month(reader, i))
        .or_else(|| quarter(reader, i))
        .or_else(|| century(reader, i))
        .or_else(|| era_decade(reader, i))
}

/// A year after a date: `, 2023`, ` 2023`, ` of 2023`.
fn year_after(reader: &Reader<'_>, end: usize) -> Option<(usize, i32)> {
    let skip = usize::from(
        reader.sign(end) == Some(',') || reader.is(end, Meaning::Of) || reader.is(end, Meaning::In),
    );
    let at = end + skip;
    let year = year_at(reader, at)?;
    let more = reader.is(at + 1, Meaning::Percent) || skip == 0 && reader.sign(at + 1) == Some(':');
    (!more).then_some((at + 1, year))
}

fn month_day(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let month = reader.month(i)?;
    let mut at = i + 1;
    // "Sept . 20" in tokenised text
    at += usize::from(reader.sign(at) == Some('.') && reader.words(i).len() <= 4);
    at += usize::from(reader.words(at).eq_ignore_ascii_case("the"));
    if let Some((end, day)) = day_at(reader, at).filter(|it| it.0 <= at + 3) {
        return Some(match year_after(reader, end) {
            Some((end, year)) => (end, full(year, month, day)),
            None => (end, nearest_day(month, day, reader.reference)),
        });
    }
    let end = i + 1;
    if let Some((end, year)) = year_after(reader, end).or_else(|| {
        let at = end + usize::from(reader.sign(end) == Some('-'));
        Some((at + 1, year_at(reader, at)?))
    }) {
        return Some((end, whole_month(year, month)));
    }
    let named = reader.capital(i) || reader.words(i).len() > 4;
    // "May" alone opens many sentences that have nothing to do with spring.
    let doubtful = matches!(reader.words(i), "May" | "Mar" | "Jan" | "Mars");
    let cued = i > 0 && (reader.is(i - 1, Meaning::YearCue) || reader.is(i - 1, Meaning::To));
    (named && (!doubtful || cued)).then(|| (end, nearest_month(month, reader.reference)))
}

fn day_month(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, day) = day_at(reader, i)?;
    let of = usize::from(reader.is(end, Meaning::Of));
    let at = reader.past_hyphen(end + of);
    let month = reader.month(at)?;
    let mut end = at + 1;
    end += usize::from(reader.is(end, Meaning::Of) && year_at(reader, end + 1).is_some());
    let end = reader.past_hyphen(end);
    Some(match year_after(reader, end) {
        Some((end, year)) => (end, full(year, month, day)),
        None => (at + 1, nearest_day(month, day, reader.reference)),
    })
}

/// `Q3 2019`, `third quarter of 2019`.
fn quarter(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, value) = ordinal_value(reader, i)?;
    if reader.time_unit(end) != Some(TimeUnit::Quarter) || value > 4.0 {
        return None;
    }
    let quarter = whole(value)?;
    if let Some((end, year)) = year_after(reader, end + 1) {
        return Some((end, quarter_of(year, quarter)?));
    }
    let at = end + 1 + usize::from(reader.is(end + 1, Meaning::Of));
    let by = relative_of(reader, at)?;
    if reader.time_unit(at + 1) != Some(TimeUnit::Year) {
        return None;
    }
    Some((at + 2, quarter_of(reader.reference?.year() + by, quarter)?))
}

/// `the 19th century`.
fn century(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, value) = ordinal_value(reader, i)?;
    let at = reader.past_hyphen(end);
    let value = whole(value).filter(|it| (1..=30).contains(it))?;
    reader
        .is(at, Meaning::CenturyMark)
        .then(|| (at + 1, hundred_years(value)))
}

fn hundred_years(century: i32) -> When {
    let (from, to) = ((century - 1) * 100, century * 100);
    When {
        value: Some(format!("{from:04}-01-01/{to:04}-01-01")),
        iso: format!("({from:04}-01-01,{to:04}-01-01,P100Y)"),
        day: None,
        single: false,
    }
}

/// `1990s`, `the '80s`.
fn era_decade(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let figure = reader
        .figure(i)
        .filter(|it| it.plain && it.value % 10.0 == 0.0)?;
    if !(reader.is(i + 1, Meaning::DecadeMark) && reader.glued(i + 1)) {
        return None;
    }
    let value = whole(figure.value)?;
    let year = match figure.digits {
        4 if POSSIBLE_YEARS.contains(&value) => value,
        2 if value >= 20 => 1900 + value,
        _ => return None,
    };
    Some((i + 2, decade(year)))
}

/// Chinese and Japanese dates: 2023年11月20日, 去年三月, 5月3日, 二十日.
fn cjk(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let (mut at, year) = cjk_year(reader, i, first)?;
    let mut number_at = if year.is_some() {
        number(reader, at)
    } else {
        first
    };
    let mut month = None;
    if let Some(it) = number_at
        && reader.is(it.end, Meaning::MonthMark)
        && let Some(value) = small(it.value, 12)
    {
        month = Some(value);
        at = it.end + 1;
        number_at = number(reader, at);
    }
    let mut day = None;
    if (month.is_some() || year.is_none())
        && let Some(it) = number_at
        && reader.is(it.end, Meaning::DayMark)
        && let Some(value) = small(it.value, 31)
    {
        day = Some(value);
        at = it.end + 1;
    }
    let when = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => full(year, month, day),
        (Some(year), Some(month), None) => whole_month(year, month),
        (Some(year), None, _) => {
            let mut when = When::year(year);
            when.value = Some(format!("{year:04}-01-01/{:04}-01-01", year + 1));
            when
        }
        (None, Some(month), Some(day)) => nearest_day(month, day, reader.reference),
        (None, Some(month), None) => nearest_month(month, reader.reference),
        (None, None, Some(day)) => {
            // 3號 is also a number on a door: only 日, or figures.
            let ordinary = reader.words(at - 1) == "日" || first.is_some_and(|it| it.figures);
            let near = reader.reference.and_then(|now| near_day_of_month(now, day));
            if !ordinary {
                return None;
            }
            When::open_day(near, format!("XXXX-XX-{day:02}"))
        }
        (None, None, None) => return None,
    };
    Some((at, when))
}

fn near_day_of_month(now: NaiveDateTime, day: u32) -> Option<NaiveDate> {
    // News looks back: the latest such day, today included.
    let today = now.date();
    let this = today.with_day(day).filter(|it| *it <= today);
    this.or_else(|| {
        today
            .with_day(1)?
            .checked_sub_months(chrono::Months::new(1))?
            .with_day(day)
    })
}

/// The year at the head of a Chinese date, and the token after it.
fn cjk_year(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<(usize, Option<i32>)> {
    if let Some(by) = reader.find(i, |it| match it {
        Meaning::YearOffset(by) => Some(by),
        _ => None,
    }) {
        return Some((i + 1, Some(reader.reference?.year() + by)));
    }
    let first = first?;
    if reader.is(first.end, Meaning::YearMark) {
        let digits = first.plain?;
        let value = whole(first.value)?;
        let year = match digits {
            3 | 4 if (100..2200).contains(&value) => value,
            // 98年, with a month behind, is 1998.
            2 if number(reader, first.end + 1)
                .is_some_and(|it| reader.is(it.end, Meaning::MonthMark)) =>
            {
                if value < 50 {
                    2000 + value
                } else {
                    1900 + value
                }
            }
            _ => return None,
        };
        // 2000年間 and 三千年前 are lengths.
        let length = reader.words(first.end + 1).starts_with('间') && digits < 4;
        return (!length).then_some((first.end + 1, Some(year)));
    }
    Some((i, None))
}

fn relative_of(reader: &Reader<'_>, i: usize) -> Option<i32> {
    reader.find(i, |it| match it {
        Meaning::Relative(by) => Some(by),
        _ => None,
    })
}

#[expect(clippy::too_many_lines, reason = "one list of names, tried in order")]
/// Dates by their names: `yesterday`, `last week`, 上週五, 19世紀.
fn named(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some(by) = reader.find(i, |it| match it {
        Meaning::Day(by) => Some(by),
        _ => None,
    }) {
        let day = reader.reference.and_then(|now| {
            now.date()
                .checked_add_signed(chrono::Duration::try_days(by)?)
        });
        let iso = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |it| it.to_string());
        return Some((i + 1, When::open_day(day, iso)));
    }
    if let Some((code, from, to)) = reader
        .day_part(i)
        .filter(|it| matches!(it.0, "TONIGHT" | "LASTNIGHT"))
    {
        let day = reader.reference.map(|it| it.date());
        let day = if code == "LASTNIGHT" {
            day.and_then(|it| it.pred_opt())
        } else {
            day
        };
        let code = if reader.unspaced { "EV" } else { "NI" };
        let mut when = When::open(
            day.map_or_else(|| format!("XXXX-XX-XXT{code}"), |it| format!("{it}T{code}")),
        );
        let end_of = if to == 24 {
            "23:59:59".to_owned()
        } else {
            format!("{to:02}:00:00")
        };
        when.value = day.map(|it| format!("{it} {from:02}:00:00/{it} {end_of}"));
        return Some((i + 1, when));
    }
    if reader.unspaced {
        if let Some(weekday) = reader.weekday(i) {
            return Some((i + 1, latest_weekday(weekday, reader.reference)));
        }
        let first = number(reader, i);
        if let Some(first) = first {
            return cjk_stretch(reader, first);
        }
    }
    let by = relative_of(reader, i)?;
    let at = i + 1;
    if let Some(weekday) = reader.weekday(at) {
        let day = reader.reference.and_then(|now| {
            let monday = crate::mention::calendar::monday(now.date(), by)?;
            monday.checked_add_days(chrono::Days::new(u64::from(weekday) - 1))
        });
        let when = match day {
            Some(day) if by == -1 && !reader.unspaced => {
                // "last Friday" is the latest one before today.
                let latest = latest_weekday(
                    weekday,
                    reader.reference.map(|it| it - chrono::Duration::days(1)),
                );
                latest.day.map_or_else(|| When::day(day), When::day)
            }
            Some(day) => When::day(day),
            None => latest_weekday(weekday, None),
        };
        return Some((at + 1, when));
    }
    if reader.is(at, Meaning::Weekend) {
        let when =
            weekend(by, reader.reference).unwrap_or_else(|| When::open("XXXX-WXX-WE".to_owned()));
        return Some((at + 1, when));
    }
    if let Some(month) = reader.month(at).filter(|_| !reader.unspaced) {
        let now = reader.reference?;
        let year = match by {
            0 => now.year(),
            _ if by < 0 => now.year() - i32::from(month >= now.month()),
            _ => now.year() + i32::from(month <= now.month()),
        };
        return Some((at + 1, whole_month(year, month)));
    }
    if let Some(part) = reader.day_part(at).filter(|_| !reader.unspaced) {
        let day = reader.reference?.date();
        let day = if by < 0 { day.pred_opt()? } else { day };
        let mut when = When::open(format!("{day}T{}", part.0));
        when.value = Some(format!(
            "{day} {:02}:00:00/{day} {:02}:00:00",
            part.1,
            part.2.min(23)
        ));
        return Some((at + 1, when));
    }
    let unit = reader.time_unit(at)?;
    if reader.words(at).ends_with('s') || (unit == TimeUnit::Day && by != 0) {
        return None;
    }
    let open = || When::open("XXXX".to_owned());
    let when = relative(unit, by, reader.reference).unwrap_or_else(open);
    if matches!(
        unit,
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day
    ) {
        return None;
    }
    // 上月5日
    if reader.unspaced
        && unit == TimeUnit::Month
        && let Some(day) = number(reader, at + 1)
        && reader.is(day.end, Meaning::DayMark)
        && let Some(value) = small(day.value, 31)
    {
        let first = reader.reference?.date().with_day(1)?;
        let months = i64::from(first.year()) * 12 + i64::from(first.month0()) + i64::from(by);
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
        return Some((day.end + 1, full(year, month, value)));
    }
    Some((at + 1, when))
}

/// 19世紀, 90年代, 19世紀70年代.
fn cjk_stretch(reader: &Reader<'_>, first: Number) -> Option<Found> {
    let value = whole(first.value)?;
    if reader.is(first.end, Meaning::CenturyMark) && (1..=30).contains(&value) {
        let end = first.end + 1;
        if let Some(tens) = number(reader, end)
            && reader.is(tens.end, Meaning::DecadeMark)
        {
            return Some((tens.end + 1, decade((value - 1) * 100 + whole(tens.value)?)));
        }
        return Some((end, hundred_years(value)));
    }
    if reader.is(first.end, Meaning::DecadeMark) && value % 10 == 0 {
        let year = match value {
            20..=90 => 1900 + value,
            1000..=2100 => value,
            _ => return None,
        };
        return Some((first.end + 1, decade(year)));
    }
    None
}

/// `two days ago`, 三天前, `3 weeks later`.
fn from_now(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let length = length(reader, i, first)?;
    let ago = reader.is(length.end, Meaning::Ago);
    let later = reader.is(length.end, Meaning::Later);
    let clear = !reader.unspaced || reader.words(length.end).len() > 3 || ago;
    if !(ago || later) || !clear {
        return None;
    }
    let sign = if ago { -1.0 } else { 1.0 };
    let when = distance(length.unit, sign * length.count, reader.reference)
        .unwrap_or_else(|| When::open("XXXX".to_owned()));
    Some((
        length.end + 1,
        When {
            single: false,
            ..when
        },
    ))
}

/// A plain figure of four digits that is likely a year.
fn bare_year(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let year = year_at(reader, i)?;
    let after = number(reader, i)?.end;
    if after != i + 1
        || reader.unspaced && !reader.is(i + 1, Meaning::YearMark) && !bounded_year(reader, i)
    {
        return None;
    }
    let cued = i > 0 && reader.is(i - 1, Meaning::YearCue);
    let counted = reader.find(i + 1, |it| match it {
        Meaning::Percent
        | Meaning::Currency(..)
        | Meaning::Measure(_)
        | Meaning::Time(_)
        | Meaning::Of => Some(()),
        _ => None,
    });
    let part = matches!(reader.sign(i + 1), Some('.' | ':' | '/'))
        && reader.figure(i + 2).is_some()
        && reader.glued(i + 2);
    let part_before =
        i > 0 && reader.glued(i) && matches!(reader.sign(i - 1), Some('.' | ':' | '/' | '#'));
    if counted.is_some() || part || part_before && i > 1 && reader.figure(i - 2).is_some() {
        return None;
    }
    (LIKELY_YEARS.contains(&year) || cued).then(|| (i + 1, When::year(year)))
}

/// In Chinese a bare year stands in brackets or before a name of an event.
fn bounded_year(reader: &Reader<'_>, i: usize) -> bool {
    let open = i > 0 && matches!(reader.sign(i - 1), Some('(' | '-'));
    let close = matches!(reader.sign(i + 1), Some(')' | '-'));
    open || close
}
