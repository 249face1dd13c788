//! Opening hours as days and times, without any syntax to learn; and a box for those who know it.

use signpost_domain::{NeedCode, Offer, Site};
use signpost_hours::{
    HoursText,
    weekly::{Day, Monthly, Range, Weekly, WeeklyFault},
};

use super::clock;
use crate::portal::agency::{fields::Fields, reading::Reading};

/// What the fields of each day begin with, Monday first.
pub(crate) const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
/// How many times a day there may be.
pub(crate) const MOST_TIMES: usize = 6;
/// How many days of the month.
pub(crate) const MOST_MONTHLY: usize = 4;

const MIDNIGHT: u16 = 24 * 60;

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

/// What belongs together when two people change it: all of a day, all days of the month.
pub(crate) fn group(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Reads the form into a site.
pub(crate) fn read(reading: &mut Reading<'_>, site: &mut Site) {
    let text = text(reading);
    let chosen: Vec<String> = reading.fields.all("need").map(str::to_owned).collect();
    let mut any = false;
    for service in &mut site.services {
        if chosen.iter().any(|need| need == service.need.as_str()) {
            service.hours.clone_from(&text);
            any = true;
        }
    }
    if !any {
        reading.fault("need", "fault-hours-need");
    }
}

/// The hours as a text; `None` when they are not known, or cannot be read, which is noted.
pub(crate) fn text(reading: &mut Reading<'_>) -> Option<String> {
    match reading.fields.text("kind") {
        "unknown" => None,
        "always" => Some("24/7".to_owned()),
        "text" => expert(reading),
        "week" => week(reading),
        _ => {
            reading.fault("kind", "fault-choice");
            None
        }
    }
}

fn expert(reading: &mut Reading<'_>) -> Option<String> {
    let text = reading.fields.text("text").to_owned();
    match HoursText::parse(&text) {
        Ok(_) => Some(text),
        Err(fault) => {
            let column = fault.column.to_string();
            let args = [("column", column.as_str()), ("what", &fault.message)];
            reading.fault_with("text", "fault-hours-text", &args);
            None
        }
    }
}

fn week(reading: &mut Reading<'_>) -> Option<String> {
    let mut week = Weekly {
        by_appointment: reading.fields.holds("appointment", "yes"),
        closed_on_holidays: reading.fields.holds("holidays-off", "yes"),
        ..Weekly::default()
    };
    let mut fine = true;
    for (name, day) in DAYS.into_iter().zip(&mut week.days) {
        match one_day(reading, name) {
            Some(read) => *day = read,
            None => fine = false,
        }
    }
    for nth in 1..=MOST_MONTHLY {
        match monthly(reading, nth) {
            Ok(read) => week.monthly.extend(read),
            Err(()) => fine = false,
        }
    }
    if !fine {
        return None;
    }
    match week.text() {
        Ok(text) => Some(text),
        Err(faults) => {
            for fault in faults {
                note(reading, fault);
            }
            None
        }
    }
}

fn note(reading: &mut Reading<'_>, fault: WeeklyFault) {
    let first = |day: u8| {
        let name = DAYS.get(usize::from(day)).copied();
        name.map_or("monthly.1.from".to_owned(), |name| format!("{name}.from.1"))
    };
    match fault {
        WeeklyFault::NoTime { day } => reading.fault(&first(day), "fault-hours-same"),
        WeeklyFault::Overlap { day } => reading.fault(&first(day), "fault-hours-overlap"),
        WeeklyFault::NoSuchDay => reading.fault("monthly.1.day", "fault-choice"),
        WeeklyFault::TooMuch => reading.fault("kind", "fault-hours-much"),
    }
}

/// A day of the week; `None` when it cannot be read, which is noted.
fn one_day(reading: &mut Reading<'_>, name: &str) -> Option<Day> {
    let mut ranges = Vec::new();
    let mut fine = true;
    for nth in 1..=MOST_TIMES {
        let (from, to) = (format!("{name}.from.{nth}"), format!("{name}.to.{nth}"));
        match range(reading, &from, &to) {
            Ok(read) => ranges.extend(read),
            Err(()) => fine = false,
        }
    }
    let state = format!("{name}.state");
    match (reading.fields.text(&state), ranges.is_empty()) {
        _ if !fine => None,
        ("open", false) => Some(Day::At(ranges)),
        ("open", true) => {
            reading.fault(&format!("{name}.from.1"), "fault-hours-empty");
            None
        }
        ("closed" | "", true) => Some(Day::Closed),
        ("all", true) => Some(Day::AllDay),
        ("closed" | "all", false) => {
            reading.fault(&state, "fault-hours-both");
            None
        }
        _ => {
            reading.fault(&state, "fault-choice");
            None
        }
    }
}

/// From when to when; nothing when both fields are empty.
fn range(reading: &mut Reading<'_>, from: &str, to: &str) -> Result<Option<Range>, ()> {
    let (first, last) = (reading.fields.text(from), reading.fields.text(to));
    if first.is_empty() && last.is_empty() {
        return Ok(None);
    }
    let (start, end) = (clock::minutes(first), clock::minutes(last));
    if start.is_none_or(|start| start == MIDNIGHT) {
        reading.fault(from, "fault-times");
        return Err(());
    }
    let (Some(start), Some(end)) = (start, end) else {
        reading.fault(to, "fault-times");
        return Err(());
    };
    // Midnight ends a day; it begins one only on the left.
    let end = if end == 0 { MIDNIGHT } else { end };
    Ok(Some(Range {
        from: start,
        to: end,
    }))
}

fn monthly(reading: &mut Reading<'_>, nth: usize) -> Result<Option<Monthly>, ()> {
    let name = |part: &str| format!("monthly.{nth}.{part}");
    let Some(at) = range(reading, &name("from"), &name("to"))? else {
        return Ok(None);
    };
    let number = |part: &str| reading.fields.text(&name(part)).parse::<u8>().ok();
    let (which, day) = (number("nth"), number("day"));
    if let (Some(nth @ 0..=4), Some(day @ 0..=6)) = (which, day) {
        return Ok(Some(Monthly { nth, day, at }));
    }
    reading.fault(&name("day"), "fault-choice");
    Err(())
}

/// How many rows of times a day shows: those that are there, one at least, and one more when it was asked for.
pub(crate) fn rows(fields: &Fields, name: &str) -> usize {
    let filled = (1..=MOST_TIMES)
        .rev()
        .find(|nth| {
            let row = |part: &str| fields.has(&format!("{name}.{part}.{nth}"));
            row("from") || row("to")
        })
        .unwrap_or(1);
    filled.clamp(1, MOST_TIMES)
}

/// Another row of times for a day.
pub(crate) fn add_row(fields: &mut Fields, name: &str) {
    let next = rows(fields, name) + 1;
    if next <= MOST_TIMES {
        for nth in 1..=next {
            for part in ["from", "to"] {
                let field = format!("{name}.{part}.{nth}");
                if !fields.has(&field) {
                    fields.put(field, "");
                }
            }
        }
        fields.set(&format!("{name}.state"), "open");
    }
}

/// The same times as the day before.
pub(crate) fn copy_day(fields: &mut Fields, name: &str) {
    let place = DAYS.iter().position(|own| *own == name).unwrap_or_default();
    let Some(before) = place.checked_sub(1).and_then(|place| DAYS.get(place)) else {
        return;
    };
    let taken: Vec<(String, String)> = fields
        .below(&format!("{before}."))
        .map(|(rest, value)| (format!("{name}.{rest}"), value.to_owned()))
        .collect();
    let old: Vec<String> = fields
        .below(&format!("{name}."))
        .map(|(rest, _)| format!("{name}.{rest}"))
        .collect();
    for field in old {
        fields.remove(&field);
    }
    for (field, value) in taken {
        fields.put(field, value);
    }
}

#[cfg(test)]
mod tests {
    use signpost_domain::Lang;

    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Fields {
        let mut all = vec![("kind".to_owned(), "week".to_owned())];
        let given = |name: &str| pairs.iter().any(|(own, _)| *own == name);
        for day in DAYS {
            let state = format!("{day}.state");
            if !given(&state) {
                all.push((state, "closed".to_owned()));
            }
        }
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        all.extend(pairs);
        Fields::sent(all)
    }

    fn read_text(pairs: &[(&str, &str)]) -> Result<Option<String>, Vec<String>> {
        let fields = sent(pairs);
        let mut reading = Reading::of(&fields, Lang::En);
        let text = text(&mut reading);
        let faults = reading.finish();
        faults
            .map(|()| text)
            .map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
    }

    #[test]
    fn a_day_until_midnight_and_a_night_are_told_apart() {
        let monday = [
            ("mo.state", "open"),
            ("mo.from.1", "20:00"),
            ("mo.to.1", "00:00"),
        ];
        assert_eq!(read_text(&monday), Ok(Some("Mo 20:00-24:00".to_owned())));
        let night = [
            ("mo.state", "open"),
            ("mo.from.1", "20:00"),
            ("mo.to.1", "08:00"),
        ];
        assert_eq!(read_text(&night), Ok(Some("Mo 20:00-08:00".to_owned())));
        let all = [("mo.state", "all")];
        assert_eq!(read_text(&all), Ok(Some("Mo 00:00-24:00".to_owned())));
        assert_eq!(read_text(&[]), Ok(Some("off".to_owned())));
    }

    #[test]
    fn what_contradicts_itself_is_asked_about() {
        let both = [
            ("mo.state", "closed"),
            ("mo.from.1", "9"),
            ("mo.to.1", "17"),
        ];
        assert_eq!(read_text(&both), Err(vec!["mo.state".to_owned()]));
        let neither = [("mo.state", "open")];
        assert_eq!(read_text(&neither), Err(vec!["mo.from.1".to_owned()]));
        let half = [("mo.state", "open"), ("mo.from.1", "9")];
        assert_eq!(read_text(&half), Err(vec!["mo.to.1".to_owned()]));
        let same = [("mo.state", "open"), ("mo.from.1", "9"), ("mo.to.1", "9")];
        assert_eq!(read_text(&same), Err(vec!["mo.from.1".to_owned()]));
    }

    #[test]
    fn a_row_more_and_the_day_before_keep_what_was_typed() {
        let mut fields = sent(&[
            ("mo.state", "open"),
            ("mo.from.1", "9:00"),
            ("mo.to.1", "12:00"),
        ]);
        add_row(&mut fields, "mo");
        assert_eq!(rows(&fields, "mo"), 2);
        assert_eq!(fields.text("mo.from.1"), "9:00");
        copy_day(&mut fields, "tu");
        assert_eq!(fields.text("tu.from.1"), "9:00");
        assert_eq!(fields.text("tu.state"), "open");
        copy_day(&mut fields, "mo");
        assert_eq!(fields.text("mo.from.1"), "9:00", "nothing is before Monday");
    }
}
