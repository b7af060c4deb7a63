//! Claims added, cut in two and joined by hand, as commands.

use crate::anchor::describe;
use crate::claim::{Claim, ClaimId, Kind, TextQuoteSelector};
use crate::review::{ClaimChange, Command};
use crate::split::split;
use crate::text::{Article, ByteOffset, ByteRange};

/// Claims with the places of their quotes in the article.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The article.
    pub article: &'a Article,
    /// The claims, in article order.
    pub claims: &'a [Claim],
    /// Where each one's quote stands; none where it does not.
    pub ranges: &'a [Option<ByteRange>],
}

/// Why a claim cannot be made of what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoClaim {
    /// Nothing but space was chosen.
    #[error("there are no words in it")]
    Empty,
    /// There is a claim of exactly these words already.
    #[error("these words are a claim already")]
    Known,
    /// The quote is not in the article any more.
    #[error("its quote is not in the article any more")]
    NoPlace,
    /// One of the two parts would be empty.
    #[error("one half would be empty: the cut must be inside the quote")]
    CutAtTheEdge,
    /// There is nothing to join it with.
    #[error("this is the last claim: there is none to join it with")]
    NoNext,
}

/// Adds the claim that quotes `range`, at its place in the article's order.
pub fn add_claim(placed: Placed<'_>, range: ByteRange) -> Result<Command, NoClaim> {
    let range = without_full_stop(placed.article.text(), range);
    if range.is_empty() {
        return Err(NoClaim::Empty);
    }
    if placed.ranges.contains(&Some(range)) {
        return Err(NoClaim::Known);
    }
    let claim = placed.claim_of(range, None);
    Ok(Command::InsertClaim {
        after: placed.before(range.start),
        claim: Box::new(claim),
    })
}

/// A stretch as the splitter would quote it: without the full stop that ends its
/// sentence. One that may end an abbreviation stays.
fn without_full_stop(text: &str, range: ByteRange) -> ByteRange {
    let range = range.trimmed(text);
    let words = range.of(text);
    let shorter = match words.strip_suffix('。') {
        Some(it) => it,
        None if may_be_abbreviated(words) => words,
        None => words.strip_suffix('.').unwrap_or(words),
    };
    ByteRange::new(range.start.0, range.start.0 + shorter.len()).trimmed(text)
}

/// Whether the last word looks like `U.S.`, `Inc.` or `Corp.`
fn may_be_abbreviated(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or(words);
    let is_short_name = last.starts_with(char::is_uppercase) && last.chars().count() <= 5;
    is_short_name || last.matches('.').count() > 1
}

/// Cuts the claim at `position` in two before `cut`, a place in the article. The
/// first half keeps name, verdicts and sources: the second is yet to be judged.
pub fn split_claim(
    placed: Placed<'_>,
    position: usize,
    cut: ByteOffset,
) -> Result<Command, NoClaim> {
    let claim = &placed.claims[position];
    let whole = placed.range(position)?;
    let text = placed.article.text();
    if !whole.covers(cut) {
        return Err(NoClaim::CutAtTheEdge);
    }
    let first = ByteRange::new(whole.start.0, cut.0).trimmed(text);
    let second = ByteRange::new(cut.0, whole.end.0).trimmed(text);
    if first.is_empty() || second.is_empty() {
        return Err(NoClaim::CutAtTheEdge);
    }
    let added = placed.claim_of(second, Some(claim.id.clone()));
    let mut commands = placed.requote(claim, first);
    commands.push(Command::InsertClaim {
        after: Some(claim.id.clone()),
        claim: Box::new(added),
    });
    Ok(Command::Together(commands))
}

/// Gives the claim at `position` the words at `range`. A wording that somebody
/// wrote stays; one that was the quote itself follows it. The claim goes to where
/// it then stands in the article's order.
pub fn requote_claim(
    placed: Placed<'_>,
    position: usize,
    range: ByteRange,
) -> Result<Command, NoClaim> {
    let text = placed.article.text();
    let range = without_full_stop(text, range);
    if range.is_empty() {
        return Err(NoClaim::Empty);
    }
    if placed.ranges.contains(&Some(range)) {
        return Err(NoClaim::Known);
    }
    let claim = &placed.claims[position];
    let mut changed = Claim {
        quote: placed.quote(range),
        kinds: placed.kinds(range.of(text)),
        ..claim.clone()
    };
    if claim.wording == one_line(&claim.quote.exact) {
        changed.wording = one_line(range.of(text));
    }
    let starts = |at: usize| placed.ranges.get(at).copied().flatten().map(|it| it.start);
    let before = position.checked_sub(1).and_then(starts);
    let is_in_order = before.is_none_or(|it| it <= range.start)
        && starts(position + 1).is_none_or(|it| range.start <= it);
    if is_in_order {
        return Ok(Command::ReplaceClaim(Box::new(changed)));
    }
    let mut others = placed.ranges.to_vec();
    others[position] = None;
    let after = Placed {
        ranges: &others,
        ..placed
    }
    .before(range.start);
    Ok(Command::Together(vec![
        Command::RemoveClaim {
            claim: claim.id.clone(),
        },
        Command::InsertClaim {
            after,
            claim: Box::new(changed),
        },
    ]))
}

