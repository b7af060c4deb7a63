//! The word that somebody probably meant.

/// The word of `all` that `word` was probably meant to be: at most a third of
/// its letters differ.
pub fn nearest<'a>(word: &str, all: &[&'a str]) -> Option<&'a str> {
    let word: Vec<char> = word.trim().to_lowercase().chars().take(64).collect();
    all.iter()
        .map(|it| (distance(&word, &it.chars().collect::<Vec<_>>()), *it))
        .min()
        .filter(|it| it.0 * 3 <= it.1.len())
        .map(|it| it.1)
}

/// Letters to change, add or leave out (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let all = ["theme", "reviewer", "keys"];
        assert_eq!(nearest("thmee", &all), None);
        assert_eq!(nearest("thme", &all), Some("theme"));
        assert_eq!(nearest("Reviewr", &all), Some("reviewer"));
        assert_eq!(nearest("colour", &all), None);
    }
}
