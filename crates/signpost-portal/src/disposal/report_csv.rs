//! The month as a table: one measure a row, so that any program can sort it and add it up.

use signpost_coverage::percent;
use signpost_domain::{CountMethod, ServiceEntry, SiteSlug};

use super::facts::{Facts, METRES, name};
use crate::access::PortalContext;

const HEADER: [&str; 8] = [
    "month", "part", "site", "name", "day", "measure", "value", "note",
];

/// A row without the month and the name.
struct Row<'a> {
    part: &'static str,
    site: Option<&'a SiteSlug>,
    day: String,
    measure: String,
    value: String,
    note: String,
}

impl<'a> Row<'a> {
    fn of(part: &'static str, site: Option<&'a SiteSlug>) -> Self {
        Self {
            part,
            site,
            day: String::new(),
            measure: String::new(),
            value: String::new(),
            note: String::new(),
        }
    }

    fn measure(self, measure: &str, value: impl std::fmt::Display) -> Self {
        Self {
            measure: measure.to_owned(),
            value: value.to_string(),
            ..self
        }
    }

    fn day(self, day: impl std::fmt::Display) -> Self {
        Self {
            day: day.to_string(),
            ..self
        }
    }

    fn note(self, note: &str) -> Self {
        Self {
            note: note.to_owned(),
            ..self
        }
    }
}

/// The table.
pub(super) fn table(f: &PortalContext, facts: &Facts) -> String {
    let rows = [
        volumes(facts),
        flags(facts),
        overdue(facts),
        reach(facts),
        proposals(facts),
        log(facts),
    ];
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .flatten()
        .map(|row| {
            let site = row.site.map(ToString::to_string).unwrap_or_default();
            let called = row.site.map(|slug| name(&facts.snapshot, f, slug));
            vec![
                facts.month.code(),
                row.part.to_owned(),
                site,
                called.unwrap_or_default(),
                row.day,
                row.measure,
                row.value,
                row.note,
            ]
        })
        .collect();
    let header = HEADER.map(|column| signpost_exchange::head(column, f.lang));
    signpost_exchange::write_table(&header, &rows)
}

fn volumes(facts: &Facts) -> Vec<Row<'_>> {
    let tallies = facts.log.tallies.iter();
    tallies
        .flat_map(|(slug, tally)| {
            let row = |measure, value: u64| Row::of("volume", Some(slug)).measure(measure, value);
            let fullest = tally
                .fullest
                .map(|full| row("fullest_percent", full.into()));
            [
                row("emptied", tally.emptied.into()),
                row("grams", tally.grams),
                row("needles_counted", tally.counted),
                row("needles_by_weight", tally.by_weight),
            ]
            .into_iter()
            .chain(fullest)
        })
        .collect()
}

fn flags(facts: &Facts) -> Vec<Row<'_>> {
    let flags = facts.log.flags.iter();
    flags
        .map(|flag| {
            let days = flag.days().map(|days| days.to_string()).unwrap_or_default();
            let came = flag.answered.map_or("", |(_, kind)| kind.code());
            Row::of("flag", Some(&flag.site))
                .day(flag.day)
                .measure("days_until_looked", days)
                .note(came)
        })
        .collect()
}

fn overdue(facts: &Facts) -> Vec<Row<'_>> {
    let overdue = facts.log.overdue.iter();
    overdue
        .map(|(slug, due)| {
            let late = (facts.end - *due).get_days();
            Row::of("overdue", Some(slug))
                .day(due)
                .measure("days_overdue", late)
        })
        .collect()
}

fn reach(facts: &Facts) -> Vec<Row<'_>> {
    let days = [
        (facts.month.day_before(), &facts.before),
        (facts.end, &facts.after),
    ];
    let method = facts.after.method.code();
    days.into_iter()
        .flat_map(|(day, coverage)| {
            let row = |measure, value: u64| {
                let note = format!("{METRES} m, {method}");
                Row::of("reach", None)
                    .day(day)
                    .measure(measure, value)
                    .note(&note)
            };
            let share = coverage.share();
            let share = share.map(|share| row("land_percent", percent(share).into()));
            let landmarks = u64::try_from(coverage.landmarks_reached()).unwrap_or(u64::MAX);
            share.into_iter().chain([row("landmarks", landmarks)])
        })
        .collect()
}

fn proposals(facts: &Facts) -> Vec<Row<'_>> {
    let sites = facts.snapshot.proposed().iter();
    let sites = sites.map(|site| {
        let since = site.disposal_point.as_ref().and_then(|point| point.since);
        let day = since.map(|day| day.to_string()).unwrap_or_default();
        Row::of("proposal", Some(&site.slug))
            .day(day)
            .measure("proposed", "")
    });
    let ideas = facts.ideas.iter();
    let ideas = ideas.map(|(name, note)| Row::of("idea", None).measure(name, "").note(note));
    sites.chain(ideas).collect()
}

fn log(facts: &Facts) -> Vec<Row<'_>> {
    let lines = facts.log.lines.iter();
    lines.flat_map(|entry| line(facts, entry)).collect()
}

fn line<'a>(facts: &Facts, entry: &'a ServiceEntry) -> Vec<Row<'a>> {
    let row = || Row::of("log", Some(&entry.site)).day(entry.day);
    let by = facts.authors.named(&entry.author);
    let note = [by.as_str(), entry.note.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(": ");
    let needles = match entry.method {
        Some(CountMethod::Counted) => "needles_counted",
        _ => "needles_by_weight",
    };
    let figures = [
        ("full_percent", entry.full_percent.map(u32::from)),
        ("grams", entry.grams),
        (needles, entry.needles),
    ];
    let figures = figures
        .into_iter()
        .filter_map(|(measure, value)| Some(row().measure(measure, value?)));
    std::iter::once(row().measure(entry.kind.code(), "").note(&note))
        .chain(figures)
        .collect()
}
