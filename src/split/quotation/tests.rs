//! Sentences with speech in them, and what is found there.

use proptest::prelude::*;

use crate::split::quotation::{SpeechAct, quotations};
use crate::split::{InsideQuotations, sentences};
use crate::text::Language;

/// Each quotation as `words | speaker | cue | kind`.
fn read(text: &str, language: Language) -> Vec<String> {
    let sentences = sentences(text, language, InsideQuotations::Cut);
    quotations(text, language, &sentences)
        .iter()
        .map(|it| {
            let words: Vec<&str> = it.parts.iter().map(|part| part.of(text)).collect();
            let speaker = it.speaker.map_or("", |it| it.of(text));
            let cue = it.cue.map_or("", |it| it.of(text));
            format!(
                "{} | {speaker} | {cue} | {}",
                words.join(" … "),
                it.kind.name()
            )
        })
        .collect()
}

#[test]
fn nobody_speaks_in_a_dateline_or_a_credit() {
    use Language::{English, SimplifiedChinese, TraditionalChinese};
    let table: &[(&str, Language, &[&str])] = &[
        (
            "LISBON (AP) — The council said the pier was safe.",
            English,
            &["the pier was safe | The council | said | indirect"],
        ),
        (
            "新华社北京1月5日电（记者林一帆）港务局表示，码头将在五月开放。",
            SimplifiedChinese,
            &["码头将在五月开放 | 港务局 | 表示 | indirect"],
        ),
        (
            "（中央社記者林一帆台北5日電）港務局表示，碼頭將在五月開放。",
            TraditionalChinese,
            &["碼頭將在五月開放 | 港務局 | 表示 | indirect"],
        ),
        ("Photo: “The pier is safe again,” Ana Ruiz", English, &[]),
        ("圖：港務局表示安全", TraditionalChinese, &[]),
    ];
    for (text, language, expected) in table {
        assert_eq!(read(text, *language), *expected, "{text}");
    }
}

#[test]
fn english_speech_is_found_with_speaker_and_cue() {
    let table: &[(&str, &[&str])] = &[
        (
            "“The pier is safe,” the harbour master said. “We checked it twice.”",
            &[
                "“The pier is safe,” | the harbour master | said | direct",
                "“We checked it twice.” | the harbour master | said | direct",
            ],
        ),
        (
            "\"Nobody was hurt,\" said a spokeswoman for the port.",
            &["\"Nobody was hurt,\" | a spokeswoman for the port | said | direct"],
        ),
        (
            "The council said that the bridge would reopen in May.",
            &["that the bridge would reopen in May | The council | said | indirect"],
        ),
        (
            "Ruiz, a lawyer for the crew, said the letter was “a bluff”.",
            &["the letter was “a bluff” | Ruiz | said | mixed"],
        ),
        (
            "According to the union, 212 people have signed.",
            &["212 people have signed | the union | According to | indirect"],
        ),
        (
            "The pier, she said, would close in May.",
            &["The pier … would close in May | she | said | indirect"],
        ),
        (
            "Asked about the pier, Ruiz said: “It is safe.”",
            &[
                "the pier |  | Asked | indirect",
                "“It is safe.” | Ruiz | said | direct",
            ],
        ),
        (
            "“Is it safe?” Mr Berg asked.",
            &["“Is it safe?” | Mr Berg | asked | direct"],
        ),
        (
            "“We never slept.” — Ana Ruiz",
            &["“We never slept.” | Ana Ruiz | — | direct"],
        ),
        (
            "Berg, whom she called “a fox,” said nothing was lost.",
            &[
                "“a fox,” | she | called | direct",
                "nothing was lost | Berg | said | indirect",
            ],
        ),
        ("The film “Low Tide” opened on Friday.", &[]),
        ("The 27\" screen is 6'2\" away from the door.", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, Language::English), *expected, "{text}");
    }
}

