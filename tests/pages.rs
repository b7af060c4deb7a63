//! Pages that are made from the code equal their source.
//!
//! `UPDATE_PAGES=1 cargo test --test pages` writes them anew.

use std::fs;
use std::path::Path;

use redpencil::app::keys_table;

const BEGIN: &str = "<!-- keys: made from the table of actions; a test compares them -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = fs::read_to_string(&path).expect("the README");
    let (before, rest) = page.split_once(BEGIN).expect("the mark before the keys");
    let (shown, after) = rest.split_once(END).expect("the mark after the keys");
    let made = keys_table();
    if std::env::var_os("UPDATE_PAGES").is_some() {
        fs::write(path, format!("{before}{BEGIN}{made}{END}{after}")).expect("the README");
        return;
    }
    assert_eq!(shown, made, "run: UPDATE_PAGES=1 cargo test --test pages");
}
