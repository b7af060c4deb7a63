//! Chinese dates that are narrowed by what stands behind them: 去年底, 8月中旬,
//! 2017年上半年, 十月的第一個星期一, 2021年的最後四個月.

use chrono::{Datelike, Days, Months};

use crate::mention::calendar::{When, decade, relative};
use crate::mention::date::Found;
use crate::mention::date::holiday::on_holiday;
use crate::mention::date::parts::{small, whole};
use crate::mention::duration::length;
use crate::mention::number::number;
use crate::mention::reader::Reader;
use crate::mention::stretch::{
    self, day_after, day_of, first_day, month_of, part_of, week_of, weekday_of,
};
use crate::mention::words::{Meaning, Phase, TimeUnit};

/// ISO 8601 has two digits for a century.
pub(super) const OPEN_CENTURY: &str = "XX";

/// How often one date can be narrowed: 明年第三季度第一周.
const STEPS: usize = 3;

/// The date `found`, and all that narrows it.
pub(super) fn narrowed(reader: &Reader<'_>, found: Found) -> Found {
    let mut found = found;
    for _ in 0..STEPS {
        let of = usize::from(reader.words(found.0) == "的");
        let at = found.0 + of;
        let next = season(reader, at, &found.1)
            .or_else(|| part(reader, at, &found.1))
            .or_else(|| phase(reader, at, &found.1))
            .or_else(|| nth(reader, at, &found.1))
            .or_else(|| decade_of(reader, at, &found.1))
            .or_else(|| holiday_of(reader, at, &found.1))
            .or_else(|| outermost(reader, at, &found.1));
        let Some(next) = next else { break };
        found = next;
    }
    found
}

/// A part of the year, the month or the week that runs: 下半年, 月底.
pub(super) fn of_now(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let part_unit = reader.find(i, |it| match it {
        Meaning::Part(unit, nth, of) => Some((unit, nth, of)),
        _ => None,
    });
    if let Some((unit, nth, of)) = part_unit {
        // 第三季 alone is also one of a serial.
        let words = reader.words(i);
        if of == 4 && !(words.ends_with('度') || words.starts_with('首')) {
            return None;
        }
        let now = relative(unit, 0, reader.reference);
        let when = match now {
            Some(now) => part_of(&now, unit, nth, of)?,
            None => When::open("XXXX".to_owned()),
        };
        return Some((i + 1, when));
    }
    if let Some((end, quarters)) = first_quarters(reader, i) {
        let now = relative(TimeUnit::Year, 0, reader.reference);
        let when = now.map_or_else(
            || Some(When::open("XXXX".to_owned())),
            |it| first_months(&it, quarters * 3),
        );
        return Some((end, when?));
    }
    let unit = match reader.words(i) {
        "年" => TimeUnit::Year,
        "月" => TimeUnit::Month,
        _ => return None,
    };
    // 三年底 and 這個月底 are not of now.
    let counted = i > 0 && reader.glued(i) && !reader.meanings(i - 1).is_empty();
    let kind = reader.phase(i + 1).filter(|_| !counted)?;
    if kind == Phase::Middle {
        return None;
    }
    let now = relative(unit, 0, reader.reference);
    let when = now.map_or_else(|| When::open("XXXX".to_owned()), |it| phase_of(&it, kind));
    Some((i + 2, when))
}

/// 前三季度, 頭兩個季度: how many quarters of a year from its beginning on.
fn first_quarters(reader: &Reader<'_>, at: usize) -> Option<(usize, u32)> {
    if !reader.is(at, Meaning::FirstOf) {
        return None;
    }
    // 三季度 is a word of its own.
    if let Some(nth) = reader.find(at + 1, |it| match it {
        Meaning::Part(TimeUnit::Year, nth, 4) => Some(nth),
        _ => None,
    }) {
        let counted = !reader.words(at + 1).starts_with('第');
        return counted.then_some((at + 2, nth));
    }
    let count = number(reader, at + 1).filter(|it| !it.vague)?;
    let quarters = small(count.value, 4)?;
    let quarter = reader.is(count.end, Meaning::QuarterMark)
        || reader.time_unit(count.end) == Some(TimeUnit::Quarter);
    quarter.then_some((count.end + 1, quarters))
}

