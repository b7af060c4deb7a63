//! Parts of a time: `early 2015`, `the end of May`, `late afternoon`.

use chrono::{Days, Months};

use crate::mention::calendar::{When, relative};
use crate::mention::compound::{day_after, first_day, told};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, Phase};
use crate::mention::{Mention, MentionKind, date, point};

/// `early 2015`, `the end of May`, `later this week`.
pub(super) fn phase(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    let mut start = at + 1;
    start = reader.past_hyphen(start);
    start += usize::from(reader.is(start, Meaning::Of));
    start += usize::from(reader.is(start, Meaning::Definite));
    if let Some((_, from, to)) = reader.day_part(start) {
        return Some(part_of_day(reader, at, start + 1, phase, (from, to)));
    }
    let (end, when, _) = point(reader, start)?;
    let value = part(&when, phase);
    Some(told(
        reader,
        at,
        end,
        When {
            value: value.or_else(|| when.value.clone()),
            day: None,
            single: false,
            iso: when.iso,
        },
    ))
}

/// `late afternoon`, `mid-morning`.
fn part_of_day(
    reader: &Reader<'_>,
    at: usize,
    end: usize,
    phase: Phase,
    (from, to): (u32, u32),
) -> (usize, Mention) {
    let middle = from.midpoint(to);
    let value = match phase {
        Phase::Start => format!("{from:02}:00:00/{middle:02}:00:00"),
        Phase::Middle => format!("{middle:02}:00:00"),
        Phase::End => format!("{middle:02}:00:00/{:02}:00:00", to.min(23)),
    };
    let mut when = When::open(format!("T{middle:02}"));
    when.value = Some(value);
    (end, date::mention(reader, at, end, when, MentionKind::Time))
}

/// The first half, the middle or the second half of a stretch, its end exclusive.
fn part(when: &When, phase: Phase) -> Option<String> {
    if let Some(day) = when.day {
        return Some(match phase {
            Phase::Start => format!("{day} 00:00:00/{day} 12:00:00"),
            Phase::Middle => format!("{day} 10:00:00/{day} 14:00:00"),
            Phase::End => format!("{day} 23:59:59"),
        });
    }
    let (from, to) = (first_day(when)?, day_after(when)?);
    let days = u64::try_from((to - from).num_days()).ok()?;
    // A year has its halves by months, all else by days.
    let at = |part: u64, of: u64| {
        if days > 360 {
            let months = u32::try_from(12 * part / of).ok()?;
            from.checked_add_months(Months::new(months))
        } else {
            from.checked_add_days(Days::new(days * part / of))
        }
    };
    let (from, to) = match phase {
        Phase::Start => (from, at(1, 2)?),
        Phase::Middle => (at(1, 3)?, at(2, 3)?),
        Phase::End => (at(1, 2)?, to),
    };
    Some(format!("{from}/{to}"))
}

/// `end of day`, `the end of the week`: of the one that runs.
pub(super) fn phase_of_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    if !reader.words(at).to_ascii_lowercase().ends_with("of") {
        return None;
    }
    let unit_at = at + 1 + usize::from(reader.is(at + 1, Meaning::Definite));
    let unit = reader.time_unit(unit_at)?;
    if reader.words(unit_at).ends_with('s') || reader.is(unit_at + 1, Meaning::Of) {
        return None;
    }
    let when = relative(unit, 0, reader.reference)?;
    let value = part(&when, phase);
    let found = When {
        value,
        day: None,
        single: false,
        iso: when.iso,
    };
    Some(told(reader, at, unit_at + 1, found))
}
