//! `signpost export`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use signpost_domain::Lang;
use signpost_store::Store;

use crate::{fault::Failure, say::say, settings::DatabaseFlag};

/// Writes the published directory out.
#[derive(Args)]
pub(crate) struct Export {
    /// The format.
    #[arg(long, value_enum)]
    format: Format,
    /// The file to write; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the words, and of the heads of a table.
    #[arg(long, default_value = "en")]
    lang: Lang,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A GeoJSON `FeatureCollection` of the sites (RFC 7946).
    Geojson,
    /// One row per site and service, for a spreadsheet.
    Csv,
}

impl Export {
    /// Rows marked `example` stay inside in a live edition.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let directory = store.load().await?.directory;
        let directory = directory
            .ok_or_else(|| Failure::new("The database is empty: nothing to export."))?
            .published();
        let text = match self.format {
            Format::Geojson => signpost_exchange::write_geojson(&directory, self.lang),
            Format::Csv => signpost_exchange::write_public_csv(&directory, self.lang),
        };
        let Some(path) = self.out else {
            say(text.trim_end());
            return Ok(());
        };
        std::fs::write(&path, text)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }
}
