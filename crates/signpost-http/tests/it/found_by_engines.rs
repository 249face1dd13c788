//! What search engines read: linked data on the page of a place, the sitemap, and that a preview is not kept.

use serde_json::Value;
use signpost_domain::{Directory, Edition, HolidayChoice};

use crate::town::{Town, training};

const HOST: (&str, &str) = ("host", "signpost.example");

/// The training town as if it were in use.
fn live() -> Directory {
    let mut directory = training();
    directory.edition = Edition::Live;
    for site in &mut directory.sites {
        site.example = false;
        for service in &mut site.services {
            service.example = false;
        }
    }
    for organization in &mut directory.organizations {
        organization.example = false;
    }
    directory
}

async fn linked(town: &Town, path: &str) -> Value {
    let page = town.get_with(path, &[HOST]).await.body();
    let (_, data) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("linked data");
    let (data, _) = data.split_once("</script>").unwrap();
    serde_json::from_str(data).unwrap()
}

#[actix_rt::test]
async fn hours_stand_there_as_far_as_one_may_rely_on_them() {
    let mut directory = live();
    let site = directory
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap();
    site.exceptions.clear();
    site.name = signpost_domain::Text::en("Cedar </script><b> House");
    site.services.retain(|one| one.need.as_str() == "supplies");
    let service = &mut site.services[0];
    service.hours = Some("Mo-Fr 09:00-17:00".to_owned());
    assert!(service.confirmation.is_some());
    let review = service.confirmation.as_ref().unwrap().review_by.to_string();
    let place = linked(&Town::of(directory.clone()), "/sites/cedar-circle-house").await;
    assert_eq!(place["@context"], "https://schema.org");
    assert_eq!(
        place["url"],
        "http://signpost.example/sites/cedar-circle-house"
    );
    assert_eq!(place["name"], "Cedar </script><b> House");
    let usual = &place["openingHoursSpecification"][0];
    assert_eq!(usual["opens"], "09:00");
    assert_eq!(usual["closes"], "17:00");
    assert_eq!(usual["dayOfWeek"].as_array().unwrap().len(), 5);
    assert_eq!(usual["validThrough"], review.as_str());
    // Hours nobody knows, hours that lapsed, and hours by appointment are no hours: without them every day would count as closed.
    let change: [fn(&mut signpost_domain::Service); 3] = [
        |one| one.hours = None,
        |one| one.confirmation.as_mut().unwrap().review_by = "2026-01-01".parse().unwrap(),
        |one| one.hours = Some("Mo-Fr 09:00-17:00 unknown \"by appointment\"".to_owned()),
    ];
    for (ix, change) in change.into_iter().enumerate() {
        let mut directory = directory.clone();
        let site = directory
            .sites
            .iter_mut()
            .find(|site| site.slug.as_str() == "cedar-circle-house")
            .unwrap();
        change(&mut site.services[0]);
        let place = linked(&Town::of(directory), "/sites/cedar-circle-house").await;
        assert!(
            place["openingHoursSpecification"].is_null(),
            "{ix}: {place}"
        );
        assert!(place["containsPlace"].is_null(), "{ix}: {place}");
    }
}

#[actix_rt::test]
async fn a_directory_in_use_has_a_sitemap_and_a_preview_is_kept_by_nobody() {
    let town = Town::of(live());
    let map = town.get_with("/sitemap.xml", &[HOST]).await;
    assert_eq!(map.status, 200, "{}", map.body());
    assert_eq!(map.header("content-type"), "application/xml");
    for address in ["/", "/fr/plan", "/sites/birch-hall", "/fr/sites/birch-hall"] {
        assert!(
            map.body()
                .contains(&format!("<loc>http://signpost.example{address}</loc>")),
            "{address}"
        );
    }
    assert!(!map.body().contains("sawmill-road-box"), "only proposed");
    let robots = town.get_with("/robots.txt", &[HOST]).await.body();
    assert!(
        robots.contains("Sitemap: http://signpost.example/sitemap.xml"),
        "{robots}"
    );
    assert_eq!(
        town.get("/sites/birch-hall").await.header("x-robots-tag"),
        ""
    );

    let preview = Town::to_read();
    preview.get_with("/sitemap.xml", &[HOST]).await.problem(404);
    for path in ["/", "/fr/plan", "/sites/birch-hall"] {
        assert_eq!(
            preview.get(path).await.header("x-robots-tag"),
            "noindex",
            "{path}"
        );
    }
    let robots = preview.get_with("/robots.txt", &[HOST]).await.body();
    assert!(!robots.contains("Sitemap"), "{robots}");
}

