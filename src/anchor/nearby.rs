//! Quotes whose words were changed, found between the words round them.

use std::collections::HashMap;

use crate::anchor::context::ratio;
use crate::anchor::occurrences::occurrences;
use crate::claim::TextQuoteSelector;
use crate::text::ByteRange;

/// Characters of context or quote that are looked for word for word.
const ANCHOR_CHARS: usize = 8;
/// Fewer of them stand everywhere.
const LEAST_ANCHOR_CHARS: usize = 3;
/// Places of an anchor that are tried: one that stands at more is no anchor.
const MOST_ANCHORS: usize = 8;
/// Candidates that are weighed for one quote.
const MOST_CANDIDATES: usize = 64;

/// Least likeness of the words of the quote, and of those round it: a quote that
/// stands among the same words may differ more. Two stretches of English that
/// have nothing to do with each other are alike by 0.2 to 0.3.
const FLOORS: [(f64, f64); 2] = [(0.5, 0.5), (0.7, 0.4)];

/// For each selector the place whose words and context are most alike, if both
/// are alike enough. All of it is folded. `taken` are places of other quotes that
/// stand word for word: none of them is a change of this one.
pub(super) fn find_changed(
    text: &str,
    selectors: &[&TextQuoteSelector],
    mut taken: Vec<ByteRange>,
) -> Vec<Option<ByteRange>> {
    taken.sort_unstable();
    let needles: Vec<&str> = selectors
        .iter()
        .flat_map(|it| {
            [
                tail(&it.prefix, ANCHOR_CHARS),
                head(&it.exact, ANCHOR_CHARS),
                head(&it.suffix, ANCHOR_CHARS),
                tail(&it.exact, ANCHOR_CHARS),
            ]
        })
        .map(|it| {
            if it.chars().count() < LEAST_ANCHOR_CHARS {
                ""
            } else {
                it
            }
        })
        .collect();
    let places = occurrences(text, &needles);
    selectors
        .iter()
        .zip(places.chunks(4).zip(needles.chunks(4)))
        .map(|(selector, (places, needles))| {
            let anchors = Anchors::of(text, places, needles);
            best_candidate(text, selector, &anchors, &taken)
        })
        .collect()
}

