//! Claim files as they look after somebody has worked on them.

use std::path::Path;

use redpencil::claim::{
    Claim, ClaimFile, ClaimId, Evidence, Judgement, Kind, Particulars, Reviewer, TextQuoteSelector,
    Timestamp, Verdict,
};
use redpencil::store::{Document, read_text};

/// Numbers that are the same in every run (Marsaglia's xorshift).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A claim file and its text, comments included.
#[derive(Clone)]
pub(crate) struct Session {
    document: Document,
    /// Comments that were written by hand, in this session alone.
    pub(crate) comments: Vec<String>,
}

const WORDS: &[&str] = &[
    "212 of 230 people signed",
    "the vote was on Friday",
    "董事會週五開會",
    "fares rise by 4 %",
    "the tower is 381 m high",
    "he left in 1998",
    "her brother owns a third",
    "three buses were late",
];

fn path() -> &'static Path {
    Path::new("vote.claims.yaml")
}

fn at(second: usize) -> Timestamp {
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
    format!("2024-03-05T{hours:02}:{minutes:02}:{seconds:02}Z")
        .parse()
        .expect("a time")
}

impl Session {
    /// Some claims, a few of them judged by Ana and Cleo.
    pub(crate) fn base(random: &mut Random) -> Self {
        let count = 3 + random.below(10);
        let claims = (0..count).map(|number| claim(number, random)).collect();
        let article = Particulars {
            file: "vote.txt".to_owned(),
            ..Particulars::default()
        };
        let file = ClaimFile::new(article, claims);
        let document = Document::new(&file, path()).expect("a claim file");
        Self {
            document,
            comments: Vec::new(),
        }
    }

    /// One fresh claim for each of these words.
    pub(crate) fn of(quotes: &[&str]) -> Self {
        let claim = |words: &&str| {
            let quote = TextQuoteSelector {
                exact: (*words).to_owned(),
                ..TextQuoteSelector::default()
            };
            Claim::new(ClaimId::new(words, 0, |_| false), quote, *words, Vec::new())
        };
        let article = Particulars {
            file: "vote.txt".to_owned(),
            ..Particulars::default()
        };
        let file = ClaimFile::new(article, quotes.iter().map(claim).collect());
        Self {
            document: Document::new(&file, path()).expect("a claim file"),
            comments: Vec::new(),
        }
    }

    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let document = read_text(text, path()).map_err(|it| it.to_string())?;
        Ok(Self {
            document,
            comments: Vec::new(),
        })
    }

    pub(crate) fn text(&self) -> &str {
        self.document.text()
    }

    pub(crate) fn file(&self) -> &ClaimFile {
        self.document.file()
    }

    pub(crate) fn judge(&mut self, place: usize, name: &str, verdict: Verdict, second: usize) {
        let mut file = self.file().clone();
        give(&mut file.claims[place], name, verdict, second);
        self.become_file(&file);
    }

    /// What `name` makes of it. `parity` keeps the times of two sessions apart.
    pub(crate) fn worked_on(&self, name: &str, random: &mut Random, parity: usize) -> Self {
        let mut session = self.clone();
        for step in 0..=random.below(7) {
            let second = 7_200 + 2 * (step * 60 + random.below(29)) + parity;
            if random.below(8) == 0 {
                session.comment(random, name, second);
            } else {
                let mut file = session.file().clone();
                change(&mut file, name, random, second);
                session.become_file(&file);
            }
        }
        let text = session.text().to_owned();
        session.comments.retain(|it| text.contains(it.as_str()));
        session
    }

    fn become_file(&mut self, file: &ClaimFile) {
        self.document = self.document.with(file, path()).expect("it can be written");
    }

    /// Writes a comment as a person with an editor does: on a line of its own
    /// above a claim, or behind a key.
    fn comment(&mut self, random: &mut Random, name: &str, second: usize) {
        let mut lines: Vec<String> = self.text().lines().map(str::to_owned).collect();
        let starts: Vec<usize> = (0..lines.len())
            .filter(|&it| lines[it].starts_with("- id:"))
            .collect();
        let comment = format!("# {name} at {second}");
        let line = *random.of(&starts);
        if random.below(2) == 0 {
            lines.insert(line, comment.clone());
        } else {
            let behind = format!("{} {comment}", lines[line]);
            lines[line] = behind;
        }
        let text = lines.join("\n") + "\n";
        self.document = read_text(&text, path()).expect("still a claim file");
        self.comments.push(comment);
    }
}

