//! What an exception and a confirmation may be, whoever sends them.
//!
//! Each rule says only yes or no; the API and the portal have words of
//! their own for a no. What words, addresses, numbers and tags may be is said by their types in `signpost-domain`.

use jiff::civil::Date;
use signpost_domain::{
    Exception, ExceptionId, ExceptionKind, Ground, ItemCode, NeedCode, Offer, Organization, Site,
    folded,
};
use signpost_hours::weight;
use signpost_locate::Terrain;

/// How many exceptions a site may have.
pub const MOST_EXCEPTIONS: usize = 100;
/// How long one exception may last, in days.
pub const LONGEST_EXCEPTION_DAYS: i32 = 400;
/// How long a confirmation may count, in days.
pub const LONGEST_CONFIRMATION_DAYS: i32 = 400;

/// Why a pair of days is none for an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDays {
    /// The last day is before the first.
    Backwards,
    /// The last day is over.
    Over,
    /// More than [`LONGEST_EXCEPTION_DAYS`].
    TooMany,
}

/// Whether an exception may be of these days.
#[must_use]
pub fn wrong_days(first: Date, last: Date, today: Date) -> Option<WrongDays> {
    if last < first {
        Some(WrongDays::Backwards)
    } else if last < today {
        Some(WrongDays::Over)
    } else if (last - first).get_days() > LONGEST_EXCEPTION_DAYS {
        Some(WrongDays::TooMany)
    } else {
        None
    }
}

/// Whether a place to leave used needles is put into the water, as far as anybody drew it.
///
/// A place that is there already and did not move is not judged: the outline may be what is wrong, and whoever mends a phone number cannot mend that.
#[must_use]
pub fn puts_into_water(before: Option<&Site>, after: &Site, ground: &Ground) -> bool {
    let takes = |site: &Site| {
        let service = site.service(&NeedCode::disposal());
        service.is_some_and(|service| service.offer != Offer::NotOffered)
    };
    let was = before.filter(|before| takes(before)).map(|site| site.point);
    match after.point {
        Some(point) if takes(after) && was != Some(Some(point)) => {
            Terrain::new(ground).is_ok_and(|terrain| terrain.is_water(point))
        }
        _ => false,
    }
}

/// Whether nobody could find a box any more, who could before: neither its address nor how to find it is left.
#[must_use]
pub fn hides_a_box(before: &Site, after: &Site) -> bool {
    after.cannot_be_found() && !before.cannot_be_found()
}

/// What a site says of exactly these days for this need, or these things of it, already: a new exception takes its place, for the last word counts.
///
/// What is out of stock is another thing than a door that is closed.
#[must_use]
pub fn same_days<'s>(
    site: &'s Site,
    kind: ExceptionKind,
    (first, last): (Date, Option<Date>),
    (need, items): (Option<&NeedCode>, &[ItemCode]),
) -> Option<&'s Exception> {
    let stock = |kind| kind == ExceptionKind::OutOfStock;
    site.exceptions.iter().find(|one| {
        (one.first, one.last) == (first, last)
            && one.need.as_ref() == need
            && one.items == items
            && stock(one.kind) == stock(kind)
    })
}

/// What says the contrary on days of a closing or an opening, and counts more.
///
/// An older opening for one need stays open beside a closing of everything; a closing of one need, or what is out of stock, stays so beside an
/// opening of everything.
#[must_use]
pub fn still_counts<'s>(site: &'s Site, new: &Exception) -> Vec<&'s Exception> {
    let closes = new.kind.turns_away();
    if new.is_of_items() || !(closes || new.kind == ExceptionKind::Open) {
        return vec![];
    }
    let both = |other: &Exception| match (&new.need, &other.need) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let contrary = |other: &Exception| {
        if closes {
            !other.kind.turns_away() && !other.is_open_ended()
        } else {
            other.kind.turns_away() && !other.is_of_items()
        }
    };
    let others = site.exceptions.iter();
    others
        .filter(|other| other.id != new.id && contrary(other))
        .filter(|other| both(other) && other.overlaps(new))
        .filter(|other| weight(other) > weight(new))
        .collect()
}

