//! Turns one mapping of a text into another by changing only the lines that
//! must change: comments, blank lines, quoting and order stay as a person made them.
//!
//! What comes out is always read again and compared by the caller, so a case
//! that is not thought of here costs formatting, never content.

mod flow;
mod pairing;
mod places;

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::store::comments::dash_before;
use crate::store::edit::flow::is_json;
use crate::store::edit::pairing::paired;
use crate::store::form::{Entries, Form};
use crate::store::node::{self, Node, NodeValue};
use crate::store::scalar;
use crate::store::write;

/// `text`, whose root (or whose root's one item) says `old`, changed so that it
/// says `new`. None where that takes more than changes of lines. Also says how
/// far the byte at `mark` has moved to.
pub(super) fn changed(
    text: &str,
    old: &Entries,
    new: &Entries,
    mark: usize,
) -> Option<(String, usize)> {
    let root = node::parse(text).ok()??;
    let map = root.items().first().unwrap_or(&root);
    let mut editor = Editor {
        text,
        is_json: is_json(text),
        line_break: line_break_of(text),
        comments: comments(text),
        edits: Vec::new(),
    };
    editor.map(map, old, new)?;
    editor.apply(mark)
}

/// How the lines of `text` end.
pub(super) fn line_break_of(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        Some(_) | None => "\n",
    }
}

/// Where the comments of `text` stand, from `#` to the end of the line.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let mut options = node::options();
    options.set_emit_comments(true);
    options.max_buffered_comment_events = usize::MAX;
    Parser::new_from_str_with_options(text, options)
        .filter_map(Result::ok)
        .filter(|(event, _)| matches!(event, Event::Comment(..)))
        .filter_map(|(_, span)| span.byte_range())
        .collect()
}

/// Bytes to be replaced, and by what.
struct Edit {
    range: Range<usize>,
    text: String,
}

struct Editor<'a> {
    text: &'a str,
    /// Whether what is written shall be JSON as well as YAML.
    is_json: bool,
    line_break: &'static str,
    comments: Vec<Range<usize>>,
    edits: Vec<Edit>,
}

