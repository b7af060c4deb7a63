//! Claim files of all sorts, for the tests of this room.

use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

use crate::claim::{
    Claim, ClaimConflict, ClaimFile, ClaimId, Evidence, EvidenceKind, Judgement, Kind, Particulars,
    Reason, Reviewer, SignOff, Source, Stance, TextQuoteSelector, Timestamp, UnknownKeys, Verdict,
};

/// A hand-written file with something of everything.
pub(super) const HARBOUR: &str = "\
# yaml-language-server: $schema=redpencil.schema.json
redpencil: 1
article:
  file: harbour-vote.txt
  title: Harbour staff threaten to walk out
  language: en
  published: 2024-03-04
  desk: city # ours
claims:
# The figure of the headline.
- id: k4q7zd
  kinds: [ratio]
  quote:
    prefix: 'By Monday morning '
    exact: 212 of the 230 people on the payroll
  verdicts:
  - verdict: disputed # twice counted
    reviewer: Ana Ruiz
    reviewed: 2024-03-05T09:12:44Z
    reason: wrong
    note: |
      Counted on the scan.

      Two names appear twice.
  claim: 212 of 230 harbour employees signed the letter
  evidence:
  - url: https://example.org/letter.pdf
    stance: refutes
    accessed: 2024-03-05
    page-scan: [3, 4]
  query: Who counted, and when?

- id: m2x9ab
  quote:
    exact: the vote is on Friday
  claim: The vote is on Friday
";

/// Every key there is, in the order and style of the house.
pub(super) const EVERYTHING: &str = "\
redpencil: 1
article:
  file: harbour-vote.txt
  title: Harbour staff threaten to walk out
  language: en
  published: 2024-03-04
  digest: sha256:9f0c
  conflict:
    file:
    - harbour-vote.txt
    - harbour.txt
    title:
    - Harbour staff threaten to walk out
    - null
    language:
    - en
    - en-GB
    published:
    - 2024-03-04
    - null
  desk: city
claims:
- id: k4q7zd
  from: m2x9ab
  same_as: p8r3st
  dismissed: true
  note: The scan is with Ben
  kinds: [ratio, count]
  quote:
    prefix: \"By Monday morning \"
    suffix: \", and the rest\"
    exact: 212 of the 230 people on the payroll
  verdicts:
  - verdict: disputed
    reviewer: Ana Ruiz
    reviewed: 2024-03-05T09:12:44Z
    reason: conflicting sources
    correction: 210 of 230
    note: |
      Counted on the scan.

      Two names appear twice.
    settles: true
    mood: sure
  - verdict: unknown
    reviewer: Ben
    reviewed: 2024-03-05T10:00:00Z
  claim: 212 of 230 harbour employees signed the letter
  evidence:
  - url: https://example.org/letter.pdf
    title: Open letter, scan
    stance: refutes
    source: primary
    kind: reference work
    locator: p. 3
    passage: Signed by 212 members of staff
    accessed: 2024-03-05
    archive: https://archive.example/1
    digest: sha256:11aa
    by: Ben
    confidential: true
    shelf: 12
  query: Who counted, and when?
  conflict:
    removed: true
    same_as:
    - p8r3st
    - null
    note:
    - The scan is with Ben
    - null
    quote:
    - exact: 212 of the 230 people
    - exact: 212 of the 230 people on the payroll
    verdicts:
    - verdict: disputed
      reviewer: Ana Ruiz
      reviewed: 2024-03-05T09:12:44Z
      note: Counted twice
    claim:
    - 212 of 230 harbour employees signed the letter
    - 212 of 230 signed
    query:
    - Who counted, and when?
    - \"null\"
    mood:
    - sure
    - unsure
  desk: city

- id: m2x9ab
  quote:
    exact: the vote is on Friday
  claim: The vote is on Friday

signed:
- reviewer: Cleo
  signed: 2024-03-06T08:00:00Z
  digest: sha256:9f0c
  open: One claim is contested
