//! The two archives of a running server: the district's, compiled in, and the town's, a file that may be replaced at any time.

use std::{
    fs::Metadata,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock, Mutex, PoisonError},
    time::SystemTime,
};

use arc_swap::{ArcSwapOption, Guard};
use bytes::Bytes;

use crate::{Archive, ArchiveError, Desk, Tile, fetch::Builds};

/// The district's map. `data/basemap/README.md` says what it is made of and how.
static DISTRICT: LazyLock<Result<Archive, ArchiveError>> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../data/basemap/district.pmtiles");
    Archive::of_bytes(Bytes::from_static(bytes))
});

/// The district's archive and, when the operator has installed one, the town's.
#[derive(Debug)]
pub struct Basemaps {
    district: &'static Archive,
    town: ArcSwapOption<Archive>,
    file: Option<File>,
    desk: Option<Arc<Desk>>,
}

/// The file the town's archive comes from.
#[derive(Debug)]
struct File {
    /// Where it may lie; the first that is there is taken.
    paths: Vec<PathBuf>,
    /// What was last looked at, so that one file is read, or refused, once.
    seen: Mutex<Option<Seen>>,
}

/// Which of the paths, and what lay there.
type Seen = (usize, Stamp);

impl File {
    async fn first(&self) -> Option<(&Path, Seen)> {
        for (ix, path) in self.paths.iter().enumerate() {
            let found = tokio::fs::metadata(path).await.ok();
            if let Some(metadata) = found.filter(Metadata::is_file) {
                return Some((path, (ix, Stamp::of(&metadata))));
            }
        }
        None
    }
}

/// By what one file is told from the one that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    node: u64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let node = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let node = 0;
        Self {
            bytes: metadata.len(),
            changed: metadata.modified().ok(),
            node,
        }
    }
}

impl Basemaps {
    /// The district's map alone.
    ///
    /// # Errors
    /// When the archive compiled in is damaged: the build is broken.
    pub fn district_only() -> Result<Self, &'static ArchiveError> {
        Ok(Self {
            district: DISTRICT.as_ref()?,
            town: ArcSwapOption::empty(),
            file: None,
            desk: None,
        })
    }

    /// The district's map, and the town's from the first of these files that is there, now or later. To be followed by
    /// [`Basemaps::refresh`].
    ///
    /// # Errors
    /// When the archive compiled in is damaged: the build is broken.
    pub fn with_town(paths: Vec<PathBuf>) -> Result<Self, &'static ArchiveError> {
        Ok(Self {
            file: Some(File {
                paths,
                seen: Mutex::new(None),
            }),
            ..Self::district_only()?
        })
    }

    /// The same, with the first of the files looked after from a page, and new ones out of these builds.
    #[must_use]
    pub fn with_desk(self, builds: Builds) -> Self {
        let path = self.file.as_ref().and_then(|file| file.paths.first());
        Self {
            desk: path.map(|path| Arc::new(Desk::new(path.clone(), builds))),
            ..self
        }
    }

    /// Where the file is looked after; `None` when there is none to look after.
    #[must_use]
    pub const fn desk(&self) -> Option<&Arc<Desk>> {
        self.desk.as_ref()
    }

    /// The district's archive.
    #[must_use]
    pub const fn district(&self) -> &Archive {
        self.district
    }

    /// The town's archive, when one is installed. Take it once per request.
    #[must_use]
    pub fn town(&self) -> Guard<Option<Arc<Archive>>> {
        self.town.load()
    }

    /// One tile of the archive with this hash. The outer `None`: no archive has this hash (any more); the inner one: it has no such tile.
    ///
    /// # Errors
    /// A damaged directory.
    pub fn tile_of(
        &self,
        hash: &str,
        (z, x, y): (u8, u32, u32),
    ) -> Result<Option<Option<Tile>>, ArchiveError> {
        if self.district.about().hash == hash {
            return self.district.tile(z, x, y).map(Some);
        }
        match self.town().as_ref() {
            Some(town) if town.about().hash == hash => town.tile(z, x, y).map(Some),
            _ => Ok(None),
        }
    }

    /// One tile: the town's, else the district's.
    ///
    /// # Errors
    /// A damaged directory.
    pub fn tile(&self, z: u8, x: u32, y: u32) -> Result<Option<Tile>, ArchiveError> {
        if let Some(town) = self.town().as_ref()
            && let Some(tile) = town.tile(z, x, y)?
        {
            return Ok(Some(tile));
        }
        self.district.tile(z, x, y)
    }

    /// Looks whether the file of the town's map is another one now, and takes it when it passes its check. What happened is logged, once.
    /// To be called where tokio runs, every few seconds.
    pub async fn refresh(&self) {
        let Some(file) = &self.file else { return };
        let first = file.first().await;
        let now = first.map(|(_, seen)| seen);
        if *lock(&file.seen) == now {
            return;
        }
        let Some((path, _)) = first else {
            if self.town.swap(None).is_some() {
                tracing::warn!("the street map's file is gone; only the district's map is left");
            }
            *lock(&file.seen) = None;
            return;
        };
        match Self::read(path).await {
            Ok(archive) => {
                let about = archive.about();
                tracing::info!(
                    tiles = about.tiles,
                    bytes = about.bytes,
                    hash = about.hash,
                    "street map loaded"
                );
                self.town.store(Some(Arc::new(archive)));
            }
            Err(error) => {
                let reason = words(&error);
                let kept = self.town().is_some();
                tracing::error!(
                    reason,
                    kept,
                    "the street map's new file is refused; what was there before stays"
                );
            }
        }
        *lock(&file.seen) = now;
    }

    /// Reads and checks on a thread of its own, so that no request waits.
    async fn read(path: &Path) -> Result<Archive, ArchiveError> {
        let bytes = Archive::bytes_of(path).await?;
        let failed = |source| ArchiveError::File {
            path: path.to_owned(),
            source,
        };
        tokio::task::spawn_blocking(move || Archive::of_bytes(bytes))
            .await
            .map_err(|error| failed(std::io::Error::other(error)))?
    }
}

