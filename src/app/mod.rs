//! Row 5: the interface's own state and how it changes.
//!
//! [`update`] takes a message and answers with effects; it touches no file,
//! clock or screen. What the reviewer decides goes through
//! [`Review::take`](crate::review::Review::take). [`panes`] says where things
//! stand on a screen, [`settle`] decides scrolling, once, before a frame. Views
//! read the model and never write it. `ratatui::layout` may enter as plain
//! geometry.

mod action;
mod articles;
mod caret;
mod compared;
mod copied;
mod detail;
mod dialog;
mod effect;
mod field;
mod form;
mod help;
mod jumps;
mod key;
mod keymap;
mod layout;
mod lesson;
mod listing;
mod marks;
mod message;
mod model;
mod notice;
mod offered;
mod outside;
mod page;
mod panes;
mod place;
mod plain;
mod pointer;
mod preferences;
mod remembered;
mod role;
mod search;
mod settle;
mod settling;
mod side_by_side;
mod sources;
mod stock;
#[cfg(test)]
pub(crate) mod testing;
mod tint;
mod update;
mod welcome;
mod whereabouts;

pub use action::{ACTIONS, Action, Entry, Scope, keys_table};
pub use articles::{
    ArticleFilter, ArticleOrder, ArticleRow, ArticleState, Articles, ArticlesDialog,
    ArticlesEffect, ArticlesMessage, ArticlesPanes, LastVerdict, Totals, articles_panes,
    settle_articles, update_articles,
};
pub use caret::Caret;
pub use compared::Compared;
pub use detail::Detail;
pub use dialog::{
    Choice, ChoicePurpose, ConditionsDialog, Dialog, LineDialog, LinePurpose, Palette, PaletteItem,
    SearchDialog, Subject, TextDialog,
};
pub use effect::{EditPurpose, Effect};
pub use field::{Field, Lines};
pub use form::{FormRow, FormValue, SourceForm};
pub use help::HelpDialog;
pub use key::{Key, KeyChord, NoSuchKey};
pub use keymap::{KeyOverride, Keymap, KeymapError};
pub use layout::Layout;
pub use lesson::{Lesson, Tongue};
pub use listing::{Listing, Order};
pub use message::Message;
pub use model::{Model, Opening, Pane};
pub use notice::{ArticleOnDisk, Notice, Saving};
pub use offered::Offered;
pub use outside::OutsideChange;
pub use page::{ArticlePage, Mark, PagePiece, Stretch};
pub use panes::{FORM_LABEL, Panes, SMALLEST, panes};
pub use plain::{Plain, Said};
pub use pointer::{Gesture, Pointer};
pub use preferences::{Advance, Arrangement, Preferences};
pub use role::{Role, Words, glyph};
pub use search::{Found, Search};
pub use settle::{GUTTER, settle};
pub use settling::{Settling, Side};
pub use sources::{SourceRow, SourcesDialog};
pub use tint::{ColourBy, Hue, Tint};
pub use update::{told_match, update};
pub use welcome::welcome_rows;
pub use whereabouts::Whereabouts;
