//! A data folder, whole.

use std::path::Path;

use signpost_domain::{Directory, ServiceEntry};

use crate::{
    columns::Columns,
    fault::{Fault, Faults},
    files, manifest, needs, neighbourhoods, plans, practice,
    source_span::SourceSpans,
    table,
    tables::{
        disposal_points, exceptions, landmarks, lines, localities, organizations, service_log,
        services, sites,
    },
    upsert::Draft,
    water,
};

/// The tables in the order they are read, so that whatever a row points at is there before it; and whether a folder needs them.
pub(crate) const TABLES: [(&str, &Columns, bool); 8] = [
    (localities::FILE, &localities::COLUMNS, false),
    (organizations::FILE, &organizations::COLUMNS, true),
    (sites::FILE, &sites::COLUMNS, true),
    (services::FILE, &services::COLUMNS, true),
    (disposal_points::FILE, &disposal_points::COLUMNS, false),
    (exceptions::FILE, &exceptions::COLUMNS, false),
    (lines::FILE, &lines::COLUMNS, false),
    (landmarks::FILE, &landmarks::COLUMNS, false),
];

/// Reads a data folder whole.
///
/// # Errors
/// Every fault found, at most about 200, file by file.
pub fn read_folder(folder: impl AsRef<Path>) -> Result<Directory, Vec<Fault>> {
    read_folder_placed(folder).map(|(directory, _)| directory)
}

/// The same, and where each row stands.
///
/// # Errors
/// As [`read_folder`].
pub fn read_folder_placed(
    folder: impl AsRef<Path>,
) -> Result<(Directory, SourceSpans), Vec<Fault>> {
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
    if folder.join(neighbourhoods::FILE).exists()
        && let Some(text) = files::read(&folder.join(neighbourhoods::FILE), &mut draft.faults)
    {
        draft.directory.ground.neighbourhoods = neighbourhoods::read(
            &name(neighbourhoods::FILE),
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

/// Reads the service log of a data folder, `service_log.csv`; nothing when there is none. `directory` is what was read of the same folder.
///
/// # Errors
/// Every fault found.
pub fn read_service_log(
    folder: impl AsRef<Path>,
    directory: &Directory,
) -> Result<Vec<ServiceEntry>, Vec<Fault>> {
    let path = folder.as_ref().join(service_log::FILE);
    let mut faults = Faults::default();
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = files::read(&path, &mut faults).unwrap_or_default();
    let shown = path.display().to_string();
    let rows = table::read(&shown, &text, &service_log::COLUMNS, &mut faults);
    let mut entries = Vec::new();
    for row in rows {
        if let Some(entry) = service_log::read(&row, &mut faults) {
            let known = directory.sites.iter().any(|site| site.slug == entry.site);
            if !known {
                let message = format!("no site has the slug {}", entry.site);
                row.fault(&mut faults, "site", &message);
            }
            entries.push(entry);
        }
    }
    faults.finish(Some(entries))
}

/// A table under a name we do not read would be left out without a word: name it.
fn unknown_files(folder: &Path, faults: &mut Faults) {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| files::is(name, "csv") || files::is(name, "geojson"))
        .filter(|name| {
            name != water::FILE
                && name != neighbourhoods::FILE
                && name != service_log::FILE
                && !practice::FILES.contains(&name.as_str())
        })
        .filter(|name| TABLES.iter().all(|(file, ..)| file != name))
        .collect();
    names.sort();
    for name in names {
        let known: Vec<&str> = TABLES.iter().map(|(file, ..)| *file).collect();
        let message = format!(
            "this file is not read; the files of a folder are {}, {}, {}, {}",
            known.join(", "),
            service_log::FILE,
            water::FILE,
            neighbourhoods::FILE
        );
        faults.push(Fault::of_file(
            &folder.join(name).display().to_string(),
            &message,
        ));
    }
}
