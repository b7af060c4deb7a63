//! What is said of the review.

use std::fmt::Write as _;

use crate::app::action::{ACTIONS, Action, Scope};
use crate::app::detail::Detail;
use crate::app::model::Model;
use crate::app::role::{Role, counted};
use crate::app::sources::{SourceRow, SourcesDialog};
use crate::claim::Status;
use crate::text::{ByteRange, Column};

/// More columns than any line has: lines are wrapped by whatever shows them.
const ENDLESS: Column = Column(1 << 20);

/// "2 of 5 claims judged: 1 verified, 1 disputed".
pub(super) fn progress(model: &Model) -> String {
    let progress = model.review.progress();
    let parts: Vec<String> = [
        (progress.verified, "verified"),
        (progress.disputed, "disputed"),
        (progress.unknown, "unknown"),
        (progress.contested, "contested"),
    ]
    .iter()
    .filter(|it| it.0 > 0)
    .map(|(count, word)| format!("{count} {word}"))
    .collect();
    let parts = match parts.len() {
        0 => String::new(),
        _ => format!(": {}", parts.join(", ")),
    };
    format!(
        "{} of {} judged{parts}.",
        progress.reviewed(),
        counted(progress.claims, "claim")
    )
}

/// The current claim, with everything that is known of it.
pub(super) fn claim(model: &mut Model) -> Vec<String> {
    let Some(position) = model.current() else {
        return vec!["No claim is listed.".to_owned()];
    };
    Detail::refresh(model, ENDLESS);
    let all = model.review.claims().len();
    let mut lines = vec![format!("Claim {} of {all}", position + 1)];
    for row in model.detail.rows() {
        let words: Vec<&str> = row.iter().map(|it| it.text.as_str().trim()).collect();
        let is_field = row.len() == 2 && row[0].role == Role::Dim;
        lines.push(match words.as_slice() {
            [label, value] if is_field => format!("{label}: {value}"),
            words => {
                let words: Vec<&str> = words.iter().copied().filter(|it| !it.is_empty()).collect();
                words.join(", ")
            }
        });
    }
    lines
}

/// The paragraph that the current claim stands in, the claim between brackets.
pub(super) fn context(model: &Model) -> Vec<String> {
    let range = model.current().and_then(|it| model.page.range(it));
    let Some(range) = range else {
        return vec!["The quote is not in the article any more.".to_owned()];
    };
    let article = model.page.article();
    let holds = |it: &ByteRange| it.start <= range.start && range.start < it.end;
    let block = article.blocks().iter().map(|it| it.range).find(holds);
    let block = block.unwrap_or(range);
    let end = block.end.max(range.end);
    let text = article.text();
    let before = ByteRange::new(block.start.0, range.start.0).of(text);
    let after = ByteRange::new(range.end.0, end.0).of(text);
    let shown = format!("{before}[[{}]]{after}", range.of(text));
    shown.lines().map(str::to_owned).collect()
}

/// The whole article, with the number of each claim before it.
pub(super) fn article(model: &Model) -> Vec<String> {
    let text = model.page.article().text();
    let claims = 0..model.review.claims().len();
    let mut places: Vec<(ByteRange, usize)> = claims
        .filter_map(|it| Some((model.page.range(it)?, it)))
        .collect();
    places.sort_by_key(|it| it.0.start);
    let mut shown = String::with_capacity(text.len() + places.len() * 6);
    let mut from = 0;
    for (range, position) in places {
        shown.push_str(&text[from..range.start.0]);
        let _ = write!(shown, "[{}] ", position + 1);
        from = range.start.0;
    }
    shown.push_str(&text[from..]);
    shown.lines().map(str::to_owned).collect()
}

/// What was left out as nothing to check, and why.
pub(super) fn left_out(model: &Model) -> Vec<String> {
    let text = model.page.article().text();
    let told: Vec<String> = model
        .page
        .left_out()
        .iter()
        .map(|it| format!("{}: {}", it.why.name(), it.range.of(text).trim()))
        .collect();
    if told.is_empty() {
        return vec!["Nothing was left out.".to_owned()];
    }
    told
}

