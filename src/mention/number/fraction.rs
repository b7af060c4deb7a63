//! Spoken fractions: `three quarters`, `one twenty-fifth`, the `and a half` behind a number.

use crate::mention::number::{count, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// A fraction that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::mention) struct Fraction {
    pub(in crate::mention) above: f64,
    pub(in crate::mention) below: f64,
    /// The token after it.
    pub(in crate::mention) end: usize,
}

/// What the word parts a whole into: `third` gives 3.
pub(in crate::mention) fn denominator(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::Denominator(parts) => Some(parts),
        _ => None,
    })
}

/// The parts of a whole that begin at token `i`, and the token after them:
/// `fifths`, `twenty-fifths`, `ten-thousandth`.
pub(in crate::mention) fn denominators(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    if let Some(parts) = denominator(reader, i) {
        return Some((parts, i + 1));
    }
    let head = count(reader, i)?;
    let at = reader.past_hyphen(i + 1);
    // "one hundred and fifth", as parts
    if let Some(by) = reader.find(at, scale_of).filter(|it| *it < 1e3) {
        let and = usize::from(reader.is(at + 1, Meaning::And));
        let last = denominator(reader, at + 1 + and).filter(|it| *it < by)?;
        return Some((head * by + last, at + 2 + and));
    }
    let last = denominator(reader, at)?;
    let parts = if last >= 100.0 {
        head * last
    } else if head >= 20.0 && last < 10.0 {
        head + last
    } else {
        return None;
    };
    Some((parts, at + 1))
}

/// One part is named in the singular, more in the plural: `one fifth`, `two fifths`.
pub(in crate::mention) fn agrees(reader: &Reader<'_>, above: f64, end: usize) -> bool {
    let word = reader.words(end - 1);
    // German parts and the French "tiers" have one form.
    let one_form = reader.vocabulary.decimal_comma && (word.ends_with("tel") || word == "tiers");
    let plural = word.ends_with(['s', 'S']);
    one_form || plural == ((above - 1.0).abs() > f64::EPSILON)
}

/// `and a half`, `and three quarters`, `and fifty-four hundredths` from the "and" on.
pub(super) fn and_fraction(reader: &Reader<'_>, i: usize) -> Option<Fraction> {
    if !reader.is(i, Meaning::And) || reader.unspaced {
        return None;
    }
    let at = i + 1;
    if reader.is(at, Meaning::Article)
        && let Some(below) = denominator(reader, at + 1)
    {
        return Some(Fraction {
            above: 1.0,
            below,
            end: at + 2,
        });
    }
    let (above, after) = below_hundred(reader, at)?;
    let (below, end) = denominators(reader, reader.past_hyphen(after))?;
    (above < below && agrees(reader, above, end)).then_some(Fraction { above, below, end })
}

/// `seven`, `fifty-four`: what can stand above a fraction behind a number.
fn below_hundred(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let head = count(reader, i)?;
    let at = reader.past_hyphen(i + 1);
    match count(reader, at) {
        Some(unit) if head >= 20.0 && (1.0..10.0).contains(&unit) => Some((head + unit, at + 1)),
        _ => Some((head, i + 1)),
    }
}

/// A part of a round number, as its value and the token after it:
/// `half a million`, `a quarter million`, `half-dozen`.
pub(super) fn part_of_round(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let at = i + usize::from(reader.is(i, Meaning::Article));
    let parts = denominator(reader, at).filter(|it| *it < 5.0)?;
    if reader.words(at).ends_with(['s', 'S']) {
        return None;
    }
    let (round, end) = of_round(reader, at + 1)?;
    Some((round / parts, end))
}

/// The round number that a part is taken of: `million`, `a dozen`, `of a million`.
pub(in crate::mention) fn of_round(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let at = reader.past_hyphen(i);
    let at = at + usize::from(reader.is(at, Meaning::Of));
    let at = at + usize::from(reader.is(at, Meaning::Article));
    let round = reader.find(at, scale_of)?;
    (!reader.words(at).ends_with(['s', 'S'])).then_some((round, at + 1))
}
