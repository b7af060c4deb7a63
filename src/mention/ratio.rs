//! Ratios: how many of how many, and fractions.

use crate::mention::number::{
    Number, agrees, denominator, denominators, digits, number, of_round, same,
};
use crate::mention::ordinal::ordinal_value;
use crate::mention::percent::begins_with_scale;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// Tokens of the noun between a Chinese count and 里有.
const NOUN_TOKENS: usize = 4;
/// Bytes of that noun: 16 Chinese characters.
const NOUN_BYTES: usize = 48;

/// The ratio that begins with `first`, which stands at token `i`.
pub(super) fn ratio(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    let (end, value) = half(reader, i)
        .or_else(|| article_fraction(reader, i))
        .or_else(|| {
            let first = first?;
            slash(reader, first)
                .or_else(|| parts(reader, i, first))
                .or_else(|| among(reader, first))
                .or_else(|| of(reader, first))
                .or_else(|| fraction_words(reader, first))
        })?;
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Ratio,
            value: Some(value),
            unit: None,
            iso: None,
        },
    ))
}

fn written(part: f64, whole: f64) -> Option<String> {
    Some(format!("{}/{}", digits(part)?, digits(whole)?))
}

/// `3/4`.
fn slash(reader: &Reader<'_>, first: Number) -> Option<(usize, String)> {
    let slash = first.end;
    let glued = reader.glued(slash) && reader.glued(slash + 1);
    if reader.sign(slash) != Some('/') || !glued || first.plain.is_none() && first.value > 0.0 {
        return None;
    }
    let top = first.value;
    let bottom = reader.figure(slash + 1)?;
    let more = reader.sign(slash + 2) == Some('/') && reader.figure(slash + 3).is_some();
    // 24/7, 9/11 and 22/04 are no fractions.
    let known =
        same(top, 24.0) && same(bottom.value, 7.0) || same(top, 9.0) && same(bottom.value, 11.0);
    let likely = top.abs() < bottom.value || bottom.value <= 10.0;
    if more || known || !likely || !bottom.plain || bottom.value == 0.0 || bottom.digits > 4 {
        return None;
    }
    Some((slash + 2, written(top, bottom.value)?))
}

/// 三分之二; 五又三分之一.
fn parts(reader: &Reader<'_>, i: usize, first: Number) -> Option<(usize, String)> {
    let and = reader.is(first.end, Meaning::And) || reader.words(first.end) == "と";
    let mixed = and && reader.unspaced;
    let below = if mixed {
        number(reader, first.end + 1)?
    } else {
        first
    };
    if !reader.is(below.end, Meaning::Parts) || begins_with_scale(reader, i) {
        return None;
    }
    let above = number(reader, below.end + 1)?;
    if below.value == 0.0 || below.vague || above.vague {
        return None;
    }
    // A minus before 三分之二 is one of the whole.
    let above_value = above.value * below.value.signum();
    let below_value = below.value.abs();
    if !mixed {
        return Some((above.end, written(above_value, below_value)?));
    }
    let share = above_value / below_value * first.value.signum();
    Some((above.end, digits(first.value + share)?))
}

/// 770名員工里有743人: a count, its noun, 里 or 中, 有, a smaller count.
fn among(reader: &Reader<'_>, whole: Number) -> Option<(usize, String)> {
    if !reader.unspaced || whole.value < 2.0 {
        return None;
    }
    let counted = reader.is(whole.end, Meaning::Classifier);
    let mut at = whole.end;
    let from = reader.tokens.get(at)?.start;
    while !reader.is(at, Meaning::Among) {
        let token = reader.tokens.get(at)?;
        let stop = reader.sign(at).is_some() || reader.figure(at).is_some();
        if stop || at - whole.end > NOUN_TOKENS || token.end - from > NOUN_BYTES {
            return None;
        }
        at += 1;
    }
    at += 1;
    if reader.sign(at) == Some(',') {
        at += 1;
    }
    let have = reader.is(at, Meaning::Have);
    at += usize::from(have);
    at += usize::from(reader.is(at, Meaning::About));
    let part = number(reader, at)?;
    let classified = reader.is(part.end, Meaning::Classifier);
    let fits = part.value > 0.0 && part.value <= whole.value && counted;
    // Without 有 both must be counted: 十人中三人.
    if !fits || !(have || classified) || part.lone && !classified {
        return None;
    }
    Some((
        part.end + usize::from(classified),
        written(part.value, whole.value)?,
    ))
}

