//! What happens to the list of articles, and what it asks for.

use std::path::PathBuf;

use crate::app::action::{Action, Scope};
use crate::app::articles::list::{ArticleFilter, ArticleOrder, Articles, ArticlesDialog};
use crate::app::articles::row::{ArticleRow, ArticleState};
use crate::app::field::{Field, Lines};
use crate::app::help::{HelpDialog, counts_elsewhere};
use crate::app::key::KeyChord;
use crate::app::notice::Notice;
use crate::app::pointer::{Gesture, Pointer, Press, row_in};
use crate::app::role::counted;
use crate::app::update::edit_field;
use crate::text::{Column, Problem};

/// What happened while the list of articles stands on the screen.
#[derive(Clone, Debug)]
pub enum ArticlesMessage {
    /// A key was pressed.
    Key(KeyChord),
    /// The pointer did something.
    Pointer(Pointer),
    /// Text was pasted as a whole.
    Paste(String),
    /// Articles were read, or read again.
    Arrived(Vec<ArticleRow>),
    /// All that there are have arrived.
    AllArrived,
    /// Something that was asked for did not work.
    Failed(Problem),
}

/// What the list of articles asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticlesEffect {
    /// Open this article, or claim file, for review.
    Open(PathBuf),
    /// Look at all of them again.
    Reread,
    /// Stop the process until the shell continues it.
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    /// Leave the interface.
    Quit,
}

/// Takes in what happened and answers with what is to be done about it.
pub fn update_articles(
    articles: &mut Articles,
    message: ArticlesMessage,
) -> Option<ArticlesEffect> {
    match message {
        ArticlesMessage::Key(key) => {
            articles.arrange();
            return press(articles, key);
        }
        ArticlesMessage::Pointer(pointer) => {
            articles.arrange();
            return point(articles, pointer);
        }
        ArticlesMessage::Paste(words) => paste(articles, &words),
        ArticlesMessage::Arrived(rows) => rows.into_iter().for_each(|it| articles.take_in(it)),
        ArticlesMessage::AllArrived => articles.is_reading = false,
        ArticlesMessage::Failed(problem) => {
            articles.notice = Notice::Failed(told(&problem));
        }
    }
    None
}

/// A problem in one line, with what to do about it.
fn told(problem: &Problem) -> String {
    let next = problem.what_next().map(|it| format!("; {it}"));
    format!("{}{}", problem.headline(), next.unwrap_or_default())
}

fn press(articles: &mut Articles, key: KeyChord) -> Option<ArticlesEffect> {
    articles.notice = Notice::None;
    let takes_text = articles.field_mut().is_some();
    let command = if takes_text { key } else { key.half_width() };
    if let Some(action) = articles.keymap.action(articles.scopes(), command) {
        return act(articles, action);
    }
    if let (Some(field), Some(c)) = (articles.field_mut(), key.typed()) {
        field.insert(c.encode_utf8(&mut [0; 4]));
        search_again(articles);
        return None;
    }
    let help = articles.keymap.key(Action::ArticlesHelp);
    let help = help.map(|it| format!("; {it} shows all keys"));
    let told = format!("{command} does nothing here{}", help.unwrap_or_default());
    articles.notice = Notice::Told(told);
    None
}

/// A press goes to an article, the next one opens it; the wheel moves.
fn point(articles: &mut Articles, pointer: Pointer) -> Option<ArticlesEffect> {
    let is_help = matches!(articles.dialog, Some(ArticlesDialog::Help(_)));
    match pointer.gesture {
        Gesture::WheelDown if is_help => help_by(articles, 1),
        Gesture::WheelUp if is_help => help_by(articles, -1),
        Gesture::WheelDown => move_by(articles, 1),
        Gesture::WheelUp => move_by(articles, -1),
        Gesture::Press if articles.dialog.is_none() => {
            articles.notice = Notice::None;
            let row = row_in(articles.shown.list, pointer.at)?;
            let index = articles.top + row;
            let is_again = articles.press.is_some_and(|it| it.at == pointer.at);
            articles.press = Some(Press::after(articles.press, pointer.at));
            if is_again && index == articles.index() {
                return open(articles);
            }
            if index < articles.len() {
                articles.go_to(index);
            }
        }
        Gesture::Press | Gesture::Drag | Gesture::Release => {}
    }
    None
}

