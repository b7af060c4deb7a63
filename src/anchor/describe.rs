//! A place in an article described so that it can be found again.

use crate::anchor::occurrences::occurrences;
use crate::claim::TextQuoteSelector;
use crate::text::{Article, ByteRange};

/// Characters of context on either side, as a rule: what Hypothesis keeps, and
/// in measurements enough for nearly every sentence.
const CONTEXT_CHARS: usize = 32;

/// Characters of context that are tried in turn where fewer stand at several places.
const LONGER_CONTEXTS: [usize; 3] = [64, 128, 256];

/// Bytes of context that the block of a quote has to give, or more is taken.
const LEAST_CONTEXT_BYTES: usize = 12;

/// Describes each of `ranges` by its words and as few words round it as make it
/// unique: 32 characters, cut at the edges of its block, so that a paragraph put
/// in front changes nothing; more, and beyond the block, only where needed.
pub fn describe(article: &Article, ranges: &[ByteRange]) -> Vec<TextQuoteSelector> {
    let text = article.text();
    let mut selectors: Vec<_> = ranges
        .iter()
        .map(|it| selector(text, *it, block_round(article, *it), CONTEXT_CHARS))
        .collect();
    let whole = ByteRange::new(0, text.len());
    // A quote that is a block by itself has to be told by what stands round it.
    for (selector_found, range) in selectors.iter_mut().zip(ranges) {
        let context = selector_found.prefix.len() + selector_found.suffix.len();
        if context < LEAST_CONTEXT_BYTES {
            *selector_found = selector(text, *range, whole, CONTEXT_CHARS);
        }
    }
    let mut doubtful: Vec<usize> = (0..ranges.len()).collect();
    for chars in [CONTEXT_CHARS].into_iter().chain(LONGER_CONTEXTS) {
        doubtful = not_unique(text, &selectors, doubtful);
        for &it in &doubtful {
            selectors[it] = selector(text, ranges[it], whole, chars);
        }
    }
    selectors
}

fn selector(text: &str, range: ByteRange, within: ByteRange, chars: usize) -> TextQuoteSelector {
    let before = &text[within.start.0.min(range.start.0)..range.start.0];
    let after = &text[range.end.0..within.end.0.max(range.end.0)];
    let start = before
        .char_indices()
        .rev()
        .take(chars)
        .last()
        .map_or(before.len(), |it| it.0);
    let end = after
        .char_indices()
        .nth(chars)
        .map_or(after.len(), |it| it.0);
    TextQuoteSelector {
        prefix: before[start..].to_owned(),
        suffix: after[..end].to_owned(),
        exact: range.of(text).to_owned(),
        ..TextQuoteSelector::default()
    }
}

/// The block in which `range` stands; where it stands in several, from the
/// first to the last of them.
fn block_round(article: &Article, range: ByteRange) -> ByteRange {
    let blocks = article.blocks();
    let first = blocks.partition_point(|it| it.range.end <= range.start);
    let last = blocks.partition_point(|it| it.range.start < range.end);
    let start = blocks.get(first).map_or(range.start, |it| it.range.start);
    let end = last
        .checked_sub(1)
        .and_then(|it| blocks.get(it))
        .map_or(range.end, |it| it.range.end);
    ByteRange::new(start.min(range.start).0, end.max(range.end).0)
}

/// Those of `numbers` whose selector stands at more than one place.
fn not_unique(text: &str, selectors: &[TextQuoteSelector], numbers: Vec<usize>) -> Vec<usize> {
    let whole: Vec<String> = numbers
        .iter()
        .map(|it| {
            let selector = &selectors[*it];
            [&*selector.prefix, &selector.exact, &selector.suffix].concat()
        })
        .collect();
    let needles: Vec<&str> = whole.iter().map(String::as_str).collect();
    let places = occurrences(text, &needles);
    numbers
        .into_iter()
        .zip(places)
        .filter(|(_, places)| places.len() > 1)
        .map(|it| it.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, words: &str) -> ByteRange {
        let at = text.find(words).expect("words of the text");
        ByteRange::new(at, at + words.len())
    }

    #[test]
    fn context_is_cut_at_the_edges_of_the_block() {
        let article = Article::plain("Head\nThe vote was at nine. All came.\nEnd");
        let range = find(article.text(), "All came.");
        let selector = &describe(&article, &[range])[0];
        assert_eq!(selector.prefix, "The vote was at nine. ");
        assert_eq!(selector.suffix, "");
        assert_eq!(selector.exact, "All came.");
    }

    #[test]
    fn context_is_32_characters_as_a_rule() {
        let text = format!("{}X{}", "甲乙丙丁".repeat(20), "戊己庚辛".repeat(20));
        let article = Article::plain(&*text);
        let selector = &describe(&article, &[find(&text, "X")])[0];
        assert_eq!(selector.prefix.chars().count(), 32);
        assert_eq!(selector.suffix.chars().count(), 32);
    }

    #[test]
    fn context_grows_beyond_the_block_until_it_is_unique() {
        let article = Article::plain("First\nsame\nSecond\nsame\nThird");
        let range = find(article.text(), "same");
        let selector = &describe(&article, &[range])[0];
        assert_eq!(selector.prefix, "First\n");
        assert!(selector.suffix.starts_with("\nSecond"));
    }
}
