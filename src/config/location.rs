//! Where the settings are, and what the environment says beside them.

use std::env;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};

use crate::config::page::defaults_page;
use crate::config::read::read;
use crate::config::settings::Settings;
use crate::config::theme::Surroundings;
use crate::text::Problem;

/// Settings need no more: the longest file made here has some 10 kB.
const MOST_BYTES: u64 = 1 << 20;

/// `$XDG_CONFIG_HOME/redpencil/config.toml`, there or not.
pub fn file() -> Result<PathBuf, Problem> {
    let strategy = choose_base_strategy()
        .map_err(|error| Problem::error(format!("no folder for settings: {error}")))?;
    Ok(strategy.config_dir().join("redpencil").join("config.toml"))
}

/// The user's settings; the defaults where there is no file.
pub fn load() -> Result<Settings, Problem> {
    // Without a home there are no settings, which is no reason not to work.
    let Ok(path) = file() else {
        return Ok(Settings::default());
    };
    let failed = |what: String| Problem::error(what).in_file(&path);
    let opened = match fs::metadata(&path) {
        Ok(found) if !found.is_file() => return Err(failed("this is no regular file".to_owned())),
        Ok(_) => fs::File::open(&path),
        Err(error) => Err(error),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
        Err(error) => return Err(failed(format!("the settings cannot be read: {error}"))),
    };
    let mut text = String::new();
    opened
        .take(MOST_BYTES)
        .read_to_string(&mut text)
        .map_err(|error| failed(format!("the settings cannot be read: {error}")))?;
    read(&path, &text)
}

/// Writes the file to start from. One that is there stays as it is.
pub fn write_first() -> Result<PathBuf, Problem> {
    let path = file()?;
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Problem::error("there are settings already")
            .in_file(&path)
            .next_step("change them there; `redpencil config --show` shows what holds"),
        _ => Problem::error(format!("the settings cannot be written: {error}")).in_file(&path),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut made = fs::File::create_new(&path).map_err(failed)?;
    made.write_all(defaults_page().as_bytes()).map_err(failed)?;
    Ok(path)
}

impl Surroundings {
    /// What the environment of this process says.
    pub fn here() -> Self {
        let value = |name| {
            let value = env::var_os(name).unwrap_or_default();
            value.to_string_lossy().into_owned()
        };
        Self {
            term: value("TERM"),
            colorterm: value("COLORTERM"),
            colorfgbg: value("COLORFGBG"),
            no_color: value("NO_COLOR"),
        }
    }
}
