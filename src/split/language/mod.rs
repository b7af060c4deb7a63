//! The words of each language that splitting needs: tables only, no rules.

pub(crate) mod abbreviations;
pub(crate) mod clause;
pub(crate) mod clause_chinese;
pub(crate) mod clause_english;
pub(crate) mod credits;
pub(crate) mod speech;
pub(crate) mod speech_chinese;
pub(crate) mod speech_english;
pub(crate) mod speech_french;
pub(crate) mod speech_german;
pub(crate) mod speech_spanish;
