//! A line of conditions, read word by word.

use std::fmt;

use chrono::NaiveDate;

use crate::claim::{Kind, Reason, Source, Stance, Status, Verdict};
use crate::review::conditions::key::{KEYS, Key, STATUSES, codes};
use crate::review::conditions::{Comparison, Condition, Part, Test};
use crate::text::{ByteRange, Pattern, fold};

/// A word that is no condition: which, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongWord {
    /// Where it stands in what was typed.
    pub range: ByteRange,
    /// The word.
    pub word: String,
    /// What is wrong with it, and what may stand there.
    pub why: String,
}

impl fmt::Display for WrongWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.word, self.why)
    }
}

impl std::error::Error for WrongWord {}

/// The conditions of a line, in their order.
pub(super) fn conditions(typed: &str) -> Result<Vec<Condition>, WrongWord> {
    let words = words(typed);
    let conditions = words.iter().map(|range| {
        let word = range.of(typed);
        condition(word).map_err(|why| WrongWord {
            range: *range,
            word: word.to_owned(),
            why,
        })
    });
    let all: Result<Vec<Option<Condition>>, WrongWord> = conditions.collect();
    all.map(|it| it.into_iter().flatten().collect())
}

/// Where the words of a line stand. What is in quotation marks is one word.
pub(super) fn words(typed: &str) -> Vec<ByteRange> {
    let mut words = Vec::new();
    let mut start = None;
    let mut is_quoted = false;
    for (at, c) in typed.char_indices() {
        is_quoted ^= is_quotation_mark(c);
        match start {
            None if !c.is_whitespace() => start = Some(at),
            Some(from) if c.is_whitespace() && !is_quoted => {
                words.push(ByteRange::new(from, at));
                start = None;
            }
            None | Some(_) => {}
        }
    }
    words.extend(start.map(|from| ByteRange::new(from, typed.len())));
    words
}

/// A word cut at its sign: the key, the comparison, what follows.
pub(super) struct Cut<'a> {
    pub(super) key: &'a str,
    pub(super) sign: Comparison,
    /// Where what follows begins.
    pub(super) value: usize,
}

/// Cuts a word at the first sign, if letters alone stand before it.
pub(super) fn cut(word: &str) -> Option<Cut<'_>> {
    let at = word.find(|c| !is_letter(c))?;
    let key = &word[..at];
    let mut signs = word[at..].char_indices().map(|(at, c)| (at, half_width(c)));
    let (_, first) = signs.next()?;
    let second = signs.next();
    let equals = second.is_some_and(|it| it.1 == '=');
    let (sign, length) = match (first, equals) {
        ('>', true) => (Comparison::AtLeast, 2),
        ('<', true) => (Comparison::AtMost, 2),
        ('>', false) => (Comparison::More, 1),
        ('<', false) => (Comparison::Less, 1),
        (':' | '=', _) => (Comparison::Equal, 1),
        _ => return None,
    };
    let rest = word[at..].char_indices().nth(length);
    (!key.is_empty()).then(|| Cut {
        key,
        sign,
        value: rest.map_or(word.len(), |it| at + it.0),
    })
}

/// The minus before a word, if there is one and something follows.
pub(super) fn minus(word: &str) -> usize {
    let mut letters = word.chars();
    match letters.next() {
        Some(c) if half_width(c) == '-' && letters.next().is_some() => c.len_utf8(),
        _ => 0,
    }
}

fn condition(word: &str) -> Result<Option<Condition>, String> {
    let minus = minus(word);
    let rest = &word[minus..];
    let test = match cut(rest) {
        Some(cut) => Some(test(&cut, &rest[cut.value..])?),
        None => flag(rest).or_else(|| Pattern::words(&unquoted(rest)).map(Test::Words)),
    };
    Ok(test.map(|test| Condition {
        is_negated: minus > 0,
        test,
    }))
}

/// A word that is a condition by itself.
fn flag(word: &str) -> Option<Test> {
    let word = plain(word);
    let status = STATUSES.iter().find(|it| it.name() == word);
    let part = Part::ALL.iter().find(|it| it.name() == word);
    let status = status.map(|it| Test::Status(vec![*it]));
    status.or(part.map(|it| Test::Has(vec![*it])))
}

