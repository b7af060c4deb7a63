//! Two claim files cut down to what differs, as texts of claim files again.
//!
//! Taking YAML apart costs 20 ms a megabyte, and two revisions of a large file
//! differ in a few claims. Where both are laid out as redpencil writes them,
//! claims are found by their first lines, and only those that differ are left
//! for the reader, with everything that stands round the claims.

use std::collections::HashMap;

use crate::claim::ClaimId;

/// Both texts without the claims that are the same in both; none where that
/// could hide something: claims of another make, doubled ids, claims that have
/// moved, or some that came and some that went, which may be the same by their
/// words.
pub(super) fn differing(old: &str, new: &str) -> Option<(String, String)> {
    let (before, after) = (Parts::of(old)?, Parts::of(new)?);
    let (were, are) = (before.places()?, after.places()?);
    let pairs: Vec<(usize, usize)> = after
        .claims
        .iter()
        .enumerate()
        .filter_map(|(at, it)| Some((*were.get(it.0)?, at)))
        .collect();
    let some_went_and_came = pairs.len() < were.len() && pairs.len() < are.len();
    if some_went_and_came || !pairs.is_sorted() {
        return None;
    }
    let (mut kept_before, mut kept_after) = (
        vec![true; before.claims.len()],
        vec![true; after.claims.len()],
    );
    for (one, other) in pairs {
        if before.claims[one].1 == after.claims[other].1 {
            kept_before[one] = false;
            kept_after[other] = false;
        }
    }
    Some((before.with(&kept_before), after.with(&kept_after)))
}

/// A claim file, taken apart by lines.
struct Parts<'a> {
    /// Up to the line `claims:`.
    head: &'a str,
    /// From that line to the first claim.
    list: &'a str,
    /// The first line of each claim and its text, without blank lines at the end.
    claims: Vec<(&'a str, &'a str)>,
    /// What stands behind the claims.
    tail: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of `text`; none where claims do not begin with `- id:` at the
    /// line's start, or the list of claims is not at the top.
    fn of(text: &'a str) -> Option<Self> {
        let list = text.find("\nclaims:")? + 1;
        let after_key = text[list..].lines().next()?.strip_prefix("claims:")?.trim();
        if !(after_key.is_empty() || after_key.starts_with('#')) {
            return None;
        }
        let mut starts: Vec<usize> = Vec::new();
        let mut end = None;
        let mut at = list;
        for line in text[list..].split_inclusive('\n') {
            let start = at;
            at += line.len();
            if start == list {
                continue;
            }
            match line.as_bytes().first() {
                Some(b' ' | b'\n' | b'\r' | b'#') => {}
                Some(b'-') if line.starts_with("- id:") && end.is_none() => starts.push(start),
                // Behind the claims stand other keys and their lists.
                Some(b'-') if end.is_some() && !line.starts_with("- id:") => {}
                Some(b'-' | b'\t') | None => return None,
                Some(_) => end = end.or(Some(start)),
            }
        }
        let end = end.unwrap_or(text.len());
        let first = *starts.first()?;
        let ends = starts.iter().skip(1).chain([&end]);
        let claims = starts.iter().zip(ends).map(|(&start, &end)| {
            let claim = text[start..end].trim_end();
            (claim.lines().next().unwrap_or_default().trim_end(), claim)
        });
        Some(Self {
            head: &text[..list],
            list: &text[list..first],
            claims: claims.collect(),
            tail: &text[end..],
        })
    }

    /// The place of each claim, from 0, by its first line; none where two begin
    /// alike or one says its id otherwise than redpencil writes it.
    fn places(&self) -> Option<HashMap<&'a str, usize>> {
        let mut places = HashMap::with_capacity(self.claims.len());
        for (at, (line, _)) in self.claims.iter().enumerate() {
            let id = line.strip_prefix("- id: ")?;
            // A word that YAML takes for a number would be read otherwise than it stands.
            let is_plain = id.starts_with(|it: char| it.is_ascii_alphabetic())
                && id.parse::<ClaimId>().is_ok();
            if !is_plain || places.insert(*line, at).is_some() {
                return None;
            }
        }
        Some(places)
    }

    /// The text with the claims that are to be kept, by place.
    fn with(&self, kept: &[bool]) -> String {
        let claims = self.claims.iter().zip(kept).filter(|it| *it.1);
        let claims: Vec<&str> = claims.map(|it| it.0.1).collect();
        if claims.is_empty() {
            return format!("{}claims: []\n{}", self.head, self.tail);
        }
        let line_break = if claims[0].contains('\r') {
            "\r\n"
        } else {
            "\n"
        };
        let claims = claims.join(&line_break.repeat(2));
        format!(
            "{}{}{claims}{line_break}{}",
            self.head, self.list, self.tail
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
redpencil: 1
article:
  file: x.txt
claims:

# Look twice.
- id: a1
  claim: One

- id: b2
  claim: Two
signed:
- reviewer: Ana
";

    #[test]
    fn what_is_the_same_in_both_is_left_out() {
        let (before, after) = differing(TEXT, TEXT).expect("parts");
        assert_eq!(before, after);
        assert_eq!(
            before,
            "redpencil: 1\narticle:\n  file: x.txt\nclaims: []\nsigned:\n- reviewer: Ana\n"
        );
        let (_, after) = differing(TEXT, &TEXT.replace("Two", "Three")).expect("parts");
        assert!(
            after.contains("claim: Three") && !after.contains("claim: One"),
            "{after}"
        );
        let (before, after) = differing(TEXT, &TEXT.replace("# Look twice.\n", "")).expect("parts");
        assert!(
            !before.contains("id: ") && !after.contains("id: "),
            "{after}"
        );
    }

    #[test]
    fn where_something_could_be_hidden_nothing_is_cut() {
        for new in [
            TEXT.replace("claims:\n", "claims: [\n"),
            TEXT.replace("id: b2", "id: a1"),
            TEXT.replace("id: b2", "id: c3"),
            TEXT.replace("id: b2", "id: 12"),
            TEXT.replace("- id: b2", "- claim: x\n  id: b2"),
            TEXT.replace("- reviewer: Ana", "- id: d4\n  reviewer: Ana"),
        ] {
            assert_eq!(differing(TEXT, &new), None, "{new}");
        }
    }
}
