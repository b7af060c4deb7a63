//! Stretches with one end or both: `since 2011`, `from March to May`.

use chrono::Days;

use crate::mention::calendar::When;
use crate::mention::compound::months::lettered_part;
use crate::mention::compound::phase::{phase, phase_of_now};
use crate::mention::compound::stretch;
use crate::mention::compound::week::{nth_of, with_article};
use crate::mention::date;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::{day_after, first_day};
use crate::mention::words::{Edge, Meaning, Phase};
use crate::mention::{Mention, MentionKind, Point, point};

/// `since 2011`, `before Friday`, `after around 2.30 p.m.`, `by the end of May`:
/// one end is open.
pub(super) fn bounded(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let edge = reader.edge(at)?;
    let start = at + 1 + usize::from(reader.is(at + 1, Meaning::About));
    // "until last week" and "by Friday" name the day; the open end is no news.
    let the = usize::from(reader.is(start, Meaning::Definite));
    let is_end =
        reader.phase(start + the) == Some(Phase::End) && reader.day_part(start + the + 1).is_none();
    if edge == Edge::Until && !is_end {
        return None;
    }
    let (end, when, kind) = point_or_part(reader, start)?;
    let value = open_ended(edge, &when, kind);
    Some(stretch(reader, at, end, value, when.iso))
}

/// `2012 or later`, `1 May and onwards`, `3 p.m. or after`.
pub(super) fn bounded_behind(
    reader: &Reader<'_>,
    at: usize,
    here: Option<&Point>,
) -> Option<(usize, Mention)> {
    let (found, when, kind) = here?;
    let (mut end, edge) = match reader.bound(*found) {
        Some(edge) => (*found + 1, edge),
        None => (*found + 2, or_after(reader, *found)?),
    };
    let mut value = open_ended(edge, when, *kind);
    // "3 p.m. or later on Monday"
    if *kind == MentionKind::Time
        && reader.words(end).eq_ignore_ascii_case("on")
        && let Some((day_end, day)) = date::untimed(reader, end + 1)
        && let Some(day) = day.day
    {
        let time = value.as_deref().unwrap_or_default();
        value = Some(match time.strip_prefix('/') {
            Some(time) => format!("/{day} {time}"),
            None => format!("{day} {time}"),
        });
        end = day_end;
    }
    Some(stretch(reader, at, end, value, when.iso.clone()))
}

/// `or after`, `and before` where no time follows: "after 2016 and before 2018"
/// has two bounds.
fn or_after(reader: &Reader<'_>, at: usize) -> Option<Edge> {
    let joined = reader.is(at, Meaning::And) || reader.words(at).eq_ignore_ascii_case("or");
    let edge = match reader.edge(at + 1).filter(|_| joined)? {
        Edge::Before => Edge::Until,
        Edge::After => Edge::Since,
        Edge::Since | Edge::Until => return None,
    };
    point(reader, at + 2).is_none().then_some(edge)
}

/// The stretch before or after a time, its other end open.
pub(super) fn open_ended(edge: Edge, when: &When, kind: MentionKind) -> Option<String> {
    let value = when.value.clone();
    let exact = |it: &String| it.contains(' ') && !it.contains('/');
    let value = if kind == MentionKind::Time || value.as_ref().is_some_and(exact) {
        value
    } else {
        let day = match edge {
            Edge::After if when.day.is_none() => day_after(when),
            Edge::Before | Edge::After | Edge::Since | Edge::Until => first_day(when),
        };
        day.map(|it| it.to_string())
    };
    value.map(|it| match edge {
        Edge::Before | Edge::Until => format!("/{it}"),
        Edge::After | Edge::Since => format!("{it}/"),
    })
}

/// `from March to May`, `between 2014 and 2018`, with the opening word.
pub(super) fn from_to(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let between = reader.is(at, Meaning::Between);
    if !between && !reader.is(at, Meaning::From) {
        return None;
    }
    let (end, from, kind) = point_or_part(reader, at + 1)?;
    let joined = range::joins(reader, end) || between && reader.is(end, Meaning::And);
    let (to_end, to, to_kind) = joined.then(|| point_or_part(reader, end + 1)).flatten()?;
    if kind != to_kind {
        return None;
    }
    Some((to_end, range::times(reader, at, to_end, &from, &to)))
}

/// A point, or a part of one: `the end of 2008`, `the 15th day of June`, `now`.
fn point_or_part(reader: &Reader<'_>, at: usize) -> Option<(usize, When, MentionKind)> {
    if reader.words(at).eq_ignore_ascii_case("now") {
        let now = reader.reference?;
        return Some((at + 1, When::day(now.date()), MentionKind::Date));
    }
    if let Some((end, when)) = lettered_part(reader, at) {
        return Some((end, when, MentionKind::Date));
    }
    let nth = nth_of(reader, at).or_else(|| with_article(reader, at));
    let nearer = point(reader, at);
    if let Some((end, mention)) = nth.filter(|it| nearer.as_ref().is_none_or(|near| it.0 > near.0))
    {
        let day = mention.value.as_deref().and_then(|it| it.parse().ok());
        let when = When {
            value: mention.value,
            ..When::open_day(day, mention.iso.unwrap_or_default())
        };
        return Some((end, when, MentionKind::Date));
    }
    if let Some(found) = nearer {
        return Some(found);
    }
    let at = at + usize::from(reader.is(at, Meaning::Definite));
    let (end, mention) = phase(reader, at).or_else(|| phase_of_now(reader, at))?;
    let mut when = When::open(mention.iso.unwrap_or_default());
    // The end of a stretch is its last day, its beginning the first.
    when.value = match (reader.phase(at), mention.value) {
        (Some(Phase::End), Some(value)) => Some(match value.split_once('/') {
            Some((_, end)) => end.to_owned(),
            None => value,
        }),
        (Some(Phase::Middle), _) => middle_of(reader, at),
        (_, value) => value,
    };
    Some((end, when, MentionKind::Date))
}

/// The day half way between the ends of a stretch, its first and last one.
fn middle_of(reader: &Reader<'_>, at: usize) -> Option<String> {
    let start = at + 1;
    let start = start + usize::from(reader.is(start, Meaning::Definite));
    let (_, when, _) = point(reader, start)?;
    let (from, to) = (first_day(&when)?, day_after(&when)?);
    let days = Days::new(u64::try_from((to - from).num_days() / 2).ok()?);
    Some(from.checked_add_days(days)?.to_string())
}
