//! What the steps of a claim file's history made of verdicts.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::compare::{Change, diff, renamed};
use crate::desk::steps::{Content, Step, Texts};
use crate::git::Blob;
use crate::store::{self, Blocks};

/// What a step made of verdicts and ids.
#[derive(Default)]
pub(super) struct Made {
    pub(super) changes: Vec<Change>,
    /// Claims that had another id before: the id now, the id then.
    renamed: Vec<(ClaimId, ClaimId)>,
}

impl Made {
    /// Keeps what is about the claims of these `ids`, and adds the ids that they
    /// had before this step.
    pub(super) fn follow(&mut self, ids: &mut HashSet<ClaimId>) {
        self.changes
            .retain(|it| it.claim.as_ref().is_some_and(|it| ids.contains(it)));
        for (now, then) in &self.renamed {
            if ids.contains(now) {
                ids.insert(then.clone());
            }
        }
    }
}

/// The versions that a step lies between.
struct Between<'a> {
    before: Vec<&'a Version<'a>>,
    after: &'a Version<'a>,
}

impl<'a> Between<'a> {
    /// The versions before and after `step`; none where the file is gone after it.
    fn of(step: &Step, known: &'a Versions<'a>) -> Result<Option<Self>, ()> {
        let after = match &step.after {
            Content::Blob(blob) => known.of(blob)?,
            Content::Bytes(_) => known.work_tree.as_ref().ok_or(())?,
            Content::Gone => return Ok(None),
        };
        let before: Result<Vec<&Version<'_>>, ()> =
            step.before.iter().map(|it| known.of(it)).collect();
        let mut before = before?;
        if before.is_empty() {
            before.push(&known.nothing);
        }
        Ok(Some(Self { before, after }))
    }
}

/// What each of the steps changed in the verdicts.
///
/// A claim that a step changed is one that the next step finds: it is read once.
pub(super) fn made_by(texts: &Texts, steps: &[Step]) -> Vec<Result<Made, ()>> {
    let versions = Versions::new(texts, steps);
    let between: Vec<_> = steps
        .par_iter()
        .map(|it| Between::of(it, &versions))
        .collect();
    let differing: HashSet<&str> = between
        .par_iter()
        .flatten()
        .flatten()
        .flat_map_iter(|it| {
            it.before
                .iter()
                .filter_map(|before| before.differing(it.after))
        })
        .flat_map_iter(|(before, after)| before.into_iter().chain(after))
        .collect();
    let claims: Claims<'_> = differing
        .into_par_iter()
        .map(|it| (it, store::read_block(it)))
        .collect();
    let made = |between: Result<Option<Between<'_>>, ()>| match between? {
        Some(between) => made(&between, &claims),
        None => Ok(Made::default()),
    };
    between.into_par_iter().map(made).collect()
}

/// What a step changed in the verdicts: of a merge, what no parent had.
fn made(between: &Between<'_>, claims: &Claims<'_>) -> Result<Made, ()> {
    let mut made: Option<Made> = None;
    for before in &between.before {
        let found = made_between(before, between.after, claims)?;
        made = Some(match made {
            None => found,
            Some(mut known) => {
                known.changes.retain(|it| found.changes.contains(it));
                known.renamed.extend(found.renamed);
                known
            }
        });
    }
    Ok(made.unwrap_or_default())
}

/// What became of verdicts and ids between two versions of a claim file.
fn made_between(
    before: &Version<'_>,
    after: &Version<'_>,
    claims: &Claims<'_>,
) -> Result<Made, ()> {
    if before.text == after.text {
        return Ok(Made::default());
    }
    let (before, after) = match before.differing(after) {
        Some((before, after)) => match (together(&before, claims), together(&after, claims)) {
            (Some(before), Some(after)) => (before, after),
            _ => (
                read(&store::text_of_blocks(&before))?,
                read(&store::text_of_blocks(&after))?,
            ),
        },
        None => (read(before.text)?, read(after.text)?),
    };
    let mut changes = diff(&before, &after);
    changes.retain(|it| it.field.is_about_a_verdict());
    Ok(Made {
        changes,
        renamed: renamed(&before, &after),
    })
}

fn read(text: &str) -> Result<ClaimFile, ()> {
    if text.is_empty() {
        return Ok(ClaimFile::new(Particulars::default(), Vec::new()));
    }
    let document = store::read_text(text, Path::new("")).map_err(|_| ())?;
    Ok(document.into_file())
}

/// What the texts of claims say, none where one cannot be read by itself.
type Claims<'a> = HashMap<&'a str, Option<Claim>>;

/// A file of these claims; none where they cannot be told apart.
fn together(blocks: &[&str], claims: &Claims<'_>) -> Option<ClaimFile> {
    let read: Option<Vec<Claim>> = blocks.iter().map(|it| claims.get(it)?.clone()).collect();
    let claims = read?;
    let mut ids = HashSet::new();
    let is_distinct = claims.iter().all(|it| ids.insert(&it.id));
    drop(ids);
    is_distinct.then(|| ClaimFile::new(Particulars::default(), claims))
}

/// One version of a claim file.
struct Version<'a> {
    text: &'a str,
    /// Its claims, where they can be told without reading it.
    blocks: Option<Blocks<'a>>,
}

impl<'a> Version<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            blocks: Blocks::of(text),
        }
    }

    /// The texts of the claims that are otherwise in the other version.
    fn differing(&self, other: &Self) -> Option<(Vec<&'a str>, Vec<&'a str>)> {
        Some(self.blocks.as_ref()?.differing(other.blocks.as_ref()?))
    }
}

/// All versions, by the ids of their objects.
struct Versions<'a> {
    of_objects: HashMap<&'a str, Version<'a>>,
    work_tree: Option<Version<'a>>,
    /// What was there before there was a file.
    nothing: Version<'a>,
}

impl<'a> Versions<'a> {
    fn new(texts: &'a Texts, steps: &'a [Step]) -> Self {
        let version = |(id, bytes): (&'a String, &'a Vec<u8>)| {
            Some((id.as_str(), Version::new(std::str::from_utf8(bytes).ok()?)))
        };
        // Only the first step of all is the work tree's.
        let work_tree = steps.first().and_then(|it| match &it.after {
            Content::Bytes(bytes) => std::str::from_utf8(bytes).ok().map(Version::new),
            Content::Blob(_) | Content::Gone => None,
        });
        Self {
            of_objects: texts.0.par_iter().filter_map(version).collect(),
            work_tree,
            nothing: Version::new(""),
        }
    }

    fn of(&self, blob: &Blob) -> Result<&Version<'a>, ()> {
        self.of_objects.get(blob.id.as_str()).ok_or(())
    }
}
