//! What is no claim: headings, bylines, questions, opinions, forecasts, appeals.

use crate::split::Uncheckable;
use crate::split::clause::{Clause, has_verb};
use crate::split::cue::{Cue, Told};
use crate::split::enclosure::enclosures;
use crate::split::reading::Reading;
use crate::split::unit::Unit;
use crate::text::{BlockKind, ByteRange, Language};

/// Longer than this (in columns: a Han character counts two), a line without
/// a closing mark is a sentence that lost its stop, not a heading.
const LONGEST_HEADING_COLUMNS: usize = 90;
/// Longer than this, a line is more than a byline.
const LONGEST_BYLINE_COLUMNS: usize = 80;

/// Why a whole sentence is no claim, told before it is cut.
pub(super) fn whole_unit(reading: &Reading<'_>, unit: &Unit) -> Option<Uncheckable> {
    let words = unit.range.of(reading.text);
    if !words.chars().any(char::is_alphanumeric) {
        return Some(Uncheckable::NoFact);
    }
    if unit.is_credit || is_byline(reading, unit) {
        return Some(Uncheckable::Byline);
    }
    if is_heading(reading, unit) {
        return Some(match words.chars().next_back() {
            Some('?' | '？') => Uncheckable::Question,
            _ => Uncheckable::Heading,
        });
    }
    None
}

fn is_byline(reading: &Reading<'_>, unit: &Unit) -> bool {
    if !unit.is_whole_block() || columns(unit.range.of(reading.text)) > LONGEST_BYLINE_COLUMNS {
        return false;
    }
    let words = reading.words(unit.range);
    let opening = words.chars().next();
    let closing = words.chars().next_back();
    let bracketed = matches!(
        (opening, closing),
        (Some('【' | '(' | '（' | '['), Some('】' | ')' | '）' | ']'))
    );
    // "By Monday 37 boats had left." is a sentence.
    let is_ended = matches!(closing, Some('.' | '!' | '?' | '。' | '！' | '？'));
    bracketed || !is_ended && reading.starting(unit.range, Cue::Byline).is_some()
}

/// A heading stands alone in its block, is short and ends without a stop. One
/// with a figure states a fact.
fn is_heading(reading: &Reading<'_>, unit: &Unit) -> bool {
    if !unit.is_whole_block() {
        return false;
    }
    let words = unit.range.of(reading.text);
    let marked = unit.block.kind == BlockKind::Heading;
    let may_be = marked || unit.block.kind == BlockKind::Line;
    let ended = matches!(
        words.chars().next_back(),
        Some(
            '.' | '。' | '!' | '！' | ';' | '；' | ':' | '：' | ',' | '，' | '…' | '"' | '”' | '」'
        )
    );
    let figures = reading.has_figure(unit.range);
    may_be
        && (marked || !ended && columns(words) <= LONGEST_HEADING_COLUMNS)
        && !words.starts_with(BULLETS)
        && !figures
}

/// A line that begins so is an item of a list.
const BULLETS: &[char] = &['-', '•', '*', '·', '●', '■', '◆', '▲', '►', '‣'];

/// Why a clause is no claim.
///
/// `follows_claim`: the clause before it in its sentence is one, so that it
/// holds on to that one's subject.
pub(super) fn clause(
    reading: &Reading<'_>,
    unit: &Unit,
    clause: Clause,
    follows_claim: bool,
) -> Option<Uncheckable> {
    let range = clause.range;
    if reading.starting(range, Cue::Appeal).is_some() {
        return Some(Uncheckable::Appeal);
    }
    if clause.reported {
        return None;
    }
    if lacks_verb(reading, range) {
        return Some(Uncheckable::NoFact);
    }
    if is_question(reading, unit, range) {
        return Some(Uncheckable::Question);
    }
    let pairs = enclosures(range.of(reading.text));
    let told: Told = reading.cues_outside(range, &pairs).into_iter().collect();
    if told.tells(Cue::Evaluation) {
        return Some(Uncheckable::Opinion);
    }
    if told.tells(Cue::Guess) {
        return Some(Uncheckable::Forecast);
    }
    if reading.has_figure_or_time(range) {
        return None;
    }
    if told.tells(Cue::Forecast) {
        return Some(Uncheckable::Forecast);
    }
    if is_observed(reading, range) {
        return None;
    }
    if told.tells(Cue::Weak) {
        return Some(Uncheckable::Opinion);
    }
    let general = !follows_claim && reading.language.is_chinese() && is_general(reading, range);
    general.then_some(Uncheckable::NoFact)
}