house: rules
";

/// Text near the borders of what YAML takes for text.
pub(super) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Z0-9 ]{1,6}",
        2 => "[-:#?!&*|>%@`'\"{}\\[\\],=<~.\\\\]{1,2}",
        2 => prop::sample::select(vec![
            "\n", "\n\n", "\r\n", "\t", " ", "甲乙", "，", "。", "\u{85}", "\u{2028}", "\u{202e}",
            "\u{a0}", "\u{3000}", "---", "no", "1e3", "12:30", "2024-03-05", "\u{1b}", "🙂", "e\u{301}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|it| it.concat())
}

fn day() -> impl Strategy<Value = chrono::NaiveDate> {
    (1_i32..9999, 1_u32..366).prop_map(|(year, day)| {
        chrono::NaiveDate::from_yo_opt(year, day).expect("every year has 365 days")
    })
}

fn time() -> impl Strategy<Value = Timestamp> {
    (0_i64..4_000_000_000).prop_map(|seconds| {
        Timestamp::new(chrono::DateTime::from_timestamp(seconds, 0).expect("a time"))
    })
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

/// Keys that redpencil does not know, some values inside each other.
fn unknown() -> impl Strategy<Value = UnknownKeys> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("a number", |it| it.is_finite())
            .prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..3).prop_map(|it| {
                Value::Mapping(it.into_iter().map(|(k, v)| (Value::from(k), v)).collect())
            }),
        ]
    });
    // None of these is the name of a field: such a key would be known.
    let key = "x-[a-z]{1,3}|[ -~甲\n]{1,4}-y";
    prop_oneof![
        4 => Just(UnknownKeys::default()),
        1 => prop::collection::vec((key, value), 0..3).prop_map(|it| {
            UnknownKeys(it.into_iter().map(|(k, v)| (Value::from(k), v)).collect::<Mapping>())
        }),
    ]
}

fn judgement() -> impl Strategy<Value = Judgement> {
    let some_text = || prop::option::of(text());
    (
        one_of(Verdict::ALL),
        text(),
        time(),
        prop::option::of(one_of(Reason::ALL)),
        some_text(),
        some_text(),
        any::<bool>(),
        unknown(),
    )
        .prop_map(
            |(verdict, reviewer, reviewed, reason, correction, note, settles, unknown)| Judgement {
                verdict,
                reviewer: Reviewer::new(&reviewer),
                reviewed,
                reason,
                correction,
                note,
                settles,
                unknown,
            },
        )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let some_text = || prop::option::of(text());
    (
        [
            some_text(),
            some_text(),
            some_text(),
            some_text(),
            some_text(),
            some_text(),
            some_text(),
        ],
        prop::option::of(one_of(Stance::ALL)),
        prop::option::of(one_of(Source::ALL)),
        prop::option::of(one_of(EvidenceKind::ALL)),
        prop::option::of(day()),
        any::<bool>(),
        unknown(),
    )
        .prop_map(
            |(texts, stance, source, kind, accessed, confidential, unknown)| {
                let [url, title, locator, passage, archive, digest, by] = texts;
                Evidence {
                    url,
                    title,
                    stance,
                    source,
                    kind,
                    locator,
                    passage,
                    accessed,
                    archive,
                    digest,
                    by,
                    confidential,
                    unknown,
                }
            },
        )
}

/// What a merge may have left open.
fn conflict() -> impl Strategy<Value = ClaimConflict> {
    let sides = || prop::collection::vec(prop::option::of(text()), 0..3);
    (
        any::<bool>(),
        sides(),
        sides(),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(judgement(), 0..3),
        unknown(),
    )
        .prop_map(
            |(removed, note, query, wording, verdicts, unknown)| ClaimConflict {
                removed,
                same_as: Vec::new(),
                note,
                quote: wording
                    .iter()
                    .map(|it| TextQuoteSelector {
                        exact: it.clone(),
                        ..TextQuoteSelector::default()
                    })
                    .collect(),
                verdicts,
                wording,
                query,
                unknown,
            },
        )
}