#[test]
fn chinese_speech_is_found_in_both_scripts() {
    let table: &[(&str, &[&str])] = &[
        (
            "港務局5日宣布，碼頭將在五月關閉。",
            &["碼頭將在五月關閉 | 港務局 | 宣布 | indirect"],
        ),
        (
            "港務局長林文雄昨天表示，碼頭將在五月重新開放。",
            &["碼頭將在五月重新開放 | 港務局長林文雄 | 表示 | indirect"],
        ),
        (
            "港务局长林文雄昨天表示，码头将在五月重新开放。",
            &["码头将在五月重新开放 | 港务局长林文雄 | 表示 | indirect"],
        ),
        (
            "工會主席陳麗華在記者會上說：「我們不會退讓。」",
            &["「我們不會退讓。」 | 工會主席陳麗華 | 說 | direct"],
        ),
        (
            "「沒有人受傷，」她說，「船也沒事。」",
            &["「沒有人受傷，」 … 「船也沒事。」 | 她 | 說 | direct"],
        ),
        (
            "據市政府的統計，去年有三百人搬走。",
            &["去年有三百人搬走 | 市政府的統計 | 據 | indirect"],
        ),
        (
            "他指出，新規定「完全沒有必要」，也無法執行。",
            &["新規定「完全沒有必要」，也無法執行 | 他 | 指出 | mixed"],
        ),
        (
            "他告訴記者，船隊已經出發。",
            &["船隊已經出發 | 他 | 告訴 | indirect"],
        ),
        ("這本小說名稱很長，指數也上升了。", &[]),
        ("電影「退潮」週五上映。", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, Language::detect(text)), *expected, "{text}");
    }
}

#[test]
fn german_french_and_spanish_speech_is_found() {
    let table: &[(Language, &str, &[&str])] = &[
        (
            Language::German,
            "„Der Kai ist sicher“, sagte der Hafenmeister am Montag.",
            &["„Der Kai ist sicher“ | der Hafenmeister | sagte | direct"],
        ),
        (
            Language::German,
            "Die Werft erklärte, dass niemand verletzt worden sei.",
            &["dass niemand verletzt worden sei | Die Werft | erklärte | indirect"],
        ),
        (
            Language::German,
            "Am Montag sagte Anna Ruiz: „Wir haben genug gewartet.“",
            &["„Wir haben genug gewartet.“ | Anna Ruiz | sagte | direct"],
        ),
        (
            Language::German,
            "Nach Angaben der Polizei wurde niemand verletzt.",
            &["wurde niemand verletzt | der Polizei | Nach Angaben | indirect"],
        ),
        (
            Language::German,
            "Der Film „Ebbe im Mai“ läuft seit Freitag.",
            &[],
        ),
        (
            Language::French,
            "« Le quai est sûr », a déclaré la capitaine du port.",
            &["« Le quai est sûr » | la capitaine du port | déclaré | direct"],
        ),
        (
            Language::French,
            "Selon la police, personne n'a été blessé.",
            &["personne n'a été blessé | la police | Selon | indirect"],
        ),
        (
            Language::Spanish,
            "El alcalde afirmó que el puente abrirá en mayo.",
            &["que el puente abrirá en mayo | El alcalde | afirmó | indirect"],
        ),
        (
            Language::Spanish,
            "«El muelle es seguro», dijo Ana Ruiz.",
            &["«El muelle es seguro» | Ana Ruiz | dijo | direct"],
        ),
    ];
    for (language, text, expected) in table {
        assert_eq!(read(text, *language), *expected, "{text}");
    }
}

/// Each quotation as `words | name`, the name as resolved.
fn names(text: &str, language: Language) -> Vec<String> {
    let sentences = sentences(text, language, InsideQuotations::Cut);
    quotations(text, language, &sentences)
        .iter()
        .map(|it| {
            let name = it.speaker_name.as_deref().unwrap_or("");
            format!("{} | {name}", it.range.of(text))
        })
        .collect()
}

