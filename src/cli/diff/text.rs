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

/// The file's path and what became of the file.
pub(super) fn heading(file: &FileChanges) -> String {
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
    for change in told(file) {
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

/// The changes of a file that are told one by one: of a file that came or went
/// as a whole, only what somebody decided.
pub(super) fn told(file: &FileChanges) -> impl Iterator<Item = &Change> {
    let is_whole = file.is_new || file.is_gone;
    let goes_without_saying =
        |it: &Change| matches!(it.field, Field::Claim | Field::Article | Field::Place);
    file.changes
        .iter()
        .filter(move |it| !(is_whole && goes_without_saying(it)))
}

fn one(out: &mut Output, change: &Change) -> io::Result<()> {
    let name = format!("    {:<FIELD$}", change.field.name());
    let who = who(change);
    let (from, to) = (change.from.as_deref(), change.to.as_deref());
    match (change.field, from, to) {
        (Field::Verdict, ..) => {
            let (from, to) = (or_none(from), or_none(to));
            out.tinted(&[
                (Tint::Dim, &name),
                (tint_of(from), from),
                (Tint::Plain, " → "),
                (tint_of(to), to),
                (Tint::Dim, &who),
            ])
        }
        // The claim's own words stand above.
        (Field::Claim, None, _) => out.tinted(&[(Tint::Dim, &name), (Tint::New, "added")]),
        (Field::Claim, Some(_), _) => out.tinted(&[(Tint::Dim, &name), (Tint::Gone, "removed")]),
        (Field::Dismissed, _, Some(_)) => {
            out.tinted(&[(Tint::Dim, &name), (Tint::New, "nothing to check here")])
        }
        (Field::Dismissed, _, None) => out.tinted(&[(Tint::Dim, &name), (Tint::Gone, "no longer")]),
        (Field::Place, Some(from), Some(to)) => out.tinted(&[
            (Tint::Dim, &name),
            (Tint::Plain, "moved: was "),
            (Tint::Gone, from),
            (Tint::Plain, ", is "),
            (Tint::New, to),
        ]),
        (_, None, Some(to)) => side(out, &name, Tint::New, "+ ", to, &who),
        (_, Some(from), None) => side(out, &name, Tint::Gone, "- ", from, &who),
        (field, Some(from), Some(to)) if !is_prose(field) => out.tinted(&[
            (Tint::Dim, &name),
            (Tint::Gone, from),
            (Tint::Plain, " → "),
            (Tint::New, to),
            (Tint::Dim, &who),
        ]),
        (_, Some(from), Some(to)) => word_by_word(out, name, (from, to), who),
        (_, None, None) => Ok(()),
    }
}

/// Whether somebody wrote it in sentences, in which words are worth telling apart.
const fn is_prose(field: Field) -> bool {
    match field {
        Field::Correction
        | Field::VerdictNote
        | Field::Evidence
        | Field::Wording
        | Field::Quote
        | Field::Note
        | Field::Query
        | Field::Article => true,
        Field::Claim
        | Field::Place
        | Field::Verdict
        | Field::Reason
        | Field::Settles
        | Field::Kinds
        | Field::Dismissed
        | Field::SameAs
        | Field::From
        | Field::Conflict
        | Field::Unknown
        | Field::Signed => false,
    }
}

fn word_by_word(
    out: &mut Output,
    name: String,
    (from, to): (&str, &str),
    who: String,
) -> io::Result<()> {
    let mut line: Vec<(Tint, String)> = vec![(Tint::Dim, name)];
    line.extend(pieces(from, to).into_iter().map(|it| match it {
        Piece::Same(words) => (Tint::Plain, words),
        Piece::Gone(words) => (Tint::Gone, format!("[-{words}-]")),
        Piece::New(words) => (Tint::New, format!("{{+{words}+}}")),
    }));
    line.push((Tint::Dim, who));
    let line: Vec<(Tint, &str)> = line.iter().map(|it| (it.0, it.1.as_str())).collect();
    out.tinted(&line)
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
