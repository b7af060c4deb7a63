//! Questions that an action asks, and the answers to them.

use crate::app::action::Action;
use crate::app::copied::Copied;
use crate::app::dialog::{Choice, ChoicePurpose, Dialog, LineDialog, TextDialog};
use crate::app::field::{Field, Lines};
use crate::app::form::{FormValue, SourceForm};
use crate::app::notice::Notice;
use crate::app::plain::command::{action_of, no_reason, reason_of};
use crate::app::plain::{Plain, Said};
use crate::claim::{Reason, Timestamp};

/// The line that ends an answer of several lines.
const END: &str = ".";

/// The line that takes away what stands there.
const NOTHING: &str = "-";

impl Plain {
    /// What is asked now, if anything. Questions that only a screen can ask are
    /// closed.
    pub(super) fn question(&mut self) -> Vec<String> {
        let Some(dialog) = &self.model.dialog else {
            self.row = 0;
            self.mends = false;
            self.lines.clear();
            return Vec::new();
        };
        match dialog {
            Dialog::Reason(_) => {
                let names: Vec<&str> = Reason::ALL.iter().map(|it| it.name()).collect();
                vec![format!(
                    "Why is it disputed? {}; an empty line leaves it open:",
                    names.join(", ")
                )]
            }
            Dialog::Text(it) => ask_words(it),
            Dialog::Source(form) => vec![ask_row(form, self.row)],
            Dialog::Line(it) => ask_line(it),
            // What is only looked at asks for nothing.
            Dialog::Choice(Choice {
                purpose: ChoicePurpose::Look { .. },
                options,
                ..
            }) => {
                let rows = options.iter().map(|it| it.1.clone()).collect();
                self.model.dialog = None;
                rows
            }
            Dialog::Choice(choice) => ask_choice(choice),
            _ => {
                self.model.dialog = None;
                vec!["This can only be done on a screen.".to_owned()]
            }
        }
    }

    /// Takes the answer to what was asked.
    pub(super) fn answer(&mut self, line: &str, now: Timestamp) -> Said {
        if line.trim() == "cancel" {
            return self.cancel(now);
        }
        match &mut self.model.dialog {
            Some(Dialog::Reason(_)) => self.give_reason(line.trim(), now),
            Some(Dialog::Text(_)) => self.write(line, now),
            Some(Dialog::Line(dialog)) => {
                // An empty line takes what was proposed.
                if !line.trim().is_empty() {
                    dialog.field = Field::new(line, Lines::Many);
                }
                let said = self.perform(Action::Save, now);
                self.model.dialog = None;
                said
            }
            Some(Dialog::Source(_)) => self.fill_in(line, now),
            Some(Dialog::Choice(_)) => self.choose(line.trim(), now),
            _ => {
                self.model.dialog = None;
                Said::default()
            }
        }
    }

    fn cancel(&mut self, now: Timestamp) -> Said {
        let action = match &self.model.dialog {
            Some(Dialog::Reason(_)) => Action::ReasonOpen,
            Some(Dialog::Choice(_)) => Action::ChoiceCancel,
            _ => Action::Cancel,
        };
        let said = self.perform(action, now);
        self.model.dialog = None;
        self.lines.clear();
        said
    }

    fn give_reason(&mut self, line: &str, now: Timestamp) -> Said {
        if line.is_empty() {
            return self.perform(Action::ReasonOpen, now);
        }
        let Some(reason) = reason_of(line) else {
            self.model.notice = Notice::Failed(no_reason(line));
            return Said::default();
        };
        self.perform(action_of(reason), now)
    }

    /// A line of the words of a claim.
    fn write(&mut self, line: &str, now: Timestamp) -> Said {
        let Some(Dialog::Text(dialog)) = &mut self.model.dialog else {
            return Said::default();
        };
        let is_first = self.lines.is_empty();
        if is_first && line.trim().is_empty() {
            return self.cancel(now);
        }
        let is_multi_line = dialog.field.is_multi_line();
        let removes = is_first && line.trim() == NOTHING;
        if is_multi_line && !removes && line != END {
            self.lines.push(line.to_owned());
            return Said::default();
        }
        let words = match (removes, is_multi_line) {
            (true, _) => String::new(),
            (false, true) => std::mem::take(&mut self.lines).join("\n"),
            (false, false) => line.to_owned(),
        };
        let lines = if is_multi_line {
            Lines::Many
        } else {
            Lines::One
        };
        dialog.field = Field::new(&words, lines);
        let said = self.perform(Action::Save, now);
        // Where it could not be saved a screen would stay in the field.
        self.model.dialog = None;
        self.lines.clear();
        said
    }