fn test(cut: &Cut<'_>, value: &str) -> Result<Test, String> {
    let name = plain(cut.key);
    let Some(entry) = KEYS.iter().find(|it| it.name == name) else {
        let keys: Vec<&str> = KEYS.iter().map(|it| it.name).collect();
        return Err(format!(
            "{name} is no key; here may stand: {}; or words in quotation marks",
            keys.join(", ")
        ));
    };
    let key = entry.key;
    if !key.compares() && cut.sign != Comparison::Equal {
        return Err(format!("{name} is not compared; write {name}:…"));
    }
    let values = parts(value);
    if values.is_empty() {
        return Err(format!("here may stand: {}", key.told_values()));
    }
    Ok(match key {
        Key::Status => Test::Status(chosen(key, &values, &STATUSES, Status::name)?),
        Key::Verdict => Test::Verdict(chosen(key, &values, Verdict::ALL, Verdict::name)?),
        Key::Reason => Test::Reason(chosen(key, &values, Reason::ALL, Reason::name)?),
        Key::Kind => Test::Kind(chosen(key, &values, Kind::ALL, Kind::name)?),
        Key::Has => Test::Has(chosen(key, &values, &Part::ALL, Part::name)?),
        Key::Stance => Test::Stance(chosen(key, &values, Stance::ALL, Stance::name)?),
        Key::Source => Test::Source(chosen(key, &values, Source::ALL, Source::name)?),
        Key::Finding => Test::Finding(chosen(key, &values, &codes(), |it| it)?),
        Key::Reviewer => Test::Reviewer(values.iter().map(|it| fold(it)).collect()),
        Key::Url => Test::Address(values.iter().map(|it| fold(it)).collect()),
        Key::Id => Test::Id(values.iter().map(|it| plain(it)).collect()),
        Key::Worth => Test::Worth(cut.sign, number(key, &values)?),
        Key::Sources => Test::Sources(cut.sign, number(key, &values)?),
        Key::Verdicts => Test::Verdicts(cut.sign, number(key, &values)?),
        Key::Reviewed => {
            let day = plain(&values[0]).parse::<NaiveDate>();
            let day = day.map_err(|_| wrong_value(key, &values[0]))?;
            Test::Reviewed(cut.sign, day)
        }
    })
}

/// What stands between commas, quotation marks left out.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for c in value.chars() {
        if is_quotation_mark(c) {
            is_quoted = !is_quoted;
        } else if !is_quoted && half_width(c) == ',' {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts.retain(|it| !fold(it).is_empty());
    parts
}

/// The values that the words mean: each its whole word, or the beginning of one.
fn chosen<T: Copy>(
    key: Key,
    words: &[String],
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<Vec<T>, String> {
    let chosen = words.iter().map(|word| {
        // Between the words of a value may stand a space or a hyphen.
        let spaced = |it: &str| it.replace('-', " ");
        let plain = spaced(&plain(word));
        let whole = all.iter().find(|it| spaced(name(**it)) == plain);
        let is_begun = |it: &&T| spaced(name(**it)).starts_with(&plain);
        let mut begun = all.iter().filter(is_begun);
        let only = match (begun.next(), begun.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let found = whole.or(only).copied();
        found.ok_or_else(|| wrong_value(key, word))
    });
    chosen.collect()
}

fn number(key: Key, words: &[String]) -> Result<f64, String> {
    let number = plain(&words[0]).parse::<f64>().ok();
    let number = number.filter(|it| it.is_finite() && words.len() == 1);
    number.ok_or_else(|| wrong_value(key, &words[0]))
}

fn wrong_value(key: Key, word: &str) -> String {
    let name = key.entry().name;
    format!(
        "{word:?} is not known after {name}; here may stand: {}",
        key.told_values()
    )
}

fn unquoted(word: &str) -> String {
    word.chars().filter(|it| !is_quotation_mark(*it)).collect()
}

/// Small letters of half width: what an input method leaves on is no other word.
fn plain(word: &str) -> String {
    let small = word.chars().flat_map(char::to_lowercase);
    small.map(half_width).collect()
}

fn is_letter(c: char) -> bool {
    half_width(c).is_ascii_alphabetic()
}

const fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂' | '「' | '」')
}

/// The ASCII character of a full-width one, any other as it is.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '、' => ',',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(typed: &str) -> String {
        conditions(typed).expect_err("a wrong word").to_string()
    }

    #[test]
    fn a_wrong_word_is_named_with_what_may_stand_there() {
        assert_eq!(
            wrong("letter verdict:disputd"),
            "verdict:disputd: \"disputd\" is not known after verdict; \
             here may stand: verified, disputed, unknown"
        );
        assert_eq!(
            wrong("stance:"),
            "stance:: here may stand: supports, refutes, context"
        );
        assert!(
            wrong("verdikt:disputed").starts_with(
                "verdikt:disputed: verdikt is no key; here may stand: status, verdict,"
            )
        );
        assert_eq!(
            wrong("kind>ratio"),
            "kind>ratio: kind is not compared; write kind:…"
        );
        assert!(wrong("worth>high").ends_with("here may stand: a number from 0 to 1"));
        assert!(wrong("worth>nan").ends_with("here may stand: a number from 0 to 1"));
        assert!(wrong("reviewed>yesterday").ends_with("a day as 2024-03-05"));
        assert!(wrong("verdict:ver,un,x").contains("\"x\""));
        assert!(wrong("kind:r").contains("\"r\" is not known after kind"));
        let at = conditions("a  -kind:x b").expect_err("a wrong word").range;
        assert_eq!(at, ByteRange::new(3, 10));
    }

    #[test]
    fn words_with_signs_that_are_no_keys_are_words() {
        for typed in [
            "12:30",
            "a-b",
            "\"http://x\"",
            "3>2",
            "-",
            "\"",
            "：",
            "c++",
        ] {
            assert!(conditions(typed).is_ok(), "{typed}");
        }
    }
}
