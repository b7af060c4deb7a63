//! The grammar, by example.

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::{any, prop_assert, prop_oneof, proptest};
use proptest::strategy::Strategy;

use crate::mention::mentions;
use crate::text::Language;

/// Thursday, 14 March 2024.
fn reference() -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(2024, 3, 14)?.and_hms_opt(9, 0, 0)
}

/// Each mention as `words = kind value`, the value as a person reads it.
fn read(text: &str, language: Language) -> Vec<String> {
    mentions(text, language, reference())
        .iter()
        .map(|it| {
            let shown = it.shown().unwrap_or_default();
            format!("{} = {} {shown}", it.range.of(text), it.kind.name())
        })
        .collect()
}

#[track_caller]
fn check(language: Language, rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(&read(text, language), expected, "{text}");
    }
}

#[test]
fn english_amounts_have_their_values() {
    check(
        Language::English,
        &[
            (
                "By noon 512 of the 640 drivers had signed.",
                &[
                    "noon = time 12:00:00",
                    "512 of the 640 = ratio 512 of 640 (80 %)",
                ],
            ),
            (
                "88 out of 110 schools",
                &["88 out of 110 = ratio 88 of 110 (80 %)"],
            ),
            (
                "two thirds of the crew",
                &["two thirds = ratio 2 of 3 (66.7 %)"],
            ),
            ("a fall of 12.5 percent", &["12.5 percent = percent 12.5 %"]),
            (
                "a US$3.2 billion loan",
                &["US$3.2 billion = money USD 3,200,000,000"],
            ),
            (
                "worth 40 million euros",
                &["40 million euros = money EUR 40,000,000"],
            ),
            ("a 30-km march", &["30-km = unit 30 km"]),
            ("a 57-year-old baker", &["57-year-old = age 57 years old"]),
            ("twenty-seven ships", &["twenty-seven = number 27"]),
            ("the twenty-first attempt", &["twenty-first = ordinal 21"]),
            ("within 36 hours", &["36 hours = duration 36 h"]),
            ("a COVID-19 ward and an F-16", &[]),
        ],
    );
}

#[test]
fn english_times_lean_on_the_reference() {
    check(
        Language::English,
        &[
            ("on 3 February 2021", &["3 February 2021 = date 2021-02-03"]),
            ("on December 28", &["December 28 = date 2023-12-28"]),
            ("on Thursday", &["Thursday = date 2024-03-14"]),
            ("on Friday", &["Friday = date 2024-03-08"]),
            ("came yesterday", &["yesterday = date 2024-03-13"]),
            ("in 1987", &["1987 = date 1987"]),
            ("we may march on", &[]),
        ],
    );
}

#[test]
fn chinese_amounts_have_their_values() {
    check(
        Language::TraditionalChinese,
        &[
            (
                "640名司機里有512人簽名",
                &["640名司機里有512人 = ratio 512 of 640 (80 %)"],
            ),
            (
                "三百名教師中有六十人",
                &["三百名教師中有六十人 = ratio 60 of 300 (20 %)"],
            ),
            ("三分之二的船員", &["三分之二 = ratio 2 of 3 (66.7 %)"]),
            ("百分之四十五", &["百分之四十五 = percent 45 %"]),
            ("約七成", &["七成 = percent 70 %"]),
            ("32億美元", &["32億美元 = money USD 3,200,000,000"]),
            ("兩萬五千人", &["兩萬五千 = number 25,000"]),
            ("第二十一次", &["第二十一 = ordinal 21"]),
            ("57歲", &["57歲 = age 57 years old"]),
            ("二十多歲", &["二十多歲 = age 20 years old"]),
            (
                "六至十二歲",
                &["六 = number 6", "十二歲 = age 12 years old"],
            ),
            ("負百分之六", &["負百分之六 = percent -6 %"]),
            ("三到五成", &["三 = number 3", "五成 = percent 50 %"]),
            ("八兩", &["八兩 = unit 8 Liang"]),
            ("三兩個人", &["三兩 = number "]),
            ("90後和9·21", &[]),
            ("36小時", &["36小時 = duration 36 h"]),
            ("十分高興，一樣統一，萬一", &[]),
        ],
    );
}

