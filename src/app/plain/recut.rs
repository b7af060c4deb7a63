//! Claims added, cut, joined and given other words, by words of the article.

use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::plain::command::named;
use crate::app::plain::{Plain, Said, said};
use crate::app::update::take;
use crate::review::{
    Command, NoClaim, Placed, Step, add_claim, merge_claims, requote_claim, split_claim,
};
use crate::text::{ByteOffset, ByteRange, Folded};

impl Plain {
    /// Recuts claims as `word` says; none where it says nothing of the kind.
    pub(super) fn recut_by(&mut self, word: &str, words: &str) -> Option<Said> {
        let action = match word {
            "add" => Action::AddClaim,
            "split" => Action::SplitClaim,
            "merge" => Action::MergeClaims,
            "quote" => Action::Requote,
            other => named(&self.model, other)?.action,
        };
        let model = &self.model;
        let (made, done) = match (action, words) {
            (Action::AddClaim, "") => {
                return Some(told(&["Say the words of the article: add QUOTE"]));
            }
            (Action::AddClaim, quote) => (add(model, quote), "added"),
            (Action::SplitClaim, "") => {
                return Some(told(&[
                    "Say before which words to cut: split WORDS",
                    "For example: split and 40 people",
                ]));
            }
            (Action::SplitClaim, words) => (split(model, words), "cut in two"),
            (Action::Requote, "") => {
                return Some(told(&[
                    "Say the words of the article that the claim shall have: quote WORDS",
                ]));
            }
            (Action::Requote, words) => (requote(model, words), "quote changed"),
            (Action::MergeClaims, "") => (merge(model), "joined with the next"),
            _ => return None,
        };
        Some(self.recut(made, done))
    }

    fn recut(&mut self, made: Result<Command, String>, done: &str) -> Said {
        let command = match made {
            Ok(command) => command,
            Err(why) => {
                self.model.notice = Notice::Failed(why);
                return Said::default();
            }
        };
        let all = self.model.review.claims().len();
        let effects = take(&mut self.model, Step::Do(command.clone()));
        if effects.is_empty() {
            // Why it could not be done is the notice.
            return Said::default();
        }
        let is_cut = self.model.review.claims().len() > all
            && !matches!(command, Command::InsertClaim { .. });
        go_to_new(&mut self.model, &command);
        let mut lines = vec![format!("{done}; undo takes it back")];
        lines.extend(said::place(&self.model));
        if let Some(first) = self.model.current().filter(|_| is_cut) {
            lines.push(said::line(&self.model, first + 1));
        }
        Said { lines, effects }
    }
}

fn told(lines: &[&str]) -> Said {
    Said {
        lines: lines.iter().map(|it| (*it).to_owned()).collect(),
        ..Said::default()
    }
}

/// The cursor goes to a claim that was added, where it is listed.
fn go_to_new(model: &mut Model, command: &Command) {
    if let Command::InsertClaim { claim, .. } = command
        && let Some(position) = model.review.position(&claim.id)
        && model.listing.index_of(position).is_some()
    {
        model.go_to(position);
    }
}

fn add(model: &Model, quote: &str) -> Result<Command, String> {
    let ranges = model.page.ranges();
    let found = places_in_article(model, quote);
    let free = found.iter().find(|it| !ranges.contains(&Some(**it)));
    match (free, found.is_empty()) {
        (Some(range), _) => add_claim(placed(model), *range).map_err(|it| it.to_string()),
        (None, true) => Err(NOT_IN_ARTICLE.to_owned()),
        (None, false) => Err(NoClaim::Known.to_string()),
    }
}

fn split(model: &Model, words: &str) -> Result<Command, String> {
    let position = model.current().ok_or("no claim is listed")?;
    let range = model.page.range(position);
    let range = range.ok_or_else(|| NoClaim::NoPlace.to_string())?;
    let text = model.page.article().text();
    let cut = match places(text, range, words).as_slice() {
        [] => return Err("these words are not in the quote; read says it".to_owned()),
        [one] => one.start,
        // Words that begin the quote cut nothing off: the next place is meant.
        several => several
            .iter()
            .map(|it| it.start)
            .find(|it| *it > range.start)
            .unwrap_or(ByteOffset(range.start.0)),
    };
    split_claim(placed(model), position, cut).map_err(|it| it.to_string())
}

fn merge(model: &Model) -> Result<Command, String> {
    let position = model.current().ok_or("no claim is listed")?;
    merge_claims(placed(model), position).map_err(|it| it.to_string())
}

/// The place of the words that is nearest to where the claim stands now.
fn requote(model: &Model, words: &str) -> Result<Command, String> {
    let position = model.current().ok_or("no claim is listed")?;
    let here = model.page.range(position).map_or(0, |it| it.start.0);
    let found = places_in_article(model, words);
    let nearest = found.iter().min_by_key(|it| it.start.0.abs_diff(here));
    let range = nearest.ok_or(NOT_IN_ARTICLE)?;
    requote_claim(placed(model), position, *range).map_err(|it| it.to_string())
}

const NOT_IN_ARTICLE: &str =
    "these words do not stand together in the article; context reads the paragraph";

fn places_in_article(model: &Model, words: &str) -> Vec<ByteRange> {
    let text = model.page.article().text();
    places(text, ByteRange::new(0, text.len()), words)
}

fn placed(model: &Model) -> Placed<'_> {
    Placed {
        article: model.page.article(),
        claims: model.review.claims(),
        ranges: model.page.ranges(),
    }
}

/// Where `words` stand in that part of `text`; spaces, width and the form of
/// Chinese characters do not count where nothing stands word for word.
fn places(text: &str, within: ByteRange, words: &str) -> Vec<ByteRange> {
    let part = within.of(text);
    let from = within.start.0;
    let exact: Vec<ByteRange> = part
        .match_indices(words)
        .map(|(at, it)| ByteRange::new(from + at, from + at + it.len()))
        .collect();
    if !exact.is_empty() {
        return exact;
    }
    let folded = Folded::of(part);
    let wanted = crate::text::fold(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    folded
        .as_str()
        .match_indices(&wanted)
        .map(|(at, it)| {
            let range = folded.source_range(ByteRange::new(at, at + it.len()));
            ByteRange::new(from + range.start.0, from + range.end.0)
        })
        .collect()
}
