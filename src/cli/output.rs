//! What goes to standard output and standard error.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};

use crate::claim::Verdict;
use crate::cli::exit_code;
use crate::config::WhenColour;
use crate::desk;
use crate::text::{Problem, Visible};

/// Standard output for results. On a terminal, and where colours are wanted in a
/// pipe that leads to one, what cannot be seen is shown as a mark, so that a
/// stranger's file cannot steer it; any other pipe gets the words as they are.
pub(crate) struct Output {
    writer: BufWriter<StdoutLock<'static>>,
    terminal: bool,
    colour: bool,
}

/// What a part of a line is tinted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tint {
    /// As the terminal has it.
    Plain,
    /// A heading.
    Strong,
    /// Beside the matter.
    Dim,
    /// Came, or is verified.
    New,
    /// Went, or is disputed.
    Gone,
    /// Is not known.
    Unsure,
}

impl Tint {
    /// Parameters of the control sequence (ECMA-48, SGR): the sixteen colours
    /// that every theme of a terminal keeps legible.
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "1",
            Self::Dim => "2",
            Self::New => "32",
            Self::Gone => "31",
            Self::Unsure => "33",
        }
    }
}

/// The tint of a verdict's word.
pub(crate) fn tint_of(verdict: &str) -> Tint {
    match verdict.parse() {
        Ok(Verdict::Verified) => Tint::New,
        Ok(Verdict::Disputed) => Tint::Gone,
        Ok(Verdict::Unknown) => Tint::Unsure,
        Err(()) => Tint::Plain,
    }
}

impl Output {
    pub(crate) fn new() -> Self {
        let out = io::stdout();
        let terminal = out.is_terminal();
        Self {
            writer: BufWriter::new(out.lock()),
            terminal,
            colour: terminal && desk::wants_colour(),
        }
    }

    /// The same, with colours as the person wants them.
    pub(crate) fn coloured(mut self, when: WhenColour) -> Self {
        match when {
            WhenColour::Auto => {}
            WhenColour::Always => self.colour = true,
            WhenColour::Never => self.colour = false,
        }
        self
    }

    /// Whether a person looks at it.
    fn is_shown(&self) -> bool {
        self.terminal || self.colour
    }

    /// Prints one line.
    pub(crate) fn line(&mut self, words: &str) -> io::Result<()> {
        if self.is_shown() {
            writeln!(self.writer, "{}", Visible::line(words))
        } else {
            writeln!(self.writer, "{words}")
        }
    }

    /// Prints one line of which parts are tinted; without colour, its words.
    pub(crate) fn tinted(&mut self, parts: &[(Tint, &str)]) -> io::Result<()> {
        for (tint, words) in parts {
            let code = tint.code();
            if !self.colour || code.is_empty() {
                self.words(words)?;
            } else {
                write!(self.writer, "\x1b[{code}m")?;
                self.words(words)?;
                write!(self.writer, "\x1b[0m")?;
            }
        }
        writeln!(self.writer)
    }

    fn words(&mut self, words: &str) -> io::Result<()> {
        if self.is_shown() {
            write!(self.writer, "{}", Visible::line(words))
        } else {
            write!(self.writer, "{}", words.replace('\n', " "))
        }
    }

    /// Prints one row for a program.
    pub(crate) fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        self.line(&value.to_string())
    }

    /// Ends the output; a closed pipe is no failure.
    pub(crate) fn finish(mut self, code: u8) -> io::Result<u8> {
        self.writer.flush()?;
        Ok(code)
    }
}

/// The exit code of a command: a closed pipe ends it quietly, any other failed
/// write is the system's fault.
pub(crate) fn ended(result: io::Result<u8>) -> u8 {
    match result {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => exit_code::DONE,
        Err(error) => {
            tell(&Problem::error(format!("standard output: {error}")));
            exit_code::SYSTEM
        }
    }
}

/// Tells the person of a problem.
pub(crate) fn tell(problem: &Problem) {
    say(&problem.to_string());
}

/// Says something beside the results, on standard error. Several lines stay
/// lines; all else that cannot be seen is shown as a mark.
pub(crate) fn say(words: &str) {
    let mut out = io::stderr().lock();
    for line in words.lines() {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(out, "{}", Visible::line(line));
    }
}

/// A number with its noun: "1 claim", "2 claims".
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
