//! Who speaks in a Chinese clause, and where what was said begins behind the cue.

use crate::split::language::speech_chinese::{ChineseSpeech, TRAILING};
use crate::split::quotation::unspaced::is_clause_end;
use crate::text::ByteRange;

/// Bytes between 告訴 and the comma behind the addressee: about fifteen characters.
const LONGEST_ADDRESSEE: usize = 45;
/// Bytes looked through for a speaker before a cue: about eighty characters.
pub(super) const LONGEST_SPEAKER: usize = 240;
/// The speaker named between a clause's start and its cue.
pub(super) fn speaker(text: &str, from: usize, to: usize) -> Option<ByteRange> {
    let tables = ChineseSpeech::tables();
    let from = text.ceil_char_boundary(from.max(to.saturating_sub(LONGEST_SPEAKER)));
    let mut range = ByteRange::new(from, to).trimmed(text);
    while let Some(opening) = tables
        .openings
        .iter()
        .find(|it| range.of(text).starts_with(it.as_str()))
    {
        range = ByteRange::new(range.start.0 + opening.len(), range.end.0);
        let rest = range
            .of(text)
            .trim_start_matches(|it: char| it.is_whitespace() || is_clause_end(it));
        range = ByteRange::new(range.end.0 - rest.len(), range.end.0);
    }
    let words = range.of(text);
    let words = ["的時候", "的时候", "時", "时", "中"]
        .iter()
        .fold(words, |words, it| words.strip_suffix(it).unwrap_or(words));
    let range = ByteRange::new(range.start.0, range.start.0 + words.len());
    // What stands before 的 belongs to the name; the name itself has at least one character.
    let first = words.rfind('的').unwrap_or(0);
    let first = first + words[first..].chars().next()?.len_utf8();
    let mut range = range;
    let rest = &words[first..];
    if let Some(closing) = tables.closings.find(rest).next() {
        let end = range.start.0 + first + closing.range.start.0;
        range = ByteRange::new(range.start.0, end);
    }
    let name = range
        .of(text)
        .trim_end_matches(|it: char| TRAILING.contains(it) || it.is_whitespace());
    let name = without_day(name);
    let range = ByteRange::new(range.start.0, range.start.0 + name.len());
    range
        .of(text)
        .contains(char::is_alphanumeric)
        .then_some(range)
}

/// A name without the day on which it spoke: 港務局5日表示.
fn without_day(name: &str) -> &str {
    let mut bare = name;
    for unit in [['日', '號', '号'], ['月', '月', '月'], ['年', '年', '年']] {
        let Some(figures) = bare.strip_suffix(unit) else {
            continue;
        };
        let rest = figures.trim_end_matches(|it: char| it.is_ascii_digit());
        if rest.len() == figures.len() {
            return name;
        }
        bare = rest;
    }
    bare
}

/// Past the addressee and the comma behind it: 告訴記者，…
pub(super) fn behind_addressee(text: &str, from: usize, to: usize) -> usize {
    let near = text.floor_char_boundary(to.min(from + LONGEST_ADDRESSEE));
    let mark = text[from..near].find(['，', ',', '：', ':', '「', '“']);
    skip_marks(text, mark.map_or(from, |it| from + it), to)
}

/// Past 道, 了 and the comma or colon behind a cue.
pub(super) fn skip_marks(text: &str, from: usize, to: usize) -> usize {
    let mut at = from;
    for c in text[from..to].chars() {
        if !(c.is_whitespace()
            || matches!(
                c,
                '，' | ',' | '：' | ':' | '了' | '道' | '說' | '说' | '著' | '着'
            ))
        {
            break;
        }
        at += c.len_utf8();
    }
    at
}
