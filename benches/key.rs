//! What one key press costs, from the key to its frame, without the terminal.

use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;

use redpencil::app::{self, Keymap, Message, Model, Opening};
use redpencil::claim::{ClaimFile, Particulars, Reviewer, Timestamp};
use redpencil::review::{self, Review};
use redpencil::split::split;
use redpencil::text::Article;
use redpencil::tui::view;

fn main() {
    divan::main();
}

const SCREEN: Size = Size {
    width: 200,
    height: 60,
};

/// A review of so many claims, one a paragraph.
fn model(claims: usize) -> Model {
    let paragraph = |at: usize| {
        format!(
            "第{at}天,港務局{at}名員工中有{}人簽署了聯名信,要求董事會辭職。\n",
            at / 2
        )
    };
    let mut text: String = (2..claims + 2).map(paragraph).collect();
    text.push('完');
    let article = Article::plain(text);
    let cuts = split(&article, None);
    let mut all = review::claims(&article, &cuts);
    all.truncate(claims);
    let ranges = cuts
        .claims
        .iter()
        .map(|it| Some(it.range))
        .take(all.len())
        .collect();
    Model::new(Opening {
        article,
        review: Review::new(ClaimFile::new(Particulars::default(), all)),
        ranges,
        left_out: Some(Vec::new()),
        reviewer: Reviewer::new("Ana Ruiz"),
        read_only: None,
        notices: Vec::new(),
        keymap: Keymap::default(),
    })
}

fn frame(model: &mut Model, terminal: &mut Terminal<TestBackend>) {
    let panes = app::panes(model, SCREEN);
    app::settle(model, &panes);
    terminal
        .draw(|frame| view::draw(frame, model, &panes))
        .expect("memory takes all frames");
}

#[divan::bench(args = [100, 10_000], sample_count = 200)]
fn a_verdict_to_its_frame(bencher: Bencher<'_, '_>, claims: usize) {
    let mut model = model(claims);
    let mut terminal =
        Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height)).expect("a terminal");
    let now: Timestamp = "2024-03-05T09:12:44Z".parse().expect("a time");
    let key = "v".parse().expect("a key");
    frame(&mut model, &mut terminal);
    bencher.bench_local(|| {
        black_box(app::update(&mut model, Message::Key { key, now }));
        frame(&mut model, &mut terminal);
    });
}

#[divan::bench(args = [100, 10_000], sample_count = 200)]
fn a_page_down_to_its_frame(bencher: Bencher<'_, '_>, claims: usize) {
    let mut model = model(claims);
    let mut terminal =
        Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height)).expect("a terminal");
    let now: Timestamp = "2024-03-05T09:12:44Z".parse().expect("a time");
    let key = "pagedown".parse().expect("a key");
    frame(&mut model, &mut terminal);
    bencher.bench_local(|| {
        black_box(app::update(&mut model, Message::Key { key, now }));
        frame(&mut model, &mut terminal);
    });
}

/// 100 claims are 10 kB, 10,000 are 1 MB. One key of a search looks at its first
/// stretch; [`Message::GoOn`] at the next, as long as no key waits.
#[divan::bench(args = [100, 10_000], sample_count = 200)]
fn a_letter_of_a_search_to_its_frame(bencher: Bencher<'_, '_>, claims: usize) {
    let mut model = model(claims);
    let mut terminal =
        Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height)).expect("a terminal");
    let now: Timestamp = "2024-03-05T09:12:44Z".parse().expect("a time");
    let key = |name: &str| Message::Key {
        key: name.parse().expect("a key"),
        now,
    };
    app::update(&mut model, key("/"));
    bencher.bench_local(|| {
        black_box(app::update(&mut model, key("人")));
        frame(&mut model, &mut terminal);
        black_box(app::update(&mut model, key("backspace")));
    });
}

#[divan::bench(args = [100, 10_000], sample_count = 50)]
fn a_whole_search(bencher: Bencher<'_, '_>, claims: usize) {
    let mut model = model(claims);
    let now: Timestamp = "2024-03-05T09:12:44Z".parse().expect("a time");
    let key = |name: &str| Message::Key {
        key: name.parse().expect("a key"),
        now,
    };
    app::update(&mut model, key("/"));
    bencher.bench_local(|| {
        black_box(app::update(&mut model, key("人")));
        while model.is_searching() {
            app::update(&mut model, Message::GoOn);
        }
        black_box(app::update(&mut model, key("backspace")));
    });
}

#[divan::bench(args = [100, 10_000], sample_count = 200)]
fn a_frame(bencher: Bencher<'_, '_>, claims: usize) {
    let mut model = model(claims);
    let mut terminal =
        Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height)).expect("a terminal");
    bencher.bench_local(|| frame(&mut model, &mut terminal));
}
