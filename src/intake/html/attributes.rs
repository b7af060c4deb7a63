//! How many attributes the tags of a page have, told before it is parsed.

use memchr::{memchr, memmem};

use crate::intake::bounds;
use crate::text::{ByteRange, Problem};

/// Elements whose content is text up to their own end tag. Inside drawings and
/// menus some are not, so a page is looked over both ways.
const RAW: &[&str] = &[
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum InsideRaw {
    Skip,
    Look,
}

/// Refuses a page with a tag of more attributes than are read.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    look_over(text, InsideRaw::Skip)?;
    look_over(text, InsideRaw::Look)
}

/// Goes over the page as a parser would, each byte once.
fn look_over(text: &str, inside_raw: InsideRaw) -> Result<(), Problem> {
    let bytes = text.as_bytes();
    let mut place = 0;
    while let Some(found) = memchr(b'<', &bytes[place..]) {
        let at = place + found;
        let rest = &bytes[at + 1..];
        if rest.starts_with(b"!--") {
            // The dashes that open a comment may close it as well: `<!-->`.
            let Some(end) = memmem::find(&rest[1..], b"-->") else {
                return Ok(());
            };
            place = at + 2 + end + 3;
            continue;
        }
        let name_at = at + 1 + usize::from(rest.first() == Some(&b'/'));
        if !bytes.get(name_at).is_some_and(u8::is_ascii_alphabetic) {
            place = at + 1;
            continue;
        }
        let name_end = end_of(bytes, name_at, |it| {
            is_blank(it) || it == b'/' || it == b'>'
        });
        let (attributes, end) = attributes(bytes, name_end);
        if attributes > bounds::ATTRIBUTES {
            let what = format!(
                "this tag has {attributes} attributes, and at most {} are read",
                bounds::ATTRIBUTES
            );
            return Err(Problem::error(what)
                .at(text, ByteRange::new(at, name_end))
                .next_step("save the article alone, as text, Markdown or HTML"));
        }
        place = end;
        if inside_raw == InsideRaw::Skip && name_at == at + 1 {
            let name = text[name_at..name_end].to_ascii_lowercase();
            if RAW.contains(&name.as_str()) {
                place = end_of_raw(bytes, end, name.as_bytes());
            }
        }
    }
    Ok(())
}

/// How many attributes follow from `place` on, and where the tag ends.
fn attributes(bytes: &[u8], mut place: usize) -> (usize, usize) {
    let mut count = 0;
    loop {
        place = end_of(bytes, place, |it| !is_blank(it) && it != b'/');
        match bytes.get(place) {
            None => return (count, bytes.len()),
            Some(b'>') => return (count, place + 1),
            Some(_) => count += 1,
        }
        // A name may begin with an equals sign, and only begin with one.
        place = end_of(bytes, place + 1, |it| {
            is_blank(it) || matches!(it, b'/' | b'>' | b'=')
        });
        let value = end_of(bytes, place, |it| !is_blank(it));
        if bytes.get(value) != Some(&b'=') {
            continue;
        }
        let value = end_of(bytes, value + 1, |it| !is_blank(it));
        place = match bytes.get(value) {
            Some(&quote @ (b'"' | b'\'')) => {
                memchr(quote, &bytes[value + 1..]).map_or(bytes.len(), |it| value + 1 + it + 1)
            }
            _ => end_of(bytes, value, |it| is_blank(it) || it == b'>'),
        };
    }
}

/// Where `</name` stands; at the end of the page where it does not.
fn end_of_raw(bytes: &[u8], mut place: usize, name: &[u8]) -> usize {
    while let Some(found) = memmem::find(&bytes[place..], b"</") {
        let at = place + found;
        let there = bytes.get(at + 2..at + 2 + name.len());
        if there.is_some_and(|it| it.eq_ignore_ascii_case(name)) {
            return at;
        }
        place = at + 2;
    }
    bytes.len()
}

/// The first place from `from` on that is `wanted`, or the end.
fn end_of(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter()
        .position(|&it| wanted(it))
        .map_or(bytes.len(), |it| from + it)
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(tag: &str) -> usize {
        let name_end = tag.find([' ', '/', '>']).unwrap_or(tag.len());
        attributes(tag.as_bytes(), name_end).0
    }

    #[test]
    fn attributes_are_counted_as_a_parser_does() {
        let table = [
            ("<p>", 0),
            ("<p/>", 0),
            ("<p a b=1 c = '>' d=\"'\"e/f>", 6),
            ("<p a=/ b", 2),
            ("<p =a x ==b>", 2),
            ("<p a='", 1),
            ("<p a=>b>", 1),
        ];
        for (tag, number) in table {
            assert_eq!(count(tag), number, "{tag}");
        }
    }

    #[test]
    fn a_tag_with_too_many_is_refused_wherever_it_hides() {
        let many = " a='>'".repeat(300);
        let shown = |page: &str| check(page).map_err(|it| it.to_string());
        for before in [
            "<p>",
            "<script>if (a<b) x='</script>",
            "<svg><style>",
            "<!-- <p ' -->",
            "<!-->",
            "<textarea></text <p \"</TEXTAREA >",
        ] {
            let page = format!("{before}\n<div{many}>text");
            let told = shown(&page).expect_err("too many");
            assert!(told.contains("2:1: this tag has 300 attributes"), "{told}");
        }
        let script = format!("<script>let i = 0; a<b {}</script>", "word ".repeat(200));
        assert_eq!(shown(&script), Ok(()));
        assert_eq!(shown(&format!("<p title=\"{many}\">text")), Ok(()));
        assert_eq!(shown("<p><b a=1"), Ok(()));
    }
}
