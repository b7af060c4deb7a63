//! Chinese stretches of time: 從3月5日到9日, 2018年以前, 過去十年, 早上五到六點.

use chrono::{Datelike, NaiveDate};

use crate::mention::calendar::{When, distance};
use crate::mention::compound::bounded::open_ended;
use crate::mention::compound::marked_once::marked_once;
use crate::mention::compound::stretch;
use crate::mention::duration::length;
use crate::mention::number::number;
use crate::mention::range;
use crate::mention::reader::Reader;
use crate::mention::stretch::{day_after, first_day};
use crate::mention::time::Clock;
use crate::mention::time::chinese::clock;
use crate::mention::words::{Edge, Meaning, Phase, TimeUnit};
use crate::mention::{Mention, MentionKind, Point, point};

/// The longest stretch of time that begins at token `at`, where `here` stands if
/// it is a time.
pub(in crate::mention) fn chinese(
    reader: &Reader<'_>,
    at: usize,
    here: Option<&Point>,
) -> Option<(usize, Mention)> {
    let candidates = [
        from_to(reader, at, here),
        bounded(reader, at, here),
        lasting(reader, at),
    ];
    candidates.into_iter().flatten().max_by_key(|it| it.0)
}

/// One end of a stretch.
pub(super) struct End {
    pub(super) when: When,
    kind: MentionKind,
}

impl End {
    pub(super) fn date(when: When) -> Self {
        Self {
            when,
            kind: MentionKind::Date,
        }
    }

    pub(super) fn clock(clock: Clock) -> (usize, Self) {
        let mut when = When::open(clock.iso);
        when.value = Some(clock.value);
        let kind = MentionKind::Time;
        (clock.end, Self { when, kind })
    }

    /// The hour, where it has one.
    fn hour(&self) -> Option<u32> {
        let value = self.when.value.as_deref().or(Some(&self.when.iso))?;
        let (_, clock) = value.split_once([' ', 'T']).unwrap_or(("", value));
        clock
            .get(..2)?
            .parse()
            .ok()
            .filter(|_| clock.as_bytes().get(2) == Some(&b':'))
    }

    /// Where it begins: values of one form stand in the order of time.
    fn start(&self) -> Option<&str> {
        self.when.value.as_deref()?.split('/').next()
    }
}

/// 從3月到5月, 2019年6月1日-6月30日, 1月15號和2月3號之間.
fn from_to(reader: &Reader<'_>, at: usize, here: Option<&Point>) -> Option<(usize, Mention)> {
    let opened = reader.is(at, Meaning::From);
    let start = at + usize::from(opened);
    let first = if opened {
        point(reader, start)
    } else {
        here.cloned()
    };
    // A figure that is joined to another may share its mark.
    let figure = number(reader, first.as_ref().map_or(start, |it| it.0));
    let found = figure
        .filter(|it| range::joins(reader, it.end))
        .and_then(|_| marked_once(reader, start, opened));
    let (end, from, to) = found.or_else(|| ends(reader, first))?;
    // The first end must not lie behind the second.
    let ordered = match (from.start(), to.start()) {
        (Some(from), Some(to)) => from <= to,
        (None, None) => true,
        _ => false,
    };
    ordered.then(|| (end, range::times(reader, at, end, &from.when, &to.when)))
}

/// Two ends that both say what they are; the second leans on the first.
fn ends(reader: &Reader<'_>, first: Option<Point>) -> Option<(usize, End, End)> {
    let (middle, when, kind) = first?;
    let from = End { when, kind };
    // 自3月5日起至9日止
    let since = reader.bound(middle) == Some(Edge::Since) && range::joins(reader, middle + 1);
    if since {
        let (end, to, from) = second(reader, middle + 2, from)?;
        let closed = reader.bound(end) == Some(Edge::Until);
        return closed.then_some((end + 1, from, to));
    }
    let listed = matches!(reader.words(middle), "和" | "与" | "及");
    if !listed && !range::joins(reader, middle) {
        return None;
    }
    let (end, to, from) = second(reader, middle + 1, from)?;
    if listed {
        return reader
            .is(end, Meaning::BetweenEnd)
            .then_some((end + 1, from, to));
    }
    let closed = usize::from(matches!(reader.words(end), "止" | "为止"));
    Some((end + closed, from, to))
}

