//! The list of sources, each with the claims that rest on it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Model, Role, SourceRow, SourcesDialog, glyph};
use crate::tui::paint::{Canvas, Pen, body, title};
use crate::tui::style;

/// Draws the rows of the list that are on the screen.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model, dialog: &SourcesDialog) {
    let count = match dialog.sources {
        1 => "1 source".to_owned(),
        count => format!("{count} sources"),
    };
    title(canvas, area, "Sources", &count, true);
    let area = body(area);
    for (row, at) in (0..area.height).zip(dialog.top..dialog.rows.len()) {
        let mut pen = Pen::new(canvas, area, row);
        pen.own(if at == dialog.at { ">" } else { " " }, style::TITLE);
        match &dialog.rows[at] {
            SourceRow::Source { title, url, claims } => {
                let noun = if *claims == 1 { "claim" } else { "claims" };
                pen.any(&format!(" {claims} {noun}  "), style::of(Role::Notice));
                pen.any(title, style::of(Role::Strong));
                if let Some(url) = url.as_ref().filter(|it| *it != title) {
                    pen.own("  ", Style::new()).cut(url, style::of(Role::Dim));
                }
            }
            SourceRow::Claim { id, how } => {
                let Some(position) = model.review().position(id) else {
                    continue;
                };
                let status = model.status(position);
                let claim = &model.review().claims()[position];
                pen.own("     ", Style::new());
                pen.own(glyph(status), style::of(Role::Status(status)));
                pen.any(&format!(" {:>3} ", position + 1), style::LINE);
                if !how.is_empty() {
                    pen.any(&format!("({how}) "), style::of(Role::Dim));
                }
                pen.cut(&claim.wording, Style::new());
            }
        }
        if at == dialog.at {
            Pen::new(canvas, area, row).restyle(style::CURRENT);
        }
    }
}
