//! The article as it stands in its pane: rows, claims and what was left out.

mod cursor;
mod places;
mod spans;

use crate::app::caret::Caret;
use crate::app::page::cursor::mark_at;
use crate::app::page::spans::{Insertions, Spans};
use crate::claim::{Claim, Standing};
use crate::split::{LeftOut, wrapped_lines};
use crate::text::{AmbiguousWidth, Article, ByteOffset, ByteRange, Column, WrappedText, width};

pub use self::cursor::Mark;

/// The article in rows, with the claims in it. What is shown is the article's
/// text with insertions: an empty line between paragraphs that have none, and
/// the reasons for what was left out.
#[derive(Clone, Debug)]
pub struct ArticlePage {
    article: Article,
    /// None where nobody has told yet.
    left_out: Option<Vec<LeftOut>>,
    shows_left_out: bool,
    /// Where each claim's quote stands in the article, by position.
    ranges: Vec<Option<ByteRange>>,
    insertions: Insertions,
    wrapped: WrappedText,
    /// The columns of what UAX 11 calls ambiguous.
    ambiguous: AmbiguousWidth,
    claims: Spans,
    omissions: Spans,
    labels: Spans,
    /// The first row on the screen.
    pub(crate) top: usize,
    /// What is to be brought into view.
    pub(crate) follows: Follows,
    /// The cursor in the article and what it selects.
    pub(crate) caret: Caret,
}

/// What is brought into view before each frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// The current claim.
    Claim,
    /// The cursor in the article, while the article has the keys.
    Caret,
    /// Nothing: the reader has turned the page away from both.
    Nothing,
}

/// What a stretch of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Text that no claim quotes.
    Text,
    /// The quote of the claim at this position.
    Claim(usize),
    /// Left out as nothing to check.
    LeftOut,
    /// The reason for leaving something out: not the article's words.
    Label,
}

/// Words of a row that are of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePiece<'a> {
    /// What to draw: visible already.
    pub shown: &'a str,
    /// What it is.
    pub stretch: Stretch,
    /// Whether it stands for something that cannot be shown.
    pub is_mark: bool,
    /// What the cursor makes of it.
    pub mark: Mark,
}