fn paste(articles: &mut Articles, words: &str) {
    if let Some(field) = articles.field_mut() {
        field.insert(words.trim());
        return search_again(articles);
    }
    let key = articles.keymap.key(Action::ArticlesSearch);
    let how = key.map(|it| format!(": {it} opens the search first"));
    let told = format!("pasted text is not taken here{}", how.unwrap_or_default());
    articles.notice = Notice::Told(told);
}

fn act(articles: &mut Articles, action: Action) -> Option<ArticlesEffect> {
    let page = articles.height.saturating_sub(1).max(1);
    let half = (articles.height / 2).max(1);
    let at = articles.index();
    match action {
        Action::ArticlesOpen => return open(articles),
        Action::ArticlesReread => {
            articles.forget();
            return Some(ArticlesEffect::Reread);
        }
        Action::ArticlesSuspend => return Some(ArticlesEffect::Suspend),
        Action::ArticlesRedraw => return Some(ArticlesEffect::Redraw),
        Action::ArticlesQuit => return Some(ArticlesEffect::Quit),

        Action::ArticlesDown => articles.go_to(at + 1),
        Action::ArticlesUp => articles.go_to(at.saturating_sub(1)),
        Action::ArticlesHalfPageDown => articles.go_to(at + half),
        Action::ArticlesHalfPageUp => articles.go_to(at.saturating_sub(half)),
        Action::ArticlesPageDown => articles.go_to(at + page),
        Action::ArticlesPageUp => articles.go_to(at.saturating_sub(page)),
        Action::ArticlesFirst => articles.go_to(0),
        Action::ArticlesLast => articles.go_to(usize::MAX),
        Action::ArticlesNextOpen => next_open(articles, at),

        Action::ArticlesSort => {
            articles.order = after(&ArticleOrder::ALL, articles.order);
            sorted(articles, articles.order.name());
        }
        Action::ArticlesReverse => {
            articles.is_reversed = !articles.is_reversed;
            sorted(articles, "the other way round");
        }
        Action::ArticlesFilter => {
            articles.filter = after(&ArticleFilter::ALL, articles.filter);
            listed_anew(articles);
        }
        Action::ArticlesClearFilter => clear_filter(articles),
        Action::ArticlesSearch => {
            let field = Field::new(&articles.search, Lines::One);
            articles.dialog = Some(ArticlesDialog::Search(field));
        }

        Action::ArticlesHelp => {
            let help = HelpDialog::new(articles.scopes());
            articles.dialog = Some(ArticlesDialog::Help(help));
        }
        Action::HelpTop => help_by(articles, isize::MIN),
        Action::HelpEnd => help_by(articles, isize::MAX),
        Action::HelpSearch => search_help(articles),
        Action::HelpDown => help_by(articles, 1),
        Action::HelpUp => help_by(articles, -1),
        Action::HelpPageDown => help_by(articles, page.cast_signed()),
        Action::HelpPageUp => help_by(articles, -page.cast_signed()),
        Action::HelpClose => articles.dialog = None,
        Action::HelpDo => return do_chosen(articles),
        Action::Save => save(articles),
        Action::Cancel => cancel(articles),
        // Every other action is of the review, or edits the words of a search.
        _ => type_in(articles, action),
    }
    None
}

fn open(articles: &mut Articles) -> Option<ArticlesEffect> {
    let row = articles.current_row()?;
    if let ArticleState::Unreadable(why) = &row.state {
        articles.notice = Notice::Failed(why.clone());
        return None;
    }
    let opens = row.opens.clone();
    articles.current = Some(opens.clone());
    Some(ArticlesEffect::Open(opens))
}

/// To the next article with something left to do, round the end.
fn next_open(articles: &mut Articles, at: usize) {
    let length = articles.len();
    let ahead = (1..=length).map(|it| (at + it) % length);
    let found = ahead
        .into_iter()
        .find(|&it| articles.row(it).is_some_and(ArticleRow::is_open));
    match found {
        Some(found) => articles.go_to(found),
        None => articles.notice = Notice::Told("every article is finished".to_owned()),
    }
}

fn clear_filter(articles: &mut Articles) {
    if !articles.narrows() {
        articles.notice = Notice::Told("all articles are listed".to_owned());
        return;
    }
    articles.filter = ArticleFilter::All;
    articles.search.clear();
    listed_anew(articles);
}

