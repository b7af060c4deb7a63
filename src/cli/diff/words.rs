//! Two texts word by word.

use similar::{ChangeTag, TextDiff};

/// A stretch of one text or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Stands in both.
    Same(String),
    /// Stands in the earlier one only.
    Gone(String),
    /// Stands in the later one only.
    New(String),
}

/// The pieces of `from` and `to`: words as Unicode cuts them, so that in
/// Chinese characters count.
pub(super) fn pieces(from: &str, to: &str) -> Vec<Piece> {
    let difference = TextDiff::from_unicode_words(from, to);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in difference.iter_all_changes() {
        let words = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(last)))
            | (ChangeTag::Delete, Some(Piece::Gone(last)))
            | (ChangeTag::Insert, Some(Piece::New(last))) => last.push_str(words),
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(words.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Gone(words.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::New(words.to_owned())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(from: &str, to: &str) -> String {
        let mark = |it| match it {
            Piece::Same(words) => words,
            Piece::Gone(words) => format!("[-{words}-]"),
            Piece::New(words) => format!("{{+{words}+}}"),
        };
        let marked: Vec<String> = pieces(from, to).into_iter().map(mark).collect();
        marked.concat()
    }

    #[test]
    fn words_and_chinese_characters_are_told_apart() {
        assert_eq!(
            marked("212 of 230 signed", "210 of 230 signed"),
            "[-212-]{+210+} of 230 signed"
        );
        assert_eq!(
            marked("董事會週五開會", "董事會週六開會"),
            "董事會週[-五-]{+六+}開會"
        );
        assert_eq!(marked("", "new"), "{+new+}");
    }
}
