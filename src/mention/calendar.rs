//! Calendar arithmetic: open dates resolved against the reference time, and ISO 8601.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime};

use crate::mention::words::TimeUnit;

/// A date as read: what it is worth, and how it is written with the open parts open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub(super) value: Option<String>,
    pub(super) iso: String,
    /// The single day, where it is one and can be told.
    pub(super) day: Option<NaiveDate>,
    /// The words name a single day, told or not.
    pub(super) single: bool,
}

impl When {
    pub(super) fn day(day: NaiveDate) -> Self {
        Self::open_day(Some(day), day.to_string())
    }

    pub(super) fn open_day(day: Option<NaiveDate>, iso: String) -> Self {
        Self {
            value: day.map(|it| it.to_string()),
            iso,
            day,
            single: true,
        }
    }

    /// A stretch of days, its end exclusive.
    pub(super) fn stretch(from: NaiveDate, to: NaiveDate, iso: String) -> Self {
        Self {
            value: Some(format!("{from}/{to}")),
            iso,
            day: None,
            single: false,
        }
    }

    pub(super) fn open(iso: String) -> Self {
        Self {
            value: None,
            iso,
            day: None,
            single: false,
        }
    }

    pub(super) fn year(year: i32) -> Self {
        Self {
            value: Some(format!("{year:04}")),
            iso: format!("{year:04}"),
            day: None,
            single: false,
        }
    }

    pub(super) fn month(year: i32, month: u32) -> Self {
        let iso = format!("{year:04}-{month:02}");
        Self {
            value: Some(iso.clone()),
            iso,
            day: None,
            single: false,
        }
    }
}

/// A day of a month without its year: the nearest one.
pub(super) fn nearest_day(month: u32, day: u32, reference: Option<NaiveDateTime>) -> When {
    let near = reference.and_then(|now| {
        let now = now.date();
        (now.year() - 1..=now.year() + 1)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .min_by_key(|it| (*it - now).num_days().abs())
    });
    When::open_day(near, format!("XXXX-{month:02}-{day:02}"))
}

/// A month without its year: the nearest one, counted in months.
pub(super) fn nearest_month(month: u32, reference: Option<NaiveDateTime>) -> When {
    let mut when = When::open(format!("XXXX-{month:02}"));
    if let Some(now) = reference {
        let months = |year: i32, month: u32| i64::from(year) * 12 + i64::from(month);
        let year = (now.year() - 1..=now.year() + 1)
            .min_by_key(|year| (months(*year, month) - months(now.year(), now.month())).abs());
        when.value = year.and_then(|it| month_stretch(it, month));
    }
    when
}

/// The whole month as a stretch of days, its end exclusive.
pub(super) fn month_stretch(year: i32, month: u32) -> Option<String> {
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some(format!(
        "{from}/{}",
        from.checked_add_months(Months::new(1))?
    ))
}

/// A day of the week by its name: the latest, the reference day included.
pub(super) fn latest_weekday(weekday: u32, reference: Option<NaiveDateTime>) -> When {
    let day = reference.and_then(|now| {
        let back = (7 + now.weekday().number_from_monday() - weekday) % 7;
        now.date().checked_sub_days(Days::new(u64::from(back)))
    });
    When::open_day(day, format!("XXXX-WXX-{weekday}"))
}

/// The Monday of the week `weeks` after the one of `now`.
pub(super) fn monday(now: NaiveDate, weeks: i32) -> Option<NaiveDate> {
    let back = i64::from(now.weekday().num_days_from_monday());
    now.checked_add_signed(Duration::try_days(i64::from(weeks) * 7 - back)?)
}

/// `last week`, `this month`, `next year` and their kin.
pub(super) fn relative(unit: TimeUnit, by: i32, reference: Option<NaiveDateTime>) -> Option<When> {
    let now = reference?.date();
    let year = now.year().checked_add(by)?;
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Fortnight => {
            return None;
        }
        TimeUnit::Century => century((now.year() - 1).div_euclid(100) + 1 + by),
        TimeUnit::Day => When::day(now.checked_add_signed(Duration::try_days(i64::from(by))?)?),
        TimeUnit::Week => {
            let from = monday(now, by)?;
            let week = from.iso_week();
            When::stretch(
                from,
                from.checked_add_days(Days::new(7))?,
                format!("{}-W{:02}", week.year(), week.week()),
            )
        }
        TimeUnit::Month => {
            let first = shifted_months(now.with_day(1)?, by)?;
            let mut when = When::month(first.year(), first.month());
            when.value = month_stretch(first.year(), first.month());
            when
        }
        TimeUnit::Quarter => {
            let quarter = now.year() * 4 + i32::try_from(now.month0() / 3).ok()? + by;
            quarter_of(quarter.div_euclid(4), quarter.rem_euclid(4) + 1)?
        }
        TimeUnit::Year => {
            let mut when = When::year(year);
            when.value = Some(format!("{year:04}-01-01/{:04}-01-01", year + 1));
            when
        }
        TimeUnit::Decade => decade(now.year().div_euclid(10) * 10 + by * 10),
    })
}

