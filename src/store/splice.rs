//! Small writes: of a claim file, only the bytes of what changed.
//!
//! Each changed claim is edited in its own slice of the text, read again and
//! compared with what was intended. Where that fails, the claim alone is written
//! anew, its comments above it. So a wrong file cannot come out, and the cost is
//! that of the changed claims and of joining the text.

mod joined;
mod parts;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::Path;

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::store::document::Document;
use crate::store::edit;
use crate::store::fault::Fault;
use crate::store::form::{self, Entries, Form};
use crate::store::read;
use crate::store::write;
use crate::text::Problem;

use joined::Joined;
use parts::{anew, around_no_claims, comment_lines};

pub(super) use parts::parts_of;

impl Document {
    /// The document that says what `file` says, with every byte that need not
    /// change as it is. A claim that has come back to what it was when it was
    /// read gets its bytes back.
    pub fn with(&self, file: &ClaimFile, path: &Path) -> Result<Self, Problem> {
        self.spliced(file).map_err(|it| it.in_file(path))
    }

    fn spliced(&self, file: &ClaimFile) -> Result<Self, Problem> {
        if *file == self.file {
            return Ok(self.clone());
        }
        if self.read_only() {
            return Err(newer());
        }
        let has_same_claims = has_same_ids(&self.file, file);
        if !has_same_claims && let Some(id) = file.doubled_id() {
            return Err(Problem::error(format!("two claims have the id {id}"))
                .next_step("give one of them another id"));
        }
        if self.layout.is_flow {
            return self.between_brackets(file);
        }
        let (before, after) = self.frame_with(file)?;
        let mut joined = Joined::new(self, before, file.claims.len());
        let kept = if has_same_claims {
            (0..file.claims.len()).map(Some).collect()
        } else {
            places_of(&self.file, file)
        };
        let mut removed = vec![true; self.file.claims.len()];
        kept.iter().flatten().for_each(|&it| removed[it] = false);
        let mut last_kept = None;
        for (claim, place) in file.claims.iter().zip(kept) {
            let Some(place) = place else {
                joined.add_new(claim);
                continue;
            };
            // What stood above claims that are gone stays above the next one.
            let mut above = place;
            while above > 0 && removed[above - 1] {
                above -= 1;
            }
            let inherited: String = (above..place).map(|it| self.comments_of(it)).collect();
            let text = self.claim_with(place, claim, &mut joined.origins)?;
            let was_next = place == 0 && joined.claims.is_empty()
                || last_kept.is_some_and(|it: usize| it + 1 == place);
            joined.add(&inherited, &text, claim, was_next && above == place);
            last_kept = Some(place);
        }
        let mut left_over = self.file.claims.len();
        while left_over > 0 && removed[left_over - 1] {
            left_over -= 1;
        }
        let inherited: String = (left_over..self.file.claims.len())
            .map(|it| self.comments_of(it))
            .collect();
        let ends_as_before = last_kept.is_some_and(|it| it + 1 == self.file.claims.len())
            && file.claims.last().map(|it| &it.id) == self.file.claims.last().map(|it| &it.id);
        Ok(joined.finish(file, &inherited, &after, ends_as_before))
    }

    /// Changes the claim of the same id in place: what one key press costs.
    pub fn set_claim(&mut self, claim: &Claim, path: &Path) -> Result<(), Problem> {
        self.claim_set(claim).map_err(|it| it.in_file(path))
    }

    fn claim_set(&mut self, claim: &Claim) -> Result<(), Problem> {
        if self.read_only() {
            return Err(newer());
        }
        let Some(place) = self.file.claims.iter().position(|it| it.id == claim.id) else {
            return Err(
                Problem::error(format!("there is no claim {} in the file", claim.id))
                    .next_step("read the file again"),
            );
        };
        if self.layout.is_flow {
            let mut file = self.file.clone();
            file.claims[place] = claim.clone();
            *self = self.between_brackets(&file)?;
            return Ok(());
        }
        let mut origins = std::mem::take(&mut self.origins);
        let text = self.claim_with(place, claim, &mut origins);
        self.origins = origins;
        let text = text?;
        let range = self.claim_range(place);
        self.text.replace_range(range.clone(), &text);
        let shift = |at: &mut usize| *at = *at + text.len() - range.len();
        shift(&mut self.layout.claims[place].end);
        for later in &mut self.layout.claims[place + 1..] {
            shift(&mut later.start);
            shift(&mut later.end);
        }
        self.file.claims[place] = claim.clone();
        Ok(())
    }

