//! A paragraph as words, punctuation and whole quotations.

use crate::split::language::speech::{SpeechWords, Uses};
use crate::split::quotation::marks::Marked;
use crate::text::{ByteRange, Language};

/// What stands at a place of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word, or the part of one that an apostrophe sets off (`he|'s`, `l'|accord`).
    Word,
    /// , and its kin.
    Comma,
    Colon,
    Semicolon,
    /// . ! ?
    Stop,
    Dash,
    /// ( and [
    Open,
    /// ) and ]
    Close,
    /// A whole marked stretch, by its number among the paragraph's outermost ones.
    Quote(usize),
    Other,
}

/// One step of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) range: ByteRange,
    pub(crate) kind: TokenKind,
    /// What the word can do in reported speech.
    pub(crate) uses: Uses,
    /// Whether a word, or the first one of a quotation, starts with a capital.
    pub(crate) capital: bool,
}

impl Token {
    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(crate) fn is_quote(&self) -> bool {
        matches!(self.kind, TokenKind::Quote(_))
    }

    pub(crate) fn can(&self, uses: Uses) -> bool {
        self.uses.any(uses)
    }
}

/// Where the parts of a word meet at an apostrophe.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apostrophe {
    /// `Ana|'s`, `he|'d`.
    StartsSuffix,
    /// `l'|accord`, `qu'|il`.
    EndsPrefix,
}

/// English endings that an apostrophe sets off.
const SUFFIXES: [&str; 6] = ["s", "d", "ve", "ll", "re", "m"];

/// Reads one paragraph whose outermost marked stretches are `quotes`.
pub(crate) fn tokens(
    text: &str,
    paragraph: ByteRange,
    quotes: &[Marked],
    language: Language,
    words: &SpeechWords,
) -> Vec<Token> {
    let apostrophe = if matches!(language, Language::French | Language::Spanish) {
        Apostrophe::EndsPrefix
    } else {
        Apostrophe::StartsSuffix
    };
    let mut found = Vec::with_capacity(paragraph.len() / 5 + 4);
    let mut lower = String::new();
    let mut at = paragraph.start.0;
    let mut next_quote = 0;
    while at < paragraph.end.0 {
        if let Some(quote) = quotes.get(next_quote)
            && quote.outer.start.0 == at
        {
            let words_inside = quote.inner.of(text);
            found.push(Token {
                range: quote.outer,
                kind: TokenKind::Quote(next_quote),
                uses: uses_of_marked(words_inside),
                capital: words_inside
                    .chars()
                    .find(|it| it.is_alphabetic())
                    .is_some_and(char::is_uppercase),
            });
            at = quote.outer.end.0;
            next_quote += 1;
            continue;
        }
        let limit = quotes
            .get(next_quote)
            .map_or(paragraph.end.0, |it| it.outer.start.0);
        let rest = &text[at..limit];
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        if !c.is_alphanumeric() {
            let double_dash = rest.starts_with("--");
            found.push(Token {
                range: ByteRange::new(at, at + if double_dash { 2 } else { c.len_utf8() }),
                kind: punctuation(c, rest),
                uses: Uses::NONE,
                capital: false,
            });
            at += if double_dash { 2 } else { c.len_utf8() };
            continue;
        }
        let length = word_length(rest, apostrophe);
        let mut word = &rest[..length];
        if apostrophe == Apostrophe::StartsSuffix
            && let Some(cut) = suffix_start(word)
        {
            push_word(&mut found, at, &word[..cut], words, &mut lower);
            found.push(Token {
                range: ByteRange::new(at + cut, at + length),
                kind: TokenKind::Word,
                uses: Uses::AUXILIARY,
                capital: false,
            });
            word = "";
        }
        if !word.is_empty() {
            push_word(&mut found, at, word, words, &mut lower);
        }
        at += length;
    }
    found
}

