//! Claim files as people's hands leave them, for the tests of small writes.

use proptest::prelude::*;

/// How one file was typed.
#[derive(Clone, Debug)]
struct Habit {
    line_break: &'static str,
    has_final_break: bool,
    has_indented_lists: bool,
    has_tail: bool,
    dice: Vec<u8>,
}

/// A file typed by hand, with comments and blank lines anywhere.
pub(super) fn typed() -> impl Strategy<Value = String> {
    let dice = prop::collection::vec(any::<u8>(), 64..400);
    (any::<[bool; 4]>(), dice).prop_map(
        |([is_crlf, has_final_break, has_indented_lists, has_tail], dice)| {
            Typist::new(Habit {
                line_break: if is_crlf { "\r\n" } else { "\n" },
                has_final_break,
                has_indented_lists,
                has_tail,
                dice,
            })
            .file()
        },
    )
}

struct Typist {
    habit: Habit,
    thrown: usize,
    lines: Vec<String>,
}

impl Typist {
    fn new(habit: Habit) -> Self {
        Self {
            habit,
            thrown: 0,
            lines: Vec::new(),
        }
    }

    fn die(&mut self, sides: u8) -> u8 {
        self.thrown += 1;
        self.habit.dice[self.thrown % self.habit.dice.len()] % sides
    }

    fn file(mut self) -> String {
        self.comment(0);
        self.line(0, "redpencil: 1");
        self.line(0, "article:");
        self.line(4, "file: 'vote.txt'");
        self.line(4, "my note: 7");
        self.comment(4);
        self.line(0, "claims:");
        let column = if self.habit.has_indented_lists { 2 } else { 0 };
        let claims = self.die(4) + 1;
        for number in 0..claims {
            self.comment(column);
            if self.die(8) == 0 {
                let pad = " ".repeat(column);
                self.lines.push(format!(
                    "{pad}- {{id: f{number}, quote: {{exact: x}}, claim: \"Ü: 1\", verdicts: [{{verdict: unknown, reviewer: Eva, reviewed: 2024-03-05T09:12:44Z}}]}}"
                ));
            } else {
                self.claim(number, column);
            }
            if self.die(4) > 0 {
                self.lines.push(String::new());
            }
        }
        if self.habit.has_tail {
            self.comment(0);
            self.line(0, "signed: []");
            self.line(0, "house: rules");
        }
        let line_break = self.habit.line_break;
        let mut text = self.lines.join(line_break);
        if self.habit.has_final_break {
            text.push_str(line_break);
        }
        text
    }

    fn claim(&mut self, number: u8, column: usize) {
        let inner = column + 2;
        let pad = " ".repeat(column);
        if self.die(6) == 0 {
            self.lines.push(format!("{pad}- # first"));
            self.line(inner, &format!("id: c{number}"));
        } else {
            self.lines.push(format!("{pad}- id: c{number}"));
        }
        if self.die(3) == 0 {
            self.scalar(inner, "note");
        }
        if self.die(2) == 0 {
            self.line(inner, "kinds: [ ratio, 'count' ]");
        }
        self.line(inner, "quote:");
        self.line(inner + 2, "exact: 63 of 70");
        self.verdicts(inner);
        self.scalar(inner, "claim");
        match self.die(4) {
            0 => self.line(inner, "evidence: []"),
            1 => {
                self.line(inner, "\"evidence\":");
                let list = inner + if self.habit.has_indented_lists { 2 } else { 0 };
                self.line(list, "- url: https://example.org/a");
                self.scalar(list + 2, "passage");
            }
            _ => {}
        }
        if self.die(3) == 0 {
            self.scalar(inner, "query");
        }
        if self.die(4) == 0 {
            self.line(inner, "x-mine: {a: [1, ~]}");
        }
    }

    fn verdicts(&mut self, inner: usize) {
        match self.die(5) {
            0 => self.line(inner, "verdicts: []"),
            1 => self.line(inner, "verdicts:"),
            2 => {
                self.line(inner, "verdicts:");
                let list = inner + if self.habit.has_indented_lists { 2 } else { 0 };
                self.line(list, "- verdict: 'verified'");
                self.line(list + 2, "reviewer: Ana Ruiz");
                self.line(list + 2, "reviewed: 2024-03-05T09:12:44Z");
                if self.die(2) == 0 {
                    self.scalar(list + 2, "note");
                }
                if self.die(2) == 0 {
                    self.comment(list);
                    self.line(list, "- verdict: disputed");
                    self.line(list + 2, "\"reviewed\": '2024-03-05T10:12:44Z'");
                    self.line(list + 2, "reviewer: Ben");
                }
            }
            _ => {}
        }
    }

    /// A text in one of the ways to write one.
    fn scalar(&mut self, column: usize, key: &str) {
        let deeper = " ".repeat(column + 2);
        match self.die(8) {
            0 => self.line(column, &format!("{key}: \"so: he said\"")),
            1 => self.line(column, &format!("'{key}': 'it''s'")),
            2 => {
                self.lines.push(format!("{}{key}: |", " ".repeat(column)));
                self.lines.push(format!("{deeper}one # no comment"));
                self.lines.push(String::new());
                self.lines.push(format!("{deeper}  two"));
            }
            3 => {
                self.lines
                    .push(format!("{}{key}: |+ # kept", " ".repeat(column)));
                self.lines.push(format!("{deeper}one"));
                self.lines.push(String::new());
            }
            4 => {
                self.lines.push(format!("{}{key}: >-", " ".repeat(column)));
                self.lines.push(format!("{deeper}one"));
                self.lines.push(format!("{deeper}two"));
            }
            5 => {
                self.lines.push(format!("{}{key}:", " ".repeat(column)));
                self.lines.push(format!("{deeper}甲乙丙"));
            }
            6 => {
                self.lines
                    .push(format!("{}{key}: a plain", " ".repeat(column)));
                self.lines.push(format!("{deeper}text on two lines"));
            }
            _ => self.line(column, &format!("{key}: 某 text")),
        }
    }

    /// A line, perhaps with a comment behind it, and perhaps with one below.
    fn line(&mut self, column: usize, words: &str) {
        let behind = if self.die(6) == 0 { "  # 注" } else { "" };
        self.lines
            .push(format!("{}{words}{behind}", " ".repeat(column)));
        if self.die(8) == 0 {
            self.comment(column);
        }
    }

    fn comment(&mut self, column: usize) {
        match self.die(4) {
            0 => self.lines.push(format!("{}# 王: why?", " ".repeat(column))),
            1 if self.die(2) == 0 => self.lines.push(String::new()),
            _ => {}
        }
    }
}
