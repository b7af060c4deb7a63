//! What a frame shows, as far as it must come back.

use termlens::Screen;

/// Rows at the foot of a frame that speak of the moment, not of the review.
const FOOT: usize = 2;

/// A frame without its foot, what could not be saved, and rows with nothing in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) rows: Vec<String>,
}

impl Shown {
    pub(crate) fn of(screen: &Screen) -> Self {
        let text = screen.text();
        let mut rows: Vec<String> = text.lines().map(|it| it.trim_end().to_owned()).collect();
        rows.truncate(usize::from(screen.rows()).saturating_sub(FOOT));
        rows.retain(|it| !it.starts_with(" NOT SAVED") && !it.trim_matches([' ', '│']).is_empty());
        Self { rows }
    }

    /// The number of the claim that the cursor is on; none where the list is empty.
    pub(crate) fn at(&self) -> Option<usize> {
        let row = self.rows.iter().find_map(|it| it.split_once("│>"))?.1;
        row.split_whitespace().next()?.parse().ok()
    }

    /// The list's rows without the cursor: each claim with its verdict.
    pub(crate) fn verdicts(&self) -> Vec<String> {
        let is_claim = |it: &&str| {
            ["verified", "disputed", "unknown", "unreviewed", "contested"]
                .iter()
                .any(|word| it.contains(&format!(" {word} ")))
        };
        let list = self
            .rows
            .iter()
            .filter_map(|it| it.split_once('│'))
            .map(|it| it.1);
        list.take_while(|it| !it.contains("─ Claim "))
            .filter(is_claim)
            .map(|it| it.replacen('>', " ", 1))
            .collect()
    }
}
