//! Chinese numerals, with figures among them: 七百四十三, 5萬4千6百, 二〇一三.

use crate::mention::number::{LONGEST, Number, same, scale_of};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;

/// From here on a scale ends a section of four places: 萬, 億, 兆.
const SECTION: f64 = 1e4;

/// The numeral that begins at token `i`.
pub(super) fn numeral(reader: &Reader<'_>, i: usize) -> Option<Number> {
    let mut places = Places::default();
    let mut at = i;
    while at < i + LONGEST {
        if at > i && reader.tokens.get(at).is_some_and(|it| it.spaced) && !goes_on(reader, at) {
            break;
        }
        let taken = if let Some(figure) = reader.figure(at) {
            places.figure(figure.value, figure.plain && figure.digits == 1)
        } else {
            match reader.meanings(at).first() {
                Some(Meaning::Digit(_)) if is_weight(reader, at, &places) => false,
                Some(Meaning::Digit(value)) => places.digit(*value),
                Some(Meaning::Scale(by)) if at == i && stands_bare(reader, i) => places.alone(*by),
                Some(Meaning::Scale(by)) => places.scale(*by),
                Some(Meaning::Count(tens)) => places.tens(*tens),
                // 十多萬
                Some(Meaning::Odd) => {
                    places.parts > 0
                        && reader
                            .find(at + 1, scale_of)
                            .is_some_and(|it| it >= SECTION)
                }
                _ => false,
            }
        };
        if !taken {
            break;
        }
        at += 1;
    }
    if places.parts == 0 {
        return None;
    }
    let figures = places.figures;
    let mut value = places.value();
    let mut lone = places.parts == 1 && !figures;
    if !figures
        && reader.is(at, Meaning::Point)
        && let Some((fraction, end)) = digit_fraction(reader, at + 1).or_else(|| {
            let zero = same(value, 0.0) && places.parts == 1;
            zero.then(|| figure_fraction(reader, at + 1)).flatten()
        })
    {
        value += fraction;
        at = end;
        lone = false;
        if let Some(by) = reader.find(at, scale_of).filter(|it| *it >= SECTION) {
            value *= by;
            at += 1;
        }
    }
    let sequence = !figures && places.scales == 0 && places.parts > 1;
    // 兩三年, 七八成: two or three; but 八九年 is a year and 八九折 a price.
    let near = neighbours(value) || value > 10.0 && reader.words(i + 1) == "两";
    let pair = sequence && places.parts == 2 && near && at == i + 2;
    let year = reader.is(at, Meaning::YearMark)
        && reader.words(i) != "两"
        && (value >= EARLIEST_SHORT_YEAR || month_behind(reader, at + 1));
    let open_pair = pair && !year && reader.words(at) != "折";
    if open_pair {
        value = (value / 10.0).floor();
    }
    let closed = places.waiting.is_none() && at > i;
    let closed_by = if closed { places.last } else { 0.0 };
    Some(Number {
        value,
        end: at,
        figures,
        plain: match reader.figure(i) {
            Some(figure) if places.parts == 1 && figure.plain => Some(figure.digits),
            _ if sequence && !open_pair => Some(places.parts),
            _ => None,
        },
        lone,
        vague: places.vague || open_pair,
        scale: if closed_by >= 100.0 { closed_by } else { 0.0 },
    })
}

/// From here on two neighbouring digits before 年 are mostly a year of the 20th
/// century: 八九年, but 五六年 is a length.
const EARLIEST_SHORT_YEAR: f64 = 78.0;

/// 五六年八月 begins with a year.
fn month_behind(reader: &Reader<'_>, i: usize) -> bool {
    let counts = |at: usize| {
        reader.figure(at).is_some()
            || matches!(
                reader.meanings(at).first(),
                Some(Meaning::Digit(_) | Meaning::Scale(_))
            )
    };
    let end = (i..i + 2).find(|it| !counts(*it)).unwrap_or(i + 2);
    end > i && reader.is(end, Meaning::MonthMark)
}

/// 兩 behind a digit is fifty grams, unless both count something: 八兩, 三兩個.
fn is_weight(reader: &Reader<'_>, i: usize, places: &Places) -> bool {
    let waits = places.waiting.is_some_and(|it| it.single || it.figure);
    let counted = reader
        .find(i + 1, |it| {
            matches!(
                it,
                Meaning::Classifier | Meaning::Time(_) | Meaning::Measure(_) | Meaning::YearMark
            )
            .then_some(())
        })
        .is_some();
    reader.words(i) == "两" && waits && !counted
}

