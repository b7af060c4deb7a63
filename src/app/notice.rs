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

/// What became of the article's file since the review was opened, which goes on
/// with the words as they were then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleOnDisk {
    /// It is as it was.
    #[default]
    AsOpened,
    /// It has other words.
    Changed,
    /// It cannot be read any more.
    Gone,
}

impl ArticleOnDisk {
    /// What is wrong, in two words and in a sentence, if anything is.
    pub fn alert(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::AsOpened => None,
            Self::Changed => Some((
                "ARTICLE CHANGED",
                "you see the words as they were opened; leave and open it again to see the new ones",
            )),
            Self::Gone => Some((
                "ARTICLE GONE",
                "its file cannot be read any more; you see the words as they were opened",
            )),
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
