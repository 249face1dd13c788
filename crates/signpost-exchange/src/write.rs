//! CSV out: the tables of a data folder, and one table for people with a spreadsheet.

use signpost_domain::{Directory, Lang, LonLat, Text};

use crate::{
    columns::{Columns, ENDINGS},
    row::Cells,
    tables::{Writer, exceptions, landmarks, lines, localities, organizations, services, sites},
};

/// The tables of a data folder as `(file name, content)`: read again over the same `directory.toml`, needs, ground and plan they give
/// the same directory.
///
/// Cells stand as they are, for Signpost to read; for people who open a table in a spreadsheet there is [`write_public_csv`].
#[must_use]
pub fn write_csv(directory: &Directory) -> Vec<(&'static str, String)> {
    let sites_of = &directory.sites;
    let services = sites_of.iter().flat_map(|site| {
        let write = |service| services::write(&site.slug, service);
        site.services.iter().map(write)
    });
    let exceptions = sites_of.iter().flat_map(|site| {
        let write = |exception| exceptions::write(&site.slug, exception);
        site.exceptions.iter().map(write)
    });
    let organizations = directory.organizations.iter().map(organizations::write);
    let landmarks = directory.landmarks.iter().map(landmarks::write);
    vec![
        (
            organizations::FILE,
            table(&organizations::COLUMNS, organizations),
        ),
        (
            sites::FILE,
            table(&sites::COLUMNS, sites_of.iter().map(sites::write)),
        ),
        (services::FILE, table(&services::COLUMNS, services)),
        (exceptions::FILE, table(&exceptions::COLUMNS, exceptions)),
        (
            lines::FILE,
            table(&lines::COLUMNS, directory.lines.iter().map(lines::write)),
        ),
        (landmarks::FILE, table(&landmarks::COLUMNS, landmarks)),
        (
            localities::FILE,
            table(
                &localities::COLUMNS,
                directory.localities.iter().map(localities::write),
            ),
        ),
    ]
}

/// A table without the Anishinaabemowin columns that no row has words in.
fn table(columns: &Columns, rows: impl Iterator<Item = Cells>) -> String {
    let rows: Vec<Cells> = rows.collect();
    let rare = ENDINGS.map(|(_, ending)| ending);
    let used = |name: &String| rows.iter().any(|row| row.contains_key(name));
    let header: Vec<String> = columns
        .written()
        .into_iter()
        .filter(|name| !rare.iter().skip(2).any(|ending| name.ends_with(ending)) || used(name))
        .collect();
    csv(&header, &rows, str::to_owned)
}

const PUBLIC: [&str; 32] = [
    "edition",
    "slug",
    "name",
    "organization",
    "organization_name",
    "kind",
    "lat",
    "lon",
    "address",
    "locality",
    "zone",
    "phone",
    "website",
    "door",
    "access",
    "need",
    "offer",
    "hours",
    "closed_on",
    "hours_note",
    "description",
    "bring",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "items",
    "confirmed_by",
    "confirmed_on",
    "review_by",
    "source",
    "source_day",
    "example",
];

/// One row for each service of each site, with words for a reader of `lang`, for people with a spreadsheet.
///
/// A cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, a tab or a line end, and is no number)
/// gets an apostrophe in front, as OWASP advises against CSV injection. Only this export does so: it is never read back.
#[must_use]
pub fn write_public_csv(directory: &Directory, lang: Lang) -> String {
    let words = |text: &Text| text.words(lang).to_owned();
    let rows: Vec<Cells> = directory
        .sites
        .iter()
        .flat_map(|site| {
            let organization = directory
                .organizations
                .iter()
                .find(|o| o.id == site.organization);
            let name = organization.map(|o| words(&o.name)).unwrap_or_default();
            let of_site = Writer::default()
                .word("edition", directory.edition.as_str())
                .word("slug", &site.slug)
                .word("name", &words(&site.name))
                .word("organization", &site.organization)
                .word("organization_name", &name)
                .word("kind", site.kind.code())
                .maybe("lat", site.point.map(LonLat::lat))
                .maybe("lon", site.point.map(LonLat::lon))
                .word("address", &site.address)
                .word("locality", &site.locality)
                .word("zone", &site.zone)
                .maybe("phone", site.phone.as_ref())
                .maybe("website", site.website.as_ref())
                .word("door", &words(&site.door))
                .word("access", &words(&site.access))
                .0;
            site.services.iter().map(move |service| {
                let mut row = services::write(&site.slug, service);
                for (field, text) in [
                    ("hours_note", &service.hours_note),
                    ("description", &service.description),
                    ("bring", &service.bring),
                    ("eligibility_description", &service.eligibility_description),
                ] {
                    row.insert(field.to_owned(), text.words(lang).to_owned());
                }
                row.extend(of_site.clone());
                row
            })
        })
        .collect();
    csv(&PUBLIC.map(str::to_owned), &rows, harmless)
}

/// Any table as CSV for people with a spreadsheet: a header and rows as long as it. Formulas are made harmless, see [`write_public_csv`].
#[must_use]
pub fn write_table(header: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    let mut written = Ok(());
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        let cells = row.iter().map(|cell| harmless(cell));
        written = written.and_then(|()| writer.write_record(cells));
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok());
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

/// The cell with an apostrophe in front when a spreadsheet would take it for a formula.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn csv(header: &[String], rows: &[Cells], cell: impl Fn(&str) -> String) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record(header);
    for row in rows {
        let cells = header
            .iter()
            .map(|name| cell(row.get(name).map_or("", String::as_str)));
        written = written.and_then(|()| writer.write_record(cells));
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok());
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_made_harmless_and_a_longitude_stays_a_number() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-2+3"), "'-2+3");
        assert_eq!(harmless("-94.9"), "-94.9");
        assert_eq!(harmless("Mo-Fr 09:00-17:00"), "Mo-Fr 09:00-17:00");
    }

    #[test]
    fn a_table_quotes_what_it_must_and_holds_no_formula() {
        let row = vec!["=1+1".to_owned(), "a, \"b\"".to_owned()];
        let table = write_table(&["one".to_owned(), "two".to_owned()], &[row]);
        assert_eq!(table, "one,two\n'=1+1,\"a, \"\"b\"\"\"\n");
    }
}
