//! Chinese times, by example.

use chrono::NaiveDate;

use crate::mention::mentions;
use crate::text::Language;

/// Each mention as `words = kind value`, on Thursday, 14 March 2024.
fn read(text: &str) -> Vec<String> {
    let now = NaiveDate::from_ymd_opt(2024, 3, 14).and_then(|it| it.and_hms_opt(9, 0, 0));
    mentions(text, Language::TraditionalChinese, now)
        .iter()
        .map(|it| {
            let value = it.value.as_deref().or(it.iso.as_deref()).unwrap_or("?");
            format!("{} = {} {value}", it.range.of(text), it.kind.name())
        })
        .collect()
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(&read(text), expected, "{text}");
    }
}

#[test]
fn a_chinese_date_is_narrowed_by_what_stands_behind_it() {
    check(&[
        ("船廠去年底停工", &["去年底 = date 2023-07-01/2024-01-01"]),
        ("2月中旬", &["2月中旬 = range 2024-02-11/2024-02-21"]),
        ("二月下旬", &["二月下旬 = range 2024-02-21/2024-03-01"]),
        (
            "2019年上半年的產量",
            &["2019年上半年 = range 2019-01-01/2019-07-01"],
        ),
        ("今年第三季", &["今年第三季 = range 2024-07-01/2024-10-01"]),
        ("第三季的劇本", &["第三 = ordinal 3"]),
        (
            "五月的第二個星期二",
            &["五月的第二個星期二 = date 2024-05-14"],
        ),
        (
            "2022年的最後兩個月",
            &["2022年的最後兩個月 = range 2022-11-01/2023-01-01"],
        ),
        ("明年元旦", &["明年元旦 = date 2025-01-01"]),
        (
            "上世紀60年代",
            &["上世紀60年代 = range 1960-01-01/1970-01-01"],
        ),
        ("3月初步完成", &["3月 = date 2024-03-01/2024-04-01"]),
    ]);
}

#[test]
fn chinese_years_are_counted_from_an_accession() {
    check(&[
        (
            "民國七十六年",
            &["民國七十六年 = date 1987-01-01/1988-01-01"],
        ),
        ("112年6月3日", &["112年6月3日 = date 2023-06-03"]),
        ("光緒元年", &["光緒元年 = date 1875-01-01/1876-01-01"]),
        ("有112年了", &["112年 = duration P112Y"]),
    ]);
}

#[test]
fn chinese_hours_belong_to_the_part_of_the_day() {
    check(&[
        ("今晚八點半開會", &["今晚八點半 = date 2024-03-14 20:30:00"]),
        ("下午三點一刻", &["下午三點一刻 = time 15:15:00"]),
        ("晚上一點", &["晚上一點 = time 01:00:00"]),
        ("中午一點", &["中午一點 = time 13:00:00"]),
        ("早上六點零五", &["早上六點零五 = time 06:05:00"]),
        ("昨天七點", &["昨天七點 = date 2024-03-13 07:00:00"]),
        ("他講了三點", &["三 = number 3"]),
        ("每週三開會", &[]),
    ]);
}

#[test]
fn dates_in_figures_are_told_from_fractions() {
    check(&[
        ("2018.4.27", &["2018.4.27 = date 2018-04-27"]),
        ("2/17開學", &["2/17 = date 2024-02-17"]),
        ("2/3的人", &["2/3 = ratio 2/3"]),
    ]);
}

