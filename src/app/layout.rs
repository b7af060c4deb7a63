//! How the person has shared out the screen among the panes.

use std::fmt::Write as _;

/// What a share is counted in: parts of the whole.
const PARTS: u16 = 20;

/// The least and the most parts that a pane can be given.
const LEAST: u16 = 2;
const MOST: u16 = 18;

/// A size of a pane that the person can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The columns of the article, where the panes stand side by side.
    ArticleColumns,
    /// The rows of the list beside the article.
    ListBeside,
    /// The rows of the article, where the panes stand one above the other.
    ArticleRows,
    /// The rows of the list below the article.
    ListBelow,
}

impl Share {
    const ALL: [Self; 4] = [
        Self::ArticleColumns,
        Self::ListBeside,
        Self::ArticleRows,
        Self::ListBelow,
    ];

    /// Its name where it is written down.
    const fn name(self) -> &'static str {
        match self {
            Self::ArticleColumns => "article-columns",
            Self::ListBeside => "list-beside",
            Self::ArticleRows => "article-rows",
            Self::ListBelow => "list-below",
        }
    }
}

/// How the person has shared out the screen among the panes, in twentieths; what
/// nobody has changed follows the size of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    parts: [Option<u16>; 4],
}

impl Layout {
    /// The parts that the person has chosen for a share, if so.
    pub fn parts(&self, share: Share) -> Option<u16> {
        self.parts[share as usize]
    }

    /// The columns or rows of a share, of `whole`; none where nobody has chosen.
    pub(crate) fn of(&self, share: Share, whole: u16) -> Option<u16> {
        let cells = u32::from(self.parts(share)?) * u32::from(whole) / u32::from(PARTS);
        u16::try_from(cells).ok()
    }

    /// Gives a share which takes `cells` of `whole` now some parts more, or less.
    /// Answers whether that is possible.
    pub(crate) fn grow(&mut self, share: Share, parts: i16, cells: u16, whole: u16) -> bool {
        let now = self.parts(share).unwrap_or_else(|| {
            let (cells, whole) = (u32::from(cells), u32::from(whole.max(1)));
            let parts = (cells * u32::from(PARTS) + whole / 2) / whole;
            u16::try_from(parts).unwrap_or(PARTS)
        });
        let then = now.saturating_add_signed(parts).clamp(LEAST, MOST);
        self.parts[share as usize] = Some(then);
        then != now
    }

    /// The layout that [`write`](Self::write) wrote. What cannot be read is as
    /// if nobody had chosen: it is worth no message.
    pub fn read(text: &str) -> Self {
        let mut layout = Self::default();
        for line in text.lines() {
            let Some((name, parts)) = line.split_once(' ') else {
                continue;
            };
            let share = Share::ALL.into_iter().find(|it| it.name() == name);
            let parts = parts.trim().parse().ok();
            if let Some((share, parts)) = share.zip(parts) {
                layout.parts[share as usize] = Some(u16::clamp(parts, LEAST, MOST));
            }
        }
        layout
    }

    /// The layout as it is remembered: a name and a number a line.
    pub fn write(&self) -> String {
        let mut text = String::new();
        for share in Share::ALL {
            if let Some(parts) = self.parts(share) {
                // Writing to a string does not fail.
                let _ = writeln!(text, "{} {parts}", share.name());
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_grows_from_what_it_takes_now() {
        let mut layout = Layout::default();
        assert_eq!(layout.of(Share::ArticleColumns, 200), None);
        // 90 of 200 columns are 9 parts.
        assert!(layout.grow(Share::ArticleColumns, 1, 90, 200));
        assert_eq!(layout.of(Share::ArticleColumns, 200), Some(100));
        assert!(layout.grow(Share::ArticleColumns, -2, 100, 200));
        assert_eq!(layout.of(Share::ArticleColumns, 200), Some(80));
    }

    #[test]
    fn a_share_stays_within_its_bounds() {
        let mut layout = Layout::default();
        assert!(layout.grow(Share::ListBelow, 100, 5, 20));
        assert!(!layout.grow(Share::ListBelow, 1, 18, 20));
        assert_eq!(layout.parts(Share::ListBelow), Some(MOST));
        assert!(layout.grow(Share::ListBelow, -100, 18, 20));
        assert_eq!(layout.parts(Share::ListBelow), Some(LEAST));
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let mut layout = Layout::default();
        layout.grow(Share::ArticleRows, 1, 8, 20);
        layout.grow(Share::ListBeside, -1, 8, 20);
        assert_eq!(layout.write(), "list-beside 7\narticle-rows 9\n");
        assert_eq!(Layout::read(&layout.write()), layout);
    }

    #[test]
    fn what_cannot_be_read_is_passed_by() {
        let text = "list-beside\nfoo 3\narticle-rows x\nlist-below 99999\nlist-below 99\n\u{1b}";
        assert_eq!(Layout::read(text).write(), "list-below 18\n");
        assert_eq!(Layout::read(""), Layout::default());
    }
}
