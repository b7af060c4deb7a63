//! What is searched for: words as a reader knows them, or a regular expression.

use memchr::memchr;
use memchr::memmem::Finder;
use regex::{Regex, RegexBuilder};

use crate::text::{ByteOffset, ByteRange, Folded};

/// Words or a regular expression that can be found in a text.
///
/// Small letters find capitals too, a capital only itself. Full-width and
/// Traditional characters find half-width and Simplified ones and the other way
/// round; words pass over spaces, line breaks and quotation marks as [`Folded`]
/// does.
#[derive(Clone, Debug)]
pub struct Pattern {
    typed: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Words { folded: String, keeps_case: bool },
    Expression(Regex),
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        let is_expression = |it: &Self| matches!(it.kind, Kind::Expression(_));
        self.typed == other.typed && is_expression(self) == is_expression(other)
    }
}

/// Why words are no regular expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoExpression {
    /// It breaks the rules; what exactly, in a few words.
    #[error("not a regular expression yet: {0}")]
    Syntax(String),
    /// It would take too much memory.
    #[error("this regular expression is too large")]
    TooLarge,
}

/// The longest regular expression, in bytes.
const LONGEST: usize = 1000;

/// What a regular expression may take when it is made, in bytes. `\w{50}` needs
/// 0.9 MB of it, `\w{1000}` would need 18 MB.
const LARGEST: usize = 1 << 20;

impl Pattern {
    /// These words; none where there is nothing to find.
    pub fn words(typed: &str) -> Option<Self> {
        let keeps_case = typed.chars().any(char::is_uppercase);
        let folded = words_folded(typed, keeps_case).as_str().to_owned();
        (!folded.is_empty()).then(|| Self {
            typed: typed.to_owned(),
            kind: Kind::Words { folded, keeps_case },
        })
    }

    /// This regular expression. It is matched line by line, in time linear in
    /// the line: `^` and `$` are a line's ends. Source: the `regex` crate.
    pub fn expression(typed: &str) -> Result<Self, NoExpression> {
        if typed.len() > LONGEST {
            return Err(NoExpression::TooLarge);
        }
        let ignores_case = !has_capital(typed);
        // `[龜-龟]` is no range once both are the same character.
        let made = made(Folded::letters(typed).as_str(), ignores_case)
            .or_else(|_| made(typed, ignores_case));
        made.map_err(|it| told(&it)).map(|it| Self {
            typed: typed.to_owned(),
            kind: Kind::Expression(it),
        })
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether `text` has it.
    pub fn is_in(&self, text: &str) -> bool {
        let mut scan = Scan::default();
        let mut found = Vec::new();
        while found.is_empty() && !scan.is_done(text) {
            scan.step(self, text, &mut found);
        }
        !found.is_empty()
    }

    /// Where it stands in a short text. For a long one there is [`Scan`].
    pub fn ranges(&self, text: &str) -> Vec<ByteRange> {
        let mut scan = Scan::default();
        let mut found = Vec::new();
        while !scan.is_done(text) {
            scan.step(self, text, &mut found);
        }
        found
    }
}

/// A search through one text, a bounded stretch at a time: what a step costs
/// does not grow with the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scan {
    /// Where the next match may start, in bytes.
    next: usize,
}

/// Bytes that one step reads. Folding 64 kB takes about a millisecond.
const STEP: usize = 64 << 10;

/// Bytes that a step reads beyond its own for a match that starts in it and
/// ends later, beside what the words themselves need.
const SPARE: usize = 4 << 10;

/// Bytes that the searches of one step may read together, each counted to its
/// line's end: a search from every place of a long line would be quadratic.
const MOST_WORK: usize = 8 << 20;

/// Bytes before a match that a regular expression may look at: `\b`, `^`.
const BEFORE: usize = 16;

impl Scan {
    /// Whether all of `text` has been looked at.
    pub const fn is_done(&self, text: &str) -> bool {
        self.next >= text.len()
    }

    /// How far it has come.
    pub const fn reached(&self) -> ByteOffset {
        ByteOffset(self.next)
    }