    /// A row of the form of a source.
    fn fill_in(&mut self, line: &str, now: Timestamp) -> Said {
        let Some(Dialog::Source(form)) = &mut self.model.dialog else {
            return Said::default();
        };
        if let Err(why) = fill(form, self.row, line) {
            self.model.notice = Notice::Failed(why);
            return Said::default();
        }
        self.row += 1;
        if self.row < form.rows().len() && !self.mends {
            return Said {
                lines: vec![ask_row(form, self.row)],
                ..Said::default()
            };
        }
        let before = self.model.current();
        let effects = crate::app::update::perform(&mut self.model, Action::Save, now);
        if let Some(Dialog::Source(form)) = &self.model.dialog {
            // The row that is wrong has the caret now.
            self.row = form.focus();
            self.mends = true;
        }
        if self.model.read_only.is_some() {
            self.model.dialog = None;
        }
        self.said_after(before, effects)
    }

    fn choose(&mut self, line: &str, now: Timestamp) -> Said {
        let Some(Dialog::Choice(choice)) = &mut self.model.dialog else {
            return Said::default();
        };
        if line.is_empty() {
            return self.cancel(now);
        }
        let number = line.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let Some(at) = number.filter(|it| *it < choice.options.len()) else {
            self.model.notice = Notice::Failed("answer with a number of the list".to_owned());
            return Said::default();
        };
        choice.at = at;
        self.perform(Action::Choose, now)
    }
}

fn ask_words(dialog: &TextDialog) -> Vec<String> {
    let name = dialog.subject.name();
    let mut lines = Vec::new();
    let now = dialog.field.text();
    if !now.is_empty() {
        lines.push(format!("The {name} now: {now}"));
    }
    let how = match (dialog.field.is_multi_line(), now.is_empty()) {
        (true, true) => "end with a line that holds only a full stop",
        (true, false) => {
            "end with a line that holds only a full stop; empty keeps it, a hyphen removes it"
        }
        (false, true) => "empty leaves it out",
        (false, false) => "empty keeps it, a hyphen removes it",
    };
    lines.push(format!("Type the {name} ({how}):"));
    lines
}

/// Asks for something that is not about one claim.
fn ask_line(dialog: &LineDialog) -> Vec<String> {
    let mut lines = vec![format!("{}:", dialog.purpose.asks())];
    lines.extend(dialog.field.text().lines().map(|it| format!("  {it}")));
    lines.push("An empty line takes it; or type another; cancel leaves it:".to_owned());
    lines
}

fn ask_row(form: &SourceForm, at: usize) -> String {
    let Some(row) = form.rows().get(at) else {
        return String::new();
    };
    match &row.value {
        FormValue::Text(field) if field.text().is_empty() => format!("{}:", row.label),
        FormValue::Text(field) => format!(
            "{} (now {}; empty keeps it, a hyphen removes it):",
            row.label,
            field.text()
        ),
        FormValue::Choice { words, at } => {
            let open = if *at == 0 { "open" } else { words[*at] };
            format!(
                "{} ({}; now {open}, empty keeps it):",
                row.label,
                words[1..].join(", ")
            )
        }
    }
}

fn ask_choice(choice: &Choice) -> Vec<String> {
    let mut lines = vec![match choice.purpose {
        ChoicePurpose::Open => "Which address shall the browser open?".to_owned(),
        ChoicePurpose::Repeat => "Which claim does it repeat?".to_owned(),
        _ => "Which one?".to_owned(),
    }];
    let options = choice.options.iter().enumerate();
    lines.extend(options.map(|(at, it)| format!("{}: {}", at + 1, it.1)));
    lines.push("Its number, or an empty line for none:".to_owned());
    lines
}

/// Whether it is an address with its title, as browsers and notes copy it.
fn is_link(line: &str) -> bool {
    Copied::of(line).is_some_and(|it| it.title.is_some())
}

/// Puts an answer into a row of the form.
fn fill(form: &mut SourceForm, at: usize, line: &str) -> Result<(), String> {
    let line = line.trim();
    form.go_to(at);
    if line.is_empty() {
        return Ok(());
    }
    // A link that was copied has the title with it.
    if form.field().is_some_and(|it| it.text().is_empty()) && is_link(line) {
        form.paste(line);
        return Ok(());
    }
    let words = match &form.rows()[at].value {
        FormValue::Text(_) => None,
        FormValue::Choice { words, .. } => Some(*words),
    };
    if let Some(words) = words {
        let lower = line.to_lowercase();
        let known = words[1..].iter().any(|it| it.starts_with(&lower));
        let letter = lower.chars().next().filter(|_| known);
        let letter = letter.ok_or_else(|| format!("one of: {}", words[1..].join(", ")))?;
        form.choose_by_letter(letter);
    } else if let Some(field) = form.field_mut() {
        let lines = if field.is_multi_line() {
            Lines::Many
        } else {
            Lines::One
        };
        let words = if line == NOTHING { "" } else { line };
        *field = Field::new(words, lines);
    }
    Ok(())
}
