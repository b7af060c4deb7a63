//! Lengths of time: `48 hours`, `half an hour`, 三年半, 8天20小時.

use chrono::NaiveDateTime;

use crate::mention::calendar::{When, distance, is_of_days, moment, moved};
use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind};

/// Parts that one length can have: years to seconds.
const PARTS: usize = 6;

/// A length of time that was read.
pub(super) struct Length {
    pub(super) end: usize,
    /// Its first part.
    pub(super) count: f64,
    pub(super) unit: TimeUnit,
    parts: [(f64, TimeUnit); PARTS],
    used: usize,
    /// How long is open: 兩三天.
    vague: bool,
}

impl Length {
    /// So many of one unit.
    pub(super) fn of(count: f64, unit: TimeUnit, end: usize) -> Self {
        Self {
            end,
            count,
            unit,
            parts: [(count, unit); PARTS],
            used: 1,
            vague: false,
        }
    }

    fn parts(&self) -> &[(f64, TimeUnit)] {
        &self.parts[..self.used]
    }

    /// ISO 8601: the greatest unit first.
    pub(super) fn iso(&self) -> Option<String> {
        let mut parts = self.parts;
        parts[..self.used].sort_by_key(|it| std::cmp::Reverse(rank(it.1)));
        let mut iso = String::from("P");
        let mut timed = false;
        for &(count, unit) in &parts[..self.used] {
            let (of_day, letter, each) = code(unit);
            if of_day && !timed {
                iso.push('T');
                timed = true;
            }
            iso.push_str(&digits(count * each)?);
            iso.push(letter);
        }
        Some(iso)
    }

    /// It is counted in days or greater units alone.
    pub(super) fn is_of_days(&self) -> bool {
        self.parts().iter().all(|it| is_of_days(it.1))
    }

    /// The time that is this length before (`sign` is -1) or after another.
    pub(super) fn moved(&self, sign: f64, from: NaiveDateTime) -> Option<NaiveDateTime> {
        self.parts()
            .iter()
            .try_fold(from, |at, it| moved(it.1, sign * it.0, at))
    }

    /// The same as a date, to the precision of its finest unit.
    pub(super) fn away(&self, sign: f64, from: Option<NaiveDateTime>) -> Option<When> {
        if self.used == 1 {
            return distance(self.unit, sign * self.count, from);
        }
        let there = self.moved(sign, from?)?;
        Some(if self.is_of_days() {
            When::day(there.date())
        } else {
            moment(there)
        })
    }
}

const fn code(unit: TimeUnit) -> (bool, char, f64) {
    match unit {
        TimeUnit::Second => (true, 'S', 1.0),
        TimeUnit::Minute => (true, 'M', 1.0),
        TimeUnit::Hour => (true, 'H', 1.0),
        TimeUnit::Day => (false, 'D', 1.0),
        TimeUnit::Week => (false, 'W', 1.0),
        TimeUnit::Fortnight => (false, 'W', 2.0),
        TimeUnit::Month => (false, 'M', 1.0),
        TimeUnit::Quarter => (false, 'M', 3.0),
        TimeUnit::Year => (false, 'Y', 1.0),
        TimeUnit::Decade => (false, 'Y', 10.0),
        TimeUnit::Century => (false, 'Y', 100.0),
    }
}

