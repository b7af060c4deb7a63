//! Corpus mode: rows of text in, one row of answers out for each, in order.
//!
//! Reads a few hundred rows, answers them on all cores, writes them, reads on:
//! memory stays the same however long the corpus is.

use std::io::{self, BufRead, Write};

use chrono::NaiveDateTime;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::arguments::Level;
use crate::cli::exit_code;
use crate::mention::{Mention, mentions};
use crate::split::{InsideQuotations, check_worthiness, quotations, sentences, split};
use crate::text::{Article, ByteRange, CharIndex, Language};

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
        let answers: Vec<Result<Option<Value>, String>> = lines
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

fn answer(number: usize, line: &str, asked: Asked) -> Result<Option<Value>, String> {
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
    Ok(Some(found(&row, language, reference, asked)))
}

/// A bare `zh` says nothing about the script, so that is told from the text.
fn named_language(tag: &str, text: &str) -> Language {
    let named = Language::from_tag(tag).unwrap_or_else(|| Language::detect(text));
    let detected = Language::detect(text);
    if tag == "zh" && detected.is_chinese() {
        detected
    } else {
        named
    }
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

fn found(
    row: &Row,
    language: Language,
    reference: Option<NaiveDateTime>,
    (level, inside): Asked,
) -> Value {
    let text = &row.text;
    let id = &row.id;
    let index = CharIndex::new(text);
    let pair = |range: ByteRange| {
        [
            index.chars_before(range.start).0,
            index.chars_before(range.end).0,
        ]
    };
    match level {
        Level::Sentences => {
            let spans: Vec<_> = sentences(text, language, inside)
                .into_iter()
                .map(pair)
                .collect();
            json!({"id": id, "spans": spans})
        }
        Level::Mentions => {
            let rows: Vec<_> = mentions(text, language, reference)
                .iter()
                .map(|it| mention_row(it, text, &index))
                .collect();
            json!({"id": id, "mentions": rows})
        }
        Level::Quotations => {
            let found = sentences(text, language, InsideQuotations::Cut);
            let rows: Vec<_> = quotations(text, language, &found)
                .iter()
                .map(|it| {
                    let [start, end] = pair(it.range);
                    let mut row = json!({"start": start, "end": end, "kind": it.kind.name()});
                    let name = it.speaker_name.clone();
                    let words = it.speaker.map(|range| range.of(text).to_owned());
                    row["speaker"] = json!(name.or(words));
                    row["speaker_span"] = json!(it.speaker.map(pair));
                    row["cue"] = json!(it.cue.map(|range| range.of(text)));
                    if it.parts.len() > 1 {
                        row["parts"] =
                            json!(it.parts.iter().copied().map(pair).collect::<Vec<_>>());
                    }
                    row
                })
                .collect();
            json!({"id": id, "quotes": rows})
        }
        Level::Claims => {
            let article = Article::plain(text.as_str()).in_language(language);
            let rows: Vec<_> = split(&article, reference)
                .claims
                .iter()
                .map(|it| {
                    let [start, end] = pair(it.range);
                    json!({
                        "start": start,
                        "end": end,
                        "exact": it.range.of(text),
                        "kinds": it.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
                    })
                })
                .collect();
            json!({"id": id, "claims": rows})
        }
        Level::Worth => {
            let worth = check_worthiness(text, language);
            let reasons: Vec<_> = worth.signals.iter().map(|it| it.reason).collect();
            json!({"id": id, "score": worth.score, "reasons": reasons})
        }
    }
}

/// One mention as a row: offsets in code points of `text`.
pub(crate) fn mention_row(mention: &Mention, text: &str, index: &CharIndex<'_>) -> Value {
    json!({
        "start": index.chars_before(mention.range.start).0,
        "end": index.chars_before(mention.range.end).0,
        "kind": mention.kind.name(),
        "value": mention.value,
        "unit": mention.unit,
        "iso": mention.iso,
        "surface": mention.range.of(text),
    })
}