/// The second end behind the first, which comes back with the day that it takes.
fn second(reader: &Reader<'_>, at: usize, from: End) -> Option<(usize, End, End)> {
    // 下午兩點到四點: behind an hour 四點 is one too.
    let told = || clock(reader, at, from.hour().is_some());
    let (end, to) = match point(reader, at) {
        Some((end, when, kind)) => (end, End { when, kind }),
        None => End::clock(told()?),
    };
    match (from.kind, to.kind) {
        (MentionKind::Time, MentionKind::Date) => {
            // 2點到明天4點
            let today = reader.reference?.date();
            to.hour()?;
            let mut when = When::open(format!("{today}{}", from.when.iso));
            when.value = from.when.value.map(|it| format!("{today} {it}"));
            Some((end, to, End::date(when)))
        }
        (_, MentionKind::Time) => {
            let hour = from.hour()?;
            let clock = same_half(to.when, hour);
            if from.kind == MentionKind::Time {
                let kind = to.kind;
                return Some((end, End { when: clock, kind }, from));
            }
            let mut when = When::open(clock.iso);
            if let Some((day, _)) = from.start().and_then(|it| it.split_once(' ')) {
                when.value = clock.value.map(|it| format!("{day} {it}"));
            }
            Some((end, End::date(when), from))
        }
        (MentionKind::Date, MentionKind::Date) => {
            let when = leaning(reader, at, to.when, &from.when);
            Some((end, End::date(when), from))
        }
        (from_kind, to_kind) => (from_kind == to_kind).then_some((end, to, from)),
    }
}

/// 下午兩點到四點: the second hour is in the afternoon too.
fn same_half(clock: When, from: u32) -> When {
    let hour: Option<u32> = clock
        .value
        .as_deref()
        .and_then(|it| it.get(..2)?.parse().ok());
    let evening = from >= 16 && hour == Some(12);
    match hour.filter(|it| evening || from >= 12 && *it < 12 && it + 12 > from) {
        Some(hour) => {
            let behind = |text: &str, from: usize| text.get(from..).unwrap_or_default().to_owned();
            let value = clock.value.as_deref().unwrap_or_default();
            let mut when = When::open(format!("T{:02}{}", hour + 12, behind(&clock.iso, 3)));
            when.value = Some(format!("{:02}{}", hour + 12, behind(value, 2)));
            when
        }
        None => clock,
    }
}

/// The second date of a stretch: what it leaves out it has from the first.
fn leaning(reader: &Reader<'_>, at: usize, to: When, from: &When) -> When {
    // 週一至週五: the first such day behind the other.
    if let Some(weekday) = reader.weekday(at).filter(|_| to.single)
        && let Some(start) = from.day
    {
        let ahead = (7 + weekday - start.weekday().number_from_monday()) % 7;
        return start
            .checked_add_days(chrono::Days::new(u64::from(ahead)))
            .map_or(to, When::day);
    }
    let Some(first) = number(reader, at).filter(|_| !to.iso.contains('T')) else {
        return to;
    };
    let bare_day = reader.is(first.end, Meaning::DayMark) && to.single;
    let bare_month = reader.is(first.end, Meaning::MonthMark);
    if bare_day {
        let day = to.iso.rsplit('-').next().unwrap_or_default();
        let Some(start) = from.day else {
            let head = from.iso.get(..8).unwrap_or("XXXX-XX-");
            return When::open_day(None, format!("{head}{day}"));
        };
        return day
            .parse()
            .ok()
            .and_then(|day| following(start, |it| it.with_day(day), 1))
            .map_or(to, When::day);
    }
    if bare_month && let (Some(start), Some(day)) = (from.day, to.day) {
        let same_day = |it: NaiveDate| NaiveDate::from_ymd_opt(it.year(), day.month(), day.day());
        return following(start, same_day, 12).map_or(to, When::day);
    }
    if bare_month
        && !to.single
        && let (Some(start), Some(month)) = (first_day(from), first_day(&to))
    {
        let same_month = |it: NaiveDate| NaiveDate::from_ymd_opt(it.year(), month.month(), 1);
        return following(start, same_month, 12)
            .map_or(to, |it| When::month(it.year(), it.month()));
    }
    to
}

