//! What a merge could not decide, as values that a person chooses among.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::{ClaimId, Judgement, TextQuoteSelector, UnknownKeys};

/// All that one value may be, each of them once. The field that is in conflict
/// holds the first until a person has chosen.
pub type Sides<T> = Vec<T>;

/// The fields of a claim that two sides changed differently, each with all that
/// it may be. A file that holds it is valid and can be worked on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimConflict {
    /// That one side took the claim away while the other changed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// Which claim states the same fact; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Sides<Option<ClaimId>>,
    /// The note to colleagues; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note: Sides<Option<String>>,
    /// Where the claim stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quote: Sides<TextQuoteSelector>,
    /// Verdicts of one reviewer that two sides changed differently.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Sides<Judgement>,
    /// The wording.
    #[serde(default, rename = "claim", skip_serializing_if = "Vec::is_empty")]
    pub wording: Sides<String>,
    /// The question to the author; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub query: Sides<Option<String>>,
    /// Keys that redpencil does not know, each with a list of its values.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

impl ClaimConflict {
    /// The fields in conflict, as the claim file names them.
    pub fn fields(&self) -> Vec<String> {
        let Self {
            removed,
            same_as,
            note,
            quote,
            verdicts,
            wording,
            query,
            unknown,
        } = self;
        let known = [
            ("removed", *removed),
            ("same_as", !same_as.is_empty()),
            ("note", !note.is_empty()),
            ("quote", !quote.is_empty()),
            ("verdicts", !verdicts.is_empty()),
            ("claim", !wording.is_empty()),
            ("query", !query.is_empty()),
        ];
        named(&known, unknown)
    }

    /// Nothing where nothing is in conflict.
    pub fn if_any(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

/// The article's particulars that two sides changed differently.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ParticularsConflict {
    /// The article's file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file: Sides<String>,
    /// What the article is called; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Sides<Option<String>>,
    /// Its language; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub language: Sides<Option<String>>,
    /// The day it was published; nothing where a side has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Sides<Option<NaiveDate>>,
    /// Keys that redpencil does not know, each with a list of its values.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

impl ParticularsConflict {
    /// The fields in conflict, as the claim file names them.
    pub fn fields(&self) -> Vec<String> {
        let Self {
            file,
            title,
            language,
            published,
            unknown,
        } = self;
        let known = [
            ("file", !file.is_empty()),
            ("title", !title.is_empty()),
            ("language", !language.is_empty()),
            ("published", !published.is_empty()),
        ];
        named(&known, unknown)
    }

    /// Nothing where nothing is in conflict.
    pub fn if_any(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

fn named(known: &[(&str, bool)], unknown: &UnknownKeys) -> Vec<String> {
    let known = known.iter().filter(|it| it.1).map(|it| it.0.to_owned());
    let keys = unknown.0.keys();
    known
        .chain(keys.filter_map(|it| Some(it.as_str()?.to_owned())))
        .collect()
}
