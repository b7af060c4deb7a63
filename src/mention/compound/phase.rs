//! Parts of a time: `early 2015`, `the end of May`, `late afternoon`.

use crate::mention::calendar::{When, relative};
use crate::mention::compound::{stretch as compound_stretch, told};
use crate::mention::reader::Reader;
use crate::mention::stretch::day_after;
use crate::mention::words::{Meaning, Phase};
use crate::mention::{Mention, MentionKind, date, point, stretch};

/// `early 2015`, `the end of May`, `later this week`.
pub(super) fn phase(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    let mut start = at + 1;
    start = reader.past_hyphen(start);
    start += usize::from(reader.is(start, Meaning::Of));
    // "later in the afternoon"
    let in_the = reader.is(start, Meaning::In) && reader.is(start + 1, Meaning::Definite);
    if in_the && reader.day_part(start + 2).is_some() {
        start += 1;
    }
    start += usize::from(reader.is(start, Meaning::Definite));
    if let Some((_, from, to)) = reader.day_part(start) {
        return Some(part_of_day(reader, at, start + 1, phase, (from, to)));
    }
    let (end, when, _) = point(reader, start)?;
    let value = stretch::phase(&when, phase);
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

/// `the rest of the year`, `rest of this week`: from now to its end.
pub(super) fn rest_of(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let start = at + usize::from(reader.words(at).eq_ignore_ascii_case("the"));
    if !reader.is(start, Meaning::Rest) {
        return None;
    }
    let mut unit_at = start + 1;
    unit_at += usize::from(reader.is(unit_at, Meaning::Of));
    let now = reader.is(unit_at, Meaning::Definite) || reader.relative(unit_at) == Some(0);
    unit_at += usize::from(now);
    let unit = reader.time_unit(unit_at)?;
    if reader.words(unit_at).ends_with('s') || unit_at == start + 1 {
        return None;
    }
    let whole = relative(unit, 0, reader.reference)?;
    let last = day_after(&whole)?.pred_opt()?;
    let today = reader.reference?.date();
    let value = Some(format!("{today}/{last}"));
    Some(compound_stretch(reader, at, unit_at + 1, value, whole.iso))
}

/// `end of day`, `the end of the week`, `later in the year`: of the one that runs.
pub(super) fn phase_of_now(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let phase = reader.phase(at)?;
    let in_the = reader.is(at + 1, Meaning::In) && reader.is(at + 2, Meaning::Definite);
    if !in_the && !reader.words(at).to_ascii_lowercase().ends_with("of") {
        return None;
    }
    let unit_at = at + 1 + usize::from(in_the);
    let unit_at = unit_at + usize::from(reader.is(unit_at, Meaning::Definite));
    let unit = reader.time_unit(unit_at)?;
    if reader.words(unit_at).ends_with('s') || reader.is(unit_at + 1, Meaning::Of) {
        return None;
    }
    let when = relative(unit, 0, reader.reference)?;
    let value = stretch::phase(&when, phase);
    let found = When {
        value,
        day: None,
        single: false,
        iso: when.iso,
    };
    Some(told(reader, at, unit_at + 1, found))
}
