//! Figures with what multiplies or completes them: `3.5 million`, `40k`, `10 1/2`.

use crate::mention::lexer::Figure;
use crate::mention::number::fraction::and_fraction;
use crate::mention::number::numeral::numeral;
use crate::mention::number::{LONGEST, Number, count, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// The number that `figure`, at token `i`, begins.
pub(super) fn scaled(reader: &Reader<'_>, i: usize, figure: Figure) -> Number {
    let number = |value, end| Number::new(value, end, true);
    if let Some(more) = vulgar(reader, i, figure) {
        return number(figure.value + more, i + 4);
    }
    if let Some(by) = abbreviation(reader, i + 1, figure) {
        return Number {
            scale: by,
            ..number(figure.value * by, i + 2)
        };
    }
    if reader.unspaced
        && let Some(number) = numeral(reader, i)
    {
        return number;
    }
    let (mut value, mut end) = multiplied(reader, i, figure.value);
    let mut last = scale_before(reader, end);
    // "6 crore 20 lakh", "3 million 200 thousand"
    while let Some(before) = last
        && let Some(more) = reader.figure(end)
        && end < i + LONGEST
    {
        let (part, after) = multiplied(reader, end, more.value);
        let scale = scale_before(reader, after);
        if part >= before || scale.is_none() {
            break;
        }
        value += part;
        end = after;
        last = scale;
    }
    if let Some(by) = last
        && let Some(more) = and_fraction(reader, end)
    {
        // "3 million and a half"
        value += by * more.above / more.below;
        end = more.end;
    } else if let Some(by) = last
        && by > 1e3
        && reader.is(end, Meaning::And)
        && let Some(hundreds) = count(reader, end + 1)
        && reader.find(end + 2, scale_of).is_some_and(|it| it < 1e3)
    {
        // "6 crore and two hundred"
        value += hundreds * reader.find(end + 2, scale_of).unwrap_or(1.0);
        end += 3;
    }
    Number {
        scale: last.unwrap_or(0.0),
        ..number(value, end)
    }
}

/// A figure with the scales behind it, and the token after them.
fn multiplied(reader: &Reader<'_>, i: usize, value: f64) -> (f64, usize) {
    let mut value = value;
    let mut end = i + 1;
    while end < i + LONGEST {
        let next = reader.past_hyphen(end);
        let Some(by) = reader.find(next, scale_of) else {
            break;
        };
        value *= by;
        end = next + 1;
    }
    (value, end)
}

fn scale_before(reader: &Reader<'_>, end: usize) -> Option<f64> {
    reader.find(end - 1, scale_of)
}

/// The `1/2` of `10 1/2`, as a share of one.
fn vulgar(reader: &Reader<'_>, i: usize, figure: Figure) -> Option<f64> {
    let above = reader.figure(i + 1)?;
    let below = reader.figure(i + 3)?;
    let apart = reader.tokens[i + 1].spaced;
    let slash = reader.sign(i + 2) == Some('/') && reader.glued(i + 2) && reader.glued(i + 3);
    let more = reader.sign(i + 4) == Some('/') && reader.glued(i + 4);
    let plain = figure.plain && above.plain && below.plain && below.digits <= 3;
    // "In 2020 3/4 of them": a year and a share.
    let proper = above.value < below.value || below.value <= 10.0;
    (apart && slash && !more && plain && proper && figure.digits <= 3 && below.value > 0.0)
        .then(|| above.value / below.value)
}

/// What a letter behind a figure multiplies it by: `40k`, `2.5M`, `3bn`.
///
/// A small `m` is mostly a metre and a small `b` nothing; a space before a capital `M`
/// is open to names ("3 M") unless the figure has a point or a comma.
fn abbreviation(reader: &Reader<'_>, i: usize, figure: Figure) -> Option<f64> {
    let by = reader.find(i, |it| match it {
        Meaning::GluedScale(by) => Some(by),
        _ => None,
    })?;
    let word = reader.words(i);
    let money = reader.find(i, |it| match it {
        Meaning::Currency(..) => Some(()),
        _ => None,
    });
    // "3M45", "1134B型": the letter is part of a name.
    let ends = !reader.glued(i + 1)
        || !reader.words(i + 1).starts_with(if reader.unspaced {
            |it: char| it.is_ascii_alphanumeric()
        } else {
            char::is_alphanumeric
        });
    if money.is_some() || !ends {
        return None;
    }
    let glued = reader.glued(i);
    let fits = match word {
        "K" | "M" => glued || !figure.plain,
        "B" => glued && !reader.unspaced,
        "m" => millions(reader, i, figure),
        "b" | "mm" | "MM" | "Mm" => false,
        _ => true,
    };
    fits.then_some(by)
}

/// People and things that an `m` counts by the million: `5.6m people`.
const COUNTED: [&str; 5] = ["people", "men", "women", "children", "voters"];

/// The `m` at token `i` is a million: it touches its figure, and what it
/// counts follows in the plural.
fn millions(reader: &Reader<'_>, i: usize, figure: Figure) -> bool {
    if reader.unspaced || !reader.glued(i) {
        return false;
    }
    let next = reader
        .words(i + 1)
        .split([' ', ','])
        .next()
        .unwrap_or_default();
    let plural = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss");
    // A race is over a round number of metres: "400m hurdles".
    let small = !figure.plain || figure.value < 50.0;
    reader.spaced(i + 1) && (COUNTED.contains(&next) || plural && small)
}
