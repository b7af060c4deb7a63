//! Text made safe to show: what cannot be seen, or would steer a terminal, becomes a mark.

use std::borrow::Cow;
use std::fmt;

use crate::text::marked::{is_combining, is_joining, is_plain, must_be_marked};
use crate::text::{ByteOffset, ByteRange};

/// The only text that a view accepts.
///
/// A file can hold characters that move the cursor, set the clipboard, turn the
/// order of the words round or hide: for a fact-checker dropping them is as
/// wrong as obeying them. So they are shown: `␛` for ESC, `<U+202E>` for a
/// right-to-left override. The place of each mark in the source is kept, so
/// that the byte ranges of claims stay right. Clean text is borrowed.
///
/// Source of the cases: CVE-2021-42574, Unicode TR 36 and
/// `Default_Ignorable_Code_Point` of Unicode 16.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visible<'a> {
    shown: Cow<'a, str>,
    /// Only what was replaced; all between is as in the source.
    replaced: Vec<Replaced>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Replaced {
    shown: ByteRange,
    source: ByteRange,
    is_mark: bool,
}

/// A stretch of shown text that is all source or all one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the shown text.
    pub shown: ByteRange,
    /// What it shows. The whole of it for a mark, however little of the mark is asked for.
    pub source: ByteRange,
    /// Whether it is a mark, put in the place of something that cannot be shown.
    pub is_mark: bool,
}

impl<'a> Visible<'a> {
    /// Text of many lines: `\n` and `\r\n` stay line breaks (both as `\n`).
    pub fn text(source: &'a str) -> Self {
        show(source, LineBreaks::Kept)
    }

    /// Text that has to stay on one line: line breaks are marks as well.
    pub fn line(source: &'a str) -> Self {
        show(source, LineBreaks::Marked)
    }

    /// The text to show.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The text to show, borrowed still if nothing was replaced.
    pub fn into_shown(self) -> Cow<'a, str> {
        self.shown
    }

    /// The same, standing on its own: for a cache that outlives the source.
    pub fn into_owned(self) -> Visible<'static> {
        Visible {
            shown: Cow::Owned(self.shown.into_owned()),
            replaced: self.replaced,
        }
    }

    /// How many marks stand in the text: above 0 is worth a warning.
    pub fn marks(&self) -> usize {
        self.replaced.iter().filter(|it| it.is_mark).count()
    }

    /// The place in the source of a place in the shown text; inside a mark, the
    /// start of what it stands for.
    pub fn to_source(&self, shown: ByteOffset) -> ByteOffset {
        let next = self
            .replaced
            .partition_point(|it| it.shown.start.0 <= shown.0);
        let Some(before) = next.checked_sub(1).map(|it| self.replaced[it]) else {
            return shown;
        };
        if shown < before.shown.end {
            before.source.start
        } else {
            ByteOffset(before.source.end.0 + (shown.0 - before.shown.end.0))
        }
    }

    /// The place in the shown text of a place in the source; inside what a mark
    /// stands for, the start of the mark.
    pub fn to_shown(&self, source: ByteOffset) -> ByteOffset {
        let next = self
            .replaced
            .partition_point(|it| it.source.start.0 <= source.0);
        let Some(before) = next.checked_sub(1).map(|it| self.replaced[it]) else {
            return source;
        };
        if source < before.source.end {
            before.shown.start
        } else {
            ByteOffset(before.shown.end.0 + (source.0 - before.source.end.0))
        }
    }

    /// The stretch of shown text that stands for a stretch of the source.
    pub fn shown_range(&self, source: ByteRange) -> ByteRange {
        let start = self.to_shown(source.start);
        ByteRange::new(start.0, self.to_shown(source.end).max(start).0)
    }

    /// The stretch of the source that a stretch of shown text stands for.
    pub fn source_range(&self, shown: ByteRange) -> ByteRange {
        let start = self.to_source(shown.start);
        ByteRange::new(start.0, self.to_source(shown.end).max(start).0)
    }

    /// A stretch of the shown text, cut where source and marks meet, in order.
    pub fn pieces(&self, shown: ByteRange) -> impl Iterator<Item = Piece> + '_ {
        let mut place = shown.start;
        let mut next = self.replaced.partition_point(|it| it.shown.end <= place);
        std::iter::from_fn(move || {
            if place >= shown.end {
                return None;
            }
            let replaced = self.replaced.get(next);
            let piece = match replaced {
                Some(it) if it.shown.start <= place => {
                    next += 1;
                    Piece {
                        shown: ByteRange::new(place.0, it.shown.end.min(shown.end).0),
                        source: it.source,
                        is_mark: it.is_mark,
                    }
                }
                _ => {
                    let end = replaced.map_or(shown.end, |it| it.shown.start.min(shown.end));
                    let source = self.to_source(place).0;
                    Piece {
                        shown: ByteRange::new(place.0, end.0),
                        source: ByteRange::new(source, source + (end.0 - place.0)),
                        is_mark: false,
                    }
                }
            };
            place = piece.shown.end;
            Some(piece)
        })
    }
}

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.shown)
    }
}

