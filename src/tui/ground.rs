//! The colour of the terminal's ground, where the person has it asked for (OSC 11).
//!
//! Nobody waits for the answer: over a slow line it may come after the first keys,
//! and some terminals never give one.

/// Asks for the colour of the ground.
pub(crate) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// Whether the ground is light, where `answer`, without what opens and closes it,
/// is one to [`QUESTION`].
pub(crate) fn told(answer: &str) -> Option<bool> {
    is_light(answer.strip_prefix("11;rgb:")?)
}

/// Whether `rrrr/gggg/bbbb`, with one to four hexadecimal digits each, is a light
/// colour: its luma (Rec. 601) is above half.
fn is_light(colour: &str) -> Option<bool> {
    let share = |digits: &str| {
        let most = 16_u32
            .checked_pow(u32::try_from(digits.len()).ok()?)?
            .checked_sub(1)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        // In thousandths.
        (value * 1000).checked_div(most)
    };
    let mut parts = colour.split('/').map(share);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    Some(299 * red + 587 * green + 114 * blue > 500_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_and_dark_are_told_apart_and_other_answers_tell_nothing() {
        let table = [
            ("11;rgb:ffff/ffff/dddd", Some(true)),
            ("11;rgb:fd/f6/e3", Some(true)),
            ("11;rgb:1e1e/1e1e/2e2e", Some(false)),
            ("11;rgb:0/0/0", Some(false)),
            ("11;rgb:dddd/vvvv/uuuu", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb://", None),
            ("11;rgb:fffffffffffff/0/0", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("", None),
        ];
        for (answer, light) in table {
            assert_eq!(told(answer), light, "{answer}");
        }
    }
}
