//! The text of a merged claim file: our bytes, with theirs where they changed.

use std::collections::HashMap;
use std::path::Path;

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::store::document::Document;
use crate::store::edit;
use crate::store::read;
use crate::store::read_text;
use crate::store::splice::parts_of;
use crate::text::Problem;

impl Document {
    /// This document, once it says what `file` says: the outcome of a merge of
    /// it with `theirs`, both made from `base`.
    ///
    /// A claim that only they have touched comes with their bytes; one that
    /// both have touched keeps ours and gets the comments that they added. So
    /// no comment of either side is lost.
    pub fn merged(
        &self,
        base: &Self,
        theirs: &Self,
        file: &ClaimFile,
        path: &Path,
    ) -> Result<Self, Problem> {
        let plain = self.with(file, path)?;
        let weave = Weave {
            base,
            ours: self,
            theirs,
            line_break: edit::line_break_of(&plain.text),
        };
        let woven = weave.text(&plain);
        let read = read_text(&woven, path)
            .ok()
            .filter(|it| it.file == plain.file);
        let Some(mut read) = read else {
            // The comments may stand in a place where they cannot be told apart
            // from text; at the top they always can.
            return weave.with_all_comments_above(&plain, path);
        };
        read.has_byte_order_mark = self.has_byte_order_mark;
        Ok(read)
    }
}

struct Weave<'a> {
    base: &'a Document,
    ours: &'a Document,
    theirs: &'a Document,
    line_break: &'static str,
}

impl Weave<'_> {
    /// The text of `plain` with what they wrote round their changes.
    fn text(&self, plain: &Document) -> String {
        let [was, we, they] = [self.base, self.ours, self.theirs].map(places);
        let (before, after) = plain.layout.around(&plain.text);
        let [
            [our_top, our_end],
            [base_top, base_end],
            [their_top, their_end],
        ] = [self.ours, self.base, self.theirs].map(frame);
        let above = added_comments(base_top, our_top, their_top);
        let below = added_comments(base_end, our_end, their_end);
        let (mut inherited, last) = self.comments_of_removed_claims(plain);
        let mut text = self.lines(&above, 0);
        text.push_str(&plain.text[before]);
        for (place, claim) in plain.file.claims.iter().enumerate() {
            let now = plain.claim_text(place);
            let comments = inherited.remove(&claim.id).unwrap_or_default();
            text.push_str(&self.lines(&comments, plain.layout.dash_column));
            let of = |document: &Document, places: &HashMap<&ClaimId, usize>| {
                let at = places.get(&claim.id)?;
                Some(document.claim_text(*at).to_owned())
            };
            let Some(their) = of(self.theirs, &they) else {
                text.push_str(now);
                continue;
            };
            let (base, our) = (of(self.base, &was), of(self.ours, &we));
            let what = (claim, plain.layout.dash_column);
            text.push_str(&self.claim(now, base.as_deref(), our.as_deref(), &their, what));
        }
        text.push_str(&plain.text[after]);
        let below = self.lines(&[last, below].concat(), 0);
        if !below.is_empty() && !text.ends_with('\n') {
            text.push_str(self.line_break);
        }
        text.push_str(&below);
        text
    }

    /// What they wrote beside claims that are gone, by the claim that follows,
    /// and what none follows.
    fn comments_of_removed_claims(
        &self,
        plain: &Document,
    ) -> (HashMap<ClaimId, Vec<String>>, Vec<String>) {
        let [was, we, now] = [self.base, self.ours, plain].map(places);
        let mut inherited = HashMap::new();
        let mut waiting: Vec<String> = Vec::new();
        for (place, claim) in self.theirs.file.claims.iter().enumerate() {
            if now.contains_key(&claim.id) {
                if !waiting.is_empty() {
                    inherited.insert(claim.id.clone(), std::mem::take(&mut waiting));
                }
                continue;
            }
            let of = |document: &'_ Document, places: &HashMap<&ClaimId, usize>| {
                let at = places.get(&claim.id);
                at.map_or_else(String::new, |at| document.claim_text(*at).to_owned())
            };
            let (base, ours) = (of(self.base, &was), of(self.ours, &we));
            waiting.extend(added_comments(&base, &ours, self.theirs.claim_text(place)));
        }
        (inherited, waiting)
    }

    /// One claim's text, which is `now` by our side alone.
    fn claim(
        &self,
        now: &str,
        base: Option<&str>,
        our: Option<&str>,
        their: &str,
        (claim, column): (&Claim, usize),
    ) -> String {
        let (head, body, rest) = parts_of(now, column);
        let bare = |text: &str, document: &Document| {
            let (head, body, _) = parts_of(text, document.layout.dash_column);
            format!("{head}{body}").replace("\r\n", "\n")
        };
        let base_bare = base.map(|it| bare(it, self.base));
        let our_bare = our.map(|it| bare(it, self.ours));
        let their_bare = bare(their, self.theirs);
        let is_untouched_here = our_bare.is_none() || our_bare == base_bare;
        if is_untouched_here && self.theirs.layout.dash_column == column {
            // What claims that are gone have left above this one.
            let inherited = added_comments("", our.unwrap_or_default(), head);
            let mut text = self.lines(&inherited, column);
            text.push_str(&their_bare.replace('\n', self.line_break));
            if !text.ends_with('\n') && !rest.is_empty() {
                text.push_str(self.line_break);
            }
            text.push_str(rest);
            if read::claim(&text, false).is_ok_and(|it| it == *claim) {
                return text;
            }
        }
        // Without our side, nothing of the claim's comments is known here.
        let base = our.and(base).unwrap_or_default();
        let comments = added_comments(base, our.unwrap_or_default(), their);
        format!("{head}{}{body}{rest}", self.lines(&comments, column))
    }

    fn with_all_comments_above(&self, plain: &Document, path: &Path) -> Result<Document, Problem> {
        let comments = added_comments(&self.base.text, &plain.text, &self.theirs.text);
        let text = self.lines(&comments, 0) + &plain.text;
        let mut read = read_text(&text, path)?;
        read.has_byte_order_mark = self.ours.has_byte_order_mark;
        Ok(read)
    }

    fn lines(&self, comments: &[String], column: usize) -> String {
        comments
            .iter()
            .map(|it| format!("{:column$}{it}{}", "", self.line_break))
            .collect::<Vec<_>>()
            .concat()
    }
}

/// What stands before the claims and after them.
fn frame(document: &Document) -> [&str; 2] {
    let (before, after) = document.layout.around(&document.text);
    [&document.text[before], &document.text[after]]
}

fn places(document: &Document) -> HashMap<&ClaimId, usize> {
    let claims = document.file.claims.iter();
    claims.map(|it| &it.id).zip(0..).collect()
}

/// The comments of `theirs` that stand neither in `base` nor in `ours`.
fn added_comments(base: &str, ours: &str, theirs: &str) -> Vec<String> {
    let comments = |text: &str| -> Vec<String> {
        edit::comments(text)
            .into_iter()
            .map(|it| text[it].trim_end_matches('\r').to_owned())
            .collect()
    };
    // Most texts have none: the parser need not be asked.
    if !theirs.contains('#') {
        return Vec::new();
    }
    let mut known = comments(base);
    let mut ours = comments(ours);
    comments(theirs)
        .into_iter()
        .filter(|it| {
            let take = |from: &mut Vec<String>| {
                let at = from.iter().position(|known| known == it);
                at.map(|at| from.swap_remove(at)).is_some()
            };
            let was_known = take(&mut known);
            let is_ours = take(&mut ours);
            !was_known && !is_ours
        })
        .collect()
}