impl AsRef<str> for Visible<'_> {
    fn as_ref(&self) -> &str {
        &self.shown
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineBreaks {
    Kept,
    Marked,
}

/// Combining marks that may follow one another: more cover the rows above and
/// below. Source: the Stream-Safe Text Format of UAX 15.
const MOST_COMBINING: usize = 30;

fn show(source: &str, line_breaks: LineBreaks) -> Visible<'_> {
    let mut shown = String::new();
    let mut replaced = Vec::new();
    // What stands before `copied` is in `shown` already.
    let mut copied = 0;
    // The last character that is shown as it is, none after a mark or a line's start.
    let mut base = None;
    let mut combining = 0;
    let mut letters = source.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if is_plain(c) {
            base = Some(c);
            combining = 0;
            continue;
        }
        let next = letters.peek().map(|it| it.1);
        let mut end = at + c.len_utf8();
        let mut line_end = false;
        let mark = match c {
            '\n' if line_breaks == LineBreaks::Kept => {
                base = None;
                combining = 0;
                continue;
            }
            '\r' if line_breaks == LineBreaks::Kept && next == Some('\n') => {
                letters.next();
                end += 1;
                line_end = true;
                Cow::Borrowed("\n")
            }
            _ if is_combining(c) => {
                combining += 1;
                match base {
                    Some(_) if combining <= MOST_COMBINING => continue,
                    Some(_) => code_point(c),
                    // Alone it would sit on whatever the screen shows to its left.
                    None => Cow::Owned(format!("\u{25CC}{c}")),
                }
            }
            _ if must_be_marked(c, base, next) => mark_of(c),
            _ => {
                // Joiners and selectors that stay do not make a new base.
                if !is_joining(c) {
                    combining = 0;
                }
                base = Some(c);
                continue;
            }
        };
        shown.push_str(&source[copied..at]);
        let start = shown.len();
        shown.push_str(&mark);
        replaced.push(Replaced {
            shown: ByteRange::new(start, shown.len()),
            source: ByteRange::new(at, end),
            is_mark: !line_end,
        });
        copied = end;
        base = None;
        combining = 0;
    }
    if replaced.is_empty() {
        return Visible {
            shown: Cow::Borrowed(source),
            replaced,
        };
    }
    shown.push_str(&source[copied..]);
    Visible {
        shown: Cow::Owned(shown),
        replaced,
    }
}

/// What is shown in the place of `c`.
fn mark_of(c: char) -> Cow<'static, str> {
    let picture = match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32),
        '\u{7F}' => Some('\u{2421}'),
        _ => None,
    };
    picture.map_or_else(|| code_point(c), |it| Cow::Owned(it.to_string()))
}

