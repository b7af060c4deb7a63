//! What the colours of claims tell.

use crate::app::model::Model;
use crate::claim::{Claim, Kind, Source, Status};

/// What the colours of claims tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourBy {
    /// What became of them.
    #[default]
    Verdict,
    /// What makes them checkable.
    Kind,
    /// How near their sources are to the facts.
    Source,
    /// Who judged them last.
    Reviewer,
}

impl ColourBy {
    /// Every choice, in the order in which a key goes through them.
    pub const ALL: [Self; 4] = [Self::Verdict, Self::Kind, Self::Source, Self::Reviewer];

    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Kind => "kind",
            Self::Source => "source",
            Self::Reviewer => "reviewer",
        }
    }
}

/// The colour of a claim, before a theme gives it one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// That of a status.
    Status(Status),
    /// None.
    Plain,
    /// One of six: a number from 0 on, which begins again after six.
    Nth(usize),
}

/// How a claim is coloured, and the word that says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tint {
    /// The word: never colour alone.
    pub word: String,
    /// The colour.
    pub hue: Hue,
}

impl Model {
    /// How the claim at `position` is coloured.
    pub fn tint(&self, position: usize) -> Tint {
        let status = self.status(position);
        let Some(claim) = self.review.claims().get(position) else {
            return plain("");
        };
        match self.colour_by {
            ColourBy::Verdict => {
                // What a merge left open waits for somebody as much as two verdicts do.
                let (word, status) = match (claim.dismissed, &claim.same_as) {
                    _ if claim.conflict.is_some() => ("conflict", Status::Contested),
                    (true, _) => ("dismissed", status),
                    (false, Some(_)) => ("repeat", status),
                    (false, None) => (status.name(), status),
                };
                Tint {
                    word: word.to_owned(),
                    hue: Hue::Status(status),
                }
            }
            ColourBy::Kind => by_kind(claim),
            ColourBy::Source => by_source(claim),
            ColourBy::Reviewer => self.by_reviewer(claim),
        }
    }

    fn by_reviewer(&self, claim: &Claim) -> Tint {
        let sight = self.review.sight();
        let judged = sight.judgements(claim);
        let Some(last) = judged.max_by_key(|it| it.reviewed) else {
            return plain("nobody");
        };
        // Numbered by the alphabet: the same colours in every session.
        let nth = self.reviewers.iter().position(|it| *it == last.reviewer);
        Tint {
            word: last.reviewer.to_string(),
            hue: nth.map_or(Hue::Plain, Hue::Nth),
        }
    }
}

fn by_kind(claim: &Claim) -> Tint {
    let Some(kind) = claim.kinds.first() else {
        return plain("no kind");
    };
    let nth = Kind::ALL.iter().position(|it| it == kind);
    Tint {
        word: kind.name().to_owned(),
        hue: nth.map_or(Hue::Plain, Hue::Nth),
    }
}

fn by_source(claim: &Claim) -> Tint {
    let has = |source| claim.evidence.iter().any(|it| it.source == Some(source));
    let (word, hue) = if has(Source::Primary) {
        ("primary", Hue::Nth(0))
    } else if has(Source::Secondary) {
        ("secondary", Hue::Nth(1))
    } else if claim.evidence.is_empty() {
        ("no source", Hue::Plain)
    } else {
        ("source", Hue::Nth(2))
    };
    Tint {
        word: word.to_owned(),
        hue,
    }
}

fn plain(word: &str) -> Tint {
    Tint {
        word: word.to_owned(),
        hue: Hue::Plain,
    }
}
