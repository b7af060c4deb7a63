//! Numbers that stand by themselves, and those that are part of a name or a word.

use crate::mention::number::{Number, same};
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
        if name && reader.words(i - 2).ends_with(char::is_uppercase) {
            return None;
        }
    }
    // "4G", "737s": letters that touch a figure make it a name.
    if number.figures && reader.glued(number.end) && reader.figure(number.end - 1).is_some() {
        let next = reader.words(number.end);
        if next.starts_with(|it: char| it.is_ascii_alphabetic()) {
            return None;
        }
    }
    // 500多所, 10幾歲: what is counted follows.
    let odd = reader.unspaced
        && reader.is(number.end, Meaning::Odd)
        && reader.glued(number.end)
        && reader.glued(number.end + 1)
        && reader.sign(number.end + 1).is_none();
    let end = number.end + usize::from(odd);
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Number,
            value: number.written(number.value),
            unit: None,
            iso: None,
        },
    ))
}

/// Chinese numerals are a number with a counting word after them, or when they
/// are several; one alone is mostly part of a word.
fn stands_alone(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    // 十幾人
    let end = number.end + usize::from(reader.is(number.end, Meaning::Odd));
    let counted = reader.is(end, Meaning::Classifier)
        || reader
            .find(end, |it| match it {
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
    if reader.words(i) == "上" {
        return counted;
    }
    if !number.lone {
        return true;
    }
    let alone = |it: Option<char>| it.is_none_or(|c| !c.is_alphanumeric());
    let before = reader.text[..reader.tokens[i].start].chars().next_back();
    let after = reader.text[reader.tokens[number.end - 1].end..]
        .chars()
        .next();
    let quoted = matches!(
        (before, after),
        (Some('“' | '「' | '"'), Some('”' | '」' | '"'))
    );
    // 答案是四, not 是四川
    let named =
        before == Some('是') && (alone(after) || matches!(after, Some('不' | '却' | '那' | '而')));
    if same(number.value, 1.0) {
        return quoted || named;
    }
    let bounded = alone(before) && alone(after);
    // 排名前三的
    let ranked = before == Some('前') && (alone(after) || after == Some('的'));
    let two = reader.words(i) == "两";
    counted || bounded || two || named || ranked
}
