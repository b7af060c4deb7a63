//! What words mean to the grammar: one table per language, read into a vocabulary.
//!
//! A language is a file with one table: rows of words, parted by `|`, and
//! their meaning. A word may stand in several rows ("second" is an ordinal and
//! a unit of time); the recognisers pick the meaning that fits. To add a
//! language: write its table and name it in [`Vocabulary::of`].

mod chinese;
mod chinese_calendar;
mod chinese_currency;
mod currency;
mod english;
mod french;
mod german;
mod ideographs;
mod japanese;
mod spanish;
mod symbols;

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::mention::words::ideographs::Ideographs;
pub(super) use crate::mention::words::ideographs::ideograph;
use crate::text::Language;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeUnit {
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
pub(super) enum Edge {
    Before,
    After,
    Since,
    Until,
}

/// A holiday by the rule that tells its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
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
pub(super) enum Phase {
    Start,
    Middle,
    End,
}

/// Which side of a number is meant, and whether it is meant itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// What one word can mean to the grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
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

/// Words that begin with one key, the longest first, with their place in the table.
type Candidates = Vec<(&'static str, usize)>;

/// All that the grammar knows of one language.
pub(super) struct Vocabulary {
    /// Words by the letters that they begin with.
    first: FxHashMap<&'static [u8], Candidates>,
    /// Words that begin with an ideograph, by its place in the block.
    ideographs: Ideographs,
    /// The meanings of all words, one word after another.
    meanings: Vec<Meaning>,
    /// Where those of each word stand, and whether one of them can begin a mention.
    words: Vec<Word>,
    /// A comma parts whole and fraction, as in most of Europe.
    pub(super) decimal_comma: bool,
    /// Day before month in `3/4/2020`.
    pub(super) day_first: bool,
}

/// The place of a word's meanings.
struct Word {
    from: usize,
    to: usize,
    little: bool,
    joins: bool,
}

type Table = &'static [(&'static str, Meaning)];

impl Vocabulary {
    /// The vocabulary of `language`, built once.
    pub(super) fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[english::WORDS, currency::NAMES], false, false));
        static CHINESE: LazyLock<Vocabulary> = LazyLock::new(|| {
            let tables = [
                chinese::WORDS,
                chinese_calendar::WORDS,
                chinese_currency::NAMES,
            ];
            Vocabulary::new(&tables, false, true)
        });
        static SPANISH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[spanish::WORDS], true, true));
        static FRENCH: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[french::WORDS], true, true));
        static GERMAN: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[german::WORDS], true, true));
        static JAPANESE: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::new(&[japanese::WORDS], false, false));
        match language {
            Language::SimplifiedChinese | Language::TraditionalChinese => &CHINESE,
            Language::Spanish => &SPANISH,
            Language::French => &FRENCH,
            Language::German => &GERMAN,
            Language::Japanese => &JAPANESE,
            Language::English | Language::Arabic | Language::Undetermined => &ENGLISH,
        }
    }

    fn new(tables: &[Table], decimal_comma: bool, day_first: bool) -> Self {
        let mut places: HashMap<&'static str, usize> = HashMap::new();
        let mut first: FxHashMap<&'static [u8], Candidates> = FxHashMap::default();
        let mut ideographs = Ideographs::default();
        let mut meanings: Vec<Vec<Meaning>> = Vec::new();
        for &(words, meaning) in tables
            .iter()
            .copied()
            .flatten()
            .chain(symbols::WORDS)
            .chain(currency::CODES)
        {
            for word in words.split('|') {
                let place = *places.entry(word).or_insert_with(|| {
                    let candidates = match word.chars().next().and_then(ideograph) {
                        Some(head) => ideographs.entry(head),
                        None => first.entry(key(word).as_bytes()).or_default(),
                    };
                    candidates.push((word, meanings.len()));
                    meanings.push(Vec::new());
                    meanings.len() - 1
                });
                meanings[place].push(meaning);
            }
        }
        for candidates in first.values_mut().chain(&mut ideographs.candidates) {
            candidates.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
        }
        let mut words = Vec::with_capacity(meanings.len());
        let mut from = 0;
        for of_word in &meanings {
            let to = from + of_word.len();
            let little = of_word.iter().copied().all(is_little);
            let joins = of_word.iter().copied().all(only_joins);
            words.push(Word {
                from,
                to,
                little,
                joins,
            });
            from = to;
        }
        Self {
            first,
            ideographs,
            meanings: meanings.concat(),
            words,
            decimal_comma,
            day_first,
        }
    }

    /// The longest word of the table that `rest` begins with: its length in
    /// bytes and its place. `rest` is folded already but for its case.
    pub(super) fn longest(&self, rest: &str) -> Option<(usize, usize)> {
        if let Some(head) = rest.chars().next().and_then(ideograph) {
            let candidates = self.ideographs.of(head)?.iter().copied();
            return candidates
                .filter(|it| rest.starts_with(it.0))
                .map(|(word, place)| (word.len(), place))
                .next();
        }
        let key = key(rest);
        let mut lower = [0_u8; LONGEST_KEY_BYTES];
        let small = lower.get_mut(..key.len())?;
        small.copy_from_slice(key.as_bytes());
        small.make_ascii_lowercase();
        let candidates = self.first.get(&*small)?;
        candidates.iter().copied().find_map(|(word, place)| {
            let found = rest.get(..word.len())?.eq_ignore_ascii_case(word);
            (found && ends_well(word, &rest[word.len()..])).then_some((word.len(), place))
        })
    }

    /// What the word at `place` can mean.
    #[inline]
    pub(super) fn meanings(&self, place: usize) -> &[Meaning] {
        let word = &self.words[place];
        &self.meanings[word.from..word.to]
    }

    /// The word at `place` only joins others: `the`, `of`, 在.
    #[inline]
    pub(super) fn only_joins(&self, place: usize) -> bool {
        self.words[place].joins
    }

    /// Whether a word begins with this ideograph, told by its place in the block.
    #[inline]
    pub(super) fn begins_with(&self, head: usize) -> bool {
        self.ideographs.of(head).is_some()
    }

    /// The word at `place` names nothing by itself: `the`, `of`, 個.
    #[inline]
    pub(super) fn is_little(&self, place: usize) -> bool {
        self.words[place].little
    }
}