/// Where a quote may start and where it may end.
struct Anchors {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Anchors {
    fn of(text: &str, places: &[Vec<usize>], needles: &[&str]) -> Self {
        let few = |number: usize, further: usize| {
            places[number]
                .iter()
                .take(if places[number].len() > MOST_ANCHORS {
                    0
                } else {
                    MOST_ANCHORS
                })
                .map(move |it| it + further)
        };
        let mut starts: Vec<usize> = few(0, needles[0].len()).chain(few(1, 0)).collect();
        let mut ends: Vec<usize> = few(2, 0).chain(few(3, needles[3].len())).collect();
        // Where the other side was changed as well, the sentence may be the quote.
        let sentence_ends: Vec<usize> = starts
            .iter()
            .flat_map(|it| sentence_ends(text, *it))
            .collect();
        starts.extend(
            ends.clone()
                .into_iter()
                .flat_map(|it| sentence_starts(text, it)),
        );
        ends.extend(sentence_ends);
        for anchors in [&mut starts, &mut ends] {
            anchors.sort_unstable();
            anchors.dedup();
        }
        Self { starts, ends }
    }
}

fn best_candidate(
    text: &str,
    selector: &TextQuoteSelector,
    anchors: &Anchors,
    taken: &[ByteRange],
) -> Option<ByteRange> {
    let length = selector.exact.len();
    let quote = Pairs::of(&selector.exact);
    let mut best: Option<(f64, ByteRange)> = None;
    let mut tried = 0;
    for start in &anchors.starts {
        let from = anchors.ends.partition_point(|it| *it < start + length / 2);
        for end in &anchors.ends[from..] {
            if *end <= *start
                || *end > start + 2 * length + ANCHOR_CHARS
                || tried == MOST_CANDIDATES
            {
                break;
            }
            tried += 1;
            let range = trimmed(text, *start, *end);
            let alike = quote.likeness(&Pairs::of(range.of(text)));
            let around = context_likeness(text, selector, range);
            let enough = FLOORS.iter().any(|it| alike >= it.0 && around >= it.1);
            let score = alike + around;
            if enough && !is_taken(range, taken) && best.is_none_or(|it| score > it.0) {
                best = Some((score, range));
            }
        }
    }
    best.map(|it| it.1)
}

fn trimmed(text: &str, start: usize, end: usize) -> ByteRange {
    let range = ByteRange::new(start, end).trimmed(text);
    // The mark after the quote's sentence stands with its context.
    let words = range.of(text).trim_end_matches(['.', ',', ';']);
    ByteRange::new(range.start.0, range.start.0 + words.len())
}

fn context_likeness(text: &str, selector: &TextQuoteSelector, range: ByteRange) -> f64 {
    let prefix_chars = selector.prefix.chars().count();
    let suffix_chars = selector.suffix.chars().count();
    let side = |context: &str, words: &str, chars: usize| {
        ratio(chars, prefix_chars + suffix_chars) * Pairs::of(context).likeness(&Pairs::of(words))
    };
    let before = tail(&text[..range.start.0], prefix_chars);
    let after = head(&text[range.end.0..], suffix_chars);
    side(&selector.prefix, before, prefix_chars) + side(&selector.suffix, after, suffix_chars)
}

/// Whether nearly the same stretch is that of another quote.
fn is_taken(range: ByteRange, taken: &[ByteRange]) -> bool {
    let from = taken.partition_point(|it| it.start.0 + range.len() < range.start.0);
    taken[from..]
        .iter()
        .take_while(|it| it.start < range.end)
        .take(MOST_CANDIDATES)
        .any(|it| {
            let common = it
                .end
                .min(range.end)
                .0
                .saturating_sub(it.start.max(range.start).0);
            let either = it.len() + range.len() - common;
            ratio(common, either) >= 0.8
        })
}

/// The pairs of neighbouring characters of some words, each with its count.
struct Pairs {
    counts: HashMap<(char, char), usize>,
    all: usize,
}

impl Pairs {
    fn of(words: &str) -> Self {
        let mut counts = HashMap::new();
        let mut before = ' ';
        for c in words.chars() {
            *counts.entry((before, c)).or_default() += 1;
            before = c;
        }
        Self {
            counts,
            all: words.chars().count(),
        }
    }

    /// Twice the pairs in common by all pairs (Dice's coefficient), 0 to 1.
    fn likeness(&self, other: &Self) -> f64 {
        let common: usize = self
            .counts
            .iter()
            .map(|(pair, count)| other.counts.get(pair).map_or(0, |it| *it.min(count)))
            .sum();
        ratio(2 * common, self.all + other.all)
    }
}

fn head(words: &str, chars: usize) -> &str {
    words
        .char_indices()
        .nth(chars)
        .map_or(words, |it| &words[..it.0])
}

fn tail(words: &str, chars: usize) -> &str {
    words
        .char_indices()
        .rev()
        .take(chars)
        .last()
        .map_or("", |it| &words[it.0..])
}

/// Bytes in which a sentence's end is looked for.
const SENTENCE_BYTES: usize = 1_000;
/// Marks that may end a sentence: the first may be that of `2.5` or `Mr.`
const MARKS_TRIED: usize = 2;
const SENTENCE_MARKS: [char; 4] = ['.', '!', '?', ';'];

fn sentence_ends(text: &str, start: usize) -> impl Iterator<Item = usize> {
    let window = &text[start..text.floor_char_boundary(start + SENTENCE_BYTES)];
    window
        .match_indices(SENTENCE_MARKS)
        .take(MARKS_TRIED)
        .map(move |it| start + it.0)
}

fn sentence_starts(text: &str, end: usize) -> impl Iterator<Item = usize> {
    let from = text.ceil_char_boundary(end.saturating_sub(SENTENCE_BYTES));
    // The quote's own last mark does not start it.
    text[from..end]
        .trim_end_matches(SENTENCE_MARKS)
        .rmatch_indices(SENTENCE_MARKS)
        .take(MARKS_TRIED)
        .map(move |it| from + it.0 + 1)
}
