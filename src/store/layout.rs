//! Where the parts of a claim file stand.

use std::ops::Range;

use crate::text::ByteRange;

/// Where the parts of a claim file stand, in bytes of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The keys at the top.
    pub(super) keys: Vec<TopKey>,
    /// Each claim with the comments above it, in the order of the file. Together
    /// they are one stretch, unless `is_flow`.
    pub(super) claims: Vec<Range<usize>>,
    /// The column of the dashes before the claims.
    pub(super) dash_column: usize,
    /// Whether the claims, or everything, stand between brackets.
    pub(super) is_flow: bool,
}

/// A key at the top of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TopKey {
    pub(super) name: String,
    /// Where the key stands.
    pub(super) at: ByteRange,
    /// The value, if it is a scalar, and where it stands.
    pub(super) scalar: Option<(String, ByteRange)>,
}

impl Layout {
    /// The bytes before the first claim and from the end of the last one.
    pub(super) fn around(&self, text: &str) -> (Range<usize>, Range<usize>) {
        match (self.claims.first(), self.claims.last()) {
            (Some(first), Some(last)) => (0..first.start, last.end..text.len()),
            _ => (0..text.len(), text.len()..text.len()),
        }
    }
}
