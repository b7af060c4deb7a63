//! The sentences of a paragraph that are not inside a quotation.

use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::marks::Marked;
use crate::split::quotation::token::{Token, TokenKind};
use crate::text::ByteRange;

/// Words and marks of a sentence read at a time: what a longer one would cost
/// grows with its square.
const MOST_TOKENS: usize = 256;
/// The same where words have no spaces, in bytes: about five hundred characters.
const MOST_BYTES: usize = 1536;
/// Words between a quotation and the verb that attributes it.
const NEAREST_VERB: usize = 8;

/// The outer sentences by numbers of tokens; `starts` are the places where any sentence starts.
pub(crate) fn outer_sentences(
    tokens: &[Token],
    quotes: &[Marked],
    starts: &[usize],
    text: &str,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut quote = 0;
    let mut at = 0;
    for &start in starts {
        while quotes.get(quote).is_some_and(|it| it.outer.end.0 <= start) {
            quote += 1;
        }
        if quotes.get(quote).is_some_and(|it| it.outer.start.0 < start) {
            continue;
        }
        while at < tokens.len() && tokens[at].range.start.0 < start {
            at += 1;
        }
        if at > from && !goes_on(tokens, at, text) {
            found.push(from..at);
            from = at;
        }
    }
    if from < tokens.len() {
        found.push(from..tokens.len());
    }
    found
        .into_iter()
        .flat_map(|it| cut_behind_marks(tokens, it, text))
        .flat_map(|it| {
            let end = it.end;
            it.step_by(MOST_TOKENS)
                .map(move |at| at..(at + MOST_TOKENS).min(end))
        })
        .collect()
}

/// A full stop right behind a closing mark ends a sentence wherever a capital or
/// another quotation follows: „…“. Danach …; one before it does so where a colon
/// brought the quotation: Er sagte: „….“ Danach …
fn cut_behind_marks(tokens: &[Token], sentence: Range<usize>, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = sentence.start;
    for at in sentence.start + 2..sentence.end {
        let outside = tokens[at - 1].kind == TokenKind::Stop && tokens[at - 2].is_quote();
        let inside = tokens[at - 1].is_quote()
            && tokens[at - 2].kind == TokenKind::Colon
            && last_of(&tokens[at - 1], text).is_some_and(|it| matches!(it, '.' | '!' | '?' | '…'));
        let ends = outside || inside;
        let starts = tokens[at].is_quote() || tokens[at].is_word() && tokens[at].capital;
        if ends && starts {
            found.push(from..at);
            from = at;
        }
    }
    found.push(from..sentence.end);
    found
}

/// Whether the sentence before goes on at `at`: `"Why?" he asked`, `"Why?" Ana Ruiz asked.`
fn goes_on(tokens: &[Token], at: usize, text: &str) -> bool {
    let (Some(quote), Some(first)) = (at.checked_sub(1).map(|it| &tokens[it]), tokens.get(at))
    else {
        return false;
    };
    if quote.is_quote() && first.kind == TokenKind::Dash {
        return true;
    }
    if !quote.is_quote() || !first.is_word() {
        return false;
    }
    if !first.capital {
        return true;
    }
    if !last_of(quote, text).is_some_and(|it| matches!(it, '?' | '!' | ',' | '…')) {
        return false;
    }
    let nearest = &tokens[at..(at + NEAREST_VERB).min(tokens.len())];
    let verb = nearest
        .iter()
        .take_while(|it| it.is_word() || it.kind == TokenKind::Stop)
        .position(|it| it.can(Uses::SAY.and(Uses::TELL)) && !it.can(Uses::PARTICIPLE));
    let Some(verb) = verb else { return false };
    tokens.get(at + verb + 1).is_none_or(|it| {
        it.is_quote()
            || matches!(it.kind, TokenKind::Stop | TokenKind::Comma)
            || it.can(
                Uses::TIME
                    .and(Uses::PREPOSITION)
                    .and(Uses::ADVERB)
                    .and(Uses::SUBORDINATOR),
            )
    })
}

/// The last character of a quotation that is no mark.
fn last_of(quote: &Token, text: &str) -> Option<char> {
    quote.range.of(text).chars().rev().find(|it| !is_mark(*it))
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | '«' | '\'' | '’') || c.is_whitespace()
}

/// The outer sentences of a paragraph without spaces.
pub(crate) fn outer_ranges(
    text: &str,
    paragraph: ByteRange,
    quotes: &[Marked],
    starts: &[usize],
) -> Vec<ByteRange> {
    let mut found = Vec::new();
    let mut from = paragraph.start.0;
    let mut quote = 0;
    let mut push = |mut from: usize, to: usize| {
        while from < to {
            let cut = text.ceil_char_boundary((from + MOST_BYTES).min(to));
            let range = ByteRange::new(from, cut).trimmed(text);
            if !range.is_empty() {
                found.push(range);
            }
            from = cut;
        }
    };
    for &start in starts {
        while quotes.get(quote).is_some_and(|it| it.outer.end.0 <= start) {
            quote += 1;
        }
        let inside = quotes.get(quote).is_some_and(|it| it.outer.start.0 < start);
        if !inside && start > from {
            push(from, start);
            from = start;
        }
    }
    push(from, paragraph.end.0);
    found
}
