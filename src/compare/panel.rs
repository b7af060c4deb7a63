//! Who judged what: the table from which agreement is worked out.

use std::collections::HashMap;

use crate::claim::{Claim, ClaimFile, ClaimId, Kind, Status, Timestamp, Verdict};
use crate::compare::Unit;

/// Whose judgements are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judges {
    /// Reviewers, by name, wherever they judged. Of two verdicts of one
    /// reviewer on one claim, the later counts.
    Reviewers,
    /// Claim files: what the reviewers of each agree on.
    Files,
}

/// Claims with what each judge made of them.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The judges' names, in the order in which they were met.
    pub judges: Vec<String>,
    /// The claims that somebody judged, in the order in which they were met.
    pub rows: Vec<Row>,
    by: Judges,
    by_id: HashMap<(String, ClaimId), usize>,
    by_words: HashMap<(String, String), usize>,
    times: HashMap<(usize, usize), Timestamp>,
}

/// One claim of a [`Panel`].
#[derive(Clone, Debug)]
pub struct Row {
    /// Which article it is of.
    pub article: String,
    /// Its id, where it was met first.
    pub id: ClaimId,
    /// Its wording, where it was met first.
    pub wording: String,
    /// What makes it checkable.
    pub kinds: Vec<Kind>,
    /// What each judge made of it, in the order of the judges.
    pub unit: Unit<Verdict>,
}

impl Panel {
    /// An empty table.
    pub fn new(by: Judges) -> Self {
        Self {
            judges: Vec::new(),
            rows: Vec::new(),
            by,
            by_id: HashMap::new(),
            by_words: HashMap::new(),
            times: HashMap::new(),
        }
    }

    /// Adds a claim file. `name` says which input it belongs to, `article` which
    /// files of different inputs are about one article. Claims of one article
    /// are the same by id, then by equal quoted words. What was dismissed or
    /// repeats another claim is left out.
    pub fn add(&mut self, name: &str, article: &str, file: &ClaimFile) {
        let counts = |claim: &&Claim| !claim.dismissed && claim.same_as.is_none();
        for claim in file.claims.iter().filter(counts) {
            let judged: Vec<(String, Verdict, Option<Timestamp>)> = match self.by {
                Judges::Reviewers => claim
                    .verdicts
                    .iter()
                    .map(|it| (it.reviewer.to_string(), it.verdict, Some(it.reviewed)))
                    .collect(),
                Judges::Files => match claim.status() {
                    Status::Agreed(verdict) => vec![(name.to_owned(), verdict, None)],
                    Status::Unreviewed | Status::Contested => Vec::new(),
                },
            };
            if judged.is_empty() {
                continue;
            }
            let row = self.row(article, claim);
            for (judge, verdict, time) in judged {
                let judge = self.judge(judge);
                let is_later = match (self.times.get(&(row, judge)), time) {
                    (Some(known), Some(time)) => time > *known,
                    (None, _) | (_, None) => true,
                };
                if is_later {
                    self.rows[row].unit[judge] = Some(verdict);
                    if let Some(time) = time {
                        self.times.insert((row, judge), time);
                    }
                }
            }
        }
    }

    /// The units of all claims, or of those of one kind.
    pub fn units(&self, kind: Option<Kind>) -> Vec<Unit<Verdict>> {
        self.rows
            .iter()
            .filter(|row| kind.is_none_or(|it| row.kinds.contains(&it)))
            .map(|row| row.unit.clone())
            .collect()
    }

    fn judge(&mut self, name: String) -> usize {
        if let Some(at) = self.judges.iter().position(|it| *it == name) {
            return at;
        }
        self.judges.push(name);
        for row in &mut self.rows {
            row.unit.push(None);
        }
        self.judges.len() - 1
    }

    fn row(&mut self, article: &str, claim: &Claim) -> usize {
        let words: Vec<&str> = claim.quote.exact.split_whitespace().collect();
        let by_words = (article.to_owned(), words.join(" "));
        let by_id = (article.to_owned(), claim.id.clone());
        let known = self
            .by_id
            .get(&by_id)
            .or_else(|| self.by_words.get(&by_words));
        if let Some(at) = known.copied() {
            self.by_id.insert(by_id, at);
            return at;
        }
        self.rows.push(Row {
            article: article.to_owned(),
            id: claim.id.clone(),
            wording: claim.wording.clone(),
            kinds: claim.kinds.clone(),
            unit: vec![None; self.judges.len()],
        });
        let at = self.rows.len() - 1;
        self.by_id.insert(by_id, at);
        self.by_words.insert(by_words, at);
        at
    }
}
