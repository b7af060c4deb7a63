//! Reported speech in Chinese: cues inside clauses, speakers before them.

use crate::split::language::speech_chinese::{ChineseSpeech, Role, TRAILING};
use crate::split::quotation::marks::Marked;
use crate::split::quotation::{Quotation, QuotationKind, SpeechAct};
use crate::text::ByteRange;

/// Bytes of a source's name between 據 and its closing word: about thirty characters.
const LONGEST_SOURCE: usize = 120;

/// Bytes between 告訴 and the comma behind the addressee: about fifteen characters.
const LONGEST_ADDRESSEE: usize = 45;
/// Bytes looked through for a speaker before a cue: about eighty characters.
const LONGEST_SPEAKER: usize = 240;
/// Cues of a sentence looked at to find where a report ends.
const NEAREST_CUES: usize = 8;

/// One cue of a sentence, with the clause before it.
#[derive(Clone, Copy, Debug)]
struct Cue {
    range: ByteRange,
    role: Role,
    /// Where its clause starts.
    clause: usize,
    /// Where the words start that it reports.
    words: usize,
    speaker: Option<ByteRange>,
}

/// The reports of one sentence of a paragraph; `last` is the speaker of the sentence before.
pub(crate) fn reports(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    last: Option<ByteRange>,
) -> Vec<Quotation> {
    let cues = cues(text, sentence, quotes, last);
    let mut found = Vec::new();
    for (at, cue) in cues.iter().enumerate() {
        let parts = words_of(text, sentence, quotes, cue, &cues[at + 1..]);
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            continue;
        };
        found.push(Quotation {
            range: ByteRange::new(first.start.0, last.end.0),
            kind: kind(text, &parts, quotes),
            speaker: cue.speaker,
            speaker_name: None,
            cue: Some(cue.range),
            act: act(cue.role),
            parts,
        });
    }
    found
}

fn act(role: Role) -> SpeechAct {
    match role {
        Role::Thinks | Role::Guesses => SpeechAct::Thought,
        Role::Wants => SpeechAct::TookPosition,
        Role::Says
        | Role::Tells
        | Role::SaysOrPart
        | Role::BeforeColon
        | Role::Evidence
        | Role::Source
        | Role::Hearsay
        | Role::Nothing => SpeechAct::Said,
    }
}

/// How the words of `parts` are given.
fn kind(text: &str, parts: &[ByteRange], quotes: &[Marked]) -> QuotationKind {
    let mut quoted = false;
    let mut outside = false;
    for part in parts {
        let mut at = part.start.0;
        let first = quotes.partition_point(|it| it.outer.start < part.start);
        for quote in quotes[first..]
            .iter()
            .take_while(|it| it.outer.end <= part.end)
        {
            quoted = true;
            outside |= text[at..quote.outer.start.0].contains(char::is_alphanumeric);
            at = quote.outer.end.0;
            if outside {
                break;
            }
        }
        outside |= text[at..part.end.0].contains(char::is_alphanumeric);
    }
    match (quoted, outside) {
        (false, _) => QuotationKind::Indirect,
        (true, false) => QuotationKind::Direct,
        (true, true) => QuotationKind::Mixed,
    }
}

/// The cues of a sentence that report something, in order.
fn cues(text: &str, sentence: ByteRange, quotes: &[Marked], last: Option<ByteRange>) -> Vec<Cue> {
    let tables = ChineseSpeech::tables();
    let mut found: Vec<Cue> = Vec::new();
    let mut quote = quotes.partition_point(|it| it.outer.end <= sentence.start);
    let words = sentence.of(text);
    let mut clause = sentence.start.0;
    let mut scanned = sentence.start.0;
    for hit in tables.cues.find_iter(words) {
        let role = tables.role(hit.pattern().as_usize());
        let range = ByteRange::new(sentence.start.0 + hit.start(), sentence.start.0 + hit.end());
        while quotes
            .get(quote)
            .is_some_and(|it| it.outer.end <= range.start)
        {
            quote += 1;
        }
        if role == Role::Nothing
            || quotes
                .get(quote)
                .is_some_and(|it| it.outer.start < range.start)
        {
            continue;
        }
        if let Some(at) = text[scanned..range.start.0].rfind(is_clause_end) {
            let mark = text[scanned + at..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            clause = scanned + at + mark;
        }
        scanned = range.start.0;
        if let Some(cue) = cue(text, sentence, range, role, clause, found.last(), last) {
            // 表示看好: one report, not two.
            if found.last().is_some_and(|it| it.words == range.start.0) && cue.role != Role::Hearsay
            {
                continue;
            }
            // 引述…報道, 發表講話表示: the last cue of a clause stands for all of it.
            if let Some(before) = found.last()
                && before.clause == cue.clause
                && matches!(before.role, Role::Says | Role::SaysOrPart)
                && matches!(cue.role, Role::Says | Role::SaysOrPart)
                && !text[before.range.end.0..range.start.0].contains(is_clause_end)
                && range.start.0 - before.range.end.0 < LONGEST_SOURCE
            {
                let speaker = before.speaker.or(cue.speaker);
                found.pop();
                found.push(Cue { speaker, ..cue });
                continue;
            }
            found.push(cue);
        }
    }
    found
}

fn is_clause_end(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '!'
            | '?'
            | '\n'
            | '」'
            | '”'
            | '』'
    )
}