/// The first so many months of a stretch.
fn first_months(when: &When, months: u32) -> Option<When> {
    let from = first_day(when)?;
    let to = from.checked_add_months(Months::new(months))?;
    (to <= day_after(when)?).then(|| When::stretch(from, to, format!("{from}/{to}")))
}

/// 今年夏天: a season has no exact days.
fn season(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    let code = reader.find(at, |it| match it {
        Meaning::Season(code) => Some(code),
        _ => None,
    })?;
    let year = when.iso.len() == 4 && !when.single;
    year.then(|| (at + 1, When::open(format!("{}-{code}", when.iso))))
}

fn part(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    let (unit, nth, of) = reader.find(at, |it| match it {
        Meaning::Part(unit, nth, of) => Some((unit, nth, of)),
        _ => None,
    })?;
    if when.single {
        return None;
    }
    let narrow = match &when.value {
        Some(_) => part_of(when, unit, nth, of)?,
        None => When::open(when.iso.clone()),
    };
    Some((at + 1, narrow))
}

/// 初, 底 and their kin behind a year, a month or a decade.
fn phase(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    if when.single || when.iso.contains('W') {
        return None;
    }
    // 去年年底, 上個月月初
    let again = matches!(reader.words(at), "年" | "月");
    let at = at + usize::from(again);
    let kind = reader.phase(at)?;
    // 中 opens many words: only where nothing follows it.
    if reader.words(at) == "中" {
        let ends = reader
            .tokens
            .get(at + 1)
            .is_none_or(|_| reader.sign(at + 1).is_some() || reader.bound(at + 1).is_some());
        if !ends {
            return None;
        }
    }
    Some((at + 1, phase_of(when, kind)))
}

/// 上世紀90年代.
fn decade_of(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    let open = when.iso == OPEN_CENTURY;
    if !open && !when.iso.ends_with("P100Y)") {
        return None;
    }
    let tens = number(reader, at).filter(|it| reader.is(it.end, Meaning::DecadeMark))?;
    let years = whole(tens.value).filter(|it| it % 10 == 0 && (10..=90).contains(it))?;
    let when = if open {
        When::open(format!("XX{}", years / 10))
    } else {
        decade(first_day(when)?.year() + years)
    };
    Some((tens.end + 1, when))
}

/// 今年聖誕節, 2018年元旦.
fn holiday_of(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    if when.iso.len() != 4 {
        return None;
    }
    let holiday = reader.find(at, |it| match it {
        Meaning::Holiday(holiday) => Some(holiday),
        _ => None,
    })?;
    let year = first_day(when).map(|it| it.year());
    Some((at + 1, on_holiday(holiday, year, None)))
}

fn phase_of(when: &When, kind: Phase) -> When {
    let mut narrow = When::open(when.iso.clone());
    narrow.value = stretch::phase(when, kind);
    narrow
}

