//! Settings: flags first, then `SIGNPOST_*` from the environment, then `signpost.toml`, then what stands here.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::Duration,
};

use clap::Args;
use jiff::Timestamp;
use serde::Deserialize;
use signpost_domain::Phone;
use signpost_pictures::Album;
use signpost_store::Store;
use signpost_web::{Operator, metrics::MetricsPlace};

use crate::{
    fault::Failure,
    settings_access::{AccessFlags, AccessSettings, AccessTable, KeyFlag},
    settings_backups::{BackupSettings, BackupsFlag, BackupsTable},
    settings_file,
    settings_mail::{MailFlags, MailSettings, MailTable},
    settings_operator::{OperatorFlags, OperatorTable},
    settings_phone::{NumberFlag, PhoneFlags, PhoneSettings, PhoneTable},
    settings_pictures::PicturesFlags,
};

/// The file that is read when it is there.
const FILE: &str = "signpost.toml";

/// The file that was named, which has to be there.
static NAMED: OnceLock<PathBuf> = OnceLock::new();

/// Which file holds the settings.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ConfigFlag {
    /// The file of settings; default: signpost.toml in the working directory, when it is there.
    #[arg(long, env = "SIGNPOST_CONFIG", value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

impl ConfigFlag {
    /// From here on every setting that neither a flag nor the environment says comes from this file.
    pub(crate) fn hold(self) {
        if let Some(file) = self.config {
            let _held_once = NAMED.set(file);
        }
    }
}

/// Where the directory is kept.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct DatabaseFlag {
    /// The database, `sqlite:FILE`.
    #[arg(long, env = "SIGNPOST_DATABASE", value_name = "URL", global = true)]
    database: Option<String>,
}

/// Where the street map lies.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct BasemapFlag {
    /// The street map, a PMTiles archive; default: basemap.pmtiles beside the database, else in the working directory.
    #[arg(long, env = "SIGNPOST_BASEMAP", value_name = "FILE")]
    basemap: Option<PathBuf>,
}

/// What `serve` can be told.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ServeFlags {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "SIGNPOST_BIND", value_name = "ADDRESS")]
    bind: Option<SocketAddr>,
    #[command(flatten)]
    database: DatabaseFlag,
    /// The data folder a new database is filled from.
    #[arg(long, env = "SIGNPOST_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Begins anew from the data folder when a database was here before and is missing or empty; what was kept beside it is put aside.
    #[arg(long)]
    init: bool,
    #[command(flatten)]
    basemap: BasemapFlag,
    /// A mirror of the Protomaps builds, with its builds.json, for the map that a steward fetches.
    #[arg(long, env = "SIGNPOST_BASEMAP_BUILDS", value_name = "URL")]
    basemap_builds: Option<String>,
    /// Streets to measure ways along, an OpenStreetMap file (.osm.pbf); left out, ways are as the crow flies over land.
    #[arg(long, env = "SIGNPOST_STREETS", value_name = "FILE")]
    streets: Option<PathBuf>,
    #[command(flatten)]
    pictures: PicturesFlags,
    #[command(flatten)]
    mail: MailFlags,
    #[command(flatten)]
    access: AccessFlags,
    #[command(flatten)]
    operator: OperatorFlags,
    #[command(flatten)]
    backups: BackupsFlag,
    #[command(flatten)]
    phone: PhoneFlags,
    /// Where the counts for monitoring (`/api/v1/metrics`) can be read: off, an address and port of their own, or public; default: off.
    #[arg(long, env = "SIGNPOST_METRICS", value_name = "WHERE")]
    metrics: Option<MetricsPlace>,
    /// How many milliseconds of dear work (searches, exports, long lists) one address may ask for at once; a fortieth of it comes back each
    /// second. 0: no limit; default: 2000.
    #[arg(long, env = "SIGNPOST_PEER_BUDGET", value_name = "MS")]
    peer_budget: Option<u64>,
    /// Fixes the clock at one instant, for tests and previews.
    #[arg(long, env = "SIGNPOST_NOW", value_name = "RFC3339")]
    now: Option<Timestamp>,
    /// Number of worker threads; default: one per core.
    #[arg(long, env = "SIGNPOST_WORKERS", value_name = "N")]
    workers: Option<usize>,
}

