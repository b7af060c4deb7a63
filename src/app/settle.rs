//! Scrolling, decided once between a change and its frame.

use ratatui::layout::Rect;

use crate::app::detail::Detail;
use crate::app::dialog::Dialog;
use crate::app::model::{Model, Pane};
use crate::app::page::Follows;
use crate::app::panes::{FORM_LABEL, Panes};
use crate::app::remembered::RememberedClaims;
use crate::text::Column;

/// Columns at the left of the article for the signs of the claims.
pub const GUTTER: u16 = 2;

/// Rows of the article that stay in view above and below the current claim,
/// where there is room.
const CONTEXT: usize = 3;

/// Brings rows and scrolling into line with the panes that will be drawn.
pub fn settle(model: &mut Model, panes: &Panes) {
    model.shown = *panes;
    if panes.too_small {
        return;
    }
    let body = |pane: Option<Rect>| pane.map_or(0, |it| usize::from(it.height.saturating_sub(1)));
    model.heights.article = body(panes.article);
    model.heights.claims = body(panes.claims);
    model.heights.claim = body(panes.claim);
    model.heights.dialog = body(panes.dialog);
    settle_article(model, panes.article);
    settle_claims(model);
    RememberedClaims::look(model);
    if let Some(pane) = panes.claim {
        Detail::refresh(model, Column(usize::from(pane.width)));
        let last = model
            .detail
            .rows()
            .len()
            .saturating_sub(model.heights.claim);
        model.detail.top = model.detail.top.min(last);
    }
    settle_dialog(model, panes);
}

fn settle_article(model: &mut Model, pane: Option<Rect>) {
    let Some(pane) = pane else { return };
    let columns = pane.width.saturating_sub(GUTTER).max(1);
    model.page.resize(Column(usize::from(columns)));
    let height = model.heights.article;
    if model.page.follows_claim()
        && let Some((first, last)) = model.current().and_then(|it| model.page.rows_of(it))
    {
        let context = CONTEXT.min(height.saturating_sub(last - first + 1) / 2);
        // A claim higher than the pane shows its start.
        let lowest = (last + context + 1).saturating_sub(height).min(first);
        let highest = first.saturating_sub(context);
        model.page.top = model.page.top.max(lowest).min(highest.max(lowest));
    }
    if model.focus == Pane::Article && model.page.follows == Follows::Caret {
        let row = model.page.row_of_caret();
        let context = CONTEXT.min(height.saturating_sub(1) / 2);
        let lowest = (row + context + 1).saturating_sub(height);
        let highest = row.saturating_sub(context);
        model.page.top = model.page.top.max(lowest).min(highest.max(lowest));
    }
    let last = model.page.rows().saturating_sub(height);
    model.page.top = model.page.top.min(last);
}

fn settle_claims(model: &mut Model) {
    let height = model.heights.claims.max(1);
    let count = model.listing.positions().len();
    if let Some(index) = model.listing.index_of(model.cursor) {
        let context = 1.min((height - 1) / 2);
        let lowest = (index + context + 1).saturating_sub(height);
        let highest = index.saturating_sub(context);
        model.listing.top = model.listing.top.max(lowest).min(highest.max(lowest));
    }
    model.listing.top = model.listing.top.min(count.saturating_sub(height));
}

fn settle_dialog(model: &mut Model, panes: &Panes) {
    let Some(area) = panes.dialog else { return };
    let width = usize::from(area.width);
    let height = model.heights.dialog;
    match &mut model.dialog {
        Some(Dialog::Help(help)) => {
            // The last row is the search, while it is typed.
            let shown = height.saturating_sub(usize::from(help.field.is_some()));
            help.settle(&model.keymap, shown);
            model.heights.field_columns = width.saturating_sub(2);
        }
        Some(Dialog::Sources(it)) => {
            let shown = height.max(1);
            let lowest = (it.at + 1).saturating_sub(shown);
            // The source that a claim belongs to stays in view where there is room.
            let highest = it.at.saturating_sub(usize::from(shown > 1));
            it.top = it.top.max(lowest).min(highest.max(lowest));
        }
        Some(Dialog::Palette(palette)) => {
            palette.at = palette.at.min(palette.found.len().saturating_sub(1));
            // The first row is the field.
            let listed = height.saturating_sub(1).max(1);
            palette.top = palette
                .top
                .max((palette.at + 1).saturating_sub(listed))
                .min(palette.at);
            model.heights.field_columns = width.saturating_sub(2);
        }
        Some(Dialog::Text(_) | Dialog::Line(_) | Dialog::Search(_) | Dialog::Conditions(_)) => {
            model.heights.field_columns = width;
        }
        Some(Dialog::Source(_)) => {
            model.heights.field_columns = width.saturating_sub(usize::from(FORM_LABEL));
        }
        Some(
            Dialog::Reason(_)
            | Dialog::Filter
            | Dialog::Editor(_)
            | Dialog::Choice(_)
            | Dialog::Welcome,
        )
        | None => {}
    }
}
