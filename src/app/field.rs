//! A text field: words and a caret, moved by what a reader calls a character.

use crate::text::{
    AmbiguousWidth, ByteOffset, ByteRange, Column, Visible, next_cluster, previous_cluster, width,
};

/// A text that is being typed, with its caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// Always at the start of a cluster or at the end.
    caret: usize,
    lines: Lines,
    /// The columns of what UAX 11 calls ambiguous.
    ambiguous: AmbiguousWidth,
}

/// How many lines a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One: a line break that is pasted becomes a space.
    One,
    /// Any number.
    Many,
}

impl Field {
    /// A field that holds `text`, the caret at its end.
    pub fn new(text: &str, lines: Lines) -> Self {
        let mut field = Self {
            text: String::new(),
            caret: 0,
            lines,
            ambiguous: AmbiguousWidth::Narrow,
        };
        field.insert(text);
        field
    }

    /// Counts columns as a terminal does that gives so many to what UAX 11 calls
    /// ambiguous.
    pub(crate) fn measure(&mut self, ambiguous: AmbiguousWidth) {
        self.ambiguous = ambiguous;
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the next character will stand.
    pub fn caret(&self) -> ByteOffset {
        ByteOffset(self.caret)
    }

    /// Whether it takes more than one line.
    pub fn is_multi_line(&self) -> bool {
        self.lines == Lines::Many
    }

    /// Puts `words` before the caret. Line breaks become one kind; in a field of
    /// one line, and for tabs, a space.
    pub fn insert(&mut self, words: &str) {
        let words = words.replace("\r\n", "\n").replace('\r', "\n");
        let words = match self.lines {
            Lines::One => words.replace(['\n', '\t'], " "),
            Lines::Many => words.replace('\t', " "),
        };
        self.text.insert_str(self.caret, &words);
        self.caret += words.len();
        // What was typed may join the cluster that follows, as a combining mark does.
        self.caret = self.snapped(self.caret);
    }

    /// Starts a new line; nothing in a field of one line.
    pub fn new_line(&mut self) {
        if self.is_multi_line() {
            self.insert("\n");
        }
    }

    /// One character to the left.
    pub fn left(&mut self) {
        self.caret = previous_cluster(&self.text, self.caret()).0;
    }

    /// One character to the right.
    pub fn right(&mut self) {
        self.caret = next_cluster(&self.text, self.caret()).0;
    }

    /// To the start of the text.
    pub fn begin(&mut self) {
        self.caret = 0;
    }

    /// To the start of the line.
    pub fn home(&mut self) {
        self.caret = self.line_start();
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.caret = self.line_end();
    }

    /// One row up in a field of `columns`, as near to the same column as can be.
    pub fn up(&mut self, columns: Column) {
        let (row, column) = self.place(columns);
        match row.checked_sub(1) {
            Some(above) => self.go_to(columns, above, column),
            None => self.caret = 0,
        }
    }

    /// One row down in a field of `columns`, as near to the same column as can be.
    pub fn down(&mut self, columns: Column) {
        let (row, column) = self.place(columns);
        if row + 1 < self.rows(columns).len() {
            self.go_to(columns, row + 1, column);
        } else {
            self.caret = self.text.len();
        }
    }

    /// Deletes the character before the caret.
    pub fn delete_back(&mut self) {
        let end = self.caret;
        self.left();
        self.text.drain(self.caret..end);
    }

    /// Deletes the character after the caret.
    pub fn delete_forward(&mut self) {
        let end = next_cluster(&self.text, self.caret()).0;
        self.text.drain(self.caret..end);
    }

    /// Deletes the spaces before the caret, and the word before them. Scripts
    /// without spaces lose the run of characters up to a space or a mark.
    pub fn delete_word(&mut self) {
        let before = &self.text[..self.caret];
        let words = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let kept = words.trim_end_matches(char::is_alphanumeric).len();
        self.text.drain(kept..self.caret);
        self.caret = kept;
    }

    /// Deletes from the line's start to the caret.
    pub fn delete_to_start(&mut self) {
        let start = self.line_start();
        self.text.drain(start..self.caret);
        self.caret = start;
    }

    /// Deletes from the caret to the line's end; at the end, the line break.
    pub fn delete_to_end(&mut self) {
        let end = self.line_end();
        if end == self.caret {
            self.delete_forward();
        } else {
            self.text.drain(self.caret..end);
        }
    }

    /// The rows in which the text is shown in `columns`, line breaks left out.
    /// One column stays free, so that the caret fits behind every row.
    pub fn rows(&self, columns: Column) -> Vec<ByteRange> {
        let room = columns.0.saturating_sub(1).max(2);
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            wrap(line, start, (room, self.ambiguous), &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    /// The row and the column of the caret in a field of `columns`.
    pub fn place(&self, columns: Column) -> (usize, Column) {
        let rows = self.rows(columns);
        let row = rows
            .partition_point(|it| it.start.0 <= self.caret)
            .saturating_sub(1);
        let before = &self.text[rows[row].start.0..self.caret];
        (row, columns_of(before, self.ambiguous))
    }

    fn go_to(&mut self, columns: Column, row: usize, column: Column) {
        let range = self.rows(columns)[row];
        self.caret = range.start.0;
        let mut before = 0;
        while self.caret < range.end.0 {
            let next = next_cluster(&self.text, self.caret()).0;
            before += columns_of(&self.text[self.caret..next], self.ambiguous).0;
            // A row that goes on in the next has its last place there.
            let ends_row = next == range.end.0 && !self.text[next..].starts_with('\n');
            if before > column.0 || (ends_row && next < self.text.len()) {
                break;
            }
            self.caret = next;
        }
    }

    fn line_start(&self) -> usize {
        self.text[..self.caret].rfind('\n').map_or(0, |it| it + 1)
    }

    fn line_end(&self) -> usize {
        let rest = &self.text[self.caret..];
        rest.find('\n')
            .map_or(self.text.len(), |it| self.caret + it)
    }

    fn snapped(&self, place: usize) -> usize {
        let before = previous_cluster(&self.text, ByteOffset(place));
        let end = next_cluster(&self.text, before);
        if end.0 > place { end.0 } else { place }
    }
}

/// The columns that a stretch of a field takes on the screen, marks included.
fn columns_of(words: &str, ambiguous: AmbiguousWidth) -> Column {
    width(Visible::line(words).as_str(), ambiguous)
}

/// Cuts one line into rows of at most `room` columns: after a space where there
/// is one in the second half of the row, otherwise after any character.
fn wrap(
    line: &str,
    offset: usize,
    (room, ambiguous): (usize, AmbiguousWidth),
    rows: &mut Vec<ByteRange>,
) {
    let mut start = 0;
    let (mut place, mut columns) = (0, 0);
    let mut break_at = None;
    while place < line.len() {
        let next = next_cluster(line, ByteOffset(place)).0;
        let cluster = columns_of(&line[place..next], ambiguous).0;
        if columns + cluster > room && place > start {
            let end = break_at.unwrap_or(place);
            rows.push(ByteRange::new(offset + start, offset + end));
            start = end;
            columns = columns_of(&line[start..place], ambiguous).0;
            break_at = None;
        }
        columns += cluster;
        place = next;
        if line[..next].ends_with(' ') && columns > room / 2 {
            break_at = Some(next);
        }
    }
    rows.push(ByteRange::new(offset + start, offset + line.len()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn field(text: &str) -> Field {
        Field::new(text, Lines::Many)
    }

    #[test]
    fn the_caret_steps_over_what_a_reader_calls_a_character() {
        let mut field = field("漢e\u{301}👩\u{200d}👧");
        let mut places = vec![field.caret().0];
        while field.caret().0 > 0 {
            field.left();
            places.push(field.caret().0);
        }
        assert_eq!(places, [17, 6, 3, 0]);
        field.right();
        field.delete_forward();
        assert_eq!(field.text(), "漢👩\u{200d}👧");
        field.end();
        field.delete_back();
        assert_eq!(field.text(), "漢");
    }

    #[test]
    fn words_and_lines_are_deleted_as_in_a_shell() {
        let mut it = field("one two  three");
        it.delete_word();
        assert_eq!(it.text(), "one two  ");
        it.delete_word();
        assert_eq!(it.text(), "one ");
        let mut it = field("first\nsecond");
        it.delete_to_start();
        assert_eq!(it.text(), "first\n");
        it.left();
        it.delete_to_end();
        assert_eq!(it.text(), "first");
        it.home();
        it.delete_to_end();
        assert_eq!(it.text(), "");
    }

    #[test]
    fn one_line_stays_one_line() {
        let mut field = Field::new("a\r\nb\tc", Lines::One);
        field.new_line();
        assert_eq!(field.text(), "a b c");
    }

    #[test]
    fn rows_break_after_spaces_and_between_han() {
        let rows = |text: &str, columns: usize| -> Vec<String> {
            let field = field(text);
            let rows = field.rows(Column(columns));
            rows.iter()
                .map(|it| it.of(field.text()).to_owned())
                .collect()
        };
        assert_eq!(rows("one two three", 9), ["one two ", "three"]);
        assert_eq!(rows("共有七百四十三人", 7), ["共有七", "百四十", "三人"]);
        assert_eq!(rows("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(rows("", 9), [""]);
    }

    #[test]
    fn the_caret_keeps_its_column_from_row_to_row() {
        let mut field = field("one two three\nfour");
        let columns = Column(9);
        assert_eq!(field.place(columns), (2, Column(4)));
        field.up(columns);
        assert_eq!(field.place(columns), (1, Column(4)));
        field.up(columns);
        assert_eq!(field.place(columns), (0, Column(4)));
        field.up(columns);
        assert_eq!(field.caret().0, 0);
        for _ in 0..3 {
            field.down(columns);
        }
        assert_eq!(field.caret().0, field.text().len());
    }

    proptest! {
        #[test]
        fn the_caret_is_always_on_the_screen(
            text in r"([ -~漢字，\n\x{301}\x{202e}\x{1b}]|👩\x{200d}👧){0,40}",
            moves in prop::collection::vec(0..9_u8, 0..30),
            columns in 1_usize..12,
        ) {
            let columns = Column(columns);
            let mut field = field(&text);
            for it in moves {
                match it {
                    0 => field.left(),
                    1 => field.right(),
                    2 => field.up(columns),
                    3 => field.down(columns),
                    4 => field.delete_back(),
                    5 => field.delete_word(),
                    6 => field.delete_to_end(),
                    7 => field.insert("\u{301}"),
                    _ => field.home(),
                }
                let (row, column) = field.place(columns);
                prop_assert!(row < field.rows(columns).len());
                // A mark may be wider than a very narrow field; nothing else is.
                prop_assert!(column.0 <= columns.0.max(10) + 9);
            }
        }
    }
}
