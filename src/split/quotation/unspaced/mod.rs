//! Reported speech in Chinese: cues inside clauses, speakers before them.

mod cue;
mod noun;
mod speaker;
mod words;

use crate::split::language::speech_chinese::Role;
use crate::split::quotation::marks::Marked;
use crate::split::quotation::unspaced::cue::cues;
use crate::split::quotation::unspaced::words::words_of;
use crate::split::quotation::{Quotation, QuotationKind, SpeechAct};
use crate::text::ByteRange;

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

/// Whether a clause ends with `c`, or what was quoted does.
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
