//! A YAML text as a tree whose every node knows where it stands.

use granit_parser::{Event, Options, Parser, ScalarStyle, Span, StructureStyle};

use crate::store::bounds;
use crate::store::fault::{self, Fault};

/// A value and where it stands, in bytes of the text it was read from.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// First byte. Of a block scalar: of its text, not of its `|`.
    pub(super) start: usize,
    /// One past the last byte. Of a block collection: of its last scalar.
    pub(super) end: usize,
    /// The column of its first character, from 0, in code points.
    pub(super) column: usize,
    pub(super) value: NodeValue,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(super) enum NodeValue {
    Scalar {
        words: String,
        style: ScalarStyle,
    },
    List {
        is_flow: bool,
        items: Vec<Node>,
    },
    Map {
        is_flow: bool,
        entries: Vec<(Node, Node)>,
    },
}

impl Node {
    /// The words of a scalar.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar { words, .. } => Some(words),
            NodeValue::List { .. } | NodeValue::Map { .. } => None,
        }
    }

    /// Whether nothing is written where the value should stand.
    pub(super) fn is_absent(&self) -> bool {
        self.start == self.end
            && matches!(
                self.value,
                NodeValue::Scalar {
                    style: ScalarStyle::Plain,
                    ..
                }
            )
    }

    /// Whether it is nothing, written or not: `key:`, `key: ~`, `key: null`.
    pub(super) fn is_null(&self) -> bool {
        match &self.value {
            NodeValue::Scalar {
                words,
                style: ScalarStyle::Plain,
            } => {
                matches!(words.as_str(), "~" | "null" | "Null" | "NULL" | "")
            }
            NodeValue::Scalar { .. } | NodeValue::List { .. } | NodeValue::Map { .. } => false,
        }
    }

    /// The entries of a mapping.
    pub(super) fn entries(&self) -> &[(Self, Self)] {
        match &self.value {
            NodeValue::Map { entries, .. } => entries,
            NodeValue::Scalar { .. } | NodeValue::List { .. } => &[],
        }
    }

    /// The items of a list.
    pub(super) fn items(&self) -> &[Self] {
        match &self.value {
            NodeValue::List { items, .. } => items,
            NodeValue::Scalar { .. } | NodeValue::Map { .. } => &[],
        }
    }

    /// The entry of this key.
    pub(super) fn get(&self, key: &str) -> Option<&(Self, Self)> {
        self.entries().iter().find(|it| it.0.words() == Some(key))
    }
}

/// How every pass over a claim file reads YAML: strictly, and as `serde_yaml` does
/// where the two could differ.
pub(super) fn options() -> Options {
    let mut options = granit_parser::options! {
        disallow_directives: true,
        block_scalar_eof_without_line_feed: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: bounds::DEPTH,
        block_nesting_limit: bounds::DEPTH,
        simple_key_max_lookahead: bounds::KEY_BYTES,
    };
    options.set_emit_comments(false);
    options
}

/// The bytes of `text` that an event covers.
pub(super) fn bytes(text: &str, event: &Event<'_>, span: &Span) -> (usize, usize) {
    let range = span
        .byte_range()
        .expect("a parser of a str knows its bytes");
    let is_block = matches!(
        event,
        Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..)
    );
    if !is_block {
        return (range.start, range.end);
    }
    // The parser counts the indentation of the line that follows to the block.
    let words = text[range.clone()].trim_end_matches([' ', '\t']);
    if words.ends_with('\n') {
        (range.start, range.start + words.len())
    } else {
        (range.start, range.end)
    }
}

/// Reads a text that the guard let through. None for a text without a value.
pub(super) fn parse(text: &str) -> Result<Option<Node>, Fault> {
    let mut open: Vec<Node> = Vec::new();
    for event in Parser::new_from_str_with_options(text, options()) {
        let (event, span) = event.map_err(|it| fault::of_parser(text, &it))?;
        let (start, end) = bytes(text, &event, &span);
        let value = match event {
            Event::Scalar(words, style, ..) => NodeValue::Scalar {
                words: words.into_owned(),
                style,
            },
            Event::SequenceStart(style, ..) => NodeValue::List {
                is_flow: style == StructureStyle::Flow,
                items: Vec::new(),
            },
            Event::MappingStart(style, ..) => NodeValue::Map {
                is_flow: style == StructureStyle::Flow,
                entries: Vec::new(),
            },
            Event::SequenceEnd | Event::MappingEnd => {
                let mut closed = open.pop().expect("what ends has started");
                closed.end = closed
                    .end
                    .max(if is_flow(&closed) { end } else { closed.start });
                match open.last_mut() {
                    Some(parent) => take(parent, closed),
                    None => return Ok(Some(closed)),
                }
                continue;
            }
            _ => continue,
        };
        let node = Node {
            start,
            end,
            column: span.start.col(),
            value,
        };
        let is_scalar = matches!(node.value, NodeValue::Scalar { .. });
        match open.last_mut() {
            Some(parent) if is_scalar => take(parent, node),
            None if is_scalar => return Ok(Some(node)),
            Some(_) | None => open.push(node),
        }
    }
    Ok(None)
}

fn is_flow(node: &Node) -> bool {
    match node.value {
        NodeValue::List { is_flow, .. } | NodeValue::Map { is_flow, .. } => is_flow,
        NodeValue::Scalar { .. } => false,
    }
}

/// Adds `child` to the collection `parent`. A key waits with an empty value
/// until its value comes.
fn take(parent: &mut Node, child: Node) {
    parent.end = parent.end.max(child.end);
    match &mut parent.value {
        NodeValue::List { items, .. } => items.push(child),
        NodeValue::Map { entries, .. } => match entries.last_mut() {
            Some((_, value)) if value.start == WAITING => *value = child,
            Some(_) | None => {
                let waiting = Node {
                    start: WAITING,
                    ..child.clone()
                };
                entries.push((child, waiting));
            }
        },
        NodeValue::Scalar { .. } => {}
    }
}

/// No text is as long as this.
const WAITING: usize = usize::MAX;
