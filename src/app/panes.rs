//! Where everything stands on a screen of a given size.

use ratatui::layout::{Rect, Size};

use crate::app::action::ACTIONS;
use crate::app::dialog::{ChoicePurpose, Dialog};
use crate::app::field::Field;
use crate::app::form::SourceForm;
use crate::app::layout::{Layout, Share};
use crate::app::model::{Model, Pane};
use crate::app::notice::Saving;
use crate::app::preferences::Arrangement;
use crate::app::settle::GUTTER;
use crate::text::Column;

/// Where everything stands on the screen. A pane has one row of title and the
/// body below it; what has no room is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The whole screen.
    pub screen: Rect,
    /// Whether nothing but a word about the size has room.
    pub too_small: bool,
    /// The title and the progress.
    pub header: Rect,
    /// The article.
    pub article: Option<Rect>,
    /// The list of claims.
    pub claims: Option<Rect>,
    /// The current claim.
    pub claim: Option<Rect>,
    /// What stands between the article and the rest, if they stand side by side.
    pub separator: Option<Rect>,
    /// What is wrong and stays wrong: not saved, read-only.
    pub alert: Option<Rect>,
    /// The notice, and the keys of the second rank.
    pub notice: Rect,
    /// The keys of the first rank.
    pub keys: Rect,
    /// What the tutor says.
    pub lesson: Option<Rect>,
    /// What stands before the review.
    pub dialog: Option<Rect>,
}

/// The smallest screen on which anything is shown, in columns and rows.
pub const SMALLEST: Size = Size {
    width: 40,
    height: 10,
};

/// Below this the panes are shown one at a time.
const ONE_PANE: Size = Size {
    width: 60,
    height: 15,
};

/// From so many columns on the panes stand side by side.
const SIDE_BY_SIDE: u16 = 100;

/// Where everything stands on a screen of `size`.
pub fn panes(model: &Model, size: Size) -> Panes {
    let screen = Rect::new(0, 0, size.width, size.height);
    let mut panes = Panes {
        screen,
        ..Panes::default()
    };
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        panes.too_small = true;
        return panes;
    }
    let row = |y: u16| Rect::new(0, y, size.width, 1);
    panes.header = row(0);
    panes.keys = row(size.height - 1);
    panes.notice = row(size.height - 2);
    let mut end = size.height - 2;
    let is_alert = matches!(model.saving, Saving::Failed(_))
        || model.article_on_disk.alert().is_some()
        || model.read_only.is_some();
    if is_alert {
        end -= 1;
        panes.alert = Some(row(end));
    }
    let mut content = Rect::new(0, 1, size.width, end - 1);
    if let Some(lesson) = &model.lesson {
        let rows = lesson.rows(&model.keymap, Column(usize::from(size.width - 2)));
        let height = u16::try_from(1 + rows.len()).unwrap_or(u16::MAX);
        let height = height.min(content.height / 2);
        panes.lesson = Some(Rect { height, ..content });
        content.y += height;
        content.height -= height;
    }
    if model.is_reading {
        panes.article = Some(for_reading(content));
        panes.dialog = model.dialog.as_ref().map(|it| place(it, content));
        return panes;
    }
    let is_small = size.width < ONE_PANE.width || size.height < ONE_PANE.height;
    if is_small || model.is_zoomed {
        match model.focus {
            Pane::Article => panes.article = Some(content),
            Pane::Claims => panes.claims = Some(content),
            Pane::Claim => panes.claim = Some(content),
        }
    } else if !stands_beside(model.preferences.arrangement, size) {
        stack(content, &model.layout, &mut panes);
    } else {
        set_side_by_side(content, &model.layout, &mut panes);
    }
    panes.dialog = model.dialog.as_ref().map(|it| place(it, content));
    panes
}

/// Columns of a line of prose that is read at length.
const PROSE: u16 = 76;

/// The article by itself, in the middle of a wide screen.
fn for_reading(content: Rect) -> Rect {
    let width = content.width.min(PROSE + GUTTER);
    Rect {
        x: content.x + (content.width - width) / 2,
        width,
        ..content
    }
}

/// Whether the panes stand side by side on a screen of `size`.
fn stands_beside(arrangement: Arrangement, size: Size) -> bool {
    match arrangement {
        Arrangement::Auto => size.width >= SIDE_BY_SIDE,
        Arrangement::Beside => true,
        Arrangement::Stacked => false,
    }
}

/// Rows and columns that the person's own sizes leave to every pane.
const LEAST_ROWS: u16 = 3;
const LEAST_COLUMNS: u16 = 24;

