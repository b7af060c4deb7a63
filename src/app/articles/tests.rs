//! Keys typed at the list of articles.

use ratatui::layout::Size;

use crate::app::articles::{
    ArticleRow, ArticleState, Articles, ArticlesEffect, ArticlesMessage, LastVerdict,
    articles_panes, settle_articles, update_articles,
};
use crate::app::{Key, KeyChord, Keymap};
use crate::claim::Reviewer;
use crate::review::Progress;

/// An article with so many claims verified, disputed, contested and unreviewed.
pub(crate) fn article(name: &str, counts: [usize; 4]) -> ArticleRow {
    let [verified, disputed, contested, unreviewed] = counts;
    let progress = Progress {
        claims: counts.iter().sum(),
        verified,
        disputed,
        contested,
        unreviewed,
        ..Progress::default()
    };
    let last = (progress.reviewed() > 0).then(|| LastVerdict {
        reviewer: Reviewer::new(if disputed > 0 { "林美" } else { "Ana Ruiz" }),
        reviewed: format!("2024-03-{:02}T09:00:00Z", verified + 1)
            .parse()
            .expect("a time"),
    });
    ArticleRow {
        opens: format!("{name}.claims.yaml").into(),
        article: Some(format!("/desk/{name}.txt").into()),
        place: format!("{name}.claims.yaml"),
        title: format!("The {name} vote"),
        language: Some("en".to_owned()),
        state: ArticleState::Split { progress, last },
    }
}

pub(crate) fn not_split(name: &str) -> ArticleRow {
    ArticleRow {
        opens: format!("{name}.txt").into(),
        article: Some(format!("/desk/{name}.txt").into()),
        place: format!("{name}.txt"),
        title: format!("{name}.txt"),
        language: None,
        state: ArticleState::NotSplit,
    }
}

fn desk() -> Articles {
    let mut articles = Articles::new("desk", Keymap::default());
    let rows = vec![
        article("harbour", [2, 1, 0, 7]),
        article("tram", [5, 0, 0, 0]),
        not_split("bridge"),
        article("market", [1, 0, 2, 1]),
    ];
    update_articles(&mut articles, ArticlesMessage::Arrived(rows));
    update_articles(&mut articles, ArticlesMessage::AllArrived);
    articles
}

fn press(articles: &mut Articles, keys: &str) -> Option<ArticlesEffect> {
    let mut effect = None;
    for word in keys.split_whitespace() {
        let key: KeyChord = word.parse().expect("a key");
        effect = update_articles(articles, ArticlesMessage::Key(key));
        settle_articles(articles, &articles_panes(Size::new(80, 24)));
    }
    effect
}

fn write(articles: &mut Articles, words: &str) {
    for c in words.chars() {
        update_articles(
            articles,
            ArticlesMessage::Key(KeyChord::plain(Key::Char(c))),
        );
    }
}

