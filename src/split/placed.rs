//! Things found in a text, looked up by place.

use std::ops::Range;

use crate::mention::Mention;
use crate::split::cue::FoundCue;
use crate::split::quotation::Quotation;
use crate::text::ByteRange;

/// Something that stands at a place in a text.
pub(super) trait Stands {
    /// Where it stands.
    fn place(&self) -> ByteRange;
}

impl Stands for FoundCue {
    fn place(&self) -> ByteRange {
        self.range
    }
}

impl Stands for Mention {
    fn place(&self) -> ByteRange {
        self.range
    }
}

impl Stands for Quotation {
    fn place(&self) -> ByteRange {
        self.range
    }
}

/// Bytes between two remembered items. A look-up begins at the one before its
/// place and walks on; halving the whole list took a quarter of the time of a
/// split, for each step of it missed the cache.
const STRIDE: usize = 32;

/// Things in the order of the text.
pub(super) struct Placed<T> {
    items: Vec<T>,
    /// The first item that begins at byte `i * STRIDE` or later.
    first: Vec<u32>,
}

impl<T: Stands> Placed<T> {
    /// `items` must be in the order of their beginnings, `bytes` long is the text.
    pub(super) fn new(items: Vec<T>, bytes: usize) -> Self {
        let mut first = Vec::with_capacity(bytes / STRIDE + 2);
        let mut item = 0;
        for step in 0..=bytes / STRIDE + 1 {
            while items
                .get(item)
                .is_some_and(|it| it.place().start.0 < step * STRIDE)
            {
                item += 1;
            }
            first.push(u32::try_from(item).expect("fewer items than an article has bytes"));
        }
        Self { items, first }
    }

    /// The items that stand wholly in `range`.
    pub(super) fn inside(&self, range: ByteRange) -> &[T] {
        let from = self.beginning_before(range.start.0);
        let past = self.beginning_before(range.end.0).max(from);
        let over = |it: &&T| it.place().end > range.end;
        let sticking_out = self.items[from..past].iter().rev().take_while(over).count();
        &self.items[from..past - sticking_out]
    }

    /// The last items that begin before the end of `range`, the latest first.
    pub(super) fn up_to(&self, range: ByteRange) -> impl Iterator<Item = &T> {
        self.items[..self.beginning_before(range.end.0)]
            .iter()
            .rev()
    }

    fn beginning_before(&self, place: usize) -> usize {
        let walk: Range<usize> = self.first[place / STRIDE] as usize..self.items.len();
        let further = self.items[walk.clone()]
            .iter()
            .take_while(|it| it.place().start.0 < place)
            .count();
        walk.start + further
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct At(ByteRange);

    impl Stands for At {
        fn place(&self) -> ByteRange {
            self.0
        }
    }

    #[test]
    fn what_stands_in_a_stretch_is_found_wherever_it_begins() {
        let all: Vec<ByteRange> = (0..300)
            .map(|it| ByteRange::new(it * 3, it * 3 + 2))
            .collect();
        let placed = Placed::new(all.iter().copied().map(At).collect(), 900);
        for (start, end) in [(0, 900), (0, 0), (1, 2), (127, 131), (256, 512), (898, 900)] {
            let range = ByteRange::new(start, end);
            let expected: Vec<ByteRange> = all
                .iter()
                .copied()
                .filter(|it| range.contains(*it))
                .collect();
            let found: Vec<ByteRange> = placed.inside(range).iter().map(|it| it.0).collect();
            assert_eq!(found, expected, "{start}..{end}");
        }
    }
}
