//! Lengths of time: `48 hours`, `half an hour`, 三年半, 8天20小時.

use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};
use crate::mention::{Mention, MentionKind};

/// Parts that one length can have: years to seconds.
const PARTS: usize = 6;

/// A length of time that was read.
pub(super) struct Length {
    pub(super) end: usize,
    pub(super) count: f64,
    pub(super) unit: TimeUnit,
    pub(super) iso: String,
    /// How long is open: 兩三天.
    vague: bool,
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
    let mut iso = String::from("P");
    let mut timed = false;
    let mut add = |count: f64, unit: TimeUnit| -> Option<()> {
        let (of_day, letter, each) = code(unit);
        if of_day && !timed {
            iso.push('T');
            timed = true;
        }
        iso.push_str(&digits(count * each)?);
        iso.push(letter);
        Some(())
    };
    add(count, unit)?;
    let mut last = unit;
    for _ in 0..PARTS {
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
        if rank(unit) >= rank(last) {
            break;
        }
        add(count, unit)?;
        last = unit;
        end = next;
    }
    Some(Length {
        end,
        count,
        unit,
        iso,
        vague: first.is_some_and(|it| it.vague),
    })
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
    let at = reader.past_hyphen(first.end);
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
    if let Some(found) = one_and_half(reader, i) {
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
    if reader.unspaced {
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

/// The length as a mention of its own.
pub(super) fn duration(reader: &Reader<'_>, i: usize, length: &Length) -> (usize, Mention) {
    let told = (!length.vague).then(|| length.iso.clone());
    (
        length.end,
        Mention {
            range: reader.range(i, length.end),
            kind: MentionKind::Duration,
            value: told.clone(),
            unit: None,
            iso: told,
        },
    )
}
