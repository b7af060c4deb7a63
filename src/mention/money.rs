//! Amounts of money, with the sign before or the currency behind.

use crate::mention::number::{Number, number, same};
use crate::mention::reader::Reader;
use crate::mention::words::Meaning;
use crate::mention::{Mention, MentionKind};

type Currency = (&'static str, &'static str);

/// From here on "won" behind a figure is money, below it a verb.
const LEAST_WON: f64 = 10_000.0;

/// An amount that was read.
struct Amount {
    value: f64,
    currency: Currency,
    end: usize,
}

/// The amount that begins at token `i`, where `first` stands if it is a number.
pub(super) fn money(
    reader: &Reader<'_>,
    i: usize,
    first: Option<Number>,
) -> Option<(usize, Mention)> {
    let (amount, number) = match first {
        Some(first) => (behind(reader, first)?, first),
        None => before(reader, i)?,
    };
    let (name, iso) = amount.currency;
    Some((
        amount.end,
        Mention {
            range: reader.range(i, amount.end),
            kind: MentionKind::Money,
            value: number.written(amount.value),
            unit: Some(name.to_owned()),
            iso: (!iso.is_empty()).then(|| iso.to_owned()),
        },
    ))
}

fn currency(reader: &Reader<'_>, i: usize) -> Option<Currency> {
    let found = reader.find(i, |it| match it {
        Meaning::Currency(name, iso) => Some((name, iso)),
        _ => None,
    })?;
    // "try", "nok" and "ils" are codes only in capitals.
    let word = reader.words(i);
    let capitals = word.chars().all(|it| !it.is_ascii_lowercase());
    let code = is_code(word, found.1) || code_scale(reader, i).is_some() || word.len() == 2;
    let plain = !word.is_ascii() || word.ends_with('$') || !code;
    let known = matches!(word, "usd" | "eur" | "gbp" | "cny" | "Rs" | "rs" | "Rp");
    (plain || capitals || known).then_some(found)
}

fn is_code(word: &str, iso: &str) -> bool {
    word.len() == 3 && (iso.eq_ignore_ascii_case(word) || matches!(word, "RMB" | "ntd" | "NTD"))
}

/// The scale that a code has in itself: `MUSD`.
fn code_scale(reader: &Reader<'_>, i: usize) -> Option<f64> {
    reader.find(i, |it| match it {
        Meaning::CodeScale(by) => Some(by),
        _ => None,
    })
}

/// `$10 billion`, `HK$ 5m`, `USD 200`, 人民幣300元.
fn before(reader: &Reader<'_>, i: usize) -> Option<(Amount, Number)> {
    let mut found = currency(reader, i)?;
    if !stands_before(reader, i, found) {
        return None;
    }
    let amount = number(reader, i + 1)?;
    if !amount.figures && !reader.unspaced {
        return None;
    }
    let (mut end, mut value) = abbreviated(reader, amount);
    value *= code_scale(reader, i).unwrap_or(1.0);
    // "$5 million Canadian", "$300 USD", "$50億美元", 人民幣300元
    if let Some(more) = currency(reader, end) {
        let named = more.0.ends_with(found.0) || more.0.to_lowercase().contains("dollar");
        // 人民幣300元, 新台幣300元: 元 is whatever the name before it says.
        let plain = matches!(reader.words(end), "元" | "圆" | "块" | "块钱");
        let told_again = reader.unspaced && (more.1 == found.1 || plain);
        if named && found.1.is_empty() {
            found = more;
            end += 1;
        } else if told_again && !sign_of_next(reader, end) {
            end += 1;
        }
    }
    // "$20 and 43 cents"
    if let Some((cents, after)) = cents(reader, end, found) {
        value += cents;
        end = after;
    }
    let amount_read = Amount {
        value,
        currency: found,
        end,
    };
    Some((amount_read, amount))
}

/// Signs, codes and a few Chinese names stand before their figure.
fn stands_before(reader: &Reader<'_>, i: usize, found: Currency) -> bool {
    let word = reader.words(i);
    let chinese = word
        .chars()
        .all(|it| ('\u{2E80}'..'\u{FF00}').contains(&it));
    if chinese {
        return matches!(word, "人民币" | "美金" | "港币" | "台币" | "新台币");
    }
    word.chars()
        .any(|it| !it.is_ascii_alphabetic() && it != ' ')
        || is_code(word, found.1)
        || code_scale(reader, i).is_some()
        || matches!(word, "RM" | "Rs" | "rs" | "RS" | "Rp")
}