/// What the person wants, as far as it leaves `kept` of `whole` to the others.
fn fit(wanted: u16, least: u16, whole: u16, kept: u16) -> u16 {
    wanted.max(least).min(whole.saturating_sub(kept))
}

fn stack(content: Rect, layout: &Layout, panes: &mut Panes) {
    let rows = content.height;
    let article = layout
        .of(Share::ArticleRows, rows)
        .map(|it| fit(it, LEAST_ROWS, rows, 2 * LEAST_ROWS));
    let article = article.unwrap_or(rows * 2 / 5);
    let claims = layout
        .of(Share::ListBelow, rows)
        .map(|it| fit(it, LEAST_ROWS, rows - article, LEAST_ROWS));
    let room = rows - article;
    let most = room.saturating_sub(LEAST_ROWS).max(LEAST_ROWS).min(room);
    let claims = claims.unwrap_or((rows / 4).max(4)).min(most);
    let rest = content.height - article - claims;
    let at = |y: u16, height: u16| Some(Rect::new(content.x, y, content.width, height));
    panes.article = at(content.y, article);
    panes.claims = at(content.y + article, claims);
    panes.claim = at(content.y + article + claims, rest);
}

fn set_side_by_side(content: Rect, layout: &Layout, panes: &mut Panes) {
    let (columns, rows) = (content.width, content.height);
    let left = layout
        .of(Share::ArticleColumns, columns)
        .map(|it| fit(it, LEAST_COLUMNS, columns, LEAST_COLUMNS + 1));
    // A line of prose is read best at some 60 to 80 columns.
    let left = left.unwrap_or((columns * 11 / 20).min(90));
    let claims = layout
        .of(Share::ListBeside, rows)
        .map(|it| fit(it, LEAST_ROWS, rows, LEAST_ROWS));
    let claims = claims.unwrap_or((rows * 2 / 5).max(5)).min(rows);
    let x = left + 1;
    let width = content.width - x;
    panes.article = Some(Rect {
        width: left,
        ..content
    });
    panes.separator = Some(Rect {
        x: left,
        width: 1,
        ..content
    });
    panes.claims = Some(Rect::new(x, content.y, width, claims));
    panes.claim = Some(Rect::new(
        x,
        content.y + claims,
        width,
        content.height - claims,
    ));
}

/// Rows of a field by itself: one of many lines has room to grow.
fn field_height(field: &Field, columns: u16) -> u16 {
    let rows = field.rows(Column(usize::from(columns))).len();
    let spare = if field.is_multi_line() { 3 } else { 1 };
    u16::try_from(rows.max(spare)).unwrap_or(u16::MAX)
}

/// Where a dialog stands: at the foot of the content, as high as it needs; help
/// and palette take all of it.
fn place(dialog: &Dialog, content: Rect) -> Rect {
    let count = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
    let wanted = match dialog {
        Dialog::Help(_) | Dialog::Palette(_) | Dialog::Sources(_) | Dialog::Welcome => {
            content.height
        }
        Dialog::Reason(_) | Dialog::Filter | Dialog::Editor(_) => {
            let listed = |scope| ACTIONS.iter().filter(|it| it.scope == scope).count();
            1 + count(dialog.scopes().iter().map(|it| listed(*it)).sum())
        }
        Dialog::Choice(choice) => {
            let told = match &choice.purpose {
                ChoicePurpose::Mend { told } => told.len(),
                _ => 0,
            };
            1 + count(choice.options.len() + told)
        }
        Dialog::Text(it) => 1 + field_height(&it.field, content.width),
        Dialog::Line(it) => 1 + field_height(&it.field, content.width),
        Dialog::Search(it) => 1 + field_height(&it.field, content.width),
        // What may stand at the caret has a row of its own.
        Dialog::Conditions(it) => 2 + field_height(&it.field, content.width),
        Dialog::Source(form) => 1 + form_height(form, content.width),
    };
    let height = wanted.min(content.height);
    Rect {
        y: content.y + content.height - height,
        height,
        ..content
    }
}

/// Columns that the labels of a form take.
pub const FORM_LABEL: u16 = 13;

/// Rows that a form takes on a screen of that width.
fn form_height(form: &SourceForm, width: u16) -> u16 {
    let columns = Column(usize::from(width.saturating_sub(FORM_LABEL)));
    let rows: usize = form.rows().iter().map(|it| it.height(columns)).sum();
    let rows = rows + form.offered.rows().count();
    u16::try_from(rows).unwrap_or(u16::MAX)
}
