//! The text under review.

use sha2::{Digest, Sha256};

use crate::text::{ByteRange, Language, lines};

/// An article as it was read: its text, its blocks, its digest. Never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    title: Option<String>,
    language: Language,
    digest: String,
}

/// A stretch of an article that stands by itself: a line, a heading, a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, its line break left out.
    pub range: ByteRange,
    /// What the file's format says that it is.
    pub kind: BlockKind,
}

/// What a file's format says about a block. Plain text says nothing: all its
/// lines are [`BlockKind::Line`], and the splitter has to recognise headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A line of plain text: may be a paragraph, a heading, a byline.
    Line,
    /// A paragraph, marked as such.
    Paragraph,
    /// A heading, marked as such.
    Heading,
    /// An item of a list.
    ListItem,
    /// A passage quoted from elsewhere as a block.
    BlockQuote,
    /// A caption of a picture or table.
    Caption,
    /// A cell or row of a table.
    Table,
    /// Code or other preformatted text: no prose.
    Code,
}

impl Article {
    /// An article of plain text: every line with something on it is a block.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        let language = Language::detect(&text);
        Self::plain_in(text, language)
    }

    /// An article of plain text in a language that is known.
    pub fn plain_in(text: impl Into<String>, language: Language) -> Self {
        let text = text.into();
        let blocks = line_blocks(&text);
        Self::of(text, blocks, None, language)
    }

    /// An article whose format named its blocks, which must stand in order and
    /// must not overlap. The digest is taken of the text, the language detected.
    pub fn new(text: impl Into<String>, blocks: Vec<Block>, title: Option<String>) -> Self {
        let text = text.into();
        let language = Language::detect(&text);
        Self::of(text, blocks, title, language)
    }

    fn of(text: String, blocks: Vec<Block>, title: Option<String>, language: Language) -> Self {
        debug_assert!(
            blocks
                .windows(2)
                .all(|it| it[0].range.end <= it[1].range.start)
        );
        let digest = article_digest(text.as_bytes());
        Self {
            text,
            blocks,
            title,
            language,
            digest,
        }
    }

    /// The same article with the digest of the bytes it was read from, so that
    /// `sha256sum` on the file gives the figure in the claim file.
    #[must_use]
    pub fn read_from(mut self, bytes: &[u8]) -> Self {
        self.digest = article_digest(bytes);
        self
    }

    /// The same article in a language that a person has named.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks, in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The title that the format gave, if any.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The language: detected, or as a person has set it.
    pub fn language(&self) -> Language {
        self.language
    }

    /// `sha256:` and the digest in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

/// The digest of an article that was read from these bytes: `sha256:` and the
/// hash in hexadecimal digits.
pub fn article_digest(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut words = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        write!(words, "{byte:02x}").expect("a String takes all that is written to it");
    }
    words
}

fn line_blocks(text: &str) -> Vec<Block> {
    lines(text, |it| it == '\n')
        .map(|it| it.trimmed(text))
        .filter(|it| !it.is_empty())
        .map(|range| Block {
            range,
            kind: BlockKind::Line,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_plain_text_are_blocks_without_their_breaks() {
        let article = Article::plain("標題\r\n\r\n 第一段。\n");
        let words: Vec<&str> = article
            .blocks()
            .iter()
            .map(|it| it.range.of(article.text()))
            .collect();
        assert_eq!(words, ["標題", "第一段。"]);
    }

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        let empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Article::plain("").digest(), empty);
        assert_eq!(Article::plain("x").read_from(b"").digest(), empty);
    }
}
