//! The rows of JSON that corpus mode answers with, written straight from what was
//! found: no tree is built in between. Offsets are in code points.

use serde::Serialize;
use serde_json::Value;

use crate::mention::Mention;
use crate::split::{Cut, Quotation};
use crate::text::{ByteRange, CharIndex};

/// Where something begins and ends.
pub(super) type Span = [usize; 2];

/// The place of `range`, in code points.
pub(super) fn span(index: &CharIndex<'_>, range: ByteRange) -> Span {
    [
        index.chars_before(range.start).0,
        index.chars_before(range.end).0,
    ]
}

#[derive(Serialize)]
pub(super) struct SentencesRow<'a> {
    pub(super) id: &'a Value,
    pub(super) spans: Vec<Span>,
}

#[derive(Serialize)]
pub(super) struct MentionsRow<'a> {
    pub(super) id: &'a Value,
    pub(super) mentions: Vec<MentionRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct QuotationsRow<'a> {
    pub(super) id: &'a Value,
    pub(super) quotes: Vec<QuotationRow<'a>>,
}

#[derive(Serialize)]
pub(super) struct ClaimsRow<'a> {
    pub(super) id: &'a Value,
    pub(super) claims: Vec<ClaimSpan<'a>>,
}

#[derive(Serialize)]
pub(super) struct WorthRow<'a> {
    pub(super) id: &'a Value,
    pub(super) score: f64,
    pub(super) reasons: Vec<&'static str>,
}

/// One mention.
#[derive(Serialize)]
pub(crate) struct MentionRow<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    value: Option<&'a str>,
    unit: Option<&'a str>,
    iso: Option<&'a str>,
    surface: &'a str,
}

impl<'a> MentionRow<'a> {
    /// The row of a mention that stands in `text`.
    pub(crate) fn of(mention: &'a Mention, text: &'a str, index: &CharIndex<'_>) -> Self {
        let [start, end] = span(index, mention.range);
        Self {
            start,
            end,
            kind: mention.kind.name(),
            value: mention.value.as_deref(),
            unit: mention.unit.as_deref(),
            iso: mention.iso.as_deref(),
            surface: mention.range.of(text),
        }
    }
}

#[derive(Serialize)]
pub(super) struct QuotationRow<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    speaker: Option<&'a str>,
    speaker_span: Option<Span>,
    cue: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<Span>>,
}

impl<'a> QuotationRow<'a> {
    pub(super) fn of(quotation: &'a Quotation, text: &'a str, index: &CharIndex<'_>) -> Self {
        let [start, end] = span(index, quotation.range);
        let words = quotation.speaker.map(|it| it.of(text));
        let parts = quotation.parts.iter().map(|it| span(index, *it));
        Self {
            start,
            end,
            kind: quotation.kind.name(),
            speaker: quotation.speaker_name.as_deref().or(words),
            speaker_span: quotation.speaker.map(|it| span(index, it)),
            cue: quotation.cue.map(|it| it.of(text)),
            parts: (quotation.parts.len() > 1).then(|| parts.collect()),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ClaimSpan<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
    kinds: Vec<&'static str>,
}

impl<'a> ClaimSpan<'a> {
    pub(super) fn of(cut: &Cut, text: &'a str, index: &CharIndex<'_>) -> Self {
        let [start, end] = span(index, cut.range);
        Self {
            start,
            end,
            exact: cut.range.of(text),
            kinds: cut.kinds.iter().map(|it| it.name()).collect(),
        }
    }
}
