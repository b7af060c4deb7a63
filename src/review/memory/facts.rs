//! What a claim states that can be recognised elsewhere: figures, quotations,
//! names, and its words.

use std::collections::HashSet;

use chrono::NaiveDateTime;

use crate::mention::{Mention, MentionKind, mentions};
use crate::review::memory::hash;
use crate::text::{Language, fold};

/// What can be recognised of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Its letters and figures, folded, without spaces and marks.
    pub(super) letters: String,
    /// The figures that may be looked up by themselves.
    pub(super) figures: Vec<Figure>,
    /// Every value there is, times included: one hash for all, as the next three.
    pub(super) values: u64,
    /// What stands in quotation marks, where it is long enough to be known again.
    pub(super) quotations: Vec<u64>,
    /// Names of several words in Latin script, folded.
    pub(super) names: Vec<String>,
    /// Words with a capital that begin no sentence.
    pub(super) capitals: u64,
    /// Words that turn a statement round.
    pub(super) negations: usize,
    /// What it is about: longer words, pairs of Han characters.
    pub(super) topics: Topics,
    /// Whether it is written in Han characters.
    pub(super) is_han: bool,
    /// Whether it says which office somebody holds.
    pub(super) is_role: bool,
}

/// Words as hashes, sorted: very many claims are remembered, and these are all that
/// is asked of their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Topics(Vec<u64>);

impl Topics {
    fn of(words: &HashSet<String>) -> Self {
        let mut hashes: Vec<u64> = words.iter().map(hash).collect();
        hashes.sort_unstable();
        Self(hashes)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Those that stand in both.
    pub(super) fn shared(&self, other: &Self) -> Self {
        let is_shared = |it: &&u64| other.0.binary_search(it).is_ok();
        Self(self.0.iter().filter(is_shared).copied().collect())
    }
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Kind, value and unit: `ratio 743/770`, `money USD 10000000000`.
    pub(super) key: String,
    /// How a person reads it.
    pub(super) shown: String,
    /// Whether few other facts have just this figure.
    pub(super) is_telling: bool,
    /// The words right behind it.
    pub(super) nouns: Topics,
}

impl Facts {
    /// The facts of a claim whose words in the article are `quote`; `wording` may
    /// say more clearly what it is about.
    pub(super) fn of(
        quote: &str,
        wording: &str,
        language: Language,
        reference: Option<NaiveDateTime>,
    ) -> Self {
        let found = mentions(quote, language, reference);
        let mut values: Vec<String> = found.iter().filter_map(key).collect();
        values.sort_unstable();
        let folded = fold(quote);
        let han = folded.chars().filter(|it| is_han(*it)).count();
        let letters: String = folded.chars().filter(|it| it.is_alphanumeric()).collect();
        let mut topics = topics(&folded);
        topics.extend(self::topics(&fold(wording)));
        let topics = Topics::of(&topics);
        let hash_all = |all: &[String]| all.iter().map(hash).collect::<Vec<u64>>();
        let (names, capitals) = names(quote);
        Self {
            figures: found.iter().filter_map(|it| figure(quote, it)).collect(),
            is_han: 2 * han > letters.chars().count(),
            letters,
            values: hash(&values),
            quotations: hash_all(&quotations(quote)),
            names,
            capitals: hash(&capitals),
            negations: negations(&folded),
            topics,
            is_role: false,
        }
    }
}

/// What a mention is worth, as something to compare; none where that is not known.
fn key(mention: &Mention) -> Option<String> {
    let value = mention.value.as_deref().or(mention.iso.as_deref())?;
    let unit = mention.iso.as_deref().or(mention.unit.as_deref());
    let unit = unit.filter(|it| *it != value).unwrap_or_default();
    Some(format!("{} {unit} {value}", mention.kind.name()))
}

/// A mention that says something by itself: not a date, not a place in an order.
fn figure(text: &str, mention: &Mention) -> Option<Figure> {
    let value = mention.value.as_deref().unwrap_or_default();
    let is_telling = match mention.kind {
        MentionKind::Ratio => value.split('/').all(|it| digits(it) >= 2),
        MentionKind::Percent => value.contains('.') && digits(value) >= 2,
        MentionKind::Money | MentionKind::Unit => digits(value) >= 3,
        MentionKind::Number => digits(value) >= 3 && !is_year(value),
        MentionKind::Duration | MentionKind::Age => false,
        MentionKind::Range if !mention.is_time() => false,
        MentionKind::Range | MentionKind::Ordinal | MentionKind::Date | MentionKind::Time => {
            return None;
        }
    };
    let words = mention.range.of(text);
    Some(Figure {
        key: key(mention)?,
        shown: mention.shown().unwrap_or_else(|| words.to_owned()),
        is_telling,
        nouns: Topics::of(&nouns(&text[mention.range.end.0..])),
    })
}

/// Digits that tell something: zeros at the end only tell how large it is.
fn digits(value: &str) -> usize {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').len()
}

/// Any four digits round our time are a year as often as not.
fn is_year(value: &str) -> bool {
    value
        .parse::<u32>()
        .is_ok_and(|it| (1800..2100).contains(&it))
}

/// Han characters and Latin words behind a figure that say what it counts.
const NOUN_HAN: usize = 5;
const NOUN_WORDS: usize = 2;

fn nouns(after: &str) -> HashSet<String> {
    let folded = fold(after);
    let han: Vec<char> = folded
        .chars()
        .skip_while(|it| !it.is_alphanumeric())
        .take_while(|it| is_han(*it))
        .take(NOUN_HAN)
        .collect();
    if !han.is_empty() {
        return pairs(&han).collect();
    }
    let words = folded.split(|it: char| !it.is_alphabetic());
    let words = words.filter_map(word).take(NOUN_WORDS);
    words.collect()
}

/// What a folded text is about.
fn topics(folded: &str) -> HashSet<String> {
    let mut topics: HashSet<String> = folded
        .split(|it: char| !it.is_alphabetic() || is_han(it))
        .filter_map(word)
        .collect();
    for run in folded.split(|it: char| !is_han(it) || is_figure(it)) {
        let run: Vec<char> = run.chars().collect();
        topics.extend(pairs(&run));
    }
    topics
}

fn pairs(run: &[char]) -> impl Iterator<Item = String> + '_ {
    run.windows(2).map(|it| it.iter().collect())
}

