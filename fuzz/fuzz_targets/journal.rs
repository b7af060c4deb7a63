//! Feeds any bytes to the laws in `laws/journal.rs`.

#![no_main]

#[path = "../laws/journal.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::holds(data));
