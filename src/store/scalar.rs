//! Writes one text as a YAML scalar that every reader takes for the same text.
//!
//! Libraries disagree on what may stand unquoted: readers of YAML 1.1 take
//! `no`, `12:30` and `1e3` for something else than text, and libyaml breaks
//! lines at U+0085, U+2028 and U+2029. So the rule is our own, and narrow: what
//! is not surely plain is a literal block, what is no literal block is one
//! double-quoted line. Nothing is ever folded, so one changed word is one
//! changed line.

use std::fmt::Write;

/// Writes `text` as the value of a key; the lines of a block stand `indent`
/// columns in. Ends with the line break.
pub(super) fn write_value(out: &mut String, text: &str, indent: usize) {
    if is_plain(text) {
        out.push_str(text);
        out.push('\n');
    } else if is_block(text) {
        write_block(out, text, indent);
    } else {
        write_quoted(out, text);
        out.push('\n');
    }
}

/// Writes `text` on one line, without a line break, for keys.
pub(super) fn write_key(out: &mut String, text: &str) {
    if is_plain(text) && is_plain_in_flow(text) {
        out.push_str(text);
    } else {
        write_quoted(out, text);
    }
}

/// Writes `text` on one line, without a line break, between `[` `]` or `{` `}`.
pub(super) fn write_in_flow(out: &mut String, text: &str) {
    write_key(out, text);
}

/// Words that some version of YAML takes for a truth value, nothing or a number.
const TAKEN: &[&str] = &[
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
];

/// Whether `text` may stand as it is after `key: `.
pub(super) fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let starts = match first {
        '/' | '(' => true,
        '0'..='9' => is_surely_no_number(text),
        _ => first.is_ascii_alphabetic() || !first.is_ascii(),
    };
    starts
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !TAKEN.iter().any(|it| text.eq_ignore_ascii_case(it))
        && !text.chars().any(|it| needs_escape(it) || it == '\t')
}

/// Whether a text that starts with a digit has letters where no number, date
/// or time of any YAML version has them.
fn is_surely_no_number(text: &str) -> bool {
    let a_word_after_a_space = text
        .as_bytes()
        .windows(3)
        .any(|it| it[0] == b' ' && it[1].is_ascii_alphabetic() && it[2].is_ascii_alphabetic());
    // Numbers know the letters of hexadecimal, octal and the exponent; `4k7qzd` has others.
    let a_word_of_its_own = text.bytes().all(|it| it.is_ascii_alphanumeric())
        && text
            .bytes()
            .any(|it| matches!(it.to_ascii_lowercase(), b'g'..=b'n' | b'p'..=b'w' | b'y' | b'z'));
    a_word_after_a_space
        || a_word_of_its_own
        || text.chars().any(|it| !it.is_ascii() && it.is_alphabetic())
}

/// Whether nothing in a plain `text` has a meaning between brackets.
fn is_plain_in_flow(text: &str) -> bool {
    !text.contains([',', '[', ']', '{', '}', ':', '?'])
}

/// Whether `text` can be a literal block that editors will not spoil: they strip
/// blanks at line ends and swap tabs.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.ends_with("\n\n")
        && !text.starts_with(['\n', ' ', '\t'])
        && text
            .split('\n')
            .all(|it| !it.ends_with([' ', '\t']) && !it.starts_with('\t'))
        && !text.chars().any(|it| it != '\n' && needs_escape(it))
}

fn write_block(out: &mut String, text: &str, indent: usize) {
    let (header, body) = match text.strip_suffix('\n') {
        Some(body) => ("|\n", body),
        None => ("|-\n", text),
    };
    out.push_str(header);
    for line in body.split('\n') {
        if !line.is_empty() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(line);
        }
        out.push('\n');
    }
}

fn write_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        let code = u32::from(c);
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ if !needs_escape(c) => out.push(c),
            _ if code < 0x100 => put(out, format_args!("\\x{code:02x}")),
            _ if code < 0x1_0000 => put(out, format_args!("\\u{code:04x}")),
            _ => put(out, format_args!("\\U{code:08x}")),
        }
    }
    out.push('"');
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words)
        .expect("a String takes all that is written to it");
}

