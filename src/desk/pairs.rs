//! Which claim file of one point is which of the other, and what changed in it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::claim::{ClaimFile, ClaimId};
use crate::compare::diff;
use crate::desk::revisions::{FileChanges, Scope, Side};
use crate::git::Blob;
use crate::store;
use crate::text::Problem;

/// One claim file before and after.
pub(super) struct Pair {
    /// Its path, later where it still is.
    pub(super) path: PathBuf,
    /// Its path before, where that was another one.
    pub(super) was: Option<PathBuf>,
    /// Its bytes before.
    pub(super) old: Option<Vec<u8>>,
    /// Its bytes now.
    pub(super) new: Option<Vec<u8>>,
}

/// Files of the same path are one file; those left over are one if they share
/// most claims. A file that came from outside of the scope, or went there, is in it.
pub(super) fn paired(old: Side, new: Side, scope: &Scope) -> Result<Vec<Pair>, Problem> {
    let passed_over = passed_over(&old, &new, scope);
    let wanted = |path: &Path| !passed_over.contains(path);
    let mut before: HashMap<PathBuf, Vec<u8>> = old.contents(wanted)?.into_iter().collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (path, bytes) in new.contents(wanted)? {
        let old = before.remove(&path);
        if old.as_ref() != Some(&bytes) {
            pairs.push(Pair {
                path,
                was: None,
                old,
                new: Some(bytes),
            });
        }
    }
    let mut left: Vec<(PathBuf, Vec<u8>)> = before.into_iter().collect();
    left.sort();
    follow_renames(&mut pairs, &mut left);
    pairs.extend(left.into_iter().map(|(path, bytes)| Pair {
        path,
        was: None,
        old: Some(bytes),
        new: None,
    }));
    pairs.retain(|it| scope.covers(&it.path) || it.was.as_ref().is_some_and(|it| scope.covers(it)));
    pairs.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(pairs)
}

/// Paths at which both revisions have the same object, and those that both
/// sides have outside of the scope.
fn passed_over(old: &Side, new: &Side, scope: &Scope) -> HashSet<PathBuf> {
    let mut found = HashSet::new();
    if let (Side::Revision(_, old), Side::Revision(_, new)) = (old, new) {
        let known: HashSet<&Blob> = old.iter().collect();
        let same = new.iter().filter(|it| known.contains(it));
        found.extend(same.map(|it| it.path.clone()));
    }
    let known: HashSet<&Path> = old.paths().into_iter().collect();
    let outside = |it: &&Path| known.contains(it) && !scope.covers(it);
    found.extend(new.paths().into_iter().filter(outside).map(Path::to_owned));
    found
}

/// Gives each new file the one that is gone with which it shares most claims.
fn follow_renames(pairs: &mut [Pair], left: &mut Vec<(PathBuf, Vec<u8>)>) {
    if left.is_empty() || pairs.iter().all(|it| it.old.is_some()) {
        return;
    }
    let mut left_ids: Vec<HashSet<ClaimId>> = left.par_iter().map(|it| ids(&it.1)).collect();
    for pair in pairs.iter_mut().filter(|it| it.old.is_none()) {
        let ids = pair.new.as_ref().map(|it| ids(it)).unwrap_or_default();
        let shared = |others: &HashSet<ClaimId>| {
            let shared = ids.intersection(others).count();
            (shared * 2 > ids.len().max(others.len())).then_some(shared)
        };
        let best = (0..left.len())
            .filter_map(|at| Some((shared(&left_ids[at])?, at)))
            .max();
        if let Some((_, at)) = best {
            left_ids.remove(at);
            let (was, bytes) = left.remove(at);
            pair.was = Some(was);
            pair.old = Some(bytes);
        }
    }
}

fn ids(bytes: &[u8]) -> HashSet<ClaimId> {
    let document = store::read(bytes, Path::new(""));
    let claims = document.map(|it| it.into_file().claims).unwrap_or_default();
    claims.into_iter().map(|it| it.id).collect()
}

/// What changed in each of the pairs.
pub(super) fn compared(pairs: Vec<Pair>) -> Result<Vec<FileChanges>, Problem> {
    let one = |pair: Pair| -> Result<Option<FileChanges>, Problem> {
        let label = |which: &str| {
            let mut name = pair.path.as_os_str().to_owned();
            name.push(format!(" ({which})"));
            PathBuf::from(name)
        };
        let alone = |bytes: &[u8], which: &str| -> Result<ClaimFile, Problem> {
            store::read(bytes, &label(which)).map(store::Document::into_file)
        };
        let (old, new) = match (&pair.old, &pair.new) {
            (Some(old), Some(new)) => {
                let (was, is) = (label("before"), label("after"));
                store::read_differing((old, &was), (new, &is))?
            }
            (Some(old), None) => {
                let old = alone(old, "before")?;
                (old.clone(), ClaimFile::new(old.article, Vec::new()))
            }
            (None, Some(new)) => {
                let new = alone(new, "after")?;
                (ClaimFile::new(new.article.clone(), Vec::new()), new)
            }
            (None, None) => return Ok(None),
        };
        let changes = diff(&old, &new);
        let is_told = !changes.is_empty() || pair.was.is_some();
        Ok(is_told.then_some(FileChanges {
            path: pair.path,
            was: pair.was,
            is_new: pair.old.is_none(),
            is_gone: pair.new.is_none(),
            changes,
        }))
    };
    let found: Vec<Result<Option<FileChanges>, Problem>> = pairs.into_par_iter().map(one).collect();
    found.into_iter().filter_map(Result::transpose).collect()
}