/// The first day that `of` makes of `start` or of a day some months later, not
/// before `start`.
fn following(
    start: NaiveDate,
    of: impl Fn(NaiveDate) -> Option<NaiveDate>,
    months: u32,
) -> Option<NaiveDate> {
    let later = || {
        let first = start.with_day(1)?;
        of(first.checked_add_months(chrono::Months::new(months))?)
    };
    of(start).filter(|it| *it >= start).or_else(later)
}

/// 2018年以前, 3月15日起, 截至週五, 自從2018年.
fn bounded(reader: &Reader<'_>, at: usize, here: Option<&Point>) -> Option<(usize, Mention)> {
    let opening = if reader.is(at, Meaning::UpTo) {
        Some(Edge::Until)
    } else if reader.is(at, Meaning::SinceWhen) {
        Some(Edge::Since)
    } else {
        reader.edge(at)
    };
    let (end, when, kind) = match opening {
        Some(_) => point(reader, at + 1)?,
        None => here.filter(|it| reader.bound(it.0).is_some())?.clone(),
    };
    let closing = reader.bound(end);
    let edge = closing.or(opening)?;
    let value = match edge {
        // 截至3月底, 年底之前: up to its last day.
        Edge::Until | Edge::Before if reader.phase(end - 1) == Some(Phase::End) => day_after(&when)
            .and_then(|it| it.pred_opt())
            .map(|it| format!("/{it}")),
        _ => open_ended(edge, &when, kind),
    };
    let end = end + usize::from(closing.is_some());
    Some(stretch(reader, at, end, value, when.iso))
}

/// 過去十年, 近三個月, 未來兩天: so many units up to now, or from now on.
fn lasting(reader: &Reader<'_>, at: usize) -> Option<(usize, Mention)> {
    let by = reader.find(at, |it| match it {
        Meaning::Lasting(by) => Some(by),
        _ => None,
    })?;
    let single = reader.words(at).chars().count() == 1;
    let near = reader.words(at) == "近";
    // 之前 and 上 end many words: 比賽前三小時, 早上三點.
    let inside = at > 0 && reader.glued(at) && reader.sign(at - 1).is_none();
    if single && inside && !near {
        return None;
    }
    let start = at + 1 + usize::from(matches!(reader.words(at + 1), "的" | "这"));
    let length = length(reader, start, number(reader, start))?;
    let of_day = matches!(
        length.unit,
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour
    );
    // 近三小時 is almost three hours.
    if near && of_day {
        return None;
    }
    let value = reader.reference.and_then(|now| {
        if of_day {
            let there = distance(length.unit, f64::from(by) * length.count, Some(now))?.value?;
            let here = now.format("%Y-%m-%d %H:%M:%S").to_string();
            let (from, to) = if by < 0 { (there, here) } else { (here, there) };
            return Some(format!("{from}/{to}"));
        }
        // What is to come begins tomorrow.
        let here = if by < 0 {
            now
        } else {
            now.checked_add_days(chrono::Days::new(1))?
        };
        let there = distance(length.unit, f64::from(by) * length.count, Some(here))?.day?;
        let here = here.date();
        let (from, to) = if by < 0 { (there, here) } else { (here, there) };
        Some(format!("{from}/{to}"))
    });
    Some(stretch(reader, at, length.end, value, length.iso()?))
}
