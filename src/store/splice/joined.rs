//! The text of a claim file that grows claim by claim.

use std::ops::Range;

use crate::claim::{Claim, ClaimFile};
use crate::store::document::Document;
use crate::store::edit;
use crate::store::layout::Layout;
use crate::store::read;
use crate::store::splice::Origins;
use crate::store::splice::parts::{anew, parts_of};

/// A text that grows claim by claim.
pub(super) struct Joined<'a> {
    document: &'a Document,
    text: String,
    line_break: &'static str,
    pub(super) claims: Vec<Range<usize>>,
    dash_column: usize,
    pub(super) origins: Origins,
    last: Option<&'a Claim>,
}

impl<'a> Joined<'a> {
    pub(super) fn new(document: &'a Document, before: String, claims: usize) -> Self {
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

    pub(super) fn add_new(&mut self, claim: &'a Claim) {
        let (_, written) = anew("", claim, self.dash_column, self.line_break);
        self.add("", &written, claim, false);
    }

    /// Adds one claim; unless it followed before, a blank line is seen to.
    pub(super) fn add(&mut self, above: &str, text: &str, claim: &'a Claim, followed_before: bool) {
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
    pub(super) fn last_says(&self, start: usize, end: usize) -> bool {
        read::claim(&self.text[start..end], false).is_ok_and(|it| Some(&it) == self.last)
    }

    pub(super) fn end_with_blank_line(&mut self) {
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
    pub(super) fn end_at(&mut self, end: usize) {
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
    pub(super) fn end_without_blank_line(&mut self) {
        let Some(range) = self.claims.last().cloned() else {
            return;
        };
        let (head, body, _) = parts_of(&self.text[range.clone()], self.dash_column);
        self.end_at(range.start + head.len() + body.len());
    }

    pub(super) fn finish(
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
