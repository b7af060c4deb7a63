//! What splitting promises for any text whatever: no panic, and every range in
//! order, inside the text, on the boundaries of characters.

use proptest::collection::vec;
use proptest::prelude::*;
use redpencil::mention::mentions;
use redpencil::split::{InsideQuotations, check_worthiness, quotations, sentences, split};
use redpencil::text::{Article, ByteRange, Language};

/// Pieces that readers of text stumble over: quotation marks that do not pair,
/// figures that go on, marks that join or turn, and words that cues look for.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "「",
    "」",
    "『",
    "』",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "（",
    "）",
    "(",
    ")",
    "[",
    "]",
    "。",
    "！",
    "？",
    "；",
    "：",
    "，",
    "、",
    ".",
    "!",
    "?",
    ";",
    ":",
    ",",
    "…",
    "——",
    "–",
    "-",
    "/",
    "%",
    "％",
    "$",
    "€",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    ":-)",
    "http://a.example/b?c=d",
    "01/02/2003 03:17 AM",
    "_____",
    "【",
    "】",
    "〔",
    "LISBON (AP) — ",
    "北京1月5日电",
    "(Reporting by ",
    "（編輯：",
    " which had gone on for years and\n",
    "港務局昨天宣布將在五月之前關閉舊碼頭\n",
    "\u{a0}",
    "\u{3000}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
    "e\u{301}",
    "👩‍👩‍👧",
    "🇹🇼",
    "𠮷",
    "0",
    "7",
    "1,000",
    "1.5",
    "2024-02-30",
    "12:61",
    "999999999999999999999",
    "三",
    "百",
    "億",
    "十分",
    "百分之",
    "第",
    "分之",
    "九成",
    "٣",
    "½",
    "Ⅷ",
    "１２",
    "said",
    "Mr.",
    "U.S.",
    "e.g.",
    "not only",
    "of the",
    "according to",
    "million",
    "Nov. 31",
    "he",
    "dijo",
    "sagte",
    "selon",
    "表示",
    "指出",
    "稱",
    "他",
    "不僅",
    "而且",
    "公司",
    "Sam Altman",
    "言った",
    "か",
    "قال",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "[a-zA-Z]{1,8} ",
        1 => "\\PC{1,4}",
        1 => any::<char>().prop_map(String::from),
        1 => (proptest::sample::select(PIECES), 2..40_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn language() -> impl Strategy<Value = Language> {
    proptest::sample::select(&Language::ALL[..])
}

/// Each range lies in `text` on characters' boundaries, and none starts before
/// the one ahead of it.
fn in_order(text: &str, ranges: impl IntoIterator<Item = ByteRange>) {
    let mut last = 0;
    for range in ranges {
        let words = range.of(text);
        let start = words.as_ptr() as usize - text.as_ptr() as usize;
        assert!(start >= last, "{start} after {last} in {text:?}");
        last = start;
    }
}

fn hold_the_laws(text: &str, language: Language) {
    for inside in [InsideQuotations::Cut, InsideQuotations::Keep] {
        in_order(text, sentences(text, language, inside));
    }
    in_order(
        text,
        mentions(text, language, None).iter().map(|it| it.range),
    );
    let found = sentences(text, language, InsideQuotations::Cut);
    let quoted = quotations(text, language, &found);
    in_order(text, quoted.iter().map(|it| it.range));
    for quotation in &quoted {
        in_order(text, quotation.parts.iter().copied());
        in_order(text, quotation.speaker);
        in_order(text, quotation.cue);
    }
    let cuts = split(&Article::plain(text).in_language(language), None);
    in_order(text, cuts.claims.iter().map(|it| it.range));
    in_order(text, cuts.left_out.iter().map(|it| it.range));
    assert!((0.0..=1.0).contains(&check_worthiness(text, language).score));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_split_in_order_inside_itself(text in text(), language in language()) {
        hold_the_laws(&text, language);
    }
}

#[test]
fn very_long_runs_of_one_thing_are_split_like_any_other_text() {
    for piece in [
        "“",
        "「",
        "7",
        "三",
        "a",
        "…",
        "he said ",
        "\n",
        "他表示",
        ".",
        "1,",
        "👩‍👩‍👧",
        "百分之",
    ] {
        let text = piece.repeat(20_000 / piece.len());
        for language in [
            Language::English,
            Language::TraditionalChinese,
            Language::Undetermined,
        ] {
            hold_the_laws(&text, language);
        }
    }
}
