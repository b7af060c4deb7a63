//! Text folded for matching, with the way back to the source.
//!
//! Two texts that a reader would call the same words fold to the same string:
//! composed and decomposed accents, full and half width, Traditional and
//! Simplified characters, straight and curly quotes, capitals, spaces.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::{ByteOffset, ByteRange, simplified};

/// A folded text that knows where each of its characters comes from.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    source: &'a str,
    text: String,
    /// Where the distance between a place and its source changes.
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    folded: usize,
    source: usize,
}

/// How much of a text is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Degree {
    /// All that a reader would call the same words.
    Words,
    /// The same, but capitals stay capitals.
    CasedWords,
    /// Only letters and figures that have two forms: spaces and marks stay.
    Letters,
}

/// The folded form of a text alone.
pub fn fold(text: &str) -> String {
    Folded::of(text).text
}

impl<'a> Folded<'a> {
    /// Folds `source`, in time linear in it.
    pub fn of(source: &'a str) -> Self {
        Self::to(Degree::Words, source)
    }

    /// The same, but capitals stay capitals.
    pub fn keeping_case(source: &'a str) -> Self {
        Self::to(Degree::CasedWords, source)
    }

    /// Folds only letters and figures that have two forms, full-width and
    /// Traditional ones; capitals, spaces and marks stay as they are.
    pub fn letters(source: &'a str) -> Self {
        Self::to(Degree::Letters, source)
    }

    fn to(degree: Degree, source: &'a str) -> Self {
        let mut folding = Folding {
            degree,
            folded: Self {
                source,
                text: String::with_capacity(source.len()),
                steps: vec![Step {
                    folded: 0,
                    source: 0,
                }],
            },
            space: None,
        };
        let mut letters = source.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            if c.is_ascii_alphanumeric() || is_han(c) {
                // Nothing composes with Han, and nearly nothing with the rest.
                if letters.peek().is_none_or(|it| !composes(it.1)) {
                    folding.take(at, c);
                    continue;
                }
            }
            let mut end = at + c.len_utf8();
            while let Some((at, c)) = letters.next_if(|it| composes(it.1)) {
                end = at + c.len_utf8();
            }
            for c in source[at..end].nfc() {
                folding.take(at, c);
            }
        }
        folding.folded
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The stretch of the source that a stretch of the folded text stands for,
    /// from the start of its first character to the end of its last.
    pub fn source_range(&self, folded: ByteRange) -> ByteRange {
        let start = self.source_of(folded.start.0);
        let Some(last) = folded.of(&self.text).char_indices().next_back() else {
            return ByteRange::new(start, start);
        };
        let last = self.source_of(folded.start.0 + last.0);
        let mut letters = self.source[last..].char_indices().skip(1);
        let length = letters
            .find(|it| !composes(it.1))
            .map_or(self.source.len() - last, |it| it.0);
        ByteRange::new(start, (last + length).max(start))
    }

    /// The first place of the folded text that comes from `source` or after it.
    pub fn folded_from(&self, source: ByteOffset) -> ByteOffset {
        let next = self.steps.partition_point(|it| it.source <= source.0);
        let step = self.steps[next.saturating_sub(1)];
        let limit = self.steps.get(next).map_or(self.text.len(), |it| it.folded);
        let place = (step.folded + source.0.saturating_sub(step.source)).min(limit);
        ByteOffset(self.text.ceil_char_boundary(place))
    }

    fn source_of(&self, folded: usize) -> usize {
        let next = self.steps.partition_point(|it| it.folded <= folded);
        let step = self.steps[next.saturating_sub(1)];
        let place = step.source + (folded - step.folded);
        self.source
            .floor_char_boundary(place.min(self.source.len()))
    }
}

/// The folded text so far and the white space since its last character.
struct Folding<'a> {
    degree: Degree,
    folded: Folded<'a>,
    space: Option<usize>,
}

