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
    0x62_0752, 0x4C_0EA5, 0x38_B64A, 0x5C_064B, 0x44_0A9B, 0x30_9556, 0x56_056A, 0x40_0B59,
    0x2A_5752, 0x50_0752, 0x3A_DB25, 0x60_0B25, 0x48_0A4B, 0x32_B4AB, 0x58_02AD, 0x42_056B,
    0x2C_4B69, 0x52_0DA9, 0x3E_FD92, 0x64_0E92, 0x4C_0D25, 0x36_BA4D, 0x5C_0A56, 0x46_02B6,
    0x2E_95B5, 0x56_06D4, 0x40_0EA9, 0x2C_5E92, 0x50_0E92, 0x3A_CD26, 0x5E_052B, 0x48_0A57,
    0x32_B2B6, 0x58_0B5A, 0x44_06D4, 0x2E_6EC9, 0x52_0749, 0x3C_F693, 0x62_0A93, 0x4C_052B,
    0x34_CA5B, 0x5A_0AAD, 0x46_056A, 0x30_9B55, 0x56_0BA4, 0x40_0B49, 0x2A_5A93, 0x50_0A95,
    0x38_F52D, 0x5E_0536, 0x48_0AAD, 0x34_B5AA, 0x58_05B2, 0x42_0DA5, 0x2E_7D4A, 0x54_0D4A,
    0x3D_0A95, 0x60_0A97, 0x4C_0556, 0x36_CAB5, 0x5A_0AD5, 0x46_06D2, 0x30_8EA5, 0x56_0EA5,
    0x40_064A, 0x28_6C97, 0x4E_0A9B, 0x3A_F55A, 0x5E_056A, 0x48_0B69, 0x34_B752, 0x5A_0B52,
    0x42_0B25, 0x2C_964B, 0x52_0A4B, 0x3D_14AB, 0x60_02AD, 0x4A_056D, 0x36_CB69, 0x5C_0DA9,
    0x46_0D92, 0x30_9D25, 0x56_0D25, 0x41_5A4D, 0x64_0A56, 0x4E_02B6, 0x38_C5B5, 0x5E_06D5,
    0x48_0EA9, 0x34_BE92, 0x5A_0E92, 0x44_0D26, 0x2C_6A56, 0x50_0A57, 0x3D_14D6, 0x62_035A,
    0x4A_06D5, 0x36_B6C9, 0x5C_0749, 0x46_0693, 0x2E_952B, 0x54_052B, 0x3E_0A5B, 0x2A_555A,
    0x4E_056A, 0x38_FB55, 0x60_0BA4, 0x4A_0B49, 0x32_BA93, 0x58_0A95, 0x42_052D, 0x2C_8AAD,
    0x50_0AB5, 0x3D_35AA, 0x62_05D2, 0x4C_0DA5, 0x36_DD4A, 0x5C_0D4A, 0x46_0C95, 0x30_952E,
    0x54_0556, 0x3E_0AB5, 0x2A_55B2, 0x50_06D2, 0x38_CEA5, 0x5E_0725, 0x48_064B, 0x32_AC97,
    0x56_0CAB, 0x42_055A, 0x2C_6AD6, 0x52_0B69, 0x3D_7752, 0x62_0B52, 0x4C_0B25, 0x36_DA4B,
    0x5A_0A4B, 0x44_04AB, 0x2E_A55B, 0x54_05AD, 0x3E_0B6A, 0x2A_5B52, 0x50_0D92, 0x3A_FD25,
    0x5E_0D25, 0x48_0A55, 0x32_B4AD, 0x58_04B6, 0x40_05B5, 0x2C_6DAA, 0x52_0EC9, 0x3F_1E92,
    0x62_0E92, 0x4C_0D26, 0x36_CA56, 0x5A_0A57, 0x44_04D6, 0x2E_86D5, 0x54_0755, 0x40_0749,
    0x28_6E93, 0x4E_0693, 0x38_F52B, 0x5E_052B, 0x46_0A5B, 0x32_B55A, 0x58_056A, 0x42_0B65,
    0x2C_974A, 0x52_0B4A, 0x3D_1A95, 0x62_0A95, 0x4A_052D, 0x34_CAAD, 0x5A_0AB5, 0x46_05AA,
    0x2E_8BA5, 0x54_0DA5, 0x40_0D4A, 0x2A_7C95, 0x4E_0C96, 0x38_F94E, 0x5E_0556, 0x48_0AB5,
    0x32_B5B2, 0x58_06D2, 0x42_0EA5, 0x2E_8E4A, 0x50_064B, 0x3B_0C97, 0x60_04AB, 0x4A_055B,
    0x34_CAD6, 0x5A_0B6A, 0x46_0752, 0x30_9725, 0x54_0B25, 0x3E_0A8B,
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
