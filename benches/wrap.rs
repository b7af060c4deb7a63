//! What wrapping a megabyte costs: it is done again at every change of width.

use std::hint::black_box;

use redpencil::text::{AmbiguousWidth, Column, Visible, WrappedText};

fn main() {
    divan::main();
}

/// About a megabyte of Chinese with Latin names, figures and quotes in it.
fn megabyte() -> String {
    let paragraph = "據三位知情人士透露，港務局週五表示：“二百三十名員工裡有212人簽了名。”OpenAI的工程師說，「這個比例是92%」，而且還在上升；董事會則稱，目前沒有回應的計劃……\n";
    paragraph.repeat(1_000_000 / paragraph.len())
}

#[divan::bench]
fn makes_a_megabyte_visible(bencher: divan::Bencher) {
    let text = megabyte();
    bencher.bench_local(|| black_box(Visible::text(&text).marks()));
}

#[divan::bench(args = [40, 118])]
fn wraps_a_megabyte(bencher: divan::Bencher, columns: usize) {
    let text = megabyte();
    bencher.bench_local(|| {
        black_box(WrappedText::new(
            &text,
            Column(columns),
            AmbiguousWidth::Narrow,
        ))
        .len()
    });
}
