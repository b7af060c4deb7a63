//! Merges three claim files into one, as git asks its merge driver to.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::anchor;
use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::compare::{self, Merged};
use crate::desk::articles::{Reading, read_article, read_bounded};
use crate::git;
use crate::store::{self, Document, SaveError};
use crate::text::{Language, Problem};

/// The three files of a merge.
#[derive(Clone, Copy, Debug)]
pub struct Three<'a> {
    /// What both sides were made from; may be empty.
    pub base: &'a Path,
    /// Our side.
    pub ours: &'a Path,
    /// Their side.
    pub theirs: &'a Path,
    /// Where the claim file stands in the repository, for messages and to find
    /// the article: the three may be temporary files.
    pub name: &'a Path,
}

/// A merge that could be made.
#[derive(Debug)]
pub struct Outcome {
    /// What came of it.
    pub merged: Merged,
    /// Its text.
    pub document: Document,
    /// The bytes of our side, which it replaces.
    before: Vec<u8>,
}

/// Merges the three files; nothing is written.
pub fn merge(three: Three<'_>) -> Result<Outcome, Problem> {
    let before = read_bounded(three.ours)?;
    let ours = store::read(&before, &side(three, "ours"))?;
    let theirs = store::read(&read_bounded(three.theirs)?, &side(three, "theirs"))?;
    let base = read_bounded(three.base)?;
    let base = if base.iter().all(u8::is_ascii_whitespace) {
        // Both sides made the file anew.
        Document::new(
            &ClaimFile::new(Particulars::default(), Vec::new()),
            three.base,
        )?
    } else {
        store::read(&base, &side(three, "base"))?
    };
    let places = places(three.name, ours.file(), theirs.file());
    let place = |claim: &Claim| places.get(&claim.id).copied();
    let merged = compare::merge(base.file(), ours.file(), theirs.file(), &place);
    let document = ours.merged(&base, &theirs, &merged.file, three.name)?;
    Ok(Outcome {
        merged,
        document,
        before,
    })
}

impl Outcome {
    /// Puts the merged file in the place of our side.
    pub fn save(&self, ours: &Path) -> Result<(), Problem> {
        store::save(ours, &self.document.bytes(), Some(&self.before)).map_err(|error| match error {
            SaveError::ChangedUnderneath => {
                Problem::error("the file was changed while it was merged")
                    .in_file(ours)
                    .next_step("run the merge again")
            }
            SaveError::Failed(problem) => problem,
        })
    }
}

/// What git does without a merge driver: a merge by lines that leaves markers
/// in our file. For files that are no claim files, so that no side is lost.
pub fn merge_lines(three: Three<'_>, marker_size: u16) -> Result<(), Problem> {
    git::merge_lines(three.ours, three.base, three.theirs, marker_size).map_err(|why| {
        Problem::error(format!("git could not merge the lines either: {why}"))
            .in_file(three.name)
            .next_step("merge the file by hand: both sides are still in git")
    })
}

/// The name of one side in messages.
fn side(three: Three<'_>, which: &str) -> PathBuf {
    let mut name = three.name.as_os_str().to_owned();
    name.push(format!(" ({which})"));
    name.into()
}

/// Where the quotes of claims that only one side has stand in the article, if
/// it can be read: byte offsets.
fn places(name: &Path, ours: &ClaimFile, theirs: &ClaimFile) -> HashMap<ClaimId, usize> {
    let of = |file: &'_ ClaimFile| -> HashSet<ClaimId> {
        file.claims.iter().map(|it| it.id.clone()).collect()
    };
    let (we, they) = (of(ours), of(theirs));
    let both = ours.claims.iter().chain(&theirs.claims);
    let alone: Vec<&Claim> = both
        .filter(|it| !(we.contains(&it.id) && they.contains(&it.id)))
        .collect();
    if alone.is_empty() {
        return HashMap::new();
    }
    let article = store::article_of(name, ours).and_then(|path| {
        let reading = Reading {
            lossy: true,
            language: ours
                .article
                .language
                .as_deref()
                .and_then(Language::from_tag),
            published: None,
        };
        read_article(&path, reading)
    });
    let Ok(article) = article else {
        return HashMap::new();
    };
    let quotes: Vec<_> = alone.iter().map(|it| &it.quote).collect();
    let standings = anchor::locate(&article.article, &quotes);
    alone
        .iter()
        .zip(standings)
        .filter_map(|(claim, standing)| Some((claim.id.clone(), standing.range()?.start.0)))
        .collect()
}
