//! Plain text: lines.

use std::borrow::Cow;

use crate::intake::Parsed;
use crate::text::Article;

/// The text as it stands, each line a block. Only the line ends of old Macs
/// (`\r` alone) are written as `\n`, which moves no byte.
pub(super) fn parse(text: Cow<'_, str>) -> Parsed {
    let text = if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n")
    } else {
        text.into_owned()
    };
    Parsed {
        article: Article::plain(text),
        language: None,
        published: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_any_system_are_blocks() {
        for text in ["a\nb", "a\r\nb", "a\rb", "a\n\n\nb\n"] {
            assert_eq!(parse(text.into()).article.blocks().len(), 2, "{text:?}");
        }
        assert!(parse("".into()).article.blocks().is_empty());
    }
}
