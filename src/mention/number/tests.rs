//! Numbers and shares, by example.

use crate::mention::mentions;
use crate::text::Language;

/// Each mention of `text` as its words and its value, a dash where it is open.
fn read(text: &str, language: Language) -> Vec<String> {
    mentions(text, language, None)
        .iter()
        .map(|it| {
            let value = it.value.as_deref().unwrap_or("-");
            format!("{} {}: {value}", it.kind.name(), it.range.of(text))
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
fn english_figures_take_their_multipliers() {
    check(
        Language::English,
        &[
            ("sold 18 500 seats", &["number 18 500: 18500"]),
            (
                "in 2019 300 rowers came",
                &["date 2019: 2019", "number 300: 300"],
            ),
            (
                "on May 4 300 rowers came",
                &["date May 4: -", "number 300: 300"],
            ),
            ("12,34,567 voters", &["number 12,34,567: 1234567"]),
            (
                "3 crore 20 lakh voters",
                &["number 3 crore 20 lakh: 32000000"],
            ),
            (
                "some 40k bees and 2.5M ants",
                &["number 40k: 40000", "number 2.5M: 2500000"],
            ),
            ("three dozens of eggs", &["number three dozens: 36"]),
            ("the 747s of B2 and the F-16", &[]),
            ("3½ of 7 jars", &["ratio 3½ of 7: 3.5/7"]),
            ("10 1/2 barrows", &["number 10 1/2: 10.5"]),
            (
                "in 2020 1/4 of them",
                &["date 2020: 2020", "ratio 1/4: 1/4"],
            ),
        ],
    );
}

#[test]
fn english_words_name_parts_and_sums() {
    check(
        Language::English,
        &[
            ("half a million geese", &["number half a million: 500000"]),
            (
                "a quarter million geese",
                &["number a quarter million: 250000"],
            ),
            ("half-dozen geese", &["number half-dozen: 6"]),
            (
                "two million and a half",
                &["number two million and a half: 2500000"],
            ),
            (
                "two and a half million",
                &["number two and a half million: 2500000"],
            ),
            (
                "one billion and a half million",
                &["number one billion and a half million: 1000500000"],
            ),
            (
                "four and three quarters",
                &["number four and three quarters: 4.75"],
            ),
            (
                "one hundred and three quarters",
                &["number one hundred and three quarters: 100.75"],
            ),
            (
                "six hundred and eight",
                &["number six hundred and eight: 608"],
            ),
            ("three twenty-fifths", &["ratio three twenty-fifths: 3/25"]),
            (
                "one one hundred and fifth",
                &["ratio one one hundred and fifth: 1/105"],
            ),
            (
                "two hundred thirty-fifths",
                &["ratio two hundred thirty-fifths: 200/35"],
            ),
            (
                "two hundred and thirty fifths",
                &["ratio two hundred and thirty fifths: 230/5"],
            ),
            ("five - eighths", &["ratio five - eighths: 5/8"]),
            ("one over seven.", &["ratio one over seven: 1/7"]),
            (
                "six over the seven seats",
                &["number six: 6", "number seven: 7"],
            ),
            (
                "two thirds of a million",
                &["ratio two thirds of a million: 666666.666666667"],
            ),
            ("half of all voters", &["ratio half: 1/2"]),
            ("more than half of its fleet", &["ratio half: 1/2"]),
            ("half of the quarter", &[]),
            ("the second half of the match", &["ordinal second: 2"]),
            ("on behalf of all", &[]),
        ],
    );
}

#[test]
fn one_is_a_number_unless_it_stands_for_a_name() {
    check(
        Language::English,
        &[
            ("one boat sank", &["number one: 1"]),
            ("not one of them", &["number one: 1"]),
            (
                "one of the ten oldest",
                &["number one: 1", "number ten: 10"],
            ),
            ("this one", &[]),
            ("the newer one.", &[]),
            ("one must ask", &[]),
            ("one's own", &[]),
            ("asked if one wants to", &[]),
        ],
    );
}

#[test]
fn the_ends_of_a_stretch_share_their_scale() {
    check(
        Language::English,
        &[
            (
                "4 to 6 million geese",
                &["range 4 to 6 million: [4000000,6000000)"],
            ),
            (
                "between 4 and 6 million",
                &["range 4 and 6 million: [4000000,6000000)"],
            ),
            (
                "800 to 3 million",
                &["range 800 to 3 million: [800,3000000)"],
            ),
        ],
    );
    check(
        Language::TraditionalChinese,
        &[
            ("三至五萬株", &["range 三至五萬: [30000,50000)"]),
            ("兩百到三百萬株", &["range 兩百到三百萬: [2000000,3000000)"]),
            ("三十到五百株", &["range 三十到五百: [30,500)"]),
        ],
    );
}

#[test]
fn letters_behind_a_figure_are_read_by_what_follows() {
    check(
        Language::English,
        &[
            ("5.6m people", &["number 5.6m: 5600000"]),
            ("2.4m homes", &["number 2.4m: 2400000"]),
            ("a 5.6m wall", &["unit 5.6m: 5.6"]),
            ("the 400m hurdles", &["unit 400m: 400"]),
            ("a 5G mast", &[]),
            (
                "+1 202 555 0123",
                &[
                    "number 1: 1",
                    "number 202: 202",
                    "number 555: 555",
                    "number 0123: 123",
                ],
            ),
            ("one in every six", &["ratio one in every six: 1/6"]),
            ("open 24/7", &[]),
        ],
    );
}

#[test]
fn labels_and_names_are_no_numbers() {
    check(
        Language::English,
        &[
            (
                "2. Methods\n3.1. Samples\n7 of 9 held",
                &["ratio 7 of 9: 7/9"],
            ),
            (
                "- 12 ships\n- 1,200\n",
                &["number 12: 12", "number - 1,200: -1200"],
            ),
            ("a high-five for X-15 and id_77", &[]),
            ("an all-time low of 12.", &["number 12: 12"]),
        ],
    );
}

#[test]
fn chinese_numbers_that_are_open_have_no_value() {
    check(
        Language::TraditionalChinese,
        &[
            ("數百萬株", &["number 數百萬: -"]),
            ("幾十家", &["number 幾十: -"]),
            ("上百個", &["number 上百: -"]),
            ("二三十個", &["number 二三十: -"]),
            ("一兩個", &["number 一兩: -"]),
            ("七八成", &["percent 七八成: -"]),
            ("八九折", &["percent 八九折: 89"]),
            ("數萬人", &["number 數萬: -"]),
            ("近萬名", &["number 萬: 10000"]),
            ("萬餘株", &["number 萬餘: 10000"]),
            ("參軍，參與，十之八九，百分百", &[]),
            ("參佰萬", &["number 參佰萬: 3000000"]),
            ("300多所", &["number 300多: 300"]),
            ("十幾人", &["number 十幾: 10"]),
            ("人數百人", &["number 百: 100"]),
            ("廿三個", &["number 廿三: 23"]),
        ],
    );
}

#[test]
fn a_lone_chinese_numeral_is_a_number_only_where_it_stands_as_one() {
    check(
        Language::TraditionalChinese,
        &[
            ("答案是七。", &["number 七: 7"]),
            ("排名前五的城", &["number 五: 5"]),
            ("亨利八世登基", &[]),
            ("拾起一片葉", &[]),
            ("二打雞蛋和十打鴨蛋", &["number 十打: 120"]),
            ("一打開門", &[]),
            ("倆人", &["number 倆: 2"]),
            ("型號3M45和1135A", &[]),
        ],
    );
}

#[test]
fn chinese_shares_are_read_with_their_signs_and_spaces() {
    check(
        Language::SimplifiedChinese,
        &[
            ("百 分 之 三 十", &["percent 百 分 之 三 十: 30"]),
            ("12 个 百 分 点", &["percent 12 个 百 分 点: 12"]),
            ("百分之15k", &["percent 百分之15k: 15000"]),
            ("千分之四", &["percent 千分之四: 0.4"]),
            ("万分之五", &["percent 万分之五: 0.05"]),
            ("一千分之四", &["ratio 一千分之四: 4/1000"]),
            ("一百分之七", &["ratio 一百分之七: 7/100"]),
            ("负三又四分之一", &["ratio 负三又四分之一: -3.25"]),
            ("负三分之二", &["ratio 负三分之二: -2/3"]),
            ("全部打对折", &["percent 对折: 50"]),
            ("对折这张纸", &[]),
            ("十分之三", &["ratio 十分之三: 3/10"]),
            ("一半员工", &["ratio 一半: 1/2"]),
            ("他的另一半", &[]),
        ],
    );
}

#[test]
fn european_numbers_join_their_tens_and_units() {
    check(
        Language::Spanish,
        &[
            ("cuarenta y seis barcos", &["number cuarenta y seis: 46"]),
            (
                "trescientos ochenta y dos mil barcos",
                &["number trescientos ochenta y dos mil: 382000"],
            ),
            ("el 7.25 % de ellos", &["percent 7.25 %: 7.25"]),
            ("1.250 barcos", &["number 1.250: 1250"]),
            ("dos tercios", &["ratio dos tercios: 2/3"]),
            (
                "seis millones de euros",
                &["money seis millones de euros: 6000000"],
            ),
        ],
    );
    check(
        Language::French,
        &[
            ("vingt et un bateaux", &["number vingt et un: 21"]),
            (
                "quatre-vingt-quatorze",
                &["number quatre-vingt-quatorze: 94"],
            ),
            (
                "3 milliards d'euros",
                &["money 3 milliards d'euros: 3000000000"],
            ),
            ("deux tiers", &["ratio deux tiers: 2/3"]),
        ],
    );
    check(
        Language::German,
        &[
            ("siebenundvierzig Boote", &["number siebenundvierzig: 47"]),
            ("drei Viertel", &["ratio drei Viertel: 3/4"]),
            ("/q=a%20b%2F", &[]),
        ],
    );
}

#[test]
fn japanese_minus_and_mixed_fractions_are_read() {
    check(
        Language::Japanese,
        &[
            (
                "答えは二と三分の一",
                &["ratio 二と三分の一: 2.33333333333333"],
            ),
            ("前年比-4%", &["percent -4%: -4"]),
            ("摂氏18度", &["unit 摂氏18度: 18"]),
        ],
    );
}
