//! Reported speech in languages that write spaces between words: one sentence at a time.

use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::QuotationKind;
use crate::split::quotation::speaker;
use crate::split::quotation::token::{Token, TokenKind};

/// Words looked at between a verb and the words that it reports:
/// "said in an interview with public radio on Monday that".
const LONGEST_ADJUNCT: usize = 18;

/// What one sentence says that somebody said, by numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) parts: Vec<Range<usize>>,
    pub(crate) speaker: Option<Range<usize>>,
    pub(crate) cue: Range<usize>,
}

/// The reports of the sentence `from..to` of `tokens`.
pub(crate) fn reports(tokens: &[Token], from: usize, to: usize) -> Vec<Report> {
    let mut reader = Sentence {
        tokens,
        from,
        to,
        found: Vec::new(),
        subject: None,
    };
    for (at, token) in tokens.iter().enumerate().take(to).skip(from) {
        if token.can(Uses::SOURCE) {
            reader.source(at);
        } else if token.uses.is_cue_verb() && reader.is_verb(at) {
            reader.verb(at);
        } else if token.can(Uses::NOUN) {
            reader.noun(at);
        }
    }
    reader.end_before_quotations();
    reader.found
}

/// How the words of a stretch of tokens are given.
pub(crate) fn kind(tokens: &[Token], parts: &[Range<usize>]) -> QuotationKind {
    let (mut quotes, mut words) = (false, false);
    for token in parts.iter().flat_map(|it| &tokens[it.clone()]) {
        quotes |= token.is_quote();
        words |= token.is_word();
    }
    match (quotes, words) {
        (true, false) => QuotationKind::Direct,
        (true, true) => QuotationKind::Mixed,
        (false, _) => QuotationKind::Indirect,
    }
}

struct Sentence<'a> {
    tokens: &'a [Token],
    from: usize,
    to: usize,
    found: Vec<Report>,
    /// The subject of the last verb, for `…, adding that`.
    subject: Option<Range<usize>>,
}

