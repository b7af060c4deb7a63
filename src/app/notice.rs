//! The line that says what was done or what to do.

use crate::text::Problem;

/// One line for the person, until the next key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Nothing to say.
    #[default]
    None,
    /// Something was done, or needs to be known.
    Told(String),
    /// Something did not work.
    Failed(String),
}

impl Notice {
    /// What is said, if anything.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Told(text) | Self::Failed(text) => Some(text),
        }
    }
}

/// Whether what was decided is on disk.
#[derive(Clone, Debug, Default)]
pub enum Saving {
    /// It is.
    #[default]
    Saved,
    /// It is not: said on the screen until it is.
    Failed(Problem),
}
