//! Settings out of the words of `config.toml`, or the first fault with its place.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::{ACTIONS, Advance, Arrangement, KeyOverride, Keymap, KeymapError};
use crate::config::settings::{Settings, Splitter, ThemeName, WhenColour};
use crate::text::{AmbiguousWidth, ByteRange, Problem, nearest};

/// What can be set.
const NAMES: [&str; 12] = [
    "reviewer",
    "advance",
    "layout",
    "theme",
    "color",
    "ambiguous-width",
    "synchronized",
    "mouse",
    "clipboard",
    "templates",
    "splitter",
    "keys",
];

/// Reads the settings in `text`, which stands in `file`.
pub fn read(file: &Path, text: &str) -> Result<Settings, Problem> {
    let page = Page { file, text };
    // Windows editors begin a file with this mark; it would be taken for a name.
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let page_text = &text[skipped..];
    let page = Page {
        text: page_text,
        ..page
    };
    let table = DeTable::parse(page_text).map_err(|error| {
        let what = error.message().lines().collect::<Vec<_>>().join(", ");
        page.problem(error.span().unwrap_or(0..0), what)
            .next_step("write: name = \"value\"; `redpencil config --show` shows how")
    })?;
    page.settings(table.get_ref())
}

/// The text, for what is to be said about it.
#[derive(Clone, Copy)]
struct Page<'a> {
    file: &'a Path,
    text: &'a str,
}

/// Keys of one action, with their places.
struct Own {
    keys: KeyOverride,
    name: Range<usize>,
    value: Range<usize>,
}

