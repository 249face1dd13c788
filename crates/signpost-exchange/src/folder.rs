//! A data folder, whole.

use std::path::Path;

use signpost_domain::Directory;

use crate::{
    columns::Columns,
    fault::{Fault, Faults},
    files, manifest, needs, plans,
    source_span::SourceSpans,
    table,
    tables::{exceptions, landmarks, lines, localities, organizations, services, sites},
    upsert::Draft,
    water,
};

/// The tables in the order they are read, so that whatever a row points at is there before it; and whether a folder needs them.
pub(crate) const TABLES: [(&str, &Columns, bool); 7] = [
    (localities::FILE, &localities::COLUMNS, false),
    (organizations::FILE, &organizations::COLUMNS, true),
    (sites::FILE, &sites::COLUMNS, true),
    (services::FILE, &services::COLUMNS, true),
    (exceptions::FILE, &exceptions::COLUMNS, false),
    (lines::FILE, &lines::COLUMNS, false),
    (landmarks::FILE, &landmarks::COLUMNS, false),
];

/// Reads a data folder whole.
///
/// # Errors
/// Every fault found, at most about 200, file by file.
pub fn read_folder(folder: impl AsRef<Path>) -> Result<Directory, Vec<Fault>> {
    let folder = folder.as_ref();
    let name = |file: &str| folder.join(file).display().to_string();
    let mut faults = Faults::default();
    unknown_files(folder, &mut faults);
    let mut directory = files::read(&folder.join(manifest::FILE), &mut faults)
        .map_or_else(manifest::stand_in, |text| {
            manifest::read(&name(manifest::FILE), &text, &mut faults)
        });
    directory.needs = if folder.join(needs::FILE).exists() {
        files::read(&folder.join(needs::FILE), &mut faults)
            .map(|text| needs::read(&name(needs::FILE), &text, &mut faults))
            .unwrap_or_default()
    } else {
        needs::embedded(&mut faults)
    };
    let mut draft = Draft {
        directory,
        spans: SourceSpans::default(),
        faults,
    };
    for (file, columns, needed) in TABLES {
        if (needed || folder.join(file).exists())
            && let Some(text) = files::read(&folder.join(file), &mut draft.faults)
        {
            let rows = table::read(&name(file), &text, columns, &mut draft.faults);
            draft.upsert(file, rows);
        }
    }
    if folder.join(water::FILE).exists()
        && let Some(text) = files::read(&folder.join(water::FILE), &mut draft.faults)
    {
        draft.directory.ground = water::read(
            &name(water::FILE),
            &text,
            &mut draft.spans,
            &mut draft.faults,
        );
    }
    if folder.join(plans::FILE).exists()
        && let Some(text) = files::read(&folder.join(plans::FILE), &mut draft.faults)
    {
        plans::read(&name(plans::FILE), &text, &mut draft);
    }
    draft.finish(&folder.display().to_string())
}

/// A table under a name we do not read would be left out without a word: name it.
fn unknown_files(folder: &Path, faults: &mut Faults) {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| files::is(name, "csv") || files::is(name, "geojson"))
        .filter(|name| name != water::FILE && TABLES.iter().all(|(file, ..)| file != name))
        .collect();
    names.sort();
    for name in names {
        let known: Vec<&str> = TABLES.iter().map(|(file, ..)| *file).collect();
        let message = format!(
            "this file is not read; the files of a folder are {}, {}",
            known.join(", "),
            water::FILE
        );
        faults.push(Fault::of_file(
            &folder.join(name).display().to_string(),
            &message,
        ));
    }
}