/// The members of `signpost.toml`; an unknown one is refused.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    bind: Option<SocketAddr>,
    database: Option<String>,
    data: Option<PathBuf>,
    basemap: Option<PathBuf>,
    basemap_builds: Option<String>,
    streets: Option<PathBuf>,
    pictures: Option<PathBuf>,
    static_map: Option<PathBuf>,
    workers: Option<usize>,
    peer_budget: Option<u64>,
    metrics: Option<String>,
    #[serde(default)]
    mail: MailTable,
    #[serde(default)]
    access: AccessTable,
    #[serde(default)]
    operator: OperatorTable,
    #[serde(default)]
    backups: BackupsTable,
    #[serde(default)]
    phone: PhoneTable,
}

/// What `serve` goes by.
#[derive(Debug)]
pub(crate) struct ServeSettings {
    /// Where to listen.
    pub(crate) bind: SocketAddr,
    /// The database's address.
    pub(crate) database: String,
    /// The folder a new database is filled from.
    pub(crate) data: PathBuf,
    /// Whether one that was here before and is gone is begun anew.
    pub(crate) init: bool,
    /// Where the street map lies, or may come to lie.
    pub(crate) basemap: BasemapPlace,
    /// A mirror of the builds new ones are cut out of.
    pub(crate) basemap_builds: Option<String>,
    /// Streets to measure ways along.
    pub(crate) streets: Option<PathBuf>,
    /// Pictures of the map; `None` when none are wanted.
    pub(crate) pictures: Option<Album>,
    /// How letters go.
    pub(crate) mail: MailSettings,
    /// Who gets in, and by which way.
    pub(crate) access: AccessSettings,
    /// Who runs this, when somebody said so.
    pub(crate) operator: Option<Operator>,
    /// What phones without data get.
    pub(crate) phone: PhoneSettings,
    /// Where the key of second steps lies.
    pub(crate) key: KeyFlag,
    /// Where the backups lie, for `/health`.
    pub(crate) backups: Option<PathBuf>,
    /// Where the counts can be read.
    pub(crate) metrics: MetricsPlace,
    /// How much dear work one address may ask for at once.
    pub(crate) peer_budget: Duration,
    /// A fixed clock.
    pub(crate) now: Option<Timestamp>,
    /// Worker threads; `None` means one per core.
    pub(crate) workers: Option<usize>,
}

/// What the file says, or everything that is wrong in it.
fn file() -> Result<File, Failure> {
    let (file, wrong) = read_file();
    wrong.map_or(Ok(file), Err)
}

/// What the file says as far as it can be read, and everything that is wrong in it.
fn read_file() -> (File, Option<Failure>) {
    let named = NAMED.get();
    let path = named.map_or(Path::new(FILE), PathBuf::as_path);
    match std::fs::read_to_string(path) {
        Ok(text) => settings_file::read(path, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && named.is_none() => {
            (File::default(), None)
        }
        Err(error) => {
            let wrong = Failure::new(format!("{}: {error}", path.display()));
            (File::default(), Some(wrong))
        }
    }
}

/// How letters go, for commands that only send some.
pub(crate) fn mail_of(flags: MailFlags) -> Result<MailSettings, Failure> {
    flags.settle(file()?.mail)
}

/// The number to text, for commands that only print it.
pub(crate) fn text_number_of(flag: NumberFlag) -> Result<Option<Phone>, Failure> {
    flag.settle(file()?.phone.number)
}

/// The database with its key where the settings say.
pub(crate) fn with_key(store: Store, flag: KeyFlag) -> Result<Store, Failure> {
    Ok(flag.settle(store, &file()?.access))
}

impl BackupSettings {
    /// What the file says, for commands.
    pub(crate) fn of_file() -> Result<Self, Failure> {
        file()?.backups.settle()
    }
}

const DATABASE: &str = "sqlite:signpost.db";

impl DatabaseFlag {
    /// The database's address.
    pub(crate) fn settle(self) -> Result<String, Failure> {
        Ok(self
            .database
            .or(file()?.database)
            .unwrap_or_else(|| DATABASE.to_owned()))
    }
}

/// What the street map's file is called where nobody says otherwise.
pub(crate) const BASEMAP: &str = "basemap.pmtiles";

/// Where a running server looks for the street map.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BasemapPlace {
    /// Where somebody said.
    Named(PathBuf),
    /// Beside the database, else in the working directory.
    Usual {
        /// Beside the database.
        beside: PathBuf,
    },
}

