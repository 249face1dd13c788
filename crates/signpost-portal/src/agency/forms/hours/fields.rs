//! Opening hours as days and times, without any syntax to learn; and a box for those who know it.

use signpost_domain::{NeedCode, Offer, Site};
use signpost_hours::{
    HoursText,
    weekly::{Day, Weekly},
};

pub(crate) use super::{days::DAYS, hours_text::text};
use crate::agency::form::{fields::Fields, reader::FormReader};
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
    let week = HoursText::parse(text)
        .ok()
        .and_then(|hours| Weekly::read(&hours));
    let always = [const { Day::AllDay }; 7];
    let kind = match &week {
        Some(week) if week.days == always && !week.by_appointment => "always",
        Some(_) => "week",
        None if text.is_empty() => "unknown",
        None => "text",
    };
    fields.put("kind", kind);
    put_week(&mut fields, &week.unwrap_or_default());
    fields.put("text", text);
    Some(fields)
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
}

/// Puts the hours that were sent into a site.
pub(crate) fn read_into(site: &mut Site, reader: &mut FormReader<'_>) {
    let text = text(reader);
    let chosen: Vec<String> = reader.fields.all("need").map(str::to_owned).collect();
    let mut any = false;
    for service in &mut site.services {
        if chosen.iter().any(|need| need == service.need.as_str()) {
            service.hours.clone_from(&text);
            any = true;
        }
    }
    if !any {
        reader.fault("need", "fault-hours-need");
    }
}
