//! `redpencil tutor`: ten steps at a sample article.

use crate::app::{Lesson, Tongue};
use crate::cli::arguments::TutorOptions;
use crate::cli::output::tell;
use crate::cli::review::{ended_with, folder_of};
use crate::cli::{config, exit_code, reviewer};
use crate::desk::{self, Reading};
use crate::text::Language;
use crate::tui::{self, Manner};

/// Runs the subcommand.
pub(crate) fn run(options: &TutorOptions) -> u8 {
    let tongue = match options.language {
        Some(language) => tongue_of(language),
        None => system_tongue(),
    };
    let (name, text) = tongue.sample();
    let practice = match desk::practice(name, text) {
        Ok(practice) => practice,
        Err(problem) => {
            tell(&problem);
            return exit_code::SYSTEM;
        }
    };
    let article = practice.article();
    let setup = match config::setup(options.colour) {
        Ok(mut setup) => {
            // The steps are about claims of redpencil's own making.
            setup.settings.splitter = None;
            setup
        }
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let asked = reviewer::ask(None, &setup.settings, folder_of(article));
    let manner = Manner::Lesson(Lesson::new(tongue));
    let reading = Reading::default();
    ended_with(tui::run(article, None, reading, manner, &setup, || {
        asked.answer()
    }))
}

fn tongue_of(language: Language) -> Tongue {
    if language.is_chinese() {
        Tongue::Chinese
    } else {
        Tongue::English
    }
}

/// The language that the person's system speaks, as POSIX names it: `zh_TW.UTF-8`.
fn system_tongue() -> Tongue {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|it| std::env::var(it).ok().filter(|it| !it.is_empty()));
    match named {
        Some(name) if name.starts_with("zh") => Tongue::Chinese,
        _ => Tongue::English,
    }
}
