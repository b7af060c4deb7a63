//! Changes for people.

use std::io;

use crate::cli::diff::summary::{Summary, or_none};
use crate::cli::diff::words::{Piece, pieces};
use crate::cli::output::{Output, Tint, counted, tint_of};
use crate::compare::{Change, Field};
use crate::desk::FileChanges;

/// Columns of the field's name.
const FIELD: usize = 13;

/// Prints the summary, then file by file and claim by claim.
pub(super) fn print(out: &mut Output, files: &[FileChanges], stat: bool) -> io::Result<()> {
    if files.is_empty() {
        return out.line("no change");
    }
    out.tinted(&[(Tint::Strong, &Summary::of_files(files).line())])?;
    for file in files {
        if stat {
            let summary = Summary::of(&file.changes);
            out.line(&format!("{}: {}", heading(file), summary.line()))?;
        } else {
            out.line("")?;
            out.tinted(&[(Tint::Strong, &heading(file))])?;
            changes(out, file)?;
        }
    }
    Ok(())
}

fn heading(file: &FileChanges) -> String {
    let claims = |counted_in: &[Change]| {
        let number = counted_in
            .iter()
            .filter(|it| it.field == Field::Claim)
            .count();
        counted(number, "claim", "claims")
    };
    let path = file.path.display();
    match (&file.was, file.is_new, file.is_gone) {
        (Some(was), ..) => format!("{path} (was {})", was.display()),
        (None, true, _) => format!("{path} (new, {})", claims(&file.changes)),
        (None, false, true) => format!("{path} (gone, {})", claims(&file.changes)),
        (None, false, false) => path.to_string(),
    }
}

fn changes(out: &mut Output, file: &FileChanges) -> io::Result<()> {
    let mut last = None;
    for change in &file.changes {
        // Of a file that came or went as a whole, only what somebody decided is told.
        let is_whole = file.is_new || file.is_gone;
        if is_whole && matches!(change.field, Field::Claim | Field::Article | Field::Place) {
            continue;
        }
        if last != Some(&change.claim) {
            let id = change.claim.as_ref().map_or("article", |it| it.as_str());
            let line = change.wording.lines().next().unwrap_or_default();
            out.tinted(&[(Tint::Dim, &format!("  {id}  ")), (Tint::Plain, line)])?;
            last = Some(&change.claim);
        }
        one(out, change)?;
    }
    Ok(())
}

fn one(out: &mut Output, change: &Change) -> io::Result<()> {
    let name = format!("    {:<FIELD$}", change.field.name());
    let who = who(change);
    if change.field == Field::Verdict {
        let (from, to) = (
            or_none(change.from.as_deref()),
            or_none(change.to.as_deref()),
        );
        return out.tinted(&[
            (Tint::Dim, &name),
            (tint_of(from), from),
            (Tint::Plain, " → "),
            (tint_of(to), to),
            (Tint::Dim, &who),
        ]);
    }
    match (&change.from, &change.to) {
        (None, Some(to)) => side(out, &name, Tint::New, "+ ", to, &who),
        (Some(from), None) => side(out, &name, Tint::Gone, "- ", from, &who),
        (Some(from), Some(to)) => {
            let pieces = pieces(from, to);
            let mut line: Vec<(Tint, String)> = vec![(Tint::Dim, name)];
            line.extend(pieces.into_iter().map(|it| match it {
                Piece::Same(words) => (Tint::Plain, words),
                Piece::Gone(words) => (Tint::Gone, format!("[-{words}-]")),
                Piece::New(words) => (Tint::New, format!("{{+{words}+}}")),
            }));
            line.push((Tint::Dim, who));
            let line: Vec<(Tint, &str)> = line.iter().map(|it| (it.0, it.1.as_str())).collect();
            out.tinted(&line)
        }
        (None, None) => Ok(()),
    }
}

fn side(
    out: &mut Output,
    name: &str,
    tint: Tint,
    sign: &str,
    words: &str,
    who: &str,
) -> io::Result<()> {
    out.tinted(&[
        (Tint::Dim, name),
        (tint, sign),
        (tint, words.trim_end()),
        (Tint::Dim, who),
    ])
}

fn who(change: &Change) -> String {
    let Some(reviewer) = &change.reviewer else {
        return String::new();
    };
    let at = change
        .at
        .map(|it| it.time().format(", %Y-%m-%d %H:%M UTC").to_string());
    format!("   ({reviewer}{})", at.unwrap_or_default())
}