#[test]
fn chinese_times_lean_on_the_reference() {
    check(
        Language::SimplifiedChinese,
        &[
            ("2021年2月3日", &["2021年2月3日 = date 2021-02-03"]),
            (
                "二〇二一年二月三日",
                &["二〇二一年二月三日 = date 2021-02-03"],
            ),
            ("12月28日", &["12月28日 = date 2023-12-28"]),
            ("周五", &["周五 = date 2024-03-08"]),
            ("昨天", &["昨天 = date 2024-03-13"]),
        ],
    );
}

#[test]
fn other_languages_get_what_falls_out_of_their_tables() {
    check(
        Language::German,
        &[(
            "3,5 Millionen Euro",
            &["3,5 Millionen Euro = money EUR 3,500,000"],
        )],
    );
    check(
        Language::Spanish,
        &[(
            "el 3 de febrero de 2021",
            &["3 de febrero de 2021 = date 2021-02-03"],
        )],
    );
    check(
        Language::French,
        &[("12,5 %", &["12,5 % = percent 12.5 %"])],
    );
    check(
        Language::Japanese,
        &[("36億円", &["36億円 = money JPY 3,600,000,000"])],
    );
}

fn tangle() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<char>().prop_map(String::from),
        proptest::sample::select(vec![
            "743",
            "of",
            "the",
            "770",
            "名",
            "員工",
            "里有",
            "人",
            "百分之",
            "三",
            "萬",
            "億",
            "點",
            "半",
            "月",
            "日",
            "年",
            "第",
            "May",
            "20th",
            "$",
            "billion",
            "-",
            "/",
            ".",
            ":",
            ",",
            " ",
            "half",
            "and",
            "a",
            "years",
            "old",
            "ago",
            "last",
            "week",
            "上",
            "週五",
            "p.m.",
            "２０",
            "％",
            "one",
            "hundred",
            "point",
            "0",
            "99999999999999999999",
            "½",
            "^",
            "e-4",
            "x10^",
            "12,34,567",
            "over",
            "dozen",
            "fifths",
            "MUSD",
            "%",
            "打",
            "廿",
            "數",
            "又",
            "分 之",
            "元",
            "角",
            "折",
            "\u{a0}",
            "\n",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(pieces, 0..40).prop_map(|it| it.concat())
}

#[test]
fn points_that_open_no_fraction_are_passed_by() {
    for language in Language::ALL {
        assert!(read(" .5.5. .", language).len() < 4, "{language:?}");
        assert!(read("-.5 .25.", language).len() < 4, "{language:?}");
    }
}

proptest! {
    #[test]
    fn mentions_stand_in_order_apart_and_inside_the_text(text in tangle()) {
        for language in Language::ALL {
            let mut last = 0;
            for it in mentions(&text, language, reference()) {
                let _ = it.shown();
                prop_assert!(it.range.start.0 >= last && it.range.start < it.range.end);
                prop_assert!(text.get(it.range.as_range()).is_some());
                last = it.range.end.0;
            }
        }
    }
}

#[test]
fn english_times_are_made_of_times() {
    check(
        Language::English,
        &[
            ("due in two weeks", &["in two weeks = date 2024-03-28"]),
            (
                "three days after Easter",
                &["three days after Easter = date 2024-04-03"],
            ),
            ("since 2011", &["since 2011 = range from 2011-01-01"]),
            (
                "until last week",
                &["last week = date 2024-03-04 to 2024-03-11"],
            ),
            (
                "early 2015",
                &["early 2015 = date 2015-01-01 to 2015-07-01"],
            ),
            (
                "the first Friday of June",
                &["the first Friday of June = date 2024-06-07"],
            ),
            (
                "9 a.m. on 5 May 2020",
                &["9 a.m. on 5 May 2020 = date 2020-05-05 09:00:00"],
            ),
            ("23/Sep/2020", &["23/Sep/2020 = date 2020-09-23"]),
            ("May twenty-nine", &["May twenty-nine = date 2024-05-29"]),
            ("half past seven", &["half past seven = time 07:30:00"]),
            ("7 in the evening", &["7 in the evening = time 19:00:00"]),
            ("5 to 6 pm", &["5 to 6 pm = range 17:00:00 to 18:00:00"]),
            ("several weeks", &["several weeks = duration 3 weeks"]),
            (
                "an hour and a half",
                &["an hour and a half = duration 1.5 h"],
            ),
            (
                "the last three years",
                &["the last three years = range 2021-03-14 to 2024-03-14"],
            ),
        ],
    );
}
