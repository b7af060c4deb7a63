//! The parts of a claim's text: comments above, the claim, what is behind it.

use crate::claim::Claim;
use crate::store::edit;
use crate::store::guard;
use crate::store::write;

/// The text of a file without claims, cut where they will stand; an empty list
/// between brackets is taken away if there will be some.
pub(super) fn around_no_claims(text: &str, will_have_some: bool) -> Option<(String, String)> {
    if !will_have_some {
        return Some((text.to_owned(), String::new()));
    }
    let line_break = edit::line_break_of(text);
    let layout = guard::guard(text).ok()?;
    let Some(key) = layout.keys.iter().find(|it| it.name == "claims") else {
        let gap = if text.ends_with('\n') { "" } else { line_break };
        return Some((format!("{text}{gap}claims:{line_break}"), String::new()));
    };
    let colon = key.at.end.0 + text[key.at.end.0..].find(':')? + 1;
    let line_end = text[colon..]
        .find('\n')
        .map_or(text.len(), |it| colon + it + 1);
    let rest = text[colon..line_end].trim();
    let comment = rest.trim_start_matches(['[', ']', ' ', '~']).trim();
    if !(comment.is_empty() || comment.starts_with('#')) {
        return None;
    }
    let gap = if comment.is_empty() { "" } else { " " };
    let before = format!("{}{gap}{comment}{line_break}", &text[..colon]);
    Some((before, text[line_end..].to_owned()))
}

/// The bytes of a claim's text before the line with its dash.
pub(super) fn head_of(text: &str, dash_column: usize) -> usize {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start_matches(' ').starts_with('-') && line.find('-') == Some(dash_column) {
            break;
        }
        start += line.len();
    }
    start
}

/// A claim's text in three: comments above, the claim, blank lines below.
pub(in crate::store) fn parts_of(text: &str, dash_column: usize) -> (&str, &str, &str) {
    let (head, rest) = text.split_at(head_of(text, dash_column));
    let words = rest.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let end = rest[words..]
        .find('\n')
        .map_or(rest.len(), |it| words + it + 1);
    let (body, blank) = rest.split_at(end);
    (head, body, blank)
}

/// The comments of a claim's text in lines of their own, and the claim in the
/// style of the house.
pub(super) fn anew(
    body: &str,
    claim: &Claim,
    dash_column: usize,
    line_break: &str,
) -> (String, String) {
    let comments = comment_lines(body, dash_column, line_break);
    let mut written = String::new();
    write::write_claim(&mut written, claim, dash_column);
    (comments, written.replace('\n', line_break))
}

/// The comments of a claim's text, each in a line of its own.
pub(super) fn comment_lines(body: &str, dash_column: usize, line_break: &str) -> String {
    let indentation = " ".repeat(dash_column);
    edit::comments(body)
        .into_iter()
        .flat_map(|it| {
            let comment = body[it].trim_end_matches('\r');
            [&indentation, comment, line_break]
        })
        .collect()
}
