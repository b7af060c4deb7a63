//! The form in which a source is written down.

use chrono::NaiveDate;

use crate::app::field::{Field, Lines};
use crate::claim::{ClaimId, Evidence, Source, Stance};
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

const STANCES: &[&str] = &["(open)", "supports", "refutes", "context"];
const SOURCES: &[&str] = &["(open)", "primary", "secondary"];

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
        ];
        Self {
            claim,
            at,
            original: evidence,
            rows,
            focus: 0,
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

    /// Takes pasted words: an address goes into the empty row for addresses,
    /// wherever the caret is; all else to the caret.
    pub fn paste(&mut self, words: &str) {
        let is_free = self.text(ADDRESS).is_empty() && self.focus != PASSAGE;
        if is_free && is_address(words.trim()) {
            self.focus = ADDRESS;
        }
        let words = if self.focus == ADDRESS {
            words.trim()
        } else {
            words
        };
        if let Some(field) = self.field_mut() {
            field.insert(words);
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
        // What is no address is what the source is called, wherever it was typed.
        if url.as_deref().is_some_and(|it| !is_address(it)) && self.original.url != url {
            if title.is_some() {
                return Err((ADDRESS, "an address starts with https:// or http://"));
            }
            title = url.take();
        }
        if url.is_none() && title.is_none() && self.original.archive.is_none() {
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
mod tests {
    use super::*;

    fn form() -> SourceForm {
        let claim = "k4q7zd".parse().expect("an id");
        SourceForm::new(claim, NaiveDate::from_ymd_opt(2024, 3, 5).expect("a day"))
    }

    #[test]
    fn a_pasted_address_finds_its_row() {
        let mut form = form();
        form.next_row();
        form.paste(" https://example.org/letter.pdf\n");
        assert_eq!(form.focus(), ADDRESS);
        let evidence = form.evidence().expect("a source");
        assert_eq!(
            evidence.url.as_deref(),
            Some("https://example.org/letter.pdf")
        );
        assert_eq!(
            evidence.accessed.map(|it| it.to_string()).as_deref(),
            Some("2024-03-05")
        );
    }

    #[test]
    fn a_citation_may_stand_where_the_address_would() {
        let mut form = form();
        form.paste("Minutes of the council, 4 March");
        let evidence = form.evidence().expect("a source");
        assert_eq!(evidence.url, None);
        assert_eq!(
            evidence.title.as_deref(),
            Some("Minutes of the council, 4 March")
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_row() {
        assert_eq!(form().evidence().map_err(|it| it.0), Err(ADDRESS));
        let mut form = form();
        form.paste("Minutes");
        form.go_to(ACCESSED);
        form.paste("x");
        assert_eq!(form.evidence().map_err(|it| it.0), Err(ACCESSED));
    }

    #[test]
    fn choices_go_round_and_take_a_letter() {
        let mut form = form();
        form.paste("Minutes");
        form.go_to(STANCE);
        form.choose_by_letter('r');
        form.next_row();
        form.choose_previous();
        let evidence = form.evidence().expect("a source");
        assert_eq!(evidence.stance, Some(Stance::Refutes));
        assert_eq!(evidence.source, Some(Source::Secondary));
        assert!(form.is_changed());
    }

    #[test]
    fn only_web_addresses_are_addresses() {
        for words in ["https://a", "http://a.example/b?c#d"] {
            assert!(is_address(words), "{words}");
        }
        for words in [
            "",
            "https://",
            "file:///etc/passwd",
            "javascript:x",
            "-x",
            " https://a",
            "https://a b",
            "https://a\n-x",
        ] {
            assert!(!is_address(words), "{words:?}");
        }
    }
}
