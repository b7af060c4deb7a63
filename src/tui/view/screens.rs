//! Whole screens, as a person sees them.

use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::layout::Size;

use crate::app::testing::{Desk, opening};
use crate::app::{Message, panes, settle};
use crate::text::{AmbiguousWidth, Problem, width};
use crate::tui::view::monkey::nothing_raw_or_cut;

pub(super) const ENGLISH: &str = "Harbour staff threaten to walk out
By Monday morning 212 of the 230 people on the payroll had put their name to the letter. It asks the port council to resign by 15 March.
The council met on Sunday for six hours. What a mess, one might say.
The port handled 4.2 million tonnes last year, 8 % more than in 2022.";

pub(super) const ENGLISH_CLAIMS: &[&str] = &[
    "212 of the 230 people on the payroll had put their name to the letter",
    "It asks the port council to resign by 15 March",
    "The council met on Sunday for six hours",
    "The port handled 4.2 million tonnes last year",
    "8 % more than in 2022",
];

pub(super) const CHINESE: &str = "港務局員工聯名要求理事會辭職
截至週一早上，港務局現有230名員工裡有212人在聯名信上簽了名，要求理事會在3月15日前辭職。這顯然是一場鬧劇。
理事會主席林怡君（Lin Yi-chun）週日表示：“我們不會回應。”理事會當天開了六個小時的會。
去年港口吞吐量為420萬噸，比2022年增加8%。";

pub(super) const CHINESE_CLAIMS: &[&str] = &[
    "港務局現有230名員工裡有212人在聯名信上簽了名",
    "要求理事會在3月15日前辭職",
    "理事會主席林怡君（Lin Yi-chun）週日表示：“我們不會回應。”",
    "理事會當天開了六個小時的會",
    "去年港口吞吐量為420萬噸",
    "比2022年增加8%",
];

pub(super) const HOSTILE: &str =
    "a\u{1b}]52;c;eA\u{7}b\u{202e}c\u{2066}d\u{200b}e\u{e0041}f\tg\0h\u{2028}i\u{feff}
e\u{301}\u{301}\u{301} 👩\u{200d}👩\u{200d}👧\u{200d}👦 ❤\u{fe0f} שלום عالم ١٢ 🇹🇼 ﷽ \u{1100}\u{1161} क्षि";

impl Desk {
    /// The frame on a screen of that size.
    pub(super) fn frame(&mut self, columns: u16, rows: u16) -> Terminal<TestBackend> {
        let size = Size::new(columns, rows);
        let panes = panes(&self.model, size);
        settle(&mut self.model, &panes);
        let backend = TestBackend::new(columns, rows);
        let mut terminal = Terminal::new(backend).expect("a test backend");
        terminal
            .draw(|frame| super::draw(frame, &self.model, &panes))
            .expect("a frame");
        terminal
    }

    /// What the frame shows, row by row. Cells that a wide character covers are
    /// stepped over: the backend's own text puts a space there.
    pub(super) fn screen(&mut self, columns: u16, rows: u16) -> String {
        let terminal = self.frame(columns, rows);
        let buffer = terminal.backend().buffer();
        let mut screen = String::new();
        for y in 0..rows {
            let mut x = 0;
            let mut row = String::new();
            while x < columns {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                let cells = width(symbol, AmbiguousWidth::Narrow).0.max(1);
                x += u16::try_from(cells).expect("a cell is narrow");
            }
            screen.push_str(row.trim_end());
            screen.push('\n');
        }
        screen
    }

    /// Where the terminal's cursor stands, if it is shown.
    pub(super) fn caret(&mut self, columns: u16, rows: u16) -> (u16, u16) {
        let mut terminal = self.frame(columns, rows);
        let position = terminal
            .backend_mut()
            .get_cursor_position()
            .expect("a cursor");
        (position.x, position.y)
    }
}

pub(super) fn english() -> Desk {
    Desk::reading(ENGLISH, ENGLISH_CLAIMS)
}

pub(super) fn chinese() -> Desk {
    Desk::reading(CHINESE, CHINESE_CLAIMS)
}

#[test]
fn the_cursor_and_the_selection_show_in_the_article() {
    for (mut desk, keys) in [(english(), "shift-tab V w"), (chinese(), "shift-tab V w")] {
        desk.press(keys);
        let terminal = desk.frame(80, 24);
        let turned = |it: &&ratatui::buffer::Cell| it.fg == ratatui::style::Color::Black;
        let cells = terminal.backend().buffer().content().iter();
        let marked: String = cells
            .filter(turned)
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        let marked = marked.replace(' ', "");
        assert!(["212", "港務局現有"].contains(&&*marked), "{marked}");
    }
}

