//! Changes between brackets: the entries and items that must change, no others.

use serde::de::IgnoredAny;

use crate::store::edit::{Editor, is_key, paired};
use crate::store::form::{Entries, Form};
use crate::store::node::{Node, NodeValue};
use crate::store::write;

impl Editor<'_> {
    /// Makes of a mapping in braces, which says `old`, one that says `new`.
    pub(super) fn flow_map(&mut self, node: &Node, old: &Entries, new: &Entries) -> Option<()> {
        let entries = node.entries();
        let is_kept = |key: &Node| {
            !old.iter().any(|it| is_key(key, &it.0)) || new.iter().any(|it| is_key(key, &it.0))
        };
        let mut pieces = Pieces::new(entries.len());
        for (place, (key, form)) in new.iter().enumerate() {
            let there = entries.iter().position(|it| is_key(&it.0, key));
            let before = old.iter().find(|it| it.0 == *key).map(|it| &it.1);
            if let Some(there) = there {
                if before != Some(form) {
                    self.value(&entries[there], before, form, true)?;
                }
                continue;
            }
            let above = new[..place]
                .iter()
                .rev()
                .find_map(|(key, _)| entries.iter().position(|it| is_key(&it.0, key)));
            pieces.insert(above, self.flow_entry(key, form));
        }
        for (place, (key, _)) in entries.iter().enumerate() {
            pieces.kept[place] = is_kept(key);
        }
        let bounds: Vec<_> = entries
            .iter()
            .map(|it| (it.0.start, self.end_of_entry(it)))
            .collect();
        self.join(&pieces, &bounds)
    }

    /// Makes of a list in brackets, which says `old`, one that says `new`.
    pub(super) fn flow_list(&mut self, node: &Node, old: &[Form], new: &[Form]) -> Option<()> {
        let items = node.items();
        if items.len() != old.len() {
            return None;
        }
        let mut pieces = Pieces::new(items.len());
        let mut above = None;
        for (before, after) in paired(old, new) {
            match (before, after) {
                (Some(a), Some(b)) => {
                    above = Some(a);
                    if old[a] == new[b] {
                        continue;
                    }
                    match (&old[a], &new[b], &items[a].value) {
                        (Form::Map(old), Form::Map(new), NodeValue::Map { .. }) => {
                            self.map(&items[a], old, new)?;
                        }
                        (_, form, _) => self.in_flow(&items[a], form)?,
                    }
                }
                (Some(a), None) => pieces.kept[a] = false,
                (None, Some(b)) => {
                    pieces.insert(above, self.between_brackets(&new[b]));
                }
                (None, None) => {}
            }
        }
        let bounds: Vec<_> = items.iter().map(|it| (it.start, it.end)).collect();
        self.join(&pieces, &bounds)
    }

    /// Takes out what is not kept, with one comma each, and puts in what is new.
    /// None where a comment stands in between: it would have no line any more.
    fn join(&mut self, pieces: &Pieces, bounds: &[(usize, usize)]) -> Option<()> {
        let first_kept = pieces.kept.iter().position(|&it| it);
        let Some(first_kept) = first_kept else {
            let (start, end) = (bounds.first()?.0, bounds.last()?.1);
            self.refuse_comments(start..end)?;
            let all: Vec<&str> = pieces.new.iter().map(|it| it.1.as_str()).collect();
            self.replace(start..end, all.join(", "));
            return Some(());
        };
        if first_kept > 0 {
            let gone = bounds[0].0..bounds[first_kept].0;
            self.refuse_comments(gone.clone())?;
            self.replace(gone, String::new());
        }
        for place in (first_kept + 1..bounds.len()).filter(|&it| !pieces.kept[it]) {
            let gone = bounds[place - 1].1..bounds[place].1;
            self.refuse_comments(gone.clone())?;
            self.replace(gone, String::new());
        }
        for (above, text) in &pieces.new {
            // Behind one that goes is behind the one before it that stays.
            let above = above.and_then(|it| (first_kept..=it).rev().find(|&it| pieces.kept[it]));
            let (at, text) = above.map_or_else(
                || (bounds[first_kept].0, format!("{text}, ")),
                |above| (bounds[above].1, format!(", {text}")),
            );
            self.replace(at..at, text);
        }
        Some(())
    }
}

impl Editor<'_> {
    /// The value on one line; in a JSON file as JSON.
    pub(super) fn between_brackets(&self, form: &Form) -> String {
        let mut text = String::new();
        if self.is_json {
            write_json(&mut text, form);
        } else {
            write::in_flow(&mut text, form);
        }
        text
    }

    fn flow_entry(&self, key: &str, form: &Form) -> String {
        let mut text = String::new();
        if self.is_json {
            write_json_key(&mut text, key);
        } else {
            text.push_str(key);
        }
        text + ": " + &self.between_brackets(form)
    }
}

/// Whether `text` is JSON, which every YAML reader reads too.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

fn write_json(out: &mut String, form: &Form) {
    match form {
        Form::Bare(word) if serde_json::from_str::<IgnoredAny>(word).is_ok() => out.push_str(word),
        Form::Bare(word) | Form::Text(word) => write_json_string(out, word),
        Form::Words(words) => write_json_list(out, words, |out, word| write_json_string(out, word)),
        Form::List(list) => write_json_list(out, list, write_json),
        Form::Map(map) => {
            out.push('{');
            for (place, (key, form)) in map.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                write_json_key(out, key);
                out.push_str(": ");
                write_json(out, form);
            }
            out.push('}');
        }
    }
}

fn write_json_list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(", ");
        }
        write(out, item);
    }
    out.push(']');
}

/// A key as a form has it: plain, or quoted already.
fn write_json_key(out: &mut String, key: &str) {
    let plain = serde_yaml::from_str::<String>(key);
    write_json_string(out, plain.as_deref().unwrap_or(key));
}

fn write_json_string(out: &mut String, words: &str) {
    out.push_str(&serde_json::Value::from(words).to_string());
}

/// What becomes of the parts between two brackets.
struct Pieces {
    /// For each part that is there, whether it stays.
    kept: Vec<bool>,
    /// What is new, and behind which part.
    new: Vec<(Option<usize>, String)>,
}

impl Pieces {
    fn new(count: usize) -> Self {
        Self {
            kept: vec![true; count],
            new: Vec::new(),
        }
    }

    fn insert(&mut self, above: Option<usize>, text: String) {
        self.new.push((above, text));
    }
}
