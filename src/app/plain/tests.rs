//! Conversations, line by line.

use std::sync::Arc;

use crate::app::plain::Plain;
use crate::app::testing::{now, opening};
use crate::app::{Effect, Message, Model};
use crate::claim::{ClaimFile, Judgement, Reviewer, Verdict};
use crate::review::{EarlierFile, Memory};

const TEXT: &str = "The ferry sank in 1931 and 40 people drowned.\nThe port handled 4.2 million tonnes.\nWhat a mess.";

fn plain() -> Plain {
    let quotes = [
        "The ferry sank in 1931 and 40 people drowned",
        "The port handled 4.2 million tonnes",
    ];
    Plain::new(Model::new(opening(TEXT, &quotes)))
}

/// Types lines; answers with everything that was said to the last one.
fn say(plain: &mut Plain, lines: &[&str]) -> String {
    let mut said = Vec::new();
    for line in lines {
        said = plain.line(line, now()).lines;
    }
    said.join("\n")
}

fn statuses(plain: &Plain) -> Vec<&'static str> {
    let claims = plain.model().review().claims().iter();
    claims.map(|it| it.status().name()).collect()
}

#[test]
fn it_begins_with_the_article_and_the_first_claim() {
    let said = plain().greeting().join("\n");
    for words in [
        "harbour-vote.txt",
        "0 of 2 claims judged",
        "Claim 1 of 2",
        "The ferry sank",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn verdicts_are_given_by_word_and_by_letter() {
    let mut plain = plain();
    let said = say(&mut plain, &["verified"]);
    assert!(
        said.contains("verified: The ferry") && !said.contains('✓'),
        "{said}"
    );
    assert!(said.contains("Claim 2, unreviewed"), "{said}");
    let said = say(&mut plain, &["d"]);
    assert!(
        said.contains("Why is it disputed? wrong, misleading"),
        "{said}"
    );
    let said = say(&mut plain, &["nonsense"]);
    assert!(said.contains("is no reason"), "{said}");
    say(&mut plain, &["out"]);
    assert_eq!(statuses(&plain), ["verified", "disputed"]);
    assert!(say(&mut plain, &["read"]).contains("outdated"));
    say(&mut plain, &["1", "dispute wrong"]);
    assert_eq!(statuses(&plain), ["disputed", "disputed"]);
    assert!(say(&mut plain, &["undo", "undo", "progress"]).contains("2 of 2 claims judged"));
    say(&mut plain, &["z", "redo"]);
    assert_eq!(statuses(&plain), ["verified", "disputed"]);
}

#[test]
fn words_of_a_claim_are_asked_for() {
    let mut plain = plain();
    let said = say(&mut plain, &["wording"]);
    assert!(said.contains("The wording now: The ferry"), "{said}");
    say(&mut plain, &["40 people drowned in the ferry of 1931"]);
    say(
        &mut plain,
        &["note", "Counted twice.", "Ask the archive.", "."],
    );
    say(&mut plain, &["Q", "cancel"]);
    say(&mut plain, &["e", ""]);
    let claim = &plain.model().review().claims()[0];
    assert_eq!(claim.wording, "40 people drowned in the ferry of 1931");
    assert_eq!(
        claim.note.as_deref(),
        Some("Counted twice.\nAsk the archive.")
    );
    assert_eq!(claim.query, None);
    let said = say(&mut plain, &["correction"]);
    assert!(said.contains("belongs to your disputed verdict"), "{said}");
    say(
        &mut plain,
        &["dispute wrong", "1", "correction", "39 people"],
    );
    let claim = &plain.model().review().claims()[0];
    assert_eq!(claim.verdicts[0].correction.as_deref(), Some("39 people"));
    say(&mut plain, &["note", "-"]);
    assert_eq!(plain.model().review().claims()[0].note, None);
}

#[test]
fn a_source_is_written_down_field_by_field() {
    let mut plain = plain();
    let said = say(&mut plain, &["source"]);
    assert!(said.starts_with("A source in 8 questions."), "{said}");
    assert!(said.ends_with("the title of what has none:"), "{said}");
    let said = say(&mut plain, &["https://example.org/ferry.pdf", "Report"]);
    assert!(
        said.starts_with("Stance (supports, refutes, context"),
        "{said}"
    );
    assert!(
        say(&mut plain, &["perhaps"]).contains("one of"),
        "asked again"
    );
    say(
        &mut plain,
        &["refutes", "primary", "p. 3", "39 dead were found"],
    );
    let said = say(&mut plain, &["yesterday"]);
    assert!(said.contains("a day is written 2024-03-05"), "{said}");
    assert!(
        said.ends_with("Read on (now 2024-03-05; empty keeps it, a hyphen removes it):"),
        "{said}"
    );
    let said = say(&mut plain, &["2024-03-04", ""]);
    assert!(said.contains("source: Report"), "{said}");
    let evidence = &plain.model().review().claims()[0].evidence[0];
    assert_eq!(
        evidence.url.as_deref(),
        Some("https://example.org/ferry.pdf")
    );
    assert_eq!(
        evidence.stance.map(|it| it.to_string()).as_deref(),
        Some("refutes")
    );
    assert_eq!(evidence.passage.as_deref(), Some("39 dead were found"));
    assert_eq!(
        evidence.accessed.map(|it| it.to_string()).as_deref(),
        Some("2024-03-04")
    );
}

#[test]
fn claims_are_added_cut_joined_and_dismissed() {
    let mut plain = plain();
    let said = say(&mut plain, &["split and 40 people"]);
    assert!(said.contains("undo takes it back"), "{said}");
    assert_eq!(plain.model().review().claims().len(), 3);
    say(&mut plain, &["merge"]);
    assert_eq!(plain.model().review().claims().len(), 2);
    let said = say(&mut plain, &["add What a  mess"]);
    assert!(said.contains("Claim 3"), "{said}");
    let wordings: Vec<&str> = plain
        .model()
        .review()
        .claims()
        .iter()
        .map(|it| it.wording.as_str())
        .collect();
    assert_eq!(wordings[0], "The ferry sank in 1931 and 40 people drowned");
    assert_eq!(wordings[2], "What a mess");
    say(&mut plain, &["dismiss"]);
    assert!(plain.model().review().claims()[2].dismissed);
    for (line, told) in [
        (
            "add the moon landing",
            "do not stand together in the article",
        ),
        ("split moon", "not in the quote"),
        ("split The", "one half would be empty"),
        ("split", "Say before which words"),
    ] {
        let said = say(&mut plain, &["1", line]);
        assert!(said.contains(told), "{line}: {said}");
    }
}

#[test]
fn claims_are_read_in_their_context_and_listed() {
    let mut plain = plain();
    let said = say(&mut plain, &["2", "context"]);
    assert_eq!(said, "[[The port handled 4.2 million tonnes]].");
    let said = say(&mut plain, &["article"]);
    assert!(
        said.contains("[2: The port handled 4.2 million tonnes]."),
        "{said}"
    );
    say(&mut plain, &["v"]);
    let said = say(&mut plain, &["list verified"]);
    assert_eq!(
        said,
        "1 of 2 claims; list all lists all:\n\
         2 (current): verified: The port handled 4.2 million tonnes"
    );
    assert!(say(&mut plain, &["list"]).contains("\n2 ("));
    assert!(say(&mut plain, &["1"]).contains("no claim 1 is listed; list all lists all"));
    assert_eq!(say(&mut plain, &["list all"]).lines().count(), 2);
    assert!(say(&mut plain, &["left-out"]).contains("What a mess"));
    assert_eq!(say(&mut plain, &["list sideways"]), "No claim meets that.");
    let said = say(&mut plain, &["list kind:sideways"]);
    assert!(said.contains("not known after kind"), "{said}");
}

#[test]
fn what_is_no_command_says_so_and_quit_quits() {
    let mut plain = plain();
    assert!(say(&mut plain, &["frobnicate"]).contains("is no command"));
    assert!(say(&mut plain, &["next-pane"]).contains("without a screen"));
    assert!(say(&mut plain, &["f"]).contains("type list and conditions"));
    let help = say(&mut plain, &["help"]);
    assert!(
        help.contains("add QUOTE") && !help.contains("verify or v:"),
        "{help}"
    );
    let help = say(&mut plain, &["help all"]);
    assert!(
        help.contains("verify or v:") && help.contains("add QUOTE"),
        "{help}"
    );
    assert!(
        !help.contains("zoom") && !help.contains("take-left"),
        "{help}"
    );
    let help = say(&mut plain, &["help undo"]);
    assert_eq!(help.lines().count(), 2, "{help}");
    assert!(say(&mut plain, &["? frobnicate"]).contains("No command has"));
    assert_eq!(plain.line("quit", now()).effects, [Effect::Quit]);
}

#[test]
fn any_lines_leave_it_able_to_go_on() {
    let words = [
        "d",
        "",
        ".",
        "-",
        "cancel",
        "s",
        "S",
        "O",
        "n",
        "N",
        "g",
        "G",
        "9999999999",
        "0",
        "-1",
        "f",
        "F",
        "E",
        "?",
        "|",
        "m",
        "merge",
        "split a",
        "3v",
        "note a",
        "source a",
        "search e",
        "/",
        "'",
        "quote a",
        "help a",
        "add",
        "\u{202e}",
        "甲",
        "o",
        "x",
        "z",
        "Z",
    ];
    for (at, first) in words.iter().enumerate() {
        for second in words.iter().skip(at % 3).step_by(3) {
            let mut plain = plain();
            for word in [first, second, first] {
                plain.line(word, now());
            }
        }
    }
}

#[test]
fn a_copied_link_answers_for_address_and_title() {
    let mut plain = plain();
    let said = say(
        &mut plain,
        &["source", "[Report](https://example.org/f.pdf)"],
    );
    assert!(said.starts_with("Title (now Report"), "{said}");
    say(&mut plain, &["", "supports", "", "", "", "", ""]);
    let evidence = &plain.model().review().claims()[0].evidence[0];
    assert_eq!(evidence.title.as_deref(), Some("Report"));
    assert_eq!(evidence.url.as_deref(), Some("https://example.org/f.pdf"));
    let said = say(&mut plain, &["sources"]);
    assert_eq!(
        said,
        "Report, https://example.org/f.pdf: 1 claim\n  claim 1 (supports): \
         The ferry sank in 1931 and 40 people drowned"
    );
}

#[test]
fn an_earlier_verdict_is_read_and_taken_over() {
    let mut plain = plain();
    assert!(plain.asks_for_memory("take-over") && plain.asks_for_memory("T"));
    assert!(!plain.asks_for_memory("read"));
    let mut claim = plain.model().review().claims()[0].clone();
    let reviewer = Reviewer::new("Ben");
    claim
        .verdicts
        .push(Judgement::new(Verdict::Verified, reviewer, now()));
    let particulars = plain.model().review().file().article.clone();
    let file = EarlierFile::of("old.yaml", &ClaimFile::new(particulars, vec![claim]));
    let memory = Memory::of(vec![Arc::new(file)]);
    plain.hear(Message::Remembered(Arc::new(memory)));
    let said = say(&mut plain, &["read"]);
    assert!(
        said.contains("Before 1: verified, Ben, 2024-03-05; T takes it over"),
        "{said}"
    );
    assert!(say(&mut plain, &["take-over 2"]).contains("only 1 earlier claim"));
    let said = say(&mut plain, &["take-over 1"]);
    assert!(said.contains("taken over: verified"), "{said}");
    assert_eq!(statuses(&plain), ["verified", "unreviewed"]);
}

#[test]
fn words_may_follow_the_command_at_once() {
    let mut plain = plain();
    let said = say(&mut plain, &["note Counted twice."]);
    assert!(said.starts_with("note: The ferry"), "{said}");
    say(
        &mut plain,
        &[
            "o Ask the archive.",
            "query Who says so?",
            "dispute wrong",
            "1",
            "c 39 people",
        ],
    );
    let claim = &plain.model().review().claims()[0];
    assert_eq!(
        claim.note.as_deref(),
        Some("Counted twice.\nAsk the archive.")
    );
    assert_eq!(claim.query.as_deref(), Some("Who says so?"));
    assert_eq!(claim.verdicts[0].correction.as_deref(), Some("39 people"));
    say(&mut plain, &["undo"]);
    let said = say(&mut plain, &["correction 40 people"]);
    assert!(!said.contains("takes it back"), "told once: {said}");
}

#[test]
fn a_count_says_how_many_claims_a_letter_judges() {
    let mut plain = plain();
    say(&mut plain, &["2v"]);
    assert_eq!(statuses(&plain), ["verified", "verified"]);
    assert!(say(&mut plain, &["2"]).starts_with("Claim 2, verified"));
}

#[test]
fn a_source_is_saved_as_soon_as_a_full_stop_is_typed() {
    let mut plain = plain();
    say(
        &mut plain,
        &["source https://example.org/f.pdf", "Report", "sup", "."],
    );
    // The next claim rests on it too, by number; what has no address has a title.
    let said = say(&mut plain, &["2", "s"]);
    assert!(
        said.contains("Used before, 1: Report, https://example.org/f.pdf"),
        "{said}"
    );
    let said = say(&mut plain, &["7"]);
    assert!(
        said.starts_with("Error: no source was read out as 7"),
        "{said}"
    );
    say(&mut plain, &["1", "refutes", "."]);
    say(&mut plain, &["s Minutes of the council", "."]);
    let evidence = &plain.model().review().claims()[1].evidence;
    assert_eq!(
        evidence[0].url.as_deref(),
        Some("https://example.org/f.pdf")
    );
    assert_eq!(evidence[1].title.as_deref(), Some("Minutes of the council"));
    assert_eq!(evidence[1].url, None);
}

#[test]
fn a_wrong_address_is_told_at_once_and_asked_for_again() {
    let mut plain = plain();
    let said = say(&mut plain, &["s", "example.org/f.pdf"]);
    assert!(
        said.starts_with("Error: an address starts with https://"),
        "{said}"
    );
    assert!(said.ends_with("the title of what has none:"), "{said}");
    let said = say(&mut plain, &["", ""]);
    assert!(
        said.contains("a source needs an address or a title"),
        "{said}"
    );
    assert!(say(&mut plain, &["cancel"]).contains("nothing was changed"));
    assert!(plain.model().dialog().is_none());
}

#[test]
fn both_halves_of_a_claim_are_told_and_its_words_changed() {
    let mut plain = plain();
    let said = say(&mut plain, &["split and 40 people"]);
    assert!(
        said.contains("Claim 1, unreviewed: The ferry sank in 1931"),
        "{said}"
    );
    assert!(
        said.contains("Claim 2, unreviewed: and 40 people drowned"),
        "{said}"
    );
    let said = say(&mut plain, &["quote The ferry sank"]);
    assert!(said.contains("quote changed"), "{said}");
    let claims = plain.model().review().claims();
    assert_eq!(claims[0].quote.exact, "The ferry sank");
}

#[test]
fn words_are_found_in_claims_and_outside_them() {
    let mut plain = plain();
    let said = say(&mut plain, &["search PORT handled"]);
    assert!(said.contains("no match"), "capitals count: {said}");
    let said = say(&mut plain, &["search port"]);
    assert!(
        said.contains("match 1 of 1") && said.contains("Claim 2"),
        "{said}"
    );
    let said = say(&mut plain, &["/mess"]);
    assert!(
        said.contains("In no claim") && said.contains("What a [[mess]]."),
        "{said}"
    );
    let said = say(&mut plain, &["search e", "'"]);
    assert!(said.contains("match "), "{said}");
}

#[test]
fn the_prompt_says_what_is_waited_for() {
    let mut plain = plain();
    assert_eq!(plain.prompt(), "> ");
    say(&mut plain, &["note", "Counted."]);
    assert_eq!(plain.prompt(), "note, line 2> ");
    say(&mut plain, &[".", "d"]);
    assert_eq!(plain.prompt(), "answer> ");
}

#[test]
fn what_was_dismissed_is_counted_and_listed_by_itself() {
    let mut plain = plain();
    let said = say(&mut plain, &["dismiss", "list"]);
    assert!(
        said.ends_with("1 dismissed; list dismissed lists them."),
        "{said}"
    );
    let said = say(&mut plain, &["list dismissed"]);
    assert!(
        said.ends_with("1 (current): dismissed: The ferry sank in 1931 and 40 people drowned")
            || said.ends_with("1: dismissed: The ferry sank in 1931 and 40 people drowned"),
        "{said}"
    );
    assert!(say(&mut plain, &["F"]).contains("all claims are listed: 1"));
}
