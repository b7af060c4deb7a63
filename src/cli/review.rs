//! `redpencil ARTICLE`: the interface.

use std::path::{Path, PathBuf};

use crate::cli::arguments::ReviewOptions;
use crate::cli::output::{say, tell};
use crate::cli::{exit_code, reviewer};
use crate::desk::{self, Reading};
use crate::text::Problem;
use crate::tui::{self, Failure};

/// Runs the subcommand.
pub(crate) fn run(options: &ReviewOptions) -> u8 {
    let article = match one_article(&options.articles) {
        Ok(article) => article,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let folder = article
        .parent()
        .filter(|it| it.is_dir())
        .unwrap_or(Path::new("."));
    let asked = reviewer::ask(options.reviewer.as_deref(), folder);
    let reading = Reading::from(&options.reading);
    match tui::run(&article, options.claims.as_deref(), reading, || {
        asked.answer()
    }) {
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

/// The article that is meant: the one named, or the only one in a folder.
fn one_article(named: &[PathBuf]) -> Result<PathBuf, Problem> {
    let [path] = named else {
        return Err(Problem::error(match named.len() {
            0 => "no article was named".to_owned(),
            number => format!("{number} articles were named; the interface opens one at a time"),
        })
        .next_step("name one article: redpencil ARTICLE"));
    };
    if !path.is_dir() {
        return Ok(path.clone());
    }
    let mut articles = desk::articles_in(path)?;
    match articles.len() {
        1 => Ok(articles.remove(0)),
        0 => Err(Problem::error("there is no article in this folder")
            .in_file(path)
            .next_step("articles are files that end in .txt, .md or .html")),
        number => {
            for article in &articles {
                say(&article.display().to_string());
            }
            Err(
                Problem::error(format!("there are {number} articles in this folder"))
                    .in_file(path)
                    .next_step("name one of them, or see how far they are with: redpencil status"),
            )
        }
    }
}
