//! Two claim files read as far as they differ: what a comparison needs.
//!
//! Two revisions of a large file differ in a few claims; reading only these
//! takes about as long as finding where claims begin.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

use crate::claim::{Claim, ClaimFile, ClaimId, TextQuoteSelector};
use crate::store::cut;
use crate::store::fault::Fault;
use crate::store::guard;
use crate::store::layout::Layout;
use crate::store::read;
use crate::text::Problem;

/// The bytes of a claim file and where messages say it stands.
pub type Side<'a> = (&'a [u8], &'a Path);

/// Reads both files so that comparing them tells what comparing the whole files
/// would: claims whose text is the same in both are left out, or only their ids
/// are read, unless claims have moved. Every other thing is read and guarded as
/// [`read`](crate::store::read()) does; what is wrong within a claim that both
/// files have alike may go unseen.
pub fn read_differing(old: Side<'_>, new: Side<'_>) -> Result<(ClaimFile, ClaimFile), Problem> {
    if let Some(files) = cut(old, new) {
        return Ok(files);
    }
    let (before, after) = rayon::join(|| Scanned::new(old), || Scanned::new(new));
    let (before, after) = (before?, after?);
    if before.layout.is_flow || after.layout.is_flow {
        let whole = |it: Side<'_>| read::read(it.0, it.1).map(crate::store::Document::into_file);
        return Ok((whole(old)?, whole(new)?));
    }
    let (same_before, same_after) = same_in_both(&before, &after);
    Ok((before.file(&same_before)?, after.file(&same_after)?))
}

/// Both files without the claims that are the same in both, where they are laid
/// out so that this can be told by lines. Where anything is wrong with what is
/// left, the slow way tells of it with its place in the whole file.
fn cut(old: Side<'_>, new: Side<'_>) -> Option<(ClaimFile, ClaimFile)> {
    let (before, after) = rayon::join(|| looked_over(old), || looked_over(new));
    let (before, after) = cut::differing(before?, after?)?;
    let file = |text: &str, path: &Path| {
        let document = read::read_text(text, path).ok()?;
        Some(document.into_file())
    };
    Some((file(&before, old.1)?, file(&after, new.1)?))
}

/// The text, where nothing is wrong with it that lines can tell.
fn looked_over(side: Side<'_>) -> Option<&str> {
    let (text, _) = guard::decode(side.0).ok()?;
    guard::lines(text).ok()?;
    Some(text)
}

/// A guarded text whose claims have been found and not read.
struct Scanned<'a> {
    text: &'a str,
    path: &'a Path,
    layout: Layout,
}

impl<'a> Scanned<'a> {
    fn new((bytes, path): Side<'a>) -> Result<Self, Problem> {
        let (text, _) =
            guard::decode(bytes).map_err(|(shown, fault)| fault.in_text(&shown, path))?;
        let layout = guard::guard(text).map_err(|it| it.in_text(text, path))?;
        Ok(Self { text, path, layout })
    }

    fn claim_texts(&self) -> impl Iterator<Item = &'a str> {
        let text = self.text;
        // Blank lines below come and go with the neighbours.
        self.layout
            .claims
            .iter()
            .map(|it| text[it.clone()].trim_end())
    }

    /// The file, of the claims at these places the ids alone.
    fn file(&self, same: &HashSet<usize>) -> Result<ClaimFile, Problem> {
        let told = |it: Fault| it.in_text(self.text, self.path);
        let mut file = read::frame(self.text, &self.layout).map_err(told)?;
        let claim = |(place, range): (usize, &Range<usize>)| {
            let text = &self.text[range.clone()];
            match id_of(text).filter(|_| same.contains(&place)) {
                Some(id) => Ok(Claim::new(id, TextQuoteSelector::default(), "", Vec::new())),
                None => read::claim(text, false).map_err(|it| it.shifted(range.start)),
            }
        };
        let claims: Vec<Result<Claim, Fault>> = self
            .layout
            .claims
            .par_iter()
            .enumerate()
            .map(claim)
            .collect();
        file.claims = claims.into_iter().collect::<Result<_, _>>().map_err(told)?;
        read::no_doubled_ids(self.text, &self.layout, &file.claims).map_err(told)?;
        Ok(file)
    }
}

