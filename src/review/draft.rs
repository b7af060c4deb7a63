//! A first claim file for an article.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::anchor::describe;
use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::split::{Cuts, Uncheckable};
use crate::text::{Article, ByteRange, Language, fold};

/// The claim file of an article that nobody has reviewed yet. `file` is the
/// article's path as it shall stand in the file, relative to it.
pub fn draft(
    article: &Article,
    cuts: &Cuts,
    file: &str,
    published: Option<NaiveDate>,
) -> ClaimFile {
    ClaimFile::new(
        particulars(article, cuts, file, published),
        claims(article, cuts),
    )
}

/// What a claim file says about its article.
pub fn particulars(
    article: &Article,
    cuts: &Cuts,
    file: &str,
    published: Option<NaiveDate>,
) -> Particulars {
    let language = article.language();
    Particulars {
        file: file.to_owned(),
        title: article
            .title()
            .map(str::to_owned)
            .or_else(|| title(article, cuts)),
        language: (language != Language::Undetermined).then(|| language.tag().to_owned()),
        published,
        digest: Some(article.digest().to_owned()),
        ..Particulars::default()
    }
}

/// Characters of the longest first line that can be a title.
const TITLE_CHARS: usize = 80;

/// A plain text's first line is its title where it is short, ends like no
/// sentence and does not say who wrote it.
fn title(article: &Article, cuts: &Cuts) -> Option<String> {
    let first = article.blocks().first()?.range;
    let line = first.of(article.text());
    let is_byline = cuts
        .left_out
        .iter()
        .any(|it| it.range.start == first.start && it.why == Uncheckable::Byline);
    let is_sentence = line.ends_with(['.', '。', '!', '！', '?', '？', ',', '，', ':', '：']);
    let is_title = !is_byline && !is_sentence && line.chars().count() <= TITLE_CHARS;
    is_title.then(|| line.to_owned())
}

/// The claims of the cuts, in article order, with ids and selectors.
pub fn claims(article: &Article, cuts: &Cuts) -> Vec<Claim> {
    let text = article.text();
    let ranges: Vec<ByteRange> = cuts.claims.iter().map(|it| it.range).collect();
    let mut ordinals: HashMap<&str, usize> = HashMap::new();
    let mut taken: HashSet<ClaimId> = HashSet::new();
    let mut claims: Vec<Claim> = cuts
        .claims
        .iter()
        .zip(describe(article, &ranges))
        .map(|(cut, quote)| {
            let ordinal = ordinals.entry(cut.range.of(text)).or_default();
            let id = ClaimId::new(cut.range.of(text), *ordinal, |id| taken.contains(id));
            *ordinal += 1;
            taken.insert(id.clone());
            Claim::new(id, quote, cut.wording.clone(), cut.kinds.clone())
        })
        .collect();
    mark_repeats(&mut claims);
    claims
}

/// Letters from which on the same words state the same: "he left on Monday" may be
/// about somebody else each time. A Han character says as much as a short word.
const REPEAT_LETTERS: usize = 30;
const REPEAT_HAN: usize = 12;

/// What stands in the article word for word once more is judged at its first place.
fn mark_repeats(claims: &mut [Claim]) {
    let mut first: HashMap<(String, String), ClaimId> = HashMap::new();
    for claim in claims {
        let (letters, wording) = (letters(&claim.quote.exact), letters(&claim.wording));
        let is_han = letters
            .chars()
            .any(|it| matches!(it, '\u{4E00}'..='\u{9FFF}'));
        let least = if is_han { REPEAT_HAN } else { REPEAT_LETTERS };
        if letters.chars().count() < least {
            continue;
        }
        match first.entry((letters, wording)) {
            Entry::Occupied(it) => claim.same_as = Some(it.get().clone()),
            Entry::Vacant(it) => drop(it.insert(claim.id.clone())),
        }
    }
}

/// The letters and figures of a text, folded.
fn letters(text: &str) -> String {
    let folded = fold(text);
    folded.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::split;

    #[test]
    fn what_stands_there_twice_is_judged_once() {
        let article = Article::plain(
            "By Monday 212 of the 230 people on the payroll had signed. He left on Monday.\n\
             The council met at 9 a.m. on Tuesday.\n\
             By Monday, 212 of the 230 people on the payroll had signed. He left on Monday.",
        );
        let claims = claims(&article, &split(&article, None));
        let of = |words: &str| -> Vec<bool> {
            let found = claims.iter().filter(|it| it.quote.exact.contains(words));
            found.map(|it| it.same_as.is_some()).collect()
        };
        assert_eq!(of("212"), [false, true]);
        assert!(of("left").iter().all(|it| !it));
        let repeat = claims.iter().find_map(|it| it.same_as.clone());
        assert_eq!(repeat.as_ref(), Some(&claims[0].id));
    }
}
