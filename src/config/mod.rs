//! Row 6: the user's settings.
//!
//! Reads `config.toml` with the place of every fault, writes the commented file
//! that a person starts from, and says which theme suits the terminal. Only
//! the user's own folder is read: a repository's files set nothing. Of the world,
//! files and the environment may be used.

mod location;
mod page;
mod read;
mod settings;
mod theme;

pub use location::{file, load, write_first};
pub use page::{defaults_page, settings_page};
pub use read::read;
pub use settings::{Settings, Splitter, ThemeName, WhenColour};
pub use theme::{Ground, Surroundings, Theme, theme_for, theme_on};
