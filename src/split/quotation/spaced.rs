//! Reported speech in languages that write spaces between words: one sentence at a time.

use std::ops::Range;

use crate::split::language::speech::{SpeechWords, Uses};
use crate::split::quotation::speaker;
use crate::split::quotation::token::{Token, TokenKind};
use crate::split::quotation::{QuotationKind, SpeechAct};

/// What one sentence says that somebody said, by numbers of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) parts: Vec<Range<usize>>,
    pub(crate) speaker: Option<Range<usize>>,
    pub(crate) cue: Range<usize>,
}

impl Report {
    /// What the cue says that somebody did with the words.
    pub(crate) fn act(&self, tokens: &[Token]) -> SpeechAct {
        let cue = &tokens[self.cue.start];
        let says = Uses::SAY.and(Uses::TELL).and(Uses::SOURCE).and(Uses::NOUN);
        if cue.can(says) || !cue.uses.is_cue_verb() {
            SpeechAct::Said
        } else if cue.can(Uses::THINK) {
            SpeechAct::Thought
        } else {
            SpeechAct::TookPosition
        }
    }
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

/// One sentence while it is read.
pub(crate) struct Sentence<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a SpeechWords,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) found: Vec<Report>,
    /// The subject of the last verb, for `…, adding that`.
    pub(crate) subject: Option<Range<usize>>,
}

impl Sentence<'_> {
    pub(crate) fn word_before(&self, at: usize) -> Option<&Token> {
        (at > self.from).then(|| &self.tokens[at - 1])
    }

    pub(crate) fn speaker_before(&self, verb: usize) -> Option<Range<usize>> {
        speaker::before(self.tokens, self.from, verb, self.words.nouns_are_capital)
    }

    pub(crate) fn speaker_after(&self, verb: usize) -> Option<Range<usize>> {
        speaker::after(self.tokens, verb, self.to, self.words.nouns_are_capital)
    }

    /// Whether the word at `at`, which can be a verb, is one here.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
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
    pub(crate) fn genitive(&self, at: usize) -> bool {
        self.tokens[at].range.len() <= 4
            && at > self.from
            && self.tokens[at - 1].range.end == self.tokens[at].range.start
            && !self.tokens[at - 1].can(Uses::PRONOUN)
    }

    pub(crate) fn verb(&mut self, at: usize) {
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
    pub(crate) fn stands_after_words(&self, at: usize) -> bool {
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
    pub(crate) fn verb_group_start(&self, at: usize) -> usize {
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
    pub(crate) fn name_closes_sentence(&self, verb: usize) -> bool {
        let Some(name) = self.speaker_after(verb) else {
            return false;
        };
        self.tokens[name.end..self.to].first().is_none_or(|it| {
            matches!(it.kind, TokenKind::Stop | TokenKind::Comma)
                || it.can(Uses::TIME.and(Uses::PREPOSITION))
        })
    }
}
