//! Ages: `38 years old`, `aged 38`, 38歲.

use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind};

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
        let of = usize::from(reader.is(i + 1, Meaning::Of));
        let number = number(reader, i + 1 + of)?;
        // "the age of four months"
        if let Some(unit) = unit_of_age(reader, number.end)
            && number.value > 0.0
            && !reader.unspaced
        {
            return told(reader, i, number.end + 1, number.value, unit);
        }
        if of > 0 {
            return None;
        }
        let range = reader.sign(number.end) == Some('-') || reader.is(number.end, Meaning::To);
        if number.value > 130.0 || range || !number.figures {
            return None;
        }
        (number.end, number.value, "Year")
    };
    told(reader, i, end, value, unit)
}

fn told(
    reader: &Reader<'_>,
    i: usize,
    end: usize,
    value: f64,
    unit: &str,
) -> Option<(usize, Mention)> {
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

fn unit_of_age(reader: &Reader<'_>, i: usize) -> Option<&'static str> {
    match reader.time_unit(i)? {
        TimeUnit::Year => Some("Year"),
        TimeUnit::Month => Some("Month"),
        TimeUnit::Week => Some("Week"),
        TimeUnit::Day => Some("Day"),
        _ => None,
    }
}

fn old(reader: &Reader<'_>, first: Number) -> Option<(usize, f64, &'static str)> {
    // 20多歲
    let odd = usize::from(reader.unspaced && reader.is(first.end, Meaning::Odd));
    if reader.is(first.end + odd, Meaning::YearsOld) {
        return Some((first.end + odd + 1, first.value, "Year"));
    }
    if matches!(reader.words(first.end), "yo" | "y.o.") {
        return Some((first.end + 1, first.value, "Year"));
    }
    let at = reader.past_hyphen(first.end);
    let unit = unit_of_age(reader, at)?;
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
