//! What a person copies in a browser: an address, perhaps with its title.

use crate::app::form::is_address;

/// An address that was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Copied<'a> {
    /// The address.
    pub(crate) address: &'a str,
    /// What it is called.
    pub(crate) title: Option<String>,
}

impl<'a> Copied<'a> {
    /// The address in `words`: alone, between `<` and `>`, as a Markdown link
    /// `[title](address)`, or on a line of its own below its title. None where
    /// there is more than that.
    pub(crate) fn of(words: &'a str) -> Option<Self> {
        let words = words.trim();
        let alone = words.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
        let alone = alone.unwrap_or(words);
        if is_address(alone) {
            return Some(Self {
                address: alone,
                title: None,
            });
        }
        link(words).or_else(|| two_lines(words))
    }
}

/// `[title](address)`, `[title](<address> "more")`. The title may hold brackets,
/// the address parentheses.
fn link(words: &str) -> Option<Copied<'_>> {
    let inner = words.strip_prefix('[')?.strip_suffix(')')?;
    let (title, target) = inner.rsplit_once("](")?;
    let target = target.split_whitespace().next()?;
    let bare = target.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    titled(&unescaped(title), bare.unwrap_or(target))
}

fn two_lines(words: &str) -> Option<Copied<'_>> {
    let (title, address) = words.split_once('\n')?;
    titled(title, address.trim())
}

fn titled<'a>(title: &str, address: &'a str) -> Option<Copied<'a>> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    is_address(address).then_some(Copied {
        address,
        title: (!title.is_empty() && title != address).then_some(title),
    })
}

/// Without the backslashes that Markdown puts before marks.
fn unescaped(title: &str) -> String {
    let mut words = String::with_capacity(title.len());
    let mut letters = title.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes {
            words.push(letter);
        } else if let Some(escaped) = letters.next() {
            words.push(escaped);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_as_browsers_and_notes_copy_them() {
        let table = [
            ("https://a.example/b", "https://a.example/b", None),
            (" <https://a.example/b>\n", "https://a.example/b", None),
            (
                "[Open letter](https://a.example)",
                "https://a.example",
                Some("Open letter"),
            ),
            (
                "[A [scanned\\] letter](https://a.example/b_(c))",
                "https://a.example/b_(c)",
                Some("A [scanned] letter"),
            ),
            (
                "[聯名信](<https://a.example> \"scan\")",
                "https://a.example",
                Some("聯名信"),
            ),
            (
                "Open letter\r\nhttps://a.example",
                "https://a.example",
                Some("Open letter"),
            ),
            (
                "[https://a.example](https://a.example)",
                "https://a.example",
                None,
            ),
            ("[](https://a.example)", "https://a.example", None),
        ];
        for (words, address, title) in table {
            let copied = Copied::of(words).unwrap_or_else(|| panic!("{words}"));
            assert_eq!((copied.address, copied.title.as_deref()), (address, title));
        }
        for words in [
            "Open letter",
            "see https://a.example",
            "[x](file:///etc/passwd)",
            "[x](javascript:y)",
            "one\ntwo\nhttps://a.example",
            "",
        ] {
            assert_eq!(Copied::of(words), None, "{words}");
        }
    }
}
