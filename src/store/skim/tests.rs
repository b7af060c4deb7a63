//! Skimming compared with the full reader.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::claim::UnknownKeys;
use crate::store::{read, samples, write};

/// What is left of a file when it was skimmed.
fn skimmed(file: &ClaimFile, wanted: Wanted) -> ClaimFile {
    let has_quotes = wanted == Wanted::Quotes;
    let claims = file.claims.iter().map(|it| {
        let verdicts = it.verdicts.iter().map(|it| Judgement {
            settles: it.settles,
            reason: it.reason.filter(|_| has_quotes),
            correction: it.correction.clone().filter(|_| has_quotes),
            ..Judgement::new(it.verdict, it.reviewer.clone(), it.reviewed)
        });
        let mut quote = it.quote.clone();
        quote.unknown = UnknownKeys::default();
        if !has_quotes {
            quote = TextQuoteSelector::default();
        }
        Claim {
            dismissed: it.dismissed,
            same_as: it.same_as.clone(),
            verdicts: verdicts.collect(),
            ..Claim::new(it.id.clone(), quote, "", Vec::new())
        }
    });
    let article = Particulars {
        file: file.article.file.clone(),
        title: file.article.title.clone(),
        language: file.article.language.clone(),
        digest: file.article.digest.clone().filter(|_| has_quotes),
        published: file.article.published.filter(|_| has_quotes),
        ..Particulars::default()
    };
    ClaimFile::new(article, claims.collect())
}

/// Where `bytes` are skimmed at all, the full reader reads the same.
fn agrees(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let mut is_skimmed = false;
    for wanted in [Wanted::Verdicts, Wanted::Quotes] {
        let Some(found) = skim_for(bytes, wanted) else {
            continue;
        };
        let text = String::from_utf8_lossy(bytes);
        let full = read(bytes, Path::new("x.yaml"))
            .map_err(|it| TestCaseError::fail(format!("{it}\n{text}")))?;
        prop_assert_eq!(found, skimmed(full.file(), wanted), "{}", text);
        let claims = &full.file().claims;
        let has_conflict = claims.iter().any(|it| it.conflict.is_some());
        prop_assert!(
            !has_conflict && full.file().article.conflict.is_none(),
            "{}",
            text
        );
        is_skimmed = true;
    }
    Ok(is_skimmed)
}

/// The written file without what is always left to the full reader.
fn plain(mut file: ClaimFile) -> ClaimFile {
    file.signed.clear();
    file.unknown = UnknownKeys::default();
    file.article.unknown = UnknownKeys::default();
    for claim in &mut file.claims {
        claim.conflict = None;
        claim.unknown = UnknownKeys::default();
        claim.quote.unknown = UnknownKeys::default();
        for verdict in &mut claim.verdicts {
            verdict.unknown = UnknownKeys::default();
        }
        for source in &mut claim.evidence {
            source.unknown = UnknownKeys::default();
        }
    }
    file
}

