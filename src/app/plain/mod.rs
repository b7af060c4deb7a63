//! The review as a conversation: lines in, lines out.
//!
//! For screen readers, braille displays, dumb terminals and scripts. It works on
//! the same [`Model`] by the same actions as the screen does, so nothing can be
//! decided here that a key press could not decide there. Nothing is drawn: an
//! answer is lines of text, said once.

mod answer;
mod command;
mod find;
mod help;
mod recut;
mod said;
#[cfg(test)]
mod tests;

use crate::app::action::Action;
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::update::with_undo;
use crate::claim::Timestamp;

/// A review as a conversation.
#[derive(Debug)]
pub struct Plain {
    model: Model,
    /// Lines of an answer of several lines, as far as they have come.
    lines: Vec<String>,
    /// The row of the form of a source that is asked for.
    row: usize,
    /// Whether the form is filled in and only this row has to be mended.
    mends: bool,
    /// Whether the way back from a change was told.
    knows_undo: bool,
}

/// What a line did.
#[derive(Debug, Default)]
pub struct Said {
    /// What to say, line by line.
    pub lines: Vec<String>,
    /// What to do.
    pub effects: Vec<Effect>,
}

impl Plain {
    /// A conversation about the review in `model`.
    pub fn new(model: Model) -> Self {
        Self {
            model,
            lines: Vec::new(),
            row: 0,
            mends: false,
            knows_undo: false,
        }
    }

    /// What stands before what a person types: whether that is a command, an answer,
    /// or one more line of an answer.
    pub fn prompt(&self) -> String {
        match &self.model.dialog {
            None => "> ".to_owned(),
            Some(Dialog::Text(it)) if it.field.is_multi_line() => {
                format!("{}, line {}> ", it.subject.name(), self.lines.len() + 1)
            }
            Some(_) => "answer> ".to_owned(),
        }
    }

    /// The state of the review.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What is said first: which article, how far, and the current claim.
    pub fn greeting(&mut self) -> Vec<String> {
        let mut lines = vec![self.model.title.as_str().to_owned()];
        lines.push(said::progress(&self.model));
        lines.extend(self.take_notice());
        lines.push("Type help for the commands, quit to leave.".to_owned());
        lines.extend(said::claim(&mut self.model));
        lines
    }

    /// Takes one line that was typed.
    pub fn line(&mut self, line: &str, now: Timestamp) -> Said {
        self.model.notice = Notice::None;
        let line = line.trim_end_matches(['\r', '\n']);
        let mut said = if self.model.dialog.is_some() {
            self.answer(line, now)
        } else {
            self.command(line.trim(), now)
        };
        said.lines.extend(self.take_notice());
        said
    }

    /// Whether a line can only be answered with what other claim files say, and that
    /// is not known yet.
    pub fn asks_for_memory(&self, line: &str) -> bool {
        let word = line.split_whitespace().next().unwrap_or_default();
        let asks = command::means(&self.model, word, Action::TakeOver);
        self.model.dialog.is_none() && self.model.memory.is_none() && asks
    }

    /// Takes in what came of an effect; answers with what to say of it.
    pub fn hear(&mut self, message: Message) -> Vec<String> {
        self.hear_all(message).0
    }

    /// Takes in what happened outside; answers with what to say and what to do.
    pub fn hear_all(&mut self, message: Message) -> (Vec<String>, Vec<Effect>) {
        self.model.notice = Notice::None;
        let effects = crate::app::update(&mut self.model, message);
        let mut lines: Vec<String> = self.take_notice().into_iter().collect();
        lines.extend(self.question());
        (lines, effects)
    }

    /// What is to be told, once. The way back is told with the first change only: it
    /// is the same after each.
    fn take_notice(&mut self) -> Option<String> {
        match std::mem::take(&mut self.model.notice) {
            Notice::None => None,
            Notice::Failed(words) => Some(format!("Error: {words}")),
            Notice::Told(words) => {
                let words = said::without_glyph(&words);
                let way_back = with_undo(&self.model, String::new());
                let told = match words.strip_suffix(&way_back) {
                    Some(told) if self.knows_undo => told.to_owned(),
                    Some(_) => {
                        self.knows_undo = true;
                        words
                    }
                    None => words,
                };
                Some(told)
            }
        }
    }
}
