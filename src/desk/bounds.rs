//! How much the desk takes from the world, and keeps for another day.
//! `docs/LIMITS.md` tells people.

/// Bytes of the longest address that is handed to a browser.
pub(super) const URL_BYTES: usize = 4096;

/// Steps that are kept as a way back; a session that finds more begins anew.
pub(super) const STEPS: usize = 10_000;

/// Bytes of all versions of a claim file that are held at a time while its
/// history is read.
pub(super) const HISTORY_BYTES: u64 = 128 << 20;

/// How many times a file can have been renamed in its history.
pub(super) const RENAMES: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_people_says_the_same() {
        let page = include_str!("../../docs/LIMITS.md");
        for row in [
            format!("| an address that is opened | {URL_BYTES} bytes |"),
            format!("from one session to the next | {STEPS} |"),
        ] {
            assert!(page.contains(&row), "docs/LIMITS.md lacks {row}");
        }
    }
}
