//! Quantities with a unit, and ages.

use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind};

/// Units that are written with one or two letters and must follow digits.
const SHORT: usize = 2;

fn measure_of(reader: &Reader<'_>, i: usize) -> Option<&'static str> {
    reader.find(i, |it| match it {
        Meaning::Measure(name) => Some(name),
        _ => None,
    })
}

/// The quantity that `first`, at token `i`, begins.
pub(super) fn measure(reader: &Reader<'_>, i: usize, first: Number) -> Option<(usize, Mention)> {
    let odd = usize::from(reader.is(first.end, Meaning::Odd));
    let at = reader.past_hyphen(first.end + odd);
    let unit = measure_of(reader, at)?;
    let word = reader.words(at);
    let letters = word.chars().all(|it| it.is_ascii_alphabetic());
    if letters && word.len() <= SHORT && !first.figures {
        return None;
    }
    // "5 m" may be a name's initial in capitals: "5 G", "3 W".
    let letter = letters && word.len() == 1 && word.chars().all(char::is_uppercase);
    if letter && !reader.glued(at) {
        return None;
    }
    // "24703L202": the letter is part of a name.
    let name = letters
        && reader.glued(at + 1)
        && reader
            .words(at + 1)
            .starts_with(|it: char| it.is_ascii_digit());
    if name {
        return None;
    }
    let mut value = first.value;
    let mut end = at + 1;
    if reader.unspaced && reader.is(end, Meaning::Half) {
        value += 0.5;
        end += 1;
    }
    // "12 ft 2 in", "6 feet 2"
    if unit == "Foot"
        && let Some(inches) = number(reader, end)
        && (measure_of(reader, inches.end) == Some("Inch") || reader.words(inches.end) == "in")
    {
        value += inches.value / 12.0;
        end = inches.end + 1;
    }
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Unit,
            value: first.written(value),
            unit: Some(unit.to_owned()),
            iso: None,
        },
    ))
}

/// `38 years old`, `38-year-old`, 38歲, 三個月大, `aged 38`.
pub(super) fn age(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    let (end, value, unit) = if let Some(first) = first {
        old(reader, first)?
    } else {
        if !reader.is(i, Meaning::Aged) {
            return None;
        }
        let number = number(reader, i + 1)?;
        let range = reader.sign(number.end) == Some('-') || reader.is(number.end, Meaning::To);
        if number.value > 130.0 || range || !number.figures {
            return None;
        }
        (number.end, number.value, "Year")
    };
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Age,
            value: Some(digits(value)?),
            unit: Some(unit.to_owned()),
            iso: None,
        },
    ))
}

fn old(reader: &Reader<'_>, first: Number) -> Option<(usize, f64, &'static str)> {
    if reader.is(first.end, Meaning::YearsOld) {
        return Some((first.end + 1, first.value, "Year"));
    }
    if matches!(reader.words(first.end), "yo" | "y.o.") {
        return Some((first.end + 1, first.value, "Year"));
    }
    let at = reader.past_hyphen(first.end);
    let unit = match reader.time_unit(at)? {
        TimeUnit::Year => "Year",
        TimeUnit::Month => "Month",
        TimeUnit::Week => "Week",
        TimeUnit::Day => "Day",
        _ => return None,
    };
    let after = reader.past_hyphen(at + 1);
    if !reader.is(after, Meaning::Old) {
        return None;
    }
    // "3天大雨": 大 must not begin a word of its own.
    let mut end = after + 1;
    if reader.unspaced
        && reader.tokens.get(end).is_some_and(|_| {
            reader.sign(end).is_none() && !reader.words(end).starts_with(['的', '了', '时'])
        })
    {
        return None;
    }
    if !reader.unspaced
        && reader.words(after) == "old"
        && reader.glued(end)
        && reader.words(end) == "s"
    {
        end += 1;
    }
    Some((end, first.value, unit))
}
