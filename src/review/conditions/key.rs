//! What may stand before a colon, and what after it: the one table.

use std::fmt::Write;

use crate::claim::{Kind, Reason, Source, Stance, Status, Verdict};
use crate::findings::RULES;
use crate::review::conditions::Part;

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Status,
    Verdict,
    Reason,
    Kind,
    Reviewer,
    Has,
    Stance,
    Source,
    Url,
    Id,
    Finding,
    Worth,
    Sources,
    Verdicts,
    Reviewed,
}

/// One row of the table.
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) name: &'static str,
    /// What may follow, where it is no word of a list.
    pub(super) takes: &'static str,
    pub(super) help: &'static str,
}

const fn entry(key: Key, name: &'static str, takes: &'static str, help: &'static str) -> Entry {
    Entry {
        key,
        name,
        takes,
        help,
    }
}

/// Every key, in the order of the manual.
pub(super) const KEYS: &[Entry] = &[
    entry(
        Key::Status,
        "status",
        "",
        "What the verdicts come to; the word alone does it too",
    ),
    entry(
        Key::Verdict,
        "verdict",
        "",
        "What at least one reviewer decided",
    ),
    entry(Key::Reason, "reason", "", "Why it is disputed"),
    entry(Key::Kind, "kind", "", "What makes it checkable"),
    entry(
        Key::Reviewer,
        "reviewer",
        "a name or a part of one",
        "Who judged it",
    ),
    entry(
        Key::Has,
        "has",
        "",
        "What it has or is; the word alone does it too",
    ),
    entry(Key::Stance, "stance", "", "What a source does to it"),
    entry(
        Key::Source,
        "source",
        "",
        "How near a source is to the facts",
    ),
    entry(
        Key::Url,
        "url",
        "a part of an address",
        "Where a source can be read",
    ),
    entry(Key::Id, "id", "the beginning of an id", "Its name"),
    entry(
        Key::Finding,
        "finding",
        "",
        "What `redpencil check` finds in it",
    ),
    entry(
        Key::Worth,
        "worth",
        "a number from 0 to 1",
        "How much it deserves checking",
    ),
    entry(
        Key::Sources,
        "sources",
        "a number",
        "How many sources it has",
    ),
    entry(
        Key::Verdicts,
        "verdicts",
        "a number",
        "How many have judged it",
    ),
    entry(
        Key::Reviewed,
        "reviewed",
        "a day as 2024-03-05",
        "When somebody judged it",
    ),
];

/// Every status, in the order of the manual.
pub(super) const STATUSES: [Status; 5] = [
    Status::Unreviewed,
    Status::Agreed(Verdict::Verified),
    Status::Agreed(Verdict::Disputed),
    Status::Agreed(Verdict::Unknown),
    Status::Contested,
];

impl Part {
    /// Every one, in the order of the manual.
    pub(super) const ALL: [Self; 9] = [
        Self::Note,
        Self::Query,
        Self::Correction,
        Self::Source,
        Self::Passage,
        Self::Archive,
        Self::Conflict,
        Self::Repeat,
        Self::Dismissed,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Query => "query",
            Self::Correction => "correction",
            Self::Source => "source",
            Self::Passage => "passage",
            Self::Archive => "archive",
            Self::Conflict => "conflict",
            Self::Repeat => "repeat",
            Self::Dismissed => "dismissed",
        }
    }
}

impl Key {
    /// Its row in the table.
    pub(super) fn entry(self) -> &'static Entry {
        let found = KEYS.iter().find(|it| it.key == self);
        found.expect("a test holds that every key has a row")
    }

    /// Whether something is compared by it: `>`, `<=`.
    pub(super) const fn compares(self) -> bool {
        matches!(
            self,
            Self::Worth | Self::Sources | Self::Verdicts | Self::Reviewed
        )
    }

    /// The words that may follow, where there is a list of them.
    pub(super) fn values(self) -> Vec<&'static str> {
        match self {
            Self::Status => STATUSES.iter().map(|it| it.name()).collect(),
            Self::Verdict => Verdict::ALL.iter().map(|it| it.name()).collect(),
            Self::Reason => Reason::ALL.iter().map(|it| it.name()).collect(),
            Self::Kind => Kind::ALL.iter().map(|it| it.name()).collect(),
            Self::Has => Part::ALL.iter().map(|it| it.name()).collect(),
            Self::Stance => Stance::ALL.iter().map(|it| it.name()).collect(),
            Self::Source => Source::ALL.iter().map(|it| it.name()).collect(),
            Self::Finding => codes(),
            Self::Reviewer
            | Self::Url
            | Self::Id
            | Self::Worth
            | Self::Sources
            | Self::Verdicts
            | Self::Reviewed => Vec::new(),
        }
    }

    /// What may follow, in words.
    pub(super) fn told_values(self) -> String {
        let takes = self.entry().takes;
        if takes.is_empty() {
            self.values().join(", ")
        } else {
            takes.to_owned()
        }
    }
}

/// The codes of what may be found in a claim.
pub(super) fn codes() -> Vec<&'static str> {
    let codes = RULES.iter().map(|it| it.code);
    // That is found in no claim but in the article.
    codes.filter(|it| *it != "article-changed").collect()
}

/// The words that stand alone, without a key: statuses, and what a claim has or is.
pub(super) fn flags() -> impl Iterator<Item = &'static str> {
    let statuses = STATUSES.iter().map(|it| it.name());
    statuses.chain(Part::ALL.iter().map(|it| it.name()))
}

/// The table of conditions for the manual and the command line's help.
pub fn conditions_table() -> String {
    let mut table = String::new();
    for entry in KEYS {
        let sign = if entry.key.compares() { ">" } else { ":" };
        let name = format!("{}{sign}", entry.name);
        let _ = writeln!(table, "{name:<10} {}:", entry.help);
        for line in wrapped(&entry.key.told_values()) {
            let _ = writeln!(table, "           {line}");
        }
    }
    table
}

/// Lines of at most 64 columns, broken after commas.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_inclusive(", ") {
        let is_full = lines.last().is_some_and(|it| it.len() + word.len() > 64);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines.iter().map(|it| it.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_row_and_says_what_may_follow() {
        let table = conditions_table();
        for entry in KEYS {
            assert_eq!(entry.key.entry().name, entry.name);
            assert!(!entry.key.told_values().is_empty(), "{}", entry.name);
            assert!(table.contains(entry.help));
        }
        assert!(table.lines().all(|it| it.len() <= 80));
    }
}
