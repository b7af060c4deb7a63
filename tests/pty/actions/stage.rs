//! Where the actions are tried: folders, and redpencil open in them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use redpencil::app::{Key, KeyChord};
use tempfile::TempDir;
use termlens::Terminal;

use crate::{ARTICLE, PATIENCE, goes_on_once_stopped, until};

/// Where an action is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// An article of three claims in a git repository.
    Review,
    /// The same, with a first review in the last commit: verified, disputed.
    Reviewed,
    /// An article of many claims.
    Long,
    /// An English article of two paragraphs.
    Words,
    /// A claim with two sources.
    Sourced,
    /// The same claims were judged before, in another claim file.
    Remembered,
    /// Ana and Ben differ on the first claim.
    Contested,
    /// Two reviewers' files, to be settled.
    Settle,
    /// A second reader who must not see the first one's verdicts.
    Blind,
    /// Somebody who has never seen redpencil.
    Welcome,
    /// A folder of three articles.
    Articles,
    /// A folder of many articles.
    ManyArticles,
    /// An article that was opened from the list of articles.
    FromArticles,
}

/// The keys of a chord as a terminal sends them.
pub(super) fn bytes(name: &str) -> String {
    let chord: KeyChord = name.parse().expect("a key");
    match chord.key {
        Key::Right if chord.alt => return "\u{1b}[1;3C".to_owned(),
        Key::Left if chord.alt => return "\u{1b}[1;3D".to_owned(),
        _ => {}
    }
    let plain = match chord.key {
        Key::Char(c) if chord.ctrl => {
            // Control takes the fifth bit and above from a letter.
            char::from(u8::try_from(c.to_ascii_lowercase()).expect("ASCII") & 0x1f).to_string()
        }
        Key::Char(c) => c.to_string(),
        Key::Enter => "\r".to_owned(),
        Key::Escape => "\u{1b}".to_owned(),
        Key::Tab if chord.shift => "\u{1b}[Z".to_owned(),
        Key::Tab => "\t".to_owned(),
        Key::Backspace => "\u{7f}".to_owned(),
        Key::Delete => "\u{1b}[3~".to_owned(),
        Key::Insert => "\u{1b}[2~".to_owned(),
        Key::Home => "\u{1b}[H".to_owned(),
        Key::End => "\u{1b}[F".to_owned(),
        Key::PageUp => "\u{1b}[5~".to_owned(),
        Key::PageDown => "\u{1b}[6~".to_owned(),
        Key::Up => "\u{1b}[A".to_owned(),
        Key::Down => "\u{1b}[B".to_owned(),
        Key::Right => "\u{1b}[C".to_owned(),
        Key::Left => "\u{1b}[D".to_owned(),
        Key::Function(1) => "\u{1b}OP".to_owned(),
        Key::Function(5) => "\u{1b}[15~".to_owned(),
        Key::Function(number) => panic!("f{number}: tell how a terminal sends it"),
    };
    if chord.alt {
        format!("\u{1b}{plain}")
    } else {
        plain
    }
}

impl Stage {
    /// A new folder, and redpencil with its first frame.
    pub(crate) fn open(self) -> (TempDir, Terminal) {
        let folder = TempDir::new().expect("a temporary folder");
        self.furnish(folder.path());
        let state = folder.path().join(".local/state/redpencil");
        fs::create_dir_all(&state).expect("a folder");
        if self != Self::Welcome {
            fs::write(state.join("welcomed"), "").expect("a mark that the welcome was shown");
        }
        let mut terminal = builder(folder.path())
            .args(self.arguments().iter().copied())
            .spawn(env!("CARGO_BIN_EXE_redpencil"))
            .expect("redpencil starts");
        let first = self.first_words();
        let shown = terminal.wait_until(|it| it.text().contains(first));
        shown.unwrap_or_else(|it| panic!("no first frame: {it}"));
        if self == Self::FromArticles {
            terminal.send_str("\r").expect("a key");
            let shown = terminal.wait_until(|it| it.text().contains("to the list"));
            shown.expect("the article");
        }
        (folder, terminal)
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Articles | Self::ManyArticles | Self::FromArticles => &["."],
            Self::Settle => &[
                "settle",
                "ana.claims.yaml",
                "ben.claims.yaml",
                "--out",
                "out.yaml",
            ],
            Self::Blind => &["review", "--blind", "harbour.txt"],
            _ => &["harbour.txt"],
        }
    }

    fn first_words(self) -> &'static str {
        match self {
            Self::Articles | Self::FromArticles => "3 articles,",
            Self::ManyArticles => "60 articles,",
            Self::Settle => "1 claim to settle",
            Self::Blind => "blind reading",
            Self::Welcome => "Welcome to redpencil",
            Self::Long => "of 60",
            Self::Words => "0 of",
            Self::Remembered => "Before 1",
            _ => "of 3",
        }
    }

    fn furnish(self, folder: &Path) {
        fs::create_dir(folder.join("programs")).expect("a folder");
        script(folder, "editor", "printf 'typed elsewhere\\n' > \"$1\"");
        script(folder, "xdg-open", "printf '%s' \"$1\" > opened");
        let article = match self {
            Self::Words => PARAGRAPHS.to_owned(),
            Self::Long => (1..=60).map(sentence).collect(),
            _ => ARTICLE.to_owned(),
        };
        fs::write(folder.join("harbour.txt"), article).expect("an article");
        match self {
            Self::Review | Self::Words | Self::Long | Self::Welcome => repository(folder),
            Self::Reviewed => {
                repository(folder);
                judge(
                    folder,
                    "harbour.claims.yaml",
                    &[(0, "verified", "Ana"), (1, "disputed", "Ana")],
                );
                git(folder, &["add", "harbour.txt", "harbour.claims.yaml"]);
                git(folder, &["commit", "-q", "-m", "a first review"]);
            }
            Self::Sourced => {
                let claims = judge(folder, "harbour.claims.yaml", &[]);
                fs::write(folder.join("harbour.claims.yaml"), with_sources(&claims))
                    .expect("written");
            }
            Self::Remembered => {
                judge(folder, "earlier.claims.yaml", &[(0, "disputed", "Ana")]);
            }
            Self::Contested => {
                judge(
                    folder,
                    "harbour.claims.yaml",
                    &[(0, "verified", "Ana"), (0, "disputed", "Ben")],
                );
            }
            Self::Settle => {
                judge(folder, "ana.claims.yaml", &[(0, "verified", "Ana")]);
                judge(folder, "ben.claims.yaml", &[(0, "disputed", "Ben")]);
            }
            Self::Blind => {
                judge(folder, "harbour.claims.yaml", &[(0, "disputed", "Ben")]);
            }
            Self::Articles | Self::FromArticles => {
                fs::write(folder.join("tram.txt"), sentence(1)).expect("an article");
                fs::write(folder.join("zoo.txt"), sentence(2)).expect("an article");
                if self == Self::Articles {
                    judge(folder, "harbour.claims.yaml", &[(0, "verified", "Ana")]);
                }
            }
            Self::ManyArticles => {
                for number in 1..60 {
                    let name = format!("ferry-{number:02}.txt");
                    fs::write(folder.join(name), sentence(number)).expect("an article");
                }
            }
        }
    }
}

