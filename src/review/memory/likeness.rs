//! When two claims state the same: rather too seldom than too often, since what
//! is shown as known is easily believed.

use std::collections::HashSet;

use crate::review::memory::facts::{Facts, Figure};

/// What two claims have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Same {
    /// The words.
    Words,
    /// A quotation, word for word.
    Quotation,
    /// A figure and what it counts.
    Figure(String),
    /// A name and what is said of it.
    Name(String),
}

impl Same {
    /// What it is, for a person: `figure 212 of 230 (92.2 %)`.
    pub fn told(&self) -> String {
        match self {
            Self::Words => "same words".to_owned(),
            Self::Quotation => "same quotation".to_owned(),
            Self::Figure(figure) => format!("same figure {figure}"),
            Self::Name(name) => format!("same name {name}"),
        }
    }
}

/// Least likeness of the words of two claims that state the same (Dice's measure
/// over pairs of letters). Chinese is denser: one name is a tenth of a claim.
const ALIKE: f64 = 0.8;
const ALIKE_HAN: f64 = 0.9;

/// The same where both say which office somebody of the same name holds.
const ALIKE_OF_ROLE: f64 = 0.6;

/// Pairs of Han characters that may differ: a particle more or less makes three. A
/// word of Latin script that differs may be "approved" and "rejected".
const TOPICS_OTHERWISE_HAN: usize = 3;

/// What `one` and `other` have in common, the surest first; nothing where they
/// state different things.
pub(super) fn same(one: &Facts, other: &Facts) -> Option<Same> {
    if one.letters == other.letters && !one.letters.is_empty() {
        // A time that leans on the day of publication is another one there.
        return (one.values == other.values).then_some(Same::Words);
    }
    if one
        .quotations
        .iter()
        .any(|it| other.quotations.contains(it))
    {
        return Some(Same::Quotation);
    }
    if let Some(figure) = shared_figure(one, other) {
        return Some(Same::Figure(figure));
    }
    if one.values != other.values || one.negations != other.negations {
        return None;
    }
    let alike = alike(&one.letters, &other.letters);
    let (least, otherwise) = if one.is_han || other.is_han {
        (ALIKE_HAN, TOPICS_OTHERWISE_HAN)
    } else {
        (ALIKE, 0)
    };
    let shared = one.topics.shared(&other.topics).count();
    let differing = one.topics.count() + other.topics.count() - 2 * shared;
    let has_same_topics = differing <= otherwise;
    if alike >= least && has_same_topics && one.capitals == other.capitals {
        return Some(Same::Words);
    }
    // Which office it is counts, whether somebody "became" or "is" what they are.
    let name = one.names.iter().find(|it| other.names.contains(it))?;
    let is_role = one.is_role && other.is_role && one.capitals == other.capitals;
    (is_role && alike >= ALIKE_OF_ROLE).then(|| Same::Name(name.clone()))
}

/// A figure of both that counts the same.
fn shared_figure(one: &Facts, other: &Facts) -> Option<String> {
    let is_same = |it: &&Figure| {
        let twins = other.figures.iter().filter(|twin| twin.key == it.key);
        twins
            .into_iter()
            .any(|twin| counts_the_same(one, it, other, twin))
    };
    one.figures.iter().find(is_same).map(|it| it.shown.clone())
}

/// Topics that two claims of the same figure share at least: one word of Latin
/// script says more than two Han characters.
const TOPICS_TELLING: (usize, usize) = (1, 2);
const TOPICS: (usize, usize) = (2, 4);

fn counts_the_same(one: &Facts, figure: &Figure, other: &Facts, twin: &Figure) -> bool {
    let shared = one.topics.shared(&other.topics);
    let mut count = shared.count();
    let (least, least_han) = if figure.is_telling {
        // "212 of 230" in another language has no word in common.
        if one.is_han != other.is_han {
            return figure.key.starts_with("ratio");
        }
        TOPICS_TELLING
    } else {
        if figure.nouns.shared(&twin.nouns).count() == 0 {
            return false;
        }
        // What it counts is the figure's own, and says nothing more.
        count -= shared.shared(&figure.nouns).count();
        TOPICS
    };
    count >= if one.is_han { least_han } else { least }
}

