//! The cue words for cutting into clauses, by language.

use std::sync::LazyLock;

use crate::split::cue::CueTable;
use crate::split::language::{clause_chinese, clause_english};
use crate::text::Language;

/// The cue words of `language`, or none where it is cut at sentences only.
pub(in crate::split) fn table(language: Language) -> Option<&'static CueTable> {
    static CHINESE: LazyLock<CueTable> =
        LazyLock::new(|| CueTable::new(clause_chinese::CUES, false));
    static ENGLISH: LazyLock<CueTable> =
        LazyLock::new(|| CueTable::new(clause_english::CUES, true));
    match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => Some(&CHINESE),
        Language::English => Some(&ENGLISH),
        Language::Spanish
        | Language::French
        | Language::German
        | Language::Japanese
        | Language::Arabic
        | Language::Undetermined => None,
    }
}
