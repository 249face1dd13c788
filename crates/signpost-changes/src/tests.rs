use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use signpost_domain::{
    Confirmation, Exception, ExceptionKind, LonLat, NeedCode, Offer, Site, SiteKind, Source, Text,
};

use super::*;
use crate::{difference::parts_of, value::unsaid};

pub(crate) fn need(code: &str) -> NeedCode {
    code.parse().unwrap()
}

pub(crate) fn site() -> Site {
    let mut supplies = unsaid(&need("supplies"));
    supplies.offer = Offer::Offered;
    supplies.hours = Some("Mo-Fr 09:00-16:00".into());
    Site {
        slug: "counter".parse().unwrap(),
        organization: "harbour".parse().unwrap(),
        name: Text::en_fr("Counter", "Comptoir"),
        kind: SiteKind::Building,
        point: Some(LonLat::new(-94.488_21, 49.769_55).unwrap()),
        address: "1 Wharf Street".into(),
        locality: "Harbour".into(),
        zone: "America/Winnipeg".into(),
        phone: Some("807-555-0100".parse().unwrap()),
        website: None,
        door: Text::en("Blue door"),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        languages: vec!["en".into()],
        services: vec![supplies],
        disposal_point: None,
        exceptions: vec![],
        source: Source {
            text: "invented".into(),
            day: None,
        },
        example: true,
    }
}

pub(crate) fn closed(id: &str) -> Exception {
    Exception {
        id: id.parse().unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::Closed,
        first: date(2026, 12, 24),
        last: Some(date(2026, 12, 26)),
        hours: None,
        reason: Text::en("Holiday"),
        review_by: None,
    }
}

/// Small changes, each of a part of its own.
fn changes() -> Vec<fn(&mut Site)> {
    vec![
        |site| site.name = Text::en("Window"),
        |site| site.kind = SiteKind::Pharmacy,
        |site| site.point = None,
        |site| site.address = "2 Wharf Street".into(),
        |site| site.phone = None,
        |site| site.website = Some("https://harbour.example".into()),
        |site| site.door = Text::en("Red door"),
        |site| site.languages.push("fr".into()),
        |site| {
            if let Some(service) = site
                .services
                .iter_mut()
                .find(|one| one.need == need("supplies"))
            {
                service.hours = Some("Mo-Fr 09:00-18:00".into());
            }
        },
        |site| {
            let mut food = unsaid(&need("food"));
            food.offer = Offer::Offered;
            food.hours = Some("24/7".into());
            food.confirmation = Some(Confirmation {
                by: "harbour".into(),
                on: date(2026, 11, 1),
                review_by: date(2027, 2, 1),
            });
            site.services.insert(0, food);
        },
        |site| site.exceptions.push(closed("closed-2026-12-24")),
        |site| site.services.retain(|one| one.need != need("supplies")),
    ]
}

fn changed(which: &BTreeSet<usize>) -> Site {
    let mut site = site();
    for (ix, change) in changes().iter().enumerate() {
        if which.contains(&ix) {
            change(&mut site);
        }
    }
    site
}

fn some() -> impl Strategy<Value = BTreeSet<usize>> {
    proptest::collection::btree_set(0..changes().len(), 0..6)
}

proptest! {
    #[test]
    fn differences_put_into_one_site_make_the_other(a in some(), b in some()) {
        let (a, b) = (changed(&a), changed(&b));
        let mut made = a.clone();
        put_all(&mut made, &differences(Some(&a), Some(&b)));
        prop_assert_eq!(made, b);
    }

    #[test]
    fn disjoint_edits_commute(a in some(), b in some()) {
        // Taking a service away and changing its hours are no disjoint edits.
        let b: BTreeSet<usize> = b.into_iter().filter(|ix| !a.contains(ix) && ![8, 11].contains(ix)).collect();
        let (mine, theirs) = (changed(&a), changed(&b));
        let (one, other) = (merge(&site(), &mine, &theirs), merge(&site(), &theirs, &mine));
        prop_assert!(one.conflicts.is_empty());
        prop_assert_eq!(&one.site, &other.site);
        prop_assert_eq!(one.site, changed(&a.union(&b).copied().collect()));
    }

    #[test]
    fn a_split_loses_nothing_and_lets_no_part_through_that_waits(a in some(), ever in any::<bool>()) {
        let wanted = changed(&a);
        let ever: BTreeSet<NeedCode> = if ever { [need("food")].into() } else { BTreeSet::new() };
        let split = split(&site(), &wanted, &ever);
        let mut whole = split.now.clone();
        put_all(&mut whole, &split.waits);
        prop_assert_eq!(&whole, &wanted);
        prop_assert_eq!(&split.now.name, &site().name);
        prop_assert_eq!(split.now.point, site().point);
        prop_assert_eq!(split.now.service(&need("food")).is_some(), a.contains(&9) && !ever.is_empty());
        prop_assert_eq!(split.wanted.is_some(), !split.waits.is_empty());
    }

    #[test]
    fn the_name_of_a_part_is_read_back(a in some()) {
        for part in parts_of(&[&changed(&a)]) {
            prop_assert_eq!(part.to_string().parse::<Part>().unwrap(), part);
        }
    }
}

#[test]
fn two_who_change_the_same_part_are_told_and_theirs_stays() {
    let (mut mine, mut theirs) = (site(), site());
    mine.door = Text::en("Red door");
    mine.phone = None;
    theirs.door = Text::en("Green door");
    let merged = merge(&site(), &mine, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].part, Part::Door);
    assert_eq!(merged.site.door, Text::en("Green door"));
    assert_eq!(merged.site.phone, None);
    let chosen = merged.with_mine(&[Part::Door]);
    assert_eq!(chosen.site.door, Text::en("Red door"));
    assert!(chosen.conflicts.is_empty());
}

#[test]
fn a_first_offer_waits_with_its_confirmation_and_the_rest_does_not() {
    let mut before = site();
    before.services.push(unsaid(&need("washroom")));
    let mut wanted = before.clone();
    wanted.services[1].offer = Offer::Offered;
    wanted.services[1].description = Text::en("Ask at the desk");
    wanted.phone = None;
    let split = split(&before, &wanted, &BTreeSet::new());
    assert_eq!(split.parts(), ["services.washroom.offer"]);
    assert!(split.has_first_offer());
    assert_eq!(split.now.services[1].offer, Offer::Unknown);
    assert_eq!(
        split.now.services[1].description,
        Text::en("Ask at the desk")
    );
    assert_eq!(split.now.phone, None);
}
