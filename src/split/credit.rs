//! Datelines and credits: what stands beside a paragraph's sentences and is none
//! of them, so that it is no claim and nobody in it speaks.

use crate::split::language::credits::{AGENCIES, CHINESE_LABELS, CREDITED, LABELS};
use crate::text::ByteRange;

/// Bytes of the longest dateline, and of the longest credit in brackets.
const LONGEST_BYTES: usize = 160;

/// Characters of the longest credit that is a line by itself.
const LONGEST_LINE_CHARS: usize = 80;

/// The sentences of `paragraph`, a stretch of `text`, without the dateline before
/// and the credit behind them; empty where the whole paragraph is a credit.
pub(super) fn body(text: &str, paragraph: ByteRange) -> ByteRange {
    let words = paragraph.of(text);
    if is_credit_line(words) {
        return ByteRange::new(paragraph.end.0, paragraph.end.0);
    }
    let start = dateline_bytes(words);
    let end = words.len() - credit_bytes(&words[start..]);
    ByteRange::new(paragraph.start.0 + start, paragraph.start.0 + end)
}

/// Whether a line names who made something and states nothing.
fn is_credit_line(words: &str) -> bool {
    if words.chars().nth(LONGEST_LINE_CHARS).is_some() {
        return false;
    }
    let bare =
        words.trim_start_matches(['(', '（', '[', '【', '〔', '▲', '△', '▼', '◎', '●', '／']);
    let inner = bare.trim_end_matches([')', '）', ']', '】', '〕']);
    starts_with_label(inner)
        || is_tagline(inner)
        || ["Copyright ", "©"].iter().any(|it| inner.starts_with(it))
        || !ends_sentence(inner) && (is_byline(inner) || starts_with_credited(inner))
}

/// What the last line of an article says of those who helped: "Ana Ruiz
/// contributed to this report".
fn is_tagline(words: &str) -> bool {
    words.split_once(" contributed to this ").is_some_and(|it| {
        ["report", "story", "article"]
            .iter()
            .any(|what| it.1.starts_with(what))
    })
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '。', '！', '？', '”', '"', '」'])
}

/// "Photo: Ana Ruiz", "责任编辑：王明", "文／林一帆".
fn starts_with_label(words: &str) -> bool {
    let near = &words[..words.floor_char_boundary(LONGEST_BYTES)];
    if let Some((label, rest)) = near.split_once([':', '：'])
        && label.len() <= LONGEST_LABEL_BYTES
        && LABELS.contains(&label.trim().to_lowercase().as_str())
    {
        // "Sources: The fee was paid." states something.
        return !ends_sentence(rest) || rest.split_whitespace().count() <= 3;
    }
    let Some(label) = CHINESE_LABELS.iter().find(|it| words.starts_with(**it)) else {
        return false;
    };
    let rest = &words[label.len()..];
    let parted = rest.starts_with([':', '：', '／', '/', '｜', '|', ' ', '　']);
    let reported = ["報導", "报道", "報道", "攝", "摄"]
        .iter()
        .any(|it| rest.ends_with(it));
    (parted || reported) && !rest.contains(['。', '！', '？', '，'])
}

const LONGEST_LABEL_BYTES: usize = 20;

/// "Reporting by Ana Ruiz; editing by Tom Berg", "Photo by …".
fn starts_with_credited(words: &str) -> bool {
    CREDITED.iter().any(|it| {
        words
            .get(..it.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(it))
            && words[it.len()..].starts_with([' ', ':'])
    })
}

/// "By Ana Ruiz and Tom Berg", "By ANA RUIZ, Agency".
fn is_byline(words: &str) -> bool {
    let Some(names) = ["By ", "BY ", "by ", "Von ", "Por ", "Par "]
        .iter()
        .find_map(|it| words.strip_prefix(it))
    else {
        return false;
    };
    let small = [
        "and", "of", "for", "the", "in", "with", "und", "y", "et", "de", "der", "von", "van",
    ];
    let mut names = names.split_whitespace().peekable();
    let first = names.peek().copied().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && !DAYS.iter().any(|it| first.starts_with(it))
        && names.all(|it| {
            it.starts_with(char::is_uppercase)
                || it.starts_with(['|', '&', '@', '(', '–', '-', '/', '•'])
                || small.contains(&it)
        })
}

