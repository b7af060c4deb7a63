//! A folder with an article, and redpencil living and dying in it.

use std::fs;
use std::time::Duration;

use redpencil::claim::Status;
use redpencil::store;
use tempfile::TempDir;
use termlens::{Error, Screen, Signal, Terminal};

use crate::acts::{self, Act, Random, sentence};
use crate::shown::Shown;

/// Claims of the article.
const CLAIMS: u64 = 6;

/// Columns and rows: all of the article, the list and the claim fit.
const SIZE: (u16, u16) = (150, 60);

pub(crate) struct Folder {
    folder: TempDir,
}

/// How a session ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// What the last frame showed of which it is certain that every act was in it.
    settled: Option<Shown>,
    /// The last whole frame of all.
    last: Option<Shown>,
    /// The act that was under way.
    act: Option<Act>,
    /// Whether the plan struck, not a signal at the end.
    pub(crate) by_plan: bool,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let article: Vec<String> = (0..CLAIMS).map(sentence).collect();
        fs::write(folder.path().join("harbour.txt"), article.join("\n")).expect("an article");
        let state = folder.path().join(".local/state/redpencil");
        fs::create_dir_all(&state).expect("a folder");
        fs::write(state.join("welcomed"), "").expect("a mark that the welcome was shown");
        Self { folder }
    }

    /// Lives until the plan strikes, or to a kill at the end.
    pub(crate) fn live(&self, plan: &str, random: &mut Random, most: u64) -> Ended {
        let mut life = self.begin(plan);
        for _ in 0..4 + random.below(most) {
            let act = acts::any(random);
            match life.act(act) {
                Ok(()) => {}
                Err(Error::Timeout { screen, .. }) => panic!("{plan}: no answer: {screen:?}"),
                Err(_) => return life.ended(true),
            }
        }
        let act = acts::any(random);
        // Nobody waits for what this one does.
        let _ = life.terminal.send_str(&act.keys);
        life.act = Some(act);
        let by_plan = life.terminal.signal(Signal::Kill).is_err();
        life.ended(by_plan)
    }

    /// Lives to the end and quits.
    pub(crate) fn live_and_quit(&self, plan: &str, random: &mut Random, most: u64) -> Ended {
        let mut life = self.begin(plan);
        for _ in 0..=random.below(most) {
            life.act(acts::any(random))
                .unwrap_or_else(|it| panic!("{plan}: {it}"));
        }
        // Until the disk is well again: a person would not leave before.
        while life.terminal.screen().contains("NOT SAVED") {
            life.act(acts::note(random))
                .unwrap_or_else(|it| panic!("{plan}: {it}"));
        }
        life.act = None;
        life.terminal.send_str("q").expect("a key");
        life.ended(false)
    }

    fn begin(&self, plan: &str) -> Life {
        let mut terminal = self.terminal(plan);
        let first = match terminal.wait_frame(is_review) {
            Ok(frame) => Some(Shown::of(&frame)),
            Err(Error::Timeout { screen, .. }) => panic!("{plan}: no review: {screen:?}"),
            // The plan struck before anything was shown.
            Err(_) => None,
        };
        Life {
            terminal,
            settled: first.clone(),
            last: first,
            act: None,
        }
    }

    fn terminal(&self, plan: &str) -> Terminal {
        let folder = self.folder.path();
        let builder = Terminal::builder()
            .size(SIZE.0, SIZE.1)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("HOME", folder)
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("USER", "Ana Ruiz")
            .current_dir(folder)
            .timeout(Duration::from_mins(3))
            .arg("harbour.txt");
        let builder = if plan.is_empty() {
            builder
        } else {
            builder.env("REDPENCIL_FAILPOINT", plan)
        };
        builder
            .spawn(env!("CARGO_BIN_EXE_redpencil"))
            .expect("redpencil starts")
    }

    fn claims_path(&self) -> std::path::PathBuf {
        self.folder.path().join("harbour.claims.yaml")
    }

    /// The claim file's statuses; none where there is no file. It is never invalid.
    fn statuses(&self, plan: &str) -> Option<Vec<Status>> {
        let path = self.claims_path();
        let bytes = fs::read(&path).ok()?;
        let document = store::read(&bytes, &path);
        let document = document.unwrap_or_else(|it| panic!("{plan}: the file is invalid: {it}"));
        let claims = &document.file().claims;
        let shown = claims.iter().filter(|it| !it.dismissed);
        Some(shown.map(redpencil::claim::Claim::status).collect())
    }

    /// What the last frames showed is there again, or one act more, which can be
    /// taken back.
    pub(crate) fn must_hold_what_was_shown(&self, ended: &Ended, plan: &str) {
        self.statuses(plan);
        let mut life = self.begin("");
        let Some(settled) = &ended.settled else {
            life.quit();
            return;
        };
        let told = |what: &str, back: &Shown| {
            format!(
                "{plan}: {what}\nact: {:?}\nshown:\n{}\nlast:\n{}\nback:\n{}",
                ended.act,
                settled.rows.join("\n"),
                ended
                    .last
                    .as_ref()
                    .map_or(String::new(), |it| it.rows.join("\n")),
                back.rows.join("\n")
            )
        };
        let back = life.look(settled.at());
        if let Some(last) = &ended.last
            && last.verdicts() != settled.verdicts()
        {
            assert_eq!(
                last.verdicts(),
                back.verdicts(),
                "{}",
                told("a verdict is lost", &back)
            );
        }
        if back != *settled {
            let undo = ended.act.as_ref().map_or(&["z"][..], |it| it.undo);
            let is_before = undo.iter().any(|key| {
                life.press(key);
                life.look(settled.at()) == *settled
            });
            assert!(
                is_before,
                "{}",
                told("neither before nor after the act", &back)
            );
        }
        let verdicts = life.look(settled.at()).verdicts().len();
        life.quit();
        self.must_be_tidy(plan);
        if let Some(statuses) = self.statuses(plan) {
            assert_eq!(statuses.len(), verdicts, "{plan}");
        }
    }

    /// The last frame is what the file says.
    pub(crate) fn must_be_saved(&self, ended: &Ended, plan: &str) {
        let settled = ended.settled.as_ref().expect("a session that lived");
        let mut life = self.begin("");
        let back = life.look(settled.at());
        assert!(
            back == *settled,
            "{plan}\nshown:\n{}\nback:\n{}",
            settled.rows.join("\n"),
            back.rows.join("\n")
        );
        life.quit();
        self.must_be_tidy(plan);
        let shown: Vec<String> = settled.verdicts();
        if let Some(statuses) = self.statuses(plan) {
            for (row, status) in shown.iter().zip(statuses) {
                assert!(row.contains(status.name()), "{plan}: {row} {status:?}");
            }
        } else {
            let untouched = |it: &String| it.contains(" unreviewed ");
            assert!(shown.iter().all(untouched), "{plan}: no file: {shown:?}");
        }
    }

    /// No temporary file is left.
    fn must_be_tidy(&self, plan: &str) {
        let names = fs::read_dir(self.folder.path()).expect("a folder");
        for name in names.map(|it| it.expect("an entry").file_name()) {
            let name = name.to_string_lossy();
            let known = ["harbour.txt", "harbour.claims.yaml", ".local"];
            assert!(known.contains(&name.as_ref()), "{plan}: {name} is left");
        }
    }
}

