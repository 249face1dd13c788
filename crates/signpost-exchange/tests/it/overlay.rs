//! One more file over a directory: all of it or nothing.

use std::fmt::Write as _;

use signpost_domain::{Directory, Lang};
use signpost_exchange::{Fault, read_folder, read_into, write_geojson};
use tempfile::TempDir;

use crate::folder::training;

fn lay(base: Directory, name: &str, content: &str) -> Result<Directory, Vec<Fault>> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, content).unwrap();
    read_into(base, file)
}

fn town() -> Directory {
    read_folder(training()).unwrap()
}

fn ten_thousand(bad: Option<usize>) -> String {
    let mut text = "slug,organization,name_en,lat,lon,source,example\n".to_owned();
    for i in 0..10_000 {
        let lat = if bad == Some(i) { "NaN" } else { "49.55" };
        writeln!(
            text,
            "place-{i},granite-street,Place {i},{lat},-94.9,test,yes"
        )
        .unwrap();
    }
    text
}

#[test]
fn one_bad_row_of_ten_thousand_changes_nothing_and_is_named() {
    let faults = lay(town(), "sites.csv", &ten_thousand(Some(6_788))).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!((faults[0].line, faults[0].column), (Some(6_790), Some(4)));
    assert!(
        faults[0]
            .to_string()
            .contains("sites.csv:6790:4 (lat): \"NaN\""),
        "{}",
        faults[0]
    );
    let whole = lay(town(), "sites.csv", &ten_thousand(None)).unwrap();
    assert_eq!(whole.sites.len(), town().sites.len() + 10_000);
}

#[test]
fn a_known_row_changes_only_what_the_file_speaks_of() {
    let before = town();
    let after = lay(
        before.clone(),
        "sites.csv",
        "slug,organization,phone,source,door_fr\nbirch-hall,birch-landing-health,807-555-0150,A call,\n",
    )
    .unwrap();
    let mut expected = before;
    let hall = expected
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "birch-hall")
        .unwrap();
    hall.phone = Some("807-555-0150".parse().unwrap());
    hall.source.text = "A call".into();
    hall.door.set(Lang::Fr, "");
    assert_eq!(after, expected);
}

#[test]
fn services_and_exceptions_are_laid_over_their_sites() {
    let after = lay(
        town(),
        "services.csv",
        "site,need,offer,hours,source\nbirch-hall,food,offered,Mo 10:00-11:00,A call\nbirch-hall,drug-checking,not_offered,,A call\n",
    )
    .unwrap();
    let hall = after
        .sites
        .iter()
        .find(|site| site.slug.as_str() == "birch-hall")
        .unwrap();
    let states: Vec<String> = hall
        .services
        .iter()
        .map(|s| format!("{} {:?}", s.need, s.offer))
        .collect();
    assert_eq!(
        states,
        [
            "health-care Offered",
            "drug-checking NotOffered",
            "identification Offered",
            "food Offered"
        ]
    );
}

