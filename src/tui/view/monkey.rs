//! Keys, gestures, pastes, answers and sizes at random, with what must always
//! hold looked at after each.
//!
//! `MONKEY_KEYS` says how many (6,000 unless told), `MONKEY_SEED` where the seeds
//! begin. A failure names its seed and the last things that happened.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use ratatui::backend::{Backend, TestBackend};
use ratatui::layout::{Position, Size};
use ratatui::{Frame, Terminal};

use super::screens::{CHINESE, CHINESE_CLAIMS, ENGLISH, ENGLISH_CLAIMS, HOSTILE};
use crate::app::testing::{now, opening};
use crate::app::{
    ACTIONS, Effect, Gesture, Key, KeyChord, Message, Model, Opening, OutsideChange, Pointer,
    panes, settle, update,
};
use crate::claim::{ClaimFile, Judgement, Reviewer, Verdict};
use crate::review::{Review, Step};
use crate::text::{AmbiguousWidth, Problem, next_cluster, previous_cluster, width};
use crate::tui::style::paint;

/// Things that happen in one life of a monkey.
const LIFE: u64 = 500;

/// Things told when one of them did harm.
const TOLD: usize = 40;

#[test]
fn a_monkey_breaks_nothing() {
    let number = |name: &str, otherwise: u64| {
        std::env::var(name).map_or(otherwise, |it| it.parse().expect("a number"))
    };
    let first = number("MONKEY_SEED", 1);
    let lives = number("MONKEY_KEYS", 6_000).div_ceil(LIFE);
    let next = AtomicU64::new(first);
    let broken = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + lives {
                        return;
                    }
                    let mut monkey = Monkey::new(seed);
                    let lived = catch_unwind(AssertUnwindSafe(|| monkey.live()));
                    if lived.is_err() {
                        let did: Vec<String> = monkey.did.into();
                        let mut broken = broken.lock().expect("no panic inside");
                        broken.push(format!("seed {seed}: {}", did.join(" ")));
                    }
                }
            });
        }
    });
    let broken = broken.into_inner().expect("no panic inside");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Numbers that follow from a seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % bound as u64).expect("below the bound")
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn size(&mut self) -> Size {
        let (columns, rows) = match self.below(10) {
            0 => (300, 100),
            1..=2 => (40, 12),
            3..=5 => (80, 30),
            _ => (130, 45),
        };
        let side = |random: &mut Self, most: usize| {
            u16::try_from(1 + random.below(most)).expect("a side of a screen")
        };
        Size::new(side(self, columns), side(self, rows))
    }
}

/// Letters that are typed beside those that are keys.
const LETTERS: &[char] = &[
    'a', 'Z', '7', '甲', '，', 'ｖ', 'é', '\u{301}', '\u{202e}', '👩',
];

/// Words that are pasted, typed into `$EDITOR` or answered by git.
const WORDS: &[&str] = &[
    "",
    "vdux",
    "https://example.org/a?b=c",
    "[Scan](https://example.org/scan.pdf)",
    "210 of 230\nTwo names appear twice.\n",
    "verdict:disputed worth>0.6 -query",
    HOSTILE,
    CHINESE,
];

/// Somebody who presses anything, and the desk that answers.
struct Monkey {
    random: Random,
    model: Model,
    size: Size,
    article: (&'static str, Vec<&'static str>),
    /// The claims before anything happened.
    start: ClaimFile,
    /// Every step that was to be written down.
    steps: Vec<Step>,
    outside: usize,
    /// The last things that happened.
    did: VecDeque<String>,
}