/// The days of a weekend and the Monday after it.
pub(super) fn weekend(by: i32, reference: Option<NaiveDateTime>) -> Option<When> {
    let from = monday(reference?.date(), by)?.checked_add_days(Days::new(5))?;
    let week = from.iso_week();
    Some(When::stretch(
        from,
        from.checked_add_days(Days::new(2))?,
        format!("{}-W{:02}-WE", week.year(), week.week()),
    ))
}

/// A quarter of a year, from 1.
pub(super) fn quarter_of(year: i32, quarter: i32) -> Option<When> {
    let from = NaiveDate::from_ymd_opt(year, u32::try_from(quarter).ok()? * 3 - 2, 1)?;
    let to = from.checked_add_months(Months::new(3))?;
    Some(When::stretch(from, to, format!("({from},{to},P3M)")))
}

/// Ten years from `year` on.
pub(super) fn decade(year: i32) -> When {
    let to = year + 10;
    When {
        value: Some(format!("{year:04}-01-01/{to:04}-01-01")),
        iso: format!("({year:04}-01-01,{to:04}-01-01,P10Y)"),
        day: None,
        single: false,
    }
}

/// A hundred years, counted from 1.
pub(super) fn century(nth: i32) -> When {
    let (from, to) = ((nth - 1) * 100, nth * 100);
    When {
        value: Some(format!("{from:04}-01-01/{to:04}-01-01")),
        iso: format!("({from:04}-01-01,{to:04}-01-01,P100Y)"),
        day: None,
        single: false,
    }
}

fn shifted_months(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let months = Months::new(by.unsigned_abs());
    if by < 0 {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}

/// Whether times counted off in this unit are days or coarser.
pub(super) const fn is_of_days(unit: TimeUnit) -> bool {
    !matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour)
}

/// The time so many units before (negative) or after `now`.
pub(super) fn moved(unit: TimeUnit, count: f64, now: NaiveDateTime) -> Option<NaiveDateTime> {
    // Longer stretches than recorded history are no dates.
    if !count.is_finite() || count.abs() > 20_000.0 {
        return None;
    }
    let seconds = |each: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "at most 20,000 fortnights of seconds"
        )]
        let span = Duration::try_seconds((count * each) as i64)?;
        now.checked_add_signed(span)
    };
    let months = |each: f64| {
        let count = count * each;
        if count.abs() > 24_000.0 {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "at most 24,000, held above"
        )]
        let day = shifted_months(now.date(), count as i32)?;
        Some(day.and_time(now.time()))
    };
    match unit {
        TimeUnit::Second => seconds(1.0),
        TimeUnit::Minute => seconds(60.0),
        TimeUnit::Hour => seconds(3600.0),
        TimeUnit::Day => seconds(86_400.0),
        TimeUnit::Week => seconds(604_800.0),
        TimeUnit::Fortnight => seconds(1_209_600.0),
        TimeUnit::Month => months(1.0),
        TimeUnit::Quarter => months(3.0),
        TimeUnit::Year => months(12.0),
        TimeUnit::Decade => months(120.0),
        TimeUnit::Century => months(1200.0),
    }
}

/// So many units before (negative) or after the reference time, to the unit's precision.
pub(super) fn distance(
    unit: TimeUnit,
    count: f64,
    reference: Option<NaiveDateTime>,
) -> Option<When> {
    let there = moved(unit, count, reference?)?;
    if !is_of_days(unit) {
        return Some(moment(there));
    }
    let day = there.date();
    let form = match unit {
        TimeUnit::Month | TimeUnit::Quarter => "%Y-%m",
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => "%Y",
        _ => "%Y-%m-%d",
    };
    Some(When {
        iso: day.format(form).to_string(),
        ..When::day(day)
    })
}

/// A time to the second.
pub(super) fn moment(at: NaiveDateTime) -> When {
    When {
        value: Some(at.format("%Y-%m-%d %H:%M:%S").to_string()),
        iso: at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        day: None,
        single: false,
    }
}
