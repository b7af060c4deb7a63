//! What can be typed.

use crate::app::action::{ACTIONS, Action, Scope};
use crate::app::model::Model;
use crate::text::fold;

/// What a review needs: what is typed, and what it does.
const WORDS: &[(&str, &str)] = &[
    ("NUMBER", "Go to the claim of that number"),
    (
        "next, previous",
        "Go to the claim after, or before; also j and k",
    ),
    ("n", "Go to the next claim that nobody has judged"),
    (
        "read, or an empty line",
        "Read all that is known of the claim",
    ),
    (
        "context",
        "Read its paragraph; the claim stands in brackets",
    ),
    (
        "verified, disputed, unknown",
        "Judge the claim and go on; also v, d, u. 3v judges three",
    ),
    ("dispute REASON", "Disputed, with the reason at once"),
    (
        "correction WORDS",
        "The right wording, after a disputed verdict",
    ),
    (
        "source",
        "Add a source, asked for line by line; source URL begins with it",
    ),
    ("&", "The source that was added last, for this claim too"),
    ("note WORDS", "Add to the note to colleagues"),
    ("query WORDS", "Add to the question to the author"),
    ("wording WORDS", "Word the claim otherwise"),
    ("dismiss", "Nothing to check here; again: take it in"),
    ("add QUOTE", "Make a claim of these words of the article"),
    ("quote WORDS", "Let the claim stand for these words instead"),
    ("split WORDS", "Cut the claim in two before these words"),
    ("merge", "Join the claim with the next one"),
    ("undo, redo", "Take the last change back, or make it again"),
    (
        "list CONDITIONS",
        "List claims: all, unreviewed, disputed, kind:ratio, words of them",
    ),
    (
        "search WORDS",
        "Find words in the article and the claims; ' is the next match",
    ),
    ("progress", "Say how far the review is"),
    ("article", "Read the whole article, claims numbered"),
    ("left-out", "Read what was left out as nothing to check"),
    ("sources", "Read all sources, and which claims rest on each"),
    (
        "take-over NUMBER",
        "Take over that earlier verdict and its sources",
    ),
    ("commit", "Commit the claim file to git"),
    ("quit", "Leave; everything is saved already"),
];

/// What follows every list of commands.
const CLOSING: &str =
    "To a question, an empty line leaves things as they are; cancel leaves the question.";

/// The commands that a review needs; all of them; or those with some words.
pub(super) fn about(model: &Model, words: &str) -> Vec<String> {
    let needed = WORDS.iter().map(|(word, does)| format!("{word}: {does}"));
    match words {
        "" => {
            let mut lines: Vec<String> = needed.collect();
            lines.push("help WORD: Read only the lines with that word".to_owned());
            lines.push("help all: Read these, and all that is seldom needed".to_owned());
            lines.push(CLOSING.to_owned());
            lines
        }
        "all" => {
            let mut lines: Vec<String> = needed.chain(by_name(model)).collect();
            lines.push(CLOSING.to_owned());
            lines
        }
        _ => {
            let wanted = fold(words);
            let all = needed.chain(by_name(model));
            let lines: Vec<String> = all.filter(|it| fold(it).contains(&wanted)).collect();
            if lines.is_empty() {
                return vec![format!("No command has {words:?}; help all reads all.")];
            }
            lines
        }
    }
}

/// The rows of the table that mean something here.
fn by_name(model: &Model) -> impl Iterator<Item = String> {
    let here = |it: &Action| match it {
        Action::TakeLeft | Action::TakeRight => model.settling.is_some(),
        Action::Reveal => model.review.sight().is_blind(),
        Action::BackToArticles => model.from_articles,
        _ => is_spoken(*it),
    };
    let rows = ACTIONS
        .iter()
        .filter(|it| matches!(it.scope, Scope::Claim | Scope::Review));
    rows.filter(move |it| here(&it.action)).map(|it| {
        let key = model.keymap.key(it.action);
        let key = key.map(|it| format!(" or {it}")).unwrap_or_default();
        format!("{}{key}: {}", it.name, it.help)
    })
}

/// What to type where an action needs a screen.
pub(super) fn instead(action: Action) -> Option<&'static str> {
    match action {
        Action::Filter => Some("type list and conditions, as in: list unreviewed"),
        Action::Palette => Some("type help and a word, as in: help source"),
        Action::EditInEditor => Some("type note, wording, correction, query or source"),
        Action::Read => Some("type article to read it all"),
        _ => None,
    }
}

/// Whether an action means something where nothing is drawn.
pub(super) fn is_spoken(action: Action) -> bool {
    !matches!(
        action,
        Action::HalfPageDown
            | Action::HalfPageUp
            | Action::PageDown
            | Action::PageUp
            | Action::NextPane
            | Action::PreviousPane
            | Action::Palette
            | Action::Sources
            | Action::Redraw
            | Action::Suspend
            | Action::Pointer
            | Action::AddClaim
            | Action::Requote
            | Action::SplitClaim
            | Action::MergeClaims
            | Action::EditInEditor
            | Action::CopyClaim
            | Action::Filter
            | Action::LeftOut
            | Action::Help
            | Action::Zoom
            | Action::GrowPane
            | Action::ShrinkPane
            | Action::ColourBy
            | Action::Read
    )
}
