//! What is wrong at a place of a text, before anybody knows which file it is from.

use std::path::Path;

use granit_parser::{ErrorKind, ScanError};

use crate::store::bounds;
use crate::store::fields;
use crate::text::{ByteRange, Problem};

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: ByteRange,
    pub(super) what: String,
    pub(super) next_step: String,
}

impl Fault {
    pub(super) fn new(
        at: impl Into<ByteRange>,
        what: impl Into<String>,
        next_step: impl Into<String>,
    ) -> Self {
        Self {
            at: at.into(),
            what: what.into(),
            next_step: next_step.into(),
        }
    }

    /// The same fault, seen from a text in which it stands `bytes` later.
    pub(super) fn shifted(mut self, bytes: usize) -> Self {
        self.at = self.at.shifted(bytes);
        self
    }

    /// The fault as it is told to a person.
    pub(super) fn in_text(self, text: &str, path: &Path) -> Problem {
        Problem::error(self.what)
            .in_file(path)
            .at(text, self.at)
            .next_step(self.next_step)
    }
}

/// A stranger's words in quotation marks, cropped.
pub(super) fn echo(words: &str) -> String {
    let mut shown: String = words.chars().take(bounds::ECHO_CHARS).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

/// What the parser stumbled over, in words of a person who edits the file.
pub(super) fn of_parser(text: &str, error: &ScanError) -> Fault {
    let marker = error.marker();
    let at = text.floor_char_boundary(marker.byte_offset().unwrap_or(text.len()));
    if let Some(fault) = hint(text, at) {
        return fault;
    }
    let end = text[at..]
        .chars()
        .next()
        .map_or(at, |it| at + it.len_utf8());
    let (what, next_step) = match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => (
            "a tab stands where the line is indented",
            "use spaces instead",
        ),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            "a quotation mark is opened and never closed",
            "close it with the same mark",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar => (
            "something stands after the closing quotation mark",
            "put the whole text between quotation marks, and write \\\" for those inside",
        ),
        ErrorKind::RecursionLimitExceeded => (
            "lists and mappings are nested too deep",
            "a claim file needs four levels; 16 are read",
        ),
        ErrorKind::DirectiveDisallowed => (
            "a line that starts with % is an instruction to YAML readers",
            "delete the line",
        ),
        ErrorKind::UnexpectedEof
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEofBlockSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. } => (
            "the file ends in the middle of a value",
            "close the bracket, or get the whole file back from git",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "a key and a colon are missing here",
            "write `key: value`, or put a longer text between quotation marks",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => (
            "a colon stands here where no key can be",
            "put a text with a colon between quotation marks, or mend the indentation",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => (
            "this line is not indented as the lines before it are",
            "start it in the same column as its neighbours",
        ),
        ErrorKind::UnexpectedCharacter { .. } => (
            "this character has a meaning in YAML and cannot start a text",
            "put the text between quotation marks",
        ),
        _ => {
            let what = format!("this is no YAML: {}", error.info());
            return Fault::new(
                at..end,
                what,
                "mend the line, or get the file back from git",
            );
        }
    };
    Fault::new(at..end, what, next_step)
}

/// The usual slips of the hand, looked for in the line of `at` and the one before.
fn hint(text: &str, at: usize) -> Option<Fault> {
    let line_start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let before = text[..line_start.saturating_sub(1)]
        .rfind('\n')
        .map_or(0, |it| it + 1);
    [line_start, before].into_iter().find_map(|start| {
        let line = text[start..].lines().next().unwrap_or_default();
        full_width_colon(line)
            .or_else(|| tab_indentation(line))
            .or_else(|| reserved_start(line))
            .map(|it| it.shifted(start))
    })
}

fn full_width_colon(line: &str) -> Option<Fault> {
    let colon = line.find('：')?;
    let key = line[..colon].trim_start_matches([' ', '-']).trim_end();
    fields::is_known(key).then(|| {
        Fault::new(
            colon..colon + '：'.len_utf8(),
            format!("the colon after {key} is a full-width one"),
            "write `: `, a plain colon and a space",
        )
    })
}

fn tab_indentation(line: &str) -> Option<Fault> {
    let tab = line.len() - line.trim_start_matches([' ', '-']).len();
    line[tab..].starts_with('\t').then(|| {
        Fault::new(
            tab..tab + 1,
            "a tab stands where the line is indented",
            "use spaces instead",
        )
    })
}

fn reserved_start(line: &str) -> Option<Fault> {
    let value = line.find(": ").map_or_else(
        || line.len() - line.trim_start_matches([' ', '-']).len(),
        |it| it + 2,
    );
    let value = value + (line[value..].len() - line[value..].trim_start().len());
    line[value..].starts_with(['@', '`']).then(|| {
        let mark = &line[value..=value];
        Fault::new(
            value..value + 1,
            format!("a text cannot start with {mark}"),
            "put the whole text between quotation marks",
        )
    })
}
