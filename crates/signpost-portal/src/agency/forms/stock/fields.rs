//! "Out of stock": there is none left of one thing; until a day, or until somebody looks again.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use signpost_domain::{ExceptionKind, Item, ItemCode, Need, NeedCode, Offer, Service, Site, Text};

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

/// The field of the things of a need.
pub(super) fn items_field(need: &NeedCode) -> String {
    format!("items.{need}")
}

/// What a service hands out or takes, when there is more than one thing to choose from; nothing else.
pub(super) fn items_of<'n>(service: &Service, needs: &'n [Need]) -> Vec<&'n Item> {
    let mut needs = needs.iter();
    let known = needs.find(|need| need.code == service.need);
    let all = known.map_or(&[][..], |need| &need.items).iter();
    let own = all.filter(|item| service.items.is_empty() || service.items.contains(&item.code));
    let own: Vec<&Item> = own.collect();
    if own.len() > 1 { own } else { vec![] }
}

/// The things that are ticked, of the need that is chosen or, where none is, of the only one of which some are.
fn ticked(
    reader: &mut FormReader<'_>,
    site: &Site,
    needs: &[Need],
) -> (Option<NeedCode>, Vec<ItemCode>) {
    let chosen: Option<NeedCode> = reader.fields.text("need").parse().ok();
    let offered = site.services.iter();
    let offered = offered.filter(|service| service.offer == Offer::Offered);
    let some: Vec<(NeedCode, Vec<ItemCode>)> = offered
        .map(|service| {
            let field = items_field(&service.need);
            let own = items_of(service, needs).into_iter();
            let own = own.filter(|item| reader.fields.holds(&field, item.code.as_str()));
            (
                service.need.clone(),
                own.map(|item| item.code.clone()).collect(),
            )
        })
        .filter(|(_, items): &(NeedCode, Vec<ItemCode>)| !items.is_empty())
        .collect();
    match (chosen, some.as_slice()) {
        (None, [(need, items)]) => (Some(need.clone()), items.clone()),
        (chosen, some) => {
            let mut items = vec![];
            for (need, own) in some {
                if Some(need) == chosen.as_ref() {
                    items.clone_from(own);
                } else {
                    reader.fault(&items_field(need), "fault-items-not-chosen");
                }
            }
            (chosen, items)
        }
    }
}

/// Reads the form into exceptions of a site.
pub(crate) fn read_stock(
    reader: &mut FormReader<'_>,
    site: &mut Site,
    (needs, today): (&[Need], Date),
) {
    let (need, items) = ticked(reader, site, needs);
    let need = need.filter(|need| {
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
        items,
        hours: None,
        reason: Text::default(),
        review_by: open_end.then_some(again),
    };
    replaces_what_was_said(site, &days);
    add_days(reader, site, days, (field, today));
}

/// Of what is out of stock the last word counts: what is said of a thing now is not said twice, and whoever names some things says that the
/// rest is there.
fn replaces_what_was_said(site: &mut Site, days: &Days) {
    site.exceptions.retain_mut(|one| {
        let older = one.kind == ExceptionKind::OutOfStock
            && one.need == days.need
            && one.items != days.items
            && !one.is_over(days.first);
        // What lasts longer than all of it goes on behind it, until somebody answers.
        let is_over_by_then = match (one.last, days.last) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(last)) => own <= last,
        };
        if older && one.is_of_items() && days.items.is_empty() {
            return !is_over_by_then;
        }
        if older && one.is_of_items() {
            one.items.retain(|item| !days.items.contains(item));
        }
        !older || one.is_of_items()
    });
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