/// A lock is only held to compare and to set; a panic elsewhere leaves it whole.
fn lock(seen: &Mutex<Option<Seen>>) -> std::sync::MutexGuard<'_, Option<Seen>> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error with its causes, in one line.
fn words(error: &ArchiveError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use fast_mvt::MvtReaderRef;
    use flate2::read::GzDecoder;

    use super::*;

    /// Layer and name of every named feature of a tile of the district's map.
    fn names(z: u8, x: u32, y: u32) -> Vec<(String, String)> {
        let basemaps = Basemaps::district_only().unwrap();
        let tile = basemaps.district().tile(z, x, y).unwrap().unwrap();
        let mut plain = Vec::new();
        GzDecoder::new(tile.bytes.as_ref())
            .read_to_end(&mut plain)
            .unwrap();
        let reader = MvtReaderRef::new(&plain).unwrap();
        let mut names = Vec::new();
        for layer in reader.layers() {
            for feature in layer.features() {
                for property in feature.properties() {
                    let (key, value) = property.unwrap();
                    if key == "name" {
                        names.push((layer.name().to_owned(), format!("{value:?}")));
                    }
                }
            }
        }
        names
    }

    #[test]
    fn the_district_shows_kenora_and_lake_of_the_woods() {
        let names = names(7, 30, 43);
        let has = |layer: &str, name: &str| {
            names
                .iter()
                .any(|(own, words)| own == layer && words.contains(name))
        };
        assert!(has("places", "Kenora"), "{names:?}");
        assert!(has("water", "Lake of the Woods"), "{names:?}");
        assert!(has("water", "Winnipeg River"), "{names:?}");
    }

    #[test]
    fn the_archive_compiled_in_is_the_one_the_recipe_recorded() {
        let recorded = include_str!("../../../data/basemap/district.sha256");
        let basemaps = Basemaps::district_only().unwrap();
        let about = basemaps.district().about();
        assert!(
            recorded.starts_with(&about.hash),
            "run data/basemap/build.sh, and commit both files"
        );
        let layers: Vec<&str> = about.layers.iter().map(|layer| layer.id.as_str()).collect();
        assert_eq!(layers, ["boundaries", "earth", "places", "water"]);
        assert_eq!((about.minzoom, about.maxzoom), (0, 8));
        assert!(about.bytes < 100_000, "{}", about.bytes);
    }
}
