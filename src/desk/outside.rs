//! Programs of the person's own: the editor, the browser.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::claim::Evidence;
use crate::desk::articles::read_bounded;
use crate::desk::bounds;
use crate::store;
use crate::text::{Problem, Visible};

/// Lets the person edit `text` in `$VISUAL` or `$EDITOR` and answers with what
/// it was when the editor ended. The caller gives the terminal back first.
pub fn edit(text: &str) -> Result<String, Problem> {
    edit_as("text.md", text)
}

/// Sources, or the text that was to be sources and what is wrong with it.
type Edited = Result<Vec<Evidence>, (Problem, String)>;

/// Lets the person edit the sources of a claim as YAML; `draft` is what was written
/// before and could not be read.
pub fn edit_sources(sources: &[Evidence], draft: Option<&str>) -> Result<Edited, Problem> {
    let text = draft.map_or_else(|| store::write_sources(sources), str::to_owned);
    let text = edit_as("sources.yaml", text.trim_end_matches('\n'))?;
    Ok(store::read_sources(&text, sources).map_err(|it| (it, text)))
}

/// Hands the text to the editor in a file of that name.
///
/// The editor's command is split into words as a shell would, quotes and all, and
/// run without one; only the person's own environment names it. The text lies in a
/// private folder.
fn edit_as(name: &str, text: &str) -> Result<String, Problem> {
    let command = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|it| env::var(it).ok().filter(|it| !it.trim().is_empty()));
    let command = command.unwrap_or_else(|| "vi".to_owned());
    let failed = |what: &str, error: std::io::Error| {
        Problem::error(format!("{what}: {error}")).next_step("the text is as it was")
    };
    let folder = tempfile::Builder::new()
        .prefix("redpencil-")
        .tempdir()
        .map_err(|it| failed("no folder for the editor's file", it))?;
    let path = folder.path().join(name);
    write_privately(&path, text)
        .map_err(|it| failed("the editor's file could not be written", it))?;
    let mut words = words_of(&command).into_iter();
    let program = words.next().unwrap_or_else(|| "vi".to_owned());
    let ended = Command::new(&program)
        .args(words)
        .arg(&path)
        .spawn()
        .and_then(|mut editor| {
            EDITOR.store(editor.id(), Ordering::Relaxed);
            let ended = editor.wait();
            EDITOR.store(0, Ordering::Relaxed);
            ended
        })
        .map_err(|it| failed(&format!("the editor {program:?} did not start"), it))?;
    if !ended.success() {
        return Err(
            Problem::error(format!("the editor {program:?} ended with {ended}"))
                .next_step("the text is as it was"),
        );
    }
    let bytes = read_bounded(&path).map_err(|it| {
        Problem::error(format!("what the editor wrote: {}", it.what()))
            .next_step("the text is as it was")
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Problem::error("what the editor wrote is not UTF-8").next_step("the text is as it was")
    })?;
    Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
}

/// The words of a command: parted by white space, but for what stands between
/// quotation marks or behind a backslash (POSIX shell, "Quoting"). Nothing else
/// has a meaning.
fn words_of(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = command.chars();
    while let Some(c) = letters.next() {
        match (quote, c) {
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (Some(mark), _) if c == mark => quote = None,
            (None | Some('"'), '\\') => {
                // One at the very end stands for itself.
                word.get_or_insert_default()
                    .push(letters.next().unwrap_or(c));
            }
            (None, _) if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

/// The editor's process while it runs, else 0.
static EDITOR: AtomicU32 = AtomicU32::new(0);

/// Ends the editor, if one runs: whoever ends us must not leave it behind on a
/// terminal that the shell reads again. It has half a second to go by itself.
pub fn end_editor() {
    let running = || {
        let number = i32::try_from(EDITOR.load(Ordering::Relaxed)).ok()?;
        Pid::from_raw(number)
    };
    for signal in [Signal::TERM, Signal::KILL] {
        let Some(editor) = running() else { return };
        // It may have ended in this moment.
        let _ = kill_process(editor, signal);
        for _ in 0..50 {
            if running().is_none() {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn write_privately(path: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")
}

/// Shows `url` in the person's browser. Only `http` and `https`, as one
/// argument of one program, without a shell.
pub fn open_url(url: &str) -> Result<(), Problem> {
    let refused = |why: &str| Err(Problem::error(format!("this address is not opened: {why}")));
    let lower = url.to_ascii_lowercase();
    if !(lower.starts_with("https://") || lower.starts_with("http://")) {
        return refused("only http and https are");
    }
    if url.len() > bounds::URL_BYTES {
        return refused("it is too long");
    }
    if url
        .chars()
        .any(|it| it.is_control() || it.is_whitespace() || "\"'<>\\^`{|}".contains(it))
    {
        return refused("it holds characters that no address has");
    }
    if Visible::line(url).marks() > 0 {
        return refused("it holds characters that cannot be seen");
    }
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let started = Command::new(program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(mut child) => {
            // Somebody must wait for it, or it stays as a zombie until we end.
            std::thread::spawn(move || child.wait());
            Ok(())
        }
        Err(error) => Err(Problem::error(format!("{program} did not start: {error}"))
            .next_step("copy the address with y and open it yourself")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_as_a_shell_would_and_nothing_in_it_is_run() {
        let table: [(&str, &[&str]); 7] = [
            ("vi", &["vi"]),
            (" code  --wait ", &["code", "--wait"]),
            ("'/opt/My Editor/edit' -n", &["/opt/My Editor/edit", "-n"]),
            (
                r#""/opt/My \"Editor\"" '' x"#,
                &["/opt/My \"Editor\"", "", "x"],
            ),
            (r"/opt/My\ Editor -\", &["/opt/My Editor", "-\\"]),
            (
                "vi; rm -rf $HOME `id` | x",
                &["vi;", "rm", "-rf", "$HOME", "`id`", "|", "x"],
            ),
            ("", &[]),
        ];
        for (command, words) in table {
            assert_eq!(words_of(command), words, "{command}");
        }
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        for url in [
            "-x",
            "--renderer-cmd-prefix=id",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://host/share",
            " http://example.org",
            "http//example.org",
            "https://example.org/a b",
            "https://example.org/a\nb",
            "https://example.org/'id'",
            "https://example.org/\u{202e}gro",
            "https://example.org/\u{e0041}",
            &format!("https://example.org/{}", "a".repeat(bounds::URL_BYTES)),
        ] {
            let refused = open_url(url).expect_err(url);
            assert!(refused.what().contains("not opened"), "{url}: {refused}");
        }
    }
}
