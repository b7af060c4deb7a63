//! The laws of the fuzz targets, held briefly to what is almost right: files of
//! our own, cut, doubled, spliced and sown with what readers stumble over. The
//! fuzzer proper runs longer and knows more: see `fuzz/Cargo.toml`.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use redpencil::claim::{ClaimId, Judgement, Reviewer, Verdict};
use redpencil::review::{ClaimChange, Command, Step};
use redpencil::store::{Journal, digest, read_text};
use tempfile::TempDir;

#[path = "../fuzz/laws/article.rs"]
mod article;
#[path = "../fuzz/laws/claim_file.rs"]
mod claim_file;
#[path = "../fuzz/laws/journal.rs"]
mod journal;
#[path = "../fuzz/laws/split.rs"]
mod split;

const CLAIMS: &[&str] = &[
    include_str!("../claims/weekend.en.claims.yaml"),
    include_str!("../claims/weekend.zh-Hant.claims.yaml"),
];

const ARTICLES: &[&str] = &[
    include_str!("../claims/weekend.en.txt"),
    include_str!("../claims/weekend.zh-Hant.txt"),
    "# A *ferry*\n\n> 1. [212 of 230](https://e.org \"t\") signed.\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 4 | 5 |\n",
    "<!doctype html><meta charset=gbk><title>渡輪</title><p>212 of <b>230</b> &amp; more<br>signed.<script>no</script><table><td>4",
];

/// What readers of YAML, JSON, HTML and text stumble over.
const PIECES: &[&[u8]] = &[
    b"\0",
    b"\r",
    b"\r\n",
    b"\n",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xfe\xff",
    b"- ",
    b": ",
    b" #",
    b"'",
    b"\"",
    b"\\u0000",
    b"|",
    b">-",
    b"&a ",
    b"*a",
    b"!!int ",
    b"<<: ",
    b"---\n",
    b"...\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b"?",
    b"%YAML 1.2\n",
    b"<<<<<<< ours\n",
    b"- id: a\n",
    b"id: ",
    b"verdicts:\n",
    b"conflict:\n",
    b"null",
    b"1e999",
    b"99999999999999999999",
    b"0x1F",
    b"2024-02-30",
    b"</p>",
    b"<!--",
    b"<p a=",
    b"&#x110000;",
    b"```",
    b"](",
    "萬".as_bytes(),
    "「".as_bytes(),
    "」".as_bytes(),
    "。".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{200d}".as_bytes(),
    "\u{301}".as_bytes(),
    "半".as_bytes(),
    "分之".as_bytes(),
    b"$",
    b"%",
];

/// How bytes are damaged; places are taken modulo the length.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize, usize),
    Double(usize, usize),
    Sow(usize, usize),
    Overwrite(usize, u8),
    Move(usize, usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<usize>;
    prop_oneof![
        (place(), 0usize..200).prop_map(|(at, length)| Damage::Cut(at, length)),
        (place(), 0usize..200).prop_map(|(at, length)| Damage::Double(at, length)),
        (place(), 0..PIECES.len()).prop_map(|(at, piece)| Damage::Sow(at, piece)),
        (place(), any::<u8>()).prop_map(|(at, byte)| Damage::Overwrite(at, byte)),
        (place(), 0usize..200, place()).prop_map(|(at, length, to)| Damage::Move(at, length, to)),
    ]
}

fn damaged(seed: &[u8], all: &[Damage]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for damage in all {
        let place = |at: usize, length: usize| at % (length + 1);
        let stretch = |bytes: &[u8], at: usize, length: usize| {
            let start = place(at, bytes.len());
            start..(start + length).min(bytes.len())
        };
        match *damage {
            Damage::Cut(at, length) => {
                let cut = stretch(&bytes, at, length);
                bytes.drain(cut);
            }
            Damage::Double(at, length) => {
                let doubled = bytes[stretch(&bytes, at, length)].to_vec();
                let at = place(at, bytes.len());
                bytes.splice(at..at, doubled);
            }
            Damage::Sow(at, piece) => {
                let at = place(at, bytes.len());
                bytes.splice(at..at, PIECES[piece].iter().copied());
            }
            Damage::Overwrite(at, byte) => {
                let at = place(at, bytes.len());
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte;
                }
            }
            Damage::Move(at, length, to) => {
                let part = stretch(&bytes, at, length);
                let moved: Vec<u8> = bytes.drain(part).collect();
                let to = place(to, bytes.len());
                bytes.splice(to..to, moved);
            }
        }
    }
    bytes
}

/// The lines of a journal with steps of several kinds, without their checksums.
fn journal_lines() -> Vec<u8> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("journal");
    let base = CLAIMS[0];
    let document = read_text(base, Path::new("a.yaml")).expect("our own claim file");
    let claims = &document.file().claims;
    let begun = Journal::begin(&path, Path::new("a.yaml"), &digest(base), base, &[]);
    let journal = begun.expect("a journal");
    for (claim, verdict) in claims.iter().zip([Verdict::Verified, Verdict::Unknown]) {
        let judgement = Judgement::new(
            verdict,
            Reviewer::new("Ana"),
            "2024-03-05T09:12:44Z".parse().expect("a time"),
        );
        let id: ClaimId = claim.id.clone();
        let judge = Command::change(id.clone(), ClaimChange::Judge(Box::new(judgement)));
        let note = Command::change(id, ClaimChange::SetNote(Some("two\nlines".to_owned())));
        for step in [Step::Do(judge), Step::Do(note), Step::Undo] {
            journal.step(&step).expect("a line");
        }
    }
    journal.saving(3, &digest("text")).expect("a line");
    journal.saved(3, &digest("text")).expect("a line");
    let text = fs::read_to_string(path).expect("a journal");
    let lines = text.lines().filter_map(|it| it.split_once(' '));
    let lines: Vec<&str> = lines.map(|it| it.1).collect();
    lines.join("\n").into_bytes()
}

/// The bytes behind one more, which chooses what they are read as.
fn chosen(choice: u8, bytes: &[u8]) -> Vec<u8> {
    [&[choice], bytes].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_claim_files_keep_the_laws(seed in 0..CLAIMS.len(), all in vec(damage(), 0..12)) {
        claim_file::holds(&damaged(CLAIMS[seed].as_bytes(), &all));
    }

    #[test]
    fn damaged_articles_keep_the_laws(
        choice in any::<u8>(),
        seed in 0..ARTICLES.len(),
        all in vec(damage(), 0..12),
    ) {
        let bytes = chosen(choice, &damaged(ARTICLES[seed].as_bytes(), &all));
        article::holds(&bytes);
        split::holds(&bytes);
    }

    #[test]
    fn damaged_journals_keep_the_laws(choice in any::<u8>(), all in vec(damage(), 0..12)) {
        journal::holds(&chosen(choice, &damaged(&journal_lines(), &all)));
    }
}
