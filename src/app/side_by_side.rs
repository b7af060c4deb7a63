//! What several say about one thing, beside each other where there is room.

use crate::app::role::{Role, Words};
use crate::text::{AmbiguousWidth, Column, WrappedText, pad};

/// The narrowest column in which words are set beside others.
const NARROWEST: usize = 18;

/// Columns between two that stand beside each other.
const GAP: usize = 2;

/// What one of them says, a paragraph after the other.
pub(crate) type Says = Vec<(Role, String)>;

/// Rows in which all of `sides` stand beside each other in `columns`, as many in
/// a row as have room; what does not fit stands below.
pub(crate) fn side_by_side(sides: &[Says], columns: usize) -> Vec<Vec<Words>> {
    let most = ((columns + GAP) / (NARROWEST + GAP)).max(1);
    let abreast = sides.len().min(most).max(1);
    let width = (columns.saturating_sub(GAP * (abreast - 1)) / abreast).max(2);
    let mut rows = Vec::new();
    for together in sides.chunks(abreast) {
        let wrapped: Vec<Vec<(Role, String)>> = together
            .iter()
            .map(|says| says.iter().flat_map(|it| lines(it, width)).collect())
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        rows.extend((0..height).map(|row| {
            let cells = wrapped.iter().enumerate();
            cells
                .map(|(at, lines)| cell(lines.get(row), width, at + 1 == wrapped.len()))
                .collect()
        }));
    }
    rows
}

fn lines((role, words): &(Role, String), width: usize) -> Vec<(Role, String)> {
    let wrapped = WrappedText::new(words.trim_end(), Column(width), AmbiguousWidth::Narrow);
    let rows = (0..wrapped.len()).filter_map(|it| wrapped.row(it));
    rows.map(|it| (*role, it.text().to_owned())).collect()
}

fn cell(line: Option<&(Role, String)>, width: usize, is_last: bool) -> Words {
    let (role, words) = line.map_or((Role::Plain, ""), |it| (it.0, it.1.as_str()));
    if is_last {
        return Words::new(role, words);
    }
    let padded = pad(words, Column(width + GAP), AmbiguousWidth::Narrow);
    Words::new(role, &padded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sides: &[&[&str]], columns: usize) -> Vec<String> {
        let says = |it: &&[&str]| -> Says {
            it.iter()
                .map(|it| (Role::Plain, (*it).to_owned()))
                .collect()
        };
        let sides: Vec<Says> = sides.iter().map(says).collect();
        let line = |row: Vec<Words>| -> String {
            let words: Vec<String> = row.iter().map(|it| it.text.to_string()).collect();
            words.concat().trim_end().to_owned()
        };
        side_by_side(&sides, columns)
            .into_iter()
            .map(line)
            .collect()
    }

    #[test]
    fn two_stand_beside_each_other_and_wrap_each_by_itself() {
        let sides: [&[&str]; 2] = [
            &["verified", "Ana"],
            &["disputed", "Ben", "210 of 230, counted twice"],
        ];
        assert_eq!(
            shown(&sides, 42),
            [
                "verified              disputed",
                "Ana                   Ben",
                "                      210 of 230, counted",
                "                      twice",
            ]
        );
    }

    #[test]
    fn where_there_is_no_room_they_stand_below_each_other() {
        let sides: [&[&str]; 2] = [&["verified"], &["董事會週五開會"]];
        assert_eq!(shown(&sides, 20), ["verified", "董事會週五開會"]);
        assert_eq!(shown(&sides, 6), ["verifi", "ed", "董事會", "週五開", "會"]);
    }
}
