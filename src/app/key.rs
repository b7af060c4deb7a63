//! A key with its modifiers, written and read as `ctrl-d`.

use std::fmt;
use std::str::FromStr;

/// A key that was pressed, whatever the terminal calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character, shift already applied: `v`, `G`, `?`.
    Char(char),
    /// A function key, from 1.
    Function(u8),
    /// Enter or Return.
    Enter,
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// The key that deletes to the left.
    Backspace,
    /// The key that deletes to the right.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// A key and what was held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyChord {
    /// The key.
    pub key: Key,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt (Option, Meta) was held.
    pub alt: bool,
    /// Whether Shift was held; never set with a character, which has it applied.
    pub shift: bool,
}

/// What was found where a key should stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is no key: write `v`, `G`, `ctrl-d`, `alt-enter`, `shift-tab`, `f5`, `space`")]
pub struct NoSuchKey {
    /// The words that were found.
    pub found: String,
}

/// The names of keys that are no characters.
const NAMES: &[(&str, Key)] = &[
    ("enter", Key::Enter),
    ("esc", Key::Escape),
    ("tab", Key::Tab),
    ("space", Key::Char(' ')),
    ("backspace", Key::Backspace),
    ("delete", Key::Delete),
    ("insert", Key::Insert),
    ("home", Key::Home),
    ("end", Key::End),
    ("pageup", Key::PageUp),
    ("pagedown", Key::PageDown),
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
];

impl KeyChord {
    /// A key by itself.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The character that the chord types into a text, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The same key with a full-width character made a common one: `ｖ` is `v`.
    /// Chinese and Japanese input methods type these when left in that mode.
    #[must_use]
    pub fn half_width(self) -> Self {
        let Key::Char(c @ '\u{FF01}'..='\u{FF5E}') = self.key else {
            return self;
        };
        // The full-width forms stand in the order of ASCII, 0xFEE0 further on.
        char::from_u32(c as u32 - 0xFEE0).map_or(self, |c| Self {
            key: Key::Char(c),
            ..self
        })
    }
}

impl fmt::Display for KeyChord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = |is_held: bool, prefix: &'static str| if is_held { prefix } else { "" };
        let name = NAMES.iter().find(|it| it.1 == self.key);
        let name = match (name, self.key) {
            (Some((name, _)), _) => (*name).to_owned(),
            (None, Key::Char(c)) => c.to_string(),
            (None, Key::Function(number)) => format!("f{number}"),
            (None, other) => format!("{other:?}"),
        };
        let (ctrl, alt) = (held(self.ctrl, "ctrl-"), held(self.alt, "alt-"));
        let word = format!("{ctrl}{alt}{}{name}", held(self.shift, "shift-"));
        f.pad(&word)
    }
}

impl FromStr for KeyChord {
    type Err = NoSuchKey;

    fn from_str(word: &str) -> Result<Self, NoSuchKey> {
        let mut chord = Self::plain(Key::Escape);
        let mut rest = word;
        loop {
            // The last character is always the key, so `ctrl--` is Control and minus.
            let (held, after) = match rest.split_once('-') {
                Some(("ctrl", after)) if !after.is_empty() => (&mut chord.ctrl, after),
                Some(("alt", after)) if !after.is_empty() => (&mut chord.alt, after),
                Some(("shift", after)) if !after.is_empty() => (&mut chord.shift, after),
                _ => break,
            };
            *held = true;
            rest = after;
        }
        let missing = || NoSuchKey {
            found: word.to_owned(),
        };
        chord.key = key_named(rest).ok_or_else(missing)?;
        if let Key::Char(c) = chord.key
            && chord.shift
        {
            chord.key = Key::Char(c.to_ascii_uppercase());
            chord.shift = false;
        }
        Ok(chord)
    }
}

fn key_named(word: &str) -> Option<Key> {
    if let Some((_, key)) = NAMES.iter().find(|it| it.0 == word) {
        return Some(*key);
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) if !c.is_control() && !c.is_whitespace() => Some(Key::Char(c)),
        (Some('f'), Some(_)) => {
            let number: u8 = word[1..].parse().ok()?;
            (1..=24).contains(&number).then_some(Key::Function(number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for word in [
            "v",
            "G",
            "?",
            "-",
            "ctrl-d",
            "ctrl--",
            "alt-enter",
            "shift-tab",
            "ctrl-alt-f5",
            "space",
            "pageup",
            "甲",
        ] {
            let chord: KeyChord = word.parse().expect(word);
            assert_eq!(chord.to_string(), word);
        }
        assert_eq!("shift-g".parse::<KeyChord>(), "G".parse());
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for word in ["", "ctrl-", "vv", "f0", "f99", "hyper-x", "\u{1b}"] {
            assert!(word.parse::<KeyChord>().is_err(), "{word:?}");
        }
    }

    #[test]
    fn a_full_width_letter_is_its_common_one() {
        let wide = KeyChord::plain(Key::Char('ｖ'));
        assert_eq!(wide.half_width(), KeyChord::plain(Key::Char('v')));
        let other = KeyChord::plain(Key::Char('甲'));
        assert_eq!(other.half_width(), other);
    }
}
