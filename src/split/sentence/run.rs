//! A mark that can end a sentence, with the marks and closers that go along.

use std::iter::Peekable;
use std::str::CharIndices;

use crate::split::sentence::marks::{Quotes, is_full_stop};

/// Marks in a row: "?!", "……", "...", "!”).".
pub(super) struct Run {
    /// The byte of the line behind the last of them.
    pub(super) end: usize,
    /// Whether there are several marks before the first closer.
    pub(super) several: bool,
    /// Whether a quotation mark or a bracket closes behind one.
    pub(super) closed: bool,
}

impl Run {
    /// Reads on behind the mark at byte `at` of `line`, which `chars` has just given.
    pub(super) fn read(
        line: &str,
        at: usize,
        chars: &mut Peekable<CharIndices<'_>>,
        quotes: &mut Quotes,
    ) -> Self {
        let mark = line[at..].chars().next().map_or(0, char::len_utf8);
        let mut run = Self {
            end: at + mark,
            several: false,
            closed: false,
        };
        loop {
            run.read_marks(line, chars);
            let marks = run.end;
            run.read_closers(line, chars, quotes);
            // Only `"Hi!".` and `(really?).` go round again.
            if run.end == marks || !line[run.end..].starts_with(['.', '。']) {
                return run;
            }
        }
    }

    fn read_marks(&mut self, line: &str, chars: &mut Peekable<CharIndices<'_>>) {
        loop {
            if let Some((_, next)) =
                chars.next_if(|it| is_full_stop(it.1) || matches!(it.1, '.' | '…'))
            {
                self.end += next.len_utf8();
            } else if starts_with_spaced_dot(&line[self.end..]) {
                chars.next();
                chars.next();
                self.end += SPACED_DOT.len();
            } else {
                return;
            }
            self.several |= !self.closed;
        }
    }

    fn read_closers(
        &mut self,
        line: &str,
        chars: &mut Peekable<CharIndices<'_>>,
        quotes: &mut Quotes,
    ) {
        let marks = self.end;
        while let Some((_, next)) = chars.next_if(|it| quotes.close_with(it.1)) {
            self.end += next.len_utf8();
            quotes.take(None, next, line[self.end..].chars().next());
            self.closed = true;
        }
        if self.end == marks && quotes.close_after_space(&line[self.end..]) {
            chars.next();
            if let Some((_, mark)) = chars.next() {
                quotes.take(None, mark, None);
                self.end += 1 + mark.len_utf8();
                self.closed = true;
            }
        }
    }
}

const SPACED_DOT: &str = " .";

/// Dots typed apart: ". . .".
fn starts_with_spaced_dot(rest: &str) -> bool {
    rest.strip_prefix(SPACED_DOT)
        .is_some_and(|it| it.is_empty() || it.starts_with([' ', '\n', '\r']))
}
