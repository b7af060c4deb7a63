//! How far reported words reach, before and after the verb that reports them.

use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::spaced::Sentence;
use crate::split::quotation::token::{Token, TokenKind};

/// Words looked at between a verb and the words that it reports:
/// "said in an interview with public radio on Monday that".
const LONGEST_ADJUNCT: usize = 18;

impl Sentence<'_> {
    /// The reported words before the attribution at `at`.
    pub(crate) fn words_before(
        &self,
        at: usize,
        speaker: Option<&Range<usize>>,
        inverted: bool,
        right: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let token = &self.tokens[at];
        if !token.can(Uses::SAY.and(Uses::TELL).and(Uses::THINK)) || token.can(Uses::PARTICIPLE) {
            return None;
        }
        let start = if inverted {
            self.verb_group_start(at)
        } else {
            speaker.filter(|it| it.end <= at)?.start
        };
        let mut end = start;
        if end > self.from && self.tokens[end - 1].kind == TokenKind::Comma {
            end -= 1;
        }
        if end == self.from {
            return None;
        }
        let quote = self.tokens[end - 1].is_quote();
        if !quote {
            let comma = end < start && (inverted || !self.words.nouns_are_capital);
            let nothing_follows = right.is_none();
            let adjunct = self.words.nouns_are_capital
                && self.tokens[self.from].can(Uses::PREPOSITION.and(Uses::SUBORDINATOR));
            let closes = inverted || self.clause_closes(at);
            if adjunct || !closes || !comma || !nothing_follows || end < self.from + 2 {
                return None;
            }
            return Some(self.from..end);
        }
        let words = self.tokens[self.from..end].iter().any(Token::is_word);
        if !words {
            let named = self.words.nouns_are_capital
                && end == start
                && !self.tokens[end - 1].can(Uses::PROSE);
            return (!named).then_some(self.from..end);
        }
        if right.is_some_and(|it| !self.tokens[it.start].is_quote()) {
            return None;
        }
        if self.words.comma_opens_clause && self.tokens[start - 1].is_quote() {
            // „…“ genannt: the marked words alone, and only where they are no name.
            let quote = &self.tokens[end - 1];
            let named = self.tokens[end - 2].can(Uses::NAMED_THING);
            let closed = self.tokens[start].can(Uses::SAY);
            return (quote.can(Uses::PROSE) && !named && closed).then_some(end - 1..end);
        }
        // Words before the quotation belong to it where the whole is one clause.
        Some(self.from..end)
    }

    /// Whether nothing but a time, a place or a comma follows the verb: `…, she said on Monday.`
    pub(crate) fn clause_closes(&self, verb: usize) -> bool {
        let next = self.tokens.get(verb + 1).filter(|_| verb + 1 < self.to);
        next.is_none_or(|it| {
            matches!(
                it.kind,
                TokenKind::Stop | TokenKind::Comma | TokenKind::Dash
            ) || self.tokens[verb].can(Uses::TELL)
                || it.can(Uses::TIME.and(Uses::ADVERB).and(Uses::SUBORDINATOR))
                || it.can(Uses::PREPOSITION) && !it.can(Uses::AUXILIARY)
        })
    }

    /// The rest of words that an attribution breaks into: `The pier, she said, is safe`.
    pub(crate) fn words_behind_parenthesis(
        &self,
        verb: usize,
        left: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let comma = self.tokens.get(verb + 1).filter(|_| verb + 2 < self.to)?;
        let next = &self.tokens[verb + 2];
        let broken = left.is_some_and(|it| it.end < verb)
            && comma.kind == TokenKind::Comma
            && next.is_word()
            && !next.can(
                Uses::PARTICIPLE
                    .and(Uses::CONJUNCTION)
                    .and(Uses::SUBORDINATOR),
            );
        broken.then(|| self.until_end(verb + 2)).flatten()
    }

    /// The reported words after the attribution, which ends before `behind`.
    pub(crate) fn words_after(
        &self,
        at: usize,
        behind: usize,
        inverted: bool,
    ) -> Option<Range<usize>> {
        let token = &self.tokens[at];
        let limit = (behind + LONGEST_ADJUNCT).min(self.to);
        let mut here = behind;
        let mut skipped_name = false;
        let mut in_adjunct = false;
        let tells = token.can(Uses::TELL);
        let says = token.can(Uses::SAY) || tells;
        let with_that = token.can(Uses::WITH_THAT);
        while here < limit {
            let it = &self.tokens[here];
            match it.kind {
                TokenKind::Quote(_)
                    if self.words.comma_opens_clause
                        && (it.can(Uses::PROSE) || self.tokens[here - 1].can(Uses::AS))
                        && !self.tokens[here - 1].can(Uses::NAMED_THING) =>
                {
                    return Some(self.quotes_from(here));
                }
                TokenKind::Quote(_)
                    if self.words.comma_opens_clause
                        || self.tokens[here - 1].can(Uses::NAMED_THING)
                        || !it.can(Uses::PROSE) && self.genitive(here - 1) => {}
                TokenKind::Quote(_) if !says => return self.until_object_end(here),
                TokenKind::Quote(_) => return self.until_end(here),
                TokenKind::Colon => return self.until_end(here + 1),
                TokenKind::Comma => {
                    let next = self.tokens.get(here + 1).filter(|_| here + 1 < self.to)?;
                    if next.is_quote() {
                        return self.until_end(here + 1);
                    }
                    if inverted {
                        return None;
                    }
                    if self.words.comma_opens_clause
                        && (says && !with_that || next.can(Uses::THAT.and(Uses::WHETHER)))
                    {
                        return self.until_end(here + 1);
                    }
                    in_adjunct = true;
                }
                TokenKind::Stop if here + 1 == self.to => return None,
                TokenKind::Semicolon | TokenKind::Open | TokenKind::Dash => return None,
                TokenKind::Word if inverted || self.words.comma_opens_clause => {}
                TokenKind::Word => {
                    let question = it.can(Uses::WHETHER)
                        && !(it.can(Uses::SUBORDINATOR.and(Uses::RELATIVE))
                            && (in_adjunct || says && !tells));
                    if it.can(Uses::THAT) || question {
                        return self.until_end(here);
                    }
                    if it.can(Uses::ADVERB.and(Uses::TIME)) {
                        here += 1;
                        continue;
                    }
                    if it.can(Uses::SUBORDINATOR) {
                        return None;
                    }
                    let subject = it.can(Uses::PRONOUN) && !it.can(Uses::DETERMINER);
                    let infinitive =
                        it.range.len() == 2 && it.can(Uses::AUXILIARY) && it.can(Uses::PREPOSITION);
                    // Asked about the pier, told of the plan.
                    if tells && here == at + 1 && it.can(Uses::PREPOSITION) && !infinitive {
                        return self.until_object_end(here + 1);
                    }
                    if tells && !skipped_name && !infinitive {
                        skipped_name = true;
                        in_adjunct = true;
                        here += 1;
                        continue;
                    }
                    let infinitive =
                        it.range.len() == 2 && it.can(Uses::AUXILIARY) && it.can(Uses::PREPOSITION);
                    if infinitive && (!says || tells || token.can(Uses::STANCE)) && !with_that {
                        return self.until_object_end(here);
                    }
                    if it.can(Uses::PREPOSITION) {
                        if with_that {
                            return None;
                        }
                        if !says {
                            return self.until_object_end(here + 1);
                        }
                        in_adjunct = true;
                    } else if in_adjunct {
                        if subject {
                            return self.until_end(here);
                        }
                    } else if with_that {
                        return subject.then(|| self.until_end(here)).flatten();
                    } else if says {
                        return self.until_end(here);
                    } else {
                        return self.until_object_end(here);
                    }
                }
                _ => {}
            }
            here += 1;
        }
        None
    }

    /// The quotation at `start`, with those that `and` joins to it.
    pub(crate) fn quotes_from(&self, start: usize) -> Range<usize> {
        let mut end = start + 1;
        while end + 1 < self.to
            && self.tokens[end].can(Uses::CONJUNCTION)
            && self.tokens[end + 1].is_quote()
        {
            end += 2;
        }
        start..end
    }

    /// From `start` to where the object of a verb ends: with its noun phrase, or
    /// with the sentence where a clause belongs to it.
    pub(crate) fn until_object_end(&self, start: usize) -> Option<Range<usize>> {
        let whole = self.until_end(start)?;
        let mut clause = self.tokens[start].can(Uses::AUXILIARY.and(Uses::WHETHER));
        let mut end = start + 1;
        while end < whole.end {
            let it = &self.tokens[end];
            clause |= it.can(Uses::THAT);
            let stops = match it.kind {
                TokenKind::Comma => !self.list_goes_on(end, whole.end),
                TokenKind::Dash => true,
                // A comma inside the marks ends the object as one outside would.
                _ if end > start && self.tokens[end - 1].can(Uses::LEADS_ON) => {
                    !it.can(Uses::CONJUNCTION)
                }
                TokenKind::Word => {
                    it.can(Uses::SUBORDINATOR.and(Uses::RELATIVE)) && !it.can(Uses::WHETHER)
                        || it.can(Uses::RELATIVE)
                        || !clause
                            && it.can(Uses::AUXILIARY)
                            && !self.genitive(end)
                            && !it.can(Uses::PREPOSITION)
                        || it.can(Uses::TIME) && self.tokens[end - 1].can(Uses::PREPOSITION)
                }
                _ => false,
            };
            clause |= it.can(Uses::AUXILIARY.and(Uses::WHETHER)) && it.can(Uses::PREPOSITION);
            if stops {
                break;
            }
            end += 1;
        }
        while end > start + 1 && self.tokens[end - 1].can(Uses::PREPOSITION.and(Uses::CONJUNCTION))
        {
            end -= 1;
        }
        Some(start..end)
    }

    /// Whether the comma at `comma` parts the items of a list: `schools, roads and ports`.
    pub(crate) fn list_goes_on(&self, comma: usize, end: usize) -> bool {
        let nearest = &self.tokens[comma + 1..(comma + 7).min(end)];
        nearest
            .iter()
            .take_while(|it| it.is_word() && !it.can(Uses::AUXILIARY) && !it.uses.is_cue_verb())
            .skip(1)
            .any(|it| it.can(Uses::CONJUNCTION))
    }

    /// From `start` to where the report ends: with the sentence, or before the next attribution.
    pub(crate) fn until_end(&self, start: usize) -> Option<Range<usize>> {
        if start >= self.to {
            return None;
        }
        let mut end = self.to;
        for at in start + 1..self.to {
            let it = &self.tokens[at];
            if it.kind == TokenKind::Semicolon {
                end = at;
                break;
            }
            let before = &self.tokens[at - 1];
            let coordinated =
                before.kind == TokenKind::Comma && it.can(Uses::PARTICIPLE) && it.can(Uses::SAY)
                    || before.can(Uses::CONJUNCTION)
                        && it.uses.is_cue_verb()
                        && it.can(Uses::SAY)
                        && !it.can(Uses::EITHER);
            if coordinated && at > start + 1 {
                end = at - 1;
                break;
            }
            if it.can(Uses::SOURCE) && before.kind == TokenKind::Comma {
                end = at - 1;
                break;
            }
        }
        while end > start
            && matches!(
                self.tokens[end - 1].kind,
                TokenKind::Stop | TokenKind::Comma
            )
        {
            end -= 1;
        }
        // A quotation that opens the report and is a sentence by itself ends it.
        (end > start).then_some(start..end)
    }
}
