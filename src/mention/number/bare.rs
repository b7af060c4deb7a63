//! Numbers that stand by themselves, and those that are part of a name or a word.

use crate::mention::lexer::Lexeme;
use crate::mention::number::{Number, number as number_at, same};
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

/// A bare number as a mention, if it stands as one.
pub(in crate::mention) fn bare(
    reader: &Reader<'_>,
    i: usize,
    number: Number,
) -> Option<(usize, Mention)> {
    if reader.unspaced {
        if !number.figures && !stands_alone(reader, i, number) {
            return None;
        }
    } else if !number.figures
        && same(number.value, 1.0)
        && number.end == i + 1
        && (reader.vocabulary.decimal_comma || is_pronoun(reader, i))
    {
        return None;
    }
    if is_in_name(reader, i, number)
        || is_label(reader, i, number)
        || is_generation(reader, i, number)
    {
        return None;
    }
    // 500多所, 10幾歲: what is counted follows.
    let odd = reader.unspaced
        && reader.is(number.end, Meaning::Odd)
        && reader.glued(number.end)
        && reader.glued(number.end + 1)
        && reader.sign(number.end + 1).is_none();
    let end = number.end + usize::from(odd);
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Number,
            value: number.written(number.value),
            unit: None,
            iso: None,
        },
    ))
}

/// Verbs whose subject "one" is anybody.
const MODALS: &str = "|must|might|may|can|cannot|could|should|would|needs|wants|ought|";

/// "one" that stands for somebody or something named before: `this one`, `a
/// later one`, `if one wants`, `one's`.
fn is_pronoun(reader: &Reader<'_>, i: usize) -> bool {
    if reader.is(i + 1, Meaning::Of) {
        return false;
    }
    let next = reader.words(i + 1).split(' ').next().unwrap_or_default();
    let anybody = !next.is_empty() && MODALS.contains(&format!("|{next}|"));
    if anybody || reader.is(i + 1, Meaning::Possessive) {
        return true;
    }
    if i == 0 {
        return false;
    }
    let before = reader.words(i - 1);
    let cue = reader.is(i - 1, Meaning::PronounCue);
    let clause = matches!(before.rsplit(' ').next(), Some("if" | "when" | "whenever"));
    // An article, one word that describes, and "one": "the new one".
    let described = i > 1
        && !before.contains(' ')
        && reader.tokens[i - 1].lexeme == Lexeme::Other
        && (reader.is(i - 2, Meaning::Article) || reader.is(i - 2, Meaning::Definite))
        && reader.find(i + 1, |_| Some(())).is_none();
    cue || clause || described
}

/// Pairs of figures that are a name: the attacks of a September, round the clock.
const IDIOMS: [(f64, f64); 2] = [(9.0, 11.0), (24.0, 7.0)];

/// Letters or signs that touch the number make it a part of a name: `COVID-19`,
/// `4G`, `737s`, `a high-five`.
fn is_in_name(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    if number.figures && reader.glued(number.end) && reader.figure(number.end - 1).is_some() {
        let next = reader.words(number.end);
        if next.starts_with(|it: char| it.is_ascii_alphabetic()) {
            return true;
        }
    }
    // 9·11, 7·20: days that name what happened on them.
    let dotted = |at: usize| reader.sign(at) == Some('·') && reader.glued(at);
    if reader.unspaced
        && (dotted(i + 1) && reader.figure(i + 2).is_some()
            || i > 1 && dotted(i - 1) && reader.figure(i - 2).is_some())
    {
        return true;
    }
    let slashed = |above: usize, below: usize| {
        let of = |at: usize| reader.figure(at).map_or(0.0, |it| it.value);
        IDIOMS
            .iter()
            .any(|it| same(it.0, of(above)) && same(it.1, of(below)))
    };
    if reader.sign(i + 1) == Some('/') && slashed(i, i + 2) {
        return true;
    }
    if i == 0 || !reader.glued(i) {
        return false;
    }
    if reader.sign(i - 1) == Some('/') && i > 1 && slashed(i - 2, i) {
        return true;
    }
    let sign = reader.sign(i - 1);
    if sign != Some('-') || i < 2 || !reader.glued(i - 1) {
        return number.figures && sign == Some('_');
    }
    let head = reader.words(i - 2);
    if number.figures {
        reader.figure(i - 2).is_none() && head.ends_with(char::is_uppercase)
    } else {
        !reader.unspaced
            && reader.tokens[i - 2].lexeme == Lexeme::Other
            && head.ends_with(char::is_alphabetic)
    }
}

/// 90後 are those born in the nineties.
fn is_generation(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    let decade = reader.unspaced
        && number.end == i + 1
        && number.plain == Some(2)
        && same(number.value % 5.0, 0.0);
    decade && reader.words(number.end).starts_with('后') && reader.glued(number.end)
}

/// The number of a heading or of a point in a list: `2. Methods` at a line's start.
fn is_label(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    let opens = i == 0 || reader.sign(i - 1) == Some('\n');
    let stop = reader.sign(number.end) == Some('.') && reader.glued(number.end);
    let goes_on = reader
        .tokens
        .get(number.end + 1)
        .is_some_and(|it| it.spaced && it.lexeme != Lexeme::Sign('\n'));
    number.figures && opens && stop && goes_on && number.value < 100.0
}

/// Chinese numerals are a number with a counting word after them, or when they
/// are several; one alone is mostly part of a word.
fn stands_alone(reader: &Reader<'_>, i: usize, number: Number) -> bool {
    // 十幾人
    let end = number.end + usize::from(reader.is(number.end, Meaning::Odd));
    let counted = reader.is(end, Meaning::Classifier)
        || reader
            .find(end, |it| match it {
                Meaning::Measure(_)
                | Meaning::Time(_)
                | Meaning::YearMark
                | Meaning::MonthMark
                | Meaning::DayMark
                | Meaning::HourMark
                | Meaning::MinuteMark
                | Meaning::Currency(..) => Some(()),
                _ => None,
            })
            .is_some();
    // 上 and 參 are words of their own more often than numerals.
    match reader.words(i) {
        "上" => return counted,
        "参" if number.lone => return false,
        _ => {}
    }
    if !number.lone {
        return true;
    }
    // 五至十四歲: the second end tells what the first counts.
    let joined = range::joins(reader, number.end)
        && number_at(reader, number.end + 1)
            .is_some_and(|it| !it.lone || !reader.meanings(it.end).is_empty());
    if joined {
        return true;
    }
    let alone = |it: Option<char>| it.is_none_or(|c| !c.is_alphanumeric());
    let before = reader.text[..reader.tokens[i].start].chars().next_back();
    let after = reader.text[reader.tokens[number.end - 1].end..]
        .chars()
        .next();
    let quoted = matches!(
        (before, after),
        (Some('“' | '「' | '"'), Some('”' | '」' | '"'))
    );
    // 答案是四, not 是四川
    let named =
        before == Some('是') && (alone(after) || matches!(after, Some('不' | '却' | '那' | '而')));
    if same(number.value, 1.0) {
        return quoted || named;
    }
    let bounded = alone(before) && alone(after);
    // 排名前三的
    let ranked = before == Some('前') && (alone(after) || after == Some('的'));
    let two = reader.words(i) == "两";
    counted || bounded || two || named || ranked
}
