//! What splitting costs, in bytes a second on one core.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

use redpencil::mention::mentions;
use redpencil::split::{InsideQuotations, check_worthiness, quotations, sentences, split};
use redpencil::text::{Article, Language};

fn main() {
    divan::main();
}

/// Bytes of the texts: enough that setting up does not count.
const BYTES: usize = 1_000_000;

const CHINESE: &str = "港務局週五公布,去年貨運量為4200萬噸,比2022年增加8%。局長林怡君在記者會上表示:「我們用了三年時間,投資12億元更新設備。」\n截至週一早上,230名員工中有212人簽署了致董事會的聯名信,要求董事會在3月15日前辭職。工會發言人陳志明指出,這個比例超過九成。\n這或許是十年來最大的一次抗議,市場會怎麼看呢?\n";

const ENGLISH: &str = "The port handled 42 million tonnes of cargo last year, 8% more than in 2022, the authority said on Friday. \"We spent three years and $1.2 billion on new cranes,\" director Lin Yi-chun told reporters. By Monday morning 212 of 230 employees had signed a letter to the board, which asks its members to resign by March 15.\nDr. J. Hale, a spokesman for the union, said the share was above 90 percent. It may be the largest protest in a decade. How will the market see it?\n";

const TEXTS: [(&str, Language); 2] = [
    (CHINESE, Language::TraditionalChinese),
    (ENGLISH, Language::English),
];

fn text(place: usize) -> (String, Language) {
    let (words, language) = TEXTS[place];
    (words.repeat(BYTES / words.len()), language)
}

#[divan::bench(args = [0, 1])]
fn sentences_of(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = text(place);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| sentences(black_box(&text), language, InsideQuotations::Cut).len());
}

/// A line that never ends must cost no more a byte than any other.
#[divan::bench]
fn sentences_of_a_line_without_a_full_stop(bencher: Bencher<'_, '_>) {
    let text = "港務局員工聯名信董事會,".repeat(BYTES / 33);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        sentences(
            black_box(&text),
            Language::TraditionalChinese,
            InsideQuotations::Cut,
        )
        .len()
    });
}

#[divan::bench(args = [0, 1])]
fn mentions_of(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = text(place);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| mentions(black_box(&text), language, None).len());
}

#[divan::bench(args = [0, 1])]
fn quotations_of(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = text(place);
    let ranges = sentences(&text, language, InsideQuotations::Cut);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| quotations(black_box(&text), language, &ranges).len());
}

#[divan::bench(args = [0, 1])]
fn worth_of(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = text(place);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check_worthiness(black_box(&text), language).score);
}

/// The whole way from an article to its claims, with mentions and worth.
#[divan::bench(args = [0, 1])]
fn claims_of(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = text(place);
    let article = Article::plain(text).in_language(language);
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| split(black_box(&article), None).claims.len());
}
