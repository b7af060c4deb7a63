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
            ("for 36 hours", &["36 hours = duration 36 h"]),
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
                &["last three years = range 2021-03-14 to 2024-03-14"],
            ),
            (
                "within 36 hours",
                &["within 36 hours = range 2024-03-14 09:00:00 to 2024-03-15 21:00:00"],
            ),
            (
                "closed within 3 years of the flood",
                &["3 years = duration 3 years"],
            ),
            (
                "the next 2 quarters",
                &["next 2 quarters = range 2024-04-01 to 2024-10-01"],
            ),
            (
                "the past two decades",
                &["the past two decades = range 2000-01-01 to 2020-01-01"],
            ),
            (
                "the last five months of his term",
                &["five months = duration 5 months"],
            ),
            ("a year ago", &["a year ago = date 2023-03-14"]),
            ("once a year", &[]),
            ("an hour later", &[]),
            ("five hours earlier", &["five = number 5"]),
            (
                "1 year 2 months 3 days ago",
                &["1 year 2 months 3 days ago = date 2023-01-11"],
            ),
            (
                "more than 2 weeks before Easter",
                &["more than 2 weeks before Easter = range until 2024-03-17"],
            ),
            ("more than an hour", &["more than an hour = duration 1 h"]),
            (
                "more than 500 years old",
                &["500 years old = age 500 years old"],
            ),
            (
                "three Sundays from now",
                &["three Sundays from now = date 2024-03-31"],
            ),
            (
                "Tuesday two weeks from now",
                &["Tuesday two weeks from now = date 2024-03-26"],
            ),
        ],
    );
}

#[test]
fn english_times_lean_on_what_runs() {
    check(
        Language::English,
        &[
            (
                "the best score of the month.",
                &["the month = date 2024-03-01 to 2024-04-01"],
            ),
            ("the month he was born", &[]),
            ("Person of the Year.", &[]),
            (
                "less than the year before.",
                &["the year before = date 2023-01-01 to 2024-01-01"],
            ),
            ("the day before the vote", &[]),
            (
                "the week after next",
                &["the week after next = date 2024-03-25 to 2024-04-01"],
            ),
            (
                "down in the year to date",
                &["year to date = date 2024-01-01 to 2024-03-14"],
            ),
            (
                "throughout the weekend,",
                &["weekend = date 2024-03-16 to 2024-03-18"],
            ),
            (
                "later in the year",
                &["later in the year = date 2024-07-01 to 2025-01-01"],
            ),
            (
                "Labor Day weekend",
                &["Labor Day weekend = date 2024-08-31 to 2024-09-03"],
            ),
            (
                "last Black Friday",
                &["last Black Friday = date 2023-11-24"],
            ),
            ("drawn by Johnnie Christmas", &[]),
            ("on the 27th.", &["the 27th = date 2024-03-27"]),
            ("on the 27th floor", &["27th = ordinal 27"]),
            (
                "next 6th of April",
                &["next 6th of April = date 2024-04-06"],
            ),
            (
                "the first 2 weeks of 2021",
                &["the first 2 weeks of 2021 = range 2021-01-04 to 2021-01-18"],
            ),
            (
                "the last three days of May",
                &["the last three days of May = range 2024-05-29 to 2024-06-01"],
            ),
            (
                "last Wednesday and this past Wednesday",
                &[
                    "last Wednesday = date 2024-03-06",
                    "this past Wednesday = date 2024-03-13",
                ],
            ),
            ("year 247", &["year 247 = date 0247"]),
            ("23.04.2022", &["23.04.2022 = date 2022-04-23"]),
            ("report-20170302.html", &["20170302 = date 2017-03-02"]),
            ("$DEC rose", &[]),
        ],
    );
}

#[test]
fn english_hours_have_their_half_of_the_day_and_their_day() {
    check(
        Language::English,
        &[
            ("3.30 p.m.", &["3.30 p.m. = time 15:30:00"]),
            ("12 noon", &["12 noon = time 12:00:00"]),
            ("2 at night", &["2 at night = time 02:00:00"]),
            (
                "three quarters past 9 pm",
                &["three quarters past 9 pm = time 21:45:00"],
            ),
            (
                "in the afternoon at 7",
                &["in the afternoon at 7 = time 19:00:00"],
            ),
            (
                "at lunchtime",
                &["at lunchtime = time 11:00:00 to 13:00:00"],
            ),
            (
                "1 o'clock lunchtime",
                &["1 o'clock lunchtime = time 13:00:00"],
            ),
            (
                "at 2:30 the next day",
                &["2:30 the next day = time 02:30:00"],
            ),
            (
                "Tuesday PM",
                &["Tuesday PM = date 2024-03-12 12:00:00 to 2024-03-12 16:00:00"],
            ),
            (
                "Saturday morning at 9",
                &["Saturday morning at 9 = date 2024-03-09 09:00:00"],
            ),
            (
                "five-thirty tomorrow evening",
                &["five-thirty tomorrow evening = date 2024-03-15 17:30:00"],
            ),
            (
                "2:00 - 2:30 pm",
                &["2:00 - 2:30 pm = range 14:00:00 to 14:30:00"],
            ),
            (
                "from 11 am to 3",
                &["from 11 am to 3 = range 11:00:00 to 15:00:00"],
            ),
            (
                "between 7 and 9:30 last night",
                &[
                    "between 7 and 9:30 last night = range 2024-03-13 19:00:00 to 2024-03-13 21:30:00",
                ],
            ),
            (
                "next Monday morning 6-8",
                &["next Monday morning 6-8 = range 2024-03-18 06:00:00 to 2024-03-18 08:00:00"],
            ),
            (
                "3 pm or later on Monday",
                &["3 pm or later on Monday = range from 2024-03-11 15:00:00"],
            ),
            (
                "after 2016 and before 2018",
                &[
                    "after 2016 = range from 2017-01-01",
                    "before 2018 = range until 2018-01-01",
                ],
            ),
            (
                "26 June to 28 June 2020",
                &["26 June to 28 June 2020 = range 2020-06-26 to 2020-06-28"],
            ),
            (
                "Daily 08:00 - 20:00",
                &["08:00 - 20:00 = range 08:00:00 to 20:00:00"],
            ),
            (
                "more than three weeks ago",
                &["more than three weeks ago = range until 2024-02-22"],
            ),
            ("rose from 9 to 10", &["9 = number 9", "10 = number 10"]),
            (
                "letters from 1790 to 1801",
                &["1790 to 1801 = range 1,790 to 1,801"],
            ),
        ],
    );
}

#[test]
fn english_ages_may_stand_behind_their_noun() {
    check(
        Language::English,
        &[
            (
                "at the age of four months",
                &["age of four months = age 4 months old"],
            ),
            ("an age of reason", &[]),
        ],
    );
}
