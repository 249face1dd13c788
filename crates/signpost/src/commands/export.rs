//! `signpost export`

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use signpost_domain::{Directory, Lang};
use signpost_exchange::Hsds;
use signpost_hours::Zone;
use signpost_store::Store;

use crate::{
    bundle::{bundle, datapackage},
    clock::Clock,
    fault::Failure,
    say::say,
    settings::DatabaseFlag,
};

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
    /// The day as of which it is told, such as 2026-11-22; today when left out. It counts for hsds, gpkg and osm.
    #[arg(long, value_name = "DAY")]
    day: Option<Date>,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A GeoJSON `FeatureCollection` of the sites (RFC 7946).
    Geojson,
    /// One row per site and service, for a spreadsheet.
    Csv,
    /// Open Referral's HSDS 3: one JSON document; a datapackage of tables where FILE ends in .zip.
    Hsds,
    /// Layers of sites and services, for GIS (a `GeoPackage`).
    Gpkg,
    /// An osmChange for a mapper to look at; nothing is ever sent.
    Osm,
    /// One zip of places, plan, needs and checksums; the same data gives the same bytes.
    Bundle,
}

impl Export {
    /// Rows marked `example` stay inside in a live edition.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.clone().settle()?).await?;
        let directory = store.load().await?.directory;
        let directory = directory
            .ok_or_else(|| Failure::new("The database is empty: nothing to export."))?
            .published();
        let text = match self.format {
            Format::Geojson => signpost_exchange::write_geojson(&directory, self.lang),
            Format::Csv => signpost_exchange::write_public_csv(&directory, self.lang),
            Format::Hsds => {
                let hsds = Hsds {
                    directory: &directory,
                    day: self.day(&directory)?,
                    lang: self.lang,
                    origin: None,
                };
                let out = self.out.as_deref().and_then(Path::extension);
                if out.is_some_and(|ending| ending == "zip") {
                    let bytes = datapackage(&hsds);
                    return self.write(&bytes.map_err(|error| Failure::new(error.to_string()))?);
                }
                format!("{:#}", hsds.document())
            }
            Format::Osm => signpost_exchange::osm_change(&directory, self.day(&directory)?),
            Format::Gpkg => {
                let day = self.day(&directory)?;
                let layers = signpost_exchange::site_layers(&directory, day, self.lang);
                let stamp = signpost_exchange::day_stamp(day);
                let bytes = signpost_geopackage::geopackage(&layers, &stamp).await;
                return self.write(&bytes.map_err(|error| Failure::new(error.to_string()))?);
            }
            Format::Bundle => {
                let bytes = bundle(&directory, self.lang);
                return self.write(&bytes.map_err(|error| Failure::new(error.to_string()))?);
            }
        };
        if self.out.is_none() {
            say(text.trim_end());
            return Ok(());
        }
        self.write(text.as_bytes())
    }

    fn day(&self, directory: &Directory) -> Result<Date, Failure> {
        if let Some(day) = self.day {
            return Ok(day);
        }
        let zone = Zone::named(&directory.zone);
        let zone = zone.map_err(|error| Failure::new(error.to_string()))?;
        Ok(zone.day(Clock::Running.now()))
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        match &self.out {
            Some(path) => std::fs::write(path, bytes)
                .map_err(|error| Failure::new(format!("{}: {error}", path.display()))),
            None => std::io::stdout()
                .write_all(bytes)
                .map_err(|error| Failure::new(error.to_string())),
        }
    }
}
