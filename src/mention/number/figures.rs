//! Figures with the words that multiply them: `3.5 million`, `12 thousand`.

use crate::mention::number::numeral::numeral;
use crate::mention::number::{LONGEST, Number, denominator, same, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// A figure with the words that multiply it: `3.5 million`, `5萬4千`.
pub(super) fn scaled(reader: &Reader<'_>, i: usize, value: f64) -> Number {
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