/// The paths that are listed, in order, without their endings.
fn listed(articles: &mut Articles) -> Vec<String> {
    settle_articles(articles, &articles_panes(Size::new(80, 24)));
    let rows = (0..articles.len()).filter_map(|it| articles.row(it));
    rows.map(|it| it.place.split('.').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn articles_are_sorted_by_what_a_key_says() {
    let mut desk = desk();
    assert_eq!(listed(&mut desk), ["bridge", "harbour", "market", "tram"]);
    let table = [
        ("title", ["harbour", "market", "tram", "bridge"]),
        ("progress", ["harbour", "market", "tram", "bridge"]),
        ("unreviewed claims", ["harbour", "market", "bridge", "tram"]),
        ("disputed claims", ["harbour", "bridge", "market", "tram"]),
        ("contested claims", ["market", "bridge", "harbour", "tram"]),
        ("last verdict", ["tram", "harbour", "market", "bridge"]),
    ];
    for (name, order) in table {
        press(&mut desk, "t");
        assert_eq!(desk.order.name(), format!("by {name}"));
        assert_eq!(listed(&mut desk), order, "{name}");
    }
    press(&mut desk, "r");
    assert_eq!(listed(&mut desk), ["bridge", "market", "harbour", "tram"]);
}

#[test]
fn a_filter_lists_what_it_names_and_totals_follow() {
    let mut desk = desk();
    assert_eq!(desk.totals().progress.claims, 0, "not summed up yet");
    listed(&mut desk);
    assert_eq!(desk.totals().progress.claims, 19);
    assert_eq!(desk.totals().not_split, 1);
    let table: [&[&str]; 5] = [
        &["bridge", "harbour", "market"],
        &["harbour"],
        &["market"],
        &["bridge"],
        &["tram"],
    ];
    for listed_now in table {
        press(&mut desk, "f");
        assert_eq!(listed(&mut desk), listed_now);
        assert_eq!(desk.totals().articles, listed_now.len());
    }
    press(&mut desk, "esc");
    assert_eq!(desk.len(), 4);
}

#[test]
fn words_find_articles_by_title_path_and_reviewer() {
    for (words, found) in [
        ("TRAM", &["tram"][..]),
        ("vote mark", &["market"]),
        ("林美", &["harbour"]),
        ("nothing", &[]),
    ] {
        let mut desk = desk();
        press(&mut desk, "/");
        write(&mut desk, words);
        assert_eq!(listed(&mut desk), found, "{words}");
        press(&mut desk, "enter");
        assert_eq!(listed(&mut desk), found, "{words} stays");
        press(&mut desk, "F");
        assert_eq!(desk.len(), 4);
    }
}

#[test]
fn the_cursor_stays_on_its_article_while_others_arrive() {
    let mut desk = desk();
    press(&mut desk, "j j");
    assert_eq!(
        desk.current_row().expect("a row").place,
        "market.claims.yaml"
    );
    let early = vec![
        article("airport", [0, 0, 0, 3]),
        article("zoo", [1, 0, 0, 0]),
    ];
    update_articles(&mut desk, ArticlesMessage::Arrived(early));
    assert_eq!(listed(&mut desk).len(), 6);
    assert_eq!(
        desk.current_row().expect("a row").place,
        "market.claims.yaml"
    );
    assert_eq!(desk.index(), 3);
}

#[test]
fn an_article_that_gets_a_claim_file_is_listed_once() {
    let mut desk = desk();
    press(&mut desk, "g");
    let opens = match press(&mut desk, "enter") {
        Some(ArticlesEffect::Open(path)) => path,
        other => panic!("{other:?}"),
    };
    assert_eq!(opens.to_string_lossy(), "bridge.txt");
    let split = vec![article("bridge", [1, 0, 0, 4])];
    update_articles(&mut desk, ArticlesMessage::Arrived(split));
    update_articles(
        &mut desk,
        ArticlesMessage::Arrived(vec![not_split("bridge")]),
    );
    assert_eq!(listed(&mut desk), ["bridge", "harbour", "market", "tram"]);
    let row = desk.current_row().expect("a row");
    assert_eq!(row.place, "bridge.claims.yaml");
    assert_eq!(row.progress().map(Progress::reviewed), Some(1));
}

#[test]
fn the_next_unfinished_article_is_found_round_the_end() {
    let mut desk = desk();
    let mut at = Vec::new();
    for _ in 0..4 {
        press(&mut desk, "n");
        at.push(desk.index());
    }
    assert_eq!(at, [1, 2, 0, 1]);
}

#[test]
fn what_cannot_be_read_says_why_instead_of_opening() {
    let mut desk = desk();
    let broken = ArticleRow {
        state: ArticleState::Unreadable("conflict markers in line 3; merge it first".to_owned()),
        ..article("aaa", [0; 4])
    };
    update_articles(&mut desk, ArticlesMessage::Arrived(vec![broken]));
    assert_eq!(press(&mut desk, "g enter"), None);
    assert!(desk.notice().text().expect("a notice").contains("line 3"));
}

#[test]
fn keys_in_an_empty_list_do_no_harm() {
    let mut desk = Articles::new("nothing", Keymap::default());
    for key in
        "j k g G pagedown pageup ctrl-d ctrl-u n t r f F / enter esc R ? j esc enter".split(' ')
    {
        press(&mut desk, key);
    }
    assert_eq!(press(&mut desk, "q"), Some(ArticlesEffect::Quit));
}
