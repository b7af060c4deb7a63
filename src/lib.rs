//! redpencil, a fact-check workbench for the terminal.
//!
//! The rooms are declared in the order of their rows. A room uses rooms of
//! lower rows only, and rooms of one row do not know each other:
//! `tests/architecture.rs` reads the imports and holds this.

// Row 0
pub mod text;

// Row 1
pub mod claim;
pub mod intake;

// Row 2
pub mod mention;

// Row 3
pub mod anchor;
pub mod compare;
pub mod findings;
pub mod split;

// Row 4
pub mod review;

// Row 5
pub mod app;

// Row 6
pub mod config;
pub mod git;
pub mod store;

// Row 7
pub mod desk;

// Row 8
pub mod tui;

// Row 9
pub mod cli;
