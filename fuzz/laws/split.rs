//! Splits any text: the first byte picks the language, the rest is the text.
//!
//! The laws are those of `tests/split_laws.rs`, which runs them without nightly.

use redpencil::mention::mentions;
use redpencil::split::{InsideQuotations, quotations, sentences, split};
use redpencil::text::{Article, ByteRange, Language};

/// Panics where they do not hold.
pub(crate) fn holds(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let language = Language::ALL[usize::from(*choice) % Language::ALL.len()];
    let text = String::from_utf8_lossy(bytes);
    let found = sentences(&text, language, InsideQuotations::Cut);
    in_order(&text, found.iter().copied());
    in_order(
        &text,
        mentions(&text, language, None).iter().map(|it| it.range),
    );
    in_order(
        &text,
        quotations(&text, language, &found)
            .iter()
            .map(|it| it.range),
    );
    let cuts = split(&Article::plain(text.as_ref()).in_language(language), None);
    in_order(&text, cuts.claims.iter().map(|it| it.range));
    in_order(&text, cuts.left_out.iter().map(|it| it.range));
}

/// Slicing panics outside the text or inside a character; order is checked here.
fn in_order(text: &str, ranges: impl IntoIterator<Item = ByteRange>) {
    let mut last = 0;
    for range in ranges {
        let start = range.of(text).as_ptr() as usize - text.as_ptr() as usize;
        assert!(start >= last, "{start} after {last}");
        last = start;
    }
}
