//! Number words of languages that part their words by spaces: `two hundred and six`.

use crate::mention::number::{LONGEST, Number, count, denominator, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Number words of a language that parts its words by spaces.
pub(super) fn words(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let mut at = i;
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    let mut end = i;
    let mut last_scale = 0.0;
    if reader.is(i, Meaning::Article) && count(reader, i).is_none() {
        reader.find(i + 1, scale_of)?;
        current = Some(1.0);
        at += 1;
    }
    while at < i + LONGEST {
        let next = reader.past_hyphen(at);
        if let Some(value) = count(reader, next) {
            let fits = match current {
                None => true,
                Some(before) => {
                    (before % 100.0 == 0.0 && before > 0.0)
                        || (before % 10.0 == 0.0
                            && before % 100.0 >= 20.0
                            && value < 10.0
                            && value > 0.0)
                }
            };
            if !fits {
                break;
            }
            current = Some(current.unwrap_or(0.0) + value);
            at = next + 1;
        } else if let Some(by) = reader.find(next, scale_of) {
            if current.is_none()
                && (total == 0.0 || by < 1e3)
                && end == i
                && !reader.is(next, Meaning::Count(1.0))
            {
                // "hundreds of", "millions": no number; "hundert", "mille" are.
                if reader.vocabulary.decimal_comma
                    && !matches!(reader.words(next).as_bytes(), [.., b's'])
                {
                    current = Some(1.0);
                } else {
                    return None;
                }
            }
            let value = current.unwrap_or(1.0);
            if by < 1e3 {
                current = Some(value * by);
            } else {
                total = if current.is_none() && total > 0.0 {
                    total * by
                } else {
                    total + value * by
                };
                current = None;
            }
            last_scale = by;
            at = next + 1;
        } else {
            break;
        }
        end = at;
        // "one hundred and six", "one thousand, two hundred"
        let joined = reader.is(at, Meaning::And) && last_scale > 0.0;
        if joined && count(reader, at + 1).is_some() && current.is_none_or(|it| it % 100.0 == 0.0) {
            at += 1;
        }
    }
    if end == i {
        return None;
    }
    let mut value = total + current.unwrap_or(0.0);
    if reader.is(end, Meaning::Point)
        && let Some((fraction, after)) = spoken_fraction(reader, end + 1)
    {
        value += fraction;
        end = after;
    } else if reader.is(end, Meaning::And)
        && reader.is(end + 1, Meaning::Article)
        && let Some(parts) = denominator(reader, end + 2)
    {
        let million_half = current.is_none() && last_scale >= 1e3;
        value += if million_half { last_scale } else { 1.0 } / parts;
        end += 3;
        if let Some(by) = reader.find(end, scale_of) {
            value *= by;
            end += 1;
        }
    }
    Some(Number {
        value,
        end,
        figures: false,
        plain: None,
        lone: false,
    })
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