impl Monkey {
    fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let article = match random.below(4) {
            0 => (ENGLISH, ENGLISH_CLAIMS.to_vec()),
            1 => (CHINESE, CHINESE_CLAIMS.to_vec()),
            2 => (HOSTILE, HOSTILE.lines().collect()),
            _ => ("", Vec::new()),
        };
        // An article with nothing in it is rarely of use.
        let article = match random.below(5) {
            0 => article,
            _ if article.0.is_empty() => (ENGLISH, ENGLISH_CLAIMS.to_vec()),
            _ => article,
        };
        let opened = opening(article.0, &article.1);
        Self {
            size: random.size(),
            random,
            start: opened.review.file().clone(),
            model: Model::new(opened),
            article,
            steps: Vec::new(),
            outside: 0,
            did: VecDeque::new(),
        }
    }

    fn live(&mut self) {
        for _ in 0..LIFE {
            if self.random.below(12) == 0 {
                self.size = self.random.size();
                self.note(format!("<{}x{}>", self.size.width, self.size.height));
            }
            let message = self.message();
            self.take(message);
            self.look();
        }
        self.undo_all();
    }

    fn note(&mut self, what: String) {
        self.did.push_back(what);
        if self.did.len() > TOLD {
            self.did.pop_front();
        }
    }

    fn message(&mut self) -> Message {
        match self.random.below(100) {
            0..=1 => {
                let words = *self.random.one_of(WORDS);
                self.note("<paste>".to_owned());
                Message::Paste(words.to_owned())
            }
            2..=9 => self.gesture(),
            10 => self.outside_change(),
            11 => {
                self.note("<not saved>".to_owned());
                Message::SaveFailed(Problem::error("the disk is full").next_step("free some"))
            }
            12..=13 => Message::Saved,
            _ => self.key(),
        }
    }

    fn key(&mut self) -> Message {
        let key = match self.random.below(20) {
            0..=2 => KeyChord::plain(Key::Char(*self.random.one_of(LETTERS))),
            // What counts here is pressed more often than what does not.
            3..=12 => {
                let here = self.model.scopes();
                let counts = |it: &&crate::app::Entry| here.contains(&it.scope);
                let entries: Vec<_> = ACTIONS.iter().filter(counts).collect();
                let entry = *self.random.one_of(&entries);
                let key = self.random.one_of(entry.keys);
                key.parse().expect("a key of the table")
            }
            _ => {
                let entry = self.random.one_of(ACTIONS);
                let key = self.random.one_of(entry.keys);
                key.parse().expect("a key of the table")
            }
        };
        self.note(key.to_string());
        Message::Key { key, now: now() }
    }

    fn gesture(&mut self) -> Message {
        let gestures = [
            Gesture::Press,
            Gesture::Drag,
            Gesture::Release,
            Gesture::WheelDown,
            Gesture::WheelUp,
        ];
        let gesture = *self.random.one_of(&gestures);
        let side = |random: &mut Random, length: u16| {
            u16::try_from(random.below(usize::from(length) + 2)).expect("a cell of a screen")
        };
        let at = Position::new(
            side(&mut self.random, self.size.width),
            side(&mut self.random, self.size.height),
        );
        self.note(format!("<{gesture:?} {},{}>", at.x, at.y));
        let pointer = Pointer { gesture, at };
        Message::Pointer {
            pointer,
            now: now(),
        }
    }

    /// A colleague judges a claim, or takes one away, underneath.
    fn outside_change(&mut self) -> Message {
        self.note("<outside>".to_owned());
        let base = self.model.review().file().clone();
        let mut theirs = base.clone();
        if !theirs.claims.is_empty() {
            let at = self.random.below(theirs.claims.len());
            if self.random.below(4) == 0 {
                theirs.claims.remove(at);
            } else {
                let judged = Judgement::new(Verdict::Disputed, Reviewer::new("Ben"), now());
                theirs.claims[at]
                    .verdicts
                    .retain(|it| it.reviewer != judged.reviewer);
                theirs.claims[at].verdicts.push(judged);
            }
        }
        self.outside += 1;
        let change = OutsideChange {
            number: self.outside,
            base,
            theirs,
        };
        Message::ChangedOutside(Box::new(change))
    }

    /// Takes a message, and answers what it asks for as a desk would.
    fn take(&mut self, message: Message) {
        let mut effects = update(&mut self.model, message);
        while self.model.is_searching() {
            effects.extend(update(&mut self.model, Message::GoOn));
        }
        for effect in effects {
            let words = (*self.random.one_of(WORDS)).to_owned();
            let answer = match effect {
                Effect::Record { step, .. } => {
                    self.steps.push(step);
                    continue;
                }
                Effect::Quit => {
                    self.open_again();
                    continue;
                }
                Effect::Edit { purpose, .. } => Message::Edited {
                    purpose,
                    text: words,
                    now: now(),
                },
                Effect::Compare(name) => Message::Compared {
                    name,
                    file: Box::new(self.start.clone()),
                },
                Effect::AskHistory(claim) => Message::History {
                    claim,
                    rows: words.lines().map(str::to_owned).collect(),
                },
                Effect::AskCommit => Message::CommitProposed(words),
                Effect::Commit(_) | Effect::OpenUrl(_) => Message::Failed(Problem::error(words)),
                _ => Message::Told(words),
            };
            self.take(answer);
        }
    }

    /// The session ends, and the next one goes on where it was.
    fn open_again(&mut self) {
        let opened = opening(self.article.0, &self.article.1);
        let review = self.model.review().clone();
        let article = opened.article;
        let quotes: Vec<_> = review.claims().iter().map(|it| &it.quote).collect();
        let standings = crate::anchor::locate(&article, &quotes);
        self.model = Model::new(Opening {
            ranges: standings
                .into_iter()
                .map(crate::claim::Standing::range)
                .collect(),
            review,
            article,
            ..opening(self.article.0, &self.article.1)
        });
    }

    /// Draws a frame, and looks at what must always hold.
    fn look(&mut self) {
        let panes = panes(&self.model, self.size);
        settle(&mut self.model, &panes);
        let model = &self.model;
        let mut terminal =
            Terminal::new(TestBackend::new(self.size.width, self.size.height)).expect("a backend");
        let draw = |frame: &mut Frame<'_>| {
            super::draw(frame, model, &panes);
            paint(frame.buffer_mut(), None);
        };
        terminal.draw(draw).expect("a frame");
        nothing_raw_or_cut(&mut terminal, self.size);
        let text = model.page.article().text();
        let caret = model.page.caret.place;
        assert!(
            caret.0 <= text.len() && text.is_char_boundary(caret.0),
            "the cursor is in the text"
        );
        if caret.0 > 0 && caret.0 < text.len() {
            let again = next_cluster(text, previous_cluster(text, caret));
            assert_eq!(again, caret, "the cursor stands on a whole character");
        }
        if panes.too_small {
            return;
        }
        if let (Some(at), Some(_)) = (model.current(), panes.claims) {
            let index = model
                .listing
                .index_of(at)
                .expect("the current claim is listed");
            let shown = model.listing.top..model.listing.top + model.heights.claims.max(1);
            assert!(
                shown.contains(&index),
                "the current claim is in the list's view"
            );
        }
        if let (Some(at), Some(_), true) =
            (model.current(), panes.article, model.page.follows_claim())
            && model.heights.article > 0
            && let Some((first, _)) = model.page.rows_of(at)
        {
            let shown = model.page.top..model.page.top + model.heights.article;
            assert!(
                shown.contains(&first),
                "the current claim is in the article's view"
            );
        }
    }

    /// What was written down gives this review, and undoing all of it the start.
    fn undo_all(&mut self) {
        let mut replayed = Review::new(self.start.clone());
        for step in &self.steps {
            replayed
                .take(step.clone())
                .expect("a step that was taken once");
        }
        assert_eq!(
            replayed.file(),
            self.model.review().file(),
            "the steps give the review"
        );
        let mut review = self.model.review().clone();
        while review.can_undo() {
            review.take(Step::Undo).expect("what can be undone");
            replayed.take(Step::Undo).expect("what can be undone");
            assert_eq!(replayed.file(), review.file(), "the way back is the same");
        }
        assert_eq!(review.file(), &self.start, "undoing all gives the start");
    }
}

/// No control character and nothing invisible in any cell; no character that
/// needs more columns than are left.
pub(super) fn nothing_raw_or_cut(terminal: &mut Terminal<TestBackend>, size: Size) {
    let cursor = terminal
        .backend_mut()
        .get_cursor_position()
        .expect("a cursor");
    assert!(
        cursor.x < size.width && cursor.y < size.height,
        "{cursor:?}"
    );
    let buffer = terminal.backend().buffer();
    for y in 0..size.height {
        let mut x = 0;
        while x < size.width {
            let symbol = buffer[(x, y)].symbol();
            let hidden = |c: char| {
                c.is_control()
                    || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                        | '\u{2028}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
            };
            assert!(!symbol.contains(hidden), "{symbol:?} at {x},{y}");
            let columns = u16::try_from(width(symbol, AmbiguousWidth::Narrow).0).expect("a cell");
            assert!(x + columns <= size.width, "{symbol:?} is cut at {x},{y}");
            x += columns.max(1);
        }
    }
}