/// One process.
struct Life {
    terminal: Terminal,
    settled: Option<Shown>,
    last: Option<Shown>,
    act: Option<Act>,
}

fn is_review(screen: &Screen) -> bool {
    screen.contains("─ Claims") && !is_palette(screen)
}

fn is_palette(screen: &Screen) -> bool {
    screen.contains("─ What to do")
}

impl Life {
    /// Does one act and waits until it is shown. The palette comes and goes
    /// behind it: the frame after that holds everything before it.
    fn act(&mut self, act: Act) -> Result<(), Error> {
        let keys = act.keys.clone();
        self.act = Some(act);
        let settled = self.settle(&keys)?;
        self.settled = Some(settled.clone());
        self.last = Some(settled);
        Ok(())
    }

    fn settle(&mut self, keys: &str) -> Result<Shown, Error> {
        self.terminal.send_str(keys)?;
        // One frame at least, so that the act is shown before the palette asks for more.
        let frame = self.terminal.wait_frame(|_| true)?;
        if is_review(&frame) {
            self.last = Some(Shown::of(&frame));
        }
        self.terminal.send_str(":")?;
        let mut last = None;
        self.terminal
            .wait_frame(|it| {
                if is_review(it) {
                    last = Some(Shown::of(it));
                }
                is_palette(it)
            })
            .inspect_err(|_| {
                // What was shown before the end counts.
                if last.is_some() {
                    self.last = last;
                }
            })?;
        self.terminal.send_str("\u{1b}")?;
        let frame = self.terminal.wait_frame(is_review)?;
        Ok(Shown::of(&frame))
    }

    fn press(&mut self, keys: &str) {
        self.settle(keys).expect("a living process");
    }

    /// What is shown with the cursor on the claim number `at`.
    fn look(&mut self, at: Option<usize>) -> Shown {
        let keys = at.map_or("g".to_owned(), |it| format!("{it}G"));
        self.settle(&keys).expect("a living process")
    }

    fn quit(mut self) {
        self.terminal.send_str("q").expect("a key");
        assert!(self.terminal.wait_exit().expect("an end").success());
    }

    fn ended(mut self, by_plan: bool) -> Ended {
        self.terminal.wait_exit().expect("an end");
        while let Ok(frame) = self.terminal.wait_frame_for(|_| true, Duration::ZERO) {
            if is_review(&frame) {
                self.last = Some(Shown::of(&frame));
            }
        }
        Ended {
            settled: self.settled,
            last: self.last,
            act: self.act,
            by_plan,
        }
    }
}