/// What follows "by" and is no name.
const DAYS: [&str; 19] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Jan",
    "Feb",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
];

/// Bytes of the dateline at the beginning of `words`, with the dash behind it:
/// "LISBON (Agency) — ", "【本報訊】", "新华社北京1月5日电 ".
fn dateline_bytes(words: &str) -> usize {
    let mut found = 0;
    // "本报北京1月5日讯 记者林一帆报道：" has two.
    for _ in 0..MOST_DATELINES {
        let rest = &words[found..];
        let near = &rest[..rest.floor_char_boundary(LONGEST_BYTES)];
        let bytes = latin_dateline(near)
            .or_else(|| bracketed_dateline(near))
            .or_else(|| agency_dateline(near));
        let Some(bytes) = bytes else { break };
        let behind = rest[bytes..].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '—' | '–' | '-' | '─' | '：' | ':')
        });
        // A line that is nothing else is told as a credit line, or is a heading.
        if behind.is_empty() {
            break;
        }
        found = words.len() - behind.len();
    }
    found
}

/// Datelines that stand behind each other.
const MOST_DATELINES: usize = 2;

/// "LISBON (Agency) —", "NEW YORK, March 5 (Agency) -", "LISBON —".
fn latin_dateline(near: &str) -> Option<usize> {
    let dash = first_dash(near)?;
    let (place, rest) = (near[..dash.0].trim(), &near[dash.1..]);
    let begins = rest
        .trim_start_matches(['"', '“', '\'', '‘', '„', '«', ' '])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let (name, agency) = match place.strip_suffix(')').and_then(|it| it.rsplit_once('(')) {
        Some((name, agency)) => (name.trim(), Some(agency.trim())),
        None => (place, None),
    };
    let is_agency = agency.is_some_and(is_agency);
    let capitals = is_capitals(name.split(',').next().unwrap_or_default());
    let named = name.split_whitespace().count() <= LONGEST_PLACE_WORDS
        && name
            .chars()
            .all(|it| it.is_alphanumeric() || " ,.'’-/".contains(it))
        && (name.is_empty() || name.starts_with(char::is_uppercase));
    // An agency that nobody here has heard of is short.
    let short = agency.is_none_or(|it| it.split_whitespace().count() <= 2);
    let whole = is_agency || short && capitals && begins;
    (named && whole).then_some(dash.0)
}

/// Where the first dash that may close a dateline begins and ends, the spaces
/// about it included: "—" wherever it stands, "–" before a space, "-" and "--"
/// between two.
fn first_dash(near: &str) -> Option<(usize, usize)> {
    near.match_indices(['—', '–', '-']).find_map(|(at, mark)| {
        let spaced = near[..at].ends_with(' ');
        let behind = &near[at + mark.len()..];
        let follows = behind.starts_with(' ');
        let (start, end) = (at - usize::from(spaced), at + mark.len());
        match mark {
            "-" if spaced && behind.starts_with("- ") => Some((start, end + 2)),
            "-" => (spaced && follows).then_some((start, end + 1)),
            _ if spaced && follows => Some((start, end + 1)),
            "—" => Some((at, end)),
            _ => follows.then_some((at, end + 1)),
        }
    })
}

/// "Rio de Janeiro, Brazil, March 5" and a little more.
const LONGEST_PLACE_WORDS: usize = 8;

fn is_agency(words: &str) -> bool {
    let first = words
        .split([',', '/', ';'])
        .next()
        .unwrap_or_default()
        .trim();
    AGENCIES.contains(&first)
}

