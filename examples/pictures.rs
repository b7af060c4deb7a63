//! Draws the README's pictures from real frames: `cargo run --example pictures`.
//!
//! Opens the worked examples of `claims/`, draws one frame of each with the
//! interface's own code, and writes it as SVG into `docs/`.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use redpencil::app::{self, Keymap, Model, Opening};
use redpencil::claim::{Reviewer, Standing};
use redpencil::desk::{self, Loaded};
use redpencil::review::Review;
use redpencil::split::split;
use redpencil::text::{AmbiguousWidth, width};
use redpencil::tui::view;

/// The worked examples, and the picture of each.
const PICTURES: [(&str, &str); 2] = [
    ("claims/weekend.en.claims.yaml", "docs/interface.svg"),
    (
        "claims/weekend.zh-Hant.claims.yaml",
        "docs/interface.zh-Hant.svg",
    ),
];

/// The terminal in columns and rows.
const SCREEN: Size = Size {
    width: 120,
    height: 32,
};

/// Width and height of a cell, and the size of the letters, in the picture's units.
const CELL: (usize, usize) = (9, 19);
const LETTERS: usize = 15;

/// Colours of a dark terminal, in the order of ANSI: normal, then bright.
const COLOURS: [&str; 16] = [
    "#1e1e2e", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#c8ccd4",
    "#6b7280", "#ff7b86", "#b5e08f", "#ffd68a", "#82c4ff", "#dd9bf5", "#7fd7e3", "#ffffff",
];
const FOREGROUND: usize = 7;
const BACKGROUND: usize = 0;

fn main() -> Result<(), Box<dyn Error>> {
    for (claims, picture) in PICTURES {
        fs::write(picture, svg(&frame(Path::new(claims))?))?;
        println!("{picture}");
    }
    Ok(())
}

/// The first frame of a review, as a person sees it.
fn frame(claims: &Path) -> Result<Buffer, Box<dyn Error>> {
    let Loaded {
        document,
        article,
        standings,
        ..
    } = desk::load(claims)?;
    let article = article?;
    let file = document.into_file();
    let reference = file
        .article
        .published
        .and_then(|it| it.and_hms_opt(0, 0, 0));
    let mut model = Model::new(Opening {
        left_out: Some(split(&article, reference).left_out),
        ranges: standings.into_iter().map(Standing::range).collect(),
        article,
        review: Review::new(file),
        reviewer: Reviewer::new("Ana Ruiz"),
        read_only: None,
        notices: Vec::new(),
        keymap: Keymap::default(),
    });
    let panes = app::panes(&model, SCREEN);
    app::settle(&mut model, &panes);
    let mut terminal = Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height))?;
    terminal.draw(|frame| view::draw(frame, &model, &panes))?;
    Ok(terminal.backend().buffer().clone())
}

fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" \
         font-family=\"'DejaVu Sans Mono','Noto Sans Mono CJK TC',monospace\" \
         font-size=\"{LETTERS}\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        (columns + 2) * CELL.0,
        (rows + 1) * CELL.1,
        COLOURS[BACKGROUND],
    );
    for row in 0..buffer.area.height {
        let mut column = 0;
        while column < buffer.area.width {
            let cells = width(buffer[(column, row)].symbol(), AmbiguousWidth::default())
                .0
                .max(1);
            draw_cell(&mut picture, buffer, (column, row), cells);
            column += u16::try_from(cells).expect("a cell is narrow");
        }
    }
    picture.push_str("</svg>\n");
    picture
}

/// One cell, `cells` columns wide: its paper, where it is coloured, and its letter.
fn draw_cell(picture: &mut String, buffer: &Buffer, place: (u16, u16), cells: usize) {
    let cell = &buffer[place];
    let (mut ink, mut paper) = (colour(cell.fg, FOREGROUND), colour(cell.bg, BACKGROUND));
    if cell.modifier.contains(Modifier::REVERSED) {
        (ink, paper) = (paper, ink);
    }
    let x = (usize::from(place.0) + 1) * CELL.0;
    let y = usize::from(place.1) * CELL.1 + CELL.1 / 2;
    if paper != BACKGROUND {
        let (width, height, fill) = (cells * CELL.0, CELL.1, COLOURS[paper]);
        let rectangle = format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        );
        picture.push_str(&rectangle);
        picture.push('\n');
    }
    if cell.symbol().trim().is_empty() {
        return;
    }
    writeln!(
        picture,
        "<text x=\"{x}\" y=\"{}\" fill=\"{}\"{}>{}</text>",
        y + LETTERS,
        COLOURS[ink],
        attributes(cell.modifier),
        escaped(cell.symbol())
    )
    .expect("a String takes all that is written to it");
}

fn attributes(modifier: Modifier) -> String {
    let mut words = String::new();
    if modifier.contains(Modifier::BOLD) {
        words.push_str(" font-weight=\"bold\"");
    }
    if modifier.contains(Modifier::UNDERLINED) {
        words.push_str(" text-decoration=\"underline\"");
    }
    if modifier.contains(Modifier::DIM) {
        words.push_str(" opacity=\"0.6\"");
    }
    words
}

fn escaped(symbol: &str) -> String {
    symbol
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The colour's place in [`COLOURS`].
fn colour(colour: Color, default: usize) -> usize {
    match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => default,
    }
}