    /// The comments above claim number `place` and in it, in lines of their own.
    fn comments_of(&self, place: usize) -> String {
        let text = self.claim_text(place);
        let (head, body, _) = parts_of(text, self.layout.dash_column);
        let line_break = edit::line_break_of(&self.text);
        head.to_owned() + &comment_lines(body, self.layout.dash_column, line_break)
    }

    /// The text of claim number `place` once it says what `claim` says.
    fn claim_with(
        &self,
        place: usize,
        claim: &Claim,
        origins: &mut Origins,
    ) -> Result<String, Problem> {
        let (old, text) = (&self.file.claims[place], self.claim_text(place));
        if old == claim {
            return Ok(text.to_owned());
        }
        let (head, body, rest) = parts_of(text, self.layout.dash_column);
        let says = |text: &str| read::claim(text, false).is_ok_and(|it| it == *claim);
        let origin = origins.entry(old.id.clone()).or_insert_with(|| Origin {
            claim: old.clone(),
            body: body.to_owned(),
            rest: rest.to_owned(),
            left: rest.to_owned(),
            moved: String::new(),
        });
        if origin.claim == *claim {
            let head = head.strip_suffix(&origin.moved).unwrap_or(head);
            // Blank lines below that somebody else has put there stay.
            let rests = if rest == origin.left {
                [origin.rest.as_str(), rest]
            } else {
                [rest, origin.rest.as_str()]
            };
            let restored = rests
                .map(|rest| format!("{head}{}{rest}", origin.body))
                .into_iter()
                .find(|it| says(it));
            if let Some(restored) = restored {
                origin.moved.clear();
                return Ok(restored);
            }
        }
        if let Some((edited, _)) = edit::changed(text, &form::claim(old), &form::claim(claim), 0)
            && says(&edited)
        {
            parts_of(&edited, self.layout.dash_column)
                .2
                .clone_into(&mut origin.left);
            return Ok(edited);
        }
        let line_break = edit::line_break_of(&self.text);
        let (moved, written) = anew(body, claim, self.layout.dash_column, line_break);
        origin.moved.push_str(&moved);
        let anew = format!("{head}{moved}{written}{rest}");
        if says(&anew) {
            Ok(anew)
        } else {
            Err(unwritable(&format!("claim {}", claim.id)))
        }
    }

    /// What stands before and after the claims, once it says what `file` says.
    fn frame_with(&self, file: &ClaimFile) -> Result<(String, String), Problem> {
        let (before, after) = self.layout.around(&self.text);
        let (old, new) = (frame_form(&self.file), frame_form(file));
        let placeholder = if self.layout.claims.is_empty() {
            String::new()
        } else {
            format!("{:1$}- 0\n", "", self.layout.dash_column)
        };
        if old == new && (!placeholder.is_empty() || file.claims.is_empty()) {
            return Ok((self.text[before].to_owned(), self.text[after].to_owned()));
        }
        let text = [&self.text[before.clone()], &placeholder, &self.text[after]].concat();
        let without_gap = |(before, after): (String, String)| {
            (before, after.trim_start_matches(['\r', '\n']).to_owned())
        };
        let says = |before: &str, after: &str| {
            let read = serde_yaml::from_str::<ClaimFile>(&format!("{before}{after}"));
            read.is_ok_and(|it| frame_form(&it) == new)
        };
        let edited = edit::changed(&text, &old, &new, before.end).and_then(|(text, start)| {
            let (before, after) = if placeholder.is_empty() {
                around_no_claims(&text, !file.claims.is_empty()).map(without_gap)?
            } else {
                (
                    text[..start].to_owned(),
                    text[start + placeholder.len()..].to_owned(),
                )
            };
            says(&before, &after).then_some((before, after))
        });
        if let Some(parts) = edited {
            return Ok(parts);
        }
        let line_break = edit::line_break_of(&self.text);
        let mut anew = String::new();
        for comment in edit::comments(&text) {
            anew.push_str(text[comment].trim_end_matches('\r'));
            anew.push_str(line_break);
        }
        let bare = ClaimFile {
            claims: Vec::new(),
            ..file.clone()
        };
        anew.push_str(&write::write(&bare).replace('\n', line_break));
        match around_no_claims(&anew, !file.claims.is_empty()).map(without_gap) {
            Some((before, after)) if says(&before, &after) => Ok((before, after)),
            Some(_) | None => Err(unwritable("the article's part")),
        }
    }

