//! The same review on windows of four sizes, in two languages, in every ground.

use std::fmt::Write as _;

use insta::{assert_snapshot, with_settings};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::screens::{chinese, english};
use crate::app::Preferences;
use crate::app::testing::Desk;
use crate::config::{Surroundings, Theme, ThemeName, WhenColour, theme_for};
use crate::text::{AmbiguousWidth, width};
use crate::tui::style::paint;

const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

/// A review under way: a claim of every status, and words that are selected.
fn under_way(mut desk: Desk) -> Desk {
    desk.press("v d w u tab tab V w");
    desk
}

fn grounds() -> [(&'static str, Option<Theme>); 3] {
    let around = Surroundings::default();
    let theme = |name| theme_for(name, WhenColour::Always, &around);
    [
        ("dark", theme(ThemeName::Dark)),
        ("light", theme(ThemeName::Light)),
        ("no colour", None),
    ]
}

/// What is drawn otherwise than plain words on a plain ground: row, first and
/// last column, style.
pub(super) fn styles(buffer: &Buffer) -> String {
    let mut told = String::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let style = buffer[(x, y)].style();
            let start = x;
            while x < buffer.area.width && buffer[(x, y)].style() == style {
                x += 1;
            }
            let named = named(style);
            if !named.is_empty() {
                let _ = writeln!(told, "{y:>2} {start:>3}-{:<3} {named}", x - 1);
            }
        }
    }
    told
}

fn named(style: Style) -> String {
    let colour = |it: Option<Color>| it.filter(|it| *it != Color::Reset);
    let mut words = Vec::new();
    if let Some(colour) = colour(style.fg) {
        words.push(format!("{colour}"));
    }
    if let Some(colour) = colour(style.bg) {
        words.push(format!("on {colour}"));
    }
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    let has = |it: &(Modifier, &str)| style.add_modifier.contains(it.0);
    words.extend(
        modifiers
            .iter()
            .filter(|it| has(it))
            .map(|it| it.1.to_owned()),
    );
    words.join(" ")
}

#[test]
fn every_size_has_its_screen() {
    with_settings!({ snapshot_path => "snapshots/sizes" }, {
        for (columns, rows) in SIZES {
            for (language, desk) in [("english", english()), ("chinese", chinese())] {
                let mut desk = under_way(desk);
                let name = format!("{language}_{columns}x{rows}");
                assert_snapshot!(name, desk.screen(columns, rows));
            }
        }
    });
}

#[test]
fn every_ground_has_its_colours() {
    with_settings!({ snapshot_path => "snapshots/sizes" }, {
        for (columns, rows) in SIZES {
            for (language, desk) in [("english", english()), ("chinese", chinese())] {
                let mut desk = under_way(desk);
                let mut told = String::new();
                for (ground, theme) in grounds() {
                    let mut buffer = desk.frame(columns, rows).backend().buffer().clone();
                    paint(&mut buffer, theme);
                    let _ = writeln!(told, "{ground}\n{}", styles(&buffer));
                }
                let name = format!("{language}_{columns}x{rows}_styles");
                assert_snapshot!(name, told);
            }
        }
    });
}

#[test]
fn without_colours_no_cell_has_one() {
    let mut desk = under_way(english());
    let mut buffer = desk.frame(120, 40).backend().buffer().clone();
    let coloured = |buffer: &Buffer| {
        let cells = buffer.content.iter();
        cells
            .filter(|it| (it.fg, it.bg) != (Color::Reset, Color::Reset))
            .count()
    };
    assert!(coloured(&buffer) > 100);
    paint(&mut buffer, None);
    assert_eq!(coloured(&buffer), 0);
}

#[test]
fn what_is_current_or_selected_shows_without_colours() {
    let mut desk = under_way(english());
    let mut buffer = desk.frame(120, 40).backend().buffer().clone();
    paint(&mut buffer, None);
    let area = desk.model.shown.article.expect("it is shown");
    let reversed = |y: u16| {
        let cells = (area.x..area.right()).map(|x| &buffer[(x, y)]);
        let is_turned = |it: &&ratatui::buffer::Cell| it.modifier.contains(Modifier::REVERSED);
        cells.filter(is_turned).count()
    };
    let turned: usize = (area.y + 1..area.bottom()).map(reversed).sum();
    assert!(turned > 4, "{turned}");
}

/// The columns of what stands in a row, on a terminal that gives two to what UAX
/// 11 calls ambiguous; cells that a wide character covers are stepped over.
fn wide_columns(buffer: &Buffer, y: u16) -> u16 {
    let mut x = 0;
    while x < buffer.area.width {
        let columns = width(buffer[(x, y)].symbol(), AmbiguousWidth::Wide)
            .0
            .max(1);
        let columns = u16::try_from(columns).expect("a cell is narrow");
        for covered in x + 1..(x + columns).min(buffer.area.width) {
            assert_eq!(
                buffer[(covered, y)].symbol(),
                " ",
                "row {y}, column {covered}"
            );
        }
        x += columns;
    }
    x
}

#[test]
fn where_ambiguous_signs_are_wide_no_row_runs_over() {
    for desk in [english(), chinese()] {
        let mut desk = under_way(desk);
        desk.model.prefer(Preferences {
            ambiguous_width: AmbiguousWidth::Wide,
            ..Preferences::default()
        });
        for keys in [
            "", "o", "esc", "s", "esc", ":", "esc", "?", "esc", "/ 1", "esc",
        ] {
            desk.press(keys);
            if keys == "o" {
                desk.write("“我們不會回應……”——她說");
            }
            for (columns, rows) in SIZES.into_iter().chain([(41, 11), (79, 23), (119, 39)]) {
                let terminal = desk.frame(columns, rows);
                let buffer = terminal.backend().buffer();
                for y in 0..rows {
                    assert_eq!(
                        wide_columns(buffer, y),
                        columns,
                        "{keys}, row {y} of {rows}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_caret_stands_behind_wide_signs() {
    let mut desk = chinese();
    desk.model.prefer(Preferences {
        ambiguous_width: AmbiguousWidth::Wide,
        ..Preferences::default()
    });
    desk.press("o").write("“…”");
    assert_eq!(desk.caret(80, 24).0, 6);
    desk.press("left");
    assert_eq!(desk.caret(80, 24).0, 4);
}
