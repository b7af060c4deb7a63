//! Sentences in their blocks: what is cut into clauses.

use crate::split::credit::body;
use crate::split::cue::Cue;
use crate::split::enclosure::enclosures;
use crate::split::reading::Reading;
use crate::text::{Article, Block, BlockKind, ByteOffset, ByteRange, Language};

/// One sentence of one block; a quotation of several sentences is not cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) range: ByteRange,
    pub(super) block: Block,
    /// Whether it is a dateline or a credit, not a sentence.
    pub(super) is_credit: bool,
}

impl Unit {
    /// Whether the block has no other sentence.
    pub(super) fn is_whole_block(&self) -> bool {
        self.range == self.block.range
    }
}

/// The units of an article, in order. Code is no prose and has none.
pub(super) fn units(article: &Article, reading: &Reading<'_>) -> Vec<Unit> {
    let mut open = Open::default();
    let whole = join(
        sentences_in_blocks(article, &reading.sentences),
        |last, next| {
            if last.is_none() {
                open = Open::default();
            }
            let joins = open.is_open();
            open.read(next.of(reading.text), reading.language);
            joins
        },
    );
    join(whole, |last, next| {
        last.is_some_and(|it| goes_on_quoting(reading, it, next.of(reading.text)))
    })
}

/// Joins each unit to the one before it in its block where `joins` says so;
/// `joins` sees every unit, the first of a block with nothing before it.
fn join(
    units: Vec<Unit>,
    mut joins: impl FnMut(Option<ByteRange>, ByteRange) -> bool,
) -> Vec<Unit> {
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        let last = joined
            .last_mut()
            .filter(|it| it.block == unit.block && !it.is_credit && !unit.is_credit);
        let joins = joins(last.as_ref().map(|it| it.range), unit.range);
        match last {
            Some(last) if joins => last.range.end = unit.range.end,
            _ => joined.push(unit),
        }
    }
    joined
}

/// Whether a sentence is nothing but a further quotation of who was quoted
/// before it: `"…," she said. "…"`.
fn goes_on_quoting(reading: &Reading<'_>, before: ByteRange, words: &str) -> bool {
    if !words.starts_with(['"', '“', '「', '«', '„']) {
        return false;
    }
    let quoted = enclosures(words).first().is_some_and(|it| {
        let rest = &words[it.end.0..];
        it.start.0 == 0 && !rest.chars().any(char::is_alphanumeric)
    });
    quoted
        && before.len() <= LONGEST_QUOTATION_BYTES
        && reading.tells(before, Cue::Saying)
        && before.of(reading.text).contains(['"', '”', '」', '»', '“'])
}

/// Nothing is joined to a longer one, so that the work stays in step with the text.
const LONGEST_QUOTATION_BYTES: usize = 8192;

/// The quotation marks that stand open at some place.
#[derive(Debug, Default)]
struct Open {
    curly: usize,
    corner: usize,
    straight: bool,
}

impl Open {
    fn read(&mut self, words: &str, language: Language) {
        for c in words.chars() {
            match c {
                // German closes with the mark that others open with.
                '“' if language == Language::German => self.curly = self.curly.saturating_sub(1),
                '„' | '“' => self.curly += 1,
                '”' => self.curly = self.curly.saturating_sub(1),
                '「' => self.corner += 1,
                '」' => self.corner = self.corner.saturating_sub(1),
                '"' => self.straight = !self.straight,
                _ => {}
            }
        }
    }

    const fn is_open(&self) -> bool {
        self.curly > 0 || self.corner > 0 || self.straight
    }
}

fn sentences_in_blocks(article: &Article, sentences: &[ByteRange]) -> Vec<Unit> {
    let text = article.text();
    let mut remaining = sentences.iter().copied().peekable();
    let mut units = Vec::new();
    for block in article.blocks().iter().copied() {
        while remaining
            .next_if(|it| it.end <= block.range.start)
            .is_some()
        {}
        if block.kind == BlockKind::Code {
            continue;
        }
        let body = body(text, block.range);
        while let Some(sentence) = remaining.peek().copied() {
            if sentence.start >= block.range.end {
                break;
            }
            let start = sentence.start.max(block.range.start);
            let end = sentence.end.min(block.range.end);
            let range = ByteRange { start, end };
            for (part, is_credit) in parted(range, body) {
                let range = part.trimmed(text);
                if range.is_empty() {
                    continue;
                }
                match units.last_mut() {
                    // A credit of several sentences is one.
                    Some(Unit {
                        range: last,
                        block: of,
                        is_credit: true,
                    }) if is_credit && *of == block && last.start >= body.end => {
                        last.end = range.end;
                    }
                    _ => units.push(Unit {
                        range,
                        block,
                        is_credit,
                    }),
                }
            }
            if sentence.end > block.range.end {
                break;
            }
            remaining.next();
        }
    }
    units
}

/// `sentence` as far as it stands before, in and behind `body`, and whether each
/// part is no sentence.
fn parted(sentence: ByteRange, body: ByteRange) -> [(ByteRange, bool); 3] {
    let clamp = |place: ByteOffset| place.clamp(sentence.start, sentence.end);
    let (from, to) = (clamp(body.start), clamp(body.end));
    let part = |start: ByteOffset, end: ByteOffset| ByteRange::new(start.0, end.0);
    // An empty body stands at the end of what is all credit.
    [
        (part(sentence.start, from), true),
        (part(from, to), false),
        (part(to, sentence.end), true),
    ]
}

#[cfg(test)]
mod tests {
    use crate::split::split;
    use crate::text::{Article, Language};

    #[test]
    fn a_quotation_of_several_sentences_is_not_cut() {
        let table = [
            (
                "站长说：“大门关着。没有人通过”。列车当晚抵达北京。",
                Language::SimplifiedChinese,
            ),
            (
                "\"The gate is shut. Nobody came through,\" the guard said. The train went on.",
                Language::English,
            ),
        ];
        for (text, language) in table {
            let cuts = split(&Article::plain(text).in_language(language), None);
            assert_eq!(cuts.claims.len(), 2, "{:?}", cuts.claims);
        }
    }

    #[test]
    fn the_mark_that_opens_a_quotation_elsewhere_closes_it_in_german() {
        let mut open = super::Open::default();
        open.read("Sie sagte: „Das Tor ist zu.“", Language::German);
        assert!(!open.is_open());
        open.read("Sie sagte: „Das Tor ist zu.", Language::German);
        assert!(open.is_open());
    }

    #[test]
    fn a_quotation_that_is_never_closed_ends_with_its_paragraph() {
        let text = "The guard said: “The gate is shut.\nThe train left the station.";
        let cuts = split(&Article::plain(text).in_language(Language::English), None);
        assert_eq!(cuts.claims.len(), 2, "{:?}", cuts.claims);
    }
}