    /// Looks at one more stretch and adds what stands there, in order; no two
    /// overlap.
    pub fn step(&mut self, pattern: &Pattern, text: &str, found: &mut Vec<ByteRange>) {
        if self.is_done(text) {
            return;
        }
        let next = match &pattern.kind {
            Kind::Words { folded, keeps_case } => self.words(folded, *keeps_case, text, found),
            Kind::Expression(regex) => self.expression(regex, text, found),
        };
        let least = text.ceil_char_boundary(self.next + 1);
        self.next = next.max(least).min(text.len());
    }

    fn words(self, words: &str, keeps_case: bool, text: &str, found: &mut Vec<ByteRange>) -> usize {
        let limit = text.ceil_char_boundary((self.next + STEP).min(text.len()));
        let end = (limit + SPARE + words.len() * 4).min(text.len());
        let end = text.ceil_char_boundary(end);
        let folded = words_folded(&text[self.next..end], keeps_case);
        let mut next = limit;
        for at in Finder::new(words).find_iter(folded.as_str().as_bytes()) {
            let range = folded.source_range(ByteRange::new(at, at + words.len()));
            let range = range.shifted(self.next);
            if range.start.0 >= limit {
                break;
            }
            // One character of the source may fold to two.
            if found.last().is_none_or(|it| it.end <= range.start) {
                next = next.max(range.end.0);
                found.push(range);
            }
        }
        next
    }

    fn expression(self, regex: &Regex, text: &str, found: &mut Vec<ByteRange>) -> usize {
        let limit = (self.next + STEP).min(text.len());
        let start = text.floor_char_boundary(self.next.saturating_sub(BEFORE));
        let end = text.ceil_char_boundary((limit + SPARE).min(text.len()));
        let folded = Folded::letters(&text[start..end]);
        let words = folded.as_str();
        let mut from = folded.folded_from(ByteOffset(self.next - start)).0;
        let mut work = 0;
        while from < words.len() {
            let source = start + folded.source_range(ByteRange::new(from, from)).start.0;
            if work >= MOST_WORK || source >= limit {
                return source;
            }
            let rest = &words.as_bytes()[from..];
            let line_end = memchr(b'\n', rest).map_or(words.len(), |it| from + it);
            work += line_end - from + 1;
            match regex.find_at(&words[..line_end], from) {
                Some(it) if !it.is_empty() => {
                    let range = folded.source_range(ByteRange::new(it.start(), it.end()));
                    let range = range.shifted(start);
                    if range.start.0 >= limit {
                        return limit;
                    }
                    if found.last().is_none_or(|it| it.end <= range.start) {
                        found.push(range);
                    }
                    from = it.end();
                }
                // A match of nothing shows nothing.
                Some(it) if it.end() < line_end => from = words.ceil_char_boundary(it.end() + 1),
                Some(_) | None => from = line_end + 1,
            }
        }
        end
    }
}

fn words_folded(text: &str, keeps_case: bool) -> Folded<'_> {
    if keeps_case {
        Folded::keeping_case(text)
    } else {
        Folded::of(text)
    }
}

fn made(typed: &str, ignores_case: bool) -> Result<Regex, regex::Error> {
    RegexBuilder::new(typed)
        .case_insensitive(ignores_case)
        .multi_line(true)
        .size_limit(LARGEST)
        .dfa_size_limit(LARGEST)
        .nest_limit(50)
        .build()
}

fn told(error: &regex::Error) -> NoExpression {
    match error {
        regex::Error::Syntax(words) => {
            let last = words.lines().last().unwrap_or_default();
            let words = last.trim().trim_start_matches("error: ");
            NoExpression::Syntax(words.to_owned())
        }
        _ => NoExpression::TooLarge,
    }
}

