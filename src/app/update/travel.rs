//! Moving about.

use crate::app::action::Action;
use crate::app::listing::Order;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::preferences::Advance;
use crate::app::update::{article, read};
use crate::claim::Status;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Up, towards the start.
    Back,
    /// Down, towards the end.
    Forward,
}

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stride {
    /// One row or claim.
    One,
    /// Half of what the pane shows.
    HalfPage,
    /// What the pane shows, but for one row.
    Page,
}

impl Stride {
    fn rows(self, height: usize) -> usize {
        match self {
            Self::One => 1,
            Self::HalfPage => (height / 2).max(1),
            Self::Page => height.saturating_sub(1).max(1),
        }
    }
}

/// Goes on after a verdict, as the person has set it: to the next unreviewed
/// claim, in a list of another status to the next one listed.
pub(super) fn on(model: &mut Model) {
    if model.settling.is_some() {
        return on_to_settle(model);
    }
    let filter = model.listing.filter();
    let next_listed = model.listing.next(model.cursor);
    let next = match (model.preferences.advance, filter.status) {
        (Advance::Stay, _) => None,
        _ if !filter.conditions.is_empty() => next_listed,
        (Advance::NextUnreviewed, None | Some(Status::Unreviewed)) if goes_by_list(model) => {
            listed_unreviewed(model, Direction::Forward)
        }
        (Advance::NextUnreviewed, None | Some(Status::Unreviewed)) => {
            model.review.next_unreviewed(model.cursor)
        }
        (Advance::Next, _) | (Advance::NextUnreviewed, Some(_)) => next_listed,
    };
    if let Some(next) = next {
        return model.go_to(next);
    }
    let none_left = model.review.progress().unreviewed == 0;
    if let Notice::Told(told) = &mut model.notice
        && none_left
    {
        told.insert_str(0, "every claim is judged · ");
    }
}

/// Goes on to the next claim that is to be settled, round the end of the list.
fn on_to_settle(model: &mut Model) {
    if let Some(next) = listed_that(model, Direction::Forward, |it| is_to_settle(model, it)) {
        return model.go_to(next);
    }
    if let Notice::Told(told) = &mut model.notice {
        told.insert_str(0, "every difference is settled · ");
    }
}

/// Whether two sides differ on the claim at `position` and nobody has ended that.
fn is_to_settle(model: &Model, position: usize) -> bool {
    let claim = model.review.claims().get(position);
    let settling = model.settling.as_ref();
    claim
        .zip(settling)
        .is_some_and(|(claim, settling)| settling.is_open(claim))
}

/// To the next or the previous claim that is to be settled.
fn to_open(model: &mut Model, direction: Direction) {
    match listed_that(model, direction, |it| is_to_settle(model, it)) {
        Some(position) => model.go_to(position),
        None => model.notice = Notice::Told("every difference is settled".to_owned()),
    }
}

/// To the next or the previous unreviewed claim, round the ends; while two sides
/// are settled, to one that is still open.
pub(super) fn to_unreviewed(model: &mut Model, direction: Direction) {
    if model.settling.is_some() {
        return to_open(model, direction);
    }
    let found = match direction {
        _ if goes_by_list(model) => listed_unreviewed(model, direction),
        Direction::Forward => model.review.next_unreviewed(model.cursor),
        Direction::Back => model.review.previous_unreviewed(model.cursor),
    };
    let Some(position) = found else {
        model.notice = Notice::Told(if model.review.progress().unreviewed == 0 {
            let key = model.keymap.key(Action::Commit);
            let commits = key.map(|it| format!("; {it} commits the claim file"));
            format!("every claim is judged{}", commits.unwrap_or_default())
        } else {
            "no unreviewed claim is listed".to_owned()
        });
        return;
    };
    if model.listing.index_of(position).is_none() {
        let key = model.keymap.key(Action::ClearFilter);
        let all = key
            .map(|it| format!("; {it} lists all"))
            .unwrap_or_default();
        model.notice = Notice::Told(format!("no unreviewed claim is listed{all}"));
        return;
    }
    let index = |it| model.listing.index_of(it);
    let (here, there) = (index(model.cursor), index(position));
    let told = match direction {
        _ if position == model.cursor => Some("this is the only unreviewed claim"),
        Direction::Forward if there < here => Some("on from the start"),
        Direction::Back if there > here => Some("on from the end"),
        Direction::Forward | Direction::Back => None,
    };
    if let Some(told) = told {
        model.notice = Notice::Told(told.to_owned());
    }
    model.go_to(position);
}

