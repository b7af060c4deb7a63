//! One figure: digits with their marks of thousands, fractions and powers.

use crate::mention::lexer::{Figure, digit, narrow};

/// Fractions that are one character, with what stands above and below.
const GLYPHS: [(char, f64, f64); 18] = [
    ('½', 1.0, 2.0),
    ('⅓', 1.0, 3.0),
    ('⅔', 2.0, 3.0),
    ('¼', 1.0, 4.0),
    ('¾', 3.0, 4.0),
    ('⅕', 1.0, 5.0),
    ('⅖', 2.0, 5.0),
    ('⅗', 3.0, 5.0),
    ('⅘', 4.0, 5.0),
    ('⅙', 1.0, 6.0),
    ('⅚', 5.0, 6.0),
    ('⅐', 1.0, 7.0),
    ('⅛', 1.0, 8.0),
    ('⅜', 3.0, 8.0),
    ('⅝', 5.0, 8.0),
    ('⅞', 7.0, 8.0),
    ('⅑', 1.0, 9.0),
    ('⅒', 1.0, 10.0),
];

/// Digits of an exponent; more are no power that a text means.
const EXPONENT_DIGITS: usize = 3;

/// Groups of a figure with spaces: more are a list.
const MOST_GROUPS: usize = 6;

/// How figures are written where this one stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// A comma parts whole and fraction.
    pub(super) decimal_comma: bool,
    /// A plain space may part thousands.
    pub(super) spaces: bool,
}

/// The value of a character that is a fraction: `½`.
pub(super) fn glyph(c: char) -> Option<f64> {
    if c.is_ascii() || !('\u{bc}'..='\u{215f}').contains(&c) {
        return None;
    }
    let (_, above, below) = GLYPHS.iter().find(|it| it.0 == c)?;
    Some(above / below)
}

/// Whether a figure can begin with `c`.
pub(super) fn begins(c: char) -> bool {
    digit(c).is_some() || glyph(c).is_some()
}

/// Reads the figure that `rest` begins with: its length in bytes and its value.
pub(super) fn figure(rest: &str, style: Style) -> (usize, Figure) {
    let whole = marked_digits(rest, style);
    let mut value = whole.text.parse().unwrap_or(0.0);
    let mut end = whole.end;
    let mut plain = whole.plain;
    if !whole.fraction
        && let Some((length, share)) = trailing_glyph(&rest[end..], end > 0)
    {
        value += share;
        end += length;
        plain = false;
    } else if let Some((length, powered)) = power(&rest[end..], &whole.text, value) {
        value = powered;
        end += length;
        plain = false;
    }
    let figure = Figure {
        value,
        digits: whole.places,
        plain,
    };
    (end, figure)
}

/// Digits as they were read.
struct Digits {
    /// Without marks of thousands, the point as a point.
    text: String,
    /// Digits before the point.
    places: usize,
    end: usize,
    plain: bool,
    fraction: bool,
}

fn marked_digits(rest: &str, style: Style) -> Digits {
    let (group, point) = if style.decimal_comma {
        ('.', ',')
    } else {
        (',', '.')
    };
    let mut read = Digits {
        text: String::new(),
        places: 0,
        end: 0,
        plain: true,
        fraction: false,
    };
    for (at, c) in rest.char_indices() {
        if let Some(value) = digit(c) {
            read.text.push(char::from_digit(value, 10).unwrap_or('0'));
            read.places += usize::from(!read.fraction);
            read.end = at + c.len_utf8();
            continue;
        }
        let mark = narrow(c);
        let after = &rest[at + c.len_utf8()..];
        if read.fraction {
            break;
        }
        let grouped = match mark {
            _ if mark == group => groups(&read, after) || indian(&read, after, group),
            // No-break and thin spaces part nothing but thousands.
            '\u{a0}' | '\u{2009}' | '\u{202f}' => groups(&read, after),
            ' ' => {
                style.spaces
                    && !read.text.starts_with('0')
                    && groups(&read, after)
                    && groups_to_the_end(after)
            }
            _ => false,
        };
        let point = if style.decimal_comma && mark == '.' && stray_point(after) {
            '.'
        } else {
            point
        };
        if grouped {
            read.plain = false;
        } else if mark == point && digits_ahead(after) > 0 && !another_point(after, point) {
            read.plain = false;
            read.fraction = true;
            read.text.push('.');
        } else {
            break;
        }
    }
    read
}

/// Digits that `text` begins with; more than four are all one.
fn digits_ahead(text: &str) -> usize {
    text.chars()
        .take(4)
        .take_while(|it| digit(*it).is_some())
        .count()
}

/// A mark of thousands stands after one to three digits, then after every third.
fn groups(read: &Digits, after: &str) -> bool {
    digits_ahead(after) == 3 && (!read.plain || (1..=3).contains(&read.text.len()))
}

/// Groups of three and nothing after them: "202 555 0123" is a telephone.
fn groups_to_the_end(after: &str) -> bool {
    let mut rest = after;
    for _ in 0..MOST_GROUPS {
        if digits_ahead(rest) != 3 {
            return false;
        }
        let behind = rest.trim_start_matches(|it| digit(it).is_some());
        match behind.strip_prefix([' ', '-']) {
            Some(next) if digits_ahead(next) > 0 => rest = next,
            _ => return true,
        }
    }
    false
}

