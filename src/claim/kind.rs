//! What makes a claim checkable.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($variant:ident $name:literal $help:literal)*) => {
        /// What makes a claim checkable. A claim has one or more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "lowercase")]
        pub enum Kind {
            $(#[doc = $help] $variant,)*
        }

        impl Kind {
            /// Every kind, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word for it in claim files and on the screen.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// One line that says what it covers.
            pub const fn help(self) -> &'static str {
                match self {
                    $(Self::$variant => $help,)*
                }
            }
        }
    };
}

kinds! {
    Count       "count"       "How many there are of something."
    Ratio       "ratio"       "How many of how many."
    Percent     "percent"     "A share or a rate in per cent."
    Money       "money"       "An amount of money."
    Measure     "measure"     "A quantity with a unit: length, weight, speed."
    Date        "date"        "When something was, is or will be."
    Duration    "duration"    "How long something took or lasts."
    Quote       "quote"       "Somebody's own words, in quotation marks."
    Attribution "attribution" "What somebody said, in the article's words."
    Role        "role"        "A person's or body's title, office or relation."
    Event       "event"       "Something that happened."
    Trend       "trend"       "A rise, a fall, a change."
    Comparison  "comparison"  "More than, first, largest: one thing beside another."
    Cause       "cause"       "One thing said to bring about another."
    Relation    "relation"    "Part of, owned by, located in."
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL
            .iter()
            .copied()
            .find(|it| it.name() == word)
            .ok_or(())
    }
}
