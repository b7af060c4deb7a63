//! What a search finds, and where it leads.

use crate::app::testing::{Desk, opening};
use crate::app::{Message, Model, panes, settle, update};

const TEXT: &str = "Harbour vote
212 of 230 people at the harbour signed. The council met on Sunday.
港務局有２１２名員工。Nobody spoke of the harbour again.";

fn desk() -> Desk {
    let claims = [
        "212 of 230 people at the harbour signed",
        "The council met on Sunday",
        "港務局有２１２名員工",
    ];
    let mut desk = Desk::reading(TEXT, &claims);
    desk.model.heights.article = 20;
    desk
}

fn typed(keys: &str, words: &str) -> Desk {
    let mut desk = desk();
    desk.press(keys).press("/").write(words);
    desk
}

fn told(desk: &mut Desk) -> String {
    let notice = desk.press("enter").notice().to_owned();
    let end = notice.find(':').unwrap_or(notice.len());
    notice[..end].to_owned()
}

#[test]
fn the_first_match_from_here_is_shown_while_words_are_typed() {
    let mut desk = typed("j", "har");
    assert_eq!(desk.at(), 2);
    assert_eq!(told(&mut desk), "match 3 of 3");
    assert_eq!(desk.press("'").at(), 2);
    assert!(
        desk.notice()
            .starts_with("match 1 of 3, round the end: har")
    );
    assert!(desk.press("'").notice().starts_with("match 2 of 3:"));
    assert_eq!(desk.at(), 1);
    assert!(
        desk.press("\" \"")
            .notice()
            .starts_with("match 3 of 3, round")
    );
}

#[test]
fn figures_and_han_are_found_in_either_form() {
    for (words, expected) in [
        ("212名员工", 3),
        ("２１２", 1),
        ("港务局", 3),
        ("Sunday", 2),
        ("sunday", 2),
    ] {
        let mut desk = typed("", words);
        assert_eq!(desk.at(), expected, "{words}");
        assert!(told(&mut desk).starts_with("match 1 of"), "{words}");
    }
    assert_eq!(told(&mut typed("", "SUNDAY")), "no match");
}

#[test]
fn escape_goes_back_to_where_one_was_and_to_what_was_searched_before() {
    let mut desk = typed("j", "nobody");
    desk.press("enter /").write("港務");
    assert_eq!(desk.at(), 3);
    desk.press("esc");
    assert_eq!(desk.at(), 2);
    assert!(desk.press("'").notice().starts_with("match 1 of 1"));
    assert!(desk.notice().contains("nobody"));
}

#[test]
fn claims_are_found_by_words_that_the_article_does_not_have() {
    let mut desk = desk();
    desk.press("j o")
        .write("Ask the tugmaster")
        .press("enter g /")
        .write("tugm");
    assert_eq!(desk.at(), 2);
    assert_eq!(told(&mut desk), "match 1 of 1 in the note");
    desk.press("s")
        .paste("https://example.org/minutes")
        .press("enter /")
        .write("example");
    assert_eq!(told(&mut desk), "match 1 of 1 in the source");
    // What was changed since is looked at again.
    desk.press("o ctrl-u").write("example").press("enter '");
    assert!(
        desk.notice().starts_with("match 1 of 1 in the note"),
        "{}",
        desk.notice()
    );
}

#[test]
fn an_expression_begins_with_a_slash_or_is_asked_for() {
    let mut desk = typed("", "/\\d+ of");
    assert_eq!(told(&mut desk), "match 1 of 1");
    let mut desk = typed("", "[0-9]+ of");
    assert_eq!(told(&mut desk), "no match");
    desk.press("/ ctrl-r").write("[0-9]+ of");
    assert_eq!(told(&mut desk), "match 1 of 1");
    desk.press("/").write("/(");
    let is_wrong = |it: &Model| match it.dialog() {
        Some(crate::app::Dialog::Search(it)) => it.wrong.clone(),
        _ => None,
    };
    let wrong = is_wrong(&desk.model).expect("it is told while typing");
    assert_eq!(wrong, "not a regular expression yet: unclosed group");
    assert!(desk.press("enter").failed());
    desk.write("2)").press("enter");
    assert!(desk.notice().starts_with("match 1 of"));
}

#[test]
fn without_a_search_the_keys_say_so() {
    let mut desk = desk();
    assert_eq!(
        desk.press("'").notice(),
        "nothing was searched yet: / does it"
    );
    desk.press("/ enter");
    assert_eq!(desk.notice(), "nothing is searched");
}

#[test]
fn where_the_reader_goes_the_search_goes_on() {
    let mut desk = typed("", "har");
    desk.press("enter G '");
    assert!(
        desk.notice().starts_with("match 3 of 3"),
        "{}",
        desk.notice()
    );
    desk.press("g 2 '");
    assert!(
        desk.notice().starts_with("match 3 of 3"),
        "{}",
        desk.notice()
    );
}

#[test]
fn a_long_article_is_searched_in_steps() {
    let text = format!("{}needle at last", "Nothing of note here.\n".repeat(50_000));
    let mut desk = Desk::opening(opening(&text, &["needle at last"]));
    let key = |it: char| Message::Key {
        key: crate::app::KeyChord::plain(crate::app::Key::Char(it)),
        now: crate::app::testing::now(),
    };
    for it in "/needle".chars() {
        update(&mut desk.model, key(it));
    }
    assert!(desk.model.is_searching());
    let mut steps = 0;
    while desk.model.is_searching() {
        update(&mut desk.model, Message::GoOn);
        steps += 1;
    }
    assert!((5..20).contains(&steps), "{steps}");
    let panes = panes(&desk.model, ratatui::layout::Size::new(80, 24));
    settle(&mut desk.model, &panes);
    assert!(desk.model.page.top > 40_000);
}
