//! Dates in figures alone: `2020-07-01`, `23.04.2022`, `1987`.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::mention::calendar::{When, nearest_day};
use crate::mention::date::Found;
use crate::mention::date::parts::{small, whole, whole_month, year_at, year_in_words};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Years that a bare figure of four digits is taken for.
const LIKELY_YEARS: RangeInclusive<i32> = 1900..=2059;

/// Years behind the word "year": those below are mostly the years of a course.
const EARLY_YEARS: RangeInclusive<i32> = 100..=2100;

/// `2020-07-01`, `23.04.2022`, `5/17/2018`, `2020/7`.
pub(super) fn numeric(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let first = reader.figure(i).filter(|it| it.plain)?;
    if let Some(found) = dotted(reader, i) {
        return Some(found);
    }
    if let Some(found) = month_and_day(reader, i)
        .or_else(|| year_and_month(reader, i))
        .or_else(|| day_dotted(reader, i))
        .or_else(|| compact(reader, i))
    {
        return Some(found);
    }
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
    let before = i > 0 && reader.glued(i) && reader.sign(i - 1) == Some(mark);
    if more || before && i > 1 && reader.figure(i - 2).is_some() {
        return None;
    }
    // 12-11-10: in Chinese the year stands first, if it has both its digits.
    let short_year_first = reader.unspaced && mark == '-' && first.digits == 2 && third.digits == 2;
    let (year, month, day) = if first.digits == 4 {
        (first.value, second.value, third.value)
    } else if short_year_first && second.value <= 12.0 {
        (of_two_digits(first.value), second.value, third.value)
    } else if third.digits == 4 || third.digits == 2 {
        let year = match third.digits {
            4 => third.value,
            _ => of_two_digits(third.value),
        };
        let by_habit = reader.vocabulary.day_first && (mark != '-' || reader.unspaced);
        let day_first = (by_habit || first.value > 12.0 || mark == '.') && second.value <= 12.0;
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

/// The year that two digits stand for.
fn of_two_digits(year: f64) -> f64 {
    if year < 50.0 {
        2000.0 + year
    } else {
        1900.0 + year
    }
}

/// `2015.5.13`: the month and the day look like a fraction behind the year.
fn dotted(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let year = year_at(reader, i)?;
    if reader.sign(i + 1) != Some('.') || !reader.glued(i + 1) || !reader.glued(i + 2) {
        return None;
    }
    let (month, day) = reader.words(i + 2).split_once('.')?;
    let more = reader.sign(i + 3) == Some('.') && reader.figure(i + 4).is_some();
    let part = |text: &str| text.parse().ok().filter(|_| text.len() <= 2 && !more);
    let day = NaiveDate::from_ymd_opt(year, part(month)?, part(day)?)?;
    Some((i + 3, When::day(day)))
}

/// `23.04.2022`: the month and the year look like a fraction behind the day.
fn day_dotted(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if reader.sign(i + 1) != Some('.') || !reader.glued(i + 1) || !reader.glued(i + 2) {
        return None;
    }
    let day = reader.figure(i).filter(|it| it.digits <= 2)?;
    let (month, year) = reader.words(i + 2).split_once('.')?;
    let more = reader.sign(i + 3) == Some('.') && reader.figure(i + 4).is_some();
    if more || month.len() > 2 || year.len() != 4 {
        return None;
    }
    let year = year.parse().ok()?;
    let day = NaiveDate::from_ymd_opt(year, month.parse().ok()?, small(day.value, 31)?)?;
    Some((i + 3, When::day(day)))
}

/// `20200701`: the compact form of ISO 8601.
fn compact(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let figure = reader.figure(i).filter(|it| it.plain && it.digits == 8)?;
    let digits = reader.words(i);
    let year = digits.get(..4)?.parse().ok()?;
    if reader.unspaced || !LIKELY_YEARS.contains(&year) || figure.value < 1e7 {
        return None;
    }
    let (month, day) = (
        digits.get(4..6)?.parse().ok()?,
        digits.get(6..)?.parse().ok()?,
    );
    Some((i + 1, When::day(NaiveDate::from_ymd_opt(year, month, day)?)))
}

/// `12/25`, 12/25: a month and a day that make no likely fraction.
fn month_and_day(reader: &Reader<'_>, i: usize) -> Option<Found> {
    /// Of greater denominators there are few in news: 2/15 is a day.
    const LIKELY_DENOMINATOR: f64 = 12.0;
    let part = |at: usize| reader.figure(at).filter(|it| it.plain && it.digits <= 2);
    let (first, second) = (part(i)?, part(i + 2)?);
    let touch = reader.sign(i + 1) == Some('/') && reader.glued(i + 1) && reader.glued(i + 2);
    let before = i > 0 && reader.glued(i) && matches!(reader.sign(i - 1), Some('/' | '.'));
    let after = reader.glued(i + 3)
        && (matches!(reader.sign(i + 3), Some('/' | ':' | '%')) || reader.figure(i + 3).is_some());
    let fraction = first.value < second.value && second.value <= LIKELY_DENOMINATOR;
    if !touch || before || after || fraction {
        return None;
    }
    let (month, day) = match (small(first.value, 12), small(second.value, 31)) {
        (Some(month), Some(day)) => (month, day),
        // "23/12", but "24/7" is all day long.
        (None, Some(month)) if month <= 12 && first.value < 32.0 && !reader.unspaced => {
            let day = small(first.value, 31).filter(|it| (*it, month) != (24, 7))?;
            (month, day)
        }
        _ => return None,
    };
    Some((i + 3, nearest_day(month, day, reader.reference)))
}

/// 2018/10 and 2018-09; but 2018-19 and 2009-10 are two years.
fn year_and_month(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let year = year_at(reader, i).filter(|it| reader.unspaced && LIKELY_YEARS.contains(it))?;
    let mark = reader.sign(i + 1).filter(|it| matches!(it, '-' | '/'))?;
    let glued = |at: usize| reader.glued(at) && reader.glued(at + 1);
    let second = reader
        .figure(i + 2)
        .filter(|it| it.plain && glued(i + 1) && it.digits <= 2)?;
    let month = small(second.value, 12)?;
    let more = reader.sign(i + 3) == Some(mark) && reader.figure(i + 4).is_some();
    let years = mark == '-' && (second.digits < 2 || f64::from(year % 100) < second.value);
    // 2010/11年度, 2010/11賽季
    let marked =
        reader.is(i + 3, Meaning::YearMark) || reader.words(i + 3).starts_with(['年', '赛', '学']);
    (!more && !years && !marked).then(|| (i + 3, whole_month(year, month)))
}

/// A plain figure of four digits that is likely a year.
pub(super) fn bare_year(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some((end, year)) = spoken_year(reader, i) {
        return Some((end, When::year(year)));
    }
    let year = year_at(reader, i)?;
    let after = number(reader, i)?.end;
    if after != i + 1
        || reader.unspaced && !reader.is(i + 1, Meaning::YearMark) && !bounded_year(reader, i)
    {
        return None;
    }
    let cued = i > 0 && reader.is(i - 1, Meaning::YearCue);
    let people = reader.unspaced && reader.is(i + 1, Meaning::Classifier);
    let counted = reader.find(i + 1, |it| match it {
        Meaning::Classifier if people => Some(()),
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

/// `year 247`, `Year two hundred and sixty`: a year that nothing else would tell.
pub(super) fn year_by_number(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if reader.unspaced || !reader.words(i).eq_ignore_ascii_case("year") {
        return None;
    }
    let number = number(reader, i + 1)?;
    let plain = number.plain.is_some() || !number.figures;
    let year = whole(number.value).filter(|it| plain && EARLY_YEARS.contains(it))?;
    Some((number.end, When::year(year)))
}

/// `nineteen ninety-six`: a century and its tens.
fn spoken_year(reader: &Reader<'_>, i: usize) -> Option<(usize, i32)> {
    // "in two thousand and fifteen", with nothing behind it that it could count
    if !reader.unspaced
        && i > 0
        && reader.is(i - 1, Meaning::YearCue)
        && let Some((end, year)) = year_in_words(reader, i)
        && LIKELY_YEARS.contains(&year)
        && reader
            .tokens
            .get(end)
            .is_none_or(|_| reader.sign(end).is_some())
    {
        return Some((end, year));
    }
    let century = number(reader, i).filter(|it| !it.figures && it.value < 21.0)?;
    let tens = number(reader, century.end).filter(|it| it.value >= 10.0)?;
    let (end, year) = year_in_words(reader, i)?;
    let spaced = !reader.unspaced && reader.spaced(century.end);
    (spaced && end == tens.end && LIKELY_YEARS.contains(&year)).then_some((end, year))
}

/// In Chinese a bare year stands in brackets or before a name of an event.
fn bounded_year(reader: &Reader<'_>, i: usize) -> bool {
    let open = i > 0 && matches!(reader.sign(i - 1), Some('(' | '-'));
    let close = matches!(reader.sign(i + 1), Some(')' | '-'));
    open || close
}
