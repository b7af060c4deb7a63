//! Small writes: of a claim file, only the bytes of what changed.
//!
//! Each changed claim is edited in its own slice of the text, read again and
//! compared with what was intended. Where that fails, the claim alone is written
//! anew, its comments above it. So a wrong file cannot come out, and the cost is
//! that of the changed claims and of joining the text.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use crate::claim::{Claim, ClaimFile, ClaimId};
use crate::store::document::Document;
use crate::store::edit;
use crate::store::fault::Fault;
use crate::store::form::{self, Entries, Form};
use crate::store::guard::{self, Layout};
use crate::store::read;
use crate::store::write;
use crate::text::Problem;

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
        if let Some(id) = file.doubled_id() {
            return Err(Problem::error(format!("two claims have the id {id}"))
                .next_step("give one of them another id"));
        }
        if self.layout.is_flow {
            return self.between_brackets(file);
        }
        let (before, after) = self.frame_with(file)?;
        let mut joined = Joined::new(self, before, file.claims.len());
        let places: HashMap<&ClaimId, usize> = self
            .file
            .claims
            .iter()
            .enumerate()
            .map(|(place, it)| (&it.id, place))
            .collect();
        let kept: Vec<Option<usize>> = file
            .claims
            .iter()
            .map(|it| places.get(&it.id).copied())
            .collect();
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

/// The text of a file without claims, cut where they will stand; an empty list
/// between brackets is taken away if there will be some.
fn around_no_claims(text: &str, will_have_some: bool) -> Option<(String, String)> {
    if !will_have_some {
        return Some((text.to_owned(), String::new()));
    }
    let line_break = edit::line_break_of(text);
    let layout = guard::guard(text).ok()?;
    let Some(key) = layout.keys.iter().find(|it| it.name == "claims") else {
        let gap = if text.ends_with('\n') { "" } else { line_break };
        return Some((format!("{text}{gap}claims:{line_break}"), String::new()));
    };
    let colon = key.at.end.0 + text[key.at.end.0..].find(':')? + 1;
    let line_end = text[colon..]
        .find('\n')
        .map_or(text.len(), |it| colon + it + 1);
    let rest = text[colon..line_end].trim();
    let comment = rest.trim_start_matches(['[', ']', ' ', '~']).trim();
    if !(comment.is_empty() || comment.starts_with('#')) {
        return None;
    }
    let gap = if comment.is_empty() { "" } else { " " };
    let before = format!("{}{gap}{comment}{line_break}", &text[..colon]);
    Some((before, text[line_end..].to_owned()))
}

/// The bytes of a claim's text before the line with its dash.
fn head_of(text: &str, dash_column: usize) -> usize {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start_matches(' ').starts_with('-') && line.find('-') == Some(dash_column) {
            break;
        }
        start += line.len();
    }
    start
}

/// A claim's text in three: comments above, the claim, blank lines below.
pub(super) fn parts_of(text: &str, dash_column: usize) -> (&str, &str, &str) {
    let (head, rest) = text.split_at(head_of(text, dash_column));
    let words = rest.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let end = rest[words..]
        .find('\n')
        .map_or(rest.len(), |it| words + it + 1);
    let (body, blank) = rest.split_at(end);
    (head, body, blank)
}

/// The comments of a claim's text in lines of their own, and the claim in the
/// style of the house.
fn anew(body: &str, claim: &Claim, dash_column: usize, line_break: &str) -> (String, String) {
    let comments = comment_lines(body, dash_column, line_break);
    let mut written = String::new();
    write::write_claim(&mut written, claim, dash_column);
    (comments, written.replace('\n', line_break))
}

/// The comments of a claim's text, each in a line of its own.
fn comment_lines(body: &str, dash_column: usize, line_break: &str) -> String {
    let indentation = " ".repeat(dash_column);
    edit::comments(body)
        .into_iter()
        .flat_map(|it| {
            let comment = body[it].trim_end_matches('\r');
            [&indentation, comment, line_break]
        })
        .collect()
}

