//! Hard-wrapped paragraphs: lines that a program broke at a fixed width.
//!
//! Such a text is split as if each paragraph were one line, and what was found
//! is carried back to the text as it stands. A line counts as broken by a
//! program where the next word would not have fitted, so that headings, verse,
//! lists and datelines, which end early, stay lines of their own.

use crate::split::{Cut, Cuts, LeftOut};
use crate::text::{Article, Block, BlockKind, ByteRange};

/// The narrowest column that programs break text at, in display columns; verse
/// and lists are narrower.
const NARROWEST: usize = 40;
/// The same in characters that are written without spaces.
const NARROWEST_UNSPACED: usize = 16;
/// The widest: a longer line was never broken.
const WIDEST: usize = 110;
/// Lines broken in mid-sentence that show that a text is hard-wrapped.
const LEAST_BROKEN: usize = 2;

/// An article with each hard-wrapped paragraph on one line, and the way back.
pub(super) struct Unwrapped {
    article: Article,
    /// Where each piece begins here and in the article as it stands, in order;
    /// `joint` is what stands between two lines.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy)]
struct Piece {
    here: usize,
    there: usize,
    /// Whether it stands for a line break, and so is not the same text there.
    joint: bool,
}

impl Unwrapped {
    /// `None` where nothing in `article` is hard-wrapped.
    pub(super) fn of(article: &Article) -> Option<Self> {
        let (joins, measure) = joins(article)?;
        let text = article.text();

        let mut whole = String::with_capacity(text.len());
        let mut pieces = vec![Piece {
            here: 0,
            there: 0,
            joint: false,
        }];
        let mut blocks: Vec<Block> = Vec::new();
        let mut copied = 0;
        for (at, block) in article.blocks().iter().enumerate() {
            if at > 0 && joins[at - 1] {
                pieces.push(Piece {
                    here: whole.len(),
                    there: copied,
                    joint: true,
                });
                let gap = &text[copied..block.range.start.0];
                whole.push_str(joint(&whole, gap, block.range.of(text), measure));
                pieces.push(Piece {
                    here: whole.len(),
                    there: block.range.start.0,
                    joint: false,
                });
            } else {
                whole.push_str(&text[copied..block.range.start.0]);
            }
            let start = whole.len();
            whole.push_str(block.range.of(text));
            copied = block.range.end.0;
            match blocks.last_mut() {
                Some(last) if at > 0 && joins[at - 1] => last.range.end.0 = whole.len(),
                _ => blocks.push(Block {
                    range: ByteRange::new(start, whole.len()),
                    kind: block.kind,
                }),
            }
        }
        whole.push_str(&text[copied..]);
        let title = article.title().map(str::to_owned);
        let unwrapped = Article::new(whole, blocks, title).in_language(article.language());
        Some(Self {
            article: unwrapped,
            pieces,
        })
    }

    /// The article with its paragraphs on one line each.
    pub(super) fn article(&self) -> &Article {
        &self.article
    }

    /// What was found in [`Self::article`], at its places in the article as it stands.
    pub(super) fn restore(&self, cuts: Cuts) -> Cuts {
        let claims = cuts.claims.into_iter().map(|it| self.restore_cut(it));
        let left_out = cuts.left_out.into_iter().map(|it| LeftOut {
            range: self.there(it.range),
            why: it.why,
        });
        Cuts {
            claims: claims.collect(),
            left_out: left_out.collect(),
        }
    }

    fn restore_cut(&self, mut cut: Cut) -> Cut {
        cut.range = self.there(cut.range);
        for mention in &mut cut.mentions {
            mention.range = self.there(mention.range);
        }
        cut
    }

