//! Row 3: an article cut into single checkable claims.
//!
//! `article → blocks → sentences → clauses → cuts`, each step a file of its
//! own and each callable by itself. Deterministic, offline, linear in the
//! text; makes no [`Claim`](crate::claim), only places, kinds and reasons.
//! Words of a language stand in tables under `language/`. Pure code only.

mod check_worthiness;
mod clause;
mod credit;
mod criticism;
mod cue;
mod enclosure;
mod finder;
mod hard_wrap;
mod kinds;
mod language;
mod phrase;
mod placed;
mod quotation;
mod reading;
mod sentence;
mod uncheckable;
mod unit;
mod wording;

use chrono::NaiveDateTime;

use crate::claim::Kind;
use crate::mention::Mention;
use crate::split::clause::{Clause, clauses};
use crate::split::hard_wrap::Unwrapped;
use crate::split::reading::Reading;
use crate::split::unit::units;
use crate::text::{Article, ByteRange};
pub use hard_wrap::wrapped_lines;

pub use check_worthiness::{CheckWorthiness, Signal, check_worthiness};
pub use criticism::is_criticism;
pub use quotation::{Quotation, QuotationKind, SpeechAct, quotations};
pub use sentence::{InsideQuotations, sentences};

/// What splitting an article gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cuts {
    /// The claims, in the order of the article.
    pub claims: Vec<Cut>,
    /// What was left out, in the order of the article, with the reason.
    pub left_out: Vec<LeftOut>,
}

/// One claim as the splitter sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Where it stands in the article's text.
    pub range: ByteRange,
    /// The quote made to stand alone as far as rules can honestly take it:
    /// words that are not in the article stand in square brackets.
    pub wording: String,
    /// What makes it checkable, in the order of [`Kind::ALL`]; never empty.
    pub kinds: Vec<Kind>,
    /// The figures and times in it, with ranges in the article's text.
    pub mentions: Vec<Mention>,
    /// Who is speaking, where it is somebody's speech: a name as it stands in
    /// the article.
    pub speaker: Option<String>,
    /// How much it deserves checking.
    pub check_worthiness: CheckWorthiness,
}

/// A stretch that is no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands in the article's text.
    pub range: ByteRange,
    /// Why it is no claim.
    pub why: Uncheckable,
}

/// Why a stretch of an article is no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Uncheckable {
    /// A heading that states no fact.
    Heading,
    /// Who wrote, took or published something.
    Byline,
    /// A question.
    Question,
    /// An opinion or an evaluation.
    Opinion,
    /// What somebody expects of the future.
    Forecast,
    /// An appeal to the reader.
    Appeal,
    /// Nothing that could be looked up.
    NoFact,
}

impl Uncheckable {
    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Byline => "byline",
            Self::Question => "question",
            Self::Opinion => "opinion",
            Self::Forecast => "forecast",
            Self::Appeal => "appeal",
            Self::NoFact => "no fact",
        }
    }
}

/// Cuts an article into claims. `reference` is the time against which
/// "yesterday" is resolved: the article's day of publication, where known.
/// Hard-wrapped paragraphs of plain text are read as if they were one line.
pub fn split(article: &Article, reference: Option<NaiveDateTime>) -> Cuts {
    match Unwrapped::of(article) {
        Some(unwrapped) => unwrapped.restore(split_blocks(unwrapped.article(), reference)),
        None => split_blocks(article, reference),
    }
}

fn split_blocks(article: &Article, reference: Option<NaiveDateTime>) -> Cuts {
    let reading = Reading::of(article, reference);
    let units = units(article, &reading);
    let mut cuts = Cuts::default();
    for unit in &units {
        if let Some(why) = uncheckable::whole_unit(&reading, unit) {
            let range = unit.range;
            cuts.left_out.push(LeftOut { range, why });
            continue;
        }
        let mut follows_claim = false;
        for clause in clauses(&reading, unit.range) {
            let why = clause
                .why
                .or_else(|| uncheckable::clause(&reading, unit, clause, follows_claim));
            follows_claim = why.is_none();
            match why {
                Some(why) => cuts.left_out.push(LeftOut {
                    range: clause.range,
                    why,
                }),
                None => cuts.claims.push(cut(&reading, clause)),
            }
        }
    }
    cuts
}

fn cut(reading: &Reading<'_>, clause: Clause) -> Cut {
    let range = clause.range;
    Cut {
        range,
        wording: wording::wording(reading, clause),
        kinds: kinds::kinds(reading, clause),
        mentions: reading.mentions(range).to_vec(),
        speaker: reading.speaker(range),
        check_worthiness: check_worthiness(range.of(reading.text), reading.language),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Language;

    /// Text with the marks and words that the rules look at, and any others.
    fn prose() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "\\PC{0,6}",
            prop::sample::select(vec![
                "他說",
                "表示",
                "，",
                ",",
                "。",
                "「",
                "」",
                "“",
                "”",
                "\"",
                ":",
                "但",
                "如果",
                "以",
                "37",
                "港務局",
                "解雇了",
                "之後",
                " ",
                "\n",
                "、",
                "—",
                "…",
                "?",
                "The board",
                "said",
                " and ",
                " which ",
                " while ",
                "closed",
                ", ",
                ". ",
                "(",
                ")",
                "may ",
                "who ",
                "文|",
                "最大的",
                "；",
                "的",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
    }

    /// The blocks of `article`, those that a program broke into lines joined.
    fn paragraphs(article: &Article) -> Vec<ByteRange> {
        let goes_on = wrapped_lines(article);
        let mut paragraphs: Vec<ByteRange> = Vec::new();
        for (at, block) in article.blocks().iter().enumerate() {
            match paragraphs.last_mut() {
                Some(last) if at > 0 && goes_on.get(at - 1) == Some(&true) => {
                    last.end = block.range.end;
                }
                _ => paragraphs.push(block.range),
            }
        }
        paragraphs
    }

    proptest! {
        #[test]
        fn claims_and_what_is_left_out_stand_in_order_and_apart(
            text in prose(),
            language in prop::sample::select(Language::ALL.to_vec()),
        ) {
            let article = Article::plain(text).in_language(language);
            let text = article.text();
            let cuts = split(&article, None);
            let claims = cuts.claims.iter().map(|it| it.range);
            let left_out = cuts.left_out.iter().map(|it| it.range);
            prop_assert!(claims.clone().is_sorted_by_key(|it| it.start));
            prop_assert!(left_out.clone().is_sorted_by_key(|it| it.start));
            let mut all: Vec<ByteRange> = claims.chain(left_out).collect();
            all.sort_by_key(|it| it.start);
            prop_assert!(all.windows(2).all(|it| it[0].end <= it[1].start));
            for range in all {
                prop_assert!(!range.is_empty());
                prop_assert_eq!(range.trimmed(text), range);
                prop_assert!(paragraphs(&article).iter().any(|it| it.contains(range)));
            }
            for claim in &cuts.claims {
                prop_assert!(!claim.kinds.is_empty());
                prop_assert!(claim.kinds.is_sorted());
                // A claim over several lines is worded as if they were one.
                let words = claim.range.of(text);
                prop_assert!(words.contains('\n') || claim.wording.ends_with(words));
                prop_assert!(claim.mentions.iter().all(|it| claim.range.contains(it.range)));
            }
            prop_assert_eq!(split(&article, None), cuts);
        }
    }
}
