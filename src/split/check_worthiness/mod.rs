//! How much a claim deserves checking, with reasons a person can read.
//!
//! A sum of hand-set weights: what can be looked up (figures, shares, changes,
//! deeds, names) speaks for checking, what cannot (questions, opinions,
//! promises, forecasts, courtesies) against it. The weights are round numbers
//! in `cue.rs`; the words of each language stand in a table of their own.

mod arabic;
mod chinese;
mod cue;
mod english;
mod french;
mod future;
mod german;
mod neutral;
mod spanish;
mod words;

use crate::split::check_worthiness::cue::{Cue, Tally};
use crate::text::Language;

/// How much a claim deserves checking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckWorthiness {
    /// From 0 (not at all) to 1.
    pub score: f64,
    /// What was found, the weightiest first.
    pub signals: Vec<Signal>,
}

/// One thing that speaks for or against checking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signal {
    /// What was found, in words for a person: "a ratio", "a forecast".
    pub reason: &'static str,
    /// Above 0 for checking, below 0 against it.
    pub weight: f64,
}

/// Where a text without any cue stands, before squashing: below the middle,
/// since most sentences are nothing to check.
const BASE: f64 = -1.5;
/// The highest score of a promise or a forecast: a figure of the future cannot
/// be looked up yet, so it never ranks among the facts.
const FUTURE_CEILING: f64 = 0.3;

/// Ranks one sentence or claim. Linear in its length.
pub fn check_worthiness(text: &str, language: Language) -> CheckWorthiness {
    let mut tally = Tally::default();
    let lower = text.to_ascii_lowercase();
    neutral::count(text, language, &mut tally);
    words::count(&lower, language, &mut tally);
    let future = future_without_a_source(&lower, language, &mut tally);
    let mut signals: Vec<Signal> = Cue::ALL
        .into_iter()
        .filter(|cue| tally.has(*cue))
        .map(|cue| Signal {
            reason: cue.reason(),
            weight: cue.weight(tally.of(cue)),
        })
        .collect();
    let sum: f64 = signals.iter().map(|it| it.weight).sum();
    let squashed = 1.0 / (1.0 + (-(BASE + sum)).exp());
    signals.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    CheckWorthiness {
        // Scaled, not cut off, so that promises still rank among themselves.
        score: if future {
            squashed * FUTURE_CEILING
        } else {
            squashed
        },
        signals,
    }
}