#[test]
fn dates_of_the_moon_are_told_in_the_calendar_of_the_world() {
    check(&[
        ("春節", &["春節 = date 2024-02-10"]),
        ("去年中秋節", &["去年中秋節 = date 2023-09-29"]),
        ("除夕夜", &["除夕夜 = date 2024-02-09"]),
        ("2021年清明節", &["2021年清明節 = date 2021-04-04"]),
        ("農曆八月十五", &["農曆八月十五 = date 2023-09-29"]),
        ("2020年閏四月初一", &["2020年閏四月初一 = date 2020-05-23"]),
        (
            "農曆二〇一四年三月初八",
            &["農曆二〇一四年三月初八 = date 2014-04-07"],
        ),
        ("去年臘月廿三", &["去年臘月廿三 = date 2024-02-02"]),
        ("正月", &["正月 = range 2024-02-10/2024-03-10"]),
        // 初 belongs to what stands before it.
        ("三月初一名船員", &["三月初 = date 2024-03-01/2024-03-16"]),
        ("年初一次會議", &["年初 = date 2024-01-01/2024-07-01"]),
    ]);
}

#[test]
fn feasts_that_begin_with_a_numeral_stay_out_of_numbers() {
    check(&[
        ("五一假期", &["五一假期 = date 2024-05-01"]),
        ("一九五一年", &["一九五一年 = date 1951-01-01/1952-01-01"]),
        ("五一二", &["五一二 = number 512"]),
    ]);
}

#[test]
fn quarters_halves_and_seasons_lean_on_their_year() {
    check(&[
        ("前三季度", &["前三季度 = range 2024-01-01/2024-10-01"]),
        (
            "2022年前兩個季度",
            &["2022年前兩個季度 = range 2022-01-01/2022-07-01"],
        ),
        ("上個半年", &["上個半年 = range 2023-07-01/2024-01-01"]),
        ("去年夏天", &["去年夏天 = date 2023-SU"]),
        ("週末", &["週末 = date 2024-03-16/2024-03-18"]),
    ]);
}

#[test]
fn a_year_may_have_two_digits_and_a_length_may_look_like_one() {
    check(&[
        ("08年", &["08年 = date 2008-01-01/2009-01-01"]),
        ("八九年", &["八九年 = date 1989-01-01/1990-01-01"]),
        ("五六年八月", &["五六年八月 = date 1956-08-01/1956-09-01"]),
        ("兩三年", &["兩三年 = duration ?"]),
        ("五六年沒下雨", &["五六年 = duration ?"]),
        ("12-11-10", &["12-11-10 = date 2012-11-10"]),
        ("去年本月九日", &["去年本月九日 = date 2023-03-09"]),
    ]);
}

#[test]
fn the_number_of_a_door_is_no_day() {
    check(&[
        ("住在12號樓", &["12 = number 12"]),
        ("火星2號探測器", &["2 = number 2"]),
        ("船於12號抵達", &["12號 = date 2024-03-12"]),
        (
            "12號晚上",
            &["12號晚上 = date 2024-03-12 16:00:00/2024-03-12 20:00:00"],
        ),
        ("12日抵達", &["12日 = date 2024-03-12"]),
    ]);
}

#[test]
fn an_hour_may_be_told_from_either_side() {
    check(&[
        ("八點差五分", &["八點差五分 = time 07:55:00"]),
        ("差一刻九點", &["差一刻九點 = time 08:45:00"]),
        ("晚上十二點", &["晚上十二點 = time 24:00:00"]),
        ("凌晨十二點半", &["凌晨十二點半 = time 00:30:00"]),
        ("零點", &["零點 = time 00:00:00"]),
        ("零點六", &["零點六 = number 0.6"]),
        (
            "昨天的早上",
            &["昨天的早上 = date 2024-03-13 08:00:00/2024-03-13 12:00:00"],
        ),
        (
            "兩天前的晚上",
            &["兩天前的晚上 = date 2024-03-12 16:00:00/2024-03-12 20:00:00"],
        ),
    ]);
}

#[test]
fn lengths_have_their_halves_and_minutes() {
    check(&[
        ("6分20秒", &["6分20秒 = duration PT6M20S"]),
        ("五分半鐘", &["五分半鐘 = duration PT5.5M"]),
        ("個半小時", &["個半小時 = duration PT1.5H"]),
        ("三年零兩個月", &["三年零兩個月 = duration P3Y2M"]),
        ("考了九十分", &["九十 = number 90"]),
    ]);
}
