//! Row 8: the terminal. Events come in, frames go out.
//!
//! `input` makes keys of events, `view` makes a frame of the model, `terminal`
//! takes the terminal and gives it back whatever happens. A view reads and never
//! writes, and draws nothing but [`Visible`](crate::text::Visible) text. The
//! terminal, its signals and the threads that watch it may enter here.

mod paint;
mod style;
pub mod view;
