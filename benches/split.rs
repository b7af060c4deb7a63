//! What splitting costs, in bytes a second on one core: 0 is Chinese, 1 English.
//!
//! `cargo bench --bench split` prints the throughput of each step.

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

const CHINESE: &str = "港務局員工威脅集體離職\n記者 林一帆\n港務局週五公布,去年貨運量為4200萬噸,比2022年增加8%。局長林怡君在記者會上表示:「我們用了三年時間,投資12億元更新設備。」\n截至週一早上,230名員工中有212人簽署了致董事會的聯名信,要求董事會在3月15日前辭職。工會發言人陳志明指出,這個比例超過九成。\n董事會隨後發表聲明,否認資金遭到挪用,並強調港口的安全紀錄在過去十年裡一直優於全國平均。\n根據交通部的統計,全國港口去年共發生37起事故,其中三分之一與設備老化有關;北部兩座碼頭最早建於1962年,至今仍在使用。\n這或許是十年來最大的一次抗議,市場會怎麼看呢?\n分析師認為,如果談判破裂,每天的損失可能達到兩千萬元,而鄰近的港口無法立即接手。\n林怡君1998年畢業於海事學院,曾任水利局副局長,2019年5月接任現職。\n";

const ENGLISH: &str = "Harbour staff threaten to walk out\nBy Ana Ruiz\nThe port handled 42 million tonnes of cargo last year, 8% more than in 2022, the authority said on Friday. \"We spent three years and $1.2 billion on new cranes,\" director Lin Yi-chun told reporters. By Monday morning 212 of 230 employees had signed a letter to the board, which asks its members to resign by March 15.\nDr. J. Hale, a spokesman for the union, said the share was above 90 percent. The board denied that money had been moved between accounts, and insisted that the port's record was better than the national average.\nAccording to the ministry, 37 accidents were reported in the country's ports last year; a third of them had to do with old equipment, and two of the northern piers date from 1962.\nIt may be the largest protest in a decade. How will the market see it? If the talks fail, analysts say, each day could cost the city as much as $600,000, while the neighbouring ports could not take over at once.\nLin, 47, graduated from the maritime academy in 1998, served as deputy head of the water board and took office in May 2019.\n";

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

/// The same words on one line, without any mark that ends a sentence.
fn endless(place: usize) -> (String, Language) {
    let (text, language) = text(place);
    let ends = |c: char| matches!(c, '.' | '。' | '?' | '!' | '\n' | ';' | ':');
    (text.replace(ends, ","), language)
}

/// A line that never ends must cost no more a byte than any other.
#[divan::bench(args = [0, 1])]
fn sentences_of_a_line_without_a_full_stop(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = endless(place);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| sentences(black_box(&text), language, InsideQuotations::Cut).len());
}

/// The same of the whole way.
#[divan::bench(args = [0, 1])]
fn claims_of_a_line_without_a_full_stop(bencher: Bencher<'_, '_>, place: usize) {
    let (text, language) = endless(place);
    let article = Article::plain(text).in_language(language);
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| split(black_box(&article), None).claims.len());
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
