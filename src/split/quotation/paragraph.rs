//! One paragraph after the other: its sentences, its quotations, and who goes on speaking.

use std::ops::Range;

use crate::split::credit::body;
use crate::split::language::speech::{SpeechWords, Uses};
use crate::split::quotation::marks::{Marked, marked};
use crate::split::quotation::names::Names;
use crate::split::quotation::outer::{outer_ranges, outer_sentences};
use crate::split::quotation::spaced::{Report, kind, reports};
use crate::split::quotation::token::{Token, TokenKind, tokens};
use crate::split::quotation::{Quotation, QuotationKind, SpeechAct, unspaced};
use crate::text::{ByteRange, Language, lines};

/// Words from which a quotation without attribution is speech, not a title or a single term.
const LEAST_WORDS_OF_SPEECH: usize = 4;

/// The paragraphs of a text, each a line with something on it, with the first
/// character of the one after it.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = (ByteRange, Option<char>)> + '_ {
    let is_break = |it| matches!(it, '\n' | '\r' | '\u{2028}' | '\u{2029}');
    let mut lines = lines(text, is_break)
        .map(|it| it.trimmed(text))
        .filter(|it| !it.is_empty())
        .peekable();
    std::iter::from_fn(move || {
        let paragraph = lines.next()?;
        let next = lines.peek().and_then(|it| it.of(text).chars().next());
        Some((paragraph, next))
    })
}

/// Who spoke last.
#[derive(Clone, Debug, Default)]
struct Voice {
    speaker: Option<ByteRange>,
    name: Option<String>,
    cue: Option<ByteRange>,
}

impl Voice {
    /// The same voice in a later paragraph: its words stand too far away to be shown,
    /// so only the name is left.
    fn carried(self, text: &str) -> Self {
        let words = self.speaker.map(|it| it.of(text).to_owned());
        Self {
            speaker: None,
            name: self.name.or(words),
            cue: None,
        }
    }
}

