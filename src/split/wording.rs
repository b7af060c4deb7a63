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

#[cfg(test)]
mod tests {
    use crate::split::split;
    use crate::text::{Article, Language};

    fn wordings(text: &str, language: Language) -> Vec<String> {
        let cuts = split(&Article::plain(text).in_language(language), None);
        cuts.claims.into_iter().map(|it| it.wording).collect()
    }

    #[test]
    fn a_short_subject_is_carried_into_later_clauses() {
        assert_eq!(
            wordings(
                "The council raised the fee to 40 dollars and cut the grant by half.",
                Language::English
            ),
            [
                "The council raised the fee to 40 dollars",
                "[The council] cut the grant by half"
            ]
        );
        assert_eq!(
            wordings(
                "港務局解雇了總工程師,還取消了37張訂單。",
                Language::TraditionalChinese
            ),
            ["港務局解雇了總工程師", "[港務局]還取消了37張訂單"]
        );
    }

    #[test]
    fn an_uncertain_subject_is_not_carried() {
        let text = "該局37名員工裡有12人簽署了信件,並要求局長道歉。";
        for wording in wordings(text, Language::TraditionalChinese) {
            assert!(!wording.starts_with('['), "{wording}");
        }
    }
}
