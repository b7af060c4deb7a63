//! Claims for tests.

use crate::claim::{Claim, TextQuoteSelector};

/// A claim that is worded as it is quoted, of no kind and not judged.
pub(crate) fn worded(id: &str, words: &str) -> Claim {
    let quote = TextQuoteSelector {
        exact: words.to_owned(),
        ..TextQuoteSelector::default()
    };
    Claim::new(id.parse().expect("an id"), quote, words, Vec::new())
}
