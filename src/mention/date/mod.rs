//! Calendar dates in words and figures, relative ones among them, with their time of day.

mod chinese;
mod era;
mod holiday;
mod lunar;
mod named;
mod narrowed;
mod numeric;
pub(super) mod parts;
mod spaced;
mod written;

#[cfg(test)]
mod tests;

use crate::mention::calendar::When;
use crate::mention::clock_range::nearest_half;
use crate::mention::date::chinese::cjk;
use crate::mention::date::holiday::holiday;
use crate::mention::date::named::{from_now, named};
use crate::mention::date::narrowed::{narrowed, of_now};
use crate::mention::date::numeric::{bare_year, numeric, year_by_number};
use crate::mention::date::parts::small;
use crate::mention::date::spaced::spaced;
pub(super) use crate::mention::date::spaced::year_after;
use crate::mention::date::written::written;
use crate::mention::number::{Number, number};
use crate::mention::reader::Reader;
use crate::mention::time::{Clock, chinese as chinese_time, clock, hour_behind};
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

type Found = (usize, When);

/// The hour with which the evening begins.
const EVENING: u32 = 16;

/// The date that begins at token `i`, without any time of day behind it.
pub(super) fn day(reader: &Reader<'_>, i: usize) -> Option<(usize, When, MentionKind)> {
    let (end, when) = bare(reader, i, number(reader, i))?;
    when.single.then_some((end, when, MentionKind::Date))
}

/// The date or the stretch of days that begins at token `i`, without any time of
/// day behind it.
pub(super) fn untimed(reader: &Reader<'_>, i: usize) -> Option<(usize, When)> {
    bare(reader, i, number(reader, i))
}

/// The date that begins at token `i`, where `first` stands if it is a number.
pub(super) fn date(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let (end, when) = bare(reader, i, first)?;
    Some(possessive(reader, with_clock(reader, end, when)))
}

fn bare(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    // 每周一 comes again and again: it is no day.
    if i > 0 && reader.is(i - 1, Meaning::Every) {
        return None;
    }
    let written = if reader.unspaced {
        holiday(reader, i)
    } else {
        written(reader, i).or_else(|| holiday(reader, i))
    };
    let found = numeric(reader, i)
        .or(written)
        .or_else(|| {
            if reader.unspaced {
                cjk(reader, i, first)
            } else {
                spaced(reader, i)
            }
        })
        .or_else(|| named(reader, i))
        .or_else(|| from_now(reader, i, first))
        .or_else(|| year_by_number(reader, i))
        .or_else(|| bare_year(reader, i))
        .or_else(|| reader.unspaced.then(|| of_now(reader, i)).flatten())?;
    let found = if reader.unspaced {
        narrowed(reader, found)
    } else {
        found
    };
    Some(weekday_after(reader, found))
}

/// The date, or the time of day, as a mention.
pub(super) fn mention(
    reader: &Reader<'_>,
    i: usize,
    end: usize,
    when: When,
    kind: MentionKind,
) -> Mention {
    Mention {
        range: reader.range(i, end),
        kind,
        value: when.value,
        unit: None,
        iso: Some(when.iso),
    }
}

fn possessive(reader: &Reader<'_>, (end, when): Found) -> Found {
    let glued = reader.is(end, Meaning::Possessive) && reader.glued(end);
    (end + usize::from(glued), when)
}

/// `Tuesday, 5 May` and 5月5日（星期二）.
fn weekday_after(reader: &Reader<'_>, (end, when): Found) -> Found {
    if !when.single || when.iso.contains('W') {
        return (end, when);
    }
    let open = reader.sign(end) == Some('(');
    let comma = reader.sign(end) == Some(',');
    let at = end + usize::from(open || comma);
    if reader.weekday(at).is_none() || !reader.unspaced {
        return (end, when);
    }
    let close = usize::from(open && reader.sign(at + 1) == Some(')'));
    (at + 1 + close, when)
}

