//! What the palette looks in: actions, claims, sources, folded once.

use std::collections::HashSet;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::action::{ACTIONS, Action, Entry, Scope};
use crate::app::dialog::PaletteItem;
use crate::claim::{Claim, ClaimId};
use crate::text::fold;

/// The words of everything that the palette can find.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stock {
    /// The claims, each by its position, folded.
    claims: Vec<String>,
    /// The sources: how they are shown, and the first claim that rests on each.
    pub(crate) sources: Vec<StockedSource>,
}

/// A source that the palette can find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StockedSource {
    /// Title and address.
    pub(crate) shown: String,
    folded: String,
    /// The first claim that rests on it.
    pub(crate) claim: ClaimId,
}

/// What letters that merely stand in order find at most: beyond that, one types on.
const MOST_LIKE: usize = 50;

/// Letters from which on they may stand apart: two stand apart in anything.
const LEAST_LETTERS: usize = 3;

/// Least score of each letter: a letter that is found counts 16 and more at the start of
/// a word, less the letters between it and the one before. In a long claim any
/// letters stand somewhere in any order.
const LEAST_SCORE: u32 = 14;

impl Stock {
    /// What there is in these claims.
    pub(crate) fn of(claims: &[Claim]) -> Self {
        let mut seen = HashSet::new();
        let mut sources = Vec::new();
        for claim in claims {
            for evidence in &claim.evidence {
                let (title, url) = (evidence.title.as_deref(), evidence.url.as_deref());
                let Some(name) = url.or(title).filter(|it| seen.insert(*it)) else {
                    continue;
                };
                let shown = match (title, url) {
                    (Some(title), Some(url)) => format!("{title} · {url}"),
                    _ => name.to_owned(),
                };
                sources.push(StockedSource {
                    folded: fold(&shown),
                    shown,
                    claim: claim.id.clone(),
                });
            }
        }
        let words = |it: &Claim| fold(&format!("{} {}\n{}", it.id, it.wording, it.quote.exact));
        Self {
            claims: claims.iter().map(words).collect(),
            sources,
        }
    }

    /// What `typed` finds: words that stand there before letters that merely stand
    /// in that order; actions before claims before sources. Nothing typed lists the
    /// actions.
    pub(crate) fn find(&self, typed: &str) -> Vec<PaletteItem> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found = by_words(&words);
        if words.is_empty() {
            return found;
        }
        let has_all = |it: &str| words.iter().all(|word| it.contains(word));
        let claims = self.claims.iter().enumerate();
        let claims = claims.filter(|it| has_all(it.1));
        found.extend(claims.map(|it| PaletteItem::Claim(it.0)));
        let sources = self.sources.iter().enumerate();
        let sources = sources.filter(|it| has_all(&it.1.folded));
        found.extend(sources.map(|it| PaletteItem::Source(it.0)));
        if typed.chars().count() >= LEAST_LETTERS {
            let known: HashSet<PaletteItem> = found.iter().copied().collect();
            let like = self.by_letters(&typed);
            found.extend(like.into_iter().filter(|it| !known.contains(it)));
        }
        found
    }

    /// What has the letters in that order, the likest first.
    fn by_letters(&self, typed: &str) -> Vec<PaletteItem> {
        let pattern = Pattern::new(
            typed,
            CaseMatching::Ignore,
            Normalization::Never,
            AtomKind::Fuzzy,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let letters_typed = u32::try_from(typed.chars().count()).unwrap_or(u32::MAX);
        let least = LEAST_SCORE.saturating_mul(letters_typed);
        let mut score = |words: &str| {
            letters.clear();
            let scored = pattern.score(Utf32Str::new(words, &mut letters), &mut matcher);
            scored.filter(|it| *it >= least)
        };
        let mut ranked: Vec<(u32, PaletteItem)> = Vec::new();
        for (row, entry) in listed() {
            let scored = score(entry.name);
            ranked.extend(scored.map(|it| (it, PaletteItem::Action(row))));
        }
        for (at, words) in self.claims.iter().enumerate() {
            let scored = score(words);
            ranked.extend(scored.map(|it| (it, PaletteItem::Claim(at))));
        }
        for (at, source) in self.sources.iter().enumerate() {
            let scored = score(&source.folded);
            ranked.extend(scored.map(|it| (it, PaletteItem::Source(at))));
        }
        ranked.sort_by_key(|it| std::cmp::Reverse(it.0));
        ranked.truncate(MOST_LIKE);
        ranked.into_iter().map(|it| it.1).collect()
    }
}