/// 二三 and 七八 stand side by side, 三五 is said as they are.
fn neighbours(value: f64) -> bool {
    let (first, second) = ((value / 10.0).floor(), value % 10.0);
    first >= 1.0 && same(first + 1.0, second) || same(value, 35.0)
}

/// A bare 萬 is a number in 萬分之五, 數萬, 近萬名 and 萬餘.
fn stands_bare(reader: &Reader<'_>, i: usize) -> bool {
    let told = i > 0
        && reader.glued(i)
        && (reader.is(i - 1, Meaning::Several) || reader.is(i - 1, Meaning::About));
    told || reader.is(i + 1, Meaning::Parts) || reader.is(i + 1, Meaning::Odd)
}

/// A figure after a space is a number of its own, unless a scale makes it a
/// part of this one: "3 萬 5 千".
fn goes_on(reader: &Reader<'_>, at: usize) -> bool {
    reader.figure(at).is_none() || reader.find(at + 1, scale_of).is_some()
}

/// Digits that wait for their scale.
#[derive(Clone, Copy)]
struct Waiting {
    value: f64,
    /// They are a figure.
    figure: bool,
    /// They are one digit, in whatever script.
    single: bool,
}

/// A numeral as far as it was read, place by place.
///
/// A scale below 萬 counts within its section; one from 萬 on closes the
/// section and multiplies it together with all that was closed by a smaller
/// scale: 四十五億四千零四萬 is a sum, 三千萬億 a product.
#[derive(Default)]
struct Places {
    /// What 萬, 億 and 兆 have closed, with the scale that did.
    closed: Vec<(f64, f64)>,
    /// The section that is open, without what waits.
    section: f64,
    waiting: Option<Waiting>,
    /// The last scale.
    last: f64,
    /// 零 stands before what waits.
    zero: bool,
    /// One of the parts is a figure.
    figures: bool,
    /// Two digits stand where one can: 二三十, twenty or thirty.
    vague: bool,
    scales: usize,
    parts: usize,
}

impl Places {
    fn figure(&mut self, value: f64, single: bool) -> bool {
        let free = self
            .waiting
            .is_none_or(|it| self.zero && !it.figure && it.value == 0.0);
        let fits = self.parts == 0 || free && self.scales > 0 && value < self.last;
        if fits {
            self.waiting = Some(Waiting {
                value,
                figure: true,
                single,
            });
            self.figures = true;
            self.parts += 1;
        }
        fits
    }

    fn digit(&mut self, value: u8) -> bool {
        let before = self.waiting;
        if before.is_some_and(|it| it.figure) {
            return false;
        }
        self.zero |= value == 0 && self.scales > 0 && before.is_none();
        self.waiting = Some(Waiting {
            value: before.map_or(0.0, |it| it.value * 10.0) + f64::from(value),
            figure: false,
            single: before.is_none(),
        });
        self.parts += 1;
        true
    }

    /// 廿 and its kin: a digit and its 十 in one.
    fn tens(&mut self, value: f64) -> bool {
        if self.waiting.is_some_and(|it| it.figure || it.value > 0.0) || self.section % 100.0 > 0.0
        {
            return false;
        }
        self.section += value;
        self.waiting = None;
        self.zero = false;
        self.last = 10.0;
        self.scales += 1;
        self.parts += 1;
        true
    }

    fn alone(&mut self, by: f64) -> bool {
        self.section = by;
        self.last = by;
        self.scales += 1;
        self.parts += 1;
        true
    }

    fn scale(&mut self, by: f64) -> bool {
        let fits = if by < SECTION {
            self.within(by)
        } else {
            self.close(by)
        };
        if fits {
            self.waiting = None;
            self.zero = false;
            self.last = by;
            self.scales += 1;
            self.parts += 1;
        }
        fits
    }

