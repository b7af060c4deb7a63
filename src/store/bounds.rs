//! How large and how deep a claim file may be, and what lies beside it:
//! strangers' files are opened too. `docs/LIMITS.md` tells people.

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

/// Bytes of the largest journal that is read: twice the largest claim file.
pub(super) const JOURNAL_BYTES: u64 = 256 << 20;

/// Bytes of a claim file in which its article's name is looked for, to tell
/// which of two articles it belongs to without reading all of it.
pub(super) const HEAD_BYTES: u64 = 8192;

/// Bytes of something remembered between sessions.
pub(super) const REMEMBERED_BYTES: u64 = 4096;

/// Bytes of a lock file that are read: a process number is shorter.
pub(super) const LOCK_BYTES: u64 = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_people_says_the_same() {
        let page = include_str!("../../docs/LIMITS.md");
        let journal = JOURNAL_BYTES >> 20;
        for row in [
            format!("| claim file | {} MiB |", MOST_BYTES >> 20),
            format!("| lists and mappings inside each other | {DEPTH} levels |"),
            format!("| a key | {KEY_BYTES} bytes |"),
            format!("| a line that a message repeats | {ECHO_CHARS} characters |"),
            format!("| journal | {journal} MiB |"),
        ] {
            assert!(page.contains(&row), "docs/LIMITS.md lacks {row}");
        }
    }
}
