//! Makes claims of articles that nobody has reviewed yet.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::claim::ClaimFile;
use crate::config::{Settings, Splitter};
use crate::desk::articles::{Reading, read_article};
use crate::desk::loaded::read_claims;
use crate::desk::open::counted;
use crate::desk::splitter;
use crate::intake::Read;
use crate::mention::mentions;
use crate::review;
use crate::split::{Cuts, LeftOut, check_worthiness, quotations, split};
use crate::store::{self, Document, SaveError};
use crate::text::{Article, Problem};

/// What became of an article that was to be split.
#[derive(Debug)]
pub enum Written {
    /// A claim file was written.
    New {
        /// Where.
        claims: PathBuf,
        /// How many claims it has.
        count: usize,
        /// What the person should know of the article.
        warnings: Vec<Problem>,
    },
    /// There was one already, and it stays as it is: it may hold verdicts.
    Kept {
        /// Where.
        claims: PathBuf,
        /// How many claims it has.
        count: usize,
    },
}

/// Splits the article at `path` and writes its claim file, unless there is one:
/// by redpencil's own rules, or by the person's splitter.
pub fn write_claims(
    path: &Path,
    claims: Option<&Path>,
    reading: Reading,
    splitter: Option<&Splitter>,
) -> Result<Written, Problem> {
    let is_named = claims.is_some();
    let claims = claims.map_or_else(|| store::claim_file_of(path), Path::to_owned);
    if claims.exists() {
        let count = read_claims(&claims)?.file().claims.len();
        return Ok(Written::Kept { claims, count });
    }
    if !is_named {
        store::refuse_elsewhere(&claims, path)?;
    }
    let read = read_article(path, reading)?;
    let (cuts, warnings) = cuts(&read, splitter)?;
    let name = store::article_as_named(&claims, path);
    let mut file = review::draft(&read.article, &cuts, &name, read.published);
    for claim in &mut file.claims {
        claim.proposed_by = splitter.map(|it| it.name().to_owned());
    }
    let count = file.claims.len();
    let document = Document::new(&file, &claims)?;
    store::save(&claims, &document.bytes(), None).map_err(|error| match error {
        SaveError::ChangedUnderneath => {
            Problem::error("another program has just written this file")
                .in_file(&claims)
                .next_step("look at it before you split again")
        }
        SaveError::Failed(problem) => problem,
    })?;
    Ok(Written::New {
        claims,
        count,
        warnings: read.warnings.into_iter().chain(warnings).collect(),
    })
}

/// Has the person's splitter cut an article that has no claim file yet, and writes
/// the answer down at once: it may have cost time and money. Answers with what is
/// to be told. Without a splitter, or for a claim file, there is nothing to do.
pub fn propose(
    path: &Path,
    claims: Option<&Path>,
    reading: Reading,
    settings: &Settings,
) -> Result<Vec<String>, Problem> {
    let Some(splitter) = &settings.splitter else {
        return Ok(Vec::new());
    };
    let is_split = claims.map_or_else(|| store::claim_file_of(path), Path::to_owned);
    if store::is_claim_file(path) || is_split.exists() {
        return Ok(Vec::new());
    }
    match write_claims(path, claims, reading, Some(splitter))? {
        Written::Kept { .. } => Ok(Vec::new()),
        Written::New {
            count, warnings, ..
        } => {
            let proposed = counted(count, "claim", "claims");
            let told = format!("{} proposed {proposed}", splitter.name());
            let warned = warnings.iter().map(|it| it.what().to_owned());
            Ok([told].into_iter().chain(warned).collect())
        }
    }
}

/// The claims of an article that nobody has reviewed yet, as redpencil's own rules
/// or the person's splitter have them, and what is to be said of the answer.
pub fn cuts(read: &Read, splitter: Option<&Splitter>) -> Result<(Cuts, Vec<Problem>), Problem> {
    if let Some(splitter) = splitter {
        return splitter::ask(splitter, read);
    }
    Ok((
        split_on_all_cores(&read.article, read.published),
        Vec::new(),
    ))
}

/// The claims of an article that nobody has reviewed yet, and what was left out.
pub(super) fn split_anew(read: &Read, name: &str) -> (ClaimFile, Cuts) {
    let cuts = split_on_all_cores(&read.article, read.published);
    (
        review::draft(&read.article, &cuts, name, read.published),
        cuts,
    )
}

/// Splits the article, published on that day, while other cores make the tables
/// that this will ask for: they are made once, when first needed, and take longer
/// than a short article.
fn split_on_all_cores(article: &Article, published: Option<NaiveDate>) -> Cuts {
    let reference = published.and_then(|it| it.and_hms_opt(0, 0, 0));
    let sample = article
        .blocks()
        .first()
        .map_or("", |it| it.range.of(article.text()));
    let language = article.language();
    std::thread::scope(|scope| {
        scope.spawn(|| mentions(sample, language, reference));
        scope.spawn(|| quotations(sample, language, &[]));
        scope.spawn(|| check_worthiness(sample, language));
        split(article, reference)
    })
}

/// What the splitter leaves out of `article`, published on that day, as nothing to
/// check. A long article takes seconds.
pub fn left_out(article: &Article, published: Option<NaiveDate>) -> Vec<LeftOut> {
    split_on_all_cores(article, published).left_out
}
