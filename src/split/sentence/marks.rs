//! What single characters do at a sentence's end, and which quotation marks are open.

#[inline]
pub(super) fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Letters, figures and spaces, which are most of any text and end nothing.
#[inline]
pub(super) const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '\u{4E00}'..='\u{9FFF}')
}

/// Marks that end a sentence wherever they stand.
#[inline]
pub(super) fn is_full_stop(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '｡' | '!' | '?' | '⁇' | '⁈' | '⁉' | '؟' | '۔'
    )
}

/// Marks that end a sentence where their neighbours let them.
#[inline]
pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '.' | '．' | '…')
}

/// Marks that belong to what stands before them.
#[inline]
fn is_closer(c: char) -> bool {
    matches!(
        c,
        '」' | '』' | '”' | '’' | '）' | ')' | '》' | '〉' | '】' | ']' | '»' | '›' | '〕'
    )
}

/// Marks that belong to what stands behind them.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '‘' | '(' | '「' | '[' | '«' | '„' | '\'' | '¿' | '¡'
    )
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Which quotation marks are open.
#[derive(Clone, Copy, Default)]
pub(super) struct Quotes {
    depth: usize,
    /// Whether the outermost is a low mark („), which “ closes.
    low: bool,
    straight: bool,
    single: bool,
}

impl Quotes {
    /// Reads `c`, with the characters on either side of it.
    #[inline]
    pub(super) fn take(&mut self, before: Option<char>, c: char, after: Option<char>) {
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
            // Two of them stand for a double mark; one inside a word is an apostrophe.
            '\'' if before == Some('\'') || after == Some('\'') => {}
            '\'' if self.single => self.single = after.is_some_and(char::is_alphanumeric),
            '\'' => {
                self.single = !before.is_some_and(char::is_alphanumeric)
                    && after.is_some_and(char::is_alphanumeric);
            }
            _ => {}
        }
    }

    /// Whether marks that hold whole sentences are open; single ones hold words.
    #[inline]
    pub(super) fn are_open(self) -> bool {
        self.depth > 0 || self.straight
    }

    /// Whether `c` belongs to what stands before it.
    #[inline]
    pub(super) fn close_with(self, c: char) -> bool {
        is_closer(c)
            || (c == '"' && self.straight)
            || (c == '\'' && self.single)
            || (c == '“' && self.low)
    }

    /// Whether `rest` begins with a straight mark that closes, though a space
    /// stands before it: `gone. " Then`.
    pub(super) fn close_after_space(self, rest: &str) -> bool {
        let mark = match (self.straight, self.single) {
            (true, _) => " \"",
            (false, true) => " '",
            (false, false) => return false,
        };
        rest.strip_prefix(mark)
            .is_some_and(|it| it.chars().next().is_none_or(char::is_whitespace))
    }
}
