//! How deep a page is nested, told before it is parsed.
//!
//! A parser of HTML walks its open elements at nearly every tag, and repeats the
//! open formatting in every paragraph: a hostile page makes that quadratic. No
//! page that a person wrote comes near these bounds.

use std::collections::HashMap;

use memchr::memchr;

use crate::intake::bounds;
use crate::text::{ByteRange, Problem};

/// Bytes of a tag that tell it from another.
const TAG_BYTES: usize = 200;

/// Elements that are closed by their like or by their parent, or are never open.
const NEVER_DEEP: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
    "track", "wbr",
];

const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Refuses a page that is nested beyond all measure.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    let (mut levels, mut formatting) = (0_usize, 0_usize);
    let mut open: HashMap<&str, usize> = HashMap::new();
    let mut place = 0;
    while let Some(found) = memchr(b'<', &text.as_bytes()[place..]) {
        let at = place + found;
        // A tag is told from another by its first bytes: looking for the end of each
        // would read a page of `<` alone again and again.
        let window = text.floor_char_boundary(at + TAG_BYTES);
        let end = memchr(b'>', &text.as_bytes()[at..window]).map_or(window, |it| at + it);
        place = at + 1;
        let closes = text[place..].starts_with('/');
        let rest = &text[place + usize::from(closes)..];
        let length = rest
            .bytes()
            .take_while(u8::is_ascii_alphanumeric)
            .take(16)
            .count();
        let name = rest[..length].to_ascii_lowercase();
        if name.is_empty() || NEVER_DEEP.contains(&name.as_str()) {
            continue;
        }
        if FORMATTING.contains(&name.as_str()) {
            if closes {
                formatting = formatting.saturating_sub(1);
            } else {
                let same = open.entry(&text[at..end]).or_default();
                *same += 1;
                formatting += usize::from(*same <= 3 || formatting == 0);
            }
        } else if closes {
            levels = levels.saturating_sub(1);
        } else {
            levels += 1;
        }
        if levels > bounds::LEVELS || formatting > bounds::FORMATTING {
            return Err(
                Problem::error("the page is nested too deeply to be an article")
                    .at(text, ByteRange::new(at, end))
                    .next_step("save the article alone, as text, Markdown or HTML"),
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_people_write_pass() {
        let page = "<ul><li>one<li>two</ul><p><font size=2>text<br>".repeat(20_000);
        assert!(check(&page).is_ok());
        assert!(check("<<<>a < b </").is_ok());
    }

    #[test]
    fn formatting_that_is_never_closed_is_refused() {
        let tags: Vec<_> = (0..2_000).map(|it| format!("<b class=c{it}>")).collect();
        assert!(check(&tags.concat()).is_err());
    }
}
