//! What went wrong, told the same way by the interface and on the command line.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::text::grapheme::Clusters;
use crate::text::{AmbiguousWidth, ByteRange, LineColumn, Visible, width};

/// Bad input, told so that a person can act on it: what, where, the line, what next.
///
/// Written out, with everything in it made [`Visible`]:
///
/// ```text
/// claims/harbour.yaml:18:12: "verifed" is no verdict
/// 18 │   verdict: verifed
///    │            ^^^^^^^ did you mean verified? (verified, disputed, unknown)
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    severity: Severity,
    what: String,
    file: Option<PathBuf>,
    at: Option<LineColumn>,
    // Boxed, so that a `Result` with a problem in it stays small.
    excerpt: Option<Box<Excerpt>>,
    next_step: Option<String>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The work was done, but not as a person may expect.
    Warning,
    /// The work could not be done.
    Error,
}

/// The line a problem stands in, cropped if it is very long.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Excerpt {
    line: String,
    /// What is pointed at, inside `line`.
    range: ByteRange,
    starts_the_line: bool,
    ends_the_line: bool,
}

/// Bytes of a line that are kept on either side of a problem.
const KEPT_BYTES: usize = 240;

/// Columns of a line that are shown: with the line's number they fit in 80.
const SHOWN_COLUMNS: usize = 70;

impl Problem {
    /// Something that could not be done, in a sentence with neither capital nor full stop.
    pub fn error(what: impl Into<String>) -> Self {
        Self::new(Severity::Error, what.into())
    }

    /// Something that was done, but not as a person may expect.
    pub fn warning(what: impl Into<String>) -> Self {
        Self::new(Severity::Warning, what.into())
    }

    const fn new(severity: Severity, what: String) -> Self {
        Self {
            severity,
            what,
            file: None,
            at: None,
            excerpt: None,
            next_step: None,
        }
    }

    /// In this file.
    #[must_use]
    pub fn in_file(mut self, file: impl AsRef<Path>) -> Self {
        self.file = Some(file.as_ref().to_owned());
        self
    }

    /// At `range` of `text`, whose line is shown with carets under it.
    #[must_use]
    pub fn at(mut self, text: &str, range: ByteRange) -> Self {
        self.at = Some(LineColumn::at(text, range.start));
        self.excerpt = Some(Box::new(Excerpt::of(text, range)));
        self
    }

    /// At a line and column whose text is not at hand.
    #[must_use]
    pub fn at_place(mut self, place: LineColumn) -> Self {
        self.at = Some(place);
        self
    }

    /// What a person can do about it.
    #[must_use]
    pub fn next_step(mut self, next_step: impl Into<String>) -> Self {
        self.next_step = Some(next_step.into());
        self
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong, as it was given: to be shown through [`Visible`] only.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The file it is in, if any.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The line and column, if any.
    pub const fn place(&self) -> Option<LineColumn> {
        self.at
    }

    /// What a person can do about it, as it was given.
    pub fn what_next(&self) -> Option<&str> {
        self.next_step.as_deref()
    }

    /// File, place and what is wrong in one line, safe to show.
    pub fn headline(&self) -> String {
        let mut line = String::new();
        if let Some(file) = &self.file {
            line.push_str(Visible::line(&file.to_string_lossy()).as_str());
            line.push(':');
        }
        if let Some(at) = self.at {
            line.push_str(&at.to_string());
            line.push(':');
        }
        if !line.is_empty() {
            line.push(' ');
        }
        match self.severity {
            Severity::Warning => line.push_str("warning: "),
            Severity::Error => {}
        }
        line.push_str(Visible::line(&self.what).as_str());
        line
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline())?;
        let next_step = self.next_step.as_deref().map(Visible::line);
        let (Some(excerpt), Some(at)) = (&self.excerpt, self.at) else {
            return next_step.map_or(Ok(()), |it| write!(f, "\n  {it}"));
        };
        let (line, before, carets) = excerpt.shown();
        let number = at.line.to_string();
        write!(f, "\n{number} │ {line}")?;
        write!(f, "\n{:1$} │ {2:3$}", "", number.len(), "", before)?;
        f.write_str(&"^".repeat(carets))?;
        next_step.map_or(Ok(()), |it| write!(f, " {it}"))
    }
}

impl Error for Problem {}

