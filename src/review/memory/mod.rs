//! What was judged before, in any claim file of the repository.
//!
//! [`EarlierFile::of`] takes out of one claim file what is worth remembering,
//! [`Memory::of`] makes an index of many, and [`Memory::recall`] answers what was
//! judged of a claim before. Looking up costs a few binary searches, however
//! many claims are remembered.

mod facts;
mod known_source;
mod likeness;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::claim::{Claim, ClaimFile, ClaimId, Evidence, Judgement, Kind, Reviewer, Status};
use crate::review::memory::facts::Facts;
use crate::text::Language;

pub use known_source::{KnownSource, is_same_source, known_sources};
pub use likeness::Same;

/// What one claim file has to remember.
#[derive(Clone, Debug)]
pub struct EarlierFile {
    /// The claim file's path as a person would write it.
    pub place: String,
    /// What its article is called.
    pub title: String,
    earlier: Vec<Earlier>,
    /// The sources of all its claims.
    sources: Vec<Evidence>,
}

/// A claim that was judged before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Its name there.
    pub id: ClaimId,
    /// Its wording there.
    pub wording: String,
    /// What reviewers decided.
    pub verdicts: Vec<Judgement>,
    /// What that rests on.
    pub evidence: Vec<Evidence>,
    facts: Facts,
    keys: Vec<u64>,
}

impl Earlier {
    /// The judgement that stands for all of them: the last one of the verdict on
    /// which they agree; none where they differ.
    pub fn agreed(&self) -> Option<&Judgement> {
        let Status::Agreed(verdict) = Status::of(&self.verdicts) else {
            return None;
        };
        let agreeing = self.verdicts.iter().filter(|it| it.verdict == verdict);
        agreeing.max_by_key(|it| it.reviewed)
    }

    /// Only what `reviewer` decided; none where that is nothing.
    fn only_of(&self, reviewer: &Reviewer) -> Option<Self> {
        let own = self.verdicts.iter().find(|it| it.reviewer == *reviewer)?;
        Some(Self {
            verdicts: vec![own.clone()],
            ..self.clone()
        })
    }
}

impl EarlierFile {
    /// What `file`, which lies at `place`, has to remember: claims that somebody
    /// has judged, and all sources.
    pub fn of(place: impl Into<String>, file: &ClaimFile) -> Self {
        let article = &file.article;
        let title = article.title.as_ref().unwrap_or(&article.file);
        let language = article.language.as_deref().and_then(Language::from_tag);
        let published = article.published.and_then(|it| it.and_hms_opt(0, 0, 0));
        let judged = file.claims.iter().filter(|it| !it.verdicts.is_empty());
        let sources = file.claims.iter().flat_map(|it| &it.evidence);
        Self {
            place: place.into(),
            title: title.clone(),
            earlier: judged.map(|it| earlier(it, language, published)).collect(),
            sources: sources.cloned().collect(),
        }
    }
}

fn earlier(claim: &Claim, language: Option<Language>, reference: Option<NaiveDateTime>) -> Earlier {
    let facts = facts_of(claim, language, reference);
    Earlier {
        id: claim.id.clone(),
        wording: claim.wording.clone(),
        verdicts: claim.verdicts.clone(),
        evidence: claim.evidence.clone(),
        keys: keys(&facts),
        facts,
    }
}

fn facts_of(claim: &Claim, language: Option<Language>, reference: Option<NaiveDateTime>) -> Facts {
    let quote = &claim.quote.exact;
    let language = language.unwrap_or_else(|| Language::detect(quote));
    Facts {
        is_role: claim.kinds.contains(&Kind::Role),
        ..Facts::of(quote, &claim.wording, language, reference)
    }
}

/// What was judged before, and which sources were used.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: Vec<Arc<EarlierFile>>,
    /// What claims are known by, sorted, with the file and the claim in it.
    keys: Vec<(u64, u32, u32)>,
    sources: Vec<KnownSource>,
}

/// A claim that states what another one stated before.
#[derive(Clone, Debug)]
pub struct Recalled {
    /// The earlier claim.
    pub earlier: Earlier,
    /// The article that it is of.
    pub title: String,
    /// Where its claim file lies.
    pub place: String,
    /// What both have in common.
    pub same: Same,
}

/// Who asks, and about which article.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The language of the article.
    pub language: Language,
    /// The day of its publication.
    pub reference: Option<NaiveDateTime>,
    /// Whose earlier verdicts count; none for everybody's.
    pub only_of: Option<&'a Reviewer>,
}

