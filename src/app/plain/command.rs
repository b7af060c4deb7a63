//! What a typed command does.

use crate::app::action::{ACTIONS, Action, Entry, Scope};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::field::{Field, Lines};
use crate::app::key::KeyChord;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::plain::{Plain, Said, help, said};
use crate::app::update::{perform, perform_counted};
use crate::claim::{Reason, Status, Timestamp, Verdict};
use crate::review::{Conditions, Filter};

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
            ("help" | "?", about) => help::about(model, about),
            ("sources", "") => said::sources(model),
            ("search" | "/", "") => vec!["Say what to search: search WORDS".to_owned()],
            ("search" | "/", words) => return self.search(words, now),
            ("d" | "dispute" | "disputed", reason) if !reason.is_empty() => {
                return self.dispute(reason, now);
            }
            _ => match line.strip_prefix('/') {
                Some(words) => return self.search(words, now),
                None => return self.command_on_claim(line, word, rest, now),
            },
        };
        Said {
            lines,
            ..Said::default()
        }
    }

    /// What changes claims: the words that belong to it may follow at once.
    fn command_on_claim(&mut self, line: &str, word: &str, rest: &str, now: Timestamp) -> Said {
        if let Some(said) = self.recut_by(word, rest) {
            return said;
        }
        let entry = named(&self.model, word).filter(|_| !rest.is_empty());
        match (entry.map(|it| it.action), rest.parse::<usize>()) {
            (
                Some(
                    action @ (Action::EditWording
                    | Action::EditCorrection
                    | Action::EditNote
                    | Action::EditQuery),
                ),
                _,
            ) => self.write_at_once(action, rest, now),
            (Some(Action::AddSource), _) => {
                self.perform(Action::AddSource, None, now);
                self.answer(rest, now)
            }
            (Some(action @ (Action::TakeOver | Action::Repeat)), Ok(number)) => {
                self.perform(action, Some(number), now)
            }
            (Some(Action::TakeOver), Err(_)) => {
                let told = "say which one by its number: take-over 2".to_owned();
                self.model.notice = Notice::Failed(told);
                Said::default()
            }
            _ => self.act(line, now),
        }
    }

    /// Puts words into a field of the claim: instead of those of one line, after
    /// those of several.
    fn write_at_once(&mut self, action: Action, words: &str, now: Timestamp) -> Said {
        let said = self.perform(action, None, now);
        let Some(Dialog::Text(dialog)) = &mut self.model.dialog else {
            return said;
        };
        let there = dialog.field.text();
        dialog.field = match dialog.field.is_multi_line() {
            true if there.is_empty() => Field::new(words, Lines::Many),
            true => Field::new(&format!("{there}\n{words}"), Lines::Many),
            false => Field::new(words, Lines::One),
        };
        let said = self.perform(Action::Save, None, now);
        // Where it could not be saved a screen would stay in the field.
        self.model.dialog = None;
        said
    }

    /// Does the action of the table that `line` names, by word or by key.
    fn act(&mut self, line: &str, now: Timestamp) -> Said {
        if let Ok(number) = line.parse::<usize>() {
            return self.go_to(number);
        }
        let (count, words) = counted(line);
        let Some(entry) = named(&self.model, words) else {
            let told = format!("{line:?} is no command; help lists them");
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        match entry.action {
            Action::NextMatch | Action::PreviousMatch => self.step_to_match(entry.action, now),
            Action::ClearFilter => self.list_all(),
            action if help::is_spoken(action) => self.perform(action, count, now),
            action => {
                let instead = help::instead(action).map(|it| format!("; {it}"));
                let told = format!("{} means nothing without a screen", entry.name);
                self.model.notice = Notice::Told(told + &instead.unwrap_or_default());
                Said::default()
            }
        }
    }

    /// Takes the filter off.
    fn list_all(&mut self) -> Said {
        let before = self.model.current();
        self.model.list_anew(Filter::default());
        let told = self.model.listing.positions().len();
        self.model.notice = Notice::Told(format!("all claims are listed: {told}"));
        self.said_after(before, Vec::new())
    }

    /// Does what an action says, after a count if there is one, and says where the
    /// cursor is if it moved.
    pub(super) fn perform(&mut self, action: Action, count: Option<usize>, now: Timestamp) -> Said {
        // Movement is among claims, whichever pane a screen would show.
        self.model.focus = Pane::Claims;
        let before = self.model.current();
        let effects = match count {
            Some(count) => perform_counted(&mut self.model, action, count, now),
            None => perform(&mut self.model, action, now),
        };
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
        // What was done comes before where one is now; that a verdict is given is
        // told once its reason is known.
        let told = self.take_notice();
        if !matches!(self.model.dialog, Some(Dialog::Reason(_))) {
            lines.splice(0..0, told);
        }
        lines.extend(self.question());
        Said { lines, effects }
    }

    fn go_to(&mut self, number: usize) -> Said {
        let position = number.checked_sub(1);
        let listed = position.filter(|it| self.model.listing.index_of(*it).is_some());
        let Some(position) = listed else {
            let told = format!("no claim {number} is listed; list all lists all");
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        self.model.go_to(position);
        Said {
            lines: said::place(&self.model),
            ..Said::default()
        }
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
}

/// The action whose name or key the words are.
pub(super) fn named(model: &Model, words: &str) -> Option<&'static Entry> {
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

/// "3v" is `v` three times: the count, and what it belongs to.
fn counted(line: &str) -> (Option<usize>, &str) {
    let words = line.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = &line[..line.len() - words.len()];
    match digits.parse() {
        Ok(count) if !words.is_empty() => (Some(count), words),
        _ => (None, line),
    }
}

/// Whether a word is the name or the key of an action.
pub(super) fn means(model: &Model, word: &str, action: Action) -> bool {
    named(model, word).is_some_and(|it| it.action == action)
}

/// Lists what is asked for; the filter stays, as on the screen.
fn list(model: &mut Model, wanted: &str) -> Vec<String> {
    let agreed = |verdict| Some(Status::Agreed(verdict));
    let status = match wanted.to_lowercase().as_str() {
        "" | "all" => None,
        "unreviewed" => Some(Status::Unreviewed),
        "verified" => agreed(Verdict::Verified),
        "disputed" => agreed(Verdict::Disputed),
        "unknown" => agreed(Verdict::Unknown),
        "contested" => Some(Status::Contested),
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
