//! Reads a claim file that is written in the house's own way, and nothing else,
//! in one pass over its lines: for lists of thousands of files.
//!
//! It answers only where the full reader is sure to read the same. Whatever is
//! unusual in a file, right or wrong, is left to that reader: comments behind a
//! value, escapes that would have to be resolved, quarrels of a merge, keys that it
//! does not know with more than a word behind them.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::claim::{
    Claim, ClaimFile, ClaimId, Judgement, Particulars, Reviewer, SCHEMA, TextQuoteSelector,
    Timestamp, Verdict,
};
use crate::store::bounds;
use crate::store::fields::{self, Field, Shape};
use crate::store::scalar;

/// What lists need to know of the claim file with these bytes: file, title and
/// language of its article, and of each claim the id, what it repeats, whether it is
/// dismissed, and by whom it was judged how and when. All else is left empty.
///
/// None where only the full reader can tell.
pub fn skim(bytes: &[u8]) -> Option<ClaimFile> {
    skim_for(bytes, Wanted::Verdicts)
}

/// The same, and what tells whether a claim file is in order: quotes, digest,
/// reasons and corrections.
pub fn skim_quotes(bytes: &[u8]) -> Option<ClaimFile> {
    skim_for(bytes, Wanted::Quotes)
}

/// What somebody needs to know of a claim file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Verdicts,
    Quotes,
}

fn skim_for(bytes: &[u8], wanted: Wanted) -> Option<ClaimFile> {
    if bytes.len() > bounds::MOST_BYTES {
        return None;
    }
    let mut lines = Lines::new(std::str::from_utf8(bytes).ok()?);
    lines.pass_comments()?;
    if lines.take()? != format!("redpencil: {SCHEMA}") {
        return None;
    }
    lines.pass_comments()?;
    if lines.take()? != "article:" {
        return None;
    }
    let Value::Map(article) = lines.value(shape_of("article")?, "", 0)? else {
        return None;
    };
    let article = particulars(&article, wanted)?;
    let claims = match lines.take()? {
        "claims: []" => Vec::new(),
        "claims:" => {
            let mut claims = Vec::new();
            while let Some(map) = lines.item(fields::CLAIM, 0)? {
                claims.push(claim(&map, wanted)?);
            }
            claims
        }
        _ => return None,
    };
    let mut ids = HashSet::with_capacity(claims.len());
    let has_own_id = claims.iter().all(|it| ids.insert(it.id.as_str()));
    if lines.next == Some("signed:") {
        lines.step();
        lines.value(shape_of("signed")?, "", 0)?;
    }
    // What a newer form adds comes last: the full reader knows it.
    (has_own_id && lines.is_at_end()).then(|| ClaimFile::new(article, claims))
}

/// What stands under a key at the top.
fn shape_of(key: &str) -> Option<&'static Shape> {
    let entry = fields::FILE.iter().find(|it| it.key == key)?;
    Some(&entry.shape)
}

/// The entries of a mapping that were understood, in the order of the file.
type Entries<'a> = Vec<(&'a str, Value<'a>)>;

enum Value<'a> {
    /// A scalar on one line, exactly as it says.
    Words(&'a str),
    /// A text that must be resolved first, or several: nothing that a list shows.
    Other,
    Map(Entries<'a>),
    Maps(Vec<Entries<'a>>),
}

fn words<'a>(entries: &Entries<'a>, key: &str) -> Result<Option<&'a str>, Unclear> {
    match entries.iter().find(|it| it.0 == key) {
        None => Ok(None),
        Some((_, Value::Words(words))) => Ok(Some(words)),
        Some(_) => Err(Unclear),
    }
}

/// Something that only the full reader can tell.
struct Unclear;

/// Words that matter only where quotes are wanted.
fn words_for_quotes(
    entries: &Entries<'_>,
    key: &str,
    wanted: Wanted,
) -> Result<Option<String>, Unclear> {
    match wanted {
        Wanted::Verdicts => Ok(None),
        Wanted::Quotes => words(entries, key).map(|it| it.map(str::to_owned)),
    }
}

fn has(entries: &Entries<'_>, key: &str) -> bool {
    entries.iter().any(|it| it.0 == key)
}

