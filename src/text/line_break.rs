//! What Chinese needs beyond UAX 14 of where a row may start.

use std::borrow::Cow;

use memchr::memchr2_iter;
use unicode_linebreak::{BreakClass, break_property};

/// Whether a row may start with this character. Some of these marks may follow a
/// space or an exclamation mark by UAX 14, but no reader of Chinese expects it.
pub(super) const fn may_start_a_row(first: char) -> bool {
    !matches!(
        first,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '”'
            | '’'
            | '）'
            | '》'
            | '」'
            | '』'
            | '…'
            | '%'
            | '％'
            | '‰'
    )
}

/// Whether a wide opening bracket follows a Latin word or a figure: a break that
/// UAX 14 allows since Unicode 13 (rule 30) and `unicode-linebreak` does not.
pub(super) fn is_bracket_after_word(tailored: &str, at: usize) -> bool {
    let bracket = tailored[at..].chars().next();
    if !bracket.is_some_and(is_wide_bracket) {
        return false;
    }
    tailored[..at].chars().next_back().is_some_and(|it| {
        matches!(
            break_property(u32::from(it)),
            BreakClass::Alphabetic | BreakClass::HebrewLetter | BreakClass::Numeric
        )
    })
}

/// Whether `c` is a wide bracket, or may be read as one.
pub(super) const fn may_be_bracket(c: char) -> bool {
    matches!(c, '“' | '‘') || is_wide_bracket(c)
}

const fn is_wide_bracket(c: char) -> bool {
    matches!(
        c,
        '「' | '『' | '（' | '《' | '〈' | '【' | '〔' | '〖' | '［' | '｛'
    )
}

/// The text as UAX 14 shall read it, byte for byte as long as it is.
///
/// Curly quotes next to Chinese are brackets (UAX 14 before Unicode 16, rule 19a,
/// lets nothing break on either side of them), and `～` never starts a row
/// (GB/T 15834, a connector). All of these take three bytes of UTF-8.
pub(super) fn tailored(text: &str) -> Cow<'_, str> {
    let mut tailored = String::new();
    let mut copied = 0;
    for at in memchr2_iter(0xE2, 0xEF, text.as_bytes()) {
        let instead = match text.as_bytes().get(at..at + 3) {
            Some([0xE2, 0x80, 0x98 | 0x9C]) if is_beside_cjk(text, at) => "「",
            Some([0xE2, 0x80, 0x99 | 0x9D]) if is_beside_cjk(text, at) => "」",
            Some([0xEF, 0xBD, 0x9E]) => "〜",
            _ => continue,
        };
        tailored.push_str(&text[copied..at]);
        tailored.push_str(instead);
        copied = at + instead.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    tailored.push_str(&text[copied..]);
    Cow::Owned(tailored)
}

/// Whether the character of three bytes at `at` has a Chinese or Japanese one beside it.
fn is_beside_cjk(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 3..].chars().next();
    [before, after].into_iter().flatten().any(|it| {
        matches!(it, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}'
            | '\u{20000}'..='\u{3FFFD}')
    })
}
