//! What a stretch of the screen is, before it has a colour.

use crate::claim::{Status, Verdict};
use crate::text::Visible;

/// What a stretch of the screen is. Styles are made from it in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Words as they are.
    Plain,
    /// What stands back: labels, what was left out.
    Dim,
    /// What stands out.
    Strong,
    /// A key that can be pressed.
    Key,
    /// What became of a claim.
    Status(Status),
    /// Something to know.
    Notice,
    /// Something that went wrong.
    Alert,
}

/// Words with their role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What they are.
    pub role: Role,
    /// The words.
    pub text: Visible<'static>,
}

impl Words {
    /// Words that may come from anywhere.
    pub fn new(role: Role, text: &str) -> Self {
        Self {
            role,
            text: Visible::line(text).into_owned(),
        }
    }
}

/// The sign of a status: never colour alone. All are one column wide.
pub const fn glyph(status: Status) -> &'static str {
    match status {
        Status::Unreviewed => "·",
        Status::Agreed(Verdict::Verified) => "✓",
        Status::Agreed(Verdict::Disputed) => "✗",
        Status::Agreed(Verdict::Unknown) => "?",
        Status::Contested => "!",
    }
}

/// "1 claim", "2 claims", "2 stretches".
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let ending = match (count, noun.ends_with("ch")) {
        (1, _) => "",
        (_, true) => "es",
        (_, false) => "s",
    };
    format!("{count} {noun}{ending}")
}
