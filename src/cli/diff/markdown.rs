//! Changes for a pull request, in GitHub's Markdown.

use std::io;

use crate::cli::diff::summary::{Summary, Turn, or_none};
use crate::cli::diff::text::{heading, told};
use crate::cli::output::Output;
use crate::compare::{Change, Field};
use crate::desk::FileChanges;

/// Prints the summary and a table for each file; with `stat`, one for all.
pub(super) fn print(out: &mut Output, files: &[FileChanges], stat: bool) -> io::Result<()> {
    if files.is_empty() {
        return out.line("No change.");
    }
    out.line(&format!("**{}**", Summary::of_files(files).line()))?;
    out.line("")?;
    if stat {
        out.line("| file | changes |")?;
        out.line("|---|---|")?;
        for file in files {
            let line = Summary::of(&file.changes).line();
            out.line(&format!("| {} | {line} |", cell(&heading(file))))?;
        }
        return Ok(());
    }
    for (at, file) in files.iter().enumerate() {
        if at > 0 {
            out.line("")?;
        }
        table(out, file)?;
    }
    Ok(())
}

fn table(out: &mut Output, file: &FileChanges) -> io::Result<()> {
    out.line(&format!("### {}", cell(&heading(file))))?;
    let mut last = None;
    for change in told(file) {
        if last.is_none() {
            out.line("")?;
            out.line("| claim | field | from | to | who |")?;
            out.line("|---|---|---|---|---|")?;
        }
        let is_same = last == Some(&change.claim);
        out.line(&row(change, is_same))?;
        last = Some(&change.claim);
    }
    Ok(())
}

/// One row; a claim is named in its first.
fn row(change: &Change, is_named: bool) -> String {
    let claim = match (&change.claim, is_named) {
        (_, true) => String::new(),
        (Some(id), false) => format!("`{id}` {}", cell(&change.wording)),
        (None, false) => "article".to_owned(),
    };
    let side = |it: Option<&str>| match (change.field, it) {
        (Field::Verdict, it) => or_none(it).to_owned(),
        // The claim's words stand in the first cell.
        (Field::Claim, Some(_)) => match Turn::of(change) {
            Turn::Added | Turn::Changed => "added".to_owned(),
            Turn::Removed => "removed".to_owned(),
        },
        (Field::Dismissed, Some(_)) => "dismissed".to_owned(),
        (_, it) => cell(it.unwrap_or_default()),
    };
    // What is gone is told where something new would stand.
    let (from, to) = match (change.field, &change.from) {
        (Field::Claim, Some(from)) => (String::new(), side(Some(from))),
        _ => (side(change.from.as_deref()), side(change.to.as_deref())),
    };
    let who = change.reviewer.as_ref().map(|it| {
        let at = change.at.map(|it| it.time().format(", %Y-%m-%d"));
        let at = at.map(|it| it.to_string()).unwrap_or_default();
        format!("{}{at}", cell(it.as_str()))
    });
    format!(
        "| {claim} | {} | {from} | {to} | {} |",
        change.field.name(),
        who.unwrap_or_default()
    )
}

/// Text that cannot break out of its cell, nor be taken for markup or HTML, nor
/// call somebody or an issue by name. Addresses stay addresses.
///
/// A backslash before `@` or `#` does not help: GitHub looks for names in the
/// text that has been rendered. An empty comment between the sign and the name does.
fn cell(words: &str) -> String {
    let mut cell = String::with_capacity(words.len());
    let mut rest = words.trim();
    while let Some(c) = rest.chars().next() {
        if let Some(address) = address_at(rest) {
            cell.push('<');
            cell.push_str(&address.replace('|', "%7C"));
            cell.push('>');
            rest = &rest[address.len()..];
            continue;
        }
        match c {
            '\n' | '\r' => cell.push(' '),
            '<' => cell.push_str("&lt;"),
            '>' => cell.push_str("&gt;"),
            '&' => cell.push_str("&amp;"),
            '@' => cell.push_str("@<!-- -->"),
            '#' => cell.push_str("#<!-- -->"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => {
                cell.push('\\');
                cell.push(c);
            }
            _ => cell.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    cell
}

/// The web address at the start of `words`, as far as it is certainly part of it.
fn address_at(words: &str) -> Option<&str> {
    if !(words.starts_with("https://") || words.starts_with("http://")) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\' | '`');
    let end = words.find(|c| !is_part(c)).unwrap_or(words.len());
    let address = words[..end].trim_end_matches([',', '.', ';', ':', ')', ']', '!', '?']);
    (address.len() > "https://".len()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_stay_words() {
        for (words, shown) in [
            ("a | b", r"a \| b"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("@ana and #12", "@<!-- -->ana and #<!-- -->12"),
            ("two\nlines", "two lines"),
            (r"\| `x` **y** __z__", r"\\\| \`x\` \*\*y\*\* \_\_z\_\_"),
            ("![a](b)", r"!\[a\](b)"),
            ("$x$ ~~y~~", r"\$x\$ \~\~y\~\~"),
            ("&lt;", "&amp;lt;"),
        ] {
            assert_eq!(cell(words), shown);
        }
    }

    #[test]
    fn addresses_can_be_followed_and_end_where_they_end() {
        let shown = cell("see https://example.org/a_b?c=d|e, p. 3");
        assert_eq!(shown, "see <https://example.org/a_b?c=d%7Ce>, p. 3");
        assert_eq!(cell("https://"), "https://");
    }
}
