//! Changes for programs; `docs/FORMATS.md` describes the shape.

use std::io;

use serde_json::{Map, Value, json};

use crate::claim::{ClaimId, Reviewer};
use crate::cli::diff::summary::Summary;
use crate::cli::output::Output;
use crate::desk::FileChanges;

/// Prints one object; with `stat` without the single changes.
pub(super) fn print(out: &mut Output, files: &[FileChanges], stat: bool) -> io::Result<()> {
    let summary = Summary::of_files(files);
    let mut whole = json!({"summary": figures(&summary)});
    whole["summary"]["files"] = files.len().into();
    whole["files"] = files.iter().map(file).collect();
    whole["changes"] = if stat {
        Value::Array(Vec::new())
    } else {
        files.iter().flat_map(changes).collect()
    };
    out.json(&whole)
}

fn figures(summary: &Summary) -> Value {
    let transitions: Vec<Value> = summary
        .transitions
        .iter()
        .map(|(from, to, count)| json!({"from": from, "to": to, "count": count}))
        .collect();
    let fields: Map<String, Value> = summary
        .fields
        .iter()
        .map(|(field, count)| (field.name().to_owned(), (*count).into()))
        .collect();
    json!({
        "verdicts": summary.verdicts(),
        "transitions": transitions,
        "fields": fields,
    })
}

/// One file, and what became of it.
fn file(file: &FileChanges) -> Value {
    let became = match (&file.was, file.is_new, file.is_gone) {
        (Some(_), ..) => "renamed",
        (None, true, _) => "new",
        (None, false, true) => "gone",
        (None, false, false) => "changed",
    };
    json!({
        "file": file.path.display().to_string(),
        "was": file.was.as_ref().map(|it| it.display().to_string()),
        "became": became,
        "summary": figures(&Summary::of(&file.changes)),
    })
}

fn changes(file: &FileChanges) -> impl Iterator<Item = Value> {
    file.changes.iter().map(|it| {
        json!({
            "file": file.path.display().to_string(),
            "id": it.claim.as_ref().map(ClaimId::as_str),
            "claim": it.wording,
            "field": it.field.name(),
            "from": it.from,
            "to": it.to,
            "reviewer": it.reviewer.as_ref().map(Reviewer::as_str),
            "at": it.at.map(|it| it.to_string()),
        })
    })
}
