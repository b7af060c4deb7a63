//! Random sessions of the real binary, each stopped at a random write to the
//! disk: what the screen had shown comes back, and the claim file stays whole.
//!
//! `FAULTS_SESSIONS` says how many (60 unless told), `FAULTS_SEED` where the
//! seeds begin. A failure names its seed.

mod acts;
mod commands;
mod desk;
mod shown;

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use acts::{Random, sentence};
use desk::Folder;

/// Acts of one life, at most.
const MOST_ACTS: u64 = 14;

/// Calls that change the disk in a life of so many acts: some plans come too late.
const MOST_CALLS: u64 = 90;

#[test]
fn what_was_shown_comes_back_wherever_the_process_is_killed() {
    let lives = AtomicUsize::new(0);
    let early = AtomicUsize::new(0);
    for_each_seed(|seed| {
        let mut random = Random(seed);
        let folder = Folder::new();
        for _ in 0..2 {
            let fault = if random.below(3) == 0 { "tear" } else { "kill" };
            let plan = format!("{fault}@{}", 1 + random.below(MOST_CALLS));
            let ended = folder.live(&plan, &mut random, MOST_ACTS);
            lives.fetch_add(1, Ordering::Relaxed);
            early.fetch_add(usize::from(ended.by_plan), Ordering::Relaxed);
            folder.must_hold_what_was_shown(&ended, &plan);
        }
    });
    let (lives, early) = (lives.into_inner(), early.into_inner());
    println!("{lives} kills, {early} of them at a write");
    assert!(early * 2 > lives, "most kills strike a write");
}

#[test]
fn a_disk_that_fails_for_a_while_loses_nothing() {
    for_each_seed(|seed| {
        let mut random = Random(seed);
        let folder = Folder::new();
        let fault = random.one_of(&["nospace", "quota", "io", "readonly", "denied", "short"]);
        let from = 1 + random.below(60);
        let plan = format!("{fault}@{from}-{}", from + random.below(30));
        let ended = folder.live_and_quit(&plan, &mut random, MOST_ACTS);
        folder.must_be_saved(&ended, &plan);
    });
}

/// Runs `law` for every seed, on all cores; says which seed broke it.
fn for_each_seed(law: impl Fn(u64) + Sync) {
    let number = |name: &str, otherwise| {
        std::env::var(name).map_or(otherwise, |it| it.parse().expect("a number"))
    };
    let first: u64 = number("FAULTS_SEED", 1);
    // Two lives a seed.
    let count: u64 = number("FAULTS_SESSIONS", 60) / 2;
    let next = AtomicU64::new(first);
    let broken = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + count {
                        return;
                    }
                    let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| law(seed)));
                    if held.is_err() {
                        broken.lock().expect("no panic inside").push(seed);
                    }
                }
            });
        }
    });
    let broken = broken.into_inner().expect("no panic inside");
    assert!(broken.is_empty(), "broken with FAULTS_SEED in {broken:?}");
}

#[test]
fn the_harness_has_sentences_enough() {
    let article: Vec<String> = (0..6).map(sentence).collect();
    assert_eq!(
        article
            .iter()
            .collect::<std::collections::HashSet<_>>()
            .len(),
        6
    );
}
