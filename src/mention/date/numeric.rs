//! Dates in figures alone: `2020-07-01`, `23.04.2022`, `1987`.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::mention::calendar::When;
use crate::mention::date::Found;
use crate::mention::date::parts::{small, whole, year_at};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Years that a bare figure of four digits is taken for.
const LIKELY_YEARS: RangeInclusive<i32> = 1900..=2059;

/// `2020-07-01`, `23.04.2022`, `5/17/2018`, `2020/7`.
pub(super) fn numeric(reader: &Reader<'_>, i: usize) -> Option<Found> {
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

/// A plain figure of four digits that is likely a year.
pub(super) fn bare_year(reader: &Reader<'_>, i: usize) -> Option<Found> {
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
