//! Whether a text accuses, blames or finds fault: what its subject has to be
//! asked about before it is printed.

use crate::text::{Language, fold};

/// Beginnings of English words: "accus" is in "accused" and "accusation".
const ENGLISH: &[&str] = &[
    "abus",
    "accus",
    "alleg",
    "bribe",
    "bribing",
    "bulli",
    "bully",
    "cheat",
    "complain",
    "conceal",
    "condemn",
    "corrupt",
    "cover-up",
    "critici",
    "deceiv",
    "defraud",
    "denied",
    "denies",
    "denounc",
    "deny",
    "dishonest",
    "embezzl",
    "failed to",
    "failing to",
    "fails to",
    "failure",
    "falsif",
    "fault",
    "fired",
    "fraud",
    "guilty",
    "harass",
    "illegal",
    "incompeten",
    "lawsuit",
    "lied",
    "lying",
    "mislead",
    "misled",
    "mismanag",
    "misconduct",
    "neglect",
    "negligen",
    "oust",
    "plagiar",
    "reckless",
    "resign",
    "sacked",
    "scandal",
    "sued",
    "suing",
    "unlawful",
    "violat",
    "wrongdoing",
    "wrongful",
];

/// Chinese words, in their simplified form: text is folded to it.
const CHINESE: &[&str] = &[
    "不当",
    "不满",
    "不诚实",
    "丑闻",
    "侵权",
    "侵犯",
    "失职",
    "开除",
    "批评",
    "抄袭",
    "抨击",
    "指控",
    "指责",
    "控告",
    "控诉",
    "推卸",
    "撒谎",
    "欺骗",
    "欺诈",
    "渎职",
    "滥用",
    "疏失",
    "疏忽",
    "瞒报",
    "被告",
    "罢免",
    "舞弊",
    "解雇",
    "解职",
    "诈骗",
    "误导",
    "说谎",
    "谎报",
    "谴责",
    "贪污",
    "贪腐",
    "质疑",
    "起诉",
    "违反",
    "违法",
    "违规",
    "造假",
    "隐瞒",
    "骚扰",
    "霸凌",
];

/// Whether a claim says something ill of somebody, by words that do so in most
/// contexts. In other languages than English and Chinese it is never certain.
pub fn is_criticism(text: &str, language: Language) -> bool {
    let folded = fold(text);
    match language {
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            CHINESE.iter().any(|it| folded.contains(it))
        }
        Language::English => ENGLISH.iter().any(|it| begins_a_word(&folded, it)),
        _ => false,
    }
}

fn begins_a_word(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|it| !it.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_ill_of_somebody_is_criticism() {
        let table = [
            ("The union accuses the port of hiding the report", true),
            ("Lin denied that she had known", true),
            ("The council failed to publish the minutes", true),
            ("The port handled 4.2 million tonnes last year", false),
            ("She designed the flag, and it was unfailing", false),
        ];
        for (text, expected) in table {
            assert_eq!(is_criticism(text, Language::English), expected, "{text}");
        }
        let table = [
            ("工會指責港務局隱瞞報告", true),
            ("员工质疑理事会违规", true),
            ("去年港口吞吐量為420萬噸", false),
        ];
        for (text, expected) in table {
            assert_eq!(
                is_criticism(text, Language::TraditionalChinese),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn the_tables_are_folded() {
        for word in ENGLISH.iter().chain(CHINESE) {
            assert_eq!(fold(word), *word);
        }
    }
}