impl BasemapPlace {
    /// Every place, the first that has a file first: what somebody put there before what the town's own data ship.
    pub(crate) fn in_order(&self, shipped: Option<PathBuf>) -> Vec<PathBuf> {
        let (own, after) = match self {
            Self::Named(file) => (file.clone(), None),
            Self::Usual { beside } => (beside.clone(), Some(PathBuf::from(BASEMAP))),
        };
        [Some(own), shipped, after].into_iter().flatten().collect()
    }
}

impl BasemapFlag {
    /// Where the street map lies, or may come to lie.
    pub(crate) fn settle(self, database: &str) -> Result<PathBuf, Failure> {
        Ok(self
            .basemap
            .or(file()?.basemap)
            .unwrap_or_else(|| beside(database)))
    }

    /// Where a server looks.
    fn place(self, database: &str, in_file: Option<PathBuf>) -> BasemapPlace {
        match self.basemap.or(in_file) {
            Some(file) => BasemapPlace::Named(file),
            None => BasemapPlace::Usual {
                beside: beside_the_database(database),
            },
        }
    }
}

/// Beside a database that is a file, unless there is one in the working directory only.
fn beside(database: &str) -> PathBuf {
    let here = PathBuf::from(BASEMAP);
    let beside = beside_the_database(database);
    if here.is_file() && !beside.is_file() {
        return here;
    }
    beside
}

fn beside_the_database(database: &str) -> PathBuf {
    database
        .strip_prefix("sqlite:")
        .and_then(|file| Path::new(file).parent())
        .map_or_else(|| PathBuf::from(BASEMAP), |folder| folder.join(BASEMAP))
}

impl ServeSettings {
    /// The file of the database; `None` when it is in no file.
    pub(crate) fn database_file(&self) -> Option<PathBuf> {
        let file = self.database.strip_prefix("sqlite:")?;
        (file != ":memory:").then(|| PathBuf::from(file))
    }
}

impl ServeFlags {
    /// Flags and environment over the file over the defaults. What is wrong is named all at once.
    pub(crate) fn settle(self) -> Result<ServeSettings, Failure> {
        let (file, in_file) = read_file();
        let metrics = file.metrics.as_deref().map(str::parse).transpose();
        let metrics = metrics.map_err(|why| Failure::new(format!("metrics: {why}")));
        let database = self
            .database
            .database
            .or(file.database)
            .unwrap_or_else(|| DATABASE.to_owned());
        let parts = (
            self.mail.settle(file.mail),
            self.access.settle(&file.access),
            self.operator.settle(file.operator),
            file.backups.settle(),
            metrics,
            self.phone.settle(file.phone),
            in_file,
        );
        let (mail, access, operator, backups, metrics, phone) = match parts {
            (Ok(mail), Ok(access), Ok(operator), Ok(backups), Ok(metrics), Ok(phone), None) => {
                (mail, access, operator, backups, metrics, phone)
            }
            (mail, access, operator, backups, metrics, phone, in_file) => {
                let wrong = [
                    in_file,
                    mail.err(),
                    access.err(),
                    operator.err(),
                    backups.err(),
                    metrics.err(),
                    phone.err(),
                ];
                return Err(Failure::all(wrong.into_iter().flatten()));
            }
        };
        Ok(ServeSettings {
            basemap: self.basemap.place(&database, file.basemap),
            basemap_builds: self.basemap_builds.or(file.basemap_builds),
            mail,
            streets: self.streets.or(file.streets),
            pictures: self
                .pictures
                .settle(file.pictures, file.static_map, &database),
            access,
            operator,
            backups: self.backups.settle(&backups),
            phone,
            bind: self
                .bind
                .or(file.bind)
                .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            database,
            data: self
                .data
                .or(file.data)
                .unwrap_or_else(|| PathBuf::from("data/kenora")),
            init: self.init,
            peer_budget: Duration::from_millis(
                self.peer_budget.or(file.peer_budget).unwrap_or(2_000),
            ),
            metrics: self.metrics.or(metrics).unwrap_or_default(),
            key: self.access.key,
            now: self.now,
            workers: self.workers.or(file.workers),
        })
    }
}
