//! Every fault is named with file, line, column and field, and none hides another.

use signpost_domain::Lang;

use crate::folder::{Folder, only};

#[test]
fn all_faults_of_all_files_come_in_one_run() {
    let folder = Folder::new();
    folder.change(
        "organizations.csv",
        "https://tamarack-house.example.org,no",
        "tamarack,maybe",
    );
    folder.change("sites.csv", "49.5502,-94.8935", "NaN,-194.8935");
    folder.change("services.csv", "Tu[1] 13:00-16:00", "Tuesdays at one");
    folder.change("plan.toml", "version = 3", "version = 3\nspeed = 9");
    folder.change("ground.geojson", "[-94.902, 49.55]", "[49.55, -94.902]");
    let faults = folder.faults();
    let wanted = [
        ("organizations.csv:10:6 (website)", "not a web address"),
        ("organizations.csv:10:7 (indigenous_led)", "yes or no"),
        ("sites.csv:2:8 (lat)", "not a finite number"),
        ("services.csv:6:4 (hours)", "of the hours"),
        ("ground.geojson:6:", "swapped"),
        ("plan.toml:", "speed is not known"),
    ];
    for (start, part) in wanted {
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with(start) && fault.contains(part)),
            "{start} {part}: {faults:#?}"
        );
    }
    assert_eq!(faults.len(), wanted.len(), "{faults:#?}");
}

#[test]
fn coordinates_that_cannot_be_are_named() {
    for (point, place, part) in [
        ("-94.8935,49.5502", "sites.csv:2:8 (lat)", "swapped"),
        ("49.5502,94.8935", "sites.csv:2:8 (lat)", "west is negative"),
        (
            "49.5502,-194.8935",
            "sites.csv:2:9 (lon)",
            "outside -180 to 180",
        ),
        ("inf,-94.8935", "sites.csv:2:8 (lat)", "finite"),
        (
            "\"49.550,2\",-94.8935",
            "sites.csv:2:8 (lat)",
            "not a number of degrees",
        ),
        (",-94.8935", "sites.csv:2:8 (lat)", "no latitude"),
        ("49.5502,", "sites.csv:2:9 (lon)", "no longitude"),
    ] {
        let folder = Folder::new();
        folder.change("sites.csv", "49.5502,-94.8935", point);
        only(&folder.faults(), place, part);
    }
}

#[test]
fn an_id_that_points_nowhere_is_named_where_it_is_written() {
    for (file, old, new, place, part) in [
        (
            "sites.csv",
            "birch-hall,birch-landing-health",
            "birch-hall,nobody",
            "sites.csv:3:2 (organization)",
            "nobody",
        ),
        (
            "services.csv",
            "beach-pavilion,washroom",
            "beach,washroom",
            "services.csv:45:1 (site)",
            "no site has the slug beach",
        ),
        (
            "services.csv",
            "beach-pavilion,washroom",
            "beach-pavilion,sauna",
            "services.csv:45:2 (need)",
            "no need has the code sauna",
        ),
        (
            "services.csv",
            "loose full-containers",
            "loose tight",
            "services.csv:3:16 (items)",
            "no item tight",
        ),
        (
            "exceptions.csv",
            "storm,,",
            "storm,sauna,",
            "exceptions.csv:4:3 (need)",
            "sauna",
        ),
        (
            "lines.csv",
            "shelter housing",
            "shelter sauna",
            "lines.csv:6:10 (needs)",
            "sauna",
        ),
        (
            "organizations.csv",
            "treaty-three-day",
            "treaty-day",
            "organizations.csv:3:8 (closed_on)",
            "no holiday",
        ),
        (
            "plan.toml",
            "{ site = \"mill-park-box\" }",
            "{ site = \"mill-box\" }",
            "plan.toml:61:21 (site)",
            "no site has the slug mill-box",
        ),
        (
            "plan.toml",
            "organization = \"cedar-circle\"",
            "organization = \"cedar\"",
            "plan.toml:89:16 (organization)",
            "cedar",
        ),
        (
            "ground.geojson",
            "\"joins\": [\"west-side\"",
            "\"joins\": [\"north-side\"",
            "ground.geojson:6:",
            "no bank",
        ),
    ] {
        let folder = Folder::new();
        folder.change(file, old, new);
        only(&folder.faults(), place, part);
    }
}

#[test]
fn what_contradicts_itself_is_named() {
    for (file, old, new, place, part) in [
        (
            "exceptions.csv",
            "2026-12-09,2026-12-09",
            "2026-12-09,2026-12-08",
            "exceptions.csv:2:6 (last)",
            "before the first",
        ),
        (
            "services.csv",
            "2026-11-03,2027-05-31",
            "2026-11-03,2026-01-01",
            "services.csv:2:19 (review_by)",
            "before",
        ),
        (
            "services.csv",
            "2026-11-03,2027-05-31",
            ",2027-05-31",
            "services.csv:2:18 (confirmed_on)",
            "confirmation",
        ),
        (
            "sites.csv",
            "\nbirch-hall,",
            "\nbirch-health-office,",
            "sites.csv:3:1 (slug)",
            "used twice",
        ),
        (
            "plan.toml",
            "version = 3",
            "version = 2",
            "plan.toml:",
            "used twice",
        ),
        (
            "plan.toml",
            "until = \"2026-03-31\"",
            "until = \"2025-03-31\"",
            "plan.toml:9:9 (until)",
            "before the first",
        ),
    ] {
        let folder = Folder::new();
        folder.change(file, old, new);
        let faults = folder.faults();
        assert!(
            faults[0].starts_with(place) && faults[0].contains(part),
            "{place}: {faults:#?}"
        );
    }
}

