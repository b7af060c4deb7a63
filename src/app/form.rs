//! The form in which a source is written down.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::copied::Copied;
use crate::app::field::{Field, Lines};
use crate::app::offered::Offered;
use crate::claim::{ClaimId, Evidence, Source, Stance};
use crate::review::KnownSource;
use crate::text::{AmbiguousWidth, Column};

/// A source while it is being written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceForm {
    /// The claim that it belongs to.
    pub(crate) claim: ClaimId,
    /// Which of the claim's sources it changes, from 0; none for a new one.
    pub(crate) at: Option<usize>,
    /// The source as it was opened: what the form does not show stays.
    original: Evidence,
    rows: Vec<FormRow>,
    focus: usize,
    /// Sources that were used before and have the words that were typed.
    pub(crate) offered: Offered,
}

/// One row of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// What it holds.
    pub label: &'static str,
    /// What stands in it.
    pub value: FormValue,
}

/// What a row of the form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormValue {
    /// Words.
    Text(Field),
    /// One of several words; 0 leaves it open.
    Choice {
        /// The words, the first for "open".
        words: &'static [&'static str],
        /// Which one.
        at: usize,
    },
}

impl FormRow {
    /// Rows of the screen that it takes beside its label.
    pub fn height(&self, columns: Column) -> usize {
        match &self.value {
            FormValue::Text(field) => field.rows(columns).len(),
            FormValue::Choice { .. } => 1,
        }
    }
}

const ADDRESS: usize = 0;
const TITLE: usize = 1;
const STANCE: usize = 2;
const SOURCE: usize = 3;
const LOCATOR: usize = 4;
const PASSAGE: usize = 5;
const ACCESSED: usize = 6;
const ARCHIVE: usize = 7;

const STANCES: &[&str] = &["(open)", "supports", "refutes", "context"];
const SOURCES: &[&str] = &["(open)", "primary", "secondary"];

/// Bytes of address and title by which sources are looked for.
const MOST_WORDS: usize = 4096;

impl SourceForm {
    /// An empty form for a source that was read `today`.
    pub fn new(claim: ClaimId, today: NaiveDate) -> Self {
        let evidence = Evidence {
            accessed: Some(today),
            ..Evidence::default()
        };
        Self::open(claim, None, evidence)
    }

    /// The form of the source that stands at `at` already.
    pub fn edit(claim: ClaimId, at: usize, evidence: Evidence) -> Self {
        Self::open(claim, Some(at), evidence)
    }

