//! `redpencil --plain`: the review as a conversation of lines.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crate::app::{ArticleRow, ArticleState, Effect, Message, Model, Opening, Plain, Said};
use crate::claim::{Reviewer, Standing};
use crate::cli::arguments::ReviewOptions;
use crate::cli::output::{counted, tell};
use crate::cli::review::{Subject, folder_of};
use crate::cli::{exit_code, reviewer};
use crate::config::Settings;
use crate::desk::{self, Desk, Gathered, Opened, Reading, Recall, Report};
use crate::review::Memory;
use crate::text::{Problem, Visible};

/// Why a conversation ended badly.
enum Ended {
    /// A file was bad, or could not be saved.
    Problem(Problem),
    /// Nobody listens any more, or the system failed.
    Io(io::Error),
}

impl From<Problem> for Ended {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<io::Error> for Ended {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Runs the conversation about what is to be reviewed.
pub(crate) fn run(subject: &Subject, options: &ReviewOptions, settings: &Settings) -> u8 {
    let folder = match subject {
        Subject::One(article) => folder_of(article),
        Subject::Several(paths) => folder_of(&paths[0]),
    };
    let asked = reviewer::ask(options.reviewer.as_deref(), settings, folder);
    let reviewer = match asked.answer() {
        Ok(reviewer) => reviewer,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    let mut talk = Talk::new();
    let reading = Reading::from(&options.reading);
    let ended = match subject {
        Subject::One(article) => {
            let claims = options.claims.as_deref();
            let manner = Manner {
                settings,
                recall: &Recall::new(),
                is_blind: options.blind,
                from_articles: false,
            };
            review(&mut talk, article, claims, reading, reviewer, manner)
        }
        Subject::Several(paths) => articles(&mut talk, paths, reading, &reviewer, settings),
    };
    match ended {
        Ok(()) => exit_code::DONE,
        Err(Ended::Problem(problem)) => {
            tell(&problem);
            exit_code::BAD_INPUT
        }
        Err(Ended::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => exit_code::DONE,
        Err(Ended::Io(error)) => {
            tell(&Problem::error(format!(
                "standard input or output: {error}"
            )));
            exit_code::SYSTEM
        }
    }
}

/// How a review is held.
#[derive(Clone, Copy)]
struct Manner<'a> {
    settings: &'a Settings,
    /// What is known of other claim files.
    recall: &'a Recall,
    /// Without the verdicts of others.
    is_blind: bool,
    /// Whether there is a list of articles to go back to.
    from_articles: bool,
}

/// The two ends of a conversation.
struct Talk {
    /// Whether a person types, who wants to know when it is their turn.
    prompts: bool,
    /// On a terminal what cannot be seen is shown as a mark.
    marks: bool,
}

impl Talk {
    fn new() -> Self {
        Self {
            prompts: io::stdin().is_terminal(),
            marks: io::stdout().is_terminal(),
        }
    }

    fn say(&self, lines: &[String]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        for line in lines.iter().flat_map(|it| it.lines()) {
            if self.marks {
                writeln!(out, "{}", Visible::line(line))?;
            } else {
                writeln!(out, "{line}")?;
            }
        }
        out.flush()
    }

    /// The next line that is typed; none after the last.
    fn hear(&self, prompt: &str) -> io::Result<Option<String>> {
        if self.prompts {
            let mut out = io::stdout().lock();
            write!(out, "{prompt}")?;
            out.flush()?;
        }
        let mut bytes = Vec::new();
        if io::stdin().lock().read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()))
    }
}

/// One review, until the person quits or says nothing more.
fn review(
    talk: &mut Talk,
    article: &Path,
    claims: Option<&Path>,
    reading: Reading,
    reviewer: Reviewer,
    manner: Manner<'_>,
) -> Result<(), Ended> {
    let (sender, reports) = channel();
    let proposed = desk::propose(article, claims, reading, manner.settings)?;
    let (mut desk, mut opened) = desk::open(article, claims, reading, move |report| {
        // The conversation may have ended: then nobody has to be told.
        let _ = sender.send(report);
    })?;
    opened.notices.extend(proposed);
    let mut model = model(opened, reviewer, manner.settings);
    if manner.is_blind {
        model.read_blind();
    }
    if manner.from_articles {
        model = model.from_articles();
    }
    let mut plain = Plain::new(model);
    let (sender, memory) = channel();
    manner.recall.gather(desk.claims_path(), move |it| {
        // The conversation may have ended.
        let _ = sender.send(it);
    });
    let ended = converse(talk, &mut desk, &mut plain, &reports, &memory);
    // Saved first: that nobody listens any more is no reason to lose anything.
    desk.close()?;
    Ok(ended?)
}

fn model(opened: Opened, reviewer: Reviewer, settings: &Settings) -> Model {
    let left_out = opened
        .left_out
        .unwrap_or_else(|| desk::left_out(&opened.article, opened.published));
    let mut model = Model::new(Opening {
        article: opened.article,
        review: opened.review,
        ranges: opened.standings.into_iter().map(Standing::range).collect(),
        left_out: Some(left_out),
        reviewer,
        read_only: opened.read_only,
        notices: opened.notices,
        keymap: settings.keymap.clone(),
    });
    model.prefer(settings.preferences.clone());
    model
}

fn converse(
    talk: &Talk,
    desk: &mut Desk,
    plain: &mut Plain,
    reports: &Receiver<Report>,
    memory: &Receiver<Arc<Memory>>,
) -> io::Result<()> {
    talk.say(&plain.greeting())?;
    while let Some(line) = talk.hear(&plain.prompt())? {
        for report in reports.try_iter() {
            let heard = hear(desk, plain, report);
            talk.say(&heard)?;
        }
        // What asks for other claim files waits for them: a script has no second try.
        let remembered = if plain.asks_for_memory(&line) {
            memory.recv().ok()
        } else {
            memory.try_recv().ok()
        };
        if let Some(memory) = remembered {
            plain.hear(Message::Remembered(memory));
            if !plain.model().recalled().is_empty() {
                let told = "This claim was judged before: read says how, take-over takes it over.";
                talk.say(&[told.to_owned()])?;
            }
        }
        let Said { mut lines, effects } = plain.line(&line, desk::now());
        for effect in effects {
            match effect {
                Effect::Quit => return talk.say(&lines),
                // Written down before it is said.
                effect => {
                    let review = plain.model().review();
                    let done = desk.carry_out(&effect, review);
                    let answer = match done.and_then(|()| desk.ask(&effect, review)) {
                        Ok(None) => continue,
                        Ok(Some(message)) => message,
                        Err(problem) => Message::Failed(problem),
                    };
                    lines.extend(plain.hear(answer));
                }
            }
        }
        talk.say(&lines)?;
    }
    Ok(())
}

/// What to say of a save, or of a change by another program.
fn hear(desk: &mut Desk, plain: &mut Plain, report: Report) -> Vec<String> {
    let message = match report {
        Report::Saved => return Vec::new(),
        Report::Failed(problem) => {
            let next = problem.what_next().map(|it| format!("; {it}"));
            return vec![format!(
                "Not saved: {}{}",
                problem.what(),
                next.unwrap_or_default()
            )];
        }
        Report::Changed(change) => Message::ChangedOutside(change),
        Report::Article(now) => Message::ArticleOnDisk(now),
        Report::Told(words) => Message::Told(words),
    };
    let (mut lines, effects) = plain.hear_all(message);
    for effect in effects {
        if let Err(problem) = desk.carry_out(&effect, plain.model().review()) {
            lines.extend(plain.hear(Message::Failed(problem)));
        }
    }
    lines
}

/// The list of articles, of which the person chooses by number.
fn articles(
    talk: &mut Talk,
    paths: &[PathBuf],
    reading: Reading,
    reviewer: &Reviewer,
    settings: &Settings,
) -> Result<(), Ended> {
    let recall = Recall::new();
    loop {
        let rows = gathered(paths);
        let mut lines: Vec<String> = (1..).zip(&rows).map(|(at, it)| told(at, it)).collect();
        lines.push("Type the number of an article to open it, quit to leave.".to_owned());
        talk.say(&lines)?;
        let Some(line) = talk.hear("> ")? else {
            return Ok(());
        };
        let line = line.trim();
        if matches!(line, "quit" | "q") {
            return Ok(());
        }
        let number = line.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let Some(row) = number.and_then(|it| rows.get(it)) else {
            if !line.is_empty() {
                talk.say(&[format!("Error: {line:?} is no number of the list.")])?;
            }
            continue;
        };
        let manner = Manner {
            settings,
            recall: &recall,
            is_blind: false,
            from_articles: true,
        };
        match review(talk, &row.opens, None, reading, reviewer.clone(), manner) {
            Ok(()) => {}
            Err(Ended::Problem(problem)) => talk.say(&[problem.to_string()])?,
            Err(Ended::Io(error)) => return Err(error.into()),
        }
    }
}

fn gathered(paths: &[PathBuf]) -> Vec<ArticleRow> {
    let (sender, found) = channel();
    desk::gather(paths.to_vec(), move |it| {
        // The receiver waits until all are there.
        let _ = sender.send(it);
    });
    let mut rows = Vec::new();
    while let Ok(Gathered::Rows(some)) = found.recv() {
        rows.extend(some);
    }
    rows.sort_by(|one, other| one.place.cmp(&other.place));
    rows
}

/// "3: Harbour vote, en: 4 of 12 claims judged, 1 disputed".
fn told(number: usize, row: &ArticleRow) -> String {
    let language = row.language.as_ref().map(|it| format!(", {it}"));
    let state = match &row.state {
        ArticleState::NotSplit => "not split yet".to_owned(),
        ArticleState::Unreadable(why) => format!("cannot be read: {why}"),
        ArticleState::Split { progress, .. } => {
            let some = |count: usize, word: &str| match count {
                0 => String::new(),
                _ => format!(", {count} {word}"),
            };
            format!(
                "{} of {} judged{}{}",
                progress.reviewed(),
                counted(progress.claims, "claim", "claims"),
                some(progress.disputed, "disputed"),
                some(progress.contested, "contested")
            )
        }
    };
    format!(
        "{number}: {}{}: {state}",
        row.title,
        language.unwrap_or_default()
    )
}