#[test]
fn what_nobody_types_is_named_in_its_cell() {
    for (old, new, part) in [
        ("Blue door", "Blue\u{200B} door", "U+200B"),
        ("Blue door", "Blue\u{202E} door", "U+202E"),
        ("Blue door", "Blue\u{7} door", "U+0007"),
    ] {
        let folder = Folder::new();
        folder.change("sites.csv", old, new);
        only(&folder.faults(), "sites.csv:2:15 (door_en)", part);
    }
    let folder = Folder::new();
    folder.change("sites.csv", "Blue door", &"Blue door ".repeat(101));
    only(&folder.faults(), "sites.csv:2:15 (door_en)", "at most 1000");
    let folder = Folder::new();
    folder.change(
        "sites.csv",
        ",Invented for",
        &format!(",{}", "for ".repeat(600)),
    );
    only(&folder.faults(), "sites.csv:2:23 (source)", "at most 2000");
    let folder = Folder::new();
    folder.change("sites.csv", "12 Anchor Street", "\"12 Anchor\nStreet\"");
    only(&folder.faults(), "sites.csv:2:10 (address)", "one line");
}

#[test]
fn what_nobody_sees_is_named_in_a_plan_too() {
    let folder = Folder::new();
    let plan = folder.text("plan.toml");
    let message = plan.split("message = { en = \"").nth(1).unwrap();
    let start: String = message.chars().take(12).collect();
    folder.write(
        "plan.toml",
        plan.replacen(&start, &format!("\u{202E}{start}"), 1),
    );
    only(&folder.faults(), "plan.toml:", "U+202E");
}

#[test]
fn bytes_of_windows_1252_are_read_others_are_named_and_a_mark_in_front_is_fine() {
    let folder = Folder::new();
    let text = folder.text("sites.csv");
    folder.write("sites.csv", format!("\u{FEFF}{text}"));
    assert!(folder.read().is_ok());
    let text = text.replacen("Porte bleue", "Porte fermée", 1);
    let (latin_1, _, left_out) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!left_out && text.contains("Porte fermée"));
    let latin_1 = latin_1.into_owned();
    // As a spreadsheet in French writes it, it is read.
    folder.write("sites.csv", &latin_1);
    let read = folder.read().unwrap();
    let mut doors = read.sites.iter().map(|site| site.door.words(Lang::Fr));
    assert!(doors.any(|door| door.contains("Porte fermée")));
    // What is neither is named with its place.
    let at = latin_1.windows(5).position(|word| word == b"ferm\xE9");
    let mut mac = latin_1;
    mac[at.unwrap() + 4] = 0x8E;
    folder.write("sites.csv", mac);
    let faults = folder.faults();
    let own = faults
        .iter()
        .find(|fault| fault.starts_with("sites.csv:2:16 (door_fr)"));
    assert!(
        own.is_some_and(|own| own.contains("neither UTF-8")),
        "{faults:#?}"
    );
    let utf_16: Vec<u8> = [0xFF, 0xFE, b's', 0].to_vec();
    folder.write("sites.csv", utf_16);
    only(&folder.faults(), "sites.csv:1:1", "UTF-16");
}

#[test]
fn a_quote_left_open_does_not_swallow_the_rows_behind_it() {
    let folder = Folder::new();
    folder.change("landmarks.csv", "North Dock", "\"North Dock");
    let faults = folder.faults();
    assert!(
        faults[0].starts_with("landmarks.csv:9:12") && faults[0].contains("never closed"),
        "{faults:#?}"
    );
}

#[test]
fn missing_and_unknown_files_are_named() {
    let folder = Folder::new();
    std::fs::remove_file(folder.path("directory.toml")).unwrap();
    folder.write("site.csv", "slug\n");
    let faults = folder.faults();
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(faults[0].starts_with("site.csv: this file is not read"));
    assert!(faults[1].starts_with("directory.toml: the file cannot be read"));
}

#[test]
fn broken_toml_is_named_at_its_line() {
    let folder = Folder::new();
    folder.change("plan.toml", "version = 3", "version = ");
    let faults = folder.faults();
    assert!(faults[0].starts_with("plan.toml:"), "{faults:#?}");
    folder.write(
        "directory.toml",
        "edition = \"beta\"\ntitle = \"Town\"\nzone = \"Kenora\"\ncentre = [49.55, -94.9]\n",
    );
    let faults = folder.faults();
    for start in [
        "directory.toml:1:11 (edition)",
        "directory.toml:2:9 (title)",
        "directory.toml:3:8 (zone)",
        "directory.toml:4:10 (centre)",
    ] {
        assert!(
            faults.iter().any(|fault| fault.starts_with(start)),
            "{start}: {faults:#?}"
        );
    }
}
