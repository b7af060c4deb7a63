//! Questions that an action asks, and the answers to them.

use crate::app::action::Action;
use crate::app::copied::Copied;
use crate::app::dialog::{Choice, ChoicePurpose, Dialog, LineDialog, TextDialog};
use crate::app::field::{Field, Lines};
use crate::app::form::{FormValue, SourceForm, is_address};
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
            Dialog::Source(form) if self.mends || self.row > 0 => vec![ask_row(form, self.row)],
            Dialog::Source(form) => ask_source(form),
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
                let said = self.perform(Action::Save, None, now);
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
        let mut said = self.perform(action, None, now);
        self.model.dialog = None;
        self.lines.clear();
        if said.lines.is_empty() {
            said.lines.push("nothing was changed".to_owned());
        }
        said
    }

    fn give_reason(&mut self, line: &str, now: Timestamp) -> Said {
        if line.is_empty() {
            return self.perform(Action::ReasonOpen, None, now);
        }
        let Some(reason) = reason_of(line) else {
            return self.ask_again(&no_reason(line));
        };
        self.perform(action_of(reason), None, now)
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
        let said = self.perform(Action::Save, None, now);
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
        if line.trim() == END {
            return self.save_source(now);
        }
        let before = form.clone();
        let (row, mends) = (self.row, self.mends);
        let next = fill(form, row, line).and_then(|next| match form.evidence() {
            // What is wrong is told where it was typed. While there is no title yet,
            // an address may still be missing.
            Err((at, why)) if at == row || (row > 0 && at < row) => {
                self.row = at;
                Err(why.to_owned())
            }
            _ => Ok(next),
        });
        match next {
            Err(why) => {
                **form = *before;
                self.ask_again(&why)
            }
            Ok(next) if next < form.rows().len() && !mends => {
                self.row = next;
                Said {
                    lines: vec![ask_row(form, next)],
                    ..Said::default()
                }
            }
            Ok(_) => self.save_source(now),
        }
    }

    fn save_source(&mut self, now: Timestamp) -> Said {
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

    /// Says what is wrong with an answer, and the question once more.
    fn ask_again(&mut self, why: &str) -> Said {
        let mut lines = vec![format!("Error: {why}")];
        match &self.model.dialog {
            // How to answer was said before the first answer.
            Some(Dialog::Source(form)) => lines.push(ask_row(form, self.row)),
            _ => lines.extend(self.question()),
        }
        Said {
            lines,
            ..Said::default()
        }
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
            let all = choice.options.len();
            let told = format!("answer with a number from 1 to {all}, or an empty line for none");
            self.model.notice = Notice::Failed(told);
            return Said::default();
        };
        choice.at = at;
        self.perform(Action::Choose, None, now)
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
    let asks = dialog.purpose.asks();
    let colon = if asks.ends_with('?') { "" } else { ":" };
    let mut lines = vec![format!("{asks}{colon}")];
    let proposed: Vec<&str> = dialog.field.text().lines().collect();
    lines.extend(proposed.iter().take(MOST_LINES).map(|it| (*it).to_owned()));
    if let Some(more) = proposed.len().checked_sub(MOST_LINES).filter(|it| *it > 0) {
        lines.push(format!("and {more} more lines like these"));
    }
    lines.push("An empty line takes it; or type another; cancel leaves it:".to_owned());
    lines
}

/// How many lines of what is proposed are read out: the first of a message says
/// what all of it comes to.
const MOST_LINES: usize = 6;

/// The first question about a source: how to answer, and what was used before.
fn ask_source(form: &SourceForm) -> Vec<String> {
    let all = form.rows().len();
    let mut lines = vec![format!(
        "A source in {all} questions. An empty line goes on, a full stop saves what there is, \
         cancel leaves it."
    )];
    let known = form.offered().found.iter().take(MOST_OFFERED);
    for (number, source) in (1..).zip(known) {
        let names = [&source.title, &source.url];
        let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        lines.push(format!("Used before, {number}: {}", names.join(", ")));
    }
    lines.push(ask_row(form, 0));
    lines
}

/// How many sources that were used before are read out.
const MOST_OFFERED: usize = 5;

fn ask_row(form: &SourceForm, at: usize) -> String {
    let Some(row) = form.rows().get(at) else {
        return String::new();
    };
    let label = match (at, form.offered().found.is_empty()) {
        (0, true) => "URL, a copied link, or the title of what has none",
        (0, false) => "URL, a copied link, the title of what has none, or a number from above",
        _ => row.label,
    };
    match &row.value {
        FormValue::Text(field) if field.text().is_empty() => format!("{label}:"),
        FormValue::Text(field) => format!(
            "{label} (now {}; empty keeps it, a hyphen removes it):",
            field.text()
        ),
        FormValue::Choice { words, at: 0 } => {
            format!("{label} ({}; empty leaves it open):", words[1..].join(", "))
        }
        FormValue::Choice { words, at } => format!(
            "{label} ({}; now {}, empty keeps it):",
            words[1..].join(", "),
            words[*at]
        ),
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
    lines.push("Its number in this list, or an empty line for none:".to_owned());
    lines
}

/// Whether it is an address with its title, as browsers and notes copy it.
fn is_link(line: &str) -> bool {
    Copied::of(line).is_some_and(|it| it.title.is_some())
}

/// Puts an answer into a row of the form; answers with the row to ask for next.
fn fill(form: &mut SourceForm, at: usize, line: &str) -> Result<usize, String> {
    let line = line.trim();
    let next = at + 1;
    form.go_to(at);
    if line.is_empty() {
        return Ok(next);
    }
    let is_empty = form.field().is_some_and(|it| it.text().is_empty());
    if at == 0 && is_empty {
        return begin(form, line);
    }
    // A link that was copied has the title with it.
    if is_empty && is_link(line) {
        form.paste(line);
        return Ok(next);
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
    Ok(next)
}

/// The first answer: an address, a link, a title, or the number of a source that was
/// used before.
fn begin(form: &mut SourceForm, line: &str) -> Result<usize, String> {
    const TITLE: usize = 1;
    const STANCE: usize = 2;
    if let Ok(number) = line.parse::<usize>() {
        let most = form.offered().found.len().min(MOST_OFFERED);
        if number == 0 || number > most {
            return Err(format!("no source was read out as {number}"));
        }
        for _ in 0..number {
            form.take_known();
        }
        return Ok(STANCE);
    }
    if is_address(line) || is_link(line) {
        form.paste(line);
        return Ok(TITLE);
    }
    if !line.contains(char::is_whitespace) && line.contains('.') {
        return Err("an address starts with https:// or http://".to_owned());
    }
    form.go_to(TITLE);
    if let Some(field) = form.field_mut() {
        *field = Field::new(line, Lines::One);
    }
    Ok(STANCE)
}
