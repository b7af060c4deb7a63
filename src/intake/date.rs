//! The day of publication, as front matter and web pages write it.

use chrono::{DateTime, NaiveDate};

/// The day in `2024-03-04`, `2024-03-04T09:12:44Z`, `2024/3/4`, `20240304`,
/// `2024年3月4日` or an RFC 2822 date; none for anything else.
pub(super) fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_matches(['"', '\'']);
    if let Ok(it) = DateTime::parse_from_rfc2822(text) {
        return Some(it.date_naive());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        return NaiveDate::parse_from_str(&text[..8], "%Y%m%d").ok();
    }
    let mut numbers = text
        .split(|it: char| !it.is_ascii_digit())
        .map(|it| it.parse::<u32>().ok());
    if digits != 4 || !text[4..].starts_with(['-', '/', '.', '年']) {
        return None;
    }
    let year = i32::try_from(numbers.next()??).ok()?;
    NaiveDate::from_ymd_opt(year, numbers.next()??, numbers.next()??)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_forms_that_pages_use() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 4);
        for text in [
            "2024-03-04",
            "2024-03-04T09:12:44+08:00",
            "\"2024/3/4\"",
            "20240304",
            "2024年3月4日",
            "Mon, 4 Mar 2024 09:12:44 +0000",
        ] {
            assert_eq!(parse_date(text), day, "{text}");
        }
        for text in ["", "soon", "2024", "2024-13-40", "４年", "03/04/2024"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
