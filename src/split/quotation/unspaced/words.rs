//! The words that a Chinese cue reports.

use crate::split::language::speech_chinese::Role;
use crate::split::quotation::marks::Marked;
use crate::split::quotation::unspaced::cue::Cue;
use crate::text::ByteRange;

/// Cues of a sentence looked at to find where a report ends.
const NEAREST_CUES: usize = 8;

/// The words that `cue` reports; `later` are the cues behind it in the sentence.
pub(super) fn words_of(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    cue: &Cue,
    later: &[Cue],
) -> Vec<ByteRange> {
    let start = cue.words;
    let quote_at = |place: usize| {
        let at = quotes.partition_point(|it| it.outer.start.0 < place);
        quotes
            .get(at)
            .filter(|it| it.outer.start.0 == place && it.outer.end <= sentence.end)
    };
    let mut parts = Vec::new();
    if matches!(cue.role, Role::Says | Role::SaysOrPart | Role::BeforeColon)
        && let Some(before) = words_before(text, sentence, quotes, cue)
    {
        parts.push(before);
    }
    let colon = text[cue.range.end.0..start].contains(['：', ':']);
    if let Some(quote) = quote_at(start)
        && (colon || ends_sentence(text, quote.outer.end.0, sentence.end.0))
    {
        parts.push(quote.outer);
        return parts;
    }
    // A verb with no subject of its own goes on with the one before.
    let end = later
        .iter()
        .take(NEAREST_CUES)
        .find(|it| {
            it.clause > start && text[it.clause..it.range.start.0].trim().chars().count() <= 2
        })
        .map_or(sentence.end.0, |it| it.clause);
    let words = trimmed(text, start, end.max(start));
    if let Some(words) = words
        && (parts.is_empty() || quote_at(start).is_some())
    {
        parts.push(words);
    }
    parts
}

fn ends_sentence(text: &str, from: usize, to: usize) -> bool {
    !text[from..to].contains(char::is_alphanumeric)
}

/// The words before the attribution, where nothing follows it: 「…」，他說。
fn words_before(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    cue: &Cue,
) -> Option<ByteRange> {
    let before = trimmed(text, sentence.start.0, cue.clause)?;
    let at = quotes.partition_point(|it| it.outer.end.0 < before.end.0);
    let quote = quotes
        .get(at)
        .filter(|it| it.outer.end == before.end && it.outer.start >= sentence.start);
    if let Some(quote) = quote {
        let own = quote
            .inner
            .of(text)
            .trim_end()
            .ends_with(['，', '。', '！', '？', ',', '.', '!', '?', '…']);
        let nothing_follows = ends_sentence(text, cue.range.end.0, sentence.end.0);
        return (own || nothing_follows).then_some(quote.outer);
    }
    ends_sentence(text, cue.range.end.0, sentence.end.0).then_some(before)
}

/// A stretch without white space and punctuation at its ends, quotation marks kept.
fn trimmed(text: &str, start: usize, end: usize) -> Option<ByteRange> {
    let edge = |it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '！' | '？' | '!' | '?'
            )
    };
    let words = &text[start..end];
    let front = words.trim_start_matches(edge);
    let start = start + (words.len() - front.len());
    let range = ByteRange::new(start, start + front.trim_end_matches(edge).len());
    (!range.is_empty()).then_some(range)
}
