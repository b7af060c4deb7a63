//! Sources that were used before, to be used again.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::claim::Evidence;
use crate::text::fold;

/// A source that was used before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSource {
    /// What is true of it wherever it is used: address, title, how near it is to
    /// the facts. What it does to one claim is left out.
    pub evidence: Evidence,
    /// How many claims have it.
    pub claims: usize,
    /// The day it was read last.
    pub accessed: Option<NaiveDate>,
    /// Title and address, folded.
    words: String,
}

impl KnownSource {
    /// Whether title or address have all these folded words.
    pub fn has(&self, folded_words: &[String]) -> bool {
        folded_words.iter().all(|it| self.words.contains(it))
    }
}

/// Whether two sources are the same thing, whatever they do to their claims: the
/// same address, or without one the same title.
pub fn is_same_source(one: &Evidence, other: &Evidence) -> bool {
    name(one).is_some() && name(one) == name(other)
}

/// What tells a source from others.
fn name(evidence: &Evidence) -> Option<&str> {
    evidence.url.as_deref().or(evidence.title.as_deref())
}

/// The different sources among `all`, the one that was read last first.
pub fn known_sources<'a>(all: impl Iterator<Item = &'a Evidence>) -> Vec<KnownSource> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut known: Vec<KnownSource> = Vec::new();
    for evidence in all {
        let Some(name) = name(evidence) else { continue };
        let at = *places.entry(name).or_insert(known.len());
        match known.get_mut(at) {
            Some(it) => merge(it, evidence),
            None => known.push(KnownSource {
                evidence: lasting(evidence),
                claims: 1,
                accessed: evidence.accessed,
                words: String::new(),
            }),
        }
    }
    for it in &mut known {
        let title = it.evidence.title.as_deref().unwrap_or_default();
        let url = it.evidence.url.as_deref().unwrap_or_default();
        it.words = fold(&format!("{title}\n{url}"));
    }
    known.sort_by(|one, other| {
        let last = other.accessed.cmp(&one.accessed);
        last.then_with(|| other.claims.cmp(&one.claims))
    });
    known
}

/// What holds for the source wherever it is used.
fn lasting(evidence: &Evidence) -> Evidence {
    Evidence {
        stance: None,
        locator: None,
        passage: None,
        accessed: None,
        by: None,
        unknown: crate::claim::UnknownKeys::default(),
        ..evidence.clone()
    }
}

/// One more claim has the source; what was not known of it is taken from there.
fn merge(known: &mut KnownSource, evidence: &Evidence) {
    known.claims += 1;
    known.accessed = known.accessed.max(evidence.accessed);
    let it = &mut known.evidence;
    it.title = it.title.take().or_else(|| evidence.title.clone());
    it.source = it.source.or(evidence.source);
    it.kind = it.kind.or(evidence.kind);
    it.archive = it.archive.take().or_else(|| evidence.archive.clone());
    it.digest = it.digest.take().or_else(|| evidence.digest.clone());
    // What one desk must not show, none shows.
    it.confidential |= evidence.confidential;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Source, Stance};

    fn evidence(url: &str, title: Option<&str>, day: u32) -> Evidence {
        Evidence {
            url: Some(url.to_owned()),
            title: title.map(str::to_owned),
            stance: Some(Stance::Refutes),
            accessed: NaiveDate::from_ymd_opt(2024, 3, day),
            ..Evidence::default()
        }
    }

    #[test]
    fn a_source_is_known_once_with_all_that_is_known_of_it() {
        let mut primary = evidence("https://a.example", Some("聯名信掃描"), 2);
        primary.source = Some(Source::Primary);
        let all = [
            evidence("https://a.example", None, 1),
            evidence("https://b.example", Some("Minutes"), 3),
            primary,
            Evidence::default(),
        ];
        let known = known_sources(all.iter());
        let told: Vec<_> = known
            .iter()
            .map(|it| (it.evidence.title.as_deref(), it.claims))
            .collect();
        assert_eq!(told, [(Some("Minutes"), 1), (Some("聯名信掃描"), 2)]);
        assert_eq!(known[1].evidence.source, Some(Source::Primary));
        assert_eq!(known[1].evidence.stance, None);
        assert!(known[1].has(&[fold("联名信"), fold("A.EXAMPLE")]));
        assert!(!known[1].has(&[fold("minutes")]));
        assert!(is_same_source(&all[0], &all[2]));
        assert!(!is_same_source(&all[3], &all[3]));
    }
}
