//! A claim file as it was read: what it says, and every byte of how it says it.

use std::ops::Range;
use std::path::Path;

use crate::claim::{ClaimFile, ClaimId, SCHEMA};
use crate::store::layout::Layout;
use crate::store::splice::Origins;
use crate::store::{read_text, write};
use crate::text::{LineColumn, Problem};

/// A claim file with the text it came from, so that a change can leave alone
/// all that it does not concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) file: ClaimFile,
    pub(super) text: String,
    pub(super) layout: Layout,
    pub(super) has_byte_order_mark: bool,
    pub(super) origins: Origins,
}

impl Document {
    /// A claim file that is not on disk yet; `path` is where it shall be.
    pub fn new(file: &ClaimFile, path: &Path) -> Result<Self, Problem> {
        read_text(&write(file), path)
    }

    /// Where the claim of this name begins, line and column from 1.
    pub fn place_of(&self, id: &ClaimId) -> Option<LineColumn> {
        let place = self.file.claims.iter().position(|it| it.id == *id)?;
        // Comments above a claim belong to it; it is its first key that is meant.
        let claim = self.layout.claims.get(place)?;
        let lines = self.text[claim.clone()].lines();
        let above = lines
            .take_while(|it| !it.trim_start().starts_with('-'))
            .count();
        Some(LineColumn {
            line: self.line_of_claim(place)? + above,
            column: 1,
        })
    }

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

    /// The text of claim number `place` with the comments above it.
    pub(super) fn claim_text(&self, place: usize) -> &str {
        &self.text[self.claim_range(place)]
    }

    pub(super) fn claim_range(&self, place: usize) -> Range<usize> {
        self.layout.claims[place].clone()
    }
}
