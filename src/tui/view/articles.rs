//! The list of articles: title, language, how far, who was last.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{
    ACTIONS, Action, ArticleRow, ArticleState, Articles, ArticlesDialog, ArticlesPanes, Entry,
    Notice, Role, glyph,
};
use crate::claim::{Status, Verdict};
use crate::review::Progress;
use crate::text::{AmbiguousWidth, Column, pad, truncate};
use crate::tui::paint::{Canvas, Pen, body, columns, title};
use crate::tui::style;
use crate::tui::view::{help, too_small};

/// Draws the whole screen: a function of the list and the panes.
pub fn draw(frame: &mut Frame<'_>, articles: &Articles, panes: &ArticlesPanes) {
    // The screen may have shrunk since the panes were made; the next frame knows.
    let screen = panes.screen.intersection(frame.area());
    if panes.too_small {
        return too_small(frame, screen);
    }
    let mut canvas = Canvas::new(frame.buffer_mut(), articles.ambiguous_width);
    let canvas = &mut canvas;
    header(canvas, panes.header, articles);
    let mut caret = None;
    match articles.dialog() {
        Some(ArticlesDialog::Help(it)) => {
            let rows = it.rows(&articles.keymap);
            caret = help::draw_searched(canvas, panes.list, &rows, it);
        }
        Some(ArticlesDialog::Search(_)) | None => list(canvas, panes.list, articles),
    }
    totals(canvas, panes.totals, articles);
    detail(canvas, panes.detail, articles);
    hints(canvas, panes, articles);
    if let Some(ArticlesDialog::Search(field)) = articles.dialog() {
        caret = Some(help::search(canvas, panes.notice, field));
    }
    // The terminal's own cursor: input methods open their window beside it.
    if let Some(caret) = caret.filter(|it| frame.area().contains(*it)) {
        frame.set_cursor_position(caret);
    }
}

/// The first row: what the list is of, how far everything is.
fn header(canvas: &mut Canvas<'_>, area: Rect, articles: &Articles) {
    let progress = &articles.totals().progress;
    let right = if articles.is_reading {
        format!("reading … {} ", articles.known())
    } else {
        format!("{} of {} claims ", progress.reviewed(), progress.claims)
    };
    let left = Rect {
        width: area.width.saturating_sub(columns(&right) + 2),
        ..area
    };
    Pen::new(canvas, left, 0)
        .own(" ", style::TITLE)
        .cut(&articles.title, style::TITLE);
    let mut pen = Pen::new(canvas, area, 0);
    pen.skip(area.width.saturating_sub(columns(&right)));
    pen.any(&right, style::TITLE);
}

/// Which columns have room, and how wide they are; 0 is not there.
struct Widths {
    title: u16,
    language: u16,
    bar: u16,
    done: u16,
    /// Verified and unknown claims too, and those that nobody has judged.
    all_counts: bool,
    last: u16,
}

impl Widths {
    /// Disputed and contested are always there: they are what an editor looks for.
    fn of(width: u16) -> Self {
        let mut widths = Self {
            title: 0,
            language: if width >= 76 { 8 } else { 0 },
            bar: match width {
                ..56 => 0,
                56..100 => 9,
                _ => 13,
            },
            done: 10,
            all_counts: width >= 96,
            last: match width {
                ..120 => 0,
                120..160 => 24,
                _ => 36,
            },
        };
        let counts = if widths.all_counts { 5 } else { 2 } * COUNT;
        let taken = 2 + widths.language + widths.bar + widths.done + counts + widths.last;
        widths.title = width.saturating_sub(taken);
        widths
    }
}

/// Columns of a count with its sign.
const COUNT: u16 = 6;

