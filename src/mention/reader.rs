//! The tokens of one text, asked by place: what every recogniser reads from.

use std::mem::discriminant;

use chrono::NaiveDateTime;

use crate::mention::lexer::{Figure, Lexeme, Token, lex};
use crate::mention::number::Numbers;
use crate::mention::words::{Edge, Meaning, Phase, TimeUnit, Vocabulary};
use crate::text::{ByteRange, Language};

/// What the recognisers read from.
pub(super) struct Reader<'a> {
    /// The text, folded.
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) vocabulary: &'static Vocabulary,
    pub(super) reference: Option<NaiveDateTime>,
    pub(super) unspaced: bool,
    pub(super) numbers: Numbers,
}

/// The room that reading one line takes, kept for the next.
#[derive(Default)]
pub(super) struct Buffers {
    tokens: Vec<Token>,
    numbers: Numbers,
}

impl<'a> Reader<'a> {
    /// Reads the tokens and the numbers of `text`, which is folded.
    pub(super) fn new(
        text: &'a str,
        language: Language,
        reference: Option<NaiveDateTime>,
        buffers: Buffers,
    ) -> Self {
        let vocabulary = Vocabulary::of(language);
        let Buffers {
            mut tokens,
            mut numbers,
        } = buffers;
        lex(text, vocabulary, &mut tokens);
        let mut reader = Self {
            text,
            tokens,
            vocabulary,
            reference,
            unspaced: language.is_unspaced(),
            numbers: Numbers::default(),
        };
        numbers.read(&reader);
        reader.numbers = numbers;
        reader
    }

    /// The room, to be used again.
    pub(super) fn into_buffers(self) -> Buffers {
        Buffers {
            tokens: self.tokens,
            numbers: self.numbers,
        }
    }
}

impl Reader<'_> {
    /// What token `i` can mean; nothing past the end.
    #[inline]
    pub(super) fn meanings(&self, i: usize) -> &[Meaning] {
        match self.tokens.get(i).map(|it| it.lexeme) {
            Some(Lexeme::Known(place)) => self.vocabulary.meanings(place),
            _ => &[],
        }
    }

    /// Nothing that is no number begins here: a dash, or little words with nothing
    /// behind them that the grammar knows.
    #[inline]
    pub(super) fn is_idle(&self, i: usize) -> bool {
        let Some(Lexeme::Known(place)) = self.tokens.get(i).map(|it| it.lexeme) else {
            return self.sign(i).is_some();
        };
        if self.vocabulary.is_little(place) && self.ends_grammar(i + 1) {
            return true;
        }
        let mut behind = i;
        while let Some(Lexeme::Known(place)) = self.tokens.get(behind).map(|it| it.lexeme)
            && self.vocabulary.only_joins(place)
        {
            behind += 1;
        }
        behind > i && (self.ends_grammar(behind) || self.sign(behind).is_some_and(parts_words))
    }

    /// No word of the grammar stands at `i`.
    fn ends_grammar(&self, i: usize) -> bool {
        self.tokens
            .get(i)
            .is_none_or(|it| it.lexeme == Lexeme::Other)
    }

    pub(super) fn find<T>(&self, i: usize, pick: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        self.meanings(i).iter().copied().find_map(pick)
    }

    #[inline]
    pub(super) fn is(&self, i: usize, meaning: Meaning) -> bool {
        // The variants are compared first and in place: most differ in them.
        let variant = discriminant(&meaning);
        self.meanings(i)
            .iter()
            .any(|it| discriminant(it) == variant && *it == meaning)
    }

    #[inline]
    pub(super) fn figure(&self, i: usize) -> Option<Figure> {
        match self.tokens.get(i)?.lexeme {
            Lexeme::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    #[inline]
    pub(super) fn sign(&self, i: usize) -> Option<char> {
        match self.tokens.get(i)?.lexeme {
            Lexeme::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Token `i` touches the one before it.
    #[inline]
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0
            && self
                .tokens
                .get(i)
                .is_some_and(|it| !it.spaced && self.tokens[i - 1].end == it.start)
    }

    /// Token `i` stands apart from the one before it.
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|it| it.spaced)
    }

    /// `i`, or the token after a hyphen that touches both its neighbours.
    #[inline]
    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        if self.sign(i) == Some('-') && self.glued(i) && self.glued(i + 1) {
            i + 1
        } else {
            i
        }
    }

    /// The words as they stand, folded.
    #[inline]
    pub(super) fn words(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |it| &self.text[it.start..it.end])
    }

    /// The word begins with a capital letter.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.words(i).starts_with(char::is_uppercase)
    }

    /// The range of tokens `from..to`, which must not be empty.
    pub(super) fn range(&self, from: usize, to: usize) -> ByteRange {
        ByteRange::new(self.tokens[from].start, self.tokens[to - 1].end)
    }

    pub(super) fn time_unit(&self, i: usize) -> Option<TimeUnit> {
        self.find(i, |it| match it {
            Meaning::Time(unit) => Some(unit),
            _ => None,
        })
    }

    pub(super) fn month(&self, i: usize) -> Option<u32> {
        let month = self.find(i, |it| match it {
            Meaning::Month(month) => Some(month),
            _ => None,
        })?;
        // "$DEC" is a share.
        let ticker = !self.unspaced
            && self.glued(i)
            && self
                .find(i - 1, |it| {
                    matches!(it, Meaning::Currency(..)).then_some(())
                })
                .is_some();
        if ticker {
            return None;
        }
        // "may", "march" and "mar" are words of their own unless capitalised.
        let doubtful = matches!(
            self.words(i),
            "may" | "march" | "mar" | "dec" | "sep" | "jan"
        );
        (!doubtful || self.figure(i + 1).is_some() || (i > 0 && self.figure(i - 1).is_some()))
            .then_some(month)
    }

    pub(super) fn weekday(&self, i: usize) -> Option<u32> {
        let day = self.find(i, |it| match it {
            Meaning::Weekday(day) => Some(day),
            _ => None,
        })?;
        let doubtful = self.words(i).len() <= 3 && !self.unspaced && !self.capital(i);
        (!doubtful).then_some(day)
    }

    pub(super) fn edge(&self, i: usize) -> Option<Edge> {
        self.find(i, |it| match it {
            Meaning::Edge(edge) => Some(edge),
            _ => None,
        })
    }

    pub(super) fn phase(&self, i: usize) -> Option<Phase> {
        self.find(i, |it| match it {
            Meaning::Phase(phase) => Some(phase),
            _ => None,
        })
    }

    pub(super) fn relative(&self, i: usize) -> Option<i32> {
        self.find(i, |it| match it {
            Meaning::Relative(by) => Some(by),
            _ => None,
        })
    }

    /// The bound that stands behind its time: 以前, 以來.
    pub(super) fn bound(&self, i: usize) -> Option<Edge> {
        self.find(i, |it| match it {
            Meaning::Bound(edge) => Some(edge),
            _ => None,
        })
    }

    pub(super) fn day_part(&self, i: usize) -> Option<(&'static str, u32, u32)> {
        self.find(i, |it| match it {
            Meaning::DayPart(code, from, to) => Some((code, from, to)),
            _ => None,
        })
    }
}

/// A sign over which no joining word reaches.
const fn parts_words(sign: char) -> bool {
    matches!(
        sign,
        ',' | '.' | ';' | ':' | '"' | '“' | '”' | '(' | ')' | '\n' | '、' | '。' | '「' | '」'
    )
}
