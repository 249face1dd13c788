//! How places stand, disposal, the plan and what comes.

use signpost_answers::{
    LocalizedText, Speaker,
    plan::{Names, ahead_line},
    reach::method,
};
use signpost_coverage::percent;
use signpost_domain::{Offer, Trust};
use signpost_figures::{ReportTable, Section, Value};
use signpost_hours::words;

use super::{gathered::Gathered, people::section};
use crate::disposal::facts::METRES;

/// How many lines of what comes are printed.
const AHEAD: usize = 12;

fn number(count: usize) -> Value {
    Value::Number(count as u64)
}

/// What is confirmed and what is stale, on the day the report was made.
pub(super) fn confirmed(gathered: &Gathered, speaker: Speaker) -> Section {
    let sites = gathered.snapshot.directory().sites.iter();
    let offered: Vec<Trust> = sites
        .flat_map(|site| &site.services)
        .filter(|service| service.offer == Offer::Offered)
        .map(|service| service.trust(gathered.today))
        .collect();
    let count = |trust| offered.iter().filter(|one| **one == trust).count();
    let rows = [
        ("rep-confirmed", Trust::Confirmed),
        ("rep-sourced", Trust::Sourced),
        ("rep-stale", Trust::Unknown),
    ]
    .map(|(key, trust)| vec![Value::Text(speaker.t(key)), number(count(trust))]);
    let day = words::date(gathered.today, speaker.lang);
    let args = [
        ("confirmed", &*count(Trust::Confirmed).to_string()),
        ("all", &*offered.len().to_string()),
        ("stale", &*count(Trust::Unknown).to_string()),
        ("day", &*day),
    ];
    Section {
        plain: vec![speaker.say("rep-places-said", &args)],
        tables: vec![ReportTable {
            id: "listings".to_owned(),
            caption: speaker.t("rep-places-caption"),
            header: vec![speaker.t("rep-what"), speaker.t("rep-listings")],
            rows: rows.to_vec(),
            drawn: vec![1],
        }],
        ..section(speaker, "places", "rep-places")
    }
}

/// What was taken from places for used needles, which were full, and what was reached.
pub(super) fn disposal(gathered: &Gathered, speaker: Speaker) -> Section {
    let facts = &gathered.disposal;
    let (log, total) = (&facts.log, facts.log.total());
    let called = |slug| {
        let ix = facts.snapshot.find(slug);
        let name = ix.map(|ix| LocalizedText::of(&facts.snapshot.site(ix).name, speaker.lang));
        Value::Text(name.map_or_else(|| slug.to_string(), |name| name.to_string()))
    };
    let rows = log.tallies.iter().map(|(slug, tally)| {
        vec![
            called(slug),
            Value::Number(tally.emptied.into()),
            Value::Number(tally.grams.div_ceil(1_000)),
            Value::Number(tally.counted + tally.by_weight),
        ]
    });
    let header = ["rep-place", "rep-emptied", "rep-kilograms", "rep-needles"];
    let mut tables = vec![ReportTable {
        id: "volumes".to_owned(),
        caption: speaker.t("rep-disposal-caption"),
        header: header.map(|key| speaker.t(key)).to_vec(),
        rows: rows.collect(),
        drawn: vec![3],
    }];
    let share = |share: Option<f64>| {
        let known = share.map(|share| Value::Number(percent(share).into()));
        known.unwrap_or(Value::Text("–".to_owned()))
    };
    tables.push(ReportTable {
        id: "coverage".to_owned(),
        caption: speaker.t1("rep-coverage-caption", "metres", METRES.to_string()),
        header: ["rep-what", "rep-month-before", "rep-month-after"]
            .map(|key| speaker.t(key))
            .to_vec(),
        rows: vec![vec![
            Value::Text(speaker.t("rep-coverage")),
            share(facts.before.share()),
            share(facts.after.share()),
        ]],
        drawn: vec![1, 2],
    });
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let needles = i64::try_from(total.counted + total.by_weight).unwrap_or(i64::MAX);
    let said = [
        speaker.t_number("report-emptied", i64::from(total.emptied)),
        speaker.t_number("rep-needles-said", needles),
        speaker.t_number("report-flags", number(log.flags.len())),
    ];
    Section {
        plain: vec![
            said.join(" "),
            speaker.t2(
                "report-method",
                ("method", &method(&speaker, &facts.town, facts.after.method)),
                ("metres", &METRES.to_string()),
            ),
        ],
        tables,
        ..section(speaker, "disposal", "rep-disposal")
    }
}

/// Versions of the plan and what they rest on.
pub(super) fn plans(gathered: &Gathered, speaker: Speaker) -> Section {
    let plans = gathered.plans();
    let day = |day: Option<jiff::civil::Date>| {
        let words = day.map(|day| words::date(day, speaker.lang));
        Value::Text(words.unwrap_or_else(|| "–".to_owned()))
    };
    let rows = plans.iter().take(6).map(|plan| {
        vec![
            Value::Number(plan.version.into()),
            day(plan.from),
            day(plan.ended_after.or(plan.until)),
            Value::Text(plan.decision.clone()),
        ]
    });
    let header = ["rep-version", "rep-from", "rep-until", "rep-decision"];
    let current = plans
        .iter()
        .find(|plan| plan.from.is_some_and(|from| from <= gathered.month.last()));
    let plain = match current.and_then(|plan| Some((plan, plan.from?))) {
        None => speaker.t("rep-plan-none"),
        Some((plan, from)) => speaker.t2(
            "rep-plan-said",
            ("version", &plan.version.to_string()),
            ("day", &words::date(from, speaker.lang)),
        ),
    };
    Section {
        plain: vec![plain],
        tables: vec![ReportTable {
            id: "versions".to_owned(),
            caption: speaker.t("rep-plans-caption"),
            header: header.map(|key| speaker.t(key)).to_vec(),
            rows: rows.collect(),
            drawn: vec![],
        }],
        ..section(speaker, "plan", "rep-plans")
    }
}

/// What comes within 60 days if nobody does anything.
pub(super) fn ahead(gathered: &Gathered, speaker: Speaker) -> Section {
    let names = Names {
        directory: gathered.snapshot.directory(),
        speaker,
    };
    let lines = gathered.ahead.iter().take(AHEAD).map(|one| {
        let line = ahead_line(&names, one);
        vec![Value::Text(line.day), Value::Text(line.what)]
    });
    let count = gathered.ahead.len();
    let mut plain = vec![speaker.t_number("rep-ahead-said", i64::try_from(count).unwrap_or(0))];
    if count > AHEAD {
        let more = i64::try_from(count - AHEAD).unwrap_or(0);
        plain.push(speaker.t_number("rep-ahead-more", more));
    }
    let rows: Vec<Vec<Value>> = lines.collect();
    let table = ReportTable {
        id: "days".to_owned(),
        caption: speaker.t("rep-ahead-caption"),
        header: vec![speaker.t("rep-day"), speaker.t("rep-what")],
        rows,
        drawn: vec![],
    };
    Section {
        plain,
        tables: Some(table)
            .filter(|table| !table.rows.is_empty())
            .into_iter()
            .collect(),
        ..section(speaker, "ahead", "rep-ahead")
    }
}
