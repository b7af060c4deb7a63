//! Ratios: how many of how many, and fractions.

use crate::mention::number::{Number, denominator, digits, number, same};
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
    let (end, value) = article_fraction(reader, i).or_else(|| {
        let first = first?;
        slash(reader, i, first)
            .or_else(|| parts(reader, first))
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

/// `3/4`, `1 4/5`.
fn slash(reader: &Reader<'_>, i: usize, first: Number) -> Option<(usize, String)> {
    let (whole, top_at) = match reader.figure(first.end) {
        Some(_) if first.plain.is_some() && reader.sign(first.end + 1) == Some('/') => {
            (first.value, first.end)
        }
        _ => (0.0, i),
    };
    let top = if top_at == i {
        first.value
    } else {
        reader.figure(top_at)?.value
    };
    let slash = if top_at == i { first.end } else { top_at + 1 };
    let glued = reader.glued(slash) && reader.glued(slash + 1);
    if reader.sign(slash) != Some('/')
        || !glued
        || (top_at == i && first.plain.is_none() && first.value > 0.0)
    {
        return None;
    }
    let bottom = reader.figure(slash + 1)?;
    let more = reader.sign(slash + 2) == Some('/') && reader.figure(slash + 3).is_some();
    // 24/7, 9/11 and 22/04 are no fractions.
    let known =
        same(top, 24.0) && same(bottom.value, 7.0) || same(top, 9.0) && same(bottom.value, 11.0);
    let likely = top.abs() < bottom.value || bottom.value <= 10.0 || whole > 0.0;
    if more || known || !likely || !bottom.plain || bottom.value == 0.0 || bottom.digits > 4 {
        return None;
    }
    if whole > 0.0 {
        return Some((slash + 2, digits(whole + top / bottom.value)?));
    }
    Some((slash + 2, written(top, bottom.value)?))
}

/// 三分之二; 五又三分之一.
fn parts(reader: &Reader<'_>, first: Number) -> Option<(usize, String)> {
    let (whole, below) = if reader.is(first.end, Meaning::And) && reader.unspaced {
        (first.value, number(reader, first.end + 1)?)
    } else {
        (0.0, first)
    };
    if !reader.is(below.end, Meaning::Parts) {
        return None;
    }
    let above = number(reader, below.end + 1)?;
    if below.value == 0.0 {
        return None;
    }
    if whole > 0.0 {
        return Some((above.end, digits(whole + above.value / below.value)?));
    }
    Some((above.end, written(above.value, below.value)?))
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
    let over = reader.words(at) == "over" && reader.is(at - 1, Meaning::Count(1.0));
    if !(out_of || of || one_in || over) || reader.glued(at) {
        return None;
    }
    at += 1;
    let definite = reader.is(at, Meaning::Definite);
    if definite && one_in {
        return None;
    }
    at += usize::from(definite);
    let whole = number(reader, at)?;
    let year = whole.plain == Some(4) && (1900.0..2060.0).contains(&whole.value) && !definite;
    let more = part.value > whole.value || whole.value <= 1.0;
    let timed = reader.time_unit(reader.past_hyphen(whole.end)).is_some();
    let shared = reader.is(whole.end, Meaning::Percent) || reader.month(whole.end).is_some();
    let one_in_fits = !one_in || (part.plain.is_some() || !part.figures) && whole.value >= 2.0;
    if (year && !out_of) || more || timed || shared || !one_in_fits || part.value < 0.0 {
        return None;
    }
    Some((whole.end, written(part.value, whole.value)?))
}

/// `two thirds`, `one-fifth`, `three and a half` is a number.
fn fraction_words(reader: &Reader<'_>, part: Number) -> Option<(usize, String)> {
    if part.figures || reader.unspaced {
        return None;
    }
    let at = reader.past_hyphen(part.end);
    let below = denominator(reader, at)?;
    let plural = reader.words(at).ends_with('s');
    let fits = if same(part.value, 1.0) {
        !plural
    } else {
        plural
    };
    // "one second", "two quarters" of a year are something else.
    let quarter =
        reader.time_unit(at).is_some() && !same(part.value, 1.0) && !same(part.value, 3.0);
    (fits && !quarter && part.value < 1e4)
        .then(|| Some((at + 1, written(part.value, below)?)))
        .flatten()
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
