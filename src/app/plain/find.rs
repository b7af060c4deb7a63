//! Searching, and going from match to match.

use crate::app::action::Action;
use crate::app::message::Message;
use crate::app::plain::{Plain, Said, said};
use crate::app::search::Found;
use crate::app::update::{perform, update};
use crate::claim::Timestamp;

impl Plain {
    /// Goes to the first place from here on that has the words.
    pub(super) fn search(&mut self, words: &str, now: Timestamp) -> Said {
        perform(&mut self.model, Action::Search, now);
        update(&mut self.model, Message::Paste(words.to_owned()));
        self.search_to_the_end();
        perform(&mut self.model, Action::Save, now);
        // Where it could not be read a screen would stay in the field.
        self.model.dialog = None;
        self.found()
    }

    /// Goes to the next or the previous match.
    pub(super) fn step_to_match(&mut self, action: Action, now: Timestamp) -> Said {
        perform(&mut self.model, action, now);
        self.search_to_the_end();
        self.found()
    }

    fn search_to_the_end(&mut self) {
        while self.model.search.as_ref().is_some_and(|it| !it.is_done()) {
            update(&mut self.model, Message::GoOn);
        }
    }

    /// The match, and the claim it belongs to or else its paragraph.
    fn found(&mut self) -> Said {
        let mut lines: Vec<String> = self.take_notice().into_iter().collect();
        let model = &self.model;
        match model.search.as_ref().and_then(|it| it.at) {
            Some(Found::Place(range)) => {
                let claim = model.current().and_then(|it| model.page.range(it));
                if claim.is_some_and(|it| it.covers(range.start)) {
                    lines.extend(said::place(model));
                } else {
                    lines.push("In no claim that is listed:".to_owned());
                    lines.extend(said::around(model, range));
                }
            }
            Some(Found::Claim(..)) => lines.extend(said::place(model)),
            None => {}
        }
        Said {
            lines,
            ..Said::default()
        }
    }
}
