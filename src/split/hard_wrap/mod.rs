//! Hard-wrapped paragraphs: lines that a program broke at a fixed width.
//!
//! Such a text is split as if each paragraph were one line, and what was found
//! is carried back to the text as it stands. A line counts as broken by a
//! program where the next word would not have fitted, so that headings, verse,
//! lists and datelines, which end early, stay lines of their own.

mod joins;
mod line;

use crate::split::hard_wrap::joins::joins;
use crate::split::hard_wrap::line::{Measure, ends_unspaced, starts_unspaced};
use crate::split::{Cut, Cuts, LeftOut};
use crate::text::{Article, Block, ByteRange};

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

/// For each block, whether the one after it goes on with its paragraph, because
/// a program broke the line; empty where nothing is hard-wrapped.
pub fn wrapped_lines(article: &Article) -> Vec<bool> {
    joins(article).map_or_else(Vec::new, |it| it.0)
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