#[test]
fn holidays_of_a_service_and_closings_without_an_end_are_read_and_come_back_as_geojson() {
    let services = "site,need,offer,closed_on,source\n\
                    birch-hall,food,offered,none,A call\n\
                    birch-hall,health-care,offered,christmas-day boxing-day,A call\n";
    let exceptions =
        "site,id,kind,first,last,review_by\nbirch-hall,flood,closed,2026-12-01,,2026-12-08\n";
    let after = lay(town(), "services.csv", services).unwrap();
    let after = lay(after, "exceptions.csv", exceptions).unwrap();
    let hall = |town: &Directory| {
        let mut sites = town.sites.iter();
        sites
            .find(|site| site.slug.as_str() == "birch-hall")
            .unwrap()
            .clone()
    };
    let site = hall(&after);
    let own = |need: &str| {
        let service = site.services.iter().find(|one| one.need.as_str() == need);
        let codes = service.unwrap().closed_on.clone();
        codes.map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(own("food"), Some(vec![]));
    assert_eq!(own("health-care").unwrap(), ["christmas-day", "boxing-day"]);
    assert_eq!(own("identification"), None);
    let flood = site
        .exceptions
        .iter()
        .find(|one| one.id.as_str() == "flood");
    assert_eq!(flood.unwrap().last, None);
    let text = write_geojson(&after, Lang::En);
    let again = lay(town(), "back.geojson", &text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(hall(&again).exceptions, site.exceptions);
    for (one, other) in hall(&again).services.iter().zip(&site.services) {
        assert_eq!((&one.need, &one.closed_on), (&other.need, &other.closed_on));
    }
    let open = "site,id,kind,first,last,review_by\nbirch-hall,flood,closed,2026-12-01,,\n";
    let faults = lay(town(), "exceptions.csv", open).unwrap_err();
    assert!(
        faults[0].message.contains("until further notice"),
        "{}",
        faults[0]
    );
    let holiday = "site,need,offer,closed_on,source\nbirch-hall,food,offered,my-birthday,A call\n";
    let faults = lay(town(), "services.csv", holiday).unwrap_err();
    assert!(
        faults[0].message.contains("no holiday has the code"),
        "{}",
        faults[0]
    );
}

#[test]
fn what_is_out_of_stock_is_read_thing_by_thing_and_comes_back() {
    let head = "site,id,need,items,kind,first,last\n";
    let row =
        "cedar-circle-house,gone,supplies,needles other-gear,out_of_stock,2026-12-01,2026-12-08\n";
    let after = lay(town(), "exceptions.csv", &format!("{head}{row}")).unwrap();
    let gone = |town: &Directory| {
        let all = town.sites.iter().flat_map(|site| &site.exceptions);
        let mut all = all.filter(|one| one.id.as_str() == "gone").cloned();
        all.next().unwrap()
    };
    let items: Vec<_> = gone(&after).items.iter().map(ToString::to_string).collect();
    assert_eq!(items, ["needles", "other-gear"]);
    let text = write_geojson(&after, Lang::En);
    let again = lay(town(), "back.geojson", &text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(gone(&again), gone(&after));
    for (wrong, words) in [
        (row.replace("other-gear", "pears"), "no item pears"),
        (row.replace("out_of_stock", "closed"), "thing by thing"),
    ] {
        let faults = lay(town(), "exceptions.csv", &format!("{head}{wrong}")).unwrap_err();
        assert!(faults[0].message.contains(words), "{}", faults[0]);
    }
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    let faults = lay(town(), "places.csv", "slug\n").unwrap_err();
    assert!(
        faults[0].message.contains("name the file after its table"),
        "{}",
        faults[0]
    );
}

const FEATURE: &str = r#"{ "type": "Feature",
  "geometry": { "type": "Point", "coordinates": [-94.9, 49.55] },
  "properties": {
    "slug": "new-place", "organization": "granite-street",
    "name": { "en": "New place", "fr": "Nouveau lieu" },
    "kind": "box", "phone": "807-555-0160", "languages": ["en", "fr"],
    "source": "A call", "source_day": "2026-11", "example": true,
    "services": [ { "need": "disposal", "offer": "offered", "hours": "24/7", "source": "A call", "items": ["loose"] } ]
  } }"#;

fn collection(feature: &str) -> String {
    format!("{{ \"type\": \"FeatureCollection\", \"features\": [\n{feature}\n] }}")
}

#[test]
fn a_feature_becomes_a_site_with_its_services() {
    let after =
        lay(town(), "new.geojson", &collection(FEATURE)).unwrap_or_else(|f| panic!("{f:#?}"));
    let site = after.sites.last().unwrap();
    assert_eq!(
        (site.slug.as_str(), site.name.words(Lang::Fr)),
        ("new-place", "Nouveau lieu")
    );
    assert_eq!(site.services[0].items[0].as_str(), "loose");
    assert_eq!(site.languages, ["en", "fr"]);
}

#[test]
fn faults_of_features_are_named_at_pointer_line_and_column() {
    for (old, new, place, part) in [
        (
            "[-94.9, 49.55]",
            "[49.55, -94.9]",
            "new.geojson:3:49 (/features/0/geometry/coordinates)",
            "swapped",
        ),
        (
            "[-94.9, 49.55]",
            "[94.9, 49.55]",
            "new.geojson:3:49 (/features/0/geometry/coordinates)",
            "west is negative",
        ),
        (
            "[-94.9, 49.55]",
            "[null, 49.55]",
            "new.geojson:3:49 (/features/0/geometry/coordinates)",
            "two numbers",
        ),
        (
            "\"Point\"",
            "\"Polygon\"",
            "new.geojson:3:51 (/features/0/geometry/coordinates)",
            "is a Point",
        ),
        (
            "\"kind\"",
            "\"knid\"",
            "new.geojson:7:13 (/features/0/properties/knid)",
            "not known",
        ),
        (
            "807-555-0160",
            "call us",
            "new.geojson:7:29 (/features/0/properties/phone)",
            "phone",
        ),
        (
            "24/7",
            "always",
            "new.geojson:9:70 (/features/0/properties/services/0/hours)",
            "of the hours",
        ),
        (
            "granite-street",
            "nobody",
            "new.geojson:5:42 (/features/0/properties/organization)",
            "no organization",
        ),
    ] {
        let faults = lay(
            town(),
            "new.geojson",
            &collection(&FEATURE.replacen(old, new, 1)),
        )
        .unwrap_err();
        assert_eq!(faults.len(), 1, "{new}: {faults:#?}");
        let shown = faults[0].to_string();
        assert!(
            shown.contains(place) && shown.contains(part),
            "{place} {part}: {shown}"
        );
    }
}

#[test]
fn json_three_thousand_levels_deep_is_a_fault_and_no_crash() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(3_000), close.repeat(3_000));
        let inside = collection(&format!(
            "{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{\"slug\":{deep}}}}}"
        ));
        for text in [deep, inside, open.repeat(3_000)] {
            let faults = lay(town(), "deep.geojson", &text).unwrap_err();
            assert!(
                faults[0].message.contains("127 levels") && faults[0].line.is_some(),
                "{}",
                faults[0]
            );
        }
    }
}

