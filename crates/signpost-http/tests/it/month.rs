//! The report of a month: what the log of the training town adds up to on paper, and the same in the table.

use std::path::Path;

use signpost_store::Role;

use crate::{
    desk::editor,
    town::{Town, training},
};

const REPORT: &str = "/disposal/service/report";

/// The training town with its service log.
async fn town() -> Town {
    let directory = training();
    let town = Town::to_edit_over(&directory).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/training");
    let log = signpost_exchange::read_service_log(&folder, &directory).unwrap();
    town.store().add_service_entries(&log).await.unwrap();
    town
}

fn row<'p>(page: &'p str, name: &str) -> &'p str {
    let rows = page.split("<tr>");
    let mut rows = rows.filter(|row| row.starts_with(&format!("<th scope=\"row\">{name}</th>")));
    let found = rows
        .next()
        .unwrap_or_else(|| panic!("no row {name}: {page}"));
    found.split("</tr>").next().unwrap()
}

#[actix_rt::test]
async fn october_adds_up_to_what_paper_says() {
    let town = town().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    // Without a month it is the last one that is over.
    let page = sam.get(REPORT).await;
    assert_eq!(page.status, 200, "{}", page.body());
    let page = page.body();
    // 2,400 + 3,300 + 1,050 + 8,400 grams; 320 + 440 + 140 + 1,120 needles by weight and 410 counted.
    for said in [
        "Used needles, October 1, 2026 to October 31, 2026",
        "Boxes were emptied 5 times.",
        "15.2 kg were weighed, about 2,430 needles in all.",
        "Once somebody said that a box is full.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mill = row(&page, "Mill Park needle box");
    assert!(
        mill.contains("<td>2</td><td>5.7 kg</td><td>about 760</td><td>95 %</td>"),
        "{mill}"
    );
    let office = row(&page, "Birch Landing Health Office");
    assert!(
        office.contains("<td>1</td><td>–</td><td>410</td><td>50 %</td>"),
        "{office}"
    );
    assert!(
        page.contains("<td>October 15, 2026</td><td>Emptied after 2 days</td>"),
        "{page}"
    );
    assert!(
        page.contains("North Dock needle box</td><td>Found damaged. The lid is bent."),
        "{page}"
    );
    assert!(
        page.contains("Sawmill Road needle box, from May 1, 2027"),
        "{page}"
    );
    // Who writes it down is told by name, a passer-by by none.
    assert!(page.contains("(a passer-by)"));
    let french = sam.get(&format!("/fr{REPORT}")).await.body();
    assert!(
        french.contains("15,2 kg ont été pesés, environ 2\u{a0}430 seringues"),
        "{french}"
    );
}

#[actix_rt::test]
async fn a_month_knows_its_flags_what_is_late_and_what_came_or_went() {
    let town = town().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let running = sam.get(&format!("{REPORT}?month=2026-11")).await.body();
    for said in [
        "This month is not over.",
        "<td>November 24, 2026</td><td>Nobody noted that they looked</td>",
        "West Landing needle box, was due November 19, 2026",
        "North Dock needle box, was due November 17, 2026",
    ] {
        assert!(running.contains(said), "{said}: {running}");
    }
    assert!(!running.contains("The month after"));
    // The box on Ferry Road stood until the end of August.
    let share = |page: &str| row(page, "Share of the land of all parts").to_owned();
    let september = sam.get(&format!("{REPORT}?month=2026-09")).await.body();
    assert!(
        share(&september).contains("<td>\u{2212}"),
        "{}",
        share(&september)
    );
    let october = sam.get(&format!("{REPORT}?month=2026-10")).await.body();
    assert!(
        share(&october).contains("<td>0 points</td>"),
        "{}",
        share(&october)
    );
    let april = sam.get(&format!("{REPORT}?month=2026-04")).await.body();
    assert!(share(&april).contains("<td>+"), "{}", share(&april));
    for month in ["2027-01", "2026-13", "october", "2026-1"] {
        let refused = sam.get(&format!("{REPORT}?month={month}")).await.status;
        assert!([400, 404].contains(&refused), "{month}: {refused}");
    }
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    assert_eq!(owen.get(REPORT).await.status, 403);
}

#[actix_rt::test]
async fn the_table_holds_the_same_and_no_formula() {
    let town = town().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let csrf = sam.csrf("/disposal/service/mill-park-box").await;
    let line = [
        ("csrf", &*csrf),
        ("kind", "checked"),
        ("day", "2026-10-20"),
        ("note", "=1+1"),
        ("act", "save"),
    ];
    assert_eq!(
        sam.post("/disposal/service/mill-park-box", &line)
            .await
            .status,
        303
    );
    let table = sam.get(&format!("{REPORT}.csv?month=2026-10")).await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        table
            .header("content-disposition")
            .contains("needles-2026-10.csv")
    );
    let table = table.body();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines[0],
        "\u{feff}month,part,site,name,day,measure,value,note"
    );
    for line in [
        "2026-10,volume,mill-park-box,Mill Park needle box,,emptied,2,",
        "2026-10,volume,mill-park-box,Mill Park needle box,,grams,5700,",
        "2026-10,flag,mill-park-box,Mill Park needle box,2026-10-15,days_until_looked,2,emptied",
        "2026-10,log,north-dock-box,North Dock needle box,2026-10-06,needles_by_weight,140,",
        "2026-10,proposal,sawmill-road-box,Sawmill Road needle box,2027-05-01,proposed,,",
    ] {
        assert!(lines.contains(&line), "{line}: {table}");
    }
    assert!(
        table.contains("Sam (subcommittee): =1+1") && !table.contains(",=1+1"),
        "{table}"
    );
    let grams: u64 = lines
        .iter()
        .filter(|line| line.contains(",volume,") && line.contains(",grams,"))
        .map(|line| line.split(',').nth(6).unwrap().parse::<u64>().unwrap())
        .sum();
    assert_eq!(grams, 15_150);
}
