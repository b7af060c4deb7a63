//! Where quotes stand in an article as it is now.

use std::collections::{HashMap, HashSet};

use crate::anchor::context::likeness;
use crate::anchor::edges::{is_negated, is_torn};
use crate::anchor::nearby::find_changed;
use crate::anchor::occurrences::occurrences;
use crate::claim::{Standing, TextQuoteSelector};
use crate::text::{Article, ByteOffset, ByteRange, Folded};

/// The share of the context that has to stand round a quote for it to stand among
/// the same words: one whole side of it passes in nearly every case.
const SAME_WORDS: f64 = 0.45;

/// What a quote found among other words has to weigh to be the same quote, a
/// Chinese character counting as two letters: shorter ones stand anywhere.
const LEAST_WEIGHT: usize = 16;

/// Finds each of `selectors` in the article, all in a few passes over it.
///
/// Word for word first, nearest context wins; then with width, quotes, spaces
/// and script folded; then, between words of its context, with other words: that
/// is [`Standing::Changed`] whatever the difference, for a changed figure makes
/// the most alike quote of all.
pub fn locate(article: &Article, selectors: &[&TextQuoteSelector]) -> Vec<Standing> {
    let text = article.text();
    let mut standings = vec![Standing::Orphaned; selectors.len()];
    let found = find_words(text, selectors);
    for (standing, found) in standings.iter_mut().zip(found) {
        *standing = found.unwrap_or(Standing::Orphaned);
    }
    let missing: Vec<usize> = missing(&standings);
    if missing.is_empty() {
        return standings;
    }

    let folded = Folded::of(text);
    let sought: Vec<_> = missing
        .iter()
        .map(|it| fold_selector(selectors[*it]))
        .collect();
    let sought: Vec<_> = sought.iter().collect();
    for (number, found) in missing.iter().zip(find_words(folded.as_str(), &sought)) {
        standings[*number] = found.map_or(Standing::Orphaned, |it| to_source(it, &folded));
    }

    let taken: Vec<_> = standings.iter().filter_map(|it| it.range()).collect();
    let taken: Vec<_> = taken
        .into_iter()
        .map(|it| {
            let start = folded.folded_from(it.start).0;
            ByteRange::new(start, folded.folded_from(it.end).0.max(start))
        })
        .collect();
    let left: Vec<usize> = (0..missing.len())
        .filter(|it| standings[missing[*it]] == Standing::Orphaned)
        .collect();
    let sought: Vec<_> = left.iter().map(|it| sought[*it]).collect();
    let changed = find_changed(folded.as_str(), &sought, taken);
    for (number, found) in left.iter().zip(changed) {
        if let Some(range) = found {
            standings[missing[*number]] = to_source(Standing::Changed(range), &folded);
        }
    }
    standings
}

fn missing(standings: &[Standing]) -> Vec<usize> {
    (0..standings.len())
        .filter(|it| standings[*it] == Standing::Orphaned)
        .collect()
}

fn to_source(standing: Standing, folded: &Folded<'_>) -> Standing {
    match standing {
        Standing::Kept(it) => Standing::Kept(folded.source_range(it)),
        Standing::Moved(it) => Standing::Moved(folded.source_range(it)),
        Standing::Changed(it) => Standing::Changed(folded.source_range(it)),
        Standing::Orphaned => Standing::Orphaned,
    }
}

/// A selector as it stands in a folded text: folded in one piece, since what
/// becomes of a space depends on both its sides.
fn fold_selector(selector: &TextQuoteSelector) -> TextQuoteSelector {
    let whole = whole_of(selector);
    let folded = Folded::of(&whole);
    let start = folded.folded_from(ByteOffset(selector.prefix.len())).0;
    let end = folded
        .folded_from(ByteOffset(selector.prefix.len() + selector.exact.len()))
        .0
        .max(start);
    let text = folded.as_str();
    let exact = text[start..end].trim_end();
    let exact_end = start + exact.len();
    TextQuoteSelector {
        prefix: text[..start].to_owned(),
        suffix: text[exact_end..].to_owned(),
        exact: exact.to_owned(),
        ..TextQuoteSelector::default()
    }
}

fn whole_of(selector: &TextQuoteSelector) -> String {
    [&*selector.prefix, &selector.exact, &selector.suffix].concat()
}

