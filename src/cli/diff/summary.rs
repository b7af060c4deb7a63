//! The first line: what changed, in figures.

use std::cmp::Reverse;

use crate::cli::output::counted;
use crate::compare::{Change, Field};
use crate::desk::FileChanges;

/// How often verdicts went from what to what; `None` stands for no verdict.
pub(super) type Transition = (Option<String>, Option<String>, usize);

/// What changed, in figures.
pub(super) struct Summary {
    /// Verdicts that changed, the most frequent change first.
    pub(super) transitions: Vec<Transition>,
    /// Every other field that changed, and how often, in the order of the table.
    pub(super) fields: Vec<(Field, usize)>,
    /// The same by what became of the field.
    turns: Vec<(Field, Turn, usize)>,
}

/// What became of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// There was nothing before.
    Added,
    /// There was something else before.
    Changed,
    /// There is nothing any more.
    Removed,
}

impl Turn {
    pub(super) fn of(change: &Change) -> Self {
        match (&change.from, &change.to) {
            (None, _) => Self::Added,
            (Some(_), None) => Self::Removed,
            (Some(_), Some(_)) => Self::Changed,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

impl Summary {
    pub(super) fn of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut transitions: Vec<Transition> = Vec::new();
        let mut fields: Vec<(Field, usize)> = Vec::new();
        let mut turns: Vec<(Field, Turn, usize)> = Vec::new();
        for change in changes {
            if change.field == Field::Verdict {
                let same = |it: &&mut Transition| it.0 == change.from && it.1 == change.to;
                match transitions.iter_mut().find(same) {
                    Some(it) => it.2 += 1,
                    None => transitions.push((change.from.clone(), change.to.clone(), 1)),
                }
                continue;
            }
            match fields.iter_mut().find(|it| it.0 == change.field) {
                Some(it) => it.1 += 1,
                None => fields.push((change.field, 1)),
            }
            let turn = (change.field, Turn::of(change));
            match turns.iter_mut().find(|it| (it.0, it.1) == turn) {
                Some(it) => it.2 += 1,
                None => turns.push((turn.0, turn.1, 1)),
            }
        }
        transitions.sort_by_key(|it| Reverse(it.2));
        fields.sort();
        turns.sort();
        Self {
            transitions,
            fields,
            turns,
        }
    }

    pub(super) fn of_files(files: &[FileChanges]) -> Self {
        Self::of(files.iter().flat_map(|it| &it.changes))
    }

    /// How many verdicts changed.
    pub(super) fn verdicts(&self) -> usize {
        self.transitions.iter().map(|it| it.2).sum()
    }

    /// "3 verdicts changed: 2 unknown → verified, 1 verified → disputed; 1 note added".
    pub(super) fn line(&self) -> String {
        let mut line = match self.verdicts() {
            0 => "no verdict changed".to_owned(),
            number => {
                let parts: Vec<String> = self
                    .transitions
                    .iter()
                    .map(|(from, to, count)| {
                        format!(
                            "{count} {} → {}",
                            or_none(from.as_deref()),
                            or_none(to.as_deref())
                        )
                    })
                    .collect();
                let verdicts = counted(number, "verdict", "verdicts");
                format!("{verdicts} changed: {}", parts.join(", "))
            }
        };
        let others: Vec<String> = self
            .turns
            .iter()
            .map(|&(field, turn, count)| told(field, turn, count))
            .collect();
        if !others.is_empty() {
            line.push_str("; ");
            line.push_str(&others.join(", "));
        }
        line
    }
}

/// How often a field was added, changed or removed, in words.
fn told(field: Field, turn: Turn, count: usize) -> String {
    let [one, many] = nouns(field);
    let became = match (field, turn) {
        (Field::Place, _) => "moved",
        (Field::Dismissed, Turn::Removed) => "taken in again",
        (Field::Dismissed, Turn::Added | Turn::Changed) => "dismissed",
        (_, turn) => turn.name(),
    };
    format!("{} {became}", counted(count, one, many))
}

/// What a field is called where several are counted: one, many.
const fn nouns(field: Field) -> [&'static str; 2] {
    match field {
        Field::Claim | Field::Place | Field::Dismissed => ["claim", "claims"],
        Field::Verdict => ["verdict", "verdicts"],
        Field::Reason => ["reason", "reasons"],
        Field::Correction => ["correction", "corrections"],
        Field::VerdictNote => ["note on a verdict", "notes on verdicts"],
        Field::Settles => ["settlement", "settlements"],
        Field::Evidence => ["source", "sources"],
        Field::Wording => ["wording", "wordings"],
        Field::Quote => ["quote", "quotes"],
        Field::Kinds => ["claim's kinds", "claims' kinds"],
        Field::Note => ["note", "notes"],
        Field::Query => ["query", "queries"],
        Field::SameAs => ["repeat", "repeats"],
        Field::From => ["origin", "origins"],
        Field::Conflict => ["merge conflict", "merge conflicts"],
        Field::Unknown => ["unknown key", "unknown keys"],
        Field::Article => ["particular of an article", "particulars of articles"],
        Field::Signed => ["sign-off", "sign-offs"],
    }
}

/// A side of a verdict; nobody having judged is a state of its own.
pub(super) fn or_none(verdict: Option<&str>) -> &str {
    verdict.unwrap_or("unreviewed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(field: Field, from: Option<&str>, to: Option<&str>) -> Change {
        Change {
            claim: None,
            wording: String::new(),
            field,
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            reviewer: None,
            at: None,
        }
    }

    #[test]
    fn the_line_counts_verdicts_first_and_says_what_became_of_the_rest() {
        let verdict = |from, to| change(Field::Verdict, Some(from), Some(to));
        let verdicts = [
            verdict("verified", "disputed"),
            verdict("unknown", "verified"),
            verdict("unknown", "verified"),
        ];
        assert_eq!(
            Summary::of(&verdicts).line(),
            "3 verdicts changed: 2 unknown → verified, 1 verified → disputed"
        );
        let others = [
            change(Field::Note, None, Some("a")),
            change(Field::Claim, Some("One"), None),
            change(Field::Claim, None, Some("Two")),
            change(Field::Claim, None, Some("Three")),
            change(Field::Place, Some("first"), Some("after “Two”")),
            change(Field::Dismissed, None, Some("true")),
            change(Field::Evidence, Some("a"), Some("b")),
        ];
        assert_eq!(
            Summary::of(&others).line(),
            "no verdict changed; 2 claims added, 1 claim removed, 1 claim moved, \
             1 source changed, 1 note added, 1 claim dismissed"
        );
    }
}
