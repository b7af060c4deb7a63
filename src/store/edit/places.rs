//! Where the parts of a claim's text begin and end.

use std::ops::Range;

use granit_parser::ScalarStyle;

use crate::store::edit::Editor;
use crate::store::node::{Node, NodeValue};

impl Editor<'_> {
    pub(super) fn comments_in(&self, range: Range<usize>) -> Vec<String> {
        self.comments
            .iter()
            .filter(|it| range.start <= it.start && it.end <= range.end)
            .map(|it| self.text[it.clone()].trim_end_matches('\r').to_owned())
            .collect()
    }

    pub(super) fn with_line_breaks(&self, text: &str) -> String {
        text.replace('\n', self.line_break)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |it| it + 1)
    }

    /// The start of the line after the one that ends at or after `at`.
    pub(super) fn line_after(&self, at: usize) -> usize {
        if self.text[..at].ends_with('\n') {
            return at;
        }
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |it| at + it + 1)
    }

    /// One past the colon behind `key`; none where `? ` stands before the key.
    pub(super) fn colon_after(&self, key: &Node) -> Option<usize> {
        let rest = &self.text[key.end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest[blanks..]
            .starts_with(':')
            .then(|| key.end + blanks + 1)
    }

    pub(super) fn end_of_entry(&self, entry: &(Node, Node)) -> usize {
        let key_end = self.colon_after(&entry.0).unwrap_or(entry.0.end);
        if entry.1.is_absent() {
            return key_end;
        }
        self.content_end(&entry.1).max(key_end)
    }

    /// Where the last word of `node` ends: blank lines after a block belong to
    /// nobody, unless the block says that it keeps them.
    pub(super) fn content_end(&self, node: &Node) -> usize {
        match &node.value {
            NodeValue::Scalar {
                style: ScalarStyle::Literal | ScalarStyle::Folded,
                ..
            } => {
                if self.keeps_blank_lines(node) {
                    return node.end;
                }
                let words =
                    self.text[node.start..node.end].trim_end_matches([' ', '\t', '\r', '\n']);
                self.line_after(node.start + words.len())
            }
            NodeValue::List {
                is_flow: false,
                items,
            } => items.last().map_or(node.end, |it| self.content_end(it)),
            NodeValue::Map {
                is_flow: false,
                entries,
            } => entries.last().map_or(node.end, |it| self.end_of_entry(it)),
            NodeValue::Scalar { .. } | NodeValue::List { .. } | NodeValue::Map { .. } => node.end,
        }
    }

    pub(super) fn keeps_blank_lines(&self, block: &Node) -> bool {
        let head = self.text[..block.start].trim_end_matches([' ', '\t', '\r', '\n']);
        let line = &head[head.rfind('\n').map_or(0, |it| it + 1)..];
        line.rfind(['|', '>'])
            .is_some_and(|it| line[it..].contains('+'))
    }
}
