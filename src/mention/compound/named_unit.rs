//! Units of the calendar that no number tells: `the month`, `the year before`,
//! `the week after next`, `the weekend`, `year to date`.

use chrono::{Datelike, Days};

use crate::mention::Mention;
use crate::mention::calendar::{When, monday, relative, weekend};
use crate::mention::compound::{stretch, told};
use crate::mention::lexer::Lexeme;
use crate::mention::reader::Reader;
use crate::mention::stretch::first_day;
use crate::mention::words::{Edge, Meaning, TimeUnit};

/// The unit that begins at token `at`, mostly behind its article.
pub(super) fn named_unit(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if let Some(found) = to_date(reader, at).or_else(|| the_weekend(reader, at)) {
        return Some(found);
    }
    let the = reader.words(at).eq_ignore_ascii_case("the");
    if !the && !reader.words(at).eq_ignore_ascii_case("my") {
        return None;
    }
    let unit = reader.time_unit(at + 1)?;
    if reader.words(at + 1).ends_with('s') || reader.capital(at + 1) {
        return None;
    }
    neighbour(reader, at, unit).or_else(|| of_now(reader, at, unit))
}

/// `year to date`: from the beginning of what runs up to now.
fn to_date(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let unit = reader.find(at, |it| match it {
        Meaning::ToDate(unit) => Some(unit),
        _ => None,
    })?;
    let running = relative(unit, 0, reader.reference)?;
    let value = format!("{}/{}", first_day(&running)?, reader.reference?.date());
    let mut when = When::open(running.iso);
    when.value = Some(value);
    Some(told(reader, at, at + 1, when))
}

/// `the week after next`, `the month before last`, `the year before`, `the day after`.
fn neighbour(reader: &Reader<'_>, at: usize, unit: TimeUnit) -> Option<(usize, Mention)> {
    let edge_at = at + 2;
    let sign = match reader.edge(edge_at) {
        Some(Edge::Before) => -1,
        Some(Edge::After) => 1,
        None if reader.words(edge_at).eq_ignore_ascii_case("earlier") => -1,
        Some(Edge::Since | Edge::Until) | None => return None,
    };
    let again = edge_at + 1 + usize::from(reader.is(edge_at + 1, Meaning::Definite));
    let (end, by) = if reader.relative(again) == Some(sign) {
        (again + 1, 2 * sign)
    } else {
        (edge_at + 1, sign)
    };
    // "the day before the vote" is counted from another time.
    if !stops(reader, end) {
        return None;
    }
    let when = relative(unit, by, reader.reference)?;
    Some(told(reader, at, end, when))
}

/// `the month`, `my week`: the one that runs.
fn of_now(reader: &Reader<'_>, at: usize, unit: TimeUnit) -> Option<(usize, Mention)> {
    let end = at + 2;
    if !stops(reader, end) {
        return None;
    }
    let today = reader.reference?.date();
    match unit {
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => {
            let when = relative(unit, 0, reader.reference)?;
            Some(told(reader, at, end, when))
        }
        TimeUnit::Fortnight => {
            let from = monday(today, 0)?;
            let value = format!("{from}/{}", from.checked_add_days(Days::new(14))?);
            Some(stretch(reader, at, end, Some(value.clone()), value))
        }
        _ => None,
    }
}

/// The `weekend` of `the weekend`: the one that is nearest, of two as near the
/// one before.
fn the_weekend(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let the = at > 0 && reader.words(at - 1).eq_ignore_ascii_case("the");
    if !the || !reader.is(at, Meaning::Weekend) || !stands_alone(reader, at + 1) {
        return None;
    }
    let today = reader.reference?.date();
    let by = if today.weekday().number_from_monday() <= 3 {
        -1
    } else {
        0
    };
    let when = weekend(by, reader.reference)?;
    Some(told(reader, at, at + 1, when))
}

/// The text ends here, or a sign of its own stands here.
pub(super) fn stops(reader: &Reader<'_>, end: usize) -> bool {
    reader.tokens.get(end).is_none_or(|_| {
        matches!(
            reader.sign(end),
            Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '\n')
        ) && !(reader.glued(end) && reader.glued(end + 1) && reader.figure(end + 1).is_some())
    })
}

/// It stops here, or no noun follows that it could describe.
fn stands_alone(reader: &Reader<'_>, end: usize) -> bool {
    stops(reader, end)
        || matches!(reader.tokens[end].lexeme, Lexeme::Known(_)) && !reader.glued(end)
}
