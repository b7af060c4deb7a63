//! Days of a month that is not named: `on the 27th`, `on 29th`, `for the 27`,
//! and days that a word places: `next 6th of April`, `this 5/12`.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::mention::calendar::When;
use crate::mention::compound::named_unit::stops;
use crate::mention::compound::told;
use crate::mention::date;
use crate::mention::date::parts::{day_at, small};
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// Words behind which a bare day can stand.
const OPENERS: [&str; 5] = ["on", "for", "by", "until", "till"];

/// Signs and words that may follow it besides a full stop: a dash, `at`, `and`.
fn ends(reader: &Reader<'_>, end: usize) -> bool {
    let dash = reader.sign(end) == Some('-') && reader.spaced(end);
    stops(reader, end) || dash || reader.is(end, Meaning::At)
}

/// `the 27th`, `29th` or `the 27` behind "on" or "for", where nothing follows
/// that it could count.
pub(super) fn bare_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let opener = reader.words(at.checked_sub(1)?);
    let opener = opener.rsplit([' ', '\u{a0}']).next()?;
    if !OPENERS.iter().any(|it| opener.eq_ignore_ascii_case(it)) {
        return None;
    }
    let the = reader.words(at).eq_ignore_ascii_case("the");
    let start = at + usize::from(the);
    let named = reader.is(start + 1, Meaning::OrdinalSuffix) && reader.glued(start + 1);
    let (end, day) = match day_at(reader, start) {
        Some(found) if the || named => found,
        Some(_) => return None,
        None => {
            let words = number(reader, start).filter(|it| the && !it.figures)?;
            (words.end, small(words.value, 31)?)
        }
    };
    if !ends(reader, end) {
        return None;
    }
    let near = reader.reference.and_then(|now| nearest(now, day));
    let when = When::open_day(near, format!("XXXX-XX-{day:02}"));
    Some(told(reader, at, end, when))
}

/// The day of this number that is nearest to `now`.
fn nearest(now: NaiveDateTime, day: u32) -> Option<NaiveDate> {
    let now = now.date();
    let month = i64::from(now.year()) * 12 + i64::from(now.month0());
    (month - 1..=month + 1)
        .filter_map(|it| {
            let year = i32::try_from(it.div_euclid(12)).ok()?;
            let month = u32::try_from(it.rem_euclid(12)).ok()? + 1;
            NaiveDate::from_ymd_opt(year, month, day)
        })
        .min_by_key(|it| (*it - now).num_days().abs())
}

/// `next 6th of April`, `this 5/12`, `this Friday 5/12`: the year is told by the
/// word before.
pub(super) fn placed_day(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let by = reader.relative(at)?;
    let named = usize::from(reader.weekday(at + 1).is_some());
    let (end, when, kind) = date::day(reader, at + 1 + named)?;
    let day = when.day.filter(|_| kind == MentionKind::Date)?;
    // Only a day whose year is open.
    let open = when.iso.strip_prefix("XXXX-")?;
    if open.len() != 5 || reader.month(at + 1 + named).is_some() {
        return None;
    }
    let now = reader.reference?.date();
    let of = |year: i32| NaiveDate::from_ymd_opt(year, day.month(), day.day());
    let found = match by {
        0 => of(now.year()),
        _ if by > 0 => (now.year()..=now.year() + 8)
            .filter_map(of)
            .find(|it| *it > now),
        _ => (now.year() - 8..=now.year())
            .rev()
            .filter_map(of)
            .find(|it| *it < now),
    };
    Some(told(reader, at, end, When::open_day(found, when.iso)))
}
