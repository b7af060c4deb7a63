//! Dates that are named by where they stand from now: `yesterday`, `last week`,
//! `two days ago`, 上週五, 三天前.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{When, latest_weekday, monday, relative, weekend};
use crate::mention::date::Found;
use crate::mention::date::era::cjk_stretch;
use crate::mention::date::holiday::on_holiday;
use crate::mention::date::narrowed::OPEN_CENTURY;
use crate::mention::date::parts::{full, small, whole_month};
use crate::mention::duration::{is_between_events, length_or_one};
use crate::mention::number::{Number, number};
use crate::mention::reader::Reader;
use crate::mention::time::chinese::hour_in_part;
use crate::mention::words::{Meaning, TimeUnit};

/// Dates by their names: `yesterday`, `last week`, 上週五, 19世紀.
pub(super) fn named(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some(found) = day_from_now(reader, i).or_else(|| night(reader, i)) {
        return Some(found);
    }
    if reader.unspaced {
        if let Some(weekday) = reader.weekday(i) {
            return Some((i + 1, latest_weekday(weekday, reader.reference)));
        }
        if reader.is(i, Meaning::Weekend) {
            let this = weekend(0, reader.reference);
            return Some((i + 1, this.unwrap_or_else(open_weekend)));
        }
        if let Some(first) = number(reader, i) {
            return cjk_stretch(reader, first);
        }
    }
    let by = reader.relative(i)?;
    let at = i + 1;
    if let Some(day) = relative_holiday(reader, at, by) {
        return Some((at + 1, When::day(day)));
    }
    if let Some(weekday) = reader.weekday(at) {
        // "past Friday" and "coming Friday" are the nearest on their side, "last
        // Friday" and "next Friday" those of another week.
        let word = reader.words(i).to_ascii_lowercase();
        let nearest = word.ends_with("coming") || word.ends_with("past");
        return Some((at + 1, relative_weekday(reader, weekday, by, nearest)));
    }
    if reader.is(at, Meaning::Weekend) {
        let when = weekend(by, reader.reference).unwrap_or_else(open_weekend);
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
    if reader.unspaced
        && reader.is(at, Meaning::Half)
        && reader.time_unit(at + 1) == Some(TimeUnit::Year)
    {
        return Some((at + 2, half_year(by, reader.reference)?));
    }
    relative_unit(reader, at, by)
}

/// 上個半年: so many halves of a year from the one that runs.
fn half_year(by: i32, reference: Option<NaiveDateTime>) -> Option<When> {
    let now = reference?.date();
    let half = now.year() * 2 + i32::from(now.month() > 6) + by;
    let from = NaiveDate::from_ymd_opt(half.div_euclid(2), 1, 1)?;
    let second = u32::from(half.rem_euclid(2) > 0);
    let from = from.checked_add_months(Months::new(6 * second))?;
    let to = from.checked_add_months(Months::new(6))?;
    Some(When::stretch(from, to, format!("({from},{to},P6M)")))
}

fn open_weekend() -> When {
    When::open("XXXX-WXX-WE".to_owned())
}

/// `yesterday`, 大後天.
fn day_from_now(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let by = reader.find(i, |it| match it {
        Meaning::Day(by) => Some(by),
        _ => None,
    })?;
    let day = day_from_today(reader, by);
    let iso = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |it| it.to_string());
    Some((i + 1, When::open_day(day, iso)))
}

fn day_from_today(reader: &Reader<'_>, by: i64) -> Option<NaiveDate> {
    let now = reader.reference?.date();
    now.checked_add_signed(chrono::Duration::try_days(by)?)
}

