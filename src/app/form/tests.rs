//! Filling in the form of a source.

use super::*;

fn form() -> SourceForm {
    let claim = "k4q7zd".parse().expect("an id");
    SourceForm::new(claim, NaiveDate::from_ymd_opt(2024, 3, 5).expect("a day"))
}

#[test]
fn a_pasted_address_finds_its_row() {
    let mut form = form();
    form.next_row();
    form.paste(" https://example.org/letter.pdf\n");
    assert_eq!(form.focus(), ADDRESS);
    let evidence = form.evidence().expect("a source");
    assert_eq!(
        evidence.url.as_deref(),
        Some("https://example.org/letter.pdf")
    );
    assert_eq!(
        evidence.accessed.map(|it| it.to_string()).as_deref(),
        Some("2024-03-05")
    );
}

#[test]
fn a_copied_link_fills_address_and_title() {
    for row in [ADDRESS, TITLE, STANCE, PASSAGE, ARCHIVE] {
        let mut form = form();
        form.go_to(row);
        form.paste("[Open letter, scan](https://example.org/letter.pdf)");
        let evidence = form.evidence().expect("a source");
        assert_eq!(evidence.title.as_deref(), Some("Open letter, scan"));
        assert_eq!(
            evidence.url.as_deref(),
            Some("https://example.org/letter.pdf")
        );
        assert_eq!(form.focus(), STANCE);
    }
}

#[test]
fn a_link_that_came_letter_by_letter_is_a_link_too() {
    let mut form = form();
    for c in "[Open letter](https://example.org/letter.pdf)".chars() {
        form.field_mut().expect("a field").insert(&c.to_string());
    }
    let evidence = form.evidence().expect("a source");
    assert_eq!(evidence.title.as_deref(), Some("Open letter"));
    assert_eq!(
        evidence.url.as_deref(),
        Some("https://example.org/letter.pdf")
    );
}

#[test]
fn what_is_typed_already_stays() {
    let mut form = form();
    form.go_to(TITLE);
    form.paste("Letter");
    form.paste("[Another](https://example.org/letter.pdf)");
    form.go_to(PASSAGE);
    form.paste("Signed, see ");
    form.paste("https://example.org/other");
    form.go_to(ARCHIVE);
    form.paste("https://archive.example/1");
    let evidence = form.evidence().expect("a source");
    assert_eq!(evidence.title.as_deref(), Some("Letter"));
    assert_eq!(
        evidence.url.as_deref(),
        Some("https://example.org/letter.pdf")
    );
    assert_eq!(
        evidence.passage.as_deref(),
        Some("Signed, see https://example.org/other")
    );
    assert_eq!(
        evidence.archive.as_deref(),
        Some("https://archive.example/1")
    );
    form.go_to(ARCHIVE);
    form.paste("1 2");
    assert_eq!(form.evidence().map_err(|it| it.0), Err(ARCHIVE));
}

#[test]
fn a_citation_may_stand_where_the_address_would() {
    let mut form = form();
    form.paste("Minutes of the council, 4 March");
    let evidence = form.evidence().expect("a source");
    assert_eq!(evidence.url, None);
    assert_eq!(
        evidence.title.as_deref(),
        Some("Minutes of the council, 4 March")
    );
}

#[test]
fn what_is_wrong_is_told_with_its_row() {
    assert_eq!(form().evidence().map_err(|it| it.0), Err(ADDRESS));
    let mut form = form();
    form.paste("Minutes");
    form.go_to(ACCESSED);
    form.paste("x");
    assert_eq!(form.evidence().map_err(|it| it.0), Err(ACCESSED));
}

#[test]
fn choices_go_round_and_take_a_letter() {
    let mut form = form();
    form.paste("Minutes");
    form.go_to(STANCE);
    form.choose_by_letter('r');
    form.next_row();
    form.choose_previous();
    let evidence = form.evidence().expect("a source");
    assert_eq!(evidence.stance, Some(Stance::Refutes));
    assert_eq!(evidence.source, Some(Source::Secondary));
    assert!(form.is_changed());
}

#[test]
fn only_web_addresses_are_addresses() {
    for words in ["https://a", "http://a.example/b?c#d"] {
        assert!(is_address(words), "{words}");
    }
    for words in [
        "",
        "https://",
        "file:///etc/passwd",
        "javascript:x",
        "-x",
        " https://a",
        "https://a b",
        "https://a\n-x",
    ] {
        assert!(!is_address(words), "{words:?}");
    }
}
