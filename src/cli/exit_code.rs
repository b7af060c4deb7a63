//! What the exit codes mean.

/// It is done.
pub(crate) const DONE: u8 = 0;
/// The answer is "no": differences, an unmet requirement, a conflict.
pub(crate) const NO: u8 = 1;
/// The command line was wrong.
pub(crate) const WRONG_USE: u8 = 2;
/// The input was bad.
pub(crate) const BAD_INPUT: u8 = 3;
/// The system failed.
pub(crate) const SYSTEM: u8 = 4;
