//! `redpencil split`: articles into claims.

use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Value, json};

use crate::cli::arguments::{ReadingOptions, SplitFormat, SplitOptions};
use crate::cli::corpus::{self, MentionRow};
use crate::cli::output::{Output, counted, ended, say, tell};
use crate::cli::{config, exit_code};
use crate::config::Splitter;
use crate::desk::{self, Reading, Written};
use crate::intake::{Format, MOST_BYTES, Read};
use crate::review;
use crate::split::{Cuts, InsideQuotations};
use crate::text::{CharIndex, Problem};

/// Runs the subcommand.
pub(crate) fn run(options: &SplitOptions) -> u8 {
    if let Some(level) = options.level {
        let inside = if options.keep_quotations {
            InsideQuotations::Keep
        } else {
            InsideQuotations::Cut
        };
        return corpus::run(level, inside);
    }
    if options.claims.is_some() && options.articles.len() > 1 {
        say("--claims names one file, and several articles were given");
        return exit_code::WRONG_USE;
    }
    let splitter = match config::splitter(options.reading.built_in) {
        Ok(splitter) => splitter,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    match options.format {
        SplitFormat::Jsonl => ended(print_rows(options, splitter.as_ref())),
        SplitFormat::Yaml => write_files(options, splitter.as_ref()),
    }
}

impl From<&ReadingOptions> for Reading {
    fn from(options: &ReadingOptions) -> Self {
        Self {
            lossy: options.lossy,
            language: options.language,
            published: options.published,
        }
    }
}

/// Articles that are split before the rows of the first are printed.
const ARTICLES_AT_ONCE: usize = 64;

fn print_rows(options: &SplitOptions, splitter: Option<&Splitter>) -> io::Result<u8> {
    let mut output = Output::new();
    let mut code = exit_code::DONE;
    for some in options.articles.chunks(ARTICLES_AT_ONCE) {
        let answers: Vec<Result<Vec<Value>, Problem>> = some
            .par_iter()
            .map(|path| rows(path, options, splitter))
            .collect();
        for answer in answers {
            match answer {
                Ok(rows) => rows.iter().try_for_each(|row| output.json(row))?,
                Err(problem) => {
                    tell(&problem);
                    code = exit_code::BAD_INPUT;
                }
            }
        }
    }
    output.finish(code)
}

fn rows(
    path: &Path,
    options: &SplitOptions,
    splitter: Option<&Splitter>,
) -> Result<Vec<Value>, Problem> {
    let read = read(path, Reading::from(&options.reading))?;
    let (cuts, warnings) = desk::cuts(&read, splitter)?;
    for warning in read.warnings.iter().chain(&warnings) {
        tell(warning);
    }
    Ok(article_rows(
        &path.to_string_lossy(),
        &read,
        &cuts,
        options.all,
    ))
}

fn read(path: &Path, reading: Reading) -> Result<Read, Problem> {
    if path != Path::new("-") {
        return desk::read_article(path, reading);
    }
    let mut bytes = Vec::new();
    let failed = |it| Problem::error(format!("standard input: {it}"));
    // One byte more than the largest article has: enough to tell that it is too large.
    let most = MOST_BYTES as u64 + 1;
    let mut stdin = io::stdin().lock().take(most);
    stdin.read_to_end(&mut bytes).map_err(failed)?;
    desk::read_bytes(&bytes, Format::of_bytes(&bytes), reading)
        .map_err(|it| it.in_file(Path::new("standard input")))
}

fn article_rows(name: &str, read: &Read, cuts: &Cuts, all: bool) -> Vec<Value> {
    let text = read.article.text();
    let index = CharIndex::new(text);
    let claims = review::claims(&read.article, cuts);
    let mut rows: Vec<Value> = cuts
        .claims
        .iter()
        .zip(claims)
        .map(|(cut, claim)| {
            let mentions: Vec<_> = cut
                .mentions
                .iter()
                .map(|it| MentionRow::of(it, text, &index))
                .collect();
            let reasons: Vec<_> = cut
                .check_worthiness
                .signals
                .iter()
                .map(|it| it.reason)
                .collect();
            json!({
                "article": name,
                "id": claim.id.as_str(),
                "claim": claim.wording,
                "exact": claim.quote.exact,
                "start": index.chars_before(cut.range.start).0,
                "end": index.chars_before(cut.range.end).0,
                "kinds": cut.kinds.iter().map(|it| it.name()).collect::<Vec<_>>(),
                "mentions": mentions,
                "speaker": cut.speaker,
                "check_worthiness": {"score": cut.check_worthiness.score, "reasons": reasons},
            })
        })
        .collect();
    if all {
        rows.extend(cuts.left_out.iter().map(|it| {
            json!({
                "article": name,
                "left_out": it.why.name(),
                "exact": it.range.of(text),
                "start": index.chars_before(it.range.start).0,
                "end": index.chars_before(it.range.end).0,
            })
        }));
    }
    rows
}

/// Writes a claim file for each article, on all cores.
fn write_files(options: &SplitOptions, splitter: Option<&Splitter>) -> u8 {
    if options.articles.iter().any(|it| it == Path::new("-")) {
        say("standard input has no claim file; use: redpencil split --format jsonl -");
        return exit_code::WRONG_USE;
    }
    let reading = Reading::from(&options.reading);
    let total = options.articles.len();
    let progress = total > 1 && io::stderr().is_terminal();
    let done = AtomicUsize::new(0);
    let answers: Vec<Result<Written, Problem>> = options
        .articles
        .par_iter()
        .map(|path| {
            let answer = desk::write_claims(path, options.claims.as_deref(), reading, splitter);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if progress {
                eprint!("\r{done} of {total} articles");
            }
            answer
        })
        .collect();
    if progress {
        eprintln!();
    }
    ended(tell_written(&answers))
}

fn tell_written(answers: &[Result<Written, Problem>]) -> io::Result<u8> {
    let mut output = Output::new();
    let mut code = exit_code::DONE;
    for answer in answers {
        match answer {
            Ok(Written::New {
                claims,
                count,
                warnings,
            }) => {
                warnings.iter().for_each(tell);
                let count = counted(*count, "claim", "claims");
                output.line(&format!("{}: {count}", claims.display()))?;
            }
            Ok(Written::Kept { claims, count }) => say(&format!(
                "{}: there already ({}), left as it is",
                claims.display(),
                counted(*count, "claim", "claims")
            )),
            Err(problem) => {
                tell(problem);
                code = exit_code::BAD_INPUT;
            }
        }
    }
    output.finish(code)
}
