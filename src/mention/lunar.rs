//! The Chinese lunar calendar: the day of 八月十五 or 正月初一 in the calendar that
//! the world keeps.

use chrono::{Days, NaiveDate};

/// The first year of [`YEARS`].
const FIRST: i32 = 1901;

/// One lunar year after another, 1901 to 2098: bits 0 to 12 say which months, in
/// their order and with the leap month among them, have 30 days and not 29; bits
/// 13 to 16 name the month that the leap month repeats, 0 where there is none;
/// bits 17 and up count the days from 1 January to New Year's Day.
///
/// As the Hong Kong Observatory prints them, computed for 120° east; the packages
/// `lunardate` and `LunarCalendar` agree on all but six months of the 2,448, and
/// for those the hour of the new moon decided.
#[rustfmt::skip]
const YEARS: [u32; 198] = [
    0x620752, 0x4C0EA5, 0x38B64A, 0x5C064B, 0x440A9B, 0x309556, 0x56056A, 0x400B59,
    0x2A5752, 0x500752, 0x3ADB25, 0x600B25, 0x480A4B, 0x32B4AB, 0x5802AD, 0x42056B,
    0x2C4B69, 0x520DA9, 0x3EFD92, 0x640E92, 0x4C0D25, 0x36BA4D, 0x5C0A56, 0x4602B6,
    0x2E95B5, 0x5606D4, 0x400EA9, 0x2C5E92, 0x500E92, 0x3ACD26, 0x5E052B, 0x480A57,
    0x32B2B6, 0x580B5A, 0x4406D4, 0x2E6EC9, 0x520749, 0x3CF693, 0x620A93, 0x4C052B,
    0x34CA5B, 0x5A0AAD, 0x46056A, 0x309B55, 0x560BA4, 0x400B49, 0x2A5A93, 0x500A95,
    0x38F52D, 0x5E0536, 0x480AAD, 0x34B5AA, 0x5805B2, 0x420DA5, 0x2E7D4A, 0x540D4A,
    0x3D0A95, 0x600A97, 0x4C0556, 0x36CAB5, 0x5A0AD5, 0x4606D2, 0x308EA5, 0x560EA5,
    0x40064A, 0x286C97, 0x4E0A9B, 0x3AF55A, 0x5E056A, 0x480B69, 0x34B752, 0x5A0B52,
    0x420B25, 0x2C964B, 0x520A4B, 0x3D14AB, 0x6002AD, 0x4A056D, 0x36CB69, 0x5C0DA9,
    0x460D92, 0x309D25, 0x560D25, 0x415A4D, 0x640A56, 0x4E02B6, 0x38C5B5, 0x5E06D5,
    0x480EA9, 0x34BE92, 0x5A0E92, 0x440D26, 0x2C6A56, 0x500A57, 0x3D14D6, 0x62035A,
    0x4A06D5, 0x36B6C9, 0x5C0749, 0x460693, 0x2E952B, 0x54052B, 0x3E0A5B, 0x2A555A,
    0x4E056A, 0x38FB55, 0x600BA4, 0x4A0B49, 0x32BA93, 0x580A95, 0x42052D, 0x2C8AAD,
    0x500AB5, 0x3D35AA, 0x6205D2, 0x4C0DA5, 0x36DD4A, 0x5C0D4A, 0x460C95, 0x30952E,
    0x540556, 0x3E0AB5, 0x2A55B2, 0x5006D2, 0x38CEA5, 0x5E0725, 0x48064B, 0x32AC97,
    0x560CAB, 0x42055A, 0x2C6AD6, 0x520B69, 0x3D7752, 0x620B52, 0x4C0B25, 0x36DA4B,
    0x5A0A4B, 0x4404AB, 0x2EA55B, 0x5405AD, 0x3E0B6A, 0x2A5B52, 0x500D92, 0x3AFD25,
    0x5E0D25, 0x480A55, 0x32B4AD, 0x5804B6, 0x4005B5, 0x2C6DAA, 0x520EC9, 0x3F1E92,
    0x620E92, 0x4C0D26, 0x36CA56, 0x5A0A57, 0x4404D6, 0x2E86D5, 0x540755, 0x400749,
    0x286E93, 0x4E0693, 0x38F52B, 0x5E052B, 0x460A5B, 0x32B55A, 0x58056A, 0x420B65,
    0x2C974A, 0x520B4A, 0x3D1A95, 0x620A95, 0x4A052D, 0x34CAAD, 0x5A0AB5, 0x4605AA,
    0x2E8BA5, 0x540DA5, 0x400D4A, 0x2A7C95, 0x4E0C96, 0x38F94E, 0x5E0556, 0x480AB5,
    0x32B5B2, 0x5806D2, 0x420EA5, 0x2E8E4A, 0x50064B, 0x3B0C97, 0x6004AB, 0x4A055B,
    0x34CAD6, 0x5A0B6A, 0x460752, 0x309725, 0x540B25, 0x3E0A8B,
];

