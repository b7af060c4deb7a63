//! Row 5: the interface's own state and how it changes.
//!
//! [`update`](crate::app) takes a message and answers with effects; it touches
//! no file, clock or screen. What the reviewer decides goes through
//! [`Review::take`](crate::review::Review::take). Views read the model and
//! never write it. `ratatui::layout` may enter as plain geometry.

mod effect;

pub use effect::{EditPurpose, Effect};
