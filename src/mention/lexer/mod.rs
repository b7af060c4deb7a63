//! A text as tokens: figures, words that the grammar knows, signs, and all the rest.

mod figure;

use crate::mention::lexer::figure::{Style, begins, figure as figure_in, glyph};
use crate::mention::words::{Meaning, Vocabulary, ideograph, is_spaced_letter};

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

/// Reads `text`, folded already, into `tokens`, which are emptied first. Runs of
/// unknown words are one token.
pub(super) fn lex(text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut at = 0;
    let mut spaced = false;
    while let Some(c) = text[at..].chars().next() {
        let width = c.len_utf8();
        if c.is_whitespace() && c != '\n' {
            spaced = true;
            at += width;
            continue;
        }
        let unknown = unknown_ideographs(&text[at..], vocabulary);
        let (length, lexeme) = if unknown > 0 {
            (unknown, Lexeme::Other)
        } else if ideograph(c).is_none() && (begins(c) || starts_fraction(text, at, vocabulary)) {
            let style = Style {
                decimal_comma: vocabulary.decimal_comma,
                spaces: !follows_month(vocabulary, tokens.last()),
            };
            let (length, figure) = figure_in(&text[at..], style);
            let first = follows_currency(vocabulary, tokens.last())
                .then(|| first_of_two(&text[at..], length, vocabulary))
                .flatten();
            let (length, figure) = first.map_or((length, figure), |it| figure_in(it, style));
            // "IE6", "B2": the figure is part of a name.
            if length == 0 {
                // ".5.5" opens like a fraction and is none: the sign by itself.
                (width, Lexeme::Sign(narrow(c)))
            } else if !spaced
                && touches_letters(text, at, tokens.last())
                && glyph(c).is_none()
                && !follows_currency(vocabulary, tokens.last())
            {
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
        } else if ideograph(c).is_some() || c.is_alphabetic() {
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
            Some(last)
                if last.lexeme == Lexeme::Other
                    && lexeme == Lexeme::Other
                    && !(token.spaced && is_digit(&text[last.start..last.end])) =>
            {
                last.end = token.end;
            }
            _ => tokens.push(token),
        }
    }
}

/// The bytes of the ideographs at the beginning of `rest` with which no word of
/// the vocabulary begins: most of a Chinese text.
fn unknown_ideographs(rest: &str, vocabulary: &Vocabulary) -> usize {
    let is_unknown = |c: char| ideograph(c).is_some_and(|it| !vocabulary.begins_with(it));
    rest.find(|c: char| !is_unknown(c)).unwrap_or(rest.len())
}

/// The 2 of "Q2" is a token of its own.
fn is_digit(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|it| it.is_ascii_digit())
}

fn meanings<'a>(vocabulary: &'a Vocabulary, token: Option<&Token>) -> &'a [Meaning] {
    match token.map(|it| it.lexeme) {
        Some(Lexeme::Known(place)) => vocabulary.meanings(place),
        _ => &[],
    }
}

/// "May 4 300 people": the day and a number.
fn follows_month(vocabulary: &Vocabulary, last: Option<&Token>) -> bool {
    meanings(vocabulary, last)
        .iter()
        .any(|it| matches!(it, Meaning::Month(_)))
}

/// "USD115": a code may touch its figure.
fn follows_currency(vocabulary: &Vocabulary, last: Option<&Token>) -> bool {
    meanings(vocabulary, last)
        .iter()
        .any(|it| matches!(it, Meaning::Currency(..)))
}

/// "$20，300美元": an amount has its currency on one side. With one on both sides
/// of a full-width comma there are two amounts, and this is the figure of the first.
fn first_of_two<'a>(rest: &'a str, length: usize, vocabulary: &Vocabulary) -> Option<&'a str> {
    let comma = rest[..length].find('，')?;
    let (_, place) = vocabulary.longest(&rest[length..])?;
    let currency = vocabulary
        .meanings(place)
        .iter()
        .any(|it| matches!(it, Meaning::Currency(..)));
    currency.then(|| &rest[..comma])
}

fn touches_letters(text: &str, at: usize, last: Option<&Token>) -> bool {
    let ends_in_letter = |word: &str| word.chars().next_back().is_some_and(is_spaced_letter);
    last.is_some_and(|it| it.end == at && ends_in_letter(&text[it.start..it.end]))
}

