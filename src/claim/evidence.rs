//! What a verdict rests on.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::UnknownKeys;
use crate::claim::verdict::words;

words! {
    /// What a source does to a claim.
    Stance {
        /// It says the same.
        Supports "supports"
        /// It says otherwise.
        Refutes "refutes"
        /// It helps to understand.
        Context "context"
    }
}

words! {
    /// How near a source is to what it tells of.
    Source {
        /// The record, the document, the witness.
        Primary "primary"
        /// Somebody who reports what others recorded.
        Secondary "secondary"
    }
}

words! {
    /// What sort of thing a source is.
    EvidenceKind {
        /// A letter, a filing, a report.
        Document "document"
        /// Figures that can be counted again.
        Dataset "dataset"
        /// Somebody was asked.
        Interview "interview"
        /// Sound or pictures.
        Recording "recording"
        /// The checker saw it.
        Observation "observation"
        /// A dictionary, an atlas, an encyclopaedia.
        ReferenceWork "reference work"
        /// Another newsroom's report.
        News "news"
        /// Any other page of the web.
        Web "web"
        /// The checker worked it out.
        OwnCalculation "own calculation"
    }
}

/// A source that supports or refutes a claim, or helps to understand it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Where it can be read; only `http` and `https` are ever opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What it is called; a citation where there is no address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it does to the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// How near it is to the facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What sort of thing it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// Where in it: a page, a paragraph, a minute, a cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// Its own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
    /// The day it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed: Option<NaiveDate>,
    /// The address of a copy in an archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// The digest of a copy kept elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Who found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Whether it must not be shown outside the desk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}
