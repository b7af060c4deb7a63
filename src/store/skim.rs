//! Reads a claim file that is written in the house's own way, and nothing else,
//! in one pass over its lines: for lists of thousands of files.
//!
//! It answers only where the full reader is sure to read the same. Whatever is
//! unusual in a file, right or wrong, is left to that reader: comments behind a
//! value, escapes that would have to be resolved, quarrels of a merge, keys that it
//! does not know with more than a word behind them.

use std::collections::HashSet;

use crate::claim::{
    Claim, ClaimFile, ClaimId, Judgement, Particulars, Reviewer, SCHEMA, TextQuoteSelector, Verdict,
};
use crate::store::bounds;
use crate::store::fields::{self, Shape};
use crate::store::house::{
    Entries, Lines, Unclear, Value, each_judges_once, has, time, value, words,
};

/// What lists need to know of the claim file with these bytes: file, title and
/// language of its article, and of each claim the id, what it repeats, whether it is
/// dismissed, and by whom it was judged how and when. All else is left empty.
///
/// None where only the full reader can tell.
pub fn skim(bytes: &[u8]) -> Option<ClaimFile> {
    skim_for(bytes, Wanted::Verdicts)
}

/// The same, and what tells whether a claim file is in order: quotes, digest,
/// reasons and corrections.
pub fn skim_quotes(bytes: &[u8]) -> Option<ClaimFile> {
    skim_for(bytes, Wanted::Quotes)
}

/// What somebody needs to know of a claim file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Verdicts,
    Quotes,
}

fn skim_for(bytes: &[u8], wanted: Wanted) -> Option<ClaimFile> {
    if bytes.len() > bounds::MOST_BYTES {
        return None;
    }
    let mut lines = Lines::new(std::str::from_utf8(bytes).ok()?);
    lines.pass_comments()?;
    if lines.take()? != format!("redpencil: {SCHEMA}") {
        return None;
    }
    lines.pass_comments()?;
    if lines.take()? != "article:" {
        return None;
    }
    let Value::Map(article) = lines.value(shape_of("article")?, "", 0)? else {
        return None;
    };
    let article = particulars(&article, wanted)?;
    let claims = match lines.take()? {
        "claims: []" => Vec::new(),
        "claims:" => {
            let mut claims = Vec::new();
            while let Some(map) = lines.item(fields::CLAIM, 0)? {
                claims.push(claim(&map, wanted)?);
            }
            claims
        }
        _ => return None,
    };
    let mut ids = HashSet::with_capacity(claims.len());
    let has_own_id = claims.iter().all(|it| ids.insert(it.id.as_str()));
    if lines.next == Some("signed:") {
        lines.step();
        lines.value(shape_of("signed")?, "", 0)?;
    }
    // What a newer form adds comes last: the full reader knows it.
    (has_own_id && lines.is_at_end()).then(|| ClaimFile::new(article, claims))
}

/// What stands under a key at the top.
fn shape_of(key: &str) -> Option<&'static Shape> {
    let entry = fields::FILE.iter().find(|it| it.key == key)?;
    Some(&entry.shape)
}

/// Words that matter only where quotes are wanted.
fn words_for_quotes(
    entries: &Entries<'_>,
    key: &str,
    wanted: Wanted,
) -> Result<Option<String>, Unclear> {
    match wanted {
        Wanted::Verdicts => Ok(None),
        Wanted::Quotes => words(entries, key).map(|it| it.map(str::to_owned)),
    }
}

fn particulars(entries: &Entries<'_>, wanted: Wanted) -> Option<Particulars> {
    let text = |key| words(entries, key).ok();
    let only = |key| words_for_quotes(entries, key, wanted).ok();
    if has(entries, "conflict") {
        return None;
    }
    Some(Particulars {
        file: text("file")??.to_owned(),
        title: text("title")?.map(str::to_owned),
        language: text("language")?.map(str::to_owned),
        digest: only("digest")?,
        published: only("published")?.and_then(|it| it.parse().ok()),
        ..Particulars::default()
    })
}

fn quote(entries: &Entries<'_>, wanted: Wanted) -> Option<TextQuoteSelector> {
    let Value::Map(quote) = value(entries, "quote")? else {
        return None;
    };
    let only = |key| words_for_quotes(quote, key, wanted).ok();
    Some(TextQuoteSelector {
        exact: only("exact")?.unwrap_or_default(),
        prefix: only("prefix")?.unwrap_or_default(),
        suffix: only("suffix")?.unwrap_or_default(),
        ..TextQuoteSelector::default()
    })
}

fn claim(entries: &Entries<'_>, wanted: Wanted) -> Option<Claim> {
    let text = |key| words(entries, key).ok();
    let id = |word: &str| word.parse::<ClaimId>().ok();
    // What a merge has left open is nothing to pass over.
    if has(entries, "conflict") {
        return None;
    }
    let quote = quote(entries, wanted)?;
    let mut claim = Claim::new(id(text("id")??)?, quote, "", Vec::new());
    claim.dismissed = text("dismissed")? == Some("true");
    if let Some(other) = text("same_as")? {
        claim.same_as = Some(id(other)?);
    }
    if let Some(Value::Maps(maps)) = value(entries, "verdicts") {
        let judged = maps.iter().map(|it| judgement(it, wanted));
        claim.verdicts = judged.collect::<Option<_>>()?;
    }
    each_judges_once(&claim.verdicts).then_some(claim)
}

fn judgement(entries: &Entries<'_>, wanted: Wanted) -> Option<Judgement> {
    let text = |key| words(entries, key).ok();
    let verdict: Verdict = text("verdict")??.parse().ok()?;
    let reviewer = Reviewer::try_from(text("reviewer")??.to_owned()).ok()?;
    let mut judgement = Judgement::new(verdict, reviewer, time(text("reviewed")??)?);
    judgement.settles = text("settles")? == Some("true");
    let only = |key| words_for_quotes(entries, key, wanted).ok();
    judgement.reason = only("reason")?.and_then(|it| it.parse().ok());
    judgement.correction = only("correction")?;
    Some(judgement)
}

#[cfg(test)]
mod tests;
