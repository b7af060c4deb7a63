//! Chinese and Japanese times of day: 下午三點半, 15時30分, 今晨五點, 早上八點一刻.

use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::time::{Clock, figures};
use crate::mention::words::{Meaning, TimeUnit};

/// The time of day that begins at token `i`. One that follows its day, or a
/// part of it, is `told`: 三點 by itself is also "three points".
pub(in crate::mention) fn clock(reader: &Reader<'_>, i: usize, told: bool) -> Option<Clock> {
    let about = usize::from(!told && is_about(reader, i));
    let at = i + about;
    let found = match reader.day_part(at) {
        Some((code, from, to)) => {
            let Some(clock) = hour_in_part(reader, at + 1, from) else {
                // 早 and 晚 alone are parts of words.
                let word = reader.words(at);
                let whole = word.chars().count() > 1 || told;
                return (whole && about == 0).then(|| Clock::part(at + 1, code, from, to));
            };
            clock
        }
        None => short_before(reader, at).or_else(|| hour(reader, at, told || about > 0))?,
    };
    let after = usize::from(reader.is(found.end, Meaning::AboutHour));
    Some(Clock {
        end: found.end + after,
        ..found
    })
}

fn is_about(reader: &Reader<'_>, i: usize) -> bool {
    reader.is(i, Meaning::About) && matches!(reader.words(i), "约" | "大约")
}

/// An hour behind a part of the day, which begins with the hour `from`.
pub(in crate::mention) fn hour_in_part(reader: &Reader<'_>, i: usize, from: u32) -> Option<Clock> {
    let clock = hour(reader, i, true)?;
    let hour: u32 = clock.value.get(..2)?.parse().ok()?;
    let whole = clock.value.ends_with(":00:00");
    let hour = match (from, hour) {
        // 中午十二點 is noon, 中午一點 an hour after it; 晚上一點 is in the night,
        // 晚上十二點 the end of the day.
        (11, 1..=3) | (12..=15, 1..=11) | (16.., 5..=11) => hour + 12,
        (16.., 12) if whole => 24,
        (..=4 | 16.., 12) => 0,
        _ => hour,
    };
    Some(clock.with_hour(hour))
}

fn hour(reader: &Reader<'_>, i: usize, told: bool) -> Option<Clock> {
    if reader.figure(i).is_some() && reader.sign(i + 1) == Some(':') {
        return figures(reader, i, number(reader, i)?, None);
    }
    let (end, hour) = two_digits(reader, i).filter(|it| it.1 < 25)?;
    if !reader.is(end, Meaning::HourMark) {
        return None;
    }
    let mark = reader.words(end);
    let end = end + 1;
    if let Some((end, short)) = short_of(reader, end) {
        return before_hour(end, hour, short);
    }
    let (end, minute, second) = minutes(reader, end);
    let figure = reader.figure(i).is_some();
    let about = reader.is(end, Meaning::AboutHour) || reader.bound(end).is_some();
    // 零點 is midnight, 零點五 a half.
    let midnight = hour == 0 && number(reader, end).is_none();
    let clear = told || minute.is_some() || mark != "点" || figure || about || midnight;
    clear.then(|| Clock::at(end, hour, minute, second))
}

/// 差一刻八點: the minutes that an hour lacks, before it.
fn short_before(reader: &Reader<'_>, i: usize) -> Option<Clock> {
    let (at, short) = short_of(reader, i)?;
    let (end, hour) = two_digits(reader, at).filter(|it| it.1 < 25)?;
    reader.is(end, Meaning::HourMark).then_some(())?;
    before_hour(end + 1, hour, short)
}

/// 差五分, 差一刻: the minutes, and the token after them.
fn short_of(reader: &Reader<'_>, i: usize) -> Option<(usize, u32)> {
    reader.is(i, Meaning::MinutesTo).then_some(())?;
    if let (end, Some(minutes), None) = minutes(reader, i + 1) {
        return Some((end, minutes));
    }
    let (end, minutes) = two_digits(reader, i + 1)?;
    let unit = reader.time_unit(end) == Some(TimeUnit::Minute);
    unit.then_some((end + 1, minutes))
}

fn before_hour(end: usize, hour: u32, short: u32) -> Option<Clock> {
    let minutes = (hour * 60).checked_sub(short)?;
    Some(Clock::at(end, minutes / 60, Some(minutes % 60), None))
}

/// Behind the hour: 半, 一刻, 十五分, 零五, 55分23秒.
fn minutes(reader: &Reader<'_>, at: usize) -> (usize, Option<u32>, Option<u32>) {
    if reader.is(at, Meaning::Half) {
        return (at + 1, Some(30), None);
    }
    if let Some(quarters) = reader.find(at, |it| match it {
        Meaning::QuartersOfHour(quarters) => Some(quarters),
        _ => None,
    }) {
        return (at + 1, Some(15 * quarters), None);
    }
    let Some((end, minute)) = two_digits(reader, at).filter(|it| it.1 < 60) else {
        return (at, None, None);
    };
    if !reader.is(end, Meaning::MinuteMark) {
        // 三點十五 has minutes, 三點一 does not.
        let counted = reader.time_unit(end).is_some() || reader.is(end, Meaning::Classifier);
        let enough = end >= at + 2 && reader.glued(at) && !counted;
        return if enough {
            (end, Some(minute), None)
        } else {
            (at, None, None)
        };
    }
    match two_digits(reader, end + 1) {
        Some((last, second)) if second < 60 && reader.is(last, Meaning::SecondMark) => {
            (last + 1, Some(minute), Some(second))
        }
        _ => (end + 1, Some(minute), None),
    }
}

/// A number below a hundred, read without regard to 點, which is also the mark
/// of fractions: 十五, 零五, 廿, 23.
pub(in crate::mention) fn two_digits(reader: &Reader<'_>, i: usize) -> Option<(usize, u32)> {
    if let Some(figure) = reader.figure(i) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "two digits"
        )]
        return (figure.plain && figure.digits <= 2).then_some((i + 1, figure.value as u32));
    }
    let digit = |at: usize| {
        reader.find(at, |it| match it {
            Meaning::Digit(digit) => Some(u32::from(digit)),
            _ => None,
        })
    };
    let tens = |at: usize| reader.is(at, Meaning::Scale(10.0));
    let unit = |at: usize, sum: u32| match digit(at).filter(|it| *it > 0) {
        Some(more) => Some((at + 1, sum + more)),
        None => Some((at, sum)),
    };
    if tens(i) {
        return unit(i + 1, 10);
    }
    match reader.words(i) {
        "廿" => return unit(i + 1, 20),
        "卅" => return unit(i + 1, 30),
        _ => {}
    }
    match digit(i)? {
        0 => match digit(i + 1) {
            Some(more) => Some((i + 2, more)),
            None => Some((i + 1, 0)),
        },
        first if tens(i + 1) => unit(i + 2, first * 10),
        first => Some((i + 1, first)),
    }
}
