//! What is written can be read again, and what people open in a spreadsheet is harmless.

use proptest::prelude::*;
use signpost_domain::{Directory, HolidayChoice, Lang, LonLat, Text};
use signpost_exchange::{read_folder, write_csv, write_geojson, write_public_csv};

use crate::folder::{Folder, training};

/// The directory written over the training town's own tables and read again.
fn through_csv(directory: &Directory) -> Directory {
    let folder = Folder::new();
    for (file, content) in write_csv(directory) {
        folder.write(file, content);
    }
    folder.read().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn the_training_town_survives_being_written_and_read() {
    let town = read_folder(training()).unwrap();
    assert_eq!(through_csv(&town), town);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_words_a_person_can_type_survive(
        words in "[ -~éèœ’«»ᐊ\n]{0,60}",
        oj in "[a-zᐊ ]{0,9}",
        lon in -98.0..-92.0_f64,
        lat in 47.5..51.5_f64,
        holidays in 0..3,
    ) {
        let mut town = read_folder(training()).unwrap();
        // Within the district every place is fine.
        town.sites[0].point = LonLat::new(lon, lat).ok();
        town.sites[0].description = Text::en(&words);
        town.sites[0].description.set(Lang::OjCans, &oj);
        // An address is one line at every door.
        town.sites[0].address = words.replace('\n', " ").trim().to_owned();
        town.sites[0].services[0].bring = Text::of(Lang::Fr, &words);
        town.organizations[0].holidays = match holidays {
            0 => HolidayChoice::Unstated,
            1 => HolidayChoice::ClosedOn(vec![]),
            _ => HolidayChoice::ClosedOn(vec!["family-day".parse().unwrap()]),
        };
        prop_assert_eq!(through_csv(&town), town);
    }
}

#[test]
fn the_public_table_says_the_edition_and_holds_no_formula() {
    let mut town = read_folder(training()).unwrap();
    town.sites[0].name = Text::en("=HYPERLINK(\"https://bad.example\")");
    town.sites[0].address = "+1+1".into();
    let text = write_public_csv(&town, Lang::En);
    let table = text.strip_prefix('\u{FEFF}').expect("a mark for Excel");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(
        rows.len(),
        town.sites.iter().map(|s| s.services.len()).sum::<usize>()
    );
    let cell = |row: usize, name: &str| {
        rows[row][header.iter().position(|own| own == name).unwrap()].to_owned()
    };
    assert_eq!(cell(0, "edition"), "preview");
    assert_eq!(cell(0, "name"), "'=HYPERLINK(\"https://bad.example\")");
    assert_eq!(cell(0, "address"), "'+1+1");
    assert_eq!(cell(0, "lon"), "-94.8935");
    let inside = write_csv(&town)
        .into_iter()
        .find(|(file, _)| *file == "sites.csv")
        .unwrap()
        .1;
    assert!(
        inside.contains("\"=HYPERLINK"),
        "our own tables stay as they are"
    );
    let french = write_public_csv(&town, Lang::Fr);
    assert!(
        french.starts_with("\u{FEFF}édition,identifiant,nom,"),
        "{french}"
    );
    assert!(!french.contains("organization_name"), "{french}");
}

#[test]
fn geojson_is_one_feature_a_site_in_the_readers_language() {
    let town = read_folder(training()).unwrap();
    let text = write_geojson(&town, Lang::Fr);
    let collection: geojson::FeatureCollection = text.parse().unwrap();
    assert_eq!(collection.features.len(), town.sites.len());
    let members = collection.foreign_members.unwrap();
    assert_eq!(
        (members["edition"].as_str(), members["lang"].as_str()),
        (Some("preview"), Some("fr"))
    );
    let office = &collection.features[0];
    assert_eq!(
        office.property("name").unwrap(),
        "Bureau de santé de Birch Landing"
    );
    assert_eq!(
        office.property("services").unwrap()[0]["offer"],
        "not_offered"
    );
}