/// The length that begins at token `i`, where `first` stands if it is a number.
pub(super) fn length(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Length> {
    let (count, unit, mut end) = part(reader, i, first)?;
    let mut parts = [(count, unit); PARTS];
    let mut used = 1;
    while used < PARTS {
        let mut at = end + usize::from(reader.is(end, Meaning::And));
        at += usize::from(reader.sign(end) == Some(','));
        // 七年零兩個月, but 一小時零五分 has a number with its 零.
        let zero = number(reader, at).is_some_and(|it| it.end == at + 1);
        at += usize::from(zero && reader.is(at, Meaning::Zero));
        let Some(more) = number(reader, at) else {
            break;
        };
        let Some((count, unit, next)) = part(reader, at, Some(more)) else {
            break;
        };
        // "1 month 2 years" has no order, but a list of lengths has its signs.
        let greater = rank(unit) > rank(parts[used - 1].1);
        let twice = parts[..used].iter().any(|it| rank(it.1) == rank(unit));
        if twice || greater && (at > end || reader.unspaced) {
            break;
        }
        parts[used] = (count, unit);
        used += 1;
        end = next;
    }
    Some(Length {
        end,
        count,
        unit,
        parts,
        used,
        vague: first.is_some_and(|it| it.vague),
    })
}

/// The same, or one unit behind an article: `a week` is a length before "ago"
/// and its kin, though by itself it mostly means "per week".
pub(super) fn length_or_one(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<Length> {
    if let Some(length) = length(reader, i, first) {
        return Some(length);
    }
    if reader.unspaced || first.is_some() || !reader.is(i, Meaning::Article) {
        return None;
    }
    let unit = reader.time_unit(i + 1)?;
    (!reader.words(i + 1).ends_with('s')).then(|| Length::of(1.0, unit, i + 2))
}

const fn rank(unit: TimeUnit) -> u8 {
    match unit {
        TimeUnit::Second => 0,
        TimeUnit::Minute => 1,
        TimeUnit::Hour => 2,
        TimeUnit::Day => 3,
        TimeUnit::Week | TimeUnit::Fortnight => 4,
        TimeUnit::Month => 5,
        TimeUnit::Quarter => 6,
        TimeUnit::Year => 7,
        TimeUnit::Decade => 8,
        TimeUnit::Century => 9,
    }
}

fn part(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<(f64, TimeUnit, usize)> {
    let Some(first) = first else {
        return half(reader, i);
    };
    if first.value < 0.0 {
        return None;
    }
    if reader.unspaced {
        return chinese(reader, first);
    }
    let mut value = first.value;
    let mut at = reader.past_hyphen(first.end);
    // "two and half days"
    if reader.is(at, Meaning::And) && reader.is(at + 1, Meaning::Half) {
        value += 0.5;
        at += 2;
    }
    let unit = reader.time_unit(at)?;
    // "2018-H2" is half a year.
    let letter = reader.words(at).len() == 1 && first.plain == Some(4);
    if letter && reader.glued(at + 1) && reader.words(at + 1).starts_with(['1', '2']) {
        return None;
    }
    // "one second", but also "21 second"; "the 3 quarter" is rare enough.
    let mut end = at + 1;
    let plural = reader.words(at).ends_with('s');
    let hyphen = at != first.end;
    if unit == TimeUnit::Second && !plural && !hyphen && !first.figures {
        return None;
    }
    // "2021 years": a year and a word.
    if reader.is(end, Meaning::And)
        && reader.is(end + 1, Meaning::Article)
        && reader.is(end + 2, Meaning::Half)
    {
        value += 0.5;
        end += 3;
    }
    Some((value, unit, end))
}

/// `half an hour`, `half a year`, 半小時, 半年.
fn half(reader: &Reader<'_>, i: usize) -> Option<(f64, TimeUnit, usize)> {
    if let Some(found) = one_and_half(reader, i).or_else(|| quarters_of_hour(reader, i)) {
        return Some(found);
    }
    if reader.is(i, Meaning::Half) {
        let classifier = usize::from(
            reader.is(i + 1, Meaning::Article) || reader.is(i + 1, Meaning::Classifier),
        );
        let at = i + 1 + classifier;
        let day = (reader.words(at) == "日").then_some(TimeUnit::Day);
        let unit = reader.time_unit(at).or(day)?;
        // 半月 and 半天 are lengths; "half second" is not meant.
        return Some((0.5, unit, at + 1));
    }
    // "several weeks", "a couple of days", "all day"
    if let Some((count, at)) = vague(reader, i) {
        let unit = reader.time_unit(at)?;
        return Some((count, unit, at + 1));
    }
    // "an hour"; "a day" and "a year" mostly mean "per".
    if reader.is(i, Meaning::Article) && reader.words(i).eq_ignore_ascii_case("an") {
        let unit = reader.time_unit(i + 1)?;
        // "an hour and a half"
        let mut end = i + 2;
        let mut count = 1.0;
        let article = usize::from(reader.is(end + 1, Meaning::Article));
        if reader.is(end, Meaning::And) && reader.is(end + 1 + article, Meaning::Half) {
            count = 1.5;
            end += 2 + article;
        }
        return (unit == TimeUnit::Hour).then_some((count, unit, end));
    }
    None
}

/// A number that is no figure: how many it stands for, and the token after it.
fn vague(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    if reader.unspaced || !(reader.is(i, Meaning::Vague) || reader.is(i, Meaning::Article)) {
        return None;
    }
    let word = |at: usize, words: &str| reader.words(at).eq_ignore_ascii_case(words);
    let plural = |at: usize| reader.words(at).ends_with('s');
    if (word(i, "several") || word(i, "some")) && plural(i + 1) {
        return Some((3.0, i + 1));
    }
    let article = usize::from(word(i, "a"));
    let at = i + article;
    if word(at, "few") && plural(at + 1) {
        return Some((3.0, at + 1));
    }
    if word(at, "couple") && reader.is(at + 1, Meaning::Of) && plural(at + 2) {
        return Some((2.0, at + 2));
    }
    let whole = word(i, "all") || word(i, "full") || word(i, "whole") || word(i, "another");
    (whole && !plural(i + 1)).then(|| (1.0, reader.past_hyphen(i + 1)))
}

/// 個半小時, 分半鐘: one and a half; 兩個半小時 has its number before it.
fn one_and_half(reader: &Reader<'_>, i: usize) -> Option<(f64, TimeUnit, usize)> {
    if !reader.unspaced || !reader.is(i + 1, Meaning::Half) {
        return None;
    }
    let minute = reader.is(i, Meaning::MinuteMark);
    if !minute && reader.words(i) != "个" {
        return None;
    }
    let inside = i > 0 && reader.glued(i);
    if minute {
        // 一部分半途而廢 is no time.
        return (!inside).then(|| (1.5, TimeUnit::Minute, past_bell(reader, i + 2)));
    }
    let counted = inside && !reader.meanings(i - 1).is_empty();
    let unit = reader.time_unit(i + 2).filter(|_| !counted)?;
    Some((1.5, unit, i + 3))
}

/// 一刻鐘 is a length, 一刻 behind an hour a time of day.
fn quarters_of_hour(reader: &Reader<'_>, i: usize) -> Option<(f64, TimeUnit, usize)> {
    let quarters = reader.find(i, |it| match it {
        Meaning::QuartersOfHour(quarters) => Some(quarters),
        _ => None,
    })?;
    let long = reader.words(i).ends_with('钟');
    long.then(|| (f64::from(quarters * 15), TimeUnit::Minute, i + 1))
}

/// The token after the 鐘 of 五分半鐘.
fn past_bell(reader: &Reader<'_>, i: usize) -> usize {
    i + usize::from(reader.words(i) == "钟")
}

/// 五分半, 五分三十秒: 分 by itself is also a mark in sports and at school.
fn minutes_marked(reader: &Reader<'_>, i: usize) -> Option<TimeUnit> {
    let seconds =
        number(reader, i + 1).is_some_and(|it| reader.time_unit(it.end) == Some(TimeUnit::Second));
    let more = seconds || reader.is(i + 1, Meaning::Half);
    (more && reader.is(i, Meaning::MinuteMark)).then_some(TimeUnit::Minute)
}

/// 三日內 and 三日後 count days, 5日後 follows the fifth of a month.
fn days_marked(reader: &Reader<'_>, i: usize, first: Number) -> Option<TimeUnit> {
    let within = matches!(reader.words(i + 1), "内" | "之内" | "以内");
    let from_now = reader.is(i + 1, Meaning::Later) || reader.is(i + 1, Meaning::Ago);
    let counts = reader.words(i) == "日" && (within || from_now && !first.figures);
    counts.then_some(TimeUnit::Day)
}

fn chinese(reader: &Reader<'_>, first: Number) -> Option<(f64, TimeUnit, usize)> {
    let mut value = first.value;
    let mut at = first.end;
    at += usize::from(reader.is(at, Meaning::Odd));
    // 三個半小時, 兩個半月
    let with_half = reader.is(at, Meaning::Classifier) && reader.is(at + 1, Meaning::Half);
    if with_half {
        value += 0.5;
        at += 2;
    }
    let unit = reader
        .time_unit(at)
        .or_else(|| minutes_marked(reader, at))
        .or_else(|| days_marked(reader, at, first))?;
    let calendar = reader.words(at) == "月" && !with_half;
    let year = unit == TimeUnit::Year
        && (first.plain.is_some_and(|it| it >= 4)
            || first.value >= 1000.0 && first.plain.is_some());
    // 第三天, 周 before another word: left to others.
    if calendar || year {
        return None;
    }
    let mut end = at + 1;
    if reader.is(end, Meaning::Half) {
        value += 0.5;
        end = past_bell(reader, end + 1);
    }
    Some((value, unit, end))
}

/// `an hour later`, `two minutes earlier`: how far an event is from another one
/// that the text tells. Neither a time nor a length that the text claims.
pub(super) fn is_between_events(reader: &Reader<'_>, length: &Length) -> bool {
    let behind = reader.is(length.end, Meaning::Later)
        || reader.words(length.end).eq_ignore_ascii_case("earlier");
    behind && !reader.unspaced && !length.is_of_days()
}

/// The length as a mention of its own.
pub(super) fn duration(reader: &Reader<'_>, i: usize, length: &Length) -> Option<(usize, Mention)> {
    if is_between_events(reader, length) {
        return None;
    }
    let iso = length.iso()?;
    Some(lasting(
        reader,
        i,
        length.end,
        (!length.vague).then_some(iso),
    ))
}

fn lasting(reader: &Reader<'_>, i: usize, end: usize, iso: Option<String>) -> (usize, Mention) {
    (
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Duration,
            value: iso.clone(),
            unit: None,
            iso,
        },
    )
}

/// Lengths that no calendar counts off: `more than an hour`, `three weekends`,
/// `another business day`.
pub(super) fn unusual(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    if reader.is(i, Meaning::Than(true)) || reader.is(i, Meaning::Than(false)) {
        let length = length(reader, i + 1, number(reader, i + 1))?;
        // "more than 500 years old", "more than three weeks ago"
        let behind = reader.past_hyphen(length.end);
        let age = reader.is(behind, Meaning::Old)
            || reader.is(behind, Meaning::Ago)
            || reader.is(behind, Meaning::Later);
        return (!age).then(|| Some(lasting(reader, i, length.end, length.iso())))?;
    }
    let (count, end) = match first.filter(|it| it.value > 0.0) {
        Some(first) => (first.value, first.end),
        None => vague(reader, i)?,
    };
    let at = reader.past_hyphen(end);
    let code = if reader.is(at, Meaning::WorkingDays) {
        "BD"
    } else if first.is_some() && is_weekends(reader, at) {
        "WE"
    } else {
        return None;
    };
    let iso = format!("P{}{code}", digits(count)?);
    Some(lasting(reader, i, at + 1, Some(iso)))
}

fn is_weekends(reader: &Reader<'_>, i: usize) -> bool {
    reader.words(i).eq_ignore_ascii_case("weekends")
}
