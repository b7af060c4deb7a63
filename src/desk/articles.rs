//! Reads an article from disk.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use chrono::NaiveDate;

use crate::intake::{self, Format, MOST_BYTES, Options, Read};
use crate::store;
use crate::text::{Language, Problem};

/// How an article is read; what is `None` is told from the article itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    /// Accept bytes that are no text.
    pub lossy: bool,
    /// The language.
    pub language: Option<Language>,
    /// The day of publication.
    pub published: Option<NaiveDate>,
}

/// Reads the article at `path`.
///
/// Special files are refused before they are opened: reading a pipe that
/// nobody writes to would wait for ever.
pub fn read_article(path: &Path, reading: Reading) -> Result<Read, Problem> {
    let bytes = read_bounded(path)?;
    let format = Format::of_file_name(&path.to_string_lossy());
    let format = format.unwrap_or_else(|| Format::of_bytes(&bytes));
    let mut read = read_bytes(&bytes, format, reading).map_err(|problem| problem.in_file(path))?;
    read.warnings = read
        .warnings
        .into_iter()
        .map(|it| it.in_file(path))
        .collect();
    Ok(read)
}

/// Reads an article whose bytes are at hand.
pub fn read_bytes(bytes: &[u8], format: Format, reading: Reading) -> Result<Read, Problem> {
    let mut read = intake::read(
        bytes,
        format,
        Options {
            lossy: reading.lossy,
        },
    )?;
    if let Some(language) = reading.language {
        read.article = read.article.in_language(language);
    }
    read.published = reading.published.or(read.published);
    Ok(read)
}

/// All bytes of the regular file at `path`; of one that is too large for any
/// reader so many that they can tell.
pub(crate) fn read_bounded(path: &Path) -> Result<Vec<u8>, Problem> {
    let told = |error: &std::io::Error| unreadable(path, error);
    let about = fs::metadata(path).map_err(|it| told(&it))?;
    if about.is_dir() {
        return Err(Problem::error("this is a folder")
            .in_file(path)
            .next_step("name an article: a .txt, .md or .html file"));
    }
    if !about.is_file() {
        return Err(Problem::error("this is no regular file").in_file(path));
    }
    let mut bytes = Vec::new();
    let mut file = store::open_regular(path)
        .map_err(|it| told(&it))?
        .take(MOST_BYTES.max(store::MOST_BYTES) as u64 + 1);
    file.read_to_end(&mut bytes).map_err(|it| told(&it))?;
    Ok(bytes)
}

/// A file that could not be read, in words.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    use std::io::ErrorKind;
    let problem = match error.kind() {
        ErrorKind::NotFound => {
            Problem::error("there is no such file").next_step("check the spelling of the path")
        }
        ErrorKind::PermissionDenied => {
            Problem::error("you may not read this file").next_step("check its permissions")
        }
        _ => Problem::error(format!("it could not be read: {error}")),
    };
    problem.in_file(path)
}
