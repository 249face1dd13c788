//! "Out of stock": there is none left of one thing; until a day, or until somebody looks again.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use signpost_domain::{ExceptionKind, Offer, Site, Text};

use crate::agency::form::{fields::Fields, reader::FormReader};
use crate::agency::forms::closing::{
    days::{Days, add_days},
    fields::{not_chosen, review},
};

/// The form, with what most people mean chosen already. `need` is empty when there are several things to choose from.
pub(crate) fn fields(need: &str) -> Fields {
    let mut fields = Fields::default();
    fields.put("need", need);
    fields.put("again", "tomorrow");
    fields.put("day", "");
    fields.put("review", "");
    fields
}

/// The next Monday after tomorrow; `None` when tomorrow is Monday, or Monday is not before the week is over.
pub(crate) fn monday(today: Date) -> Option<Date> {
    let monday = today.nth_weekday(1, Weekday::Monday).ok()?;
    (monday > today.saturating_add(1.day())).then_some(monday)
}

/// Reads the form into exceptions of a site.
pub(crate) fn read_stock(reader: &mut FormReader<'_>, site: &mut Site, today: Date) {
    let need = reader.fields.text("need").parse().ok().filter(|need| {
        site.service(need)
            .is_some_and(|service| service.offer == Offer::Offered)
    });
    if need.is_none() {
        reader.fault("need", "fault-choice");
    }
    let chosen = reader.fields.text("again").to_owned();
    if chosen != "day" {
        not_chosen(reader, "day", "fault-day-not-chosen");
    }
    if chosen != "review" {
        not_chosen(reader, "review", "fault-review-not-chosen");
    }
    let again = match chosen.as_str() {
        "tomorrow" => Some((today.saturating_add(1.day()), "again")),
        "monday" => monday(today).map(|day| (day, "again")),
        "day" => reader.day("day").map(|day| (day, "day")),
        "review" => review(reader, Some(today)).map(|day| (day, "review")),
        _ => {
            reader.fault("again", "fault-choice");
            None
        }
    };
    let (Some(need), Some((again, field))) = (need, again) else {
        return;
    };
    if again <= today {
        reader.fault(field, "fault-again");
        return;
    }
    // There is some again on that day; when nobody knows, it is looked at on that day.
    let open_end = field == "review";
    let days = Days {
        kind: ExceptionKind::OutOfStock,
        first: today,
        last: (!open_end).then(|| again.saturating_sub(1.day())),
        need: Some(need),
        hours: None,
        reason: Text::default(),
        review_by: open_end.then_some(again),
    };
    add_days(reader, site, days, (field, today));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn monday_is_offered_when_it_is_not_tomorrow() {
        let wednesday = date(2026, 11, 25);
        assert_eq!(monday(wednesday), Some(date(2026, 11, 30)));
        assert_eq!(monday(date(2026, 11, 29)), None, "tomorrow is Monday");
        assert_eq!(monday(date(2026, 11, 30)), Some(date(2026, 12, 7)));
    }
}
