//! Feeds any bytes to the laws in `laws/claim_file.rs`.

#![no_main]

#[path = "../laws/claim_file.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::holds(data));
