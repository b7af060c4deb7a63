//! Looks a claim file over before it is read: bounds, and everything that YAML
//! allows and a claim file does not.
//!
//! The YAML reader needs 18 s for 200 kB of `[`, takes 20 GB for 1.2 MB of
//! aliases, refuses a byte order mark, and keeps the last of two equal keys
//! without a word (all measured). One pass of a parser that stops at the first
//! such thing closes these holes, and finds where each claim stands.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};

use crate::store::bounds;
use crate::store::comments::{comments_above, dash_before, next_content};
use crate::store::fault::{self, Fault, echo};
use crate::store::layout::{Layout, TopKey};
use crate::store::node;
use crate::text::ByteRange;

/// The text of `bytes`, and whether a byte order mark stood before it.
pub(super) fn decode(bytes: &[u8]) -> Result<(&str, bool), (String, Fault)> {
    let whole = |what: &str, next: &str| (String::new(), Fault::new(0..0, what, next));
    if bytes.len() > bounds::MOST_BYTES {
        let what = format!(
            "the file has {} MB, and at most {} MB are read",
            bytes.len() / 1024 / 1024,
            bounds::MOST_BYTES / 1024 / 1024
        );
        return Err(whole(
            &what,
            "is it a claim file? split it, or name another one",
        ));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(whole("the file is in UTF-16", "save it as UTF-8"));
    }
    let (bytes, has_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = error.valid_up_to();
        let shown_until = bytes.len().min(valid + bounds::ECHO_CHARS);
        let shown = String::from_utf8_lossy(&bytes[..shown_until]).into_owned();
        let at = valid..valid + char::REPLACEMENT_CHARACTER.len_utf8();
        let what = format!("byte {:#04x} is no UTF-8", bytes[valid]);
        (shown, Fault::new(at, what, "save the file as UTF-8"))
    })?;
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let fault = Fault::new(at..at + 1, "a NUL character stands here", "delete it");
        return Err((text.to_owned(), fault));
    }
    Ok((text, has_mark))
}

/// Looks `text` over and finds its parts.
pub(super) fn guard(text: &str) -> Result<Layout, Fault> {
    lines(text)?;
    let mut pass = Pass::new(text);
    for event in Parser::new_from_str_with_options(text, node::options()) {
        let (event, span) = event.map_err(|it| fault::of_parser(text, &it))?;
        pass.take(&event, &span)?;
    }
    Ok(pass.layout)
}

/// Looks over what can be seen without taking YAML apart.
pub(super) fn lines(text: &str) -> Result<(), Fault> {
    conflict_markers(text)?;
    foreign_line_breaks(text)
}

/// Git leaves these where a merge could not decide.
fn conflict_markers(text: &str) -> Result<(), Fault> {
    let mut line_start = 0;
    for line_end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = text[line_start..line_end].trim_end_matches('\r');
        let is_marker = line.starts_with("<<<<<<< ")
            || line.starts_with(">>>>>>> ")
            || line.starts_with("||||||| ")
            || line == "=======";
        if is_marker {
            return Err(Fault::new(
                line_start..line_start + line.len(),
                "git could not merge this file and left its marks",
                "choose between the two sides and delete the marks",
            ));
        }
        line_start = line_end + 1;
    }
    Ok(())
}

/// YAML 1.1 breaks lines at these and YAML 1.2 does not: two readers would read
/// two texts.
fn foreign_line_breaks(text: &str) -> Result<(), Fault> {
    const BREAKS: [(char, &str); 3] = [
        ('\u{85}', "\\x85"),
        ('\u{2028}', "\\u2028"),
        ('\u{2029}', "\\u2029"),
    ];
    for (c, escape) in BREAKS {
        let mut buffer = [0; 4];
        if let Some(at) =
            memchr::memmem::find(text.as_bytes(), c.encode_utf8(&mut buffer).as_bytes())
        {
            return Err(Fault::new(
                at..at + c.len_utf8(),
                format!(
                    "U+{:04X} stands here, which some readers take for a line break",
                    u32::from(c)
                ),
                format!("delete it, or write {escape} between double quotation marks"),
            ));
        }
    }
    Ok(())
}