#[test]
fn what_we_write_as_geojson_changes_nothing_when_laid_over_again() {
    let before = town();
    for lang in [Lang::En, Lang::Fr] {
        let text = write_geojson(&before, lang);
        let after =
            lay(before.clone(), "sites.geojson", &text).unwrap_or_else(|f| panic!("{f:#?}"));
        assert_eq!(after, before);
    }
}

#[test]
fn a_table_as_french_spreadsheets_write_it_is_read() {
    let before = town();
    let comma = lay(
        before.clone(),
        "sites.csv",
        "slug,organization,lat,lon,phone,source\nbirch-hall,birch-landing-health,49.5503,-94.8936,807-555-0150,A call\n",
    );
    let semicolon = lay(
        before,
        "sites.csv",
        "\u{feff}slug;organization;lat;lon;phone;source\r\nbirch-hall;birch-landing-health;49,5503;-94,8936;807-555-0150;A call\r\n",
    );
    assert_eq!(semicolon.unwrap(), comma.unwrap());
}

#[test]
fn a_reference_system_passes_when_it_is_wgs_84_and_is_refused_by_its_name_when_not() {
    let with = |crs: &str| {
        let features = collection(FEATURE);
        let start = "{ \"type\": \"FeatureCollection\",";
        let whole = features.replacen(start, &format!("{start} \"name\": \"places\", \"xy_coordinate_resolution\": 1e-7, \"crs\": {{ \"type\": \"name\", \"properties\": {{ \"name\": \"{crs}\" }} }},"), 1);
        lay(town(), "new.geojson", &whole)
    };
    let plain = lay(town(), "new.geojson", &collection(FEATURE)).unwrap();
    for fine in [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:EPSG::4326",
    ] {
        assert_eq!(with(fine).unwrap(), plain, "{fine}");
    }
    let faults = with("urn:ogc:def:crs:EPSG::3857").unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].to_string().contains("(/crs)") && faults[0].message.contains("EPSG::3857"),
        "{}",
        faults[0]
    );
}

#[test]
fn a_geometry_of_null_takes_the_point_out_and_none_at_all_leaves_it() {
    let point = |geometry: &str| {
        let feature = format!(
            "{{ \"type\": \"Feature\", {geometry} \"properties\": {{ \"slug\": \"birch-hall\" }} }}"
        );
        let after = lay(town(), "hall.geojson", &collection(&feature))?;
        let site = after
            .sites
            .iter()
            .find(|site| site.slug.as_str() == "birch-hall");
        Ok::<_, Vec<Fault>>(site.unwrap().point)
    };
    assert!(point("").unwrap().is_some());
    assert_eq!(point("\"geometry\": null,"), Ok(None));
    assert_eq!(
        point("\"geometry\": { \"type\": \"Point\", \"coordinates\": [] },"),
        Ok(None)
    );
    for odd in ["\"here\"", "{}", "{ \"coordinates\": [-94.9, 49.55] }"] {
        let faults = point(&format!("\"geometry\": {odd},")).unwrap_err();
        assert!(faults[0].message.contains("is a Point"), "{faults:#?}");
    }
}

#[test]
fn a_stored_closing_becomes_part_of_a_longer_one_of_a_file_and_rows_of_one_file_stay() {
    let head = "site,id,kind,first,last\n";
    let short = format!("{head}birch-hall,short,closed,2026-12-08,2026-12-09\n");
    let long = format!("{head}birch-hall,long,closed,2026-12-07,2026-12-11\n");
    let ids = |town: &Directory| -> Vec<String> {
        let mut sites = town.sites.iter();
        let hall = sites.find(|site| site.slug.as_str() == "birch-hall");
        let own = hall.unwrap().exceptions.iter();
        let own = own.map(|one| one.id.to_string());
        own.filter(|id| ["short", "long"].contains(&&**id))
            .collect()
    };
    let after = lay(town(), "exceptions.csv", &short).unwrap();
    assert_eq!(ids(&after), ["short"]);
    let after = lay(after, "exceptions.csv", &long).unwrap();
    assert_eq!(ids(&after), ["long"]);
    let both = format!("{short}birch-hall,long,closed,2026-12-07,2026-12-11\n");
    let after = lay(town(), "exceptions.csv", &both).unwrap();
    assert_eq!(ids(&after), ["short", "long"]);
}
