//! Stretches with one end or both: `since 2011`, `from March to May`.

use crate::mention::calendar::When;
use crate::mention::compound::months::lettered_part;
use crate::mention::compound::phase::phase;
use crate::mention::compound::stretch;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::{day_after, first_day};
use crate::mention::words::{Edge, Meaning, Phase};
use crate::mention::{Mention, MentionKind, Point, point};

/// `since 2011`, `before Friday`, `after 2.30 p.m.`: one end is open.
pub(super) fn bounded(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    // "until last week" and "by Friday" name the day; the open end is no news.
    let edge = reader.edge(at).filter(|it| *it != Edge::Until)?;
    let (end, when, kind) = point_or_part(reader, at + 1)?;
    let value = open_ended(edge, &when, kind);
    Some(stretch(reader, at, end, value, when.iso))
}

/// `2012 or later`, `1 May and onwards`.
pub(super) fn bounded_behind(
    reader: &Reader<'_>,
    at: usize,
    here: Option<&Point>,
) -> Option<(usize, Mention)> {
    let (end, when, kind) = here?;
    let edge = reader.bound(*end)?;
    let value = open_ended(edge, when, *kind);
    Some(stretch(reader, at, end + 1, value, when.iso.clone()))
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

/// A point, or a part of one: `the end of 2008`, `now`.
fn point_or_part(reader: &Reader<'_>, at: usize) -> Option<(usize, When, MentionKind)> {
    if reader.words(at).eq_ignore_ascii_case("now") {
        let now = reader.reference?;
        return Some((at + 1, When::day(now.date()), MentionKind::Date));
    }
    if let Some((end, when)) = lettered_part(reader, at) {
        return Some((end, when, MentionKind::Date));
    }
    if let Some(found) = point(reader, at) {
        return Some(found);
    }
    let at = at + usize::from(reader.is(at, Meaning::Definite));
    let (end, mention) = phase(reader, at)?;
    let mut when = When::open(mention.iso.unwrap_or_default());
    // The end of a stretch is its last day, its beginning the first.
    when.value = match (reader.phase(at), mention.value) {
        (Some(Phase::End), Some(value)) => value.split_once('/').map(|it| it.1.to_owned()),
        (_, value) => value,
    };
    Some((end, when, MentionKind::Date))
}
