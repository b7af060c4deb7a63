//! Which report a marked quotation belongs to, once all verbs of a sentence were read.

use crate::split::language::speech::Uses;
use crate::split::quotation::spaced::{Report, Sentence};
use crate::split::quotation::speaker;
use crate::split::quotation::token::TokenKind;

impl Sentence<'_> {
    /// Ends each report before a clause of its own that brings a quotation:
    /// `Asked about the vote, he said: "…"`.
    pub(crate) fn end_before_quotations(&mut self) {
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
    pub(crate) fn leave_quotations_to_the_nearest_verb(&mut self) {
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
    pub(crate) fn quotation_with_a_name_behind(&mut self) {
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
    pub(crate) fn quotations_behind_colons(&mut self) {
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
}