/// A meaning that only joins others: several such words in a row name nothing either.
const fn only_joins(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Article
            | Meaning::Definite
            | Meaning::And
            | Meaning::Of
            | Meaning::OutOf
            | Meaning::In
            | Meaning::At
            | Meaning::To
            | Meaning::Have
            | Meaning::About
            | Meaning::Among
            | Meaning::Possessive
            | Meaning::Inert
    )
}

/// A meaning that names nothing unless another word of the grammar follows it.
const fn is_little(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::OrdinalSuffix
            | Meaning::Percent
            | Meaning::PerMille
            | Meaning::Parts
            | Meaning::Relative(_)
            | Meaning::Article
            | Meaning::Definite
            | Meaning::And
            | Meaning::Of
            | Meaning::OutOf
            | Meaning::In
            | Meaning::At
            | Meaning::To
            | Meaning::Ago
            | Meaning::Later
            | Meaning::Old
            | Meaning::YearCue
            | Meaning::Classifier
            | Meaning::Among
            | Meaning::Have
            | Meaning::About
            | Meaning::PronounCue
            | Meaning::Possessive
            | Meaning::DecadeMark
            | Meaning::Time(_)
            | Meaning::YearMark
            | Meaning::MonthMark
            | Meaning::DayMark
            | Meaning::HourMark
            | Meaning::MinuteMark
            | Meaning::SecondMark
            | Meaning::Edge(_)
            | Meaning::Minus
            | Meaning::Vague
            | Meaning::Odd
            | Meaning::AboutHour
            | Meaning::Rest
            | Meaning::QuarterMark
            | Meaning::Every
            | Meaning::Lasting(_)
            | Meaning::MinutesTo
            | Meaning::Limit(_)
            | Meaning::LimitBehind(_)
            | Meaning::Season(_)
            | Meaning::TenthOfYuan
            | Meaning::LunarDay(_)
            | Meaning::Bound(_)
            | Meaning::UpTo
            | Meaning::SinceWhen
            | Meaning::BetweenEnd
            | Meaning::FirstOf
            | Meaning::LastOf
            | Meaning::Within
            | Meaning::Than(_)
            | Meaning::Inert
    )
}

/// Bytes of the longest key that a table has; longer words are in none.
const LONGEST_KEY_BYTES: usize = 24;

/// Spaced words are looked up by their letters up to the first other sign, all else by one character.
fn key(word: &str) -> &str {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters > 0 && word.as_bytes().get(letters).is_none_or(u8::is_ascii) {
        return &word[..letters];
    }
    let mut signs = word.char_indices();
    let Some((_, head)) = signs.next() else {
        return word;
    };
    let end = if is_spaced_letter(head) {
        signs.find(|it| !is_spaced_letter(it.1))
    } else {
        signs.next()
    };
    end.map_or(word, |(at, _)| &word[..at])
}

fn ends_well(word: &str, rest: &str) -> bool {
    let spaced = word.chars().next_back().is_some_and(is_spaced_letter);
    !spaced || !rest.starts_with(is_spaced_letter)
}

/// A letter of a script that parts its words by spaces.
pub(super) fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c < '\u{1100}' && c.is_alphabetic())
}