#[test]
fn a_quotation_of_several_paragraphs_keeps_its_speaker() {
    let text = "Ana Ruiz said: “We counted twice.\n\n“Nobody was missing.\n\n“That is all.”";
    assert_eq!(
        names(text, Language::English),
        [
            "“We counted twice. | ",
            "“Nobody was missing. | Ana Ruiz",
            "“That is all.” | Ana Ruiz",
        ]
    );
}

#[test]
fn a_mark_that_is_never_closed_ends_with_its_paragraph() {
    let text = "He called it “a bluff.\nThe pier is “safe”.";
    assert!(
        names(text, Language::English)
            .iter()
            .all(|it| !it.contains("safe"))
    );
}

#[test]
fn pronouns_and_short_names_are_resolved_where_that_is_safe() {
    let table: &[(&str, &[&str])] = &[
        (
            "Ana Ruiz said the pier was safe. “We looked,” she said.",
            &["the pier was safe | ", "“We looked,” | Ana Ruiz"],
        ),
        (
            "Ana Ruiz runs the port. Ruiz said that it was full.",
            &["that it was full | Ana Ruiz"],
        ),
        // Two who spoke in one paragraph: either may be meant.
        (
            "Ana Ruiz said it was full. Tom Berg said it was empty.\n“It leaks,” he said.",
            &["it was full | ", "it was empty | ", "“It leaks,” | "],
        ),
        // One of the two has been called Miss.
        (
            "Miss Ruiz said it was full. Sir Berg said it was empty.\n“It leaks,” she said.",
            &["it was full | ", "it was empty | ", "“It leaks,” | Ruiz"],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(names(text, Language::English), *expected, "{text}");
    }
}

#[test]
fn a_sentence_without_an_end_is_read_in_pieces() {
    for unit in [
        "」說「",
        "他說",
        "據，說",
        "“he said, ",
        "he said \"x\" ",
        "「",
        "sagte „x“ ",
    ] {
        let text = unit.repeat(9_000 / unit.len());
        for language in [
            Language::TraditionalChinese,
            Language::English,
            Language::German,
        ] {
            for it in read(&text, language) {
                assert!(!it.is_empty());
            }
        }
    }
}

#[test]
fn speech_is_told_from_thought_and_from_positions() {
    let table = [
        ("Ruiz said that the port was full.", SpeechAct::Said),
        ("According to Ruiz, the port is full.", SpeechAct::Said),
        ("Ruiz believes that the port is full.", SpeechAct::Thought),
        ("Ruiz supports the new port.", SpeechAct::TookPosition),
        ("林文雄表示，港口已經滿了。", SpeechAct::Said),
        ("林文雄認為，港口已經滿了。", SpeechAct::Thought),
        ("市政府計劃擴建港口。", SpeechAct::TookPosition),
    ];
    for (text, act) in table {
        let language = Language::detect(text);
        let sentences = sentences(text, language, InsideQuotations::Cut);
        let found = quotations(text, language, &sentences);
        assert_eq!(found.first().map(|it| it.act), Some(act), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_ranges_inside_it_in_order(
        text in "(?s)([“”„\"'‘’«»「」『』：:，,.。 \n]|said|according to|he|Ruiz|說|表示|據|sagte|.){0,60}",
        language in proptest::sample::select(Language::ALL.to_vec()),
    ) {
        let sentences = sentences(&text, language, InsideQuotations::Cut);
        let found = quotations(&text, language, &sentences);
        prop_assert!(found.is_sorted_by_key(|it| it.range.start));
        for it in found {
            let ranges = [Some(it.range), it.speaker, it.cue];
            for range in ranges.into_iter().flatten().chain(it.parts.iter().copied()) {
                prop_assert!(text.get(range.as_range()).is_some_and(|it| !it.is_empty()));
            }
            prop_assert!(it.parts.iter().all(|part| it.range.contains(*part)));
        }
    }
}
