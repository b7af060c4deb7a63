//! Chinese and Japanese dates: 2023年11月20日, 去年三月, 5月3日, 二十日.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{When, nearest_day, nearest_month};
use crate::mention::date::Found;
use crate::mention::date::parts::{full, small, whole, whole_month};
use crate::mention::number::{Number, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Chinese and Japanese dates: 2023年11月20日, 去年三月, 5月3日, 二十日.
pub(super) fn cjk(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
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