fn particulars(entries: &Entries<'_>, wanted: Wanted) -> Option<Particulars> {
    let text = |key| words(entries, key).ok();
    let only = |key| words_for_quotes(entries, key, wanted).ok();
    if has(entries, "conflict") {
        return None;
    }
    Some(Particulars {
        file: text("file")??.to_owned(),
        title: text("title")?.map(str::to_owned),
        language: text("language")?.map(str::to_owned),
        digest: only("digest")?,
        published: only("published")?.and_then(|it| it.parse().ok()),
        ..Particulars::default()
    })
}

fn quote(entries: &Entries<'_>, wanted: Wanted) -> Option<TextQuoteSelector> {
    let (_, Value::Map(quote)) = entries.iter().find(|it| it.0 == "quote")? else {
        return None;
    };
    let only = |key| words_for_quotes(quote, key, wanted).ok();
    Some(TextQuoteSelector {
        exact: only("exact")?.unwrap_or_default(),
        prefix: only("prefix")?.unwrap_or_default(),
        suffix: only("suffix")?.unwrap_or_default(),
        ..TextQuoteSelector::default()
    })
}

fn claim(entries: &Entries<'_>, wanted: Wanted) -> Option<Claim> {
    let text = |key| words(entries, key).ok();
    let id = |word: &str| word.parse::<ClaimId>().ok();
    // What a merge has left open is nothing to pass over.
    if has(entries, "conflict") {
        return None;
    }
    let quote = quote(entries, wanted)?;
    let mut claim = Claim::new(id(text("id")??)?, quote, "", Vec::new());
    claim.dismissed = text("dismissed")? == Some("true");
    if let Some(other) = text("same_as")? {
        claim.same_as = Some(id(other)?);
    }
    let verdicts = entries.iter().find(|it| it.0 == "verdicts");
    if let Some((_, Value::Maps(maps))) = verdicts {
        let judged = maps.iter().map(|it| judgement(it, wanted));
        claim.verdicts = judged.collect::<Option<_>>()?;
    }
    let mut reviewers = HashSet::new();
    let mut names = claim.verdicts.iter().map(|it| it.reviewer.as_str());
    let is_once = names.all(|it| reviewers.insert(it));
    is_once.then_some(claim)
}

fn judgement(entries: &Entries<'_>, wanted: Wanted) -> Option<Judgement> {
    let text = |key| words(entries, key).ok();
    let verdict: Verdict = text("verdict")??.parse().ok()?;
    let reviewer = Reviewer::try_from(text("reviewer")??.to_owned()).ok()?;
    let mut judgement = Judgement::new(verdict, reviewer, time(text("reviewed")??)?);
    judgement.settles = text("settles")? == Some("true");
    let only = |key| words_for_quotes(entries, key, wanted).ok();
    judgement.reason = only("reason")?.and_then(|it| it.parse().ok());
    judgement.correction = only("correction")?;
    Some(judgement)
}

/// A time as the house writes it: no other way of writing it passes here.
fn time(word: &str) -> Option<Timestamp> {
    let is_ours = word.len() == 20
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            10 => byte == b'T',
            13 | 16 => byte == b':',
            19 => byte == b'Z',
            _ => byte.is_ascii_digit(),
        });
    is_ours.then(|| word.parse().ok())?
}

/// A day as the house writes it.
fn is_day(word: &str) -> bool {
    let is_ours = word.len() == 10
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    is_ours && word.parse::<NaiveDate>().is_ok()
}