fn starts_fraction(text: &str, at: usize, vocabulary: &Vocabulary) -> bool {
    if vocabulary.decimal_comma || !text[at..].starts_with(['.', '．']) {
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
    let meanings = vocabulary.meanings(place);
    let behind = &text[at + length..];
    // 一百分之二 is no percentage.
    let inert = meanings == [Meaning::Inert] || meanings == [Meaning::PercentPrefix];
    // 五一 is a feast, but not in 二〇五一年 and 五一二.
    let feast =
        matches!(meanings, [Meaning::Holiday(_)]) && begins_with_digit(&text[at..], vocabulary);
    let in_numeral = feast && (behind.starts_with('年') || begins_with_digit(behind, vocabulary));
    // 年初一名 and 三月初一次 count, they name no day of the moon.
    let no_day = matches!(meanings, [Meaning::LunarDay(_)]) && !names_day(behind, vocabulary, last);
    let after_number = || {
        !spaced
            && last.is_some_and(|it| match it.lexeme {
                Lexeme::Figure(_) => true,
                Lexeme::Known(place) => vocabulary.meanings(place).iter().any(|it| {
                    matches!(
                        it,
                        Meaning::Digit(_) | Meaning::Scale(_) | Meaning::OrdinalPrefix
                    )
                }),
                Lexeme::Sign(_) | Lexeme::Other => false,
            })
    };
    let width = text[at..].chars().next()?.len_utf8();
    // 萬分 means "very", but 萬分之三 is a share.
    let share = meanings == [Meaning::Inert] && text[at + width..].starts_with("分之");
    // 二十來年 holds no 來年.
    let odd = meanings.contains(&Meaning::YearOffset(1)) && text[at..].starts_with('来');
    if (inert || feast || odd) && after_number() || share || in_numeral || no_day {
        let head = vocabulary.longest(&text[at..at + width]);
        // 一打開: a verb stays one, whatever stands before it.
        let verb = head.is_some_and(|it| vocabulary.meanings(it.1) == [Meaning::Dozen]);
        return if verb { Some((length, place)) } else { head };
    }
    spread(text, at, vocabulary, meanings).or(Some((length, place)))
}

fn begins_with_digit(text: &str, vocabulary: &Vocabulary) -> bool {
    let Some(c) = text.chars().next() else {
        return false;
    };
    let head = vocabulary.longest(&text[..c.len_utf8()]);
    digit(c).is_some()
        || head.is_some_and(|it| {
            matches!(
                vocabulary.meanings(it.1).first(),
                Some(Meaning::Digit(_) | Meaning::Scale(_))
            )
        })
}

/// 初一 stands behind its month, and counts nothing that follows.
fn names_day(behind: &str, vocabulary: &Vocabulary, last: Option<&Token>) -> bool {
    let month = meanings(vocabulary, last)
        .iter()
        .any(|it| matches!(it, Meaning::MonthMark | Meaning::LunarMonth(_)));
    let counts = vocabulary
        .longest(behind)
        .is_some_and(|it| vocabulary.meanings(it.1).contains(&Meaning::Classifier));
    month && !counts
}

/// Characters of the longest word that may be written with spaces in it.
const SPREAD: usize = 4;

/// A word of shares that is written with spaces in it: 百 分 之, 個百分 點.
fn spread(
    text: &str,
    at: usize,
    vocabulary: &Vocabulary,
    head: &[Meaning],
) -> Option<(usize, usize)> {
    let opens = |it: &Meaning| {
        matches!(
            it,
            Meaning::Scale(_) | Meaning::Classifier | Meaning::MinuteMark
        )
    };
    if text[at..].starts_with(|it: char| it.is_ascii()) || !head.iter().any(opens) {
        return None;
    }
    let mut word = String::new();
    let mut ends = Vec::new();
    let mut spaces = 0;
    for (place, c) in text[at..].char_indices().take(SPREAD * 3) {
        if matches!(c, ' ' | '\u{3000}') {
            spaces += 1;
        } else if is_spaced_letter(c) || c.is_ascii() || ends.len() == SPREAD {
            break;
        } else {
            word.push(c);
            ends.push((word.len(), place + c.len_utf8()));
        }
    }
    if spaces == 0 {
        return None;
    }
    let (length, place) = vocabulary.longest(&word)?;
    let share = vocabulary.meanings(place).iter().any(|it| {
        matches!(
            it,
            Meaning::Parts | Meaning::PercentPrefix | Meaning::Percent
        )
    });
    let end = ends.iter().find(|it| it.0 == length)?.1;
    share.then_some((end, place))
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