impl Editor<'_> {
    fn map(&mut self, node: &Node, old: &Entries, new: &Entries) -> Option<()> {
        if old == new {
            return Some(());
        }
        let NodeValue::Map { is_flow, entries } = &node.value else {
            return None;
        };
        if *is_flow && !entries.is_empty() {
            return self.flow_map(node, old, new);
        }
        let kept = |key: &Node| {
            !old.iter().any(|it| is_key(key, &it.0)) || new.iter().any(|it| is_key(key, &it.0))
        };
        for (place, (key, form)) in new.iter().enumerate() {
            let there = entries.iter().find(|it| is_key(&it.0, key));
            let before = old.iter().find(|it| it.0 == *key).map(|it| &it.1);
            match there {
                Some(_) if before == Some(form) => {}
                Some(entry) => self.value(entry, before, form, false)?,
                None => {
                    let above = new[..place].iter().rev().find_map(|(key, _)| {
                        entries.iter().find(|it| is_key(&it.0, key) && kept(&it.0))
                    });
                    self.insert_entry(node, above, key, form)?;
                }
            }
        }
        for (place, entry) in entries.iter().enumerate() {
            if !kept(&entry.0) {
                self.remove_entry(entry, entries.get(place + 1))?;
            }
        }
        Some(())
    }

    fn insert_entry(
        &mut self,
        node: &Node,
        above: Option<&(Node, Node)>,
        key: &str,
        form: &Form,
    ) -> Option<()> {
        let first = node.entries().first()?;
        let column = first.0.column;
        let mut text = String::new();
        if let Some(above) = above {
            text.extend(std::iter::repeat_n(' ', column));
            write::entry(&mut text, key, form, column);
            self.insert_lines(self.line_after(self.end_of_entry(above)), &text);
        } else {
            write::entry(&mut text, key, form, column);
            text.extend(std::iter::repeat_n(' ', column));
            let text = self.with_line_breaks(&text);
            self.replace(first.0.start..first.0.start, text);
        }
        Some(())
    }

    fn remove_entry(&mut self, entry: &(Node, Node), next: Option<&(Node, Node)>) -> Option<()> {
        let start = self.line_start(entry.0.start);
        let end = self.line_after(self.end_of_entry(entry));
        if self.text[start..entry.0.start].trim().is_empty() {
            self.remove_lines(start..end, entry.0.column);
            return Some(());
        }
        // It stands behind a dash: the next key moves up.
        let end = next?.0.start;
        let has_comment = self
            .comments
            .iter()
            .any(|it| entry.0.start < it.start && it.start < end);
        if has_comment {
            return None;
        }
        self.replace(entry.0.start..end, String::new());
        Some(())
    }

    /// Gives an entry that stands there a new value.
    fn value(
        &mut self,
        entry: &(Node, Node),
        before: Option<&Form>,
        form: &Form,
        is_in_flow: bool,
    ) -> Option<()> {
        let (key, node) = entry;
        match (before, form, &node.value) {
            (Some(Form::Map(old)), Form::Map(new), NodeValue::Map { .. }) => {
                return self.map(node, old, new);
            }
            (Some(Form::List(old)), Form::List(new), NodeValue::List { is_flow: false, .. }) => {
                return self.list(node, old, new);
            }
            (
                Some(Form::List(old)),
                Form::List(new),
                NodeValue::List {
                    is_flow: true,
                    items,
                },
            ) if !items.is_empty() => return self.flow_list(node, old, new),
            _ => {}
        }
        let is_flow_value = matches!(
            node.value,
            NodeValue::List { is_flow: true, .. } | NodeValue::Map { is_flow: true, .. }
        );
        let is_empty_value = is_flow_value && node.items().is_empty() && node.entries().is_empty();
        if is_in_flow || (is_flow_value && !is_empty_value) {
            return self.in_flow(node, form);
        }
        let mut text = String::new();
        write::value(&mut text, form, key.column);
        let colon = self.colon_after(key)?;
        let is_block = matches!(
            node.value,
            NodeValue::Scalar {
                style: ScalarStyle::Literal | ScalarStyle::Folded,
                ..
            }
        );
        let line_end = self.text[colon..]
            .find('\n')
            .map_or(self.text.len(), |it| colon + it);
        let is_on_one_line = !is_block && node.end <= line_end;
        if is_on_one_line && !text[..text.len() - 1].contains('\n') {
            let value = text.trim_end_matches('\n');
            if node.is_absent() {
                self.replace(colon..colon, value.to_owned());
            } else {
                self.replace(
                    node.start..node.end,
                    value.trim_start_matches(' ').to_owned(),
                );
            }
            return Some(());
        }
        if let Some(below) = text.strip_prefix('\n')
            && is_on_one_line
            && (node.is_absent() || is_empty_value || node.is_null())
        {
            if !node.is_absent() {
                self.replace(colon..node.end, String::new());
            }
            self.insert_lines(self.line_after(line_end), below);
            return Some(());
        }
        // More than one line, now or before: comments among them move above the key.
        let end = self.line_after(self.end_of_entry(entry));
        let start = self.line_start(key.start);
        let inside: Vec<String> = self.comments_in(colon..end);
        if !inside.is_empty() {
            if !self.text[start..key.start].trim().is_empty() {
                return None;
            }
            let lines = comment_lines(&inside, key.column);
            self.insert_lines(start, &lines);
        }
        let mut text = self.with_line_breaks(&text);
        if !self.text[..end].ends_with('\n') {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        self.replace(colon..end, text);
        Some(())
    }

    fn list(&mut self, node: &Node, old: &[Form], new: &[Form]) -> Option<()> {
        let items = node.items();
        if items.len() != old.len() {
            return None;
        }
        let mut dashes = Vec::with_capacity(items.len());
        let mut floor = 0;
        for item in items {
            let dash = dash_before(self.text, floor, item.start)?;
            let start = self.line_start(dash);
            if !self.text[start..dash].trim().is_empty() {
                return None;
            }
            dashes.push((start, dash - start));
            floor = self.content_end(item);
        }
        let (first_line, column) = *dashes.first()?;
        let pairs = paired(old, new);
        let mut above = first_line;
        for (before, after) in pairs {
            match (before, after) {
                (Some(a), Some(b)) => {
                    if old[a] != new[b] {
                        match (&old[a], &new[b], &items[a].value) {
                            (Form::Map(old), Form::Map(new), NodeValue::Map { .. }) => {
                                self.map(&items[a], old, new)?;
                            }
                            _ => return None,
                        }
                    }
                    above = self.line_after(self.content_end(&items[a]));
                }
                (Some(a), None) => {
                    let end = self.line_after(self.content_end(&items[a]));
                    self.remove_lines(dashes[a].0..end, column);
                }
                (None, Some(b)) => {
                    let mut text = String::new();
                    write::item(&mut text, &new[b], column);
                    self.insert_lines(above, &text);
                }
                (None, None) => {}
            }
        }
        Some(())
    }

    fn in_flow(&mut self, node: &Node, form: &Form) -> Option<()> {
        self.refuse_comments(node.start..node.end)?;
        let mut text = self.between_brackets(form);
        if node.is_absent() {
            text.insert(0, ' ');
        }
        self.replace(node.start..node.end, text);
        Some(())
    }

    /// None where a comment begins in `range`.
    fn refuse_comments(&self, range: Range<usize>) -> Option<()> {
        let has_comment = self.comments.iter().any(|it| range.contains(&it.start));
        (!has_comment).then_some(())
    }

    fn replace(&mut self, range: Range<usize>, text: String) {
        self.edits.push(Edit { range, text });
    }

    /// Puts whole lines in at `at`, the start of a line or the end of the text.
    fn insert_lines(&mut self, at: usize, lines: &str) {
        let lines = self.with_line_breaks(lines);
        let text = if at == self.text.len() && !self.text.ends_with('\n') {
            format!(
                "{}{}",
                self.line_break,
                lines.trim_end_matches(['\r', '\n'])
            )
        } else {
            lines
        };
        self.replace(at..at, text);
    }

    /// Takes whole lines out; the comments on them stay, in lines of their own.
    fn remove_lines(&mut self, range: Range<usize>, column: usize) {
        let kept = comment_lines(&self.comments_in(range.clone()), column);
        let kept = self.with_line_breaks(&kept);
        if range.end == self.text.len() && !self.text.ends_with('\n') && kept.is_empty() {
            // The line above becomes the last one and ends as this one did.
            let above = &self.text[..range.start];
            let end = above
                .strip_suffix("\r\n")
                .or(above.strip_suffix('\n'))
                .unwrap_or(above);
            self.replace(end.len()..range.end, String::new());
        } else {
            self.replace(range, kept);
        }
    }

    fn apply(mut self, mark: usize) -> Option<(String, usize)> {
        self.edits.sort_by_key(|it| (it.range.start, it.range.end));
        let mut out = String::with_capacity(self.text.len() + 256);
        let mut from = 0;
        let mut moved = mark;
        for edit in self.edits {
            out.push_str(self.text.get(from..edit.range.start)?);
            out.push_str(&edit.text);
            if edit.range.end <= mark {
                moved = moved + edit.text.len() - edit.range.len();
            }
            from = edit.range.end;
        }
        out.push_str(self.text.get(from..)?);
        Some((out, moved))
    }
}

fn comment_lines(comments: &[String], column: usize) -> String {
    let indentation = " ".repeat(column);
    comments
        .iter()
        .flat_map(|it| [indentation.as_str(), it, "\n"])
        .collect()
}

/// Whether `key` is the node that a form writes as `written`.
fn is_key(key: &Node, written: &str) -> bool {
    let Some(words) = key.words() else {
        return false;
    };
    if words == written {
        return true;
    }
    let mut rendered = String::new();
    scalar::write_key(&mut rendered, words);
    rendered == written
}
