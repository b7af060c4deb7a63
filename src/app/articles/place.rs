//! Where everything stands on the screen of the articles, and its scrolling.

use ratatui::layout::{Rect, Size};

use crate::app::articles::list::{Articles, ArticlesDialog};
use crate::app::panes::SMALLEST;

/// Where everything stands on the screen of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticlesPanes {
    /// The whole screen.
    pub screen: Rect,
    /// Whether nothing but a word about the size has room.
    pub too_small: bool,
    /// What the list is of, and how far all are.
    pub header: Rect,
    /// The list, its first row the title.
    pub list: Rect,
    /// What the row under the cursor does not say.
    pub detail: Rect,
    /// Sums over what is listed.
    pub totals: Rect,
    /// The notice, the words of a search, or keys of the second rank.
    pub notice: Rect,
    /// The keys of the first rank.
    pub keys: Rect,
}

/// Where everything stands on a screen of `size`.
pub fn articles_panes(size: Size) -> ArticlesPanes {
    let screen = Rect::new(0, 0, size.width, size.height);
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return ArticlesPanes {
            screen,
            too_small: true,
            ..ArticlesPanes::default()
        };
    }
    let rows = |y: u16, height: u16| Rect::new(0, y, size.width, height);
    ArticlesPanes {
        screen,
        too_small: false,
        header: rows(0, 1),
        list: rows(1, size.height - 6),
        totals: rows(size.height - 5, 1),
        detail: rows(size.height - 4, 2),
        notice: rows(size.height - 2, 1),
        keys: rows(size.height - 1, 1),
    }
}

/// Brings order and scrolling into line with what will be drawn.
pub fn settle_articles(articles: &mut Articles, panes: &ArticlesPanes) {
    articles.arrange();
    articles.shown = *panes;
    if panes.too_small {
        return;
    }
    let height = usize::from(panes.list.height.saturating_sub(1)).max(1);
    articles.height = height;
    let index = articles.index();
    let context = 1.min((height - 1) / 2);
    let lowest = (index + context + 1).saturating_sub(height);
    let highest = index.saturating_sub(context);
    let top = articles.top.max(lowest).min(highest.max(lowest));
    articles.top = top.min(articles.len().saturating_sub(height));
    if let Some(ArticlesDialog::Help(help)) = &mut articles.dialog {
        let shown = height.saturating_sub(usize::from(help.field.is_some()));
        help.settle(&articles.keymap, shown);
    }
}
