//! Times counted off by a length: `in two weeks`, `three days after Easter`,
//! `the last three weeks`.

use crate::mention::calendar::{When, distance};
use crate::mention::compound::{stretch, told};
use crate::mention::duration::length;
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::words::{Edge, Meaning, TimeUnit};
use crate::mention::{Mention, point};

/// `in two weeks`, `within five minutes`: counted from now.
pub(super) fn from_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !matches!(
        reader.words(at).to_ascii_lowercase().as_str(),
        "in" | "within"
    ) {
        return None;
    }
    let length = length(reader, at + 1, number(reader, at + 1))?;
    let more = counted_from(reader, at + 1).is_some() || reader.is(length.end, Meaning::Ago);
    if more || reader.is(length.end, Meaning::Of) {
        return None;
    }
    let when = distance(length.unit, length.count, reader.reference)?;
    Some(told(
        reader,
        at,
        length.end,
        When {
            single: false,
            ..when
        },
    ))
}

/// `three weeks from tomorrow`, `5 days before New Year`.
pub(super) fn counted_from(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let length = length(reader, at, number(reader, at))?;
    let edge = reader.edge(length.end);
    let from = reader.is(length.end, Meaning::From);
    let sign = match edge {
        Some(Edge::Before) => -1.0,
        Some(Edge::After | Edge::Since) => 1.0,
        Some(Edge::Until) | None if from => 1.0,
        Some(Edge::Until) | None => return None,
    };
    if from && reader.words(length.end + 1).eq_ignore_ascii_case("now") {
        let when = distance(length.unit, length.count, reader.reference)?;
        return Some(told(
            reader,
            at,
            length.end + 2,
            When {
                single: false,
                ..when
            },
        ));
    }
    let skip = usize::from(reader.is(length.end + 1, Meaning::Definite));
    let (end, day, _) = point(reader, length.end + 1 + skip)?;
    let day = day.day.or_else(|| first_day(&day))?;
    let noon = day.and_hms_opt(0, 0, 0)?;
    let when = distance(length.unit, sign * length.count, Some(noon))?;
    let iso = when.day.map_or(when.iso.clone(), |it| it.to_string());
    Some(told(
        reader,
        at,
        end,
        When {
            iso,
            single: false,
            ..when
        },
    ))
}

/// `the last three weeks`, `next 2 quarters`, `past few days`: so many units up
/// to now or from now on.
pub(super) fn counted_stretch(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.is(at, Meaning::Definite));
    if let Some(found) = count_first(reader, at) {
        return Some(found);
    }
    let by = reader.relative(start).filter(|it| *it != 0)?;
    let (end, count, unit) =
        if let Some(length) = length(reader, start + 1, number(reader, start + 1)) {
            (length.end, length.count, length.unit)
        } else {
            let few = reader.words(start + 1);
            let is_few = few.eq_ignore_ascii_case("few") || few.eq_ignore_ascii_case("several");
            let unit = reader.time_unit(start + 2).filter(|_| is_few)?;
            (start + 3, 3.0, unit)
        };
    counted(reader, at, end, f64::from(by) * count, unit)
}

/// `5 upcoming years`, `13 past minutes`.
fn count_first(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let count = number(reader, at).filter(|it| it.value >= 1.0)?;
    let by = reader.relative(count.end).filter(|it| *it != 0)?;
    let unit = reader.time_unit(count.end + 1)?;
    if !reader.words(count.end + 1).ends_with('s') {
        return None;
    }
    counted(reader, at, count.end + 2, f64::from(by) * count.value, unit)
}

/// So many units before (negative) or after now.
fn counted(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    count: f64,
    unit: TimeUnit,
) -> Option<(usize, Mention)> {
    let now = reader.reference?;
    let there = distance(unit, count, Some(now))?;
    let there = there.day.map(|it| it.to_string()).or(there.value)?;
    let here = if there.len() == 10 {
        now.date().to_string()
    } else {
        now.format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let value = if count < 0.0 {
        format!("{there}/{here}")
    } else {
        format!("{here}/{there}")
    };
    Some(stretch(reader, at, end, Some(value.clone()), value))
}
