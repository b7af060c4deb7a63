//! Times of day: `3 p.m.`, `15:30`, 下午三點半.

pub(super) mod chinese;

use crate::mention::clock_range::{in_part_of_day, nearest_half, told_clock};
use crate::mention::number::{Number, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// A time of day, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clock {
    pub(super) end: usize,
    /// `15:30:00`, or a stretch `12:00:00/16:00:00`.
    pub(super) value: String,
    /// `T15:30`, `TAF`.
    pub(super) iso: String,
}

impl Clock {
    pub(super) fn at(end: usize, hour: u32, minute: Option<u32>, second: Option<u32>) -> Self {
        let value = format!(
            "{hour:02}:{:02}:{:02}",
            minute.unwrap_or(0),
            second.unwrap_or(0)
        );
        let iso = match (minute, second) {
            (_, Some(_)) => format!("T{value}"),
            (Some(minute), None) => format!("T{hour:02}:{minute:02}"),
            (None, None) => format!("T{hour:02}"),
        };
        Self { end, value, iso }
    }

    /// The same at another hour.
    fn with_hour(self, hour: u32) -> Self {
        let minutes = self.value.get(2..).unwrap_or_default();
        let behind = self.iso.get(3..).unwrap_or_default();
        Self {
            value: format!("{hour:02}{minutes}"),
            iso: format!("T{hour:02}{behind}"),
            end: self.end,
        }
    }

    fn part(end: usize, code: &str, from: u32, to: u32) -> Self {
        let to = if to == 24 {
            "23:59:59".to_owned()
        } else {
            format!("{to:02}:00:00")
        };
        Self {
            end,
            value: format!("{from:02}:00:00/{to}"),
            iso: format!("T{code}"),
        }
    }
}

/// The time of day that begins at token `i`.
pub(super) fn clock(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Clock> {
    if let Some(hour) = named_hour(reader, i) {
        return Some(Clock::at(i + 1, hour, None, None));
    }
    if reader.unspaced {
        return chinese::clock(reader, i, false);
    }
    // "12 noon"
    let twelve = first.filter(|it| it.plain == Some(2) && it.value.total_cmp(&12.0).is_eq());
    if let Some(noon) = twelve
        && let Some(hour) = named_hour(reader, noon.end)
    {
        return Some(Clock::at(noon.end + 1, hour, None, None));
    }
    if let Some(clock) = told_clock(reader, i, first) {
        return Some(clock);
    }
    // "7 in the morning": the part of the day makes an hour of a bare figure.
    let found = first.and_then(|it| figures(reader, i, it, None));
    let (end, hours) = if let Some(clock) = &found {
        (clock.end, clock.value.get(..2)?.parse::<u32>().ok()?)
    } else {
        let first = first.filter(|it| it.value.fract() == 0.0)?;
        let hour = whole(first.value, 13).filter(|it| *it > 0)?;
        (first.end, hour)
    };
    match in_part_of_day(reader, end, hours * 60, found.is_some()) {
        (part_end, minutes) if part_end > end => {
            let minute = found
                .as_ref()
                .and_then(|it| it.value.get(3..5)?.parse().ok());
            Some(Clock::at(
                part_end,
                minutes / 60,
                minute.filter(|it| *it > 0),
                None,
            ))
        }
        _ => found,
    }
}

fn named_hour(reader: &Reader<'_>, i: usize) -> Option<u32> {
    reader.find(i, |it| match it {
        Meaning::Hour(hour) => Some(hour),
        _ => None,
    })
}

/// `in the afternoon`, `at lunchtime`, `in the afternoon at 7`, `afternoon 7:00`:
/// a part of the day before its hour, or by itself behind its "in" or "at".
pub(super) fn part_of_day(reader: &Reader<'_>, i: usize) -> Option<Clock> {
    let opened = if reader.is(i, Meaning::In) {
        1 + usize::from(reader.is(i + 1, Meaning::Definite))
    } else {
        usize::from(reader.is(i, Meaning::At))
    };
    let (code, from, to) = reader.day_part(i + opened)?;
    let end = i + opened + 1;
    if let Some((end, minutes, minute)) = hour_behind(reader, end) {
        let minutes = nearest_half(minutes, from * 60, to * 60);
        return Some(Clock::at(end, minutes / 60, minute, None));
    }
    (opened > 0).then(|| Clock::part(end, code, from, to))
}

/// The hour behind a part of the day, in minutes, and its minutes if they are
/// told: marked as an hour, or after "at".
pub(super) fn hour_behind(reader: &Reader<'_>, end: usize) -> Option<(usize, u32, Option<u32>)> {
    let at_word = reader.is(end, Meaning::At);
    let start = end + usize::from(at_word);
    let first = number(reader, start)?;
    if let Some(clock) = figures(reader, start, first, None) {
        let hour: u32 = clock.value.get(..2)?.parse().ok()?;
        let minute: u32 = clock.value.get(3..5)?.parse().ok()?;
        let told = clock.iso.len() > 3;
        return Some((clock.end, hour * 60 + minute, told.then_some(minute)));
    }
    let hour = whole(first.value, 13).filter(|it| at_word && *it > 0)?;
    let more = reader.glued(first.end) && reader.glued(first.end + 1);
    (!more).then_some((first.end, hour * 60, None))
}

fn whole(value: f64, below: u32) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range by the filter"
    )]
    (value >= 0.0 && value < f64::from(below) && value.fract() == 0.0).then_some(value as u32)
}