    fn there(&self, range: ByteRange) -> ByteRange {
        let past = self
            .pieces
            .partition_point(|it| it.here <= range.start.0)
            .max(1);
        let piece = self.pieces[past - 1];
        let start = if piece.joint {
            piece.there
        } else {
            piece.there + (range.start.0 - piece.here)
        };
        let past = self
            .pieces
            .partition_point(|it| it.here < range.end.0)
            .max(1);
        let piece = self.pieces[past - 1];
        let end = match self.pieces.get(past) {
            Some(next) if piece.joint => next.there,
            _ => piece.there + (range.end.0 - piece.here),
        };
        ByteRange::new(start, end.max(start))
    }
}

/// What stands between two lines that are joined: nothing after a hyphen or
/// beside a character that is written without spaces, if none is typed there.
fn joint(before: &str, gap: &str, after: &str, measure: Measure) -> &'static str {
    let last = before.chars().next_back().unwrap_or(' ');
    let first = after.chars().next().unwrap_or(' ');
    let word_before = before.chars().nth_back(1).is_some_and(char::is_alphabetic);
    let hyphened = last == '-' && first.is_lowercase() && word_before;
    let (ends, starts) = (ends_unspaced(before), starts_unspaced(after));
    let unspaced = ends || starts || measure == Measure::Characters;
    let typed = gap.contains([' ', '\t']);
    if hyphened || unspaced && !typed || ends && starts {
        ""
    } else {
        " "
    }
}

/// How the program that broke the lines counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// By what they take on a screen: a Han character counts two.
    Columns,
    /// By characters, so that a line may break inside a word.
    Characters,
}

impl Measure {
    /// How much a character takes that is written without spaces.
    const fn unspaced(self) -> usize {
        match self {
            Self::Columns => 2,
            Self::Characters => 1,
        }
    }

    /// The size of `words`. Counting stops where a line is too wide to matter.
    fn size(self, words: &str) -> usize {
        let chars = words.chars().take(WIDEST + 1);
        match self {
            Self::Columns => chars.map(|it| if is_wide(it) { 2 } else { 1 }).sum(),
            Self::Characters => chars.count(),
        }
    }
}

/// What is measured of a line.
struct Line<'a> {
    words: &'a str,
    /// Columns of white space before it.
    indent: usize,
    /// Columns with what stands before it; [`WIDEST`] and one more for any wider.
    columns: usize,
    /// Whether the next line stands right below, with no empty line between.
    leads_on: bool,
    measure: Measure,
}

