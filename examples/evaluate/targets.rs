//! What each figure is held against: the target and the best rival.
//!
//! Rivals were measured on other texts of the same sets.

/// Set, target F1, best rival: sentence boundaries.
pub(crate) const SENTENCES: &[(&str, &str, &str)] = &[
    ("gcdt_zh-Hant", "99", "98.6 (sentencex, wrapped)"),
    ("gcdt_zh-Hans", "99", "98.6 (sentencex, wrapped)"),
    ("gsd_zh-Hant", "99.3", "99.5 (a regular expression)"),
    ("gsd_zh-Hans", "99.3", "99.5 (a regular expression)"),
    ("pud_zh-Hant", "99.3", "99.9 (a regular expression)"),
    ("hk_zh-Hant", "96.5", ""),
    ("gum_en", "98.3", "98.3 (BlingFire)"),
    ("ewt_en", "90.5", "90.7 (Punkt)"),
    ("gsd_es", "98", "98.8 (syntok)"),
    ("gsd_fr", "97.5", "97.5"),
    ("sequoia_fr", "88.5", "88.3 (Punkt)"),
    ("gsd_de", "94.5", "94.8 (Punkt)"),
    ("pcc_de", "97", "97.0 (Moses)"),
    ("gsd_ja", "98.5", "98.6"),
];

/// Group, language, kind, target, best rival. Rows of grammar: exact F1 /
/// overlap F1 / value. Running text: exact F1 / overlap precision / overlap
/// recall / value.
pub(crate) const MENTIONS: &[(&str, &str, &str, &str, &str)] = &[
    ("rows", "en", "number", "88/96/92", "88/96/86"),
    ("rows", "en", "ratio", "98/99/97", "100/100/88"),
    ("rows", "en", "percent", "98/99/97", "100/100/100"),
    ("rows", "en", "money", "91/99/94", "91/99/91"),
    ("rows", "en", "unit", "88/93/94", "87/90/95"),
    ("rows", "en", "date", "82/91/86", "80/88/81"),
    ("rows", "en", "time", "", "91/95/95"),
    ("rows", "en", "duration", "", "70/74/91"),
    ("rows", "en", "timerange", "", "73/80/84"),
    ("rows", "en", "temporal", "80/95/82", "79/95/76"),
    ("rows", "zh", "number", "97/99/98", "100/100/99"),
    ("rows", "zh", "ratio", "97/99/98", "100/100/97"),
    ("rows", "zh", "percent", "97/99/98", "100/100/97"),
    ("rows", "zh", "money", "95/98/97", "100/100/100"),
    ("rows", "zh", "date", "93/96/97", "93/95/97"),
    ("rows", "zh", "duration", "75/85/85", "42/68/62"),
    ("rows", "zh", "temporal", "88/95/92", "88/95/91"),
    ("news", "en", "number", "95/96/97/98", "93/93/96/99"),
    ("news", "en", "percent", "99/99/100/99", "95/100/100"),
    ("news", "en", "money", "92/98/98/98", "85/100/100"),
    ("news", "en", "temporal", "74/84/90/85", "62/72/91/81"),
    ("news", "zh", "number", "88/94/90/98", "84/88/86"),
    ("news", "zh", "ordinal", "96/99/95/98", "96/100/92"),
    ("news", "zh", "money", "90/97/97/97", "84/100/94"),
];

/// Set, kinds, target (overlap F1, right speaker), best rival.
pub(crate) const QUOTATIONS: &[(&str, &str, &str, &str)] = &[
    ("polnear_en", "direct", "95 / 75", "95.0 / 57"),
    ("polnear_en", "all", "60", "47.0"),
    ("gcdt_zh-Hant", "direct", "", "93.0 / 86"),
    ("gcdt_zh-Hans", "direct", "", "93.0 / 86"),
    ("gcdt_zh-Hant", "all", "70", "64"),
    ("gcdt_zh-Hans", "all", "70", "64"),
    ("wikinews_de", "direct", "88", "81.4 / 23"),
];

/// Set, target F1, best of cutting at sentences and at every comma.
pub(crate) const CLAIMS: &[(&str, &str, &str)] = &[
    ("zh", "0.80", "0.67"),
    ("en", "0.80", "0.51"),
    ("seed", "0.75", "0.33"),
];

/// Set, target, rivals: hand rules / a linear model trained on debates / a
/// large language model.
pub(crate) const WORTH: &[(&str, &str, &str)] = &[
    ("ct19en", "0.82", "0.835 / 0.934 / –"),
    ("claimbuster", "0.82", "0.835 / 0.934 / –"),
    ("claimbuster_gt", "0.82", "0.835 / 0.934 / –"),
    (
        "policlaim",
        "0.75 (mean per document)",
        "0.760 / 0.866 / 0.927",
    ),
    ("hyphen_news", "0.69", "0.699 / 0.729 / –"),
    ("ct24es", "0.80", "0.863 / – / –"),
    ("ct18ar", "0.72", "0.739 / – / –"),
    ("germeval21de", "0.66", "0.668 / – / –"),
];
