//! Claims that another splitter proposes, as cuts of the article.

use chrono::NaiveDateTime;

use crate::anchor::locate;
use crate::claim::{Kind, Standing, TextQuoteSelector};
use crate::mention::mentions;
use crate::review::recut::{kinds_of, one_line};
use crate::split::{Cut, Cuts, check_worthiness};
use crate::text::{Article, ByteRange};

/// A claim that another splitter proposes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The words of the article, with those round them where the splitter tells.
    pub quote: TextQuoteSelector,
    /// The claim worded to stand alone, if the splitter has done so.
    pub wording: Option<String>,
    /// What makes it checkable, if the splitter has said so.
    pub kinds: Vec<Kind>,
}

/// The cuts that `proposals` come to, in the order of the article, and which of
/// them (by their place in the list) are no words of it. Words that are proposed
/// twice are one cut; a quote is only taken word for word: a splitter that
/// rewords the article has not quoted it.
pub fn cuts_of(
    article: &Article,
    proposals: &[Proposal],
    reference: Option<NaiveDateTime>,
) -> (Cuts, Vec<usize>) {
    let text = article.text();
    let language = article.language();
    let quotes: Vec<&TextQuoteSelector> = proposals.iter().map(|it| &it.quote).collect();
    let mut lost = Vec::new();
    let mut placed: Vec<(ByteRange, &Proposal)> = Vec::new();
    for (at, standing) in locate(article, &quotes).into_iter().enumerate() {
        match standing {
            Standing::Kept(range) | Standing::Moved(range) if !range.of(text).trim().is_empty() => {
                placed.push((range, &proposals[at]));
            }
            Standing::Kept(_) | Standing::Moved(_) | Standing::Changed(_) | Standing::Orphaned => {
                lost.push(at);
            }
        }
    }
    placed.sort_by_key(|it| (it.0.start, it.0.end));
    placed.dedup_by_key(|it| it.0);
    let mentions = mentions(text, language, reference);
    let cut = |(range, proposal): (ByteRange, &Proposal)| {
        let exact = range.of(text);
        let inside = |it: &&crate::mention::Mention| {
            range.start <= it.range.start && it.range.end <= range.end
        };
        let kinds = if proposal.kinds.is_empty() {
            kinds_of(article, exact)
        } else {
            let named = |it: &Kind| proposal.kinds.contains(it);
            Kind::ALL.iter().copied().filter(named).collect()
        };
        Cut {
            range,
            wording: proposal.wording.clone().unwrap_or_else(|| one_line(exact)),
            kinds,
            mentions: mentions.iter().filter(inside).cloned().collect(),
            speaker: None,
            check_worthiness: check_worthiness(exact, language),
        }
    };
    let claims = placed.into_iter().map(cut).collect();
    let cuts = Cuts {
        claims,
        ..Cuts::default()
    };
    (cuts, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(exact: &str, prefix: &str) -> Proposal {
        Proposal {
            quote: TextQuoteSelector {
                exact: exact.to_owned(),
                prefix: prefix.to_owned(),
                ..TextQuoteSelector::default()
            },
            ..Proposal::default()
        }
    }

    #[test]
    fn quotes_are_found_in_the_articles_order_and_what_is_none_is_told() {
        let article = Article::plain("It sank in 1931. 40 drowned. It sank in 1931, they say.");
        let proposals = [
            proposal("It sank in 1931", "40 drowned. "),
            proposal("40 drowned", ""),
            proposal("Forty people drowned", ""),
            proposal("40 drowned", ""),
            proposal("  ", ""),
        ];
        let (cuts, lost) = cuts_of(&article, &proposals, None);
        let told: Vec<(usize, &str)> = cuts
            .claims
            .iter()
            .map(|it| (it.range.start.0, it.wording.as_str()))
            .collect();
        assert_eq!(told, [(17, "40 drowned"), (29, "It sank in 1931")]);
        assert_eq!(lost, [2, 4]);
        assert_eq!(cuts.claims[0].kinds, [Kind::Count]);
        assert_eq!(cuts.claims[1].mentions.len(), 1);
    }

    #[test]
    fn what_the_splitter_says_of_a_claim_holds() {
        let article = Article::plain("It sank in 1931.");
        let named = Proposal {
            wording: Some("The ferry sank in 1931".to_owned()),
            kinds: vec![Kind::Event, Kind::Date],
            ..proposal("It sank in 1931", "")
        };
        let (cuts, _) = cuts_of(&article, &[named], None);
        assert_eq!(cuts.claims[0].wording, "The ferry sank in 1931");
        assert_eq!(cuts.claims[0].kinds.len(), 2);
    }
}
