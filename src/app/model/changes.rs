//! How the interface follows what has changed: places, the list, the search.

use crate::anchor;
use crate::app::listing::{Listing, Order};
use crate::app::model::Model;
use crate::app::tint::ColourBy;
use crate::claim::{Claim, ClaimId, Reviewer, Standing, TextQuoteSelector};
use crate::review::{Change, Filter};
use crate::text::ByteRange;

impl Model {
    /// Notes where the quote of a claim stands; none where it does not.
    pub(crate) fn set_place(&mut self, id: ClaimId, range: Option<ByteRange>) {
        match range {
            Some(range) => self.places.insert(id, range),
            None => self.places.remove(&id),
        };
    }

    /// Finds the quote of a claim again after it was changed.
    pub(crate) fn replace(&mut self, id: &ClaimId) {
        let Some(claim) = self.review.claim(id) else {
            return;
        };
        let standing = anchor::locate(self.page.article(), &[&claim.quote]);
        let range = standing.first().and_then(|it| it.range());
        self.set_place(id.clone(), range);
        self.place_anew();
    }

    /// Takes in what a step changed.
    pub(crate) fn take_in(&mut self, change: &Change) {
        self.detail.forget();
        self.remembered.forget(&change.touched);
        self.search_anew();
        if change.moved {
            let review = &self.review;
            self.marks.keep(|it| review.claim(it).is_some());
            self.place_anew();
            self.list_anew(self.listing.filter().clone());
            return;
        }
        if change.touched.iter().any(|it| self.is_misplaced(it)) {
            self.place_anew();
        }
        for id in &change.touched {
            if let Some(position) = self.review.position(id) {
                self.listing.look_again(&self.review, &self.page, position);
            }
        }
        if self.listing.index_of(self.cursor).is_none()
            && let Some(nearest) = self.listing.nearest(self.cursor)
        {
            self.go_to(nearest);
        }
    }

    /// Whether the quote of a claim was changed, by a step or by taking one back.
    fn is_misplaced(&self, id: &ClaimId) -> bool {
        let text = self.page.article().text();
        let claim = self.review.claim(id);
        let place = self.places.get(id);
        claim
            .zip(place)
            .is_some_and(|(claim, place)| place.of(text) != claim.quote.exact)
    }

    /// Finds the place of each claim again after claims came or went.
    fn place_anew(&mut self) {
        let article = self.page.article();
        let claims = self.review.claims();
        // A place holds as long as the quote stands there: a claim that was cut in
        // two has its name still, and another quote.
        let known = |claim: &Claim| {
            let place = self.places.get(&claim.id).copied();
            place.filter(|it| it.of(article.text()) == claim.quote.exact)
        };
        let lost: Vec<&Claim> = claims.iter().filter(|it| known(it).is_none()).collect();
        let quotes: Vec<&TextQuoteSelector> = lost.iter().map(|it| &it.quote).collect();
        let standings = anchor::locate(article, &quotes);
        let ids = lost.iter().map(|it| it.id.clone());
        let found: Vec<(ClaimId, Option<ByteRange>)> = ids
            .zip(standings.into_iter().map(Standing::range))
            .collect();
        for (id, range) in found {
            self.set_place(id, range);
        }
        let places = &self.places;
        let claims = self.review.claims().iter();
        let ranges = claims.map(|it| places.get(&it.id).copied()).collect();
        self.page.set_ranges(ranges);
    }

    /// Lists the same in another order.
    pub(crate) fn order_by(&mut self, order: Order) {
        let filter = self.listing.filter().clone();
        self.listing = Listing::new(&self.review, &self.page, filter.clone(), order);
        self.list_anew(filter);
    }

    /// Says what the colours of claims tell.
    pub(crate) fn colour(&mut self, by: ColourBy) {
        let judged = self.review.claims().iter().flat_map(|it| &it.verdicts);
        let mut reviewers: Vec<Reviewer> = judged.map(|it| it.reviewer.clone()).collect();
        reviewers.push(self.reviewer.clone());
        reviewers.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        reviewers.dedup();
        self.reviewers = reviewers;
        self.colour_by = by;
    }

    /// Lists what `filter` lists, the cursor on the nearest claim.
    pub(crate) fn list_anew(&mut self, filter: Filter) {
        self.listing = Listing::new(&self.review, &self.page, filter, self.listing.order());
        if let Some(settling) = &self.settling {
            self.listing.keep(&self.review, |it| settling.lists(it));
        }
        if let Some(nearest) = self.listing.nearest(self.cursor) {
            self.go_to(nearest);
        }
        self.search_anew();
    }

    /// Begins the search again: claims or what is listed have changed.
    fn search_anew(&mut self) {
        if let Some(search) = &mut self.search {
            search.begin_again();
        }
    }
}