/// 第一周, 第九個月, 最後一個星期一.
fn nth(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    let last = reader.is(at, Meaning::LastOf);
    if !last && !reader.is(at, Meaning::OrdinalPrefix) || when.single {
        return None;
    }
    let count = number(reader, at + 1).filter(|it| (1.0..=54.0).contains(&it.value))?;
    if last && count.value > 1.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    let nth = (!last).then_some(count.value as u32);
    let mut unit_at = count.end;
    if reader.is(unit_at, Meaning::Classifier) && reader.words(unit_at) == "个" {
        unit_at += 1;
    }
    if let Some(weekday) = reader.weekday(unit_at) {
        return on_weekday(when, weekday, nth).map(|it| (unit_at + 1, it));
    }
    if reader.is(unit_at, Meaning::QuarterMark) {
        let quarter = match &when.value {
            Some(_) => part_of(when, TimeUnit::Year, nth.filter(|it| *it <= 4)?, 4)?,
            None => When::open(when.iso.clone()),
        };
        return Some((unit_at + 1, quarter));
    }
    let unit = reader.time_unit(unit_at)?;
    if unit == TimeUnit::Week
        && let Some((end, weekday)) = weekday_number(reader, unit_at)
    {
        return on_weekday(when, weekday, nth).map(|it| (end, it));
    }
    let open = When::open(when.iso.clone());
    let narrow = match (unit, &when.value) {
        (TimeUnit::Week, Some(_)) => week_of(when, nth)?,
        (TimeUnit::Month, Some(_)) => month_of(when, nth)?,
        (TimeUnit::Day, Some(_)) => When::day(day_of(when, nth)?),
        (TimeUnit::Week | TimeUnit::Month | TimeUnit::Day, None) => open,
        _ => return None,
    };
    Some((unit_at + 1, narrow))
}

fn on_weekday(when: &When, weekday: u32, nth: Option<u32>) -> Option<When> {
    if when.value.is_none() {
        return Some(When::open_day(None, format!("{}-WXX-{weekday}", when.iso)));
    }
    weekday_of(when, weekday, nth).map(When::day)
}

/// The day of the week that follows its name without a number: 個星期一.
fn weekday_number(reader: &Reader<'_>, week: usize) -> Option<(usize, u32)> {
    if !reader.words(week).ends_with(['期', '拜', '周']) {
        return None;
    }
    if matches!(reader.words(week + 1), "日" | "天") {
        return Some((week + 2, 7));
    }
    let day = reader.find(week + 1, |it| match it {
        Meaning::Digit(digit) => Some(u32::from(digit)),
        _ => None,
    })?;
    (1..=6).contains(&day).then_some((week + 2, day))
}

/// 前十天, 頭兩個月, 最後四個月: the first or the last of a stretch.
fn outermost(reader: &Reader<'_>, at: usize, when: &When) -> Option<Found> {
    let last = reader.is(at, Meaning::LastOf);
    if !last && !reader.is(at, Meaning::FirstOf) || when.single {
        return None;
    }
    if let Some((end, quarters)) = first_quarters(reader, at) {
        let narrow = match &when.value {
            Some(_) => first_months(when, quarters * 3)?,
            None => When::open(when.iso.clone()),
        };
        return Some((end, narrow));
    }
    let count = number(reader, at + 1)?;
    let length = length(reader, at + 1, Some(count))?;
    let open = When::open(when.iso.clone());
    if when.value.is_none() {
        return Some((length.end, open));
    }
    let (from, to) = (first_day(when)?, day_after(when)?);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held in range"
    )]
    let count = Some(length.count)
        .filter(|it| it.fract() == 0.0 && (1.0..=400.0).contains(it))
        .map(|it| it as u32)?;
    let (start, end) = match (length.unit, last) {
        (TimeUnit::Month, false) => (from, from.checked_add_months(Months::new(count))?),
        (TimeUnit::Month, true) => (to.checked_sub_months(Months::new(count))?, to),
        (TimeUnit::Year, false) => (from, from.checked_add_months(Months::new(count * 12))?),
        (TimeUnit::Year, true) => (to.checked_sub_months(Months::new(count * 12))?, to),
        (TimeUnit::Day | TimeUnit::Week, _) => {
            let each = if length.unit == TimeUnit::Week { 7 } else { 1 };
            let days = Days::new(u64::from(count) * each);
            if last {
                (to.checked_sub_days(days)?, to)
            } else {
                (from, from.checked_add_days(days)?)
            }
        }
        _ => return None,
    };
    (from <= start && end <= to).then(|| {
        (
            length.end,
            When::stretch(start, end, format!("{start}/{end}")),
        )
    })
}
