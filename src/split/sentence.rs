//! Sentences: where one ends and the next begins.
//!
//! One pass over each line. A mark that can end a sentence takes the marks and
//! closers after it along; what stands on either side decides whether it does.
//! Look-back and look-ahead are bounded, so a line without any full stop costs
//! no more a byte than any other.

use crate::split::language::abbreviations::{Abbreviations, abbreviations};
use crate::text::{ByteRange, Language};

/// What to do with a quotation that holds several sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InsideQuotations {
    /// Cut between them, as treebanks do.
    #[default]
    Cut,
    /// Keep the quotation whole.
    Keep,
}

/// Bytes before a full stop in which its word is looked for.
const WORD_BYTES: usize = 32;

/// Characters of the longest quotation that is kept whole: beyond that a mark
/// was forgotten.
const KEPT_CHARS: usize = 600;

/// The sentences of `text`, in order, without the white space round them. Every
/// other character is in exactly one of them; a line break ends a sentence.
pub fn sentences(text: &str, language: Language, inside: InsideQuotations) -> Vec<ByteRange> {
    let reader = Reader {
        text,
        words: abbreviations(language),
        inside,
    };
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(is_break) {
        reader.line(start, start + line.len(), &mut found);
        start += line.len();
    }
    found
}

fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Marks that end a sentence wherever they stand.
fn is_full_stop(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '｡' | '!' | '?' | '⁇' | '⁈' | '⁉' | '؟' | '۔'
    )
}

/// Marks that belong to what stands before them.
fn is_closer(c: char) -> bool {
    matches!(
        c,
        '」' | '』' | '”' | '’' | '）' | ')' | '》' | '〉' | '】' | ']' | '»' | '›' | '〕'
    )
}

/// Which quotation marks are open.
#[derive(Clone, Copy, Default)]
struct Quotes {
    depth: usize,
    /// Whether the outermost is a low mark („), which “ closes.
    low: bool,
    straight: bool,
}

impl Quotes {
    fn take(&mut self, c: char) {
        match c {
            '„' => {
                self.low |= self.depth == 0;
                self.depth += 1;
            }
            '“' if !self.low => self.depth += 1,
            '「' | '『' | '«' => self.depth += 1,
            '“' | '”' | '」' | '』' | '»' => {
                self.depth = self.depth.saturating_sub(1);
                self.low &= self.depth > 0;
            }
            // A straight one opens and closes.
            '"' => self.straight ^= true,
            _ => {}
        }
    }

    fn are_open(self) -> bool {
        self.depth > 0 || self.straight
    }

    /// Whether `c` belongs to what stands before it.
    fn close_with(self, c: char) -> bool {
        is_closer(c) || (c == '"' && self.straight) || (c == '“' && self.low)
    }
}

/// What after a closed quotation still belongs to the sentence.
fn goes_on(c: char) -> bool {
    matches!(
        c,
        '，' | ',' | '、' | '；' | ';' | '：' | ':' | '的' | '地' | '之' | '等' | '…' | '—'
    )
}

/// Bytes of the longest note or source that goes with the sentence before it.
const TAIL_BYTES: usize = 180;

/// Bytes of `rest` that belong to the sentence just ended: ASCII quotes typed as
/// two apostrophes, footnote marks ("[12]"), and after a Chinese full stop a
/// source in parentheses.
fn tail_bytes(rest: &str, ends_alone: bool) -> usize {
    let mut tail = if rest.starts_with("''") { 2 } else { 0 };
    loop {
        let left = &rest[tail..];
        let mark = left.trim_start_matches(' ');
        let spaces = left.len() - mark.len();
        if let Some(length) = footnote_bytes(mark) {
            tail += spaces + length;
            continue;
        }
        let source = ends_alone && spaces == 0 && tail == 0;
        return tail + if source { source_bytes(mark) } else { 0 };
    }
}

/// Bytes of a footnote mark at the start of `words`: "[3]", "[3]:51".
fn footnote_bytes(words: &str) -> Option<usize> {
    let digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let inner = words.strip_prefix('[')?;
    let number = digits(inner);
    let after = inner[number..].strip_prefix(']').filter(|_| number > 0)?;
    let page = after.strip_prefix(':').map_or(0, digits);
    Some(number + 2 + if page > 0 { page + 1 } else { 0 })
}

