//! What a listed claim must meet, in a line of words.
//!
//! `verdict:disputed kind:ratio reviewer:ana worth>0.6 -kind:quote letter`: each
//! word is a condition, and a claim is listed that meets all of them.

mod complete;
mod key;
mod read;

use chrono::NaiveDate;

use crate::claim::{Claim, ClaimId, Kind, Reason, Source, Stance, Standing, Status, Verdict};
use crate::findings::{ClaimFacts, codes_of};
use crate::review::claim_words::claim_words;
use crate::review::{Review, Sight};
use crate::split::check_worthiness;
use crate::text::{Language, Pattern, fold};

pub use complete::{Completion, Known, complete};
pub use key::conditions_table;
pub use read::WrongWord;

/// What a listed claim must meet, all of it.
#[derive(Clone, Debug, Default)]
pub struct Conditions {
    typed: String,
    all: Vec<Condition>,
}

impl PartialEq for Conditions {
    /// What is typed alike means the same.
    fn eq(&self, other: &Self) -> bool {
        self.typed == other.typed
    }
}

#[derive(Clone, Debug)]
struct Condition {
    is_negated: bool,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    Status(Vec<Status>),
    Verdict(Vec<Verdict>),
    Reason(Vec<Reason>),
    Kind(Vec<Kind>),
    Stance(Vec<Stance>),
    Source(Vec<Source>),
    Has(Vec<Part>),
    /// Codes of findings.
    Finding(Vec<&'static str>),
    /// Parts of names, folded.
    Reviewer(Vec<String>),
    /// Parts of addresses, folded.
    Address(Vec<String>),
    /// Beginnings of ids.
    Id(Vec<String>),
    Worth(Comparison, f64),
    Sources(Comparison, f64),
    Verdicts(Comparison, f64),
    Reviewed(Comparison, NaiveDate),
    Words(Pattern),
}

/// Something that a claim may have or be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Note,
    Query,
    Correction,
    Source,
    Passage,
    Archive,
    Conflict,
    Repeat,
    Dismissed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

/// Whose verdicts count, and in which language the article is.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Whose verdicts are seen.
    pub sight: &'a Sight,
    /// The article's language, by which check-worthiness is told.
    pub language: Option<Language>,
    /// Where the quote of the claim in question stands, as far as the article is known.
    pub standing: Option<Standing>,
    /// Whether that claim repeats one that is not in the file.
    pub repeats_nothing: bool,
}

impl<'a> Seen<'a> {
    /// As the person at `review` sees it.
    pub fn of(review: &'a Review) -> Self {
        let language = review.file().article.language.as_deref();
        Self {
            sight: review.sight(),
            ..Self::everything(language.and_then(Language::from_tag))
        }
    }

    /// As somebody sees it who sees all verdicts.
    pub const fn everything(language: Option<Language>) -> Self {
        Self {
            sight: &Sight::All,
            language,
            standing: None,
            repeats_nothing: false,
        }
    }

    /// The same about one claim: where its quote stands, and which other claims are
    /// in its file.
    #[must_use]
    pub fn about(
        self,
        claim: &Claim,
        standing: Option<Standing>,
        is_there: impl Fn(&ClaimId) -> bool,
    ) -> Self {
        let same = claim.same_as.as_ref();
        Self {
            standing,
            repeats_nothing: same.is_some_and(|it| !is_there(it)),
            ..self
        }
    }
}

