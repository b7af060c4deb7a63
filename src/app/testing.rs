//! A desk for tests: type keys, look at what they did.

use crate::app::{Effect, KeyChord, Keymap, Message, Model, Notice, Opening, update};
use crate::claim::{Claim, ClaimFile, ClaimId, Kind, Particulars, Reviewer, TextQuoteSelector};
use crate::review::Review;
use crate::split::{LeftOut, Uncheckable};
use crate::text::{Article, ByteRange};

/// An article with its claims, and somebody who types.
pub(crate) struct Desk {
    pub(crate) model: Model,
    /// Everything that was asked for, in order.
    pub(crate) effects: Vec<Effect>,
}

/// What a council did, in four claims.
pub(crate) const COUNCIL: [&str; 4] = [
    "212 of 230 signed",
    "The council met on Sunday",
    "It sat for 6 hours",
    "It rained for 3 days",
];

impl Desk {
    /// A desk with the first claims of what a council did.
    pub(crate) fn of_council(claims: usize) -> Self {
        let claims = &COUNCIL[..claims];
        Self::reading(&claims.join("\n"), claims)
    }

    /// A desk whose article is made of these claims, a line each.
    pub(crate) fn with<const N: usize>(claims: [&str; N]) -> Self {
        Self::reading(&claims.join("\n"), &claims)
    }

    /// A desk with `text`, these stretches of it claims, in their order.
    pub(crate) fn reading(text: &str, quotes: &[&str]) -> Self {
        Self::opening(opening(text, quotes))
    }

    pub(crate) fn opening(opening: Opening) -> Self {
        Self {
            model: Model::new(opening),
            effects: Vec::new(),
        }
    }

    /// Presses keys, written apart by spaces: `v`, `ctrl-d`, `space`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let key: KeyChord = word.parse().expect("a key");
            self.send(Message::Key { key, now: now() });
        }
        self
    }

    /// Types letters one by one.
    pub(crate) fn write(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            let key = KeyChord::plain(crate::app::Key::Char(c));
            self.send(Message::Key { key, now: now() });
        }
        self
    }

    pub(crate) fn paste(&mut self, words: &str) -> &mut Self {
        self.send(Message::Paste(words.to_owned()));
        self
    }

    pub(crate) fn send(&mut self, message: Message) {
        self.effects.extend(update(&mut self.model, message));
        while self.model.is_searching() {
            self.effects.extend(update(&mut self.model, Message::GoOn));
        }
    }

    /// What became of each claim, in order.
    pub(crate) fn statuses(&self) -> Vec<&'static str> {
        let claims = self.model.review().claims().iter();
        claims.map(|it| it.status().name()).collect()
    }

    /// The number of the current claim, from 1; 0 if none is listed.
    pub(crate) fn at(&self) -> usize {
        self.model.current().map_or(0, |it| it + 1)
    }

    pub(crate) fn notice(&self) -> &str {
        self.model.notice().text().unwrap_or_default()
    }

    pub(crate) fn failed(&self) -> bool {
        matches!(self.model.notice(), Notice::Failed(_))
    }

    pub(crate) fn claim(&self, number: usize) -> &Claim {
        &self.model.review().claims()[number - 1]
    }
}

/// The minute at which everything in tests happens.
pub(crate) fn now() -> crate::claim::Timestamp {
    "2024-03-05T09:12:44Z".parse().expect("a time")
}

/// What a desk opens with: `text`, its claims, everything else left out that is
/// no claim but fills a line.
pub(crate) fn opening(text: &str, quotes: &[&str]) -> Opening {
    let mut ranges = Vec::new();
    let mut claims: Vec<Claim> = Vec::new();
    let mut from = 0;
    for quote in quotes {
        let start = text[from..].find(quote).map(|it| it + from);
        ranges.push(start.map(|it| ByteRange::new(it, it + quote.len())));
        from = start.map_or(from, |it| it + quote.len());
        let selector = TextQuoteSelector {
            exact: (*quote).to_owned(),
            ..TextQuoteSelector::default()
        };
        let id = ClaimId::new(quote, 0, |id| claims.iter().any(|it| it.id == *id));
        let kind = if quote.contains(char::is_numeric) {
            Kind::Count
        } else {
            Kind::Event
        };
        claims.push(Claim::new(id, selector, *quote, vec![kind]));
    }
    let article = Article::plain(text);
    let is_claimed = |it: ByteRange| ranges.iter().flatten().any(|range| range.overlaps(it));
    let left_out = article
        .blocks()
        .iter()
        .map(|it| it.range)
        .filter(|it| !is_claimed(*it));
    let left_out = left_out
        .map(|range| LeftOut {
            range,
            why: Uncheckable::Opinion,
        })
        .collect();
    let particulars = Particulars {
        file: "harbour-vote.txt".to_owned(),
        ..Particulars::default()
    };
    Opening {
        review: Review::new(ClaimFile::new(particulars, claims)),
        article,
        ranges,
        left_out: Some(left_out),
        reviewer: Reviewer::new("Ana Ruiz"),
        read_only: None,
        notices: Vec::new(),
        keymap: Keymap::default(),
    }
}
