//! What is wrong with a version, in a reader's language.

use jiff::civil::Weekday;
use signpost_domain::Plan;
use signpost_hours::words::{clock, date, weekday_name};
use signpost_plan::PlanFault;

use super::{Names, delivered::hours_counted};

/// One fault in a sentence, with the names of the door and the place it is about.
#[must_use]
pub fn fault_line(names: &Names<'_>, plan: &Plan, fault: &PlanFault) -> String {
    let speaker = names.speaker;
    let (rule, about) = (fault.rule.as_ref(), &fault.about);
    let rule = rule.and_then(|id| plan.rules.iter().find(|rule| rule.id == *id));
    let closing = about.closing.as_ref();
    let key = match (closing.map(|closing| closing.earlier), rule) {
        (Some(0), _) => "plan-fault-closes-earlier-always".to_owned(),
        (None, None) if fault.code == "overridden" && about.last.is_none() => {
            "plan-fault-overridden-on".to_owned()
        }
        (None, None) if fault.code.starts_with("names_") => {
            format!("plan-fault-{}-plan", fault.code.replace('_', "-"))
        }
        _ => format!("plan-fault-{}", fault.code.replace('_', "-")),
    };
    // A code that has no words yet says its own.
    if speaker.try_t(&key).is_none() {
        return fault.message.clone();
    }
    let organization = about.organization.as_ref();
    let numbers: Vec<String> = about.versions.iter().map(u32::to_string).collect();
    let args = [
        (
            "door",
            rule.map(|rule| names.door((&rule.from, &rule.need))),
        ),
        ("from", rule.map(|rule| names.site(&rule.from))),
        ("need", rule.map(|rule| names.need(&rule.need))),
        ("place", fault.target.as_ref().map(|site| names.site(site))),
        ("who", organization.map(|id| names.organization(id))),
        ("name", about.name.clone()),
        ("day", about.day.map(|day| date(day, speaker.lang))),
        ("number", Some(numbers.join(", "))),
        ("last", about.last.map(|day| date(day, speaker.lang))),
        ("at", closing.map(|closing| clock(closing.at, speaker.lang))),
        (
            "earlier",
            closing.map(|closing| hours_counted(names, closing.earlier)),
        ),
        (
            "days",
            Some(days(names, closing.map_or(&about.days, |it| &it.days))),
        ),
    ];
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(key, value)| (*key, value.as_deref().unwrap_or_default()))
        .collect();
    speaker.say(&key, &args)
}

/// "Monday to Friday, Sunday".
fn days(names: &Names<'_>, runs: &[(Weekday, Weekday)]) -> String {
    let speaker = names.speaker;
    let runs = runs.iter().map(|(first, last)| {
        let (from, to) = (
            weekday_name(*first, speaker.lang),
            weekday_name(*last, speaker.lang),
        );
        if first == last {
            from.to_owned()
        } else {
            speaker.t2("plan-days", ("first", from), ("last", to))
        }
    });
    runs.collect::<Vec<_>>().join(", ")
}