/// A text that grows claim by claim.
struct Joined<'a> {
    document: &'a Document,
    text: String,
    line_break: &'static str,
    claims: Vec<Range<usize>>,
    dash_column: usize,
    origins: Origins,
    last: Option<&'a Claim>,
}

impl<'a> Joined<'a> {
    fn new(document: &'a Document, before: String, claims: usize) -> Self {
        let mut text = before;
        text.reserve(document.text.len());
        Self {
            document,
            text,
            line_break: edit::line_break_of(&document.text),
            claims: Vec::with_capacity(claims),
            dash_column: document.layout.dash_column,
            origins: document.origins.clone(),
            last: None,
        }
    }

    fn add_new(&mut self, claim: &'a Claim) {
        let (_, written) = anew("", claim, self.dash_column, self.line_break);
        self.add("", &written, claim, false);
    }

    /// Adds one claim; unless it followed before, a blank line is seen to.
    fn add(&mut self, above: &str, text: &str, claim: &'a Claim, followed_before: bool) {
        if !followed_before {
            self.end_with_blank_line();
        }
        let start = self.text.len();
        self.text.push_str(above);
        self.text.push_str(text);
        self.claims.push(start..self.text.len());
        self.last = Some(claim);
    }

    /// Whether the last claim still says what it should if it ends at `end`.
    fn last_says(&self, start: usize, end: usize) -> bool {
        read::claim(&self.text[start..end], false).is_ok_and(|it| Some(&it) == self.last)
    }

    fn end_with_blank_line(&mut self) {
        let Some(Range { start, end }) = self.claims.last().cloned() else {
            return;
        };
        let blank = [self.line_break, self.line_break].concat();
        while !self.text.ends_with(&blank) {
            self.text.push_str(self.line_break);
        }
        if self.text.len() == end {
            return;
        }
        // A text in a block at the very end may take the new line breaks for its own.
        if !self.last_says(start, self.text.len())
            && let Some(claim) = self.last
        {
            let (head, body, _) = parts_of(&self.text[start..end], self.dash_column);
            let (comments, written) = anew(body, claim, self.dash_column, self.line_break);
            let text = format!("{head}{comments}{written}{}", self.line_break);
            self.text.truncate(start);
            self.text.push_str(&text);
        }
        self.claims.pop();
        self.claims.push(start..self.text.len());
    }

    /// Lets the last claim end at `end`, if it says the same there.
    fn end_at(&mut self, end: usize) {
        let Some(start) = self.claims.last().map(|it| it.start) else {
            return;
        };
        if self.last_says(start, end) {
            self.text.truncate(end);
            self.claims.pop();
            self.claims.push(start..end);
        }
    }

    /// Takes away blank lines that only stood there because another claim followed.
    fn end_without_blank_line(&mut self) {
        let Some(range) = self.claims.last().cloned() else {
            return;
        };
        let (head, body, _) = parts_of(&self.text[range.clone()], self.dash_column);
        self.end_at(range.start + head.len() + body.len());
    }

