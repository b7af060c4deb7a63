//! What a reviewer does, at random: keys that are one act each.

/// Numbers that follow from a seed (`SplitMix64`).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number from 0 up to and without `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// One of these.
    pub(crate) fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(words.len() as u64));
        words[at.expect("below their number")]
    }
}

/// A claim of the article under review.
pub(crate) fn sentence(number: u64) -> String {
    let wharves = 11 + 7 * number;
    format!("Wharf {number} handled {wharves} ships in 2024.")
}

/// One act, and the keys that take it back.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub(crate) keys: String,
    /// One by one: an act may have been cut short between its two steps.
    pub(crate) undo: &'static [&'static str],
}

/// Any act. Words that are typed hold no letter that would be a key, should the
/// field not have opened.
pub(crate) fn any(random: &mut Random) -> Act {
    let word = format!("更{}", random.below(1000));
    let keys = match random.below(26) {
        0..=3 => "v".to_owned(),
        4..=5 => "u".to_owned(),
        6..=8 => format!("d{}", random.one_of(&["w", "m", "o", "a", "c"])),
        9..=10 => "x".to_owned(),
        11..=12 => note(random).keys,
        13 => format!("c{word}\r"),
        14 => format!("Q{word}\r"),
        15 => format!("e{word}\r"),
        16 => format!("s{word}\r"),
        17 => "D".to_owned(),
        18..=19 => "z".to_owned(),
        20 => "Z".to_owned(),
        21 => in_article("wVwa"),
        22 => in_article("www|"),
        23 => in_article("wwVwwr"),
        24 => "m".to_owned(),
        _ => random.one_of(&["j", "k", "g", "G", "n"]).to_owned(),
    };
    let undo: &[&str] = match keys.as_str() {
        "z" => &["Z"],
        // The verdict, then its reason.
        it if it.starts_with('d') => &["z", "z"],
        _ => &["z"],
    };
    Act { keys, undo }
}

/// Keys for the article, between those that give it the keys and take them back.
fn in_article(keys: &str) -> String {
    format!("\t\t{keys}\t")
}

/// A note on the claim that the cursor is on.
pub(crate) fn note(random: &mut Random) -> Act {
    Act {
        keys: format!("o記{}\r", random.below(1000)),
        undo: &["z"],
    }
}
