//! The sources of one claim as YAML, for an editor: written, and read back with
//! the place of every fault.

use std::path::Path;

use crate::claim::{Evidence, EvidenceKind, Source, Stance};
use crate::store::diagnose;
use crate::store::fault::{Fault, echo};
use crate::store::fields;
use crate::store::form::{self, Form};
use crate::store::guard;
use crate::store::node::{self, Node};
use crate::store::write;
use crate::text::{ByteRange, Problem};

/// What messages call the text.
const NAME: &str = "sources.yaml";

/// These sources as YAML, with a word on how to write them.
pub fn write_sources(sources: &[Evidence]) -> String {
    let list = |names: Vec<&str>| names.join(", ");
    let mut out = format!(
        "# The sources of one claim, each with `- ` before it. What begins with # does\n\
         # not count; a source whose lines are deleted is taken away.\n\
         #   url, title       at least one of them\n\
         #   stance           {}\n\
         #   source           {}\n\
         #   kind             {}\n\
         #   locator          a page, a paragraph, a minute\n\
         #   passage          its own words\n\
         #   accessed         the day it was read: 2024-03-05\n\
         #   archive, by, confidential: true\n",
        list(Stance::ALL.iter().map(|it| it.name()).collect()),
        list(Source::ALL.iter().map(|it| it.name()).collect()),
        list(EvidenceKind::ALL.iter().map(|it| it.name()).collect()),
    );
    if sources.is_empty() {
        out.push_str("#- url: https://example.org/letter.pdf\n#  title: Open letter\n");
    }
    for source in sources {
        write::item(&mut out, &Form::Map(form::evidence(source)), 0);
    }
    out
}

/// Reads what an editor made of the sources that were `before`.
pub fn read_sources(text: &str, before: &[Evidence]) -> Result<Vec<Evidence>, Problem> {
    sources(text, before).map_err(|it| it.in_text(text, Path::new(NAME)))
}

fn sources(text: &str, before: &[Evidence]) -> Result<Vec<Evidence>, Fault> {
    guard::guard(text)?;
    let Some(root) = node::parse(text)?.filter(|it| !it.is_null()) else {
        return Ok(Vec::new());
    };
    if root.items().is_empty() {
        return Err(Fault::new(
            ByteRange::new(root.start, root.end.max(root.start)),
            "this is no list of sources",
            "put `- ` before the first line of each source",
        ));
    }
    let sources: Vec<Evidence> = serde_yaml::from_str(text)
        .map_err(|error| diagnose::fault_of_items(text, fields::EVIDENCE, &error))?;
    for (node, source) in root.items().iter().zip(&sources) {
        is_source(node, source, before)?;
    }
    Ok(sources)
}

/// What the form of a source asks for as well.
fn is_source(node: &Node, source: &Evidence, before: &[Evidence]) -> Result<(), Fault> {
    if source.url.is_none() && source.title.is_none() && source.archive.is_none() {
        return Err(Fault::new(
            ByteRange::new(node.start, node.end.max(node.start)),
            "this source has neither address nor title",
            "add a line `url: …` or `title: …`",
        ));
    }
    let addresses = [("url", &source.url), ("archive", &source.archive)];
    for (key, address) in addresses {
        let Some(address) = address else { continue };
        let is_old = before
            .iter()
            .any(|it| [&it.url, &it.archive].contains(&&Some(address.clone())));
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if is_web || is_old {
            continue;
        }
        let at = node.get(key).map_or_else(ByteRange::default, |it| {
            ByteRange::new(it.1.start, it.1.end)
        });
        return Err(Fault::new(
            at,
            format!("{} is no address", echo(address)),
            "an address starts with https:// or http://; else write it as `title:`",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;
    use crate::store::samples;

    proptest! {
        #[test]
        fn what_was_written_reads_as_it_was(file in samples::file()) {
            for claim in &file.claims {
                let text = write_sources(&claim.evidence);
                let named = claim.evidence.iter().all(|it| {
                    it.url.is_some() || it.title.is_some() || it.archive.is_some()
                });
                prop_assume!(named);
                let read = read_sources(&text, &claim.evidence);
                let read = read.map_err(|it| TestCaseError::fail(format!("{it}\n{text}")))?;
                prop_assert_eq!(&read, &claim.evidence, "{}", &text);
            }
        }
    }

    fn told(text: &str) -> String {
        match read_sources(text, &[]) {
            Ok(sources) => format!("{} read", sources.len()),
            Err(problem) => problem.to_string(),
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_snapshot!(told("- title: Letter\n- url: https://a\n  stance: suports\n"), @r#"
        sources.yaml:3:11: "suports" is no stance
        3 │   stance: suports
          │           ^^^^^^^ did you mean supports? (supports, refutes, context)
        "#);
        assert_snapshot!(told("- title: Letter\n  accessed: 5 March\n"), @r#"
        sources.yaml:2:13: "5 March" is no day
        2 │   accessed: 5 March
          │             ^^^^^^^ write year-month-day: 2024-03-05
        "#);
        assert_snapshot!(told("- stance: context\n"), @r"
        sources.yaml:1:3: this source has neither address nor title
        1 │ - stance: context
          │   ^^^^^^^^^^^^^^^ add a line `url: …` or `title: …`
        ");
        assert_snapshot!(told("- url: file:///etc/passwd\n"), @r#"
        sources.yaml:1:8: "file:///etc/passwd" is no address
        1 │ - url: file:///etc/passwd
          │        ^^^^^^^^^^^^^^^^^^ an address starts with https:// or http://; else write it as `title:`
        "#);
        assert_snapshot!(told("title: Letter\n"), @r"
        sources.yaml:1:1: this is no list of sources
        1 │ title: Letter
          │ ^^^^^^^^^^^^^ put `- ` before the first line of each source
        ");
        assert_snapshot!(told("- title: \"Letter\n"), @r#"
        sources.yaml:1:10: a quotation mark is opened and never closed
        1 │ - title: "Letter
          │          ^ close it with the same mark
        "#);
        assert_snapshot!(told("- title: &a Letter\n"), @r"
        sources.yaml:1:10: & names this value for use elsewhere
        1 │ - title: &a Letter
          │          ^^ delete the name, or put a text that starts with & between quotation marks
        ");
    }

    #[test]
    fn nothing_written_is_no_source() {
        assert_eq!(told(&write_sources(&[])), "0 read");
        assert_eq!(told(""), "0 read");
        assert_eq!(told("- title: A\n  note of mine: kept\n"), "1 read");
    }
}
