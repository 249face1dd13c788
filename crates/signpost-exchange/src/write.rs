//! CSV out: the tables of a data folder, and one table for people with a spreadsheet.

use signpost_domain::{Directory, Lang, LonLat, NeedCode, PointMember, Site, Text};

use crate::{
    columns::{Columns, ENDINGS},
    row::Cells,
    tables::{
        Writer, disposal_points, exceptions, landmarks, lines, localities, organizations, services,
        sites,
    },
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
    let points = sites_of.iter().filter_map(|site| {
        let point = site.disposal_point.as_ref()?;
        Some(disposal_points::write(&site.slug, point))
    });
    let points = table(&disposal_points::COLUMNS, points);
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
        (disposal_points::FILE, points),
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
    csv((&header, &header), &rows, str::to_owned)
}

/// The columns, with the heads that French files have.
pub(crate) const PUBLIC: [(&str, &str); 47] = [
    ("edition", "édition"),
    ("slug", "identifiant"),
    ("name", "nom"),
    ("alternate_name", "autre_nom"),
    ("former_name", "ancien_nom"),
    ("organization", "organisme"),
    ("organization_name", "nom_organisme"),
    ("kind", "genre"),
    ("lat", "latitude"),
    ("lon", "longitude"),
    ("address", "adresse"),
    ("locality", "localité"),
    ("zone", "fuseau"),
    ("phone", "téléphone"),
    ("website", "site_web"),
    ("door", "porte"),
    ("access", "accès"),
    ("step_free", "sans_marche"),
    ("need", "besoin"),
    ("offer", "offre"),
    ("hours", "heures"),
    ("closed_on", "fermé_les"),
    ("hours_note", "note_heures"),
    ("description", "description"),
    ("bring", "apporter"),
    ("eligibility_description", "pour_qui"),
    ("minimum_age", "âge_minimum"),
    ("maximum_age", "âge_maximum"),
    ("id_required", "pièce_d’identité_demandée"),
    ("for_women", "pour_femmes"),
    ("pets", "animaux"),
    ("items", "articles"),
    ("point_kind", "genre_du_lieu"),
    ("whose", "de_qui"),
    ("winter", "hiver"),
    ("wheelchair", "fauteuil_roulant"),
    ("braille", "braille"),
    ("status", "statut"),
    ("first_day", "premier_jour"),
    ("last_day", "dernier_jour"),
    ("owner", "propriétaire"),
    ("confirmed_by", "confirmé_par"),
    ("confirmed_on", "confirmé_le"),
    ("review_by", "à_revoir_le"),
    ("source", "source"),
    ("source_day", "jour_source"),
    ("example", "exemple"),
];

/// The head of a public column in the language of a file; the column's own name where French files have no other.
#[must_use]
pub fn head(column: &str, lang: Lang) -> String {
    let known = PUBLIC.iter().chain(&MORE).find(|(own, _)| *own == column);
    match (known, lang) {
        (Some((_, french)), Lang::Fr) => (*french).to_owned(),
        _ => column.to_owned(),
    }
}

/// Heads of tables that are not of services: the points, and what happened at them in a month.
const MORE: [(&str, &str); 21] = [
    ("day", "jour"),
    ("method", "méthode"),
    ("month", "mois"),
    ("part", "partie"),
    ("site", "lieu"),
    ("measure", "mesure"),
    ("value", "valeur"),
    ("note", "note"),
    ("capacity", "capacité"),
    ("capacity_litres", "capacité_litres"),
    ("asset_number", "numéro"),
    ("emptied_by", "vidé_par"),
    ("hours_in_words", "heures_en_mots"),
    ("state", "état"),
    ("takes", "prend"),
    ("how_to_find", "comment_trouver"),
    ("how_to_find_it", "comment_le_trouver"),
    ("accepts", "accepte"),
    ("open_24h", "ouvert_24_h"),
    ("may_be_full", "peut-être_plein"),
    ("confirmed", "confirmé"),
];