/// The cue at `range`, if the clause round it lets it report something.
fn cue(
    text: &str,
    sentence: ByteRange,
    range: ByteRange,
    role: Role,
    clause: usize,
    before: Option<&Cue>,
    last: Option<ByteRange>,
) -> Option<Cue> {
    let tables = ChineseSpeech::tables();
    let after = &text[range.end.0..sentence.end.0];
    let next = after.chars().next();
    let marked =
        next.is_some_and(|it| matches!(it, '，' | ',' | '：' | ':' | '「' | '“' | '"' | '『'));
    match role {
        Role::Hearsay => {
            return Some(Cue {
                range,
                role,
                clause,
                words: skip_marks(text, range.end.0, sentence.end.0),
                speaker: None,
            });
        }
        Role::Source => {
            if !text[clause..range.start.0].trim().is_empty() {
                return None;
            }
            let near = &after[..after.floor_char_boundary(LONGEST_SOURCE)];
            let comma = near.find(['，', ','])?;
            let name = ByteRange::new(range.end.0, range.end.0 + comma);
            let named = tables
                .source_ends
                .iter()
                .any(|it| name.of(text).ends_with(it.as_str()));
            return named.then(|| Cue {
                range,
                role,
                clause,
                words: skip_marks(text, name.end.0, sentence.end.0),
                speaker: Some(name.trimmed(text)).filter(|it| !it.is_empty()),
            });
        }
        _ => {}
    }
    if refused(text, clause, range, role, next, marked) {
        return None;
    }
    let from = before
        .filter(|it| it.clause == clause && it.words <= range.start.0)
        .map_or(clause, |it| it.words);
    let own = speaker(text, from, range.start.0);
    match role {
        Role::Guesses | Role::Wants | Role::BeforeColon if own.is_none() => return None,
        Role::Evidence if !marked => {
            let source = own?;
            let named = |it: &String| source.of(text).ends_with(it.as_str());
            if !tables.source_ends.iter().any(named) {
                return None;
            }
        }
        _ => {}
    }
    let inherited = || {
        let previous_clause = before.and_then(|it| it.speaker);
        previous_clause.or_else(|| {
            let nearest = clause.saturating_sub(LONGEST_SPEAKER).max(sentence.start.0);
            let nearest = text.ceil_char_boundary(nearest);
            let earlier = text[nearest..clause].trim_end_matches(is_clause_end);
            let start = earlier.rfind(is_clause_end).map_or(0, |at| {
                at + earlier[at..].chars().next().map_or(0, char::len_utf8)
            });
            speaker(text, nearest + start, nearest + earlier.len())
        })
    };
    Some(Cue {
        range,
        role,
        clause: from,
        words: match role {
            Role::Tells => behind_addressee(text, range.end.0, sentence.end.0),
            _ => skip_marks(text, range.end.0, sentence.end.0),
        },
        speaker: own.or_else(inherited).or(last),
    })
}

/// Whether the characters round the cue at `range` make it a noun or a part of a word.
fn refused(
    text: &str,
    clause: usize,
    range: ByteRange,
    role: Role,
    next: Option<char>,
    marked: bool,
) -> bool {
    let noun = |it| {
        matches!(
            it,
            '的' | '、' | '」' | '”' | '）' | '書' | '书' | '者' | '案' | '性'
        )
    };
    if next.is_none_or(noun) && !matches!(role, Role::Says | Role::SaysOrPart)
        || next.is_some_and(noun)
    {
        return true;
    }
    let previous = text[clause..range.start.0].chars().next_back();
    let governed = previous.is_some_and(|it| {
        matches!(
            it,
            '來' | '来'
                | '以'
                | '於'
                | '于'
                | '（'
                | '('
                | '的'
                | '項'
                | '项'
                | '個'
                | '个'
                | '份'
                | '此'
                | '其'
                | '新'
                | '被'
                | '所'
                | '無'
                | '无'
                | '有'
                | '等'
        )
    });
    if governed && !marked {
        return true;
    }
    match role {
        // 報告，… and 計劃是… are nouns.
        Role::Wants => next.is_some_and(|it| {
            matches!(
                it,
                '，' | ','
                    | '。'
                    | '是'
                    | '為'
                    | '为'
                    | '和'
                    | '與'
                    | '与'
                    | '及'
                    | '中'
                    | '被'
                    | '有'
                    | '也'
            )
        }),
        Role::BeforeColon => {
            !next.is_some_and(|it| matches!(it, '：' | ':' | '「' | '“' | '"' | '『'))
        }
        _ => false,
    }
}

