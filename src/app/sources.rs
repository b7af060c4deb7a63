//! All sources of the article, each with the claims that rest on it.

use std::collections::HashMap;

use crate::app::form::is_address;
use crate::claim::{Claim, ClaimId, Evidence};

/// The list of sources while it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesDialog {
    /// The rows: a source, then its claims.
    pub rows: Vec<SourceRow>,
    /// How many of the rows are sources.
    pub sources: usize,
    /// Which row the cursor is on.
    pub at: usize,
    /// The first row on the screen.
    pub top: usize,
}

/// One row of the list of sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceRow {
    /// A source.
    Source {
        /// What it is called.
        title: String,
        /// Where it can be read, where a browser may open it.
        url: Option<String>,
        /// How many claims rest on it.
        claims: usize,
    },
    /// A claim that rests on the source above it.
    Claim {
        /// Which.
        id: ClaimId,
        /// What the source does to it, and where in it: "refutes, p. 3".
        how: String,
    },
}

impl SourcesDialog {
    /// The sources of these claims, the one that most claims rest on first.
    pub(crate) fn of(claims: &[Claim]) -> Self {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut sources: Vec<Vec<(&Claim, &Evidence)>> = Vec::new();
        for claim in claims {
            for evidence in &claim.evidence {
                let name = evidence.url.as_deref().or(evidence.title.as_deref());
                let at = *places
                    .entry(name.unwrap_or_default())
                    .or_insert(sources.len());
                match sources.get_mut(at) {
                    Some(it) => it.push((claim, evidence)),
                    None => sources.push(vec![(claim, evidence)]),
                }
            }
        }
        sources.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self {
            sources: sources.len(),
            rows: sources.iter().flat_map(|it| rows(it)).collect(),
            at: 0,
            top: 0,
        }
    }

    /// The source that the row under the cursor is or belongs to: its address.
    pub(crate) fn address(&self) -> Option<&str> {
        let rows = self.rows.get(..=self.at)?;
        rows.iter().rev().find_map(|it| match it {
            SourceRow::Source { url, .. } => Some(url.as_deref()),
            SourceRow::Claim { .. } => None,
        })?
    }

    /// The claim that the row under the cursor leads to: for a source its first.
    pub(crate) fn claim(&self) -> Option<&ClaimId> {
        let rows = self.rows.get(self.at..)?;
        rows.iter().find_map(|it| match it {
            SourceRow::Claim { id, .. } => Some(id),
            SourceRow::Source { .. } => None,
        })
    }
}

fn rows(uses: &[(&Claim, &Evidence)]) -> Vec<SourceRow> {
    let titles = uses.iter().filter_map(|it| it.1.title.as_ref());
    let url = uses.iter().find_map(|it| it.1.url.as_ref());
    let title = titles.into_iter().next().or(url);
    let mut seen: Vec<&ClaimId> = uses.iter().map(|it| &it.0.id).collect();
    seen.dedup();
    let mut rows = vec![SourceRow::Source {
        title: title.map_or_else(|| "(untitled)".to_owned(), Clone::clone),
        url: url.filter(|it| is_address(it)).cloned(),
        claims: seen.len(),
    }];
    rows.extend(uses.iter().map(|(claim, evidence)| SourceRow::Claim {
        id: claim.id.clone(),
        how: how(evidence),
    }));
    rows
}

fn how(evidence: &Evidence) -> String {
    let stance = evidence.stance.map(|it| it.name().to_owned());
    let parts = stance.into_iter().chain(evidence.locator.clone());
    let parts: Vec<String> = parts.collect();
    parts.join(", ")
}
