//! A splitter of the person's own: a program that gets the article and answers
//! with quotes.

use std::io::{Read, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::claim::{Kind, TextQuoteSelector};
use crate::config::Splitter;
use crate::intake::Read as Intake;
use crate::review::{Proposal, cuts_of};
use crate::split::Cuts;
use crate::text::{Problem, Visible};

/// Bytes of the longest answer: far more than all of an article, quoted twice.
const MOST_BYTES: u64 = 16 << 20;

/// Bytes of what it says to standard error that are kept, to be told.
const MOST_SAID: u64 = 16 << 10;

/// How long it may take: language models are slow, and none takes this long.
const PATIENCE: Duration = Duration::from_mins(10);

/// The claims that the person's splitter finds in an article, and what is wrong
/// with its answer without being a reason to refuse it.
///
/// The program is started without a shell, gets the article's text as UTF-8 on
/// standard input and answers JSON Lines on standard output: a quote each, as a
/// string or as an object with `exact` and, where it likes, `prefix`, `suffix`,
/// `claim` (the wording) and `kinds`.
pub(super) fn ask(splitter: &Splitter, read: &Intake) -> Result<(Cuts, Vec<Problem>), Problem> {
    let answer = run(splitter, read.article.text())?;
    let proposals = proposals(splitter, &answer)?;
    let reference = read.published.and_then(|it| it.and_hms_opt(0, 0, 0));
    let (cuts, lost) = cuts_of(&read.article, &proposals, reference);
    let mut warnings = Vec::new();
    if let Some(first) = lost.first() {
        let count = match lost.len() {
            1 => "1 quote is".to_owned(),
            many => format!("{many} quotes are"),
        };
        let words: String = proposals[*first].quote.exact.chars().take(40).collect();
        warnings.push(Problem::warning(format!(
            "{count} not in the article word for word and left out, first “{words}” (splitter {})",
            splitter.name()
        )));
    }
    Ok((cuts, warnings))
}

/// Runs the program on `text`; answers with all that it wrote.
fn run(splitter: &Splitter, text: &str) -> Result<String, Problem> {
    let mut child = Command::new(&splitter.program)
        .args(&splitter.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(splitter, &format!("did not start: {error}")))?;
    if let Some(mut stdin) = child.stdin.take() {
        let text = text.to_owned();
        // One that answers before it has read everything is none the worse.
        thread::spawn(move || stdin.write_all(text.as_bytes()));
    }
    let answer = child.stdout.take().map(|it| read_aside(it, MOST_BYTES + 1));
    let said = child.stderr.take().map(|it| read_aside(it, MOST_SAID));
    let answer = answer.and_then(|it| it.recv_timeout(PATIENCE).ok());
    let Some(answer) = answer else {
        end(&mut child);
        let minutes = PATIENCE.as_secs() / 60;
        return Err(failed(
            splitter,
            &format!("had no answer after {minutes} minutes"),
        ));
    };
    if answer.len() as u64 > MOST_BYTES {
        end(&mut child);
        return Err(failed(splitter, "answered more than 16 MB"));
    }
    let ended = child
        .wait()
        .map_err(|error| failed(splitter, &format!("was lost: {error}")))?;
    if !ended.success() {
        let said = said.and_then(|it| it.recv_timeout(Duration::from_secs(1)).ok());
        let said = String::from_utf8_lossy(&said.unwrap_or_default()).into_owned();
        let last = said.lines().rev().find(|it| !it.trim().is_empty());
        let last = last.map(|it| format!(", saying: {}", Visible::line(it.trim())));
        return Err(failed(
            splitter,
            &format!("ended with {ended}{}", last.unwrap_or_default()),
        ));
    }
    String::from_utf8(answer).map_err(|_| failed(splitter, "answered what is not UTF-8"))
}

/// Reads at most so many bytes in a thread of its own, which nobody has to wait for.
fn read_aside(from: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before the failure is told all the same.
        let _ = from.take(most).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

fn end(child: &mut Child) {
    // It may have ended in this moment.
    let _ = child.kill();
    let _ = child.wait();
}

fn failed(splitter: &Splitter, what: &str) -> Problem {
    Problem::error(format!("the splitter {:?} {what}", splitter.name())).next_step(
        "mend it, or take redpencil's own rules with --built-in; `redpencil config --path` says where it is set",
    )
}

/// The quotes in the lines of an answer.
fn proposals(splitter: &Splitter, answer: &str) -> Result<Vec<Proposal>, Problem> {
    let mut proposals = Vec::new();
    for (number, line) in (1..).zip(answer.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let proposal = proposal(line)
            .map_err(|why| failed(splitter, &format!("answered in line {number}: {why}")))?;
        proposals.push(proposal);
    }
    Ok(proposals)
}

fn proposal(line: &str) -> Result<Proposal, String> {
    let value: Value = serde_json::from_str(line).map_err(|it| format!("no JSON ({it})"))?;
    let object = match value {
        Value::String(exact) => return Ok(quoting(exact)),
        Value::Object(object) => object,
        _ => return Err("neither a string nor an object".to_owned()),
    };
    let words = |key: &str| match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(words)) => Ok(Some(words.clone())),
        Some(_) => Err(format!("{key:?} is no string")),
    };
    let exact = words("exact")?.ok_or("an object without \"exact\"")?;
    let mut proposal = quoting(exact);
    proposal.quote.prefix = words("prefix")?.unwrap_or_default();
    proposal.quote.suffix = words("suffix")?.unwrap_or_default();
    proposal.wording = words("claim")?.filter(|it| !it.trim().is_empty());
    if let Some(kinds) = object.get("kinds") {
        let kinds = kinds.as_array().ok_or("\"kinds\" is no list")?;
        // A word that is no kind here says nothing against the quote.
        let named = |it: &Value| {
            Kind::ALL
                .iter()
                .find(|kind| Some(kind.name()) == it.as_str())
        };
        proposal.kinds = kinds.iter().filter_map(named).copied().collect();
    }
    Ok(proposal)
}

fn quoting(exact: String) -> Proposal {
    Proposal {
        quote: TextQuoteSelector {
            exact,
            ..TextQuoteSelector::default()
        },
        ..Proposal::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splitter() -> Splitter {
        Splitter {
            program: "/opt/llm".to_owned(),
            arguments: Vec::new(),
        }
    }

    #[test]
    fn a_line_is_a_quote_or_says_what_is_wrong() {
        let answer = "\"40 drowned\"\n\n{\"exact\": \"It sank\", \"claim\": \"The ferry sank\", \
                      \"kinds\": [\"event\", \"gossip\"], \"why\": 3}\r\n";
        let found = proposals(&splitter(), answer).expect("quotes");
        assert_eq!(found[0].quote.exact, "40 drowned");
        assert_eq!(found[1].wording.as_deref(), Some("The ferry sank"));
        assert_eq!(found[1].kinds, [Kind::Event]);
        for (line, why) in [
            ("Here are the claims:", "line 1: no JSON"),
            ("3", "neither a string nor an object"),
            ("{\"quote\": \"a\"}", "without \"exact\""),
            ("{\"exact\": 3}", "\"exact\" is no string"),
            ("{\"exact\": \"a\", \"kinds\": \"event\"}", "is no list"),
        ] {
            let told = proposals(&splitter(), line).expect_err(line).to_string();
            assert!(told.contains(why) && told.contains("--built-in"), "{told}");
        }
    }
}