/// `12,34,567`: Indian figures have groups of two before the last of three.
fn indian(read: &Digits, after: &str, group: char) -> bool {
    if !read.plain && digits_ahead(after) != 2 || read.plain && read.text.len() > 2 {
        return false;
    }
    let mut rest = after;
    let mut pairs = 0;
    // Figures grow no longer than this; the limit keeps reading linear.
    while pairs < 8 {
        match digits_ahead(rest) {
            3 => return pairs > 0,
            2 => pairs += 1,
            _ => return false,
        }
        let behind = rest.trim_start_matches(|it| digit(it).is_some());
        match behind.strip_prefix(group) {
            Some(next) => rest = next,
            None => return false,
        }
    }
    false
}

/// Where the comma is the mark of fractions, a point is one too before a share
/// or a million that no group of three stands before: "1.5 %", "2.75 millones".
fn stray_point(after: &str) -> bool {
    let places = digits_ahead(after);
    if places == 0 || places >= 3 {
        return false;
    }
    let behind = after.trim_start_matches(|it| digit(it).is_some());
    let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    behind.starts_with('%')
        || [
            "mil",
            "Mil",
            "bill",
            "Bill",
            "Mrd",
            "Mio",
            "por ciento",
            "Prozent",
        ]
        .iter()
        .any(|it| behind.starts_with(it))
}

/// "2015.5.13" and "10.0.0.1" are no fractions.
fn another_point(after: &str, point: char) -> bool {
    let rest = after.trim_start_matches(|it| digit(it).is_some());
    let mut signs = rest.chars();
    signs.next() == Some(point) && signs.next().and_then(digit).is_some()
}

/// `3½`, `3 ½`, or `½` by itself: the length of the rest and its share of one.
fn trailing_glyph(rest: &str, figure_before: bool) -> Option<(usize, f64)> {
    let space = usize::from(figure_before && rest.starts_with(' '));
    let c = rest[space..].chars().next()?;
    Some((space + c.len_utf8(), glyph(c)?))
}

/// `e-4`, `x10^-4`, `×10⁻⁴` and `^3` behind a figure: their length, and the
/// value with them.
fn power(rest: &str, digits: &str, value: f64) -> Option<(usize, f64)> {
    let mut signs = rest.chars();
    let head = narrow(signs.next()?);
    let after = signs.as_str();
    let (behind, powered) = match head {
        'e' | 'E' => {
            let (behind, exponent) = exponent(after)?;
            (behind, format!("{digits}e{exponent}").parse().ok()?)
        }
        '^' => {
            let (behind, exponent) = exponent(after)?;
            (behind, value.powi(exponent))
        }
        'x' | 'X' | '×' | '*' => {
            let ten = after.strip_prefix("10")?;
            let (behind, exponent) = match ten.strip_prefix('^') {
                Some(after) => exponent(after)?,
                None => raised(ten)?,
            };
            (behind, format!("{digits}e{exponent}").parse().ok()?)
        }
        _ => return None,
    };
    let ends = !behind.starts_with(|it: char| it.is_ascii_alphanumeric());
    let meant: bool = f64::is_finite(powered);
    (ends && meant).then_some((rest.len() - behind.len(), powered))
}

/// A signed exponent, and what stands behind it.
fn exponent(text: &str) -> Option<(&str, i32)> {
    let mut rest = text;
    let mut sign = 1;
    if let Some(c) = rest.chars().next()
        && let Some(of_sign) = match narrow(c) {
            '-' => Some(-1),
            '+' => Some(1),
            _ => None,
        }
    {
        sign = of_sign;
        rest = &rest[c.len_utf8()..];
    }
    let mut value = 0;
    let mut places = 0;
    while let Some(c) = rest.chars().next()
        && let Some(next) = digit(c)
        && places <= EXPONENT_DIGITS
    {
        value = value * 10 + i32::try_from(next).ok()?;
        places += 1;
        rest = &rest[c.len_utf8()..];
    }
    (1..=EXPONENT_DIGITS)
        .contains(&places)
        .then_some((rest, sign * value))
}

/// A raised exponent: `⁻⁴`.
fn raised(text: &str) -> Option<(&str, i32)> {
    let mut low = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices().take(EXPONENT_DIGITS + 2) {
        low.push(match c {
            '⁻' => '-',
            '⁰' => '0',
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁴'..='⁹' => char::from_digit(u32::from(c) - u32::from('⁴') + 4, 10)?,
            _ => break,
        });
        end = at + c.len_utf8();
    }
    let (behind, exponent) = exponent(&low)?;
    behind.is_empty().then_some((&text[end..], exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_its_marks_and_no_more() {
        let rows = [
            ("1,250,000 votes", "1,250,000", 1_250_000.0),
            ("12,34,567.5 rupees", "12,34,567.5", 1_234_567.5),
            ("18 500 seats", "18 500", 18_500.0),
            (
                "18\u{202f}500\u{202f}000",
                "18\u{202f}500\u{202f}000",
                18_500_000.0,
            ),
            ("2019 300 people", "2019", 2019.0),
            ("40 0001", "40", 40.0),
            ("3½ miles", "3½", 3.5),
            ("¾ full", "¾", 0.75),
            ("3.5e-2", "3.5e-2", 0.035),
            ("6e", "6", 6.0),
            ("4.2×10⁻³ m", "4.2×10⁻³", 0.0042),
            ("4.2x10^6", "4.2x10^6", 4_200_000.0),
            ("1.5^2", "1.5^2", 2.25),
            ("2^", "2", 2.0),
            ("9e999", "9", 9.0),
            ("2015.5.13", "2015", 2015.0),
        ];
        let style = Style {
            decimal_comma: false,
            spaces: true,
        };
        for (text, written, value) in rows {
            let (end, figure) = figure(text, style);
            assert_eq!(&text[..end], written);
            assert!((figure.value - value).abs() < 1e-9, "{text}: {figure:?}");
        }
    }
}
