//! What one claim file holds.

use std::collections::HashSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::{Claim, ClaimId, ParticularsConflict, SignOff, UnknownKeys};

/// The version of the claim file that this redpencil writes. A newer one is
/// opened read-only.
pub const SCHEMA: u32 = 1;

/// The particulars of the article under review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Particulars {
    /// The article's file, relative to the claim file, with `/`.
    pub file: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its language as a BCP 47 tag: `zh-Hant`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The day it was published: "yesterday" is counted from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// `sha256:` and the digest of the file's bytes when it was last split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// What a merge could not decide; absent once a person has chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Box<ParticularsConflict>>,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

/// One claim file: the article's particulars, then its claims in article order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimFile {
    /// The version of the form: [`SCHEMA`].
    #[serde(rename = "redpencil")]
    pub schema: u32,
    /// Which article it is about.
    pub article: Particulars,
    /// The claims, in article order, their ids all different.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// Who answered for it, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignOff>,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

impl ClaimFile {
    /// A file of the present form about `article`.
    pub fn new(article: Particulars, claims: Vec<Claim>) -> Self {
        Self {
            schema: SCHEMA,
            article,
            claims,
            signed: Vec::new(),
            unknown: UnknownKeys::default(),
        }
    }

    /// The first id that two claims share, if any.
    pub fn doubled_id(&self) -> Option<&ClaimId> {
        let mut seen = HashSet::with_capacity(self.claims.len());
        self.claims
            .iter()
            .map(|it| &it.id)
            .find(|it| !seen.insert(*it))
    }
}
