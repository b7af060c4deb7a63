//! Row 1: bytes to an article.
//!
//! Encodings are recognised, markup is taken off, blocks keep what the markup
//! said about them. Pure code only: the bytes are read elsewhere.

use chrono::NaiveDate;

use crate::text::{Article, Language, Problem};

mod bounds;
mod composer;
mod date;
mod encoding;
mod html;
mod markdown;
mod plain;

pub use bounds::MOST_BYTES;

/// What a file's bytes are, once they are text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Lines of text.
    #[default]
    Plain,
    /// Markdown, with tables, footnotes and front matter.
    Markdown,
    /// A web page.
    Html,
}

/// How to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options {
    /// Take in what cannot be decoded as `U+FFFD` instead of refusing it, and
    /// accept encodings that cannot be recognised with certainty.
    pub lossy: bool,
}

/// An article and what was learnt while reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The article; its digest is that of the bytes.
    pub article: Article,
    /// The encoding of the bytes, by its WHATWG name.
    pub encoding: &'static str,
    /// The day of publication, if the format said one.
    pub published: Option<NaiveDate>,
    /// What was read otherwise than a person may expect.
    pub warnings: Vec<Problem>,
}

impl Format {
    /// The format that a file's name tells, if it tells one.
    pub fn of_file_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }

    /// The format that the first bytes tell: a web page starts as one.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let start: Vec<u8> = bytes
            .trim_ascii_start()
            .iter()
            .take(16)
            .map(u8::to_ascii_lowercase)
            .collect();
        if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
            Self::Html
        } else {
            Self::Plain
        }
    }
}

/// What a format makes of a decoded text.
struct Parsed {
    article: Article,
    /// The language that the file declares.
    language: Option<Language>,
    published: Option<NaiveDate>,
}

/// Reads an article from the bytes of a file.
///
/// A problem says what is wrong with the bytes and where; its file is for the
/// caller to name. An empty file is an article without blocks.
pub fn read(bytes: &[u8], format: Format, options: Options) -> Result<Read, Problem> {
    let decoded = encoding::decode(bytes, options)?;
    let parsed = match format {
        Format::Plain => plain::parse(decoded.text),
        Format::Markdown => markdown::parse(&decoded.text),
        Format::Html => html::parse(&decoded.text)?,
    };
    let language = settle_language(parsed.language, parsed.article.language());
    Ok(Read {
        article: parsed.article.in_language(language).read_from(bytes),
        encoding: decoded.encoding,
        published: parsed.published,
        warnings: decoded.warnings,
    })
}

/// What a file declares is often a template's default, so a script that was seen
/// wins over it; among languages of one script the declaration does.
fn settle_language(declared: Option<Language>, detected: Language) -> Language {
    let latin = |it| {
        matches!(
            it,
            Language::English | Language::Spanish | Language::French | Language::German
        )
    };
    match declared {
        Some(Language::Japanese) if detected.is_chinese() => Language::Japanese,
        Some(it) if latin(it) && latin(detected) => it,
        Some(it) if detected == Language::Undetermined => it,
        _ => detected,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_format_is_told_by_name_or_first_bytes() {
        assert_eq!(Format::of_file_name("a/b.MD"), Some(Format::Markdown));
        assert_eq!(Format::of_file_name("page.html"), Some(Format::Html));
        assert_eq!(Format::of_file_name("notes"), None);
        assert_eq!(Format::of_bytes(b"\n <!DOCTYPE html><p>"), Format::Html);
        assert_eq!(Format::of_bytes(b"a < b"), Format::Plain);
    }

    #[test]
    fn a_declared_language_does_not_override_the_script() {
        let table = [
            (
                Some(Language::English),
                Language::TraditionalChinese,
                Language::TraditionalChinese,
            ),
            (Some(Language::German), Language::English, Language::German),
            (
                Some(Language::SimplifiedChinese),
                Language::TraditionalChinese,
                Language::TraditionalChinese,
            ),
            (
                Some(Language::French),
                Language::Undetermined,
                Language::French,
            ),
            (None, Language::English, Language::English),
        ];
        for (declared, detected, settled) in table {
            assert_eq!(settle_language(declared, detected), settled);
        }
    }

    fn any_format() -> impl Strategy<Value = Format> {
        prop_oneof![
            Just(Format::Plain),
            Just(Format::Markdown),
            Just(Format::Html)
        ]
    }

    fn check(bytes: &[u8], format: Format, lossy: bool) {
        let Ok(read) = read(bytes, format, Options { lossy }) else {
            return;
        };
        let text = read.article.text();
        let mut end = 0;
        for block in read.article.blocks() {
            assert!(block.range.start.0 >= end);
            assert!(!block.range.is_empty());
            end = block.range.end.0;
            assert!(text.is_char_boundary(block.range.start.0));
            assert!(text.is_char_boundary(end));
        }
        assert!(end <= text.len());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            format in any_format(),
            lossy in any::<bool>(),
        ) {
            check(&bytes, format, lossy);
        }

        #[test]
        fn any_markup_gives_blocks_in_order(
            text in r"(<p>|</p>|<li>|<br>|<td>|<tr>|<table>|<pre>|</pre>|<blockquote>|<h1>|<form>|<b>|&nbsp;|# |> |- |\||---|```|\n|\r| |字|word|!\[|\]\(x\)|\x{00}|\x{ad}){0,40}",
            format in any_format(),
        ) {
            check(text.as_bytes(), format, false);
        }
    }
}
