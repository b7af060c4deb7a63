//! The name of a claim, the same for everyone who splits the same article.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Douglas Crockford's base 32 in lower case: no i, l, o, u, so that nothing
/// can be misread aloud. Source: <https://www.crockford.com/base32.html>.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters of an id, as long as no other claim of the file has the same.
const SHORTEST: usize = 6;

/// Characters of the longest id: more bits than a hash of a text can use here.
const LONGEST: usize = 26;

/// The name of a claim: `k4q7zd`. Never changes once given.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct ClaimId(String);

/// What was found where an id should stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is no claim id: an id has letters and digits only, at most 64")]
pub struct NotAnId {
    /// The words that were found.
    pub found: String,
}

impl ClaimId {
    /// The id of the claim that quotes `exact`, the `ordinal`-th (from 0) with
    /// these words in its article. `taken` says which ids are in use already.
    ///
    /// Spaces and their number do not count, so a re-wrapped article gives the
    /// same ids.
    pub fn new(exact: &str, ordinal: usize, taken: impl Fn(&Self) -> bool) -> Self {
        let normalised: Vec<&str> = exact.split_whitespace().collect();
        let mut hash = Sha256::new();
        hash.update(normalised.join(" "));
        hash.update([0]);
        hash.update(ordinal.to_string());
        let word: String = base32(&hash.finalize());
        (SHORTEST..=LONGEST)
            .map(|length| Self(word[..length].to_owned()))
            .find(|id| !taken(id))
            .unwrap_or(Self(word))
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Five bits a character, the first bits first; what is left over is dropped.
fn base32(bytes: &[u8]) -> String {
    let mut word = String::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            word.push(char::from(ALPHABET[(buffer >> bits) as usize & 31]));
        }
        buffer &= (1 << bits) - 1;
    }
    word
}

impl FromStr for ClaimId {
    type Err = NotAnId;

    /// Reads any id a person may have given, not only those made here.
    fn from_str(word: &str) -> Result<Self, NotAnId> {
        let fits = (1..=64).contains(&word.len())
            && word
                .bytes()
                .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        if fits {
            Ok(Self(word.to_owned()))
        } else {
            Err(NotAnId {
                found: word.to_owned(),
            })
        }
    }
}

impl TryFrom<String> for ClaimId {
    type Error = NotAnId;

    fn try_from(word: String) -> Result<Self, NotAnId> {
        word.parse()
    }
}

impl From<ClaimId> for String {
    fn from(id: ClaimId) -> Self {
        id.0
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_who_split_the_same_article_get_the_same_ids() {
        let one = ClaimId::new("743 of 770\nsigned", 0, |_| false);
        assert_eq!(one, ClaimId::new("743  of 770 signed", 0, |_| false));
        assert_eq!(one.as_str().len(), 6);
        assert_ne!(one, ClaimId::new("743 of 770 signed", 1, |_| false));
    }

    #[test]
    fn a_taken_id_grows_until_it_is_free() {
        let short = ClaimId::new("x", 0, |_| false);
        let longer = ClaimId::new("x", 0, |id| *id == short);
        assert_eq!(longer.as_str().len(), 7);
        assert!(longer.as_str().starts_with(short.as_str()));
    }

    #[test]
    fn an_id_is_words_without_spaces() {
        assert!("k4q7zd".parse::<ClaimId>().is_ok());
        for found in ["", "a b", "k4q7zd\u{202e}", "甲"] {
            assert!(found.parse::<ClaimId>().is_err(), "{found:?}");
        }
    }
}
