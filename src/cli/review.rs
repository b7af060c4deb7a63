//! `redpencil ARTICLE…`: the interface.

use std::path::{Path, PathBuf};

use crate::cli::arguments::ReviewOptions;
use crate::cli::output::tell;
use crate::cli::{config, exit_code, plain, reviewer};
use crate::desk::{self, FolderContent, Reading};
use crate::text::Problem;
use crate::tui::{self, Failure, Manner};

/// Runs the subcommand.
pub(crate) fn run(options: &ReviewOptions) -> u8 {
    let subject = match subject(&options.articles, options.claims.is_some()) {
        Ok(subject) => subject,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    if options.blind && matches!(subject, Subject::Several(_)) {
        // The list of articles tells what others have decided.
        tell(
            &Problem::error("--blind is about one article, and several were named")
                .next_step("name one: redpencil review --blind ARTICLE"),
        );
        return exit_code::WRONG_USE;
    }
    let setup = match config::setup(options.colour) {
        Ok(mut setup) => {
            setup
                .settings
                .splitter
                .take_if(|_| options.reading.built_in);
            setup
        }
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    if options.plain {
        return plain::run(&subject, options, &setup.settings);
    }
    let named = options.reviewer.as_deref();
    let reading = Reading::from(&options.reading);
    let ended = match &subject {
        Subject::One(article) => {
            let asked = reviewer::ask(named, &setup.settings, folder_of(article));
            let claims = options.claims.as_deref();
            let manner = if options.blind {
                Manner::Blind
            } else {
                Manner::Open
            };
            tui::run(article, claims, reading, manner, &setup, || asked.answer())
        }
        Subject::Several(paths) => {
            let asked = reviewer::ask(named, &setup.settings, folder_of(&paths[0]));
            tui::run_articles(paths, reading, &setup, || asked.answer())
        }
    };
    ended_with(ended)
}

/// The exit code of the interface.
pub(super) fn ended_with(ended: Result<(), Failure>) -> u8 {
    match ended {
        Ok(()) => exit_code::DONE,
        Err(Failure::NoTerminal(problem)) => {
            tell(&problem);
            exit_code::WRONG_USE
        }
        Err(Failure::Problem(problem)) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
    }
}

/// What is to be reviewed.
pub(crate) enum Subject {
    /// One article.
    One(PathBuf),
    /// Several, of which the person chooses: files or folders, at least one.
    Several(Vec<PathBuf>),
}

/// What is meant: the one article that is named or lies alone in a folder; else
/// the list of all.
fn subject(named: &[PathBuf], has_claims: bool) -> Result<Subject, Problem> {
    if has_claims && named.len() != 1 {
        return Err(Problem::error(
            "--claims names the claim file of one article, and several were named",
        )
        .next_step("name one article: redpencil ARTICLE --claims FILE"));
    }
    // One file that is missing is told with more when it is opened.
    if let Some(missing) = named.iter().find(|it| named.len() > 1 && !it.exists()) {
        return Err(Problem::error("there is no such file")
            .in_file(missing)
            .next_step("check the spelling of the path"));
    }
    let [path] = named else {
        return match named.len() {
            0 => Err(Problem::error("no article was named")
                .next_step("name an article or a folder: redpencil ARTICLE")),
            _ => Ok(Subject::Several(named.to_vec())),
        };
    };
    if !path.is_dir() {
        return Ok(Subject::One(path.clone()));
    }
    match desk::content_of(path)? {
        FolderContent::One(article) => Ok(Subject::One(article)),
        FolderContent::Several => Ok(Subject::Several(vec![path.clone()])),
        FolderContent::Nothing => Err(Problem::error("there is no article in this folder")
            .in_file(path)
            .next_step("articles are files that end in .txt, .md or .html")),
    }
}

/// The folder in which git is asked who judges.
pub(crate) fn folder_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    let parent = path.parent().filter(|it| it.is_dir());
    parent.unwrap_or(Path::new("."))
}
