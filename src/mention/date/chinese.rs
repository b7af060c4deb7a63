//! Chinese and Japanese dates: 2023年11月20日, 去年三月, 5月3日, 二十日, 民國113年5月.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{When, nearest_day, nearest_month};
use crate::mention::date::Found;
use crate::mention::date::lunar::lunar;
use crate::mention::date::parts::{full, small, whole, whole_month};
use crate::mention::number::{Number, number};
use crate::mention::reader::Reader;
use crate::mention::words::{Meaning, TimeUnit};

/// Years of the Republic that figures write without its name, with a month behind them.
const YEARS_OF_THE_REPUBLIC: std::ops::RangeInclusive<i32> = 100..=150;

/// The year at the head of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Of(i32),
    /// 今年 in a text of which no day is known.
    Open,
}

pub(super) fn cjk(reader: &Reader<'_>, i: usize, first: Option<Number>) -> Option<Found> {
    let (mut at, year) = match reader.meanings(i).first() {
        Some(Meaning::BeforeChrist) => return before_christ(reader, i + 1),
        Some(Meaning::Lunar | Meaning::LunarMonth(_) | Meaning::LeapMonth) => {
            return lunar_date(reader, i);
        }
        _ => cjk_year(reader, i, first)?,
    };
    if year.is_some()
        && is_lunar(reader, at)
        && let Some(found) = lunar(reader, at, year, false)
    {
        return Some(found);
    }
    if let Some(Year::Of(year)) = year
        && let Some(found) = this_day(reader, at, year)
    {
        return Some(found);
    }
    let mut number_at = if year.is_some() {
        number(reader, at)
    } else {
        first
    };
    let mut month = None;
    if let Some(it) = number_at
        && reader.is(it.end, Meaning::MonthMark)
        && let Some(value) = small(it.value, 12)
    {
        if is_lunar_day(reader, it.end + 1) {
            return lunar(reader, at, year, false);
        }
        month = Some(value);
        at = it.end + 1;
        number_at = number(reader, at);
    } else if year.is_some()
        && reader.relative(at) == Some(0)
        && reader.time_unit(at + 1) == Some(TimeUnit::Month)
        && let Some(now) = reader.reference
    {
        // 去年本月十日
        month = Some(now.month());
        at += 2;
        number_at = number(reader, at);
    }
    let mut day = None;
    if (month.is_some() || year.is_none())
        && let Some(it) = number_at
        && reader.is(it.end, Meaning::DayMark)
        && let Some(value) = small(it.value, 31)
    {
        day = Some(value);
        at = it.end + 1;
    }
    let when = match (year, month, day) {
        (Some(year), month, day) => of_year(year, month, day),
        (None, Some(month), Some(day)) => nearest_day(month, day, reader.reference),
        (None, Some(month), None) => nearest_month(month, reader.reference),
        (None, None, Some(day)) => {
            let ordinary = reader.words(at - 1) == "日" || first.is_some_and(|it| it.figures);
            let ordinary = ordinary && !is_name(reader, i, at);
            // 三日後 counts days.
            let counted = reader.is(at, Meaning::Later) || reader.is(at, Meaning::Ago);
            let within = matches!(reader.words(at), "内" | "之内" | "以内");
            let near = reader.reference.and_then(|now| near_day_of_month(now, day));
            if !ordinary || within || counted && first.is_some_and(|it| !it.figures) {
                return None;
            }
            When::open_day(near, format!("XXXX-XX-{day:02}"))
        }
        (None, None, None) => return None,
    };
    Some((at, when))
}

/// 公元前221年, 公元前7世紀. ISO 8601 counts a year 0, so 1 BC is 0000 and 221 BC
/// is -0220; how it would write a century BC it does not say.
fn before_christ(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let number = number(reader, i)?;
    let value = whole(number.value).filter(|it| *it > 0)?;
    let iso = if reader.is(number.end, Meaning::YearMark) {
        match value - 1 {
            0 => "0000".to_owned(),
            years => format!("-{years:04}"),
        }
    } else if reader.is(number.end, Meaning::CenturyMark) {
        "XXXX".to_owned()
    } else {
        return None;
    };
    Some((number.end + 1, When::open(iso)))
}

/// 去年今日, 明年的今天: the reference day in another year.
fn this_day(reader: &Reader<'_>, i: usize, year: i32) -> Option<Found> {
    let at = i + usize::from(reader.words(i) == "的");
    let now = reader
        .reference
        .filter(|_| reader.is(at, Meaning::Day(0)))?;
    Some((at + 1, full(year, now.month(), now.day())))
}

/// A date that begins with a word of the lunar calendar: 農曆二〇二一年三月初八, 正月.
fn lunar_date(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let told = reader.is(i, Meaning::Lunar);
    let year_at = i + usize::from(told);
    match cjk_year(reader, year_at, number(reader, year_at)) {
        Some((end, Some(year))) => lunar(reader, end, Some(year), told),
        _ => lunar(reader, i, None, told),
    }
}

