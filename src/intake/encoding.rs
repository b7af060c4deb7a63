//! Bytes to Unicode: UTF-8 first, then what can be recognised, else a refusal in words.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};

use crate::intake::{MOST_BYTES, Options};
use crate::text::{ByteRange, Problem};

/// Bytes that are enough to tell an encoding.
const SAMPLE_BYTES: usize = 1 << 20;

/// A text and how it was encoded.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: &'static str,
    pub(super) warnings: Vec<Problem>,
}

/// The first bytes of files that people take for text, with their names.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, EPUB or zip file"),
    (b"\xD0\xCF\x11\xE0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\x7FELF", "a program"),
];

pub(super) fn decode(bytes: &[u8], options: Options) -> Result<Decoded<'_>, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large(bytes.len()));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|it| bytes.starts_with(it.0)) {
        return Err(Problem::error(format!("looks like {name}, not like text"))
            .next_step("save the article as text, Markdown or HTML and give that"));
    }
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(Problem::error("the text is in UTF-32").next_step("save it as UTF-8"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return decode_utf_16(rest, UTF_16LE, options);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return decode_utf_16(rest, UTF_16BE, options);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(encoding) = utf_16_by_zero_bytes(bytes) {
        return decode_utf_16(bytes, encoding, options);
    }
    if looks_binary(bytes) {
        return Err(Problem::error("looks like a binary file, not like text")
            .next_step("save the article as text, Markdown or HTML and give that"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: "UTF-8",
            warnings: Vec::new(),
        }),
        Err(fault) => decode_other(bytes, fault.valid_up_to(), options),
    }
}

/// Decodes bytes that are not UTF-8, the first fault at byte `fault`.
fn decode_other(bytes: &[u8], fault: usize, options: Options) -> Result<Decoded<'_>, Problem> {
    if is_broken_utf_8(bytes) {
        let problem = not_utf_8(bytes, fault);
        if !options.lossy {
            return Err(problem(Problem::error)
                .next_step("repair the place, or take it in as \u{FFFD} with --lossy"));
        }
        return Ok(Decoded {
            text: String::from_utf8_lossy(bytes),
            encoding: "UTF-8",
            warnings: vec![problem(Problem::warning)],
        });
    }
    let guess = guess(bytes);
    let certain = guess == GB18030 || guess == BIG5;
    let (text, has_faults) = guess.decode_without_bom_handling(bytes);
    if options.lossy || (certain && !has_faults) {
        let faults = if has_faults { ", with faults" } else { "" };
        return Ok(Decoded {
            text,
            encoding: guess.name(),
            warnings: vec![Problem::warning(format!(
                "not UTF-8: read as {}{faults}",
                guess.name()
            ))],
        });
    }
    Err(not_utf_8(bytes, fault)(Problem::error).next_step(format!(
        "save it as UTF-8, or read it as {} with --lossy",
        guess.name()
    )))
}

/// Says where the first byte stands that is no UTF-8, in the tone that it is given.
fn not_utf_8(bytes: &[u8], fault: usize) -> impl Fn(fn(String) -> Problem) -> Problem {
    let line_end = memchr::memchr(b'\n', &bytes[fault..]).map_or(bytes.len(), |it| fault + it);
    let text = String::from_utf8_lossy(&bytes[..line_end]).into_owned();
    let byte = bytes.get(fault).copied().unwrap_or_default();
    move |tone| {
        tone(format!("not UTF-8: byte 0x{byte:02X} at offset {fault}"))
            .at(&text, ByteRange::new(fault, fault + '\u{FFFD}'.len_utf8()))
    }
}

/// Whether most of what is not ASCII is UTF-8 all the same: a text with a few
/// bytes broken, which must not be taken for Chinese of another encoding.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut faults) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    valid >= 4 * faults
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(
        &bytes[..bytes.len().min(SAMPLE_BYTES)],
        bytes.len() <= SAMPLE_BYTES,
    );
    let guess = detector.guess(None, Utf8Detection::Deny);
    // GB 18030 holds all of GBK.
    if guess == GBK { GB18030 } else { guess }
}

fn decode_utf_16<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    options: Options,
) -> Result<Decoded<'a>, Problem> {
    let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
    if has_faults && !options.lossy {
        let at = text.find('\u{FFFD}').unwrap_or_default();
        return Err(Problem::error(format!("broken {}", encoding.name()))
            .at(&text, ByteRange::new(at, at + '\u{FFFD}'.len_utf8()))
            .next_step("save it as UTF-8, or take the place in as \u{FFFD} with --lossy"));
    }
    let warnings = if has_faults {
        vec![Problem::warning(format!("broken {}", encoding.name()))]
    } else {
        Vec::new()
    };
    Ok(Decoded {
        text,
        encoding: encoding.name(),
        warnings,
    })
}

/// UTF-16 without a byte order mark: it has zero bytes, and nine tenths of it are
/// common characters in one byte order. Their parity alone does not tell, for
/// 一 (U+4E00) has a zero byte as well.
fn utf_16_by_zero_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    memchr::memchr(0, sample)?;
    let commonness = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let common = text.chars().filter(|it| is_common(*it)).count();
        1000 * common / text.chars().count().max(1)
    };
    let (little, big) = (commonness(UTF_16LE), commonness(UTF_16BE));
    if little.max(big) < 900 {
        return None;
    }
    Some(if little >= big { UTF_16LE } else { UTF_16BE })
}

