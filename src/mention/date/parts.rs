//! The parts that dates are made of: years, days of a month, whole dates.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::mention::calendar::{When, month_stretch};
use crate::mention::number::number;
use crate::mention::ordinal::ordinal_value;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Years that a cue word ("in", "since") makes of one.
pub(super) const POSSIBLE_YEARS: RangeInclusive<i32> = 1000..=2100;

pub(super) fn whole(value: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "held in range before")]
    (value.fract() == 0.0 && value.abs() < 100_000.0).then_some(value as i32)
}

pub(in crate::mention) fn small(value: f64, last: u32) -> Option<u32> {
    let value = u32::try_from(whole(value)?).ok()?;
    (1..=last).contains(&value).then_some(value)
}

/// The year that token `i` is, if it is a plain figure of four digits.
pub(super) fn year_at(reader: &Reader<'_>, i: usize) -> Option<i32> {
    let figure = reader.figure(i).filter(|it| it.plain && it.digits == 4)?;
    whole(figure.value).filter(|it| POSSIBLE_YEARS.contains(it))
}

/// A day of the month in figures or words: `20`, `20th`, `twentieth`.
pub(in crate::mention) fn day_at(reader: &Reader<'_>, i: usize) -> Option<(usize, u32)> {
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

pub(in crate::mention) fn full(year: i32, month: u32, day: u32) -> When {
    let date = NaiveDate::from_ymd_opt(year, month, day);
    When::open_day(date, format!("{year:04}-{month:02}-{day:02}"))
}

pub(in crate::mention) fn whole_month(year: i32, month: u32) -> When {
    let mut when = When::month(year, month);
    when.value = month_stretch(year, month);
    when
}

/// A month by its name, however it is written: a mark beside it clears doubts.
pub(in crate::mention) fn month_name(reader: &Reader<'_>, i: usize) -> Option<u32> {
    reader.find(i, |it| match it {
        Meaning::Month(month) => Some(month),
        _ => None,
    })
}

/// `nineteen seventy-eight`, `two thousand and eighteen`.
pub(super) fn year_in_words(reader: &Reader<'_>, i: usize) -> Option<(usize, i32)> {
    let first = number(reader, i).filter(|it| !it.figures)?;
    let century = small(first.value, 2100)?;
    if century >= 1000 {
        return Some((first.end, i32::try_from(century).ok()?));
    }
    let rest = number(reader, first.end).filter(|it| !it.figures && it.value < 100.0)?;
    let year = century * 100 + small(rest.value, 99)?;
    ((10..=20).contains(&century)).then_some((rest.end, i32::try_from(year).ok()?))
}
