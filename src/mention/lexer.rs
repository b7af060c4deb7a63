//! A text as tokens: figures, words that the grammar knows, signs, and all the rest.

use crate::mention::words::{Meaning, Vocabulary, is_spaced_letter};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lexeme {
    /// Digits, with their marks of thousands and fractions.
    Figure(Figure),
    /// A word of the vocabulary, by its place.
    Known(usize),
    /// A single sign, width folded.
    Sign(char),
    /// Words that mean nothing to the grammar.
    Other,
}

/// A figure as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    /// Digits before the mark of the fraction.
    pub(super) digits: usize,
    /// Digits and nothing else: no mark of thousands, no fraction.
    pub(super) plain: bool,
}

/// A token with its place, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) lexeme: Lexeme,
    /// Space stands before it.
    pub(super) spaced: bool,
}

/// Reads `text`, folded already, into tokens. Runs of unknown words are one token.
pub(super) fn lex(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 16);
    let mut at = 0;
    let mut spaced = false;
    while let Some(c) = text[at..].chars().next() {
        let width = c.len_utf8();
        if c.is_whitespace() && c != '\n' {
            spaced = true;
            at += width;
            continue;
        }
        let glued_letters = !spaced
            && tokens
                .last()
                .is_some_and(|it| it.end == at && ends_in_letter(&text[it.start..it.end]));
        let (length, lexeme) = if digit(c).is_some() || starts_fraction(text, at, vocabulary) {
            let (length, figure) = figure(&text[at..], vocabulary.decimal_comma);
            // "IE6", "B2": the figure is part of a name.
            if length == 0 {
                // ".5.5" opens like a fraction and is none: the sign by itself.
                (width, Lexeme::Sign(narrow(c)))
            } else if glued_letters {
                (length, Lexeme::Other)
            } else {
                (length, Lexeme::Figure(figure))
            }
        } else if let Some((length, place)) = known(text, at, vocabulary, tokens.last(), spaced) {
            (length, Lexeme::Known(place))
        } else if is_spaced_letter(c) {
            let length = text[at..]
                .find(|it| !is_spaced_letter(it))
                .unwrap_or(text.len() - at);
            (length, Lexeme::Other)
        } else if c.is_alphabetic() {
            (width, Lexeme::Other)
        } else {
            (width, Lexeme::Sign(narrow(c)))
        };
        let token = Token {
            start: at,
            end: at + length,
            lexeme,
            spaced,
        };
        at += length;
        spaced = false;
        match tokens.last_mut() {
            Some(last) if last.lexeme == Lexeme::Other && lexeme == Lexeme::Other => {
                last.end = token.end;
            }
            _ => tokens.push(token),
        }
    }
    tokens
}

fn ends_in_letter(word: &str) -> bool {
    word.chars().next_back().is_some_and(is_spaced_letter)
}

fn starts_fraction(text: &str, at: usize, vocabulary: &Vocabulary) -> bool {
    if vocabulary.decimal_comma {
        return false;
    }
    let mut signs = text[at..].chars();
    let before = text[..at].chars().next_back();
    matches!(signs.next(), Some('.' | '．'))
        && signs.next().and_then(digit).is_some()
        && before.is_none_or(|it| it.is_whitespace() || it == '-' || it == '$')
}

/// The longest word of the vocabulary here. A word that is no number though it
/// begins like one ("十分") gives way after a numeral: "二十分鐘".
fn known(
    text: &str,
    at: usize,
    vocabulary: &Vocabulary,
    last: Option<&Token>,
    spaced: bool,
) -> Option<(usize, usize)> {
    let (length, place) = vocabulary.longest(&text[at..])?;
    let inert = vocabulary.meanings(place) == [Meaning::Inert];
    let after_number = !spaced
        && last.is_some_and(|it| match it.lexeme {
            Lexeme::Figure(_) => true,
            Lexeme::Known(place) => vocabulary.meanings(place).iter().any(|it| {
                matches!(
                    it,
                    Meaning::Digit(_) | Meaning::Scale(_) | Meaning::OrdinalPrefix
                )
            }),
            Lexeme::Sign(_) | Lexeme::Other => false,
        });
    if inert && after_number {
        let head = text[at..].chars().next()?.len_utf8();
        return vocabulary.longest(&text[at..at + head]);
    }
    Some((length, place))
}

/// The digit that a character stands for, half or full width.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

/// Full-width signs as their half-width kin.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '–' | '—' | '−' | '‐' | '‑' => '-',
        _ => c,
    }
}

/// Reads the figure that `rest` begins with: its length in bytes and its value.
fn figure(rest: &str, decimal_comma: bool) -> (usize, Figure) {
    let mut plain_digits = String::new();
    let mut digits = 0;
    let mut end = 0;
    let mut plain = true;

    let (group, point) = if decimal_comma {
        ('.', ',')
    } else {
        (',', '.')
    };
    let mut fraction = false;
    for (at, c) in rest.char_indices() {
        if let Some(value) = digit(c) {
            plain_digits.push(char::from_digit(value, 10).unwrap_or('0'));
            digits += usize::from(!fraction);
            end = at + c.len_utf8();
            continue;
        }
        let mark = narrow(c);
        let after = &rest[at + c.len_utf8()..];
        let following = after
            .chars()
            .take(4)
            .take_while(|it| digit(*it).is_some())
            .count();
        let space_group = decimal_comma && matches!(c, ' ' | '\u{a0}' | '\u{202f}');
        if !fraction
            && following == 3
            && (mark == group || space_group)
            && groups(&plain_digits, plain)
        {
            plain = false;
        } else if !fraction && following > 0 && mark == point && !another_point(after, point) {
            plain = false;
            fraction = true;
            plain_digits.push('.');
        } else {
            break;
        }
    }
    let value = plain_digits.parse().unwrap_or(0.0);
    (
        end,
        Figure {
            value,
            digits,
            plain,
        },
    )
}

/// A mark of thousands stands after one to three digits, then after every third.
fn groups(digits: &str, first: bool) -> bool {
    !first || (1..=3).contains(&digits.len())
}

/// "2015.5.13" and "10.0.0.1" are no fractions.
fn another_point(after: &str, point: char) -> bool {
    let rest = after.trim_start_matches(|it| digit(it).is_some());
    let mut signs = rest.chars();
    signs.next() == Some(point) && signs.next().and_then(digit).is_some()
}
