//! The rows of the house, read from the code itself.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// Each room with its row, and what it may use beyond pure code.
const ROOMS: &[(&str, u8, &[&str])] = &[
    ("text", 0, &[]),
    ("claim", 1, &[]),
    ("intake", 1, &[]),
    ("mention", 2, &[]),
    ("split", 3, &[]),
    ("anchor", 3, &[]),
    ("compare", 3, &[]),
    ("findings", 3, &[]),
    ("review", 4, &[]),
    ("app", 5, &["geometry"]),
    ("store", 6, &["disk", "environment"]),
    ("git", 6, &["disk", "process", "environment"]),
    ("export", 6, &[]),
    ("config", 6, &["disk", "environment"]),
    (
        "desk",
        7,
        &["disk", "clock", "process", "threads", "environment"],
    ),
    ("tui", 8, &["terminal", "threads", "stdio"]),
    ("cli", 9, &["stdio"]),
];
/// A path prefix, and the capability that using it shows.
const CAPABILITIES: &[(&str, &str)] = &[
    ("std::fs", "disk"),
    ("std::io", "disk stdio"),
    ("std::process::Command", "process"),
    ("std::net", "network"),
    ("std::time::SystemTime", "clock"),
    ("std::time::Instant", "clock"),
    ("std::cell", "hidden state"),
    ("std::thread", "threads"),
    ("crossterm", "terminal"),
    ("ratatui", "terminal"),
    ("ratatui::layout", "geometry terminal"),
];

#[test]
fn rooms_import_downward_only_and_use_only_what_they_may() {
    let mut faults = Vec::new();
    for file in sources(Path::new("src")) {
        let Some(room) = room_of(&file) else { continue };
        let &(_, row, allowed) = ROOMS
            .iter()
            .find(|it| it.0 == room)
            .expect("every folder is a room with a row");
        for path in paths_in(&file) {
            let target = path
                .strip_prefix("crate::")
                .and_then(|it| it.split("::").next());
            let to = ROOMS.iter().find(|it| Some(it.0) == target);
            if to.is_some_and(|it| it.0 != room && it.1 >= row) {
                faults.push(format!(
                    "{}: {room} (row {row}) uses {path}",
                    file.display()
                ));
            }
            if path.starts_with("super::super") {
                faults.push(format!(
                    "{}: {path}: write it from `crate::`, so that the row shows",
                    file.display()
                ));
            }
            let used = |prefix: &str| path == prefix || path.starts_with(&format!("{prefix}::"));
            // The most particular prefix counts: plain geometry is part of the terminal's crate.
            let matching = CAPABILITIES.iter().filter(|it| used(it.0));
            if let Some((_, needed)) = matching.max_by_key(|it| it.0.len())
                && !needed.split(' ').any(|it| allowed.contains(&it))
            {
                faults.push(format!(
                    "{}: {room} may not use {path} ({needed})",
                    file.display()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn room_of(file: &Path) -> Option<String> {
    let mut parts = file.strip_prefix("src").ok()?.components();
    let first = parts.next()?.as_os_str().to_str()?.to_owned();
    parts.next().map(|_| first)
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every path that the file writes or imports, `use` groups spelt out, unit tests left out.
fn paths_in(file: &Path) -> BTreeSet<String> {
    struct Collector(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Collector {
        fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
            if !item.attrs.iter().any(|it| it.path().is_ident("cfg")) {
                visit::visit_item_mod(self, item);
            }
        }
        fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
            spell(&item.tree, String::new(), &mut self.0);
        }
        fn visit_path(&mut self, path: &'ast syn::Path) {
            let names: Vec<String> = path
                .segments
                .iter()
                .map(|it| it.ident.to_string())
                .collect();
            self.0.insert(names.join("::"));
            visit::visit_path(self, path);
        }
        fn visit_macro(&mut self, item: &'ast syn::Macro) {
            // What a macro is given is not parsed; its words still name the rooms it reaches.
            let words = item.tokens.to_string().replace(' ', "");
            for (place, _) in words.match_indices("crate::") {
                let rest = &words[place..];
                let end = rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                    .unwrap_or(rest.len());
                self.0.insert(rest[..end].to_owned());
            }
            visit::visit_macro(self, item);
        }
    }
    let text = fs::read_to_string(file).expect("a source");
    let mut collector = Collector(BTreeSet::new());
    collector.visit_file(&syn::parse_file(&text).expect("Rust"));
    collector.0
}

fn spell(tree: &syn::UseTree, before: String, into: &mut BTreeSet<String>) {
    let join = |name: &str| {
        if before.is_empty() {
            name.to_owned()
        } else {
            format!("{before}::{name}")
        }
    };
    match tree {
        syn::UseTree::Path(it) => spell(&it.tree, join(&it.ident.to_string()), into),
        syn::UseTree::Name(it) => drop(into.insert(join(&it.ident.to_string()))),
        syn::UseTree::Rename(it) => drop(into.insert(join(&it.ident.to_string()))),
        syn::UseTree::Glob(_) => drop(into.insert(before)),
        syn::UseTree::Group(it) => it
            .items
            .iter()
            .for_each(|item| spell(item, before.clone(), into)),
    }
}
