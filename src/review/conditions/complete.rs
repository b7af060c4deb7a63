//! What may stand where the caret is.

use crate::review::conditions::key::{KEYS, Key, flags};
use crate::review::conditions::read::{cut, minus, words};
use crate::text::{ByteOffset, ByteRange, fold};

/// A word that may stand at the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it takes the place of.
    pub range: ByteRange,
    /// The word: a key with its sign, a value, a word that stands alone.
    pub words: String,
}

/// What is known of values that are no words of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Names of reviewers.
    pub reviewers: &'a [&'a str],
    /// Addresses of sources.
    pub addresses: &'a [&'a str],
}

/// How many addresses are offered at most.
const MOST_ADDRESSES: usize = 50;

/// The words that may stand at `caret`, of what has been typed as their
/// beginning; of an address what was typed may be any part.
pub fn complete(typed: &str, caret: ByteOffset, known: Known<'_>) -> Vec<Completion> {
    let before = &typed[..typed.floor_char_boundary(caret.0)];
    let start = match words(before).last() {
        Some(last) if last.end.0 == before.len() => last.start.0,
        _ => before.len(),
    };
    let start = start + minus(&before[start..]);
    let word = &before[start..];
    let key = cut(word).and_then(|cut| {
        let entry = KEYS.iter().find(|it| it.name == cut.key)?;
        Some((entry.key, cut.value))
    });
    let offered = |from: usize, words: String| Completion {
        range: ByteRange::new(start + from, before.len()),
        words,
    };
    let Some((key, value)) = key else {
        let begins = |it: &str| it.starts_with(word) && !word.is_empty() || word.is_empty();
        let keys = KEYS.iter().map(|it| {
            let sign = if it.key.compares() { '>' } else { ':' };
            format!("{}{sign}", it.name)
        });
        let all = keys.chain(flags().map(str::to_owned));
        let all = all.filter(|it| begins(it));
        return all.map(|it| offered(0, it)).collect();
    };
    let value = value + word[value..].rfind(',').map_or(0, |it| it + 1);
    let begun = fold(word[value..].trim_start_matches('"'));
    let values: Vec<&str> = match key {
        Key::Reviewer => known.reviewers.to_vec(),
        Key::Url => {
            let found = known.addresses.iter().copied();
            let found = found.filter(|it| fold(it).contains(&begun));
            let found = found.map(|it| offered(value, quoted(it)));
            return found.take(MOST_ADDRESSES).collect();
        }
        _ => key.values(),
    };
    let values = values.into_iter().filter(|it| fold(it).starts_with(&begun));
    values.map(|it| offered(value, quoted(it))).collect()
}

/// A value with spaces or commas stands in quotation marks.
fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) || value.contains(',') {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(typed: &str) -> Vec<String> {
        let known = Known {
            reviewers: &["Ana Ruiz", "Ben"],
            addresses: &["https://example.org/letter.pdf", "https://a.example/1,2"],
        };
        let found = complete(typed, ByteOffset(typed.len()), known);
        let with = |it: &Completion| format!("{}{}", &typed[..it.range.start.0], it.words);
        found.iter().map(with).collect()
    }

    #[test]
    fn keys_values_and_names_are_offered_by_their_beginnings() {
        assert_eq!(offered("verd"), ["verdict:", "verdicts>"]);
        assert_eq!(
            offered("letter -con"),
            ["letter -contested", "letter -conflict"]
        );
        assert_eq!(offered("verdict:un"), ["verdict:unknown"]);
        assert_eq!(offered("verdict:unknown,ver"), ["verdict:unknown,verified"]);
        assert_eq!(offered("reason:conf"), ["reason:\"conflicting sources\""]);
        assert_eq!(
            offered("reviewer:"),
            ["reviewer:\"Ana Ruiz\"", "reviewer:Ben"]
        );
        assert_eq!(offered("reviewer:an"), ["reviewer:\"Ana Ruiz\""]);
        assert_eq!(
            offered("url:letter"),
            ["url:https://example.org/letter.pdf"]
        );
        assert_eq!(offered("url:https://a"), ["url:\"https://a.example/1,2\""]);
        assert_eq!(
            offered("finding:quote"),
            ["finding:quote-missing", "finding:quote-changed"]
        );
        assert!(offered("worth>").is_empty());
        assert!(offered("").len() > 20);
        assert!(offered("zebra").is_empty());
    }
}