/// `743 of the 770`, `2 out of 5`, `one in three`.
fn of(reader: &Reader<'_>, part: Number) -> Option<(usize, String)> {
    let mut at = part.end;
    let out_of = reader.is(at, Meaning::OutOf);
    let of = reader.is(at, Meaning::Of) && !reader.unspaced;
    let one_in = reader.is(at, Meaning::In) && part.value <= 10.0;
    let over = reader.words(at) == "over" && (part.plain.is_some() || !part.figures);
    if !(out_of || of || one_in || over) || reader.glued(at) {
        return None;
    }
    at += 1;
    let definite = reader.is(at, Meaning::Definite);
    // "one of the ten largest" is a member, no share.
    let member = of && definite && same(part.value, 1.0) && !part.figures;
    if definite && one_in || member {
        return None;
    }
    // "one in every three"
    let every = one_in && reader.words(at) == "every";
    at += usize::from(definite || every);
    let whole = number(reader, at)?;
    let year = whole.plain == Some(4) && (1900.0..2060.0).contains(&whole.value) && !definite;
    let more = part.value > whole.value || whole.value <= 1.0;
    let timed = reader.time_unit(reader.past_hyphen(whole.end)).is_some();
    let shared = reader.is(whole.end, Meaning::Percent) || reader.month(whole.end).is_some();
    let one_in_fits = !one_in || (part.plain.is_some() || !part.figures) && whole.value >= 2.0;
    // "one over three"; but "two over three years" and "90 over 60 seats".
    let goes_on = reader.words(whole.end).starts_with(char::is_alphabetic);
    if over {
        return (!goes_on && whole.value > 0.0 && !reader.is(whole.end, Meaning::Percent))
            .then(|| Some((whole.end, written(part.value, whole.value)?)))
            .flatten();
    }
    if (year && !out_of) || more || timed || shared || !one_in_fits || part.value < 0.0 {
        return None;
    }
    Some((whole.end, written(part.value, whole.value)?))
}

/// `two thirds`, `one-fifth`, `two thirds of a million`; `three and a half` is a number.
fn fraction_words(reader: &Reader<'_>, part: Number) -> Option<(usize, String)> {
    if part.figures || reader.unspaced {
        return None;
    }
    if let Some(found) = hundreds_over_tens(reader, part) {
        return Some(found);
    }
    // Divided text has spaces round its hyphens: "five - eighths".
    let hyphen = usize::from(reader.sign(part.end) == Some('-'));
    let at = part.end + hyphen;
    let (below, end) = denominators(reader, at)?;
    // "one second", "two quarters" of a year are something else.
    let quarter =
        reader.time_unit(at).is_some() && !same(part.value, 1.0) && !same(part.value, 3.0);
    if !agrees(reader, part.value, end) || quarter || part.value < 0.0 && hyphen > 0 {
        return None;
    }
    if reader.is(end, Meaning::Of)
        && let Some((round, end)) = of_round(reader, end)
    {
        return Some((end, digits(part.value / below * round)?));
    }
    Some((end, written(part.value, below)?))
}

/// `two hundred thirty-fifths` are 200/35: the tens belong to what is below,
/// unless an "and" binds them to the hundreds.
fn hundreds_over_tens(reader: &Reader<'_>, part: Number) -> Option<(usize, String)> {
    let tens = part.value.abs() % 100.0;
    let last = part.end.checked_sub(2)?;
    let bound = reader.is(last, Meaning::And) || reader.sign(last) == Some('-');
    let hundreds = part.value.abs() > 100.0 && tens >= 20.0 && same(tens % 10.0, 0.0);
    if bound || !hundreds {
        return None;
    }
    let (below, end) = denominators(reader, part.end - 1)?;
    let above = part.value - tens * part.value.signum();
    (below > tens && agrees(reader, above, end)).then(|| Some((end, written(above, below)?)))?
}

/// `a third of`: without "of" it is "a third time".
fn article_fraction(reader: &Reader<'_>, i: usize) -> Option<(usize, String)> {
    if !reader.is(i, Meaning::Article) || reader.unspaced {
        return None;
    }
    let below = denominator(reader, i + 1)?;
    let alone = reader.tokens.len() == i + 2;
    let of = reader.is(i + 2, Meaning::Of);
    (alone || of)
        .then(|| Some((i + 2, written(1.0, below)?)))
        .flatten()
}

/// `half of all voters`, 一半員工, 半數; but "the second half of the year" is a time.
fn half(reader: &Reader<'_>, i: usize) -> Option<(usize, String)> {
    if reader.is(i, Meaning::HalfShare) {
        return Some((i + 1, written(1.0, 2.0)?));
    }
    let half = denominator(reader, i).filter(|it| same(*it, 2.0))?;
    let singular = !reader.words(i).ends_with('s');
    let after_ordinal = i > 0
        && (reader.glued(i)
            || reader
                .find(i - 1, |it| match it {
                    Meaning::Ordinal(_) | Meaning::OrdinalSuffix | Meaning::Relative(_) => Some(()),
                    _ => None,
                })
                .is_some());
    if !singular || after_ordinal || !reader.is(i + 1, Meaning::Of) {
        return None;
    }
    let whole = i + 2 + usize::from(reader.is(i + 2, Meaning::Definite));
    let time = reader.time_unit(whole).is_some()
        || reader.month(whole).is_some()
        || ordinal_value(reader, whole).is_some()
        || number(reader, whole).is_some_and(|it| it.plain == Some(4));
    (!time).then(|| Some((i + 1, written(1.0, half)?)))?
}
