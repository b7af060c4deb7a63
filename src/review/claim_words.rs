//! The words of a claim that can be searched.

use crate::claim::Claim;
use crate::review::Sight;

/// The words of a claim, each with what they are called. Of verdicts only those
/// that may be seen; the quote last, as the article has it too.
pub fn claim_words<'a>(
    sight: &'a Sight,
    claim: &'a Claim,
) -> impl Iterator<Item = (&'a str, &'static str)> {
    let own = [
        (Some(&claim.wording), "wording"),
        (claim.note.as_ref(), "note"),
        (claim.query.as_ref(), "query"),
    ];
    let judged = sight.judgements(claim).flat_map(|it| {
        [
            (it.correction.as_ref(), "correction"),
            (it.note.as_ref(), "verdict's note"),
        ]
    });
    let sources = claim.evidence.iter().flat_map(|it| {
        let fields = [
            &it.title,
            &it.url,
            &it.archive,
            &it.locator,
            &it.passage,
            &it.by,
        ];
        fields.map(|field| (field.as_ref(), "source"))
    });
    let quote = [(Some(&claim.quote.exact), "quote")];
    let all = own.into_iter().chain(judged).chain(sources).chain(quote);
    all.filter_map(|(words, name)| Some((words?.as_str(), name)))
}
