//! Changes for a pull request.

use std::io;

use crate::cli::diff::summary::{Summary, or_none};
use crate::cli::output::Output;
use crate::compare::{Change, Field};
use crate::desk::FileChanges;

/// Prints the summary and a table for each file.
pub(super) fn print(out: &mut Output, files: &[FileChanges]) -> io::Result<()> {
    if files.is_empty() {
        return out.line("No change.");
    }
    out.line(&format!("**{}**", Summary::of_files(files).line()))?;
    for file in files {
        out.line("")?;
        out.line(&format!("### `{}`", file.path.display()))?;
        out.line("")?;
        out.line("| claim | field | from | to | who |")?;
        out.line("|---|---|---|---|---|")?;
        for change in &file.changes {
            out.line(&row(change))?;
        }
    }
    Ok(())
}

fn row(change: &Change) -> String {
    let id = change.claim.as_ref().map(|it| format!("`{it}` "));
    let side = |it: Option<&str>| match change.field {
        Field::Verdict => or_none(it).to_owned(),
        _ => cell(it.unwrap_or_default()),
    };
    let who = change.reviewer.as_ref().map(|it| cell(it.as_str()));
    format!(
        "| {}{} | {} | {} | {} | {} |",
        id.unwrap_or_default(),
        cell(&change.wording),
        change.field.name(),
        side(change.from.as_deref()),
        side(change.to.as_deref()),
        who.unwrap_or_default()
    )
}

/// Text that cannot break out of its cell, nor be taken for markup or HTML.
fn cell(words: &str) -> String {
    let mut cell = String::with_capacity(words.len());
    for c in words.trim().chars() {
        match c {
            '\n' | '\r' => cell.push(' '),
            '<' => cell.push_str("&lt;"),
            '>' => cell.push_str("&gt;"),
            '&' => cell.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '@' => {
                cell.push('\\');
                cell.push(c);
            }
            _ => cell.push(c),
        }
    }
    cell
}