impl Page<'_> {
    fn settings(self, table: &DeTable<'_>) -> Result<Settings, Problem> {
        let mut settings = Settings::default();
        let mut own = Vec::new();
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "reviewer" => {
                    let words = self.words(value)?.trim();
                    settings.reviewer = (!words.is_empty()).then(|| words.to_owned());
                }
                "advance" => {
                    settings.preferences.advance =
                        self.one_of(value, &Advance::ALL, Advance::name)?;
                }
                "layout" => {
                    settings.preferences.arrangement =
                        self.one_of(value, &Arrangement::ALL, Arrangement::name)?;
                }
                "ambiguous-width" => {
                    settings.preferences.ambiguous_width = self.ambiguous_width(value)?;
                }
                "synchronized" => settings.synchronized = self.yes_or_no(value)?,
                "mouse" => settings.mouse = self.yes_or_no(value)?,
                "clipboard" => settings.clipboard = self.yes_or_no(value)?,
                "splitter" => settings.splitter = self.splitter(value)?,
                "templates" => settings.preferences.templates = self.list(value)?,
                "theme" => {
                    settings.theme = self.one_of(value, &ThemeName::ALL, ThemeName::name)?;
                }
                "color" => {
                    settings.color = self.one_of(value, &WhenColour::ALL, WhenColour::name)?;
                }
                "keys" => own = self.keys(value)?,
                other => {
                    return Err(self
                        .problem(name.span(), format!("there is no setting {other:?}"))
                        .next_step(meant(other, &NAMES)));
                }
            }
        }
        let overrides: Vec<KeyOverride> = own.iter().map(|it| it.keys.clone()).collect();
        settings.keymap = Keymap::new(&overrides).map_err(|it| self.keymap_fault(&it, &own))?;
        settings.keys = overrides;
        Ok(settings)
    }

    fn keys(self, value: &Spanned<DeValue<'_>>) -> Result<Vec<Own>, Problem> {
        let Some(table) = value.get_ref().as_table() else {
            return Err(self
                .problem(
                    value.span(),
                    "keys stand in a table of their own".to_owned(),
                )
                .next_step("write [keys] on a line, then below it: verify = [\"v\"]"));
        };
        let names: Vec<&str> = ACTIONS.iter().map(|it| it.name).collect();
        let mut own = Vec::new();
        for (name, value) in table {
            let action = name.get_ref().as_ref();
            if !names.contains(&action) {
                let next = nearest(action, &names).map_or_else(
                    || "`redpencil config --show` lists all actions".to_owned(),
                    |it| format!("did you mean {it}?"),
                );
                return Err(self
                    .problem(name.span(), format!("there is no action {action:?}"))
                    .next_step(next));
            }
            own.push(Own {
                keys: KeyOverride {
                    action: action.to_owned(),
                    keys: self.list(value)?,
                },
                name: name.span(),
                value: value.span(),
            });
        }
        // The order of the file, so that the first fault told is the first one there.
        own.sort_by_key(|it| it.name.start);
        Ok(own)
    }

    /// A fault of the keymap, at the line of the person's that brought it.
    fn keymap_fault(self, error: &KeymapError, own: &[Own]) -> Problem {
        let line_of = |action: &str| own.iter().find(|it| it.keys.action == action);
        let told = error.to_string();
        let (place, next) = match error {
            KeymapError::NoSuchAction(action) => (line_of(action).map(|it| it.name.clone()), None),
            KeymapError::NoSuchKey { action, .. } => {
                (line_of(action).map(|it| it.value.clone()), None)
            }
            KeymapError::Collision { one, other, .. } => {
                let line = line_of(other).or_else(|| line_of(one));
                let free = format!("or free the other: {} = []", free_one(one, other, line));
                (line.map(|it| it.value.clone()), Some(free))
            }
        };
        let problem = self.problem(place.unwrap_or(0..0), told);
        match next {
            Some(next) => problem.next_step(next),
            None => problem,
        }
    }

    /// Several words, or one.
    fn list(self, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Problem> {
        match value.get_ref() {
            DeValue::Array(all) => all
                .iter()
                .map(|it| Ok(self.words(it)?.to_owned()))
                .collect(),
            _ => Ok(vec![self.words(value)?.to_owned()]),
        }
    }

    fn ambiguous_width(self, value: &Spanned<DeValue<'_>>) -> Result<AmbiguousWidth, Problem> {
        let number = value
            .get_ref()
            .as_integer()
            .map(|it| it.as_str().to_owned());
        match number.as_deref() {
            Some("1") => Ok(AmbiguousWidth::Narrow),
            Some("2") => Ok(AmbiguousWidth::Wide),
            Some(_) | None => Err(self
                .problem(value.span(), "this is no number of columns".to_owned())
                .next_step("write 1 or 2")),
        }
    }

    /// A program and its arguments; none where nothing is named.
    fn splitter(self, value: &Spanned<DeValue<'_>>) -> Result<Option<Splitter>, Problem> {
        if let Some(command) = value.get_ref().as_str()
            && command.contains(char::is_whitespace)
        {
            return Err(self
                .problem(value.span(), "a command is a list of words".to_owned())
                .next_step("no shell reads it: write [\"program\", \"argument\"]"));
        }
        let mut words = self.list(value)?.into_iter();
        let program = words.next().filter(|it| !it.is_empty());
        Ok(program.map(|program| Splitter {
            program,
            arguments: words.collect(),
        }))
    }

    fn yes_or_no(self, value: &Spanned<DeValue<'_>>) -> Result<bool, Problem> {
        value.get_ref().as_bool().ok_or_else(|| {
            let found = value.get_ref().type_str();
            self.problem(value.span(), format!("here stands {found}, not yes or no"))
                .next_step("write true or false, without quotation marks")
        })
    }

    fn words<'v>(self, value: &'v Spanned<DeValue<'_>>) -> Result<&'v str, Problem> {
        value.get_ref().as_str().ok_or_else(|| {
            let found = value.get_ref().type_str();
            self.problem(value.span(), format!("here stands {found}, not words"))
                .next_step("write it between quotation marks: \"…\"")
        })
    }

    fn one_of<T: Copy>(
        self,
        value: &Spanned<DeValue<'_>>,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, Problem> {
        let word = self.words(value)?;
        let found = all.iter().copied().find(|it| name(*it) == word);
        found.ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|it| name(*it)).collect();
            self.problem(value.span(), format!("{word:?} is none of the values"))
                .next_step(meant(word, &names))
        })
    }

    fn problem(self, range: Range<usize>, what: String) -> Problem {
        // A parser may point past the end, or into a character.
        let start = floor(self.text, range.start);
        let end = floor(self.text, range.end).max(start);
        Problem::error(what)
            .in_file(self.file)
            .at(self.text, ByteRange::new(start, end))
    }
}

/// The action of a collision that the person's line is not about.
fn free_one<'a>(one: &'a str, other: &'a str, line: Option<&Own>) -> &'a str {
    match line {
        Some(line) if line.keys.action == one => other,
        _ => one,
    }
}

