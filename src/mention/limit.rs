//! Numbers with a limit: 超過500, 不到三百, 至少20, 五百以上, 大於100並小於300.

use crate::mention::number::{digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Limit, Meaning};
use crate::mention::{Mention, MentionKind, longest};

/// A number as the limit of what is meant.
struct Limited {
    value: f64,
    limit: Limit,
    /// The token after it.
    end: usize,
}

/// The number with its limit, or the stretch between two of them, that begins at
/// token `at`. What counts something else than itself (超過500元, 五成以上) is left
/// to what it counts.
pub(super) fn limited(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    if !reader.unspaced {
        return None;
    }
    let first = before(reader, at).or_else(|| behind(reader, at))?;
    let (end, value) = match second(reader, &first) {
        Some(second) => (second.end, stretch(&first, &second)?),
        None => (first.end, open(&first)?),
    };
    let mention = Mention {
        range: reader.range(at, end),
        kind: MentionKind::Range,
        value: Some(value),
        unit: None,
        iso: None,
    };
    Some((end, mention))
}

/// 超過了80, 至少有三千.
fn before(reader: &Reader<'_>, at: usize) -> Option<Limited> {
    let limit = reader.find(at, |it| match it {
        Meaning::Limit(limit) => Some(limit),
        _ => None,
    })?;
    let filler = matches!(reader.words(at + 1), "了" | "是" | "有" | "达" | "到");
    let (end, value) = bare(reader, at + 1 + usize::from(filler))?;
    Some(Limited { value, limit, end })
}

/// 五百以上, 三十或以下.
fn behind(reader: &Reader<'_>, at: usize) -> Option<Limited> {
    let limit = reader.find(number(reader, at)?.end, |it| match it {
        Meaning::LimitBehind(limit) => Some(limit),
        _ => None,
    })?;
    let (end, value) = bare(reader, at)?;
    let here = number(reader, at)?.end == end;
    here.then_some(Limited {
        value,
        limit,
        end: end + 1,
    })
}

/// The number at token `i`, if it is no part of anything longer.
fn bare(reader: &Reader<'_>, i: usize) -> Option<(usize, f64)> {
    number(reader, i)?;
    let (end, mention) = longest(reader, i)?;
    let value = mention
        .value
        .filter(|_| mention.kind == MentionKind::Number)?;
    Some((end, value.parse().ok()?))
}

/// The other limit of a stretch: 並小於300.
fn second(reader: &Reader<'_>, first: &Limited) -> Option<Limited> {
    let and = matches!(
        reader.words(first.end),
        "并" | "且" | "并且" | "而且" | "同时" | "的同时"
    );
    let second = before(reader, first.end + usize::from(and))?;
    let (low, high) = if first.limit.is_low() {
        (first, &second)
    } else {
        (&second, first)
    };
    let fits = low.limit.is_low() && !high.limit.is_low() && low.value < high.value;
    fits.then_some(second)
}

fn stretch(first: &Limited, second: &Limited) -> Option<String> {
    let (low, high) = if first.limit.is_low() {
        (first, second)
    } else {
        (second, first)
    };
    let (low_mark, high_mark) = (low.limit.mark(), high.limit.mark());
    let (low, high) = (digits(low.value)?, digits(high.value)?);
    Some(format!("{low_mark}{low},{high}{high_mark}"))
}

fn open(limited: &Limited) -> Option<String> {
    let value = digits(limited.value)?;
    let mark = limited.limit.mark();
    Some(if limited.limit.is_low() {
        format!("{mark}{value},)")
    } else {
        format!("(,{value}{mark}")
    })
}

impl Limit {
    /// What is meant lies above it.
    const fn is_low(self) -> bool {
        matches!(self, Self::Above | Self::AtLeast)
    }

    /// The bracket of an interval: a square one has its limit in it.
    const fn mark(self) -> char {
        match self {
            Self::Above => '(',
            Self::AtLeast => '[',
            Self::Below => ')',
            Self::AtMost => ']',
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mention::mentions;
    use crate::text::Language;

    #[test]
    fn a_number_keeps_its_limit() {
        let rows: [(&str, &[&str]); 12] = [
            ("超過640人到場", &["超過640 = (640,) more than 640"]),
            ("至少有二十人受傷", &["至少有二十 = [20,) at least 20"]),
            ("不到三百人", &["不到三百 = (,300) less than 300"]),
            ("至多12艘", &["至多12 = (,12] at most 12"]),
            ("五百以上的訂單", &["五百以上 = [500,) at least 500"]),
            ("超過1/4的人", &["1/4 = 1/4 1 of 4 (25 %)"]),
            (
                "大於100並小於300的數",
                &["大於100並小於300 = (100,300) 100 to 300"],
            ),
            (
                "大於80並小於12",
                &["大於80 = (80,) more than 80", "小於12 = (,12) less than 12"],
            ),
            // What is counted has a kind of its own.
            ("超過500元", &["500元 = 500 CNY 500"]),
            ("不到三成", &["三成 = 30 30 %"]),
            ("至少5公里", &["5公里 = 5 5 km"]),
            (
                "超過300名教師中有60人",
                &["300名教師中有60人 = 60/300 60 of 300 (20 %)"],
            ),
        ];
        for (text, expected) in rows {
            let read: Vec<String> = mentions(text, Language::TraditionalChinese, None)
                .iter()
                .map(|it| {
                    let value = it.value.as_deref().unwrap_or_default();
                    let shown = it.shown().unwrap_or_default();
                    format!("{} = {value} {shown}", it.range.of(text))
                })
                .collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
