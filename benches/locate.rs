//! What finding ten thousand quotes in a megabyte costs: it is done at every opening.

use std::hint::black_box;

use redpencil::anchor::{describe, locate};
use redpencil::claim::TextQuoteSelector;
use redpencil::text::{Article, ByteRange};

fn main() {
    divan::main();
}

/// A megabyte of sentences of which no two are alike, and the first 10,000 of them.
fn article() -> (Article, Vec<ByteRange>) {
    let words = [
        "港務局",
        "員工",
        "董事會",
        "聯名",
        "表示",
        "星期五",
        "信件",
        "簽署",
        "碼頭",
        "工程",
        "預算",
        "去年",
        "增加",
        "百分之",
        "三成",
        "記者",
        "透露",
        "決定",
        "撤換",
        "主席",
    ];
    let (mut text, mut ranges) = (String::new(), Vec::new());
    let mut state = 7_usize;
    for number in 0.. {
        if text.len() > 1_000_000 {
            break;
        }
        let start = text.len();
        for _ in 0..9 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            text.push_str(words[(state >> 33) % words.len()]);
        }
        text.push_str(&((state >> 40) % 1_000).to_string());
        text.push('人');
        if number < 10_000 {
            ranges.push(ByteRange::new(start, text.len()));
        }
        text.push_str(if number % 5 == 4 { "。\n" } else { "。" });
    }
    (Article::plain(text), ranges)
}

#[divan::bench(sample_count = 10)]
fn describes_ten_thousand(bencher: divan::Bencher) {
    let (article, ranges) = article();
    bencher.bench_local(|| black_box(describe(&article, &ranges)).len());
}

fn located(bencher: divan::Bencher, edit: impl Fn(&str) -> String) {
    let (article, ranges) = article();
    let selectors = describe(&article, &ranges);
    let selectors: Vec<&TextQuoteSelector> = selectors.iter().collect();
    let edited = Article::plain(edit(article.text()));
    bencher.bench_local(|| black_box(locate(&edited, &selectors)).len());
}

#[divan::bench(sample_count = 10)]
fn locates_ten_thousand_as_they_were(bencher: divan::Bencher) {
    located(bencher, str::to_owned);
}

#[divan::bench(sample_count = 10)]
fn locates_ten_thousand_with_folded_marks(bencher: divan::Bencher) {
    located(bencher, |it| it.replace('員', "员").replace('。', ". "));
}

#[divan::bench(sample_count = 10)]
fn locates_ten_thousand_that_changed(bencher: divan::Bencher) {
    located(bencher, |it| it.replace("人。", "名。"));
}
