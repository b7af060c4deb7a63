//! Parts of a stretch of days: its first and last day, a half, its third week.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::mention::calendar::{When, monday};
use crate::mention::words::{Phase, TimeUnit};

/// The first day of a date or a stretch.
pub(super) fn first_day(when: &When) -> Option<NaiveDate> {
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
pub(super) fn day_after(when: &When) -> Option<NaiveDate> {
    if let Some(day) = when.day {
        return day.checked_add_days(Days::new(1));
    }
    let value = when.value.as_deref()?;
    if value.len() == 4 {
        return NaiveDate::from_ymd_opt(value.parse::<i32>().ok()?.checked_add(1)?, 1, 1);
    }
    value.split_once('/')?.1.parse().ok()
}

/// The first half, the middle or the second half of a stretch, its end exclusive.
pub(super) fn phase(when: &When, phase: Phase) -> Option<String> {
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
            let months = u32::try_from(months_between(from, to) * part / of).ok()?;
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

fn months_between(from: NaiveDate, to: NaiveDate) -> u64 {
    let months = |it: NaiveDate| i64::from(it.year()) * 12 + i64::from(it.month0());
    u64::try_from(months(to) - months(from)).unwrap_or(0)
}

/// Part `nth` of the `of` that a unit has: the third quarter of a year, the last
/// ten days of a month. Nothing where `when` is no such unit.
pub(super) fn part_of(when: &When, unit: TimeUnit, nth: u32, of: u32) -> Option<When> {
    let (from, to) = (first_day(when)?, day_after(when)?);
    let days = (to - from).num_days();
    let (start, end) = match unit {
        TimeUnit::Year if (365..=366).contains(&days) => {
            let each = 12 / of;
            let at = |part: u32| from.checked_add_months(Months::new(part * each));
            (at(nth - 1)?, at(nth)?)
        }
        TimeUnit::Month if (28..=31).contains(&days) => {
            let each = 30 / u64::from(of);
            let at = |part: u32| from.checked_add_days(Days::new(u64::from(part) * each));
            (at(nth - 1)?, if nth == of { to } else { at(nth)? })
        }
        TimeUnit::Week if days == 7 => {
            let middle = from.checked_add_days(Days::new(3))?;
            if nth == 1 {
                (from, middle)
            } else {
                (middle, to)
            }
        }
        _ => return None,
    };
    Some(When::stretch(start, end, format!("{start}/{end}")))
}

/// The how-manyeth such day of the week in a stretch, or the last one.
pub(super) fn weekday_of(when: &When, weekday: u32, nth: Option<u32>) -> Option<NaiveDate> {
    let (first, after) = (first_day(when)?, day_after(when)?);
    let ahead = |from: NaiveDate| (7 + weekday - from.weekday().number_from_monday()) % 7;
    let day = if let Some(nth) = nth {
        let weeks = u64::from(nth.clamp(1, 53) - 1);
        first.checked_add_days(Days::new(u64::from(ahead(first)) + 7 * weeks))?
    } else {
        let from = after.checked_sub_days(Days::new(7))?;
        from.checked_add_days(Days::new(u64::from(ahead(from))))?
    };
    (day < after).then_some(day)
}

/// The how-manyeth week of a stretch, or its last one: by ISO 8601 the first
/// week is the one with the first Thursday.
pub(super) fn week_of(when: &When, nth: Option<u32>) -> Option<When> {
    let (first, after) = (first_day(when)?, day_after(when)?);
    let from = if let Some(nth) = nth {
        let weeks = i32::try_from(nth.clamp(1, 54)).ok()? - 1;
        monday(first.checked_add_days(Days::new(3))?, weeks)?
    } else {
        monday(after.checked_sub_days(Days::new(4))?, 0)?
    };
    Some(week_from(from))
}

/// The week that begins on a Monday.
pub(super) fn week_from(monday: NaiveDate) -> When {
    let week = monday.iso_week();
    let to = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    When::stretch(monday, to, format!("{}-W{:02}", week.year(), week.week()))
}

/// The how-manyeth month of a stretch, or its last one.
pub(super) fn month_of(when: &When, nth: Option<u32>) -> Option<When> {
    let (from, to) = (first_day(when)?, day_after(when)?);
    let start = match nth {
        Some(nth) => from.checked_add_months(Months::new(nth - 1))?,
        None => to.checked_sub_months(Months::new(1))?,
    };
    let end = start.checked_add_months(Months::new(1))?;
    (end <= to).then(|| When::stretch(start, end, start.format("%Y-%m").to_string()))
}

/// The how-manyeth day of a stretch, or its last one.
pub(super) fn day_of(when: &When, nth: Option<u32>) -> Option<NaiveDate> {
    let (from, to) = (first_day(when)?, day_after(when)?);
    let day = match nth {
        Some(nth) => from.checked_add_days(Days::new(u64::from(nth) - 1))?,
        None => to.pred_opt()?,
    };
    (day < to).then_some(day)
}