/// Joins the claim at `position` with the one after it, and what stands between
/// them. Sources and notes of both stay; a verdict only where a reviewer gave
/// both the same: nobody has judged the rest as a whole.
pub fn merge_claims(placed: Placed<'_>, position: usize) -> Result<Command, NoClaim> {
    let claim = &placed.claims[position];
    let next = placed.claims.get(position + 1).ok_or(NoClaim::NoNext)?;
    let (one, other) = (placed.range(position)?, placed.range(position + 1)?);
    let start = one.start.min(other.start);
    let end = one.end.max(other.end);
    let mut commands = placed.requote(claim, ByteRange::new(start.0, end.0));
    let change = |change| Command::change(claim.id.clone(), change);
    for judgement in &claim.verdicts {
        let same = next.judgement_of(&judgement.reviewer);
        if same.is_none_or(|it| it.verdict != judgement.verdict) {
            commands.push(change(ClaimChange::Unjudge(judgement.reviewer.clone())));
        }
    }
    for evidence in &next.evidence {
        if !claim.evidence.contains(evidence) {
            commands.push(change(ClaimChange::InsertEvidence {
                at: usize::MAX,
                evidence: Box::new(evidence.clone()),
            }));
        }
    }
    if let Some(note) = joined(claim.note.as_deref(), next.note.as_deref()) {
        commands.push(change(ClaimChange::SetNote(Some(note))));
    }
    if let Some(query) = joined(claim.query.as_deref(), next.query.as_deref()) {
        commands.push(change(ClaimChange::SetQuery(Some(query))));
    }
    // A repeat of the claim that goes is a repeat of the one that stays.
    for repeat in placed.claims {
        if repeat.same_as.as_ref() == Some(&next.id) {
            let same = (repeat.id != claim.id).then(|| claim.id.clone());
            commands.push(Command::change(
                repeat.id.clone(),
                ClaimChange::SetSameAs(same),
            ));
        }
    }
    commands.push(Command::RemoveClaim {
        claim: next.id.clone(),
    });
    Ok(Command::Together(commands))
}

/// Both texts, one below the other; none where the first stays as it is.
fn joined(one: Option<&str>, other: Option<&str>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}\n{other}")),
        (None, Some(other)) => Some(other.to_owned()),
        (Some(_), Some(_)) | (_, None) => None,
    }
}

impl Placed<'_> {
    fn range(&self, position: usize) -> Result<ByteRange, NoClaim> {
        self.ranges
            .get(position)
            .copied()
            .flatten()
            .ok_or(NoClaim::NoPlace)
    }

    /// The last claim that begins before `place`.
    fn before(&self, place: ByteOffset) -> Option<ClaimId> {
        let begins = |range: &Option<ByteRange>| range.is_some_and(|it| it.start <= place);
        let at = self.ranges.iter().rposition(begins)?;
        self.claims.get(at).map(|it| it.id.clone())
    }

    /// A new claim that quotes `range`.
    fn claim_of(&self, range: ByteRange, from: Option<ClaimId>) -> Claim {
        let exact = range.of(self.article.text());
        let ordinal = self
            .claims
            .iter()
            .filter(|it| it.quote.exact == exact)
            .count();
        let is_taken = |id: &ClaimId| self.claims.iter().any(|it| it.id == *id);
        let id = ClaimId::new(exact, ordinal, is_taken);
        let claim = Claim::new(id, self.quote(range), one_line(exact), self.kinds(exact));
        Claim { from, ..claim }
    }

    /// What gives `claim` another quote, and the wording and kinds that go with it.
    fn requote(&self, claim: &Claim, range: ByteRange) -> Vec<Command> {
        let exact = range.of(self.article.text());
        [
            ClaimChange::SetQuote(Box::new(self.quote(range))),
            ClaimChange::SetWording(one_line(exact)),
            ClaimChange::SetKinds(self.kinds(exact)),
        ]
        .map(|it| Command::change(claim.id.clone(), it))
        .into()
    }

    fn quote(&self, range: ByteRange) -> TextQuoteSelector {
        let mut described = describe(self.article, &[range]);
        described.pop().unwrap_or_default()
    }

    /// What makes these words checkable, as far as rules can tell.
    fn kinds(&self, words: &str) -> Vec<Kind> {
        kinds_of(self.article, words)
    }
}

/// What makes words of an article checkable, as far as rules can tell.
pub(super) fn kinds_of(article: &Article, words: &str) -> Vec<Kind> {
    let alone = Article::plain(words).in_language(article.language());
    let cuts = split(&alone, None);
    let found = |kind: &Kind| cuts.claims.iter().any(|it| it.kinds.contains(kind));
    Kind::ALL.iter().copied().filter(found).collect()
}

