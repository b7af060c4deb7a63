//! Reports without a verb: according to somebody, somebody's claim that.

use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::spaced::{Report, Sentence};
use crate::split::quotation::token::{Token, TokenKind};

impl Sentence<'_> {
    /// `according to X`: the words before it, or after the comma behind it.
    pub(crate) fn source(&mut self, at: usize) {
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
    pub(crate) fn source_name(&self, at: usize) -> Option<Range<usize>> {
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
    pub(crate) fn source_behind(&mut self, at: usize) {
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
    pub(crate) fn noun(&mut self, at: usize) {
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
    pub(crate) fn owner(&self, noun: usize) -> Option<Range<usize>> {
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
