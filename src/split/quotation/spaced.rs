//! Reported speech in languages that write spaces between words: one sentence at a time.

use std::ops::Range;

use crate::split::language::speech::{SpeechWords, Uses};
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
pub(crate) fn reports(
    tokens: &[Token],
    from: usize,
    to: usize,
    words: &SpeechWords,
) -> Vec<Report> {
    let mut reader = Sentence {
        tokens,
        words,
        from,
        to,
        found: Vec::new(),
        subject: None,
    };
    for (at, token) in tokens.iter().enumerate().take(to).skip(from) {
        if token.can(Uses::SOURCE) {
            reader.source(at);
        } else if token.can(Uses::SOURCE_BEHIND) {
            reader.source_behind(at);
        } else if token.uses.is_cue_verb() && reader.is_verb(at) {
            reader.verb(at);
        } else if token.can(Uses::NOUN) {
            reader.noun(at);
        }
    }
    reader.leave_quotations_to_the_nearest_verb();
    reader.end_before_quotations();
    reader.quotations_behind_colons();
    reader.quotation_with_a_name_behind();
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
    words: &'a SpeechWords,
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

    fn speaker_before(&self, verb: usize) -> Option<Range<usize>> {
        speaker::before(self.tokens, self.from, verb, self.words.nouns_are_capital)
    }

    fn speaker_after(&self, verb: usize) -> Option<Range<usize>> {
        speaker::after(self.tokens, verb, self.to, self.words.nouns_are_capital)
    }

    /// Whether the word at `at`, which can be a verb, is one here.
    fn is_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.can(Uses::SPEAKER_FOLLOWS) {
            return self.stands_after_words(at) && self.name_closes_sentence(at);
        }
        if self.words.nouns_are_capital && token.capital && at > self.from {
            return false;
        }
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
        let before = self.speaker_before(at);
        // In German the verb stands second, so its subject may stand third.
        let opens = at == self.from && self.tokens[at].can(Uses::SAY);
        let third = before.is_none()
            && (self.words.nouns_are_capital || opens && !self.tokens[at].can(Uses::PARTICIPLE));
        let after = (inverted || third)
            .then(|| self.speaker_after(at))
            .flatten();
        let speaker = if after.is_some() {
            after.clone()
        } else {
            before
        };
        let behind = after.map_or(at + 1, |it| it.end);
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
        let right = right.or_else(|| self.words_behind_parenthesis(at, left.as_ref()));
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
        let verb = at;
        if self.tokens[at].can(Uses::PARTICIPLE) || !self.tokens[at].can(Uses::SAY) {
            return false;
        }
        if self
            .tokens
            .get(verb + 1)
            .is_some_and(|it| it.can(Uses::THAT))
        {
            return false;
        }
        // `…," said he would see`: what follows is a clause, not a name.
        if let Some(name) = self.speaker_after(verb)
            && !self.words.nouns_are_capital
            && name.end < self.to
            && self.tokens[name.end].can(Uses::AUXILIARY)
        {
            return false;
        }
        let at = self.verb_group_start(verb);
        let Some(before) = self.word_before(at) else {
            return false;
        };
        if before.is_quote() {
            return !self.words.nouns_are_capital || before.can(Uses::PROSE);
        }
        before.kind == TokenKind::Comma
            && at > self.from + 1
            && (self.tokens[at - 2].is_quote() || self.name_closes_sentence(verb))
            && !self.tokens[self.from..at]
                .iter()
                .any(|it| it.uses.is_cue_verb())
    }

    /// Where the auxiliaries before the verb at `at` start: `a déclaré`.
    fn verb_group_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > self.from
            && self.tokens[start - 1].is_word()
            && self.tokens[start - 1].can(Uses::AUXILIARY)
            && !self.tokens[start - 1].can(Uses::PRONOUN)
        {
            start -= 1;
        }
        start
    }

    /// Whether nothing but a speaker and a time or place follows the verb: `…, said the mayor.`
    fn name_closes_sentence(&self, verb: usize) -> bool {
        let Some(name) = self.speaker_after(verb) else {
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
    fn clause_closes(&self, verb: usize) -> bool {
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
    fn words_behind_parenthesis(
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
    fn quotes_from(&self, start: usize) -> Range<usize> {
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

    /// `Speaking to reporters, she said: "…"`: only the second verb has the quotation.
    fn leave_quotations_to_the_nearest_verb(&mut self) {
        let tokens = self.tokens;
        let behind: Vec<(usize, usize)> = self
            .found
            .iter()
            .filter_map(|it| {
                let words = it.parts.last().filter(|part| part.start >= it.cue.end)?;
                tokens[words.start]
                    .is_quote()
                    .then_some((words.start, it.cue.start))
            })
            .collect();
        for report in &mut self.found {
            let cue = report.cue.start;
            report.parts.retain(|part| {
                !behind
                    .iter()
                    .any(|&(words, nearer)| words == part.start && nearer > cue && cue < words)
            });
        }
        self.found.retain(|it| !it.parts.is_empty());
    }

    /// `"…" — Ana Ruiz`, and `"…?" Ana Ruiz fumed` with a verb that no table has.
    fn quotation_with_a_name_behind(&mut self) {
        let first = &self.tokens[self.from];
        let next = self.from + 1;
        let taken = |it: &Report| it.parts.iter().any(|part| part.contains(&self.from));
        if !first.is_quote() || next >= self.to || self.found.iter().any(taken) {
            return;
        }
        // „…“, strich Ruiz heraus: behind the comma stands a verb, whichever it is.
        let comma = self.tokens[next].kind == TokenKind::Comma;
        if comma && self.words.nouns_are_capital && first.can(Uses::PROSE) {
            let verb = next + 1;
            let is_verb = self
                .tokens
                .get(verb)
                .is_some_and(|it| it.is_word() && !it.capital);
            if verb < self.to
                && is_verb
                && let Some(name) = self.speaker_after(verb)
            {
                let words = self.from..next;
                self.found.push(Report {
                    parts: vec![words],
                    speaker: Some(name),
                    cue: verb..verb + 1,
                });
            }
            return;
        }
        let dash = self.tokens[next].kind == TokenKind::Dash;
        let pronoun = self.tokens[next].can(Uses::HE.and(Uses::SHE));
        let name = if dash {
            speaker::opening(self.tokens, next + 1, self.to)
        } else if pronoun {
            Some(next..next + 1)
        } else {
            speaker::opening(self.tokens, next, self.to)
        };
        let Some(name) = name else { return };
        let behind = self.tokens.get(name.end).filter(|_| name.end < self.to);
        let cue = if dash && behind.is_none_or(|it| it.kind == TokenKind::Stop) {
            next..next + 1
        } else if first.can(Uses::LEADS_ON)
            && behind.is_some_and(|it| it.is_word() && !it.capital && !it.can(Uses::AUXILIARY))
        {
            name.end..name.end + 1
        } else {
            return;
        };
        let words = self.from..next;
        self.found.push(Report {
            parts: vec![words],
            speaker: Some(name),
            cue,
        });
    }

    /// `The mayor: "…"`, `She turned to the guests: "…"`: a colon stands for the verb.
    fn quotations_behind_colons(&mut self) {
        for at in self.from + 1..self.to {
            let here = self.tokens[at].is_quote() && self.tokens[at - 1].kind == TokenKind::Colon;
            let taken = |it: &Report| it.parts.iter().any(|part| part.contains(&at));
            if !here || self.found.iter().any(taken) {
                continue;
            }
            let Some(speaker) = speaker::opening(self.tokens, self.from, at - 1) else {
                continue;
            };
            self.found.push(Report {
                parts: vec![self.quotes_from(at)],
                speaker: Some(speaker),
                cue: at - 1..at,
            });
        }
    }

    /// `according to X`: the words before it, or after the comma behind it.
    fn source(&mut self, at: usize) {
        let Some(name) = self.source_name(at) else {
            return;
        };
        let opening = at == self.from || at == self.from + 1 && !self.tokens[self.from].is_quote();
        let words = if opening {
            let comma = self
                .tokens
                .get(name.end)
                .is_some_and(|it| it.kind == TokenKind::Comma);
            self.until_end(if comma { name.end + 1 } else { name.end })
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
                cue: at..name.start,
                speaker: Some(name),
            });
        }
    }

    /// Who is named behind `according to`, `laut`, `nach Angaben von`.
    fn source_name(&self, at: usize) -> Option<Range<usize>> {
        let mut name = at + 1;
        if self.tokens[at].can(Uses::PREPOSITION) {
            // A preposition of many meanings needs the word for what was uttered.
            let near =
                (at + 1..(at + 4).min(self.to)).find(|&it| self.tokens[it].can(Uses::UTTERANCE))?;
            name = near + 1;
        }
        if name < self.to && self.tokens[name].can(Uses::PREPOSITION) {
            name += 1;
        }
        let mut end = name;
        while end < self.to {
            let it = &self.tokens[end];
            let verb = self.words.nouns_are_capital
                && end > name
                && it.is_word()
                && !it.capital
                && !it.can(
                    Uses::DETERMINER
                        .and(Uses::PREPOSITION)
                        .and(Uses::CONJUNCTION),
                )
                && self.tokens[end - 1].capital;
            let title = it.is_quote() && end > name && self.tokens[end - 1].is_word();
            let stays = title || matches!(it.kind, TokenKind::Word | TokenKind::Other) && !verb;
            if !stays {
                break;
            }
            end += 1;
        }
        (end > name).then_some(name..end)
    }

    /// `X zufolge`: the words after it.
    fn source_behind(&mut self, at: usize) {
        let plain = self.tokens[self.from..at].iter().all(Token::is_word);
        if at == self.from || !plain {
            return;
        }
        if let Some(words) = self.until_end(at + 1) {
            self.found.push(Report {
                parts: vec![words],
                speaker: Some(self.from..at),
                cue: at..at + 1,
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
