//! Numbers that stand by themselves, and those that are part of a name or a word.

use crate::mention::number::{Number, digits, same};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// A bare number as a mention, if it stands as one.
pub(in crate::mention) fn bare(
    reader: &Reader<'_>,
    i: usize,
    number: Number,
) -> Option<(usize, Mention)> {
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
