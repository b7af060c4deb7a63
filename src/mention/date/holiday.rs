//! Holidays and seasons by their names: `Christmas 2019`, `last summer`.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use crate::mention::calendar::{When, month_stretch, nearest_day};
use crate::mention::lexer::Lexeme;
use crate::mention::lunar::{self, LunarMonth};
use crate::mention::reader::Reader;
use crate::mention::stretch::weekday_of;
use crate::mention::words::{Holiday, Meaning};

type Found = (usize, When);

/// Capitalised words before a holiday that make no name of it.
const GREETINGS: [&str; 6] = ["Merry", "Happy", "On", "White", "Orthodox", "For"];

/// The holiday or the season that begins at token `i`, with its year.
pub(super) fn holiday(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let holiday = reader.find(i, |it| match it {
        Meaning::Holiday(holiday) => Some(holiday),
        _ => None,
    });
    match holiday {
        // In Chinese the year stands before its holiday.
        Some(holiday) if reader.unspaced => {
            Some((i + 1, on_holiday(holiday, None, reader.reference)))
        }
        Some(holiday) => (!is_surname(reader, i)).then(|| of_year(reader, i + 1, holiday)),
        None => season(reader, i),
    }
}

fn of_year(reader: &Reader<'_>, end: usize, holiday: Holiday) -> Found {
    let (end, year) = match year_after(reader, end) {
        Some((end, year)) => (end, Some(year)),
        None => (end, None),
    };
    let when = on_holiday(holiday, year, reader.reference);
    // "Labor Day weekend"
    if reader.is(end, Meaning::Weekend) && year.is_none() {
        return (end + 1, weekend_of(&when));
    }
    (end, when)
}

/// The weekend that a holiday makes longer, or the one nearest to it.
fn weekend_of(when: &When) -> When {
    let around = |day: NaiveDate| {
        // From a Thursday on the coming Saturday, else the last one.
        let saturday = match day.weekday().number_from_monday() {
            near @ 4..=6 => day.checked_add_days(Days::new(u64::from(6 - near)))?,
            far => day.checked_sub_days(Days::new(u64::from((far + 1) % 7)))?,
        };
        let monday = saturday.checked_add_days(Days::new(2))?;
        let week = saturday.iso_week();
        let iso = format!("{}-W{:02}-WE", week.year(), week.week());
        let to = day.succ_opt()?.max(monday);
        let is_near = to <= monday.succ_opt()?;
        let (from, to) = if is_near {
            (saturday.min(day), to)
        } else {
            (saturday, monday)
        };
        Some(When::stretch(from, to, iso))
    };
    when.day
        .and_then(around)
        .unwrap_or_else(|| When::open("XXXX-WXX-WE".to_owned()))
}

/// "Johnnie Christmas": the last name of a person.
fn is_surname(reader: &Reader<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|_| reader.spaced(i)) else {
        return false;
    };
    let word = reader.words(before).rsplit(' ').next().unwrap_or_default();
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let name = capital && letters.next().is_some_and(char::is_lowercase);
    name && reader.tokens[before].lexeme == Lexeme::Other
        && !GREETINGS.contains(&word)
        && reader.capital(i)
}

/// The day of a holiday in its year, or in the one nearest to `reference`.
pub(super) fn on_holiday(
    holiday: Holiday,
    year: Option<i32>,
    reference: Option<NaiveDateTime>,
) -> When {
    match (holiday, year) {
        (Holiday::Fixed(month, day), Some(year)) => {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            When::open_day(date, format!("{year:04}-{month:02}-{day:02}"))
        }
        (Holiday::Fixed(month, day), None) => nearest_day(month, day, reference),
        (holiday, year) => {
            let day = match (year, reference) {
                (Some(year), _) => moving(holiday, year),
                (None, None) => None,
                (None, Some(now)) => nearest(now.date(), |year| moving(holiday, year)),
            };
            When::open_day(
                day,
                day.map_or_else(|| "XXXX".to_owned(), |it| it.to_string()),
            )
        }
    }
}

