//! Quotation marks: which opening mark belongs to which closing one.

use crate::text::ByteRange;

/// Quotations inside quotations that are followed; deeper marks are read as plain text.
const DEEPEST: usize = 8;

/// A stretch between two quotation marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// With its marks.
    pub(crate) outer: ByteRange,
    /// Without its marks.
    pub(crate) inner: ByteRange,
    /// How many other marked stretches it lies in.
    pub(crate) depth: usize,
    /// Whether it ends with the paragraph only because the next one goes on with it.
    pub(crate) goes_on: bool,
}

/// The families of marks: an opening mark is closed by a mark of its family only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// “ ” „ ‟ and " (typists mix them).
    Double,
    /// `''` and ` `` `, which wire services use for want of better.
    Twin,
    /// ‘ ’ ‚ and '.
    Single,
    /// « »
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
    /// 「 」 and its form for vertical text.
    Corner,
    /// 『 』 and its form for vertical text.
    WhiteCorner,
}

/// What a mark can be where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Opens where nothing of its family is open, closes otherwise.
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    family: Family,
    mark: char,
    start: usize,
    inner: usize,
}

/// The marked stretches of one paragraph, by where they start.
///
/// `next` is the first character of the paragraph after it: a mark that stays
/// open at the paragraph's end counts only where the next paragraph starts
/// with the same mark, as in a quotation of several paragraphs.
pub(crate) fn marked(text: &str, paragraph: ByteRange, next: Option<char>) -> Vec<Marked> {
    let mut open: Vec<Open> = Vec::new();
    let mut found: Vec<Marked> = Vec::new();
    let words = paragraph.of(text);
    let mut before: Option<char> = None;
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to {
            continue;
        }
        let here = before;
        before = Some(c);
        if c.is_alphanumeric() || c == ' ' || c == ',' || c == '.' {
            continue;
        }
        let mut length = c.len_utf8();
        let after = words[at + length..].chars().next();
        let twin = matches!(c, '\'' | '`') && after == Some(c);
        let after = if twin {
            length += 1;
            words[at + length..].chars().next()
        } else {
            after
        };
        let Some((family, role)) = role(c, twin, here, after, &open) else {
            continue;
        };
        skip_to = at + length;
        let start = paragraph.start.0 + at;
        let top = open.iter().rposition(|it| it.family == family);
        let closes = match role {
            Role::Opens => false,
            Role::Closes => true,
            Role::Either => top.is_some(),
        };
        if !closes {
            if open.len() < DEEPEST {
                open.push(Open {
                    family,
                    mark: c,
                    start,
                    inner: start + length,
                });
            }
            continue;
        }
        if let Some(top) = top {
            let opened = open[top];
            // What was opened inside and never closed is no quotation.
            open.truncate(top);
            found.push(Marked {
                outer: ByteRange::new(opened.start, start + length),
                inner: ByteRange::new(opened.inner, start),
                depth: top,
                goes_on: false,
            });
        }
    }
    if let Some(first) = open.first()
        && next == Some(first.mark)
        && first.inner < paragraph.end.0
    {
        found.push(Marked {
            outer: ByteRange::new(first.start, paragraph.end.0),
            inner: ByteRange::new(first.inner, paragraph.end.0),
            depth: 0,
            goes_on: true,
        });
    }
    found.sort_unstable_by_key(|it| (it.outer.start, std::cmp::Reverse(it.outer.end)));
    settle_depths(&mut found);
    found
}

/// Depths as they are once unclosed marks are left out.
fn settle_depths(found: &mut [Marked]) {
    let mut ends: Vec<usize> = Vec::with_capacity(DEEPEST);
    for it in found {
        while ends.last().is_some_and(|&end| end <= it.outer.start.0) {
            ends.pop();
        }
        it.depth = ends.len();
        ends.push(it.outer.end.0);
    }
}

