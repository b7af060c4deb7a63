//! The list of articles as a person sees it.

use insta::assert_snapshot;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;

use crate::app::{
    ArticleRow, ArticleState, Articles, ArticlesMessage, Key, KeyChord, Keymap, LastVerdict,
    articles_panes, settle_articles, update_articles,
};
use crate::claim::Reviewer;
use crate::review::Progress;
use crate::text::{AmbiguousWidth, width};

/// An article with so many claims verified, disputed, unknown, contested, unreviewed.
fn article(title: &str, language: &str, reviewer: &str, counts: [usize; 5]) -> ArticleRow {
    let [verified, disputed, unknown, contested, unreviewed] = counts;
    let progress = Progress {
        claims: counts.iter().sum(),
        verified,
        disputed,
        unknown,
        contested,
        unreviewed,
        ..Progress::default()
    };
    let last = LastVerdict {
        reviewer: Reviewer::new(reviewer),
        reviewed: "2024-03-05T09:12:44Z".parse().expect("a time"),
    };
    let name = title.replace(' ', "-");
    ArticleRow {
        opens: format!("march/{name}.claims.yaml").into(),
        article: None,
        place: format!("march/{name}.claims.yaml"),
        title: title.to_owned(),
        language: Some(language.to_owned()),
        state: ArticleState::Split {
            last: (progress.reviewed() > 0).then_some(last),
            progress,
        },
    }
}

fn desk() -> Articles {
    let mut articles = Articles::new("march", Keymap::default());
    let mut rows = vec![
        article(
            "Harbour staff threaten to walk out",
            "en",
            "Ana Ruiz",
            [12, 3, 1, 0, 4],
        ),
        article(
            "港務局員工聯名要求理事會辭職",
            "zh-Hant",
            "林美",
            [6, 1, 0, 2, 11],
        ),
        article(
            "The tram that never came",
            "en",
            "Ana Ruiz",
            [8, 0, 0, 0, 0],
        ),
        article("市集一百年", "zh-Hant", "", [0, 0, 0, 0, 31]),
    ];
    for (title, state) in [
        ("bridge.txt", ArticleState::NotSplit),
        (
            "budget",
            ArticleState::Unreadable("line 7: conflict markers; merge the file first".to_owned()),
        ),
    ] {
        rows.push(ArticleRow {
            state,
            language: None,
            ..article(title, "", "", [0; 5])
        });
    }
    update_articles(&mut articles, ArticlesMessage::Arrived(rows));
    update_articles(&mut articles, ArticlesMessage::AllArrived);
    articles
}

fn press(articles: &mut Articles, keys: &str) {
    for word in keys.split_whitespace() {
        let key: KeyChord = word.parse().expect("a key");
        update_articles(articles, ArticlesMessage::Key(key));
    }
}

fn frame(articles: &mut Articles, columns: u16, rows: u16) -> Terminal<TestBackend> {
    let panes = articles_panes(Size::new(columns, rows));
    settle_articles(articles, &panes);
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test backend");
    terminal
        .draw(|frame| super::draw_articles(frame, articles, &panes))
        .expect("a frame");
    terminal
}

/// What the frame shows; cells that a wide character covers are stepped over.
fn screen(articles: &mut Articles, columns: u16, rows: u16) -> String {
    let terminal = frame(articles, columns, rows);
    let buffer = terminal.backend().buffer();
    let mut screen = String::new();
    for y in 0..rows {
        let (mut x, mut row) = (0, String::new());
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

#[test]
fn the_list_shows_how_far_each_article_is() {
    let mut desk = desk();
    for (columns, rows) in [(40, 10), (60, 15), (80, 24), (120, 40), (200, 60)] {
        let name = format!("articles_{columns}x{rows}");
        assert_snapshot!(name, screen(&mut desk, columns, rows));
    }
}

#[test]
fn what_is_searched_stands_where_the_cursor_does() {
    let mut desk = desk();
    press(&mut desk, "/");
    for c in "理事".chars() {
        update_articles(
            &mut desk,
            ArticlesMessage::Key(KeyChord::plain(Key::Char(c))),
        );
    }
    assert_snapshot!(screen(&mut desk, 80, 15));
    press(&mut desk, "enter f f f");
    assert_snapshot!("articles_found", screen(&mut desk, 80, 15));
}

#[test]
fn the_list_explains_its_keys() {
    let mut desk = desk();
    press(&mut desk, "?");
    assert_snapshot!(screen(&mut desk, 80, 24));
}

#[test]
fn every_size_can_be_drawn() {
    for keys in ["", "?", "/", "j j f", "G"] {
        for columns in (1..=210).step_by(7) {
            for rows in (1..=45).step_by(4) {
                let mut desk = desk();
                press(&mut desk, keys);
                frame(&mut desk, columns, rows);
            }
        }
    }
}
