//! Quarters, decades and centuries: `third quarter of 2019`, `1990s`, 19世紀.

use chrono::Datelike;

use crate::mention::calendar::{century as hundred_years, decade, quarter_of};
use crate::mention::date::Found;
use crate::mention::date::parts::{POSSIBLE_YEARS, whole};
use crate::mention::date::spaced::year_after;
use crate::mention::number::{Number, number};
use crate::mention::ordinal::ordinal_value;
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};

/// `Q3 2019`, `third quarter of 2019`.
pub(super) fn quarter(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, value) = ordinal_value(reader, i)?;
    if reader.time_unit(end) != Some(TimeUnit::Quarter) || value > 4.0 {
        return None;
    }
    let quarter = whole(value)?;
    if let Some((end, year)) = year_after(reader, end + 1) {
        return Some((end, quarter_of(year, quarter)?));
    }
    let at = end + 1 + usize::from(reader.is(end + 1, Meaning::Of));
    let by = reader.relative(at)?;
    if reader.time_unit(at + 1) != Some(TimeUnit::Year) {
        return None;
    }
    Some((at + 2, quarter_of(reader.reference?.year() + by, quarter)?))
}

/// `the 19th century`.
pub(super) fn century(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, value) = ordinal_value(reader, i)?;
    let at = reader.past_hyphen(end);
    let value = whole(value).filter(|it| (1..=30).contains(it))?;
    reader
        .is(at, Meaning::CenturyMark)
        .then(|| (at + 1, hundred_years(value)))
}

/// `1990s`, `the '80s`.
pub(super) fn decade_of_years(reader: &Reader<'_>, i: usize) -> Option<Found> {
    // "the seventies"
    if let Some(tens) = reader.find(i, |it| match it {
        Meaning::Tens(tens) => Some(tens),
        _ => None,
    }) {
        let definite = i > 0 && reader.words(i - 1).eq_ignore_ascii_case("the");
        return definite.then(|| (i + 1, decade(1900 + tens)));
    }
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

/// 19世紀, 90年代, 19世紀70年代.
pub(super) fn cjk_stretch(reader: &Reader<'_>, first: Number) -> Option<Found> {
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
