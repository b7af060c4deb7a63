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
}

impl Summary {
    pub(super) fn of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut transitions: Vec<Transition> = Vec::new();
        let mut fields: Vec<(Field, usize)> = Vec::new();
        for change in changes {
            if change.field == Field::Verdict {
                let same = |it: &&mut Transition| it.0 == change.from && it.1 == change.to;
                match transitions.iter_mut().find(same) {
                    Some(it) => it.2 += 1,
                    None => transitions.push((change.from.clone(), change.to.clone(), 1)),
                }
            } else {
                match fields.iter_mut().find(|it| it.0 == change.field) {
                    Some(it) => it.1 += 1,
                    None => fields.push((change.field, 1)),
                }
            }
        }
        transitions.sort_by_key(|it| Reverse(it.2));
        fields.sort();
        Self {
            transitions,
            fields,
        }
    }

    pub(super) fn of_files(files: &[FileChanges]) -> Self {
        Self::of(files.iter().flat_map(|it| &it.changes))
    }

    /// How many verdicts changed.
    pub(super) fn verdicts(&self) -> usize {
        self.transitions.iter().map(|it| it.2).sum()
    }

    /// "3 verdicts changed: 2 unknown → verified, 1 verified → disputed; 1 note".
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
            .fields
            .iter()
            .map(|(field, count)| format!("{count} × {}", field.name()))
            .collect();
        if !others.is_empty() {
            line.push_str("; ");
            line.push_str(&others.join(", "));
        }
        line
    }
}

/// A side of a verdict; nobody having judged is a state of its own.
pub(super) fn or_none(verdict: Option<&str>) -> &str {
    verdict.unwrap_or("unreviewed")
}