/// One collection that has been opened and not closed.
struct Open<'a> {
    is_map: bool,
    /// The keys so far, with the byte at which each stands.
    keys: HashMap<Cow<'a, str>, usize>,
    awaits_value: bool,
}

struct Pass<'a> {
    text: &'a str,
    open: Vec<Open<'a>>,
    /// Emptied tables of keys, to be used again: a claim file has very many mappings.
    spare: Vec<HashMap<Cow<'a, str>, usize>>,
    documents: usize,
    is_in_claims: bool,
    /// Where the last scalar or bracket ended: no comment can reach back over it.
    content_end: usize,
    /// The start of the claim being read, and of the list of claims in flow style.
    item_start: usize,
    layout: Layout,
}

impl<'a> Pass<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            open: Vec::new(),
            spare: Vec::new(),
            documents: 0,
            is_in_claims: false,
            content_end: 0,
            item_start: 0,
            layout: Layout::default(),
        }
    }

    fn take(&mut self, event: &Event<'a>, span: &Span) -> Result<(), Fault> {
        let (start, end) = node::bytes(self.text, event, span);
        refuse_references(event, span, start..end)?;
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Fault::new(
                        start..end,
                        "a second document starts here",
                        "one file holds one article: move the rest to a file of its own",
                    ));
                }
            }
            Event::Scalar(words, style, ..) => {
                if self.is_key() {
                    self.key(words.clone(), *style, start, end)?;
                } else {
                    self.start_value(start, end)?;
                    if self.is_in_claims && self.open.len() == 1 && end > start {
                        return Err(Fault::new(
                            start..end,
                            "the claims are no list",
                            "put each claim below, with `- ` before it",
                        ));
                    }
                    if self.open.len() == 1
                        && let Some(key) = self.layout.keys.last_mut()
                    {
                        key.scalar = Some((cropped(words), ByteRange::new(start, end)));
                    }
                    self.end_value(end);
                }
                if end > start {
                    self.content_end = end;
                }
            }
            Event::SequenceStart(style, ..) | Event::MappingStart(style, ..) => {
                self.refuse_as_key(start, end)?;
                self.start_value(start, end)?;
                let is_map = matches!(event, Event::MappingStart(..));
                let is_flow = *style == StructureStyle::Flow;
                match self.open.len() {
                    0 => self.layout.is_flow = is_flow,
                    1 if self.is_in_claims => {
                        self.layout.is_flow |= is_flow;
                        if is_map {
                            return Err(Fault::new(
                                start..end.max(start + 1),
                                "the claims are no list",
                                "put `- ` before each claim",
                            ));
                        }
                    }
                    _ => {}
                }
                self.open.push(Open {
                    is_map,
                    keys: self.spare.pop().unwrap_or_default(),
                    awaits_value: false,
                });
                if is_flow {
                    self.content_end = end;
                }
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut closed) = self.open.pop() {
                    // Emptying a table takes as long as it is large.
                    if closed.keys.capacity() < 64 {
                        closed.keys.clear();
                        self.spare.push(closed.keys);
                    }
                }
                if end > start {
                    self.content_end = end;
                }
                self.close_claims();
                self.end_value(end);
            }
            _ => {}
        }
        Ok(())
    }

    fn is_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|it| it.is_map && !it.awaits_value)
    }

    fn refuse_as_key(&self, start: usize, end: usize) -> Result<(), Fault> {
        if self.is_key() {
            return Err(Fault::new(
                start..end.max(start + 1),
                "a list or a mapping stands where a key should",
                "write one word before the colon",
            ));
        }
        Ok(())
    }

    fn key(
        &mut self,
        words: Cow<'a, str>,
        style: ScalarStyle,
        start: usize,
        end: usize,
    ) -> Result<(), Fault> {
        let at = start..end;
        if style == ScalarStyle::Plain {
            if words == "<<" {
                return Err(Fault::new(
                    at,
                    "<< takes over the keys of another mapping",
                    "write the keys out: every claim stands for itself",
                ));
            }
            if matches!(words.as_ref(), "" | "~" | "null" | "Null" | "NULL") {
                return Err(Fault::new(
                    at,
                    "there is nothing where a key should stand",
                    "write a word before the colon, or put it between quotation marks",
                ));
            }
        }
        let is_top = self.open.len() == 1;
        let Some(map) = self.open.last_mut() else {
            return Ok(());
        };
        map.awaits_value = true;
        if let Some(first) = map.keys.get(&words) {
            let line = self.text[..*first].matches('\n').count() + 1;
            return Err(Fault::new(
                at,
                format!("the key {} stands here for the second time", echo(&words)),
                format!("the first one is in line {line}: keep one of them"),
            ));
        }
        if is_top {
            self.is_in_claims = words == "claims";
            self.layout.keys.push(TopKey {
                name: cropped(&words),
                at: at.into(),
                scalar: None,
            });
        }
        map.keys.insert(words, start);
        Ok(())
    }

    /// A value begins that is no key.
    fn start_value(&mut self, start: usize, end: usize) -> Result<(), Fault> {
        if !(self.is_in_claims && self.open.len() == 2) {
            return Ok(());
        }
        if self.layout.is_flow {
            self.item_start = start;
            return Ok(());
        }
        let Some(dash) = dash_before(self.text, self.content_end, start) else {
            return Err(Fault::new(
                start..end.max(start),
                "no `- ` can be found before this claim",
                "put `- ` before it, on the same line",
            ));
        };
        let line_start = self.text[..dash].rfind('\n').map_or(0, |it| it + 1);
        let comments = comments_above(self.text, self.content_end, line_start, dash - line_start);
        if let Some(before) = self.layout.claims.last_mut() {
            before.end = comments;
        } else {
            self.layout.dash_column = dash - line_start;
        }
        // The end is set by what follows: the next claim, the next key, the end.
        self.layout.claims.push(comments..comments);
        Ok(())
    }

    /// A value has ended, whatever it was.
    fn end_value(&mut self, end: usize) {
        if let Some(map) = self.open.last_mut() {
            map.awaits_value = false;
        }
        if self.layout.is_flow && self.is_in_claims && self.open.len() == 2 {
            self.layout.claims.push(self.item_start..end);
        }
    }

    /// Where the list of claims has just ended, its last claim ends before the
    /// comments of what follows.
    fn close_claims(&mut self) {
        if !self.is_in_claims || self.open.len() != 1 || self.layout.is_flow {
            return;
        }
        if let Some(last) = self.layout.claims.last_mut() {
            let next = next_content(self.text, self.content_end);
            last.end = comments_above(self.text, self.content_end, next, self.layout.dash_column);
        }
    }
}

/// Anchors, aliases and tags: a claim says what it says without looking elsewhere.
fn refuse_references(event: &Event<'_>, span: &Span, at: Range<usize>) -> Result<(), Fault> {
    if event.is_alias() {
        return Err(Fault::new(
            at,
            "* takes over a value from elsewhere",
            "write the value out, or put a text that starts with * between quotation marks",
        ));
    }
    if matches!(event, Event::Anchor(..)) {
        return Err(Fault::new(
            at,
            "& names this value for use elsewhere",
            "delete the name, or put a text that starts with & between quotation marks",
        ));
    }
    if event.tag().is_some() {
        let at = span.tag_span().and_then(|it| it.byte_range()).unwrap_or(at);
        return Err(Fault::new(
            at,
            "! gives this value a type",
            "delete the type, or put a text that starts with ! between quotation marks",
        ));
    }
    Ok(())
}

/// As much of a stranger's word as is ever looked at.
fn cropped(words: &str) -> String {
    words.chars().take(bounds::ECHO_CHARS).collect()
}
