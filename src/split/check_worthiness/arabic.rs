//! Arabic words that speak for or against checking: a short list, as Arabic is
//! ranked but not cut into claims.

use crate::split::check_worthiness::cue::Cue;
use crate::split::check_worthiness::words::Words;

pub(super) const WORDS: Words = &[
    (
        Cue::Percent,
        &["بالمئة", "بالمائة", "في المئة", "في المائة"],
    ),
    (Cue::Money, &["دولار", "يورو", "جنيه", "درهم", "ريال"]),
    (
        Cue::NumberWord,
        &[
            "مليون",
            "ملايين",
            "مليار",
            "مليارات",
            "ألف",
            "الف",
            "آلاف",
            "الآلاف",
            "الملايين",
            "تريليون",
        ],
    ),
    (Cue::Date, &["عام", "سنة", "سنوات", "الماضي", "منذ", "أمس"]),
    (
        Cue::Comparison,
        &[
            "أكثر من",
            "اكثر من",
            "أقل من",
            "أكبر",
            "أعلى",
            "أسوأ",
            "اسوأ",
            "أول",
            "أبدا",
        ],
    ),
    (Cue::Reporting, &["قال", "قالت", "أعلن", "وفقا", "حسب"]),
    (
        Cue::Modal,
        &["يجب", "ينبغي", "علينا", "ربما", "لو", "إذا", "نريد", "أريد"],
    ),
    (Cue::Future, &["سوف", "غدا", "المستقبل"]),
    (Cue::Opinion, &["أعتقد", "اعتقد", "أظن", "آمل", "أحب"]),
    (Cue::FirstPerson, &["أنا", "انا", "لي"]),
    (
        Cue::Courtesy,
        &[
            "شكرا",
            "مرحبا",
            "مساء الخير",
            "صباح الخير",
            "أهلا",
            "من فضلك",
            "تصفيق",
        ],
    ),
    (Cue::Question, &["هل", "لماذا", "كيف", "متى"]),
];
