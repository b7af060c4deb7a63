//! What it takes to open a claim file and to write one verdict into it.

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use redpencil::claim::{
    Claim, ClaimFile, Evidence, Judgement, Kind, Particulars, Reviewer, TextQuoteSelector,
    Timestamp, Verdict,
};
use redpencil::store::{Document, read_text, write};

fn main() {
    divan::main();
}

fn noon() -> Timestamp {
    "2024-03-05T12:00:00Z".parse().expect("a time")
}

/// A file of `count` claims in two languages, a third of them judged.
fn file(count: usize) -> ClaimFile {
    let claims = (0..count).map(|number| {
        let quote = TextQuoteSelector {
            prefix: "By Monday morning ".to_owned(),
            suffix: "，其餘的人沒有回答".to_owned(),
            exact: format!("{number} of the 230 people on the payroll have put their name to it"),
            ..TextQuoteSelector::default()
        };
        let id = format!("k{number:06}").parse().expect("an id");
        let mut claim = Claim::new(
            id,
            quote,
            format!("港務局有 {number} 人簽名"),
            vec![Kind::Ratio],
        );
        if number % 3 == 0 {
            claim.verdicts = vec![Judgement::new(
                Verdict::Verified,
                Reviewer::new("Ana"),
                noon(),
            )];
            claim.evidence = vec![Evidence {
                url: Some(format!("https://example.org/letter/{number}.pdf")),
                passage: Some("Signed by members of staff.\nCounted on the scan.\n".to_owned()),
                ..Evidence::default()
            }];
        }
        claim
    });
    let article = Particulars {
        file: "vote.txt".to_owned(),
        ..Particulars::default()
    };
    ClaimFile::new(article, claims.collect())
}

fn document(count: usize) -> Document {
    read_text(&write(&file(count)), Path::new("x.yaml")).expect("a claim file")
}

/// The claim in the middle, judged once more.
fn judged(document: &Document) -> Claim {
    let claims = &document.file().claims;
    let mut claim = claims[claims.len() / 2].clone();
    let ben = Judgement::new(Verdict::Disputed, Reviewer::new("Ben"), noon());
    claim.verdicts.push(ben);
    claim
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 5)]
fn open(bencher: Bencher<'_, '_>, count: usize) {
    let text = write(&file(count));
    bencher.bench_local(|| {
        read_text(black_box(&text), Path::new("x.yaml")).map(|it| it.file().claims.len())
    });
}

#[divan::bench(args = [10_000, 100_000], sample_count = 5)]
fn write_whole(bencher: Bencher<'_, '_>, count: usize) {
    let file = file(count);
    bencher.bench_local(|| write(black_box(&file)));
}

#[divan::bench(args = [10_000, 100_000], sample_count = 10, sample_size = 1)]
fn one_verdict_in_place(bencher: Bencher<'_, '_>, count: usize) {
    let document = document(count);
    let claim = judged(&document);
    bencher
        .with_inputs(|| document.clone())
        .bench_local_refs(|it| it.set_claim(&claim, Path::new("x.yaml")));
}

#[divan::bench(args = [10_000, 100_000], sample_count = 10, sample_size = 1)]
fn one_verdict_in_a_whole_file(bencher: Bencher<'_, '_>, count: usize) {
    let document = document(count);
    let claim = judged(&document);
    let mut file = document.file().clone();
    let place = file.claims.len() / 2;
    file.claims[place] = claim;
    bencher.bench_local(|| document.with(black_box(&file), Path::new("x.yaml")));
}
