//! What a search has found: places of the article and claims, in reading order.

use crate::review::{Review, claim_words};
use crate::text::{ByteOffset, ByteRange, Pattern, Scan};

/// What is searched for and what was found of it so far.
///
/// A claim counts where its own words have what is searched for (wording,
/// notes, query, sources) and its quote in the article does not: otherwise the
/// article's place stands for both. Claims are looked at first, then the
/// article, in steps whose cost does not grow with either.
#[derive(Clone, Debug)]
pub struct Search {
    pattern: Pattern,
    claims: Vec<ClaimFound>,
    places: Vec<ByteRange>,
    /// How many claims were looked at.
    claims_read: usize,
    article: Scan,
    progress: Progress,
    /// What the reader was brought to last.
    pub(crate) at: Option<Found>,
    /// Where the reader is to be brought as soon as it is known.
    pub(crate) wanted: Option<Wanted>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Claims,
    Article,
    Done,
}

#[derive(Clone, Copy, Debug)]
struct ClaimFound {
    key: Key,
    words: &'static str,
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A place of the article.
    Place(ByteRange),
    /// The claim at this position, and which of its words.
    Claim(usize, &'static str),
}

/// Which way, from where: the start of what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The first from here on.
    From(Key),
    /// The first after this.
    After(Key),
    /// The last before this.
    Before(Key),
}

/// What is known of what was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Not enough was looked at.
    Pending,
    /// There is none.
    Nothing,
    /// Here it is.
    At(Found),
    /// There is none in that direction; this is the first from the other end.
    RoundTheEnd(Found),
}

/// Where something stands in reading order: in the article, a claim before the
/// place at which it begins; claims without a place last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    place: ByteOffset,
    is_place: bool,
    claim: usize,
}

impl Key {
    /// A place of the article.
    pub(crate) const fn at(place: ByteOffset) -> Self {
        Self {
            place,
            is_place: true,
            claim: 0,
        }
    }

    /// A claim whose quote stands in `range`.
    pub(crate) fn of_claim(position: usize, range: Option<ByteRange>) -> Self {
        Self {
            place: range.map_or(ByteOffset(usize::MAX), |it| it.start),
            is_place: false,
            claim: position,
        }
    }
}

/// The most places that are kept, so that a letter in a very long article does
/// not fill the memory.
const MOST: usize = 100_000;

/// Bytes of claims that one step reads, as far as whole claims go.
const CLAIMS_STEP: usize = 64 << 10;

impl Search {
    /// A search that has found nothing yet.
    pub(crate) fn new(pattern: Pattern, wanted: Option<Wanted>) -> Self {
        Self {
            pattern,
            claims: Vec::new(),
            places: Vec::new(),
            claims_read: 0,
            article: Scan::default(),
            progress: Progress::Claims,
            at: None,
            wanted,
        }
    }

    /// What is searched for.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// Begins again: claims or what is listed have changed.
    pub(crate) fn begin_again(&mut self) {
        let at = self.at;
        *self = Self::new(self.pattern.clone(), self.wanted);
        self.at = at;
    }

    /// Whether everything was looked at.
    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// How many were found so far.
    pub fn count(&self) -> usize {
        self.claims.len() + self.places.len()
    }

    /// "17", while it is not all known "17…", where there are too many "100000+".
    pub fn told_count(&self) -> String {
        let count = self.count();
        match (self.is_done(), self.places.len() >= MOST) {
            (_, true) => format!("{count}+"),
            (true, false) => count.to_string(),
            (false, false) => format!("{count}…"),
        }
    }

    /// The places that were found in a stretch of the article, in order.
    pub fn places_in(&self, range: ByteRange) -> &[ByteRange] {
        let first = self.places.partition_point(|it| it.end <= range.start);
        let end = self.places.partition_point(|it| it.start < range.end);
        &self.places[first..end.max(first)]
    }

    /// The number of `found` among all, from 1.
    pub(crate) fn number(&self, found: Found) -> usize {
        let key = self.key(found);
        let claims = self.claims.partition_point(|it| it.key < key);
        let places = self.places.partition_point(|it| Key::at(it.start) < key);
        claims + places + 1
    }

    /// Where something that was found stands in reading order.
    pub(crate) fn key(&self, found: Found) -> Key {
        match found {
            Found::Place(range) => Key::at(range.start),
            Found::Claim(position, _) => {
                let claim = self.claims.iter().find(|it| it.key.claim == position);
                claim.map_or(Key::of_claim(position, None), |it| it.key)
            }
        }
    }