impl Conditions {
    /// Reads a line of conditions; otherwise the word that is none, and why.
    pub fn read(typed: &str) -> Result<Self, WrongWord> {
        Ok(Self {
            typed: typed.trim().to_owned(),
            all: read::conditions(typed)?,
        })
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether every claim meets them.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether they ask for claims that were dismissed.
    pub fn ask_for_dismissed(&self) -> bool {
        self.all.iter().any(|it| match &it.test {
            Test::Has(parts) => !it.is_negated && parts.contains(&Part::Dismissed),
            _ => false,
        })
    }

    /// Whether they ask for findings, for which one has to know where quotes stand.
    pub fn ask_for_findings(&self) -> bool {
        let asks = |it: &Condition| matches!(it.test, Test::Finding(_));
        self.all.iter().any(asks)
    }

    /// Whether `claim` meets all of them.
    pub fn hold(&self, claim: &Claim, seen: Seen<'_>) -> bool {
        let holds = |it: &Condition| it.test.holds(claim, seen) != it.is_negated;
        self.all.iter().all(holds)
    }
}

impl Test {
    fn holds(&self, claim: &Claim, seen: Seen<'_>) -> bool {
        let mut judged = seen.sight.judgements(claim);
        match self {
            Self::Status(any) => any.contains(&seen.sight.status(claim)),
            Self::Verdict(any) => judged.any(|it| any.contains(&it.verdict)),
            Self::Reason(any) => judged.any(|it| it.reason.is_some_and(|it| any.contains(&it))),
            Self::Kind(any) => any.iter().any(|it| claim.kinds.contains(it)),
            Self::Stance(any) => {
                let mut stances = claim.evidence.iter().filter_map(|it| it.stance);
                stances.any(|it| any.contains(&it))
            }
            Self::Source(any) => {
                let mut sources = claim.evidence.iter().filter_map(|it| it.source);
                sources.any(|it| any.contains(&it))
            }
            Self::Has(any) => any.iter().any(|it| it.stands_in(claim, seen)),
            Self::Finding(any) => {
                // What others decided is nothing to find by where it is not seen.
                let seen_claim = Claim {
                    verdicts: judged.cloned().collect(),
                    ..claim.clone()
                };
                let facts = ClaimFacts {
                    claim: &seen_claim,
                    standing: seen.standing,
                    repeats_nothing: seen.repeats_nothing,
                };
                codes_of(&facts).any(|it| any.contains(&it))
            }
            Self::Reviewer(any) => judged.any(|it| {
                let name = fold(it.reviewer.as_str());
                any.iter().any(|part| name.contains(part))
            }),
            Self::Address(any) => claim.evidence.iter().any(|it| {
                let addresses = it.url.iter().chain(&it.archive).map(|it| fold(it));
                let mut addresses = addresses;
                addresses.any(|it| any.iter().any(|part| it.contains(part)))
            }),
            Self::Id(any) => any.iter().any(|it| claim.id.as_str().starts_with(it)),
            Self::Worth(comparison, value) => {
                let text = &claim.quote.exact;
                let language = seen.language.unwrap_or_else(|| Language::detect(text));
                comparison.holds(check_worthiness(text, language).score, *value)
            }
            Self::Sources(comparison, value) => comparison.counts(claim.evidence.len(), *value),
            Self::Verdicts(comparison, value) => comparison.counts(judged.count(), *value),
            Self::Reviewed(comparison, day) => judged.any(|it| {
                let reviewed = it.reviewed.time().date_naive();
                comparison.orders(reviewed.cmp(day))
            }),
            Self::Words(pattern) => {
                claim_words(seen.sight, claim).any(|(words, _)| pattern.is_in(words))
            }
        }
    }
}

impl Part {
    fn stands_in(self, claim: &Claim, seen: Seen<'_>) -> bool {
        let mut judged = seen.sight.judgements(claim);
        match self {
            Self::Note => claim.note.is_some() || judged.any(|it| it.note.is_some()),
            Self::Query => claim.query.is_some(),
            Self::Correction => judged.any(|it| it.correction.is_some()),
            Self::Source => !claim.evidence.is_empty(),
            Self::Passage => claim.evidence.iter().any(|it| it.passage.is_some()),
            Self::Archive => claim.evidence.iter().any(|it| it.archive.is_some()),
            Self::Conflict => claim.conflict.is_some(),
            Self::Repeat => claim.same_as.is_some(),
            Self::Dismissed => claim.dismissed,
        }
    }
}

impl Comparison {
    fn holds(self, one: f64, other: f64) -> bool {
        one.partial_cmp(&other).is_some_and(|it| self.orders(it))
    }

    fn counts(self, count: usize, value: f64) -> bool {
        // Beyond four thousand million the count is more than anybody asks for.
        self.holds(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), value)
    }

