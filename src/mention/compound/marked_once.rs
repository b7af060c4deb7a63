//! Chinese stretches whose two figures share one mark: 3至5月, 2月25至27日,
//! 2016到2018年, 早上五到六點.

use chrono::{Datelike, NaiveDateTime};

use crate::mention::calendar::{When, nearest_day, nearest_month};
use crate::mention::compound::chinese::End;
use crate::mention::date;
use crate::mention::number::number;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::time::Clock;
use crate::mention::time::chinese::{hour_in_part, two_digits};
use crate::mention::words::Meaning;

/// The two ends that begin at token `start`, behind a word such as 從 (`opened`).
pub(super) fn marked_once(
    reader: &Reader<'_>,
    start: usize,
    opened: bool,
) -> Option<(usize, End, End)> {
    let (head_end, head) = match head(reader, start) {
        Some((end, when)) => (end, Some(when)),
        None => (start, None),
    };
    let part = reader.day_part(head_end).map(|it| it.1);
    let low_at = head_end + usize::from(part.is_some());
    let low = number(reader, low_at)?;
    if !range::joins(reader, low.end) {
        return None;
    }
    let high_at = low.end + 1;
    let of_years = opened || reader.is(number(reader, high_at)?.end, Meaning::YearMark);
    if of_years
        && head.is_none()
        && let Some(found) = years(reader, low_at, high_at)
    {
        return Some(found);
    }
    let (low_end, low) = two_digits(reader, low_at)?;
    let (mark, high) = two_digits(reader, high_at)?;
    if low_end + 1 != high_at || low >= high {
        return None;
    }
    let now = reader.reference;
    if reader.is(mark, Meaning::MonthMark) && high <= 12 && part.is_none() {
        let month = |month: u32| match head.as_ref().map(first_day) {
            Some(Some(year)) => When::month(year.year(), month),
            Some(None) => When::open(format!("XXXX-{month:02}")),
            None => nearest_month(month, now),
        };
        let (from, to) = (month(low), month(high));
        let to = match (first_day(&from), first_day(&to)) {
            (Some(from), Some(to)) => When::month(from.year(), to.month()),
            _ => to,
        };
        return Some((mark + 1, End::date(from), End::date(to)));
    }
    if reader.is(mark, Meaning::DayMark) && part.is_none() {
        let day = |day: u32| day_in(head.as_ref(), day, now);
        return Some((mark + 1, End::date(day(low)?), End::date(day(high)?)));
    }
    if reader.is(mark, Meaning::HourMark) {
        let to = hour_in_part(reader, high_at, part.unwrap_or(0)).filter(|_| high < 25)?;
        let hour = if part.is_some_and(|it| it >= 12) && low < 12 {
            low + 12
        } else {
            low
        };
        let from = Clock::at(low_end, hour, None, None);
        let (_, from) = End::clock(from);
        let (end, to) = End::clock(to);
        let Some(head) = head else {
            return Some((end, from, to));
        };
        let on_day = |clock: End| {
            let mut when = When::open(format!("{}{}", head.iso, clock.when.iso));
            let value = head.day.zip(clock.when.value);
            when.value = value.map(|(day, it)| format!("{day} {it}"));
            End::date(when)
        };
        return head.single.then(|| (end, on_day(from), on_day(to)));
    }
    None
}

/// What stands before the first figure: a year, a month or a day.
fn head(reader: &Reader<'_>, start: usize) -> Option<(usize, When)> {
    date::untimed(reader, start).filter(|it| it.1.single || it.1.iso.len() <= 7)
}

fn day_in(month: Option<&When>, day: u32, now: Option<NaiveDateTime>) -> Option<When> {
    match month {
        Some(month) if month.single => None,
        Some(month) => match first_day(month) {
            Some(first) if month.iso.len() == 7 => first.with_day(day).map(When::day),
            _ => month
                .iso
                .get(5..7)
                .and_then(|it| it.parse().ok())
                .map(|month| nearest_day(month, day, None)),
        },
        None => {
            let near = now.and_then(|now| now.date().with_day(day));
            Some(When::open_day(near, format!("XXXX-XX-{day:02}")))
        }
    }
}

/// 2016到2018, 1995至1997年.
fn years(reader: &Reader<'_>, low_at: usize, high_at: usize) -> Option<(usize, End, End)> {
    let year = |at: usize| {
        let found = number(reader, at).filter(|it| it.plain == Some(4))?;
        #[expect(clippy::cast_possible_truncation, reason = "four digits")]
        let year = found.value as i32;
        (1000..2200).contains(&year).then_some((found.end, year))
    };
    let ((_, low), (end, high)) = (year(low_at)?, year(high_at)?);
    let end = end + usize::from(reader.is(end, Meaning::YearMark));
    (low < high).then(|| (end, End::date(When::year(low)), End::date(When::year(high))))
}
