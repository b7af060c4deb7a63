//! Which key does what: the table, and what the person has changed of it.

use std::collections::HashMap;

use crate::app::action::{ACTIONS, Action, Entry, Scope};
use crate::app::key::{KeyChord, NoSuchKey};

/// Which key does what.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// The keys of each action, in the order of the table.
    keys: Vec<Vec<KeyChord>>,
    actions: HashMap<(Scope, KeyChord), Action>,
}

/// Keys that an action shall have instead of those of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyOverride {
    /// The action's name.
    pub action: String,
    /// Its keys from now on; none takes the action off the keyboard.
    pub keys: Vec<String>,
}

/// Why a keymap cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// There is no such action.
    #[error("there is no action {0:?}; `redpencil config --show` lists them")]
    NoSuchAction(String),
    /// There is no such key.
    #[error("action {action}: {source}")]
    NoSuchKey {
        /// The action that should get it.
        action: String,
        /// What was found.
        source: NoSuchKey,
    },
    /// A key would do two things.
    #[error("key {key} is given to both {one} and {other}: give one of them another key")]
    Collision {
        /// The key.
        key: KeyChord,
        /// The action that comes first in the table.
        one: &'static str,
        /// The other action.
        other: &'static str,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[]).expect("a test holds that the table's keys exist and do not collide")
    }
}

impl Keymap {
    /// The table's keys, but for the actions that `overrides` names.
    pub fn new(overrides: &[KeyOverride]) -> Result<Self, KeymapError> {
        for it in overrides {
            if !ACTIONS.iter().any(|entry| entry.name == it.action) {
                return Err(KeymapError::NoSuchAction(it.action.clone()));
            }
        }
        let mut keys = Vec::with_capacity(ACTIONS.len());
        for entry in ACTIONS {
            let own = overrides.iter().rfind(|it| it.action == entry.name);
            keys.push(match own {
                Some(own) => read(entry, own.keys.iter().map(String::as_str))?,
                None => read(entry, entry.keys.iter().copied())?,
            });
        }
        let mut actions: HashMap<(Scope, KeyChord), Action> = HashMap::new();
        for (entry, keys) in ACTIONS.iter().zip(&keys) {
            for &key in keys {
                let meeting = Scope::ALL.into_iter().filter(|it| it.meets(entry.scope));
                for scope in meeting {
                    if let Some(taken) = actions.get(&(scope, key)) {
                        return Err(KeymapError::Collision {
                            key,
                            one: taken.entry().name,
                            other: entry.name,
                        });
                    }
                }
                actions.insert((entry.scope, key), entry.action);
            }
        }
        Ok(Self { keys, actions })
    }

    /// What `key` does where the keys of `scopes` count.
    pub fn action(&self, scopes: &[Scope], key: KeyChord) -> Option<Action> {
        scopes
            .iter()
            .find_map(|scope| self.actions.get(&(*scope, key)))
            .copied()
    }

    /// The keys of an action, the one to show first.
    pub fn keys(&self, action: Action) -> &[KeyChord] {
        &self.keys[action as usize]
    }

    /// The key to show for an action; none if it has no key.
    pub fn key(&self, action: Action) -> Option<KeyChord> {
        self.keys(action).first().copied()
    }
}

fn read<'a>(
    entry: &Entry,
    words: impl Iterator<Item = &'a str>,
) -> Result<Vec<KeyChord>, KeymapError> {
    let mut keys = Vec::new();
    for word in words {
        let key = word.parse().map_err(|source| KeymapError::NoSuchKey {
            action: entry.name.to_owned(),
            source,
        })?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(action: &str, keys: &[&str]) -> KeyOverride {
        KeyOverride {
            action: action.to_owned(),
            keys: keys.iter().map(|&it| it.to_owned()).collect(),
        }
    }

    #[test]
    fn the_tables_keys_do_not_collide() {
        assert_eq!(Keymap::new(&[]).err(), None);
    }

    #[test]
    fn a_collision_names_both_actions() {
        let told = Keymap::new(&[change("quit", &["v"])]).expect_err("v is taken");
        assert_eq!(
            told.to_string(),
            "key v is given to both verify and quit: give one of them another key"
        );
        let swapped = [change("quit", &["v"]), change("verify", &["q"])];
        let keymap = Keymap::new(&swapped).expect("two keys changed places");
        let key: KeyChord = "q".parse().expect("a key");
        let scopes = [Scope::Claim, Scope::Review];
        assert_eq!(keymap.action(&scopes, key), Some(Action::Verify));
    }

    #[test]
    fn the_same_key_may_mean_other_things_in_other_places() {
        let key: KeyChord = "o".parse().expect("a key");
        let keymap = Keymap::default();
        assert_eq!(keymap.action(&[Scope::Claim], key), Some(Action::EditNote));
        assert_eq!(
            keymap.action(&[Scope::Reason], key),
            Some(Action::ReasonOutdated)
        );
        assert_eq!(keymap.action(&[Scope::Field], key), None);
    }

    #[test]
    fn what_is_unknown_is_told() {
        let told = |it: KeyOverride| Keymap::new(&[it]).expect_err("unknown").to_string();
        assert!(told(change("vreify", &["v"])).contains("vreify"));
        assert!(told(change("verify", &["ctl-v"])).contains("ctl-v"));
    }
}