/// Dice's measure over pairs of neighbouring letters, from 0 to 1.
fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    let shared = one.intersection(&other).count();
    // A claim has some thousand letters at most.
    let count = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    2.0 * count(shared) / count(all)
}

fn pairs(letters: &str) -> HashSet<(char, char)> {
    letters.chars().zip(letters.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn told(one: &str, other: &str) -> Option<String> {
        let facts = |text: &str| {
            let is_han = text.chars().any(|it| matches!(it, '\u{4E00}'..='\u{9FFF}'));
            let language = if is_han {
                Language::TraditionalChinese
            } else {
                Language::English
            };
            Facts {
                is_role: text.contains("chair") || text.contains("主席"),
                ..Facts::of(text, "", language, None)
            }
        };
        same(&facts(one), &facts(other)).map(|it| it.told())
    }

    #[test]
    fn the_same_fact_is_known_again() {
        let table = [
            (
                "212 of the 230 people on the payroll signed the letter",
                "By Monday 212 of 230 employees had signed the open letter",
                "same figure 212 of 230 (92.2 %)",
            ),
            (
                "212 of the 230 people on the payroll signed the letter",
                "港務局230名員工裡有212人簽了名",
                "same figure 212 of 230 (92.2 %)",
            ),
            (
                "港務局現有230名員工裡有212人在聯名信上簽了名",
                "港务局230名员工中有212人签名",
                "same figure 212 of 230 (92.2 %)",
            ),
            (
                "The port handled 4.21 million tonnes last year",
                "Last year 4.21 million tonnes went through the port",
                "same figure 4,210,000",
            ),
            (
                "The chair said: “We will not answer such letters.”",
                "“We will not answer such letters,” Lin Yi-chun told reporters",
                "same quotation",
            ),
            (
                "理事會主席林怡君週日表示：“我們不會回應。”",
                "“我们不会回应”，林怡君说",
                "same quotation",
            ),
            (
                "The council met for six hours at the town hall",
                "The council met at the town hall for six hours",
                "same words",
            ),
            ("理事會當天開了會", "理事会当天开了会", "same words"),
            (
                "In 2019 Ms Lin Yi-chun was made chair of the Port Council",
                "In 2019 Ms Lin Yi-chun became chair of the Port Council",
                "same name ms lin yi-chun",
            ),
            (
                "8 % more passengers used the ferry terminal",
                "the ferry terminal had 8 % more passengers",
                "same figure 8 %",
            ),
        ];
        for (one, other, expected) in table {
            let told = told(one, other);
            assert!(
                told.as_deref().is_some_and(|it| it.starts_with(expected)),
                "{one} / {other}: {told:?}"
            );
            assert!(self::told(other, one).is_some(), "{other} / {one}");
        }
    }

    #[test]
    fn what_only_looks_alike_is_not() {
        let table = [
            ("212 of 230 employees signed", "213 of 230 employees signed"),
            (
                "The council met on Sunday",
                "The council did not meet on Sunday",
            ),
            (
                "The port handled 8 % more than in 2022",
                "Rents rose by 8 % in 2022",
            ),
            ("It cost $10 billion", "The bank lost $10 billion"),
            ("It rained for 3 days", "The strike lasts 3 days"),
            ("理事會主席林怡君表示同意", "理事會主席陳志明表示同意"),
            (
                "Ana Ruiz leads the port council",
                "Ben Holt leads the port council",
            ),
            ("The vote is on 15 March", "The vote is on 16 March"),
            (
                "The harbour council approved the plan for the ferry terminal on Sunday",
                "The harbour council rejected the plan for the ferry terminal on Sunday",
            ),
            (
                "“Never again,” he said",
                "“Never again,” the film is called",
            ),
            ("in 2022 the port grew", "in 2022 the rents fell"),
        ];
        for (one, other) in table {
            assert_eq!(told(one, other), None, "{one} / {other}");
        }
    }
}
