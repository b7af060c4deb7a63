//! Shares in per cent: `96.5 %`, 百分之九十六, 九成, 八折.

use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// The share that begins at token `i`, where `first` stands if it is a number.
pub(super) fn percent(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    // 七八成: a share whose value is open
    let open = first.is_some_and(|it| it.vague && reader.is(it.end, Meaning::Tenths));
    let (end, value) = prefixed(reader, i)
        .or_else(|| half_price(reader, i))
        .or_else(|| {
            let first = first.filter(|it| !it.vague || open)?;
            per_scale(reader, i, first)
                .or_else(|| suffixed(reader, first))
                .or_else(|| tenths(reader, first))
        })?;
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Percent,
            value: digits(value).filter(|_| !open),
            unit: Some("%".to_owned()),
            iso: None,
        },
    ))
}

fn prefixed(reader: &Reader<'_>, i: usize) -> Option<(usize, f64)> {
    // 負百分之五
    let minus = reader.is(i, Meaning::Minus);
    let at = i + usize::from(minus);
    if !reader.is(at, Meaning::PercentPrefix) {
        return None;
    }
    let number = number(reader, at + 1).filter(|it| !it.vague)?;
    let value = if minus { -number.value } else { number.value };
    Some((number.end, value))
}

/// 打對折: half the price.
fn half_price(reader: &Reader<'_>, i: usize) -> Option<(usize, f64)> {
    let cut = reader.is(i, Meaning::HalfPrice) && i > 0 && reader.is(i - 1, Meaning::Dozen);
    cut.then_some((i + 1, 50.0))
}

/// 千分之三 and 萬分之五 are shares as 百分之三 is; 一千分之三 is a fraction.
fn per_scale(reader: &Reader<'_>, i: usize, below: Number) -> Option<(usize, f64)> {
    if !begins_with_scale(reader, i) || !reader.is(below.end, Meaning::Parts) {
        return None;
    }
    let above = number(reader, below.end + 1).filter(|it| !it.vague)?;
    Some((above.end, above.value / below.value * 100.0))
}

/// 千, 萬 or 千萬 without a digit before them.
pub(super) fn begins_with_scale(reader: &Reader<'_>, i: usize) -> bool {
    reader.unspaced && matches!(reader.meanings(i).first(), Some(Meaning::Scale(by)) if *by >= 1e3)
}

fn suffixed(reader: &Reader<'_>, first: Number) -> Option<(usize, f64)> {
    let at = reader.past_hyphen(first.end);
    if reader.is(at, Meaning::Percent) {
        // "%20" is a space in an address, no share.
        let address = reader.words(at) == "%"
            && reader.glued(at + 1)
            && reader
                .words(at + 1)
                .starts_with(|it: char| it.is_ascii_alphanumeric());
        return (!address).then_some((at + 1, first.value));
    }
    reader
        .is(at, Meaning::PerMille)
        .then_some((at + 1, first.value / 10.0))
}

/// 九成五 is 95 %, 八五折 is 85 %.
fn tenths(reader: &Reader<'_>, first: Number) -> Option<(usize, f64)> {
    if !reader.is(first.end, Meaning::Tenths) || first.value <= 0.0 {
        return None;
    }
    let mut end = first.end + 1;
    let sequence = first.plain == Some(2) && !first.figures;
    let mut value = if sequence {
        first.value
    } else {
        first.value * 10.0
    };
    if value > 100.0 {
        return None;
    }
    if let Some(Meaning::Digit(more)) = reader.meanings(end).first()
        && !reader.is(end + 1, Meaning::Classifier)
        && reader
            .find(end + 1, |it| match it {
                Meaning::Digit(_) | Meaning::Scale(_) => Some(()),
                _ => None,
            })
            .is_none()
        && *more > 0
    {
        value += f64::from(*more);
        end += 1;
    } else if reader.is(end, Meaning::Half) {
        value += 5.0;
        end += 1;
    }
    Some((end, value))
}
