//! Screens of sources and of what was judged before.

use std::sync::Arc;

use insta::assert_snapshot;

use crate::app::Message;
use crate::app::testing::{Desk, now};
use crate::claim::{
    Claim, ClaimFile, ClaimId, Evidence, Judgement, Particulars, Reason, Reviewer, Stance,
    TextQuoteSelector, Verdict,
};
use crate::review::{EarlierFile, Memory};
use crate::text::{ByteRange, Problem};
use crate::tui::view::screens::{chinese, english};

/// What was judged in other articles: the same figure in either language.
fn remember(desk: &mut Desk) {
    let words = "In all, 212 of 230 harbour employees signed the letter";
    let quote = TextQuoteSelector {
        exact: words.to_owned(),
        ..TextQuoteSelector::default()
    };
    let id = ClaimId::new(words, 0, |_| false);
    let mut claim = Claim::new(id, quote, words, Vec::new());
    claim.verdicts.push(Judgement {
        reason: Some(Reason::Wrong),
        correction: Some("210 of 230".to_owned()),
        ..Judgement::new(Verdict::Disputed, Reviewer::new("林美"), now())
    });
    claim.evidence.push(Evidence {
        url: Some("https://example.org/letter.pdf".to_owned()),
        title: Some("Open letter, scan".to_owned()),
        stance: Some(Stance::Refutes),
        ..Evidence::default()
    });
    let article = Particulars {
        file: "strike.txt".to_owned(),
        title: Some("Strike at the port".to_owned()),
        ..Particulars::default()
    };
    let file = EarlierFile::of("claims/strike.yaml", &ClaimFile::new(article, vec![claim]));
    let memory = Memory::of(vec![Arc::new(file)]);
    desk.send(Message::Remembered(Arc::new(memory)));
}

fn with_sources(mut desk: Desk) -> Desk {
    desk.press("s")
        .paste("[Open letter, scan](https://example.org/letter.pdf)")
        .press("r tab tab")
        .write("p. 3")
        .press("enter j & j s")
        .write("Minutes of the council, 3 March")
        .press("tab tab s enter g v");
    desk
}

#[test]
fn what_was_judged_before_stands_beside_the_claim() {
    for (name, mut desk) in [("english", english()), ("chinese", chinese())] {
        remember(&mut desk);
        assert_snapshot!(format!("before_{name}_80x24"), desk.screen(80, 24));
        assert_snapshot!(format!("before_{name}_120x40"), desk.screen(120, 40));
    }
}

#[test]
fn sources_are_listed_with_their_claims() {
    let mut desk = with_sources(chinese());
    desk.press("ctrl-s j");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn a_form_offers_what_was_used_before() {
    let mut desk = with_sources(english());
    remember(&mut desk);
    desk.press("G s tab").write("min").press("ctrl-r");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn the_palette_finds_claims_and_sources() {
    let mut desk = with_sources(english());
    desk.press(":").write("council");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn what_an_editor_wrote_wrong_is_shown_with_its_line() {
    let mut desk = english();
    let text = "- title: Letter\n  stance: suports\n";
    let problem = Problem::error("\"suports\" is no stance")
        .in_file("sources.yaml")
        .at(text, ByteRange::new(26, 33))
        .next_step("did you mean supports? (supports, refutes, context)");
    let claim = desk.claim(1).id.clone();
    let edited = Err((problem, text.to_owned()));
    desk.send(Message::SourcesEdited { claim, edited });
    assert_snapshot!(desk.screen(80, 24));
}
