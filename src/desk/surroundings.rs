//! What the person's environment asks for.

use std::env;

/// Whether colour is wanted: not where `NO_COLOR` has a value
/// (<https://no-color.org>) or the terminal calls itself dumb.
pub fn wants_colour() -> bool {
    let no_colour = env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
    let is_dumb = env::var_os("TERM").is_some_and(|it| it == "dumb");
    !no_colour && !is_dumb
}
