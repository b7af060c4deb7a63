//! Where a claim stands, in words that outlive edits of the article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::UnknownKeys;

/// A W3C Web Annotation `TextQuoteSelector`: the words, and the words round them.
///
/// The context is frozen when a claim is made: rewriting it would make merges
/// of two reviewers conflict. Source: <https://www.w3.org/TR/annotation-model/#text-quote-selector>.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct TextQuoteSelector {
    /// The words just before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// The words just after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
    /// The words of the article.
    pub exact: String,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}