/// Words of a quote as a wording, which has no line breaks.
pub(super) fn one_line(words: &str) -> String {
    words
        .split('\n')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{ClaimFile, Judgement, Particulars, Reviewer, Verdict};
    use crate::review::{Review, Step};

    const TEXT: &str = "The ferry sank in 1931 and 40 people drowned. The harbour was closed.";

    /// A review of claims that quote these words.
    fn review(quotes: &[&str]) -> (Article, Review, Vec<Option<ByteRange>>) {
        let article = Article::plain(TEXT);
        let mut claims: Vec<Claim> = Vec::new();
        let mut ranges = Vec::new();
        for quote in quotes {
            let start = TEXT.find(quote).expect("the quote stands in the text");
            let range = ByteRange::new(start, start + quote.len());
            let placed = Placed {
                article: &article,
                claims: &claims,
                ranges: &ranges,
            };
            let claim = placed.claim_of(range, None);
            claims.push(claim);
            ranges.push(Some(range));
        }
        let review = Review::new(ClaimFile::new(Particulars::default(), claims));
        (article, review, ranges)
    }

    fn judged(review: &mut Review, at: usize, verdict: Verdict) {
        let reviewer = Reviewer::new("Ana Ruiz");
        let now = "2024-03-05T09:12:44Z".parse().expect("a time");
        let judgement = Judgement::new(verdict, reviewer, now);
        let id = review.claims()[at].id.clone();
        let change = ClaimChange::Judge(Box::new(judgement));
        review
            .take(Step::Do(Command::change(id, change)))
            .expect("a verdict");
    }

    fn exact(review: &Review) -> Vec<&str> {
        review
            .claims()
            .iter()
            .map(|it| it.quote.exact.as_str())
            .collect()
    }

    #[test]
    fn a_claim_is_added_in_the_order_of_the_article() {
        let (article, mut review, ranges) =
            review(&["The ferry sank in 1931", "The harbour was closed"]);
        let placed = Placed {
            article: &article,
            claims: review.claims(),
            ranges: &ranges,
        };
        let start = TEXT.find("40 people").expect("there");
        let range = ByteRange::new(start, start + " 40 people drowned".len() - 1);
        let command = add_claim(placed, range).expect("a claim");
        assert_eq!(
            add_claim(placed, ByteRange::new(0, 22)),
            Err(NoClaim::Known)
        );
        assert_eq!(add_claim(placed, ByteRange::new(3, 4)), Err(NoClaim::Empty));
        review.take(Step::Do(command)).expect("added");
        assert_eq!(
            exact(&review),
            [
                "The ferry sank in 1931",
                "40 people drowned",
                "The harbour was closed"
            ]
        );
        assert_eq!(review.claims()[1].kinds, [Kind::Count]);
    }

    #[test]
    fn a_claim_cut_in_two_keeps_its_name_in_the_first_half() {
        let (article, mut review, ranges) =
            review(&["The ferry sank in 1931 and 40 people drowned"]);
        judged(&mut review, 0, Verdict::Verified);
        let before = review.file().clone();
        let placed = Placed {
            article: &article,
            claims: review.claims(),
            ranges: &ranges,
        };
        let cut = ByteOffset(TEXT.find("and").expect("there"));
        let command = split_claim(placed, 0, cut).expect("two claims");
        assert_eq!(
            split_claim(placed, 0, ByteOffset(0)),
            Err(NoClaim::CutAtTheEdge)
        );
        assert_eq!(
            split_claim(placed, 0, ByteOffset(50)),
            Err(NoClaim::CutAtTheEdge)
        );
        review.take(Step::Do(command)).expect("cut");
        assert_eq!(
            exact(&review),
            ["The ferry sank in 1931", "and 40 people drowned"]
        );
        let [first, second] = review.claims() else {
            panic!("two claims")
        };
        assert_eq!(first.id, before.claims[0].id);
        assert_eq!((first.verdicts.len(), second.verdicts.len()), (1, 0));
        assert_eq!(second.from.as_ref(), Some(&first.id));
        review.take(Step::Undo).expect("undone");
        assert_eq!(review.file(), &before);
    }

    #[test]
    fn joined_claims_keep_only_verdicts_that_were_given_to_both() {
        let quotes = ["The ferry sank in 1931", "40 people drowned"];
        for (other, left) in [(Verdict::Verified, 1), (Verdict::Disputed, 0)] {
            let (article, mut review, ranges) = review(&quotes);
            judged(&mut review, 0, Verdict::Verified);
            judged(&mut review, 1, other);
            let before = review.file().clone();
            let placed = Placed {
                article: &article,
                claims: review.claims(),
                ranges: &ranges,
            };
            let command = merge_claims(placed, 0).expect("one claim");
            assert_eq!(merge_claims(placed, 1), Err(NoClaim::NoNext));
            review.take(Step::Do(command)).expect("joined");
            assert_eq!(
                exact(&review),
                ["The ferry sank in 1931 and 40 people drowned"]
            );
            assert_eq!(review.claims()[0].verdicts.len(), left);
            review.take(Step::Undo).expect("undone");
            assert_eq!(review.file(), &before);
        }
    }
}