/// Past the addressee and the comma behind it: 告訴記者，…
fn behind_addressee(text: &str, from: usize, to: usize) -> usize {
    let near = text.floor_char_boundary(to.min(from + LONGEST_ADDRESSEE));
    let mark = text[from..near].find(['，', ',', '：', ':', '「', '“']);
    skip_marks(text, mark.map_or(from, |it| from + it), to)
}

/// Past 道, 了 and the comma or colon behind a cue.
fn skip_marks(text: &str, from: usize, to: usize) -> usize {
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

/// The speaker named between a clause's start and its cue.
fn speaker(text: &str, from: usize, to: usize) -> Option<ByteRange> {
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
    if let Some(hit) = tables.closings.find(rest) {
        range = ByteRange::new(range.start.0, range.start.0 + first + hit.start());
    }
    let name = range
        .of(text)
        .trim_end_matches(|it: char| TRAILING.contains(it) || it.is_whitespace());
    let range = ByteRange::new(range.start.0, range.start.0 + name.len());
    range
        .of(text)
        .contains(char::is_alphanumeric)
        .then_some(range)
}

/// The words that `cue` reports; `later` are the cues behind it in the sentence.
fn words_of(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    cue: &Cue,
    later: &[Cue],
) -> Vec<ByteRange> {
    let start = cue.words;
    let quote_at = |place: usize| {
        let at = quotes.partition_point(|it| it.outer.start.0 < place);
        quotes
            .get(at)
            .filter(|it| it.outer.start.0 == place && it.outer.end <= sentence.end)
    };
    let mut parts = Vec::new();
    if matches!(cue.role, Role::Says | Role::SaysOrPart | Role::BeforeColon)
        && let Some(before) = words_before(text, sentence, quotes, cue)
    {
        parts.push(before);
    }
    let colon = text[cue.range.end.0..start].contains(['：', ':']);
    if let Some(quote) = quote_at(start)
        && (colon || ends_sentence(text, quote.outer.end.0, sentence.end.0))
    {
        parts.push(quote.outer);
        return parts;
    }
    // A verb with no subject of its own goes on with the one before.
    let end = later
        .iter()
        .take(NEAREST_CUES)
        .find(|it| {
            it.clause > start && text[it.clause..it.range.start.0].trim().chars().count() <= 2
        })
        .map_or(sentence.end.0, |it| it.clause);
    let words = trimmed(text, start, end.max(start));
    if let Some(words) = words
        && (parts.is_empty() || quote_at(start).is_some())
    {
        parts.push(words);
    }
    parts
}

fn ends_sentence(text: &str, from: usize, to: usize) -> bool {
    !text[from..to].contains(char::is_alphanumeric)
}

/// The words before the attribution, where nothing follows it: 「…」，他說。
fn words_before(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    cue: &Cue,
) -> Option<ByteRange> {
    let before = trimmed(text, sentence.start.0, cue.clause)?;
    let at = quotes.partition_point(|it| it.outer.end.0 < before.end.0);
    let quote = quotes
        .get(at)
        .filter(|it| it.outer.end == before.end && it.outer.start >= sentence.start);
    if let Some(quote) = quote {
        let own = quote
            .inner
            .of(text)
            .trim_end()
            .ends_with(['，', '。', '！', '？', ',', '.', '!', '?', '…']);
        let nothing_follows = ends_sentence(text, cue.range.end.0, sentence.end.0);
        return (own || nothing_follows).then_some(quote.outer);
    }
    ends_sentence(text, cue.range.end.0, sentence.end.0).then_some(before)
}

/// A stretch without white space and punctuation at its ends, quotation marks kept.
fn trimmed(text: &str, start: usize, end: usize) -> Option<ByteRange> {
    let edge = |it: char| {
        it.is_whitespace()
            || matches!(
                it,
                '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '！' | '？' | '!' | '?'
            )
    };
    let words = &text[start..end];
    let front = words.trim_start_matches(edge);
    let start = start + (words.len() - front.len());
    let range = ByteRange::new(start, start + front.trim_end_matches(edge).len());
    (!range.is_empty()).then_some(range)
}
