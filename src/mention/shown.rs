//! A mention's value as a person reads it: one short line.

use crate::mention::{Mention, MentionKind};

impl Mention {
    /// The value for a person: `743 of 770 (96.5 %)`, `USD 10,000,000,000`,
    /// `2023-11-20`, `48 h`. Nothing where no value could be told.
    pub fn shown(&self) -> Option<String> {
        let value = self.value.as_deref();
        match self.kind {
            MentionKind::Number | MentionKind::Ordinal => Some(grouped(value?)),
            MentionKind::Ratio => Some(ratio(value?)),
            MentionKind::Percent => Some(format!("{} %", grouped(value?))),
            MentionKind::Money => {
                let unit = self.iso.as_deref().or(self.unit.as_deref())?;
                Some(format!("{unit} {}", grouped(value?)))
            }
            MentionKind::Unit => Some(format!(
                "{} {}",
                grouped(value?),
                unit(self.unit.as_deref()?)
            )),
            MentionKind::Age => {
                let unit = self.unit.as_deref()?.to_lowercase();
                let plural = if value? == "1" { "" } else { "s" };
                Some(format!("{} {unit}{plural} old", grouped(value?)))
            }
            MentionKind::Date | MentionKind::Time => Some(from_to(self.known_time()?)),
            // "the last ten years" of a text without a day is a length.
            MentionKind::Range => match (value, self.iso.as_deref()) {
                (None, Some(iso)) if iso.starts_with('P') => duration(iso),
                _ => Some(stretch(self.known_time()?)),
            },
            MentionKind::Duration => duration(self.iso.as_deref().or(value)?),
        }
    }

    /// The time, where it is a whole one: `XXXX-WXX-1` for a Monday of no known
    /// week tells a person less than the word.
    fn known_time(&self) -> Option<&str> {
        let time = self.value.as_deref().or(self.iso.as_deref())?;
        (!time.contains('X')).then_some(time)
    }
}

/// Thousands parted by commas.
fn grouped(digits: &str) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |it| ("-", it));
    let mut shown = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

fn ratio(value: &str) -> String {
    let Some((part, whole)) = value.split_once('/') else {
        return grouped(value);
    };
    let shown = format!("{} of {}", grouped(part), grouped(whole));
    match (part.parse::<f64>(), whole.parse::<f64>()) {
        (Ok(part), Ok(whole)) if whole != 0.0 => {
            let share = format!("{:.1}", part / whole * 100.0);
            let share = share.strip_suffix(".0").unwrap_or(&share);
            format!("{shown} ({share} %)")
        }
        _ => shown,
    }
}

fn unit(name: &str) -> &str {
    match name {
        "Kilometer" => "km",
        "Meter" => "m",
        "Centimeter" => "cm",
        "Millimeter" => "mm",
        "Kilogram" => "kg",
        "Gram" => "g",
        "Ton" => "t",
        "Liter" => "l",
        "Square kilometer" => "km²",
        "Square meter" => "m²",
        "Kilometer per hour" => "km/h",
        "C" => "°C",
        "F" => "°F",
        "Degree" => "°",
        other => other,
    }
}

fn stretch(value: &str) -> String {
    let inner = value.trim_matches(['[', '(', ')', ']']);
    match inner.split_once(',') {
        Some((low, "")) if value.starts_with('(') => format!("more than {}", grouped(low)),
        Some((low, "")) => format!("at least {}", grouped(low)),
        Some(("", high)) if value.ends_with(')') => format!("less than {}", grouped(high)),
        Some(("", high)) => format!("at most {}", grouped(high)),
        Some((low, high)) => format!("{} to {}", grouped(low), grouped(high)),
        None => from_to(inner),
    }
}

/// An ISO 8601 interval; one end of it may be open (`2011-01/`, `/2011`).
fn from_to(iso: &str) -> String {
    match iso.split_once('/') {
        None => iso.to_owned(),
        Some((start, "")) => format!("from {start}"),
        Some(("", end)) => format!("until {end}"),
        Some((start, end)) => format!("{start} to {end}"),
    }
}

/// `P3Y6M` and `PT48H` in short words.
fn duration(iso: &str) -> Option<String> {
    let mut timed = false;
    let mut count = String::new();
    let mut parts = Vec::new();
    for c in iso.strip_prefix('P')?.chars() {
        let name = match (c, timed) {
            ('T', _) => {
                timed = true;
                continue;
            }
            ('0'..='9' | '.', _) => {
                count.push(c);
                continue;
            }
            ('Y', _) => "years",
            ('M', false) => "months",
            ('W', _) => "weeks",
            ('D', _) => "days",
            ('H', _) => "h",
            ('M', true) => "min",
            ('S', _) => "s",
            _ => return None,
        };
        let name = if count == "1" {
            name.strip_suffix('s')
                .filter(|it| !it.is_empty())
                .unwrap_or(name)
        } else {
            name
        };
        parts.push(format!("{count} {name}"));
        count.clear();
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}
