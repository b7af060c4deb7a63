//! What the rows of the article show.

use super::*;
use crate::split::Uncheckable;

fn page(text: &str, quotes: &[&str], left_out: &[&str]) -> ArticlePage {
    let place = |words: &str| {
        let start = text.find(words).expect("words of the text");
        ByteRange::new(start, start + words.len())
    };
    let ranges = quotes.iter().map(|it| Some(place(it))).collect();
    let left_out = left_out
        .iter()
        .map(|it| LeftOut {
            range: place(it),
            why: Uncheckable::Opinion,
        })
        .collect();
    let mut page = ArticlePage::new(Article::plain(text), ranges, Some(left_out));
    // Where it cuts no words in two.
    page.caret.place = ByteOffset(text.len());
    page
}

fn told(page: &ArticlePage, current: Option<usize>) -> Vec<String> {
    (0..page.rows())
        .map(|row| {
            page.pieces(row, current)
                .iter()
                .map(|it| match it.stretch {
                    Stretch::Text => it.shown.to_owned(),
                    Stretch::Claim(position) => format!("<{position}:{}>", it.shown),
                    Stretch::LeftOut => format!("({})", it.shown),
                    Stretch::Label => it.shown.to_uppercase(),
                })
                .collect()
        })
        .collect()
}

#[test]
fn claims_are_cut_out_of_their_rows() {
    let mut page = page(
        "The board met. 743 signed.\nIt rained.",
        &["743 signed"],
        &[],
    );
    assert_eq!(
        told(&page, None),
        ["The board met. <0:743 signed>.", "", "It rained."]
    );
    page.resize(Column(16));
    assert_eq!(
        told(&page, None),
        ["The board met. ", "<0:743 signed>.", "", "It rained."]
    );
    assert_eq!(page.rows_of(0), Some((1, 1)));
    assert_eq!(page.claim_starting_in(1, None), Some(0));
    assert_eq!(page.claim_starting_in(0, None), None);
}

#[test]
fn the_current_claim_shows_where_claims_overlap() {
    let page = page(
        "743 of 770 signed",
        &["743 of 770 signed", "770 signed"],
        &[],
    );
    assert_eq!(told(&page, Some(0)), ["<0:743 of ><0:770 signed>"]);
    assert_eq!(told(&page, Some(1)), ["<0:743 of ><1:770 signed>"]);
}

#[test]
fn what_was_left_out_shows_with_its_reason() {
    let mut page = page("A sad day.\n743 signed.", &["743 signed"], &["A sad day."]);
    assert_eq!(page.toggle_left_out(), Some(1));
    assert_eq!(
        told(&page, None),
        ["(A sad day.) [OPINION]", "", "<0:743 signed>."]
    );
    page.toggle_left_out();
    assert_eq!(told(&page, None), ["A sad day.", "", "<0:743 signed>."]);
}

#[test]
fn lines_that_a_program_broke_fill_the_rows() {
    let lines = [
        "The harbour council of Ravenport met on Sunday evening and stayed until",
        "midnight in the old town hall, as 212 of the 230 people on the payroll had",
        "put their names to a letter that asked the whole council to resign at once",
        "and to leave the port to somebody who knows it.",
        "Nobody resigned.",
    ];
    let mut page = page(
        &lines.join("\n"),
        &["212 of the 230 people on the payroll had\nput their names"],
        &[],
    );
    page.resize(Column(100));
    let told = told(&page, None);
    assert!(
        told[0].ends_with("stayed until midnight in the old town "),
        "{told:?}"
    );
    assert!(
        told[1].contains("payroll had put their names> to"),
        "{told:?}"
    );
    assert_eq!(told[told.len() - 2..], ["", "Nobody resigned."]);
}

#[test]
fn a_new_width_keeps_the_place() {
    let text = "一二三四五六七八九十".repeat(30);
    let mut page = page(&text, &[], &[]);
    page.resize(Column(10));
    page.top = 20;
    page.resize(Column(20));
    assert_eq!(page.top, 10);
    page.resize(Column(10));
    assert_eq!(page.top, 20);
}

#[test]
fn hidden_characters_inside_a_claim_are_marks_of_the_claim() {
    let page = page("a \u{202e}743\u{1b} b", &["\u{202e}743\u{1b}"], &[]);
    assert_eq!(told(&page, None), ["a <0:<U+202E>><0:743><0:␛> b"]);
}