/// Three letters or more, all capitals.
fn is_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic());
    letters.clone().count() >= 3 && letters.clone().all(char::is_uppercase)
}

/// "【本報訊】", "（中央社記者王小明台北5日電）", "〔記者王小明／台北報導〕", and
/// several of them.
fn bracketed_dateline(near: &str) -> Option<usize> {
    let opening = near.chars().next()?;
    let closing = match opening {
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '（' => '）',
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let from = opening.len_utf8();
    let end = from + near[from..].find(closing)?;
    let inner = near[from..end].trim();
    let told = [
        "電", "电", "訊", "讯", "報導", "报道", "報道", "攝", "摄", "专电", "專電",
    ];
    let is_dateline = told.iter().any(|it| inner.ends_with(it))
        || ["記者", "记者", "本報", "本报"]
            .iter()
            .any(|it| inner.contains(it))
        || matches!(opening, '【' | '〔') && inner.chars().count() <= LONGEST_BRACKETED_CHARS
        || is_agency(inner);
    is_dateline.then_some(end + closing.len_utf8())
}

/// Characters of the longest 【…】 that counts as a dateline by its brackets alone.
const LONGEST_BRACKETED_CHARS: usize = 12;

/// "新华社北京1月5日电（记者王明）", "本报讯 ", "記者王小明／台北報導 ".
fn agency_dateline(near: &str) -> Option<usize> {
    if near.is_ascii() {
        return None;
    }
    let near = &near[..near.floor_char_boundary(LONGEST_AGENCY_BYTES)];
    let ended = ["电", "電", "讯", "訊", "報導", "报道", "報道"];
    let (at, end) = ended
        .iter()
        .flat_map(|it| near.match_indices(it).map(|(at, it)| (at, at + it.len())))
        .filter(|it| {
            near[it.1..].chars().next().is_none_or(|next| {
                next.is_whitespace() || matches!(next, '（' | '(' | '：' | ':' | '—' | '─' | '】')
            })
        })
        .min()?;
    let before = &near[..at];
    let agency = ["社", "报", "報", "网", "網", "台", "臺"]
        .iter()
        .any(|it| before.contains(it));
    let day = before.contains('日') && before.contains(|c: char| c.is_ascii_digit());
    let own = matches!(before, "本报" | "本報" | "本台" | "本臺" | "本网" | "本網");
    let reporter = (before.starts_with("記者") || before.starts_with("记者"))
        && (before.contains(['／', '/']) || near[end..].starts_with(['：', ':']));
    let prose = before.contains(['，', '。', '：', '、', '“', '「']);
    if prose || !(agency && day || own || reporter) {
        return None;
    }
    // "电（记者王明）": who wrote it belongs to it.
    let end = near.len() - near[end..].trim_start_matches(' ').len();
    let rest = &near[end..];
    let bracket = rest
        .strip_prefix(['（', '('])
        .and_then(|it| it.find(['）', ')']))
        .map_or(0, |at| at + rest.chars().next().map_or(0, char::len_utf8));
    let closing = rest[bracket..].chars().next().filter(|_| bracket > 0);
    Some(end + bracket + closing.map_or(0, char::len_utf8))
}

/// About twenty-six Han characters.
const LONGEST_AGENCY_BYTES: usize = 80;

/// Bytes of the credit in brackets at the end of `words`: "(Reporting by …)",
/// "（編輯：林一帆）1130105", "（路透）".
fn credit_bytes(words: &str) -> usize {
    let near = &words[words.ceil_char_boundary(words.len().saturating_sub(LONGEST_BYTES * 2))..];
    let bare = near.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '。');
    let Some(inner) = bare.strip_suffix([')', '）']) else {
        return 0;
    };
    let Some(open) = inner.rfind(['(', '（']) else {
        return 0;
    };
    let opening = inner[open..].chars().next().map_or(0, char::len_utf8);
    let inner = inner[open + opening..].trim();
    let photographed = ["摄", "攝", "供图", "供圖", "提供"]
        .iter()
        .any(|it| inner.ends_with(it))
        && inner.chars().count() <= LONGEST_LINE_CHARS / 2;
    let before = near[..open].trim_end();
    let after_sentence = ends_sentence(before) || before.is_empty();
    let credited = starts_with_credited(inner)
        || starts_with_label(inner)
        || photographed
        || after_sentence && (is_agency(inner) || CHINESE_AGENCIES.contains(&inner));
    if credited { near.len() - open } else { 0 }
}

