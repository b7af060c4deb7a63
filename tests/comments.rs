//! A claim file with a comment on every line, and very many commands: every
//! comment still stands, and only the lines that a command meant have changed.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command as Process;

use proptest::prelude::*;
use redpencil::claim::{ClaimId, Evidence, Judgement, Kind, Reason, Reviewer, Verdict};
use redpencil::review::{ClaimChange, Command, Review, Step};
use redpencil::store::{Document, read_text};
use tempfile::TempDir;

/// A line of the file, and the key of the claim that it belongs to.
struct Line {
    text: String,
    owner: Option<(usize, &'static str)>,
}

/// A claim file as a careful person keeps it, who explains every line.
#[derive(Default)]
struct Notebook {
    lines: Vec<Line>,
    /// The comments, each unlike all others.
    comments: Vec<String>,
}

impl Notebook {
    fn of(claims: usize, is_indented: bool) -> Self {
        let mut book = Self::default();
        let dash = if is_indented { 2 } else { 0 };
        book.line(0, "redpencil: 1", None);
        book.line(0, "article:", None);
        book.line(2, "file: harbour.txt", None);
        book.line(0, "claims:", None);
        for number in 0..claims {
            book.claim(number, dash);
        }
        book
    }

    fn claim(&mut self, number: usize, dash: usize) {
        let inner = dash + 2;
        let of = |key| Some((number, key));
        self.line(dash, &format!("- id: c{number}"), of("id"));
        if number.is_multiple_of(3) {
            self.line(inner, "note: 'see the ''scan'''", of("note"));
        }
        self.line(inner, "kinds: [ ratio,  count ]", of("kinds"));
        self.line(inner, "quote:", of("quote"));
        self.line(
            inner + 2,
            &format!("exact: \"{number} of 70\""),
            of("quote"),
        );
        if number.is_multiple_of(2) {
            self.line(inner, "verdicts:", of("verdicts"));
            self.line(inner, "- reviewer: Ben", of("verdicts"));
            self.line(inner + 2, "verdict: unknown", of("verdicts"));
            self.line(inner + 2, "reviewed: 2024-03-05T09:12:44Z", of("verdicts"));
        }
        self.line(inner, &format!("claim: {number} of 70 signed"), of("claim"));
        if number % 4 == 1 {
            self.line(inner, "evidence:", of("evidence"));
            self.line(inner, "- url: https://example.org/a", of("evidence"));
            self.line(inner + 2, "title: |-", of("evidence"));
            self.bare(inner + 4, "Two # no comment", of("evidence"));
            self.bare(inner + 4, "lines", of("evidence"));
        }
        self.line(inner, "x-desk: { room: 7 }", of("x-desk"));
        self.bare(0, "", None);
    }

    /// A line with a comment above it and one behind it.
    fn line(&mut self, column: usize, words: &str, owner: Option<(usize, &'static str)>) {
        let number = self.comments.len();
        let (above, behind) = (format!("# 上{number}."), format!("# 注{number}."));
        self.bare(column, &above, None);
        self.bare(column, &format!("{words}  {behind}"), owner);
        self.comments.extend([above, behind]);
    }

    fn bare(&mut self, column: usize, words: &str, owner: Option<(usize, &'static str)>) {
        let text = format!("{}{words}", " ".repeat(column));
        let text = text.trim_end().to_owned();
        self.lines.push(Line { text, owner });
    }

    fn text(&self, line_break: &str, has_final_break: bool) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|it| it.text.as_str()).collect();
        let mut text = lines.join(line_break);
        text.truncate(text.trim_end().len());
        if has_final_break {
            text.push_str(line_break);
        }
        text
    }
}

/// What dice make of a claim, and the key that it is about.
fn change(claim: &redpencil::claim::Claim, dice: (u8, u8)) -> (ClaimChange, &'static str) {
    let (kind, value) = dice;
    let reviewer = Reviewer::new(if value % 2 == 0 { "Ana Ruiz" } else { "Ben" });
    let words = match value % 4 {
        0 => "a plain text".to_owned(),
        1 => "with: a colon # and more".to_owned(),
        2 => "two\nlines\n".to_owned(),
        _ => format!("第{value}條"),
    };
    let optional = (value % 5 > 0).then_some(words.clone());
    match kind % 9 {
        0..=2 => {
            let time = format!("2024-04-01T08:00:{:02}Z", value % 60);
            let verdict = Verdict::ALL[usize::from(value) % Verdict::ALL.len()];
            let mut judgement = Judgement::new(verdict, reviewer, time.parse().expect("a time"));
            if verdict == Verdict::Disputed {
                judgement.reason = Some(Reason::Wrong);
                judgement.correction = optional;
            }
            (ClaimChange::Judge(Box::new(judgement)), "verdicts")
        }
        3 => (ClaimChange::Unjudge(reviewer), "verdicts"),
        4 => (ClaimChange::SetNote(optional), "note"),
        5 => (ClaimChange::SetQuery(optional), "query"),
        6 => (ClaimChange::SetWording(words), "claim"),
        7 if value % 3 == 0 => (ClaimChange::RemoveEvidence { at: 0 }, "evidence"),
        7 => {
            let evidence = Evidence {
                url: Some(format!("https://example.org/{value}")),
                passage: optional,
                ..Evidence::default()
            };
            let at = claim.evidence.len();
            let evidence = Box::new(evidence);
            (ClaimChange::InsertEvidence { at, evidence }, "evidence")
        }
        _ => (ClaimChange::SetKinds(vec![Kind::Ratio]), "kinds"),
    }
}

/// Whether every one of `few` stands in `many`, in the same order.
fn stand_in_order<'a>(few: impl IntoIterator<Item = &'a str>, many: &str) -> Result<(), String> {
    let mut rest = many.lines();
    for line in few {
        if !rest.any(|it| it == line) {
            return Err(line.to_owned());
        }
    }
    Ok(())
}

