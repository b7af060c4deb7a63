//! Stretches: `10 to 20`, `from 2006 to 2009`, 10至20.

use crate::mention::calendar::When;
use crate::mention::number::{digits, number};
use crate::mention::reader::Reader;
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
    let joined = joins(reader, at) || between && reader.is(at, Meaning::And);
    if !joined || low.value < 0.0 {
        return None;
    }
    let high = number(reader, at + 1)?;
    let hyphen = reader.sign(at) == Some('-');
    // A score ("3-2"), a telephone number, a number of years.
    let more = joins(reader, high.end) && number(reader, high.end + 1).is_some();
    let before = i > 0
        && reader.glued(i)
        && reader
            .sign(i - 1)
            .is_some_and(|it| matches!(it, '-' | '.' | '/'));
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
        high.end,
        Mention {
            range: reader.range(i, high.end),
            kind: MentionKind::Range,
            value: Some(value),
            unit: None,
            iso: None,
        },
    ))
}

/// Two dates or times as one stretch.
pub(super) fn times(reader: &Reader<'_>, i: usize, end: usize, from: &When, to: &When) -> Mention {
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