/// `2018`, `of 2018`, `of next year`, `this year`.
fn year_after(reader: &Reader<'_>, end: usize) -> Option<(usize, i32)> {
    let of = usize::from(reader.is(end, Meaning::Of) || reader.sign(end) == Some(','));
    let at = end + of;
    if let Some(figure) = reader.figure(at).filter(|it| it.plain && it.digits == 4) {
        #[expect(clippy::cast_possible_truncation, reason = "four digits")]
        return Some((at + 1, figure.value as i32));
    }
    let by = reader.relative(at)?;
    let is_year = reader.words(at + 1).eq_ignore_ascii_case("year");
    is_year.then_some((at + 2, reader.reference?.year() + by))
}

/// The day nearest to `now` of those that the years round it have.
pub(super) fn nearest(now: NaiveDate, of: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    (now.year() - 1..=now.year() + 1)
        .filter_map(of)
        .min_by_key(|it| (*it - now).num_days().abs())
}

/// A holiday that moves from year to year; the lunar New Year's Eve is the one
/// that falls into `year`.
fn moving(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match holiday {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Holiday::NthWeekday(month, weekday, nth) => {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let ahead = (7 + weekday - first.weekday().number_from_monday()) % 7;
            first.checked_add_days(Days::new(u64::from(ahead + 7 * (nth - 1))))
        }
        Holiday::LastWeekday(month, weekday) => {
            let month = When {
                value: month_stretch(year, month),
                ..When::month(year, month)
            };
            weekday_of(&month, weekday, None)
        }
        Holiday::AfterNth(month, weekday, nth, days) => {
            let from = moving(Holiday::NthWeekday(month, weekday, nth), year)?;
            from.checked_add_signed(chrono::Duration::days(days))
        }
        Holiday::Easter(days) => easter(year)?.checked_add_signed(chrono::Duration::days(days)),
        Holiday::Lunar(month, day) => lunar::day(year, LunarMonth::plain(month), day),
        Holiday::LunarEve => lunar::day(year, LunarMonth::plain(1), 1)?.pred_opt(),
        Holiday::Qingming => NaiveDate::from_ymd_opt(year, 4, qingming(year)?),
    }
}

/// The day of April on which the sun reaches 15° of its way from the spring
/// equinox, at 120° east: the rule of thumb that Chinese almanacs give for the
/// 20th and the 21st century.
fn qingming(year: i32) -> Option<u32> {
    let offset = match year {
        1901..=2000 => 55_900,
        2001..=2099 => 48_100,
        _ => return None,
    };
    let of_century = (year - 1) % 100 + 1;
    u32::try_from((of_century * 2_422 + offset) / 10_000 - of_century / 4).ok()
}

/// Easter Sunday in the Gregorian calendar, by the rule that J. Meeus prints in
/// "Astronomical Algorithms" (1991), chapter 8.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let leap = (century / 4, century % 4);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap.0 - correction + 15) % 30;
    let weekday = (32 + 2 * leap.1 + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

/// `last summer`, `the summer of 2016`, `winter 2019`: a name without exact days.
fn season(reader: &Reader<'_>, i: usize) -> Option<Found> {
    let code = |at: usize| {
        reader.find(at, |it| match it {
            Meaning::Season(code) => Some(code),
            _ => None,
        })
    };
    if let Some(by) = reader.relative(i) {
        let code = code(i + 1)?;
        let year = reader.reference?.year() + by;
        return Some((i + 2, When::open(format!("{year:04}-{code}"))));
    }
    let code = code(i)?;
    let (end, year) = year_after(reader, i + 1)?;
    Some((end, When::open(format!("{year:04}-{code}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qingming_falls_on_the_days_that_almanacs_print() {
        for (year, day) in [(1976, 4), (1990, 5), (2008, 4), (2023, 5), (2024, 4)] {
            assert_eq!(qingming(year), Some(day), "{year}");
        }
    }

    #[test]
    fn easter_falls_on_the_days_that_almanacs_print() {
        for (year, month, day) in [
            (1961, 4, 2),
            (2000, 4, 23),
            (2018, 4, 1),
            (2024, 3, 31),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }
}
