//! Cardinal numbers: figures, English number words, Chinese numerals.

mod bare;
mod figures;
mod fraction;
mod numeral;
mod words;

#[cfg(test)]
mod tests;

pub(super) use bare::bare;
pub(super) use fraction::{agrees, denominator, denominators, of_round};

use crate::mention::lexer::Lexeme;
use crate::mention::number::figures::scaled;
use crate::mention::number::numeral::numeral;
use crate::mention::number::words::words;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

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
    /// Its value is open: 數百萬, 二三十.
    pub(super) vague: bool,
    /// The scale that it ends with, 0 if it ends with none.
    scale: f64,
}

impl Number {
    /// A number that nothing is known of but its value, its end, and whether
    /// digits write it.
    const fn new(value: f64, end: usize, figures: bool) -> Self {
        Self {
            value,
            end,
            figures,
            plain: None,
            lone: false,
            vague: false,
            scale: 0.0,
        }
    }

    /// It ends with "million" or a greater scale.
    pub(super) fn ends_in_millions(self) -> bool {
        self.scale >= 1e6
    }

    /// `value`, which was reckoned from this number, as text unless it is open.
    pub(super) fn written(self, value: f64) -> Option<String> {
        digits(value).filter(|_| !self.vague)
    }
}

/// A number as text: plain digits, no exponent, at most 15 of them meant.
pub(super) fn digits(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    // Most are whole: no need to round them by their decimal digits.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2⁵³")]
        let whole = value as i64;
        return Some(whole.to_string());
    }
    // Products such as 4.78 × 10¹² carry noise behind the fifteenth digit.
    let rounded: f64 = format!("{value:.14e}").parse().ok()?;
    Some(format!("{}", if rounded == 0.0 { 0.0 } else { rounded }))
}

/// Equal but for the noise of arithmetic.
pub(super) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Every number of a text, read once: most recognisers ask for the one where
/// they stand and those behind it.
#[derive(Default)]
pub(super) struct Numbers {
    /// For each token the place of its number in `found`, counted from 1; 0 is none.
    places: Vec<u32>,
    found: Vec<Number>,
}

impl Numbers {
    /// Reads the numbers of all tokens of `reader`.
    pub(super) fn read(&mut self, reader: &Reader<'_>) {
        self.places.clear();
        self.found.clear();
        for i in 0..reader.tokens.len() {
            let number = signed(reader, i);
            self.found.extend(number);
            let place = number.map_or(0, |_| self.found.len());
            self.places.push(u32::try_from(place).unwrap_or(0));
        }
        self.share_scales(reader);
    }

    fn place(&self, i: usize) -> Option<usize> {
        usize::try_from(*self.places.get(i)?).ok()?.checked_sub(1)
    }

    /// The scale behind the second end of a stretch is the first one's too:
    /// "5 to 10 million", 三至五萬, "$5-10 billion".
    fn share_scales(&mut self, reader: &Reader<'_>) {
        for i in 0..self.places.len() {
            let Some(low_place) = self.place(i) else {
                continue;
            };
            let low = self.found[low_place];
            let Some(high) = self.place(low.end + 1).map(|it| self.found[it]) else {
                continue;
            };
            let hyphen = matches!(reader.sign(low.end), Some('-' | '~'))
                && reader.glued(low.end)
                && reader.glued(low.end + 1);
            let between = i > 0 && reader.is(i - 1, Meaning::Between);
            let joined = hyphen
                || reader.is(low.end, Meaning::To)
                || between && reader.is(low.end, Meaning::And);
            let smaller = low.value > 0.0 && low.value < high.value / high.scale;
            if joined && high.scale > low.scale && smaller {
                self.found[low_place] = Number {
                    value: low.value * high.scale,
                    plain: None,
                    lone: false,
                    ..low
                };
            }
        }
    }
}

/// The number that begins at token `i`.
#[inline]
pub(super) fn number(reader: &Reader<'_>, i: usize) -> Option<Number> {
    reader.numbers.found.get(reader.numbers.place(i)?).copied()
}