/// `at 5`, `at seven twenty-seven` behind a day.
fn hour_behind_at(reader: &Reader<'_>, at: usize) -> Option<Clock> {
    if !reader.is(at - 1, Meaning::At) {
        return None;
    }
    let hour = number(reader, at)?;
    let value = small(hour.value, 12)?;
    let minute = number(reader, hour.end)
        .filter(|it| !hour.figures && !it.figures)
        .and_then(|it| Some((it.end, small(it.value, 59)?)));
    let (end, minute) = minute.map_or((hour.end, None), |it| (it.0, Some(it.1)));
    // "on Friday at 5 percent", "at 10 meters", "at 7-2"
    let counted = reader.meanings(end).iter().any(|it| {
        matches!(
            it,
            Meaning::Percent | Meaning::Measure(_) | Meaning::Currency(..) | Meaning::Time(_)
        )
    });
    let more = matches!(reader.sign(end), Some('-' | '/' | '%' | ':' | '.'))
        && reader.glued(end)
        && reader.glued(end + 1);
    (!counted && !more).then(|| Clock::at(end, value, minute, None))
}

/// A time of day right after a single day belongs to it.
fn with_clock(reader: &Reader<'_>, end: usize, when: When) -> Found {
    if !when.single {
        return (end, when);
    }
    if !reader.unspaced
        && let Some(found) = with_part(reader, end, &when)
    {
        return found;
    }
    let mut at = end;
    at += usize::from(reader.sign(at) == Some(',') && !reader.unspaced);
    at += usize::from(reader.is(at, Meaning::At));
    let clock = if reader.unspaced {
        // 昨天的早上
        let of = reader.words(at) == "的" && reader.day_part(at + 1).is_some();
        // 除夕夜八點
        let night = reader.words(at - 1).ends_with('夜');
        let evening = || chinese_time::hour_in_part(reader, at, EVENING);
        night
            .then(evening)
            .flatten()
            .or_else(|| chinese_time::clock(reader, at + usize::from(of), true))
    } else {
        clock(reader, at, number(reader, at)).or_else(|| hour_behind_at(reader, at))
    };
    match clock {
        Some(clock) => (clock.end, at_clock(&when, &clock)),
        None => (end, when),
    }
}

/// `Monday morning`, `Tuesday in the morning`, `Tuesday PM`, `Sunday early
/// morning at 8:00`.
fn with_part(reader: &Reader<'_>, end: usize, when: &When) -> Option<Found> {
    let mut at = end;
    if reader.is(at, Meaning::In) && reader.is(at + 1, Meaning::Definite) {
        at += 2;
    }
    at += usize::from(reader.phase(at).is_some() && reader.day_part(at + 1).is_some());
    let meridiem = reader
        .find(at, |it| match it {
            Meaning::Meridiem(after_noon) => Some(after_noon),
            _ => None,
        })
        .filter(|_| at == end && reader.words(at).chars().all(|it| it.is_ascii_uppercase()));
    let (code, from, to) = match meridiem {
        Some(false) => ("MO", 8, 12),
        Some(true) => ("AF", 12, 16),
        None => reader.day_part(at)?,
    };
    if meridiem.is_none()
        && let Some((end, minutes, minute)) = hour_behind(reader, at + 1)
    {
        let minutes = nearest_half(minutes, from * 60, to * 60);
        let clock = Clock::at(end, minutes / 60, minute, None);
        return Some((end, at_clock(when, &clock)));
    }
    let value = when
        .day
        .map(|day| format!("{day} {from:02}:00:00/{day} {:02}:00:00", to.min(23)));
    let mut found = When::open(format!("{}T{code}", when.iso));
    found.value = value;
    Some((at + 1, found))
}

/// A day with its time of day.
fn at_clock(when: &When, clock: &Clock) -> When {
    let mut found = When::open(format!("{}{}", when.iso, clock.iso));
    found.value = when.day.map(|day| {
        let parts: Vec<String> = clock
            .value
            .split('/')
            .map(|it| format!("{day} {it}"))
            .collect();
        parts.join("/")
    });
    found
}
