//! The first or last units of a time: `the first 2 weeks of 2021`, `the last
//! three days of May`.

use chrono::{Days, Months, NaiveDate};

use crate::mention::calendar::monday;
use crate::mention::compound::stretch;
use crate::mention::duration::length;
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::{day_after, first_day};
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, point};

/// More units than these are no part of one time.
const MOST: f64 = 400.0;

pub(super) fn outermost(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.words(at).eq_ignore_ascii_case("the"));
    let first = reader.is(start, Meaning::Ordinal(1.0));
    let last = reader.relative(start) == Some(-1);
    if !first && !last {
        return None;
    }
    let length = length(reader, start + 1, number(reader, start + 1))?;
    let joined = reader.is(length.end, Meaning::Of) || reader.is(length.end, Meaning::In);
    let skip = usize::from(reader.is(length.end + 1, Meaning::Definite));
    let (end, when, _) = joined
        .then(|| point(reader, length.end + 1 + skip))
        .flatten()?;
    if length.count.fract() != 0.0 || !(1.0..=MOST).contains(&length.count) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    let count = length.count as u32;
    let within = (first_day(&when)?, day_after(&when)?);
    let (from, to) = part(length.unit, count, last, within)?;
    let value = format!("{from}/{to}");
    (within.0 <= from || length.unit == TimeUnit::Week)
        .then(|| stretch(reader, at, end, Some(value.clone()), value))
}

/// The first or last so many units between two days.
fn part(
    unit: TimeUnit,
    count: u32,
    last: bool,
    (from, to): (NaiveDate, NaiveDate),
) -> Option<(NaiveDate, NaiveDate)> {
    let months = |each: u32| {
        let by = Months::new(count.checked_mul(each)?);
        if last {
            Some((to.checked_sub_months(by)?, to))
        } else {
            Some((from, from.checked_add_months(by)?))
        }
    };
    let days = |from: NaiveDate, to: NaiveDate, each: u32| {
        let by = Days::new(u64::from(count * each));
        if last {
            Some((to.checked_sub_days(by)?, to))
        } else {
            Some((from, from.checked_add_days(by)?))
        }
    };
    match unit {
        TimeUnit::Day => days(from, to, 1),
        // A week belongs to the time that has its Thursday (ISO 8601).
        TimeUnit::Week => {
            let start = monday(from.checked_add_days(Days::new(3))?, 0)?;
            let end = monday(to.checked_add_days(Days::new(3))?, 0)?;
            days(start, end, 7)
        }
        TimeUnit::Month => months(1),
        TimeUnit::Quarter => months(3),
        TimeUnit::Year => months(12),
        _ => None,
    }
}