fn meant(word: &str, all: &[&str]) -> String {
    let list = all.join(", ");
    match nearest(word, all) {
        Some(word) => format!("did you mean {word}? ({list})"),
        None => format!("write one of: {list}"),
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::{Action, Scope};

    fn told(text: &str) -> String {
        read(Path::new("config.toml"), text)
            .expect_err("a fault")
            .to_string()
    }

    #[test]
    fn settings_are_read() {
        let settings = read(
            Path::new("config.toml"),
            "reviewer = \"Ana Ruiz\"\ntheme = \"light\"\nadvance = \"stay\"\ncolor = \"never\"\n\
             mouse = false\nclipboard = false\nlayout = \"stacked\"\ntemplates = [\"See: \"]\n\
             ambiguous-width = 2\nsynchronized = false\nsplitter = [\"/opt/llm\", \"-j\"]\n\
             [keys]\nverify = \"W\"\ndispute = [\"d\", \"f2\"]\n",
        )
        .expect("settings");
        assert_eq!(settings.reviewer.as_deref(), Some("Ana Ruiz"));
        assert_eq!(settings.theme, ThemeName::Light);
        assert_eq!(settings.preferences.advance, Advance::Stay);
        assert_eq!(settings.preferences.arrangement, Arrangement::Stacked);
        assert_eq!(settings.preferences.templates, ["See: "]);
        assert!(!settings.mouse && !settings.clipboard && !settings.synchronized);
        assert_eq!(settings.preferences.ambiguous_width, AmbiguousWidth::Wide);
        let splitter = settings.splitter.expect("a splitter");
        assert_eq!((splitter.name(), splitter.arguments.len()), ("llm", 1));
        assert_eq!(settings.color, WhenColour::Never);
        let key = |word: &str| {
            let chord = word.parse().expect("a key");
            settings
                .keymap
                .action(&[Scope::Claim, Scope::Review], chord)
        };
        assert_eq!(key("W"), Some(Action::Verify));
        assert_eq!(key("v"), None);
        assert_eq!(key("f2"), Some(Action::Dispute));
    }

    #[test]
    fn a_wrong_word_is_told_with_its_place_and_what_was_meant() {
        let table = [
            (
                "theme = \"drak\"\n",
                "config.toml:1:9: \"drak\" is none of the values",
                "write one of: auto, ask, dark, light",
            ),
            (
                "\nthem = \"dark\"\n",
                "config.toml:2:1: there is no setting \"them\"",
                "^^^^ did you mean theme?",
            ),
            (
                "[keys]\nverfy = [\"v\"]\n",
                "config.toml:2:1: there is no action \"verfy\"",
                "did you mean verify?",
            ),
            (
                "[keys]\nverify = [\"ctl-v\"]\n",
                "config.toml:2:10: action verify: \"ctl-v\" is no key",
                "write `v`, `G`, `ctrl-d`",
            ),
            (
                "[keys]\nverify = [\"d\"]\n",
                "config.toml:2:10: key d is given to both verify and dispute",
                "or free the other: dispute = []",
            ),
            (
                "reviewer = 3\n",
                "config.toml:1:12: here stands integer, not words",
                "write it between quotation marks",
            ),
            (
                "mouse = \"no\"\n",
                "config.toml:1:9: here stands string, not yes or no",
                "write true or false",
            ),
            (
                "ambiguous-width = 3\n",
                "config.toml:1:19: this is no number of columns",
                "write 1 or 2",
            ),
            (
                "splitter = \"llm --json\"\n",
                "config.toml:1:12: a command is a list of words",
                "write [\"program\", \"argument\"]",
            ),
            (
                "keys = \"v\"\n",
                "config.toml:1:8: keys stand in a table of their own",
                "write [keys] on a line",
            ),
            (
                "\u{feff}theme = \n",
                "config.toml:1:9: string values must be quoted",
                "write: name = \"value\"",
            ),
            (
                "color = \"auto\"\ncolor = \"never\"\n",
                "config.toml:2:1: duplicate key",
                "write: name = \"value\"",
            ),
        ];
        for (text, place, next) in table {
            let told = told(text);
            assert!(told.starts_with(place) && told.contains(next), "{told}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "[a-z\\[\\]=\"'\\n\\t .#é甲\u{feff}]{0,60}") {
            let _ = read(Path::new("config.toml"), &text).map_err(|it| it.to_string());
        }
    }
}