fn push_word(
    found: &mut Vec<Token>,
    at: usize,
    word: &str,
    words: &SpeechWords,
    lower: &mut String,
) {
    let mut uses = words.uses(word, lower);
    if uses == Uses::NONE && word.len() > 4 && word.ends_with("ly") {
        uses = Uses::ADVERB;
    }
    found.push(Token {
        range: ByteRange::new(at, at + word.len()),
        kind: TokenKind::Word,
        uses,
        capital: word.starts_with(char::is_uppercase),
    });
}

/// The bytes of the word that `rest` starts with.
fn word_length(rest: &str, apostrophe: Apostrophe) -> usize {
    // Most words are plain letters to their end.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if plain > 0 && matches!(rest.as_bytes().get(plain), Some(b' ' | b'\n')) {
        return plain;
    }
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_combining(c) {
            continue;
        }
        let joins = matches!(
            c,
            '\'' | '’' | '-' | '‐' | '‑' | '.' | '&' | '@' | '_' | '*'
        ) || (c == ',' && rest[..at].ends_with(|it: char| it.is_ascii_digit()));
        let goes_on = chars.peek().is_some_and(|(_, it)| {
            if c == ',' {
                it.is_ascii_digit()
            } else {
                it.is_alphanumeric()
            }
        });
        if !joins || !goes_on {
            return at;
        }
        // dit|-il, affirme|-t-elle: the subject stands behind its verb.
        if apostrophe == Apostrophe::EndsPrefix && c == '-' && starts_pronoun(&rest[at + 1..]) {
            return at;
        }
        if apostrophe == Apostrophe::EndsPrefix && matches!(c, '\'' | '’') {
            return at + c.len_utf8();
        }
    }
    rest.len()
}

/// French subjects that a hyphen ties to their verb.
const TIED_PRONOUNS: [&str; 9] = [
    "il", "elle", "ils", "elles", "on", "je", "nous", "vous", "t",
];

fn starts_pronoun(rest: &str) -> bool {
    let end = rest
        .find(|it: char| !it.is_alphanumeric())
        .unwrap_or(rest.len());
    TIED_PRONOUNS.contains(&&rest[..end])
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn suffix_start(word: &str) -> Option<usize> {
    let cut = word.rfind(['\'', '’'])?;
    let mark = word[cut..].chars().next()?.len_utf8();
    let suffix = &word[cut + mark..];
    (cut > 0 && SUFFIXES.iter().any(|it| it.eq_ignore_ascii_case(suffix))).then_some(cut)
}

fn punctuation(c: char, rest: &str) -> TokenKind {
    match c {
        ',' | '，' | '、' => TokenKind::Comma,
        ':' | '：' => TokenKind::Colon,
        ';' | '；' => TokenKind::Semicolon,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => TokenKind::Stop,
        '—' | '–' | '―' => TokenKind::Dash,
        '-' if rest.starts_with("--") || rest.starts_with("- ") => TokenKind::Dash,
        '(' | '[' | '（' => TokenKind::Open,
        ')' | ']' | '）' => TokenKind::Close,
        _ => TokenKind::Other,
    }
}

fn uses_of_marked(words: &str) -> Uses {
    let mut uses = Uses::NONE;
    if is_prose(words) {
        uses = uses | Uses::PROSE;
    }
    if words.trim_end().ends_with([',', '?', '!', '…']) {
        uses = uses | Uses::LEADS_ON;
    }
    uses
}

/// Words of a marked stretch that are looked at to tell prose from a title.
const WORDS_READ: usize = 24;

/// Whether a marked stretch reads as prose, not as a title or a name: a third of
/// its words are in lower case.
fn is_prose(words: &str) -> bool {
    let (mut lower, mut all) = (0, 0);
    let letters = |it: &&str| it.contains(char::is_alphabetic);
    for word in words.split_whitespace().filter(letters).take(WORDS_READ) {
        all += 1;
        let first = word.chars().find(|it| it.is_alphabetic());
        lower += usize::from(first.is_some_and(char::is_lowercase));
    }
    all > 0 && lower * 3 >= all
}