fn role(
    c: char,
    twin: bool,
    before: Option<char>,
    after: Option<char>,
    open: &[Open],
) -> Option<(Family, Role)> {
    let is_open = |family| open.iter().rfind(|it| it.family == family);
    let role = match c {
        '\'' | '`' if twin => (
            Family::Twin,
            straight(before, after, is_open(Family::Twin))?,
        ),
        '"' | '＂' => (
            Family::Double,
            straight(before, after, is_open(Family::Double))?,
        ),
        '„' | '‟' => (Family::Double, Role::Opens),
        // „ is closed by “ in German; in English “ opens.
        '“' => match is_open(Family::Double) {
            Some(it) if it.mark == '„' => (Family::Double, Role::Closes),
            // A second “ that touches no word on its right can only close.
            Some(it) if it.mark == '“' && after.is_none_or(|it| !is_wordlike(it)) => {
                (Family::Double, Role::Closes)
            }
            _ => (Family::Double, Role::Opens),
        },
        '”' => (Family::Double, Role::Closes),
        '«' | '»' => {
            let role = match is_open(Family::Guillemet) {
                Some(it) if it.mark == c => Role::Opens,
                Some(_) => Role::Closes,
                // German books print »so«; a stray closing mark touches a word on its left.
                None if c == '»' && before.is_some_and(|it| !it.is_whitespace()) => return None,
                None => Role::Opens,
            };
            (Family::Guillemet, role)
        }
        '‹' | '›' => {
            let role = match is_open(Family::SingleGuillemet) {
                Some(it) if it.mark == c => Role::Opens,
                Some(_) => Role::Closes,
                None if c == '›' && before.is_some_and(|it| !it.is_whitespace()) => return None,
                None => Role::Opens,
            };
            (Family::SingleGuillemet, role)
        }
        '「' | '﹁' => (Family::Corner, Role::Opens),
        '」' | '﹂' => (Family::Corner, Role::Closes),
        '『' | '﹃' => (Family::WhiteCorner, Role::Opens),
        '』' | '﹄' => (Family::WhiteCorner, Role::Closes),
        '‘' | '‚' => match is_open(Family::Single) {
            Some(it) if it.mark == '‚' => (Family::Single, Role::Closes),
            _ => (Family::Single, Role::Opens),
        },
        // ’ is an apostrophe wherever a word goes on after it.
        '’' if after.is_some_and(is_latin_wordlike) => return None,
        '’' => (Family::Single, Role::Closes),
        '\'' => (
            Family::Single,
            apostrophe(before, after, is_open(Family::Single))?,
        ),
        _ => return None,
    };
    Some(role)
}

/// What a mark that looks the same on both sides can be.
fn straight(before: Option<char>, after: Option<char>, open: Option<&Open>) -> Option<Role> {
    let space_before = before.is_none_or(|it| it.is_whitespace() || is_opening(it));
    let space_after = after.is_none_or(char::is_whitespace);
    match (space_before, space_after) {
        // A second opening mark: the first was never closed; the later one counts.
        (true, false) => Some(Role::Opens),
        (false, true) => Some(Role::Closes),
        (true, true) => open.map(|_| Role::Closes),
        // 27"-screen: inches, unless something waits to be closed.
        (false, false) if before.is_some_and(|it| it.is_ascii_digit()) => {
            open.map(|_| Role::Closes)
        }
        (false, false) => Some(Role::Either),
    }
}

/// A typewriter's ' is a quotation mark only at the edge of a word, and closes
/// only after punctuation: `the workers' rights` has none.
fn apostrophe(before: Option<char>, after: Option<char>, open: Option<&Open>) -> Option<Role> {
    let edge_before = before.is_none_or(|it| it.is_whitespace() || is_opening(it));
    let edge_after = after.is_none_or(|it| !it.is_alphanumeric());
    if edge_before && after.is_some_and(char::is_alphabetic) {
        return Some(Role::Opens);
    }
    let ends_speech = before.is_some_and(|it| matches!(it, '.' | ',' | '!' | '?'));
    (edge_after && ends_speech && open.is_some()).then_some(Role::Closes)
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '—'
            | '–'
            | '-'
            | '/'
            | ':'
            | '“'
            | '‘'
            | '„'
            | '«'
            | '「'
            | '『'
            | '（'
            | '"'
            | '\''
            | '：'
            | '，'
            | '。'
            | '、'
    )
}

fn is_wordlike(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '[' | '(' | '‘' | '…' | '#' | '@')
}

/// Han characters stand beside ’ without being part of its word.
fn is_latin_wordlike(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2E80}'
}
