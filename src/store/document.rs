//! A claim file as it was read: what it says, and every byte of how it says it.

use crate::claim::{ClaimFile, SCHEMA};
use crate::store::guard::Layout;

/// A claim file with the text it came from, so that a change can leave alone
/// all that it does not concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) file: ClaimFile,
    pub(super) text: String,
    pub(super) layout: Layout,
    pub(super) has_byte_order_mark: bool,
}

impl Document {
    /// What the file says.
    pub const fn file(&self) -> &ClaimFile {
        &self.file
    }

    /// What the file says, to be kept without the text it came from.
    pub fn into_file(self) -> ClaimFile {
        self.file
    }

    /// The text, a byte order mark left out.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes, exactly as they were read.
    pub fn bytes(&self) -> Vec<u8> {
        let mark: &[u8] = if self.has_byte_order_mark {
            b"\xEF\xBB\xBF"
        } else {
            b""
        };
        [mark, self.text.as_bytes()].concat()
    }

    /// Whether a newer redpencil wrote it: it can be looked at and not changed.
    pub const fn read_only(&self) -> bool {
        self.file.schema > SCHEMA
    }

    /// The line in which claim number `place`, from 0, has its first key or
    /// comment, counted from 1.
    pub fn line_of_claim(&self, place: usize) -> Option<usize> {
        let claim = self.layout.claims.get(place)?;
        Some(self.text[..claim.start].matches('\n').count() + 1)
    }
}
