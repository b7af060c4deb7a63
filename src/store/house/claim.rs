//! A whole claim that is written in the house's own way.

use std::str::FromStr;

use crate::claim::{
    Claim, ClaimId, Evidence, Judgement, Kind, Reviewer, TextQuoteSelector, UnknownKeys,
};
use crate::store::fields;
use crate::store::house::{Entries, Lines, Value, each_judges_once, has, time, value, words};

/// The claim whose lines are `text`, none before it and only empty ones behind.
/// None where only the full reader can tell.
pub(in crate::store) fn claim(text: &str) -> Option<Claim> {
    let mut lines = Lines::new(text);
    let entries = lines.item(fields::CLAIM, 0)??;
    if !lines.is_at_end() || has(&entries, "conflict") || !is_known(&entries) {
        return None;
    }
    let text = |key| text_of(&entries, key);
    let id = |word: &str| word.parse::<ClaimId>().ok();
    let mut claim = Claim::new(
        id(words(&entries, "id").ok()??)?,
        quote(value(&entries, "quote")?)?,
        text("claim")??,
        list(&entries, "kinds")?,
    );
    claim.from = word_of(&entries, "from")?;
    claim.same_as = word_of(&entries, "same_as")?;
    claim.proposed_by = text("proposed_by")?;
    claim.dismissed = words(&entries, "dismissed").ok()? == Some("true");
    claim.note = text("note")?;
    claim.query = text("query")?;
    claim.verdicts = maps(&entries, "verdicts", judgement)?;
    claim.evidence = maps(&entries, "evidence", source)?;
    each_judges_once(&claim.verdicts).then_some(claim)
}

/// Whether every key is known here, and in what stands under it.
fn is_known(entries: &Entries<'_>) -> bool {
    entries.iter().all(|(_, value)| match value {
        Value::Unknown => false,
        Value::Map(inner) => is_known(inner),
        Value::Maps(maps) => maps.iter().all(is_known),
        Value::Words(_) | Value::Other | Value::List(_) => true,
    })
}

#[expect(
    clippy::option_option,
    reason = "a key that is not there is no reason to give up"
)]
fn text_of(entries: &Entries<'_>, key: &str) -> Option<Option<String>> {
    Some(words(entries, key).ok()?.map(str::to_owned))
}

#[expect(
    clippy::option_option,
    reason = "a key that is not there is no reason to give up"
)]
fn word_of<T: FromStr>(entries: &Entries<'_>, key: &str) -> Option<Option<T>> {
    match words(entries, key).ok()? {
        Some(word) => Some(Some(word.parse().ok()?)),
        None => Some(None),
    }
}

fn list(entries: &Entries<'_>, key: &str) -> Option<Vec<Kind>> {
    match value(entries, key) {
        None => Some(Vec::new()),
        Some(Value::List(words)) => words.iter().map(|it| it.parse().ok()).collect(),
        Some(_) => None,
    }
}

fn maps<T>(
    entries: &Entries<'_>,
    key: &str,
    read: impl Fn(&Entries<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    match value(entries, key) {
        None => Some(Vec::new()),
        Some(Value::Maps(maps)) => maps.iter().map(read).collect(),
        Some(_) => None,
    }
}

fn quote(value: &Value<'_>) -> Option<TextQuoteSelector> {
    let Value::Map(entries) = value else {
        return None;
    };
    Some(TextQuoteSelector {
        prefix: text_of(entries, "prefix")?.unwrap_or_default(),
        suffix: text_of(entries, "suffix")?.unwrap_or_default(),
        exact: text_of(entries, "exact")??,
        unknown: UnknownKeys::default(),
    })
}

fn judgement(entries: &Entries<'_>) -> Option<Judgement> {
    let reviewer = Reviewer::try_from(text_of(entries, "reviewer")??).ok()?;
    let reviewed = time(words(entries, "reviewed").ok()??)?;
    let mut judgement = Judgement::new(word_of(entries, "verdict")??, reviewer, reviewed);
    judgement.reason = word_of(entries, "reason")?;
    judgement.correction = text_of(entries, "correction")?;
    judgement.note = text_of(entries, "note")?;
    judgement.settles = words(entries, "settles").ok()? == Some("true");
    Some(judgement)
}

fn source(entries: &Entries<'_>) -> Option<Evidence> {
    let text = |key| text_of(entries, key);
    Some(Evidence {
        url: text("url")?,
        title: text("title")?,
        stance: word_of(entries, "stance")?,
        source: word_of(entries, "source")?,
        kind: word_of(entries, "kind")?,
        locator: text("locator")?,
        passage: text("passage")?,
        accessed: word_of(entries, "accessed")?,
        archive: text("archive")?,
        digest: text("digest")?,
        by: text("by")?,
        confidential: words(entries, "confidential").ok()? == Some("true"),
        unknown: UnknownKeys::default(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::claim::{ClaimFile, Particulars};
    use crate::store::{read, samples, write};

    fn full(text: &str) -> Option<Claim> {
        let file = format!("redpencil: 1\narticle:\n  file: x\nclaims:\n{text}");
        let document = read(file.as_bytes(), std::path::Path::new("x")).ok()?;
        let claims = &document.file().claims;
        (claims.len() == 1).then(|| claims[0].clone())
    }

    const USUAL: &str = "\
- id: k4q7zd
  same_as: m2x9ab
  kinds: [ratio, count]
  quote:
    prefix: \"By Monday morning \"
    suffix: , and the rest
    exact: 212 of the 230 people on the payroll
  verdicts:
  - verdict: disputed
    reviewer: Ana Ruiz
    reviewed: 2024-03-05T09:12:44Z
    reason: conflicting sources
    correction: \"210\"
    settles: true
  claim: 212 of 230 harbour employees signed the letter
  evidence:
  - url: https://example.org/letter.pdf
    stance: refutes
    source: primary
    accessed: 2024-03-05
    confidential: true
  query: Who counted, and when?

";

    #[test]
    fn a_claim_of_the_usual_form_is_read_whole() {
        let text = USUAL.replace(": , and", ": and");
        let found = claim(&text).expect("the usual form");
        assert_eq!(Some(found), full(&text));
        for odd in [
            text.replace("  query", "  mood: bad\n  query"),
            text.replace("Ana Ruiz", "'Ana Ruiz'"),
            text.trim_end().to_owned(),
            format!("{text}- id: a4q7zd\n"),
        ] {
            assert!(claim(&odd).is_none(), "{odd}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4096)))]

        #[test]
        fn what_is_read_here_is_what_the_full_reader_reads(
            sample in samples::claim(),
            usual in any::<bool>(),
            slips in prop::collection::vec((any::<usize>(), 0_usize..6, samples::slip()), 0..3),
        ) {
            let file = ClaimFile::new(Particulars::default(), vec![sample]);
            let written = write(&file);
            let start = written.find("- id:").expect("a claim");
            let mut text = if usual { USUAL.to_owned() } else { written[start..].to_owned() };
            for (at, length, words) in slips {
                let at = text.floor_char_boundary(at % (text.len() + 1));
                let end = text.ceil_char_boundary((at + length).min(text.len()));
                text.replace_range(at..end, &words);
            }
            if let Some(found) = claim(&text) {
                prop_assert_eq!(Some(found), full(&text), "{}", text);
            }
        }
    }
}