/// Letters of the shortest word that says what something is about.
const WORD_LETTERS: usize = 4;

/// Longer words that are in any text.
const COMMON: &[&str] = &[
    "about", "after", "also", "been", "before", "from", "have", "into", "more", "most", "only",
    "other", "over", "people", "percent", "said", "says", "some", "than", "that", "their", "them",
    "then", "there", "they", "this", "were", "what", "when", "which", "while", "will", "with",
    "would", "year", "million", "billion", "thousand",
];

/// A word without the ending of its plural; none where it says nothing.
fn word(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s').filter(|it| !it.ends_with('s'));
    let stem = stem.unwrap_or(word);
    let is_short = word.chars().count() < WORD_LETTERS;
    let is_common = COMMON.contains(&word) || COMMON.contains(&stem);
    (!is_short && !is_common).then(|| stem.to_owned())
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Han characters that write a number: which number it is, the figures say.
fn is_figure(c: char) -> bool {
    "〇零一二两三四五六七八九十百千万亿".contains(c)
}

/// Opening quotation marks with what closes them.
const MARKS: &[(char, char)] = &[
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('«', '»'),
    ('„', '“'),
    ('"', '"'),
];

/// Letters of the shortest quotation that is known again, in Han and else.
const QUOTED_HAN: usize = 6;
const QUOTED: usize = 16;

/// What stands in quotation marks, folded to its letters.
fn quotations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|it| opens(it.1).is_some()) {
        let after = &rest[at + open.len_utf8()..];
        let Some(end) = opens(open).and_then(|it| after.find(it)) else {
            rest = after;
            continue;
        };
        let folded = fold(&after[..end]);
        let letters: String = folded.chars().filter(|it| it.is_alphanumeric()).collect();
        let least = if letters.chars().any(is_han) {
            QUOTED_HAN
        } else {
            QUOTED
        };
        if letters.chars().count() >= least {
            found.push(letters);
        }
        let closing = after[end..].chars().next().map_or(0, char::len_utf8);
        rest = &after[end + closing..];
    }
    found
}