    fn finish(
        mut self,
        file: &ClaimFile,
        inherited: &str,
        after: &str,
        ends_as_before: bool,
    ) -> Document {
        let tail = format!("{inherited}{after}");
        let had_tail = !self
            .document
            .layout
            .around(&self.document.text)
            .1
            .is_empty();
        let is_new_end = !ends_as_before || had_tail == tail.is_empty();
        if is_new_end && !tail.is_empty() {
            self.end_with_blank_line();
        }
        if is_new_end && tail.is_empty() {
            self.end_without_blank_line();
            if !self.document.text.ends_with('\n') {
                self.end_at(self.text.trim_end_matches(['\r', '\n']).len());
            }
        }
        self.text.push_str(&tail);
        Document {
            file: file.clone(),
            text: self.text,
            layout: Layout {
                keys: Vec::new(),
                claims: self.claims,
                dash_column: self.dash_column,
                is_flow: false,
            },
            has_byte_order_mark: self.document.has_byte_order_mark,
            origins: self.origins,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;
    use crate::claim::{Evidence, Judgement, Reviewer, UnknownKeys, Verdict};
    use crate::store::{hand, read_text, samples};

    fn document(text: &str) -> Document {
        read_text(text, Path::new("x.yaml")).unwrap_or_else(|it| panic!("{it}\n{text}"))
    }

    fn judge(claim: &mut Claim, name: &str, verdict: Verdict, second: u32) {
        let reviewed = format!("2024-04-01T08:00:{second:02}Z")
            .parse()
            .expect("a time");
        let reviewer = Reviewer::new(name);
        match claim.verdicts.iter_mut().find(|it| it.reviewer == reviewer) {
            Some(judgement) => {
                judgement.verdict = verdict;
                judgement.reviewed = reviewed;
            }
            None => claim
                .verdicts
                .push(Judgement::new(verdict, reviewer, reviewed)),
        }
    }

    /// The lines that `new` lacks and those that it has beyond `old`.
    fn difference(old: &str, new: &str) -> String {
        let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let end = old[start..]
            .iter()
            .rev()
            .zip(new[start..].iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let lost = old[start..old.len() - end]
            .iter()
            .map(|it| format!("-{it}\n"));
        let won = new[start..new.len() - end]
            .iter()
            .map(|it| format!("+{it}\n"));
        lost.chain(won).collect()
    }

    fn after(change: impl FnOnce(&mut ClaimFile)) -> String {
        let document = document(samples::HARBOUR);
        let mut file = document.file().clone();
        change(&mut file);
        let changed = document.with(&file, Path::new("x.yaml")).expect("written");
        difference(samples::HARBOUR, changed.text())
    }

    #[test]
    fn a_new_verdict_adds_lines_and_a_changed_one_changes_two() {
        assert_snapshot!(after(|it| judge(&mut it.claims[1], "Ana Ruiz", Verdict::Verified, 1)), @r"
        +  verdicts:
        +  - verdict: verified
        +    reviewer: Ana Ruiz
        +    reviewed: 2024-04-01T08:00:01Z
        ");
        assert_snapshot!(after(|it| judge(&mut it.claims[0], "Ben", Verdict::Unknown, 1)), @r"
        +  - verdict: unknown
        +    reviewer: Ben
        +    reviewed: 2024-04-01T08:00:01Z
        ");
        assert_snapshot!(after(|it| judge(&mut it.claims[0], "Ana Ruiz", Verdict::Unknown, 1)), @r"
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        +  - verdict: unknown # twice counted
        +    reviewer: Ana Ruiz
        +    reviewed: 2024-04-01T08:00:01Z
        ");
    }

    #[test]
    fn texts_change_in_their_own_lines() {
        assert_snapshot!(after(|it| it.claims[0].query = None), @r"-  query: Who counted, and when?");
        assert_snapshot!(after(|it| it.claims[1].note = Some("one\ntwo\n".to_owned())), @r"
        +  note: |
        +    one
        +    two
        ");
        assert_snapshot!(after(|it| it.claims[0].verdicts[0].note = Some("short".to_owned())), @r"
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        +    note: short
        ");
        assert_snapshot!(after(|it| it.claims[0].evidence[0].passage = Some("Signed: 212".to_owned())), @r#"+    passage: "Signed: 212""#);
        assert_snapshot!(after(|it| it.article.digest = Some("sha256:00".to_owned())), @r"+  digest: sha256:00");
    }

    #[test]
    fn claims_come_and_go_with_their_blank_lines() {
        let new = || {
            let quote = crate::claim::TextQuoteSelector {
                exact: "x y".to_owned(),
                ..Default::default()
            };
            Claim::new("n3w000".parse().expect("an id"), quote, "X y", Vec::new())
        };
        assert_snapshot!(after(|it| it.claims.insert(1, new())), @r"
        +- id: n3w000
        +  quote:
        +    exact: x y
        +  claim: X y
        ");
        assert_snapshot!(after(|it| it.claims.push(new())), @r"
        +
        +- id: n3w000
        +  quote:
        +    exact: x y
        +  claim: X y
        ");
        assert_snapshot!(after(|it| drop(it.claims.remove(0))), @r"
        -- id: k4q7zd
        -  kinds: [ratio]
        -  quote:
        -    prefix: 'By Monday morning '
        -    exact: 212 of the 230 people on the payroll
        -  verdicts:
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        -    reason: wrong
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        -  claim: 212 of 230 harbour employees signed the letter
        -  evidence:
        -  - url: https://example.org/letter.pdf
        -    stance: refutes
        -    accessed: 2024-03-05
        -    page-scan: [3, 4]
        -  query: Who counted, and when?
        -
        +# twice counted
        ");
        assert_snapshot!(after(|it| drop(it.claims.remove(1))), @r"
        -
        -- id: m2x9ab
        -  quote:
        -    exact: the vote is on Friday
        -  claim: The vote is on Friday
        ");
        assert_snapshot!(after(|it| it.claims.clear()), @r"
        -- id: k4q7zd
        -  kinds: [ratio]
        -  quote:
        -    prefix: 'By Monday morning '
        -    exact: 212 of the 230 people on the payroll
        -  verdicts:
        -  - verdict: disputed # twice counted
        -    reviewer: Ana Ruiz
        -    reviewed: 2024-03-05T09:12:44Z
        -    reason: wrong
        -    note: |
        -      Counted on the scan.
        -
        -      Two names appear twice.
        -  claim: 212 of 230 harbour employees signed the letter
        -  evidence:
        -  - url: https://example.org/letter.pdf
        -    stance: refutes
        -    accessed: 2024-03-05
        -    page-scan: [3, 4]
        -  query: Who counted, and when?
        -
        -- id: m2x9ab
        -  quote:
        -    exact: the vote is on Friday
        -  claim: The vote is on Friday
        +# twice counted
        ");
    }

    #[test]
    fn one_claim_is_changed_in_place() {
        let mut document = document(samples::HARBOUR);
        let mut claim = document.file().claims[0].clone();
        judge(&mut claim, "Ben", Verdict::Unknown, 1);
        document
            .set_claim(&claim, Path::new("x.yaml"))
            .expect("written");
        let mut second = document.file().claims[1].clone();
        judge(&mut second, "Ben", Verdict::Unknown, 2);
        document
            .set_claim(&second, Path::new("x.yaml"))
            .expect("written");
        let read = read_text(document.text(), Path::new("x.yaml")).expect("a claim file");
        assert_eq!(read.file(), document.file());
        assert_eq!(read.layout.claims, document.layout.claims);
    }

    #[test]
    fn between_brackets_only_what_is_meant_changes() {
        let table = [
            (
                r#"{"redpencil": 1, "article": {"file": "a.txt"},
  "claims": [{"id": "a1", "quote": {"exact": "x", "page": 3}, "claim": "X"}]}"#,
                r#"{"redpencil": 1, "article": {"file": "a.txt"},
  "claims": [{"id": "a1", "quote": {"exact": "x", "page": 3}, "verdicts": [{"verdict": "verified", "reviewer": "Ana", "reviewed": "2024-04-01T08:00:01Z"}], "claim": "X"}]}"#,
            ),
            (
                "redpencil: 1\narticle: {file: a.txt}\nclaims: [ # all\n  {claim:  'X' , id: a1, quote: {exact: x}, y: [1,  2]}, # one\n  {id: a2,  quote: {exact: z}, claim: Z},\n  ]\n",
                "redpencil: 1\narticle: {file: a.txt}\nclaims: [ # all\n  {claim:  'X' , id: a1, quote: {exact: x}, verdicts: [{verdict: verified, reviewer: Ana, reviewed: 2024-04-01T08:00:01Z}], y: [1,  2]}, # one\n  {id: a2,  quote: {exact: z}, claim: Z},\n  ]\n",
            ),
            (
                "redpencil: 1\narticle:\n  file: a.txt\nclaims:\n- {id: a1, x: 1, # why\n   quote: {exact: x}, # here\n   claim: X}\n",
                "redpencil: 1\narticle:\n  file: a.txt\nclaims:\n- {id: a1, x: 1, # why\n   quote: {exact: x}, verdicts: [{verdict: verified, reviewer: Ana, reviewed: 2024-04-01T08:00:01Z}], # here\n   claim: X}\n",
            ),
        ];
        for (before, after) in table {
            let document = document(before);
            let mut file = document.file().clone();
            judge(&mut file.claims[0], "Ana", Verdict::Verified, 1);
            let changed = document.with(&file, Path::new("x.yaml")).expect("written");
            assert_eq!(changed.text(), after);
            let back = changed.with(document.file(), Path::new("x.yaml"));
            assert_eq!(back.expect("written").text(), before);
        }
    }

    /// A file with everything in brackets, a claim a line, a comment behind each.
    fn in_brackets(file: &ClaimFile) -> String {
        let mut text = "{redpencil: 1, article: ".to_owned();
        write::in_flow(&mut text, &Form::Map(form::particulars(&file.article)));
        text.push_str(", # 上\n claims: [\n");
        for (place, claim) in file.claims.iter().enumerate() {
            text.push_str("  ");
            write::in_flow(&mut text, &Form::Map(form::claim(claim)));
            text.extend([" , # 注", &place.to_string(), ".\n"]);
        }
        text + "  ]}\n"
    }

    fn comments_of(text: &str) -> Vec<&str> {
        let mut comments: Vec<&str> = edit::comments(text)
            .into_iter()
            .map(|it| text[it].trim_end_matches('\r'))
            .collect();
        comments.sort_unstable();
        comments
    }

    /// Whether every line of `few` stands in `many`, in the same order.
    fn is_part(few: &str, many: &str) -> bool {
        let mut many = many.lines();
        few.lines().all(|it| many.any(|other| it == other))
    }

    fn check(before: &Document, after: &Document, file: &ClaimFile) -> Result<(), TestCaseError> {
        let (old, new) = (before.text(), after.text());
        let read = read_text(new, Path::new("x.yaml"))
            .map_err(|it| TestCaseError::fail(format!("{it}\n{old}\n=>\n{new}")))?;
        prop_assert_eq!(read.file(), file, "{}\n=>\n{}", old, new);
        prop_assert_eq!(&after.file, file);
        prop_assert_eq!(
            &read.layout.claims,
            &after.layout.claims,
            "{}\n=>\n{}",
            old,
            new
        );
        let breaks = if old[..old.find('\n').unwrap_or(0)].ends_with('\r') {
            new.matches('\n').count()
        } else {
            0
        };
        prop_assert_eq!(new.matches("\r\n").count(), breaks);
        prop_assert_eq!(new.matches('\r').count(), breaks);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn a_verdict_touches_nothing_but_its_lines(text in hand::typed(), which in any::<prop::sample::Index>(), name in prop::sample::select(vec!["Ana Ruiz", "Ben", "Cleo"])) {
            let before = document(&text);
            let mut file = before.file().clone();
            let place = which.index(file.claims.len());
            let was_judged = file.claims[place].verdicts.iter().any(|it| it.reviewer.as_str() == name);
            judge(&mut file.claims[place], name, Verdict::Disputed, 7);
            let after = before.with(&file, Path::new("x.yaml")).expect("written");
            check(&before, &after, &file)?;
            prop_assert_eq!(comments_of(&text), comments_of(after.text()));
            let is_flow = before.claim_text(place).contains("- {");
            let had_empty = before.claim_text(place).contains("verdicts: []");
            if !was_judged && !is_flow && !had_empty {
                prop_assert!(is_part(&text, after.text()), "{}\n=>\n{}", &text, after.text());
            } else {
                let kept = text.lines().filter(|it| after.text().lines().any(|other| *it == other)).count();
                prop_assert!(kept + 2 >= text.lines().count(), "{}\n=>\n{}", &text, after.text());
            }
            let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
            prop_assert_eq!(back.text(), &text);
        }

        #[test]
        fn a_text_touches_nothing_but_its_lines(text in hand::typed(), which in any::<prop::sample::Index>(), key in 0..5, words in prop::option::of(samples::text())) {
            let before = document(&text);
            let mut file = before.file().clone();
            let place = which.index(file.claims.len());
            let claim = &mut file.claims[place];
            match key {
                0 => claim.note = words,
                1 => claim.query = words,
                2 => claim.wording = words.unwrap_or_default(),
                3 => claim.evidence.push(Evidence { passage: words, url: Some("https://example.org/b".to_owned()), ..Evidence::default() }),
                _ => if let Some(it) = claim.verdicts.last_mut() { it.note = words },
            }
            let after = before.with(&file, Path::new("x.yaml")).expect("written");
            check(&before, &after, &file)?;
            prop_assert_eq!(comments_of(&text), comments_of(after.text()), "{}\n=>\n{}", &text, after.text());
            for other in (0..file.claims.len()).filter(|it| *it != place) {
                prop_assert_eq!(before.claim_text(other), after.claim_text(other));
            }
            let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
            prop_assert_eq!(back.text(), &text);
        }

        #[test]
        fn claims_come_and_go(text in hand::typed(), which in any::<prop::sample::Index>(), new in samples::claim()) {
            let before = document(&text);
            let mut file = before.file().clone();
            let place = which.index(file.claims.len() + 1);
            file.claims.insert(place, new);
            let more = before.with(&file, Path::new("x.yaml")).expect("written");
            check(&before, &more, &file)?;
            prop_assert_eq!(comments_of(&text), comments_of(more.text()));
            // A block that ends the file takes line breaks after it for its own.
            if text.ends_with('\n') && !text.contains("|+") {
                prop_assert!(is_part(&text, more.text()), "{}\n=>\n{}", &text, more.text());
            }
            let mut fewer = before.file().clone();
            fewer.claims.remove(place.min(fewer.claims.len() - 1));
            let less = before.with(&fewer, Path::new("x.yaml")).expect("written");
            check(&before, &less, &fewer)?;
            let mut turned = before.file().clone();
            turned.claims.reverse();
            check(&before, &before.with(&turned, Path::new("x.yaml")).expect("written"), &turned)?;
        }

        #[test]
        fn any_file_can_become_any_other(text in hand::typed(), file in samples::file()) {
            let before = document(&text);
            let after = before.with(&file, Path::new("x.yaml")).expect("written");
            check(&before, &after, &file)?;
        }

        #[test]
        fn a_claim_can_become_any_other(text in hand::typed(), which in any::<prop::sample::Index>(), new in samples::claim()) {
            let before = document(&text);
            let mut file = before.file().clone();
            let place = which.index(file.claims.len());
            file.claims[place] = Claim { id: file.claims[place].id.clone(), ..new };
            let after = before.with(&file, Path::new("x.yaml")).expect("written");
            check(&before, &after, &file)?;
            let back = after.with(before.file(), Path::new("x.yaml")).expect("written");
            prop_assert_eq!(back.text(), &text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn between_brackets_the_other_claims_stay(file in samples::file(), which in any::<prop::sample::Index>(), new in samples::claim()) {
            let file = ClaimFile { signed: Vec::new(), unknown: UnknownKeys::default(), schema: 1, ..file };
            prop_assume!(!file.claims.is_empty());
            let text = in_brackets(&file);
            let before = document(&text);
            prop_assert_eq!(before.file(), &file, "{}", &text);
            let place = which.index(file.claims.len());
            let mut changed = file.clone();
            changed.claims[place] = Claim { id: file.claims[place].id.clone(), ..new };
            let mut judged = file.clone();
            judge(&mut judged.claims[place], "Ana", Verdict::Verified, 1);
            let mut fewer = file.clone();
            fewer.claims.remove(place);
            for wanted in [changed, judged, fewer] {
                let after = before.with(&wanted, Path::new("x.yaml")).expect("written");
                let read = read_text(after.text(), Path::new("x.yaml")).expect("a claim file");
                prop_assert_eq!(read.file(), &wanted, "{}\n=>\n{}", &text, after.text());
                prop_assert_eq!(comments_of(&text), comments_of(after.text()));
                if wanted.claims.len() == file.claims.len() {
                    let kept = text.lines().zip(after.text().lines()).enumerate();
                    for (number, (old, new)) in kept.filter(|it| it.0 != place + 2) {
                        prop_assert_eq!(old, new, "line {}", number);
                    }
                }
            }
        }
    }
}
