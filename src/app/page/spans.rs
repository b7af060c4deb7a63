//! What stands where on the page.

use crate::text::{ByteOffset, ByteRange};

/// Where something was put into the text: the place in the article, and how
/// many bytes everything from there on stands later.
#[derive(Clone, Debug, Default)]
pub(super) struct Insertions(pub(super) Vec<(usize, usize)>);

impl Insertions {
    /// The same stretch in the composed text: what is put in at its ends stays outside.
    pub(super) fn shifted(&self, range: ByteRange) -> ByteRange {
        let shift = |upto: usize| upto.checked_sub(1).map_or(0, |it| self.0[it].1);
        let start = range.start.0;
        let start = start + shift(self.0.partition_point(|it| it.0 <= start));
        let end = range.end.0;
        let end = end + shift(self.0.partition_point(|it| it.0 < end));
        ByteRange::new(start, end.max(start))
    }

    /// The place in the article of a place in the composed text.
    pub(super) fn back(&self, place: ByteOffset) -> ByteOffset {
        let after = self.0.partition_point(|it| it.0 + it.1 <= place.0);
        match after.checked_sub(1).map(|it| self.0[it]) {
            Some((at, shift)) => ByteOffset((place.0 - shift).max(at)),
            None => place,
        }
    }
}

/// Stretches with what they are, found by place in logarithmic time.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    /// By start.
    spans: Vec<(ByteRange, usize)>,
    /// The furthest end of all spans up to this one: it never falls, so the
    /// first that can reach a place is found by binary search.
    reach: Vec<ByteOffset>,
}

impl Spans {
    pub(super) fn new(mut spans: Vec<(ByteRange, usize)>) -> Self {
        spans.retain(|it| !it.0.is_empty());
        spans.sort_by_key(|it| (it.0.start, it.1));
        let mut furthest = ByteOffset(0);
        let reach = spans
            .iter()
            .map(|it| {
                furthest = furthest.max(it.0.end);
                furthest
            })
            .collect();
        Self { spans, reach }
    }

    /// Those that start inside `range`, in order.
    pub(super) fn starting_in(
        &self,
        range: ByteRange,
    ) -> impl Iterator<Item = (ByteRange, usize)> + '_ {
        let first = self.spans.partition_point(|it| it.0.start < range.start);
        let rest = self.spans[first..].iter().copied();
        rest.take_while(move |it| it.0.start < range.end)
    }

    /// What covers `place`, `preferred` before others, and up to where that holds.
    pub(super) fn at(
        &self,
        place: ByteOffset,
        preferred: Option<usize>,
    ) -> (Option<usize>, ByteOffset) {
        let first = self.reach.partition_point(|it| *it <= place);
        let mut found: Option<(ByteRange, usize)> = None;
        let mut until = ByteOffset(usize::MAX);
        for &(range, id) in &self.spans[first..] {
            if range.start > place {
                until = until.min(range.start);
                break;
            }
            if !range.covers(place) {
                continue;
            }
            until = until.min(range.end);
            if found.is_none_or(|it| Some(it.1) != preferred) {
                found = Some((range, id));
            }
        }
        (found.map(|it| it.1), until)
    }
}
