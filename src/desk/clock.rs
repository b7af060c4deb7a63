//! The one place where the clock is read.

use chrono::{Local, NaiveDate, Utc};

use crate::claim::Timestamp;

/// The second it is.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read"
)]
pub fn now() -> Timestamp {
    Timestamp::new(Utc::now())
}

/// The day it is for the person at the desk.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read"
)]
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}
