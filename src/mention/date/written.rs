//! Dates as forms and tables write them: `23/Sep/2020`, `Oct/2`, `2017 April`,
//! `11/2016`, `Monday the twenty-seventh`, `May twenty-nine`.

use chrono::{Datelike, Days, NaiveDate};

use crate::mention::calendar::{When, month_stretch, nearest_day};
use crate::mention::date::parts::{month_name, year_in_words};
use crate::mention::date::spaced::year_after;
use crate::mention::number::number;
use crate::mention::ordinal::ordinal_value;
use crate::mention::reader::Reader;

type Found = (usize, When);

/// The written date that begins at token `i`.
pub(super) fn written(reader: &Reader<'_>, i: usize) -> Option<Found> {
    [
        month_between_marks(reader, i),
        month_and_year(reader, i),
        month_day_in_words(reader, i),
        weekday_and_day(reader, i),
    ]
    .into_iter()
    .flatten()
    .max_by_key(|it| it.0)
}

fn mark(reader: &Reader<'_>, i: usize) -> bool {
    matches!(reader.sign(i), Some('-' | '/' | '.'))
}

fn small(value: f64, last: u32) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    (value.fract() == 0.0 && value >= 1.0 && value <= f64::from(last)).then_some(value as u32)
}

fn year(reader: &Reader<'_>, i: usize) -> Option<i32> {
    let figure = reader.figure(i).filter(|it| it.plain && it.digits == 4)?;
    let value = i32::try_from(small(figure.value, 2100)?).ok()?;
    (1000..=2100).contains(&value).then_some(value)
}

fn day(reader: &Reader<'_>, i: usize) -> Option<u32> {
    let figure = reader.figure(i).filter(|it| it.plain && it.digits <= 2)?;
    small(figure.value, 31)
}

fn full(year: i32, month: u32, day: u32) -> Option<When> {
    NaiveDate::from_ymd_opt(year, month, day).map(When::day)
}

fn month_of(year: i32, month: u32) -> When {
    let mut when = When::month(year, month);
    when.value = month_stretch(year, month);
    when
}

/// `23/Sep/2020`, `Sep-23-2020`, `2020/Sep/23`, `Oct/2`.
fn month_between_marks(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if !mark(reader, i + 1) || !reader.glued(i + 1) || !reader.glued(i + 2) {
        return None;
    }
    let third = mark(reader, i + 3) && reader.glued(i + 3) && reader.glued(i + 4);
    if let (Some(day), Some(month)) = (day(reader, i), month_name(reader, i + 2)) {
        return match year(reader, i + 4).filter(|_| third) {
            Some(year) => Some((i + 5, full(year, month, day)?)),
            None => Some((i + 3, nearest_day(month, day, reader.reference))),
        };
    }
    if let (Some(year), Some(month)) = (year(reader, i), month_name(reader, i + 2)) {
        return match day(reader, i + 4).filter(|_| third) {
            Some(day) => Some((i + 5, full(year, month, day)?)),
            None => Some((i + 3, month_of(year, month))),
        };
    }
    let (month, day) = (month_name(reader, i)?, day(reader, i + 2)?);
    match year(reader, i + 4).filter(|_| third) {
        Some(year) => Some((i + 5, full(year, month, day)?)),
        None => Some((i + 3, nearest_day(month, day, reader.reference))),
    }
}

/// `2017 April`, `2016, Nov`, `11/2016`, `2016-11`.
fn month_and_year(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some(year) = year(reader, i) {
        let skip = usize::from(reader.sign(i + 1) == Some(','));
        let named =
            month_name(reader, i + 1 + skip).filter(|_| reader.words(i + 1 + skip).len() > 2);
        // "2017 May 5" is a day; a name in lower case may be a word of its own.
        let likely = reader.capital(i + 1 + skip)
            || !matches!(reader.words(i + 1 + skip), "may" | "march" | "mar" | "dec");
        if let Some(month) = named.filter(|_| likely) {
            if let Some(day) = day(reader, i + 2 + skip) {
                return Some((i + 3 + skip, full(year, month, day)?));
            }
            return Some((i + 2 + skip, month_of(year, month)));
        }
        let figure = reader
            .figure(i + 2)
            .filter(|it| it.plain && it.digits <= 2)?;
        let is_last = !mark(reader, i + 3) || reader.figure(i + 4).is_none();
        let month = small(figure.value, 12).filter(|_| is_last && parts(reader, i))?;
        return Some((i + 3, month_of(year, month)));
    }
    let figure = reader.figure(i).filter(|it| it.plain && it.digits <= 2)?;
    let year = year(reader, i + 2).filter(|_| parts(reader, i))?;
    let is_first = i == 0 || !mark(reader, i - 1) || reader.spaced(i);
    let month = small(figure.value, 12).filter(|_| is_first && !mark(reader, i + 3))?;
    Some((i + 3, month_of(year, month)))
}

/// A slash or a hyphen between two figures, on the same sides of which there are spaces.
fn parts(reader: &Reader<'_>, i: usize) -> bool {
    matches!(reader.sign(i + 1), Some('-' | '/')) && reader.glued(i + 1) == reader.glued(i + 2)
}

/// `May twenty-nine`, `September the twenty-first nineteen seventy-eight`.
pub(super) fn month_day_in_words(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let month = reader.month(i).or_else(|| {
        // "may" before a number in words is a month.
        month_name(reader, i).filter(|_| reader.figure(i + 1).is_none())
    })?;
    let the = usize::from(reader.words(i + 1).eq_ignore_ascii_case("the"));
    let at = i + 1 + the;
    // "May nineteen eighty-six" has no day.
    if let Some((end, year)) = year_in_words(reader, at).filter(|_| the == 0) {
        return Some((end, month_of(year, month)));
    }
    let (end, value) = if let Some(found) = ordinal_value(reader, at) {
        found
    } else {
        let day = number(reader, at).filter(|it| !it.figures)?;
        (day.end, day.value)
    };
    let day = small(value, 31)?;
    if let Some((end, year)) = year_after(reader, end) {
        return Some((end, full(year, month, day)?));
    }
    Some((end, nearest_day(month, day, reader.reference)))
}

/// `Monday 21`, `Monday the twenty-seventh`: the nearest such day.
fn weekday_and_day(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let weekday = reader.weekday(i)?;
    let the = usize::from(reader.words(i + 1).eq_ignore_ascii_case("the"));
    let at = i + 1 + the;
    let (end, value) = match ordinal_value(reader, at) {
        Some(found) => found,
        // "Friday the fifteen"
        None if the == 1 && number(reader, at).is_some_and(|it| !it.figures) => {
            let day = number(reader, at)?;
            (day.end, day.value)
        }
        None if the == 0 => {
            let day = day(reader, at)?;
            let more = mark(reader, at + 1) || reader.sign(at + 1) == Some(':');
            let counted = !reader.meanings(at + 1).is_empty();
            (!more && !counted).then_some((at + 1, f64::from(day)))?
        }
        None => return None,
    };
    let day = small(value, 31)?;
    let now = reader.reference?.date();
    let fits = |it: &NaiveDate| it.day() == day && it.weekday().number_from_monday() == weekday;
    let near = (0..366_u64).find_map(|days| {
        let before = now.checked_sub_days(Days::new(days)).filter(fits);
        before.or_else(|| now.checked_add_days(Days::new(days)).filter(fits))
    });
    Some((
        end,
        near.map_or_else(|| When::open(format!("XXXX-XX-{day:02}")), When::day),
    ))
}