impl<'a> Line<'a> {
    fn of(article: &'a Article, at: usize, measure: Measure) -> Self {
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
    fn is_ended(&self) -> bool {
        let bare = self.words.trim_end_matches(is_closing);
        bare.ends_with(['.', '!', '?', '。', '！', '？', '…', ':', '：'])
    }

    /// Columns that its first word, or its first character, takes.
    fn first_columns(&self) -> usize {
        if starts_unspaced(self.words) {
            return self.measure.unspaced();
        }
        let ends = |it: char| it.is_whitespace() || is_wide(it);
        let word = self.words.split(ends).next().unwrap_or_default();
        1 + self.measure.size(word)
    }

    fn is_unspaced(&self) -> bool {
        ends_unspaced(self.words)
    }

    /// Whether the first word of `next` would not have fitted.
    fn is_full(&self, next: &Line<'_>, width: usize) -> bool {
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
    fn is_broken(&self, next: &Line<'_>) -> bool {
        let goes_on = if self.is_unspaced() {
            starts_unspaced(next.words)
        } else {
            next.words.starts_with(char::is_lowercase)
        };
        goes_on && !self.is_ended()
    }

    /// Whether it begins something of its own: an item, a heading, a table's row.
    fn stands_alone(&self, before: &Line<'_>) -> bool {
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

    fn is_item(&self) -> bool {
        let first = self.words.split_whitespace().next().unwrap_or_default();
        BULLETS.contains(&first) || first.ends_with(['.', ')']) && first.len() <= 4
    }
}

/// Marks before an item of a list, when a space follows.
const BULLETS: &[&str] = &["-", "*", "•", "·", "●", "■", "◆", "▲", "►", "‣", "+"];

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '」' | '』' | '》' | ')' | '）' | ']' | '»' | '】'
    )
}

/// Whether columns are set apart with spaces.
fn is_table(words: &str) -> bool {
    words.contains("   ") || words.contains('\t')
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that are written in both scripts, narrow in the one and wide in the other.
const SHARED_MARKS: [char; 6] = ['“', '”', '‘', '’', '…', '—'];

fn starts_unspaced(words: &str) -> bool {
    words.trim_start_matches(SHARED_MARKS).starts_with(is_wide)
}

fn ends_unspaced(words: &str) -> bool {
    words.trim_end_matches(SHARED_MARKS).ends_with(is_wide)
}

/// For each block, whether the one after it goes on with its paragraph; `None`
/// where nothing is hard-wrapped.
fn joins(article: &Article) -> Option<(Vec<bool>, Measure)> {
    let blocks = article.blocks();
    if blocks.len() <= LEAST_BROKEN || blocks.iter().any(|it| it.kind != BlockKind::Line) {
        return None;
    }
    let count = |joins: &Vec<bool>| joins.iter().filter(|it| **it).count();
    let lines = measured(article, Measure::Columns);
    let columns = joined(&lines);
    let unspaced = lines.iter().filter(|it| it.is_unspaced()).count() * 2 > lines.len();
    let characters = unspaced.then(|| joined(&measured(article, Measure::Characters)));
    let characters = characters.filter(|it| count(it) > count(&columns));
    let found = match characters {
        Some(joins) => (joins, Measure::Characters),
        None => (columns, Measure::Columns),
    };
    found.0.contains(&true).then_some(found)
}

fn measured(article: &Article, measure: Measure) -> Vec<Line<'_>> {
    let lines = 0..article.blocks().len();
    lines.map(|it| Line::of(article, it, measure)).collect()
}

fn joined(lines: &[Line<'_>]) -> Vec<bool> {
    let mut joins = vec![false; lines.len()];
    let Some(width) = width(lines).filter(|it| is_wrapped(lines, *it)) else {
        return joins;
    };
    let mut at = 0;
    for group in lines.chunk_by(|one, _| one.leads_on) {
        let own = own_width(group).unwrap_or(width);
        for (pair, join) in group.windows(2).zip(&mut joins[at..]) {
            let [line, next] = pair else { continue };
            *join = line.is_full(next, own) && !next.stands_alone(line);
        }
        at += group.len();
    }
    joins
}

/// The width at which lines seem to have been broken: that of the widest lines,
/// but for a few that hold an address too long to break.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let mut widths: Vec<usize> = lines
        .iter()
        .filter(|it| it.leads_on && it.columns <= WIDEST)
        .map(|it| it.columns)
        .collect();
    widths.sort_unstable();
    let widest = widths.len().checked_sub(1 + widths.len() / 20)?;
    let narrowest = if lines.iter().filter(|it| it.is_unspaced()).count() * 2 > lines.len() {
        lines.first()?.measure.unspaced() * NARROWEST_UNSPACED
    } else {
        NARROWEST
    };
    Some(widths[widest]).filter(|it| *it >= narrowest)
}

/// Whether lines that break off in mid-sentence are as a rule full at `width`.
fn is_wrapped(lines: &[Line<'_>], width: usize) -> bool {
    let pairs = lines.windows(2).filter(|it| it[0].leads_on);
    let (mut broken, mut open, mut full) = (0, 0, 0);
    for pair in pairs {
        let [line, next] = pair else { continue };
        if line.is_ended() || line.columns > WIDEST {
            continue;
        }
        open += 1;
        let is_full = line.is_full(next, width);
        full += usize::from(is_full);
        broken += usize::from(is_full && line.is_broken(next));
    }
    broken >= LEAST_BROKEN && full * 5 >= open * 3
}

/// Lines from which a paragraph's own width can be told.
const LEAST_LINES: usize = 5;

/// The width of a paragraph that is set narrower than the rest.
fn own_width(group: &[Line<'_>]) -> Option<usize> {
    if group.len() < LEAST_LINES {
        return None;
    }
    let own = width(group)?;
    let pairs = group.windows(2);
    let full = pairs.filter(|it| it[0].is_full(&it[1], own)).count();
    (full * 5 >= (group.len() - 1) * 4).then_some(own)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::split::split;
    use crate::text::Language;

    /// The paragraphs that are left when `text` has been unwrapped.
    fn paragraphs(text: &str) -> Vec<String> {
        let article = Article::plain(text);
        let unwrapped = Unwrapped::of(&article);
        let article = unwrapped.as_ref().map_or(&article, Unwrapped::article);
        let blocks = article.blocks().iter();
        blocks
            .map(|it| it.range.of(article.text()).to_owned())
            .collect()
    }

    const WRAPPED: &str = "\
Harbour staff threaten to walk out

RAVENPORT - The council voted on Monday to close the old bridge,
which carried 12,000 cars a day. Ana Ruiz, the mayor, said that
the bridge would reopen in May. The harbour office wants 37 boats
to leave before that, its director told the council.

    The roads are bare
    The boats lie in the sun
    And nobody is there

- The first ferry leaves at nine and calls at every pier on the
  island before it comes back.
- The second waits.

Nobody was hurt.
";

    #[test]
    fn lines_that_a_program_broke_are_one_paragraph() {
        let found = paragraphs(WRAPPED);
        assert_eq!(found.len(), 8, "{found:#?}");
        assert!(found[1].starts_with("RAVENPORT") && found[1].ends_with("told the council."));
        assert!(found[5].ends_with("comes back."));
    }

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        let text = "港务局昨天宣布将在五月之前关闭旧码头，全部三十七\n\
                    条渔船必须在月底以前离开。局长林文雄表示，旧码头\n\
                    已经使用了六十四年，每天有一万两千人在那里上船。\n\
                    居民反对这项决定。\n";
        let found = paragraphs(text);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains("三十七条渔船") && found[0].contains("旧码头已经"));
    }

    #[test]
    fn lines_that_a_writer_ended_stay_lines() {
        let texts = [
            "The council voted on Monday.\nThe bridge closes in May.\nAna Ruiz said so at noon.",
            "The roads are bare,\nand the boats lie in the sun\nwhile nobody is there\nto row",
            "市府昨天拆除了舊橋\n居民抗議\n三十七條漁船離開港口\n沒有人受傷",
            "Minutes of the meeting held at the town hall on Monday morning\n\
             Present were the mayor, the clerk and the harbour master\n\
             Opened at nine",
        ];
        for text in texts {
            assert!(Unwrapped::of(&Article::plain(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn a_claim_spans_the_line_break_and_its_wording_does_not() {
        let article = Article::plain(WRAPPED).in_language(Language::English);
        let cuts = split(&article, None);
        let claim = cuts
            .claims
            .iter()
            .find(|it| it.wording.contains("reopen"))
            .expect("a claim about the bridge");
        assert_eq!(
            claim.range.of(article.text()),
            "Ana Ruiz, the mayor, said that\nthe bridge would reopen in May"
        );
        assert_eq!(
            claim.wording,
            "Ana Ruiz, the mayor, said that the bridge would reopen in May"
        );
        for mention in &claim.mentions {
            assert_eq!(mention.range.of(article.text()), "May");
        }
    }

    #[test]
    fn a_closing_mark_at_a_lines_end_is_followed_by_a_space() {
        let text = "\
The council of the town voted on Monday to “close the old bridge”
but the boats may still pass below it, and the owners of all the
boats have said “we will stay where we are”, according to a letter
from the office.";
        let found = paragraphs(text);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains("bridge” but the"));
    }

    #[test]
    fn line_ends_of_windows_are_joined_too() {
        let text = WRAPPED.replace('\n', "\r\n");
        let article = Article::plain(&*text).in_language(Language::English);
        let cuts = split(&article, None);
        let wordings: Vec<String> = cuts.claims.into_iter().map(|it| it.wording).collect();
        let article = Article::plain(WRAPPED).in_language(Language::English);
        let expected: Vec<String> = split(&article, None)
            .claims
            .into_iter()
            .map(|it| it.wording)
            .collect();
        assert_eq!(wordings, expected);
    }

    proptest! {
        #[test]
        fn the_way_back_gives_the_same_words(
            words in prop::collection::vec("[a-z]{1,9}|港務局|[A-Z][a-z]{2,6}[.]|、\u{3000}", 20..120),
            width in 40_usize..80,
        ) {
            let mut text = String::new();
            let mut line = 0;
            for word in words {
                if line + word.len() > width {
                    text.push_str(" \r\n");
                    line = 0;
                } else if line > 0 {
                    text.push(' ');
                    line += 1;
                }
                line += word.len();
                text.push_str(&word);
            }
            let article = Article::plain(text);
            if let Some(unwrapped) = Unwrapped::of(&article) {
                let whole = unwrapped.article().text();
                let solid = |it: &str| it.split_whitespace().collect::<String>();
                for (start, _) in whole.char_indices() {
                    let end = whole.ceil_char_boundary((start + 30).min(whole.len()));
                    let range = ByteRange::new(start, end);
                    let there = unwrapped.there(range).of(article.text());
                    prop_assert_eq!(solid(there), solid(range.of(whole)));
                }
            }
        }
    }
}
