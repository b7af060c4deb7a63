//! Words by the ideograph that they begin with.

use crate::mention::words::Candidates;

/// Candidates by ideograph: most ideographs begin no word, and that must be
/// told at once, for they are most of a Chinese text.
#[derive(Default)]
pub(super) struct Ideographs {
    /// For each ideograph of the block the place of its words, counted from 1; 0
    /// is none. Empty where the language has none.
    places: Vec<u16>,
    pub(super) candidates: Vec<Candidates>,
}

impl Ideographs {
    pub(super) fn entry(&mut self, head: usize) -> &mut Candidates {
        if self.places.is_empty() {
            self.places = vec![0; usize::from(LAST_IDEOGRAPH - FIRST_IDEOGRAPH) + 1];
        }
        if self.places[head] == 0 {
            self.candidates.push(Vec::new());
            self.places[head] = u16::try_from(self.candidates.len()).unwrap_or(0);
        }
        let place = usize::from(self.places[head]);
        &mut self.candidates[place - 1]
    }

    #[inline]
    pub(super) fn of(&self, head: usize) -> Option<&Candidates> {
        let place = usize::from(*self.places.get(head)?).checked_sub(1)?;
        self.candidates.get(place)
    }
}

/// The block "CJK Unified Ideographs" of Unicode.
const FIRST_IDEOGRAPH: u16 = 0x4E00;
const LAST_IDEOGRAPH: u16 = 0x9FFF;

/// The place of an ideograph in its block.
#[inline]
pub(in crate::mention) fn ideograph(c: char) -> Option<usize> {
    let code = u32::from(c);
    let block = u32::from(FIRST_IDEOGRAPH)..=u32::from(LAST_IDEOGRAPH);
    block
        .contains(&code)
        .then(|| (code - u32::from(FIRST_IDEOGRAPH)) as usize)
}
