//! What became of a quote in the article as it is now.

use crate::text::ByteRange;

/// Where a claim's quote stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Word for word, among the same words.
    Kept(ByteRange),
    /// Word for word, but elsewhere or among other words.
    Moved(ByteRange),
    /// Found again with other words: what was judged is no longer what stands there.
    Changed(ByteRange),
    /// Not to be found.
    Orphaned,
}

impl Standing {
    /// Where it stands, if anywhere.
    pub const fn range(self) -> Option<ByteRange> {
        match self {
            Self::Kept(range) | Self::Moved(range) | Self::Changed(range) => Some(range),
            Self::Orphaned => None,
        }
    }
}
