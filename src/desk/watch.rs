//! Hears of changes to one file by other programs.

use std::path::Path;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Watches as long as it is kept.
pub(super) type Watch = RecommendedWatcher;

/// Calls `stirred` whenever something may have happened to the file at `path`,
/// too often rather than too seldom. None where the system cannot watch it:
/// then a change is noticed at the next save.
///
/// The folder is watched, not the file: git and most editors put a new file in
/// the place of the old one, and a watch on the file would stay with the old.
pub(super) fn watch(path: &Path, stirred: impl Fn() + Send + 'static) -> Option<Watch> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = target.file_name()?.to_owned();
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        Some(_) | None => Path::new(".").to_owned(),
    };
    let concerns = move |event: &Event| {
        let is_change = match event.kind {
            EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
            EventKind::Any
            | EventKind::Create(_)
            | EventKind::Modify(_)
            | EventKind::Remove(_)
            | EventKind::Other => true,
        };
        let is_named = event.paths.iter().any(|it| it.file_name() == Some(&name));
        is_change && (is_named || event.need_rescan())
    };
    let told = move |event: notify::Result<Event>| {
        if event.is_ok_and(|it| concerns(&it)) {
            stirred();
        }
    };
    let mut watcher = notify::recommended_watcher(told).ok()?;
    watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
