//! Where many strings stand in one text, found in one pass.
//!
//! Ten thousand quotes of whole sentences are too much for an automaton (its
//! states take a hundred times their bytes) and for a search each (10 GB read).
//! So they are sorted, and each place of the text looks for the greatest needle
//! that is not greater than what stands there: every needle that stands there is
//! that one or one of its beginnings.

use std::collections::HashMap;

use memchr::memmem;

/// Places that are kept of one needle: one that stands at more tells nothing.
const MOST_PLACES: usize = 256;

/// Bytes of a needle that are compared at every place that may be one. In a text
/// that repeats itself, a needle of 1 MB would be compared to its end each time.
const HEAD_BYTES: usize = 4096;

/// The bytes by which a place is ruled out at once.
const KEY_BYTES: usize = 6;
/// Bits of the filter's hash: 2^20 bits take 128 KiB.
const FILTER_BITS: u32 = 20;

/// For each of `needles`, the bytes at which it starts in `text`, in order, the
/// first 256 of them. Empty needles stand nowhere. Of a very long one that
/// overlaps itself, every place is told that does not lie inside another.
pub(super) fn occurrences(text: &str, needles: &[&str]) -> Vec<Vec<usize>> {
    let head = |it: &&'_ str| it.len().min(it.floor_char_boundary(HEAD_BYTES));
    let heads: Vec<&str> = needles.iter().map(|it| &it[..head(it)]).collect();
    let mut found = occurrences_of_heads(text, &heads);
    for (needle, places) in needles.iter().zip(&mut found) {
        if needle.len() <= HEAD_BYTES {
            continue;
        }
        if places.len() < MOST_PLACES {
            places.retain(|&at| text[at..].starts_with(needle));
        } else {
            let all = memmem::find_iter(text.as_bytes(), needle);
            *places = all.take(MOST_PLACES).collect();
        }
    }
    found
}

fn occurrences_of_heads(text: &str, needles: &[&str]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); needles.len()];
    let mut sorted: Vec<&str> = needles
        .iter()
        .copied()
        .filter(|it| !it.is_empty())
        .collect();
    sorted.sort_unstable();
    sorted.dedup();
    let Some(shortest) = sorted.iter().map(|it| it.len()).min() else {
        return found;
    };
    let places = places(text, &sorted, shortest.min(KEY_BYTES));
    let number: HashMap<&str, usize> = sorted.iter().copied().zip(0..).collect();
    for (needle, found) in needles.iter().zip(&mut found) {
        if let Some(&number) = number.get(needle) {
            found.clone_from(&places[number]);
        }
    }
    found
}

fn places(text: &str, sorted: &[&str], key_bytes: usize) -> Vec<Vec<usize>> {
    let parents = parents(sorted);
    let mut filter = vec![0_u64; 1 << (FILTER_BITS - 6)];
    for needle in sorted {
        let bit = key(&needle.as_bytes()[..key_bytes]);
        filter[bit >> 6] |= 1 << (bit & 63);
    }
    let mut places = vec![Vec::new(); sorted.len()];
    let bytes = text.as_bytes();
    for at in 0..(bytes.len() + 1).saturating_sub(key_bytes) {
        let bit = key(&bytes[at..at + key_bytes]);
        if filter[bit >> 6] & (1 << (bit & 63)) == 0 {
            continue;
        }
        let Some(rest) = text.get(at..) else {
            continue;
        };
        let mut candidate = sorted.partition_point(|it| *it <= rest).checked_sub(1);
        while let Some(number) = candidate {
            if rest.starts_with(sorted[number]) && places[number].len() < MOST_PLACES {
                places[number].push(at);
            }
            candidate = parents[number];
        }
    }
    places
}

/// For each needle the longest other one that it begins with.
fn parents(sorted: &[&str]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for (number, needle) in sorted.iter().enumerate() {
        let mut parent = number.checked_sub(1);
        while let Some(it) = parent {
            if needle.starts_with(sorted[it]) {
                break;
            }
            parent = parents[it];
        }
        parents.push(parent);
    }
    parents
}

fn key(bytes: &[u8]) -> usize {
    let word = bytes
        .iter()
        .fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    let hash = word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FILTER_BITS);
    usize::try_from(hash).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn very_long_needles_are_found_whole_and_quickly() {
        let text = format!("{}a{}", "9".repeat(1 << 20), "字".repeat(5_000));
        let digits = "9".repeat(1 << 20);
        let (half, other) = (&digits[1 << 19..], format!("{}b", "字".repeat(4_000)));
        let words = "字".repeat(4_999);
        let found = occurrences(&text, &[&digits, half, &other, &words]);
        let first = (1 << 20) + 1;
        assert_eq!(found, [vec![0], vec![0, 1 << 19], vec![], vec![first]]);
    }

    proptest! {
        #[test]
        fn places_are_those_of_a_plain_search(
            text in "[ab字]{0,40}",
            needles in prop::collection::vec("[ab字]{0,6}", 0..12),
        ) {
            let needles: Vec<&str> = needles.iter().map(String::as_str).collect();
            for (needle, found) in needles.iter().zip(occurrences(&text, &needles)) {
                let expected: Vec<usize> = (0..text.len())
                    .filter(|&at| !needle.is_empty() && text.get(at..).is_some_and(|it| it.starts_with(needle)))
                    .collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
