//! A table of figures, written as Markdown.

use std::fmt;

/// One level's figures.
pub(crate) struct Table {
    /// What stands above it.
    pub(crate) title: String,
    /// The columns' names.
    pub(crate) columns: Vec<&'static str>,
    /// The rows, each as long as `columns`.
    pub(crate) rows: Vec<Vec<String>>,
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "### {}\n", self.title)?;
        writeln!(out, "| {} |", self.columns.join(" | "))?;
        let rules: Vec<_> = (0..self.columns.len())
            .map(|column| if column == 0 { "---" } else { "---:" })
            .collect();
        writeln!(out, "|{}|", rules.join("|"))?;
        for row in &self.rows {
            writeln!(out, "| {} |", row.join(" | "))?;
        }
        Ok(())
    }
}

/// A share from 0 to 1 in per cent with one decimal.
pub(crate) fn per_cent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |it| format!("{:.1}", 100.0 * it))
}