/// Reads paragraphs in order.
pub(crate) struct Reader<'a> {
    text: &'a str,
    language: Language,
    words: &'static SpeechWords,
    sentences: &'a [ByteRange],
    /// The first sentence that has not been passed.
    next_sentence: usize,
    /// Whether the last quotation goes on in this paragraph.
    going_on: bool,
    /// Who was quoted last in the paragraph before.
    voice: Option<Voice>,
    names: Names<'a>,
    pub(crate) found: Vec<Quotation>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, language: Language, sentences: &'a [ByteRange]) -> Self {
        Self {
            text,
            language,
            words: SpeechWords::of(language),
            sentences,
            next_sentence: 0,
            going_on: false,
            voice: None,
            names: Names::default(),
            found: Vec::new(),
        }
    }

    /// Reads one paragraph; `next` is the first character of the one after it.
    pub(crate) fn paragraph(&mut self, paragraph: ByteRange, next: Option<char>) {
        // Nobody named in a dateline or a credit speaks.
        let paragraph = body(self.text, paragraph).trimmed(self.text);
        if paragraph.is_empty() {
            return;
        }
        let starts = self.sentence_starts(paragraph);
        let mut quotes = marked(self.text, paragraph, next);
        quotes.retain(|it| it.depth == 0);
        // A paragraph that is a quotation from its first mark on is the same voice still,
        // unless it names another.
        let opens = quotes
            .first()
            .is_some_and(|it| it.outer.start == paragraph.start);
        let voice = self
            .voice
            .take()
            .filter(|_| self.going_on || opens)
            .map(|it| it.carried(self.text));
        self.voice = if self.language.is_unspaced() {
            self.unspaced(paragraph, &quotes, &starts, voice)
        } else {
            self.spaced(paragraph, &quotes, &starts, voice)
        };
        self.going_on = quotes.last().is_some_and(|it| it.goes_on);
    }

    /// A paragraph without spaces between its words; answers with who spoke last.
    fn unspaced(
        &mut self,
        paragraph: ByteRange,
        quotes: &[Marked],
        starts: &[usize],
        mut voice: Option<Voice>,
    ) -> Option<Voice> {
        for sentence in outer_ranges(self.text, paragraph, quotes, starts) {
            let last = voice.as_ref().and_then(|it| it.speaker);
            let found = unspaced::reports(self.text, sentence, quotes, last);
            let reported = self.found.len();
            for it in found {
                voice = Some(Voice {
                    speaker: it.speaker.or(last),
                    name: None,
                    cue: it.cue,
                });
                self.found.push(it);
            }
            let first = quotes.partition_point(|it| it.outer.start < sentence.start);
            for quote in quotes[first..]
                .iter()
                .take_while(|it| it.outer.end <= sentence.end)
            {
                let used = self.found[reported..]
                    .iter()
                    .any(|it| it.parts.iter().any(|part| part.overlaps(quote.outer)));
                if !used && self.is_spoken_alone(sentence, quote) {
                    self.unattributed(quote.outer, voice.as_ref());
                }
            }
        }
        voice
    }

    /// Whether a marked stretch is a whole sentence with nothing round it.
    fn is_spoken_alone(&self, sentence: ByteRange, quote: &Marked) -> bool {
        let outside = [
            &self.text[sentence.start.0..quote.outer.start.0],
            &self.text[quote.outer.end.0..sentence.end.0],
        ];
        let alone = outside.iter().all(|it| !it.contains(char::is_alphanumeric));
        let inner = quote.inner.of(self.text).trim_end();
        let after = outside[1].chars().next();
        let ends = inner.ends_with(['。', '！', '？', '!', '?', '…', '.'])
            || after.is_some_and(|it| matches!(it, '。' | '！' | '？'));
        alone && (ends || quote.goes_on)
    }

    /// A paragraph with spaces between its words; answers with who spoke last.
    fn spaced(
        &mut self,
        paragraph: ByteRange,
        quotes: &[Marked],
        starts: &[usize],
        mut voice: Option<Voice>,
    ) -> Option<Voice> {
        let tokens = tokens(self.text, paragraph, quotes, self.language, self.words);
        self.names.read(self.text, &tokens);
        for sentence in outer_sentences(&tokens, quotes, starts, self.text) {
            let found = reports(&tokens, sentence.start, sentence.end, self.words);
            let mut used = vec![false; sentence.len()];
            for report in &found {
                for part in &report.parts {
                    for at in part.clone() {
                        used[at - sentence.start] = true;
                    }
                }
                if let Some(spoken) = self.take(&tokens, report) {
                    voice = Some(spoken);
                }
            }
            for at in sentence.clone() {
                if let TokenKind::Quote(_) = tokens[at].kind
                    && !used[at - sentence.start]
                    && self.is_speech(&tokens, &sentence, at)
                {
                    self.unattributed(tokens[at].range, voice.as_ref());
                }
            }
        }
        voice
    }

    /// Where the sentences of `paragraph` start.
    fn sentence_starts(&mut self, paragraph: ByteRange) -> Vec<usize> {
        let mut starts = Vec::new();
        while let Some(sentence) = self.sentences.get(self.next_sentence) {
            if sentence.start >= paragraph.end {
                break;
            }
            if sentence.end > paragraph.start && sentence.start < paragraph.start {
                // It began with a dateline.
                starts.push(paragraph.start.0);
            } else if sentence.start >= paragraph.start {
                starts.push(sentence.start.0);
            }
            self.next_sentence += 1;
        }
        starts
    }

    /// Takes in a report; gives the voice where its words are quoted.
    fn take(&mut self, tokens: &[Token], report: &Report) -> Option<Voice> {
        let range_of = |it: &Range<usize>| {
            ByteRange::new(
                tokens[it.start].range.start.0,
                tokens[it.end - 1].range.end.0,
            )
        };
        let parts: Vec<ByteRange> = report.parts.iter().map(range_of).collect();
        let (first, last) = (parts.first()?, parts.last()?);
        let kind = kind(tokens, &report.parts);
        let speaker = report.speaker.as_ref().map(range_of);
        let name = report
            .speaker
            .as_ref()
            .and_then(|it| self.names.resolve(self.text, tokens, it));
        let cue = Some(range_of(&report.cue));
        self.found.push(Quotation {
            range: ByteRange::new(first.start.0, last.end.0),
            parts,
            speaker,
            speaker_name: name.clone(),
            cue,
            kind,
            act: report.act(tokens),
        });
        let voice = Voice { speaker, name, cue };
        if kind == QuotationKind::Mixed && self.words.fragments_are_quotations {
            self.fragments(tokens, report, &voice);
        }
        (kind != QuotationKind::Indirect).then_some(voice)
    }

    /// The marked words inside a longer report.
    fn fragments(&mut self, tokens: &[Token], report: &Report, voice: &Voice) {
        for at in report.parts.iter().cloned().flatten() {
            let token = &tokens[at];
            let named = at > 0 && tokens[at - 1].can(Uses::NAMED_THING);
            if token.can(Uses::PROSE) && !named {
                self.unattributed(token.range, Some(voice));
            }
        }
    }

    /// A quotation beside which nobody is named.
    fn unattributed(&mut self, quote: ByteRange, voice: Option<&Voice>) {
        self.found.push(Quotation {
            range: quote,
            parts: vec![quote],
            speaker: voice.and_then(|it| it.speaker),
            speaker_name: voice.and_then(|it| it.name.clone()),
            cue: voice.and_then(|it| it.cue),
            kind: QuotationKind::Direct,
            act: SpeechAct::Said,
        });
    }

    /// Whether a marked stretch without attribution is somebody's words all the same.
    fn is_speech(&self, tokens: &[Token], sentence: &Range<usize>, at: usize) -> bool {
        let quote = &tokens[at];
        let words = quote.range.of(self.text);
        let alone = tokens[sentence.clone()].iter().all(|it| !it.is_word());
        let count = words.split_whitespace().take(LEAST_WORDS_OF_SPEECH).count();
        let sentence_like = words
            .trim_end_matches(|it: char| !it.is_alphanumeric() && !".!?,…".contains(it))
            .ends_with(['.', '!', '?', ',', '…']);
        if alone {
            return count >= 2 || sentence_like;
        }
        if at > sentence.start && tokens[at - 1].can(Uses::NAMED_THING) {
            return false;
        }
        let sentence_words = &tokens[sentence.clone()];
        let nearest = &tokens[at.saturating_sub(2).max(sentence.start)..at];
        if nearest.iter().any(|it| it.can(Uses::UTTERANCE)) {
            return count >= 2;
        }
        if nearest.last().is_some_and(|it| it.can(Uses::AS))
            && sentence_words.iter().any(|it| it.uses.is_cue_verb())
        {
            return true;
        }
        if self.words.fragments_are_quotations && quote.can(Uses::PROSE) && !quote.capital {
            return count >= 2 || sentence_words.iter().any(|it| it.can(Uses::REPORTED_MOOD));
        }
        count >= LEAST_WORDS_OF_SPEECH && sentence_like
    }
}
