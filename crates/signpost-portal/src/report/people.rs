//! What people were promised, what they looked for, what they said, and what was found by phone.

use signpost_answers::{
    Speaker,
    plan::{Names, delivered_said},
};
use signpost_figures::{
    GOAL_DAYS, Kind, PhoneCheck, Printed, ReportTable, Section, Sum, Value, Week,
};
use signpost_hours::words;
use signpost_plan::delivered::Minutes;
use signpost_web::phone_score_words;

use super::gathered::Gathered;
use crate::feedback::kinds::kind_key;

/// How many weeks stand side by side before and after a plan began.
const SIDE_BY_SIDE: usize = 4;

/// What is added up for a look-up's row: a name, and the kinds.
const LOOKED_FOR: [(&str, &[Kind]); 5] = [
    ("rep-look-ups", &Kind::LOOK_UPS),
    ("rep-open", &[Kind::Open, Kind::OpenPastReview]),
    ("rep-line", &[Kind::Line, Kind::LinePastReview]),
    ("rep-past", &[Kind::OpenPastReview, Kind::LinePastReview]),
    ("rep-scans", &[Kind::Scan]),
];

pub(super) fn section(speaker: Speaker, id: &str, title: &str) -> Section {
    Section {
        id: id.to_owned(),
        title: speaker.t(title),
        plain: vec![],
        tables: vec![],
    }
}

/// Hours that were promised, and what became of them.
pub(super) fn hours(gathered: &Gathered, speaker: Speaker) -> Section {
    let names = Names {
        directory: gathered.snapshot.directory(),
        speaker,
    };
    let mut all = Minutes::default();
    let hours = |minutes: u32| Value::Number(u64::from((minutes + 30) / 60));
    let mut rows = Vec::new();
    for week in &gathered.delivered {
        let one = week.all;
        all.promised += one.promised;
        all.served += one.served;
        all.unknown += one.unknown;
        rows.push(vec![
            Value::Text(words::date(week.first, speaker.lang)),
            hours(one.promised),
            hours(one.served),
            hours(one.unknown),
        ]);
    }
    let header = ["rep-week", "rep-promised", "rep-served", "rep-unknown"];
    Section {
        plain: vec![delivered_said(&names, all)],
        tables: vec![ReportTable {
            id: "weeks".to_owned(),
            caption: speaker.t("rep-hours-caption"),
            header: header.map(|key| speaker.t(key)).to_vec(),
            rows,
            drawn: vec![1, 2],
        }],
        ..section(speaker, "hours", "rep-hours")
    }
}

/// The sum of some kinds over some weeks, of what is printed alone; a dash where nothing was counted.
fn sum(gathered: &Gathered, weeks: &[Week], kinds: &[Kind]) -> Value {
    let lines = gathered.table.lines.iter();
    let lines = lines.filter(|line| weeks.contains(&line.week));
    let printed: Vec<Printed> = lines
        .flat_map(|line| {
            kinds
                .iter()
                .filter_map(|kind| line.counts.get(kind).copied())
        })
        .collect();
    if printed.is_empty() {
        return Value::Text("–".to_owned());
    }
    printed.into_iter().collect::<Sum>().into()
}

/// Look-ups and answers by week, and before and after the plan's date.
pub(super) fn look_ups(gathered: &Gathered, speaker: Speaker) -> Section {
    let weeks = gathered.weeks();
    let row = |week: &Week| {
        let first = Value::Text(words::date(week.monday(), speaker.lang));
        let sums = LOOKED_FOR.map(|(_, kinds)| sum(gathered, &[*week], kinds));
        std::iter::once(first).chain(sums).collect()
    };
    let heads = LOOKED_FOR.iter().map(|(key, _)| speaker.t(key));
    let mut tables = vec![ReportTable {
        id: "weeks".to_owned(),
        caption: speaker.t("rep-look-ups-caption"),
        header: std::iter::once(speaker.t("rep-week"))
            .chain(heads)
            .collect(),
        rows: weeks.iter().map(row).collect(),
        drawn: vec![1],
    }];
    tables.extend(beside(gathered, speaker));
    let look_ups = sum(gathered, &weeks, &Kind::LOOK_UPS);
    let open = sum(gathered, &weeks, &[Kind::Open, Kind::OpenPastReview]);
    let plain = match (&look_ups, &open) {
        (Value::Text(_), _) => speaker.t("rep-look-ups-none"),
        (all, open) => speaker.t2(
            "rep-look-ups-said",
            ("all", &signpost_web::value_words(all, speaker)),
            ("open", &signpost_web::value_words(open, speaker)),
        ),
    };
    Section {
        plain: vec![plain, speaker.t("fig-once")],
        tables,
        ..section(speaker, "look-ups", "rep-look-ups-title")
    }
}

