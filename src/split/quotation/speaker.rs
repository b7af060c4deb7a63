//! Who speaks: the words before or after a verb that name its subject.

use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::token::{Token, TokenKind};

/// Words that a speaker's name, office and house can take together.
const LONGEST_SPEAKER: usize = 24;
/// Words between the commas of "X, a former minister who …, said".
const LONGEST_APPOSITION: usize = 24;

/// What ends a subject on its left.
const BARRIER: Uses = Uses::SUBORDINATOR
    .and(Uses::THAT)
    .and(Uses::RELATIVE)
    .and(Uses::WHETHER);

/// The subject that stands before the verb at `verb`, within the sentence that starts at `from`.
pub(crate) fn before(
    tokens: &[Token],
    from: usize,
    verb: usize,
    capital_nouns: bool,
) -> Option<Range<usize>> {
    let mut end = verb;
    while end > from && between_subject_and_verb(&tokens[end - 1]) {
        end -= 1;
    }
    if end == from {
        return None;
    }
    let last = &tokens[end - 1];
    if last.can(Uses::RELATIVE) || (last.can(Uses::PRONOUN) && !last.can(Uses::DETERMINER)) {
        return Some(end - 1..end);
    }
    match last.kind {
        // A comma inside the marks closes an apposition as one outside would.
        TokenKind::Quote(_) if !capital_nouns && last.can(Uses::LEADS_ON) => {
            let earliest = end.saturating_sub(1 + LONGEST_APPOSITION).max(from);
            let comma = (earliest..end - 1)
                .rev()
                .find(|&it| tokens[it].kind == TokenKind::Comma)?;
            noun_phrase_ending(tokens, from, comma, capital_nouns)
        }
        TokenKind::Comma | TokenKind::Dash => {
            let earliest = end.saturating_sub(1 + LONGEST_APPOSITION).max(from);
            let comma = (earliest..end - 1)
                .rev()
                .find(|&it| matches!(tokens[it].kind, TokenKind::Comma | TokenKind::Dash))?;
            // `"…," she said, adding` has no apposition between its commas.
            if comma + 1 == end - 1 || tokens[comma + 1].is_quote() {
                return None;
            }
            if tokens[comma + 1].can(Uses::PRONOUN.and(Uses::CONJUNCTION)) {
                return None;
            }
            noun_phrase_ending(tokens, from, comma, capital_nouns)
        }
        TokenKind::Close => {
            let earliest = end.saturating_sub(12).max(from);
            let open = (earliest..end - 1)
                .rev()
                .find(|&it| tokens[it].kind == TokenKind::Open)?;
            noun_phrase_ending(tokens, from, open, capital_nouns)
        }
        TokenKind::Word => noun_phrase_ending(tokens, from, end, capital_nouns),
        // „Kieler Bote“ berichtet: a newspaper speaks.
        TokenKind::Quote(_) if capital_nouns && !last.can(Uses::PROSE) => Some(end - 1..end),
        _ => None,
    }
}

/// The noun phrase that a sentence opens with, before its first verb.
pub(crate) fn opening(tokens: &[Token], from: usize, to: usize) -> Option<Range<usize>> {
    let first = tokens.get(from).filter(|it| from < to && it.is_word())?;
    if first.can(BARRIER.and(Uses::PREPOSITION).and(Uses::CONJUNCTION)) {
        return None;
    }
    let latest = (from + LONGEST_SPEAKER).min(to);
    let mut end = from + 1;
    while end < latest
        && tokens[end].is_word()
        && (tokens[end].capital || tokens[end].uses.any(INSIDE_NAME))
    {
        end += 1;
    }
    let named = tokens[from..end].iter().any(|it| it.capital);
    named.then_some(from..end)
}

/// Words in lower case that a name goes on across: the spokesman for the port.
const INSIDE_NAME: Uses = Uses::DETERMINER.and(Uses::PREPOSITION).and(Uses::TITLE);

fn between_subject_and_verb(token: &Token) -> bool {
    token.is_word()
        && token.can(Uses::AUXILIARY.and(Uses::ADVERB).and(Uses::TIME))
        && !token.can(Uses::PRONOUN.and(Uses::RELATIVE))
}