/// Whether a capital stands in an expression as itself: `\S` and `\p{Lu}` are
/// classes.
fn has_capital(expression: &str) -> bool {
    let mut letters = expression.chars().peekable();
    while let Some(c) = letters.next() {
        if c != '\\' {
            if c.is_uppercase() {
                return true;
            }
            continue;
        }
        letters.next();
        if letters.peek() == Some(&'{') {
            letters.by_ref().find(|it| *it == '}');
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words<'a>(typed: &str, text: &'a str) -> Vec<&'a str> {
        let pattern = Pattern::words(typed).expect("words");
        found(&pattern, text)
    }

    fn expression<'a>(typed: &str, text: &'a str) -> Vec<&'a str> {
        let pattern = Pattern::expression(typed).expect("an expression");
        found(&pattern, text)
    }

    fn found<'a>(pattern: &Pattern, text: &'a str) -> Vec<&'a str> {
        let ranges = pattern.ranges(text);
        ranges.into_iter().map(|it| it.of(text)).collect()
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        let table = [
            (
                "harbour",
                "Harbour and HARBOUR",
                &["Harbour", "HARBOUR"][..],
            ),
            ("Harbour", "harbour, Harbour", &["Harbour"]),
            ("員工", "员工、員工和员 工", &["员工", "員工", "员 工"]),
            ("港务", "港務局", &["港務"]),
            ("212", "有２１２人，212", &["２１２", "212"]),
            ("ｏｐｅｎ", "Open ai", &["Open"]),
            ("two words", "two\n  words", &["two\n  words"]),
            ("“no”", "he said \"no\"", &["\"no\""]),
            ("aa", "aaaa", &["aa", "aa"]),
            ("café", "cafe\u{301}s", &["cafe\u{301}"]),
        ];
        for (typed, text, expected) in table {
            assert_eq!(words(typed, text), expected, "{typed}");
        }
        assert!(Pattern::words(" \u{200b}").is_none());
    }

    #[test]
    fn expressions_are_matched_line_by_line() {
        let table = [
            (
                r"\d+ of \d+",
                "212 of 230\n１ of 2",
                &["212 of 230", "１ of 2"][..],
            ),
            (r"^the", "The end\nof the\nthe", &["The", "the"]),
            (r"[A-Z]\w+", "the Port council", &["Port"]),
            (r"\S+ed", "SIGNED it", &["SIGNED"]),
            (r"員工|職員", "员工和職員", &["员工", "職員"]),
            (r"[龜-龟]", "a龜", &["龜"]),
            (r"a*", "baac", &["aa"]),
            (r"\bof\b", "soft of", &["of"]),
        ];
        for (typed, text, expected) in table {
            assert_eq!(expression(typed, text), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_with_an_expression_is_said_in_a_few_words() {
        let told = |typed: &str| Pattern::expression(typed).expect_err("wrong").to_string();
        assert_eq!(told("(a"), "not a regular expression yet: unclosed group");
        assert!(told("a{2,1}").starts_with("not a regular expression yet: invalid"));
        assert_eq!(told(r"\w{1000}"), "this regular expression is too large");
        assert_eq!(
            told(&"a".repeat(2000)),
            "this regular expression is too large"
        );
    }

    #[test]
    fn matches_are_found_across_the_stretches_of_a_long_text() {
        let text = "據報 two words ".repeat(20_000);
        assert!(text.len() > 3 * STEP);
        assert_eq!(words("TWO", &text).len(), 0);
        assert_eq!(words("two words 据报", &text).len(), 19_999);
        assert_eq!(expression(r"t\w+ \w{5}", &text).len(), 20_000);
        // From every place of one long line to its end and back.
        let line = "ab".repeat(100_000);
        assert_eq!(expression("a[^c]*c|a", &line[..STEP]).len(), STEP / 2);
    }

    proptest! {
        #[test]
        fn any_words_are_found_where_they_stand(
            before in any::<String>(),
            typed in any::<String>(),
            expression in r"[ab^$.*+?()\[\]|\\d員员\n]{0,6}",
        ) {
            let text = format!("{before}{typed}員 a1\n");
            for pattern in [Pattern::words(&typed), Pattern::expression(&expression).ok()] {
                let Some(pattern) = pattern else { continue };
                let mut last = 0;
                for range in pattern.ranges(&text) {
                    prop_assert!(text.get(range.as_range()).is_some_and(|it| !it.is_empty()));
                    prop_assert!(range.start.0 >= last);
                    last = range.end.0;
                }
            }
        }
    }
}
