//! Chinese numerals, with figures among them: 七百四十三, 5萬4千6百, 二〇一三.

use crate::mention::number::{LONGEST, Number, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// Chinese numerals, figures among them: 七百四十三, 5萬4千6百, 二〇一三.
#[expect(
    clippy::too_many_lines,
    reason = "one machine with one state; parted, the state would have to travel"
)]
pub(super) fn numeral(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut section = 0.0;
    let mut current: Option<f64> = None;
    let mut last_scale = 0.0;
    let mut zero = false;
    let mut figures = false;
    let mut tokens = 0;
    let mut scales = 0;
    let mut at = i;
    while at < i + LONGEST {
        if reader.tokens.get(at).is_some_and(|it| it.spaced)
            && at > i
            && scales == 0
            && reader.figure(at).is_some()
        {
            break;
        }
        if let Some(figure) = reader.figure(at) {
            if current.is_some() || (at > i && scales == 0) {
                break;
            }
            current = Some(figure.value);
            figures = true;
        } else {
            match reader.meanings(at).first() {
                Some(Meaning::Digit(value)) => {
                    if figures && current.is_some() {
                        break;
                    }
                    if *value == 0 && scales > 0 && current.is_none() {
                        zero = true;
                    }
                    let value = f64::from(*value);
                    current = Some(current.map_or(value, |it| it * 10.0 + value));
                }
                Some(Meaning::Scale(by)) => {
                    let by = *by;
                    if by < 1e4 {
                        if current.is_none() && scales > 0 && by >= last_scale {
                            break;
                        }
                        section += current.filter(|it| *it > 0.0 || figures).unwrap_or(1.0) * by;
                    } else {
                        section += current.unwrap_or(0.0);
                        if section == 0.0 && total == 0.0 {
                            if at > i {
                                break;
                            }
                            return None;
                        }
                        total = if section == 0.0 || (total > 0.0 && by > last_scale) {
                            (total + section) * by
                        } else {
                            total + section * by
                        };
                        section = 0.0;
                    }
                    current = None;
                    zero = false;
                    scales += 1;
                    last_scale = by;
                }
                Some(Meaning::Odd)
                    if at > i && reader.find(at + 1, scale_of).is_some_and(|it| it >= 1e4) =>
                {
                    at += 1;
                    continue;
                }
                _ => break,
            }
        }
        tokens += 1;
        at += 1;
    }
    if tokens == 0 {
        return None;
    }
    if let Some(value) = current {
        // 兩萬五 is 25,000; 一萬零五 is not.
        let short =
            scales > 0 && !zero && last_scale >= 100.0 && !figures && value < 10.0 && value > 0.0;
        section += if short {
            value * last_scale / 10.0
        } else {
            value
        };
    }
    let mut value = total + section;
    let mut lone = tokens == 1 && !figures;
    if !figures
        && reader.is(at, Meaning::Point)
        && let Some((fraction, end)) = digit_fraction(reader, at + 1)
    {
        value += fraction;
        at = end;
        lone = false;
        if let Some(by) = reader.find(at, scale_of).filter(|it| *it >= 1e4) {
            value *= by;
            at += 1;
        }
    }
    let one_figure = tokens == 1 && figures;
    let sequence = !figures && scales == 0 && tokens > 1;
    Some(Number {
        value,
        end: at,
        figures,
        plain: match reader.figure(i) {
            Some(figure) if one_figure && figure.plain => Some(figure.digits),
            _ if sequence => Some(tokens),
            _ => None,
        },
        lone,
    })
}

/// 五 and 二三 after 點.
fn digit_fraction(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let mut digits = String::from("0.");
    let mut at = i;
    while at < i + LONGEST
        && let Some(Meaning::Digit(value)) = reader.meanings(at).first()
    {
        digits.push(char::from(b'0' + value));
        at += 1;
    }
    // 兩點 alone is an hour.
    let hour = reader.is(at, Meaning::MinuteMark);
    (at > i && !hour).then_some((digits.parse().ok()?, at))
}
