//! What is said of the review.

use crate::app::detail::Detail;
use crate::app::model::Model;
use crate::app::role::{Role, counted, glyph};
use crate::app::sources::{SourceRow, SourcesDialog};
use crate::claim::{Status, Verdict};
use crate::text::{ByteOffset, ByteRange, Column};

/// More columns than any line has: lines are wrapped by whatever shows them.
const ENDLESS: Column = Column(1 << 20);

/// What is said where the list is empty.
const NOTHING_LISTED: &str = "No claim is listed; list all lists all.";

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
        return vec![NOTHING_LISTED.to_owned()];
    };
    Detail::refresh(model, ENDLESS);
    let all = model.review.claims().len();
    let mut lines = vec![format!("Claim {} of {all}", position + 1)];
    for row in model.detail.rows() {
        let words: Vec<String> = row
            .iter()
            .map(|it| without_glyph(it.text.as_str().trim()))
            .filter(|it| !it.is_empty())
            .collect();
        let is_field = row.len() == 2 && row[0].role == Role::Dim;
        lines.push(match words.as_slice() {
            [label, value] if is_field => format!("{label}: {value}"),
            words => words.join(", "),
        });
    }
    lines
}

/// Words without the sign of a verdict, which its word stands beside.
pub(super) fn without_glyph(words: &str) -> String {
    let agreed = Verdict::ALL.iter().map(|it| Status::Agreed(*it));
    let statuses = [Status::Unreviewed, Status::Contested];
    agreed.chain(statuses).fold(words.to_owned(), |words, it| {
        words.replace(&format!("{} {}", glyph(it), it.name()), it.name())
    })
}

/// The paragraph that the current claim stands in, the claim between brackets.
pub(super) fn context(model: &Model) -> Vec<String> {
    if model.current().is_none() {
        return vec![NOTHING_LISTED.to_owned()];
    }
    match model.current().and_then(|it| model.page.range(it)) {
        Some(range) => around(model, range),
        None => vec!["The quote is not in the article any more.".to_owned()],
    }
}

/// The paragraph of a place, the place between brackets.
pub(super) fn around(model: &Model, range: ByteRange) -> Vec<String> {
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

/// The whole article, each claim between brackets with its number before it.
pub(super) fn article(model: &Model) -> Vec<String> {
    let text = model.page.article().text();
    let claims = 0..model.review.claims().len();
    let mut marks: Vec<(ByteOffset, bool, String)> = Vec::new();
    for (position, range) in claims.filter_map(|it| Some((it, model.page.range(it)?))) {
        marks.push((range.start, true, format!("[{}: ", position + 1)));
        marks.push((range.end, false, "]".to_owned()));
    }
    // Where one claim ends and the next begins, the end is said first.
    marks.sort_by_key(|it| (it.0, it.1));
    let mut shown = String::with_capacity(text.len() + marks.len() * 3);
    let mut from = 0;
    for (at, _, mark) in marks {
        shown.push_str(&text[from..at.0]);
        shown.push_str(&mark);
        from = at.0;
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
    let filter = model.listing.filter();
    let all = model.review.claims();
    if !lines.is_empty() && filter.narrows() {
        let told = format!("{} of {}", lines.len(), counted(all.len(), "claim"));
        lines.insert(0, format!("{told}; list all lists all:"));
    }
    let dismissed = all.iter().filter(|it| it.dismissed).count();
    if dismissed > 0 && !filter.narrows() && !filter.dismissed {
        lines.push(format!("{dismissed} dismissed; list dismissed lists them."));
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

/// "Claim 3, unreviewed: 40 people drowned", and whether it was judged before.
pub(super) fn place(model: &Model) -> Vec<String> {
    let Some(position) = model.current() else {
        return vec![NOTHING_LISTED.to_owned()];
    };
    let mut lines = vec![line(model, position)];
    if !model.recalled().is_empty() {
        lines.push("Judged before: read says how, take-over takes it over.".to_owned());
    }
    lines
}

/// The claim at `position` in one line; nothing where there is none.
pub(super) fn line(model: &Model, position: usize) -> String {
    let Some(claim) = model.review.claims().get(position) else {
        return String::new();
    };
    let status = match (claim.dismissed, &claim.same_as) {
        (true, _) => "dismissed",
        (false, Some(_)) => "repeat",
        (false, None) => model.status(position).name(),
    };
    format!("Claim {}, {status}: {}", position + 1, claim.wording)
}
