//! The passes in which an article is checked.

use crate::claim::Claim;
use crate::review::Seen;
use crate::split::is_criticism;
use crate::text::Language;

/// One of the passes in which an article is checked: the facts first, then what
/// somebody has to be asked about, then all of it once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// What can be looked up.
    Facts,
    /// What says ill of somebody, who has to be heard.
    Criticism,
    /// Everything, what was dismissed and left out too.
    Whole,
}

impl Pass {
    /// Every pass, in its turn.
    pub const ALL: [Self; 3] = [Self::Facts, Self::Criticism, Self::Whole];

    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Criticism => "criticism",
            Self::Whole => "the whole",
        }
    }

    /// Its place among the passes, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// Whether `claim` belongs to it.
    pub fn lists(self, claim: &Claim, seen: Seen<'_>) -> bool {
        let text = &claim.quote.exact;
        let criticises = || {
            let language = seen.language.unwrap_or_else(|| Language::detect(text));
            is_criticism(text, language)
        };
        match self {
            Self::Facts => !criticises(),
            Self::Criticism => criticises(),
            Self::Whole => true,
        }
    }
}
