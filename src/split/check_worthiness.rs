//! How much a claim deserves checking, with reasons a person can read.

use crate::text::Language;

/// How much a claim deserves checking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckWorthiness {
    /// From 0 (not at all) to 1.
    pub score: f64,
    /// What was found, the weightiest first.
    pub signals: Vec<Signal>,
}

/// One thing that speaks for or against checking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signal {
    /// What was found, in words for a person: "a ratio", "a forecast".
    pub reason: &'static str,
    /// Above 0 for checking, below 0 against it.
    pub weight: f64,
}

/// Ranks one sentence or claim. Linear in its length.
pub fn check_worthiness(text: &str, language: Language) -> CheckWorthiness {
    let _ = language;
    let figures = text.chars().any(char::is_numeric);
    let signals = if figures {
        vec![Signal {
            reason: "a figure",
            weight: 1.0,
        }]
    } else {
        Vec::new()
    };
    CheckWorthiness {
        score: if figures { 0.6 } else { 0.3 },
        signals,
    }
}