impl Excerpt {
    fn of(text: &str, range: ByteRange) -> Self {
        let at = text.floor_char_boundary(range.start.0);
        let line_start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |it| at + it);
        let until = text.ceil_char_boundary(range.end.0).clamp(at, line_end);
        let start = text
            .ceil_char_boundary(at.saturating_sub(KEPT_BYTES))
            .max(line_start);
        let end = text.floor_char_boundary(at + KEPT_BYTES).min(line_end);
        let line = text[start..end].strip_suffix('\r');
        let line = line.unwrap_or(&text[start..end]);
        // What is pointed at may be the line break itself.
        let inside = |place: usize| (place - start).min(line.len());
        Self {
            line: line.to_owned(),
            range: ByteRange::new(inside(at), inside(until.min(end))),
            starts_the_line: start == line_start,
            ends_the_line: end == line_end,
        }
    }

    /// The line as shown, the columns before the carets, and how many carets.
    fn shown(&self) -> (String, usize, usize) {
        let narrow = AmbiguousWidth::Narrow;
        let visible = Visible::line(&self.line);
        let shown = visible.as_str();
        let marked = visible.shown_range(self.range);
        // Where the line is too long, a third of what is shown stands before the place.
        let columns_before = width(&shown[..marked.start.0], narrow).0;
        let skipped = if width(shown, narrow).0 > SHOWN_COLUMNS {
            columns_before.saturating_sub(SHOWN_COLUMNS / 3)
        } else {
            0
        };
        let (mut start, mut end, mut columns) = (None, shown.len(), 0);
        let (mut first_column, mut kept) = (0, 0);
        for cluster in Clusters::of(shown, narrow) {
            if columns >= skipped {
                if start.is_none() {
                    start = Some(cluster.start);
                    first_column = columns;
                }
                kept += cluster.columns;
                if kept > SHOWN_COLUMNS {
                    end = cluster.start;
                    break;
                }
            }
            columns += cluster.columns;
        }
        let start = start.unwrap_or(shown.len());
        let mut line = String::new();
        let mut before = columns_before.saturating_sub(first_column);
        if start > 0 || !self.starts_the_line {
            line.push('…');
            before += 1;
        }
        line.push_str(&shown[start..end]);
        if end < shown.len() || !self.ends_the_line {
            line.push('…');
        }
        let marked = &shown[marked.start.0.min(end)..marked.end.0.min(end)];
        (line, before, width(marked, narrow).0.max(1))
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;

    fn find(text: &str, words: &str) -> ByteRange {
        let at = text.find(words).expect("words of the text");
        ByteRange::new(at, at + words.len())
    }

    #[test]
    fn a_problem_may_stand_at_a_line_break_of_any_kind() {
        for text in ["\r\r\r?\r\r", "a\r\r\n", "\r\n", "\n", ""] {
            for start in 0..=text.len() {
                for end in start..=text.len() {
                    let problem = Problem::error("odd").at(text, ByteRange::new(start, end));
                    assert!(problem.to_string().contains('^'), "{text:?} {start} {end}");
                }
            }
        }
    }

    #[test]
    fn a_problem_shows_the_line_and_what_to_do() {
        let text = "- id: k4q7zd\n  verdict: verifed\n";
        let problem = Problem::error("\"verifed\" is no verdict")
            .in_file("claims/harbour.yaml")
            .at(text, find(text, "verifed"))
            .next_step("did you mean verified? (verified, disputed, unknown)");
        assert_snapshot!(problem, @r#"
        claims/harbour.yaml:2:12: "verifed" is no verdict
        2 │   verdict: verifed
          │            ^^^^^^^ did you mean verified? (verified, disputed, unknown)
        "#);
    }

    #[test]
    fn wide_characters_are_counted_as_two_columns() {
        let text = "結論：錯的，已查";
        let problem = Problem::error("\"錯的\" is no verdict").at(text, find(text, "錯的"));
        assert_snapshot!(problem, @r#"
        1:4: "錯的" is no verdict
        1 │ 結論：錯的，已查
          │       ^^^^
        "#);
    }

    #[test]
    fn what_would_steer_a_terminal_is_marked_everywhere() {
        let text = "a\u{1b}[2Jb\u{202e}c";
        let problem = Problem::warning("odd \u{1b}]0;name\u{7} here")
            .in_file("a\nb\u{9b}.txt")
            .at(text, find(text, "c"))
            .next_step("look\u{1b} again");
        assert_snapshot!(problem, @r"
        a␊b<U+009B>.txt:1:8: warning: odd ␛]0;name␇ here
        1 │ a␛[2Jb<U+202E>c
          │               ^ look␛ again
        ");
    }

    #[test]
    fn a_very_long_line_is_cropped_round_the_place() {
        let text = format!("{}HERE{}", "甲".repeat(50_000), "word ".repeat(10_000));
        let problem = Problem::error("odd").at(&text, find(&text, "HERE"));
        assert_snapshot!(problem, @r"
        1:50001: odd
        1 │ …甲甲甲甲甲甲甲甲甲甲甲HEREword word word word word word word word word…
          │                        ^^^^
        ");
    }

    #[test]
    fn without_a_place_the_next_step_has_a_line_of_its_own() {
        let problem = Problem::error("no such file")
            .in_file("x.txt")
            .next_step("look for it");
        assert_eq!(problem.to_string(), "x.txt: no such file\n  look for it");
    }

    proptest! {
        #[test]
        fn any_place_of_any_text_can_be_told(text in any::<String>(), a in 0_usize..80, b in 0_usize..80) {
            let range = ByteRange::new(a.min(b), a.max(b));
            let told = Problem::error("odd").at(&text, range).to_string();
            prop_assert_eq!(told.lines().count(), 3);
        }
    }
}
