//! Where the reader was before going far, to go back there.

use crate::app::place::Place;

/// Places that are kept: the oldest go first.
const MOST: usize = 100;

/// Where the reader was before going far: to the ends, to a match, to what the
/// palette or the list of sources has found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Jumps {
    places: Vec<Place>,
    /// How many of them lie behind the reader; fewer than all after going back.
    behind: usize,
}

impl Jumps {
    /// The reader leaves `place` for one far away: what lay ahead is given up.
    pub(crate) fn leave(&mut self, place: Place) {
        self.places.truncate(self.behind);
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        if self.places.len() > MOST {
            self.places.remove(0);
        }
        self.behind = self.places.len();
    }

    /// The place before; `here` is kept, to come forward to again.
    pub(crate) fn back(&mut self, here: Place) -> Option<Place> {
        let at = self.behind.checked_sub(1)?;
        let place = std::mem::replace(self.places.get_mut(at)?, here);
        self.behind = at;
        Some(place)
    }

    /// The place that was left by going back; `here` is kept, to go back to again.
    pub(crate) fn forward(&mut self, here: Place) -> Option<Place> {
        let place = std::mem::replace(self.places.get_mut(self.behind)?, here);
        self.behind += 1;
        Some(place)
    }
}
