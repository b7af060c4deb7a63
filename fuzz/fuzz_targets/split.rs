//! Feeds any bytes to the laws in `laws/split.rs`.

#![no_main]

#[path = "../laws/split.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::holds(data));