/// A holiday that the place keeps is a closed day, and hours hold no longer than to the eve of one of which nobody knows.
#[actix_rt::test]
async fn a_holiday_is_not_told_as_an_ordinary_day() {
    let stated = |choice: HolidayChoice| {
        let mut directory = live();
        for organization in &mut directory.organizations {
            organization.holidays = choice.clone();
        }
        for site in &mut directory.sites {
            site.exceptions.clear();
            site.services.retain(|one| one.need.as_str() == "supplies");
            for service in &mut site.services {
                service.hours = Some("Mo-Fr 09:00-17:00".to_owned());
                service.closed_on = None;
            }
        }
        Town::of(directory)
    };
    let path = "/sites/cedar-circle-house";
    let closed = stated(HolidayChoice::ClosedOn(vec![
        "christmas-day".parse().unwrap(),
    ]));
    let place = linked(&closed, path).await;
    let special = place["specialOpeningHoursSpecification"]
        .as_array()
        .unwrap();
    assert_eq!(special.len(), 1, "{place:#}");
    assert_eq!(special[0]["validFrom"], "2026-12-25");
    assert_eq!(special[0]["closes"], "00:00");
    let place = linked(&stated(HolidayChoice::Unstated), path).await;
    let usual = &place["openingHoursSpecification"][0];
    assert_eq!(usual["validThrough"], "2026-12-24", "{place:#}");
}

/// What schema.org and the readers of structured data ask of a place, and of all that stands in it.
fn keeps_the_rules(value: &Value, at: &str, seen: &mut std::collections::BTreeSet<String>) {
    let words = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let is_day = |text: &str| text.parse::<jiff::civil::Date>().is_ok();
    let known: &[&str] = match words("@type").as_str() {
        "Place" | "Pharmacy" | "Hospital" | "MedicalClinic" | "PublicToilet" => {
            assert!(!words("name").is_empty(), "{at}: a place without a name");
            &[
                "@context",
                "@type",
                "@id",
                "url",
                "name",
                "description",
                "telephone",
                "sameAs",
                "address",
                "geo",
                "openingHoursSpecification",
                "specialOpeningHoursSpecification",
                "containsPlace",
            ]
        }
        "PostalAddress" => {
            assert_eq!(words("addressCountry"), "CA", "{at}");
            assert!(!words("streetAddress").is_empty(), "{at}");
            &[
                "@type",
                "streetAddress",
                "addressLocality",
                "addressCountry",
            ]
        }
        "GeoCoordinates" => {
            let (lat, lon) = (value["latitude"].as_f64(), value["longitude"].as_f64());
            let within =
                |degrees: Option<f64>, most: f64| degrees.is_some_and(|it| it.abs() <= most);
            assert!(within(lat, 90.0) && within(lon, 180.0), "{at}: {value}");
            &["@type", "latitude", "longitude"]
        }
        "OpeningHoursSpecification" => {
            for name in ["opens", "closes"] {
                let time = words(name);
                let right = time.len() == 5 && time.parse::<jiff::civil::Time>().is_ok();
                assert!(right, "{at}: {name} is {time}");
            }
            let (from, through) = (words("validFrom"), words("validThrough"));
            assert!(is_day(&through), "{at}: for how long? {value}");
            assert!(
                from.is_empty() || (is_day(&from) && from <= through),
                "{at}: {value}"
            );
            let days = value["dayOfWeek"].as_array().cloned().unwrap_or_default();
            assert!(
                !days.is_empty() || !from.is_empty(),
                "{at}: on no day: {value}"
            );
            for day in days {
                let day = day.as_str().expect("a day");
                let known = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
                assert!(known.split(' ').any(|one| one == day), "{at}: {day}");
            }
            &[
                "@type",
                "opens",
                "closes",
                "validFrom",
                "validThrough",
                "dayOfWeek",
            ]
        }
        other => panic!("{at}: schema.org has no {other:?} for us"),
    };
    seen.insert(words("@type"));
    for (name, value) in value.as_object().expect("an object") {
        assert!(known.contains(&name.as_str()), "{at}: {name}");
        let empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
        assert!(!empty, "{at}: {name} is empty");
        if ["@id", "url", "sameAs"].contains(&name.as_str()) {
            let address = value.as_str().expect("an address");
            assert!(address.starts_with("http"), "{at}: {address}");
        }
        if name == "telephone" {
            assert!(
                value.as_str().is_some_and(|it| it.starts_with('+')),
                "{at}: {value}"
            );
        }
        let parts = value.as_array().into_iter().flatten();
        for part in parts.chain([value]).filter(|part| part.is_object()) {
            keeps_the_rules(part, &format!("{at}.{name}"), seen);
        }
    }
}

#[actix_rt::test]
async fn every_place_keeps_the_rules_of_structured_data() {
    let mut seen = std::collections::BTreeSet::new();
    for directory in [live(), crate::town::kenora()] {
        let slugs: Vec<_> = directory
            .sites
            .iter()
            .map(|site| site.slug.to_string())
            .collect();
        let town = Town::of(directory);
        for slug in slugs {
            for lang in ["", "/fr"] {
                let path = format!("{lang}/sites/{slug}");
                let page = town.get_with(&path, &[HOST]).await;
                if page.status != 200 {
                    assert_eq!(page.status, 404, "{path}: only a place that is not public");
                    continue;
                }
                let place = linked(&town, &path).await;
                assert_eq!(place["@context"], "https://schema.org", "{path}");
                keeps_the_rules(&place, &path, &mut seen);
            }
        }
    }
    for kind in [
        "Place",
        "Pharmacy",
        "PostalAddress",
        "GeoCoordinates",
        "OpeningHoursSpecification",
    ] {
        assert!(seen.contains(kind), "{kind} was never looked at: {seen:?}");
    }
}
