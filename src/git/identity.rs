//! Who is working here, as git was told.

use std::path::Path;
use std::process::Child;

use crate::git::process::reading;

/// A question to git that is under way: it takes about a millisecond, which
/// the caller can use.
#[derive(Debug)]
pub struct Identity(Option<Child>);

/// Asks git for the name that commits in `folder` would carry.
pub fn ask_for_identity(folder: &Path) -> Identity {
    Identity(
        reading(folder)
            .args(["config", "--get", "user.name"])
            .spawn()
            .ok(),
    )
}

impl Identity {
    /// The name, where git is there and knows one.
    pub fn name(self) -> Option<String> {
        let output = self.0?.wait_with_output().ok()?;
        let name = String::from_utf8(output.stdout).ok()?.trim().to_owned();
        (output.status.success() && !name.is_empty()).then_some(name)
    }
}
