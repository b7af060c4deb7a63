//! Cardinal numbers: figures, English number words, Chinese numerals.

use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// The most tokens that one number can have; keeps reading linear.
const LONGEST: usize = 24;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The token after it.
    pub(super) end: usize,
    /// It is written with digits.
    pub(super) figures: bool,
    /// It is one plain figure and could be a year or a day.
    pub(super) plain: Option<usize>,
    /// It is a single Chinese numeral, which is often part of a word.
    pub(super) lone: bool,
}

/// A number as text: plain digits, no exponent, at most 15 of them meant.
pub(super) fn digits(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    // Products such as 4.78 × 10¹² carry noise behind the fifteenth digit.
    let rounded: f64 = format!("{value:.14e}").parse().ok()?;
    Some(format!("{}", if rounded == 0.0 { 0.0 } else { rounded }))
}

/// Equal but for the noise of arithmetic.
pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// The number that begins at token `i`.
pub(super) fn number(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let minus = reader.is(i, Meaning::Minus)
        || (reader.sign(i) == Some('-')
            && (i == 0 || !reader.glued(i))
            && reader.glued(i + 1)
            && reader.figure(i + 1).is_some());
    if minus {
        let number = unsigned(reader, i + 1)?;
        return Some(Number {
            value: -number.value,
            plain: None,
            lone: false,
            ..number
        });
    }
    unsigned(reader, i)
}

fn unsigned(reader: &Reader<'_>, i: usize) -> Option<Number> {
    if let Some(figure) = reader.figure(i) {
        let number = scaled(reader, i, figure.value);
        return Some(Number {
            plain: (figure.plain && number.end == i + 1).then_some(figure.digits),
            ..number
        });
    }
    match reader.meanings(i).first()? {
        Meaning::Digit(_) => numeral(reader, i),
        Meaning::Scale(_) if reader.unspaced => numeral(reader, i),
        Meaning::Count(_) | Meaning::Scale(_) | Meaning::Article => words(reader, i),
        _ => None,
    }
}

/// A figure with the words that multiply it: `3.5 million`, `5萬4千`.
fn scaled(reader: &Reader<'_>, i: usize, value: f64) -> Number {
    if reader.unspaced
        && let Some(number) = numeral(reader, i)
    {
        return number;
    }
    let mut value = value;
    let mut end = i + 1;
    while end < i + LONGEST {
        let next = reader.past_hyphen(end);
        let by = reader.find(next, |it| match it {
            Meaning::Scale(by) => Some(by),
            Meaning::GluedScale(by) if reader.glued(next) && same(by, 1e3) => Some(by),
            _ => None,
        });
        let Some(by) = by else { break };
        value *= by;
        end = next + 1;
    }
    // "3 million and a half"
    if end > i + 1
        && reader.is(end, Meaning::And)
        && reader.is(end + 1, Meaning::Article)
        && let Some(parts) = denominator(reader, end + 2)
        && let Some(by) = reader.find(end - 1, scale_of)
    {
        value += by / parts;
        end += 3;
    }
    Number {
        value,
        end,
        figures: true,
        plain: None,
        lone: false,
    }
}

fn scale_of(meaning: Meaning) -> Option<f64> {
    match meaning {
        Meaning::Scale(by) => Some(by),
        _ => None,
    }
}

/// What the word parts a whole into: `third` gives 3.
pub(super) fn denominator(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::Denominator(parts) => Some(parts),
        _ => None,
    })
}

fn count(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::Count(value) => Some(value),
        _ => None,
    })
}

