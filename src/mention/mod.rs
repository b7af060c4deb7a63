//! Row 2: mentions, the figures, amounts and times that a text names, with
//! their values.
//!
//! `mentions` reads a text and answers with values and where they stand. It
//! knows numbers and calendars, not claims. Pure code only: "today" is the
//! reference time that the caller hands in.

mod age;
mod calendar;
mod clock_range;
mod compound;
mod date;
mod duration;
mod fold;
mod lexer;
mod limit;
mod lunar;
mod measure;
mod money;
mod number;
mod ordinal;
mod percent;
mod range;
mod ratio;
mod reader;
mod shown;
mod stretch;
mod time;
mod words;

#[cfg(test)]
mod tests;

use chrono::NaiveDateTime;

use crate::mention::calendar::When;
use crate::mention::lexer::Lexeme;
use crate::mention::reader::{Buffers, Reader};
use crate::text::{ByteRange, Language, lines};

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
    /// A calendar date or a part of one, with its time of day if it has one:
    /// `20 November`, `2023年`, `last week`, `Friday at 3 p.m.`.
    Date,
    /// A time of day without its date: `3 p.m.`.
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

impl Mention {
    /// It names when something is: a date, a time of day, a stretch of them.
    pub fn is_time(&self) -> bool {
        match self.kind {
            MentionKind::Date | MentionKind::Time => true,
            // A stretch of numbers has no value by ISO 8601.
            MentionKind::Range => self.iso.is_some(),
            MentionKind::Number
            | MentionKind::Ordinal
            | MentionKind::Ratio
            | MentionKind::Percent
            | MentionKind::Money
            | MentionKind::Unit
            | MentionKind::Age
            | MentionKind::Duration => false,
        }
    }
}

/// Every mention in `text`, in order, none inside another, the longest first.
///
/// Times that lean on "today" are resolved against `reference`; without one
/// they keep an open value. Linear in the length of `text`.
pub fn mentions(text: &str, language: Language, reference: Option<NaiveDateTime>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut buffers = Buffers::default();
    // No mention reaches over a line, and line by line what is read stays in the
    // cache. The break before it is read too: there a dash can be a minus.
    for line in lines(text, |it| it == '\n') {
        let line = ByteRange::new(line.start.0.saturating_sub(1), line.end.0);
        let folded = fold::folded(line.of(text));
        let reader = Reader::new(&folded, language, reference, buffers);
        read(&reader, line.start.0, &mut found);
        buffers = reader.into_buffers();
    }
    found
}

/// Adds the mentions of one line, which begins at byte `origin` of the text.
fn read(reader: &Reader<'_>, origin: usize, found: &mut Vec<Mention>) {
    let mut at = 0;
    while at < reader.tokens.len() {
        match limit::limited(reader, at).or_else(|| longest(reader, at)) {
            Some((end, mut mention)) => {
                mention.range = mention.range.moved(origin);
                found.push(mention);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The longest mention that begins at token `at`, and the token after it. Of
/// equally long ones the first in the order below stands.
fn longest(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    match reader.tokens[at].lexeme {
        Lexeme::Other => return None,
        Lexeme::Sign(sign) if sign != '-' => return None,
        Lexeme::Sign(_) | Lexeme::Figure(_) | Lexeme::Known(_) => {}
    }
    let first = number::number(reader, at);
    if first.is_none() && reader.is_idle(at) {
        return None;
    }
    let mut best: Option<(usize, Mention)> = None;
    let mut offer = |candidate: Option<(usize, Mention)>| {
        if let Some(candidate) = candidate
            && best.as_ref().is_none_or(|it| candidate.0 > it.0)
        {
            best = Some(candidate);
        }
    };
    // Before ratios: what reads as a day is no fraction.
    let here = point(reader, at);
    offer(when(reader, at, here.as_ref()));
    offer(ratio::ratio(reader, at, first));
    offer(percent::percent(reader, at, first));
    offer(money::money(reader, at, first));
    offer(age::age(reader, at, first));
    offer(measure::part(reader, at, first));
    if let Some(first) = first {
        offer(measure::measure(reader, at, first));
    }
    if reader.unspaced {
        offer(compound::chinese(reader, at, here.as_ref()));
    } else {
        offer(clock_range::clock_range(reader, at));
        // Only behind a day that begins here.
        if here.is_some() {
            offer(clock_range::hours_of_day(reader, at));
        }
        offer(compound::compound(reader, at, here.as_ref()));
    }
    offer(duration::length(reader, at, first).and_then(|it| duration::duration(reader, at, &it)));
    if !reader.unspaced {
        offer(duration::unusual(reader, at, first));
    }
    offer(ordinal::ordinal(reader, at));
    offer(range::numbers(reader, at).filter(|it| !measure::counts(reader, it.0)));
    if let Some(first) = first {
        offer(number::bare(reader, at, first));
    }
    best
}

/// A date, a time of day, or a stretch between two of them.
fn when(reader: &Reader<'_>, at: usize, here: Option<&Point>) -> Option<(usize, Mention)> {
    let (end, from, kind) = here?;
    let (end, kind) = (*end, *kind);
    if !reader.unspaced
        // Stretches of hours have a grammar of their own.
        && kind != MentionKind::Time
        && range::joins(reader, end)
        && let Some((to_end, to, to_kind)) = point(reader, end + 1)
        && kind == to_kind
        && from.value.is_none() == to.value.is_none()
        && (range::takes_year(from, &to)
            || from.value.as_deref().map(first_part) <= to.value.as_deref().map(first_part))
    {
        return Some((to_end, range::times(reader, at, to_end, from, &to)));
    }
    Some((end, date::mention(reader, at, end, from.clone(), kind)))
}

/// Where a value begins: values of one form stand in the order of time.
fn first_part(value: &str) -> &str {
    value.split('/').next().unwrap_or(value)
}

/// A date or a time of day, and the token after it.
type Point = (usize, When, MentionKind);

fn point(reader: &Reader<'_>, at: usize) -> Option<Point> {
    let first = number::number(reader, at);
    if let Some((end, when)) = date::date(reader, at, first) {
        let of_days = reader.unspaced && when.iso.contains(['/', '(']);
        // Quarters, decades and centuries are stretches.
        let calendar = when.iso.starts_with('(') && (when.iso.contains("P10Y") || !reader.unspaced);
        let kind = if calendar || of_days {
            MentionKind::Range
        } else {
            MentionKind::Date
        };
        return Some((end, when, kind));
    }
    let clock = time::clock(reader, at, first)?;
    let mut when = When::open(clock.iso);
    when.value = Some(clock.value);
    Some((clock.end, when, MentionKind::Time))
}
