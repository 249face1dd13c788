//! A partner's HSDS over a directory, and our own export read back.

use std::fs;

use jiff::civil::date;
use signpost_domain::{Directory, Lang, Offer, Phone, Site, Text};
use signpost_exchange::{Fault, Hsds, HsdsRead, is_hsds, read_folder, read_hsds};
use tempfile::TempDir;

use crate::folder::training;

fn town() -> Directory {
    read_folder(training()).unwrap()
}

fn export(directory: &Directory) -> Hsds<'_> {
    Hsds {
        directory,
        day: date(2026, 11, 25),
        lang: Lang::En,
        origin: Some("https://signpost.example"),
    }
}

fn lay(base: Directory, document: &str) -> Result<HsdsRead, Vec<Fault>> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("partner.json");
    fs::write(&file, document).unwrap();
    assert!(is_hsds(&file), "{document}");
    read_hsds(base, &file)
}

/// The words of a text in English, as far as an export in English tells them.
fn english(text: &Text) -> Text {
    Text::en(text.words(Lang::En))
}

/// A town without all that the export says is lost.
fn without_what_is_lost(mut town: Directory) -> Directory {
    let day = date(2026, 11, 25);
    town.lines.clear();
    town.plans.clear();
    town.landmarks.clear();
    for one in &mut town.organizations {
        one.name = english(&one.name);
        one.consents.clear();
    }
    for site in &mut town.sites {
        let Site {
            name,
            door,
            access,
            description,
            ..
        } = site;
        for text in [name, door, access, description] {
            *text = english(text);
        }
        site.exceptions.clear();
        site.step_free = site.is_step_free();
        site.disposal_point = None;
        if site.address.is_empty() || site.locality.is_empty() {
            site.address.clear();
            site.locality.clear();
        }
        site.phone = site.phone.take().map(|phone| {
            let tel = phone.tel().replace(";ext=", " ext ");
            tel.trim_start_matches("tel:").parse::<Phone>().unwrap()
        });
        for one in &mut site.services {
            one.offer = one.offer_on(day);
            if one.trust(day) != signpost_domain::Trust::Confirmed {
                one.confirmation = None;
            }
            one.example |= site.example;
            for text in [
                &mut one.hours_note,
                &mut one.description,
                &mut one.bring,
                &mut one.eligibility_description,
            ] {
                *text = english(text);
            }
        }
    }
    town
}

fn emptied(mut town: Directory) -> Directory {
    town.sites.clear();
    town.organizations.clear();
    town.lines.clear();
    town.plans.clear();
    town.landmarks.clear();
    town
}

fn of_one_site(town: &Directory, slug: &str) -> Site {
    let found = town.sites.iter().find(|site| site.slug.as_str() == slug);
    found.unwrap_or_else(|| panic!("no {slug}")).clone()
}

#[test]
fn our_own_export_over_its_own_directory_changes_nothing() {
    let town = town();
    let document = export(&town.clone().published()).document().to_string();
    let read = lay(town.clone(), &document).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(read.directory, town);
    assert!(read.notes.is_empty(), "{:?}", read.notes);
}

#[test]
fn our_own_export_comes_back_whole_but_for_what_it_says_is_lost() {
    let town = town().published();
    let whole = without_what_is_lost(town.clone());
    let folder = TempDir::new().unwrap();
    for (name, content) in export(&town).datapackage() {
        fs::write(folder.path().join(name), content).unwrap();
    }
    assert!(is_hsds(folder.path()));
    let from_tables = read_hsds(emptied(town.clone()), folder.path());
    let from_document = lay(emptied(town.clone()), &export(&town).document().to_string());
    for read in [from_tables, from_document] {
        let read = read.unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(read.directory.organizations, whole.organizations);
        assert_eq!(read.directory.sites.len(), whole.sites.len());
        for site in &whole.sites {
            assert_eq!(&of_one_site(&read.directory, site.slug.as_str()), site);
        }
    }
    let lost = export(&town).lost().join("\n");
    for word in [
        "languages",
        "different",
        "phone lines",
        "landmarks",
        "plan",
        "as unknown",
    ] {
        assert!(lost.contains(word), "{word}: {lost}");
    }
}

const PARTNER: &str = r#"[
  {"id": "5b1e5d5e-0001-4000-8000-000000000001", "name": "Birch Street Pantry", "status": "active", "last_modified": "2026-10-02T10:00:00Z",
   "description": "Bread and soup.",
   "organization": {"id": "5b1e5d5e-0001-4000-8000-000000000002", "name": "Lakeside Neighbours", "description": "Neighbours"},
   "attributes": [{"id": "a", "taxonomy_term": {"id": "t", "code": "BD-1800", "name": "Food", "taxonomy": "211"}}],
   "service_at_locations": [{"id": "l", "location": {
      "id": "5b1e5d5e-0001-4000-8000-000000000003", "name": "Birch Street Hall", "location_type": "physical", "latitude": 49.55, "longitude": -94.9,
      "addresses": [{"id": "x", "address_1": "3 Birch Street", "city": "Training Town", "state_province": "ON", "postal_code": "P0X 1A0", "country": "CA", "address_type": "physical"}],
      "phones": [{"id": "p", "number": "807-555-0142", "extension": 3}]},
      "schedules": [
        {"id": "s1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "12:00"},
        {"id": "s2", "freq": "WEEKLY", "byday": "MO", "opens_at": "13:00", "closes_at": "16:00"},
        {"id": "s3", "freq": "MONTHLY", "byday": "1TU", "opens_at": "10:00", "closes_at": "11:00"}]}]},
  {"id": "5b1e5d5e-0001-4000-8000-000000000004", "name": "Chess", "status": "active",
   "organization": {"id": "5b1e5d5e-0001-4000-8000-000000000002", "name": "Lakeside Neighbours"},
   "service_at_locations": [{"id": "m", "location": {"id": "5b1e5d5e-0001-4000-8000-000000000003", "name": "Birch Street Hall"}}]}
]"#;