/// One row for each service of each site, with words for a reader of `lang`, for people with a spreadsheet.
///
/// It begins with a byte order mark, without which Excel takes UTF-8 for something else; French files have French heads.
///
/// A cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, also full-width, a tab or a line end, and is no
/// number) gets an apostrophe in front, as OWASP advises against CSV injection. Only this export does so: it is never read back.
#[must_use]
pub fn write_public_csv(directory: &Directory, lang: Lang) -> String {
    let rows: Vec<Cells> = directory
        .sites
        .iter()
        .flat_map(|site| public_rows(directory, site, lang))
        .collect();
    let columns = PUBLIC.map(|(column, _)| column.to_owned());
    let heads = PUBLIC.map(|(column, french)| match lang {
        Lang::Fr => french.to_owned(),
        _ => column.to_owned(),
    });
    marked(&csv((&columns, &heads), &rows, harmless))
}

/// What a row of the spreadsheet says of the site, by column.
pub(crate) fn public_site(directory: &Directory, site: &Site, lang: Lang) -> Cells {
    let words = |text: &Text| text.words(lang).to_owned();
    let mut organizations = directory.organizations.iter();
    let organization = organizations.find(|o| o.id == site.organization);
    let name = organization.map(|o| words(&o.name)).unwrap_or_default();
    Writer::default()
        .word("edition", directory.edition.as_str())
        .word("slug", &site.slug)
        .word("name", &words(&site.name))
        .filled("alternate_name", &site.alternate_name)
        .filled("former_name", &site.former_name)
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
        .said("step_free", site.step_free)
        .0
}

/// The rows of a site in the spreadsheet, one for each service.
pub(crate) fn public_rows(directory: &Directory, site: &Site, lang: Lang) -> Vec<Cells> {
    let of_site = public_site(directory, site, lang);
    let rows = site.services.iter().map(|service| {
        let mut row = services::write(&site.slug, service);
        for (field, text) in [
            ("hours_note", &service.hours_note),
            ("description", &service.description),
            ("bring", &service.bring),
            ("eligibility_description", &service.eligibility_description),
        ] {
            row.insert(field.to_owned(), text.words(lang).to_owned());
        }
        if service.need == NeedCode::disposal() {
            row.extend(public_members(site));
        }
        row.extend(of_site.clone());
        row
    });
    rows.collect()
}

/// What everybody may read of a disposal point, by column.
fn public_members(site: &Site) -> impl Iterator<Item = (String, String)> + '_ {
    let members = PointMember::ALL.iter().filter(|member| member.is_public());
    members.map(|&member| {
        let name = match member {
            // The site has a kind of its own.
            PointMember::Kind => "point_kind",
            other => other.code(),
        };
        (name.to_owned(), site.point_member(member))
    })
}

/// Any table as CSV for people with a spreadsheet: a header and rows as long as it. It is marked and formulas are made harmless, see
/// [`write_public_csv`].
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
    marked(&String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default())
}

/// With a byte order mark.
fn marked(table: &str) -> String {
    format!("\u{FEFF}{table}")
}

/// The cell with an apostrophe in front when a spreadsheet would take it for a formula. Full-width signs count like plain ones, and blanks
/// in front do not help.
fn harmless(cell: &str) -> String {
    let signs = [
        '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−',
    ];
    let is_formula = cell.starts_with(signs) || cell.trim_start().starts_with(signs);
    // A longitude stays a number; a phone number with a plus must not become one.
    let is_number = cell.strip_prefix('-').is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_digit()) && rest.parse::<f64>().is_ok()
    });
    if is_formula && !is_number {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn csv(
    (columns, heads): (&[String], &[String]),
    rows: &[Cells],
    cell: impl Fn(&str) -> String,
) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record(heads);
    for row in rows {
        let cells = columns
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
        for formula in [
            "＝1+1",
            "＋1",
            "－1+1",
            "＠SUM",
            " =1",
            "\u{a0}=1",
            "-inf",
            "+18075550123",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("Mo-Fr 09:00-17:00"), "Mo-Fr 09:00-17:00");
    }

    #[test]
    fn a_table_quotes_what_it_must_and_holds_no_formula() {
        let row = vec!["=1+1".to_owned(), "a, \"b\"".to_owned()];
        let table = write_table(&["one".to_owned(), "two".to_owned()], &[row]);
        assert_eq!(table, "\u{FEFF}one,two\n'=1+1,\"a, \"\"b\"\"\"\n");
    }
}
