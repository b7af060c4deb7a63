//! The wording a claim starts with: its quote, made to stand alone.

use crate::split::clause::Clause;
use crate::split::reading::Reading;

/// The words of the clause, with the sentence's subject before them in square
/// brackets where it is certain. Nothing is invented.
pub(super) fn wording(reading: &Reading<'_>, clause: Clause) -> String {
    let words = clause.range.of(reading.text);
    match clause.subject {
        None => words.to_owned(),
        Some(subject) => {
            let space = if reading.language.is_unspaced() {
                ""
            } else {
                " "
            };
            format!("[{}]{space}{words}", subject.of(reading.text))
        }
    }
}