#[test]
fn a_review_begins() {
    assert_snapshot!(english().screen(80, 24));
}

#[test]
fn a_review_in_chinese_goes_on() {
    let mut desk = chinese();
    desk.press("v d w u");
    assert_snapshot!("chinese_80x24", desk.screen(80, 24));
    assert_snapshot!("chinese_120x40", desk.screen(120, 40));
    assert_snapshot!("chinese_60x15", desk.screen(60, 15));
}

#[test]
fn wide_screens_show_three_panes() {
    let mut desk = english();
    desk.press("d w k o")
        .write("Counted on the scan.")
        .press("enter");
    desk.press("s").paste("https://example.org/letter.pdf");
    desk.press("tab")
        .write("Open letter, scan")
        .press("tab r tab p tab")
        .write("p. 3");
    desk.press("enter");
    assert_snapshot!(desk.screen(120, 40));
}

#[test]
fn one_pane_at_a_time_on_a_small_screen() {
    let mut desk = chinese();
    assert_snapshot!("one_pane_claims", desk.screen(50, 12));
    desk.press("tab");
    assert_snapshot!("one_pane_claim", desk.screen(50, 12));
    desk.press("tab");
    assert_snapshot!("one_pane_article", desk.screen(50, 12));
}

#[test]
fn a_dispute_asks_why() {
    let mut desk = english();
    desk.press("d");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn a_source_is_written_down() {
    let mut desk = chinese();
    desk.press("s").paste("https://example.org/聯名信.pdf");
    desk.press("tab").write("聯名信掃描件");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn the_palette_finds() {
    let mut desk = english();
    desk.press(":").write("unrev");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn a_search_marks_what_it_finds_and_counts_it() {
    let mut desk = english();
    desk.press("/").write("council");
    assert_snapshot!(desk.screen(80, 24));
    desk.press("enter");
    assert!(desk.screen(80, 24).contains("match 1 of 2: council"));
    desk.press("/").write("/[");
    assert!(
        desk.screen(80, 24)
            .contains("not a regular expression yet: unclosed")
    );
    desk.press("esc");
    let terminal = desk.frame(120, 40);
    let buffer = terminal.backend().buffer();
    let marked: String = buffer
        .content()
        .iter()
        .filter(|it| it.fg == ratatui::style::Color::Yellow)
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    // Twice in the article, twice in the list, once in the pane of the claim.
    assert_eq!(marked, "council".repeat(5));
}

#[test]
fn a_search_in_chinese_marks_either_form() {
    let mut desk = chinese();
    desk.press("/").write("联名");
    assert_snapshot!("search_chinese_120x40", desk.screen(120, 40));
}

#[test]
fn conditions_are_completed_and_told_wrong() {
    let mut desk = english();
    desk.press("v f /").write("-verified kind:co");
    assert_snapshot!(desk.screen(80, 24));
    desk.press("tab enter");
    assert!(
        desk.screen(80, 24)
            .contains("Claims  1 of 3, -verified kind:count")
    );
    desk.press("f /").write(" verdikt:x y");
    assert_snapshot!("conditions_wrong_80x24", desk.screen(80, 24));
}

#[test]
fn what_a_narrow_row_cuts_short_is_said_in_full_below() {
    let mut desk = chinese();
    let words = "Verified; on to the next unreviewed claim. 3v: three";
    for (keys, columns) in [("?", 60), (":", 80)] {
        desk.press(keys);
        let screen = desk.screen(columns, 15);
        assert!(screen.contains(words), "{screen}");
        assert!(
            screen.contains("Looked for, and not to be") && screen.contains('…'),
            "{screen}"
        );
        let screen = desk.screen(120, 15);
        assert_eq!(screen.matches(words).count(), 1, "{screen}");
        desk.press("esc");
    }
}

#[test]
fn the_help_lists_all_keys() {
    let mut desk = english();
    desk.press("?");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn the_help_is_searched_where_the_cursor_stands() {
    let mut desk = english();
    desk.press("? /").write("clip");
    assert_snapshot!(desk.screen(80, 15));
    assert_eq!(desk.caret(80, 15), (7, 12));
    desk.press("enter");
    assert!(desk.screen(80, 15).contains("with “clip”"));
    desk.press("/ esc");
    assert!(!desk.screen(80, 15).contains("with “"));
}

#[test]
fn the_welcome_fits_a_small_screen_and_stands_in_nobodys_way() {
    let mut desk = english();
    desk.model.welcome();
    assert_snapshot!("welcome_80x24", desk.screen(80, 24));
    assert_snapshot!("welcome_60x15", desk.screen(60, 15));
    desk.press("v");
    assert!(desk.screen(80, 24).contains("✓ verified"));
    desk.model.welcome();
    desk.press("enter");
    assert_eq!(desk.statuses()[1], "unreviewed");
}

#[test]
fn digits_say_what_they_are_good_for() {
    let mut desk = english();
    desk.press("1 2");
    assert!(
        desk.screen(80, 24)
            .contains("12 … j k move so far, G goes to claim 12")
    );
}

#[test]
fn what_was_left_out_can_be_seen() {
    let mut desk = english();
    desk.press(".");
    assert_snapshot!(desk.screen(80, 24));
}

#[test]
fn what_could_not_be_saved_is_said_until_it_is() {
    let mut desk = english();
    desk.press("v");
    let problem = Problem::error("the disk is full").next_step("free some space; work goes on");
    desk.send(Message::SaveFailed(problem));
    desk.press("j j");
    assert_snapshot!(desk.screen(80, 24));
    desk.send(Message::Saved);
    assert!(!desk.screen(80, 24).contains("NOT SAVED"));
}

#[test]
fn the_cursor_stands_at_the_caret() {
    let mut desk = chinese();
    desk.press("e");
    let rows = desk.screen(80, 24);
    let (x, y) = desk.caret(80, 24);
    let row = rows.lines().nth(usize::from(y)).expect("the caret's row");
    assert_eq!(usize::from(x), width(row, AmbiguousWidth::Narrow).0);
    desk.press("left left");
    assert_eq!(desk.caret(80, 24), (x - 4, y));
    desk.press("home");
    assert_eq!(desk.caret(80, 24), (0, y));
}

/// Whether more is wanted than every run can do.
fn is_thorough() -> bool {
    std::env::var_os("EVERY_SIZE").is_some()
}

/// Sizes of screens. With `EVERY_SIZE` set, every width up to 300 at some heights
/// and every height up to 120 at some widths.
fn sizes() -> Vec<(u16, u16)> {
    if !is_thorough() {
        let columns = (1..=130).step_by(7);
        return columns
            .flat_map(|it| (1..=45).step_by(4).map(move |rows| (it, rows)))
            .collect();
    }
    let by_width = (1..=300).flat_map(|it| [1, 9, 10, 15, 24, 60].map(|rows| (it, rows)));
    let by_height = (1..=120).flat_map(|it| [1, 39, 40, 60, 80, 100, 200].map(|x| (x, it)));
    by_width.chain(by_height).collect()
}

#[test]
fn every_size_can_be_drawn() {
    let dialogs = [
        "",
        "shift-tab V w",
        "d",
        "f",
        "e",
        "o",
        "s",
        ":",
        "?",
        "E",
        "tab",
        "tab tab",
        ".",
        "/ 2",
        "f / k tab",
    ];
    for text in [ENGLISH, CHINESE, HOSTILE, ""] {
        let lines: Vec<&str> = text.lines().collect();
        for keys in dialogs {
            let mut desk = Desk::opening(opening(text, &lines));
            desk.press(keys);
            for (columns, rows) in sizes() {
                let mut terminal = desk.frame(columns, rows);
                // Cell by cell takes long; the monkey does it on every run.
                if is_thorough() {
                    nothing_raw_or_cut(&mut terminal, Size::new(columns, rows));
                }
            }
        }
    }
}

#[test]
fn nothing_raw_reaches_the_screen() {
    let lines: Vec<&str> = HOSTILE.lines().collect();
    let mut desk = Desk::opening(opening(HOSTILE, &lines));
    desk.press("o").paste(HOSTILE);
    for keys in ["", "enter", "tab", "tab", "d", "esc", "s"] {
        desk.press(keys);
        let screen = desk.screen(100, 40);
        for c in screen.chars() {
            let hidden = matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{2028}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
            assert!(
                c == '\n' || !(c.is_control() || hidden),
                "{c:?} after {keys}"
            );
        }
    }
    desk.press("esc");
    assert!(desk.screen(100, 40).contains("<U+202E>"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_keys_on_any_screen_can_be_drawn(
        columns in 1..140_u16,
        rows in 1..50_u16,
        keys in prop::collection::vec(
            prop::sample::select(&[
                "v", "d", "w", "u", "x", "z", "Z", "j", "k", "n", "N", "e", "c", "o", "s", "S", "f",
                "D", ".", "tab", "enter", "esc", ":", "?", "left", "up", "down", "backspace",
                "ctrl-w", "G", "9", "pagedown", "F", "E", "O", "alt-enter", "甲", "ctrl-x", "/", "'", "\"",
                "ctrl-r",
            ][..]),
            0..40,
        ),
    ) {
        let mut desk = chinese();
        for key in keys {
            desk.press(key);
        }
        desk.frame(columns, rows);
    }
}
