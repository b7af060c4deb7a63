//! What stands right at the edges of a quote and would change what it says.

use crate::claim::TextQuoteSelector;
use crate::text::ByteRange;

/// Whether the words at `range` are torn out of a longer word or number in which
/// the selector's quote did not stand: `212` in `1,212`, `sign` in `resign`.
pub(super) fn is_torn(text: &str, range: ByteRange, selector: &TextQuoteSelector) -> bool {
    let before = &text[..range.start.0];
    let words = range.of(text);
    let after = &text[range.end.0..];
    let was_torn_before =
        joins(&selector.prefix, words) && before.ends_with(last(&selector.prefix));
    let was_torn_after =
        joins(words, &selector.suffix) && after.starts_with(first(&selector.suffix));
    (joins(before, words) && !was_torn_before) || (joins(words, after) && !was_torn_after)
}

/// Whether a negation stands right before a quote.
pub(super) fn is_negated(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with(['不', '未', '沒', '没', '無', '无', '非', '否']) {
        return true;
    }
    let start = before
        .char_indices()
        .rev()
        .take_while(|it| it.1.is_alphabetic() || matches!(it.1, '\'' | '’' | '"'))
        .last()
        .map_or(before.len(), |it| it.0);
    let word = before[start..].to_ascii_lowercase();
    // A folded apostrophe is a straight quotation mark.
    matches!(word.as_str(), "not" | "never" | "no" | "without" | "cannot")
        || ["n't", "n’t", "n\"t"].iter().any(|it| word.ends_with(it))
}

/// Whether the end of `left` and the start of `right` are one word or number.
fn joins(left: &str, right: &str) -> bool {
    let mut lefts = left.chars().rev();
    let mut rights = right.chars();
    let (Some(left), Some(right)) = (lefts.next(), rights.next()) else {
        return false;
    };
    let is_letter = |it: char| it.is_alphanumeric() && it < '\u{2E80}';
    if is_letter(left) && is_letter(right) || is_numeral(left) && is_numeral(right) {
        return true;
    }
    // Inside a figure such as 1,212 or 3.5.
    let is_point = |it: char| matches!(it, ',' | '.');
    let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    is_point(left) && right.is_ascii_digit() && is_digit(lefts.next())
        || is_point(right) && left.is_ascii_digit() && is_digit(rights.next())
}

/// A figure or one of the characters that numbers are written with in Chinese.
fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百千萬万億亿兆兩两半".contains(c)
}

fn first(words: &str) -> &str {
    words
        .char_indices()
        .nth(1)
        .map_or(words, |it| &words[..it.0])
}

fn last(words: &str) -> &str {
    words
        .char_indices()
        .next_back()
        .map_or("", |it| &words[it.0..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn torn(text: &str, words: &str, prefix: &str, suffix: &str) -> bool {
        let at = text.rfind(words).expect("words of the text");
        let selector = TextQuoteSelector {
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            exact: words.to_owned(),
            ..TextQuoteSelector::default()
        };
        is_torn(text, ByteRange::new(at, at + words.len()), &selector)
    }

    #[test]
    fn a_piece_of_a_longer_word_or_figure_is_torn() {
        assert!(torn("1,212 signed", "212 signed", "", ""));
        assert!(torn("they resign", "sign", "they ", ""));
        assert!(torn("全體100萬", "全體100", "", ""));
        assert!(torn("一百二十人", "二十人", "", ""));
        assert!(!torn("all 212 signed", "212 signed", "", ""));
        assert!(!torn("全體員工212人", "員工212", "全體", "人"));
        assert!(!torn("they resign", "sign", "they re", ""));
    }

    #[test]
    fn negations_are_seen() {
        for before in ["did not ", "They didn't ", "從未", "並沒"] {
            assert!(is_negated(before), "{before}");
        }
        for before in ["did ", "knot ", "", "從來"] {
            assert!(!is_negated(before), "{before}");
        }
    }
}