/// The lines of a text, one after the other.
struct Lines<'a> {
    rest: &'a str,
    /// The next line, without its line break.
    next: Option<&'a str>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let mut lines = Self {
            rest: text,
            next: None,
        };
        lines.step();
        lines
    }

    /// Goes to the next line. A last one without a line break is never reached:
    /// it may have been cut off.
    fn step(&mut self) {
        self.next = memchr::memchr(b'\n', self.rest.as_bytes()).map(|end| {
            let line = &self.rest[..end];
            self.rest = &self.rest[end + 1..];
            line
        });
    }

    fn take(&mut self) -> Option<&'a str> {
        let line = self.next;
        self.step();
        line
    }

    /// Passes over lines that are comments and nothing else; none where one holds
    /// what no text of a claim file may hold.
    fn pass_comments(&mut self) -> Option<()> {
        while let Some(line) = self.next
            && line.trim_start_matches(' ').starts_with('#')
        {
            if line.chars().any(scalar::needs_escape) || line.contains('\t') {
                return None;
            }
            self.step();
        }
        Some(())
    }

    fn is_at_end(&mut self) -> bool {
        if self.pass_comments().is_none() {
            return false;
        }
        // Empty lines at the end are nobody's.
        self.rest.bytes().all(|it| it == b'\n') && self.next.is_none_or(str::is_empty)
    }

    /// The next item of a list of mappings whose dashes stand in column `indent`;
    /// none where the list ends.
    #[expect(
        clippy::option_option,
        reason = "the end of a list is no reason to give up"
    )]
    fn item(&mut self, fields: &'static [Field], indent: usize) -> Option<Option<Entries<'a>>> {
        // Between two claims an empty line stands.
        let has_gap = indent == 0
            && self.next == Some("")
            && (self.rest.starts_with("- ") || self.rest.starts_with('#'));
        if has_gap {
            self.step();
        }
        self.pass_comments()?;
        let Some(line) = self.next.and_then(|it| inner(it, indent)) else {
            return Some(None);
        };
        let Some(first) = line.strip_prefix("- ") else {
            return Some(None);
        };
        self.step();
        self.entries(fields, indent + 2, Some(first)).map(Some)
    }

    /// A mapping whose keys stand in column `indent`.
    fn map(&mut self, fields: &'static [Field], indent: usize) -> Option<Entries<'a>> {
        self.entries(fields, indent, None)
    }

    /// The same, whose first key may stand behind a dash.
    fn entries(
        &mut self,
        fields: &'static [Field],
        indent: usize,
        mut first: Option<&'a str>,
    ) -> Option<Entries<'a>> {
        let mut entries = Entries::with_capacity(fields.len().min(8));
        loop {
            if first.is_none() {
                self.pass_comments()?;
            }
            let entry = match first.take() {
                Some(entry) => entry,
                None => match self.next.and_then(|it| inner(it, indent)) {
                    // A dash in the column of a key begins the next item of a list around.
                    Some(entry) if !entry.starts_with(['-', ' ']) => {
                        self.step();
                        entry
                    }
                    _ => break,
                },
            };
            let (key, rest) = entry.split_once(':')?;
            if has(&entries, key) {
                return None;
            }
            let value = match fields.iter().find(|it| it.key == key) {
                Some(field) => self.value(&field.shape, rest, indent)?,
                None if is_key(key) => unknown(rest.strip_prefix(' ')?)?,
                None => return None,
            };
            entries.push((key, value));
        }
        let has_all = fields
            .iter()
            .all(|it| !it.is_required || entries.iter().any(|entry| entry.0 == it.key));
        has_all.then_some(entries)
    }

    /// The value behind the colon of a key in column `indent`.
    fn value(&mut self, shape: &Shape, rest: &'a str, indent: usize) -> Option<Value<'a>> {
        match shape {
            Shape::Map(fields) if rest.is_empty() => self.map(fields, indent + 2).map(Value::Map),
            Shape::List(Shape::Map(fields)) if rest.is_empty() => {
                let mut maps = Vec::new();
                while let Some(map) = self.item(fields, indent)? {
                    maps.push(map);
                }
                // Nothing below a key is no list.
                (!maps.is_empty()).then_some(Value::Maps(maps))
            }
            Shape::List(Shape::Word(all, _)) => {
                let inside = rest.strip_prefix(" [")?.strip_suffix(']')?;
                let all = all();
                let is_known = inside.split(", ").all(|it| all.contains(&it));
                is_known.then_some(Value::Other)
            }
            Shape::Map(_) | Shape::List(_) => None,
            _ => self.scalar(shape, rest.strip_prefix(' ')?, indent),
        }
    }

    fn scalar(&mut self, shape: &Shape, word: &'a str, indent: usize) -> Option<Value<'a>> {
        let is_right = match shape {
            Shape::Text | Shape::Name => return self.text(word, indent),
            Shape::Id => return id(word),
            Shape::Flag => matches!(word, "true" | "false"),
            Shape::Date => is_day(word),
            Shape::Time => time(word).is_some(),
            Shape::Word(all, _) => all().contains(&word),
            Shape::Number | Shape::Map(_) | Shape::List(_) => false,
        };
        is_right.then_some(Value::Words(word))
    }

    fn text(&mut self, word: &'a str, indent: usize) -> Option<Value<'a>> {
        if matches!(word, "|" | "|-") {
            return self.block(indent + 2).map(|()| Value::Other);
        }
        if let Some(inside) = word.strip_prefix('"') {
            return is_quoted_as_it_is(inside.strip_suffix('"')?)
                .then(|| Value::Words(&word[1..word.len() - 1]));
        }
        scalar::is_plain(word).then_some(Value::Words(word))
    }

    /// Passes over the lines of a block `indent` columns in.
    fn block(&mut self, indent: usize) -> Option<()> {
        let first = inner(self.next?, indent)?;
        // More blanks would count to the indentation.
        if first.is_empty() || first.starts_with(' ') {
            return None;
        }
        let is_body = |it: &str| inner(it, indent).is_some_and(|it| !it.is_empty());
        while let Some(line) = self.next {
            // An empty line belongs to the block where more of it follows.
            let has_more = line.is_empty() && is_body(self.rest.split('\n').next()?);
            if !has_more && !is_body(line) {
                break;
            }
            if line.chars().any(scalar::needs_escape) || line.contains('\t') {
                return None;
            }
            self.step();
        }
        Some(())
    }
}

/// Whether it is a key as people and programs make them, and no part of YAML.
fn is_key(key: &str) -> bool {
    let mut letters = key.bytes();
    letters.next().is_some_and(|it| it.is_ascii_lowercase())
        && letters.all(|it| it.is_ascii_lowercase() || matches!(it, b'_' | b'-'))
        && !matches!(
            key,
            "null" | "true" | "false" | "y" | "n" | "yes" | "no" | "on" | "off"
        )
}

/// What stands behind a key of which only its writer knows what it means: one word
/// or several on its line.
fn unknown(word: &str) -> Option<Value<'_>> {
    let is_plain = scalar::is_plain(word) || matches!(word, "true" | "false");
    is_plain.then_some(Value::Other)
}

/// An id, between quotation marks where it could be taken for a number.
fn id(word: &str) -> Option<Value<'_>> {
    let inside = match word.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"')?,
        None => scalar::is_plain(word).then_some(word)?,
    };
    let is_id = inside.parse::<ClaimId>().is_ok();
    is_id.then_some(Value::Words(inside))
}

