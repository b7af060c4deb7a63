//! Articles that were made to do harm, or that an accident made.

use std::fs;

use crate::folder::Folder;

/// The file's name, and its bytes.
fn cases() -> Vec<(&'static str, Vec<u8>)> {
    let page = |words: String| format!("<html><body><article>{words}").into_bytes();
    let nested = |open: &str, close: &str, times: usize| {
        page(format!(
            "{}212 of 230 signed{}",
            open.repeat(times),
            close.repeat(times)
        ))
    };
    let attributes: String =
        (0..20_000).fold("<p".to_owned(), |words, it| words + &format!(" a{it}=1"));
    vec![
        ("empty.txt", Vec::new()),
        ("bom.txt", "\u{feff}212 of 230 signed.".into()),
        (
            "crlf.txt",
            "212 of 230 signed.\r\n\r\nThe port lost $40 million.\r\n".into(),
        ),
        (
            "line.txt",
            "212 of 230 signed, ".repeat(1 << 14).into_bytes(),
        ),
        (
            "chinese-line.txt",
            "港口員工簽署了聯名信，".repeat(1 << 14).into_bytes(),
        ),
        ("nul.txt", b"212 of\0 230 signed.\n".to_vec()),
        (
            "escape.txt",
            b"212 of \x1b]0;pwned\x07230\xe2\x80\xae signed.\n".to_vec(),
        ),
        (
            "surrogate.txt",
            b"212 of 230 \xED\xA0\x80 signed.\n".to_vec(),
        ),
        ("half.txt", b"212 of 230 signed \xE6\xB8".to_vec()),
        ("pdf.txt", b"%PDF-1.7 212 of 230".to_vec()),
        ("spaces.txt", vec![b' '; 1 << 20]),
        ("breaks.txt", vec![b'\n'; 1 << 18]),
        ("quotes.txt", "“".repeat(1 << 17).into_bytes()),
        ("points.txt", vec![b'.'; 1 << 20]),
        ("digits.txt", vec![b'9'; 1 << 20]),
        ("marks.txt", "e\u{301}".repeat(1 << 17).into_bytes()),
        ("family.txt", "👩\u{200d}".repeat(1 << 16).into_bytes()),
        ("quotes.md", "> ".repeat(10_000).into_bytes()),
        ("brackets.md", "[".repeat(1 << 16).into_bytes()),
        ("stars.md", "*a **b ".repeat(1 << 14).into_bytes()),
        (
            "matter.md",
            format!("---\n{}\n---\n212 of 230", "a: {".repeat(10_000)).into_bytes(),
        ),
        ("deep.html", nested("<div>", "</div>", 9_000)),
        ("too-deep.html", nested("<div>", "</div>", 100_000)),
        ("bold.html", nested("<b>", "", 100_000)),
        ("tables.html", nested("<table><tr><td>", "", 3_000)),
        ("attributes.html", attributes.into_bytes()),
        ("opens.html", page("<".repeat(1 << 20))),
        (
            "entities.html",
            page("&#x1b;]0;pwned&#7;&#8238; 212 of 230".repeat(1000)),
        ),
        ("comment.html", page(format!("<!--{}", "-".repeat(1 << 20)))),
        ("huge.txt", vec![b'x'; 65 << 20]),
    ]
}

#[test]
fn every_article_is_split_or_refused_with_its_name() {
    for (name, bytes) in cases() {
        let folder = Folder::new();
        folder.write(name, &bytes);
        let ran = folder.run(&["split", name]);
        assert!(
            [0, 3].contains(&ran.code),
            "{name}: {} {}",
            ran.code,
            ran.told
        );
        assert!(ran.told.len() < 4_000, "{name}: {} bytes", ran.told.len());
        assert!(
            ran.told.contains(name.split('.').next().expect("a name")),
            "{name}: {}",
            ran.told
        );
        assert!(
            fs::read(folder.file(name)).expect("the article") == bytes,
            "{name} was changed"
        );
        if ran.code == 0 {
            let checked = folder.run(&["check"]);
            assert_eq!(
                checked.code, 0,
                "{name}: every quote stands: {}",
                checked.told
            );
            assert_eq!(folder.run(&["status"]).code, 0, "{name}");
            assert_eq!(folder.run(&["list", "--format", "jsonl"]).code, 0, "{name}");
        } else {
            let left = folder.files().len();
            assert_eq!(left, 2, "{name}: nothing was written");
        }
        // Without a terminal the interface only looks.
        let reviewed = folder.run(&["review", name]);
        assert!([2, 3].contains(&reviewed.code), "{name}: {}", reviewed.told);
    }
}