/// Any claim.
pub(super) fn claim() -> impl Strategy<Value = Claim> {
    let id = || "[0-9a-hj-km-np-tv-z]{6}".prop_map(|it| it.parse::<ClaimId>().expect("an id"));
    let some_text = || prop::option::of(text());
    (
        (
            id(),
            prop::option::of(id()),
            prop::option::of("[a-z甲][a-z甲 -]{0,8}".prop_map(|it| it.trim().to_owned())),
            prop::option::of(id()),
            any::<bool>(),
        ),
        [some_text(), some_text()],
        prop::collection::vec(one_of(Kind::ALL), 0..3),
        [text(), text(), text(), text()],
        prop::collection::vec(judgement(), 0..3),
        prop::collection::vec(evidence(), 0..3),
        prop::option::weighted(0.2, conflict()),
        [unknown(), unknown()],
    )
        .prop_map(
            |(
                (id, from, proposed_by, same_as, dismissed),
                [note, query],
                kinds,
                texts,
                verdicts,
                evidence,
                conflict,
                [unknown, unknown_in_quote],
            )| {
                let conflict = conflict.and_then(ClaimConflict::if_any);
                let [prefix, suffix, exact, wording] = texts;
                let mut seen = std::collections::HashSet::new();
                let verdicts = verdicts
                    .into_iter()
                    .filter(|it: &Judgement| seen.insert(it.reviewer.clone()))
                    .collect();
                Claim {
                    id,
                    from,
                    proposed_by,
                    same_as,
                    dismissed,
                    note,
                    kinds,
                    quote: TextQuoteSelector {
                        prefix,
                        suffix,
                        exact,
                        unknown: unknown_in_quote,
                    },
                    verdicts,
                    wording,
                    evidence,
                    query,
                    conflict,
                    unknown,
                }
            },
        )
}

/// Any claim file.
pub(super) fn file() -> impl Strategy<Value = ClaimFile> {
    let some_text = || prop::option::of(text());
    let particulars = (
        text(),
        some_text(),
        some_text(),
        prop::option::of(day()),
        some_text(),
        unknown(),
    )
        .prop_map(
            |(file, title, language, published, digest, unknown)| Particulars {
                file,
                title,
                language,
                published,
                digest,
                conflict: None,
                unknown,
            },
        );
    let signed = (text(), time(), text(), some_text(), unknown()).prop_map(
        |(reviewer, signed, digest, open, unknown)| SignOff {
            reviewer: Reviewer::new(&reviewer),
            signed,
            digest,
            open,
            unknown,
        },
    );
    (
        particulars,
        prop::collection::vec(claim(), 0..4),
        prop::collection::vec(signed, 0..3),
        unknown(),
    )
        .prop_map(|(article, claims, signed, unknown)| {
            let mut seen = std::collections::HashSet::new();
            let claims = claims
                .into_iter()
                .filter(|it| seen.insert(it.id.clone()))
                .collect();
            ClaimFile {
                signed,
                unknown,
                ..ClaimFile::new(article, claims)
            }
        })
}

/// What a slip of a hand or a program puts into a file.
pub(super) fn slip() -> impl Strategy<Value = String> {
    let pieces = vec![
        "",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n  ",
        "\n- ",
        ":",
        ": ",
        "-",
        "- ",
        " #",
        "#",
        "'",
        "\"",
        "\\",
        "|",
        "|-\n",
        ">",
        "[",
        "]",
        "{",
        "&",
        "*",
        "!",
        "\t",
        "\r\n",
        "~",
        "null",
        "true",
        "1",
        "甲",
        "\u{85}",
        "\u{feff}",
        "\u{2028}",
        "---\n",
        "...\n",
        "?",
        ",",
        "<<",
        "\n=======\n",
        "\n\n  ",
        "\nid: a",
        "\n  note: b",
    ];
    prop_oneof![
        4 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}
