//! Chinese words of reported speech.
