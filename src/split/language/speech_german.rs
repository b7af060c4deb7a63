//! German words of reported speech.

use crate::split::language::speech::SpeechWords;

/// The words and what they can do.
pub(crate) fn words() -> SpeechWords {
    SpeechWords::default()
}
