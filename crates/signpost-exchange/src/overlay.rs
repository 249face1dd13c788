//! One file read into a directory that is already there.

use std::path::Path;

use signpost_domain::Directory;

use crate::{
    fault::{Fault, Faults},
    features, files,
    folder::TABLES,
    plans,
    source_span::SourceSpans,
    table,
    upsert::Draft,
};

/// Upserts the rows of one file into a directory, all of it or nothing.
///
/// A `.csv` file is the folder's table of the same name (`sites.csv`, `services.csv`, …); a `.geojson` or `.json` file is a
/// `FeatureCollection` of sites; `plan.toml` holds versions of the plan. Rows with a known id change it, others add, none is taken away; columns and properties that the file
/// does not have keep what they had.
///
/// # Errors
/// Every fault found, at most about 200; then nothing of the file was taken.
pub fn read_into(base: Directory, file: impl AsRef<Path>) -> Result<Directory, Vec<Fault>> {
    read_into_placed(base, file).map(|(directory, _)| directory)
}

/// The same, and where each row of the file stands.
///
/// # Errors
/// As [`read_into`].
pub fn read_into_placed(
    base: Directory,
    file: impl AsRef<Path>,
) -> Result<(Directory, SourceSpans), Vec<Fault>> {
    let path = file.as_ref();
    let shown = path.display().to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut draft = Draft {
        directory: base,
        spans: SourceSpans::default(),
        faults: Faults::default(),
    };
    let known = TABLES.iter().find(|(table, ..)| *table == name);
    let geojson = files::is(&name, "geojson") || files::is(&name, "json");
    let plan = name == plans::FILE;
    if known.is_none() && !geojson && !plan {
        let tables: Vec<&str> = TABLES.iter().map(|(table, ..)| *table).collect();
        let message = format!(
            "name the file after its table ({}), or give a .geojson file of sites or a plan.toml",
            tables.join(", ")
        );
        return Err(vec![Fault::of_file(&shown, &message)]);
    }
    if let Some(text) = files::read(path, &mut draft.faults) {
        if let Some((table, columns, _)) = known {
            let rows = table::read(&shown, &text, columns, &mut draft.faults);
            draft.upsert(table, rows);
        } else if plan {
            plans::read(&shown, &text, &mut draft);
        } else {
            features::upsert(&shown, &text, &mut draft);
        }
    }
    draft.finish(&shown)
}