/// All sources, and the claims that rest on each.
pub(super) fn sources(model: &Model) -> Vec<String> {
    let sources = SourcesDialog::of(model.review.claims());
    if sources.rows.is_empty() {
        return vec!["No claim has a source yet.".to_owned()];
    }
    let told = |row: &SourceRow| match row {
        SourceRow::Source { title, url, claims } => {
            let url = url.as_ref().filter(|it| *it != title);
            let url = url.map(|it| format!(", {it}")).unwrap_or_default();
            format!("{title}{url}: {}", counted(*claims, "claim"))
        }
        SourceRow::Claim { id, how } => {
            let position = model.review.position(id);
            let number = position.map_or_else(|| "?".to_owned(), |it| (it + 1).to_string());
            let wording = model.review.claim(id).map_or("", |it| &it.wording);
            let how = if how.is_empty() {
                String::new()
            } else {
                format!(" ({how})")
            };
            format!("  claim {number}{how}: {wording}")
        }
    };
    sources.rows.iter().map(told).collect()
}

/// The claims that are listed, a line each.
pub(super) fn list(model: &Model) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for &position in model.listing.positions() {
        let claim = &model.review.claims()[position];
        let status = match (claim.dismissed, &claim.same_as) {
            (true, _) => "dismissed",
            (false, Some(_)) => "repeat",
            (false, None) => model.status(position).name(),
        };
        let here = if model.current() == Some(position) {
            " (current)"
        } else {
            ""
        };
        lines.push(format!(
            "{}{here}: {status}: {}",
            position + 1,
            claim.wording
        ));
    }
    if lines.is_empty() {
        lines.push(match model.listing.filter().status {
            Some(status) => format!("No claim is {}.", status.name()),
            None if model.listing.filter().narrows() => "No claim meets that.".to_owned(),
            None => "There is no claim.".to_owned(),
        });
    }
    lines
}

/// "Claim 3, unreviewed: 40 people drowned".
pub(super) fn place(model: &Model) -> Vec<String> {
    let Some(position) = model.current() else {
        return vec!["No claim is listed.".to_owned()];
    };
    let status = model.status(position);
    let word = if status == Status::Unreviewed {
        "unreviewed"
    } else {
        status.name()
    };
    let claim = &model.review.claims()[position];
    vec![format!("Claim {}, {word}: {}", position + 1, claim.wording)]
}

/// The commands that only the conversation has: words, and what they do.
pub(super) const WORDS: &[(&str, &str)] = &[
    ("NUMBER", "Go to the claim of that number"),
    ("read, or an empty line", "Read the current claim again"),
    (
        "context",
        "Read its paragraph; the claim stands in brackets",
    ),
    ("article", "Read the whole article, claims numbered"),
    ("list [STATUS]", "List the claims, all or those of a status"),
    ("progress", "Say how far the review is"),
    ("left-out", "Read what was left out as nothing to check"),
    ("dispute REASON", "Disputed, with the reason at once"),
    ("add QUOTE", "Make a claim of these words of the article"),
    ("split WORDS", "Cut the claim in two before these words"),
    ("merge", "Join the claim with the next one"),
    ("sources", "Read all sources, and which claims rest on each"),
    (
        "take-over NUMBER",
        "Take over that earlier verdict and its sources",
    ),
    ("undo, redo", "Take the last change back, or make it again"),
    ("quit", "Leave; everything is saved already"),
];

/// All commands.
pub(super) fn help(model: &Model) -> Vec<String> {
    let mut lines = vec!["Commands, by word or by letter:".to_owned()];
    lines.extend(WORDS.iter().map(|(word, does)| format!("{word}: {does}")));
    for entry in ACTIONS {
        if matches!(entry.scope, Scope::Claim | Scope::Review) && is_spoken(entry.action) {
            let key = model.keymap.key(entry.action);
            let key = key.map(|it| format!(" or {it}")).unwrap_or_default();
            lines.push(format!("{}{key}: {}", entry.name, entry.help));
        }
    }
    lines.push("To a question, an empty line leaves things as they are; cancel stops.".to_owned());
    lines
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
    )
}
