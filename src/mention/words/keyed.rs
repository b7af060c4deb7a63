//! A map by words of our own tables: its hash is short, for its keys are.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Words by their key, hashed by FNV-1a: the keys are our own, and short.
pub(super) type Keyed<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

/// FNV-1a, 64 bits (`http://www.isthe.com/chongo/tech/comp/fnv/`).
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