/// Claims that share one key at most: what is in more of them tells nothing.
const MOST_OF_A_KEY: usize = 400;

/// Earlier claims that are shown at most.
const MOST_RECALLED: usize = 3;

impl Memory {
    /// The memory of all these files.
    pub fn of(files: Vec<Arc<EarlierFile>>) -> Self {
        let mut keys = Vec::new();
        for (file, place) in files.iter().zip(0_u32..) {
            for (claim, at) in file.earlier.iter().zip(0_u32..) {
                keys.extend(claim.keys.iter().map(|it| (*it, place, at)));
            }
        }
        keys.sort_unstable();
        let sources = known_sources(files.iter().flat_map(|it| &it.sources));
        Self {
            files,
            keys,
            sources,
        }
    }

    /// How many claims are remembered.
    pub fn claims(&self) -> usize {
        self.files.iter().map(|it| it.earlier.len()).sum()
    }

    /// The sources that were used, the one that was read last first.
    pub fn sources(&self) -> &[KnownSource] {
        &self.sources
    }

    /// What was judged of the same before: the surest first, of equals the last.
    pub fn recall(&self, claim: &Claim, asking: Asking<'_>) -> Vec<Recalled> {
        let facts = facts_of(claim, Some(asking.language), asking.reference);
        let mut places: Vec<(u32, u32)> = Vec::new();
        for key in keys(&facts) {
            let from = self.keys.partition_point(|it| it.0 < key);
            let found = self.keys[from..].iter().take_while(|it| it.0 == key);
            let found: Vec<_> = found.take(MOST_OF_A_KEY + 1).collect();
            if found.len() <= MOST_OF_A_KEY {
                places.extend(found.iter().map(|it| (it.1, it.2)));
            }
        }
        places.sort_unstable();
        places.dedup();
        let mut recalled: Vec<Recalled> = places
            .into_iter()
            .filter_map(|it| self.recalled(it, &facts, asking.only_of))
            .collect();
        let last = |it: &Recalled| it.earlier.verdicts.iter().map(|it| it.reviewed).max();
        recalled.sort_by(|one, other| {
            let sure = one.same.cmp(&other.same);
            sure.then_with(|| last(other).cmp(&last(one)))
        });
        recalled.truncate(MOST_RECALLED);
        recalled
    }

    fn recalled(
        &self,
        (file, claim): (u32, u32),
        facts: &Facts,
        only_of: Option<&Reviewer>,
    ) -> Option<Recalled> {
        let file = self.files.get(usize::try_from(file).ok()?)?;
        let earlier = file.earlier.get(usize::try_from(claim).ok()?)?;
        let same = likeness::same(facts, &earlier.facts)?;
        let earlier = match only_of {
            Some(reviewer) => earlier.only_of(reviewer)?,
            None => earlier.clone(),
        };
        Some(Recalled {
            earlier,
            title: file.title.clone(),
            place: file.place.clone(),
            same,
        })
    }
}

