//! Reads a large claim file claim by claim, on all cores.
//!
//! The way that finds the parts of any claim file takes the YAML of all of it
//! apart, one byte after the other. Where a file is laid out so that lines alone
//! tell where its claims begin, what stands round them is looked over by itself,
//! and so is each claim.

use std::ops::Range;

use rayon::prelude::*;

use crate::claim::{Claim, ClaimFile, SCHEMA};
use crate::store::blocks::{HEAD, block_ranges};
use crate::store::guard;
use crate::store::layout::Layout;
use crate::store::{house, read};

/// The parts of `text` and what they say, as [`read::parts`] has them; none
/// where only that can tell, and where it would refuse the file.
pub(super) fn parts(text: &str) -> Option<(Layout, ClaimFile)> {
    // A line break to YAML and none to the search for lines.
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        return None;
    }
    guard::lines(text).ok()?;
    let blocks = block_ranges(text)?;
    let layout = layout(text, &blocks)?;
    if read::schema(text, &layout).ok()? != SCHEMA {
        return None;
    }
    let mut file = read::frame(text, &layout).ok()?;
    let claims: Option<Vec<Claim>> = blocks
        .par_iter()
        .map(|it| claim(&text[it.clone()]))
        .collect();
    file.claims = claims?;
    read::no_doubled_ids(text, &layout, &file.claims).ok()?;
    Some((layout, file))
}

/// Where everything stands, told from the text with the first of `blocks` alone.
fn layout(text: &str, blocks: &[Range<usize>]) -> Option<Layout> {
    let (first, last) = (blocks.first()?, blocks.last()?);
    let stands_alone = blocks.windows(2).all(|it| it[0].end == it[1].start);
    let before = &text[..first.start];
    let is_list = before.trim_end_matches('\n').ends_with("\nclaims:") && before.ends_with('\n');
    // A comment between claims may be about the one below.
    let has_comments =
        memchr::memmem::find(&text.as_bytes()[first.start..last.end], b"\n#").is_some();
    if !stands_alone || !is_list || has_comments {
        return None;
    }
    let around = [before, &text[first.clone()], &text[last.end..]].concat();
    let mut layout = guard::guard(&around).ok()?;
    if layout.claims != [first.clone()] || layout.dash_column != 0 || layout.is_flow {
        return None;
    }
    let gap = last.end - first.end;
    for key in layout
        .keys
        .iter_mut()
        .filter(|it| it.at.start.0 >= first.end)
    {
        key.at = key.at.shifted(gap);
        if let Some((_, at)) = &mut key.scalar {
            *at = at.shifted(gap);
        }
    }
    layout.claims = blocks.to_vec();
    Some(layout)
}

/// The one claim whose lines these are.
fn claim(block: &str) -> Option<Claim> {
    if let Some(claim) = house::claim(block) {
        return Some(claim);
    }
    let text = format!("{HEAD}claims:\n{block}");
    let layout = guard::guard(&text).ok()?;
    // Whatever else stands there would be no part of the claim.
    let is_alone = layout.claims.len() == 1
        && layout.claims[0] == (text.len() - block.len()..text.len())
        && layout.keys.len() == 3;
    is_alone.then(|| read::claim(block, false).ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::{samples, write};

    #[test]
    fn the_usual_file_is_read_claim_by_claim() {
        let file = "redpencil: 1\narticle:\n  file: a.txt\nclaims:\n\n- id: k4q7zd\n  quote:\n    exact: a\n  claim: 'b'\n\n- id: m2x9ab\n  quote:\n    exact: c\n  claim: d\n";
        let signed = format!(
            "{file}signed:\n- reviewer: Ana\n  signed: 2024-03-05T09:12:44Z\n  digest: x\n"
        );
        for text in [file, &signed, &format!("# Mine.\n{signed}")] {
            assert_eq!(parts(text), read::parts_of_any(text).ok(), "{text}");
            assert!(parts(text).is_some(), "{text}");
        }
        for odd in [
            file.replace("\n\n- id: m2", "\n# About it.\n- id: m2"),
            file.replace("m2x9ab", "k4q7zd"),
            file.replace('\n', "\r\n"),
            file.replace("exact: c", "exact: [c"),
            file.replace("redpencil: 1", "redpencil: 2"),
        ] {
            assert_eq!(parts(&odd), None, "{odd}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4096)))]

        #[test]
        fn what_is_read_claim_by_claim_is_what_is_read_at_once(
            file in samples::file(),
            slips in prop::collection::vec((any::<usize>(), 0_usize..6, samples::slip()), 0..3),
        ) {
            let mut text = write(&file);
            for (at, length, words) in slips {
                let at = text.floor_char_boundary(at % (text.len() + 1));
                let end = text.ceil_char_boundary((at + length).min(text.len()));
                text.replace_range(at..end, &words);
            }
            if let Some(found) = parts(&text) {
                let whole = read::parts_of_any(&text);
                prop_assert_eq!(Some(found), whole.ok(), "{}", text);
            }
        }
    }
}
