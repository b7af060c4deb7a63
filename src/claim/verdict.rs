//! What reviewers decide.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SubsecRound, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::UnknownKeys;

/// An enum whose variants are single words: in files, on the screen, as arguments.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[doc = $help:literal])* $variant:ident $word:literal)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[doc = $help])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every one, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word for it in claim files and on the screen.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// One line that says what it means.
            pub const fn help(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($help),*),)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|it| it.name() == word).ok_or(())
            }
        }
    };
}
pub(super) use words;

words! {
    /// What one reviewer decided about a claim. A claim that nobody has judged
    /// has none, which is not the same as unknown.
    Verdict {
        /// The sources say so.
        Verified "verified"
        /// The sources say otherwise, or not quite so.
        Disputed "disputed"
        /// Looked for, and not to be told from the sources.
        Unknown "unknown"
    }
}

words! {
    /// Why a claim is disputed.
    Reason {
        /// The facts are otherwise.
        Wrong "wrong"
        /// True word by word, and still gives a false picture.
        Misleading "misleading"
        /// Was so, and is so no longer.
        Outdated "outdated"
        /// Somebody else said or did it.
        Misattributed "misattributed"
        /// Good sources contradict each other.
        ConflictingSources "conflicting sources"
    }
}

/// Who judges: a name as the person writes it. Never empty.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct Reviewer(String);

impl TryFrom<String> for Reviewer {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, &'static str> {
        if name.trim().is_empty() {
            return Err("the reviewer's name is missing");
        }
        Ok(Self::new(&name))
    }
}

impl From<Reviewer> for String {
    fn from(reviewer: Reviewer) -> Self {
        reviewer.0
    }
}

impl Reviewer {
    /// The reviewer of this name, spaces round it left out; a name of nothing
    /// but spaces is "unnamed".
    pub fn new(name: &str) -> Self {
        let name = name.trim();
        Self(if name.is_empty() { "unnamed" } else { name }.to_owned())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reviewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// An hour in UTC, to the second, as claim files hold it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(from = "DateTime<Utc>", into = "DateTime<Utc>")]
pub struct Timestamp(DateTime<Utc>);

impl From<DateTime<Utc>> for Timestamp {
    fn from(time: DateTime<Utc>) -> Self {
        Self::new(time)
    }
}

impl From<Timestamp> for DateTime<Utc> {
    fn from(time: Timestamp) -> Self {
        time.0
    }
}

impl Timestamp {
    /// The second in which `time` lies.
    pub fn new(time: DateTime<Utc>) -> Self {
        Self(time.trunc_subsecs(0))
    }

    /// The time, for calculations.
    pub const fn time(self) -> DateTime<Utc> {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%SZ"))
    }
}

impl FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(words: &str) -> Result<Self, chrono::ParseError> {
        DateTime::parse_from_rfc3339(words).map(|it| Self::new(it.with_timezone(&Utc)))
    }
}

/// A verdict with its author and hour: neither can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Judgement {
    /// What was decided.
    pub verdict: Verdict,
    /// Who decided.
    pub reviewer: Reviewer,
    /// When.
    pub reviewed: Timestamp,
    /// Why it is disputed; open as long as nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The wording that the reviewer proposes instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// What the reviewer has to say about this verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether this verdict ends a disagreement among reviewers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settles: bool,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}

impl Judgement {
    /// A bare verdict: no reason, correction or note yet.
    pub fn new(verdict: Verdict, reviewer: Reviewer, reviewed: Timestamp) -> Self {
        Self {
            verdict,
            reviewer,
            reviewed,
            reason: None,
            correction: None,
            note: None,
            settles: false,
            unknown: UnknownKeys::default(),
        }
    }

    /// What becomes of this judgement when its reviewer decides again: the note
    /// stays, reason and correction only as long as the claim is disputed, and
    /// what settled a disagreement settles it no longer.
    #[must_use]
    pub fn decided_again(&self, verdict: Verdict, reviewed: Timestamp) -> Self {
        let mut again = Self {
            verdict,
            reviewed,
            settles: false,
            ..self.clone()
        };
        if verdict != Verdict::Disputed {
            again.reason = None;
            again.correction = None;
        }
        again
    }
}

/// That somebody answers for the article as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignOff {
    /// Who signed.
    pub reviewer: Reviewer,
    /// When.
    pub signed: Timestamp,
    /// The digest of the article that was signed.
    pub digest: String,
    /// What was left open, in the signer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
    /// What a newer redpencil or a person has added.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: UnknownKeys,
}
