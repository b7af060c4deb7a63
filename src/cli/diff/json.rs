//! Changes for programs; `docs/FORMATS.md` describes the shape.

use std::io;

use serde_json::{Map, Value, json};

use crate::claim::{ClaimId, Reviewer};
use crate::cli::diff::summary::Summary;
use crate::cli::output::Output;
use crate::desk::FileChanges;

/// Prints one object.
pub(super) fn print(out: &mut Output, files: &[FileChanges]) -> io::Result<()> {
    let summary = Summary::of_files(files);
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
    let changes: Vec<Value> = files
        .iter()
        .flat_map(|file| {
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
        })
        .collect();
    out.json(&json!({
        "summary": {
            "files": files.len(),
            "verdicts": summary.verdicts(),
            "transitions": transitions,
            "fields": fields,
        },
        "changes": changes,
    }))
}
