//! The cursor in the article: where it stands, what is selected, where a move leads.

use unicode_segmentation::UnicodeSegmentation;

use crate::split::{InsideQuotations, sentences};
use crate::text::{Article, ByteOffset, ByteRange, Column, next_cluster, previous_cluster};

/// The cursor in the article. It stands on a cluster, and what is selected
/// reaches from the cluster where the selection began to that of the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// Where it stands: the start of a cluster of the article.
    pub place: ByteOffset,
    /// Where the selection began, if there is one.
    pub anchor: Option<ByteOffset>,
    /// The column that moves by rows hold to.
    pub goal: Option<Column>,
}

/// How far a move goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A cluster: what a person takes for one character.
    Character,
    /// A word; in Chinese and Japanese a run of one script.
    Word,
    /// What stands between two marks of punctuation.
    Clause,
    /// A sentence.
    Sentence,
    /// A block of the article.
    Paragraph,
}

/// Bytes before and after the cursor in which the next word, clause or sentence
/// is looked for: a key costs the same in an article of one endless line.
const SIGHT: usize = 4096;

impl Caret {
    /// The cluster that the cursor stands on; empty at the text's end.
    pub fn cluster(&self, text: &str) -> ByteRange {
        ByteRange::new(self.place.0, next_cluster(text, self.place).0)
    }

    /// What is selected, if anything.
    pub fn selection(&self, text: &str) -> Option<ByteRange> {
        let anchor = self.anchor?;
        let last = next_cluster(text, anchor.max(self.place));
        Some(ByteRange::new(anchor.min(self.place).0, last.0))
    }

    /// The unit that the cursor stands in, if it stands in one.
    pub(crate) fn unit_here(&self, article: &Article, unit: Unit) -> Option<ByteRange> {
        let (units, _) = units(article, self.place, unit);
        units.into_iter().find(|it| it.covers(self.place))
    }

    /// Moves forward: to the start of the next unit, or, where a selection grows,
    /// to the last character of this one.
    pub(crate) fn forward(&mut self, article: &Article, unit: Unit) {
        let text = article.text();
        self.goal = None;
        let grows = self.anchor.is_some_and(|it| it <= self.place) && unit != Unit::Character;
        let beyond = |it: &ByteRange| {
            if grows {
                previous_cluster(text, it.end) > self.place
            } else {
                it.start > self.place
            }
        };
        let (units, seen) = units(article, self.place, unit);
        let found = units.iter().find(|it| beyond(it));
        self.place = match found {
            Some(it) if grows => previous_cluster(text, it.end),
            Some(it) => it.start,
            None => previous_cluster(text, seen.end).max(self.place),
        };
    }

    /// Moves back to the start of this unit, or of the one before.
    pub(crate) fn back(&mut self, article: &Article, unit: Unit) {
        self.goal = None;
        let (units, seen) = units(article, self.place, unit);
        let found = units.iter().rev().find(|it| it.start < self.place);
        self.place = found.map_or(seen.start, |it| it.start).min(self.place);
    }
}

/// The units round `place`, in order, and the part of the text they are of.
fn units(article: &Article, place: ByteOffset, unit: Unit) -> (Vec<ByteRange>, ByteRange) {
    let text = article.text();
    if unit == Unit::Paragraph {
        let blocks = article.blocks();
        let at = blocks.partition_point(|it| it.range.start < place);
        let near = at.saturating_sub(2)..(at + 3).min(blocks.len());
        let units = blocks[near].iter().map(|it| it.range).collect();
        return (units, ByteRange::new(0, text.len()));
    }
    let start = text.floor_char_boundary(place.0.saturating_sub(SIGHT));
    let end = text.ceil_char_boundary(place.0.saturating_add(SIGHT));
    let seen = ByteRange::new(start, end);
    let part = seen.of(text);
    let mut units = match unit {
        Unit::Character => characters(article, place),
        Unit::Word => words(part),
        Unit::Clause => clauses(part),
        Unit::Sentence => sentences(part, article.language(), InsideQuotations::Keep),
        Unit::Paragraph => Vec::new(),
    };
    if unit != Unit::Character {
        units = units.into_iter().map(|it| it.shifted(start)).collect();
    }
    (units, seen)
}

/// The clusters before, at and after `place` that are no line breaks.
fn characters(article: &Article, place: ByteOffset) -> Vec<ByteRange> {
    let text = article.text();
    let is_shown = |it: &(usize, &str)| !it.1.trim_matches(['\n', '\r']).is_empty();
    let range =
        |from: usize, it: (usize, &str)| ByteRange::new(from + it.0, from + it.0 + it.1.len());
    let here = text.floor_char_boundary(place.0);
    let before = text[..here].grapheme_indices(true).rfind(is_shown);
    let mut after = text[here..].grapheme_indices(true);
    let current = after.next();
    let next = after.find(is_shown);
    let before = before.map(|it| range(0, it));
    let rest = [current, next].into_iter().flatten();
    before
        .into_iter()
        .chain(rest.map(|it| range(here, it)))
        .collect()
}