fn list(canvas: &mut Canvas<'_>, area: Rect, articles: &Articles) {
    title(canvas, area, "Articles", &told_of_list(articles), true);
    let area = body(area);
    let widths = Widths::of(area.width);
    let index = articles.index();
    for row in 0..area.height {
        let at = articles.top + usize::from(row);
        let Some(article) = articles.row(at) else {
            break;
        };
        let is_current = at == index;
        let mut pen = Pen::new(canvas, area, row);
        pen.own(if is_current { "> " } else { "  " }, style::TITLE);
        cells(&mut pen, article, &widths);
        if is_current {
            Pen::new(canvas, area, row).restyle(style::CURRENT);
        }
    }
    if articles.is_empty() {
        let words = match (articles.is_reading, articles.narrows()) {
            (true, _) => " reading …",
            (false, true) => " no such article; F lists all",
            (false, false) => " no article was found",
        };
        Pen::new(canvas, area, 0).own(words, style::LINE);
    }
}

/// "3 of 12, unfinished, by path".
fn told_of_list(articles: &Articles) -> String {
    let mut told = if articles.is_empty() {
        "none".to_owned()
    } else {
        format!("{} of {}", articles.index() + 1, articles.len())
    };
    if articles.narrows() {
        told.push_str(", ");
        told.push_str(articles.filter.name());
        if !articles.search.is_empty() {
            told.push_str(", with “");
            told.push_str(&articles.search);
            told.push('”');
        }
    }
    told.push_str(", ");
    told.push_str(articles.order.name());
    if articles.is_reversed {
        told.push_str(", reversed");
    }
    told
}

fn cells(pen: &mut Pen<'_>, article: &ArticleRow, widths: &Widths) {
    cell(pen, &article.title, widths.title, Style::new());
    let language = article.language.as_deref().unwrap_or_default();
    cell(pen, language, widths.language, style::of(Role::Dim));
    match &article.state {
        ArticleState::NotSplit => {
            pen.cut("not split yet", style::of(Role::Dim));
        }
        ArticleState::Unreadable(_) => {
            pen.cut("cannot be read", style::of(Role::Alert));
        }
        ArticleState::Split { progress, last } => {
            bar(pen, progress, widths.bar);
            let done = format!("{}/{}", progress.reviewed(), progress.claims);
            cell(pen, &done, widths.done, Style::new());
            counts(pen, progress, widths.all_counts);
            if let Some(last) = last {
                let day = last.reviewed.time().date_naive();
                let told = format!("{day} {}", last.reviewer);
                cell(pen, &told, widths.last, Style::new());
            }
        }
    }
}

/// Words in a column of that width, one column of it left empty.
fn cell(pen: &mut Pen<'_>, words: &str, width: u16, style: Style) {
    if width == 0 {
        return;
    }
    let words = crate::text::Visible::line(words);
    let room = Column(usize::from(width - 1));
    let words = truncate(words.as_str(), room, AmbiguousWidth::Narrow);
    let words = pad(&words, room, AmbiguousWidth::Narrow);
    pen.any(&words, style).own(" ", style);
}

/// How far the review is, as a bar; something done never looks like nothing.
fn bar(pen: &mut Pen<'_>, progress: &Progress, width: u16) {
    let room = usize::from(width.saturating_sub(1));
    if room == 0 {
        return;
    }
    let (done, all) = (progress.reviewed(), progress.claims);
    let full = match (done, all) {
        (0, 0) => room,
        (0, _) => 0,
        _ if done == all => room,
        _ => (done * room / all).clamp(1, room - 1),
    };
    for _ in 0..full {
        pen.own("█", Style::new());
    }
    for _ in full..room {
        pen.own("░", style::of(Role::Dim));
    }
    pen.own(" ", Style::new());
}

fn counts(pen: &mut Pen<'_>, progress: &Progress, all: bool) {
    let agreed = Status::Agreed;
    let counts = [
        (agreed(Verdict::Verified), progress.verified, all),
        (agreed(Verdict::Disputed), progress.disputed, true),
        (agreed(Verdict::Unknown), progress.unknown, all),
        (Status::Unreviewed, progress.unreviewed, all),
        (Status::Contested, progress.contested, true),
    ];
    for (status, count, is_shown) in counts {
        if !is_shown {
            continue;
        }
        if count == 0 {
            pen.skip(COUNT);
        } else {
            let told = format!("{} {count}", glyph(status));
            cell(pen, &told, COUNT, style::of_status(status));
        }
    }
}

