//! Claims of a text found by their first lines, without reading the rest.

use std::collections::HashMap;

/// Two claim files cut down to the claims whose text differs: texts of claim
/// files again, to be read and guarded like any other. None where claims do not
/// begin with `- id:` at the line's start, as redpencil writes them.
///
/// For walking through a long history, in which each step changes little: it
/// costs a comparison of lines. What stands round the claims is left out.
pub fn differing_blocks(old: &str, new: &str) -> Option<(String, String)> {
    let (before, after) = (blocks(old)?, blocks(new)?);
    let were: HashMap<&str, &str> = before.iter().copied().collect();
    let are: HashMap<&str, &str> = after.iter().copied().collect();
    let differing = |blocks: &[(&str, &str)], others: &HashMap<&str, &str>| {
        let differs = |it: &&(&str, &str)| others.get(it.0) != Some(&it.1);
        let kept: Vec<&str> = blocks.iter().filter(differs).map(|it| it.1).collect();
        if kept.is_empty() {
            format!("{HEAD}claims: []\n")
        } else {
            format!("{HEAD}claims:\n{}\n", kept.join("\n"))
        }
    };
    Some((differing(&before, &are), differing(&after, &were)))
}

const HEAD: &str = "redpencil: 1\narticle:\n  file: x\n";

/// The first line of each claim and its text.
fn blocks(text: &str) -> Option<Vec<(&str, &str)>> {
    let list = text.find("\nclaims:")?;
    let mut blocks = Vec::new();
    let mut start = None;
    let mut at = list + 1;
    let mut end = |start: &mut Option<usize>, at: usize| {
        if let Some(start) = start.take() {
            let block: &str = text[start..at].trim_end();
            let first = block.lines().next().unwrap_or_default();
            blocks.push((first, block));
        }
    };
    for line in text[at..].split_inclusive('\n').skip(1) {
        let line_start = at + text[at..].find('\n')? + 1;
        at = line_start;
        if line.starts_with("- id:") {
            end(&mut start, at);
            start = Some(at);
        } else if line.starts_with('-') {
            // A list of another make, or the sign-offs.
            if start.is_some() {
                return None;
            }
        } else if !line.starts_with([' ', '\r', '\n', '#']) {
            end(&mut start, at);
        }
    }
    end(&mut start, text.len());
    Some(blocks)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::claim::{Claim, ClaimFile, Particulars};
    use crate::compare::{Change, Field, diff};
    use crate::store::{read_text, samples, write};

    #[test]
    fn claims_that_differ_are_kept_and_sign_offs_are_no_claims() {
        let other = samples::EVERYTHING.replace("the vote is on Friday\n  claim", "it\n  claim");
        let (old, new) = differing_blocks(samples::EVERYTHING, &other).expect("claims");
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
            let (before, after) = differing_blocks(&write(&old), &write(&new)).expect("claims");
            let read = |text: &str| read_text(text, Path::new("x")).map(crate::store::Document::into_file)
                .map_err(|it| TestCaseError::fail(it.to_string()));
            let verdicts = |all: Vec<Change>| -> Vec<Change> {
                all.into_iter().filter(|it| it.field == Field::Verdict).collect()
            };
            prop_assert_eq!(verdicts(diff(&read(&before)?, &read(&after)?)), verdicts(diff(&old, &new)));
        }
    }
}
