//! Sentences in their blocks: what is cut into clauses.

use crate::split::sentence::{InsideQuotations, sentences};
use crate::text::{Article, Block, BlockKind, ByteRange};

/// One sentence of one block; a quotation of several sentences is not cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) range: ByteRange,
    pub(super) block: Block,
}

impl Unit {
    /// Whether the block has no other sentence.
    pub(super) fn is_whole_block(&self) -> bool {
        self.range == self.block.range
    }
}

/// The units of an article, in order. Code is no prose and has none.
pub(super) fn units(article: &Article) -> Vec<Unit> {
    let text = article.text();
    let sentences = sentences(text, article.language(), InsideQuotations::Keep);
    let mut remaining = sentences.iter().copied().peekable();
    let mut units = Vec::new();
    for block in article.blocks().iter().copied() {
        while remaining
            .next_if(|it| it.end <= block.range.start)
            .is_some()
        {}
        if block.kind == BlockKind::Code {
            continue;
        }
        while let Some(sentence) = remaining.peek().copied() {
            if sentence.start >= block.range.end {
                break;
            }
            let start = sentence.start.max(block.range.start);
            let end = sentence.end.min(block.range.end);
            let range = ByteRange { start, end }.trimmed(text);
            if !range.is_empty() {
                units.push(Unit { range, block });
            }
            if sentence.end > block.range.end {
                break;
            }
            remaining.next();
        }
    }
    units
}
