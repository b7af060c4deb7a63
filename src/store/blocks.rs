//! Claims of a text found by their first lines, without reading the rest: for
//! walking through a long history, in which each step changes little.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use memchr::memmem;

use crate::claim::Claim;
use crate::store::read::read_text;

/// One claim of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block<'a> {
    first_line: &'a str,
    text: &'a str,
}

/// The claims of one version of a claim file, found and not read. What stands
/// round them is left out.
#[derive(Clone, Debug)]
pub struct Blocks<'a> {
    blocks: Vec<Block<'a>>,
    /// Whether no two claims have the same first line.
    is_distinct: bool,
}

pub(super) const HEAD: &str = "redpencil: 1\narticle:\n  file: x\n";

impl<'a> Blocks<'a> {
    /// The claims of `text`. None where they do not begin with `- id:` at the
    /// line's start, as redpencil writes them.
    pub fn of(text: &'a str) -> Option<Self> {
        let block = |range: Range<usize>| {
            let text = &text[range];
            let first_line = text.lines().next().unwrap_or_default();
            Block { first_line, text }
        };
        let blocks: Vec<Block<'_>> = block_ranges(text)?.into_iter().map(block).collect();
        let mut first_lines: Vec<&str> = blocks.iter().map(|it| it.first_line).collect();
        first_lines.sort_unstable();
        Some(Self {
            is_distinct: first_lines.windows(2).all(|it| it[0] != it[1]),
            blocks,
        })
    }

    /// The texts of the claims that are otherwise in `other`, or not there, and
    /// those of `other` that are so here.
    pub fn differing(&self, other: &Self) -> (Vec<&'a str>, Vec<&'a str>) {
        let (mut ours, mut theirs) = (&self.blocks[..], &other.blocks[..]);
        // What both begin and end with is the same claim by claim, unless a claim
        // stands there twice.
        if self.is_distinct && other.is_distinct {
            let begin = alike(ours.iter().zip(theirs));
            (ours, theirs) = (&ours[begin..], &theirs[begin..]);
            let end = alike(ours.iter().rev().zip(theirs.iter().rev()));
            ours = &ours[..ours.len() - end];
            theirs = &theirs[..theirs.len() - end];
        }
        (not_in(ours, theirs), not_in(theirs, ours))
    }
}

/// Where the claims of `text` stand, from the line of the id to the line that is
/// no longer the claim's. None where they do not begin with `- id:` at the line's
/// start.
pub(super) fn block_ranges(text: &str) -> Option<Vec<Range<usize>>> {
    let list = memmem::find(text.as_bytes(), b"\nclaims:")? + 1;
    let mut ranges = Vec::new();
    let mut start = None;
    let breaks = memchr::memchr_iter(b'\n', &text.as_bytes()[list..]);
    for at in breaks.map(|it| list + it + 1) {
        match text.as_bytes().get(at) {
            Some(b'-') if text[at..].starts_with("- id:") => {
                ranges.extend(start.replace(at).map(|start| start..at));
            }
            // A list of another make, unless it is the sign-offs.
            Some(b'-') if start.is_some() => return None,
            None | Some(b' ' | b'\r' | b'\n' | b'#' | b'-') => {}
            Some(_) => ranges.extend(start.take().map(|start| start..at)),
        }
    }
    ranges.extend(start.map(|start| start..text.len()));
    Some(ranges)
}

/// How many pairs are of equals, before the first that is not.
fn alike<'a>(pairs: impl Iterator<Item = (&'a Block<'a>, &'a Block<'a>)>) -> usize {
    pairs.take_while(|(one, other)| one == other).count()
}

