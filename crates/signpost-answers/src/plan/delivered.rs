//! What the plan promised and what was kept, in words and as rows of a table.

use jiff::civil::Date;
use signpost_domain::{ExceptionId, Lang, SiteSlug, Text};
use signpost_hours::{Calendar, OpenState, words};
use signpost_plan::delivered::{Delivered, Minutes, Missed, MissedWhy, TargetDelivered};

use super::Names;

/// One place, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveredLine {
    /// The place, with what people were sent there for.
    pub name: String,
    /// How much of what it promised was served.
    pub said: String,
    /// What was not, day by day.
    pub missed: Vec<String>,
}

/// The columns of the table; [`delivered_rows`] has the rows.
pub const DELIVERED_HEADER: [&str; 12] = [
    "first_day",
    "last_day",
    "part",
    "site",
    "name",
    "need",
    "day",
    "promised_hours",
    "served_hours",
    "unknown_hours",
    "closed_hours",
    "why",
];

/// "Served 151 of 160 promised hours." of all places, or of one.
#[must_use]
pub fn delivered_said(names: &Names<'_>, minutes: Minutes) -> String {
    let speaker = names.speaker;
    if minutes.promised == 0 {
        return speaker.t("plan-delivered-nothing");
    }
    let (served, promised) = (
        hours(minutes.served, speaker.lang),
        hours(minutes.promised, speaker.lang),
    );
    let said = speaker.t2(
        "plan-delivered",
        ("served", &served),
        ("promised", &promised),
    );
    if minutes.unknown == 0 {
        return said;
    }
    let unknown = hours_counted(names, minutes.unknown);
    format!(
        "{said} {}",
        speaker.t1("plan-delivered-unknown", "hours", unknown)
    )
}

/// Every place that promised something, in words.
#[must_use]
pub fn delivered_lines(names: &Names<'_>, delivered: &Delivered) -> Vec<DeliveredLine> {
    let targets = delivered.targets.iter();
    targets
        .map(|target| DeliveredLine {
            name: names.door((&target.site, &target.need)),
            said: delivered_said(names, target.minutes),
            missed: target
                .missed
                .iter()
                .map(|missed| missed_line(names, target, missed))
                .collect(),
        })
        .collect()
}

/// The table: one row for all places together, one for each, and one for each day and reason.
#[must_use]
pub fn delivered_rows(names: &Names<'_>, delivered: &Delivered) -> Vec<Vec<String>> {
    let row = |part: &str,
               target: Option<&TargetDelivered>,
               day: Option<Date>,
               figures: [Option<u32>; 4],
               why: String| {
        let figure =
            |minutes: Option<u32>| minutes.map_or_else(String::new, |one| hours(one, Lang::En));
        let [promised, served, unknown, closed] = figures.map(figure);
        vec![
            delivered.first.to_string(),
            delivered.last.to_string(),
            part.to_owned(),
            target.map_or_else(String::new, |one| one.site.to_string()),
            target.map_or_else(String::new, |one| names.site(&one.site)),
            target.map_or_else(String::new, |one| one.need.to_string()),
            day.map_or_else(String::new, |day| day.to_string()),
            promised,
            served,
            unknown,
            closed,
            why,
        ]
    };
    let whole = |of: Minutes| [of.promised, of.served, of.unknown, of.closed()].map(Some);
    let all = row("all", None, None, whole(delivered.all), String::new());
    let places = delivered.targets.iter().flat_map(|target| {
        let own = row(
            "place",
            Some(target),
            None,
            whole(target.minutes),
            String::new(),
        );
        let missed = target.missed.iter().map(|missed| {
            let figures = match missed.state {
                OpenState::Unknown => [None, None, Some(missed.minutes), None],
                OpenState::Open | OpenState::Closed => [None, None, None, Some(missed.minutes)],
            };
            row(
                "missed",
                Some(target),
                Some(missed.day),
                figures,
                why(names, target, missed),
            )
        });
        std::iter::once(own).chain(missed).collect::<Vec<_>>()
    });
    std::iter::once(all).chain(places).collect()
}