#[test]
fn a_partners_services_are_laid_over_the_directory_and_what_is_no_need_is_named() {
    let read = lay(town(), PARTNER).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let site = of_one_site(&read.directory, "birch-street-hall");
    assert_eq!(site.organization.as_str(), "lakeside-neighbours");
    assert_eq!(site.address, "3 Birch Street");
    assert_eq!(site.phone.unwrap().to_string(), "807-555-0142 ext 3");
    assert_eq!(site.services.len(), 1);
    let food = &site.services[0];
    assert_eq!(food.offer, Offer::Offered);
    assert_eq!(
        food.hours.as_deref(),
        Some("Mo 09:00-12:00,13:00-16:00; We 09:00-12:00; Tu[1] 10:00-11:00")
    );
    assert!(food.confirmation.is_none());
    assert!(
        food.source.text.contains("partner.json"),
        "{:?}",
        food.source
    );
    assert!(
        read.notes.iter().any(|note| note.contains("Chess")),
        "{:?}",
        read.notes
    );
    // The same file once more is no change.
    let again = lay(read.directory.clone(), PARTNER).unwrap();
    assert_eq!(again.directory.sites.len(), read.directory.sites.len());
    assert_eq!(
        of_one_site(&again.directory, "birch-street-hall").services,
        std::slice::from_ref(food)
    );
}

#[test]
fn what_nobody_knows_never_becomes_hours_or_an_offer() {
    let partner = PARTNER
        .replace(
            "\"status\": \"active\", \"last",
            "\"status\": \"inactive\", \"last",
        )
        .replace(
            "\"freq\": \"MONTHLY\"",
            "\"valid_from\": \"2026-12-01\", \"freq\": \"MONTHLY\"",
        );
    let read = lay(town(), &partner).unwrap();
    let food = &of_one_site(&read.directory, "birch-street-hall").services[0];
    assert_eq!((food.offer, &food.hours), (Offer::Unknown, &None));
    for word in ["inactive", "valid_from"] {
        assert!(
            read.notes.iter().any(|note| note.contains(word)),
            "{:?}",
            read.notes
        );
    }
}

#[test]
fn a_partner_who_changes_what_was_confirmed_takes_the_confirmation_away() {
    let town = town();
    let day = date(2026, 11, 25);
    let all = || {
        town.sites
            .iter()
            .flat_map(|site| site.services.iter().map(move |one| (site, one)))
    };
    let (site, service) = all()
        .find(|(_, one)| one.trust(day) == signpost_domain::Trust::Confirmed && one.hours.is_some())
        .unwrap();
    let mut document = export(&town).document();
    let id = signpost_exchange::hsds_id("service", &format!("{}/{}", site.slug, service.need));
    for list in ["services", "service_at_locations"] {
        for row in document[list].as_array_mut().unwrap() {
            let row = if list == "services" {
                row
            } else {
                &mut row["service"]
            };
            if row["id"] == id.as_str() {
                row["description"] = "Something else.".into();
                let kept: Vec<_> = row["attributes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|one| {
                        !["confirmed_by", "review_by"]
                            .iter()
                            .any(|code| one["taxonomy_term"]["code"] == *code)
                    })
                    .cloned()
                    .collect();
                row["attributes"] = kept.into();
            }
        }
    }
    let read = lay(town.clone(), &document.to_string()).unwrap();
    let changed = of_one_site(&read.directory, site.slug.as_str());
    let changed = changed
        .services
        .iter()
        .find(|one| one.need == service.need)
        .unwrap();
    assert_eq!(changed.description.words(Lang::En), "Something else.");
    assert!(changed.confirmation.is_none());
}

#[test]
fn a_fault_names_line_and_column_and_nothing_is_taken() {
    let bad = PARTNER
        .replace("\"number\": \"807-555-0142\"", "\"number\": \"call us\"")
        .replace("49.55", "12.5");
    let faults = lay(town(), &bad).unwrap_err();
    let phone = faults
        .iter()
        .find(|one| one.message.contains("call us"))
        .unwrap();
    assert_eq!(phone.line, Some(9), "{phone}");
    assert!(faults.iter().any(|one| one.line == Some(7)), "{faults:#?}");
    let faults = lay(town(), "{\"services\": [1]}").unwrap_err();
    assert_eq!(faults[0].line, Some(1));
    let outside = TempDir::new().unwrap();
    fs::write(
        outside.path().join("datapackage.json"),
        r#"{"resources": [{"name": "services", "path": "../../etc/passwd"}]}"#,
    )
    .unwrap();
    let faults = read_hsds(town(), outside.path()).unwrap_err();
    assert!(
        faults[0].message.contains("file of this folder"),
        "{faults:?}"
    );
}
