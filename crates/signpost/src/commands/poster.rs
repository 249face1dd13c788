//! `signpost poster SITE|--all`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use signpost_answers::public_url::PublicAddress;
use signpost_domain::SiteSlug;
use signpost_locate::Snapshot;
use signpost_poster::{Door, Format, door, doors, pdf, svg};
use signpost_store::Store;

use crate::{
    clock::Clock,
    fault::Failure,
    say::say,
    settings::{DatabaseFlag, mail_of},
    settings_mail::MailFlags,
    start,
};

/// Writes what hangs at an old door: the plan's sentence, whom to call, and a code that opens `/go/SITE`.
#[derive(Args)]
pub(crate) struct PosterCommand {
    /// The old door.
    #[arg(value_name = "SITE", required_unless_present = "all")]
    site: Option<SiteSlug>,
    /// Every old door of an approved plan; `--out` is a folder then, and gets a PDF and an SVG of each.
    #[arg(long, conflicts_with = "site")]
    all: bool,
    /// The file to write, ending in .pdf or .svg; or the folder.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// How large.
    #[arg(long, value_enum, default_value = "letter")]
    format: Paper,
    /// As of this instant instead of now.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Timestamp>,
    #[command(flatten)]
    database: DatabaseFlag,
    #[command(flatten)]
    mail: MailFlags,
}

#[derive(Clone, Copy, ValueEnum)]
enum Paper {
    /// A Letter page.
    Letter,
    /// Half of one.
    Half,
    /// A quarter of one, to be handed out.
    Card,
}

impl PosterCommand {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        signpost_http::read_embedded();
        let root = mail_of(self.mail)?.address.ok_or_else(|| {
            Failure::new("A poster needs the address people will open: set SIGNPOST_PUBLIC_URL, or --public-url.")
        })?;
        let now = Clock::new(self.now).now();
        let store = Store::open(&self.database.settle()?).await?;
        let snapshot = start::snapshot(&store, now).await?;
        let format = match self.format {
            Paper::Letter => Format::Letter,
            Paper::Half => Format::Half,
            Paper::Card => Format::Card,
        };
        let Some(site) = self.site else {
            let all = doors(&snapshot, now);
            if all.is_empty() {
                return Err(Failure::new(
                    "No approved plan sends people on from anywhere: there is no poster.",
                ));
            }
            std::fs::create_dir_all(&self.out).map_err(|error| unwritten(&self.out, &error))?;
            for site in &all {
                let poster = of(&snapshot, site, &root, now)?;
                for kind in ["pdf", "svg"] {
                    let file = self.out.join(format!("{site}.{kind}"));
                    write(&poster, format, &file)?;
                }
            }
            return Ok(());
        };
        write(&of(&snapshot, &site, &root, now)?, format, &self.out)
    }
}

fn of(
    snapshot: &Snapshot,
    site: &SiteSlug,
    root: &PublicAddress,
    now: Timestamp,
) -> Result<Door, Failure> {
    let found = door(snapshot, site, root, now).ok_or_else(|| {
        Failure::new(format!(
            "No approved plan sends people on from {site}: there is no poster for it."
        ))
    })?;
    if found.without_sentence {
        say(format!(
            "{site}: the plan's sentence names what people come for, so the poster says another."
        ));
    }
    if found.long_address {
        say(format!(
            "{site}: its address is longer than 39 characters, so the code has smaller squares."
        ));
    }
    Ok(found)
}

fn write(door: &Door, format: Format, file: &Path) -> Result<(), Failure> {
    let kind = file.extension().and_then(|kind| kind.to_str());
    let bytes = match kind {
        Some("pdf") => pdf(&door.poster, format),
        Some("svg") => svg(&door.poster, format).map(String::into_bytes),
        _ => return Err(Failure::new("--out ends in .pdf or .svg.")),
    };
    let bytes = bytes.map_err(|fault| Failure::new(format!("{}: {fault}.", file.display())))?;
    std::fs::write(file, bytes).map_err(|error| unwritten(file, &error))?;
    say(format!("{} is written.", file.display()));
    Ok(())
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}
