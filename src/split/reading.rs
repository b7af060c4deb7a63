//! What is known of an article before it is cut: cue words, figures, quotations.

use std::borrow::Cow;

use chrono::NaiveDateTime;

use crate::mention::{Mention, MentionKind, mentions};
use crate::split::cue::{Cue, FoundCue, Told, folded};
use crate::split::enclosure::encloses;
use crate::split::language::clause::table;
use crate::split::placed::Placed;
use crate::split::quotation::{Quotation, quotations};
use crate::split::sentence::{BothWays, sentences_both_ways};
use crate::text::{Article, ByteRange, Language};

/// An article's text with all that was found in it, each list in text order,
/// so that a clause looks up its own by halving.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    /// The text as cue words are looked for in it: same offsets.
    pub(super) folded: Cow<'a, str>,
    pub(super) language: Language,
    cues: Placed<FoundCue>,
    mentions: Placed<Mention>,
    quotations: Placed<Quotation>,
    /// The sentences, a quotation of several whole.
    pub(super) sentences: Vec<ByteRange>,
}

impl<'a> Reading<'a> {
    /// Reads `article` once for each thing to be found.
    pub(super) fn of(article: &'a Article, reference: Option<NaiveDateTime>) -> Self {
        let text = article.text();
        let language = article.language();
        let bytes = text.len();
        let folded = folded(text, language);
        let cues = table(language).map_or_else(Vec::new, |it| it.find(&folded));
        let BothWays { cut, kept } = sentences_both_ways(text, language);
        Self {
            text,
            folded,
            language,
            cues: Placed::new(cues, bytes),
            mentions: Placed::new(mentions(text, language, reference), bytes),
            quotations: Placed::new(quotations(text, language, &cut), bytes),
            sentences: kept,
        }
    }
}

impl Reading<'_> {
    /// The cue words that stand wholly in `range`.
    pub(super) fn cues(&self, range: ByteRange) -> &[FoundCue] {
        self.cues.inside(range)
    }

    /// All that the cue words in `range` tell together.
    pub(super) fn told(&self, range: ByteRange) -> Told {
        self.cues(range).iter().copied().collect()
    }

    /// The cue words in `range` that stand outside `pairs` of quotation marks or
    /// brackets, which are counted from its start.
    pub(super) fn cues_outside(&self, range: ByteRange, pairs: &[ByteRange]) -> Vec<FoundCue> {
        let is_outside = |cue: &&FoundCue| !encloses(pairs, cue.range.start.0 - range.start.0);
        self.cues(range)
            .iter()
            .filter(is_outside)
            .copied()
            .collect()
    }

    /// The mentions that stand wholly in `range`.
    pub(super) fn mentions(&self, range: ByteRange) -> &[Mention] {
        self.mentions.inside(range)
    }

    /// Whether a figure stands in `range` that makes a fact of its own: a time,
    /// an ordinal or "a couple of" does not.
    pub(super) fn has_figure(&self, range: ByteRange) -> bool {
        self.mentions(range).iter().any(|it| match it.kind {
            MentionKind::Number => is_telling(it, self.text),
            MentionKind::Ratio
            | MentionKind::Percent
            | MentionKind::Money
            | MentionKind::Unit
            | MentionKind::Age
            | MentionKind::Duration
            | MentionKind::Range => true,
            MentionKind::Ordinal | MentionKind::Date | MentionKind::Time => false,
        })
    }

    /// Whether a figure or a time stands in `range`.
    pub(super) fn has_figure_or_time(&self, range: ByteRange) -> bool {
        self.has_figure(range) || self.mentions(range).iter().any(Mention::is_time)
    }

    /// The quotations whose words stand wholly in `range`.
    pub(super) fn quotations(&self, range: ByteRange) -> &[Quotation] {
        self.quotations.inside(range)
    }

    /// Whether a word in `range` tells `cue`.
    pub(super) fn tells(&self, range: ByteRange, cue: Cue) -> bool {
        self.cues(range).iter().any(|it| it.tells(cue))
    }

    /// The word that tells `cue` with which `range` begins.
    pub(super) fn starting(&self, range: ByteRange, cue: Cue) -> Option<ByteRange> {
        let first = self.cues(range).first()?;
        (first.range.start == range.start && first.tells(cue)).then_some(first.range)
    }

    /// Whether `range` ends with a word that tells `cue`.
    pub(super) fn ends_with(&self, range: ByteRange, cue: Cue) -> bool {
        self.cues(range)
            .last()
            .is_some_and(|it| it.range.end == range.end && it.tells(cue))
    }

    /// Who speaks in most of `range`: the name, or the words for it in the text.
    pub(super) fn speaker(&self, range: ByteRange) -> Option<String> {
        let (_, quotation) = self
            .quotations
            .up_to(range)
            .take(LOOKED_BACK)
            .map(|it| (shared_bytes(it.range, range), it))
            .filter(|it| it.0 * 4 >= range.len())
            .max_by_key(|it| it.0)?;
        let words = quotation.speaker.map(|it| it.of(self.text).to_owned());
        quotation.speaker_name.clone().or(words)
    }

    /// Whether somebody's words, however given, make up a good part of `range`.
    pub(super) fn is_reported(&self, range: ByteRange) -> bool {
        let mut near = self.quotations.up_to(range).take(LOOKED_BACK);
        near.any(|it| shared_bytes(it.range, range) * 3 >= range.len())
    }

    /// The first `bytes` bytes of `range`, at most.
    pub(super) fn beginning(&self, range: ByteRange, bytes: usize) -> ByteRange {
        let end = range.end.0.min(range.start.0.saturating_add(bytes));
        ByteRange::new(
            range.start.0,
            self.text.floor_char_boundary(end).max(range.start.0),
        )
    }

    /// The words of `range`, folded.
    pub(super) fn words(&self, range: ByteRange) -> &str {
        range.of(&self.folded)
    }
}

/// Quotations do not nest deeper than this: one that reaches into a stretch is
/// among the last few that begin before its end.
const LOOKED_BACK: usize = 4;

/// A number in digits, or one that somebody must have counted.
fn is_telling(number: &Mention, text: &str) -> bool {
    let words = number.range.of(text);
    let value = number
        .value
        .as_deref()
        .and_then(|it| it.parse::<f64>().ok());
    words.contains(|c: char| c.is_ascii_digit()) || value.is_some_and(|it| it.abs() > SMALL_NUMBER)
}

/// Up to here a number in words is as often a manner of speaking.
const SMALL_NUMBER: f64 = 10.0;

fn shared_bytes(one: ByteRange, other: ByteRange) -> usize {
    let start = one.start.max(other.start).0;
    one.end.min(other.end).0.saturating_sub(start)
}
