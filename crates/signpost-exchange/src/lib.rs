#![doc = include_str!("../README.md")]

mod fault;

use std::path::Path;

use signpost_domain::{Directory, Lang, Need};

pub use fault::Fault;

/// Reads a data folder whole.
///
/// # Errors
/// Every fault found, in the order of files and lines.
pub fn read_folder(folder: impl AsRef<Path>) -> Result<Directory, Vec<Fault>> {
    Err(vec![Fault::of_file(
        &folder.as_ref().display().to_string(),
        "reading folders is being written",
    )])
}

/// Lays one CSV table or GeoJSON file over a directory: rows with a known id replace, others are added, none is taken away.
///
/// # Errors
/// Every fault found; then nothing of the file was taken.
pub fn read_into(base: Directory, file: impl AsRef<Path>) -> Result<Directory, Vec<Fault>> {
    drop(base);
    Err(vec![Fault::of_file(
        &file.as_ref().display().to_string(),
        "reading files is being written",
    )])
}

/// The needs shipped with Signpost (`data/needs.toml`).
///
/// # Errors
/// When the embedded file has faults, which a test rules out.
pub fn embedded_needs() -> Result<Vec<Need>, Vec<Fault>> {
    Err(vec![])
}

/// The sites as a GeoJSON `FeatureCollection`, with words for a reader of `lang`.
#[must_use]
pub fn write_geojson(directory: &Directory, lang: Lang) -> String {
    let _ = (directory, lang);
    String::new()
}

/// The tables of a data folder as `(file name, content)`, so that reading them again gives the same directory.
#[must_use]
pub fn write_csv(directory: &Directory) -> Vec<(&'static str, String)> {
    let _ = directory;
    vec![]
}

/// The same tables for people who open them in a spreadsheet: cells that would be taken for formulas are made harmless.
#[must_use]
pub fn write_public_csv(directory: &Directory) -> Vec<(&'static str, String)> {
    let _ = directory;
    vec![]
}
