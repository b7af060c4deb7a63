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
        ("2月中旬", &["2月中旬 = date 2024-02-11/2024-02-21"]),
        ("二月下旬", &["二月下旬 = date 2024-02-21/2024-03-01"]),
        (
            "2019年上半年的產量",
            &["2019年上半年 = date 2019-01-01/2019-07-01"],
        ),
        ("今年第三季", &["今年第三季 = date 2024-07-01/2024-10-01"]),
        ("第三季的劇本", &["第三 = ordinal 3"]),
        (
            "五月的第二個星期二",
            &["五月的第二個星期二 = date 2024-05-14"],
        ),
        (
            "2022年的最後兩個月",
            &["2022年的最後兩個月 = date 2022-11-01/2023-01-01"],
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
