//! What a person wants of the interface, where people differ.

use crate::text::AmbiguousWidth;

/// Where a verdict leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Advance {
    /// To the next claim that nobody has judged.
    #[default]
    NextUnreviewed,
    /// To the next claim of the list.
    Next,
    /// Nowhere.
    Stay,
}

impl Advance {
    /// Every answer, in the order of the manual.
    pub const ALL: [Self; 3] = [Self::NextUnreviewed, Self::Next, Self::Stay];

    /// Its name in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NextUnreviewed => "next-unreviewed",
            Self::Next => "next",
            Self::Stay => "stay",
        }
    }
}

/// How the panes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Side by side where there is room, else one above the other.
    #[default]
    Auto,
    /// Side by side, as long as more than one pane has room.
    Beside,
    /// One above the other.
    Stacked,
}

impl Arrangement {
    /// Every answer, in the order of the manual.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Beside, Self::Stacked];

    /// Its name in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Beside => "beside",
            Self::Stacked => "stacked",
        }
    }
}

/// What a person wants of the interface, where people differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Where a verdict leads.
    pub advance: Advance,
    /// How the panes stand.
    pub arrangement: Arrangement,
    /// The columns of what UAX 11 calls ambiguous, in the person's terminal.
    pub ambiguous_width: AmbiguousWidth,
    /// Words that notes and queries often begin with.
    pub templates: Vec<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        let templates = [
            "The source has another figure: ",
            "The source says it otherwise: ",
            "Confirmed by a second source: ",
            "Asked, no answer yet: ",
            "Not to be found; looked in: ",
        ];
        Self {
            advance: Advance::default(),
            arrangement: Arrangement::default(),
            ambiguous_width: AmbiguousWidth::default(),
            templates: templates.map(str::to_owned).to_vec(),
        }
    }
}