impl Sentence<'_> {
    fn word_before(&self, at: usize) -> Option<&Token> {
        (at > self.from).then(|| &self.tokens[at - 1])
    }

    /// Whether the word at `at`, which can be a verb, is one here.
    fn is_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(before) = self.word_before(at) else {
            return token.can(Uses::PARTICIPLE) || !token.can(Uses::EITHER);
        };
        if token.can(Uses::PARTICIPLE) {
            return !before.can(Uses::DETERMINER);
        }
        if !token.can(Uses::EITHER) {
            return !before.can(Uses::DETERMINER) || before.can(Uses::PRONOUN);
        }
        if before.is_quote() || before.can(Uses::PRONOUN.and(Uses::RELATIVE)) {
            return true;
        }
        if before.can(Uses::DETERMINER.and(Uses::PREPOSITION)) {
            return false;
        }
        if before.can(Uses::AUXILIARY) {
            return before.range.len() > 2
                || before.can(Uses::PREPOSITION)
                || !self.genitive(at - 1);
        }
        before.can(Uses::ADVERB) || before.capital || before.kind == TokenKind::Comma
    }

    /// Whether the token is the `'s` of a name.
    fn genitive(&self, at: usize) -> bool {
        self.tokens[at].range.len() <= 4
            && at > self.from
            && self.tokens[at - 1].range.end == self.tokens[at].range.start
            && !self.tokens[at - 1].can(Uses::PRONOUN)
    }

    fn verb(&mut self, at: usize) {
        let inverted = self.stands_after_words(at);
        let before = speaker::before(self.tokens, self.from, at);
        let after = inverted
            .then(|| speaker::after(self.tokens, at, self.to))
            .flatten();
        let speaker = if inverted && (before.is_none() || after.is_some()) {
            after.clone()
        } else {
            before
        };
        let behind = after.filter(|_| inverted).map_or(at + 1, |it| it.end);
        let right = self.words_after(at, behind, inverted);
        let participle = self.tokens[at].can(Uses::PARTICIPLE);
        let speaker = if participle && speaker.is_none() {
            self.subject.clone()
        } else {
            speaker
        };
        if speaker.is_some() {
            self.subject.clone_from(&speaker);
        }
        let mut parts = Vec::new();
        let left = self.words_before(at, speaker.as_ref(), inverted, right.as_ref());
        parts.extend(left);
        parts.extend(right);
        if parts.is_empty() {
            return;
        }
        self.found.push(Report {
            parts,
            speaker,
            cue: at..at + 1,
        });
    }

    /// Whether the verb stands right behind words that it reports: `"…," said`, `…, said`.
    fn stands_after_words(&self, at: usize) -> bool {
        let Some(before) = self.word_before(at) else {
            return false;
        };
        if self.tokens[at].can(Uses::PARTICIPLE) || !self.tokens[at].can(Uses::SAY) {
            return false;
        }
        if before.is_quote() {
            return true;
        }
        before.kind == TokenKind::Comma
            && at > self.from + 1
            && (self.tokens[at - 2].is_quote() || self.name_closes_sentence(at))
            && !self.tokens[self.from..at]
                .iter()
                .any(|it| it.uses.is_cue_verb())
    }

    /// Whether nothing but a speaker and a time or place follows the verb: `…, said the mayor.`
    fn name_closes_sentence(&self, verb: usize) -> bool {
        let Some(name) = speaker::after(self.tokens, verb, self.to) else {
            return false;
        };
        self.tokens[name.end..self.to].first().is_none_or(|it| {
            matches!(it.kind, TokenKind::Stop | TokenKind::Comma)
                || it.can(Uses::TIME.and(Uses::PREPOSITION))
        })
    }

    /// The reported words before the attribution at `at`.
    fn words_before(
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
            at
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
            let comma = end < start;
            let nothing_follows = right.is_none();
            if !comma || !nothing_follows || end < self.from + 3 {
                return None;
            }
            return Some(self.from..end);
        }
        let words = self.tokens[self.from..end].iter().any(Token::is_word);
        if !words {
            return Some(self.from..end);
        }
        if right.is_some_and(|it| !self.tokens[it.start].is_quote()) {
            return None;
        }
        // Words before the quotation belong to it where the whole is one clause.
        Some(self.from..end)
    }

    /// The reported words after the attribution, which ends before `behind`.
    fn words_after(&self, at: usize, behind: usize, inverted: bool) -> Option<Range<usize>> {
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
                    in_adjunct = true;
                }
                TokenKind::Stop if here + 1 == self.to => return None,
                TokenKind::Semicolon | TokenKind::Open | TokenKind::Dash => return None,
                TokenKind::Word if inverted => {}
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
                    if tells && !skipped_name {
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

    /// From `start` to where the object of a verb ends: with its noun phrase, or
    /// with the sentence where a clause belongs to it.
    fn until_object_end(&self, start: usize) -> Option<Range<usize>> {
        let whole = self.until_end(start)?;
        let mut clause = self.tokens[start].can(Uses::AUXILIARY.and(Uses::WHETHER));
        let mut end = start + 1;
        while end < whole.end {
            let it = &self.tokens[end];
            clause |= it.can(Uses::THAT);
            let stops = match it.kind {
                TokenKind::Comma => !self.list_goes_on(end, whole.end),
                TokenKind::Dash => true,
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
    fn list_goes_on(&self, comma: usize, end: usize) -> bool {
        let nearest = &self.tokens[comma + 1..(comma + 7).min(end)];
        nearest
            .iter()
            .take_while(|it| it.is_word() && !it.can(Uses::AUXILIARY) && !it.uses.is_cue_verb())
            .skip(1)
            .any(|it| it.can(Uses::CONJUNCTION))
    }

    /// From `start` to where the report ends: with the sentence, or before the next attribution.
    fn until_end(&self, start: usize) -> Option<Range<usize>> {
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

    /// Ends each report before a clause of its own that brings a quotation:
    /// `Asked about the vote, he said: "…"`.
    fn end_before_quotations(&mut self) {
        let tokens = self.tokens;
        let openings: Vec<(usize, usize)> = self
            .found
            .iter()
            .filter_map(|it| {
                let words = it.parts.last().filter(|part| part.start >= it.cue.end)?;
                let from = it
                    .speaker
                    .clone()
                    .filter(|who| who.end <= it.cue.start)?
                    .start;
                tokens[words.start]
                    .is_quote()
                    .then_some((from, it.cue.start))
            })
            .collect();
        for report in &mut self.found {
            for part in &mut report.parts {
                let end = openings
                    .iter()
                    .filter(|&&(from, cue)| {
                        part.start <= from && cue < part.end && report.cue.start != cue
                    })
                    .map(|&(from, _)| from)
                    .min();
                if let Some(mut end) = end {
                    while end > part.start
                        && (tokens[end - 1].can(Uses::CONJUNCTION)
                            || !tokens[end - 1].is_word() && !tokens[end - 1].is_quote())
                    {
                        end -= 1;
                    }
                    part.end = end;
                }
            }
            report.parts.retain(|it| !it.is_empty());
        }
        self.found.retain(|it| !it.parts.is_empty());
    }

    /// `according to X`: the words before it, or after the comma behind it.
    fn source(&mut self, at: usize) {
        let name = at + 2;
        if name >= self.to || !self.tokens[at + 1].can(Uses::PREPOSITION) {
            return;
        }
        let mut end = name;
        while end < self.to && matches!(self.tokens[end].kind, TokenKind::Word | TokenKind::Other) {
            end += 1;
        }
        if end == name {
            return;
        }
        let opening = at == self.from || at == self.from + 1 && !self.tokens[self.from].is_quote();
        let words = if opening {
            let start = if end < self.to && self.tokens[end].kind == TokenKind::Comma {
                end + 1
            } else {
                end
            };
            (start < self.to).then(|| self.until_end(start)).flatten()
        } else {
            let mut stop = at;
            while stop > self.from
                && !self.tokens[stop - 1].is_word()
                && !self.tokens[stop - 1].is_quote()
            {
                stop -= 1;
            }
            (stop > self.from).then_some(self.from..stop)
        };
        if let Some(words) = words {
            self.found.push(Report {
                parts: vec![words],
                speaker: Some(name..end),
                cue: at..at + 2,
            });
        }
    }

    /// `his claim that …`
    fn noun(&mut self, at: usize) {
        if at + 2 >= self.to || !self.tokens[at + 1].can(Uses::THAT) {
            return;
        }
        let Some(words) = self.until_end(at + 1) else {
            return;
        };
        self.found.push(Report {
            parts: vec![words],
            speaker: self.owner(at),
            cue: at..at + 1,
        });
    }

    /// Whose claim it is: `Ana Ruiz's claim`, `his claim`.
    fn owner(&self, noun: usize) -> Option<Range<usize>> {
        let earliest = noun.saturating_sub(4).max(self.from);
        let mark = (earliest..noun)
            .rev()
            .find(|&it| self.tokens[it].can(Uses::DETERMINER) || self.genitive(it))?;
        if self.genitive(mark) {
            let mut start = mark;
            while start > self.from && self.tokens[start - 1].capital {
                start -= 1;
            }
            return (start < mark).then_some(start..mark);
        }
        Some(mark..mark + 1)
    }
}
