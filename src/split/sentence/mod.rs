//! Sentences: where one ends and the next begins.
//!
//! One pass over each line. A mark that can end a sentence takes the marks and
//! closers after it along; what stands on either side decides whether it does.
//! Look-back and look-ahead are bounded, so a line without any full stop costs
//! no more a byte than any other.

mod marks;
mod run;
mod seam;
mod stop;
mod tail;

use crate::split::language::abbreviations::{Abbreviations, abbreviations};
use crate::split::sentence::marks::{Quotes, is_break, is_dot, is_full_stop, is_plain};
use crate::split::sentence::run::Run;
use crate::split::sentence::seam::{greeting_ends, seams};
use crate::split::sentence::stop::{Stop, colon_ends, is_casual, semicolon_ends};
use crate::split::sentence::tail::tail_bytes;
use crate::text::{ByteRange, Language, lines};

/// What to do with a quotation that holds several sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InsideQuotations {
    /// Cut between them, as treebanks do.
    #[default]
    Cut,
    /// Keep the quotation whole.
    Keep,
}

/// Characters of the longest quotation that is kept whole: beyond that a mark
/// was forgotten.
const KEPT_CHARS: usize = 600;

/// The sentences of `text`, in order, without the white space round them. Every
/// other character is in exactly one of them; a line break ends a sentence.
pub fn sentences(text: &str, language: Language, inside: InsideQuotations) -> Vec<ByteRange> {
    let reader = Reader::new(text, language);
    let mut found = Vec::new();
    for line in lines(text, is_break) {
        reader.line(line, inside, &mut found);
    }
    found
}

/// The sentences of `text` under both ways of [`InsideQuotations`].
pub(super) struct BothWays {
    /// With a cut inside quotations.
    pub(super) cut: Vec<ByteRange>,
    /// With quotations whole.
    pub(super) kept: Vec<ByteRange>,
}

/// What [`sentences`] gives either way, for little more than the price of one: a
/// line is only read again where a quotation holds a mark that could end a sentence.
pub(super) fn sentences_both_ways(text: &str, language: Language) -> BothWays {
    let reader = Reader::new(text, language);
    let (mut cut, mut kept) = (Vec::new(), Vec::new());
    for line in lines(text, is_break) {
        let first = cut.len();
        if reader.line(line, InsideQuotations::Cut, &mut cut) {
            reader.line(line, InsideQuotations::Keep, &mut kept);
        } else {
            kept.extend_from_slice(&cut[first..]);
        }
    }
    BothWays { cut, kept }
}

/// Whether sentences of `language` begin with a capital.
fn has_capitals(language: Language) -> bool {
    !matches!(
        language,
        Language::TraditionalChinese
            | Language::SimplifiedChinese
            | Language::Japanese
            | Language::Arabic
    )
}

struct Reader<'a> {
    text: &'a str,
    words: &'static Abbreviations,
    language: Language,
    /// Whether the text's sentences begin in lower case as often as not.
    casual: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, language: Language) -> Self {
        let words = abbreviations(language);
        Self {
            text,
            words,
            language,
            casual: has_capitals(language) && is_casual(text, words),
        }
    }
}

