//! Sets the words of a marked-up text as lines, and notes what each block is.

use crate::text::{Article, Block, BlockKind, ByteRange};

/// Collects words into blocks; white space is collapsed as browsers do it.
#[derive(Debug, Default)]
pub(super) struct Composer {
    text: String,
    blocks: Vec<Block>,
    /// Where the block that is being set starts.
    start: Option<usize>,
    gap: Gap,
}

/// The white space since the last word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line break of the source, which is no space between Chinese characters.
    SourceLine,
    /// A line break that the author set.
    Line,
}

impl Composer {
    /// Words of running text.
    pub(super) fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '\n' | '\r' => self.gap = self.gap.max(Gap::SourceLine),
                ' ' | '\t' | '\x0C' => self.gap = self.gap.max(Gap::Space),
                _ => self.letter(c),
            }
        }
    }

    /// Text whose white space counts.
    pub(super) fn verbatim(&mut self, text: &str) {
        if !text.is_empty() {
            self.open();
            self.gap = Gap::None;
            self.text.push_str(text);
        }
    }

    /// A line break set by the author; a second one in a row ends the block.
    pub(super) fn line_break(&mut self, kind: BlockKind) {
        if self.gap == Gap::Line {
            self.end(kind);
        } else {
            self.gap = Gap::Line;
        }
    }

    /// Whether words have been set since the last block ended.
    pub(super) const fn is_open(&self) -> bool {
        self.start.is_some()
    }

    /// Whether any block has been set.
    pub(super) fn has_blocks(&self) -> bool {
        !self.blocks.is_empty()
    }

    /// Ends the block that is being set, if it has any words.
    pub(super) fn end(&mut self, kind: BlockKind) {
        self.gap = Gap::None;
        let Some(start) = self.start.take() else {
            return;
        };
        let range = ByteRange::new(start, self.text.len());
        let range = match kind {
            // The first line's indentation belongs to the code.
            BlockKind::Code => ByteRange::new(start, start + range.of(&self.text).trim_end().len()),
            _ => range.trimmed(&self.text),
        };
        self.text.truncate(range.end.0);
        if !range.is_empty() {
            self.blocks.push(Block { range, kind });
        }
    }

    /// The article of the blocks that were set.
    pub(super) fn into_article(mut self, title: Option<String>) -> Article {
        self.end(BlockKind::Paragraph);
        let title = title
            .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|it| !it.is_empty())
            .or_else(|| self.first_heading());
        Article::new(self.text, self.blocks, title)
    }

    fn first_heading(&self) -> Option<String> {
        self.blocks
            .iter()
            .find(|it| it.kind == BlockKind::Heading)
            .map(|it| it.range.of(&self.text).to_owned())
    }

    fn letter(&mut self, c: char) {
        self.open();
        if self.start != Some(self.text.len()) {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
                Gap::SourceLine => {
                    let before = self.text.chars().next_back();
                    // Source: "segment break transformation" of CSS Text 3.
                    if !(before.is_some_and(is_unspaced) && is_unspaced(c)) {
                        self.text.push(' ');
                    }
                }
            }
        }
        self.gap = Gap::None;
        self.text.push(c);
    }

    /// Starts a block on a line of its own; items and rows follow close, other
    /// blocks after an empty line.
    fn open(&mut self) {
        if self.start.is_none() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.start = Some(self.text.len());
        }
    }
}

/// A character of a script that is written without spaces.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_and_none_is_put_between_chinese_lines() {
        let mut composer = Composer::default();
        composer.words("  one\n  two 一行，\n");
        composer.words("二行\nthree");
        composer.line_break(BlockKind::Paragraph);
        composer.words("four");
        composer.end(BlockKind::Paragraph);
        composer.words("five");
        let article = composer.into_article(Some(" a\n b ".to_owned()));
        assert_eq!(article.text(), "one two 一行，二行 three\nfour\n\nfive");
        assert_eq!(article.blocks().len(), 2);
        assert_eq!(article.title(), Some("a b"));
    }
}