fn missed_line(names: &Names<'_>, target: &TargetDelivered, missed: &Missed) -> String {
    let speaker = names.speaker;
    let key = match missed.state {
        OpenState::Unknown => "plan-delivered-missed-unknown",
        OpenState::Open | OpenState::Closed => "plan-delivered-missed-closed",
    };
    let args = [
        (
            "weekday",
            words::weekday_name(missed.day.weekday(), speaker.lang).to_owned(),
        ),
        ("day", words::date(missed.day, speaker.lang)),
        ("hours", hours_counted(names, missed.minutes)),
        ("why", why(names, target, missed)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, &**value)).collect();
    words::capital(&speaker.say(key, &args))
}

fn why(names: &Names<'_>, target: &TargetDelivered, missed: &Missed) -> String {
    let speaker = names.speaker;
    if let Some(code) = &missed.holiday {
        let known = Calendar::ontario().named(code);
        return known.map_or_else(
            || code.to_string(),
            |name| name.words(speaker.lang).to_owned(),
        );
    }
    let why = speaker.t(match missed.why {
        MissedWhy::Exception if missed.state == OpenState::Unknown => "plan-delivered-why-unsure",
        MissedWhy::Exception => "plan-delivered-why-exception",
        MissedWhy::OutOfStock => "plan-delivered-why-out-of-stock",
        MissedWhy::Full => "plan-delivered-why-full",
        MissedWhy::Holiday => "plan-delivered-why-holiday",
        MissedWhy::NotOffered => "plan-delivered-why-not-offered",
        MissedWhy::NotConfirmed => "plan-delivered-why-not-confirmed",
    });
    let reason = missed
        .exception
        .as_ref()
        .and_then(|id| reason(names, &target.site, id));
    match reason.map(|text| text.words(speaker.lang)) {
        Some(reason) if !reason.is_empty() => {
            speaker.t2("plan-delivered-why", ("why", &why), ("reason", reason))
        }
        _ => why,
    }
}

/// What an exception of a place says of itself.
fn reason<'d>(names: &Names<'d>, slug: &SiteSlug, id: &ExceptionId) -> Option<&'d Text> {
    let mut sites = names.directory.sites.iter();
    let site = sites.find(|site| site.slug == *slug)?;
    let mut exceptions = site.exceptions.iter();
    let found = exceptions.find(|exception| exception.id == *id)?;
    Some(&found.reason)
}

/// "1 hour", "7.5 hours", "20 minutes".
pub(super) fn hours_counted(names: &Names<'_>, minutes: u32) -> String {
    const HOUR: u32 = 60;
    let speaker = names.speaker;
    if minutes.is_multiple_of(HOUR) {
        return speaker.t_number("plan-ahead-hours-count", i64::from(minutes / HOUR));
    }
    if minutes < HOUR {
        return speaker.t_number("plan-minutes-count", i64::from(minutes));
    }
    speaker.t1(
        "plan-delivered-hours",
        "hours",
        hours(minutes, speaker.lang),
    )
}

/// Hours with at most two digits behind the point, never rounded up: what is not whole must not look whole.
fn hours(minutes: u32, lang: Lang) -> String {
    const HOUR: u32 = 60;
    let (whole, hundredths) = (minutes / HOUR, minutes % HOUR * 100 / HOUR);
    if hundredths == 0 {
        return whole.to_string();
    }
    let point = if lang == Lang::Fr { ',' } else { '.' };
    let digits = format!("{hundredths:02}");
    format!("{whole}{point}{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_whole_never_looks_whole() {
        for (minutes, en, fr) in [
            (0, "0", "0"),
            (9_060, "151", "151"),
            (450, "7.5", "7,5"),
            (20, "0.33", "0,33"),
            (65, "1.08", "1,08"),
            (9_599, "159.98", "159,98"),
        ] {
            assert_eq!(hours(minutes, Lang::En), en);
            assert_eq!(hours(minutes, Lang::Fr), fr);
        }
    }
}
