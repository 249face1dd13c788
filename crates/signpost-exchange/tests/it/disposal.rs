//! Disposal points and the parts of a town: what is wrong is named where it stands, and a folder may do without them.

use crate::folder::{Folder, only};

#[test]
fn a_fault_of_a_disposal_point_is_named_where_it_stands() {
    for (old, new, start, part) in [
        (
            ",kiosk,",
            ",bin,",
            "disposal_points.csv:7:2 (kind)",
            "outdoor_box",
        ),
        (
            ",240,",
            ",0,",
            "disposal_points.csv:7:13 (capacity_litres)",
            "1 to 5000",
        ),
        (
            "west-landing-box,kiosk",
            "birch-hall,kiosk",
            "disposal_points.csv:7:1 (site)",
            "no service",
        ),
        (
            "west-landing-box,kiosk",
            "nowhere,kiosk",
            "disposal_points.csv:7:1 (site)",
            "no site",
        ),
        (
            "2026-08-31",
            "2023-08-31",
            "disposal_points.csv:9:9 (last_day)",
            "before the first",
        ),
    ] {
        let folder = Folder::new();
        folder.change("disposal_points.csv", old, new);
        only(&folder.faults(), start, part);
    }
    let folder = Folder::new();
    folder.change(
        "sites.csv",
        "On a post beside the store’s bicycle rack.",
        "",
    );
    folder.change(
        "sites.csv",
        "Sur un poteau, à côté du support à vélos du magasin.",
        "",
    );
    only(&folder.faults(), "sites.csv:20 (door)", "how to find it");
}

#[test]
fn a_neighbourhood_is_a_ring_with_a_name_and_a_source() {
    for (old, new, part) in [
        ("\"Polygon\"", "\"Point\"", "is a Polygon"),
        ("\"north-end\"", "\"old-town\"", "used twice"),
        (
            "\"source\": \"Invented for training\", ",
            "",
            "source is empty",
        ),
        (
            "\"approximate\": true",
            "\"approximate\": \"about\"",
            "yes or no",
        ),
        (
            "[-94.8985, 49.545]]]",
            "[-94.8985, 49.546]]]",
            "last repeats its first",
        ),
    ] {
        let folder = Folder::new();
        folder.change("neighbourhoods.geojson", old, new);
        let faults = folder.faults();
        assert!(
            faults[0].starts_with("neighbourhoods.geojson:"),
            "{faults:?}"
        );
        assert!(
            faults.iter().any(|fault| fault.contains(part)),
            "{faults:?}"
        );
    }
}

#[test]
fn a_folder_of_before_there_were_disposal_points_reads_as_ever() {
    let folder = Folder::new();
    for file in ["disposal_points.csv", "neighbourhoods.geojson"] {
        std::fs::remove_file(folder.path(file)).unwrap();
    }
    let town = folder.read().unwrap();
    assert!(town.sites.iter().all(|site| site.disposal_point.is_none()));
    assert!(town.ground.neighbourhoods.is_empty());
}