impl ArticlePage {
    /// The page of `article`. `ranges` says where each claim's quote stands.
    pub fn new(
        article: Article,
        ranges: Vec<Option<ByteRange>>,
        left_out: Option<Vec<LeftOut>>,
    ) -> Self {
        let empty = WrappedText::new("", Column(1), AmbiguousWidth::Narrow);
        let mut page = Self {
            article,
            left_out,
            shows_left_out: false,
            ranges,
            insertions: Insertions::default(),
            wrapped: empty,
            ambiguous: AmbiguousWidth::Narrow,
            claims: Spans::default(),
            omissions: Spans::default(),
            labels: Spans::default(),
            top: 0,
            follows: Follows::Claim,
            caret: Caret::default(),
        };
        page.compose(Column(80));
        page
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Where the quote of the claim at `position` stands in the article.
    pub fn range(&self, position: usize) -> Option<ByteRange> {
        self.ranges.get(position).copied().flatten()
    }

    /// How the quote of `claim`, which is the one at `position`, stands in the article.
    pub fn standing(&self, position: usize, claim: &Claim) -> Option<Standing> {
        let Some(range) = self.range(position) else {
            return Some(Standing::Orphaned);
        };
        let is_kept = range.of(self.article.text()) == claim.quote.exact;
        Some(if is_kept {
            Standing::Kept(range)
        } else {
            Standing::Changed(range)
        })
    }

    /// The claims got other positions: `ranges` says where they stand now.
    pub fn set_ranges(&mut self, ranges: Vec<Option<ByteRange>>) {
        self.ranges = ranges;
        self.claims = self.claim_spans();
    }

    /// Where the quotes of all claims stand, by position.
    pub fn ranges(&self) -> &[Option<ByteRange>] {
        &self.ranges
    }

    /// What was left out as nothing to check, in article order, as far as known.
    pub fn left_out(&self) -> &[LeftOut] {
        self.left_out.as_deref().unwrap_or_default()
    }

    /// Whether it is known what was left out.
    pub fn knows_left_out(&self) -> bool {
        self.left_out.is_some()
    }

    /// Whether what was left out is shown as such.
    pub fn shows_left_out(&self) -> bool {
        self.shows_left_out
    }

    /// Shows or hides what was left out; answers with how many stretches that are,
    /// none where nobody has told yet.
    pub fn toggle_left_out(&mut self) -> Option<usize> {
        self.shows_left_out = !self.shows_left_out;
        self.compose_in_place();
        self.left_out.as_ref().map(Vec::len)
    }

    /// What was left out is known from now on.
    pub fn learn_left_out(&mut self, left_out: Vec<LeftOut>) {
        self.left_out = Some(left_out);
        if self.shows_left_out {
            self.compose_in_place();
        }
    }

    /// Composes the rows anew; the place on the screen stays.
    fn compose_in_place(&mut self) {
        let place = self.place_at(self.top);
        self.compose(self.wrapped.columns());
        self.top = self.row_of(place);
    }

    /// Breaks the rows for a terminal that gives so many columns to what UAX 11
    /// calls ambiguous.
    pub(crate) fn measure(&mut self, ambiguous: AmbiguousWidth) {
        if ambiguous != self.ambiguous {
            self.ambiguous = ambiguous;
            self.compose_in_place();
        }
    }

    /// Breaks the rows anew if the width changed; the place on the screen stays.
    pub fn resize(&mut self, columns: Column) {
        if columns != self.wrapped.columns() {
            let place = self.place_at(self.top);
            self.wrapped.resize(columns);
            self.top = self.row_of(place);
        }
    }

    /// Whether the current claim is what is brought into view.
    pub(crate) fn follows_claim(&self) -> bool {
        self.follows == Follows::Claim
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.wrapped.len()
    }

    /// The first and the last row of the claim at `position`.
    pub fn rows_of(&self, position: usize) -> Option<(usize, usize)> {
        let range = self.insertions.shifted(self.range(position)?);
        let last = ByteOffset(range.end.0.saturating_sub(1).max(range.start.0));
        Some((self.wrapped.row_of(range.start), self.wrapped.row_of(last)))
    }

    /// The claim whose quote starts in row `index`; `current` if it is one of them.
    pub fn claim_starting_in(&self, index: usize, current: Option<usize>) -> Option<usize> {
        let row = self.wrapped.row(index)?.source();
        let mut starting = self.claims.starting_in(row);
        let first = starting.next()?.1;
        let is_current = |it: usize| Some(it) == current;
        let found = is_current(first) || starting.any(|it| is_current(it.1));
        if found { current } else { Some(first) }
    }

    /// Whether row `index` shows words of the claim at `position`.
    pub fn shows(&self, index: usize, position: usize) -> bool {
        self.rows_of(position)
            .is_some_and(|(first, last)| (first..=last).contains(&index))
    }

    /// The words of row `index`, cut where claims begin and end. Where claims
    /// overlap the current one shows, otherwise the one that starts later.
    pub fn pieces(&self, index: usize, current: Option<usize>) -> Vec<PagePiece<'_>> {
        let mut pieces = Vec::new();
        let marks = self.marks();
        let Some(row) = self.wrapped.row(index) else {
            return pieces;
        };
        for piece in row.pieces() {
            if piece.is_mark {
                pieces.push(PagePiece {
                    shown: piece.shown,
                    stretch: self.stretch_at(piece.source.start, current).0,
                    is_mark: true,
                    mark: mark_at(marks, piece.source.start).0,
                });
                continue;
            }
            let (mut place, end) = (piece.source.start, piece.source.end);
            while place < end {
                let (stretch, until) = self.stretch_at(place, current);
                let (mark, mark_end) = mark_at(marks, place);
                let until = until.min(end).min(mark_end);
                let start = piece.source.start.0;
                pieces.push(PagePiece {
                    shown: &piece.shown[place.0 - start..until.0 - start],
                    stretch,
                    is_mark: false,
                    mark: match stretch {
                        Stretch::Label => Mark::None,
                        Stretch::Text | Stretch::Claim(_) | Stretch::LeftOut => mark,
                    },
                });
                place = until;
            }
        }
        pieces
    }