/// Whether the next claim is looked for in the list, not in the whole article.
fn goes_by_list(model: &Model) -> bool {
    let filter = model.listing.filter();
    let in_order = model.listing.order() == Order::Article;
    !filter.conditions.is_empty() || filter.pass.is_some() || !in_order
}

/// The next or the previous of the listed claims that waits for a verdict, round
/// the ends of the list.
fn listed_unreviewed(model: &Model, direction: Direction) -> Option<usize> {
    listed_that(model, direction, |it| {
        let claim = model.review.claims().get(it);
        let is_work = claim.is_some_and(|it| !it.dismissed && it.same_as.is_none());
        is_work && model.status(it) == Status::Unreviewed
    })
}

/// The next or the previous listed claim for which `holds` says so, round the
/// ends of the list.
fn listed_that(
    model: &Model,
    direction: Direction,
    holds: impl Fn(usize) -> bool,
) -> Option<usize> {
    let positions = model.listing.positions();
    let here = model.listing.index_of(model.cursor).map_or(0, |it| it + 1);
    let (before, after) = positions.split_at(here);
    let waits = |it: &&usize| holds(**it);
    let found = match direction {
        Direction::Forward => after.iter().chain(before).find(waits),
        Direction::Back => {
            let before = before.strip_suffix(&[model.cursor]).unwrap_or(before);
            let all = before.iter().rev();
            let mut all = all.chain(positions[before.len()..].iter().rev());
            all.find(waits)
        }
    };
    found.copied()
}

/// Moves in the pane that has the focus, as often as the count says.
pub(super) fn by(model: &mut Model, stride: Stride, direction: Direction) {
    let times = model.count.unwrap_or(1).max(1);
    let Some(pane) = read::pane(model) else {
        let rows = stride.rows(model.heights.article).saturating_mul(times);
        return read::by_rows(model, rows, direction);
    };
    match pane {
        Pane::Claims => {
            let rows = stride.rows(model.heights.claims).saturating_mul(times);
            in_list(model, rows, direction);
        }
        Pane::Article => {
            let rows = stride.rows(model.heights.article).saturating_mul(times);
            if stride != Stride::One {
                model.page.top = moved(model.page.top, rows, direction);
            }
            article::by_rows(model, rows, direction);
        }
        Pane::Claim => {
            let rows = stride.rows(model.heights.claim).saturating_mul(times);
            model.detail.top = moved(model.detail.top, rows, direction);
        }
    }
}

/// Moves in the list, whichever pane has the keys.
pub(super) fn in_list(model: &mut Model, rows: usize, direction: Direction) {
    let index = model.listing.index_of(model.cursor).unwrap_or(0);
    go_to_index(model, moved(index, rows, direction));
}

/// To the start or the end; with a count to the claim of that number.
pub(super) fn to_end(model: &mut Model, direction: Direction) {
    if model.is_reading {
        return read::by_rows(model, usize::MAX, direction);
    }
    if let Some(number) = model.count {
        let position = number.clamp(1, model.review.claims().len().max(1)) - 1;
        if let Some(nearest) = model.listing.nearest(position) {
            model.go_to(nearest);
        }
        return;
    }
    let end = match direction {
        Direction::Back => 0,
        Direction::Forward => usize::MAX,
    };
    match model.focus {
        Pane::Claims => go_to_index(model, end),
        Pane::Article => {
            article::by_rows(model, usize::MAX, direction);
        }
        Pane::Claim => model.detail.top = end,
    }
}

fn go_to_index(model: &mut Model, index: usize) {
    let last = model.listing.positions().len().saturating_sub(1);
    if let Some(&position) = model.listing.positions().get(index.min(last)) {
        model.go_to(position);
    }
}

fn moved(from: usize, rows: usize, direction: Direction) -> usize {
    match direction {
        Direction::Back => from.saturating_sub(rows),
        Direction::Forward => from.saturating_add(rows),
    }
}
