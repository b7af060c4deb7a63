//! Other ways to look at a review: by itself, in passes, orders and colours.

use insta::assert_snapshot;

use super::screens::{chinese, english};
use super::sizes::styles;

#[test]
fn the_article_by_itself_shows_no_claim() {
    let mut desk = chinese();
    desk.press("v P");
    assert_snapshot!("reading_120x40", desk.screen(120, 40));
    let buffer = desk.frame(120, 40).backend().buffer().clone();
    let article = styles(&buffer);
    let marked = article.lines().filter(|it| it.contains("underlined"));
    assert_eq!(marked.count(), 0, "{article}");
}

#[test]
fn a_pass_an_order_colours_and_marks_say_so() {
    let mut desk = english();
    desk.press("v p t K space M");
    assert_snapshot!("pass_order_colours_marks_120x40", desk.screen(120, 40));
}
