//! Row 0: text and places in it.
//!
//! What every other room says about an article it says in the words of this
//! room: offsets that carry their unit, languages, the article itself. Only
//! pure code may enter: no disk, no clock, no terminal.

mod article;
mod fold;
mod grapheme;
mod language;
mod line_break;
mod marked;
mod nearest;
mod offset;
mod pattern;
mod problem;
mod simplified;
mod visible;
mod wrap;

pub use article::{Article, Block, BlockKind, article_digest};
pub use fold::{Folded, fold};
pub use grapheme::{
    AmbiguousWidth, Column, at_column, cluster_start, clusters, column_of, next_cluster, pad,
    previous_cluster, truncate, width,
};
pub use language::Language;
pub use nearest::nearest;
pub use offset::{ByteOffset, ByteRange, CharIndex, CharOffset, LineColumn, lines};
pub use pattern::{NoExpression, Pattern, Scan};
pub use problem::{Problem, Severity};
pub use simplified::simplified;
pub use visible::{Piece, Visible};
pub use wrap::{Row, RowPiece, WrappedText};
