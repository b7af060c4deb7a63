//! Dates of the Chinese lunar calendar: 農曆八月十五, 正月初一, 去年臘月, 閏二月初三.

use chrono::{Datelike, Days, NaiveDate};

use crate::mention::calendar::When;
use crate::mention::date::Found;
use crate::mention::date::chinese::Year;
use crate::mention::date::holiday::nearest;
use crate::mention::date::parts::small;
use crate::mention::lunar::{self, LunarMonth};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// No month of the moon is longer.
const LONGEST_MONTH: u32 = 30;

/// The date of the lunar calendar whose month, or 農曆 before it, stands at token
/// `i`, behind `year` where that is told. Without 農曆 before the year (`told`)
/// the month or the day must have a name that only this calendar knows.
pub(super) fn lunar(
    reader: &Reader<'_>,
    i: usize,
    year: Option<Year>,
    told: bool,
) -> Option<Found> {
    let marked = reader.is(i, Meaning::Lunar);
    let at = i + usize::from(marked);
    let leap = reader.is(at, Meaning::LeapMonth);
    let at = at + usize::from(leap);
    let named = reader.find(at, |it| match it {
        Meaning::LunarMonth(month) => Some(month),
        _ => None,
    });
    let (end, month) = if let Some(month) = named {
        (at + 1, month)
    } else {
        let month = number(reader, at).filter(|it| reader.is(it.end, Meaning::MonthMark))?;
        (month.end + 1, small(month.value, 12)?)
    };
    let month = LunarMonth {
        number: month,
        leap,
    };
    let sure = told || marked || leap || named.is_some();
    if let Some((end, day)) = day_of_month(reader, end, sure) {
        let day = resolved(reader, year, |it| lunar::day(it, month, day));
        let iso = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |it| it.to_string());
        return Some((end, When::open_day(day, iso)));
    }
    if !sure {
        return None;
    }
    let first = resolved(reader, year, |it| Some(lunar::month(it, month)?.0));
    let stretch = first.and_then(|first| {
        // New Year falls no later than 20 February: the eleventh and the twelfth
        // month can lie in the year after their own.
        let days = [first.year(), first.year() - 1]
            .into_iter()
            .filter_map(|it| lunar::month(it, month))
            .find(|it| it.0 == first)?
            .1;
        let to = first.checked_add_days(Days::new(u64::from(days)))?;
        Some(When::stretch(first, to, format!("{first}/{to}")))
    });
    Some((
        end,
        stretch.unwrap_or_else(|| When::open("XXXX".to_owned())),
    ))
}

/// 初三, or 十五 and 廿三日 where the calendar is told.
fn day_of_month(reader: &Reader<'_>, i: usize, sure: bool) -> Option<(usize, u32)> {
    if let Some(day) = reader.find(i, |it| match it {
        Meaning::LunarDay(day) => Some(day),
        _ => None,
    }) {
        return Some((i + 1, day));
    }
    let day = number(reader, i).filter(|_| sure && reader.glued(i))?;
    let marked = reader.is(day.end, Meaning::DayMark);
    // 正月三場雪 counts something.
    let counted = !marked && !reader.meanings(day.end).is_empty();
    let value = small(day.value, LONGEST_MONTH)?;
    (!counted).then_some((day.end + usize::from(marked), value))
}

/// The day of the year that was told, or the nearest one.
fn resolved(
    reader: &Reader<'_>,
    year: Option<Year>,
    of: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    match year {
        Some(Year::Of(year)) => of(year),
        Some(Year::Open) => None,
        None => nearest(reader.reference?.date(), of),
    }
}
