//! Pages that are made from the code equal their source.
//!
//! `UPDATE_PAGES=1 cargo test --test pages` writes them anew.

use std::fs;
use std::path::Path;

use redpencil::app::keys_table;
use redpencil::config::defaults_page;
use redpencil::review::conditions_table;

/// Holds that what stands between the two marks of `page` is what was made.
fn holds(page: &str, begin: &str, end: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let page = fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once(begin).expect("the mark before it");
    let (shown, after) = rest.split_once(end).expect("the mark after it");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        fs::write(path, format!("{before}{begin}{made}{end}{after}")).expect("the page");
        return;
    }
    assert_eq!(shown, made, "run: UPDATE_PAGES=1 cargo test --test pages");
}

#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    holds(
        "README.md",
        "<!-- keys: made from the table of actions; a test compares them -->\n",
        "<!-- /keys -->",
        &keys_table(),
    );
}

#[test]
fn the_conditions_in_the_manual_are_those_of_the_table() {
    holds(
        "docs/FILTERS.md",
        "<!-- conditions: made from the table of conditions; a test compares them -->\n",
        "<!-- /conditions -->",
        &format!("```text\n{}```\n", conditions_table()),
    );
}

#[test]
fn the_settings_in_the_manual_are_those_that_can_be_set() {
    // The keys are in README: here only how one is set.
    let page = defaults_page();
    let settings = page.split_once("\n# On a claim").expect("the keys").0;
    holds(
        "docs/CONFIGURATION.md",
        "<!-- settings: made from the settings; a test compares them -->\n",
        "<!-- /settings -->",
        &format!("```toml\n{settings}```\n"),
    );
}
