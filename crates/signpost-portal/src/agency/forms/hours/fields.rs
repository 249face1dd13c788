//! Opening hours as days and times, without any syntax to learn; and a box for those who know it.

use std::sync::LazyLock;

use signpost_domain::{NeedCode, Offer, Site};
use signpost_hours::{
    HoursText,
    weekly::{Day, Weekly},
};

pub(crate) use super::{days::DAYS, hours_text::text};
use crate::agency::form::fields::Fields;
use crate::agency::forms::clock;

/// The form for the hours of a service; the others with the same hours are ticked with it, because they change together.
pub(crate) fn fields(site: &Site, need: &NeedCode) -> Option<Fields> {
    let hours = &site.service(need)?.hours;
    let mut fields = Fields::default();
    let same = site
        .services
        .iter()
        .filter(|service| service.offer != Offer::NotOffered && service.hours == *hours);
    for service in same {
        fields.put("need", service.need.as_str());
    }
    if !fields.holds("need", need.as_str()) {
        fields.put("need", need.as_str());
    }
    let text = hours.as_deref().unwrap_or_default();
    let read = HoursText::parse(text).ok();
    let (week, lost) = read.as_ref().map(Weekly::read_some).unwrap_or_default();
    let always = week.days == [const { Day::AllDay }; 7];
    let kind = match &read {
        None if text.is_empty() => "unknown",
        None => "text",
        Some(_) if !lost.is_empty() => "text",
        Some(_) if always && week.by_appointment => "appointment",
        Some(_) if always => "always",
        Some(_) => "week",
    };
    fields.put("kind", kind);
    // Who has hours at no fixed times begins with an empty week.
    put_week(
        &mut fields,
        if kind == "appointment" { &EMPTY } else { &week },
    );
    fields.put("text", text);
    Some(fields)
}

/// A week without any times.
static EMPTY: LazyLock<Weekly> = LazyLock::new(Weekly::default);

/// Fills days and times with what can be read of the text in the form; they are what counts then.
pub(crate) fn fill_from_text(fields: &mut Fields) {
    let Ok(hours) = HoursText::parse(fields.text("text")) else {
        return;
    };
    let (week, _) = Weekly::read_some(&hours);
    let old: Vec<String> = fields
        .pairs()
        .iter()
        .map(|(name, _)| name.clone())
        .filter(|name| {
            let group = name.split('.').next().unwrap_or_default();
            DAYS.contains(&group)
                || ["monthly", "fortnight", "appointment", "holidays-off"].contains(&group)
        })
        .collect();
    for name in old {
        fields.remove(&name);
    }
    put_week(fields, &week);
    fields.set("kind", "week");
    let read = fields.text("text").to_owned();
    fields.set(READ, &read);
}

/// The rules of the text in the form that days and times cannot say.
pub(crate) fn lost(fields: &Fields) -> Vec<String> {
    let hours = HoursText::parse(fields.text("text")).ok();
    hours.map_or_else(Vec::new, |hours| Weekly::read_some(&hours).1)
}

fn put_week(fields: &mut Fields, week: &Weekly) {
    for (name, day) in DAYS.iter().zip(&week.days) {
        let state = match day {
            Day::Closed => "closed",
            Day::At(_) => "open",
            Day::AllDay => "all",
        };
        fields.put(format!("{name}.state"), state);
        if let Day::At(ranges) = day {
            for (nth, range) in (1..).zip(ranges) {
                fields.put(format!("{name}.from.{nth}"), clock::typed(range.from));
                fields.put(format!("{name}.to.{nth}"), clock::typed(range.to));
            }
        }
    }
    if week.by_appointment {
        fields.put("appointment", "yes");
    }
    if week.closed_on_holidays {
        fields.put("holidays-off", "yes");
    }
    for (nth, monthly) in (1..).zip(&week.monthly) {
        fields.put(format!("monthly.{nth}.nth"), monthly.nth.to_string());
        fields.put(format!("monthly.{nth}.day"), monthly.day.to_string());
        fields.put(format!("monthly.{nth}.from"), clock::typed(monthly.at.from));
        fields.put(format!("monthly.{nth}.to"), clock::typed(monthly.at.to));
    }
    for (nth, one) in (1..).zip(&week.fortnightly) {
        fields.put(format!("fortnight.{nth}.first"), one.from.to_string());
        fields.put(format!("fortnight.{nth}.from"), clock::typed(one.at.from));
        fields.put(format!("fortnight.{nth}.to"), clock::typed(one.at.to));
    }
}

/// The text of which days and times were filled in: what was read out of it counts, and it does not.
pub(crate) const READ: &str = "text-read";
