//! Whether a Chinese word that can report is a noun here, or a part of another word.

use crate::split::language::speech_chinese::Role;
use crate::text::ByteRange;

/// Whether the characters round the cue at `range` make it a noun or a part of a word.
pub(super) fn is_noun(
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
