//! Who is working here, as git was told.

use std::path::Path;
use std::process::Child;

use crate::git::process::{end, end_of, patience, reading};
use crate::git::repository::GitFault;

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
    ///
    /// # Errors
    /// [`GitFault::Silent`] alone: a name may be there that git never came to tell.
    pub fn name(mut self) -> Result<Option<String>, GitFault> {
        let Some(child) = self.0.take() else {
            return Ok(None);
        };
        let output = match end_of(child, patience()) {
            Ok(output) => output,
            Err(fault @ GitFault::Silent(_)) => return Err(fault),
            Err(_) => return Ok(None),
        };
        let name = String::from_utf8(output.stdout).unwrap_or_default();
        let name = name.trim();
        let is_known = output.status.success() && !name.is_empty();
        Ok(is_known.then(|| name.to_owned()))
    }
}

impl Drop for Identity {
    /// Nobody wants to know any more.
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            end(child);
        }
    }
}