/// The noun phrase that ends before `end`.
fn noun_phrase_ending(
    tokens: &[Token],
    from: usize,
    end: usize,
    capital_nouns: bool,
) -> Option<Range<usize>> {
    let earliest = end.saturating_sub(LONGEST_SPEAKER).max(from);
    let mut start = end;
    while start > earliest {
        let token = &tokens[start - 1];
        let stays = match token.kind {
            TokenKind::Word => {
                let joins_names = token.can(Uses::CONJUNCTION)
                    && start < end
                    && joins_two_names(tokens, from, start - 1);
                let barrier = token.can(BARRIER) && !token.can(Uses::DETERMINER);
                let verb = start < end && is_clear_verb(tokens, start - 1);
                !barrier && !verb && (joins_names || !token.can(Uses::CONJUNCTION))
            }
            TokenKind::Stop => {
                start > from + 1
                    && start < end
                    && tokens[start - 2].range.end == token.range.start
                    && tokens[start - 2].capital
            }
            TokenKind::Other => true,
            // A title in quotation marks can stand inside a name.
            TokenKind::Quote(_) => start < end && start > from + 1 && tokens[start - 2].is_word(),
            _ => false,
        };
        if !stays {
            break;
        }
        start -= 1;
    }
    let name = without_opening_adjunct(tokens, start, end)?;
    // Where every noun has a capital, the subject of `In Kiel sagte …` stands behind the verb.
    (!capital_nouns || name.start == start).then_some(name)
}

fn joins_two_names(tokens: &[Token], from: usize, and: usize) -> bool {
    let left = and > from && tokens[and - 1].is_word() && !tokens[and - 1].uses.is_cue_verb();
    let right = tokens.get(and + 1);
    left && right
        .is_some_and(|it| it.capital || it.can(Uses::DETERMINER) || tokens[and - 1].capital)
}

/// A word that has to be a verb where it stands, so no noun phrase goes across it.
fn is_clear_verb(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.capital {
        return false;
    }
    if token.can(Uses::AUXILIARY) {
        // 's after a name is its genitive.
        let suffix = at > 0 && tokens[at - 1].range.end == token.range.start;
        return !suffix && !token.can(Uses::PREPOSITION);
    }
    token.uses.is_cue_verb() && !token.can(Uses::EITHER) && !token.can(Uses::PARTICIPLE)
}

/// `In a speech on Monday the minister` without what stands before the minister.
fn without_opening_adjunct(tokens: &[Token], start: usize, end: usize) -> Option<Range<usize>> {
    let mut start = start;
    while start < end
        && (tokens[start].can(Uses::CONJUNCTION.and(Uses::ADVERB))
            || tokens[start].can(Uses::TIME) && !tokens[start].can(Uses::PRONOUN)
            || !tokens[start].is_word() && !tokens[start].is_quote())
    {
        start += 1;
    }
    if start < end && tokens[start].can(Uses::PREPOSITION) {
        // The last name or article that no preposition governs.
        let head = (start + 1..end).rev().find(|&it| {
            let token = &tokens[it];
            let opens = token.can(Uses::DETERMINER) || token.capital;
            let goes_on = tokens[it - 1].capital
                || tokens[it - 1].can(Uses::DETERMINER.and(Uses::PREPOSITION).and(Uses::TITLE))
                || tokens[it - 1].kind == TokenKind::Stop;
            opens && !goes_on && it > start + 1
        })?;
        start = head;
    }
    (start < end).then_some(start..end)
}

/// The subject that stands after the verb at `verb`: `said Ana Ruiz, a lawyer for …`.
pub(crate) fn after(
    tokens: &[Token],
    verb: usize,
    to: usize,
    capital_nouns: bool,
) -> Option<Range<usize>> {
    let mut start = verb + 1;
    while start < to
        && (tokens[start].kind == TokenKind::Other
            || tokens[start].is_word() && tokens[start].can(Uses::ADVERB))
    {
        start += 1;
    }
    let first = tokens.get(start).filter(|_| start < to)?;
    if !first.is_word() || first.can(Uses::PREPOSITION.and(Uses::TIME).and(BARRIER)) {
        return None;
    }
    if first.can(Uses::PRONOUN) && !first.can(Uses::DETERMINER) {
        return Some(start..start + 1);
    }
    let named = first.capital;
    let latest = (start + LONGEST_SPEAKER).min(to);
    let mut end = start + 1;
    while end < latest {
        let token = &tokens[end];
        let stays = match token.kind {
            TokenKind::Word => {
                let place_of_name = (named || capital_nouns)
                    && token.can(Uses::PREPOSITION)
                    && (capital_nouns || !tokens.get(end + 1).is_some_and(|it| it.capital));
                !place_of_name
                    && !token.can(BARRIER.and(Uses::TIME).and(Uses::PARTICIPLE))
                    && !is_clear_verb(tokens, end)
            }
            TokenKind::Stop => end + 1 < latest && tokens[end - 1].capital,
            TokenKind::Other => true,
            _ => false,
        };
        if !stays {
            break;
        }
        end += 1;
    }
    Some(start..end)
}
