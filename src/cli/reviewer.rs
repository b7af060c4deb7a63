//! Who is judging.

use std::path::Path;

use crate::claim::Reviewer;
use crate::config::Settings;
use crate::git::{Identity, ask_for_identity};
use crate::text::Problem;

/// A name that was given, or a question to git that is under way.
pub(crate) enum Asked {
    Given(Reviewer),
    Git(Identity),
}

/// Starts to find out who is judging in `folder`: who is named here, else in the
/// settings, else to git.
pub(crate) fn ask(given: Option<&str>, settings: &Settings, folder: &Path) -> Asked {
    match given.or(settings.reviewer.as_deref()) {
        Some(name) => Asked::Given(Reviewer::new(name)),
        None => Asked::Git(ask_for_identity(folder)),
    }
}

impl Asked {
    /// The reviewer: as given, or git's `user.name`, or the system's user.
    ///
    /// # Errors
    /// Where git does not answer: to judge in another name would be worse.
    pub(crate) fn answer(self) -> Result<Reviewer, Problem> {
        match self {
            Self::Given(reviewer) => Ok(reviewer),
            Self::Git(identity) => {
                let name = identity.name().map_err(|it| {
                    Problem::error(it.to_string()).next_step("say who judges with --reviewer NAME")
                })?;
                let user = || std::env::var("USER").ok();
                Ok(Reviewer::new(&name.or_else(user).unwrap_or_default()))
            }
        }
    }
}
