//! What a typed command does.

use crate::app::action::{ACTIONS, Action, Entry, Scope};
use crate::app::effect::Effect;
use crate::app::key::KeyChord;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::plain::said::is_spoken;
use crate::app::plain::{Plain, Said, said};
use crate::app::update::{perform, perform_counted, take};
use crate::claim::{Reason, Status, Timestamp, Verdict};
use crate::review::{
    Command, Conditions, Filter, NoClaim, Placed, Step, add_claim, merge_claims, split_claim,
};
use crate::text::{ByteOffset, ByteRange, Folded};

impl Plain {
    /// Takes a command: its first word, and what belongs to it.
    pub(super) fn command(&mut self, line: &str, now: Timestamp) -> Said {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let model = &mut self.model;
        let lines = match (word.to_lowercase().as_str(), rest) {
            ("" | "read", "") => said::claim(model),
            ("context", "") => said::context(model),
            ("article", "") => said::article(model),
            ("list", _) => list(model, rest),
            ("progress", "") => vec![said::progress(model)],
            ("left-out" | ".", "") => said::left_out(model),
            ("help" | "?", "") => said::help(model),
            ("add", quote) if !quote.is_empty() => return self.recut(|it| add(it, quote)),
            ("split" | "|", words) if !words.is_empty() => {
                return self.recut(|it| split(it, words));
            }
            ("split" | "|", _) => vec![
                "Say before which words to cut: split WORDS".to_owned(),
                "For example: split and 40 people".to_owned(),
            ],
            ("add", _) => vec!["Say the words of the article: add QUOTE".to_owned()],
            ("sources", "") => said::sources(model),
            ("take-over", number) if !number.is_empty() => {
                return self.take_over(number, now);
            }
            ("merge", "") => return self.recut(merge),
            ("d" | "dispute" | "disputed", reason) if !reason.is_empty() => {
                return self.dispute(reason, now);
            }
            _ => return self.act(line, now),
        };
        Said {
            lines,
            ..Said::default()
        }
    }