/// Takes every command, each written before the next, and holds the laws.
fn hold(
    book: &Notebook,
    text: &str,
    commands: &[(prop::sample::Index, u8, u8)],
) -> Result<String, TestCaseError> {
    let path = Path::new("harbour.claims.yaml");
    let before = read_text(text, path).map_err(|it| TestCaseError::fail(it.to_string()))?;
    let mut review = Review::new(before.file().clone());
    let mut document: Document = before.clone();
    let mut touched: HashSet<(usize, &str)> = HashSet::new();
    for (which, kind, value) in commands {
        let at = which.index(review.claims().len());
        let step = match kind % 12 {
            9 => Step::Undo,
            10 => Step::Redo,
            _ => {
                let claim = &review.claims()[at];
                let (change, key) = change(claim, (*kind % 12, *value));
                touched.insert((at, key));
                Step::Do(Command::change(claim.id.clone(), change))
            }
        };
        // Refused: nothing to undo, nobody to unjudge.
        if review.take(step).is_err() {
            continue;
        }
        document = document
            .with(review.file(), path)
            .map_err(|it| TestCaseError::fail(it.to_string()))?;
    }
    let after = document.text();
    let read =
        read_text(after, path).map_err(|it| TestCaseError::fail(format!("{it}\n{after}")))?;
    prop_assert_eq!(read.file(), review.file());
    for comment in &book.comments {
        prop_assert_eq!(
            after.matches(comment.as_str()).count(),
            1,
            "{} in\n{}",
            comment,
            after
        );
    }
    let untouched = book
        .lines
        .iter()
        .filter(|it| it.owner.is_none_or(|it| !touched.contains(&it)));
    // Above a key that is taken away its comments may find another neighbour.
    let untouched = untouched.filter(|it| !it.text.is_empty() && it.owner.is_some());
    if let Err(line) = stand_in_order(untouched.map(|it| it.text.as_str()), after) {
        return Err(TestCaseError::fail(format!(
            "{line:?} is not as it was in\n{after}"
        )));
    }
    let back = document.with(before.file(), path).expect("a claim file");
    prop_assert_eq!(back.text(), text, "all taken back");
    Ok(after.to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_comment_stands_after_a_hundred_commands(
        commands in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 100),
        claims in 1..6_usize,
        is_indented in any::<bool>(),
        is_crlf in any::<bool>(),
        has_final_break in any::<bool>(),
    ) {
        let book = Notebook::of(claims, is_indented);
        let text = book.text(if is_crlf { "\r\n" } else { "\n" }, has_final_break);
        hold(&book, &text, &commands)?;
    }
}

/// What `git diff --numstat` counts: lines added, lines removed.
fn numstat(folder: &Path) -> (usize, usize) {
    let ran = Process::new("git")
        .args([
            "diff",
            "--no-index",
            "--numstat",
            "before.yaml",
            "harbour.claims.yaml",
        ])
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git");
    let told = String::from_utf8(ran.stdout).expect("UTF-8");
    let mut counts = told.split_whitespace().map(|it| it.parse().unwrap_or(0));
    (counts.next().unwrap_or(0), counts.next().unwrap_or(0))
}

/// Through the command line, as a script would.
#[test]
fn git_counts_only_the_lines_of_a_hundred_marks() {
    let folder = TempDir::new().expect("a folder");
    let claims = 12;
    let book = Notebook::of(claims, false);
    let text = book.text("\n", true);
    let path = folder.path().join("harbour.claims.yaml");
    fs::write(&path, &text).expect("a claim file");
    fs::write(folder.path().join("before.yaml"), &text).expect("a claim file");
    fs::write(folder.path().join("harbour.txt"), "0 of 70 signed.").expect("an article");
    let mut judged = HashSet::new();
    for number in 0..100_usize {
        let at = number * 7 % claims;
        let verdict = ["verified", "disputed", "unknown", "clear"][number * 5 % 4];
        let id: ClaimId = format!("c{at}").parse().expect("an id");
        let ran = Process::new(env!("CARGO_BIN_EXE_redpencil"))
            .args(["mark", id.as_str(), verdict, "--reviewer", "Ben"])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .output()
            .expect("redpencil");
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(ran.status.success() || verdict == "clear", "{told}");
        judged.insert(at);
    }
    let after = fs::read_to_string(&path).expect("a claim file");
    for comment in &book.comments {
        assert_eq!(
            after.matches(comment.as_str()).count(),
            1,
            "{comment}\n{after}"
        );
    }
    let is_touched = |it: &&Line| {
        it.owner
            .is_some_and(|it| it.1 == "verdicts" && judged.contains(&it.0))
    };
    let touched = book.lines.iter().filter(is_touched).count();
    let (added, removed) = numstat(folder.path());
    assert!(removed <= touched, "{removed} of {touched}");
    // Four lines make a verdict; the comments of a cleared one stay in lines of their own.
    assert!(added <= touched + 4 * judged.len(), "{added}");
}