/// `tonight`, 昨晚.
fn night(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (by, code, from, to) = reader.find(i, |it| match it {
        Meaning::PartOfDay(by, code, from, to) => Some((by, code, from, to)),
        _ => None,
    })?;
    let day = day_from_today(reader, by);
    let mut when =
        When::open(day.map_or_else(|| format!("XXXX-XX-XXT{code}"), |it| format!("{it}T{code}")));
    let end_of = if to == 24 {
        "23:59:59".to_owned()
    } else {
        format!("{to:02}:00:00")
    };
    when.value = day.map(|it| format!("{it} {from:02}:00:00/{it} {end_of}"));
    // 今晚八點
    if let Some(clock) = hour_in_part(reader, i + 1, from).filter(|_| reader.unspaced) {
        let day = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |it| it.to_string());
        when.iso = format!("{day}{}", clock.iso);
        when.value = when.value.map(|_| format!("{day} {}", clock.value));
        return Some((clock.end, when));
    }
    Some((i + 1, when))
}

/// `last Easter`, `next Christmas`.
fn relative_holiday(reader: &Reader<'_>, at: usize, by: i32) -> Option<NaiveDate> {
    let holiday = reader.find(at, |it| match it {
        Meaning::Holiday(holiday) => Some(holiday),
        _ => None,
    })?;
    let now = reader.reference?.date();
    let of_year = |year: i32| on_holiday(holiday, Some(year), None).day;
    let this = of_year(now.year())?;
    match by {
        0 => Some(this),
        _ if by < 0 => Some(this)
            .filter(|it| *it < now)
            .or_else(|| of_year(now.year() - 1)),
        _ => Some(this)
            .filter(|it| *it > now)
            .or_else(|| of_year(now.year() + 1)),
    }
}

/// `last Friday`, 下週三.
fn relative_weekday(reader: &Reader<'_>, weekday: u32, by: i32, nearest: bool) -> When {
    let day = reader.reference.and_then(|now| {
        let monday = monday(now.date(), by)?;
        monday.checked_add_days(Days::new(u64::from(weekday) - 1))
    });
    match day {
        Some(day) if by == -1 && nearest && !reader.unspaced => {
            let latest = latest_weekday(
                weekday,
                reader.reference.map(|it| it - chrono::Duration::days(1)),
            );
            latest.day.map_or_else(|| When::day(day), When::day)
        }
        Some(_) if by == 1 && nearest => {
            let today = reader.reference.and_then(|it| it.date().pred_opt());
            let first = today.and_then(|it| {
                let latest = it.checked_add_days(Days::new(8))?.and_hms_opt(0, 0, 0)?;
                latest_weekday(weekday, Some(latest)).day
            });
            first.map_or_else(|| latest_weekday(weekday, None), When::day)
        }
        Some(day) => When::day(day),
        None => latest_weekday(weekday, None),
    }
}

/// `last week`, `next month`, 上月5日; `at` is the unit's token.
fn relative_unit(reader: &Reader<'_>, at: usize, by: i32) -> Option<Found> {
    let unit = reader.time_unit(at)?;
    if reader.words(at).ends_with('s') || (unit == TimeUnit::Day && by != 0) {
        return None;
    }
    let open = || {
        let century = unit == TimeUnit::Century;
        When::open(if century { OPEN_CENTURY } else { "XXXX" }.to_owned())
    };
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
        && let of = usize::from(reader.words(at + 1) == "的")
        && let Some(day) = number(reader, at + 1 + of)
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

/// `two days ago`, `a week ago`, 三天前, `3 weeks later`.
pub(super) fn from_now(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let length = length_or_one(reader, i, first)?;
    let ago = reader.is(length.end, Meaning::Ago);
    let later = reader.is(length.end, Meaning::Later);
    if !(ago || later) || is_between_events(reader, &length) {
        return None;
    }
    let sign = if ago { -1.0 } else { 1.0 };
    let when = length
        .away(sign, reader.reference)
        .unwrap_or_else(|| When::open("XXXX".to_owned()));
    // 三天前的早上: a day that was counted off has its hours too.
    let single = reader.unspaced && length.unit == TimeUnit::Day && when.single;
    Some((length.end + 1, When { single, ..when }))
}
