//! A first claim file for an article.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::anchor::describe;
use crate::claim::{Claim, ClaimFile, ClaimId, Particulars};
use crate::split::{Cuts, Uncheckable};
use crate::text::{Article, ByteRange, Language};

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
    cuts.claims
        .iter()
        .zip(describe(article, &ranges))
        .map(|(cut, quote)| {
            let ordinal = ordinals.entry(cut.range.of(text)).or_default();
            let id = ClaimId::new(cut.range.of(text), *ordinal, |id| taken.contains(id));
            *ordinal += 1;
            taken.insert(id.clone());
            Claim::new(id, quote, cut.wording.clone(), cut.kinds.clone())
        })
        .collect()
}
