//! Stretches: `10 to 20`, `from 2006 to 2009`, 10至20.

use chrono::{Datelike, NaiveDate};

use crate::mention::calendar::When;
use crate::mention::number::{digits, number};
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// Whether token `i` stands between the ends of a stretch.
pub(super) fn joins(reader: &Reader<'_>, i: usize) -> bool {
    reader.is(i, Meaning::To) || matches!(reader.sign(i), Some('-' | '~' | '～'))
}

/// `between 10 and 20`, `10 to 20`, `10–20`, 10至20: an opening word is left out.
pub(super) fn numbers(reader: &Reader<'_>, i: usize) -> Option<(usize, Mention)> {
    let between = i > 0 && reader.is(i - 1, Meaning::Between);
    let low = number(reader, i)?;
    let at = low.end;
    // 10與20之間
    let listed = reader.unspaced && matches!(reader.words(at), "和" | "与" | "及");
    let joined = joins(reader, at) || between && reader.is(at, Meaning::And) || listed;
    if !joined || low.value < 0.0 && !listed {
        return None;
    }
    let high = number(reader, at + 1)?;
    if listed && !reader.is(high.end, Meaning::BetweenEnd) {
        return None;
    }
    let end = high.end + usize::from(listed);
    let hyphen = reader.sign(at) == Some('-');
    // A score ("3-2"), a telephone number, a number of years.
    let more = joins(reader, high.end) && number(reader, high.end + 1).is_some();
    let before = i > 0
        && reader.glued(i)
        && reader
            .sign(i - 1)
            .is_some_and(|it| matches!(it, '-' | '.' | '/'));
    // "rose from 9 to 10" tells two numbers, "five-thirty" a time.
    let years = low.plain == Some(4) && high.plain == Some(4);
    let change = !hyphen && !years && i > 0 && !reader.unspaced && reader.is(i - 1, Meaning::From);
    let words = hyphen && !reader.unspaced && !low.figures && !high.figures;
    if change || words {
        return None;
    }
    if low.value >= high.value || more || before || high.lone && !hyphen || low.lone {
        return None;
    }
    // 三到五成, 70至90天大: the second end counts something, the first with it.
    let counted = reader.unspaced
        && (reader.is(high.end, Meaning::Tenths)
            || reader.is(high.end, Meaning::YearsOld)
            || reader.time_unit(high.end).is_some());
    if counted {
        return None;
    }
    let value = format!("[{},{})", digits(low.value)?, digits(high.value)?);
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Range,
            value: Some(value),
            unit: None,
            iso: None,
        },
    ))
}

/// The year of `from` is open, and `to` is a day or a month that tells it.
pub(super) fn takes_year(from: &When, to: &When) -> bool {
    let month = "XXXX-".len() + 2;
    from.iso.starts_with("XXXX-")
        && from.iso.len() >= month
        && !from.iso.contains('W')
        && to.iso.len() >= month
        && to.iso.starts_with(|it: char| it.is_ascii_digit())
}

/// A day without its year stands before the day that ends its stretch, and
/// within a year of it: `26 June to 28 June 2020`.
fn with_year(from: &When, to: &When) -> Option<When> {
    let open = from.iso.strip_prefix("XXXX-")?;
    if !takes_year(from, to) && !to.iso.starts_with("XXXX-") {
        return None;
    }
    let (month, day) = match open.split_once('-') {
        Some((month, day)) => (month.parse().ok()?, day.parse().ok()?),
        None => (open.parse().ok()?, 1),
    };
    let last = first_day(to)?;
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let near = of(last.year())
        .filter(|it| *it <= last)
        .or_else(|| of(last.year() - 1))?;
    let same = first_day(from) == Some(near);
    (!same).then(|| When::open_day(Some(near), from.iso.clone()))
}

/// Two dates or times as one stretch.
pub(super) fn times(reader: &Reader<'_>, i: usize, end: usize, from: &When, to: &When) -> Mention {
    let aligned = with_year(from, to);
    let from = aligned.as_ref().unwrap_or(from);
    let start = |it: &When| {
        it.value
            .as_deref()
            .map(|it| it.split('/').next().unwrap_or(it).to_owned())
            // A year and a month begin with their first day.
            .map(|it| match it.len() {
                4 => format!("{it}-01-01"),
                7 => format!("{it}-01"),
                _ => it,
            })
    };
    let value = start(from)
        .zip(start(to))
        .map(|(from, to)| format!("{from}/{to}"));
    Mention {
        range: reader.range(i, end),
        kind: MentionKind::Range,
        value,
        unit: None,
        iso: Some(format!("{}/{}", from.iso, to.iso)),
    }
}
