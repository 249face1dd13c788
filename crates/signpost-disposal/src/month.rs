//! A month of the service log: what was taken out where, who said that a box is full and how long it took, and what was overdue.

use std::{collections::BTreeMap, str::FromStr};

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{
    CountMethod, DisposalPoint, NeedCode, PointStatus, ServiceEntry, ServiceKind, Site, SiteSlug,
};
use signpost_locate::Snapshot;

/// A month of the calendar, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
}

impl FromStr for Month {
    type Err = &'static str;

    /// "2026-10".
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "write a month as 2026-10";
        let first: Date = format!("{text}-01").parse().map_err(|_no_day| wrong)?;
        // Nothing but the seven letters of a month that somebody could have kept a log in.
        let is_plain = text.len() == 7 && (2000..2200).contains(&first.year());
        is_plain.then_some(Self { first }).ok_or(wrong)
    }
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self {
            first: day.first_of_month(),
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.day_before())
    }

    /// The month after.
    #[must_use]
    pub fn after(self) -> Self {
        Self::of(self.last().saturating_add(1.day()))
    }

    /// The last day before it.
    #[must_use]
    pub fn day_before(self) -> Date {
        self.first.saturating_sub(1.day())
    }

    /// "2026-10".
    #[must_use]
    pub fn code(self) -> String {
        format!("{:04}-{:02}", self.first.year(), self.first.month())
    }
}

/// What was taken out of one place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// How often it was emptied.
    pub emptied: u32,
    /// What was weighed.
    ///
    /// # Units
    /// Grams.
    pub grams: u64,
    /// Needles that somebody counted.
    pub counted: u64,
    /// Needles worked out by weight.
    pub by_weight: u64,
    /// The fullest it was.
    pub fullest: Option<u8>,
}

/// That somebody said a place is full, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The place.
    pub site: SiteSlug,
    /// When it was said.
    pub day: Date,
    /// The first day on which somebody looked, and what they did.
    pub answered: Option<(Date, ServiceKind)>,
}

impl Flag {
    /// How long it took; 0 on the same day.
    ///
    /// # Units
    /// Days.
    #[must_use]
    pub fn days(&self) -> Option<i32> {
        let (day, _) = self.answered?;
        Some((day - self.day).get_days())
    }
}

/// What the log says of a month.
#[derive(Debug, Default)]
pub struct MonthLog {
    /// Its lines, the first one first.
    pub lines: Vec<ServiceEntry>,
    /// What was taken out of each place.
    pub tallies: BTreeMap<SiteSlug, Tally>,
    /// What was said to be full.
    pub flags: Vec<Flag>,
    /// Places that were to be emptied before the end, and the day they were due.
    pub overdue: Vec<(SiteSlug, Date)>,
}

impl MonthLog {
    /// From the whole log, the last line first, as far as it is written on `end`, the last day that is told.
    #[must_use]
    pub fn of(snapshot: &Snapshot, log: Vec<ServiceEntry>, first: Date, end: Date) -> Self {
        let mut log = log;
        log.reverse();
        let flags = log
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.kind == ServiceKind::ReportedFull)
            .filter(|(_, entry)| (first..=end).contains(&entry.day))
            .map(|(ix, entry)| flag(entry, log.iter().skip(ix + 1)))
            .collect();
        let overdue = overdue(snapshot, &log, end);
        let lines: Vec<ServiceEntry> = log
            .into_iter()
            .filter(|entry| (first..=end).contains(&entry.day))
            .collect();
        let mut tallies: BTreeMap<SiteSlug, Tally> = BTreeMap::new();
        for entry in &lines {
            add(tallies.entry(entry.site.clone()).or_default(), entry);
        }
        Self {
            lines,
            tallies,
            flags,
            overdue,
        }
    }

    /// All places together.
    #[must_use]
    pub fn total(&self) -> Tally {
        let mut all = Tally::default();
        for one in self.tallies.values() {
            all.emptied += one.emptied;
            all.grams += one.grams;
            all.counted += one.counted;
            all.by_weight += one.by_weight;
            all.fullest = all.fullest.max(one.fullest);
        }
        all
    }
}

