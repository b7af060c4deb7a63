//! The house's own way of writing a claim file, read in one pass over its lines.
//!
//! Whatever is unusual, right or wrong, is left to the full reader: comments behind
//! a value, escapes that would have to be resolved, keys that are not known with
//! more than a word behind them. What is read here is what that reader would read.

mod claim;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::claim::{ClaimId, Judgement, Timestamp};
use crate::store::fields::{Field, Shape};
use crate::store::scalar;

pub(super) use claim::claim;

/// The entries of a mapping that were understood, in the order of the file.
pub(super) type Entries<'a> = Vec<(&'a str, Value<'a>)>;

/// What stands under a key.
pub(super) enum Value<'a> {
    /// A scalar on one line, exactly as it says.
    Words(&'a str),
    /// A text that must be resolved first.
    Other,
    /// What stands under a key that is not known here.
    Unknown,
    /// Words from a list that the field knows.
    List(Vec<&'a str>),
    Map(Entries<'a>),
    Maps(Vec<Entries<'a>>),
}

/// The words under `key`, as they are.
pub(super) fn words<'a>(entries: &Entries<'a>, key: &str) -> Result<Option<&'a str>, Unclear> {
    match value(entries, key) {
        None => Ok(None),
        Some(Value::Words(words)) => Ok(Some(words)),
        Some(_) => Err(Unclear),
    }
}

/// Something that only the full reader can tell.
pub(super) struct Unclear;

/// What stands under `key`.
pub(super) fn value<'a, 'b>(entries: &'b Entries<'a>, key: &str) -> Option<&'b Value<'a>> {
    entries.iter().find(|it| it.0 == key).map(|it| &it.1)
}

/// Whether something stands under `key`.
pub(super) fn has(entries: &Entries<'_>, key: &str) -> bool {
    value(entries, key).is_some()
}

/// Whether nobody judges twice; a stranger's claim may have any number of verdicts.
pub(super) fn each_judges_once(verdicts: &[Judgement]) -> bool {
    let mut reviewers = HashSet::new();
    let mut names = verdicts.iter().map(|it| it.reviewer.as_str());
    verdicts.len() < 2 || names.all(|it| reviewers.insert(it))
}

/// A time as the house writes it: no other way of writing it passes here.
pub(super) fn time(word: &str) -> Option<Timestamp> {
    let is_ours = word.len() == 20
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            10 => byte == b'T',
            13 | 16 => byte == b':',
            19 => byte == b'Z',
            _ => byte.is_ascii_digit(),
        });
    is_ours.then(|| word.parse().ok())?
}

/// A day as the house writes it.
fn is_day(word: &str) -> bool {
    let is_ours = word.len() == 10
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    is_ours && word.parse::<NaiveDate>().is_ok()
}

