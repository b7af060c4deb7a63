//! Row 3: selectors described and found again.
//!
//! A claim's quote outlives edits of its article by its words and the words
//! round it. What is found is a place and how sure it is; a quote whose words
//! differ is never called unchanged. Pure code only.

mod context;
mod describe;
mod edges;
mod locate;
mod nearby;
mod occurrences;

pub use describe::describe;
pub use locate::locate;
