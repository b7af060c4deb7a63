//! The language of a text, told by its script first.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use whatlang::{Detector, Lang};

/// A language that redpencil knows something about.
///
/// Chinese and English are split into claims at measured quality, Spanish,
/// French, German and Japanese at sentence level, Arabic is only ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Chinese in Traditional characters.
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
    /// Chinese in Simplified characters.
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Japanese.
    #[serde(rename = "ja")]
    Japanese,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Any other, or too little text to tell: only marks that all share are used.
    #[default]
    #[serde(rename = "und")]
    Undetermined,
}

/// Code points read to tell the language: more does not change the answer.
const SAMPLE_CHARS: usize = 20_000;

impl Language {
    /// Every language.
    pub const ALL: [Self; 9] = [
        Self::TraditionalChinese,
        Self::SimplifiedChinese,
        Self::English,
        Self::Spanish,
        Self::French,
        Self::German,
        Self::Japanese,
        Self::Arabic,
        Self::Undetermined,
    ];

    /// The BCP 47 tag, as it stands in claim files: `zh-Hant`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::TraditionalChinese => "zh-Hant",
            Self::SimplifiedChinese => "zh-Hans",
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::German => "de",
            Self::Japanese => "ja",
            Self::Arabic => "ar",
            Self::Undetermined => "und",
        }
    }

    /// The language that a BCP 47 tag names; regions count where they tell the
    /// script (`zh-TW`), and a bare `zh` is Simplified, as CLDR has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        let first = parts.next()?;
        if first == "zh" {
            let traditional = parts.any(|it| matches!(it, "hant" | "tw" | "hk" | "mo"));
            return Some(if traditional {
                Self::TraditionalChinese
            } else {
                Self::SimplifiedChinese
            });
        }
        Self::ALL.into_iter().find(|it| it.tag() == first)
    }

    /// Whether it is Chinese in either script.
    pub fn is_chinese(self) -> bool {
        matches!(self, Self::TraditionalChinese | Self::SimplifiedChinese)
    }

    /// Whether words are written without spaces between them.
    pub fn is_unspaced(self) -> bool {
        self.is_chinese() || self == Self::Japanese
    }

    /// The language of `text`, from its scripts and, among Latin ones, its words.
    pub fn detect(text: &str) -> Self {
        let (mut han, mut kana, mut arabic, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
        for c in text.chars().take(SAMPLE_CHARS) {
            match c {
                '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                    han += 1;
                }
                '\u{3041}'..='\u{30FA}' => kana += 1,
                '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => arabic += 1,
                _ if c.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        // One Han character says about as much as three Latin letters.
        let cjk = (han + kana) * 3;
        if cjk > 0 && cjk >= latin.max(arabic) {
            return if kana * 10 > han + kana {
                Self::Japanese
            } else {
                chinese_script(text)
            };
        }
        if arabic > latin {
            return Self::Arabic;
        }
        if latin == 0 {
            return Self::Undetermined;
        }
        latin_language(text)
    }
}

/// Traditional or Simplified, by which set of characters that differ is used more.
fn chinese_script(text: &str) -> Language {
    let (mut traditional, mut simplified) = (0_usize, 0_usize);
    for c in text.chars().take(SAMPLE_CHARS) {
        match OF_ONE_SCRIPT.get(&c) {
            Some(true) => traditional += 1,
            Some(false) => simplified += 1,
            None => {}
        }
    }
    if traditional > simplified {
        Language::TraditionalChinese
    } else {
        Language::SimplifiedChinese
    }
}

/// Frequent characters that only one of the two scripts uses, with whether that is
/// the Traditional one.
static OF_ONE_SCRIPT: LazyLock<HashMap<char, bool>> = LazyLock::new(|| {
    let simplified = SIMPLIFIED_ONLY.chars().map(|it| (it, false));
    let traditional = TRADITIONAL_ONLY.chars().map(|it| (it, true));
    simplified.chain(traditional).collect()
});

const TRADITIONAL_ONLY: &str = "這個們來說國時會對學過還後發開經動點現進種樣長無問間實題關機業東員華義議記設請認論該調談變讓計許訴試話語資質軍農車轉輪軟較輸達選邊運遠遲適連總線統續組結給級約網緊織終練專將導尋爾嗎單嚴壓歷廳參雙聯聽職聲銀錢錯鐵鎮門閉聞際隊陽陰陸難雲電預領頭顏顯風飛飯館馬驗體魚鳥麗黃齊齡龍";
const SIMPLIFIED_ONLY: &str = "这个们来说国时会对学过还后发开经动点现进种样长无问间实题关机业东员华义议记设请认论该调谈变让计许诉试话语资质军农车转轮软较输达选边运远迟适连总线统续组结给级约网紧织终练专将导寻尔吗单严压历厅参双联听职声银钱错铁镇门闭闻际队阳阴陆难云电预领头颜显风飞饭馆马验体鱼鸟丽黄齐龄龙";

/// Latin letters needed before a guess among languages means anything.
const LEAST_LETTERS: usize = 6;

fn latin_language(text: &str) -> Language {
    let sample: String = text.chars().take(SAMPLE_CHARS).collect();
    if sample.chars().filter(|it| it.is_alphabetic()).count() < LEAST_LETTERS {
        return Language::English;
    }
    let detector = Detector::with_allowlist(vec![Lang::Eng, Lang::Spa, Lang::Fra, Lang::Deu]);
    match detector.detect_lang(&sample) {
        Some(Lang::Spa) => Language::Spanish,
        Some(Lang::Fra) => Language::French,
        Some(Lang::Deu) => Language::German,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let table = [
            (
                "員工聯名要求董事會辭職,OpenAI表示不會回應",
                Language::TraditionalChinese,
            ),
            (
                "员工联名要求董事会辞职,OpenAI表示不会回应",
                Language::SimplifiedChinese,
            ),
            (
                "Most of the staff have signed the letter to the board.",
                Language::English,
            ),
            (
                "La mayoría de los empleados ha firmado la carta al consejo.",
                Language::Spanish,
            ),
            (
                "La plupart des employés ont signé la lettre au conseil.",
                Language::French,
            ),
            (
                "Die meisten Angestellten haben den Brief unterschrieben.",
                Language::German,
            ),
            (
                "社員の大半が取締役会への書簡に署名しました。",
                Language::Japanese,
            ),
            ("وقع معظم الموظفين على الرسالة", Language::Arabic),
            ("12 34", Language::Undetermined),
        ];
        for (text, language) in table {
            assert_eq!(Language::detect(text), language, "{text}");
        }
    }

    #[test]
    fn tags_are_read_and_written() {
        assert_eq!(
            Language::from_tag("zh-TW"),
            Some(Language::TraditionalChinese)
        );
        assert_eq!(Language::from_tag("zh"), Some(Language::SimplifiedChinese));
        assert_eq!(Language::from_tag("en_GB"), Some(Language::English));
        assert_eq!(Language::from_tag("tlh"), None);
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}