/// Four weeks before the plan began beside the last four of the month.
fn beside(gathered: &Gathered, speaker: Speaker) -> Option<ReportTable> {
    let began = gathered.plan_began()?;
    let mut counted = gathered.table.weeks();
    counted.reverse();
    let (before, after): (Vec<Week>, Vec<Week>) = counted
        .into_iter()
        .filter(|week| week.monday() <= gathered.month.last())
        .partition(|week| *week < Week::of(began));
    let last = |weeks: &[Week]| {
        weeks
            .get(weeks.len().saturating_sub(SIDE_BY_SIDE)..)
            .unwrap_or_default()
            .to_vec()
    };
    let (before, after) = (last(&before), last(&after));
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let day = words::date(began, speaker.lang);
    let rows = LOOKED_FOR.iter().map(|(key, kinds)| {
        vec![
            Value::Text(speaker.t(key)),
            sum(gathered, &before, kinds),
            sum(gathered, &after, kinds),
        ]
    });
    Some(ReportTable {
        id: "before-after".to_owned(),
        caption: speaker.t1("rep-beside-caption", "day", &day),
        header: vec![
            speaker.t("rep-what"),
            speaker.t_number("rep-before", i64::try_from(before.len()).unwrap_or(0)),
            speaker.t_number("rep-after", i64::try_from(after.len()).unwrap_or(0)),
        ],
        rows: rows.collect(),
        drawn: vec![1, 2],
    })
}

/// What visitors said, and how long a decision took.
pub(super) fn reports(gathered: &Gathered, speaker: Speaker) -> Section {
    let own = section(speaker, "reports", "rep-reports");
    let Some(month) = &gathered.reports else {
        let plain = vec![speaker.t("fb-took-few")];
        return Section { plain, ..own };
    };
    let took = match month.nine_in_ten_days {
        None => speaker.t("fb-took-few"),
        Some(days) => {
            let key = if month.meets_goal() == Some(true) {
                "fb-goal-met"
            } else {
                "fb-goal-missed"
            };
            let took = speaker.t_number("fb-took", days.into());
            format!("{took} {}", speaker.t_number(key, GOAL_DAYS.into()))
        }
    };
    let share = |percent: Option<u64>| percent.map_or(Value::Text("–".to_owned()), Value::Number);
    let rows = month.kinds.iter().map(|one| {
        vec![
            Value::Text(speaker.t(kind_key(one.said))),
            one.count.into(),
            share(one.percent),
        ]
    });
    Section {
        plain: vec![took],
        tables: vec![ReportTable {
            id: "kinds".to_owned(),
            caption: speaker.t("rep-reports-caption"),
            header: ["rep-what", "rep-decided", "rep-percent"]
                .map(|key| speaker.t(key))
                .to_vec(),
            rows: rows.collect(),
            drawn: vec![1],
        }],
        ..own
    }
}

/// What was found by phone: the last check that was done by the end of the month, good or bad.
pub(super) fn phone(gathered: &Gathered, speaker: Speaker) -> Section {
    let own = section(speaker, "phone", "check-title");
    let scores = gathered.checks.iter().filter_map(PhoneCheck::score);
    let mut scores: Vec<_> = scores
        .filter(|score| score.done_on <= gathered.month.last())
        .collect();
    scores.sort_by_key(|score| std::cmp::Reverse(score.done_on));
    let Some(last) = scores.first() else {
        let plain = vec![speaker.t("rep-phone-none")];
        return Section { plain, ..own };
    };
    let rows = scores.iter().take(6).map(|score| {
        vec![
            Value::Text(words::date(score.done_on, speaker.lang)),
            Value::Number(score.right.into()),
            Value::Number(score.wrong.into()),
            Value::Number(score.unreachable.into()),
        ]
    });
    let header = ["rep-day", "check-right", "check-wrong", "check-unreachable"];
    Section {
        plain: vec![phone_score_words(speaker, last), speaker.t("check-how")],
        tables: vec![ReportTable {
            id: "checks".to_owned(),
            caption: speaker.t("check-title"),
            header: header.map(|key| speaker.t(key)).to_vec(),
            rows: rows.collect(),
            drawn: vec![1, 2],
        }],
        ..own
    }
}
