//! Words of the command line, and what they mean.

use crate::claim::{Kind, Reason, Status, Verdict};
use crate::cli::arguments::Mark;
use crate::config::WhenColour;
use crate::review::{Conditions, Requirement, conditions_table};
use crate::text::Language;

pub(super) fn when_colour(word: &str) -> Result<WhenColour, String> {
    let found = WhenColour::ALL.into_iter().find(|it| it.name() == word);
    found.ok_or_else(|| one_of(&WhenColour::ALL.map(WhenColour::name)))
}

pub(super) fn language(tag: &str) -> Result<Language, String> {
    let tags: Vec<_> = Language::ALL.iter().map(|it| it.tag()).collect();
    Language::from_tag(tag).ok_or_else(|| one_of(&tags))
}

pub(super) fn status(word: &str) -> Result<Status, String> {
    let named: Vec<(&str, Status)> = [Status::Unreviewed, Status::Contested]
        .into_iter()
        .chain(Verdict::ALL.iter().map(|&it| Status::Agreed(it)))
        .map(|it| (it.name(), it))
        .collect();
    let found = named.iter().find(|it| it.0 == word).map(|it| it.1);
    found.ok_or_else(|| one_of(&named.iter().map(|it| it.0).collect::<Vec<_>>()))
}

pub(super) fn conditions(words: &str) -> Result<Conditions, String> {
    Conditions::read(words).map_err(|it| it.to_string())
}

/// What `list --help` says of conditions.
pub(super) fn list_help() -> String {
    format!(
        "Conditions, all of which a claim must meet:\n\n{}\n\
         Several values stand with commas between them; a word by itself is looked for in\n\
         wording, notes, query, sources and quote; what is in quotation marks is one word;\n\
         a minus before a condition means the opposite. For example:\n\n  \
         redpencil list --filter 'verdict:disputed kind:ratio,percent -has:source'",
        conditions_table()
    )
}

pub(super) fn kind(word: &str) -> Result<Kind, String> {
    let names: Vec<_> = Kind::ALL.iter().map(|it| it.name()).collect();
    word.parse().map_err(|()| one_of(&names))
}

pub(super) fn reason(word: &str) -> Result<Reason, String> {
    let names: Vec<_> = Reason::ALL.iter().map(|it| it.name()).collect();
    word.parse().map_err(|()| one_of(&names))
}

pub(super) fn mark(word: &str) -> Result<Mark, String> {
    if word == "clear" {
        return Ok(Mark::Clear);
    }
    word.parse()
        .map(Mark::Judge)
        .map_err(|()| one_of(&["verified", "disputed", "unknown", "clear"]))
}

pub(super) fn requirement(word: &str) -> Result<Requirement, String> {
    let names: Vec<_> = Requirement::ALL.iter().map(|it| it.name()).collect();
    let found = Requirement::ALL
        .iter()
        .copied()
        .find(|it| it.name() == word);
    found.ok_or_else(|| one_of(&names))
}

fn one_of(words: &[&str]) -> String {
    format!("it must be one of: {}", words.join(", "))
}
