//! Answers of the terminal that arrive among the keys.
//!
//! redpencil asks the terminal for nothing but the colour of its ground, and that
//! only where the person says so; but the answer to somebody else may come late: to a program that ended, to a
//! multiplexer. crossterm makes keys of such strings (ECMA-48, section 5.6: OSC,
//! DCS, APC, PM, SOS), and among the letters of a colour is the one that disputes
//! a claim. So they are left out.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::tui::ground;

/// How long what follows an opening may take: a person who pressed Alt and a
/// bracket waits so long, and an answer comes in one piece as a rule.
const AFTER_OPENING: Duration = Duration::from_millis(50);

/// How long the rest of an answer may take, on whatever line.
const AFTER_LETTER: Duration = Duration::from_secs(1);

/// Letters of the longest answer that is left out. The answer to a question for
/// the clipboard is the longest that terminals give.
const MOST_LETTERS: usize = 1 << 20;

/// Letters of an answer that are looked at: one that is of concern is shorter.
const MOST_WORDS: usize = 64;

/// Takes events and gives back those that are no part of an answer.
#[derive(Debug, Default)]
pub(super) struct Replies {
    open: Option<Open>,
    /// Whether the ground is light, if an answer said so.
    ground: Option<bool>,
}

/// An answer that has begun.
#[derive(Debug)]
struct Open {
    /// What began it: perhaps a key after all.
    opening: Event,
    letters: usize,
    /// The first of them.
    words: String,
}

impl Replies {
    /// The event, unless it belongs to an answer or may begin one.
    pub(super) fn pass(&mut self, event: Event) -> Option<Event> {
        let Event::Key(key) = event else {
            return Some(event);
        };
        if key.kind == KeyEventKind::Release {
            return Some(event);
        }
        match &mut self.open {
            None if opens(key) => {
                self.open = Some(Open {
                    opening: event,
                    letters: 0,
                    words: String::new(),
                });
                None
            }
            None => Some(event),
            Some(open) if closes(key) => {
                self.ground = ground::told(&open.words).or(self.ground);
                self.open = None;
                None
            }
            Some(open) if is_letter(key) && open.letters < MOST_LETTERS => {
                open.letters += 1;
                if let KeyCode::Char(letter) = key.code
                    && open.letters <= MOST_WORDS
                {
                    open.words.push(letter);
                }
                None
            }
            // What no answer holds is a key; what came before it is doubtful.
            Some(_) => {
                self.open = None;
                Some(event)
            }
        }
    }

    /// Whether the ground is light, if an answer has said so.
    pub(super) fn ground(&self) -> Option<bool> {
        self.ground
    }

    /// How long the next event has to be waited for; none where nothing is open.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.open.as_ref().map(|it| match it.letters {
            0 => AFTER_OPENING,
            _ => AFTER_LETTER,
        })
    }

    /// Nothing more came. An opening by itself was a key.
    pub(super) fn end(&mut self) -> Option<Event> {
        let open = self.open.take()?;
        (open.letters == 0).then_some(open.opening)
    }
}

/// ESC and the letter that opens a string, as crossterm tells it.
fn opens(key: KeyEvent) -> bool {
    let modifiers = key.modifiers.difference(KeyModifiers::SHIFT);
    modifiers == KeyModifiers::ALT && matches!(key.code, KeyCode::Char(']' | 'P' | '_' | '^' | 'X'))
}

/// BEL, or the string terminator ESC and backslash.
fn closes(key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('g') => key.modifiers == KeyModifiers::CONTROL,
        KeyCode::Char('\\') => key.modifiers == KeyModifiers::ALT,
        _ => false,
    }
}

fn is_letter(key: KeyEvent) -> bool {
    let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    is_plain && matches!(key.code, KeyCode::Char(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    fn letters(words: &str) -> Vec<Event> {
        let keys = words.chars().map(|it| key(it, KeyModifiers::NONE));
        keys.collect()
    }

    /// What is left of these events, and of what follows when nothing more comes.
    fn left(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
        let mut replies = Replies::default();
        let passed = events.into_iter().filter_map(|it| replies.pass(it));
        let mut passed: Vec<Event> = passed.collect();
        passed.extend(replies.end());
        passed
    }

    #[test]
    fn answers_are_left_out_and_keys_around_them_stay() {
        let closings = [
            key('g', KeyModifiers::CONTROL),
            key('\\', KeyModifiers::ALT),
        ];
        for closing in closings {
            for opening in [']', 'P', '_'] {
                let mut events = letters("j");
                events.push(key(opening, KeyModifiers::ALT));
                events.extend(letters("11;rgb:dddd/vvvv/xxxx"));
                events.push(closing.clone());
                events.extend(letters("k"));
                assert_eq!(left(events), letters("jk"), "{opening} {closing:?}");
            }
        }
    }

    #[test]
    fn an_answer_tells_of_the_ground() {
        let mut replies = Replies::default();
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(letters("11;rgb:ffff/ffff/ffff"));
        events.push(key('\\', KeyModifiers::ALT));
        let passed: Vec<_> = events
            .into_iter()
            .filter_map(|it| replies.pass(it))
            .collect();
        assert_eq!((passed.len(), replies.ground()), (0, Some(true)));
    }

    #[test]
    fn half_an_answer_is_left_out_and_an_opening_alone_is_a_key() {
        let opening = key(']', KeyModifiers::ALT);
        let half = [vec![opening.clone()], letters("11;rgb:dd")].concat();
        assert_eq!(left(half), []);
        assert_eq!(left([opening.clone()]), std::slice::from_ref(&opening));
        let enter = Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
        assert_eq!(left([opening, enter.clone()]), [enter]);
    }

    #[test]
    fn other_events_pass_by() {
        let opening = key(']', KeyModifiers::ALT);
        let events = [opening.clone(), Event::FocusGained, Event::Resize(80, 24)];
        assert_eq!(
            left(events),
            [Event::FocusGained, Event::Resize(80, 24), opening]
        );
    }
}
