//! Puts two reviewers' claim files into one, to be settled.

use std::path::{Path, PathBuf};

use crate::claim::ClaimFile;
use crate::compare::{Settlement, holds_both};
use crate::desk::articles::read_bounded;
use crate::desk::discover::named_claim_file;
use crate::desk::repository::Tracked;
use crate::store::{self, Document, Held, Lock, SaveError};
use crate::text::Problem;

/// Two claim files that are one now.
#[derive(Debug)]
pub struct United {
    /// The article.
    pub article: PathBuf,
    /// The claim file with all that both sides say.
    pub claims: PathBuf,
    /// What each side said.
    pub settlement: Settlement,
}

/// Writes all that `left` and `right` say into `out`. Each is a claim file, its
/// article, a revision or `REVISION:PATH`. Verdicts and sources are united;
/// nothing is dropped.
///
/// Without `out` it goes into the file of the left side, if that is a file or
/// what the work tree has. Where a settlement of the two was begun there, it goes
/// on. Any other `out` that is there already is refused unless it is one of the
/// two: it may hold somebody's work.
pub fn unite(left: &str, right: &str, out: Option<&Path>) -> Result<United, Problem> {
    let (left, right) = sides(left, right)?;
    let out = match out {
        Some(out) => out.to_owned(),
        None if left.is_file || read_bounded(&left.place).is_ok_and(|it| it == left.bytes) => {
            left.place.clone()
        }
        None => {
            return Err(Problem::error("the left side is a revision, not a file")
                .next_step("say where the settled claim file goes: --out FILE"));
        }
    };
    let _lock = Lock::take(&out).map_err(|Held { by }| {
        Problem::error(format!("{by} has this claim file open"))
            .in_file(&out)
            .next_step("quit it there first")
    })?;
    let document = store::read(&left.bytes, &left.name)?;
    let theirs = store::read(&right.bytes, &right.name)?;
    let article = store::article_of(&left.place, document.file())?;
    let sides = (document.file(), theirs.file());
    let is_one_of_them = [&left, &right]
        .into_iter()
        .any(|it| is_same_file(&it.place, &out));
    if out.exists() {
        let there = store::read(&read_bounded(&out)?, &out);
        let begun = there.as_ref().ok().map(Document::file);
        let begun = begun.filter(|it| holds_both(it, sides.0, sides.1));
        if let Some(begun) = begun.filter(|it| is_about(it, &out, &article)) {
            return Ok(United {
                settlement: Settlement::resumed(sides.0, sides.1, begun),
                article,
                claims: out,
            });
        }
        if !is_one_of_them {
            return Err(Problem::error(
                "this file is there already, and is no settlement of the two",
            )
            .in_file(&out)
            .next_step("name a new file with --out, or one of the two sides"));
        }
    }
    let settlement = Settlement::of(sides.0, sides.1);
    let mut file = settlement.united.file.clone();
    file.article.file = store::article_as_named(&out, &article);
    let empty = Document::new(&ClaimFile::new(file.article.clone(), Vec::new()), &out)?;
    let united = document.merged(&empty, &theirs, &file, &out)?;
    let before = if out.exists() {
        Some(read_bounded(&out)?)
    } else {
        None
    };
    store::save(&out, &united.bytes(), before.as_deref()).map_err(|error| match error {
        SaveError::ChangedUnderneath => Problem::error("this file was changed in this very moment")
            .in_file(&out)
            .next_step("run the command again"),
        SaveError::Failed(problem) => problem,
    })?;
    Ok(United {
        article,
        claims: out,
        settlement,
    })
}

/// Whether the claim file at `path` is about this article.
fn is_about(file: &ClaimFile, path: &Path, article: &Path) -> bool {
    store::article_of(path, file).is_ok_and(|it| is_same_file(&it, article))
}

/// One side that is to be settled.
struct Side {
    bytes: Vec<u8>,
    /// What messages call it.
    name: PathBuf,
    /// Where it stands in the work tree, or would stand.
    place: PathBuf,
    /// Whether it was named as a file.
    is_file: bool,
}

/// What a word on the command line means.
enum Named<'a> {
    File(PathBuf),
    Revision(&'a str, Option<PathBuf>),
}

impl<'a> Named<'a> {
    fn new(word: &'a str) -> Result<Self, Problem> {
        if Path::new(word).exists() {
            return named_claim_file(Path::new(word)).map(Self::File);
        }
        Ok(match word.split_once(':') {
            Some((revision, path)) => Self::Revision(revision, Some(PathBuf::from(path))),
            None => Self::Revision(word, None),
        })
    }

    fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::Revision(_, path) => path.as_ref(),
        }
    }

    /// The side itself; a revision that names no path has the claim file at `place`.
    fn side(&self, place: &Path) -> Result<Side, Problem> {
        match self {
            Self::File(path) => Ok(Side {
                bytes: read_bounded(path)?,
                name: path.clone(),
                place: path.clone(),
                is_file: true,
            }),
            Self::Revision(revision, path) => {
                let place = path.as_deref().unwrap_or(place);
                let tracked = Tracked::new(place)?;
                let missing = || {
                    Problem::error(format!("{revision} has no such claim file"))
                        .in_file(place)
                        .next_step("see what it has with: redpencil diff")
                };
                Ok(Side {
                    bytes: tracked.bytes_at(revision)?.ok_or_else(missing)?,
                    name: tracked.name_at(revision),
                    place: place.to_owned(),
                    is_file: false,
                })
            }
        }
    }
}

fn sides(left: &str, right: &str) -> Result<(Side, Side), Problem> {
    let (one, other) = (Named::new(left)?, Named::new(right)?);
    let place = match one.path().or(other.path()) {
        Some(path) => path.clone(),
        None => Tracked::differing(left, right)?,
    };
    Ok((one.side(&place)?, other.side(&place)?))
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
