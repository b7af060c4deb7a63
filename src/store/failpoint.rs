//! Makes a chosen write fail, or the process die at it.
//!
//! The tests that pull the plug at every step set `REDPENCIL_FAILPOINT`, such
//! as `nospace@9-20,kill@37`: the calls that change the disk are counted over
//! the whole process, and those numbers go wrong. Only builds with debug
//! assertions have it, so that `cargo test` tests the very binary that it built
//! and a release cannot be told to fail.

/// What goes wrong with one call to the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(any(test, debug_assertions)),
    expect(dead_code, reason = "a release build plans no faults")
)]
pub(super) enum Fault {
    /// The process ends at once, as with `kill -9`.
    Kill,
    /// The same, when half of the bytes are written.
    Tear,
    /// Half of the bytes are written at first.
    Short,
    /// The program panics, with words that would steer a terminal.
    Panic,
    /// The call answers with this error number; a write has written half by then.
    Error(i32),
}

/// What is to go wrong with the call that comes now.
#[cfg(not(any(test, debug_assertions)))]
pub(super) const fn reached() -> Option<Fault> {
    None
}

#[cfg(any(test, debug_assertions))]
pub(super) use planned::reached;
#[cfg(test)]
pub(super) use planned::with_fault;

#[cfg(any(test, debug_assertions))]
mod planned {
    use std::env;
    use std::ops::RangeInclusive;
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rustix::io::Errno;

    use super::Fault;

    /// The fault and the calls that it strikes, the first of all being 1.
    #[derive(Clone, Debug, PartialEq, Eq)]
    struct Plan {
        fault: Fault,
        calls: RangeInclusive<usize>,
    }

    static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| {
        let Ok(words) = env::var("REDPENCIL_FAILPOINT") else {
            return Vec::new();
        };
        let plans: Option<_> = words.split(',').map(parse).collect();
        plans.unwrap_or_else(|| panic!("REDPENCIL_FAILPOINT={words:?} is no plan"))
    });
    static CALLS: AtomicUsize = AtomicUsize::new(0);

    pub(in crate::store) fn reached() -> Option<Fault> {
        #[cfg(test)]
        if let Some((plan, call)) = next_of_test() {
            return plan.calls.contains(&call).then_some(plan.fault);
        }
        if PLANS.is_empty() {
            return None;
        }
        let call = CALLS.fetch_add(1, Ordering::Relaxed) + 1;
        let plan = PLANS.iter().find(|it| it.calls.contains(&call));
        plan.map(|it| it.fault)
    }

    /// `kill@17` or `nospace@17-40`.
    fn parse(words: &str) -> Option<Plan> {
        let (fault, calls) = words.split_once('@')?;
        let fault = match fault {
            "kill" => Fault::Kill,
            "tear" => Fault::Tear,
            "short" => Fault::Short,
            "panic" => Fault::Panic,
            "nospace" => Fault::Error(Errno::NOSPC.raw_os_error()),
            "quota" => Fault::Error(Errno::DQUOT.raw_os_error()),
            "io" => Fault::Error(Errno::IO.raw_os_error()),
            "readonly" => Fault::Error(Errno::ROFS.raw_os_error()),
            "denied" => Fault::Error(Errno::ACCESS.raw_os_error()),
            _ => return None,
        };
        let (first, last) = calls.split_once('-').unwrap_or((calls, calls));
        let calls = first.parse().ok()?..=last.parse().ok()?;
        Some(Plan { fault, calls })
    }

    #[cfg(test)]
    thread_local! {
        /// The plan of one test, and how many calls it has seen.
        static OF_TEST: std::sync::Mutex<Option<(Plan, usize)>> = const { std::sync::Mutex::new(None) };
    }

    #[cfg(test)]
    fn next_of_test() -> Option<(Plan, usize)> {
        OF_TEST.with(|it| {
            let mut planned = it.lock().expect("one thread has it");
            let (_, calls) = planned.as_mut()?;
            *calls += 1;
            planned.clone()
        })
    }

    /// Does `work` with the faults of `plan`; answers too how many calls it made.
    #[cfg(test)]
    pub(in crate::store) fn with_fault<T>(plan: &str, work: impl FnOnce() -> T) -> (T, usize) {
        let plan = parse(plan).expect("a plan");
        OF_TEST.with(|it| *it.lock().expect("one thread has it") = Some((plan, 0)));
        let done = work();
        let calls = OF_TEST.with(|it| it.lock().expect("one thread has it").take());
        (done, calls.map_or(0, |it| it.1))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn plans_are_read_and_nothing_else_is() {
            let kill = Plan {
                fault: Fault::Kill,
                calls: 17..=17,
            };
            assert_eq!(parse("kill@17"), Some(kill));
            assert_eq!(parse("tear@2-9").map(|it| it.calls), Some(2..=9));
            for words in ["", "kill", "kill@", "kill@x", "sleep@3", "io@3-"] {
                assert_eq!(parse(words), None, "{words}");
            }
        }
    }
}