/// The texts of `blocks` that are otherwise among `others`, or not there.
fn not_in<'a>(blocks: &[Block<'a>], others: &[Block<'a>]) -> Vec<&'a str> {
    let known: HashMap<&str, &str> = others.iter().map(|it| (it.first_line, it.text)).collect();
    let differs = |it: &&Block<'a>| known.get(it.first_line) != Some(&it.text);
    blocks.iter().filter(differs).map(|it| it.text).collect()
}

/// The text of a claim file with these claims: to be read and guarded like any other.
pub fn text_of_blocks(blocks: &[&str]) -> String {
    if blocks.is_empty() {
        return format!("{HEAD}claims: []\n");
    }
    let mut text = format!("{HEAD}claims:\n");
    for block in blocks {
        text.push_str(block);
        // Nothing is cut off: white space at the end may be the claim's own.
        if !block.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// What the text of one claim says; none where it cannot be read by itself.
pub fn read_block(block: &str) -> Option<Claim> {
    let document = read_text(&text_of_blocks(&[block]), Path::new("")).ok()?;
    let mut claims = document.into_file().claims;
    claims.pop().filter(|_| claims.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::claim::{Claim, ClaimFile, Particulars};
    use crate::compare::{Change, Field, diff};
    use crate::store::{read_text, samples, write};

    /// Both texts cut down to the claims that differ.
    fn differing(old: &str, new: &str) -> (String, String) {
        let (old, new) = (Blocks::of(old), Blocks::of(new));
        let (old, new) = old.expect("claims").differing(&new.expect("claims"));
        (text_of_blocks(&old), text_of_blocks(&new))
    }

    #[test]
    fn a_claim_that_stands_twice_is_no_equal_of_itself() {
        let claim = |note: &str| format!("- id: k4q7zd\n  note: {note}\n");
        let text = |notes: [&str; 2]| format!("x\nclaims:\n{}{}", claim(notes[0]), claim(notes[1]));
        let (old, new) = differing(&text(["a", "b"]), &text(["a", "c"]));
        assert_eq!(old.matches("- id:").count(), 2, "{old}");
        assert_eq!(new.matches("- id:").count(), 2, "{new}");
    }

    #[test]
    fn a_claim_reads_by_itself_as_in_its_file() {
        let blocks = Blocks::of(samples::EVERYTHING).expect("claims");
        let read: Option<Vec<Claim>> = blocks.blocks.iter().map(|it| read_block(it.text)).collect();
        let whole = read_text(samples::EVERYTHING, Path::new("x")).expect("a claim file");
        assert_eq!(read.expect("claims"), whole.file().claims);
        for broken in ["", "- id: k4q7zd\n- id: k4q7zd", "- id: [", "id: k4q7zd"] {
            assert!(read_block(broken).is_none(), "{broken}");
        }
    }

    #[test]
    fn white_space_at_a_claims_end_is_read_as_in_its_file() {
        let text = "redpencil: 1\narticle:\n  file: x\nclaims:\n- id: k4q7zd\n  quote:\n    exact: a\n  claim: |+\n    a\n    \u{a0}\n\n";
        let blocks = Blocks::of(text).expect("claims");
        let whole = read_text(text, Path::new("x")).expect("a claim file");
        let alone = read_block(blocks.blocks[0].text).expect("a claim");
        assert_eq!(alone, whole.file().claims[0]);
        assert!(alone.wording.ends_with("\u{a0}\n\n"), "{:?}", alone.wording);
    }

    #[test]
    fn claims_that_differ_are_kept_and_sign_offs_are_no_claims() {
        let other = samples::EVERYTHING.replace("the vote is on Friday\n  claim", "it\n  claim");
        let (old, new) = differing(samples::EVERYTHING, &other);
        assert_eq!(old.matches("- id:").count(), 1, "{old}");
        assert!(old.contains("m2x9ab") && new.contains("m2x9ab") && !new.contains("reviewer"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_verdicts_that_differ_are_those_of_the_whole_files(
            claims in prop::collection::vec(samples::claim(), 0..6),
            others in prop::collection::vec(samples::claim(), 0..6),
        ) {
            let file = |claims: Vec<Claim>| {
                let mut seen = std::collections::HashSet::new();
                let claims = claims.into_iter().filter(|it| seen.insert(it.id.clone()));
                ClaimFile::new(Particulars::default(), claims.collect())
            };
            let renamed = others.into_iter().zip(&claims);
            let mut changed: Vec<Claim> = renamed.map(|(it, was)| Claim { id: was.id.clone(), ..it }).collect();
            changed.extend(claims.iter().skip(changed.len()).cloned());
            let (old, new) = (file(claims), file(changed));
            let (before, after) = differing(&write(&old), &write(&new));
            let read = |text: &str| read_text(text, Path::new("x")).map(crate::store::Document::into_file)
                .map_err(|it| TestCaseError::fail(it.to_string()));
            let verdicts = |all: Vec<Change>| -> Vec<Change> {
                all.into_iter().filter(|it| it.field == Field::Verdict).collect()
            };
            prop_assert_eq!(verdicts(diff(&read(&before)?, &read(&after)?)), verdicts(diff(&old, &new)));
        }
    }
}
