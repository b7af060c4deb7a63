//! How large an article may be, and how far a page may go: strangers' files are
//! opened too. What lies beyond is refused with its place, never cut off.
//! `docs/LIMITS.md` tells people.

/// The largest file that is read, in bytes: 64 MiB, some fifty long novels.
pub const MOST_BYTES: usize = 64 << 20;

/// The deepest nesting of a page that is read; browsers stop at 512. The parser
/// walks its open elements at nearly every tag.
pub(super) const LEVELS: usize = 10_000;

/// Formatting elements that may be open at once, each counted three times at
/// most, as the standard does ("Noah's Ark clause"). The parser repeats them in
/// every paragraph.
pub(super) const FORMATTING: usize = 512;

/// Attributes of one tag. The parser compares each with all before it: 100,000
/// took 3.6 s. No tag that a person or a site builder wrote has a hundred.
pub(super) const ATTRIBUTES: usize = 256;

/// `<article>`s of a page that are looked at: the text of nested ones is counted
/// again for each.
pub(super) const ARTICLES: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_people_says_the_same() {
        let page = include_str!("../../docs/LIMITS.md");
        for row in [
            format!("| article | {} MiB |", MOST_BYTES >> 20),
            format!("| elements of a page inside each other | {LEVELS} levels |"),
            format!("| formatting elements of a page open at once | {FORMATTING} |"),
            format!("| attributes of one tag | {ATTRIBUTES} |"),
            format!("| `<article>` elements that are looked at | {ARTICLES} |"),
        ] {
            assert!(page.contains(&row), "docs/LIMITS.md lacks {row}");
        }
    }
}
