//! Remembers what was judged in the other claim files of the repository.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use rayon::prelude::*;

use crate::desk::articles::read_bounded;
use crate::desk::discover::claim_files_below;
use crate::review::{EarlierFile, Memory};
use crate::store;

/// What was read of claim files before: a file that has not changed since is not
/// read again when the next article is opened.
#[derive(Clone, Debug, Default)]
pub struct Recall {
    known: Arc<Mutex<HashMap<PathBuf, Known>>>,
}

#[derive(Clone, Debug)]
struct Known {
    stamp: Stamp,
    file: Arc<EarlierFile>,
}

/// What tells one state of a file from another without reading it.
type Stamp = (Option<SystemTime>, u64);

/// Claim files that are remembered at most.
const MOST_FILES: usize = 50_000;

impl Recall {
    /// Nothing remembered yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads all claim files of the repository but the one at `claims`, in the
    /// background; `report` hears once, when all are read. Outside a repository
    /// the folder of the claim file is read, and nothing below it.
    ///
    /// A file that cannot be read is left out: the list of articles tells of it.
    pub fn gather(&self, claims: &Path, report: impl FnOnce(Arc<Memory>) + Send + 'static) {
        let known = Arc::clone(&self.known);
        let claims = claims.to_owned();
        thread::spawn(move || report(Arc::new(remember(&known, &claims))));
    }
}

fn remember(known: &Mutex<HashMap<PathBuf, Known>>, claims: &Path) -> Memory {
    let own = resolved(claims);
    let root = store::repository_of(&own);
    let folder = own.parent().unwrap_or(Path::new("."));
    let files = match &root {
        Some(root) => claim_files_below(root, usize::MAX),
        None => claim_files_below(folder, 1),
    };
    let root = root.as_deref().unwrap_or(folder);
    let files: Vec<PathBuf> = files.filter(|it| *it != own).take(MOST_FILES).collect();
    let before = known.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let read = |path: &PathBuf| Some((path.clone(), looked_at(path, root, before.get(path))?));
    // Half the machine: the person who reads must not notice.
    let threads = (rayon::current_num_threads() / 2).max(1);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let found: HashMap<PathBuf, Known> = match pool {
        Ok(pool) => pool.install(|| files.par_iter().filter_map(read).collect()),
        Err(_) => files.iter().filter_map(read).collect(),
    };
    let remembered = files.iter().filter_map(|it| found.get(it));
    let memory = Memory::of(remembered.map(|it| Arc::clone(&it.file)).collect());
    known
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .extend(found);
    memory
}

/// What stands in the claim file at `path`, read only where it has changed.
fn looked_at(path: &Path, root: &Path, before: Option<&Known>) -> Option<Known> {
    let about = path.metadata().ok()?;
    let stamp = stamp(&about);
    if let Some(known) = before.filter(|it| it.stamp == stamp) {
        return Some(known.clone());
    }
    let bytes = read_bounded(path).ok()?;
    let document = store::read(&bytes, path).ok()?;
    let place = path.strip_prefix(root).unwrap_or(path).display();
    let file = EarlierFile::of(place.to_string(), document.file());
    Some(Known {
        stamp,
        file: Arc::new(file),
    })
}

fn stamp(about: &Metadata) -> Stamp {
    (about.modified().ok(), about.len())
}

/// The path with links resolved, also where nothing lies there yet.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(path) = path.canonicalize() {
        return path;
    }
    let name = path.file_name().unwrap_or_default();
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    folder
        .canonicalize()
        .map_or_else(|_| path.to_owned(), |it| it.join(name))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use super::*;

    const CLAIMS: &str = "redpencil: 1\narticle:\n  file: a.txt\n  title: The vote\nclaims:\n\
        - id: aaaaaa\n  quote:\n    exact: 212 of 230 staff signed\n  verdicts:\n\
        \x20 - verdict: verified\n    reviewer: Ana\n    reviewed: 2024-03-05T09:12:44Z\n\
        \x20 claim: 212 of 230 staff signed\n";

    fn gathered(recall: &Recall, claims: &Path) -> usize {
        let (sender, memory) = channel();
        recall.gather(claims, move |it| sender.send(it).expect("somebody waits"));
        memory.recv().expect("a memory").claims()
    }

    #[test]
    fn the_whole_repository_is_remembered_but_for_the_file_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        for name in ["a.claims.yaml", "2023/b.claims.yaml", "2024/c.claims.yaml"] {
            fs::create_dir_all(at(name).parent().expect("a folder")).expect("a folder");
            fs::write(at(name), CLAIMS).expect("a file");
        }
        fs::write(at("2024/d.claims.yaml"), "redpencil: [").expect("a file");
        let recall = Recall::new();
        // Outside a repository only the folder itself.
        assert_eq!(gathered(&recall, &at("2024/new.claims.yaml")), 1);
        fs::create_dir(at(".git")).expect("a folder");
        assert_eq!(gathered(&recall, &at("2024/new.claims.yaml")), 3);
        assert_eq!(gathered(&recall, &at("2024/c.claims.yaml")), 2);
        fs::write(
            at("a.claims.yaml"),
            CLAIMS.replace("id: aaaaaa", "id: bbbbbbb"),
        )
        .expect("a file");
        fs::remove_file(at("2023/b.claims.yaml")).expect("a file");
        assert_eq!(gathered(&recall, &at("2024/new.claims.yaml")), 2);
    }
}
