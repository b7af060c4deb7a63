//! What a word means to reported speech, and where each language's words stand.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::split::language::{speech_english, speech_french, speech_german, speech_spanish};
use crate::text::Language;

/// What a word can do in a sentence that reports speech; one word can do several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses(u32);

impl Uses {
    /// Nothing that matters here.
    pub(crate) const NONE: Self = Self(0);
    /// A verb with the words as its object: said, wrote.
    pub(crate) const SAY: Self = Self(1);
    /// A verb with the addressee before the words: told, assured.
    pub(crate) const TELL: Self = Self(1 << 1);
    /// A verb of thinking or finding out: believes, found.
    pub(crate) const THINK: Self = Self(1 << 2);
    /// A verb of taking a position towards something: supports, demanded.
    pub(crate) const STANCE: Self = Self(1 << 3);
    /// A noun that names an utterance: claim, statement.
    pub(crate) const NOUN: Self = Self(1 << 4);
    /// A form that goes on with the subject before it: saying, adding.
    pub(crate) const PARTICIPLE: Self = Self(1 << 5);
    /// A word that is a noun as often as a verb: report, plans.
    pub(crate) const EITHER: Self = Self(1 << 6);
    /// has, would, not: stands between subject and verb.
    pub(crate) const AUXILIARY: Self = Self(1 << 7);
    /// also, later, repeatedly: stands between subject and verb.
    pub(crate) const ADVERB: Self = Self(1 << 8);
    /// the, his, some: a noun follows.
    pub(crate) const DETERMINER: Self = Self(1 << 9);
    /// he, they: a subject by itself.
    pub(crate) const PRONOUN: Self = Self(1 << 10);
    /// who, which: a subject that stands for the noun before it.
    pub(crate) const RELATIVE: Self = Self(1 << 11);
    /// that, dass, que: the words follow.
    pub(crate) const THAT: Self = Self(1 << 12);
    /// and, but.
    pub(crate) const CONJUNCTION: Self = Self(1 << 13);
    /// because, while, when: a clause of its own follows.
    pub(crate) const SUBORDINATOR: Self = Self(1 << 14);
    /// in, on, to.
    pub(crate) const PREPOSITION: Self = Self(1 << 15);
    /// Monday, yesterday: tells when, never who.
    pub(crate) const TIME: Self = Self(1 << 16);
    /// whether, how, why: the words follow, as a question.
    pub(crate) const WHETHER: Self = Self(1 << 17);
    /// according, laut, selon: the speaker follows.
    pub(crate) const SOURCE: Self = Self(1 << 18);
    /// Mr., Dr.: a name follows.
    pub(crate) const TITLE: Self = Self(1 << 20);
    /// A feminine pronoun or title.
    pub(crate) const SHE: Self = Self(1 << 21);
    /// A masculine pronoun or title.
    pub(crate) const HE: Self = Self(1 << 22);
    /// A verb that reports only with a clause or a quotation behind it.
    pub(crate) const WITH_THAT: Self = Self(1 << 23);
    /// zufolge: the speaker stands before.
    pub(crate) const SOURCE_BEHIND: Self = Self(1 << 24);
    /// so: the speaker follows at the sentence's end, with no verb.
    pub(crate) const SPEAKER_FOLLOWS: Self = Self(1 << 25);
    /// Angaben: stands between `nach` and the speaker.
    pub(crate) const UTTERANCE: Self = Self(1 << 26);
    /// film, newspaper: what stands in marks behind it is a name.
    pub(crate) const NAMED_THING: Self = Self(1 << 27);
    /// A marked stretch that reads as prose, not as a name or a title.
    pub(crate) const PROSE: Self = Self(1 << 28);
    /// A marked stretch whose last word leaves room for an attribution: `"…,"`, `"…?"`.
    pub(crate) const LEADS_ON: Self = Self(1 << 29);
    /// sei, könne: the mood in which German reports.
    pub(crate) const REPORTED_MOOD: Self = Self(1 << 30);
    /// als: what somebody calls a thing follows.
    pub(crate) const AS: Self = Self(1 << 31);

    /// Whether any of `other` is among them.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is a verb that can report.
    pub(crate) const fn is_cue_verb(self) -> bool {
        self.any(Self::SAY.and(Self::TELL).and(Self::THINK).and(Self::STANCE))
    }
}

impl BitOr for Uses {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// One language's words with their uses.
#[derive(Debug, Default)]
pub(crate) struct SpeechWords {
    uses: FxHashMap<String, Uses>,
    longest: usize,
    /// Whether a comma parts a verb from the words that it reports, `that` or not.
    pub(crate) comma_opens_clause: bool,
    /// Whether marked words inside a longer report are given as quotations too, as
    /// the annotators of German newswire do.
    pub(crate) fragments_are_quotations: bool,
    /// Whether a capital makes a noun, so that it tells neither names nor verbs.
    pub(crate) nouns_are_capital: bool,
}

impl SpeechWords {
    /// The words for `language`; English ones for a language without a table.
    pub(crate) fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<SpeechWords> = LazyLock::new(speech_english::words);
        static GERMAN: LazyLock<SpeechWords> = LazyLock::new(speech_german::words);
        static FRENCH: LazyLock<SpeechWords> = LazyLock::new(speech_french::words);
        static SPANISH: LazyLock<SpeechWords> = LazyLock::new(speech_spanish::words);
        match language {
            Language::German => &GERMAN,
            Language::French => &FRENCH,
            Language::Spanish => &SPANISH,
            Language::English
            | Language::TraditionalChinese
            | Language::SimplifiedChinese
            | Language::Japanese
            | Language::Arabic
            | Language::Undetermined => &ENGLISH,
        }
    }

    /// Adds words, parted by white space, with the same uses.
    pub(crate) fn add(&mut self, uses: Uses, words: &str) {
        for word in words.split_whitespace() {
            self.longest = self.longest.max(word.len());
            let known = self.uses.entry(word.to_owned()).or_default();
            *known = *known | uses;
        }
    }

    /// What `word` can do; its case does not matter.
    pub(crate) fn uses(&self, word: &str, lower: &mut String) -> Uses {
        if word.len() > self.longest + 4 {
            return Uses::NONE;
        }
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else {
            for c in word.chars() {
                match c {
                    '’' => lower.push('\''),
                    _ => lower.extend(c.to_lowercase()),
                }
            }
        }
        self.uses.get(lower.as_str()).copied().unwrap_or_default()
    }
}