    /// Does the action of the table that `line` names, by word or by key.
    fn act(&mut self, line: &str, now: Timestamp) -> Said {
        if let Ok(number) = line.parse::<usize>() {
            return self.go_to(number);
        }
        let Some(entry) = named(&self.model, line) else {
            let told = format!("{line:?} is no command; help lists them");
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        if !is_spoken(entry.action) {
            let told = format!("{} means nothing without a screen", entry.name);
            self.model.notice = Notice::Told(told);
            return Said::default();
        }
        self.perform(entry.action, now)
    }

    /// Does what an action says, and says where the cursor is if it moved.
    pub(super) fn perform(&mut self, action: Action, now: Timestamp) -> Said {
        // Movement is among claims, whichever pane a screen would show.
        self.model.focus = Pane::Claims;
        let before = self.model.current();
        let effects = perform(&mut self.model, action, now);
        self.said_after(before, effects)
    }

    /// What to say after something was done.
    pub(super) fn said_after(&mut self, before: Option<usize>, effects: Vec<Effect>) -> Said {
        let mut lines = Vec::new();
        if effects.contains(&Effect::Quit) {
            return Said { lines, effects };
        }
        if self.model.dialog.is_none() && self.model.current() != before {
            lines = said::place(&self.model);
        }
        // What was done comes before where one is now.
        if let Some(told) = self.notice() {
            lines.insert(0, told);
            self.model.notice = Notice::None;
        }
        lines.extend(self.question());
        Said { lines, effects }
    }

    fn go_to(&mut self, number: usize) -> Said {
        let position = number.checked_sub(1);
        let listed = position.filter(|it| self.model.listing.index_of(*it).is_some());
        let Some(position) = listed else {
            let told = format!("no claim {number} is listed");
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        self.model.go_to(position);
        Said {
            lines: said::place(&self.model),
            ..Said::default()
        }
    }

    /// Takes over the earlier verdict of that number.
    fn take_over(&mut self, number: &str, now: Timestamp) -> Said {
        let Ok(number) = number.parse::<usize>() else {
            let told = "say which one by its number: take-over 2".to_owned();
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        let before = self.model.current();
        let effects = perform_counted(&mut self.model, Action::TakeOver, number, now);
        self.said_after(before, effects)
    }

    /// Disputed, the reason given at once.
    fn dispute(&mut self, reason: &str, now: Timestamp) -> Said {
        let Some(reason) = reason_of(reason) else {
            self.model.notice = Notice::Failed(no_reason(reason));
            return Said::default();
        };
        let before = self.model.current();
        let mut effects = perform(&mut self.model, Action::Dispute, now);
        if self.model.dialog.is_some() {
            effects.extend(perform(&mut self.model, action_of(reason), now));
        }
        self.said_after(before, effects)
    }

    /// Adds, cuts or joins claims.
    fn recut(&mut self, make: impl FnOnce(&Model) -> Result<Command, String>) -> Said {
        let before = self.model.current();
        let effects = match make(&self.model) {
            Ok(command) => {
                let effects = take(&mut self.model, Step::Do(command.clone()));
                if !effects.is_empty() {
                    go_to_new(&mut self.model, &command);
                    let told = match command {
                        Command::InsertClaim { .. } => "added",
                        _ => "done",
                    };
                    self.model.notice = Notice::Told(format!("{told}; undo takes it back"));
                }
                effects
            }
            Err(why) => {
                self.model.notice = Notice::Failed(why);
                Vec::new()
            }
        };
        let mut said = self.said_after(before, effects);
        if !said.effects.is_empty() && said.lines.len() < 2 {
            said.lines.extend(said::place(&self.model));
        }
        said
    }
}

/// The cursor goes to a claim that was added.
fn go_to_new(model: &mut Model, command: &Command) {
    if let Command::InsertClaim { claim, .. } = command
        && let Some(position) = model.review.position(&claim.id)
    {
        model.go_to(position);
    }
}

/// The action whose name or key the words are.
fn named(model: &Model, words: &str) -> Option<&'static Entry> {
    let is_open = |it: &&Entry| matches!(it.scope, Scope::Claim | Scope::Review);
    let by_name = ACTIONS.iter().filter(is_open).find(|it| it.name == words);
    // The words of verdicts themselves are what people say.
    let by_word = match words {
        "verified" => Some(Action::Verify),
        "disputed" => Some(Action::Dispute),
        "clear" => Some(Action::ClearVerdict),
        "next" => Some(Action::Down),
        "previous" => Some(Action::Up),
        "source" => Some(Action::AddSource),
        _ => None,
    };
    let by_key = || {
        let key: KeyChord = words.parse().ok()?;
        let scopes = [Scope::Claim, Scope::Review];
        model.keymap.action(&scopes, key.half_width())
    };
    let action = by_name.map(|it| it.action).or(by_word).or_else(by_key);
    action.map(Action::entry)
}

/// Whether a word is the name or the key of an action.
pub(super) fn means(model: &Model, word: &str, action: Action) -> bool {
    named(model, word).is_some_and(|it| it.action == action)
}

/// Lists what is asked for; the filter stays, as on the screen.
fn list(model: &mut Model, wanted: &str) -> Vec<String> {
    let agreed = |verdict| Some(Status::Agreed(verdict));
    let (status, dismissed) = match wanted.to_lowercase().as_str() {
        "" | "all" => (None, false),
        "unreviewed" => (Some(Status::Unreviewed), false),
        "verified" => (agreed(Verdict::Verified), false),
        "disputed" => (agreed(Verdict::Disputed), false),
        "unknown" => (agreed(Verdict::Unknown), false),
        "contested" => (Some(Status::Contested), false),
        "dismissed" => (None, true),
        _ => match Conditions::read(wanted) {
            Ok(conditions) => {
                model.list_anew(Filter::of(conditions));
                return said::list(model);
            }
            Err(wrong) => {
                model.notice = Notice::Failed(wrong.to_string());
                return Vec::new();
            }
        },
    };
    if !wanted.is_empty() {
        model.list_anew(Filter {
            status,
            dismissed,
            ..Filter::default()
        });
    }
    said::list(model)
}

/// The reason that a person means: its word, or the key that the screen asks for.
pub(super) fn reason_of(words: &str) -> Option<Reason> {
    let words = words.trim().to_lowercase();
    Reason::ALL.iter().copied().find(|it| {
        let name = it.name();
        name == words || (!words.is_empty() && name.starts_with(&words))
    })
}

pub(super) fn no_reason(words: &str) -> String {
    let names: Vec<&str> = Reason::ALL.iter().map(|it| it.name()).collect();
    format!("{words:?} is no reason; one of: {}", names.join(", "))
}

/// The action that gives a reason.
pub(super) const fn action_of(reason: Reason) -> Action {
    match reason {
        Reason::Wrong => Action::ReasonWrong,
        Reason::Misleading => Action::ReasonMisleading,
        Reason::Outdated => Action::ReasonOutdated,
        Reason::Misattributed => Action::ReasonMisattributed,
        Reason::ConflictingSources => Action::ReasonConflicting,
    }
}

fn add(model: &Model, quote: &str) -> Result<Command, String> {
    let ranges = model.page.ranges();
    let text = model.page.article().text();
    let whole = ByteRange::new(0, text.len());
    let found = places(text, whole, quote);
    let free = found.iter().find(|it| !ranges.contains(&Some(**it)));
    match (free, found.is_empty()) {
        (Some(range), _) => add_claim(placed(model), *range).map_err(|it| it.to_string()),
        (None, true) => Err("these words are not in the article".to_owned()),
        (None, false) => Err(NoClaim::Known.to_string()),
    }
}

fn split(model: &Model, words: &str) -> Result<Command, String> {
    let position = model.current().ok_or("no claim is listed")?;
    let range = model.page.range(position);
    let range = range.ok_or_else(|| NoClaim::NoPlace.to_string())?;
    let text = model.page.article().text();
    let cut = match places(text, range, words).as_slice() {
        [] => return Err("these words are not in the quote".to_owned()),
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
