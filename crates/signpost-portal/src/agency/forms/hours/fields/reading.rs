//! Hours as they were sent: read into the text that is stored, or refused beside the field.

use signpost_hours::{
    HoursText,
    weekly::{Day, Monthly, Range, Weekly, WeeklyFault},
};

use super::{DAYS, MOST_MONTHLY, MOST_TIMES};
use crate::agency::{form::reader::Reading, forms::clock};

const MIDNIGHT: u16 = 24 * 60;

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

#[cfg(test)]
mod tests {
    use signpost_domain::Lang;

    use super::*;
    use crate::agency::form::fields::Fields;

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
}
