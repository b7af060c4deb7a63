//! Reads claim files, and the articles that they are about.

use std::path::{Path, PathBuf};

use crate::anchor;
use crate::claim::{ClaimFile, Standing};
use crate::desk::articles::{Reading, read_article, read_bounded};
use crate::store::{self, Document};
use crate::text::{Article, Language, Problem};

/// A claim file with the article that it is about, as they are on disk.
#[derive(Debug)]
pub struct Loaded {
    /// The claim file's path.
    pub path: PathBuf,
    /// The claim file.
    pub document: Document,
    /// The article, or why it could not be read.
    pub article: Result<Article, Problem>,
    /// Where each quote stands now; empty when the article could not be read.
    pub standings: Vec<Standing>,
}

/// Reads the claim file at `path` and the article that it names.
pub fn load(path: &Path) -> Result<Loaded, Problem> {
    let document = read_claims(path)?;
    let (article, standings) = article_and_standings(path, document.file());
    Ok(Loaded {
        path: path.to_owned(),
        document,
        article,
        standings,
    })
}

/// A claim file and its article, as far as figures about them need to be known:
/// notes, wordings and sources may be left out.
#[derive(Debug)]
pub struct Weighed {
    /// The claim file.
    pub file: ClaimFile,
    /// The article, or why it could not be read.
    pub article: Result<Article, Problem>,
    /// Where each quote stands now; empty when the article could not be read.
    pub standings: Vec<Standing>,
}

/// Reads what figures need of the claim file at `path` and the article that it names:
/// of thousands of files only those in full that are not as redpencil writes them.
pub fn weigh(path: &Path) -> Result<Weighed, Problem> {
    let skimmed = read_bounded(path).ok();
    let file = match skimmed.and_then(|it| store::skim_quotes(&it)) {
        Some(file) => file,
        None => read_claims(path)?.into_file(),
    };
    let (article, standings) = article_and_standings(path, &file);
    Ok(Weighed {
        file,
        article,
        standings,
    })
}

/// Where each quote of `file`, the claim file at `path`, stands in its article now.
pub fn standings_of(path: &Path, file: &ClaimFile) -> Result<Vec<Standing>, Problem> {
    let (article, standings) = article_and_standings(path, file);
    article.map(|_| standings)
}

/// The article of the claim file at `path`, and where each quote stands in it.
fn article_and_standings(
    path: &Path,
    file: &ClaimFile,
) -> (Result<Article, Problem>, Vec<Standing>) {
    let article = store::article_of(path, file).and_then(|article| {
        let particulars = &file.article;
        let reading = Reading {
            lossy: true,
            language: particulars.language.as_deref().and_then(Language::from_tag),
            published: particulars.published,
        };
        read_article(&article, reading).map(|it| it.article)
    });
    let standings = article.as_ref().map(|it| standings(it, file));
    let standings = standings.unwrap_or_default();
    (article, standings)
}

/// Reads the claim file at `path`, without its article.
pub fn read_claims(path: &Path) -> Result<Document, Problem> {
    let read = || store::read(&read_bounded(path)?, path);
    read().or_else(|problem| match store::mend(path) {
        // Its last save had been cut short.
        Ok(true) => read(),
        Ok(false) | Err(_) => Err(problem),
    })
}

/// The bytes of a regular file, as far as a claim file may be long.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    read_bounded(path)
}

/// What the bytes of a claim file say; `path` is where messages say it stands.
pub fn claims_of(bytes: &[u8], path: &Path) -> Result<ClaimFile, Problem> {
    store::read(bytes, path).map(Document::into_file)
}

/// Where each quote of `file` stands in `article`.
pub(super) fn standings(article: &Article, file: &ClaimFile) -> Vec<Standing> {
    let quotes: Vec<_> = file.claims.iter().map(|it| &it.quote).collect();
    anchor::locate(article, &quotes)
}
