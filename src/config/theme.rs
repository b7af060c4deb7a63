//! Themes: what the colours of the verdicts become, as plain values.

use crate::config::settings::{ThemeName, WhenColour};

/// Colours by what they tell, as numbers of the 256 colours of xterm. Those
/// below 16 are the terminal's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Verified, and what came.
    pub verified: u8,
    /// Disputed, and what went wrong.
    pub disputed: u8,
    /// Unknown.
    pub unknown: u8,
    /// Contested, and marks in the article that are none of its words.
    pub contested: u8,
    /// Two more, where colours tell something else than verdicts.
    pub further: [u8; 2],
    /// Its own ground, if it does not keep the terminal's.
    pub ground: Option<Ground>,
}

/// The colours where nothing is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Of words.
    pub words: u8,
    /// Behind them.
    pub behind: u8,
}

const ANSI: Theme = Theme {
    verified: 2,
    disputed: 1,
    unknown: 3,
    contested: 5,
    further: [4, 6],
    ground: None,
};

const DARK: Theme = Theme {
    verified: 114,
    disputed: 210,
    unknown: 221,
    contested: 176,
    further: [75, 80],
    ground: None,
};

const LIGHT: Theme = Theme {
    verified: 22,
    disputed: 124,
    unknown: 94,
    contested: 90,
    further: [19, 23],
    ground: None,
};

const HIGH_CONTRAST: Theme = Theme {
    verified: 46,
    disputed: 217,
    unknown: 226,
    contested: 219,
    further: [117, 123],
    ground: Some(Ground {
        words: 231,
        behind: 16,
    }),
};

// Blue against orange: the pair that people who confuse red and green keep apart.
const DEUTERANOPIA: Theme = Theme {
    verified: 75,
    disputed: 208,
    unknown: 229,
    contested: 231,
    further: [111, 159],
    ground: None,
};

const DEUTERANOPIA_LIGHT: Theme = Theme {
    verified: 25,
    disputed: 130,
    unknown: 240,
    contested: 16,
    further: [19, 23],
    ground: None,
};

/// What the environment says of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`.
    pub colorfgbg: String,
    /// `NO_COLOR`.
    pub no_color: String,
}

/// The theme that a terminal gets; none where nothing is to be coloured.
pub fn theme_for(name: ThemeName, when: WhenColour, around: &Surroundings) -> Option<Theme> {
    let wanted = match when {
        WhenColour::Always => true,
        WhenColour::Never => false,
        // https://no-color.org: any value that is not empty.
        WhenColour::Auto => around.no_color.is_empty() && around.term != "dumb",
    };
    wanted.then(|| match name {
        ThemeName::Auto | ThemeName::Ask if !shows_256(around) => ANSI,
        ThemeName::Auto | ThemeName::Ask => match is_light(&around.colorfgbg) {
            Some(true) => LIGHT,
            Some(false) => DARK,
            // Of an unknown ground only the terminal's own colours are sure to stand out.
            None => ANSI,
        },
        ThemeName::Dark => DARK,
        ThemeName::Light => LIGHT,
        ThemeName::HighContrast => HIGH_CONTRAST,
        ThemeName::Deuteranopia => DEUTERANOPIA,
        ThemeName::DeuteranopiaLight => DEUTERANOPIA_LIGHT,
        ThemeName::Ansi => ANSI,
    })
}

/// The theme for a ground that the terminal has told of.
pub fn theme_on(is_light: bool, around: &Surroundings) -> Theme {
    match is_light {
        _ if !shows_256(around) => ANSI,
        true => LIGHT,
        false => DARK,
    }
}

fn shows_256(around: &Surroundings) -> bool {
    around.term.contains("256color") || matches!(&*around.colorterm, "truecolor" | "24bit")
}

/// Whether the ground is light, as `COLORFGBG` has it: `15;0`, `0;default;15`.
/// Of the sixteen colours, 7 and 9 to 15 are light (rxvt, and vim's reading of it).
fn is_light(colorfgbg: &str) -> Option<bool> {
    let ground: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
    (ground < 16).then_some(ground == 7 || ground > 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2) of one of the colours from 16 on.
    fn luminance(colour: u8) -> f64 {
        let levels: [u8; 3] = match colour {
            232.. => [8 + 10 * (colour - 232); 3],
            _ => [(colour - 16) / 36, (colour - 16) / 6 % 6, (colour - 16) % 6]
                .map(|it| if it == 0 { 0 } else { 55 + 40 * it }),
        };
        let [red, green, blue] = levels.map(|it| {
            let level = f64::from(it) / 255.0;
            if level <= 0.04045 {
                level / 12.92
            } else {
                ((level + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: u8, other: u8) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_the_ground_it_is_for() {
        // WCAG 2.2: 4.5 to 1 for text, 7 to 1 where contrast is the aim. 234 is
        // the grey of the usual dark themes, 255 that of the usual light ones.
        let table = [
            (DARK, 234, 4.5),
            (LIGHT, 255, 4.5),
            (HIGH_CONTRAST, 16, 7.0),
            (DEUTERANOPIA, 234, 4.5),
            (DEUTERANOPIA_LIGHT, 231, 4.5),
        ];
        for (theme, ground, wanted) in table {
            for colour in [
                theme.verified,
                theme.disputed,
                theme.unknown,
                theme.contested,
                theme.further[0],
                theme.further[1],
            ] {
                let found = contrast(colour, ground);
                assert!(found >= wanted, "{colour} on {ground}: {found:.1}");
            }
        }
    }

    #[test]
    fn the_ground_is_asked_of_the_environment_alone() {
        let around = |colorfgbg: &str, term: &str| Surroundings {
            term: term.to_owned(),
            colorfgbg: colorfgbg.to_owned(),
            ..Surroundings::default()
        };
        let table = [
            ("15;0", "xterm-256color", DARK),
            ("0;15", "xterm-256color", LIGHT),
            ("0;default;15", "screen-256color", LIGHT),
            ("0;default", "xterm-256color", ANSI),
            ("", "xterm-256color", ANSI),
            ("0;15", "xterm", ANSI),
            ("0;99", "xterm-256color", ANSI),
        ];
        for (colorfgbg, term, theme) in table {
            let around = around(colorfgbg, term);
            let found = theme_for(ThemeName::Auto, WhenColour::Auto, &around);
            assert_eq!(found, Some(theme), "{colorfgbg} {term}");
        }
    }

    #[test]
    fn no_color_is_heeded_unless_colour_is_asked_for() {
        let around = Surroundings {
            no_color: "1".to_owned(),
            ..Surroundings::default()
        };
        let theme = |when| theme_for(ThemeName::Dark, when, &around);
        assert_eq!(theme(WhenColour::Auto), None);
        assert_eq!(theme(WhenColour::Never), None);
        assert_eq!(theme(WhenColour::Always), Some(DARK));
    }
}