/// Number words of a language that parts its words by spaces.
fn words(reader: &Reader<'_>, i: usize) -> Option<Number> {
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

/// Chinese numerals, figures among them: 七百四十三, 5萬4千6百, 二〇一三.
#[expect(
    clippy::too_many_lines,
    reason = "one machine with one state; parted, the state would have to travel"
)]
fn numeral(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut section = 0.0;
    let mut current: Option<f64> = None;
    let mut last_scale = 0.0;
    let mut zero = false;
    let mut figures = false;
    let mut tokens = 0;
    let mut scales = 0;
    let mut at = i;
    while at < i + LONGEST {
        if reader.tokens.get(at).is_some_and(|it| it.spaced)
            && at > i
            && scales == 0
            && reader.figure(at).is_some()
        {
            break;
        }
        if let Some(figure) = reader.figure(at) {
            if current.is_some() || (at > i && scales == 0) {
                break;
            }
            current = Some(figure.value);
            figures = true;
        } else {
            match reader.meanings(at).first() {
                Some(Meaning::Digit(value)) => {
                    if figures && current.is_some() {
                        break;
                    }
                    if *value == 0 && scales > 0 && current.is_none() {
                        zero = true;
                    }
                    let value = f64::from(*value);
                    current = Some(current.map_or(value, |it| it * 10.0 + value));
                }
                Some(Meaning::Scale(by)) => {
                    let by = *by;
                    if by < 1e4 {
                        if current.is_none() && scales > 0 && by >= last_scale {
                            break;
                        }
                        section += current.filter(|it| *it > 0.0 || figures).unwrap_or(1.0) * by;
                    } else {
                        section += current.unwrap_or(0.0);
                        if section == 0.0 && total == 0.0 {
                            if at > i {
                                break;
                            }
                            return None;
                        }
                        total = if section == 0.0 || (total > 0.0 && by > last_scale) {
                            (total + section) * by
                        } else {
                            total + section * by
                        };
                        section = 0.0;
                    }
                    current = None;
                    zero = false;
                    scales += 1;
                    last_scale = by;
                }
                Some(Meaning::Odd)
                    if at > i && reader.find(at + 1, scale_of).is_some_and(|it| it >= 1e4) =>
                {
                    at += 1;
                    continue;
                }
                _ => break,
            }
        }
        tokens += 1;
        at += 1;
    }
    if tokens == 0 {
        return None;
    }
    if let Some(value) = current {
        // 兩萬五 is 25,000; 一萬零五 is not.
        let short =
            scales > 0 && !zero && last_scale >= 100.0 && !figures && value < 10.0 && value > 0.0;
        section += if short {
            value * last_scale / 10.0
        } else {
            value
        };
    }
    let mut value = total + section;
    let mut lone = tokens == 1 && !figures;
    if !figures
        && reader.is(at, Meaning::Point)
        && let Some((fraction, end)) = digit_fraction(reader, at + 1)
    {
        value += fraction;
        at = end;
        lone = false;
        if let Some(by) = reader.find(at, scale_of).filter(|it| *it >= 1e4) {
            value *= by;
            at += 1;
        }
    }
    let one_figure = tokens == 1 && figures;
    let sequence = !figures && scales == 0 && tokens > 1;
    Some(Number {
        value,
        end: at,
        figures,
        plain: match reader.figure(i) {
            Some(figure) if one_figure && figure.plain => Some(figure.digits),
            _ if sequence => Some(tokens),
            _ => None,
        },
        lone,
    })
}

/// 五 and 二三 after 點.
fn digit_fraction(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let mut digits = String::from("0.");
    let mut at = i;
    while at < i + LONGEST
        && let Some(Meaning::Digit(value)) = reader.meanings(at).first()
    {
        digits.push(char::from(b'0' + value));
        at += 1;
    }
    // 兩點 alone is an hour.
    let hour = reader.is(at, Meaning::MinuteMark);
    (at > i && !hour).then_some((digits.parse().ok()?, at))
}

/// A bare number as a mention, if it stands as one.
pub(super) fn bare(reader: &Reader<'_>, i: usize, number: Number) -> Option<(usize, Mention)> {
    if reader.unspaced {
        if !number.figures && !stands_alone(reader, i, number) {
            return None;
        }
    } else if !number.figures && same(number.value, 1.0) && number.end == i + 1 {
        let pronoun = i > 0 && reader.is(i - 1, Meaning::PronounCue);
        if pronoun || reader.vocabulary.decimal_comma {
            return None;
        }
    }
    // "COVID-19", "F-16": a name, no number.
    if i > 1
        && number.figures
        && reader.sign(i - 1) == Some('-')
        && reader.glued(i)
        && reader.glued(i - 1)
        && reader.figure(i - 2).is_none()
    {
        let name = reader.words(i - 2).ends_with(char::is_alphabetic);
        if name && !reader.unspaced && reader.words(i - 2).ends_with(char::is_uppercase) {
            return None;
        }
    }
    // "4G", "737s": letters that touch a figure make it a name.
    if number.figures
        && reader.glued(number.end)
        && !reader.unspaced
        && reader.figure(number.end - 1).is_some()
    {
        let next = reader.words(number.end);
        if next.starts_with(|it: char| it.is_ascii_alphabetic()) {
            return None;
        }
    }
    let value = digits(number.value);
    Some((
        number.end,
        Mention {
            range: reader.range(i, number.end),
            kind: MentionKind::Number,
            value,
            unit: None,
            iso: None,
        },
    ))
}

/// Chinese numerals are a number with a counting word after them, or when they
/// are several; one alone is mostly part of a word.
fn stands_alone(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    let counted = reader.is(number.end, Meaning::Classifier)
        || reader
            .find(number.end, |it| match it {
                Meaning::Measure(_)
                | Meaning::Time(_)
                | Meaning::YearMark
                | Meaning::MonthMark
                | Meaning::DayMark
                | Meaning::HourMark
                | Meaning::MinuteMark
                | Meaning::Currency(..) => Some(()),
                _ => None,
            })
            .is_some();
    if !number.lone {
        return true;
    }
    if same(number.value, 1.0) {
        return false;
    }
    let alone = |it: Option<char>| it.is_none_or(|c| !c.is_alphanumeric());
    let before = reader.text[..reader.tokens[i].start].chars().next_back();
    let after = reader.text[reader.tokens[number.end - 1].end..]
        .chars()
        .next();
    let bounded = alone(before) && alone(after);
    let two = reader.words(i) == "两";
    counted || bounded || two
}
