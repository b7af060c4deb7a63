//! Stretches of time and times made of times, by example.

use chrono::NaiveDate;

use crate::mention::{MentionKind, mentions};
use crate::text::Language;

/// The only mention of `text` on Thursday, 14 March 2024, 9 o'clock: its kind,
/// its words and its value.
fn read(text: &str, language: Language) -> (MentionKind, String, String) {
    let now = NaiveDate::from_ymd_opt(2024, 3, 14).and_then(|it| it.and_hms_opt(9, 0, 0));
    let found = mentions(text, language, now);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    let value = found[0].value.clone().unwrap_or_default();
    (found[0].kind, found[0].range.of(text).to_owned(), value)
}

#[track_caller]
fn check_as(language: Language, kind: MentionKind, rows: &[(&str, &str, &str)]) {
    for (text, words, value) in rows {
        let expected = (kind, (*words).to_owned(), (*value).to_owned());
        assert_eq!(read(text, language), expected, "{text}");
    }
}

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    check_as(Language::TraditionalChinese, MentionKind::Range, rows);
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
        ("2022年3至5月", "2022年3至5月", "2022-03-01/2022-05-01"),
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

#[test]
fn the_ends_of_an_english_stretch_may_share_a_month_or_a_year() {
    check_as(
        Language::English,
        MentionKind::Range,
        &[
            (
                "on March 5-7, 2020",
                "March 5-7, 2020",
                "2020-03-05/2020-03-07",
            ),
            (
                "the 4 to 9 April fair",
                "4 to 9 April",
                "2024-04-04/2024-04-09",
            ),
            (
                "from 3 until 12 of June",
                "from 3 until 12 of June",
                "2024-06-03/2024-06-12",
            ),
            ("open Jan-Feb 2021", "Jan-Feb 2021", "2021-01-01/2021-02-01"),
            (
                "closed May to March",
                "May to March",
                "2024-05-01/2025-03-01",
            ),
            (
                "between 4 and 22 next month",
                "between 4 and 22 next month",
                "2024-04-04/2024-04-22",
            ),
        ],
    );
}

#[test]
fn english_stretches_are_named_in_many_ways() {
    check_as(
        Language::English,
        MentionKind::Range,
        &[
            ("in 2018 Q3", "2018 Q3", "2018-07-01/2018-10-01"),
            ("in 2018-H2", "2018-H2", "2018-07-01/2019-01-01"),
            ("sold in 2012 or later", "2012 or later", "2012-01-01/"),
            (
                "the rest of the year",
                "the rest of the year",
                "2024-03-14/2024-12-31",
            ),
            ("in the seventies", "the seventies", "1970-01-01/1980-01-01"),
            ("the 6 past weeks", "6 past weeks", "2024-02-01/2024-03-14"),
        ],
    );
}

#[test]
fn english_days_are_told_by_their_place() {
    check_as(
        Language::English,
        MentionKind::Date,
        &[
            ("on Saturday at 5", "Saturday at 5", "2024-03-09 05:00:00"),
            ("this coming Friday", "this coming Friday", "2024-03-15"),
            ("last Christmas", "last Christmas", "2023-12-25"),
            (
                "the 15th day of next month",
                "the 15th day of next month",
                "2024-04-15",
            ),
            ("4/22", "4/22", "2024-04-22"),
            (
                "two hours from now",
                "two hours from now",
                "2024-03-14 11:00:00",
            ),
            ("nineteen seventy-two", "nineteen seventy-two", "1972"),
            ("July 9th of 1998", "July 9th of 1998", "1998-07-09"),
        ],
    );
}

#[test]
fn a_chinese_stretch_of_weekdays_runs_forward() {
    check(&[
        ("週一至週五", "週一至週五", "2024-03-11/2024-03-15"),
        ("週六到週日", "週六到週日", "2024-03-09/2024-03-10"),
        (
            "自3月5日起至3月9日止",
            "自3月5日起至3月9日止",
            "2024-03-05/2024-03-09",
        ),
        ("截至3月底", "截至3月底", "/2024-03-31"),
        ("年底之前", "年底之前", "/2024-12-31"),
        ("早於2012年", "早於2012年", "/2012-01-01"),
        ("三月到五月", "三月到五月", "2024-03-01/2024-05-01"),
        ("晚上八點到十二點", "晚上八點到十二點", "20:00:00/24:00:00"),
    ]);
}
