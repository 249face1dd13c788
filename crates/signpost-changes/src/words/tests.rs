use jiff::civil::date;
use signpost_domain::{Confirmation, ExceptionKind, Lang, LonLat, Offer, Site, Text};

use crate::{
    Difference, Part, ServicePart, Value, differences,
    tests::{closed, need, site},
    words,
};

fn said(change: impl Fn(&mut Site), lang: Lang) -> Vec<String> {
    let mut after = site();
    change(&mut after);
    words::of(&differences(Some(&site()), Some(&after)), &[], lang)
}

#[test]
fn hours_are_said_day_by_day() {
    let longer = |site: &mut Site| {
        site.services[0].hours = Some("Mo 09:00-18:00; Tu-Fr 09:00-16:00; Sa 10:00-12:00".into());
    };
    assert_eq!(
        said(longer, Lang::En),
        [
            "supplies, Monday: 9 am to 4 pm becomes 9 am to 6 pm",
            "supplies, Saturday: Closed becomes 10 am to noon",
        ]
    );
    assert_eq!(
        said(longer, Lang::Fr)[0],
        "supplies, lundi\u{a0}: de 9\u{a0}h à 16\u{a0}h devient de 9\u{a0}h à 18\u{a0}h"
    );
    let all_week = |site: &mut Site| site.services[0].hours = Some("Mo-Fr 10:00-16:00".into());
    assert_eq!(
        said(all_week, Lang::En),
        ["supplies, Monday to Friday: 9 am to 4 pm becomes 10 am to 4 pm"]
    );
    let first = |site: &mut Site| site.services[0].hours = Some("Tu[1] 13:00-16:00".into());
    assert_eq!(
        said(first, Lang::En),
        [
            "supplies, hours: Monday to Friday 9 am to 4 pm becomes first Tuesday of the month 1 pm to 4 pm"
        ]
    );
}

#[test]
fn each_kind_of_part_is_said_in_plain_words() {
    let all = |site: &mut Site| {
        site.name = Text::en_fr("Window", "Comptoir");
        site.point = Some(LonLat::new(-94.492, 49.769_55).unwrap());
        site.phone = None;
        site.website = Some("https://harbour.example".into());
        site.services[0].offer = Offer::NotOffered;
        site.exceptions.push(closed("closed-2026-12-24"));
    };
    assert_eq!(
        said(all, Lang::En),
        [
            "Name (English): “Counter” becomes “Window”",
            "Place on the map: moved by about 270 m",
            "Phone: 807-555-0100 is taken out",
            "Website: now “https://harbour.example”",
            "supplies: offered becomes not offered",
            "New: closed from December 24, 2026 to December 26, 2026, “Holiday”",
        ]
    );
    assert_eq!(
        said(all, Lang::Fr)[1..3],
        [
            "Emplacement sur la carte\u{a0}: déplacé d’environ 270 m",
            "Téléphone\u{a0}: 807-555-0100 est retiré",
        ]
    );
}

#[test]
fn services_that_change_alike_share_a_line() {
    let mut before = site();
    let mut food = before.services[0].clone();
    food.need = need("food");
    before.services.insert(0, food);
    let mut after = before.clone();
    for service in &mut after.services {
        service.hours = Some("Mo-Fr 09:00-18:00".into());
    }
    let lines = words::of(&differences(Some(&before), Some(&after)), &[], Lang::En);
    assert_eq!(
        lines,
        ["food, supplies, Monday to Friday: 9 am to 4 pm becomes 9 am to 6 pm"]
    );
}

#[test]
fn a_new_site_is_said_whole_and_what_is_gone_in_one_line() {
    let new = words::of(&differences(None, Some(&site())), &[], Lang::En);
    assert!(
        new.contains(&"Address: “1 Wharf Street”".to_owned()),
        "{new:?}"
    );
    assert!(new.contains(&"supplies: offered".to_owned()), "{new:?}");
    for silent in ["Access", "Time zone", "Organization", "Source"] {
        assert!(!new.iter().any(|line| line.contains(silent)), "{new:?}");
    }
    let gone = said(|site| site.services.clear(), Lang::En);
    assert_eq!(gone, ["supplies: taken off the list"]);
}

#[test]
fn what_is_there_before_a_decision_is_said_as_it_is() {
    let as_it_is = |part: Part, holds: Value| {
        let difference = Difference {
            part,
            before: None,
            after: Some(holds),
        };
        [Lang::En, Lang::Fr].map(|lang| words::of(std::slice::from_ref(&difference), &[], lang))
    };
    let listed = Part::Service(need("food"), ServicePart::Listed);
    assert_eq!(
        as_it_is(listed, Value::Flag(false)),
        [
            ["food: not on the list"],
            ["food\u{a0}: absent de la liste"]
        ]
    );
    assert_eq!(
        as_it_is(Part::Locality, Value::Words("Harbour".into())),
        [
            ["Town or area: “Harbour”"],
            ["Ville ou secteur\u{a0}: «\u{a0}Harbour\u{a0}»"]
        ]
    );
}

#[test]
fn a_source_is_not_said_beside_the_confirmation_that_says_the_same() {
    let confirmed = |site: &mut Site| {
        let service = &mut site.services[0];
        service.source.text = "Harbour Office".into();
        service.confirmation = Some(Confirmation {
            by: "Harbour Office".into(),
            on: date(2026, 11, 23),
            review_by: date(2027, 2, 21),
        });
    };
    assert_eq!(
        said(confirmed, Lang::En),
        ["supplies: confirmed by Harbour Office, good until February 21, 2027"]
    );
    let moved = |site: &mut Site| site.services[0].source.text = "A phone call".into();
    assert_eq!(said(moved, Lang::En).len(), 1);
}

#[test]
fn other_hours_for_a_day_are_said_in_words() {
    let open = |hours: &str| {
        let mut exception = closed("open-2026-12-24");
        exception.kind = ExceptionKind::Open;
        exception.hours = Some(hours.to_owned());
        move |site: &mut Site| site.exceptions.push(exception.clone())
    };
    let days = "New: open from December 24, 2026 to December 26, 2026";
    assert_eq!(
        said(open("12:00-16:00"), Lang::En),
        [format!("{days}, noon to 4 pm, “Holiday”")]
    );
    assert_eq!(
        said(open("sunrise-16:00"), Lang::En),
        [format!("{days}, “sunrise-16:00”, “Holiday”")]
    );
}