/// Days of the shorter kind of month.
const SHORT_MONTH: u32 = 29;

/// A month of the lunar year: its number from 1, and whether it is the leap month
/// of that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LunarMonth {
    pub(super) number: u32,
    pub(super) leap: bool,
}

impl LunarMonth {
    pub(super) const fn plain(number: u32) -> Self {
        let leap = false;
        Self { number, leap }
    }
}

/// The first day of the month in the lunar year that begins in `year`, and how
/// many days the month has. Nothing where the year has no such month, or lies
/// outside 1901 to 2098.
pub(super) fn month(year: i32, month: LunarMonth) -> Option<(NaiveDate, u32)> {
    let code = *YEARS.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
    let leap = code >> 13 & 0xF;
    if month.leap && month.number != leap || !(1..=12).contains(&month.number) {
        return None;
    }
    let behind_leap = month.leap || leap > 0 && month.number > leap;
    let place = month.number - 1 + u32::from(behind_leap);
    let length = |at: u32| SHORT_MONTH + (code >> at & 1);
    let before: u32 = (0..place).map(length).sum();
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?
        .checked_add_days(Days::new(u64::from((code >> 17) + before)))?;
    Some((first, length(place)))
}

/// The day of the lunar date, its year the one in which it begins.
pub(super) fn day(year: i32, of: LunarMonth, day: u32) -> Option<NaiveDate> {
    let (first, days) = month(year, of)?;
    let behind = day.checked_sub(1).filter(|it| *it < days)?;
    first.checked_add_days(Days::new(u64::from(behind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn feasts_fall_on_the_days_that_calendars_print() {
        for (year, month, of_month, expected) in [
            (1949, 1, 1, date(1949, 1, 29)),
            (2000, 1, 1, date(2000, 2, 5)),
            (2017, 8, 15, date(2017, 10, 4)),
            (2020, 5, 5, date(2020, 6, 25)),
            (2020, 8, 15, date(2020, 10, 1)),
            (2023, 1, 15, date(2023, 2, 5)),
            (2024, 9, 9, date(2024, 10, 11)),
            (2023, 12, 30, date(2024, 2, 9)),
            (2033, 12, 1, date(2034, 1, 20)),
        ] {
            assert_eq!(
                day(year, LunarMonth::plain(month), of_month),
                expected,
                "{year}-{month}"
            );
        }
    }

    #[test]
    fn a_leap_month_stands_behind_the_month_that_it_repeats() {
        let leap = |number| LunarMonth { number, leap: true };
        assert_eq!(day(2023, leap(2), 1), date(2023, 3, 22));
        assert_eq!(day(2023, LunarMonth::plain(3), 1), date(2023, 4, 20));
        assert_eq!(day(2023, leap(3), 1), None);
        assert_eq!(day(2024, LunarMonth::plain(12), 30), None);
        assert_eq!(day(1800, LunarMonth::plain(1), 1), None);
    }

    #[test]
    fn every_year_ends_where_the_next_begins() {
        for year in FIRST..FIRST + 197 {
            let leap = LunarMonth {
                number: 12,
                leap: true,
            };
            let (first, days) = month(year, leap)
                .or(month(year, LunarMonth::plain(12)))
                .unwrap();
            let next = first.checked_add_days(Days::new(u64::from(days)));
            assert_eq!(next, day(year + 1, LunarMonth::plain(1), 1), "{year}");
        }
    }
}