/// Finds the words of each selector as they are.
fn find_words(text: &str, selectors: &[&TextQuoteSelector]) -> Vec<Option<Standing>> {
    let wholes: Vec<String> = selectors.iter().map(|it| whole_of(it)).collect();
    let needles: Vec<&str> = wholes.iter().map(String::as_str).collect();
    let mut found: Vec<Option<Standing>> = Vec::with_capacity(selectors.len());
    // Selectors that are wholly alike can be told apart by nothing but their order.
    let mut alike: HashMap<&str, usize> = HashMap::new();
    for ((selector, whole), places) in selectors
        .iter()
        .zip(&needles)
        .zip(occurrences(text, &needles))
    {
        let ordinal = alike.entry(whole).or_default();
        let place = places.get(*ordinal).or(places.last());
        *ordinal += 1;
        found.push(place.filter(|_| !selector.exact.is_empty()).and_then(|at| {
            let start = at + selector.prefix.len();
            let range = ByteRange::new(start, start + selector.exact.len());
            (!is_torn(text, range, selector)).then_some(Standing::Kept(range))
        }));
    }

    // A place that an equal quote holds, context and all, is not free for another.
    let held: HashSet<ByteRange> = found.iter().flatten().filter_map(|it| it.range()).collect();
    let left: Vec<usize> = (0..selectors.len())
        .filter(|it| found[*it].is_none())
        .collect();
    let exacts: Vec<&str> = left
        .iter()
        .map(|it| selectors[*it].exact.as_str())
        .collect();
    for (number, places) in left.iter().zip(occurrences(text, &exacts)) {
        found[*number] = nearest(text, selectors[*number], &places, &held);
    }
    found
}

/// The place among `places` whose context is most alike, if it is the quote's.
fn nearest(
    text: &str,
    selector: &TextQuoteSelector,
    places: &[usize],
    held: &HashSet<ByteRange>,
) -> Option<Standing> {
    let mut best: Option<(f64, ByteRange)> = None;
    for at in places {
        let range = ByteRange::new(*at, at + selector.exact.len());
        if held.contains(&range) || is_torn(text, range, selector) {
            continue;
        }
        let alike = likeness(selector, &text[..range.start.0], &text[range.end.0..])
            // A quote that was given without context has to stand at one place only.
            .unwrap_or(if places.len() == 1 { 1.0 } else { 0.0 });
        if best.is_none_or(|it| alike > it.0) {
            best = Some((alike, range));
        }
    }
    let (alike, range) = best?;
    if is_negated(&text[..range.start.0]) != is_negated(&selector.prefix)
        && likeness(selector, "", "").is_some()
    {
        return Some(Standing::Changed(range));
    }
    if alike >= SAME_WORDS {
        return Some(Standing::Kept(range));
    }
    (weight(&selector.exact) >= LEAST_WEIGHT).then_some(Standing::Moved(range))
}