    /// Looks at a little more. `ranges` says where quotes stand, `is_listed`
    /// which claims count.
    pub(crate) fn step(
        &mut self,
        review: &Review,
        article: &str,
        ranges: &[Option<ByteRange>],
        is_listed: impl Fn(usize) -> bool,
    ) {
        match self.progress {
            Progress::Claims => self.read_claims(review, ranges, is_listed),
            Progress::Article => {
                self.article.step(&self.pattern, article, &mut self.places);
                if self.article.is_done(article) || self.places.len() >= MOST {
                    self.progress = Progress::Done;
                }
            }
            Progress::Done => {}
        }
    }

    fn read_claims(
        &mut self,
        review: &Review,
        ranges: &[Option<ByteRange>],
        is_listed: impl Fn(usize) -> bool,
    ) {
        let mut read = 0;
        while let Some(claim) = review.claims().get(self.claims_read) {
            if read >= CLAIMS_STEP {
                return;
            }
            let position = self.claims_read;
            self.claims_read += 1;
            let range = ranges.get(position).copied().flatten();
            let stands_for_it = range.is_some() && self.pattern.is_in(&claim.quote.exact);
            read += 500 + claim.quote.exact.len();
            if stands_for_it || !is_listed(position) {
                continue;
            }
            // Where the quote is not in the article it stands in the claim's pane.
            let is_shown = |it: &(&str, &str)| range.is_none() || it.1 != "quote";
            for (words, name) in claim_words(review.sight(), claim).filter(is_shown) {
                read += words.len();
                if self.pattern.is_in(words) {
                    let key = Key::of_claim(position, range);
                    self.claims.push(ClaimFound { key, words: name });
                    break;
                }
            }
        }
        self.claims.sort_by_key(|it| it.key);
        self.progress = Progress::Article;
    }

    /// What was wanted, as far as it is known by now.
    pub(crate) fn resolve(&self) -> Answer {
        let Some(wanted) = self.wanted.filter(|_| self.progress != Progress::Claims) else {
            return Answer::Pending;
        };
        let is_read = |place: ByteOffset| self.is_done() || place <= self.article.reached();
        let (found, is_known) = match wanted {
            Wanted::From(key) => {
                let found = self.first(|it| it >= key);
                (found, found.is_none_or(|it| is_read(self.key(it).place)))
            }
            Wanted::After(key) => {
                let found = self.first(|it| it > key);
                (found, found.is_none_or(|it| is_read(self.key(it).place)))
            }
            Wanted::Before(key) => (self.last(|it| it < key), is_read(key.place)),
        };
        match found {
            Some(found) if is_known => Answer::At(found),
            _ if !self.is_done() => Answer::Pending,
            _ => {
                let round = match wanted {
                    Wanted::From(_) | Wanted::After(_) => self.first(|_| true),
                    Wanted::Before(_) => self.last(|_| true),
                };
                round.map_or(Answer::Nothing, Answer::RoundTheEnd)
            }
        }
    }

    /// The first for which `holds`, which must hold for all after it too.
    fn first(&self, holds: impl Fn(Key) -> bool) -> Option<Found> {
        let claim = self.claims.partition_point(|it| !holds(it.key));
        let place = self.places.partition_point(|it| !holds(Key::at(it.start)));
        match (self.claims.get(claim), self.places.get(place)) {
            (Some(claim), Some(place)) if claim.key > Key::at(place.start) => {
                Some(Found::Place(*place))
            }
            (Some(claim), _) => Some(claim.found()),
            (None, place) => place.copied().map(Found::Place),
        }
    }

    /// The last for which `holds`, which must hold for all before it too.
    fn last(&self, holds: impl Fn(Key) -> bool) -> Option<Found> {
        let claims = self.claims.partition_point(|it| holds(it.key));
        let places = self.places.partition_point(|it| holds(Key::at(it.start)));
        let claim = claims.checked_sub(1).map(|it| self.claims[it]);
        let place = places.checked_sub(1).map(|it| self.places[it]);
        match (claim, place) {
            (Some(claim), Some(place)) if claim.key < Key::at(place.start) => {
                Some(Found::Place(place))
            }
            (Some(claim), _) => Some(claim.found()),
            (None, place) => place.map(Found::Place),
        }
    }
}

impl ClaimFound {
    const fn found(&self) -> Found {
        Found::Claim(self.key.claim, self.words)
    }
}
