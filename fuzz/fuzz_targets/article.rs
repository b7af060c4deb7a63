//! Feeds any bytes to the laws in `laws/article.rs`.

#![no_main]

#[path = "../laws/article.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::holds(data));
