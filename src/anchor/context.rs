//! The words round a quote, compared with the words round a place.

use crate::claim::TextQuoteSelector;

/// The share of a selector's context that stands round a place, 0 to 1, counted
/// in characters outward from the quote. None if the selector has no context.
pub(super) fn likeness(selector: &TextQuoteSelector, before: &str, after: &str) -> Option<f64> {
    let all = selector.prefix.chars().count() + selector.suffix.chars().count();
    if all == 0 {
        return None;
    }
    let before = equal(selector.prefix.chars().rev(), before.chars().rev());
    let after = equal(selector.suffix.chars(), after.chars());
    Some(ratio(before + after, all))
}

fn equal(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// `part` of `whole`; both are counts of characters of one quote.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts far below 2^52: texts are at most 64 MiB"
)]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