/// What a run of letters is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Han,
    Kana,
    Digits,
    Letters,
}

fn script(c: char) -> Script {
    match c {
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => Script::Kana,
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        _ if c.is_numeric() => Script::Digits,
        _ => Script::Letters,
    }
}

/// Words by UAX 29; where words have no spaces between them, runs of one script.
fn words(part: &str) -> Vec<ByteRange> {
    let mut words: Vec<(ByteRange, Script)> = Vec::new();
    for (at, segment) in part.split_word_bound_indices() {
        let Some(first) = segment.chars().find(|it| it.is_alphanumeric()) else {
            continue;
        };
        let (range, script) = (ByteRange::new(at, at + segment.len()), script(first));
        match words.last_mut() {
            Some(last) if last.0.end == range.start && last.1 == script => {
                last.0.end = range.end;
            }
            _ => words.push((range, script)),
        }
    }
    words.into_iter().map(|it| it.0).collect()
}

/// What stands between marks of punctuation, the mark at its end included.
fn clauses(part: &str) -> Vec<ByteRange> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_space = chars.peek().is_none_or(|it| it.1.is_whitespace());
        let ends = match c {
            '\n' | '，' | '。' | '；' | '：' | '、' | '！' | '？' | '—' => true,
            ',' | ';' | ':' | '.' | '!' | '?' => before_space,
            _ => false,
        };
        if ends {
            let end = at + c.len_utf8();
            clauses.push(ByteRange::new(start, end).trimmed(part));
            start = end;
        }
    }
    clauses.push(ByteRange::new(start, part.len()).trimmed(part));
    clauses.retain(|it| !it.is_empty());
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with the cursor's stops marked, going forward from the start.
    fn stops(text: &str, unit: Unit, selecting: bool) -> Vec<usize> {
        let article = Article::plain(text);
        let mut caret = Caret {
            anchor: selecting.then_some(ByteOffset(0)),
            ..Caret::default()
        };
        let mut stops = vec![0];
        loop {
            caret.forward(&article, unit);
            if stops.last() == Some(&caret.place.0) {
                return stops;
            }
            stops.push(caret.place.0);
        }
    }

    fn at(text: &str, words: &[&str]) -> Vec<usize> {
        words
            .iter()
            .map(|it| text.find(it).expect("words of the text"))
            .collect()
    }

    #[test]
    fn words_are_runs_of_one_script() {
        let text = "現有230名員工，Lin Yi。";
        assert_eq!(
            stops(text, Unit::Word, false),
            at(text, &["現有", "230", "名員工", "Lin", "Yi", "。"])
        );
    }

    #[test]
    fn a_growing_selection_stops_at_the_ends_of_words() {
        let text = "Ana's 4.2 ferries, sank";
        assert_eq!(stops(text, Unit::Word, true), [0, 4, 8, 16, 22]);
    }

    #[test]
    fn clauses_sentences_and_paragraphs_have_their_stops() {
        let text = "It sank, he said. It was 3.5 m.\nAll came.";
        assert_eq!(
            stops(text, Unit::Clause, false),
            [0, 9, 18, 32, text.len() - 1]
        );
        assert_eq!(
            stops(text, Unit::Sentence, false),
            [0, 18, 32, text.len() - 1]
        );
        assert_eq!(stops(text, Unit::Paragraph, false), [0, 32, text.len() - 1]);
    }

    #[test]
    fn a_character_is_a_cluster_and_line_breaks_are_passed() {
        let text = "e\u{301}👩\u{200d}👩\nb";
        assert_eq!(
            stops(text, Unit::Character, false),
            at(text, &["e\u{301}", "👩", "b"])
        );
    }

    #[test]
    fn every_move_is_undone_by_going_back_to_the_start() {
        for text in ["", "\n", "一二，三。\n四", "\u{202e}a\u{1b} b"] {
            let article = Article::plain(text);
            for unit in [
                Unit::Character,
                Unit::Word,
                Unit::Clause,
                Unit::Sentence,
                Unit::Paragraph,
            ] {
                let mut caret = Caret::default();
                for _ in 0..20 {
                    caret.forward(&article, unit);
                    assert!(text.is_char_boundary(caret.place.0));
                }
                for _ in 0..20 {
                    caret.back(&article, unit);
                }
                assert_eq!(caret.place.0, 0, "{text:?} {unit:?}");
            }
        }
    }
}
