//! Places in an order: `third`, `21st`, 第三.

use crate::mention::number::{digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

fn ordinal_word(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::Ordinal(value) => Some(value),
        _ => None,
    })
}

/// The value of the ordinal that begins at token `i`, and the token after it.
pub(super) fn ordinal_value(reader: &Reader<'_>, i: usize) -> Option<(usize, f64)> {
    if reader.is(i, Meaning::OrdinalPrefix) {
        let number = number(reader, i + 1)?;
        return Some((number.end, number.value));
    }
    if let Some(figure) = reader.figure(i) {
        let suffix = reader.is(i + 1, Meaning::OrdinalSuffix) && reader.glued(i + 1);
        return suffix.then_some((i + 2, figure.value));
    }
    if let Some(value) = ordinal_word(reader, i) {
        return Some((i + 1, value));
    }
    // "twenty-first", "one hundred and third", "a hundred trillionth"
    if reader.unspaced {
        return None;
    }
    let head = number(reader, i).filter(|it| !it.figures)?;
    let and = usize::from(reader.is(head.end, Meaning::And));
    let at = reader.past_hyphen(head.end + and);
    let last = ordinal_word(reader, at)?;
    let value = if last >= 100.0 {
        head.value * last
    } else if head.value % 10.0 == 0.0 && head.value >= 20.0 && last < 10.0
        || head.value % 100.0 == 0.0
    {
        head.value + last
    } else {
        return None;
    };
    Some((at + 1, value))
}

/// The ordinal that begins at token `i`.
pub(super) fn ordinal(reader: &Reader<'_>, i: usize) -> Option<(usize, Mention)> {
    let (end, value) = ordinal_value(reader, i)?;
    // "seconds" of time and "second half" alike are read as what they are elsewhere.
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Ordinal,
            value: Some(digits(value)?),
            unit: None,
            iso: None,
        },
    ))
}
