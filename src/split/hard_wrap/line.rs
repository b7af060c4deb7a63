//! A line of plain text: how wide it is, and whether a program broke it there.

use crate::text::Article;

/// The widest: a longer line was never broken.
pub(super) const WIDEST: usize = 110;
/// How the program that broke the lines counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// By what they take on a screen: a Han character counts two.
    Columns,
    /// By characters, so that a line may break inside a word.
    Characters,
}

impl Measure {
    /// How much a character takes that is written without spaces.
    pub(super) const fn unspaced(self) -> usize {
        match self {
            Self::Columns => 2,
            Self::Characters => 1,
        }
    }

    /// The size of `words`. Counting stops where a line is too wide to matter.
    pub(super) fn size(self, words: &str) -> usize {
        let chars = words.chars().take(WIDEST + 1);
        match self {
            Self::Columns => chars.map(|it| if is_wide(it) { 2 } else { 1 }).sum(),
            Self::Characters => chars.count(),
        }
    }
}

/// What is measured of a line.
pub(super) struct Line<'a> {
    pub(super) words: &'a str,
    /// Columns of white space before it.
    indent: usize,
    /// Columns with what stands before it; [`WIDEST`] and one more for any wider.
    pub(super) columns: usize,
    /// Whether the next line stands right below, with no empty line between.
    pub(super) leads_on: bool,
    pub(super) measure: Measure,
}

impl<'a> Line<'a> {
    pub(super) fn of(article: &'a Article, at: usize, measure: Measure) -> Self {
        let (text, block) = (article.text(), article.blocks()[at]);
        let line_start = text[..block.range.start.0]
            .rfind('\n')
            .map_or(0, |it| it + 1);
        let words = block.range.of(text);
        let indent = measure.size(&text[line_start..block.range.start.0]);
        let leads_on = article.blocks().get(at + 1).is_some_and(|next| {
            let between = &text[block.range.end.0..next.range.start.0];
            between.bytes().filter(|it| *it == b'\n').count() == 1
        });
        Self {
            words,
            indent,
            columns: indent + measure.size(words),
            leads_on,
            measure,
        }
    }

    /// Whether its last sentence ends with it.
    pub(super) fn is_ended(&self) -> bool {
        let bare = self.words.trim_end_matches(is_closing);
        bare.ends_with(['.', '!', '?', '。', '！', '？', '…', ':', '：'])
    }

    /// Columns that its first word, or its first character, takes.
    pub(super) fn first_columns(&self) -> usize {
        if starts_unspaced(self.words) {
            return self.measure.unspaced();
        }
        let ends = |it: char| it.is_whitespace() || is_wide(it);
        let word = self.words.split(ends).next().unwrap_or_default();
        1 + self.measure.size(word)
    }

    pub(super) fn is_unspaced(&self) -> bool {
        ends_unspaced(self.words)
    }

    /// Whether the first word of `next` would not have fitted.
    pub(super) fn is_full(&self, next: &Line<'_>, width: usize) -> bool {
        let slack = if self.is_unspaced() {
            // A mark that may not begin a line takes a character down with it or
            // hangs over the edge.
            self.measure.unspaced() + 1
        } else {
            0
        };
        if self.columns > WIDEST {
            return false;
        }
        if self.columns + next.first_columns() + slack > width {
            return true;
        }
        // Programs that balance a paragraph's lines break some of them early.
        self.is_broken(next) && self.columns * 6 >= width * 5
    }

    /// Whether a sentence goes on from it to `next` for certain.
    pub(super) fn is_broken(&self, next: &Line<'_>) -> bool {
        let goes_on = if self.is_unspaced() {
            starts_unspaced(next.words)
        } else {
            next.words.starts_with(char::is_lowercase)
        };
        goes_on && !self.is_ended()
    }

    /// Whether it begins something of its own: an item, a heading, a table's row.
    pub(super) fn stands_alone(&self, before: &Line<'_>) -> bool {
        let words = self.words;
        let first = words.split_whitespace().next().unwrap_or_default();
        let bare = first.trim_end_matches(['.', ')', '、', '）']);
        let is_number =
            !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|it| it.is_ascii_digit());
        let numbered = bare.len() < first.len() && is_number;
        let item = words.len() > first.len() && BULLETS.contains(&first);
        let indented = self.indent > before.indent + 1 && !before.is_item();
        item || numbered && before.is_ended()
            || words.starts_with(['>', '#', '|', '【', '◎', '※', '■', '●', '◆', '▲', '•'])
            || indented
            || is_table(words)
            || is_table(before.words)
            || before.words.starts_with(['#', '>', '|'])
    }

    pub(super) fn is_item(&self) -> bool {
        let first = self.words.split_whitespace().next().unwrap_or_default();
        BULLETS.contains(&first) || first.ends_with(['.', ')']) && first.len() <= 4
    }
}

/// Marks before an item of a list, when a space follows.
pub(super) const BULLETS: &[&str] = &["-", "*", "•", "·", "●", "■", "◆", "▲", "►", "‣", "+"];

pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '」' | '』' | '》' | ')' | '）' | ']' | '»' | '】'
    )
}

/// Whether columns are set apart with spaces.
pub(super) fn is_table(words: &str) -> bool {
    words.contains("   ") || words.contains('\t')
}

pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that are written in both scripts, narrow in the one and wide in the other.
pub(super) const SHARED_MARKS: [char; 6] = ['“', '”', '‘', '’', '…', '—'];

pub(super) fn starts_unspaced(words: &str) -> bool {
    words.trim_start_matches(SHARED_MARKS).starts_with(is_wide)
}

pub(super) fn ends_unspaced(words: &str) -> bool {
    words.trim_end_matches(SHARED_MARKS).ends_with(is_wide)
}
