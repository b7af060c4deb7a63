//! What keys do, typed at a desk.

use crate::app::testing::{Desk, now, opening};
use crate::app::{
    Advance, Dialog, EditPurpose, Effect, Message, OutsideChange, Pane, Preferences, panes, settle,
};
use crate::claim::{Judgement, Reason, Reviewer, Stance, Status, Verdict};
use crate::review::{ClaimChange, Command, Review, Step};
use crate::text::Problem;

fn three() -> Desk {
    Desk::with([
        "212 of 230 signed",
        "The council met on Sunday",
        "It sat for 6 hours",
    ])
}

#[test]
fn a_verdict_moves_on_to_the_next_unreviewed_claim() {
    let mut desk = three();
    desk.press("v");
    assert_eq!(desk.statuses(), ["verified", "unreviewed", "unreviewed"]);
    assert_eq!(desk.at(), 2);
    assert_eq!(
        desk.notice(),
        "✓ verified: 212 of 230 signed (z takes it back)"
    );
    desk.press("G u");
    assert_eq!(desk.at(), 2);
    desk.press("v");
    assert_eq!(desk.at(), 2);
    assert!(desk.notice().starts_with("every claim is judged"));
}

#[test]
fn every_change_is_asked_to_be_recorded() {
    let mut desk = three();
    desk.press("v z Z");
    let steps: Vec<&Step> = desk
        .effects
        .iter()
        .map(|it| match it {
            Effect::Record { step, touched, .. } => {
                assert_eq!(touched, std::slice::from_ref(&desk.claim(1).id));
                step
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(matches!(steps[..], [Step::Do(_), Step::Undo, Step::Redo]));
    // Replayed over what was opened, the steps give what is on the screen.
    let mut review = Review::new(opening("", &[]).review.file().clone());
    assert!(review.take(Step::Undo).is_err());
    let mut fresh = three();
    for step in steps {
        fresh
            .model
            .review
            .take(step.clone())
            .expect("it was taken before");
    }
    assert_eq!(fresh.model.review().file(), desk.model.review().file());
}

#[test]
fn a_dispute_stands_at_once_and_asks_why() {
    let mut desk = three();
    desk.press("d");
    assert_eq!(desk.statuses()[0], "disputed");
    assert_eq!(desk.at(), 1);
    desk.press("w");
    let reason = desk.claim(1).verdicts[0].reason;
    assert_eq!((reason, desk.at()), (Some(Reason::Wrong), 2));
    desk.press("d enter");
    assert_eq!((desk.claim(2).verdicts[0].reason, desk.at()), (None, 3));
}

#[test]
fn a_key_that_counts_elsewhere_says_where() {
    let mut desk = three();
    desk.press("V");
    assert_eq!(
        desk.notice(),
        "V (select) counts in the article; shift-tab goes there"
    );
    desk.press("~");
    assert_eq!(desk.notice(), "~ does nothing here; ? shows all keys");
}

#[test]
fn the_help_does_what_the_cursor_is_on() {
    let mut desk = three();
    desk.press("? j enter");
    assert_eq!(desk.statuses()[0], "disputed");
    desk.press("enter ? G enter");
    assert!(desk.notice().ends_with("counts elsewhere: in the welcome"));
    desk.press("/").write("undo").press("enter enter");
    assert_eq!(desk.statuses()[0], "unreviewed");
}

#[test]
fn a_doubled_key_does_no_harm() {
    let mut desk = three();
    desk.press("d d");
    assert_eq!(desk.statuses(), ["disputed", "unreviewed", "unreviewed"]);
    assert_eq!(desk.notice(), "d does nothing here");
    desk.press("esc x x");
    assert_eq!(desk.statuses(), ["disputed", "unreviewed", "unreviewed"]);
    assert_eq!(desk.notice(), "you have not judged this claim");
}

#[test]
fn undo_goes_back_to_where_it_was_and_says_what() {
    let mut desk = three();
    desk.press("v v z");
    assert_eq!((desk.at(), desk.statuses()[1]), (2, "unreviewed"));
    assert_eq!(
        desk.notice(),
        "undone: verdict; now · unreviewed: The council met on Sunday (Z redoes it)"
    );
    desk.press("z z");
    assert_eq!(desk.notice(), "nothing to undo");
    assert!(desk.failed());
    desk.press("ctrl-r Z");
    assert_eq!(desk.statuses(), ["verified", "verified", "unreviewed"]);
}

#[test]
fn another_reviewer_who_differs_makes_it_contested() {
    let mut desk = three();
    let judgement = Judgement::new(Verdict::Verified, Reviewer::new("Ben"), now());
    let change = ClaimChange::Judge(Box::new(judgement));
    let command = Command::change(desk.claim(1).id.clone(), change);
    desk.model
        .review
        .take(Step::Do(command))
        .expect("a verdict");
    desk.press("d esc");
    assert_eq!(desk.statuses()[0], "contested");
    desk.press("g x");
    assert_eq!(desk.statuses()[0], "verified");
}

#[test]
fn full_width_letters_are_commands_and_other_scripts_are_not() {
    let mut desk = three();
    desk.press("ｖ");
    assert_eq!(desk.statuses()[0], "verified");
    desk.press("м 甲 é");
    assert_eq!(desk.statuses()[1], "unreviewed");
    assert!(desk.notice().contains("Latin letters"));
}

#[test]
fn pasted_text_is_no_command() {
    let mut desk = three();
    desk.paste("vdux\nq");
    assert_eq!(desk.statuses(), ["unreviewed"; 3]);
    assert!(desk.effects.is_empty());
    assert!(desk.notice().contains("not taken"));
    desk.press("o").paste("two\r\nlines").press("enter");
    assert_eq!(desk.claim(1).note.as_deref(), Some("two\nlines"));
}

#[test]
fn words_are_edited_and_saved() {
    let mut desk = three();
    desk.press("e ctrl-u")
        .write("212 of 230 staff signed")
        .press("enter");
    assert_eq!(desk.claim(1).wording, "212 of 230 staff signed");
    desk.press("Q")
        .write("Who counted?")
        .press("alt-enter")
        .write("When?")
        .press("enter");
    assert_eq!(desk.claim(1).query.as_deref(), Some("Who counted?\nWhen?"));
    desk.press("Q ctrl-u ctrl-h ctrl-u enter");
    assert_eq!(desk.claim(1).query, None);
    desk.press("e ctrl-u enter");
    assert!(desk.failed());
    assert!(matches!(desk.model.dialog(), Some(Dialog::Text(_))));
}

#[test]
fn what_was_typed_is_never_lost() {
    let mut desk = three();
    desk.press("o").write("half a thou").press("esc");
    assert_eq!(desk.claim(1).note, None);
    assert_eq!(desk.notice(), "not saved, but kept; o goes on");
    desk.press("j k o").write("ght").press("enter");
    assert_eq!(desk.claim(1).note.as_deref(), Some("half a thought"));
    desk.press("s")
        .write("https://a.example/b")
        .press("esc s enter");
    assert_eq!(
        desk.claim(1).evidence[0].url.as_deref(),
        Some("https://a.example/b")
    );
}

#[test]
fn a_correction_belongs_to_a_dispute() {
    let mut desk = three();
    desk.press("c");
    assert_eq!(
        desk.notice(),
        "a correction belongs to your disputed verdict: press d first"
    );
    desk.press("d w k c").write("210 of 230").press("enter");
    let judgement = &desk.claim(1).verdicts[0];
    assert_eq!(judgement.correction.as_deref(), Some("210 of 230"));
    assert_eq!(judgement.reason, Some(Reason::Wrong));
}

#[test]
fn sources_are_added_changed_and_taken_away() {
    let mut desk = three();
    desk.press("s")
        .paste("https://example.org/a")
        .press("tab tab r enter");
    assert_eq!(desk.claim(1).evidence[0].stance, Some(Stance::Refutes));
    desk.press("S tab").write("Letter").press("enter");
    assert_eq!(desk.claim(1).evidence[0].title.as_deref(), Some("Letter"));
    desk.press("s")
        .write("Minutes")
        .press("enter S j enter ctrl-x");
    assert_eq!(desk.claim(1).evidence.len(), 1);
    desk.press("z");
    assert_eq!(desk.claim(1).evidence.len(), 2);
}

#[test]
fn an_address_is_shown_before_it_is_opened() {
    let mut desk = three();
    desk.press("s")
        .paste("https://example.org/a")
        .press("enter O");
    assert!(matches!(desk.model.dialog(), Some(Dialog::Choice(_))));
    assert_eq!(desk.effects.len(), 1);
    desk.press("enter");
    assert_eq!(
        desk.effects[1],
        Effect::OpenUrl("https://example.org/a".to_owned())
    );
}

#[test]
fn a_dismissed_claim_leaves_the_list_and_comes_back() {
    let mut desk = three();
    desk.press("D");
    assert_eq!((desk.at(), desk.model.listing.positions().len()), (2, 2));
    desk.press("z");
    assert_eq!((desk.at(), desk.model.listing.positions().len()), (1, 3));
    desk.press("D f D g D");
    assert!(!desk.claim(1).dismissed);
}

#[test]
fn a_filter_narrows_the_list_and_keeps_what_one_has_just_judged() {
    let mut desk = three();
    desk.press("v f n");
    assert_eq!(desk.model.listing.positions(), [1, 2]);
    desk.press("v");
    assert_eq!((desk.at(), desk.model.listing.positions().len()), (3, 2));
    desk.press("f d");
    assert_eq!((desk.at(), desk.model.listing.positions().len()), (0, 0));
    desk.press("v");
    assert_eq!(desk.notice(), "no claim is listed; F lists all");
    desk.press("F");
    assert_eq!((desk.at(), desk.model.listing.positions().len()), (3, 3));
}

#[test]
fn movements_take_a_count() {
    let mut desk = three();
    desk.press("2 j");
    assert_eq!(desk.at(), 3);
    desk.press("1 G");
    assert_eq!(desk.at(), 1);
    desk.press("9 9 9 9 9 9 9 9 9 j");
    assert_eq!(desk.at(), 3);
    desk.press("N");
    assert_eq!(desk.at(), 2);
}

#[test]
fn panes_are_visited_in_turn_and_scroll_by_themselves() {
    let text = "一行字。\n".repeat(60);
    let mut desk = Desk::reading(&text, &["一行字"]);
    desk.press("tab");
    assert_eq!(desk.model.focus, Pane::Claim);
    let size = ratatui::layout::Size::new(80, 24);
    let places = panes(&desk.model, size);
    settle(&mut desk.model, &places);
    desk.press("tab ctrl-d ctrl-d");
    settle(&mut desk.model, &places);
    assert!(desk.model.page.top > 0);
    desk.press("tab j");
    settle(&mut desk.model, &places);
    assert_eq!(desk.model.page.top, 0);
}

#[test]
fn the_palette_does_what_it_finds() {
    let mut desk = three();
    desk.press(":").write("verif").press("enter");
    assert_eq!(desk.statuses()[0], "verified");
    desk.press(":").write("dis").press("down enter");
    assert!(desk.claim(2).dismissed);
}

#[test]
fn the_editor_gives_words_back() {
    let mut desk = three();
    desk.press("E o");
    let purpose = EditPurpose::Note(desk.claim(1).id.clone());
    let asked = Effect::Edit {
        purpose: purpose.clone(),
        text: String::new(),
    };
    assert_eq!(desk.effects, [asked]);
    desk.send(Message::Edited {
        purpose,
        text: "Counted.\n".to_owned(),
        now: now(),
    });
    assert_eq!(desk.claim(1).note.as_deref(), Some("Counted."));
    desk.press("Q").write("Who").press("ctrl-o");
    desk.send(Message::Edited {
        purpose: EditPurpose::OpenField,
        text: "Who counted?\n".to_owned(),
        now: now(),
    });
    desk.press("enter");
    assert_eq!(desk.claim(1).query.as_deref(), Some("Who counted?"));
}

#[test]
fn nothing_changes_read_only() {
    let mut opening = opening("212 signed", &["212 signed"]);
    opening.read_only = Some("another redpencil has it open".to_owned());
    let mut desk = Desk::opening(opening);
    desk.press("v d x D");
    assert_eq!(desk.statuses(), ["unreviewed"]);
    assert!(desk.effects.is_empty() && desk.failed());
    desk.press("o").write("kept").press("enter");
    assert!(matches!(desk.model.dialog(), Some(Dialog::Text(_))));
}

#[test]
fn a_repeat_is_judged_where_the_fact_is() {
    let mut opening = opening(
        "212 signed\n212 signed again",
        &["212 signed", "212 signed again"],
    );
    let ids: Vec<_> = opening
        .review
        .claims()
        .iter()
        .map(|it| it.id.clone())
        .collect();
    let repeats = ClaimChange::SetSameAs(Some(ids[0].clone()));
    let command = Command::change(ids[1].clone(), repeats);
    opening.review.take(Step::Do(command)).expect("a repeat");
    let mut desk = Desk::opening(opening);
    desk.press("j v");
    assert_eq!(desk.claim(1).status(), Status::Agreed(Verdict::Verified));
    assert!(desk.claim(2).verdicts.is_empty());
    assert_eq!(desk.model.status(1), Status::Agreed(Verdict::Verified));
}

#[test]
fn what_failed_is_told() {
    let mut desk = three();
    desk.send(Message::Failed(Problem::error("no browser was found")));
    assert!(desk.failed());
    desk.press("j");
    assert_eq!(desk.notice(), "");
}

#[test]
fn an_empty_article_can_be_looked_at() {
    let mut desk = Desk::reading("", &[]);
    for key in [
        "v", "d", "x", "j", "G", "n", "e", "s", "D", "z", "y", "O", "S", "E", ".",
    ] {
        desk.press(key);
    }
    assert_eq!((desk.at(), desk.effects.len()), (0, 0));
}

#[test]
fn control_letters_leave() {
    let mut desk = three();
    desk.press("q ctrl-c ctrl-z ctrl-l");
    assert_eq!(
        desk.effects,
        [Effect::Quit, Effect::Quit, Effect::Suspend, Effect::Redraw]
    );
}

#[test]
fn a_disagreement_is_settled_with_a_key_and_an_answer() {
    let mut desk = Desk::with(["212 of 230 staff signed", "The board met on Friday"]);
    let mut claim = desk.claim(1).clone();
    for (name, verdict) in [("Ben", Verdict::Verified), ("Cleo", Verdict::Disputed)] {
        claim
            .verdicts
            .push(Judgement::new(verdict, Reviewer::new(name), now()));
    }
    let theirs = crate::claim::ClaimFile::new(
        desk.model.review().file().article.clone(),
        vec![claim, desk.claim(2).clone()],
    );
    desk.send(Message::ChangedOutside(Box::new(OutsideChange {
        number: 1,
        base: desk.model.review().file().clone(),
        theirs,
    })));
    assert_eq!(desk.statuses(), ["contested", "unreviewed"]);
    assert!(desk.notice().contains("2 verdicts"), "{}", desk.notice());
    desk.press("g A j enter");
    assert_eq!(desk.statuses(), ["disputed", "unreviewed"]);
    assert!(
        desk.notice().starts_with("settled: disputed (Cleo)"),
        "{}",
        desk.notice()
    );
    desk.press("z z");
    assert_eq!(desk.statuses(), ["unreviewed", "unreviewed"]);
}

#[test]
fn a_blind_reader_sees_only_their_own_verdicts_until_all_are_given() {
    let mut desk = Desk::with(["212 of 230 staff signed", "The board met on Friday"]);
    desk.press("g v");
    desk.model.reviewer = Reviewer::new("Ben");
    desk.model.read_blind();
    assert_eq!(desk.model.status(0), Status::Unreviewed);
    for key in ["A", "=", "L"] {
        desk.press(key);
        assert!(desk.notice().contains("hidden"), "{key}: {}", desk.notice());
        assert!(desk.model.dialog.is_none(), "{key}");
    }
    desk.press("d w B");
    assert!(
        desk.notice().starts_with("1 still to judge"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.model.status(0), Status::Agreed(Verdict::Disputed));
    desk.press("v B");
    assert_eq!(desk.model.status(0), Status::Contested);
    assert_eq!(desk.model.status(1), Status::Agreed(Verdict::Verified));
}

/// A desk of one article, its two claims in the same block, on the article's pane.
fn in_the_article() -> Desk {
    let text = "The ferry sank in 1931 and 40 people drowned. What a day. The harbour was closed.";
    let mut desk = Desk::reading(
        text,
        &[
            "The ferry sank in 1931 and 40 people drowned",
            "The harbour was closed",
        ],
    );
    desk.press("shift-tab");
    assert_eq!(desk.model.focus, Pane::Article);
    desk
}

fn quotes(desk: &Desk) -> Vec<&str> {
    let claims = desk.model.review().claims().iter();
    claims.map(|it| it.quote.exact.as_str()).collect()
}

#[test]
fn a_claim_is_added_from_a_selection_and_taken_back() {
    let mut desk = in_the_article();
    let opened = desk.model.review().file().clone();
    desk.press(") V w w w a");
    assert_eq!(
        quotes(&desk),
        [
            "The ferry sank in 1931 and 40 people drowned",
            "What a day",
            "The harbour was closed"
        ]
    );
    assert_eq!(desk.at(), 2);
    assert_eq!(desk.claim(2).wording, "What a day");
    assert!(!desk.model.page.selects());
    desk.press("z");
    assert_eq!(*desk.model.review().file(), opened);
}

#[test]
fn a_left_out_sentence_is_taken_in_by_one_key() {
    let mut desk = in_the_article();
    desk.press(") a");
    assert_eq!(desk.claim(2).quote.exact, "What a day");
    desk.press("a");
    assert!(desk.failed(), "{}", desk.notice());
}

#[test]
fn the_claim_under_the_cursor_is_cut_there_and_joined_again() {
    let mut desk = in_the_article();
    let opened = desk.model.review().file().clone();
    desk.press("w w w w w |");
    assert_eq!(
        quotes(&desk)[..2],
        ["The ferry sank in 1931", "and 40 people drowned"]
    );
    assert_eq!(desk.claim(2).from.as_ref(), Some(&desk.claim(1).id));
    desk.press("m");
    assert_eq!(quotes(&desk).len(), 2);
    assert_eq!(
        quotes(&desk)[0],
        "The ferry sank in 1931 and 40 people drowned"
    );
    desk.press("z z");
    assert_eq!(*desk.model.review().file(), opened);
    assert_eq!(desk.model.page.range(0).map(|it| it.end.0), Some(44));
}

#[test]
fn a_claim_is_trimmed_to_the_selection_and_undo_shows_it_whole_again() {
    let mut desk = in_the_article();
    desk.press("V 5 w r");
    assert_eq!(quotes(&desk)[0], "The ferry sank in 1931");
    assert_eq!(desk.claim(1).wording, "The ferry sank in 1931");
    assert_eq!(desk.model.page.range(0).map(|it| it.end.0), Some(22));
    desk.press("z");
    assert_eq!(desk.model.page.range(0).map(|it| it.end.0), Some(44));
}

#[test]
fn a_repeat_is_judged_once_and_marked_by_number() {
    let mut desk = three();
    desk.press("G 1 R v");
    assert_eq!(desk.claim(3).same_as.as_ref(), Some(&desk.claim(1).id));
    assert_eq!(desk.statuses(), ["verified", "unreviewed", "unreviewed"]);
    desk.press("G R");
    assert_eq!(desk.claim(3).same_as, None);
    desk.press("9 R");
    assert!(desk.failed());
}

#[test]
fn what_a_claim_repeats_can_be_chosen_and_the_likest_comes_first() {
    let text = "212 of 230 staff signed. It rained. Of 230 staff 212 signed. Nobody came.";
    let quotes = [
        "212 of 230 staff signed",
        "It rained",
        "Of 230 staff 212 signed",
        "Nobody came",
    ];
    let mut desk = Desk::reading(text, &quotes);
    desk.press("3 G R enter");
    assert_eq!(desk.claim(3).same_as.as_ref(), Some(&desk.claim(1).id));
    desk.press("z");
    assert_eq!(desk.claim(3).same_as, None);
}

#[test]
fn the_cursor_takes_the_claim_that_it_stands_on() {
    let mut desk = in_the_article();
    desk.press("] v");
    assert_eq!(desk.statuses(), ["unreviewed", "verified"]);
    desk.press(") )");
    assert_eq!(desk.at(), 2);
    desk.press("b b b b b V [");
    assert_eq!(desk.at(), 1);
}

#[test]
fn a_verdict_leads_where_the_person_wants() {
    let at_after = |advance, keys: &str| {
        let mut desk = three();
        desk.model.prefer(Preferences {
            advance,
            ..Preferences::default()
        });
        desk.press(keys).at()
    };
    assert_eq!(at_after(Advance::Stay, "v"), 1);
    assert_eq!(at_after(Advance::Next, "j v k k v"), 2);
    assert_eq!(at_after(Advance::NextUnreviewed, "j v k k v"), 3);
}

#[test]
fn templates_are_put_in_one_after_the_other() {
    let mut desk = three();
    desk.model.prefer(Preferences {
        templates: vec!["See: ".to_owned(), "Asked: ".to_owned()],
        ..Preferences::default()
    });
    desk.press("o").write("x ");
    let mut typed = |keys: &str| {
        desk.press(keys);
        let field = desk.model.dialog.as_mut().and_then(Dialog::field_mut);
        field.map(|it| it.text().to_owned()).unwrap_or_default()
    };
    assert_eq!(typed("ctrl-t"), "x See: ");
    assert_eq!(typed("ctrl-t"), "x Asked: ");
    assert_eq!(typed("ctrl-t"), "x ");
    assert_eq!(typed("ctrl-t"), "x See: ");
    // Words that were typed since are never taken away.
    assert_eq!(typed("y"), "x See: y");
    assert_eq!(typed("ctrl-t"), "x See: ySee: ");
}

#[test]
fn a_wording_takes_no_template() {
    let mut desk = three();
    desk.press("e ctrl-t enter");
    assert_eq!(desk.claim(1).wording, "212 of 230 signed");
}