/// Whether what stands between double quotation marks says itself.
fn is_quoted_as_it_is(inside: &str) -> bool {
    !inside.contains(['"', '\\', '\t']) && !inside.chars().any(scalar::needs_escape)
}

/// What stands in a line from column `indent` on; none where that is no more
/// than the beginning of a key further out.
fn inner(line: &str, indent: usize) -> Option<&str> {
    let (blanks, rest) = line.split_at_checked(indent)?;
    blanks.bytes().all(|it| it == b' ').then_some(rest)
}

#[cfg(test)]
mod tests {
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

    fn instead() -> impl Strategy<Value = String> {
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
            "\n# c",
            "\n  # c\n",
            "\n    # c",
            "\n# c\u{7}",
            "\nhouse: b",
            "\n  desk-name: b c",
            "\n    x: true",
            "\n  x: null",
            "\n  x: 0x1",
            "\n  Note: b",
            "\nsigned:\n- reviewer: Ana\n  signed: 2024-03-05T09:12:44Z\n  digest: d\n",
        ];
        prop_oneof![
            4 => prop::sample::select(pieces).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]
        #[test]
        fn what_is_skimmed_is_what_the_full_reader_reads(
            file in samples::file(),
            strip in any::<bool>(),
            slips in prop::collection::vec((any::<usize>(), 0_usize..6, instead()), 0..3),
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
            at in any::<usize>(), length in 0_usize..6, words in instead(),
        ) {
            agrees(&slip(USUAL, at, length, &words))?;
            agrees(&slip(SIGNED, at, length, &words))?;
        }
    }
}