fn opens(mark: char) -> Option<char> {
    MARKS.iter().find(|it| it.0 == mark).map(|it| it.1)
}

/// Names of several words, and single words with a capital, the first word of a
/// sentence left out: it has one anyway.
fn names(text: &str) -> (Vec<String>, Vec<String>) {
    let mut names = Vec::new();
    let mut capitals = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let mut begins = true;
    for raw in text.split_whitespace() {
        let word = raw.trim_matches(|it: char| !it.is_alphanumeric());
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        if is_capital && !begins {
            run.push(word);
            capitals.push(fold(word));
        }
        let ends = raw.ends_with(|it: char| !it.is_alphanumeric());
        if !is_capital || ends {
            names.extend(name(&run));
            run.clear();
        }
        begins = raw.ends_with(['.', '!', '?', ':', '“', '”', '"']);
    }
    names.extend(name(&run));
    capitals.sort_unstable();
    (names, capitals)
}

fn name(run: &[&str]) -> Option<String> {
    (run.len() > 1).then(|| fold(&run.join(" ")))
}

/// Words that turn a statement round, in folded text.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "without", "nor", "cannot",
];

fn negations(folded: &str) -> usize {
    let words = folded.split(|it: char| !it.is_alphanumeric() && it != '"');
    let words = words.filter(|it| NEGATIONS.contains(it) || it.ends_with("n\"t"));
    let han = folded.chars().filter(|it| "不没未无非".contains(*it));
    words.count() + han.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> Facts {
        let is_han = text.chars().any(is_han);
        let language = if is_han {
            Language::TraditionalChinese
        } else {
            Language::English
        };
        Facts::of(text, "", language, None)
    }

    #[test]
    fn figures_are_known_by_value_and_unit() {
        let keys = |text: &str| -> Vec<String> {
            let facts = facts(text);
            facts.figures.iter().map(|it| it.key.clone()).collect()
        };
        assert_eq!(
            keys("212 of 230 harbour employees signed"),
            keys("港務局230名員工裡有212人簽了名")
        );
        assert_eq!(keys("it cost $10 billion"), keys("it cost 10bn dollars"));
        assert_ne!(keys("it cost $10 billion"), keys("it cost €10 billion"));
        assert!(keys("on 4 March 2024").is_empty());
    }

    #[test]
    fn quotations_are_known_by_their_letters() {
        assert_eq!(
            quotations("He said: “We will not answer, ever.”"),
            quotations("\"We will not answer ever\", the chair said")
        );
        assert_eq!(quotations("她說：「我們不會回應。」"), ["我们不会回应"]);
        assert!(quotations("the so-called “vote”").is_empty());
        assert!(quotations("an “open quotation").is_empty());
    }

    #[test]
    fn names_have_several_words_and_begin_no_sentence() {
        let facts = facts("Yesterday Lin Yi-chun, chair of the Port Council, resigned");
        assert_eq!(facts.names, ["lin yi-chun", "port council"]);
    }

    #[test]
    fn what_turns_a_statement_round_is_counted() {
        for (text, count) in [
            ("They did not sign", 1),
            ("They didn’t sign", 1),
            ("他們沒有簽名", 1),
            ("They signed", 0),
            ("noted", 0),
        ] {
            assert_eq!(facts(text).negations, count, "{text}");
        }
    }
}
