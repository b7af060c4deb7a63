//! The cues of a Chinese sentence: which words report something, and in which clause.

use crate::split::language::speech_chinese::{ChineseSpeech, Role};
use crate::split::quotation::marks::Marked;
use crate::split::quotation::unspaced::is_clause_end;
use crate::split::quotation::unspaced::noun::is_noun;
use crate::split::quotation::unspaced::speaker::{
    LONGEST_SPEAKER, behind_addressee, skip_marks, speaker,
};
use crate::text::ByteRange;

/// Bytes of a source's name between 據 and its closing word: about thirty characters.
const LONGEST_SOURCE: usize = 120;

/// One cue of a sentence, with the clause before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) range: ByteRange,
    pub(super) role: Role,
    /// Where its clause starts.
    pub(super) clause: usize,
    /// Where the words start that it reports.
    pub(super) words: usize,
    pub(super) speaker: Option<ByteRange>,
}

/// The cues of a sentence that report something, in order.
pub(super) fn cues(
    text: &str,
    sentence: ByteRange,
    quotes: &[Marked],
    last: Option<ByteRange>,
) -> Vec<Cue> {
    let tables = ChineseSpeech::tables();
    let mut found: Vec<Cue> = Vec::new();
    let mut quote = quotes.partition_point(|it| it.outer.end <= sentence.start);
    let words = sentence.of(text);
    let mut clause = sentence.start.0;
    let mut scanned = sentence.start.0;
    for found_cue in tables.cues.find(words) {
        let role = tables.role(found_cue.place);
        let range = found_cue.range.moved(sentence.start.0);
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
    if is_noun(text, clause, range, role, next, marked) {
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
