//! Who is meant: full names for short ones, and names for pronouns where it is safe.

use std::collections::HashMap;
use std::ops::Range;

use crate::split::language::speech::Uses;
use crate::split::quotation::token::{Token, TokenKind};
use crate::text::ByteRange;

/// Paragraphs after which a pronoun no longer means somebody.
const REACH: usize = 3;
/// Words of a full name; a longer run of capitals is a heading.
const LONGEST_NAME: usize = 4;

/// Somebody who spoke under a name.
#[derive(Clone, Debug)]
struct Person<'a> {
    /// The last word of the name.
    key: &'a str,
    name: String,
    paragraph: usize,
    she: bool,
    he: bool,
}

/// The people of a text so far.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    /// The last word of each full name, with the name; `None` where two people share it.
    full: HashMap<&'a str, Option<ByteRange>>,
    /// The last two who spoke, the latest last.
    recent: Vec<Person<'a>>,
    paragraph: usize,
}

impl<'a> Names<'a> {
    /// Takes in the full names of a paragraph.
    pub(crate) fn read(&mut self, text: &'a str, tokens: &[Token]) {
        self.paragraph += 1;
        let mut at = 0;
        while at < tokens.len() {
            let end = run_end(tokens, at);
            if (2..=LONGEST_NAME).contains(&(end - at)) {
                self.add(text, tokens, at, end);
            }
            at = end.max(at + 1);
        }
    }

    fn add(&mut self, text: &'a str, tokens: &[Token], start: usize, end: usize) {
        let range = joined(&tokens[start..end]);
        let key = tokens[end - 1].range.of(text);
        let known = self.full.entry(key).or_insert(Some(range));
        let Some(before) = known else { return };
        // Two forms of one name share their end: Mayor Ana Ruiz, Ana Ruiz.
        let shared = shared_end(before.of(text), range.of(text));
        let same_first = before.of(text).split(' ').next() == range.of(text).split(' ').next();
        if shared.split(' ').count() >= 2 {
            let end = before.end.0;
            *known = Some(ByteRange::new(end - shared.len(), end));
        } else if !same_first {
            *known = None;
        }
    }

    /// The name of the speaker at `speaker`, where it says more than the words there do.
    pub(crate) fn resolve(
        &mut self,
        text: &'a str,
        tokens: &[Token],
        speaker: &Range<usize>,
    ) -> Option<String> {
        let words = &tokens[speaker.clone()];
        let first = words.first()?;
        if words.len() == 1 && first.can(Uses::HE.and(Uses::SHE)) && !first.can(Uses::TITLE) {
            return self.pronoun(first.uses);
        }
        let uses = words.iter().fold(Uses::NONE, |all, it| all | it.uses);
        let last = words
            .iter()
            .rposition(|it| it.capital && !it.can(Uses::TITLE))?;
        let key = words[last].range.of(text);
        let start = words[..last]
            .iter()
            .rposition(|it| !(it.is_word() && it.capital) || it.can(Uses::TITLE))
            .map_or(0, |it| it + 1);
        let here = joined(&words[start..=last]).of(text);
        let full = if start == last {
            self.full.get(key).copied().flatten().map(|it| it.of(text))
        } else {
            None
        };
        let name = full.unwrap_or(here).to_owned();
        self.spoke(key, name, uses);
        full.map(str::to_owned)
    }

    fn spoke(&mut self, key: &'a str, name: String, uses: Uses) {
        let known = self.recent.iter().position(|it| it.key == key);
        let mut person = known.map_or_else(
            || Person {
                key,
                name,
                paragraph: self.paragraph,
                she: false,
                he: false,
            },
            |at| self.recent.remove(at),
        );
        person.paragraph = self.paragraph;
        person.she |= uses.any(Uses::SHE);
        person.he |= uses.any(Uses::HE);
        self.recent.push(person);
        if self.recent.len() > 3 {
            self.recent.remove(0);
        }
    }

    /// The nearest speaker whom a pronoun can mean; nobody where two are as near.
    fn pronoun(&mut self, uses: Uses) -> Option<String> {
        let she = uses.any(Uses::SHE);
        let paragraph = self.paragraph;
        let fits = |it: &Person<'_>| {
            paragraph - it.paragraph <= REACH && if she { !it.he } else { !it.she }
        };
        let nearest = self.recent.iter().rposition(fits)?;
        let person = &self.recent[nearest];
        let rival = self.recent[..nearest]
            .iter()
            .any(|it| fits(it) && it.paragraph == person.paragraph);
        if rival {
            return None;
        }
        let person = &mut self.recent[nearest];
        person.she |= she;
        person.he |= !she;
        Some(person.name.clone())
    }
}

/// Where the run of capital words from `start` ends; titles before a name are no part of it.
fn run_end(tokens: &[Token], start: usize) -> usize {
    let named = |it: &Token| {
        it.is_word() && it.capital && !it.can(Uses::TITLE.and(Uses::DETERMINER).and(Uses::TIME))
    };
    let mut end = start;
    while tokens.get(end).is_some_and(named) {
        end += 1;
        // Initials: Ana M. Ruiz.
        let initial = tokens[end - 1].range.len() == 1
            && tokens.get(end).is_some_and(|it| it.kind == TokenKind::Stop)
            && tokens.get(end + 1).is_some_and(named);
        if initial {
            end += 1;
        }
    }
    end
}

fn joined(tokens: &[Token]) -> ByteRange {
    let (first, last) = (&tokens[0], &tokens[tokens.len() - 1]);
    ByteRange::new(first.range.start.0, last.range.end.0)
}

/// The words that two names end with alike.
fn shared_end<'a>(one: &'a str, other: &str) -> &'a str {
    let mut shared = 0;
    let (mut left, mut right) = (one.rsplit(' '), other.rsplit(' '));
    while let (Some(a), Some(b)) = (left.next(), right.next()) {
        if a != b {
            break;
        }
        shared += a.len() + usize::from(shared > 0);
    }
    &one[one.len() - shared..]
}
