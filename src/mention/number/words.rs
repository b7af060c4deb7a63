//! Number words of languages that part their words by spaces: `two hundred and six`.

use crate::mention::number::fraction::{and_fraction, part_of_round};
use crate::mention::number::{LONGEST, Number, count, same, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// The number that words name from token `i` on.
pub(super) fn words(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let number = |value, end| Number::new(value, end, false);
    if let Some((value, end)) = part_of_round(reader, i) {
        return Some(number(value, end));
    }
    let whole = whole(reader, i)?;
    let value = whole.closed + whole.open.unwrap_or(0.0);
    let end = whole.end;
    if reader.is(end, Meaning::Point)
        && let Some((fraction, after)) = spoken_fraction(reader, end + 1)
    {
        return Some(number(value + fraction, after));
    }
    let Some(more) = and_fraction(reader, end) else {
        let closes = reader.find(end - 1, scale_of).is_some();
        return Some(Number {
            scale: if closes { whole.scale } else { 0.0 },
            ..number(value, end)
        });
    };
    let share = more.above / more.below;
    let by = reader.find(more.end, scale_of);
    let end = more.end + usize::from(by.is_some());
    // Behind a scale the fraction is one of that scale ("two million and a
    // half"), unless it has a scale of its own ("a billion and a half million").
    let value = match by {
        Some(by) if whole.open.is_none() => value + share * by,
        Some(by) => (value + share) * by,
        None if whole.open.is_none() && whole.scale >= 1e3 => value + share * whole.scale,
        None => value + share,
    };
    Some(number(value, end))
}

/// A whole number in words, as far as it was read.
struct Whole {
    /// What `thousand` and greater scales have closed.
    closed: f64,
    /// What is below the last of them.
    open: Option<f64>,
    /// The last scale, 0 if there was none.
    scale: f64,
    end: usize,
}

fn whole(reader: &Reader<'_>, i: usize) -> Option<Whole> {
    let mut at = i;
    let mut whole = Whole {
        closed: 0.0,
        open: None,
        scale: 0.0,
        end: i,
    };
    if reader.is(i, Meaning::Article) && count(reader, i).is_none() {
        reader.find(i + 1, scale_of)?;
        whole.open = Some(1.0);
        at += 1;
    }
    while at < i + LONGEST {
        let next = reader.past_hyphen(at);
        if let Some(value) = count(reader, next) {
            let french = reader.vocabulary.decimal_comma;
            if !whole
                .open
                .is_none_or(|it| continues(it, value) || french && of_twenties(it, value))
            {
                break;
            }
            whole.open = Some(whole.open.unwrap_or(0.0) + value);
        } else if let Some(by) = reader.find(next, scale_of) {
            if whole.end == i && whole.open.is_none() {
                whole.open = Some(bare_scale(reader, next)?);
            }
            if by < 1e3 {
                whole.open = Some(whole.open.unwrap_or(1.0) * by);
            } else {
                whole.closed = match whole.open.take() {
                    Some(open) => whole.closed + open * by,
                    None => whole.closed * by,
                };
            }
            whole.scale = by;
        } else {
            break;
        }
        at = next + 1;
        whole.end = at;
        // "cuarenta y siete", "vingt et un"
        let unit = reader.vocabulary.decimal_comma
            && reader.is(at, Meaning::And)
            && whole
                .open
                .is_some_and(|it| it % 10.0 == 0.0 && it % 100.0 >= 20.0)
            && count(reader, at + 1).is_some_and(|it| (1.0..20.0).contains(&it));
        // "one hundred and six", but "one hundred and three quarters" is 100.75.
        let joined = reader.is(at, Meaning::And)
            && whole.scale > 0.0
            && whole.open.is_none_or(|it| it % 100.0 == 0.0)
            && count(reader, at + 1).is_some()
            && and_fraction(reader, at).is_none()
            && !another_sum(reader, at + 1, whole.scale);
        at += usize::from(joined || unit);
    }
    (whole.end > i).then_some(whole)
}

/// What begins at token `i` has a scale as great as the last: "three million
/// and five million" are two numbers, "two hundred and five thousand" is one.
fn another_sum(reader: &Reader<'_>, i: usize, scale: f64) -> bool {
    let mut at = i;
    while at < i + LONGEST {
        let next = reader.past_hyphen(at);
        match reader.find(next, scale_of) {
            Some(by) if by >= scale => return scale >= 1e3 || by <= scale,
            None if count(reader, next).is_none() => return false,
            Some(_) | None => at = next + 1,
        }
    }
    false
}

/// `twenty` goes on with `seven`, `hundred` with anything below it.
fn continues(before: f64, value: f64) -> bool {
    let hundreds = before % 100.0 == 0.0 && before > 0.0;
    let tens = before % 10.0 == 0.0 && before % 100.0 >= 20.0;
    hundreds || tens && (1.0..10.0).contains(&value)
}

/// `soixante et onze`, `quatre-vingt-dix-neuf`: some tens go on to nineteen.
fn of_twenties(before: f64, value: f64) -> bool {
    let tens = before % 100.0;
    (same(tens, 60.0) || same(tens, 80.0)) && value < 20.0
}

/// "hundreds of", "millions": no number; "hundert", "mille" are.
fn bare_scale(reader: &Reader<'_>, i: usize) -> Option<f64> {
    let plural = reader.words(i).ends_with('s');
    let counts = reader.vocabulary.decimal_comma && !plural;
    (counts || reader.is(i, Meaning::Count(1.0))).then_some(1.0)
}

/// `five`, `two three` and `seventy-one` after `point`.
fn spoken_fraction(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let mut digits = String::new();
    let mut at = i;
    while at < i + LONGEST {
        let next = reader.past_hyphen(at);
        let Some(value) = count(reader, next) else {
            break;
        };
        let tens = digits.ends_with('0') && digits.len() >= 2 && value < 10.0 && next > at;
        if tens {
            digits.pop();
        }
        digits.push_str(&value.to_string());
        at = next + 1;
    }
    let fraction = format!("0.{digits}").parse().ok()?;
    (at > i).then_some((fraction, at))
}