/// `1140 a.m.`, `340pm`.
fn compact(reader: &Reader<'_>, i: usize, first: Number) -> Option<Clock> {
    let figure = reader
        .figure(i)
        .filter(|it| it.plain && first.end == i + 1)?;
    let after_noon = reader.find(i + 1, |it| match it {
        Meaning::Meridiem(after_noon) => Some(after_noon),
        _ => None,
    })?;
    if !matches!(figure.digits, 3 | 4) {
        return None;
    }
    let hour = whole((figure.value / 100.0).floor(), 13)?;
    let minute = whole(figure.value % 100.0, 60)?;
    let hour = hour % 12 + if after_noon { 12 } else { 0 };
    Some(Clock::at(i + 2, hour, Some(minute), None))
}

fn figures(reader: &Reader<'_>, i: usize, first: Number, part: Option<u32>) -> Option<Clock> {
    if let Some(clock) = compact(reader, i, first) {
        return Some(clock);
    }
    // The fraction of "3.30 p.m." are its minutes.
    let mut hour = whole(first.value.floor(), 25)?;
    let mut minute = None;
    let mut second = None;
    let mut end = first.end;
    let is_whole = first.value.fract() == 0.0;
    let colon = reader.sign(end) == Some(':')
        && reader.figure(i).is_some()
        && is_whole
        && reader.glued(end + 1);
    if !is_whole && reader.figure(i).is_none() {
        return None;
    }
    if let Some(figure) = colon
        .then(|| reader.figure(end + 1))
        .flatten()
        .filter(|it| it.digits == 2 && it.plain)
    {
        minute = Some(whole(figure.value, 60)?);
        end += 2;
        if reader.sign(end) == Some(':')
            && let Some(figure) = reader.figure(end + 1).filter(|it| it.digits == 2)
        {
            second = Some(whole(figure.value, 60)?);
            end += 2;
        }
        // "1:25000" and "3:21:05.7" are scales and results, no times of day.
    } else if let Some(figure) = reader
        .figure(i)
        .filter(|it| !it.plain && first.end == i + 1)
    {
        // "3.30pm"
        let after =
            reader.is(end, Meaning::Meridiem(true)) || reader.is(end, Meaning::Meridiem(false));
        if !after {
            return None;
        }
        hour = whole(figure.value.floor(), 13)?;
        minute = Some(whole((figure.value.fract() * 100.0).round(), 60)?);
    } else if let Some(minutes) = number(reader, end).filter(|it| {
        // "seven thirty p.m."
        let is_meridiem = reader.is(it.end, Meaning::Meridiem(true))
            || reader.is(it.end, Meaning::Meridiem(false));
        !first.figures && !it.figures && is_meridiem
    }) {
        minute = Some(whole(minutes.value, 60)?);
        end = minutes.end;
    } else if first.plain.is_none() && first.figures {
        return None;
    }
    let meridiem = reader.find(end, |it| match it {
        Meaning::Meridiem(after_noon) => Some(after_noon),
        _ => None,
    });
    let marked = minute.is_some() || end > first.end;
    if let Some(after_noon) = meridiem {
        // "I am", "two am": only figures and only a small hour.
        if hour > 12 && after_noon && !marked || (!first.figures && reader.words(end) == "am") {
            return None;
        }
        hour = match (after_noon, hour) {
            (true, 1..=11) => hour + 12,
            (false, 12) => 0,
            _ => hour,
        };
        end += 1;
    } else if reader.is(end, Meaning::OClock) {
        end += 1;
    } else if !marked {
        return None;
    }
    // 下午三點 is 15:00, 晚上八點 is 20:00.
    if part.is_some_and(|from| from >= 12) && (1..=11).contains(&hour) {
        hour += 12;
    }
    (hour < 25).then(|| Clock::at(end, hour, minute, second))
}
