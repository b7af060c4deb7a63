//! Quantities with a unit, and parts of one.

use crate::mention::number::{Number, denominator, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
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
    // "5G" is a network, and a gram is small.
    if letter && (!reader.glued(at) || word == "G") {
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
    // 一米八
    if let Some((share, after)) = height(reader, unit, end) {
        value += share;
        end = after;
    }
    if reader.unspaced && reader.is(end, Meaning::Half) {
        value += 0.5;
        end += 1;
    }
    // "12 ft 2 in", "6 feet 2"
    let and = usize::from(reader.is(end, Meaning::And));
    if unit == "Foot"
        && let Some(inches) = number(reader, end + and)
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

/// The digits behind 米 that are tenths and hundredths of it: 一米八, 1米75.
fn height(reader: &Reader<'_>, unit: &str, i: usize) -> Option<(f64, usize)> {
    if unit != "Meter" || !reader.unspaced || !reader.glued(i) {
        return None;
    }
    let more = number(reader, i).filter(|it| it.value > 0.0 && it.value < 100.0)?;
    let places = if more.lone { 1 } else { more.plain? };
    let counts = reader.is(more.end, Meaning::Classifier) || counts(reader, more.end);
    let share = more.value / if places == 1 { 10.0 } else { 100.0 };
    (places <= 2 && !counts && !more.vague && more.end > i).then_some((share, more.end))
}

/// Token `i`, or the one behind its hyphen, is what a number counts: a unit, a
/// currency, per cent.
pub(super) fn counts(reader: &Reader<'_>, i: usize) -> bool {
    reader
        .find(reader.past_hyphen(i), |it| match it {
            Meaning::Measure(_) | Meaning::Percent | Meaning::Currency(..) | Meaning::Cent(..) => {
                Some(())
            }
            _ => None,
        })
        .is_some()
}

/// A part of a unit, and degrees whose scale stands first: `half a mile`,
/// `1/2 cup`, 半公升, 四分之一公升, 攝氏20度.
pub(super) fn part(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    let (value, unit, end) = match first {
        Some(first) => {
            fraction(reader, first).and_then(|(value, at)| unit_of_part(reader, value, at))
        }
        None => degrees(reader, i).or_else(|| {
            let share = denominator(reader, i).filter(|it| *it < 5.0);
            let half = share.or_else(|| reader.is(i, Meaning::Half).then_some(2.0))?;
            let plural = reader.words(i).ends_with('s');
            let at = reader.past_hyphen(i + 1);
            let at = at + usize::from(reader.is(at, Meaning::Of) && !reader.unspaced);
            let at = at + usize::from(reader.is(at, Meaning::Article));
            unit_of_part(reader, 1.0 / half, at).filter(|_| !plural)
        }),
    }?;
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Unit,
            value: Some(digits(value)?),
            unit: Some(unit.to_owned()),
            iso: None,
        },
    ))
}

type Quantity = (f64, &'static str, usize);

fn unit_of_part(reader: &Reader<'_>, value: f64, i: usize) -> Option<Quantity> {
    let unit = measure_of(reader, i)?;
    // 半度 and 半米 are words too often; "half m" is none.
    let long = reader.words(i).len() > SHORT;
    (long && unit != "Degree").then_some((value, unit, i + 1))
}

/// `3/4` and 四分之一: the share, and the token after it.
fn fraction(reader: &Reader<'_>, first: Number) -> Option<(f64, usize)> {
    if reader.is(first.end, Meaning::Parts) {
        let above = number(reader, first.end + 1)?;
        return (first.value > 0.0).then(|| (above.value / first.value, above.end));
    }
    let at = first.end;
    let glued = reader.glued(at) && reader.glued(at + 1);
    let below = reader.figure(at + 1)?;
    let plain = first.plain.is_some() && below.plain && below.value > first.value;
    (reader.sign(at) == Some('/') && glued && plain)
        .then(|| (first.value / below.value, reader.past_hyphen(at + 2)))
}

/// 攝氏20度, 華氏溫度98.6度.
fn degrees(reader: &Reader<'_>, i: usize) -> Option<Quantity> {
    let scale = reader.find(i, |it| match it {
        Meaning::DegreesOf(scale) => Some(scale),
        _ => None,
    })?;
    let number = number(reader, i + 1)?;
    (measure_of(reader, number.end) == Some("Degree")).then_some((
        number.value,
        scale,
        number.end + 1,
    ))
}

#[cfg(test)]
mod tests {
    use crate::mention::mentions;
    use crate::text::Language;

    #[test]
    fn a_quantity_has_its_parts_and_its_unit() {
        let rows: [(Language, &str, &[&str]); 15] = [
            (
                Language::English,
                "10 1/2 miles",
                &["10 1/2 miles = 10.5 Mile"],
            ),
            (Language::English, "3/4 cup of rye", &["3/4 cup = 0.75 Cup"]),
            (
                Language::English,
                "half a mile",
                &["half a mile = 0.5 Mile"],
            ),
            (
                Language::English,
                "a half-litre jug",
                &["half-litre = 0.5 Liter"],
            ),
            (
                Language::English,
                "6 feet and 3 inches",
                &["6 feet and 3 inches = 6.25 Foot"],
            ),
            (
                Language::English,
                "six to 8 feet",
                &["six = 6 ", "8 feet = 8 Foot"],
            ),
            (Language::English, "20° Celsius", &["20° Celsius = 20 C"]),
            (Language::English, "part 553L41", &[]),
            (
                Language::TraditionalChinese,
                "半公升",
                &["半公升 = 0.5 Liter"],
            ),
            (
                Language::TraditionalChinese,
                "三分之一公頃",
                &["三分之一公頃 = 0.333333333333333 Hectare"],
            ),
            (
                Language::TraditionalChinese,
                "攝氏21度",
                &["攝氏21度 = 21 C"],
            ),
            (
                Language::TraditionalChinese,
                "華氏溫度70度",
                &["華氏溫度70度 = 70 F"],
            ),
            (
                Language::TraditionalChinese,
                "身高一米七",
                &["一米七 = 1.7 Meter"],
            ),
            (
                Language::TraditionalChinese,
                "1米82",
                &["1米82 = 1.82 Meter"],
            ),
            (
                Language::TraditionalChinese,
                "五米三人",
                &["五米 = 5 Meter", "三 = 3 "],
            ),
        ];
        for (language, text, expected) in rows {
            let read: Vec<String> = mentions(text, language, None)
                .iter()
                .map(|it| {
                    let value = it.value.as_deref().unwrap_or_default();
                    let unit = it.unit.as_deref().unwrap_or_default();
                    format!("{} = {value} {unit}", it.range.of(text))
                })
                .collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
