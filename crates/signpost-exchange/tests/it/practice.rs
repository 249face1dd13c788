//! A year that never was: read beside a town to practise with, refused beside any other.

use std::{fs, path::Path};

use signpost_exchange::{read_folder, read_practice};
use signpost_figures::PhoneCheck;
use tempfile::TempDir;

fn training() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/training")
}

#[test]
fn the_training_town_has_a_year_of_each() {
    let directory = read_folder(training()).unwrap();
    let practice = read_practice(training(), &directory).unwrap();
    let weeks: std::collections::BTreeSet<_> =
        practice.counted.iter().map(|one| one.cell.week).collect();
    assert_eq!(weeks.len(), 52);
    let months: std::collections::BTreeSet<_> =
        practice.outcomes.iter().map(|one| one.month).collect();
    assert_eq!(months.len(), 12);
    assert_eq!(practice.checks.len(), 4);
    assert!(
        practice
            .checks
            .iter()
            .all(|check| PhoneCheck::score(check).is_some())
    );
    // What is counted is there to be counted: doors of a plan, needs of the town, places that stand.
    let needs: Vec<&str> = directory
        .needs
        .iter()
        .map(|need| need.code.as_str())
        .collect();
    let known = |code: &str| {
        needs.contains(&code)
            || directory
                .sites
                .iter()
                .any(|site| site.slug.as_str() == code)
    };
    for one in &practice.counted {
        assert!(known(&one.cell.code), "{:?}", one.cell);
    }
    for line in practice.checks.iter().flat_map(|check| &check.lines) {
        let site = directory
            .sites
            .iter()
            .find(|site| site.slug == line.site)
            .unwrap();
        assert!(site.phone.is_some(), "{} has no number to call", line.site);
    }
}

#[test]
fn it_is_refused_beside_a_real_place_and_every_fault_is_named() {
    let folder = TempDir::new().unwrap();
    let mut directory = read_folder(training()).unwrap();
    let file = folder.path().join("invented_reports.csv");
    fs::write(
        &file,
        "month,said,days,count\n2026-13,closed,1,2\n2026-10,shut,x,2\n",
    )
    .unwrap();
    let faults = read_practice(folder.path(), &directory).unwrap_err();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    for (line, field) in [("2:", "month"), ("3:", "said"), ("3:", "days")] {
        assert!(
            said.iter()
                .any(|one| one.contains(line) && one.contains(field)),
            "{said:?}"
        );
    }
    fs::write(&file, "month,said,days,count\n2026-10,closed,1,2\n").unwrap();
    assert_eq!(
        read_practice(folder.path(), &directory)
            .unwrap()
            .outcomes
            .len(),
        1
    );
    directory.sites[0].example = false;
    let faults = read_practice(folder.path(), &directory).unwrap_err();
    assert!(
        faults[0]
            .to_string()
            .contains("invented figures may stand only beside"),
        "{faults:?}"
    );
}