/// Bytes of a short parenthesis without a sentence in it at the start of `words`.
fn source_bytes(words: &str) -> usize {
    if !words.starts_with(['(', '（']) {
        return 0;
    }
    let near = &words[..words.floor_char_boundary(TAIL_BYTES)];
    match near.find([')', '）', '。', '！', '？']) {
        Some(end) if near[end..].starts_with([')', '）']) => {
            end + near[end..].chars().next().map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}

struct Reader<'a> {
    text: &'a str,
    words: &'static Abbreviations,
    inside: InsideQuotations,
}

impl Reader<'_> {
    fn line(&self, start: usize, end: usize, found: &mut Vec<ByteRange>) {
        let line = &self.text[start..end];
        let mut from = start;
        let mut chars = line.char_indices().peekable();
        let (mut quotes, mut quoted) = (Quotes::default(), 0_usize);
        while let Some((at, c)) = chars.next() {
            quotes.take(c);
            quoted = if quotes.are_open() { quoted + 1 } else { 0 };
            let at = start + at;
            if !(is_full_stop(c) || c == '.' || c == '．' || c == '…') {
                continue;
            }
            // The marks after it go along: "?!", "……", "...".
            let mut stop = at + c.len_utf8();
            let mut several = false;
            while let Some((_, next)) =
                chars.next_if(|it| is_full_stop(it.1) || matches!(it.1, '.' | '…'))
            {
                stop += next.len_utf8();
                several = true;
            }
            let ends_alone =
                is_full_stop(c) || several && self.text[at..stop].contains(is_full_stop);
            let closed_from = stop;
            while let Some((_, next)) = chars.next_if(|it| quotes.close_with(it.1)) {
                quotes.take(next);
                stop += next.len_utf8();
            }
            // What only points at a source belongs to what it is a source for.
            let tail = tail_bytes(&self.text[stop..end], ends_alone);
            while chars.next_if(|it| start + it.0 < stop + tail).is_some() {}
            stop += tail;
            let closed = stop > closed_from;
            let rest = &self.text[stop..end];
            let kept =
                self.inside == InsideQuotations::Keep && quotes.are_open() && quoted < KEPT_CHARS;
            let ends = !kept
                && if ends_alone {
                    mark_ends(c, rest, closed)
                } else {
                    self.dot_ends(from, at, rest, several || c == '…')
                };
            if ends {
                push(self.text, from, stop, found);
                from = stop;
            }
        }
        push(self.text, from, end, found);
    }

    /// Whether a full stop at byte `at`, or dots from there, end a sentence.
    fn dot_ends(&self, from: usize, at: usize, rest: &str, dots: bool) -> bool {
        let next = rest.trim_start();
        let spaced = next.len() < rest.len();
        let opener = |c: char| matches!(c, '"' | '“' | '‘' | '(' | '「' | '[' | '«' | '„' | '\'');
        let next = next.trim_start_matches(opener);
        let Some(first) = next.chars().next() else {
            return true;
        };
        if !spaced {
            // "96.5", "v1.2", "example.org", "Ph.D.": no sentence ends without a space,
            // unless Chinese stands on both sides.
            let before = self.text[from..at].chars().next_back();
            return is_han(first) && before.is_some_and(is_han) && !dots;
        }
        if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')') {
            return false;
        }
        if dots {
            return first.is_uppercase() || is_han(first);
        }
        self.word_lets_end(from, at, next)
    }

    /// Whether the word before the full stop lets a sentence end, `next` being
    /// what stands after it.
    fn word_lets_end(&self, from: usize, at: usize, next: &str) -> bool {
        let earliest = self
            .text
            .ceil_char_boundary(at.saturating_sub(WORD_BYTES))
            .max(from);
        let word = self.text[earliest..at]
            .rsplit(|c: char| c.is_whitespace())
            .next();
        let word = word
            .unwrap_or_default()
            .trim_start_matches(|c: char| !c.is_alphanumeric());
        let folded = word.to_lowercase();
        let next_word: String = next
            .chars()
            .take_while(|it| it.is_alphanumeric())
            .take(WORD_BYTES)
            .collect::<String>()
            .to_lowercase();
        let starts = self.words.starters.contains(&next_word.as_str());
        let so_far = self.text[from..at].trim_start();
        if so_far.len() < WORD_BYTES && so_far.chars().all(|it| it.is_ascii_digit() || it == '.') {
            // "1." and "2.3." at a line's start number it.
            return false;
        }
        if word.chars().all(|it| it.is_ascii_digit()) && !word.is_empty() {
            return !self.words.has_ordinals || word.len() > 2 || starts;
        }
        if is_initial(word) {
            return starts && word != "I" && next_word.len() > 1;
        }
        if self.words.before.contains(&folded.as_str()) {
            return false;
        }
        let dotted = word.contains('.') && word.chars().all(|it| it.is_alphabetic() || it == '.');
        if dotted || self.words.anywhere.contains(&folded.as_str()) {
            return starts;
        }
        true
    }
}

