//! What redpencil reads from real repositories.

mod diff;
mod hostile;
mod log;
mod repository;