/// Whether `c` cannot be seen, or is a line break to some readers: written raw
/// it could hide what a diff shows ("Trojan Source", CVE-2021-42574).
pub(super) fn needs_escape(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\t')
        || matches!(
            code,
            0xAD | 0x61C
                | 0x180E
                | 0x200B..=0x200F
                | 0x2028..=0x202E
                | 0x2060..=0x206F
                | 0xFEFF
                | 0xFFF9..=0xFFFB
                | 0xFDD0..=0xFDEF
                | 0xE000..=0xF8FF
                | 0xE_0000..=0xE_0FFF
                | 0xF_0000..=0x10_FFFF
        )
        || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use granit_parser::{Event, Parser};
    use proptest::prelude::*;

    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::from("key: ");
        write_value(&mut out, text, 2);
        out
    }

    #[test]
    fn a_text_is_plain_where_every_reader_takes_it_for_text() {
        let table = [
            ("212 of 230 signed", "212 of 230 signed"),
            ("770名員工", "770名員工"),
            ("他說「好」", "他說「好」"),
            ("p. 3", "p. 3"),
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("", "\"\""),
            ("4k7qzd", "4k7qzd"),
            ("4e7", "\"4e7\""),
            ("no", "\"no\""),
            ("Off", "\"Off\""),
            ("12:30", "\"12:30\""),
            ("1e3", "\"1e3\""),
            ("0x1f", "\"0x1f\""),
            ("2024-03-05", "\"2024-03-05\""),
            ("2024-03-05 09:12:44 Z", "\"2024-03-05 09:12:44 Z\""),
            ("~", "\"~\""),
            ("@home", "\"@home\""),
            ("By Monday ", "\"By Monday \""),
            ("he said: no", "\"he said: no\""),
            ("a #1", "\"a #1\""),
            ("so:", "\"so:\""),
            ("\"甲\"乙", "\"\\\"甲\\\"乙\""),
            ("a\u{202e}b\u{2028}", "\"a\\u202eb\\u2028\""),
            ("a\u{85}", "\"a\\x85\""),
            ("tab\there", "\"tab\\there\""),
            ("a\u{e0041}", "\"a\\U000e0041\""),
        ];
        for (text, wanted) in table {
            assert_eq!(written(text), format!("key: {wanted}\n"));
        }
    }

    #[test]
    fn lines_are_a_block_unless_an_editor_could_spoil_them() {
        let table = [
            ("a\nb\n", "|\n  a\n  b\n"),
            ("a\n\nb", "|-\n  a\n\n  b\n"),
            ("a\n  b\n", "|\n  a\n    b\n"),
            (" a\nb", "\" a\\nb\"\n"),
            ("a \nb", "\"a \\nb\"\n"),
            ("a\n\tb", "\"a\\n\\tb\"\n"),
            ("a\n\n", "\"a\\n\\n\"\n"),
            ("a\r\nb", "\"a\\r\\nb\"\n"),
            ("\n", "\"\\n\"\n"),
        ];
        for (text, wanted) in table {
            assert_eq!(written(text), format!("key: {wanted}"));
        }
    }

    fn read_by_granit(yaml: &str) -> String {
        let mut scalars = Parser::new_from_str(yaml).filter_map(|it| match it.expect("YAML").0 {
            Event::Scalar(words, ..) => Some(words.into_owned()),
            _ => None,
        });
        scalars.nth(1).expect("a key and a value")
    }

    fn read_by_serde_yaml(yaml: &str) -> String {
        let read: std::collections::BTreeMap<String, serde_yaml::Value> =
            serde_yaml::from_str(yaml).expect("YAML");
        read["key"].as_str().expect("a text").to_owned()
    }

    /// Texts that are near the borders of the rule.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-zA-Z0-9 ]{1,4}",
            4 => "[-:#?!&*|>%@`'\"{}\\[\\],=<~.\\\\]{1,2}",
            2 => prop::sample::select(vec![
                "\n", "\n\n", "\r", "\r\n", "\t", " ", "  ", "甲", "，", "\u{85}", "\u{2028}",
                "\u{2029}", "\u{feff}", "\u{202e}", "\u{200b}", "\u{a0}", "\u{3000}", "---", "...",
                "no", "null", "1e3", "12:30", "2024-03-05", "0x1", "\u{7f}", "\u{1b}", "\u{0}", "🙂",
            ]).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..8).prop_map(|it| it.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn two_readers_read_what_was_written(text in hostile()) {
            let yaml = written(&text);
            prop_assert_eq!(&read_by_granit(&yaml), &text, "{}", &yaml);
            prop_assert_eq!(&read_by_serde_yaml(&yaml), &text, "{}", &yaml);
            let mut flow = String::from("key: [");
            write_in_flow(&mut flow, &text);
            flow.push_str("]\n");
            prop_assert_eq!(&read_by_granit(&flow), &text, "{}", &flow);
            let mut key = String::new();
            write_key(&mut key, &text);
            prop_assert_eq!(&serde_yaml::from_str::<std::collections::BTreeMap<String, u8>>(&format!("{key}: 1\n")).expect("YAML").into_keys().next(), &Some(text));
        }
    }
}