    /// 十, 百 and 千: the scales of a section grow smaller.
    fn within(&mut self, by: f64) -> bool {
        let times = self.waiting.filter(|it| it.figure || it.value > 0.0);
        // 一百十五 has a bare 十; no other scale is bare behind another.
        let bare = times.is_none() && by > 10.0 && self.scales > 0;
        if bare || self.section > 0.0 && by >= self.last {
            return false;
        }
        self.vague |= times.is_some_and(|it| !it.figure && it.value > 10.0);
        self.section += times.map_or(1.0, |it| it.value) * by;
        true
    }

    /// 萬, 億 and 兆.
    fn close(&mut self, by: f64) -> bool {
        let open = self.section + self.waiting.map_or(0.0, |it| it.value);
        let mut value = open;
        let mut kept = self.closed.len();
        while let Some(&(closed, scale)) = self.closed[..kept].last() {
            // 一萬萬 is 億; two sums of one scale are two numbers.
            if same(scale, by) && open > 0.0 {
                return false;
            }
            if scale > by {
                break;
            }
            value += closed;
            kept -= 1;
        }
        if value == 0.0 {
            return false;
        }
        self.closed.truncate(kept);
        self.closed.push((value * by, by));
        self.section = 0.0;
        true
    }

    fn value(&self) -> f64 {
        let closed: f64 = self.closed.iter().map(|it| it.0).sum();
        let Some(waiting) = self.waiting else {
            return closed + self.section;
        };
        // 兩萬五 and 3萬5 are 25,000 and 35,000; 一萬零五 and 1萬50 are not.
        let short = self.scales > 0
            && !self.zero
            && self.last >= 100.0
            && waiting.single
            && waiting.value > 0.0;
        let place = if short { self.last / 10.0 } else { 1.0 };
        closed + self.section + waiting.value * place
    }
}

/// 五 and 二三 after 點.
fn digit_fraction(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let mut digits = String::from("0.");
    let mut at = i;
    while at < i + LONGEST
        && let Some(Meaning::Digit(value)) = reader.meanings(at).first()
        && !matches!(reader.words(at), "两" | "俩")
    {
        digits.push(char::from(b'0' + value));
        at += 1;
    }
    // 兩點 alone is an hour.
    let hour = reader.is(at, Meaning::MinuteMark);
    (at > i && !hour).then_some((digits.parse().ok()?, at))
}

/// 77 after 零點.
fn figure_fraction(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let figure = reader.figure(i).filter(|it| it.plain && reader.glued(i))?;
    let places = i32::try_from(figure.digits).ok().filter(|it| *it < 10)?;
    let clock = reader.is(i + 1, Meaning::MinuteMark);
    (!clock).then(|| (figure.value / 10_f64.powi(places), i + 1))
}

#[cfg(test)]
mod tests {
    use crate::mention::{MentionKind, mentions};
    use crate::text::Language;

    #[test]
    fn a_scale_multiplies_its_own_section_and_what_smaller_scales_closed() {
        let rows = [
            ("七百四十三", 743.0),
            ("十五", 15.0),
            ("一百十五", 115.0),
            ("一千零三", 1_003.0),
            ("兩萬五", 25_000.0),
            ("兩萬零五", 20_005.0),
            ("三百六", 360.0),
            ("十二億三千四百萬", 1_234_000_000.0),
            ("二十億零六百零七萬", 2_006_070_000.0),
            ("八兆五千三百億零二", 8_530_000_000_002.0),
            ("三千萬億", 3e15),
            ("一萬萬", 1e8),
            ("二億七千六百萬零壹十八", 276_000_018.0),
            ("12億3000萬", 1_230_000_000.0),
            ("3千零40", 3_040.0),
            ("4千零50萬", 40_500_000.0),
            ("5萬4千6百", 54_600.0),
            ("3萬5", 35_000.0),
            ("3萬5000", 35_000.0),
            ("1.5萬億", 1.5e12),
            ("叁佰貳拾壹", 321.0),
            ("六點二五", 6.25),
            ("一點五億", 150_000_000.0),
            ("零點75", 0.75),
            ("零點三", 0.3),
        ];
        for (text, value) in rows {
            let found = mentions(text, Language::TraditionalChinese, None);
            let whole = found
                .iter()
                .find(|it| it.range.of(text) == text && it.kind == MentionKind::Number);
            let read = whole.and_then(|it| it.value.as_deref()?.parse::<f64>().ok());
            assert_eq!(read, Some(value), "{text}: {found:?}");
        }
    }
}
