//! What a word can mean to the grammar of mentions.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Which side of a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Edge {
    Before,
    After,
    Since,
    Until,
}

/// A holiday by the rule that tells its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Holiday {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, day of the week (Monday is 1), and the how-manyeth.
    NthWeekday(u32, u32, u32),
    /// Month and day of the week (Monday is 1): the last one.
    LastWeekday(u32, u32),
    /// As `NthWeekday`, and the days after it.
    AfterNth(u32, u32, u32, i64),
    /// Days after Easter Sunday.
    Easter(i64),
    /// Month and day of the Chinese lunar calendar.
    Lunar(u32, u32),
    /// The last day of the Chinese lunar year.
    LunarEve,
    /// 清明, a day of the sun in April.
    Qingming,
}

/// Which part of a stretch is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Phase {
    Start,
    Middle,
    End,
}

/// Which side of a number is meant, and whether it is meant itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Limit {
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// What one word can mean to the grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::mention) enum Meaning {
    /// A whole number below a hundred as a word: `seven`, `twenty`.
    Count(f64),
    /// A Chinese digit: 七, 兩.
    Digit(u8),
    /// What multiplies: `hundred`, 萬.
    Scale(f64),
    /// 打, twelve of what its numeral counts, or a verb.
    Dozen,
    /// A multiplier that must touch its figure: `k`, `bn`.
    GluedScale(f64),
    /// `third`.
    Ordinal(f64),
    /// `st`, `nd`, `rd`, `th` after a figure.
    OrdinalSuffix,
    /// 第.
    OrdinalPrefix,
    /// The lower half of a fraction: `thirds`, `quarter`.
    Denominator(f64),
    /// `half`, 半.
    Half,
    /// 一半: half of what is told.
    HalfShare,
    /// `percent`.
    Percent,
    /// 百分之, before its figure.
    PercentPrefix,
    /// `‰`.
    PerMille,
    /// 成, 折: tenths.
    Tenths,
    /// 對折, the half of a price.
    HalfPrice,
    /// 數, 幾, 上 before a scale: some hundreds.
    Several,
    /// 分之, between denominator and numerator.
    Parts,
    /// A currency: its English name and its ISO 4217 code (empty if open).
    Currency(&'static str, &'static str),
    /// The scale in a code that has one: the M of MUSD.
    CodeScale(f64),
    /// A hundredth of a currency: name and code of the whole.
    Cent(&'static str, &'static str),
    /// 毛, 角: a tenth of a yuan.
    TenthOfYuan,
    /// A unit of measure by its English name.
    Measure(&'static str),
    /// 攝氏, 華氏 before their figure: the scale of its degrees.
    DegreesOf(&'static str),
    /// A unit of time.
    Time(TimeUnit),
    /// A month, from 1.
    Month(u32),
    /// A day of the week, Monday is 1.
    Weekday(u32),
    /// `Mondays`: several of them, or each one.
    Weekdays(u32),
    /// `business days`: days, but not each of a week.
    WorkingDays,
    /// `year to date`: the unit that runs, up to now.
    ToDate(TimeUnit),
    /// `within`, before the length that it bounds.
    Within,
    /// `more than` (true), `less than`, before a length.
    Than(bool),
    /// `weekend`.
    Weekend,
    /// A day counted from today: `yesterday`, 前天.
    Day(i64),
    /// A year counted from this one: 去年.
    YearOffset(i32),
    /// `last`, `this`, `next`, 上, 本, 下.
    Relative(i32),
    /// A part of the day: its code, first and last hour.
    DayPart(&'static str, u32, u32),
    /// A part of a day counted from today: `tonight`, 昨晚.
    PartOfDay(i64, &'static str, u32, u32),
    /// 一刻, 三刻 behind an hour.
    QuartersOfHour(u32),
    /// 整, 許, 左右 behind a time of day.
    AboutHour,
    /// 康熙, 民國: the year before the first of an era.
    Era(i32),
    /// 超過, 至少 before the number that they limit.
    Limit(Limit),
    /// 以上, 以下 behind it.
    LimitBehind(Limit),
    /// 公元前: the year that follows is counted backwards.
    BeforeChrist,
    /// 農曆: what follows is counted by the moon.
    Lunar,
    /// 正月, 臘月: a month of the lunar year by its name.
    LunarMonth(u32),
    /// 初三: a day of a lunar month.
    LunarDay(u32),
    /// 閏, before the month that comes twice.
    LeapMonth,
    /// 差 before minutes: so many short of the hour.
    MinutesTo,
    /// 每: what follows comes again and again, and is no date.
    Every,
    /// 過去, 未來 before a length: up to now, from now on.
    Lasting(i32),
    /// 以前, 以來 behind the time that they bound.
    Bound(Edge),
    /// 截至, before the end of what it bounds.
    UpTo,
    /// 自從, before its beginning.
    SinceWhen,
    /// 之間, behind the second of two ends.
    BetweenEnd,
    /// 上半年, 中旬, 第三季度: which part of how many that the unit has.
    Part(TimeUnit, u32, u32),
    /// 前, 頭: the first so many of a stretch.
    FirstOf,
    /// 最後: the last of a stretch.
    LastOf,
    /// `a.m.` (false), `p.m.` (true).
    Meridiem(bool),
    /// A time of day with a name: `noon`.
    Hour(u32),
    /// `o'clock`.
    OClock,
    /// `a`, `an`.
    Article,
    /// `the`, `its`, `their`.
    Definite,
    /// `and`.
    And,
    /// `of`.
    Of,
    /// `out of`.
    OutOf,
    /// `in`.
    In,
    /// `at`.
    At,
    /// `to`, 至.
    To,
    /// `from`, 從.
    From,
    /// `between`.
    Between,
    /// `point`, 點.
    Point,
    /// `minus`, 負.
    Minus,
    /// `Christmas`, `Easter`.
    Holiday(Holiday),
    /// `summer`, by its ISO 8601-like code.
    Season(&'static str),
    /// `before`, `after`, `since`, `until`.
    Edge(Edge),
    /// `early`, `mid`, `the end of`.
    Phase(Phase),
    /// `ago`, 前.
    Ago,
    /// `later`, 後.
    Later,
    /// `old`, after a length of time.
    Old,
    /// `aged`, before a figure.
    Aged,
    /// 歲: years of age, in one word.
    YearsOld,
    /// What makes a following number one of a date: `since`, `during`.
    YearCue,
    /// 年, 月, 日, 點, 分, 秒 after their figure.
    YearMark,
    MonthMark,
    DayMark,
    HourMark,
    MinuteMark,
    SecondMark,
    /// `seventies`: the tens of a decade.
    Tens(i32),
    /// `rest`, before the stretch that it is a rest of.
    Rest,
    /// `s` after a decade, 年代.
    DecadeMark,
    /// 季 after its ordinal.
    QuarterMark,
    /// 世紀, `century` after its ordinal.
    CenturyMark,
    /// 人, 名, 個: a counting word; the flag says that it ends a count of people or things.
    Classifier,
    /// 里, 中, 當中: among which.
    Among,
    /// 有.
    Have,
    /// 約, 近: about.
    About,
    /// 余, 多: and some more.
    Odd,
    /// 零 between scales, and its kin.
    Zero,
    /// `one` after `no`, `this`…: a pronoun.
    PronounCue,
    /// `'s`.
    Possessive,
    /// `several`, `a couple`, `the whole`: a length may begin here.
    Vague,
    /// `Q`, before the number of a quarter.
    QuarterLetter,
    /// A word that only looks like one of the others.
    Inert,
}

impl Meaning {
    /// It only joins others: several such words in a row name nothing either.
    pub(super) const fn only_joins(self) -> bool {
        matches!(
            self,
            Self::Article
                | Self::Definite
                | Self::And
                | Self::Of
                | Self::OutOf
                | Self::In
                | Self::At
                | Self::To
                | Self::Have
                | Self::About
                | Self::Among
                | Self::Possessive
                | Self::Inert
        )
    }

    /// It names nothing unless another word of the grammar follows it.
    pub(super) const fn is_little(self) -> bool {
        matches!(
            self,
            Self::OrdinalSuffix
                | Self::Percent
                | Self::PerMille
                | Self::Parts
                | Self::Relative(_)
                | Self::Article
                | Self::Definite
                | Self::And
                | Self::Of
                | Self::OutOf
                | Self::In
                | Self::At
                | Self::To
                | Self::Ago
                | Self::Later
                | Self::Old
                | Self::YearCue
                | Self::Classifier
                | Self::Among
                | Self::Have
                | Self::About
                | Self::PronounCue
                | Self::Possessive
                | Self::DecadeMark
                | Self::Time(_)
                | Self::YearMark
                | Self::MonthMark
                | Self::DayMark
                | Self::HourMark
                | Self::MinuteMark
                | Self::SecondMark
                | Self::Edge(_)
                | Self::Minus
                | Self::Vague
                | Self::Odd
                | Self::AboutHour
                | Self::Rest
                | Self::QuarterMark
                | Self::Every
                | Self::Lasting(_)
                | Self::MinutesTo
                | Self::Limit(_)
                | Self::LimitBehind(_)
                | Self::Season(_)
                | Self::TenthOfYuan
                | Self::LunarDay(_)
                | Self::Bound(_)
                | Self::UpTo
                | Self::SinceWhen
                | Self::BetweenEnd
                | Self::FirstOf
                | Self::LastOf
                | Self::Within
                | Self::Than(_)
                | Self::Inert
        )
    }
}