    const fn orders(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Equal => order.is_eq(),
            Self::AtLeast => order.is_ge(),
            Self::More => order.is_gt(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::claim::{Evidence, Judgement, Reviewer, TextQuoteSelector};

    fn claims() -> Vec<Claim> {
        let judged = |verdict, name: &str| {
            let time = "2024-03-05T09:12:44Z".parse().expect("a time");
            Judgement::new(verdict, Reviewer::new(name), time)
        };
        let claim = |id: &str, words: &str, kind| {
            let quote = TextQuoteSelector {
                exact: words.to_owned(),
                ..TextQuoteSelector::default()
            };
            Claim::new(id.parse().expect("an id"), quote, words, vec![kind])
        };
        let mut ratio = claim("aaaaaa", "212 of 230 staff signed the letter", Kind::Ratio);
        ratio.verdicts.push(Judgement {
            reason: Some(Reason::Wrong),
            correction: Some("210".to_owned()),
            ..judged(Verdict::Disputed, "Ana Ruiz")
        });
        ratio.verdicts.push(judged(Verdict::Verified, "Ben"));
        ratio.evidence.push(Evidence {
            url: Some("https://Example.org/letter".to_owned()),
            stance: Some(Stance::Refutes),
            ..Evidence::default()
        });
        let mut event = claim("bbbbbb", "港務局週日開會", Kind::Event);
        event.query = Some("Who told you?".to_owned());
        event.verdicts.push(judged(Verdict::Verified, "Ana Ruiz"));
        let mut dismissed = claim("cccccc", "a disgrace", Kind::Event);
        dismissed.dismissed = true;
        vec![ratio, event, dismissed]
    }

    fn found(typed: &str) -> String {
        let conditions = Conditions::read(typed).expect("conditions");
        let all = claims();
        let held = all.iter().filter(|it| {
            let is_there = |id: &ClaimId| all.iter().any(|it| it.id == *id);
            let standing = match it.id.as_str() {
                "cccccc" => Standing::Orphaned,
                _ => Standing::Kept(crate::text::ByteRange::new(0, 1)),
            };
            let seen = Seen::everything(None).about(it, Some(standing), is_there);
            conditions.hold(it, seen)
        });
        held.map(|it| &it.id.as_str()[..1]).collect()
    }

    #[test]
    fn a_claim_meets_all_conditions_or_is_not_listed() {
        let table = [
            ("", "abc"),
            ("verdict:disputed", "a"),
            ("verdict:disputed,verified", "ab"),
            ("status:contested", "a"),
            ("contested", "a"),
            ("verified", "b"),
            ("-contested", "bc"),
            ("kind:ratio reviewer:ana", "a"),
            ("reviewer:ANA -kind:ratio", "b"),
            ("reviewer:\"ana ruiz\"", "ab"),
            ("query", "b"),
            ("has:query,correction", "ab"),
            ("dismissed", "c"),
            ("reason:wrong", "a"),
            ("stance:refutes url:example", "a"),
            ("sources:0", "bc"),
            ("sources>0", "a"),
            ("verdicts>=2", "a"),
            ("reviewed>2024-03-01", "ab"),
            ("reviewed<2024-03-05", ""),
            ("reviewed=2024-03-05", "ab"),
            ("id:bb", "b"),
            ("finding:verdict-without-evidence", "b"),
            ("finding:verdict", "b"),
            ("dismissed finding:quote-missing", "c"),
            ("finding:quote-changed", ""),
            ("-finding:verdict -dismissed", "a"),
            ("letter", "a"),
            ("港务局", "b"),
            ("\"of 230\" -letters", "a"),
            ("\"query\"", ""),
            ("worth>=0 worth<=1", "abc"),
            ("worth>0.5", "a"),
            ("ｖｅｒｄｉｃｔ：disputed", "a"),
            ("verdict:disp", "a"),
        ];
        for (typed, expected) in table {
            assert_eq!(found(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_blind_reader_finds_nothing_by_others_verdicts() {
        let sight = Sight::Own(Reviewer::new("Ben"));
        let seen = Seen {
            sight: &sight,
            ..Seen::everything(None)
        };
        for typed in [
            "verdict:disputed",
            "finding:correction",
            "reviewer:ana",
            "contested",
            "210",
            "has:correction",
        ] {
            let conditions = Conditions::read(typed).expect("conditions");
            assert!(!conditions.hold(&claims()[0], seen), "{typed}");
        }
    }

    #[test]
    fn what_was_dismissed_is_listed_where_it_is_asked_for() {
        let asks = |typed: &str| Conditions::read(typed).expect("read").ask_for_dismissed();
        assert!(asks("dismissed kind:event"));
        assert!(!asks("-dismissed") && !asks("kind:event"));
    }

    proptest! {
        #[test]
        fn any_line_is_read_or_told_wrong(
            typed in r#"([a-z]{0,8}[:><=]{0,2}|["\-,.0-9 ：員]|kind:|worth>|\PC){0,8}"#,
            caret in 0..60_usize,
        ) {
            match Conditions::read(&typed) {
                Ok(conditions) => {
                    let seen = Seen::everything(None);
                    for claim in claims() {
                        let _ = conditions.hold(&claim, seen);
                    }
                }
                Err(wrong) => {
                    prop_assert!(typed.get(wrong.range.as_range()).is_some());
                    prop_assert!(!wrong.to_string().is_empty());
                }
            }
            let caret = typed.floor_char_boundary(caret.min(typed.len()));
            let known = Known { reviewers: &["Ana Ruiz"], addresses: &["https://a.example/1,2"] };
            for it in complete(&typed, crate::text::ByteOffset(caret), known) {
                prop_assert!(typed.get(it.range.as_range()).is_some());
            }
        }
    }
}
