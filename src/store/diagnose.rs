//! Says in words what keeps a text from being a claim or the frame of a file.
//!
//! Only runs where reading has failed: it walks the text beside the table of
//! fields and tells the first thing that does not fit.

use chrono::{DateTime, NaiveDate};

use crate::claim::ClaimId;
use crate::store::fault::{Fault, echo};
use crate::store::fields::{Field, Shape};
use crate::store::node::{self, Node, NodeValue};
use crate::text::{ByteRange, nearest};

/// The first fault of `text`, which holds a mapping of `fields`, alone or as
/// the one item of a list; where none is found, what the reader said.
pub(super) fn first_fault(
    text: &str,
    fields: &'static [Field],
    error: &serde_yaml::Error,
) -> Fault {
    let root = match node::parse(text) {
        Ok(Some(root)) => root,
        Ok(None) => return Fault::new(0..0, "there is nothing here", "write the missing lines"),
        Err(fault) => return fault,
    };
    let node = root.items().first().unwrap_or(&root);
    let owner = node.get("id").and_then(|it| it.1.words()).map_or_else(
        || "here".to_owned(),
        |it| format!("in claim {}", echo_bare(it)),
    );
    let walk = Walk { text, owner };
    let found = walk.map(node, fields).err();
    found.unwrap_or_else(|| as_the_reader_said(text, error))
}

/// The same for a list of such mappings.
pub(super) fn fault_of_items(
    text: &str,
    fields: &'static [Field],
    error: &serde_yaml::Error,
) -> Fault {
    let root = match node::parse(text) {
        Ok(Some(root)) => root,
        Ok(None) => return as_the_reader_said(text, error),
        Err(fault) => return fault,
    };
    let owner = "here".to_owned();
    let walk = Walk { text, owner };
    let mut faults = root
        .items()
        .iter()
        .filter_map(|it| walk.map(it, fields).err());
    let found = faults.next();
    found.unwrap_or_else(|| as_the_reader_said(text, error))
}

fn as_the_reader_said(text: &str, error: &serde_yaml::Error) -> Fault {
    let at = error.location().map_or(0, |it| it.index().min(text.len()));
    let at = text.floor_char_boundary(at);
    Fault::new(
        at..at,
        error.to_string(),
        "mend the line, or get the file back from git",
    )
}

struct Walk<'a> {
    text: &'a str,
    /// Whose fields are looked at, in words.
    owner: String,
}

impl Walk<'_> {
    fn map(&self, node: &Node, fields: &'static [Field]) -> Result<(), Fault> {
        if !matches!(node.value, NodeValue::Map { .. }) {
            let keys: Vec<&str> = fields.iter().map(|it| it.key).collect();
            return Err(Fault::new(
                place(node),
                "keys and values are missing here",
                format!("write `key: value` lines ({})", keys.join(", ")),
            ));
        }
        for (key, value) in node.entries() {
            if let Some(field) = fields.iter().find(|it| key.words() == Some(it.key)) {
                if value.is_null() && !field.is_required {
                    continue;
                }
                self.value(field.key, value, field.shape)?;
            }
        }
        for field in fields.iter().filter(|it| it.is_required) {
            if node.get(field.key).is_none() {
                let line_end = self.text[node.start..]
                    .find('\n')
                    .map_or(self.text.len(), |it| node.start + it);
                return Err(Fault::new(
                    node.start..line_end,
                    format!("`{}:` is missing {}", field.key, self.owner),
                    format!("add a line `{}: …`", field.key),
                ));
            }
        }
        Ok(())
    }

    fn value(&self, key: &str, node: &Node, shape: Shape) -> Result<(), Fault> {
        match shape {
            Shape::Map(fields) => return self.map(node, fields),
            Shape::List(shape) => {
                if !matches!(node.value, NodeValue::List { .. }) {
                    return Err(Fault::new(
                        place(node),
                        format!("`{key}:` takes a list"),
                        "put `- ` before each item, on lines of their own",
                    ));
                }
                return node
                    .items()
                    .iter()
                    .try_for_each(|it| self.value(key, it, *shape));
            }
            Shape::Text
            | Shape::Name
            | Shape::Id
            | Shape::Flag
            | Shape::Date
            | Shape::Time
            | Shape::Number
            | Shape::Word(..) => {}
        }
        let Some(words) = node.words() else {
            return Err(Fault::new(
                place(node),
                format!("`{key}:` takes one value, not a list or a mapping"),
                "write it behind the colon, between quotation marks if need be",
            ));
        };
        let wrong = |what: String, next: String| Err(Fault::new(place(node), what, next));
        match shape {
            Shape::Id if words.parse::<ClaimId>().is_err() => wrong(
                format!("{} is no claim id", echo(words)),
                "an id has letters, digits, - and _ only, at most 64".to_owned(),
            ),
            Shape::Name if words.trim().is_empty() => wrong(
                "the reviewer's name is missing".to_owned(),
                "write who judged".to_owned(),
            ),
            Shape::Flag if !matches!(words, "true" | "false") => wrong(
                format!("{} is neither true nor false", echo(words)),
                format!("write `{key}: true`, or delete the line"),
            ),
            Shape::Number if words.parse::<u32>().is_err() => wrong(
                format!("{} is no number", echo(words)),
                "write digits only".to_owned(),
            ),
            Shape::Date if words.parse::<NaiveDate>().is_err() => wrong(
                format!("{} is no day", echo(words)),
                "write year-month-day: 2024-03-05".to_owned(),
            ),
            Shape::Time if DateTime::parse_from_rfc3339(words).is_err() => wrong(
                format!("{} is no time", echo(words)),
                "write day, T, time and Z: 2024-03-05T09:12:44Z".to_owned(),
            ),
            Shape::Word(all, called) if !all().contains(&words) => {
                let all = all();
                let list = all.join(", ");
                let next = match nearest(words, &all) {
                    Some(word) => format!("did you mean {word}? ({list})"),
                    None => format!("write one of: {list}"),
                };
                wrong(format!("{} is no {called}", echo(words)), next)
            }
            Shape::Text
            | Shape::Name
            | Shape::Id
            | Shape::Flag
            | Shape::Date
            | Shape::Time
            | Shape::Number
            | Shape::Word(..)
            | Shape::Map(_)
            | Shape::List(_) => Ok(()),
        }
    }
}

fn place(node: &Node) -> ByteRange {
    ByteRange::new(node.start, node.end.max(node.start))
}

/// Part of a stranger's word, for use inside a sentence.
fn echo_bare(words: &str) -> String {
    words.chars().take(64).collect()
}
