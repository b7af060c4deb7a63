//! The folder for what belongs to the person and not to the repository.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy as _, choose_base_strategy};

use crate::store::{bounds, digest};
use crate::text::Problem;

/// Characters of a digest that make a name: two claim files share it once in 2^80.
const NAME_CHARS: usize = 20;

/// The journal of the claim file at `claims`.
pub fn journal_path(claims: &Path) -> Result<PathBuf, Problem> {
    state_file(claims, "journal")
}

/// The lock of the claim file at `claims`. It is a file of its own: a lock on
/// the claim file itself would stay with the old one when that is replaced.
pub(super) fn lock_path(claims: &Path) -> Result<PathBuf, Problem> {
    state_file(claims, "lock")
}

/// Whether this is the first time that `name` is asked about on this account,
/// which it is not from now on. False where nothing can be remembered: what
/// cannot be remembered would come every time.
pub fn is_first_time(name: &str) -> bool {
    let Ok(folder) = state_folder() else {
        return false;
    };
    fs::File::create_new(folder.join(name)).is_ok()
}

/// Remembers a few words under `name`. They may be gone after a power cut:
/// nothing that a person has decided belongs here.
pub fn remember(name: &str, words: &str) -> Result<(), Problem> {
    let path = state_folder()?.join(name);
    // Two sessions that write at the same time must not mix their words.
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    let written = fs::write(&fresh, words).and_then(|()| fs::rename(&fresh, &path));
    written.map_err(|error| {
        // Where it was written and not renamed it would lie about.
        let _ = fs::remove_file(&fresh);
        Problem::error(format!("it could not be remembered: {error}")).in_file(&path)
    })
}

/// The name under which something about the claim file at `claims` is remembered.
pub fn name_for(claims: &Path, what: &str) -> String {
    let name = digest(&real(claims).to_string_lossy());
    format!("{}.{what}", &name[..NAME_CHARS])
}

/// What was remembered under `name`, if anything was and can be read.
pub fn remembered(name: &str) -> Option<String> {
    let file = fs::File::open(state_folder().ok()?.join(name)).ok()?;
    let mut words = String::new();
    file.take(bounds::REMEMBERED_BYTES)
        .read_to_string(&mut words)
        .ok()?;
    Some(words)
}

/// A file in `$XDG_STATE_HOME/redpencil` that belongs to one claim file,
/// whichever way its path was written.
fn state_file(claims: &Path, extension: &str) -> Result<PathBuf, Problem> {
    Ok(state_folder()?.join(name_for(claims, extension)))
}

/// `$XDG_STATE_HOME/redpencil`, made where it is missing.
fn state_folder() -> Result<PathBuf, Problem> {
    let strategy = choose_base_strategy()
        .map_err(|error| Problem::error(format!("no folder for the program's state: {error}")))?;
    let folder = strategy
        .state_dir()
        .unwrap_or_else(|| strategy.data_dir())
        .join("redpencil");
    make_private(&folder).map_err(|error| {
        Problem::error(format!("the folder could not be made: {error}"))
            .in_file(&folder)
            .next_step("check that you may write there, or set XDG_STATE_HOME")
    })?;
    Ok(folder)
}

fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The path with links resolved, of a file that may not be there yet.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let folder = path
        .parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    folder.join(path.file_name().unwrap_or_default())
}
