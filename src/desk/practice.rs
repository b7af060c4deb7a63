//! An article to practise on, in a folder that goes when it is left.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::store;
use crate::text::Problem;

/// An article to practise on.
#[derive(Debug)]
pub struct Practice {
    article: PathBuf,
    // Goes with everything in it when this is dropped.
    _folder: TempDir,
}

/// Writes `text` as `name` into a folder of its own.
pub fn practice(name: &str, text: &str) -> Result<Practice, Problem> {
    let failed = |error: std::io::Error| {
        Problem::error(format!("no folder to practise in: {error}"))
            .next_step("check that the folder for temporary files may be written (TMPDIR)")
    };
    let folder = tempfile::Builder::new()
        .prefix("redpencil-")
        .tempdir()
        .map_err(failed)?;
    let article = folder.path().join(name);
    fs::write(&article, text).map_err(failed)?;
    Ok(Practice {
        article,
        _folder: folder,
    })
}

impl Practice {
    /// Where the article is.
    pub fn article(&self) -> &Path {
        &self.article
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        // Journal and lock lie among the person's own: nobody comes back to these.
        if let Ok(journal) = store::journal_path(&store::claim_file_of(&self.article)) {
            let _ = fs::remove_file(journal.with_extension("lock"));
            let _ = fs::remove_file(journal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_goes_when_it_is_left() {
        let practice = practice("ferry.txt", "The ferry sails.\n").expect("a folder");
        let path = practice.article().to_owned();
        assert_eq!(
            fs::read_to_string(&path).expect("the article"),
            "The ferry sails.\n"
        );
        drop(practice);
        assert!(!path.exists());
    }
}
