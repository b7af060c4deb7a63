//! Whether the figures of a text are promised or expected, or are facts beside
//! which somebody speaks of the future.

use crate::split::check_worthiness::cue::Cue;
use crate::split::check_worthiness::neutral::tells_what_was_done;
use crate::split::check_worthiness::words;
use crate::text::Language;

/// Whether some figure is one of the future and none is told as done; `lower` is
/// the text with ASCII capitals made small.
///
/// "Will" reaches from the comma before it to the end of its sentence. In
/// "prices rose by 5 percent, and we will see" the figure stands outside.
pub(super) fn holds_the_figures(lower: &str, language: Language) -> bool {
    let mut reach = Reach::default();
    for (_, event) in events(lower, language) {
        reach.take(event);
    }
    reach.close();
    reach.governs && !reach.leaves_a_fact
}

/// What is met in a sentence, in the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Figure,
    /// A year: it dates, and counts nothing.
    Year,
    Future,
    /// A deed: something was done.
    Done,
    /// A rise, a cut: told, or the name of a thing.
    Change,
    Comma,
    /// A mark that ends a sentence or parts two.
    Stop,
}

/// How far the last word of the future reaches.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one observation of the stretch so far, none a state"
)]
struct Reach {
    reaches: bool,
    /// Since the last comma, outside the reach.
    figure: bool,
    done: bool,
    change: bool,
    governs: bool,
    leaves_a_fact: bool,
}

impl Reach {
    fn take(&mut self, event: Event) {
        match event {
            Event::Figure if self.reaches => self.governs = true,
            Event::Figure => self.figure = true,
            Event::Year => {}
            Event::Done => self.done |= !self.reaches,
            Event::Change => self.change |= !self.reaches,
            Event::Future => {
                self.governs |= self.figure && !self.done;
                self.leaves_a_fact |= self.figure && self.done;
                self.figure = false;
                self.reaches = true;
            }
            Event::Comma => self.close(),
            Event::Stop => {
                self.close();
                self.reaches = false;
            }
        }
    }

    /// Ends a stretch between two commas.
    fn close(&mut self) {
        self.leaves_a_fact |= self.figure && (self.done || self.change) && !self.reaches;
        (self.figure, self.done, self.change) = (false, false, false);
    }
}

fn events(lower: &str, language: Language) -> Vec<(usize, Event)> {
    let mut events: Vec<(usize, Event)> = words::found(lower, language)
        .filter_map(|(at, cue)| Some((at, event(cue)?)))
        .collect();
    let mut chars = lower.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let event = match c {
            '0'..='9' => {
                let rest = &lower[at..];
                let end = rest.find(|it: char| !(it.is_ascii_digit() || matches!(it, '.' | ',')));
                let figure = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',']);
                while chars.next_if(|it| it.0 < at + figure.len()).is_some() {}
                let year = figure.len() == 4 && matches!(&figure[..2], "19" | "20");
                if year { Event::Year } else { Event::Figure }
            }
            ',' | '，' | '、' => Event::Comma,
            '.' | '。' | ';' | '；' | ':' | '：' | '!' | '！' | '?' | '？' | '—' | '–' | '\n' => {
                Event::Stop
            }
            _ => continue,
        };
        events.push((at, event));
    }
    if language == Language::English {
        let done = |word: &&str| tells_what_was_done(word);
        let words = lower.split(|it: char| !it.is_alphanumeric()).filter(done);
        let place = |word: &str| word.as_ptr() as usize - lower.as_ptr() as usize;
        events.extend(words.map(|it| (place(it), Event::Done)));
    }
    events.sort_by_key(|it| it.0);
    events
}

fn event(cue: Cue) -> Option<Event> {
    match cue {
        Cue::Future | Cue::Promise => Some(Event::Future),
        Cue::Figure | Cue::NumberWord | Cue::Percent | Cue::Money | Cue::Ratio => {
            Some(Event::Figure)
        }
        Cue::Deed | Cue::Done => Some(Event::Done),
        Cue::Change => Some(Event::Change),
        _ => None,
    }
}
