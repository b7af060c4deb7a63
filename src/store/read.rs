//! Reads a claim file: guarded, typed, every fault with its place.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use crate::claim::{Claim, ClaimFile, ClaimId, SCHEMA};
use crate::store::blockwise;
use crate::store::diagnose;
use crate::store::document::Document;
use crate::store::fault::{Fault, echo};
use crate::store::fields;
use crate::store::guard;
use crate::store::layout::Layout;
use crate::store::node;
use crate::store::splice::Origins;
use crate::text::{ByteRange, Problem};

/// Reads the bytes of a claim file; `path` is where messages say it stands.
pub fn read(bytes: &[u8], path: &Path) -> Result<Document, Problem> {
    let (text, has_byte_order_mark) =
        guard::decode(bytes).map_err(|(shown, fault)| fault.in_text(&shown, path))?;
    let (layout, file) = parts(text).map_err(|it| it.in_text(text, path))?;
    Ok(Document {
        file,
        text: text.to_owned(),
        layout,
        has_byte_order_mark,
        origins: Origins::new(),
    })
}

/// Reads the text of a claim file; `path` is where messages say it stands.
pub fn read_text(text: &str, path: &Path) -> Result<Document, Problem> {
    read(text.as_bytes(), path)
}

/// Claims from which on reading them on all cores saves more than it costs.
const MANY_CLAIMS: usize = 500;

/// Bytes from which on a file is first tried to be read claim by claim.
const MANY_BYTES: usize = 64 << 10;

/// The parts of `text` and what they say.
pub(super) fn parts(text: &str) -> Result<(Layout, ClaimFile), Fault> {
    if text.len() >= MANY_BYTES
        && let Some(parts) = blockwise::parts(text)
    {
        return Ok(parts);
    }
    parts_of_any(text)
}

/// The parts of any `text`, and what they say.
pub(super) fn parts_of_any(text: &str) -> Result<(Layout, ClaimFile), Fault> {
    let layout = guard::guard(text)?;
    let schema = schema(text, &layout)?;
    let newer = |fault: Fault| Fault {
        next_step: if schema > SCHEMA {
            format!(
                "a newer redpencil wrote this (form {schema}, this one reads {SCHEMA}): update redpencil"
            )
        } else {
            fault.next_step
        },
        ..fault
    };
    let mut file = frame(text, &layout).map_err(newer)?;
    let read = |range: &std::ops::Range<usize>| {
        claim(&text[range.clone()], layout.is_flow).map_err(|it| it.shifted(range.start))
    };
    let claims: Result<Vec<Claim>, Fault> = if layout.claims.len() < MANY_CLAIMS {
        layout.claims.iter().map(read).collect()
    } else {
        // The first fault of the file is told, whichever core found one first.
        let all: Vec<Result<Claim, Fault>> = layout.claims.par_iter().map(read).collect();
        all.into_iter().collect()
    };
    file.claims = claims.map_err(newer)?;
    no_doubled_ids(text, &layout, &file.claims)?;
    Ok((layout, file))
}

/// The version of the form, which every claim file names.
pub(super) fn schema(text: &str, layout: &Layout) -> Result<u32, Fault> {
    let first_line = 0..text.find('\n').unwrap_or(text.len());
    let Some(key) = layout.keys.iter().find(|it| it.name == "redpencil") else {
        return Err(Fault::new(
            first_line,
            "this is no claim file: the line `redpencil: 1` is missing",
            "name the claim file itself, or add the line at the top if this is one",
        ));
    };
    let at = key.scalar.as_ref().map_or(key.at, |it| it.1);
    key.scalar
        .as_ref()
        .and_then(|it| it.0.parse().ok())
        .filter(|&it| it > 0)
        .ok_or_else(|| {
            Fault::new(
                at,
                "the version of the form is no number",
                format!("write `redpencil: {SCHEMA}`"),
            )
        })
}

/// What stands round the claims.
pub(super) fn frame(text: &str, layout: &Layout) -> Result<ClaimFile, Fault> {
    let (before, after) = layout.around(text);
    let gap = after.start - before.end;
    let mut frame = [&text[before.clone()], &text[after]].concat();
    // A comma behind the last claim would stand behind none.
    let rest = &frame[before.end..];
    let blanks = rest.len() - rest.trim_start().len();
    if layout.is_flow && rest[blanks..].starts_with(',') {
        let comma = before.end + blanks;
        frame.replace_range(comma..=comma, " ");
    }
    serde_yaml::from_str(&frame).map_err(|error| {
        let fault = diagnose::first_fault(&frame, fields::FILE, &error);
        if fault.at.start.0 >= before.end {
            fault.shifted(gap)
        } else {
            fault
        }
    })
}

/// One claim, from a text that holds it alone.
pub(super) fn claim(text: &str, is_flow: bool) -> Result<Claim, Fault> {
    let read = if is_flow {
        serde_yaml::from_str(text)
    } else {
        serde_yaml::from_str::<[Claim; 1]>(text).map(|[it]| it)
    };
    let claim: Claim = read.map_err(|error| diagnose::first_fault(text, fields::CLAIM, &error))?;
    one_verdict_each(text, &claim)?;
    Ok(claim)
}

fn one_verdict_each(text: &str, claim: &Claim) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    let Some(twice) = claim.verdicts.iter().find(|it| !seen.insert(&it.reviewer)) else {
        return Ok(());
    };
    let name = twice.reviewer.as_str();
    let places = places_of_reviewer(text, name);
    let at = places.last().copied().unwrap_or_default();
    let first = places.first().copied().unwrap_or_default();
    let lines_between = text[first.start.0..at.start.0].matches('\n').count();
    Err(Fault::new(
        at,
        format!("claim {} has two verdicts by {}", claim.id, echo(name)),
        format!("the other stands {lines_between} lines above: keep one of them"),
    ))
}

fn places_of_reviewer(text: &str, name: &str) -> Vec<ByteRange> {
    let Ok(Some(root)) = node::parse(text) else {
        return Vec::new();
    };
    let claim = root.items().first().unwrap_or(&root);
    let verdicts = claim.get("verdicts").map_or(&[][..], |it| it.1.items());
    verdicts
        .iter()
        .filter_map(|it| it.get("reviewer"))
        .filter(|it| it.1.words().map(str::trim) == Some(name))
        .map(|it| ByteRange::new(it.1.start, it.1.end))
        .collect()
}

pub(super) fn no_doubled_ids(text: &str, layout: &Layout, claims: &[Claim]) -> Result<(), Fault> {
    let mut seen: HashMap<&ClaimId, usize> = HashMap::with_capacity(claims.len());
    for (place, claim) in claims.iter().enumerate() {
        if let Some(first) = seen.insert(&claim.id, place) {
            let at = place_of_id(text, layout, place);
            let before = place_of_id(text, layout, first).start.0;
            let line = text[..before].matches('\n').count() + 1;
            return Err(Fault::new(
                at,
                format!("two claims have the id {}", claim.id),
                format!("the other is in line {line}: delete one, or give it another id"),
            ));
        }
    }
    Ok(())
}

/// Where the id of claim number `place` stands.
fn place_of_id(text: &str, layout: &Layout, place: usize) -> ByteRange {
    let range = layout.claims[place].clone();
    let slice = &text[range.clone()];
    let found = node::parse(slice).ok().flatten().and_then(|root| {
        let claim = root.items().first().unwrap_or(&root);
        let id = &claim.get("id")?.1;
        Some(ByteRange::new(id.start, id.end))
    });
    found.unwrap_or_default().shifted(range.start)
}

#[cfg(test)]
mod tests;
