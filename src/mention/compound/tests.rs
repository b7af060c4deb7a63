//! Chinese stretches of time, by example.

use chrono::NaiveDate;

use crate::mention::{MentionKind, mentions};
use crate::text::Language;

/// The only mention of `text` on Thursday, 14 March 2024, 9 o'clock: its words
/// and its value.
fn read(text: &str) -> (String, String) {
    let now = NaiveDate::from_ymd_opt(2024, 3, 14).and_then(|it| it.and_hms_opt(9, 0, 0));
    let found = mentions(text, Language::TraditionalChinese, now);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    assert_eq!(found[0].kind, MentionKind::Range, "{text}");
    let value = found[0].value.clone().unwrap_or_default();
    (found[0].range.of(text).to_owned(), value)
}

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    for (text, words, value) in rows {
        assert_eq!(
            read(text),
            ((*words).to_owned(), (*value).to_owned()),
            "{text}"
        );
    }
}

#[test]
fn the_second_end_of_a_chinese_stretch_leans_on_the_first() {
    check(&[
        (
            "4月28日至5月2日",
            "4月28日至5月2日",
            "2024-04-28/2024-05-02",
        ),
        (
            "工期從一月九日到十一日",
            "從一月九日到十一日",
            "2024-01-09/2024-01-11",
        ),
        (
            "2021年12月30日-1月2日停航",
            "2021年12月30日-1月2日",
            "2021-12-30/2022-01-02",
        ),
        (
            "明天下午兩點到四點",
            "明天下午兩點到四點",
            "2024-03-15 14:00:00/2024-03-15 16:00:00",
        ),
        (
            "2月3日和5日之間",
            "2月3日和5日之間",
            "2024-02-03/2024-02-05",
        ),
    ]);
}

#[test]
fn two_ends_may_share_the_mark_behind_the_second() {
    check(&[
        ("2022年3至5月", "2022年3至5月", "2022-03/2022-05"),
        ("6月25至27日", "6月25至27日", "2024-06-25/2024-06-27"),
        ("早上八到十點", "早上八到十點", "08:00:00/10:00:00"),
        ("從2011到2013", "從2011到2013", "2011-01-01/2013-01-01"),
    ]);
}

#[test]
fn one_end_of_a_chinese_stretch_may_be_open() {
    check(&[
        ("2015年以前的船", "2015年以前", "/2015-01-01"),
        ("2月20日起停航", "2月20日起", "2024-02-20/"),
        ("2015年之後", "2015年之後", "2016-01-01/"),
        ("截至下午五時", "截至下午五時", "/17:00:00"),
        ("自2008年以來", "2008年以來", "2008-01-01/"),
    ]);
}

#[test]
fn a_length_may_reach_up_to_now_or_begin_tomorrow() {
    check(&[
        ("過去四年", "過去四年", "2020-03-14/2024-03-14"),
        ("近三個月的產量", "近三個月", "2023-12-14/2024-03-14"),
        ("未來五天", "未來五天", "2024-03-15/2024-03-20"),
    ]);
}