/// Agencies that stand alone in brackets behind a caption.
const CHINESE_AGENCIES: [&str; 10] = [
    "路透",
    "路透社",
    "法新社",
    "美聯社",
    "美联社",
    "新华社",
    "新華社",
    "中央社",
    "歐新社",
    "彭博",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_and_credits_are_parted_from_the_sentences() {
        // The sentences stand between the two bars.
        let table = [
            "LISBON (AP) — |The council met.|",
            "NEW YORK, March 5 (Reuters) - |The council met.|",
            "Lisbon (CNN) -- |The council met.|",
            "LISBON (Lusa) — |The council met.|",
            "LISBON — |\"We met,\" the mayor said.|",
            "Berlin (dpa) - |Der Rat tagte.|",
            "(AFP) — |The council met.|",
            "【本報訊】|港務局昨天開會。|",
            "（中央社記者林一帆台北5日電）|港務局昨天開會。|",
            "〔記者林一帆／台北報導〕|港務局昨天開會。|",
            "新华社北京1月5日电 |港务局昨天开会。|",
            "新华社北京1月5日电（记者林一帆）|港务局昨天开会。|",
            "中新社北京1月5日电 (记者 林一帆) |港务局昨天开会。|",
            "本报北京1月5日讯 记者林一帆报道：|港务局昨天开会。|",
            "本报讯　|港务局昨天开会。|",
            "記者林一帆／台北報導　|港務局昨天開會。|",
            "|The council met. |(Reporting by Ana Ruiz; editing by Tom Berg)",
            "|港務局昨天開會。|（編輯：林一帆）1130105",
            "|旧码头昨天关闭。|（新华社记者林一帆摄）",
            "|舊碼頭昨天關閉。|（路透）",
            "|The council met in the harbour office (built in 1931).|",
            "|NASA — the agency — met.|",
            "|The port (Reuters reported on it) - a small one - met.|",
            "|（一）港務局昨天開會。|",
            "|记者从港务局获悉，旧码头将关闭。|",
            "|By Monday 37 boats had left.|",
            "|Sources close to the council said so.|",
            "|文化局昨天開會。|",
            "|他打来电话 说码头关了。|",
        ];
        for row in table {
            let text = row.replace('|', "");
            let found = body(&text, ByteRange::new(0, text.len()));
            let (start, end) = (found.start.0, found.end.0);
            let shown = format!("{}|{}|{}", &text[..start], &text[start..end], &text[end..]);
            assert_eq!(shown, row);
        }
    }

    #[test]
    fn a_credit_line_holds_no_sentence() {
        let lines = [
            "By Ana Ruiz",
            "By ANA RUIZ and Tom Berg, Associated Press",
            "Photo: Ana Ruiz",
            "Photo by Ana Ruiz",
            "(Reporting by Ana Ruiz; editing by Tom Berg)",
            "Posted by harbourwatch",
            "記者 林一帆／台北報導",
            "記者林一帆／台北報導",
            "圖：港務局",
            "图/港务局",
            "责任编辑：林一帆",
            "（圖／記者林一帆攝）",
            "文｜林一帆",
            "来源：港务局",
            "Associated Press writer Ana Ruiz contributed to this report.",
            "Copyright 2024 Harbour News. All rights reserved.",
        ];
        for line in lines {
            let found = body(line, ByteRange::new(0, line.len()));
            assert!(found.is_empty(), "{line}: {}", found.of(line));
        }
    }
}