    /// What stands at `place` of the composed text, and up to where.
    fn stretch_at(&self, place: ByteOffset, current: Option<usize>) -> (Stretch, ByteOffset) {
        let (label, label_end) = self.labels.at(place, None);
        if label.is_some() {
            return (Stretch::Label, label_end);
        }
        let (claim, end) = self.claims.at(place, current);
        let end = end.min(label_end);
        if let Some(position) = claim {
            return (Stretch::Claim(position), end);
        }
        let (omission, omission_end) = self.omissions.at(place, None);
        let stretch = match omission {
            Some(_) => Stretch::LeftOut,
            None => Stretch::Text,
        };
        (stretch, end.min(omission_end))
    }

    /// The place in the article of the start of row `index`.
    pub(crate) fn place_at(&self, index: usize) -> ByteOffset {
        let row = self.wrapped.row(index);
        let place = row.map_or(ByteOffset(0), |it| it.source().start);
        self.insertions.back(place)
    }

    pub(crate) fn row_of(&self, place: ByteOffset) -> usize {
        let shifted = self.insertions.shifted(ByteRange::new(place.0, place.0));
        self.wrapped.row_of(shifted.start)
    }

    fn compose(&mut self, columns: Column) {
        let text = self.article.text();
        let mut insertions = Vec::new();
        let mut labels = Vec::new();
        let mut rejoined = Vec::new();
        let goes_on = wrapped_lines(&self.article);
        for (at, pair) in self.article.blocks().windows(2).enumerate() {
            let between = ByteRange::new(pair[0].range.end.0, pair[1].range.start.0);
            if goes_on.get(at) == Some(&true) {
                rejoined.push(between);
            } else if between.of(text).matches('\n').count() == 1 {
                insertions.push((between.start.0, "\n".to_owned(), false));
            }
        }
        if self.shows_left_out {
            for it in self.left_out() {
                insertions.push((it.range.end.0, format!(" [{}]", it.why.name()), true));
            }
        }
        // At one place the label comes before the empty line.
        insertions.sort_by_key(|it| (it.0, !it.2));
        let mut composed = String::with_capacity(text.len());
        let mut table = Vec::with_capacity(insertions.len());
        let mut copied = 0;
        for (at, words, is_label) in insertions {
            composed.push_str(&text[copied..at]);
            copied = at;
            let start = composed.len();
            composed.push_str(&words);
            if is_label {
                labels.push((ByteRange::new(start, composed.len()), labels.len()));
            }
            table.push((at, composed.len() - at));
        }
        composed.push_str(&text[copied..]);
        self.insertions = Insertions(table);
        let composed = self.rejoin(composed, &rejoined);
        self.wrapped = WrappedText::new(&composed, columns, self.ambiguous);
        self.labels = Spans::new(labels);
        self.claims = self.claim_spans();
        let omissions: Vec<_> = if self.shows_left_out {
            let ranges = self.left_out().iter().enumerate();
            ranges
                .map(|(at, it)| (self.insertions.shifted(it.range), at))
                .collect()
        } else {
            Vec::new()
        };
        self.omissions = Spans::new(omissions);
    }

    /// A line that a program broke goes on in the next, so that its words fill the
    /// pane. Every byte keeps its place: a space takes that of the line break. Where
    /// words are written without spaces, the rows stay as they are.
    fn rejoin(&self, mut composed: String, breaks: &[ByteRange]) -> String {
        for it in breaks {
            let range = self.insertions.shifted(*it);
            let (start, end) = (range.start.0, range.end.0);
            let before = composed[..start].chars().next_back();
            let after = composed[end..].chars().next();
            // Scripts without spaces are those of wide characters.
            let is_narrow =
                |it: char| width(it.encode_utf8(&mut [0; 4]), AmbiguousWidth::Narrow) == Column(1);
            let is_spaced = before.into_iter().chain(after).all(is_narrow);
            if is_spaced && range.of(&composed) == "\n" {
                composed.replace_range(start..end, " ");
            }
        }
        composed
    }

    fn claim_spans(&self) -> Spans {
        let placed = self.ranges.iter().enumerate();
        let spans = placed.filter_map(|(position, range)| {
            range.map(|it| (self.insertions.shifted(it), position))
        });
        Spans::new(spans.collect())
    }
}

#[cfg(test)]
mod tests;