/// The sign or code at token `i` belongs to the figure behind it: "25 £5 notes",
/// "3 USD50 cards".
fn sign_of_next(reader: &Reader<'_>, i: usize) -> bool {
    let word = reader.words(i);
    let sign = !word
        .chars()
        .any(|it| it.is_alphanumeric() && !it.is_ascii_uppercase());
    sign && reader.figure(i + 1).is_some() && reader.glued(i + 1)
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
fn behind(reader: &Reader<'_>, first: Number) -> Option<Amount> {
    let (mut end, mut value) = abbreviated(reader, first);
    if reader.is(end, Meaning::Odd) {
        end += 1;
    }
    // "cinco millones de dólares", "3 milliards d'euros"
    let scaled = reader.find(end - 1, |it| match it {
        Meaning::Scale(by) if by >= 1e6 => Some(()),
        _ => None,
    });
    let of = reader.vocabulary.decimal_comma && scaled.is_some() && reader.is(end, Meaning::Of);
    let at = reader.past_hyphen(end + usize::from(of));
    if let Some((name, iso)) = cent(reader, at) {
        let whole = if iso.is_empty() { value } else { value / 100.0 };
        return Some(Amount {
            value: whole,
            currency: (name, iso),
            end: at + 1,
        });
    }
    // Millions of pounds are money, unless they are pounds of something.
    let pounds =
        first.ends_in_millions() && reader.words(at) == "pounds" && !reader.is(at + 1, Meaning::Of);
    let sterling = pounds.then_some(("British pound", "GBP"));
    let found = match currency(reader, at).or(sterling) {
        Some(found) => found,
        None if reader.unspaced => return change_alone(reader, first),
        None => return None,
    };
    if sign_of_next(reader, at) || reader.words(at) == "won" && value < LEAST_WON {
        return None;
    }
    let mut end = at + 1;
    value *= code_scale(reader, at).unwrap_or(1.0);
    // "75 USD million"
    if let Some(by) = reader.find(end, |it| match it {
        Meaning::Scale(by) if by >= 1e3 => Some(by),
        _ => None,
    }) && !reader.unspaced
        && first.plain.is_some()
    {
        value *= by;
        end += 1;
    }
    let more = cents(reader, end, found).or_else(|| {
        if reader.unspaced {
            small_change(reader, at)
        } else {
            bare_cents(reader, end)
        }
    });
    if let Some((cents, after)) = more {
        value += cents;
        end = after;
    }
    Some(Amount {
        value,
        currency: found,
        end,
    })
}

fn cent(reader: &Reader<'_>, i: usize) -> Option<Currency> {
    reader.find(i, |it| match it {
        Meaning::Cent(name, iso) => Some((name, iso)),
        _ => None,
    })
}

/// `and 43 cents`, 又三美分: as a share of the whole, and the token after.
fn cents(reader: &Reader<'_>, i: usize, whole: Currency) -> Option<(f64, usize)> {
    let and = usize::from(reader.is(i, Meaning::And));
    let cents = number(reader, i + and)?;
    let fits = cents.value < 100.0 && cents.value > 0.0;
    let of = cent(reader, cents.end)?;
    let same_currency = of.1.is_empty() || of.1 == whole.1;
    (fits && same_currency).then(|| (cents.value / 100.0, cents.end + 1))
}

/// The 50 of `15 dollars 50.`: two digits, and nothing behind them that they count.
fn bare_cents(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    let figure = reader.figure(i)?;
    let stop = reader.tokens.get(i + 1).is_none_or(|_| {
        matches!(
            reader.sign(i + 1),
            Some('.' | ',' | ';' | '?' | '!' | ')' | '\n')
        )
    });
    let more = reader.figure(i + 2).is_some() && reader.glued(i + 2);
    (figure.plain && figure.digits == 2 && stop && !more).then(|| (figure.value / 100.0, i + 1))
}

/// What stands behind 元 or 塊 at token `i`: 五毛, 五角三分, or the 五 of 十三塊五.
fn small_change(reader: &Reader<'_>, i: usize) -> Option<(f64, usize)> {
    if !matches!(reader.words(i), "元" | "块" | "圆") {
        return None;
    }
    let tenth = number(reader, i + 1).filter(|it| (1.0..10.0).contains(&it.value))?;
    let tenths = tenth.value / 10.0;
    if !reader.is(tenth.end, Meaning::TenthOfYuan) {
        let last = tenth.lone && same(tenth.value.fract(), 0.0);
        let alone = reader.tokens.get(tenth.end).is_none() || reader.sign(tenth.end).is_some();
        return (last && alone).then_some((tenths, tenth.end));
    }
    let hundredth = number(reader, tenth.end + 1)
        .filter(|it| (1.0..10.0).contains(&it.value) && reader.words(it.end) == "分");
    Some(match hundredth {
        Some(it) => (tenths + it.value / 100.0, it.end + 1),
        None => (tenths, tenth.end + 1),
    })
}

/// 五毛錢, 兩角五分: change without its whole.
fn change_alone(reader: &Reader<'_>, tenth: Number) -> Option<Amount> {
    let fits = (1.0..10.0).contains(&tenth.value) && !tenth.vague;
    if !fits || !reader.is(tenth.end, Meaning::TenthOfYuan) {
        return None;
    }
    let (tenths, end) = (tenth.value / 10.0, tenth.end + 1);
    let hundredth = number(reader, end)
        .filter(|it| (1.0..10.0).contains(&it.value) && reader.words(it.end) == "分");
    // A 角 is also a horn, an angle and a part on the stage.
    if reader.words(tenth.end) == "角" && hundredth.is_none() {
        return None;
    }
    let (value, end) =
        hundredth.map_or((tenths, end), |it| (tenths + it.value / 100.0, it.end + 1));
    Some(Amount {
        value,
        currency: ("Chinese yuan", "CNY"),
        end,
    })
}

#[cfg(test)]
mod tests {
    use crate::mention::mentions;
    use crate::text::Language;

    fn read(text: &str, language: Language) -> Vec<String> {
        mentions(text, language, None)
            .iter()
            .map(|it| format!("{} = {}", it.range.of(text), it.shown().unwrap_or_default()))
            .collect()
    }

    #[test]
    fn english_amounts_have_their_currency_and_value() {
        let rows: [(&str, &[&str]); 19] = [
            ("3 million pounds", &["3 million pounds = GBP 3,000,000"]),
            (
                "3 million pounds of rye",
                &["3 million pounds = 3,000,000 Pound"],
            ),
            (
                "$4 to 6 billion",
                &["$4 = Dollar 4,000,000,000", "6 billion = 6,000,000,000"],
            ),
            (
                "won a $3 billion contract",
                &["$3 billion = Dollar 3,000,000,000"],
            ),
            (
                "won a $ 3 billion contract",
                &["$ 3 billion = Dollar 3,000,000,000"],
            ),
            ("paid A$40 and NZD$7", &["A$40 = AUD 40", "NZD$7 = NZD 7"]),
            ("for USD250.5 a head", &["USD250.5 = USD 250.5"]),
            ("two EUR20 notes", &["two = 2", "EUR20 = EUR 20"]),
            ("60 EUR million", &["60 EUR million = EUR 60,000,000"]),
            ("a gain of 12 MSEK", &["12 MSEK = SEK 12,000,000"]),
            ("it cost 18 dollars 25.", &["18 dollars 25 = Dollar 18.25"]),
            (
                "gave 18 dollars 25 times",
                &["18 dollars = Dollar 18", "25 = 25"],
            ),
            ("$9 and 40 cents", &["$9 and 40 cents = Dollar 9.4"]),
            (
                "half a million euros",
                &["half a million euros = EUR 500,000"],
            ),
            (
                "2 trillion won",
                &["2 trillion won = KRW 2,000,000,000,000"],
            ),
            ("the 12 won by a mile", &["12 = 12"]),
            ("Rs 3 crore", &["Rs 3 crore = INR 30,000,000"]),
            ("they try 3 and rob 4", &["3 = 3", "4 = 4"]),
            (
                "from 10 to 20 dollars",
                &["10 = 10", "20 dollars = Dollar 20"],
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text, Language::English), expected, "{text}");
        }
    }

    #[test]
    fn chinese_amounts_have_their_change() {
        let rows: [(&str, &[&str]); 13] = [
            ("付了十二塊五。", &["十二塊五 = CNY 12.5"]),
            ("新台幣600元", &["新台幣600元 = TWD 600"]),
            ("找了六毛錢", &["六毛錢 = CNY 0.6"]),
            ("找了三角五分", &["三角五分 = CNY 0.35"]),
            ("兩角", &["兩 = 2"]),
            ("$30，400美元", &["$30 = Dollar 30", "400美元 = USD 400"]),
            ("付了3元4角5分", &["3元4角5分 = CNY 3.45"]),
            ("五塊三毛", &["五塊三毛 = CNY 5.3"]),
            ("四美元又八美分", &["四美元又八美分 = USD 4.08"]),
            ("人民幣600元", &["人民幣600元 = CNY 600"]),
            ("數百億日圓", &["數百億日圓 = "]),
            (
                "六十億二千萬美元",
                &["六十億二千萬美元 = USD 6,020,000,000"],
            ),
            ("七元三人", &["七元 = CNY 7", "三 = 3"]),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text, Language::TraditionalChinese), expected, "{text}");
        }
    }
}