    fn open(claim: ClaimId, at: Option<usize>, evidence: Evidence) -> Self {
        let text = |label, words: Option<&str>, lines| FormRow {
            label,
            value: FormValue::Text(Field::new(words.unwrap_or_default(), lines)),
        };
        let choice = |label, words: &'static [&'static str], chosen: Option<&str>| FormRow {
            label,
            value: FormValue::Choice {
                words,
                at: chosen
                    .and_then(|it| words.iter().position(|word| *word == it))
                    .unwrap_or(0),
            },
        };
        let accessed = evidence.accessed.map(|it| it.to_string());
        let rows = vec![
            text("URL", evidence.url.as_deref(), Lines::One),
            text("Title", evidence.title.as_deref(), Lines::One),
            choice("Stance", STANCES, evidence.stance.map(Stance::name)),
            choice("Source", SOURCES, evidence.source.map(Source::name)),
            text("Where in it", evidence.locator.as_deref(), Lines::One),
            text("Passage", evidence.passage.as_deref(), Lines::Many),
            text("Read on", accessed.as_deref(), Lines::One),
            text("Archived at", evidence.archive.as_deref(), Lines::One),
        ];
        Self {
            claim,
            at,
            original: evidence,
            rows,
            focus: 0,
            offered: Offered::default(),
        }
    }

    /// Has every field count columns as the terminal does.
    pub(crate) fn measure(&mut self, ambiguous: AmbiguousWidth) {
        for row in &mut self.rows {
            if let FormValue::Text(field) = &mut row.value {
                field.measure(ambiguous);
            }
        }
    }

    /// The same, with sources that were used before to choose from.
    pub(crate) fn knowing(mut self, known: Arc<Vec<KnownSource>>) -> Self {
        self.offered = Offered::of(known);
        self.look_again();
        self
    }

    /// What was used before.
    pub fn offered(&self) -> &Offered {
        &self.offered
    }

    /// The rows.
    pub fn rows(&self) -> &[FormRow] {
        &self.rows
    }

    /// Which row the caret is in.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// The text field that the caret is in, if the row is one.
    pub fn field(&self) -> Option<&Field> {
        match &self.rows[self.focus].value {
            FormValue::Text(field) => Some(field),
            FormValue::Choice { .. } => None,
        }
    }

    /// The same, to type into.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        match &mut self.rows[self.focus].value {
            FormValue::Text(field) => Some(field),
            FormValue::Choice { .. } => None,
        }
    }

    /// The next row, from the last to the first.
    pub fn next_row(&mut self) {
        self.focus = (self.focus + 1) % self.rows.len();
    }

    /// The row before, from the first to the last.
    pub fn previous_row(&mut self) {
        self.focus = (self.focus + self.rows.len() - 1) % self.rows.len();
    }

    /// Moves a choice on by one word; nothing in a text.
    pub fn choose_next(&mut self) {
        if let FormValue::Choice { words, at } = &mut self.rows[self.focus].value {
            *at = (*at + 1) % words.len();
        }
    }

    /// Moves a choice back by one word; nothing in a text.
    pub fn choose_previous(&mut self) {
        if let FormValue::Choice { words, at } = &mut self.rows[self.focus].value {
            *at = (*at + words.len() - 1) % words.len();
        }
    }

    /// Takes the word of a choice that starts with `letter`, if there is one.
    pub fn choose_by_letter(&mut self, letter: char) {
        if let FormValue::Choice { words, at } = &mut self.rows[self.focus].value
            && let Some(found) = words.iter().position(|it| it.starts_with(letter))
        {
            *at = found;
        }
    }

    /// Takes pasted words: an address, alone or with its title, goes into the rows
    /// for these where they are empty, wherever the caret is; all else to the caret.
    pub fn paste(&mut self, words: &str) {
        let copied = Copied::of(words).filter(|_| self.takes_address());
        let Some(copied) = copied else {
            let is_line = self.focus != PASSAGE;
            if let Some(field) = self.field_mut() {
                field.insert(if is_line { words.trim() } else { words });
            }
            return self.look_again();
        };
        self.set(ADDRESS, copied.address);
        self.focus = ADDRESS;
        if let Some(title) = copied.title
            && self.text(TITLE).trim().is_empty()
        {
            self.set(TITLE, &title);
            // Both are there: the next thing to say is what the source does.
            self.focus = STANCE;
        }
        self.look_again();
    }

    /// Whether an address that is pasted is that of the source: not where one is
    /// written down already, nor in a passage, nor where the copy is asked for.
    fn takes_address(&self) -> bool {
        let is_empty = |row: usize| self.text(row).trim().is_empty();
        let is_meant = match self.focus {
            PASSAGE => is_empty(PASSAGE),
            ARCHIVE => is_empty(TITLE),
            _ => true,
        };
        is_meant && is_empty(ADDRESS)
    }

    /// Looks which sources that were used before have the words typed so far.
    pub(crate) fn look_again(&mut self) {
        if !matches!(self.focus, ADDRESS | TITLE) {
            return;
        }
        let (address, title) = (self.text(ADDRESS), self.text(TITLE));
        // Nobody looks for a source by so many words; a paste may be long.
        if address.len() + title.len() > MOST_WORDS {
            self.offered.forget();
            return;
        }
        let words = format!("{address} {title}");
        self.offered.look(&words, &self.original);
    }

    /// Takes the next source that was used before; after the last, what was typed.
    /// Answers with its number; none where what was typed stands again.
    pub(crate) fn take_known(&mut self) -> Option<usize> {
        let (number, source, typed) = {
            let typed = self.offered.typed.take();
            let typed = typed.unwrap_or_else(|| Box::new(self.plain()));
            let number = self.offered.taken.map_or(0, |it| it + 1);
            (number, self.offered.found.get(number).cloned(), typed)
        };
        self.rows.clone_from(&typed.rows);
        self.original = typed.original.clone();
        let Some(source) = source else {
            self.offered.taken = None;
            return None;
        };
        self.offered.taken = Some(number);
        self.offered.typed = Some(typed);
        self.fill(&source);
        Some(number + 1)
    }

    /// The form without what is offered.
    fn plain(&self) -> Self {
        Self {
            offered: Offered::default(),
            ..self.clone()
        }
    }

    /// What holds for the source wherever it is used; what it does to this claim
    /// stays to be said.
    fn fill(&mut self, source: &Evidence) {
        self.set(ADDRESS, source.url.as_deref().unwrap_or_default());
        self.set(TITLE, source.title.as_deref().unwrap_or_default());
        if let Some(archive) = &source.archive {
            self.set(ARCHIVE, archive);
        }
        if let Some(word) = source.source
            && let FormValue::Choice { words, at } = &mut self.rows[SOURCE].value
        {
            *at = words.iter().position(|it| *it == word.name()).unwrap_or(0);
        }
        self.original.kind = self.original.kind.or(source.kind);
        self.original.digest = self
            .original
            .digest
            .take()
            .or_else(|| source.digest.clone());
        self.original.confidential |= source.confidential;
    }

    fn set(&mut self, row: usize, words: &str) {
        if let FormValue::Text(field) = &mut self.rows[row].value {
            *field = Field::new(words, Lines::One);
        }
    }

    /// Whether anything was typed that the source does not have yet.
    pub fn is_changed(&self) -> bool {
        self.rows != Self::open(self.claim.clone(), self.at, self.original.clone()).rows
    }

    /// The source as the form has it; otherwise the row that is wrong, and why.
    pub fn evidence(&self) -> Result<Evidence, (usize, &'static str)> {
        let words = |row: usize| {
            let words = self.text(row).trim();
            (!words.is_empty()).then(|| words.to_owned())
        };
        let (mut url, mut title) = (words(ADDRESS), words(TITLE));
        // A copied link comes as typed letters where the terminal cannot paste.
        if let Some(copied) = url.as_deref().and_then(Copied::of)
            && copied.title.is_some()
            && title.is_none()
        {
            title = copied.title;
            url = Some(copied.address.to_owned());
        }
        // What is no address is what the source is called, wherever it was typed.
        if url.as_deref().is_some_and(|it| !is_address(it)) && self.original.url != url {
            if title.is_some() {
                return Err((ADDRESS, "an address starts with https:// or http://"));
            }
            title = url.take();
        }
        let archive = words(ARCHIVE);
        let is_new = archive != self.original.archive;
        if is_new && archive.as_deref().is_some_and(|it| !is_address(it)) {
            return Err((ARCHIVE, "an address starts with https:// or http://"));
        }
        if url.is_none() && title.is_none() && archive.is_none() {
            return Err((ADDRESS, "a source needs an address or a title"));
        }
        let accessed = match words(ACCESSED) {
            None => None,
            Some(day) => Some(
                day.parse::<NaiveDate>()
                    .map_err(|_| (ACCESSED, "a day is written 2024-03-05"))?,
            ),
        };
        Ok(Evidence {
            url,
            title,
            stance: self.chosen(STANCE).and_then(|it| it.parse().ok()),
            source: self.chosen(SOURCE).and_then(|it| it.parse().ok()),
            locator: words(LOCATOR),
            passage: words(PASSAGE),
            accessed,
            archive,
            ..self.original.clone()
        })
    }

    /// Puts the caret into a row.
    pub fn go_to(&mut self, row: usize) {
        self.focus = row.min(self.rows.len() - 1);
    }

    fn text(&self, row: usize) -> &str {
        match &self.rows[row].value {
            FormValue::Text(field) => field.text(),
            FormValue::Choice { .. } => "",
        }
    }

    fn chosen(&self, row: usize) -> Option<&'static str> {
        match &self.rows[row].value {
            FormValue::Choice { words, at } if *at > 0 => Some(words[*at]),
            _ => None,
        }
    }
}

/// Whether a browser may be asked to open these words.
pub(crate) fn is_address(words: &str) -> bool {
    let rest = words
        .strip_prefix("https://")
        .or_else(|| words.strip_prefix("http://"));
    rest.is_some_and(|it| {
        !it.is_empty() && !words.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

#[cfg(test)]
mod tests;