/// One slip of a hand or a program: bytes of it replaced.
fn slip(text: &str, at: usize, length: usize, instead: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let at = at % (bytes.len() + 1);
    let end = (at + length).min(bytes.len());
    [&bytes[..at], instead.as_bytes(), &bytes[end..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]
    #[test]
    fn what_is_skimmed_is_what_the_full_reader_reads(
        file in samples::file(),
        strip in any::<bool>(),
        slips in prop::collection::vec((any::<usize>(), 0_usize..6, samples::slip()), 0..3),
    ) {
        let file = if strip { plain(file) } else { file };
        let mut bytes = write(&file).into_bytes();
        for (at, length, words) in slips {
            let Ok(text) = std::str::from_utf8(&bytes) else { break };
            bytes = slip(text, at, length, &words);
        }
        agrees(&bytes)?;
    }
}

/// A file as most are; every place of it can be hit by a slip.
const USUAL: &str = "\
redpencil: 1
article:
  file: harbour-vote.txt
  title: Harbour staff threaten to walk out
  language: en
  published: 2024-03-04
claims:
- id: k4q7zd
  kinds: [ratio, count]
  quote:
    prefix: \"By Monday morning \"
    exact: 212 of the 230 people on the payroll
  verdicts:
  - verdict: disputed
    reviewer: Ana Ruiz
    reviewed: 2024-03-05T09:12:44Z
    reason: conflicting sources
    note: |
      Counted on the scan.

      Two names appear twice.
  - verdict: unknown
    reviewer: Ben
    reviewed: 2024-03-05T10:00:00Z
    settles: true
  claim: 212 of 230 harbour employees signed the letter
  evidence:
  - url: https://example.org/letter.pdf
    stance: refutes
    accessed: 2024-03-05
  query: |-
    Who counted,
    and when?

- id: m2x9ab
  same_as: k4q7zd
  dismissed: true
  quote:
    exact: the vote is on Friday
  claim: The vote is on Friday
";

/// The same with what a desk adds by hand, and a sign-off.
const SIGNED: &str = "\
# The harbour's file.
redpencil: 1
article:
  file: harbour-vote.txt
  digest: sha256:9f0c
  desk: city
claims:
# The figure of the headline.
- id: k4q7zd
  # Read again.
  quote:
    # As printed.
    exact: 212 of the 230 people on the payroll
    page: front
  verdicts:
  - verdict: disputed
    reviewer: Ana Ruiz
    reviewed: 2024-03-05T09:12:44Z
    correction: 210 of 230
    # By telephone.
    seen-with: Ben
  claim: 212 of 230 harbour employees signed the letter
  note: |-
    # not a comment
    but a note
  # The last.

# The next one.
- id: m2x9ab
  quote:
    exact: the vote is on Friday
  claim: The vote is on Friday
signed:
# Both have read it.
- reviewer: Ana Ruiz
  signed: 2024-03-05T09:12:44Z
  digest: sha256:1f
# That is all.
";

#[test]
fn comments_sign_offs_and_words_under_keys_of_others_need_no_full_reader() {
    assert!(agrees(SIGNED.as_bytes()).expect("the same"));
    let file = skim_quotes(SIGNED.as_bytes()).expect("skimmed");
    let claim = &file.claims[0];
    assert_eq!(claim.quote.exact, "212 of the 230 people on the payroll");
    assert_eq!(claim.verdicts[0].correction.as_deref(), Some("210 of 230"));
}

#[test]
fn the_usual_file_needs_no_full_reader() {
    assert!(agrees(USUAL.as_bytes()).expect("the same"));
    let like_a_number = USUAL.replace("m2x9ab", "\"4e7123\"") + "\n";
    assert!(agrees(like_a_number.as_bytes()).expect("the same"));
    let empty = "redpencil: 1\narticle:\n  file: a.txt\nclaims: []\n";
    assert!(agrees(empty.as_bytes()).expect("the same"));
}

#[test]
fn a_file_with_anything_unusual_is_left_to_the_full_reader() {
    assert_eq!(skim(samples::HARBOUR.as_bytes()), None);
    assert_eq!(skim(samples::EVERYTHING.as_bytes()), None);
    assert_eq!(skim(USUAL.trim_end().as_bytes()), None);
    assert_eq!(skim(USUAL.replace("m2x9ab", "k4q7zd").as_bytes()), None);
    assert_eq!(skim(USUAL.replace("Ben", "Ana Ruiz").as_bytes()), None);
    assert_eq!(skim(USUAL.replace("disputed", "dispued").as_bytes()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8192))]
    #[test]
    fn no_slip_in_the_usual_file_is_passed_over(
        at in any::<usize>(), length in 0_usize..6, words in samples::slip(),
    ) {
        agrees(&slip(USUAL, at, length, &words))?;
        agrees(&slip(SIGNED, at, length, &words))?;
    }
}
