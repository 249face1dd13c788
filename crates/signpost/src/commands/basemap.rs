//! `signpost basemap fetch` and `signpost basemap build`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use indicatif::{HumanBytes, ProgressBar, ProgressStyle};
use signpost_basemap::{
    About, Bounds,
    fetch::{self, Builds, Plan, Progress, Source},
    from_osm,
};

use crate::{
    fault::Failure,
    say::say,
    settings::{BasemapFlag, DatabaseFlag},
};

/// Kenora from Keewatin to Norman, with the roads out of town.
const TOWN: &str = "-94.75,49.65,-94.30,49.90";

/// Gets the street map of the town.
#[derive(Args)]
pub(crate) struct BasemapCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Cut the town out of a larger archive: the newest Protomaps build, another address, or a file.
    Fetch(Fetch),
    /// Make the map out of an OpenStreetMap extract; needs osmium and tippecanoe.
    Build(Build),
}

/// Where the map goes and what it covers.
#[derive(Args)]
struct Target {
    /// The box of the town in degrees: west,south,east,north.
    #[arg(long, value_name = "W,S,E,N", default_value = TOWN, allow_hyphen_values = true)]
    bbox: Bounds,
    /// The closest zoom. 15 is enough: nearer ones are drawn from it.
    #[arg(long, value_name = "Z", default_value_t = 15, value_parser = clap::value_parser!(u8).range(0..=16))]
    maxzoom: u8,
    /// The file to write; default: where the server looks for it.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    basemap: BasemapFlag,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Args)]
struct Fetch {
    /// A PMTiles archive: an address whose server sends parts of files, or a file; default: the newest Protomaps build.
    #[arg(long, value_name = "URL|FILE")]
    source: Option<String>,
    /// A mirror of the Protomaps builds, with its builds.json.
    #[arg(long, env = "SIGNPOST_BASEMAP_BUILDS", value_name = "URL")]
    builds: Option<String>,
    #[command(flatten)]
    target: Target,
    /// Only say how many tiles and bytes it would be.
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
struct Build {
    /// An OpenStreetMap extract, FILE.osm.pbf.
    file: PathBuf,
    /// Who made what is in the file, as the map says it; default: OpenStreetMap's contributors. Links may stand in it.
    #[arg(long, value_name = "WORDS")]
    attribution: Option<String>,
    #[command(flatten)]
    target: Target,
}

impl BasemapCommand {
    /// Does it. The work waits on disk and network, so it has a thread of its own.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        tokio::task::spawn_blocking(|| match self.what {
            What::Fetch(fetch) => fetch.run(),
            What::Build(build) => build.run(),
        })
        .await?
    }
}

impl Target {
    fn out(&self) -> Result<PathBuf, Failure> {
        match &self.out {
            Some(out) => Ok(out.clone()),
            None => self
                .basemap
                .clone()
                .settle(&self.database.clone().settle()?),
        }
    }
}

impl Fetch {
    fn run(self) -> Result<(), Failure> {
        let Target { bbox, maxzoom, .. } = self.target;
        let out = self.target.out()?;
        let source = match self.source {
            Some(source) => source,
            None => self
                .builds
                .map_or_else(Builds::default, |address| Builds::at(&address))
                .newest(fetch::unfinished(&out, bbox, maxzoom).as_deref())?,
        };
        let source = Source::named(&source);
        let bar = bar();
        bar.set_message(format!("looking into {}", source.name()));
        let plan = fetch::plan(&source, bbox, maxzoom)?;
        bar.set_message(String::new());
        say(sentence(&plan, source.name()));
        if self.dry_run {
            say("Nothing was fetched (--dry-run).");
            return Ok(());
        }
        let about = fetch::fetch(&source, &plan, &out, &mut |progress| show(&bar, progress))?;
        bar.finish_and_clear();
        done(&about, &out);
        Ok(())
    }
}

impl Build {
    fn run(self) -> Result<(), Failure> {
        let out = self.target.out()?;
        let bar = bar();
        let request = from_osm::BuildRequest {
            file: &self.file,
            bounds: self.target.bbox,
            maxzoom: self.target.maxzoom,
            attribution: self.attribution.as_deref(),
            out: &out,
        };
        let about = from_osm::build(&request, &mut |step| bar.set_message(step.to_owned()))?;
        bar.finish_and_clear();
        done(&about, &out);
        Ok(())
    }
}

fn sentence(plan: &Plan, source: &str) -> String {
    let zoom = plan.maxzoom();
    let (tiles, requests) = (plan.tiles(), plan.requests());
    let bytes = plan.bytes();
    format!(
        "{source}: {tiles} tiles down to zoom {zoom}, {bytes} bytes ({}) in {requests} requests.",
        HumanBytes(bytes)
    )
}

fn done(about: &About, out: &Path) {
    say(format!(
        "{}: {} tiles, {}, checked. A running server takes it up within seconds.",
        out.display(),
        about.tiles,
        HumanBytes(about.bytes)
    ));
}

/// A bar on a terminal; nothing where the output is a file.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {eta} {msg}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_fixed| ProgressStyle::default_bar()))
}

fn show(bar: &ProgressBar, progress: Progress) {
    match progress {
        Progress::Fetching { done, total } => {
            bar.set_length(total);
            bar.set_position(done);
        }
        Progress::Writing => bar.set_message("checking"),
    }
}