fn flag<'e>(report: &ServiceEntry, mut after: impl Iterator<Item = &'e ServiceEntry>) -> Flag {
    let looked = after.find(|entry| entry.site == report.site && entry.kind.looked());
    Flag {
        site: report.site.clone(),
        day: report.day,
        answered: looked.map(|entry| (entry.day, entry.kind)),
    }
}

fn add(tally: &mut Tally, entry: &ServiceEntry) {
    tally.emptied += u32::from(matches!(
        entry.kind,
        ServiceKind::Emptied | ServiceKind::Replaced
    ));
    tally.grams += u64::from(entry.grams.unwrap_or_default());
    let needles = u64::from(entry.needles.unwrap_or_default());
    match entry.method {
        Some(CountMethod::Counted) => tally.counted += needles,
        _ => tally.by_weight += needles,
    }
    tally.fullest = tally.fullest.max(entry.full_percent);
}

fn overdue(snapshot: &Snapshot, log: &[ServiceEntry], end: Date) -> Vec<(SiteSlug, Date)> {
    let emptied = |site: &SiteSlug| {
        let lines = log.iter().filter(|entry| entry.site == *site);
        lines
            .filter(|entry| matches!(entry.kind, ServiceKind::Emptied | ServiceKind::Replaced))
            .map(|entry| entry.day)
            .filter(|day| *day <= end)
            .max()
    };
    let due = |site: &Site| {
        let point = site.disposal_point.as_ref()?;
        let begins = emptied(&site.slug).or(point.since)?;
        let every = i64::from(point.empty_every_days?);
        let due = begins.checked_add(every.days()).ok()?;
        (due < end && stood_on(point, end)).then(|| (site.slug.clone(), due))
    };
    let mut found: Vec<_> = points(snapshot).filter_map(due).collect();
    found.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    found
}

/// The sites that are or were places to leave used needles.
pub fn points(snapshot: &Snapshot) -> impl Iterator<Item = &Site> {
    let sites = snapshot.directory().sites.iter();
    sites.filter(|site| site.service(&NeedCode::disposal()).is_some())
}

/// Whether a place stood on a day, as far as its dates tell. Of one that is gone and has no last day nobody knows when it stood.
#[must_use]
pub fn stood_on(point: &DisposalPoint, day: Date) -> bool {
    let dated = match point.status {
        PointStatus::Existing => true,
        PointStatus::Proposed => false,
        PointStatus::Closed => point.until.is_some(),
    };
    dated
        && point.since.is_none_or(|since| since <= day)
        && point.until.is_none_or(|until| day <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_seven_letters_and_knows_its_neighbours() {
        let month: Month = "2026-12".parse().unwrap();
        assert_eq!(month.last().to_string(), "2026-12-31");
        assert_eq!(month.after().code(), "2027-01");
        assert_eq!(month.before().code(), "2026-11");
        assert_eq!(month.day_before().to_string(), "2026-11-30");
        for text in [
            "2026-13",
            "2026-1",
            "26-10",
            "2026-10-01",
            "",
            "1999-12",
            "-02026-1",
        ] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_flag_is_answered_by_the_first_who_looks_after_it() {
        let entry = |site: &str, day: &str, kind| {
            ServiceEntry::of(site.parse().unwrap(), day.parse().unwrap(), kind)
        };
        let report = entry("a", "2026-10-15", ServiceKind::ReportedFull);
        let after = [
            entry("b", "2026-10-15", ServiceKind::Emptied),
            entry("a", "2026-10-16", ServiceKind::Damaged),
            entry("a", "2026-10-17", ServiceKind::Checked),
            entry("a", "2026-10-18", ServiceKind::Emptied),
        ];
        let found = flag(&report, after.iter());
        assert_eq!(found.days(), Some(2));
        assert_eq!(found.answered.unwrap().1, ServiceKind::Checked);
        assert_eq!(flag(&report, after.iter().take(2)).days(), None);
    }
}