/// Tells a promise or a forecast from plain future talk. One that somebody
/// else is said to have made can be checked: it was said, or it was not.
fn future_without_a_source(lower: &str, language: Language, tally: &mut Tally) -> bool {
    let figures = [
        Cue::Figure,
        Cue::Percent,
        Cue::Money,
        Cue::NumberWord,
        Cue::Ratio,
    ];
    let concrete = figures.into_iter().any(|cue| tally.has(cue));
    // Some languages' verbs tell who promises: "haremos".
    let own = [Cue::FirstPerson, Cue::We, Cue::Promise];
    let own = own.into_iter().any(|cue| tally.has(cue));
    tally.replace(Cue::Promise, Cue::Future);
    let told = !tally.has(Cue::Future) || !concrete || tally.has(Cue::Reporting);
    if told || !future::holds_the_figures(lower, language) {
        return false;
    }
    tally.replace(Cue::Future, if own { Cue::Promise } else { Cue::Forecast });
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(text: &str, language: Language) -> f64 {
        check_worthiness(text, language).score
    }

    fn reasons(text: &str, language: Language) -> Vec<&'static str> {
        let found = check_worthiness(text, language);
        found.signals.iter().map(|it| it.reason).collect()
    }

    #[test]
    fn a_fact_with_figures_ranks_above_talk_in_every_language() {
        let cases = [
            (
                Language::English,
                "Unemployment in Ohio fell by 12 percent last year.",
                "Thank you, and I hope we can all agree on that.",
            ),
            (
                Language::Spanish,
                "El paro bajó un 12 % en Sevilla el año pasado.",
                "Muchas gracias a todos, ojalá podamos seguir así.",
            ),
            (
                Language::French,
                "Le chômage a baissé de 12 % à Lyon en 2019.",
                "Merci à tous, je crois que nous devons continuer.",
            ),
            (
                Language::German,
                "Die Zahl der Arbeitslosen sank 2019 um 12 Prozent.",
                "Danke, ich finde das wirklich sehr schön von euch.",
            ),
            (
                Language::TraditionalChinese,
                "該市失業率去年下降了12%，為十年來最低。",
                "謝謝大家，我覺得我們應該繼續努力。",
            ),
            (
                Language::SimplifiedChinese,
                "该市失业率去年下降了12%，为十年来最低。",
                "谢谢大家，我觉得我们应该继续努力。",
            ),
            (
                Language::Arabic,
                "انخفضت البطالة بنسبة ١٢٪ في عام ٢٠١٩.",
                "كيف حالكم؟",
            ),
        ];
        for (language, fact, talk) in cases {
            let (fact, talk) = (score(fact, language), score(talk, language));
            assert!(fact > 0.5 && talk < 0.4, "{language:?}: {fact} {talk}");
        }
    }

    #[test]
    fn a_promise_with_a_number_stays_below_the_facts() {
        let text = "We will create 500 jobs and I will cut taxes by 20 percent.";
        assert!(score(text, Language::English) <= FUTURE_CEILING);
        assert!(reasons(text, Language::English).contains(&"a promise"));
    }

    #[test]
    fn promises_and_forecasts_with_a_number_never_rank_among_the_facts() {
        let table = [
            (
                Language::English,
                "We will build 300 homes in Ravenport by 2030.",
                "a promise",
            ),
            (
                Language::English,
                "The port will lose 40 percent of its ferries.",
                "a forecast",
            ),
            (
                Language::Spanish,
                "Vamos a construir 300 casas en Sevilla.",
                "a promise",
            ),
            (
                Language::French,
                "Nous allons construire 300 logements à Lyon.",
                "a promise",
            ),
            (
                Language::German,
                "Wir werden in Kiel 300 Wohnungen bauen.",
                "a promise",
            ),
            (
                Language::TraditionalChinese,
                "我們將在港口興建300間住宅。",
                "a promise",
            ),
            (
                Language::SimplifiedChinese,
                "明年渔获量将减少40%。",
                "a forecast",
            ),
        ];
        for (language, text, reason) in table {
            let found = reasons(text, language);
            assert!(found.contains(&reason), "{text}: {found:?}");
            assert!(score(text, language) <= FUTURE_CEILING, "{text}");
            let fact = "Unemployment fell by 12 percent in Ohio last year.";
            assert!(score(text, language) < score(fact, Language::English));
        }
    }

    #[test]
    fn a_forecast_is_called_one_unless_somebody_is_said_to_have_made_it() {
        let own = "Prices will rise by 5 percent.";
        assert!(reasons(own, Language::English).contains(&"a forecast"));
        let told = "The central bank said prices will rise by 5 percent.";
        assert!(!reasons(told, Language::English).contains(&"a forecast"));
    }

    #[test]
    fn a_figure_told_as_done_is_no_forecast_though_the_future_is_spoken_of() {
        let facts = [
            "Unemployment fell by 12 percent in May, and we will see what comes.",
            "The council paid $30 million for the bridge, which will be closed.",
            "I will tell you that 4,000 letters were destroyed.",
            "Almost all new income is going to the top 1 percent.",
        ];
        for text in facts {
            let found = reasons(text, Language::English);
            let future = found.contains(&"a promise") || found.contains(&"a forecast");
            assert!(!future, "{text}: {found:?}");
        }
        let futures = [
            "By 2030 we will build 300 homes.",
            "The 2017 tax cut will cost $40 million.",
            "Two hundred teachers will be laid off.",
            "If nothing changes, the port will, by our reckoning, lose 40 ferries.",
        ];
        for text in futures {
            assert!(score(text, Language::English) <= FUTURE_CEILING, "{text}");
        }
    }

    #[test]
    fn what_is_said_of_somebody_ranks_above_what_breaks_off() {
        let whole = "She opened the gate for the guests of the mayor.";
        assert!(reasons(whole, Language::English).contains(&"about somebody else"));
        let broken = "She opened the gate for the guests of the...";
        assert!(reasons(broken, Language::English).contains(&"breaks off"));
        assert!(score(whole, Language::English) > score(broken, Language::English));
    }

    #[test]
    fn a_name_or_a_number_that_ends_like_a_deed_is_none() {
        for text in [
            "It lies in the United Kingdom.",
            "One hundred doors are in it.",
        ] {
            let found = reasons(text, Language::English);
            assert!(!found.contains(&"told as done"), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_question_says_that_it_is_one() {
        assert!(reasons("Who paid for it?", Language::English).contains(&"a question"));
        assert!(reasons("誰付的錢？", Language::TraditionalChinese).contains(&"a question"));
    }

    #[test]
    fn a_cue_inside_a_longer_word_is_none() {
        let found = reasons("The willow maybelle shoulders", Language::English);
        assert!(!found.contains(&"about the future"), "{found:?}");
    }

    #[test]
    fn an_arabic_word_is_known_with_what_is_written_on_to_it() {
        let found = reasons("وافق على الضرائب والديون", Language::Arabic);
        assert!(found.contains(&"a matter of public record"), "{found:?}");
        assert!(found.contains(&"a deed"), "{found:?}");
    }

    #[test]
    fn what_stands_in_latin_letters_is_a_name_where_there_are_no_capitals() {
        let found = reasons("وقع زوجك على nafta قبل سنوات", Language::Arabic);
        assert!(found.contains(&"a name"), "{found:?}");
    }

    proptest! {
        #[test]
        fn any_text_has_a_score_between_0_and_1(text in "\\PC*") {
            for language in Language::ALL {
                let found = check_worthiness(&text, language);
                prop_assert!((0.0..=1.0).contains(&found.score));
            }
        }
    }
}
