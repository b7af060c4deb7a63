//! Which lines go on with the paragraph of the line before.

use crate::split::hard_wrap::line::{Line, Measure, WIDEST};
use crate::text::{Article, BlockKind};

/// The narrowest column that programs break text at, in display columns; verse
/// and lists are narrower.
const NARROWEST: usize = 40;
/// The same in characters that are written without spaces.
const NARROWEST_UNSPACED: usize = 16;
/// Lines broken in mid-sentence that show that a text is hard-wrapped.
const LEAST_BROKEN: usize = 2;

/// For each block, whether the one after it goes on with its paragraph; `None`
/// where nothing is hard-wrapped.
pub(super) fn joins(article: &Article) -> Option<(Vec<bool>, Measure)> {
    let blocks = article.blocks();
    if blocks.len() <= LEAST_BROKEN || blocks.iter().any(|it| it.kind != BlockKind::Line) {
        return None;
    }
    let count = |joins: &Vec<bool>| joins.iter().filter(|it| **it).count();
    let lines = measured(article, Measure::Columns);
    let columns = joined(&lines);
    let unspaced = lines.iter().filter(|it| it.is_unspaced()).count() * 2 > lines.len();
    let characters = unspaced.then(|| joined(&measured(article, Measure::Characters)));
    let characters = characters.filter(|it| count(it) > count(&columns));
    let found = match characters {
        Some(joins) => (joins, Measure::Characters),
        None => (columns, Measure::Columns),
    };
    found.0.contains(&true).then_some(found)
}

fn measured(article: &Article, measure: Measure) -> Vec<Line<'_>> {
    let lines = 0..article.blocks().len();
    lines.map(|it| Line::of(article, it, measure)).collect()
}

fn joined(lines: &[Line<'_>]) -> Vec<bool> {
    let mut joins = vec![false; lines.len()];
    let Some(width) = width(lines).filter(|it| is_wrapped(lines, *it)) else {
        return joins;
    };
    let mut at = 0;
    for group in lines.chunk_by(|one, _| one.leads_on) {
        let own = own_width(group).unwrap_or(width);
        for (pair, join) in group.windows(2).zip(&mut joins[at..]) {
            let [line, next] = pair else { continue };
            *join = line.is_full(next, own) && !next.stands_alone(line);
        }
        at += group.len();
    }
    joins
}

/// The width at which lines seem to have been broken: that of the widest lines,
/// but for a few that hold an address too long to break.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let mut widths: Vec<usize> = lines
        .iter()
        .filter(|it| it.leads_on && it.columns <= WIDEST)
        .map(|it| it.columns)
        .collect();
    widths.sort_unstable();
    let widest = widths.len().checked_sub(1 + widths.len() / 20)?;
    let narrowest = if lines.iter().filter(|it| it.is_unspaced()).count() * 2 > lines.len() {
        lines.first()?.measure.unspaced() * NARROWEST_UNSPACED
    } else {
        NARROWEST
    };
    Some(widths[widest]).filter(|it| *it >= narrowest)
}

/// Whether lines that break off in mid-sentence are as a rule full at `width`.
fn is_wrapped(lines: &[Line<'_>], width: usize) -> bool {
    let pairs = lines.windows(2).filter(|it| it[0].leads_on);
    let (mut broken, mut open, mut full) = (0, 0, 0);
    for pair in pairs {
        let [line, next] = pair else { continue };
        if line.is_ended() || line.columns > WIDEST {
            continue;
        }
        open += 1;
        let is_full = line.is_full(next, width);
        full += usize::from(is_full);
        broken += usize::from(is_full && line.is_broken(next));
    }
    broken >= LEAST_BROKEN && full * 5 >= open * 3
}

/// Lines from which a paragraph's own width can be told.
const LEAST_LINES: usize = 5;

/// The width of a paragraph that is set narrower than the rest.
fn own_width(group: &[Line<'_>]) -> Option<usize> {
    if group.len() < LEAST_LINES {
        return None;
    }
    let own = width(group)?;
    let pairs = group.windows(2);
    let full = pairs.filter(|it| it[0].is_full(&it[1], own)).count();
    (full * 5 >= (group.len() - 1) * 4).then_some(own)
}