    /// A file whose claims stand between brackets, changed where it must be.
    fn between_brackets(&self, file: &ClaimFile) -> Result<Self, Problem> {
        let edited = edit::changed(&self.text, &whole_form(&self.file), &whole_form(file), 0);
        let same = edited.and_then(|(text, _)| {
            let (layout, read) = read::parts(&text).ok()?;
            (read == *file).then_some((text, layout, read))
        });
        let Some((text, layout, file)) = same else {
            return self.rewritten(file);
        };
        Ok(Self {
            file,
            text,
            layout,
            has_byte_order_mark: self.has_byte_order_mark,
            origins: Origins::new(),
        })
    }

    /// The whole file in the style of the house, for files between brackets that
    /// cannot be changed otherwise, with its comments at the top.
    fn rewritten(&self, file: &ClaimFile) -> Result<Self, Problem> {
        let comments: String = edit::comments(&self.text)
            .into_iter()
            .flat_map(|it| [self.text[it].trim_end_matches('\r'), "\n"])
            .collect();
        let text = comments + &write::write(file);
        let (layout, read) = read::parts(&text).map_err(|fault: Fault| unwritable(&fault.what))?;
        if read != *file {
            return Err(unwritable("the file"));
        }
        Ok(Self {
            file: read,
            text,
            layout,
            has_byte_order_mark: self.has_byte_order_mark,
            origins: Origins::new(),
        })
    }
}

/// Whether both have the same claims in the same order, as after most changes:
/// then nothing has to be looked up among 100,000 of them.
fn has_same_ids(one: &ClaimFile, other: &ClaimFile) -> bool {
    let mut pairs = one.claims.iter().zip(&other.claims);
    one.claims.len() == other.claims.len() && pairs.all(|(one, other)| one.id == other.id)
}

/// Where each claim of `file` stands in `before`, if it does.
fn places_of(before: &ClaimFile, file: &ClaimFile) -> Vec<Option<usize>> {
    let claims = before.claims.iter().enumerate();
    let places: HashMap<&ClaimId, usize> = claims.map(|(place, it)| (&it.id, place)).collect();
    let kept = file.claims.iter().map(|it| places.get(&it.id).copied());
    kept.collect()
}

/// What touched claims were when they were read.
pub(super) type Origins = HashMap<ClaimId, Origin>;

/// What one claim was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    claim: Claim,
    /// Its text, without the comments above it and the blank lines below.
    body: String,
    /// The blank lines below.
    rest: String,
    /// The blank lines below as the last change here left them.
    left: String,
    /// Comments of the body that have been put above it since.
    moved: String,
}

fn newer() -> Problem {
    Problem::error("the file was written by a newer redpencil, so it is not changed")
        .next_step("update redpencil")
}

fn unwritable(what: &str) -> Problem {
    Problem::error(format!(
        "{what} cannot be written so that it reads the same"
    ))
    .next_step("please report this: the file on the disk is as it was")
}

/// The frame's keys; the claims stand in them for their place only.
fn frame_form(file: &ClaimFile) -> Entries {
    let mut entries = vec![
        ("redpencil".to_owned(), Form::Bare(file.schema.to_string())),
        (
            "article".to_owned(),
            Form::Map(form::particulars(&file.article)),
        ),
        ("claims".to_owned(), Form::List(Vec::new())),
    ];
    if !file.signed.is_empty() {
        let items = file.signed.iter().map(|it| Form::Map(form::sign_off(it)));
        entries.push(("signed".to_owned(), Form::List(items.collect())));
    }
    entries.extend(form::unknown(&file.unknown));
    entries
}

/// All keys of the file.
fn whole_form(file: &ClaimFile) -> Entries {
    let mut entries = frame_form(file);
    for (key, form) in &mut entries {
        if key == "claims" {
            let claims = file.claims.iter().map(|it| Form::Map(form::claim(it)));
            *form = Form::List(claims.collect());
        }
    }
    entries
}