/// Sums over what is listed.
fn totals(canvas: &mut Canvas<'_>, area: Rect, articles: &Articles) {
    let totals = articles.totals();
    let articles = if totals.articles == 1 {
        "article"
    } else {
        "articles"
    };
    let some = |count: usize, word: &str| match count {
        0 => String::new(),
        _ => format!(", {count} {word}"),
    };
    let told = format!(
        "{} {articles}{}{} · {}",
        totals.articles,
        some(totals.not_split, "not split yet"),
        some(totals.unreadable, "unreadable"),
        in_words(&totals.progress)
    );
    title(canvas, area, "All", &told, false);
}

/// "12 claims: 3 verified, 1 disputed, 8 unreviewed".
fn in_words(progress: &Progress) -> String {
    let claims = if progress.claims == 1 {
        "claim"
    } else {
        "claims"
    };
    let parts = [
        (progress.verified, "verified"),
        (progress.disputed, "disputed"),
        (progress.unknown, "unknown"),
        (progress.contested, "contested"),
        (progress.unreviewed, "unreviewed"),
    ];
    let parts = parts.iter().filter(|it| it.0 > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if parts.is_empty() {
        return format!("{} {claims}", progress.claims);
    }
    format!("{} {claims}: {}", progress.claims, parts.join(", "))
}

/// What the row under the cursor has no room for.
fn detail(canvas: &mut Canvas<'_>, area: Rect, articles: &Articles) {
    let Some(article) = articles.current_row() else {
        return;
    };
    Pen::new(canvas, area, 0)
        .skip(1)
        .cut(&article.place, style::of(Role::Dim));
    let (told, role) = match &article.state {
        ArticleState::NotSplit => (
            "not split yet: opening it finds its claims".to_owned(),
            Role::Plain,
        ),
        ArticleState::Unreadable(why) => (why.clone(), Role::Alert),
        ArticleState::Split { progress, last } => {
            let last = last.as_ref().map(|it| {
                let day = it.reviewed.time().date_naive();
                format!(" · last: {}, {day}", it.reviewer)
            });
            let told = format!("{}{}", in_words(progress), last.unwrap_or_default());
            (told, Role::Plain)
        }
    };
    Pen::new(canvas, area, 1)
        .skip(1)
        .cut(&told, style::of(role));
}

/// The last rows: what was done, which keys count.
fn hints(canvas: &mut Canvas<'_>, panes: &ArticlesPanes, articles: &Articles) {
    let listed = |it: &&Entry| !it.footer.is_empty() && articles.scopes().contains(&it.scope);
    let mut entries = ACTIONS
        .iter()
        .filter(listed)
        .filter(|it| it.action != Action::NewLine && it.action != Action::FieldInEditor)
        .filter_map(|it| Some((articles.keymap.key(it.action)?.to_string(), it.footer)));
    let rest = flow(canvas, panes.keys, &mut entries);
    let words = match articles.notice() {
        Notice::None => {
            flow(canvas, panes.notice, &mut rest.into_iter().chain(entries));
            return;
        }
        Notice::Told(words) => (words, Role::Notice),
        Notice::Failed(words) => (words, Role::Alert),
    };
    Pen::new(canvas, panes.notice, 0)
        .skip(1)
        .cut(words.0, style::of(words.1));
}

/// Writes hints as long as whole ones fit; answers with the first that did not.
fn flow(
    canvas: &mut Canvas<'_>,
    area: Rect,
    hints: &mut impl Iterator<Item = (String, &'static str)>,
) -> Option<(String, &'static str)> {
    let mut pen = Pen::new(canvas, area, 0);
    pen.skip(1);
    for (key, word) in hints {
        if columns(&key) + 1 + columns(word) > pen.room() {
            return Some((key, word));
        }
        pen.any(&key, style::of(Role::Key));
        pen.own(" ", Style::new()).own(word, Style::new()).skip(2);
    }
    None
}