impl Folding<'_> {
    fn take(&mut self, at: usize, c: char) {
        if self.degree == Degree::Letters {
            let folded = fold_char(c);
            let is_letter = c.is_alphanumeric() && folded.is_alphanumeric();
            return self.push(at, if is_letter { folded } else { c });
        }
        if c.is_whitespace() {
            self.space = self.space.or(Some(at));
            return;
        }
        if is_ignored(c) {
            return;
        }
        let c = fold_char(c);
        if let Some(space) = self.space.take() {
            let before = self.folded.text.chars().next_back();
            // Between Latin words a space counts; beside Chinese it is a matter of taste.
            if before.is_some_and(is_spaced) && is_spaced(c) {
                self.push(space, ' ');
            }
        }
        if self.degree == Degree::CasedWords {
            self.push(at, c);
        } else if c.is_ascii() {
            self.push(at, c.to_ascii_lowercase());
        } else {
            for lower in c.to_lowercase() {
                self.push(at, lower);
            }
        }
    }

    fn push(&mut self, at: usize, c: char) {
        let folded = self.folded.text.len();
        if let Some(last) = self.folded.steps.last()
            && last.source + (folded - last.folded) != at
        {
            self.folded.steps.push(Step { folded, source: at });
        }
        self.folded.text.push(c);
    }
}

/// Joins the character before it in a composed form.
fn composes(c: char) -> bool {
    c >= '\u{300}'
        && (is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}'))
}

/// Shows nothing, so that a reader cannot miss it.
const fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A letter or figure of a script that puts spaces between words.
fn is_spaced(c: char) -> bool {
    c.is_alphanumeric()
        && !matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

fn fold_char(c: char) -> char {
    match c {
        '\u{4E00}'..='\u{9FFF}' => simplified(c),
        '\u{FF01}'..='\u{FF5E}' => fold_mark(ascii_of(c)),
        _ => fold_mark(c),
    }
}

/// The ASCII character of a full-width one.
fn ascii_of(wide: char) -> char {
    char::from_u32(wide as u32 - 0xFEE0).unwrap_or(wide)
}

const fn fold_mark(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞' | '\''
        | '‘' | '’' | '‚' | '`' | '´' | '‹' | '›' => '"',
        '。' | '．' | '｡' => '.',
        '、' | '､' => ',',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '〜' | '～' | '~' => '-',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '·' | '・' | '‧' | '•' | '･' => '·',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_reads_the_same_folds_the_same() {
        let table = [
            ("員工聯名", "员工联名"),
            ("“引文”，ＯｐｅｎＡＩ１２", "「引文」,OpenAI12"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("212 名 員工", "212名员工"),
            ("two  words\n more", "Two words more"),
            ("a\u{200b}b", "ab"),
            ("don’t", "don't"),
        ];
        for (one, other) in table {
            assert_eq!(fold(one), fold(other));
        }
        for (one, other) in [("212", "213"), ("10²", "102"), ("two words", "twowords")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn a_place_leads_back_to_the_source() {
        let source = "據說，“ cafe\u{301} 有２１２ 人”。";
        let folded = Folded::of(source);
        assert_eq!(folded.as_str(), "据说,\"café有212人\".");
        for (words, expected) in [
            ("café", "cafe\u{301}"),
            ("212人", "２１２ 人"),
            ("说,", "說，"),
        ] {
            let at = folded.as_str().find(words).expect("it is there");
            let range = folded.source_range(ByteRange::new(at, at + words.len()));
            assert_eq!(range.of(source), expected);
        }
    }

    #[test]
    fn capitals_stay_where_they_count_and_marks_where_only_letters_fold() {
        assert_eq!(
            Folded::keeping_case("Ｏpen “員工”").as_str(),
            "Open\"员工\""
        );
        let folded = Folded::letters("Ｏpen （員工）\n ２１２");
        assert_eq!(folded.as_str(), "Open （员工）\n 212");
    }

    proptest! {
        #[test]
        fn every_stretch_leads_back_to_characters(source in any::<String>()) {
            for folded in [
                Folded::of(&source),
                Folded::keeping_case(&source),
                Folded::letters(&source),
            ] {
                let mut last = 0;
                for (at, c) in folded.as_str().char_indices() {
                    let range = folded.source_range(ByteRange::new(at, at + c.len_utf8()));
                    prop_assert!(source.get(range.as_range()).is_some());
                    prop_assert!(range.start.0 >= last);
                    last = range.start.0;
                }
            }
        }
    }
}