/// What a claim can be looked up by.
fn keys(facts: &Facts) -> Vec<u64> {
    let mut keys = vec![hash(&("words", &facts.letters))];
    keys.extend(facts.figures.iter().map(|it| hash(&("figure", &it.key))));
    keys.extend(facts.quotations.iter().map(|it| hash(&("quotation", it))));
    keys.extend(facts.names.iter().map(|it| hash(&("name", it))));
    keys.extend(sketch(&facts.letters));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How many hashes stand for the words of a claim. Two claims that are alike by 0.8
/// share two thirds of their triples, so that all but 0.5 % of them share one of five.
const SKETCH: u64 = 5;

/// The least hash of all triples of letters, under several hash functions: texts
/// that share most triples share some of these (A. Broder, 1997).
fn sketch(letters: &str) -> impl Iterator<Item = u64> {
    let letters: Vec<char> = letters.chars().collect();
    (0..SKETCH).filter_map(move |number| {
        let triples = letters.windows(3).map(|it| hash(&(number, it)));
        triples.min()
    })
}

fn hash<T: Hash + ?Sized>(it: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Particulars, TextQuoteSelector, Verdict};

    fn claim(words: &str) -> Claim {
        let quote = TextQuoteSelector {
            exact: words.to_owned(),
            ..TextQuoteSelector::default()
        };
        Claim::new(
            ClaimId::new(words, 0, |_| false),
            quote,
            words,
            vec![Kind::Event],
        )
    }

    fn judged(words: &str, by: &[(&str, Verdict, u32)]) -> Claim {
        let mut claim = claim(words);
        for (name, verdict, day) in by {
            let time = format!("2024-03-{day:02}T09:00:00Z")
                .parse()
                .expect("a time");
            let judgement = Judgement::new(*verdict, Reviewer::new(name), time);
            claim.verdicts.push(judgement);
        }
        claim
    }

    fn memory(files: &[(&str, Vec<Claim>)]) -> Memory {
        let file = |(title, claims): &(&str, Vec<Claim>)| {
            let article = Particulars {
                file: "x.txt".to_owned(),
                title: Some((*title).to_owned()),
                ..Particulars::default()
            };
            let file = ClaimFile::new(article, claims.clone());
            Arc::new(EarlierFile::of(format!("{title}.yaml"), &file))
        };
        Memory::of(files.iter().map(file).collect())
    }

    fn asking() -> Asking<'static> {
        Asking {
            language: Language::English,
            reference: None,
            only_of: None,
        }
    }

    #[test]
    fn what_was_judged_before_is_recalled_the_surest_first() {
        let memory = memory(&[
            (
                "One",
                vec![
                    judged(
                        "In all 212 of 230 staff signed",
                        &[("Ana", Verdict::Verified, 1)],
                    ),
                    claim("212 of 230 staff signed the letter"),
                ],
            ),
            (
                "Two",
                vec![judged(
                    "212 of 230 staff signed the letter",
                    &[("Ben", Verdict::Disputed, 2)],
                )],
            ),
        ]);
        assert_eq!(memory.claims(), 2);
        let found = memory.recall(&claim("212 of 230 staff signed the letter"), asking());
        let told: Vec<_> = found
            .iter()
            .map(|it| (it.title.as_str(), it.same.told()))
            .collect();
        assert_eq!(
            told,
            [
                ("Two", "same words".to_owned()),
                ("One", "same figure 212 of 230 (92.2 %)".to_owned())
            ]
        );
        assert!(
            memory
                .recall(&claim("The council met"), asking())
                .is_empty()
        );
    }

    #[test]
    fn nearly_the_same_words_are_found_among_many() {
        let others = (0..500).map(|it| {
            judged(
                &format!("Item {it} of the agenda was put off until spring"),
                &[("Ana", Verdict::Unknown, 1)],
            )
        });
        let mut claims: Vec<Claim> = others.collect();
        claims.push(judged(
            "The harbour council met at the town hall in the evening",
            &[("Ana", Verdict::Verified, 1)],
        ));
        let memory = memory(&[("Many", claims)]);
        let asked = claim("In the evening the harbour council met at the town hall");
        assert_eq!(memory.recall(&asked, asking()).len(), 1);
    }

    #[test]
    fn where_reviewers_differ_nobody_stands_for_all() {
        let both = |other| [("Ana", Verdict::Verified, 1), ("Ben", other, 2)];
        let earlier = |claim: &Claim| super::earlier(claim, None, None);
        let agreed = earlier(&judged("A", &both(Verdict::Verified)));
        assert_eq!(agreed.agreed().map(|it| it.reviewer.as_str()), Some("Ben"));
        let contested = earlier(&judged("A", &both(Verdict::Unknown)));
        assert!(contested.agreed().is_none());
    }

    #[test]
    fn a_blind_reader_recalls_only_own_verdicts() {
        let memory = memory(&[(
            "One",
            vec![judged(
                "The council met",
                &[("Ana", Verdict::Verified, 1), ("Ben", Verdict::Disputed, 2)],
            )],
        )]);
        let recall = |name: &str| {
            let reviewer = Reviewer::new(name);
            let asking = Asking {
                only_of: Some(&reviewer),
                ..asking()
            };
            let found = memory.recall(&claim("The council met"), asking);
            found
                .iter()
                .flat_map(|it| &it.earlier.verdicts)
                .map(|it| it.verdict)
                .collect::<Vec<_>>()
        };
        assert_eq!(recall("Ana"), [Verdict::Verified]);
        assert!(recall("Eve").is_empty());
    }

    #[test]
    fn what_stands_everywhere_is_no_key() {
        let all = (0..600).map(|it| {
            judged(
                &format!("Firm {it} pays its staff 12.5 % more"),
                &[("Ana", Verdict::Verified, 1)],
            )
        });
        let memory = memory(&[("Many", all.collect())]);
        let found = memory.recall(&claim("12.5 % more, says the union of staff"), asking());
        assert!(found.is_empty());
    }
}
