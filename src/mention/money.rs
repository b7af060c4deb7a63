//! Amounts of money, with the sign before or the currency behind.

use crate::mention::number::{Number, digits, number};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

type Currency = (&'static str, &'static str);

fn currency(reader: &Reader<'_>, i: usize) -> Option<Currency> {
    let found = reader.find(i, |it| match it {
        Meaning::Currency(name, iso) => Some((name, iso)),
        _ => None,
    })?;
    // "try", "nok" and "ils" are codes only in capitals.
    let code = reader.words(i).len() == 3 && found.1.eq_ignore_ascii_case(reader.words(i));
    let lower = reader.words(i).chars().all(|it| it.is_ascii_lowercase());
    (!code || !lower || matches!(found.1, "EUR" | "USD" | "GBP" | "CNY")).then_some(found)
}

/// The amount that begins at token `i`, where `first` stands if it is a number.
pub(super) fn money(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    let (end, value, (name, iso)) = match first {
        Some(first) => behind(reader, first),
        None => before(reader, i),
    }?;
    Some((
        end,
        Mention {
            range: reader.range(i, end),
            kind: MentionKind::Money,
            value: Some(digits(value)?),
            unit: Some(name.to_owned()),
            iso: (!iso.is_empty()).then(|| iso.to_owned()),
        },
    ))
}

/// `$10 billion`, `HK$ 5m`, `USD 200`.
fn before(reader: &Reader<'_>, i: usize) -> Option<(usize, f64, Currency)> {
    let mut found = currency(reader, i)?;
    let word = reader.words(i);
    let sign = word.chars().any(|it| !it.is_ascii_alphabetic())
        || found.1.eq_ignore_ascii_case(word)
        || word == "RMB";
    if !sign
        || (reader.unspaced
            && word
                .chars()
                .all(|it| ('\u{2E80}'..'\u{FF00}').contains(&it)))
    {
        return None;
    }
    let amount = number(reader, i + 1)?;
    if !amount.figures && !reader.unspaced {
        return None;
    }
    let (mut end, value) = abbreviated(reader, amount);
    // "$5 million Canadian", "$300 USD", "$50億美元"
    if let Some(more) = currency(reader, end)
        && (more.0.ends_with(found.0) || more.0.to_lowercase().contains("dollar"))
        && found.1.is_empty()
    {
        found = more;
        end += 1;
    }
    Some((end, value, found))
}

/// `5m` and `5 mn` are millions after a sign of money.
fn abbreviated(reader: &Reader<'_>, amount: Number) -> (usize, f64) {
    let by = reader.find(amount.end, |it| match it {
        Meaning::GluedScale(by) => Some(by),
        _ => None,
    });
    match by {
        Some(by) if reader.glued(amount.end) || reader.words(amount.end).len() > 1 => {
            (amount.end + 1, amount.value * by)
        }
        _ => (amount.end, amount.value),
    }
}

/// `10 billion dollars`, `one-yen`, 100億美元, 十三塊五.
fn behind(reader: &Reader<'_>, first: Number) -> Option<(usize, f64, Currency)> {
    let (mut end, value) = abbreviated(reader, first);
    if reader.is(end, Meaning::Odd) {
        end += 1;
    }
    let at = reader.past_hyphen(end);
    if let Some((name, iso)) = reader.find(at, |it| match it {
        Meaning::Cent(name, iso) => Some((name, iso)),
        _ => None,
    }) {
        let whole = if iso.is_empty() { value } else { value / 100.0 };
        return Some((at + 1, whole, (name, iso)));
    }
    let found = currency(reader, at)?;
    let word = reader.words(at);
    // "25 £5 notes": the sign belongs to what follows it.
    let sign = !word.chars().any(char::is_alphanumeric);
    if sign && reader.figure(at + 1).is_some() && reader.glued(at + 1) {
        return None;
    }
    let mut end = at + 1;
    let mut value = value;
    let and = usize::from(reader.is(end, Meaning::And));
    if let Some(cents) = number(reader, end + and)
        && cents.value < 100.0
        && !reader.unspaced
        && reader
            .find(cents.end, |it| match it {
                Meaning::Cent(name, _) => Some(name),
                _ => None,
            })
            .is_some()
    {
        value += cents.value / 100.0;
        end = cents.end + 1;
    }
    Some((end, value, found))
}
