//! Reads any bytes as an article: plain, Markdown, a web page.

use redpencil::intake::{Format, Options, read};

/// Panics where they do not hold.
pub(crate) fn holds(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let format = match choice % 4 {
        0 => Format::Plain,
        1 => Format::Markdown,
        2 => Format::Html,
        _ => Format::of_bytes(bytes),
    };
    let lossy = choice & 4 != 0;
    match read(bytes, format, Options { lossy }) {
        Ok(read) => {
            let text = read.article.text();
            let mut end = 0;
            for block in read.article.blocks() {
                // Slicing panics outside the text or inside a character.
                let words = block.range.of(text);
                let start = words.as_ptr() as usize - text.as_ptr() as usize;
                assert!(start >= end, "blocks stand in order and apart");
                end = start + words.len();
            }
        }
        Err(problem) => assert!(!problem.to_string().is_empty()),
    }
}