fn signed(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let minus = reader.is(i, Meaning::Minus)
        || (reader.sign(i) == Some('-')
            && (i == 0 || !reader.glued(i) || after_word(reader, i))
            && reader.glued(i + 1)
            && reader.figure(i + 1).is_some()
            && !opens_date(reader, i + 1));
    if let Some(number) = line_of_minus(reader, i) {
        return Some(number);
    }
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

/// "-2020-07-01": the first of several marks, no minus.
fn opens_date(reader: &Reader<'_>, i: usize) -> bool {
    let year = reader
        .figure(i)
        .is_some_and(|it| it.plain && it.digits == 4);
    let mark = |at: usize| reader.sign(at) == Some('-') && reader.glued(at) && reader.glued(at + 1);
    year && mark(i + 1) && mark(i + 3) && reader.figure(i + 4).is_some()
}

/// 同比-5%: the sign touches a word that is no number, in a script without spaces.
fn after_word(reader: &Reader<'_>, i: usize) -> bool {
    reader.unspaced
        && reader.tokens[i - 1].lexeme == Lexeme::Other
        && !reader.words(i - 1).ends_with(|it: char| it.is_ascii())
}

/// "- 1,200": a dash, a space and a figure are a minus only where they fill
/// their line; else the dash opens a point of a list.
fn line_of_minus(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let opens = i == 0 || reader.sign(i - 1) == Some('\n');
    if reader.sign(i) != Some('-') || !opens || reader.glued(i + 1) {
        return None;
    }
    reader.figure(i + 1)?;
    let number = unsigned(reader, i + 1)?;
    let ends = number.end >= reader.tokens.len() || reader.sign(number.end) == Some('\n');
    ends.then_some(Number {
        value: -number.value,
        plain: None,
        ..number
    })
}

fn unsigned(reader: &Reader<'_>, i: usize) -> Option<Number> {
    if let Some(figure) = reader.figure(i) {
        let number = scaled(reader, i, figure);
        return Some(Number {
            plain: (figure.plain && number.end == i + 1).then_some(figure.digits),
            ..number
        });
    }
    if reader.unspaced
        && reader.is(i, Meaning::Several)
        && reader.glued(i + 1)
        && matches!(reader.meanings(i + 1).first(), Some(Meaning::Scale(_)))
    {
        return numeral(reader, i + 1).map(|it| Number {
            vague: true,
            lone: false,
            plain: None,
            ..it
        });
    }
    match reader.meanings(i).first()? {
        Meaning::Digit(_) => numeral(reader, i).map(|it| dozens(reader, i, it)),
        Meaning::Scale(_) | Meaning::Count(_) if reader.unspaced => {
            numeral(reader, i).map(|it| dozens(reader, i, it))
        }
        Meaning::Count(_) | Meaning::Scale(_) | Meaning::Article | Meaning::Denominator(_) => {
            words(reader, i)
        }
        _ => None,
    }
}

fn scale_of(meaning: Meaning) -> Option<f64> {
    match meaning {
        Meaning::Scale(by) => Some(by),
        _ => None,
    }
}

/// 十打, 兩打: a round number of dozens; 三打 is mostly a verb with its count.
fn dozens(reader: &Reader<'_>, i: usize, number: Number) -> Number {
    let round = !number.lone || same(number.value % 10.0, 0.0) || same(number.value, 1.0);
    let last = !reader.glued(number.end + 1) || reader.sign(number.end + 1).is_some();
    let counted = number.plain.is_none() && (round || last || reader.words(i) == "两");
    let behind = reader.meanings(number.end + 1).first();
    let object = matches!(behind, Some(Meaning::Digit(_) | Meaning::Scale(_)));
    if !counted || object || !reader.is(number.end, Meaning::Dozen) {
        return number;
    }
    Number {
        value: number.value * 12.0,
        end: number.end + 1,
        lone: false,
        ..number
    }
}

fn count(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::Count(value) => Some(value),
        _ => None,
    })
}