/// The id of a claim whose first line says it plainly.
fn id_of(text: &str) -> Option<ClaimId> {
    let mut lines = text.lines().map(str::trim_start);
    let first = lines.find(|it| it.starts_with('-'))?;
    let id = first.strip_prefix("- id: ")?.trim_end();
    // A word that YAML takes for a number would be read otherwise than it stands.
    let is_plain = id.starts_with(|it: char| it.is_ascii_alphabetic());
    id.parse().ok().filter(|_| is_plain)
}

/// The places of the claims that need not be read whole, in the one and the
/// other. None where claims have moved, or where some came and some went and
/// may be the same by their words.
fn same_in_both(before: &Scanned<'_>, after: &Scanned<'_>) -> (HashSet<usize>, HashSet<usize>) {
    let all_ids =
        |it: &Scanned<'_>| -> Option<Vec<ClaimId>> { it.claim_texts().map(id_of).collect() };
    let (Some(were), Some(are)) = (all_ids(before), all_ids(after)) else {
        return Default::default();
    };
    let places: HashMap<&ClaimId, usize> = were.iter().zip(0..).collect();
    let pairs: Vec<(usize, usize)> = are
        .iter()
        .enumerate()
        .filter_map(|(at, id)| Some((*places.get(id)?, at)))
        .collect();
    let some_went_and_came = pairs.len() < were.len() && pairs.len() < are.len();
    if some_went_and_came || !pairs.is_sorted() {
        return Default::default();
    }
    let (texts_before, texts_after): (Vec<&str>, Vec<&str>) = (
        before.claim_texts().collect(),
        after.claim_texts().collect(),
    );
    pairs
        .into_iter()
        .filter(|&(one, other)| texts_before[one] == texts_after[other])
        .unzip()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::claim::Particulars;
    use crate::compare::{Change, diff};
    use crate::store::{samples, write};

    fn told(old: &ClaimFile, new: &ClaimFile) -> Vec<Change> {
        diff(old, new)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn what_differs_is_what_differs_between_the_whole_files(
            claims in prop::collection::vec(samples::claim(), 0..8),
            changed in prop::collection::vec((any::<prop::sample::Index>(), samples::claim()), 0..3),
            rotation in 0_usize..3,
        ) {
            let mut seen = HashSet::new();
            let claims: Vec<Claim> =
                claims.into_iter().filter(|it| seen.insert(it.id.clone())).collect();
            let old = ClaimFile::new(Particulars::default(), claims);
            let mut new = old.clone();
            for (at, claim) in changed {
                if !new.claims.is_empty() {
                    let at = at.index(new.claims.len());
                    new.claims[at] = Claim { id: new.claims[at].id.clone(), ..claim };
                }
            }
            if rotation < new.claims.len() {
                new.claims.rotate_left(rotation);
            }
            let path = Path::new("x.yaml");
            let (before, after) = (write(&old), write(&new));
            let read = read_differing((before.as_bytes(), path), (after.as_bytes(), path));
            let (few, others) = read.map_err(|it| TestCaseError::fail(it.to_string()))?;
            prop_assert_eq!(told(&few, &others), told(&old, &new));
        }
    }

    #[test]
    fn what_is_the_same_in_both_is_not_read() {
        let path = Path::new("x.yaml");
        let whole = |new: &str| {
            let read = read_differing((samples::HARBOUR.as_bytes(), path), (new.as_bytes(), path));
            let claims = read.expect("both can be read").1.claims;
            claims.iter().filter(|it| !it.wording.is_empty()).count()
        };
        assert_eq!(whole(samples::HARBOUR), 0);
        assert_eq!(
            whole(&samples::HARBOUR.replace("Who counted", "Who did")),
            1
        );
        assert_eq!(whole(&samples::HARBOUR.replace("The vote is", "It is")), 1);
    }
}
