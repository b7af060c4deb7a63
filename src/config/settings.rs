//! What a person can set, and what holds where nothing is set.

use crate::app::{KeyOverride, Keymap, Preferences};

/// The user's settings.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who judges; git's `user.name` where nobody is named.
    pub reviewer: Option<String>,
    /// What the person wants of the interface, where people differ.
    pub preferences: Preferences,
    /// The program that cuts articles into claims; redpencil's own rules where
    /// none is named.
    pub splitter: Option<Splitter>,
    /// Whether a frame is marked as one, for terminals that then show it at once.
    pub synchronized: bool,
    /// Whether redpencil takes the pointer, or leaves it to the terminal.
    pub mouse: bool,
    /// Whether redpencil may write the terminal's clipboard.
    pub clipboard: bool,
    /// The colours.
    pub theme: ThemeName,
    /// Whether there are colours at all.
    pub color: WhenColour,
    /// Keys that actions have instead of those of the table.
    pub keys: Vec<KeyOverride>,
    /// Which key does what, made of the table and of `keys`.
    pub keymap: Keymap,
}

/// A program of the person's that cuts articles into claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splitter {
    /// The program: a name on the path, or where it is.
    pub program: String,
    /// What it is started with, word by word: no shell reads it.
    pub arguments: Vec<String>,
}

impl Splitter {
    /// What its claims are marked with: the program's name without its folder.
    pub fn name(&self) -> &str {
        let name = self.program.rsplit('/').next();
        name.filter(|it| !it.is_empty()).unwrap_or(&self.program)
    }

    /// Its words, in the order in which they are set.
    pub fn words(&self) -> Vec<String> {
        let program = [self.program.clone()];
        program.into_iter().chain(self.arguments.clone()).collect()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reviewer: None,
            preferences: Preferences::default(),
            splitter: None,
            synchronized: true,
            mouse: true,
            clipboard: true,
            theme: ThemeName::default(),
            color: WhenColour::default(),
            keys: Vec::new(),
            keymap: Keymap::default(),
        }
    }
}

/// A set of colours, by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Light or dark as the terminal says in `COLORFGBG`; else its own sixteen.
    #[default]
    Auto,
    /// Light or dark as the terminal itself says when it is asked.
    Ask,
    /// For dark grounds.
    Dark,
    /// For light grounds.
    Light,
    /// Strong colours on a black ground of its own.
    HighContrast,
    /// Blue and orange instead of green and red, for dark grounds.
    Deuteranopia,
    /// The same for light grounds.
    DeuteranopiaLight,
    /// The terminal's own sixteen colours.
    Ansi,
}

impl ThemeName {
    /// Every theme, in the order of the manual.
    pub const ALL: [Self; 8] = [
        Self::Auto,
        Self::Ask,
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::Deuteranopia,
        Self::DeuteranopiaLight,
        Self::Ansi,
    ];

    /// Its name in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ask => "ask",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Deuteranopia => "deuteranopia",
            Self::DeuteranopiaLight => "deuteranopia-light",
            Self::Ansi => "ansi",
        }
    }
}

/// When there are colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenColour {
    /// Where the terminal shows them and `NO_COLOR` does not forbid them.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never: signs and words say the same.
    Never,
}

impl WhenColour {
    /// Every answer, in the order of the manual.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// Its name in the settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}
