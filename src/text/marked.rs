//! Which characters may stand on a screen as they are, by what stands beside them.
//!
//! Source of the classes: `Default_Ignorable_Code_Point` and the emoji data of
//! Unicode 16, UTR 36.

/// Characters of which nearly all text is made: the quick way past them.
pub(super) const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
        | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A0}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF9F}')
}

/// A character put over, under or round the one before it.
pub(super) fn is_combining(c: char) -> bool {
    c >= '\u{300}'
        && c != '\u{34F}'
        && unicode_normalization::char::is_combining_mark(c)
        && !is_selector(c)
        && !is_hidden(c)
}

pub(super) const fn is_joining(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}') || is_selector(c)
}

/// Chooses a variant of the character before it.
const fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Takes part in emoji sequences, or may take an emoji selector.
const fn is_emoji_part(c: char) -> bool {
    matches!(c, '#' | '*' | '0'..='9' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}'
        | '\u{2139}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{24C2}'
        | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}'
        | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Letters of scripts that are written joined: Arabic, the scripts of India and
/// South-East Asia, Mongolian.
const fn is_joined_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1900}'..='\u{1CFF}'
        | '\u{A8E0}'..='\u{A9FF}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{11000}'..='\u{11FFF}')
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Whether `c` may not stand as it is between `base` and `next`.
pub(super) fn must_be_marked(c: char, base: Option<char>, next: Option<char>) -> bool {
    match c {
        '\u{200C}' | '\u{200D}' => {
            let in_emoji = c == '\u{200D}'
                && base.is_some_and(|it| is_emoji_part(it) || it == '\u{FE0F}')
                && next.is_some_and(is_emoji_part);
            let in_word = base.is_some_and(is_joined_script) && next.is_some_and(is_joined_script);
            !in_emoji && !in_word
        }
        '\u{FE0E}' | '\u{FE0F}' => !base.is_some_and(is_emoji_part),
        '\u{FE00}'..='\u{FE0D}' => !base.is_some_and(|it| {
            is_han(it)
                || matches!(it, '0' | '\u{2200}'..='\u{2AFF}' | '\u{3000}'..='\u{303F}'
                | '\u{FF01}'..='\u{FF60}')
        }),
        '\u{E0100}'..='\u{E01EF}' => !base.is_some_and(is_han),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => {
            !base.is_some_and(|it| matches!(it, '\u{1820}'..='\u{18AA}'))
        }
        _ => c.is_control() || is_hidden(c) || is_private_or_no_character(c),
    }
}

/// Format characters that show nothing, or change the order of what is shown.
pub(super) const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1345F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

const fn is_private_or_no_character(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FDD0}'..='\u{FDEF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}
