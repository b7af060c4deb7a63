//! Every change that a review can undergo, as a value.

use std::mem::replace;

use serde::{Deserialize, Serialize};

use crate::claim::{Claim, ClaimFile, ClaimId, Particulars, Reviewer, SignOff, UnknownKeys};
use crate::review::ClaimChange;

/// A change of a review. Applying it gives the change that takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// The inside of one claim changes.
    Change {
        /// Which claim.
        claim: ClaimId,
        /// What changes.
        change: ClaimChange,
    },
    /// A claim is added.
    InsertClaim {
        /// After which claim; none means before all others.
        after: Option<ClaimId>,
        /// The claim.
        claim: Box<Claim>,
    },
    /// A claim is taken away.
    RemoveClaim {
        /// Which claim.
        claim: ClaimId,
    },
    /// A claim is replaced by one of the same id.
    ReplaceClaim(Box<Claim>),
    /// The article's particulars.
    SetParticulars(Box<Particulars>),
    /// Who answered for the article.
    SetSigned(Vec<SignOff>),
    /// The file's keys that redpencil does not know.
    SetUnknown(UnknownKeys),
    /// Several changes that are one to the reviewer: one undo takes all back.
    Together(Vec<Self>),
}

/// Why a step could not be taken; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The claim is not in the file (any more).
    #[error("there is no claim {0}: it may have been removed in the meantime")]
    NoSuchClaim(ClaimId),
    /// The claim has fewer sources than that.
    #[error("claim {claim} has no source number {number}")]
    NoSuchEvidence {
        /// The claim.
        claim: ClaimId,
        /// Which one was meant, from 1.
        number: usize,
    },
    /// The reviewer has not judged the claim.
    #[error("{reviewer} has not judged claim {claim}")]
    NotJudged {
        /// The claim.
        claim: ClaimId,
        /// The reviewer.
        reviewer: Reviewer,
    },
    /// There is a claim of that name already.
    #[error("there is already a claim {0}")]
    IdTaken(ClaimId),
    /// Nothing is left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing is left to make again.
    #[error("nothing to redo")]
    NothingToRedo,
}

/// Where a claim stands in the file: a look-up that the caller keeps.
type Position<'a> = &'a dyn Fn(&ClaimFile, &ClaimId) -> Option<usize>;

impl Command {
    /// A change of one claim.
    pub const fn change(claim: ClaimId, change: ClaimChange) -> Self {
        Self::Change { claim, change }
    }

    /// Applies the command and answers with the one that takes it back. When it
    /// is refused the file is as it was, a [`Command::Together`] included.
    pub(super) fn apply(
        self,
        file: &mut ClaimFile,
        position: Position<'_>,
    ) -> Result<Self, Refused> {
        match self {
            Self::Change { claim, change } => {
                let at = place(file, position, &claim)?;
                let change = change.apply(&mut file.claims[at])?;
                Ok(Self::Change { claim, change })
            }
            Self::InsertClaim { after, claim } => {
                if position(file, &claim.id).is_some() {
                    return Err(Refused::IdTaken(claim.id));
                }
                let at = match &after {
                    None => 0,
                    Some(before) => place(file, position, before)? + 1,
                };
                let id = claim.id.clone();
                file.claims.insert(at, *claim);
                Ok(Self::RemoveClaim { claim: id })
            }
            Self::RemoveClaim { claim } => {
                let at = place(file, position, &claim)?;
                let after = at
                    .checked_sub(1)
                    .map(|before| file.claims[before].id.clone());
                let claim = Box::new(file.claims.remove(at));
                Ok(Self::InsertClaim { after, claim })
            }
            Self::ReplaceClaim(claim) => {
                let at = place(file, position, &claim.id)?;
                let claim = replace(&mut file.claims[at], *claim);
                Ok(Self::ReplaceClaim(Box::new(claim)))
            }
            Self::SetParticulars(article) => {
                let article = replace(&mut file.article, *article);
                Ok(Self::SetParticulars(Box::new(article)))
            }
            Self::SetSigned(signed) => Ok(Self::SetSigned(replace(&mut file.signed, signed))),
            Self::SetUnknown(unknown) => Ok(Self::SetUnknown(replace(&mut file.unknown, unknown))),
            Self::Together(commands) => together(commands, file, position),
        }
    }

    /// What it changes, in words for "undone: …".
    pub fn subject(&self) -> &'static str {
        match self {
            Self::Change { change, .. } => change.subject(),
            Self::InsertClaim { .. } | Self::RemoveClaim { .. } | Self::ReplaceClaim(_) => "claim",
            Self::SetParticulars(_) | Self::SetUnknown(_) => "article",
            Self::SetSigned(_) => "sign-off",
            Self::Together(commands) => match commands.as_slice() {
                [one] => one.subject(),
                _ => "several changes",
            },
        }
    }

    /// Whether it can change how many claims there are or where they stand.
    pub(super) fn moves_claims(&self) -> bool {
        match self {
            Self::InsertClaim { .. } | Self::RemoveClaim { .. } => true,
            Self::Together(commands) => commands.iter().any(Self::moves_claims),
            Self::Change { .. }
            | Self::ReplaceClaim(_)
            | Self::SetParticulars(_)
            | Self::SetSigned(_)
            | Self::SetUnknown(_) => false,
        }
    }

    /// Whether it changes anything but the inside of claims that stay: which claims
    /// there are, or what the file says of itself.
    pub(super) fn goes_beyond_claims(&self) -> bool {
        match self {
            Self::SetParticulars(_) | Self::SetSigned(_) | Self::SetUnknown(_) => true,
            Self::Together(commands) => commands.iter().any(Self::goes_beyond_claims),
            Self::InsertClaim { .. }
            | Self::RemoveClaim { .. }
            | Self::Change { .. }
            | Self::ReplaceClaim(_) => self.moves_claims(),
        }
    }

    /// Calls `visit` with every claim that the command touches.
    pub(super) fn each_claim(&self, visit: &mut impl FnMut(&ClaimId)) {
        match self {
            Self::Change { claim, .. } | Self::RemoveClaim { claim } => visit(claim),
            Self::InsertClaim { claim, .. } | Self::ReplaceClaim(claim) => visit(&claim.id),
            Self::SetParticulars(_) | Self::SetSigned(_) | Self::SetUnknown(_) => {}
            Self::Together(commands) => {
                for command in commands {
                    command.each_claim(visit);
                }
            }
        }
    }
}

fn place(file: &ClaimFile, position: Position<'_>, id: &ClaimId) -> Result<usize, Refused> {
    position(file, id).ok_or_else(|| Refused::NoSuchClaim(id.clone()))
}

fn together(
    commands: Vec<Command>,
    file: &mut ClaimFile,
    position: Position<'_>,
) -> Result<Command, Refused> {
    // The caller's look-up knows the file as it was; once claims move, a scan is right.
    let scan = |file: &ClaimFile, id: &ClaimId| file.claims.iter().position(|it| it.id == *id);
    let mut moved = false;
    let mut inverses = Vec::with_capacity(commands.len());
    for command in commands {
        let look_up: Position<'_> = if moved { &scan } else { position };
        moved |= command.moves_claims();
        match command.apply(file, look_up) {
            Ok(inverse) => inverses.push(inverse),
            Err(refused) => {
                for inverse in inverses.into_iter().rev() {
                    inverse
                        .apply(file, &scan)
                        .expect("what was just done can be taken back");
                }
                return Err(refused);
            }
        }
    }
    inverses.reverse();
    Ok(Command::Together(inverses))
}
