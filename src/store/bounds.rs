//! How large and how deep a claim file may be: strangers' files are opened too.

/// Bytes of the largest claim file that is read. 100,000 claims with evidence
/// came to 78.7 MB, so this leaves half as much again.
pub const MOST_BYTES: usize = 128 * 1024 * 1024;

/// Lists and mappings inside each other. A claim file uses four; the rest is
/// for keys that a newer redpencil or a person has added.
pub(super) const DEPTH: usize = 16;

/// Bytes of a key: YAML itself allows no longer ones without a `?` before them.
pub(super) const KEY_BYTES: usize = 1024;

/// Code points of a stranger's line that a message repeats.
pub(super) const ECHO_CHARS: usize = 160;
