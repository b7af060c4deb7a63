//! Words for the clipboard of the person's own terminal (OSC 52), which works
//! over SSH as well.

use std::env;
use std::fmt::Write as _;

/// Bytes of the longest text that is copied: xterm and tmux drop longer sequences,
/// and say nothing.
pub(crate) const MOST_BYTES: usize = 74_000;

/// Bytes of one piece of a sequence that GNU screen passes through.
const SCREEN_PIECE: usize = 512;

/// What stands between redpencil and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Nothing,
    Tmux,
    Screen,
}

impl Between {
    fn here() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
        if is_set("TMUX") {
            Self::Tmux
        } else if is_set("STY") {
            Self::Screen
        } else {
            Self::Nothing
        }
    }
}

/// The words that may be copied: a stranger's must not press Enter or steer a
/// shell where they are pasted.
pub(crate) fn safe(words: &str) -> String {
    let harmless = |it: &char| !it.is_control() || matches!(it, '\n' | '\t');
    words.chars().filter(harmless).collect()
}

/// What has the terminal copy `words`; none where they are too long.
pub(crate) fn sequence(words: &str) -> Option<String> {
    sequence_through(words, Between::here())
}

fn sequence_through(words: &str, between: Between) -> Option<String> {
    if words.len() > MOST_BYTES {
        return None;
    }
    let plain = format!("\u{1b}]52;c;{}\u{7}", base64(words.as_bytes()));
    Some(match between {
        Between::Nothing => plain,
        // tmux takes the plain one where set-clipboard is on, and passes the
        // wrapped one where allow-passthrough is; it drops what it does not take.
        Between::Tmux => {
            let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            format!("{plain}\u{1b}Ptmux;{doubled}\u{1b}\\")
        }
        Between::Screen => {
            let mut wrapped = String::new();
            let mut rest = plain.as_str();
            while !rest.is_empty() {
                // All of it is ASCII.
                let (piece, after) = rest.split_at(SCREEN_PIECE.min(rest.len()));
                // Writing to a string does not fail.
                let _ = write!(wrapped, "\u{1b}P{piece}\u{1b}\\");
                rest = after;
            }
            wrapped
        }
    })
}

/// Base 64 of RFC 4648, which OSC 52 wants.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut words = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - three.len()));
        for place in 0..4 {
            if place <= three.len() {
                let letter = ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
                words.push(char::from(letter));
            } else {
                words.push('=');
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        let table = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (words, coded) in table {
            assert_eq!(base64(words.as_bytes()), coded);
        }
    }

    #[test]
    fn what_stands_between_gets_its_wrapping() {
        let told = |between| sequence_through("foo", between).expect("short");
        assert_eq!(told(Between::Nothing), "\u{1b}]52;c;Zm9v\u{7}");
        assert_eq!(
            told(Between::Tmux),
            "\u{1b}]52;c;Zm9v\u{7}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zm9v\u{7}\u{1b}\\"
        );
        assert_eq!(
            told(Between::Screen),
            "\u{1b}P\u{1b}]52;c;Zm9v\u{7}\u{1b}\\"
        );
        let long = sequence_through(&"x".repeat(3_000), Between::Screen).expect("not too long");
        let longest = long.split("\u{1b}\\").map(str::len).max();
        assert_eq!(longest, Some(SCREEN_PIECE + 2));
    }

    #[test]
    fn what_is_too_long_is_not_copied_by_half() {
        let fits = "x".repeat(MOST_BYTES);
        assert!(sequence_through(&fits, Between::Nothing).is_some_and(|it| it.len() <= 100_000));
        assert_eq!(
            sequence_through(&format!("{fits}x"), Between::Nothing),
            None
        );
    }
}