fn is_lunar_day(reader: &Reader<'_>, i: usize) -> bool {
    matches!(reader.meanings(i).first(), Some(Meaning::LunarDay(_)))
}

/// A word that only the lunar calendar has.
fn is_lunar(reader: &Reader<'_>, i: usize) -> bool {
    matches!(
        reader.meanings(i).first(),
        Some(Meaning::Lunar | Meaning::LunarMonth(_) | Meaning::LeapMonth)
    )
}

/// Things that 號 numbers, behind it: 2號樓, 8號球, 10號線.
const NUMBERED: [&str; 24] = [
    "楼", "球", "线", "馆", "厅", "房", "室", "店", "井", "桌", "码", "仪", "碑", "坑", "桥", "床",
    "出口", "门", "公路", "文件", "电池", "种子", "航站", "令",
];

/// And before it: 中山路2號, 土星1號.
const NUMBERING: [char; 14] = [
    '街', '路', '巷', '弄', '村', '星', '舟', '宫', '娥', '征', '第', '组', '型', '段',
];

/// 3號 is also a number on a door, a line or a rocket.
fn is_name(reader: &Reader<'_>, i: usize, end: usize) -> bool {
    if reader.words(end - 1) != "号" {
        return false;
    }
    // Alone it is a label.
    let alone = i == 0 && end == reader.tokens.len();
    let behind = &reader.text[reader.tokens[end - 1].end..];
    let numbered = NUMBERED.iter().any(|it| behind.starts_with(it));
    let before = &reader.text[..reader.tokens[i].start];
    alone || numbered || before.ends_with(NUMBERING)
}

fn of_year(year: Year, month: Option<u32>, day: Option<u32>) -> When {
    match (year, month, day) {
        (Year::Of(year), Some(month), Some(day)) => full(year, month, day),
        (Year::Of(year), Some(month), None) => whole_month(year, month),
        (Year::Of(year), None, _) => {
            let mut when = When::year(year);
            when.value = Some(format!("{year:04}-01-01/{:04}-01-01", year + 1));
            when
        }
        (Year::Open, Some(month), Some(day)) => {
            When::open_day(None, format!("XXXX-{month:02}-{day:02}"))
        }
        (Year::Open, Some(month), None) => When::open(format!("XXXX-{month:02}")),
        (Year::Open, None, _) => When::open("XXXX".to_owned()),
    }
}

fn near_day_of_month(now: NaiveDateTime, day: u32) -> Option<NaiveDate> {
    // News looks back: the latest such day, today included.
    let today = now.date();
    let this = today.with_day(day).filter(|it| *it <= today);
    this.or_else(|| {
        today
            .with_day(1)?
            .checked_sub_months(chrono::Months::new(1))?
            .with_day(day)
    })
}

/// The year at the head of a date, and the token after it.
pub(super) fn cjk_year(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Option<Year>)> {
    if let Some(by) = reader.find(i, |it| match it {
        Meaning::YearOffset(by) => Some(by),
        _ => None,
    }) {
        let year = reader.reference.map(|it| Year::Of(it.year() + by));
        return Some((i + 1, Some(year.unwrap_or(Year::Open))));
    }
    if let Some(year) = year_of_era(reader, i) {
        return Some(year);
    }
    let Some(first) = first.filter(|it| reader.is(it.end, Meaning::YearMark)) else {
        return first.map(|_| (i, None));
    };
    let digits = first.plain?;
    let value = whole(first.value)?;
    let has_month = number(reader, first.end + 1)
        .is_some_and(|it| reader.is(it.end, Meaning::MonthMark) && it.value <= 12.0);
    let year = match digits {
        4 if (100..2200).contains(&value) => value,
        3 if first.figures => {
            // 112年5月 in Taiwan; 150年 is a length.
            let of_republic = YEARS_OF_THE_REPUBLIC.contains(&value) && has_month;
            of_republic.then_some(value + 1911)?
        }
        3 => value,
        // 98年, with a month behind, is 1998; 八九年 and 08年 are years without one.
        2 if has_month || !first.figures || value < 10 => match value {
            0..50 => 2000 + value,
            _ => 1900 + value,
        },
        _ => return None,
    };
    Some((first.end + 1, Some(Year::Of(year))))
}

/// 民國113年, 康熙二十年, 光緒元年, 公元79年.
fn year_of_era(reader: &Reader<'_>, i: usize) -> Option<(usize, Option<Year>)> {
    let before = reader.find(i, |it| match it {
        Meaning::Era(before) => Some(before),
        _ => None,
    })?;
    let (end, count) = if reader.words(i + 1) == "元" {
        (i + 2, 1)
    } else {
        let count = number(reader, i + 1)?;
        let value = whole(count.value).filter(|it| (1..2200).contains(it))?;
        (count.end, value)
    };
    reader
        .is(end, Meaning::YearMark)
        .then_some((end + 1, Some(Year::Of(before + count))))
}