const PARAGRAPHS: &str = "\
Ferries

The ferry sank in 1931, and 40 people drowned. What a day. The harbour closed.
Nobody came on Monday. The board met on Tuesday.
";

/// One claim of its own, unlike the others.
fn sentence(number: usize) -> String {
    format!(
        "Ferry number {number} carried {} passengers on 3 March 2024.\n",
        1000 + number * 7
    )
}

fn builder(folder: &Path) -> termlens::TerminalBuilder {
    let path = std::env::var("PATH").unwrap_or_default();
    let programs = folder.join("programs");
    Terminal::builder()
        .size(120, 40)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("HOME", folder)
        .env("PATH", format!("{}:{path}", programs.display()))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("USER", "林美")
        .env("EDITOR", programs.join("editor"))
        .current_dir(folder)
        .timeout(PATIENCE)
}

fn script(folder: &Path, name: &str, words: &str) {
    let path = folder.join("programs").join(name);
    fs::write(&path, format!("#!/bin/sh\n{words}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("permissions");
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(arguments)
        .output()
        .expect("a program");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn git(folder: &Path, arguments: &[&str]) {
    run(folder, "git", arguments);
}

fn repository(folder: &Path) {
    git(folder, &["init", "-q", "-b", "main"]);
    git(folder, &["config", "user.name", "林美"]);
    git(folder, &["config", "user.email", "lin@example.org"]);
}

/// Splits the article into the claim file of that name and judges claims of it.
/// Answers with the file's text.
fn judge(folder: &Path, name: &str, verdicts: &[(usize, &str, &str)]) -> String {
    let redpencil = env!("CARGO_BIN_EXE_redpencil");
    run(folder, redpencil, &["split", "harbour.txt"]);
    let made = folder.join("harbour.claims.yaml");
    let ids: Vec<String> = fs::read_to_string(&made)
        .expect("a claim file")
        .lines()
        .filter_map(|it| it.strip_prefix("- id: ").map(str::to_owned))
        .collect();
    let path = folder.join(name);
    if path != made {
        fs::rename(&made, &path).expect("renamed");
    }
    for (at, verdict, reviewer) in verdicts {
        let arguments = [
            "mark",
            &ids[*at],
            verdict,
            "--reviewer",
            reviewer,
            "--in",
            name,
        ];
        run(folder, redpencil, &arguments);
    }
    fs::read_to_string(path).expect("a claim file")
}

/// The claim file with two sources on its first claim.
fn with_sources(claims: &str) -> String {
    let sources = "  evidence:
  - url: https://example.org/letter
    title: The letter
  - url: https://example.org/minutes
    title: The minutes
";
    let second = claims
        .match_indices("\n- id: ")
        .nth(1)
        .expect("a second claim")
        .0;
    let (first, rest) = claims.split_at(second);
    format!("{}\n{sources}{rest}", first.trim_end())
}

/// Waits for a frame, after the first `frames`, that writes the whole screen.
pub(super) fn is_drawn_anew(terminal: &mut Terminal, frames: usize) {
    until("a frame that writes every cell", || {
        let timings = terminal.frame_timings();
        let mut later = timings.iter().skip(frames);
        later.any(|it| it.printable_chars() > 100)
    });
}

/// Waits until the terminal is the shell's, lets the process go on, and waits
/// for its screen.
pub(super) fn stops_and_goes_on(terminal: &mut Terminal) -> Result<(), String> {
    let stopped = terminal.wait_until(|it| !it.alternate_screen());
    stopped.map_err(|it| it.to_string())?;
    goes_on_once_stopped(terminal);
    let again = terminal.wait_until(termlens::Screen::alternate_screen);
    again.map_err(|it| it.to_string())
}
