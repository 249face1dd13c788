//! Hours as they were sent: read into the text that is stored, or refused beside the field.

use signpost_hours::{
    HoursText,
    weekly::{Day, Fortnightly, Monthly, Range, Weekly, WeeklyFault},
};

use super::days::{DAYS, MOST_FORTNIGHTLY, MOST_MONTHLY, MOST_TIMES};
use crate::agency::{form::reader::FormReader, forms::clock};

const MIDNIGHT: u16 = 24 * 60;

/// The hours as a text; `None` when they are not known, or cannot be read, which is noted.
pub(crate) fn text(reader: &mut FormReader<'_>) -> Option<String> {
    match reader.fields.text("kind") {
        "unknown" => None,
        "always" => Some("24/7".to_owned()),
        "appointment" => by_appointment(reader),
        "text" => expert(reader),
        "week" => week(reader),
        _ => {
            reader.fault("kind", "fault-choice");
            None
        }
    }
}

/// By appointment at no fixed times: an answer of its own, and no closed door.
fn by_appointment(reader: &mut FormReader<'_>) -> Option<String> {
    let week = Weekly {
        by_appointment: true,
        ..Weekly::default()
    };
    let text = week.text().ok();
    if text.is_none() {
        reader.fault("kind", "fault-choice");
    }
    text
}

fn expert(reader: &mut FormReader<'_>) -> Option<String> {
    let text = reader.fields.text("text").to_owned();
    match HoursText::parse(&text) {
        Ok(_) => Some(text),
        Err(fault) => {
            let column = fault.column.to_string();
            let args = [("column", column.as_str()), ("what", &fault.message)];
            reader.fault_with("text", "fault-hours-text", &args);
            None
        }
    }
}

fn week(reader: &mut FormReader<'_>) -> Option<String> {
    let mut week = Weekly {
        by_appointment: reader.fields.holds("appointment", "yes"),
        closed_on_holidays: reader.fields.holds("holidays-off", "yes"),
        ..Weekly::default()
    };
    let mut fine = true;
    for (name, day) in DAYS.into_iter().zip(&mut week.days) {
        match one_day(reader, name) {
            Some(read) => *day = read,
            None => fine = false,
        }
    }
    for nth in 1..=MOST_MONTHLY {
        match monthly(reader, nth) {
            Ok(read) => week.monthly.extend(read),
            Err(()) => fine = false,
        }
    }
    for nth in 1..=MOST_FORTNIGHTLY {
        match fortnightly(reader, nth) {
            Ok(read) => week.fortnightly.extend(read),
            Err(()) => fine = false,
        }
    }
    if !fine {
        return None;
    }
    if week.by_appointment && week.is_empty() {
        reader.fault("kind", "fault-hours-appointment");
        return None;
    }
    match week.text() {
        Ok(text) => Some(text),
        Err(faults) => {
            for fault in faults {
                note(reader, fault);
            }
            None
        }
    }
}

fn note(reader: &mut FormReader<'_>, fault: WeeklyFault) {
    let first = |day: u8| {
        let name = DAYS.get(usize::from(day)).copied();
        name.map_or("monthly.1.from".to_owned(), |name| format!("{name}.from.1"))
    };
    match fault {
        WeeklyFault::NoTime { day } => reader.fault(&first(day), "fault-hours-same"),
        WeeklyFault::Overlap { day } => reader.fault(&first(day), "fault-hours-overlap"),
        WeeklyFault::NoFortnight => reader.fault("fortnight.1.from", "fault-hours-same"),
        WeeklyFault::NoSuchDay => reader.fault("monthly.1.day", "fault-choice"),
        WeeklyFault::TooMuch => reader.fault("kind", "fault-hours-much"),
    }
}

/// A day of the week; `None` when it cannot be read, which is noted.
fn one_day(reader: &mut FormReader<'_>, name: &str) -> Option<Day> {
    let mut ranges = Vec::new();
    let mut fine = true;
    for nth in 1..=MOST_TIMES {
        let (from, to) = (format!("{name}.from.{nth}"), format!("{name}.to.{nth}"));
        match range(reader, &from, &to) {
            Ok(read) => ranges.extend(read),
            Err(()) => fine = false,
        }
    }
    let state = format!("{name}.state");
    match (reader.fields.text(&state), ranges.is_empty()) {
        _ if !fine => None,
        ("open", false) => Some(Day::At(ranges)),
        ("open", true) => {
            reader.fault(&format!("{name}.from.1"), "fault-hours-empty");
            None
        }
        ("closed" | "", true) => Some(Day::Closed),
        ("all", true) => Some(Day::AllDay),
        ("closed" | "all", false) => {
            reader.fault(&state, "fault-hours-both");
            None
        }
        _ => {
            reader.fault(&state, "fault-choice");
            None
        }
    }
}

/// From when to when; nothing when both fields are empty.
fn range(reader: &mut FormReader<'_>, from: &str, to: &str) -> Result<Option<Range>, ()> {
    let (first, last) = (reader.fields.text(from), reader.fields.text(to));
    if first.is_empty() && last.is_empty() {
        return Ok(None);
    }
    let (start, end) = (clock::minutes(first), clock::minutes(last));
    if start.is_none_or(|start| start == MIDNIGHT) {
        reader.fault(from, "fault-times");
        return Err(());
    }
    let (Some(start), Some(end)) = (start, end) else {
        reader.fault(to, "fault-times");
        return Err(());
    };
    // Midnight ends a day; it begins one only on the left.
    let end = if end == 0 { MIDNIGHT } else { end };
    Ok(Some(Range {
        from: start,
        to: end,
    }))
}

fn monthly(reader: &mut FormReader<'_>, nth: usize) -> Result<Option<Monthly>, ()> {
    let name = |part: &str| format!("monthly.{nth}.{part}");
    let Some(at) = range(reader, &name("from"), &name("to"))? else {
        return Ok(None);
    };
    let number = |part: &str| reader.fields.text(&name(part)).parse::<u8>().ok();
    let (which, day) = (number("nth"), number("day"));
    if let (Some(nth @ 0..=4), Some(day @ 0..=6)) = (which, day) {
        return Ok(Some(Monthly { nth, day, at }));
    }
    reader.fault(&name("day"), "fault-choice");
    Err(())
}

fn fortnightly(reader: &mut FormReader<'_>, nth: usize) -> Result<Option<Fortnightly>, ()> {
    let name = |part: &str| format!("fortnight.{nth}.{part}");
    let at = range(reader, &name("from"), &name("to"))?;
    let first = reader.fields.text(&name("first")).to_owned();
    match (at, first.is_empty()) {
        (None, true) => Ok(None),
        (None, false) => {
            reader.fault(&name("from"), "fault-hours-empty");
            Err(())
        }
        (Some(at), _) => match first.parse() {
            Ok(from) => Ok(Some(Fortnightly { from, at })),
            Err(_no_day) => {
                reader.fault(&name("first"), "fault-day");
                Err(())
            }
        },
    }
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
        let mut reader = FormReader::of(&fields, Lang::En);
        let text = text(&mut reader);
        let faults = reader.finish();
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