impl Reader<'_> {
    /// Adds the sentences of `line`; answers whether a mark that could end one
    /// stands in a quotation, so that the two ways of reading may differ.
    fn line(&self, line: ByteRange, inside: InsideQuotations, found: &mut Vec<ByteRange>) -> bool {
        let (start, end) = (line.start.0, line.end.0);
        let line = line.of(self.text);
        let mut from = start;
        let mut differs = false;
        let mut seams = seams(line, self.language).into_iter().peekable();
        let mut chars = line.char_indices().peekable();
        let (mut quotes, mut quoted) = (Quotes::default(), 0_usize);
        let mut before = None;
        while let Some((at, c)) = chars.next() {
            if is_plain(c) && seams.peek().is_none() {
                quoted = if quotes.are_open() { quoted + 1 } else { 0 };
                before = Some(c);
                continue;
            }
            let at = start + at;
            if seams.next_if(|it| start + it <= at).is_some() && at > from {
                push(self.text, from, at, found);
                from = at;
                quotes = Quotes::default();
            }
            quotes.take(before, c, chars.peek().map(|it| it.1));
            before = Some(c);
            quoted = if quotes.are_open() { quoted + 1 } else { 0 };
            if matches!(c, ',' | ';' | ':') {
                let (before, rest) = (&self.text[from..at], &self.text[at + 1..end]);
                let opens_line = from == start;
                if !quotes.are_open() && self.weak_mark_ends(c, before, rest, opens_line) {
                    push(self.text, from, at + 1, found);
                    from = at + 1;
                }
                continue;
            }
            if !(is_full_stop(c) || is_dot(c)) {
                continue;
            }
            let run = Run::read(line, at - start, &mut chars, &mut quotes);
            let mut stop = start + run.end;
            let ends_alone =
                is_full_stop(c) || run.several && self.text[at..stop].contains(is_full_stop);
            // What only points at a source belongs to what it is a source for.
            let tail = tail_bytes(&self.text[stop..end], ends_alone);
            while chars.next_if(|it| start + it.0 < stop + tail).is_some() {}
            stop += tail;
            before = self.text[at..stop].chars().next_back();
            let holds = quotes.are_open() && quoted < KEPT_CHARS;
            differs |= holds;
            let kept = holds && inside == InsideQuotations::Keep;
            let ends = !kept
                && self.stop(from, at, run.closed || tail > 0).ends(
                    c,
                    run.several,
                    ends_alone,
                    &self.text[stop..end],
                );
            if ends {
                push(self.text, from, stop, found);
                from = stop;
            }
        }
        push(self.text, from, end, found);
        differs
    }

    /// Whether a mark that as a rule stands inside a sentence ends this one. What
    /// a semicolon does was only seen in languages with a table of small words of
    /// their own that do not write every second title in capitals.
    fn weak_mark_ends(&self, mark: char, before: &str, rest: &str, opens_line: bool) -> bool {
        match (mark, self.language) {
            (',', Language::English) => greeting_ends(before, rest, opens_line),
            (';', Language::Spanish | Language::French | Language::German) => {
                semicolon_ends(before, rest, self.words)
            }
            (':', Language::German) => colon_ends(before, rest, self.words),
            _ => false,
        }
    }

    fn stop(&self, from: usize, at: usize, closed: bool) -> Stop<'_> {
        Stop {
            before: &self.text[from..at],
            words: self.words,
            language: self.language,
            closed,
            casual: self.casual,
        }
    }
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<ByteRange>) {
    let range = ByteRange::new(start, end).trimmed(text);
    if !range.is_empty() {
        found.push(range);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn cut(text: &str, language: Language, inside: InsideQuotations) -> Vec<&str> {
        sentences(text, language, inside)
            .into_iter()
            .map(|it| it.of(text))
            .collect()
    }

    #[test]
    fn a_full_stop_ends_a_sentence_where_its_neighbours_let_it() {
        let english = Language::English;
        let chinese = Language::TraditionalChinese;
        let table: [(&str, Language, &[&str]); 12] = [
            (
                "It rose 96.5 % in Jan. 2023. Dr. Lin agreed.",
                english,
                &["It rose 96.5 % in Jan. 2023.", "Dr. Lin agreed."],
            ),
            (
                "J. R. Hale left the U.S. on Monday. He flew.",
                english,
                &["J. R. Hale left the U.S. on Monday.", "He flew."],
            ),
            (
                "They met at 3 p.m. The vote failed.",
                english,
                &["They met at 3 p.m.", "The vote failed."],
            ),
            (
                "See example.org for v1.2 of it. Done.",
                english,
                &["See example.org for v1.2 of it.", "Done."],
            ),
            (
                "Really?! Yes... Perhaps.",
                english,
                &["Really?!", "Yes...", "Perhaps."],
            ),
            (
                "He left Yahoo! in May.",
                english,
                &["He left Yahoo! in May."],
            ),
            (
                "1. Open the box. 2. Close it.",
                english,
                &["1. Open the box.", "2. Close it."],
            ),
            (
                "佔全體的96.5%。票數公布了!沒有人走",
                chinese,
                &["佔全體的96.5%。", "票數公布了!", "沒有人走"],
            ),
            (
                "他說:「走吧。」然後離開;沒有回頭。",
                chinese,
                &["他說:「走吧。」", "然後離開;沒有回頭。"],
            ),
            (
                "他說了句「走吧!」,就走了……沒人知道。",
                chinese,
                &["他說了句「走吧!」,就走了……沒人知道。"],
            ),
            (
                "Am 3. Oktober kam Prof. Weiß. Er blieb.",
                Language::German,
                &["Am 3. Oktober kam Prof. Weiß.", "Er blieb."],
            ),
            ("標題\n第一行\r\n", chinese, &["標題", "第一行"]),
        ];
        for (text, language, expected) in table {
            assert_eq!(
                cut(text, language, InsideQuotations::Cut),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_sentence_ends_where_a_writer_was_in_a_hurry() {
        let table: [(&str, &[&str]); 16] = [
            (
                "the ferry was late. nobody told us! why not?",
                &["the ferry was late.", "nobody told us!", "why not?"],
            ),
            (
                "The crew left at noon.Nobody stayed behind.",
                &["The crew left at noon.", "Nobody stayed behind."],
            ),
            (
                "What a day! :-) The sun came out :) We swam.",
                &["What a day! :-)", "The sun came out :)", "We swam."],
            ),
            (
                "It closed early (at noon!). They waited.",
                &["It closed early (at noon!).", "They waited."],
            ),
            (
                "They called him 'the captain.' He smiled.",
                &["They called him 'the captain.'", "He smiled."],
            ),
            (
                "He said \"we are done. \" Then he left.",
                &["He said \"we are done. \"", "Then he left."],
            ),
            (
                "\"Is it open?\" Mr Berg asked. He waited.",
                &["\"Is it open?\" Mr Berg asked.", "He waited."],
            ),
            (
                "They waited . . . Then they left.",
                &["They waited . . .", "Then they left."],
            ),
            (
                "The minutes are online: see https://example.org/minutes They are short.",
                &[
                    "The minutes are online: see https://example.org/minutes",
                    "They are short.",
                ],
            ),
            (
                "ana@example.org 03/04/2024 09:12 AM Here is the list.",
                &[
                    "ana@example.org",
                    "03/04/2024 09:12 AM",
                    "Here is the list.",
                ],
            ),
            (
                "Dear Ana, Here is the list. Kind regards, Tom",
                &["Dear Ana,", "Here is the list.", "Kind regards,", "Tom"],
            ),
            (
                "Thanks, I will read it. Well, The Hague won.",
                &["Thanks, I will read it.", "Well, The Hague won."],
            ),
            (
                "Sent from the pier __________ Tom Berg",
                &["Sent from the pier", "__________", "Tom Berg"],
            ),
            (
                "She starred in Ahoy! (1965) and left (b. 1931).",
                &["She starred in Ahoy! (1965) and left (b. 1931)."],
            ),
            (
                "It closed in May.[3] [citation needed] It reopened.",
                &["It closed in May.[3] [citation needed]", "It reopened."],
            ),
            (
                "It weighs 12 oz. of silver and approx. ten of tin.",
                &["It weighs 12 oz. of silver and approx. ten of tin."],
            ),
        ];
        for (text, expected) in table {
            let found = cut(text, Language::English, InsideQuotations::Cut);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_small_word_in_capitals_begins_a_sentence_after_a_semicolon_or_colon() {
        let table: [(&str, Language, usize); 6] = [
            (
                "Nun ist es endlich heraus: Der Hafen schließt im Mai.",
                Language::German,
                2,
            ),
            (
                "Nun ist es endlich heraus: der Hafen schließt.",
                Language::German,
                1,
            ),
            (
                "Der alte Wärter sagte gestern: Das Tor ist zu.",
                Language::German,
                1,
            ),
            (
                "El puerto cerró durante todo el invierno; En mayo abrió.",
                Language::Spanish,
                2,
            ),
            (
                "El puerto cerró durante todo el invierno; en mayo abrió.",
                Language::Spanish,
                1,
            ),
            (
                "Das Tor bleibt zu, sagte der Wärter; Berg schwieg.",
                Language::German,
                1,
            ),
        ];
        for (text, language, sentences) in table {
            let found = cut(text, language, InsideQuotations::Cut);
            assert_eq!(found.len(), sentences, "{found:?}");
        }
    }

    #[test]
    fn a_quotation_of_several_sentences_is_cut_or_kept() {
        let text = "「船走了。人沒走。」她說。";
        let chinese = Language::TraditionalChinese;
        assert_eq!(
            cut(text, chinese, InsideQuotations::Cut),
            ["「船走了。", "人沒走。」", "她說。"]
        );
        assert_eq!(
            cut(text, chinese, InsideQuotations::Keep),
            ["「船走了。人沒走。」", "她說。"]
        );
    }

    proptest! {
        #[test]
        fn every_character_is_in_exactly_one_sentence(
            text in "[a-zA-Z0-9 .!?…。！？「」“”\"(),，\n漢字é🙂\u{301}]{0,80}",
        ) {
            for inside in [InsideQuotations::Cut, InsideQuotations::Keep] {
                let found = sentences(&text, Language::detect(&text), inside);
                prop_assert!(found.windows(2).all(|it| it[0].end <= it[1].start));
                let covered: String = found.iter().map(|it| it.of(&text)).collect();
                let solid = |words: &str| words.split_whitespace().collect::<String>();
                prop_assert_eq!(solid(&covered), solid(&text));
            }
        }

        #[test]
        fn reading_both_ways_at_once_is_reading_each_by_itself(
            text in "[a-c0-9 .!?…。！？「」“”„\"'(),:;—\n漢字é@X:)]{0,80}",
            language in prop::sample::select(Language::ALL.to_vec()),
        ) {
            let both = sentences_both_ways(&text, language);
            prop_assert_eq!(both.cut, sentences(&text, language, InsideQuotations::Cut));
            prop_assert_eq!(both.kept, sentences(&text, language, InsideQuotations::Keep));
        }
    }
}