/// The lines of a text, one after the other.
pub(super) struct Lines<'a> {
    rest: &'a str,
    /// The next line, without its line break.
    pub(super) next: Option<&'a str>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut lines = Self {
            rest: text,
            next: None,
        };
        lines.step();
        lines
    }

    /// Goes to the next line. A last one without a line break is never reached:
    /// it may have been cut off.
    pub(super) fn step(&mut self) {
        self.next = memchr::memchr(b'\n', self.rest.as_bytes()).map(|end| {
            let line = &self.rest[..end];
            self.rest = &self.rest[end + 1..];
            line
        });
    }

    pub(super) fn take(&mut self) -> Option<&'a str> {
        let line = self.next;
        self.step();
        line
    }

    /// Passes over lines that are comments and nothing else; none where one holds
    /// what no text of a claim file may hold.
    pub(super) fn pass_comments(&mut self) -> Option<()> {
        while let Some(line) = self.next
            && line.trim_start_matches(' ').starts_with('#')
        {
            if line.chars().any(scalar::needs_escape) || line.contains('\t') {
                return None;
            }
            self.step();
        }
        Some(())
    }

    pub(super) fn is_at_end(&mut self) -> bool {
        if self.pass_comments().is_none() {
            return false;
        }
        // Empty lines at the end are nobody's.
        self.rest.bytes().all(|it| it == b'\n') && self.next.is_none_or(str::is_empty)
    }

    /// The next item of a list of mappings whose dashes stand in column `indent`;
    /// none where the list ends.
    #[expect(
        clippy::option_option,
        reason = "the end of a list is no reason to give up"
    )]
    pub(super) fn item(
        &mut self,
        fields: &'static [Field],
        indent: usize,
    ) -> Option<Option<Entries<'a>>> {
        // Between two claims an empty line stands.
        let has_gap = indent == 0
            && self.next == Some("")
            && (self.rest.starts_with("- ") || self.rest.starts_with('#'));
        if has_gap {
            self.step();
        }
        self.pass_comments()?;
        let Some(line) = self.next.and_then(|it| inner(it, indent)) else {
            return Some(None);
        };
        let Some(first) = line.strip_prefix("- ") else {
            return Some(None);
        };
        self.step();
        self.entries(fields, indent + 2, Some(first)).map(Some)
    }

    /// A mapping whose keys stand in column `indent`.
    fn map(&mut self, fields: &'static [Field], indent: usize) -> Option<Entries<'a>> {
        self.entries(fields, indent, None)
    }

    /// The same, whose first key may stand behind a dash.
    fn entries(
        &mut self,
        fields: &'static [Field],
        indent: usize,
        mut first: Option<&'a str>,
    ) -> Option<Entries<'a>> {
        let mut entries = Entries::with_capacity(fields.len().min(8));
        loop {
            if first.is_none() {
                self.pass_comments()?;
            }
            let entry = match first.take() {
                Some(entry) => entry,
                None => match self.next.and_then(|it| inner(it, indent)) {
                    // A dash in the column of a key begins the next item of a list around.
                    Some(entry) if !entry.starts_with(['-', ' ']) => {
                        self.step();
                        entry
                    }
                    _ => break,
                },
            };
            let (key, rest) = entry.split_once(':')?;
            if has(&entries, key) {
                return None;
            }
            let value = match fields.iter().find(|it| it.key == key) {
                Some(field) => self.value(&field.shape, rest, indent)?,
                None if is_key(key) => unknown(rest.strip_prefix(' ')?)?,
                None => return None,
            };
            entries.push((key, value));
        }
        let has_all = fields
            .iter()
            .all(|it| !it.is_required || entries.iter().any(|entry| entry.0 == it.key));
        has_all.then_some(entries)
    }

    /// The value behind the colon of a key in column `indent`.
    pub(super) fn value(
        &mut self,
        shape: &Shape,
        rest: &'a str,
        indent: usize,
    ) -> Option<Value<'a>> {
        match shape {
            Shape::Map(fields) if rest.is_empty() => self.map(fields, indent + 2).map(Value::Map),
            Shape::List(Shape::Map(fields)) if rest.is_empty() => {
                let mut maps = Vec::new();
                while let Some(map) = self.item(fields, indent)? {
                    maps.push(map);
                }
                // Nothing below a key is no list.
                (!maps.is_empty()).then_some(Value::Maps(maps))
            }
            Shape::List(Shape::Word(all, _)) => {
                let inside = rest.strip_prefix(" [")?.strip_suffix(']')?;
                let all = all();
                let words: Vec<&str> = inside.split(", ").collect();
                let is_known = words.iter().all(|it| all.contains(it));
                is_known.then_some(Value::List(words))
            }
            Shape::Map(_) | Shape::List(_) => None,
            _ => self.scalar(shape, rest.strip_prefix(' ')?, indent),
        }
    }

    fn scalar(&mut self, shape: &Shape, word: &'a str, indent: usize) -> Option<Value<'a>> {
        let is_right = match shape {
            Shape::Text | Shape::Name => return self.text(word, indent),
            Shape::Id => return id(word),
            Shape::Flag => matches!(word, "true" | "false"),
            Shape::Date => is_day(word),
            Shape::Time => time(word).is_some(),
            Shape::Word(all, _) => all().contains(&word),
            Shape::Number | Shape::Map(_) | Shape::List(_) => false,
        };
        is_right.then_some(Value::Words(word))
    }

    fn text(&mut self, word: &'a str, indent: usize) -> Option<Value<'a>> {
        if matches!(word, "|" | "|-") {
            return self.block(indent + 2).map(|()| Value::Other);
        }
        if let Some(inside) = word.strip_prefix('"') {
            return is_quoted_as_it_is(inside.strip_suffix('"')?)
                .then(|| Value::Words(&word[1..word.len() - 1]));
        }
        scalar::is_plain(word).then_some(Value::Words(word))
    }

    /// Passes over the lines of a block `indent` columns in.
    fn block(&mut self, indent: usize) -> Option<()> {
        let first = inner(self.next?, indent)?;
        // More blanks would count to the indentation.
        if first.is_empty() || first.starts_with(' ') {
            return None;
        }
        let is_body = |it: &str| inner(it, indent).is_some_and(|it| !it.is_empty());
        while let Some(line) = self.next {
            // An empty line belongs to the block where more of it follows.
            let has_more = line.is_empty() && is_body(self.rest.split('\n').next()?);
            if !has_more && !is_body(line) {
                break;
            }
            if line.chars().any(scalar::needs_escape) || line.contains('\t') {
                return None;
            }
            self.step();
        }
        Some(())
    }
}

/// Whether it is a key as people and programs make them, and no part of YAML.
fn is_key(key: &str) -> bool {
    let mut letters = key.bytes();
    letters.next().is_some_and(|it| it.is_ascii_lowercase())
        && letters.all(|it| it.is_ascii_lowercase() || matches!(it, b'_' | b'-'))
        && !matches!(
            key,
            "null" | "true" | "false" | "y" | "n" | "yes" | "no" | "on" | "off"
        )
}

/// What stands behind a key of which only its writer knows what it means: one word
/// or several on its line.
fn unknown(word: &str) -> Option<Value<'_>> {
    let is_plain = scalar::is_plain(word) || matches!(word, "true" | "false");
    is_plain.then_some(Value::Unknown)
}

/// An id, between quotation marks where it could be taken for a number.
fn id(word: &str) -> Option<Value<'_>> {
    let inside = match word.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"')?,
        None => scalar::is_plain(word).then_some(word)?,
    };
    let is_id = inside.parse::<ClaimId>().is_ok();
    is_id.then_some(Value::Words(inside))
}

/// Whether what stands between double quotation marks says itself.
fn is_quoted_as_it_is(inside: &str) -> bool {
    !inside.contains(['"', '\\', '\t']) && !inside.chars().any(scalar::needs_escape)
}

/// What stands in a line from column `indent` on; none where that is no more
/// than the beginning of a key further out.
fn inner(line: &str, indent: usize) -> Option<&str> {
    let (blanks, rest) = line.split_at_checked(indent)?;
    blanks.bytes().all(|it| it == b' ').then_some(rest)
}
