//! Settings of the pictures of the map: where they are kept, and what draws them.

use std::path::{Path, PathBuf};

use clap::Args;
use signpost_pictures::{Album, Worker};

/// The word for no pictures at all.
const OFF: &str = "off";
/// The folder, beside the database.
const FOLDER: &str = "map-pictures";
/// The program that draws with maplibre-rs, beside our own.
const PROGRAM: &str = "static-map";
/// Where `make static-map` leaves it, from the working directory.
const BUILT: &str = "target/static-map/release/static-map";

/// Pictures of the map.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct PicturesFlags {
    /// The folder where pictures of the map are kept, or off for none; default: map-pictures beside the database.
    #[arg(long, env = "SIGNPOST_PICTURES", value_name = "FOLDER")]
    pictures: Option<PathBuf>,
    /// The program that draws pictures with maplibre-rs, or off for resvg; default: static-map beside this program, or as `make static-map`
    /// leaves it.
    #[arg(long, env = "SIGNPOST_STATIC_MAP", value_name = "FILE")]
    static_map: Option<PathBuf>,
}

impl PicturesFlags {
    /// Flags and environment over the file over the defaults.
    pub(crate) fn settle(
        self,
        folder: Option<PathBuf>,
        program: Option<PathBuf>,
        database: &str,
    ) -> Option<Album> {
        let folder = self.pictures.or(folder);
        let folder = folder.unwrap_or_else(|| beside(database));
        if folder.as_os_str() == OFF {
            return None;
        }
        let program = self.static_map.or(program).or_else(usual);
        let program = program.filter(|program| program.as_os_str() != OFF);
        if let Some(program) = &program {
            tracing::info!(program = %program.display(), "pictures of the map are drawn by maplibre-rs");
        } else {
            tracing::info!(
                "pictures of the map are drawn by resvg; for maplibre-rs, once: make static-map"
            );
        }
        Some(Album::of(folder, program.map(Worker::at)))
    }
}

fn beside(database: &str) -> PathBuf {
    let file = database.strip_prefix("sqlite:").unwrap_or_default();
    let folder = Path::new(file).parent();
    folder.map_or_else(|| PathBuf::from(FOLDER), |folder| folder.join(FOLDER))
}

/// The program where it usually is; `None` when nobody built or installed it.
fn usual() -> Option<PathBuf> {
    let own = std::env::current_exe().ok();
    let beside = own.as_deref().and_then(Path::parent);
    let places = beside.map(|folder| folder.join(PROGRAM)).into_iter();
    let mut places = places.chain([PathBuf::from(BUILT)]);
    places.find(|program| program.is_file())
}
