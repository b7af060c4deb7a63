//! Corpus mode: rows of text in, one row of answers out for each, in order.
//!
//! Reads a few hundred rows, answers them on all cores, writes them, reads on:
//! memory stays the same however long the corpus is.

mod rows;

use std::io::{self, BufRead, Write};

use chrono::NaiveDateTime;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;
use serde_json::Value;

use crate::cli::arguments::Level;
use crate::cli::corpus::rows::{
    ClaimSpan, ClaimsRow, MentionsRow, QuotationRow, QuotationsRow, SentencesRow, WorthRow, span,
};
use crate::cli::exit_code;
use crate::mention::mentions;
use crate::split::{
    CheckWorthiness, InsideQuotations, check_worthiness, quotations, sentences, split,
};
use crate::text::{Article, CharIndex, Language};

pub(crate) use crate::cli::corpus::rows::MentionRow;

/// Rows held in memory at a time.
const ROWS_AT_ONCE: usize = 256;

/// One row of a corpus.
#[derive(Debug, Deserialize)]
struct Row {
    id: Value,
    text: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    reference_time: Option<String>,
}

/// Why a corpus was not answered to its end; what was answered so far is written.
#[derive(Debug, thiserror::Error)]
pub enum CorpusFault {
    /// A row cannot be read; the sentence says which one and why.
    #[error("{0}")]
    Row(String),
    /// The rows cannot be read on.
    #[error("line {line}: {source}")]
    Read {
        /// The line that was being read, from 1.
        line: usize,
        /// What the system said.
        source: io::Error,
    },
    /// The answers cannot be written.
    #[error("{0}")]
    Write(io::Error),
}

/// Answers every row of standard input on standard output.
pub(crate) fn run(level: Level, inside: InsideQuotations) -> u8 {
    let output = io::BufWriter::new(io::stdout().lock());
    match answer_rows(level, inside, io::stdin().lock(), output) {
        Ok(()) => exit_code::DONE,
        Err(CorpusFault::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            exit_code::DONE
        }
        Err(CorpusFault::Write(error)) => {
            eprintln!("standard output: {error}");
            exit_code::SYSTEM
        }
        Err(fault) => {
            eprintln!("standard input, {fault}");
            exit_code::BAD_INPUT
        }
    }
}

/// Answers each row of `input` (`{"id","text","lang"?,"reference_time"?}`, one
/// JSON object per line) with one row on `output`; offsets in code points.
/// `inside` says how [`Level::Sentences`] treats a quotation of several.
pub fn answer_rows(
    level: Level,
    inside: InsideQuotations,
    mut input: impl BufRead,
    mut output: impl Write,
) -> Result<(), CorpusFault> {
    let mut line_number = 0;
    loop {
        let mut lines = Vec::with_capacity(ROWS_AT_ONCE);
        while lines.len() < ROWS_AT_ONCE {
            let mut text = String::new();
            let line = line_number + lines.len() + 1;
            match input.read_line(&mut text) {
                Ok(0) => break,
                Ok(_) => lines.push((line, text)),
                Err(source) => return Err(CorpusFault::Read { line, source }),
            }
        }
        if lines.is_empty() {
            return output.flush().map_err(CorpusFault::Write);
        }
        line_number += lines.len();
        let answers: Vec<Result<Option<String>, String>> = lines
            .par_iter()
            .map(|(number, line)| answer(*number, line, (level, inside)))
            .collect();
        for answer in answers {
            match answer {
                Ok(None) => {}
                Ok(Some(row)) => writeln!(output, "{row}").map_err(CorpusFault::Write)?,
                Err(message) => {
                    // What was answered so far is good; the fault says where it stopped.
                    output.flush().map_err(CorpusFault::Write)?;
                    return Err(CorpusFault::Row(message));
                }
            }
        }
    }
}

fn answer(number: usize, line: &str, asked: Asked) -> Result<Option<String>, String> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let row: Row = serde_json::from_str(line).map_err(|error| {
        format!(
            "line {number}, column {}: {error}; each line must be an object \
             with \"id\" and \"text\"",
            error.column()
        )
    })?;
    let language = match &row.lang {
        None => Language::detect(&row.text),
        Some(tag) => named_language(tag, &row.text),
    };
    let reference = row.reference_time.as_deref().and_then(reference_time);
    found(&row, language, reference, asked)
        .map(Some)
        .map_err(|error| format!("line {number}: {error}"))
}

/// A bare `zh` says nothing about the script, so that is told from the text.
fn named_language(tag: &str, text: &str) -> Language {
    let named = Language::from_tag(tag);
    if let Some(named) = named.filter(|_| tag != "zh") {
        return named;
    }
    let detected = Language::detect(text);
    named.filter(|_| !detected.is_chinese()).unwrap_or(detected)
}

fn reference_time(words: &str) -> Option<NaiveDateTime> {
    let midnight = || {
        words
            .parse::<chrono::NaiveDate>()
            .ok()?
            .and_hms_opt(0, 0, 0)
    };
    words.parse().ok().or_else(midnight)
}

/// What to find in each row, and what to do with a quotation of several sentences.
type Asked = (Level, InsideQuotations);

/// The answer to one row, as a line of JSON.
fn found(
    row: &Row,
    language: Language,
    reference: Option<NaiveDateTime>,
    (level, inside): Asked,
) -> serde_json::Result<String> {
    let text = &row.text;
    let id = &row.id;
    let index = CharIndex::new(text);
    match level {
        Level::Sentences => {
            let found = sentences(text, language, inside);
            let spans = found.into_iter().map(|it| span(&index, it)).collect();
            serde_json::to_string(&SentencesRow { id, spans })
        }
        Level::Mentions => {
            let found = mentions(text, language, reference);
            let rows = found.iter().map(|it| MentionRow::of(it, text, &index));
            let mentions = rows.collect();
            serde_json::to_string(&MentionsRow { id, mentions })
        }
        Level::Quotations => {
            let sentences = sentences(text, language, InsideQuotations::Cut);
            let found = quotations(text, language, &sentences);
            let rows = found.iter().map(|it| QuotationRow::of(it, text, &index));
            let quotes = rows.collect();
            serde_json::to_string(&QuotationsRow { id, quotes })
        }
        Level::Claims => {
            let article = Article::plain_in(text.as_str(), language);
            let cuts = split(&article, reference);
            let rows = cuts.claims.iter().map(|it| ClaimSpan::of(it, text, &index));
            let claims = rows.collect();
            serde_json::to_string(&ClaimsRow { id, claims })
        }
        Level::Worth => {
            let CheckWorthiness { score, signals } = check_worthiness(text, language);
            let reasons = signals.iter().map(|it| it.reason).collect();
            serde_json::to_string(&WorthRow { id, score, reasons })
        }
    }
}
