//! Sources that were used before, offered while a source is written down.

use std::sync::Arc;

use crate::app::form::SourceForm;
use crate::claim::Evidence;
use crate::review::{KnownSource, is_same_source};
use crate::text::fold;

/// Sources that were used before and have the words that were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// All that are known.
    known: Arc<Vec<KnownSource>>,
    /// Those with the words, the one that was read last first.
    pub(crate) found: Vec<Evidence>,
    /// Which of them stands in the form.
    pub(crate) taken: Option<usize>,
    /// What was typed before one was taken.
    pub(crate) typed: Option<Box<SourceForm>>,
}

/// How many are found at most.
const MOST: usize = 50;

/// Rows of them that are shown.
const ROWS: usize = 3;

impl Offered {
    /// All of these, none looked for yet.
    pub(crate) fn of(known: Arc<Vec<KnownSource>>) -> Self {
        Self {
            known,
            ..Self::default()
        }
    }

    /// Offers nothing.
    pub(crate) fn forget(&mut self) {
        self.found.clear();
        self.taken = None;
        self.typed = None;
    }

    /// Finds those with all of `words`; `own` is the source that is changed.
    pub(crate) fn look(&mut self, words: &str, own: &Evidence) {
        let folded = fold(words);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        let found = self.known.iter().filter(|it| it.has(&words));
        let found = found.map(|it| &it.evidence);
        let found = found.filter(|it| !is_same_source(it, own));
        self.found = found.take(MOST).cloned().collect();
        self.taken = None;
        self.typed = None;
    }

    /// Those that are shown: the one that is taken, and the next. Each with whether
    /// it is taken.
    pub fn rows(&self) -> impl Iterator<Item = (&Evidence, bool)> {
        let last = self.found.len().saturating_sub(ROWS);
        let first = self.taken.unwrap_or(0).min(last);
        let rows = self.found.iter().enumerate().skip(first).take(ROWS);
        rows.map(|(at, it)| (it, self.taken == Some(at)))
    }
}

#[cfg(test)]
mod tests {
    use crate::app::Dialog;
    use crate::app::testing::Desk;
    use crate::claim::Source;

    fn desk() -> Desk {
        let mut desk = Desk::with(["212 of 230 signed", "The council met", "It sat for 6 hours"]);
        desk.press("s")
            .paste("[Open letter, scan](https://example.org/letter.pdf)")
            .press("tab p enter j s")
            .write("會議記錄")
            .press("enter G");
        desk
    }

    fn found(desk: &Desk) -> usize {
        match desk.model.dialog() {
            Some(Dialog::Source(it)) => it.offered.found.len(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_is_looked_for_by_a_text_that_is_no_title() {
        let mut desk = desk();
        desk.press("s tab").paste("letter");
        assert_eq!(found(&desk), 1);
        desk.paste(&" letter".repeat(1 << 10));
        assert_eq!(found(&desk), 0);
    }

    #[test]
    fn a_source_that_was_used_before_fills_the_form() {
        let mut desk = desk();
        desk.press("s");
        assert_eq!(found(&desk), 2);
        desk.press("tab").write("scan letter").press("ctrl-r");
        assert_eq!(desk.notice(), "used before: 1 of 1");
        desk.press("enter");
        let source = desk.claim(3).evidence[0].clone();
        assert_eq!(source.title.as_deref(), Some("Open letter, scan"));
        assert_eq!(
            source.url.as_deref(),
            Some("https://example.org/letter.pdf")
        );
        assert_eq!(source.source, Some(Source::Primary));
        assert!(source.stance.is_none() && source.accessed.is_some());
    }

    #[test]
    fn after_the_last_what_was_typed_stands_again() {
        let mut desk = desk();
        desk.press("s tab").write("会议").press("ctrl-r ctrl-r");
        assert_eq!(desk.notice(), "what you typed");
        desk.press("ctrl-r enter");
        assert_eq!(desk.claim(3).evidence[0].title.as_deref(), Some("會議記錄"));
        desk.press("s").write("nothing like it").press("ctrl-r");
        assert!(desk.notice().starts_with("no source"));
    }
}