/// The characters of which nearly every text in Chinese or in Latin letters consists.
const fn is_common(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{2010}'..='\u{2030}'
        | '\u{3000}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

/// Whether zero bytes and other controls make up what no text has of them: one
/// stray zero in a long text is shown as a mark instead.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let zeros = memchr::memchr_iter(0, sample).count();
    let controls = sample
        .iter()
        .filter(|it| **it < 0x20 && !matches!(it, 0x09..=0x0D | 0x1B))
        .count();
    zeros > 0 && 100 * controls > sample.len()
}

fn too_large(bytes: usize) -> Problem {
    Problem::error(format!(
        "the file has {} MiB, more than the {} MiB that are read",
        bytes >> 20,
        MOST_BYTES >> 20
    ))
    .next_step("cut it into articles")
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: Options = Options { lossy: false };
    const LOSSY: Options = Options { lossy: true };
    const TRADITIONAL: &str = "港務局的員工在星期一早上聯名寫信，要求董事會說明原因。兩百三十人當中，有兩百一十二人簽了名。";
    const SIMPLIFIED: &str = "港务局的员工在星期一早上联名写信，要求董事会说明原因。两百三十人当中，有两百一十二人签了名。";

    fn text_of(bytes: &[u8], options: Options) -> (String, &'static str) {
        let decoded = decode(bytes, options).unwrap_or_else(|it| panic!("{it}"));
        (decoded.text.into_owned(), decoded.encoding)
    }

    fn utf_16(text: &str, big_endian: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|it| {
                if big_endian {
                    it.to_be_bytes()
                } else {
                    it.to_le_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn chinese_encodings_are_recognised() {
        let (bytes, ..) = GB18030.encode(SIMPLIFIED);
        assert_eq!(text_of(&bytes, STRICT), (SIMPLIFIED.to_owned(), "gb18030"));
        let (bytes, ..) = BIG5.encode(TRADITIONAL);
        assert_eq!(text_of(&bytes, STRICT), (TRADITIONAL.to_owned(), "Big5"));
    }

    #[test]
    fn byte_order_marks_are_read_and_left_out() {
        let bytes = [b"\xEF\xBB\xBF", TRADITIONAL.as_bytes()].concat();
        assert_eq!(text_of(&bytes, STRICT), (TRADITIONAL.to_owned(), "UTF-8"));
        let bytes = [b"\xFF\xFE".to_vec(), utf_16(TRADITIONAL, false)].concat();
        assert_eq!(
            text_of(&bytes, STRICT),
            (TRADITIONAL.to_owned(), "UTF-16LE")
        );
    }

    #[test]
    fn utf_16_is_known_by_its_zero_bytes() {
        let text = format!("{TRADITIONAL}\nOpenAI, 212 of 230\n");
        assert_eq!(
            text_of(&utf_16(&text, false), STRICT),
            (text.clone(), "UTF-16LE")
        );
        assert_eq!(
            text_of(&utf_16(&text, true), STRICT),
            (text.clone(), "UTF-16BE")
        );
    }

    #[test]
    fn a_broken_byte_is_named_with_its_place() {
        let bytes = [TRADITIONAL.as_bytes(), b"\nab\xFFcd\nef"].concat();
        let problem = decode(&bytes, STRICT).err().expect("a refusal");
        let offset = TRADITIONAL.len() + 3;
        assert_eq!(
            problem.to_string(),
            format!(
                "2:3: not UTF-8: byte 0xFF at offset {offset}\n2 │ ab\u{FFFD}cd\n  │   ^ repair the place, or take it in as \u{FFFD} with --lossy"
            )
        );
        let (text, encoding) = text_of(&bytes, LOSSY);
        assert!(text.ends_with("ab\u{FFFD}cd\nef"));
        assert_eq!(encoding, "UTF-8");
    }

    #[test]
    fn uncertain_encodings_are_read_only_when_asked() {
        let bytes = b"Le conseil a \xE9t\xE9 r\xE9uni \xE0 Gen\xE8ve.";
        let problem = decode(bytes, STRICT).err().expect("a refusal");
        assert!(problem.to_string().contains("--lossy"));
        let (text, encoding) = text_of(bytes, LOSSY);
        assert_eq!(text, "Le conseil a été réuni à Genève.");
        assert_eq!(encoding, "windows-1252");
    }

    #[test]
    fn what_is_no_text_is_refused_in_words() {
        let table: [(&[u8], &str); 3] = [
            (b"%PDF-1.7\n", "looks like a PDF, not like text"),
            (
                b"\x00\x01\x02\x03\xff\x00\x00\x07",
                "looks like a binary file, not like text",
            ),
            (b"\xFF\xFE\0\0a\0\0\0", "the text is in UTF-32"),
        ];
        for (bytes, what) in table {
            let problem = decode(bytes, LOSSY).err().expect("a refusal");
            assert_eq!(problem.what(), what);
        }
    }

    #[test]
    fn one_stray_zero_does_not_make_a_text_binary() {
        let text = format!("{TRADITIONAL}\0{TRADITIONAL}");
        assert_eq!(text_of(text.as_bytes(), STRICT).0, text);
    }
}
