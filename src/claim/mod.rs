//! Row 1: the domain. What a claim is, what a verdict is, what a claim file holds.
//!
//! Values and the rules that hold among them, in the field's words. Nothing
//! here knows how it is stored, shown or found. Pure code only.

mod kind;

pub use kind::Kind;