fn weight(words: &str) -> usize {
    words
        .chars()
        .map(|it| if it < '\u{2E80}' { 1 } else { 2 })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::anchor::describe;

    fn range_of(text: &str, words: &str) -> ByteRange {
        let at = text.find(words).expect("words of the text");
        ByteRange::new(at, at + words.len())
    }

    /// Where `words` of the old article stand in the new one.
    fn stands(old: &str, words: &str, new: &str) -> (&'static str, String) {
        let selectors = describe(&Article::plain(old), &[range_of(old, words)]);
        let standing = locate(&Article::plain(new), &[&selectors[0]])[0];
        let name = match standing {
            Standing::Kept(_) => "kept",
            Standing::Moved(_) => "moved",
            Standing::Changed(_) => "changed",
            Standing::Orphaned => "orphaned",
        };
        (
            name,
            standing.range().map_or("", |it| it.of(new)).to_owned(),
        )
    }

    const OLD: &str = "By nine the hall was full. The clerk said that 212 of the 230 people on the payroll signed. Nobody left before noon.\nThe board met on Friday.";
    const CLAIM: &str = "212 of the 230 people on the payroll signed";
    const OLD_ZH: &str = "會場早已坐滿。秘書說，全體230名員工中有212人在信上簽了名，其餘仍在考慮。\n董事會週五開會。";
    const CLAIM_ZH: &str = "全體230名員工中有212人在信上簽了名";

    #[test]
    fn a_quote_is_kept_when_other_paragraphs_change() {
        let new = format!("A new first line.\n{OLD}");
        assert_eq!(stands(OLD, CLAIM, &new), ("kept", CLAIM.to_owned()));
        let new = OLD.replace("The board met on Friday.", "No more.");
        assert_eq!(stands(OLD, CLAIM, &new).0, "kept");
    }

    #[test]
    fn a_quote_elsewhere_has_moved() {
        let new =
            format!("Quite another text stands here now. We read {CLAIM} and then much else.");
        assert_eq!(stands(OLD, CLAIM, &new), ("moved", CLAIM.to_owned()));
    }

    #[test]
    fn a_short_quote_among_other_words_is_not_taken_for_the_same() {
        let new = "The hall seats 212 now, and nobody knows what became of the vote.";
        assert_eq!(stands(OLD, "212", new).0, "orphaned");
    }

    #[test]
    fn script_width_and_quotes_may_change() {
        let new = "会场早已坐满。秘书说,全体２３０名员工中有 212 人在信上签了名,其余仍在考虑。";
        assert_eq!(
            stands(OLD_ZH, CLAIM_ZH, new),
            ("kept", "全体２３０名员工中有 212 人在信上签了名".to_owned())
        );
    }

    #[test]
    fn a_changed_figure_name_or_negation_is_a_change() {
        let table = [
            (OLD, CLAIM, "212 of", "210 of"),
            (OLD, CLAIM, "212 of", "1,212 of"),
            (OLD, CLAIM, "payroll signed", "payroll never signed"),
            (OLD_ZH, CLAIM_ZH, "212人", "二百人"),
            (OLD_ZH, CLAIM_ZH, "簽了名", "簽過名"),
            (OLD_ZH, CLAIM_ZH, "全體230", "全體1230"),
        ];
        for (old, claim, from, to) in table {
            let new = old.replace(from, to);
            let (standing, words) = stands(old, claim, &new);
            assert_eq!(standing, "changed", "{to}: {words}");
            assert!(
                words.contains(to.trim_start_matches("1,").trim_start_matches("全體")),
                "{words}"
            );
        }
    }

    #[test]
    fn a_negation_put_before_a_quote_changes_it() {
        let old = "She told us that the staff had signed the letter of the harbour union by noon.";
        let new = old.replace("had signed", "had not signed");
        assert_eq!(
            stands(old, "signed the letter of the harbour union", &new).0,
            "changed"
        );
    }

    #[test]
    fn a_deleted_quote_is_an_orphan() {
        let new = "By nine the hall was full. Nobody left before noon.\nThe board met on Friday.";
        assert_eq!(stands(OLD, CLAIM, new).0, "orphaned");
        assert_eq!(stands(OLD, CLAIM, "").0, "orphaned");
    }

    #[test]
    fn equal_quotes_are_told_apart_by_context_or_order() {
        let text = "One: it rose. Two: it rose. Three: it rose.";
        let ranges: Vec<_> = text
            .match_indices("it rose")
            .map(|(at, words)| ByteRange::new(at, at + words.len()))
            .collect();
        let article = Article::plain(text);
        let selectors = describe(&article, &ranges);
        let selectors: Vec<_> = selectors.iter().collect();
        let expected: Vec<_> = ranges.iter().map(|it| Standing::Kept(*it)).collect();
        assert_eq!(locate(&article, &selectors), expected);
    }

    #[test]
    fn an_empty_selector_is_an_orphan() {
        let empty = TextQuoteSelector::default();
        assert_eq!(
            locate(&Article::plain("text"), &[&empty]),
            [Standing::Orphaned]
        );
    }

    proptest! {
        #[test]
        fn what_was_described_is_found_where_it_stood(
            text in r"([a-c]{1,3}|[字句文]{1,3}|[ ，。\n]|\x{301}|1){1,40}",
            a in 0_usize..60,
            b in 0_usize..60,
        ) {
            let start = text.floor_char_boundary(a.min(b));
            let end = text.ceil_char_boundary(a.max(b));
            prop_assume!(start < end);
            let range = ByteRange::new(start, end);
            let article = Article::plain(&*text);
            let selectors = describe(&article, &[range]);
            prop_assert_eq!(locate(&article, &[&selectors[0]]), [Standing::Kept(range)]);
        }

        #[test]
        fn any_selector_is_answered(
            text in any::<String>(),
            prefix in any::<String>(),
            exact in any::<String>(),
            suffix in any::<String>(),
        ) {
            let selector = TextQuoteSelector { prefix, suffix, exact, ..TextQuoteSelector::default() };
            for standing in locate(&Article::plain(&*text), &[&selector]) {
                prop_assert!(standing.range().is_none_or(|it| text.get(it.as_range()).is_some()));
            }
        }
    }
}