/// Lists anew and says what is listed now.
fn listed_anew(articles: &mut Articles) {
    articles.list_anew();
    articles.arrange();
    let listed = counted(articles.len(), "article");
    articles.notice = Notice::Told(format!("{listed}: {}", articles.filter.name()));
}

/// Lists anew and says in which order.
fn sorted(articles: &mut Articles, order: &str) {
    articles.list_anew();
    articles.notice = Notice::Told(format!("sorted {order}"));
}

fn search_again(articles: &mut Articles) {
    match &mut articles.dialog {
        Some(ArticlesDialog::Search(field)) if field.text() != articles.search => {
            articles.search = field.text().to_owned();
            articles.list_anew();
            articles.arrange();
        }
        Some(ArticlesDialog::Help(help)) => {
            if let Some(field) = &help.field {
                help.search = field.text().to_owned();
                help.begin_again();
            }
        }
        Some(ArticlesDialog::Search(_)) | None => {}
    }
}

/// Edits the words of a search; elsewhere the action means nothing.
fn type_in(articles: &mut Articles, action: Action) {
    // One row of any width: up and down mean nothing in it.
    let columns = Column(usize::MAX / 2);
    match (&articles.dialog, action) {
        (Some(ArticlesDialog::Search(_)), Action::CaretUp) => return move_by(articles, -1),
        (Some(ArticlesDialog::Search(_)), Action::CaretDown) => return move_by(articles, 1),
        _ => {}
    }
    if let Some(field) = articles.field_mut() {
        edit_field(field, action, columns);
    }
    search_again(articles);
}

fn move_by(articles: &mut Articles, steps: isize) {
    let at = articles.index().saturating_add_signed(steps);
    articles.go_to(at);
}

fn help_by(articles: &mut Articles, steps: isize) {
    if let Some(ArticlesDialog::Help(help)) = &mut articles.dialog {
        help.move_by(&articles.keymap, steps);
    }
}

/// Does the action of the help that the cursor is on, or says where it counts.
fn do_chosen(articles: &mut Articles) -> Option<ArticlesEffect> {
    let Some(ArticlesDialog::Help(help)) = &articles.dialog else {
        return None;
    };
    let entry = help.chosen(&articles.keymap)?;
    if entry.scope == Scope::Articles {
        articles.dialog = None;
        return act(articles, entry.action);
    }
    articles.notice = Notice::Told(counts_elsewhere(entry));
    None
}

fn search_help(articles: &mut Articles) {
    if let Some(ArticlesDialog::Help(help)) = &mut articles.dialog {
        help.field = Some(Field::new(&help.search, Lines::One));
    }
}

/// Leaves the field; what it found stays on the screen.
fn save(articles: &mut Articles) {
    match &mut articles.dialog {
        Some(ArticlesDialog::Help(help)) => help.field = None,
        Some(ArticlesDialog::Search(_)) | None => articles.dialog = None,
    }
}

/// Leaves the field, and shows everything again.
fn cancel(articles: &mut Articles) {
    if let Some(ArticlesDialog::Help(help)) = &mut articles.dialog {
        help.field = None;
        help.search.clear();
        return;
    }
    articles.dialog = None;
    articles.search.clear();
    listed_anew(articles);
}

fn after<T: Copy + PartialEq>(all: &[T], one: T) -> T {
    let at = all.iter().position(|it| *it == one).unwrap_or(0);
    all[(at + 1) % all.len()]
}

impl Articles {
    /// Whose keys count now, the nearest first.
    pub fn scopes(&self) -> &'static [Scope] {
        match &self.dialog {
            Some(ArticlesDialog::Help(it)) if it.field.is_none() => &[Scope::Help],
            Some(ArticlesDialog::Help(_) | ArticlesDialog::Search(_)) => &[Scope::Field],
            None => &[Scope::Articles],
        }
    }

    /// The field that takes what is typed, if there is one.
    fn field_mut(&mut self) -> Option<&mut Field> {
        match &mut self.dialog {
            Some(ArticlesDialog::Search(field)) => Some(field),
            Some(ArticlesDialog::Help(help)) => help.field.as_mut(),
            None => None,
        }
    }

    /// The line for the person.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }
}
