//! The settings as a file that a person reads and changes.

use std::fmt::Write as _;

use crate::app::{ACTIONS, Advance, Arrangement, Scope};
use crate::config::settings::{Settings, Splitter, ThemeName, WhenColour};
use crate::text::AmbiguousWidth;

/// The file to start from: every setting with what holds anyway, as a comment.
pub fn defaults_page() -> String {
    page(&Settings::default(), "# ")
}

/// The settings that hold, in the same form and order.
pub fn settings_page(settings: &Settings) -> String {
    page(settings, "")
}

/// `mark` stands before every line that sets something.
fn page(settings: &Settings, mark: &str) -> String {
    let mut page = String::new();
    let mut paragraph = |about: &str, name: &str, value: &str, mark: &str| {
        for line in about.lines() {
            let _ = writeln!(page, "{}", format!("# {line}").trim_end());
        }
        let _ = writeln!(page, "{mark}{name} = {value}\n");
    };
    paragraph(
        "The settings of redpencil. Take the mark off a line to change it.\n\n\
         Who judges. Empty: git's user.name.",
        "reviewer",
        &quoted(settings.reviewer.as_deref().unwrap_or_default()),
        mark,
    );
    let about = format!(
        "Where a verdict leads: {}.",
        listed(&Advance::ALL.map(Advance::name))
    );
    let preferences = &settings.preferences;
    paragraph(&about, "advance", &quoted(preferences.advance.name()), mark);
    let about = format!(
        "How the panes stand: {}.\n\"auto\" sets them side by side from 100 columns on.",
        listed(&Arrangement::ALL.map(Arrangement::name))
    );
    let arrangement = quoted(preferences.arrangement.name());
    paragraph(&about, "layout", &arrangement, mark);
    let about = format!(
        "The colours: {}.\n\
         \"auto\" asks COLORFGBG whether the ground is light or dark; where it does not\n\
         say, it takes the terminal's own sixteen colours, as \"ansi\" does. \"ask\" asks the\n\
         terminal itself, once the first screen is there, and waits for nothing.",
        listed(&ThemeName::ALL.map(ThemeName::name))
    );
    paragraph(&about, "theme", &quoted(settings.theme.name()), mark);
    let about = format!(
        "Whether there are colours: {}.\n\"auto\" heeds NO_COLOR; --color wins over this.",
        listed(&WhenColour::ALL.map(WhenColour::name))
    );
    paragraph(&about, "color", &quoted(settings.color.name()), mark);
    paragraph(
        "Whether redpencil takes the pointer. Held with Shift, most terminals select\n\
         text by themselves all the same.",
        "mouse",
        if settings.mouse { "true" } else { "false" },
        mark,
    );
    paragraph(
        "Whether redpencil may write the terminal's clipboard (OSC 52). It never reads it.",
        "clipboard",
        if settings.clipboard { "true" } else { "false" },
        mark,
    );
    paragraph(
        "Columns of signs like “ ” … — ° × in your terminal: 1, or 2 in some that are\n\
         set up for Chinese or Japanese. Where lines run over, it is 2.",
        "ambiguous-width",
        match preferences.ambiguous_width {
            AmbiguousWidth::Narrow => "1",
            AmbiguousWidth::Wide => "2",
        },
        mark,
    );
    paragraph(
        "Whether the terminal is told where a frame begins and ends, so that it shows\n\
         all of it at once. false where it flickers the more for it.",
        "synchronized",
        if settings.synchronized {
            "true"
        } else {
            "false"
        },
        mark,
    );
    let about = "Words that notes and queries often begin with, put in one after the other\n\
                 by the key of the action \"template\".";
    paragraph(about, "templates", &array(&preferences.templates), mark);
    let splitter = settings.splitter.as_ref();
    paragraph(
        "A program of yours that cuts articles into claims in place of redpencil: its\n\
         name, then its arguments. No shell reads it. What it gets and what it shall\n\
         answer is in docs/CONFIGURATION.md. Empty: redpencil's own rules.",
        "splitter",
        &array(&splitter.map(Splitter::words).unwrap_or_default()),
        mark,
    );
    keys(&mut page, settings, mark);
    page
}

fn keys(page: &mut String, settings: &Settings, mark: &str) {
    page.push_str(
        "# Keys by the name of what they do; [] takes it off the keyboard. A key is\n\
         # written `v`, `G`, `ctrl-d`, `alt-enter`, `shift-tab`, `f5` or `space`.\n\
         [keys]\n",
    );
    for scope in Scope::ALL {
        let _ = writeln!(page, "\n# {}", scope.title());
        for entry in ACTIONS.iter().filter(|it| it.scope == scope) {
            let keys = settings.keymap.keys(entry.action).iter();
            let keys: Vec<String> = keys.map(ToString::to_string).collect();
            let set = format!("{mark}{} = {}", entry.name, array(&keys));
            let _ = writeln!(page, "{set:<40} # {}", entry.help);
        }
    }
}

/// An array of TOML.
fn array(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|it| quoted(it)).collect();
    format!("[{}]", words.join(", "))
}

fn listed(names: &[&str]) -> String {
    names.join(", ")
}

/// A basic string of TOML 1.0.
fn quoted(words: &str) -> String {
    let mut quoted = String::from('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            _ if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::read;

    fn read_page(page: &str) -> Settings {
        read(Path::new("config.toml"), page).unwrap_or_else(|it| panic!("{it}"))
    }

    #[test]
    fn the_first_file_sets_nothing() {
        let page = defaults_page();
        let settings = read_page(&page);
        assert_eq!(
            settings_page(&settings),
            settings_page(&Settings::default())
        );
        assert!(settings.keys.is_empty());
    }

    #[test]
    fn the_first_file_sets_the_defaults_without_its_marks() {
        let unmarked: String = defaults_page()
            .lines()
            .map(|it| match it.strip_prefix("# ") {
                Some(line) if line.contains(" = ") => format!("{line}\n"),
                _ => format!("{it}\n"),
            })
            .collect();
        let settings = read_page(&unmarked);
        assert_eq!(settings.keys.len(), ACTIONS.len());
        assert_eq!(
            settings_page(&settings),
            settings_page(&Settings::default())
        );
    }

    #[test]
    fn what_is_shown_is_read_back() {
        let settings =
            read_page("reviewer = 'A \"B\" \\ 甲'\ntheme = \"ansi\"\n[keys]\nredo = []\n");
        let shown = settings_page(&settings);
        assert_eq!(settings_page(&read_page(&shown)), shown);
        assert!(shown.contains("redo = []"));
    }
}