fn code_point(c: char) -> Cow<'static, str> {
    Cow::Owned(format!("<U+{:04X}>", c as u32))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::marked::is_hidden;

    #[test]
    fn what_cannot_be_seen_is_marked() {
        let table = [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("a\tb\0", "a␉b␀"),
            ("a\u{7f}\u{9b}", "a␡<U+009B>"),
            ("\u{feff}word", "<U+FEFF>word"),
            ("pay\u{202e}1000", "pay<U+202E>1000"),
            ("a\u{2028}b\u{2029}\u{85}", "a<U+2028>b<U+2029><U+0085>"),
            ("a\u{200b}b\u{ad}c", "a<U+200B>b<U+00AD>c"),
            ("a\u{e0041}", "a<U+E0041>"),
            ("\u{e000}\u{fdd0}\u{1ffff}", "<U+E000><U+FDD0><U+1FFFF>"),
            ("a\rb", "a␍b"),
            ("a\r\nb\nc", "a\nb\nc"),
            ("\u{301}e\u{301}", "\u{25cc}\u{301}e\u{301}"),
        ];
        for (source, shown) in table {
            assert_eq!(Visible::text(source).as_str(), shown, "{source:?}");
        }
    }

    #[test]
    fn what_belongs_to_the_writing_stays() {
        let table = [
            "漢字「引文」，ＡＢＣ…—“”",
            "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🇹🇼 👍🏽",
            "葛\u{e0100}城市",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "e\u{301} \u{1112}\u{1161}\u{11ab}",
            "a\u{a0}b\u{3000}c",
        ];
        for source in table {
            let visible = Visible::text(source);
            assert_eq!(visible.as_str(), source);
            assert!(matches!(visible.into_shown(), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn a_second_selector_and_a_joiner_between_letters_are_marks() {
        assert_eq!(Visible::text("a\u{200d}b").as_str(), "a<U+200D>b");
        assert_eq!(
            Visible::text("❤\u{fe0f}\u{fe01}").as_str(),
            "❤\u{fe0f}<U+FE01>"
        );
        assert_eq!(Visible::text("葛\u{e0100}\u{e0101}").marks(), 1);
    }

    #[test]
    fn a_tower_of_combining_marks_is_cut() {
        let source = format!("a{}", "\u{301}".repeat(31));
        assert_eq!(Visible::text(&source).marks(), 1);
        assert!(Visible::text(&source).as_str().contains("<U+0301>"));
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(Visible::line("a\r\nb\nc").to_string(), "a␍␊b␊c");
    }

    #[test]
    fn pieces_tell_marks_from_words() {
        let source = "a\u{202e}bc";
        let visible = Visible::text(source);
        let pieces: Vec<_> = visible
            .pieces(ByteRange::new(0, visible.as_str().len()))
            .map(|it| {
                (
                    it.shown.of(visible.as_str()),
                    it.source.of(source),
                    it.is_mark,
                )
            })
            .collect();
        assert_eq!(
            pieces,
            [
                ("a", "a", false),
                ("<U+202E>", "\u{202e}", true),
                ("bc", "bc", false)
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_raw_is_shown(source in any::<String>()) {
            let visible = Visible::text(&source);
            for c in visible.as_str().chars() {
                prop_assert!(c == '\n' || !(c.is_control() || is_hidden(c)));
            }
            let line = Visible::line(&source);
            prop_assert!(!line.as_str().contains(char::is_control));
        }

        #[test]
        fn pieces_cover_all_that_is_shown_and_all_of_the_source(
            source in r"[a漢\x{202e}\x{1b}\r\n\x{301}]{0,20}",
        ) {
            let visible = Visible::text(&source);
            let (mut shown, mut from) = (0, 0);
            for piece in visible.pieces(ByteRange::new(0, visible.as_str().len())) {
                prop_assert_eq!(piece.shown.start.0, shown);
                prop_assert_eq!(piece.source.start.0, from);
                shown = piece.shown.end.0;
                from = piece.source.end.0;
            }
            prop_assert_eq!(shown, visible.as_str().len());
            prop_assert_eq!(from, source.len());
        }

        #[test]
        fn a_place_in_the_source_is_found_again(source in any::<String>()) {
            let visible = Visible::text(&source);
            for (at, c) in source.char_indices() {
                let place = visible.to_shown(ByteOffset(at));
                prop_assert!(visible.as_str().is_char_boundary(place.0));
                // Of a line break's two characters, the second stands where the first does.
                let back = visible.to_source(place).0;
                prop_assert!(back == at || (c == '\n' && back + 1 == at));
            }
        }
    }
}
