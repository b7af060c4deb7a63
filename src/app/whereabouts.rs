//! Where a review was left, to begin there the next time.

use std::fmt::Write as _;

use crate::app::listing::Order;
use crate::app::model::Model;
use crate::app::page::Follows;
use crate::claim::{Status, Verdict};
use crate::review::{Conditions, Filter, Pass};
use crate::text::ByteOffset;

/// The statuses that a list can be narrowed to.
const STATUSES: [Status; 5] = [
    Status::Unreviewed,
    Status::Agreed(Verdict::Verified),
    Status::Agreed(Verdict::Disputed),
    Status::Agreed(Verdict::Unknown),
    Status::Contested,
];

/// Where a review was left: the claim by name, the article by what stands first in
/// its pane, and what is listed in which order and pass. It is no part of the
/// review: where it cannot be read, or the claim is gone, the review begins as for
/// the first time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whereabouts {
    claim: Option<String>,
    top: Option<ByteOffset>,
    filter: Filter,
    order: Order,
}

impl Whereabouts {
    /// Where the reader of `model` is; none where two sides are being settled or
    /// the tutor leads, which begin at their start.
    pub fn of(model: &Model) -> Option<Self> {
        if model.settling.is_some() || model.lesson.is_some() {
            return None;
        }
        Some(Self {
            claim: model.current_claim().map(|it| it.id.as_str().to_owned()),
            top: Some(model.page.place_at(model.page.top)),
            filter: model.listing.filter().clone(),
            order: model.listing.order(),
        })
    }

    /// The same as it was written. What cannot be read is passed by.
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for line in text.lines() {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            match key {
                "claim" => read.claim = Some(value.to_owned()),
                "article" => read.top = value.parse().ok().map(ByteOffset),
                "status" => {
                    read.filter.status = STATUSES.into_iter().find(|it| it.name() == value);
                }
                "dismissed" => read.filter.dismissed = true,
                "pass" => read.filter.pass = Pass::ALL.into_iter().find(|it| it.name() == value),
                "order" => {
                    let order = Order::ALL.into_iter().find(|it| it.name() == value);
                    read.order = order.unwrap_or_default();
                }
                "list" => read.filter.conditions = Conditions::read(value).unwrap_or_default(),
                _ => {}
            }
        }
        read
    }

    /// A line for each thing that is worth remembering.
    pub fn write(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        if let Some(claim) = &self.claim {
            let _ = writeln!(text, "claim {claim}");
        }
        if let Some(top) = self.top {
            let _ = writeln!(text, "article {}", top.0);
        }
        if let Some(status) = self.filter.status {
            let _ = writeln!(text, "status {}", status.name());
        }
        if self.filter.dismissed {
            text.push_str("dismissed\n");
        }
        if let Some(pass) = self.filter.pass {
            let _ = writeln!(text, "pass {}", pass.name());
        }
        if self.order != Order::default() {
            let _ = writeln!(text, "order {}", self.order.name());
        }
        let typed = self.filter.conditions.typed();
        if !typed.is_empty() {
            let _ = writeln!(text, "list {typed}");
        }
        text
    }

    /// Brings the reader back there, as far as it is still there.
    pub fn come_back(&self, model: &mut Model) {
        let claims = model.review.claims();
        let claim = self.claim.as_deref();
        let position = claims.iter().position(|it| Some(it.id.as_str()) == claim);
        let Some(position) = position else { return };
        model.order_by(self.order);
        if self.filter != Filter::default() {
            model.list_anew(self.filter.clone());
        }
        // The last pass is through what was left out, too.
        let is_whole = |it: &Model| it.listing.filter().pass == Some(Pass::Whole);
        if is_whole(model) && !model.page.shows_left_out() {
            model.page.toggle_left_out();
        }
        // A list without the claim would hide where the reader was.
        if model.listing.index_of(position).is_none() {
            model.list_anew(Filter::default());
        }
        if model.listing.index_of(position).is_none() {
            return;
        }
        model.go_to(position);
        if let Some(top) = self.top {
            let text = model.page.article().text();
            let top = ByteOffset(text.floor_char_boundary(top.0));
            model.page.top = model.page.row_of(top);
            model.page.follows = Follows::Nothing;
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::testing::{Desk, opening};
    use crate::app::{panes, settle};

    const CLAIMS: [&str; 4] = [
        "1 ship sank",
        "2 ships sank",
        "3 ships sank",
        "4 ships sank",
    ];

    fn drawn(desk: &mut Desk) -> usize {
        let panes = panes(&desk.model, Size::new(80, 24));
        settle(&mut desk.model, &panes);
        desk.model.page.top
    }

    #[test]
    fn a_session_begins_where_the_last_one_ended() {
        let text = format!("{}\n{}", CLAIMS.join("\n"), "A line of it.\n".repeat(60));
        let mut desk = Desk::reading(&text, &CLAIMS);
        desk.press("d w u f d tab tab");
        drawn(&mut desk);
        desk.press("9 j");
        let top = drawn(&mut desk);
        let left = Whereabouts::of(&desk.model).expect("a review");
        let left = Whereabouts::read(&left.write());
        let mut next = Desk::opening(opening(&text, &CLAIMS));
        next.model.review = desk.model.review.clone();
        left.come_back(&mut next.model);
        assert_eq!((next.at(), drawn(&mut next)), (1, top));
        assert_eq!(next.model.listing.positions(), [0]);
    }

    #[test]
    fn the_pass_and_the_order_are_as_they_were_left() {
        let criticism = "Lin accused the port of lying";
        let claims = ["It sank", "4000 of 5000 ships sank in 1931", criticism];
        let mut desk = Desk::with(claims);
        for (keys, positions, shows_left_out) in [
            ("t", &[1, 2, 0][..], false),
            ("p", &[1, 0], false),
            ("p", &[2], false),
            ("p t", &[0, 1, 2], true),
            ("p t", &[0, 1, 2], false),
        ] {
            desk.press(keys);
            let left = Whereabouts::of(&desk.model).expect("a review");
            let left = Whereabouts::read(&left.write());
            let mut next = Desk::with(claims);
            left.come_back(&mut next.model);
            let model = &next.model;
            let now = (model.listing.positions(), model.page.shows_left_out());
            assert_eq!(
                now,
                (desk.model.listing.positions(), shows_left_out),
                "{keys}"
            );
            assert_eq!(now.0, positions, "{keys}");
            assert_eq!(model.listing.order(), desk.model.listing.order(), "{keys}");
            assert_eq!(next.at(), desk.at(), "{keys}");
        }
    }

    #[test]
    fn what_is_gone_or_cannot_be_read_changes_nothing() {
        for text in [
            "",
            "claim zzzzzz\narticle 9\n",
            "claim\narticle x\nstatus odd\nlist worth>\n\u{1b}",
        ] {
            let mut desk = Desk::with(CLAIMS);
            desk.press("v");
            Whereabouts::read(text).come_back(&mut desk.model);
            assert_eq!(desk.at(), 2, "{text}");
        }
    }

    #[test]
    fn a_list_that_no_longer_has_the_claim_is_not_narrowed() {
        let mut desk = Desk::with(CLAIMS);
        desk.press("j");
        let id = desk.claim(2).id.as_str().to_owned();
        let left = Whereabouts::read(&format!("claim {id}\nstatus disputed\narticle 999999\n"));
        left.come_back(&mut desk.model);
        assert_eq!(desk.at(), 2);
        assert_eq!(desk.model.listing.positions().len(), 4);
    }
}