/// Whether 。！？ or their half-width forms end a sentence here.
fn mark_ends(mark: char, rest: &str, closed: bool) -> bool {
    let next = rest.trim_start();
    let Some(first) = next.chars().next() else {
        return true;
    };
    if closed && goes_on(first) || matches!(first, '，' | ',' | '、' | '」' | '』') {
        return false;
    }
    if mark.is_ascii() {
        // "Yahoo! said": in Latin script a sentence begins with a capital.
        let spaced = next.len() < rest.len();
        return if spaced {
            !first.is_lowercase()
        } else {
            !first.is_ascii_alphanumeric()
        };
    }
    true
}

/// A single capital: "J. Smith", "John F. Kennedy".
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<ByteRange>) {
    let range = ByteRange::new(start, end).trimmed(text);
    if !range.is_empty() {
        found.push(range);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn cut(text: &str, language: Language, inside: InsideQuotations) -> Vec<&str> {
        sentences(text, language, inside)
            .into_iter()
            .map(|it| it.of(text))
            .collect()
    }

    #[test]
    fn a_full_stop_ends_a_sentence_where_its_neighbours_let_it() {
        let english = Language::English;
        let chinese = Language::TraditionalChinese;
        let table: [(&str, Language, &[&str]); 12] = [
            (
                "It rose 96.5 % in Jan. 2023. Dr. Lin agreed.",
                english,
                &["It rose 96.5 % in Jan. 2023.", "Dr. Lin agreed."],
            ),
            (
                "J. R. Hale left the U.S. on Monday. He flew.",
                english,
                &["J. R. Hale left the U.S. on Monday.", "He flew."],
            ),
            (
                "They met at 3 p.m. The vote failed.",
                english,
                &["They met at 3 p.m.", "The vote failed."],
            ),
            (
                "See example.org for v1.2 of it. Done.",
                english,
                &["See example.org for v1.2 of it.", "Done."],
            ),
            (
                "Really?! Yes... Perhaps.",
                english,
                &["Really?!", "Yes...", "Perhaps."],
            ),
            (
                "He left Yahoo! in May.",
                english,
                &["He left Yahoo! in May."],
            ),
            (
                "1. Open the box. 2. Close it.",
                english,
                &["1. Open the box.", "2. Close it."],
            ),
            (
                "佔全體的96.5%。票數公布了!沒有人走",
                chinese,
                &["佔全體的96.5%。", "票數公布了!", "沒有人走"],
            ),
            (
                "他說:「走吧。」然後離開;沒有回頭。",
                chinese,
                &["他說:「走吧。」", "然後離開;沒有回頭。"],
            ),
            (
                "他說了句「走吧!」,就走了……沒人知道。",
                chinese,
                &["他說了句「走吧!」,就走了……沒人知道。"],
            ),
            (
                "Am 3. Oktober kam Prof. Weiß. Er blieb.",
                Language::German,
                &["Am 3. Oktober kam Prof. Weiß.", "Er blieb."],
            ),
            ("標題\n第一行\r\n", chinese, &["標題", "第一行"]),
        ];
        for (text, language, expected) in table {
            assert_eq!(
                cut(text, language, InsideQuotations::Cut),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_quotation_of_several_sentences_is_cut_or_kept() {
        let text = "「船走了。人沒走。」她說。";
        let chinese = Language::TraditionalChinese;
        assert_eq!(
            cut(text, chinese, InsideQuotations::Cut),
            ["「船走了。", "人沒走。」", "她說。"]
        );
        assert_eq!(
            cut(text, chinese, InsideQuotations::Keep),
            ["「船走了。人沒走。」", "她說。"]
        );
    }

    proptest! {
        #[test]
        fn every_character_is_in_exactly_one_sentence(
            text in "[a-zA-Z0-9 .!?…。！？「」“”\"(),，\n漢字é🙂\u{301}]{0,80}",
        ) {
            for inside in [InsideQuotations::Cut, InsideQuotations::Keep] {
                let found = sentences(&text, Language::detect(&text), inside);
                prop_assert!(found.windows(2).all(|it| it[0].end <= it[1].start));
                let covered: String = found.iter().map(|it| it.of(&text)).collect();
                let solid = |words: &str| words.split_whitespace().collect::<String>();
                prop_assert_eq!(solid(&covered), solid(&text));
            }
        }
    }
}