/// Whether what is told was seen to happen or to differ.
fn is_observed(reading: &Reading<'_>, range: ByteRange) -> bool {
    let told = reading.told(range);
    OBSERVED.iter().any(|it| told.tells(*it))
}

const OBSERVED: [Cue; 4] = [Cue::Trend, Cue::Comparison, Cue::Share, Cue::Event];

/// Whether a Chinese clause is short or speaks of anybody, and holds on to
/// nothing that could be looked up.
fn is_general(reading: &Reading<'_>, range: ByteRange) -> bool {
    let short = range.len() < SHORT_STATEMENT_BYTES;
    (short || reading.tells(range, Cue::Generic)) && !names_something(reading, range)
}

/// About a dozen Han characters.
const SHORT_STATEMENT_BYTES: usize = 36;

fn names_something(reading: &Reading<'_>, range: ByteRange) -> bool {
    let held = [
        Cue::Role,
        Cue::Relation,
        Cue::Saying,
        Cue::Aspect,
        Cue::Place,
        Cue::Cause,
    ];
    range
        .of(reading.text)
        .contains(|c: char| c.is_ascii_alphanumeric())
        || reading
            .cues(range)
            .iter()
            .any(|it| held.iter().any(|cue| it.tells(*cue)))
}

/// Whether an English stretch neither has a verb nor counts anything.
fn lacks_verb(reading: &Reading<'_>, range: ByteRange) -> bool {
    reading.language == Language::English
        && reading.mentions(range).is_empty()
        && !has_verb(reading, range)
}

fn is_question(reading: &Reading<'_>, unit: &Unit, range: ByteRange) -> bool {
    let rest = &reading.text[range.end.0..unit.range.end.0];
    rest.trim_start().starts_with(['?', '？'])
}

/// Display columns, roughly: what is not Latin counts two.
fn columns(words: &str) -> usize {
    words
        .chars()
        .map(|it| if it.len_utf8() > 2 { 2 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::Uncheckable;
    use crate::split::split;
    use crate::text::{Article, Language};

    #[test]
    fn what_is_no_claim_is_left_out_with_its_reason() {
        use Language::{English, TraditionalChinese};
        let table = [
            (
                "文|林一帆\n市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Byline,
            ),
            (
                "【本報訊】市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Byline,
            ),
            (
                "市府拆除了舊橋。（編輯：林一帆）1130105",
                TraditionalChinese,
                Uncheckable::Byline,
            ),
            (
                "LISBON (AP) — The city closed the bridge.",
                English,
                Uncheckable::Byline,
            ),
            (
                "The city closed the bridge. (Reporting by Ana Ruiz; editing by Tom Berg)",
                English,
                Uncheckable::Byline,
            ),
            (
                "舊橋何去何從\n市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Heading,
            ),
            (
                "市府為何拆除舊橋?居民已經抗議。",
                TraditionalChinese,
                Uncheckable::Question,
            ),
            (
                "新橋或許會更快完工。市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Forecast,
            ),
            (
                "顯然市府沒有準備好。市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Opinion,
            ),
            (
                "敬請關注我們的頻道。市府拆除了舊橋。",
                TraditionalChinese,
                Uncheckable::Appeal,
            ),
            (
                "By Ana Ruiz\nThe city closed the bridge.",
                English,
                Uncheckable::Byline,
            ),
            (
                "A Bridge Too Old\nThe city closed the bridge.",
                English,
                Uncheckable::Heading,
            ),
            (
                "Why was it closed? The city closed the bridge.",
                English,
                Uncheckable::Question,
            ),
            (
                "The bridge could reopen. The city closed the bridge.",
                English,
                Uncheckable::Forecast,
            ),
            (
                "Clearly the plan was bad. The city closed the bridge.",
                English,
                Uncheckable::Opinion,
            ),
            (
                "Subscribe to our letter. The city closed the bridge.",
                English,
                Uncheckable::Appeal,
            ),
        ];
        for (text, language, why) in table {
            let cuts = split(&Article::plain(text).in_language(language), None);
            let reasons: Vec<Uncheckable> = cuts.left_out.iter().map(|it| it.why).collect();
            assert_eq!(reasons, [why], "{text}");
            assert_eq!(cuts.claims.len(), 1, "{text}");
        }
    }

    #[test]
    fn a_forecast_with_a_speaker_is_a_claim() {
        let text = "院長說,明年收成可能減少。";
        let article = Article::plain(text).in_language(Language::TraditionalChinese);
        assert_eq!(split(&article, None).claims.len(), 1);
    }
}