/// Puts an exception into a site: in the place of the one with its id, and of every closing that is part of it.
///
/// The forms, the API and files hold to the same ([`Exception::is_part_of`]).
pub fn put_exception(site: &mut Site, new: Exception) {
    site.exceptions.retain(|old| !old.is_part_of(&new));
    // In its place, so that what was so already is no change.
    match site.exceptions.iter_mut().find(|one| one.id == new.id) {
        Some(own) => *own = new,
        None => site.exceptions.push(new),
    }
}

/// `closed-2026-12-24`, and with `-2`, `-3`, … when that is taken.
pub fn free_exception_id(
    kind: ExceptionKind,
    first: Date,
    taken: impl Fn(&str) -> bool,
) -> Option<ExceptionId> {
    let kind = kind.code().replace('_', "-");
    let base = format!("{kind}-{first}");
    std::iter::once(base.clone())
        .chain((2..=MOST_EXCEPTIONS + 1).map(|number| format!("{base}-{number}")))
        .find(|id| !taken(id))
        .and_then(|id| id.parse().ok())
}

/// Whether these words say that this organization confirmed something: its name in one of its languages, and perhaps who there did, behind
/// a comma, a colon, a dash or in brackets.
///
/// # Examples
/// "Cedar Circle Society"; "Cedar Circle Society, front desk"; "Cedar Circle Society (night shift)".
#[must_use]
pub fn confirms_for_itself(by: &str, organization: &Organization) -> bool {
    let by = folded(by.trim());
    organization.name.iter().any(|(_lang, name)| {
        let rest = by.strip_prefix(&folded(name.trim()));
        rest.is_some_and(|rest| {
            rest.is_empty()
                || rest
                    .trim_start()
                    .starts_with([',', ':', ';', '(', '-', '–', '—'])
        })
    })
}

/// Whether another organization stands where a role may: "Cedar Circle Society, Lantern Rest Society".
fn names_another(by: &str, own: &Organization, all: &[Organization]) -> bool {
    let by = folded(by);
    let names = |one: &Organization| -> Vec<String> {
        one.name
            .iter()
            .map(|(_, name)| folded(name.trim()))
            .collect()
    };
    let own_names = names(own);
    all.iter().filter(|one| one.id != own.id).any(|one| {
        let mut others = names(one).into_iter();
        others.any(|name| by.contains(&name) && !own_names.iter().any(|own| own.contains(&name)))
    })
}

/// The services of a site whose confirmation was changed by somebody who may speak for this organization only, and names another.
pub(crate) fn confirmed_for_others<'s>(
    seen: &'s Site,
    wanted: &'s Site,
    organization: &'s Organization,
    all: &'s [Organization],
) -> impl Iterator<Item = &'s NeedCode> {
    wanted.services.iter().filter_map(move |service| {
        let before = seen.service(&service.need);
        let before = before.and_then(|before| before.confirmation.as_ref());
        let now = service.confirmation.as_ref()?;
        let own = confirms_for_itself(&now.by, organization)
            && !names_another(&now.by, organization, all);
        let foreign = Some(now) != before && !own;
        foreign.then_some(&service.need)
    })
}

#[cfg(test)]
mod tests {
    use signpost_domain::{HolidayChoice, Lang, Source, Text};

    use super::*;

    #[test]
    fn an_organization_confirms_for_itself_and_a_role_may_follow() {
        let mut name = Text::en("Cedar Circle Society");
        name.set(Lang::Fr, "Société Cedar Circle");
        let organization = Organization {
            id: "cedar-circle".parse().unwrap(),
            name,
            website: None,
            indigenous_led: false,
            alternate_name: String::new(),
            former_name: String::new(),
            holidays: HolidayChoice::Unstated,
            source: Source {
                text: "test".to_owned(),
                day: None,
            },
            example: true,
            consents: vec![],
        };
        for own in [
            "Cedar Circle Society",
            " cedar circle society ",
            "Cedar Circle Society, front desk",
            "Cedar Circle Society (front desk)",
            "Cedar Circle Society – front desk",
            "Société Cedar Circle : accueil",
        ] {
            assert!(confirms_for_itself(own, &organization), "{own}");
        }
        for foreign in [
            "",
            "front desk",
            "Northwind Clinic",
            "Northwind Clinic, Cedar Circle Society",
            "Cedar Circle Society and Northwind Clinic",
            "Cedar Circle Societyx",
        ] {
            assert!(!confirms_for_itself(foreign, &organization), "{foreign}");
        }
    }
}