fn claim(number: usize, random: &mut Random) -> Claim {
    let words = format!("{} (number {number})", random.of(WORDS));
    let id = ClaimId::new(&words, 0, |_| false);
    let quote = TextQuoteSelector {
        prefix: "before ".to_owned(),
        suffix: " after".to_owned(),
        exact: words.clone(),
        ..TextQuoteSelector::default()
    };
    let mut claim = Claim::new(id, quote, words, vec![*random.of(Kind::ALL)]);
    for name in ["Ana", "Cleo"] {
        if random.below(3) == 0 {
            let verdict = *random.of(Verdict::ALL);
            give(&mut claim, name, verdict, random.below(60));
        }
    }
    if random.below(3) == 0 {
        claim.evidence.push(source(random));
    }
    if random.below(4) == 0 {
        claim.note = Some("Look twice".to_owned());
    }
    claim
}

fn source(random: &mut Random) -> Evidence {
    Evidence {
        url: Some(format!("https://example.org/{}", random.below(5))),
        title: Some(format!("Page {}", random.below(100))),
        ..Evidence::default()
    }
}

fn give(claim: &mut Claim, name: &str, verdict: Verdict, second: usize) {
    let judgement = Judgement::new(verdict, Reviewer::new(name), at(second));
    match claim
        .verdicts
        .iter_mut()
        .find(|it| it.reviewer == judgement.reviewer)
    {
        Some(earlier) => *earlier = judgement,
        None => claim.verdicts.push(judgement),
    }
}

/// One thing that a reviewer does.
fn change(file: &mut ClaimFile, name: &str, random: &mut Random, second: usize) {
    let place = random.below(file.claims.len());
    let what = random.below(14);
    let claim = &mut file.claims[place];
    let word = format!("{} ({name} {second})", random.of(WORDS));
    match what {
        0..=3 => give(claim, name, *random.of(Verdict::ALL), second),
        4 => claim.verdicts.retain(|it| it.reviewer.as_str() != name),
        5 => claim.wording = word,
        6 => claim.note = Some(word),
        7 => claim.query = Some(word),
        8 => claim.evidence.push(source(random)),
        9 => {
            if let Some(it) = claim.evidence.first_mut() {
                it.title = Some(word);
            }
        }
        10 => drop(claim.evidence.pop()),
        11 => claim.dismissed = true,
        12 => split(file, place),
        _ => merge_with_next(file, place),
    }
}

fn split(file: &mut ClaimFile, place: usize) {
    let whole = file.claims[place].quote.exact.clone();
    let Some(cut) = whole.rfind(' ').filter(|&it| it > 0) else {
        return;
    };
    let (first, second) = (whole[..cut].to_owned(), whole[cut + 1..].to_owned());
    let id = ClaimId::new(&second, place, |id| {
        file.claims.iter().any(|it| it.id == *id)
    });
    let quote = TextQuoteSelector {
        exact: second.clone(),
        ..TextQuoteSelector::default()
    };
    let mut new = Claim::new(id, quote, second, Vec::new());
    new.from = Some(file.claims[place].id.clone());
    file.claims[place].quote.exact = first;
    file.claims.insert(place + 1, new);
}

fn merge_with_next(file: &mut ClaimFile, place: usize) {
    if place + 1 == file.claims.len() {
        return;
    }
    let next = file.claims.remove(place + 1);
    let claim = &mut file.claims[place];
    claim.quote.exact = format!("{} {}", claim.quote.exact, next.quote.exact);
    for judgement in next.verdicts {
        if claim.judgement_of(&judgement.reviewer).is_none() {
            claim.verdicts.push(judgement);
        }
    }
    for source in next.evidence {
        if !claim.evidence.contains(&source) {
            claim.evidence.push(source);
        }
    }
}
