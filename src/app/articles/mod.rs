//! The list of articles: what is shown of each, sorting, filtering, moving.
//!
//! A screen of its own beside the review, with a model, an update and a settling
//! of its own, all as pure as the review's.

mod list;
mod place;
mod row;
#[cfg(test)]
mod tests;
mod update;

pub use list::{ArticleFilter, ArticleOrder, Articles, ArticlesDialog, Totals};
pub use place::{ArticlesPanes, articles_panes, settle_articles};
pub use row::{ArticleRow, ArticleState, LastVerdict};
pub use update::{ArticlesEffect, ArticlesMessage, update_articles};
