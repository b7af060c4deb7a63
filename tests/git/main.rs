//! What redpencil reads from real repositories.

mod diff;
mod hostile;
mod install;
mod kinds;
mod log;
mod repository;