/// The actions that the palette offers, with their rows in the table.
fn listed() -> impl Iterator<Item = (usize, &'static Entry)> {
    let is_open_here = |it: &(usize, &Entry)| {
        matches!(it.1.scope, Scope::Claim | Scope::Review | Scope::Article)
            && it.1.action != Action::Palette
    };
    ACTIONS.iter().enumerate().filter(is_open_here)
}

/// The actions in whose name or help the words stand, in the table's order within
/// a rank.
fn by_words(words: &[&str]) -> Vec<PaletteItem> {
    let ranked = listed().filter_map(|(row, entry)| Some((rank(entry, words)?, row)));
    let mut ranked: Vec<(u8, usize)> = ranked.collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .map(|it| PaletteItem::Action(it.1))
        .collect()
}

fn rank(entry: &Entry, words: &[&str]) -> Option<u8> {
    let help = entry.help.to_lowercase();
    let in_name = |it: &&str| entry.name.contains(it);
    if words == [entry.name] {
        return Some(0);
    }
    if words.iter().all(|it| entry.name.starts_with(it)) {
        return Some(1);
    }
    if words.iter().all(in_name) {
        return Some(2);
    }
    let stands_there = |it: &&str| in_name(it) || help.contains(*it);
    words.iter().all(stands_there).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Evidence, TextQuoteSelector};

    fn stock() -> Stock {
        let claim = |words: &str| {
            let id = ClaimId::new(words, 0, |_| false);
            Claim::new(id, TextQuoteSelector::default(), words, Vec::new())
        };
        let mut claims = vec![claim("212 of 230 staff signed"), claim("港務局員工聯名")];
        for it in &mut claims {
            it.evidence.push(Evidence {
                url: Some("https://example.org/letter.pdf".to_owned()),
                title: Some("Open letter, scan".to_owned()),
                ..Evidence::default()
            });
        }
        Stock::of(&claims)
    }

    fn names(typed: &str) -> Vec<String> {
        let stock = stock();
        let name = |it: PaletteItem| match it {
            PaletteItem::Action(row) => ACTIONS[row].name.to_owned(),
            PaletteItem::Claim(at) => format!("claim {at}"),
            PaletteItem::Source(at) => stock.sources[at].shown.clone(),
        };
        stock.find(typed).into_iter().map(name).collect()
    }

    #[test]
    fn words_find_before_letters_do() {
        assert_eq!(names("undo")[0], "undo");
        assert_eq!(names("repeat")[..2], ["repeat", "repeat-source"]);
        assert_eq!(
            names("unrev")[..2],
            ["next-unreviewed", "previous-unreviewed"]
        );
        assert_eq!(names("clipboard")[0], "copy");
        assert_eq!(names("nxunr")[0], "next-unreviewed");
        assert!(names("").len() > 30);
        assert!(names("").iter().all(|it| !it.starts_with("claim ")));
        assert!(names("qqq").is_empty());
    }

    #[test]
    fn claims_and_sources_are_found_in_either_form() {
        assert_eq!(names("212 staff"), ["claim 0"]);
        assert_eq!(names("港务局员工"), ["claim 1"]);
        let source = "Open letter, scan · https://example.org/letter.pdf";
        assert_eq!(names("letter.pdf"), [source]);
        assert_eq!(names("stfsgnd"), ["claim 0"]);
        let long = "The council met on Sunday for six hours at the town hall of the harbour";
        let id = ClaimId::new(long, 0, |_| false);
        let claim = Claim::new(id, TextQuoteSelector::default(), long, Vec::new());
        // Its letters stand there in that order, and far apart.
        assert!(Stock::of(&[claim]).find("iedus").is_empty());
        assert_eq!(names("opnlttr"), [source]);
    }
}
