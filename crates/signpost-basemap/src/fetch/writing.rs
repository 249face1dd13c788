//! The new archive: written beside the target, checked as a server would, and only then renamed into its place.

use std::{
    fs::{self, File},
    path::Path,
};

use pmtiles::{PmTilesWriter, TileType};

use super::{FetchError, Plan, partial::Partial, paths::beside};
use crate::{About, Archive, ArchiveError};

/// Writes, checks, renames.
pub(super) fn put(plan: &Plan, partial: &mut Partial, out: &Path) -> Result<About, FetchError> {
    let fresh = beside(out, ".new");
    let about = write(plan, partial, &fresh).and_then(|()| check(&fresh));
    let about = match about {
        Ok(about) => about,
        Err(error) => {
            let _gone_already = fs::remove_file(&fresh);
            if let FetchError::Archive(_) = error {
                // The bytes themselves are damaged: going on from them would end here again.
                partial.forget();
            }
            return Err(error);
        }
    };
    fs::rename(&fresh, out).map_err(FetchError::file(out))?;
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // A rename is only as durable as the folder it is written in.
        let _not_everywhere = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(about)
}

fn write(plan: &Plan, partial: &mut Partial, fresh: &Path) -> Result<(), FetchError> {
    let metadata = serde_json::to_string(&plan.metadata).map_err(ArchiveError::from)?;
    let [west, south, east, north] = plan.bounds.sides();
    let [longitude, latitude] = plan.bounds.middle();
    let file = File::create(fresh).map_err(FetchError::file(fresh))?;
    let kept = file.try_clone().map_err(FetchError::file(fresh))?;
    let mut writer = PmTilesWriter::new(TileType::Mvt)
        .precompressed(plan.compression)
        .min_zoom(plan.minzoom)
        .max_zoom(plan.maxzoom)
        .bounds(west, south, east, north)
        .center(longitude, latitude)
        .center_zoom(plan.maxzoom.min(12))
        .metadata(metadata)
        .create(file)?;
    for tile in &plan.tiles {
        let bytes = partial.piece(plan, tile.piece)?;
        writer.add_tile(tile.at, &bytes)?;
    }
    writer.finalize()?;
    kept.sync_all().map_err(FetchError::file(fresh))
}

fn check(fresh: &Path) -> Result<About, FetchError> {
    let bytes = fs::read(fresh).map_err(FetchError::file(fresh))?;
    let (archive, _) = Archive::checked(bytes.into())?;
    Ok(archive.about().clone())
}
