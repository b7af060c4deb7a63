//! Traditional characters as Simplified ones.

use std::sync::LazyLock;

/// The block "CJK Unified Ideographs" of Unicode, which holds all pairs.
const FIRST: char = '\u{4E00}';
const LAST: char = '\u{9FFF}';

/// The Simplified form of each character of the block.
static FORMS: LazyLock<Vec<char>> = LazyLock::new(|| {
    // A figure before each, for the crate looks at a character's neighbours.
    let spaced: String = (FIRST..=LAST).flat_map(|it| ['0', it]).collect();
    let simplified = fast2s::convert(&spaced);
    simplified.chars().skip(1).step_by(2).collect()
});

/// The Simplified form of a Traditional character, any other character as it is;
/// both take three bytes in UTF-8. Told without its neighbours: words have to
/// fold alike wherever they are cut, so 瞭 is 了 in 瞭望 too.
pub fn simplified(c: char) -> char {
    if matches!(c, FIRST..=LAST) {
        FORMS[c as usize - FIRST as usize]
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_of_the_block_has_one_form_as_long_as_itself() {
        let text = "聯名信要求董事會瞭望。";
        let folded: String = text.chars().map(simplified).collect();
        assert_eq!(folded, "联名信要求董事会了望。");
        assert!((FIRST..=LAST).all(|it| simplified(it).len_utf8() == 3));
        assert_eq!(FORMS.len(), (FIRST..=LAST).count());
    }
}
