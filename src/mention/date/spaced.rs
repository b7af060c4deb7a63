//! Dates by the names of days and months, in languages that part their words
//! by spaces: `20 November 2023`, `Tuesday, May 5`.

use crate::mention::calendar::{latest_weekday, nearest_day, nearest_month};
use crate::mention::date::Found;
use crate::mention::date::era::{century, decade_of_years, quarter};
use crate::mention::date::parts::{day_at, full, small, whole_month, year_at, year_in_words};
use crate::mention::date::written::month_day_in_words;
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// `20 November 2023`, `November 20th`, `Tuesday, May 5`.
pub(super) fn spaced(reader: &Reader<'_>, i: usize) -> Option<Found> {
    if let Some(weekday) = reader.weekday(i) {
        let at = i + 1 + usize::from(reader.sign(i + 1) == Some(','));
        let at = at + usize::from(reader.is(at, Meaning::Definite) && at == i + 1);
        let found = month_day_in_words(reader, at).or_else(|| month_day(reader, at));
        if let Some(found) = found.or_else(|| day_month(reader, at)) {
            return Some(found);
        }
        return Some((i + 1, latest_weekday(weekday, reader.reference)));
    }
    month_day(reader, i)
        .or_else(|| day_month(reader, i))
        .or_else(|| quarter(reader, i))
        .or_else(|| century(reader, i))
        .or_else(|| decade_of_years(reader, i))
}

/// A year after a date: `, 2023`, ` 2023`, ` of 2023`.
pub(in crate::mention) fn year_after(reader: &Reader<'_>, end: usize) -> Option<(usize, i32)> {
    let skip = usize::from(
        reader.sign(end) == Some(',') || reader.is(end, Meaning::Of) || reader.is(end, Meaning::In),
    );
    let at = end + skip;
    if let Some(found) = year_in_words(reader, at) {
        return Some(found);
    }
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
    let named = reader.capital(i) || reader.words(i).len() >= 4;
    // "May" alone opens many sentences that have nothing to do with spring.
    let doubtful = matches!(reader.words(i), "May" | "Mar" | "Jan" | "Mars");
    let cued = i > 0 && (reader.is(i - 1, Meaning::YearCue) || reader.is(i - 1, Meaning::To));
    (named && (!doubtful || cued)).then(|| (end, nearest_month(month, reader.reference)))
}

fn day_month(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let (end, day) = day_at(reader, i).or_else(|| {
        // "twenty-five January"
        let words = number(reader, i).filter(|it| !it.figures)?;
        Some((words.end, small(words.value, 31)?))
    })?;
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
