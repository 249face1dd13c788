//! `signpost poster SITE|--all`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use signpost_answers::poster::{Caution, DoorPoster, Prints, doors, posters_of};
use signpost_domain::SiteSlug;
use signpost_locate::Snapshot;
use signpost_plan::Held;
use signpost_poster::{Format, pdf_of_all, svg};
use signpost_store::Store;

use crate::{
    clock::Clock,
    fault::Failure,
    say::say,
    settings::{DatabaseFlag, mail_of, text_number_of},
    settings_mail::MailFlags,
    settings_phone::NumberFlag,
    shipped_number::shipped_number,
    start,
};

/// Writes what hangs at an old door: the plan's sentence, whom to call, and a code that opens `/go/SITE`.
#[derive(Args)]
pub(crate) struct PosterCommand {
    /// The old door.
    #[arg(value_name = "SITE", required_unless_present = "all")]
    site: Option<SiteSlug>,
    /// Every old door of an approved plan.
    #[arg(long, conflicts_with = "site")]
    all: bool,
    /// The file to write, ending in .pdf, with a page for each, or .svg; or a folder, which gets both of each.
    #[arg(long, value_name = "FILE|DIR")]
    out: PathBuf,
    /// How large; smaller ones stand beside each other on a Letter sheet.
    #[arg(long, value_enum, default_value = "letter")]
    format: Paper,
    /// As of this instant instead of now.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Timestamp>,
    #[command(flatten)]
    database: DatabaseFlag,
    #[command(flatten)]
    text_number: NumberFlag,
    /// The data folder the town came with: a made-up town's own number is printed where nobody set one.
    #[arg(long, env = "SIGNPOST_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,
    #[command(flatten)]
    mail: MailFlags,
}

#[derive(Clone, Copy, ValueEnum)]
enum Paper {
    /// A Letter page.
    Letter,
    /// Half of one; two on a sheet.
    Half,
    /// A quarter of one, to be handed out; four on a sheet.
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
        let text_number = match text_number_of(self.text_number)? {
            Some(number) => Some(number),
            None => match &self.data {
                Some(folder) => shipped_number(folder, &snapshot)?,
                None => None,
            },
        };
        let text_number = text_number.map(|number| number.to_string());
        let prints = Prints {
            address: root.as_str(),
            text_number: text_number.as_deref(),
        };
        let format = match self.format {
            Paper::Letter => Format::Letter,
            Paper::Half => Format::Half,
            Paper::Card => Format::Card,
        };
        let sites = self
            .site
            .map_or_else(|| doors(&snapshot, now), |site| vec![site]);
        if sites.is_empty() {
            return Err(Failure::new(
                "No approved plan sends people on from anywhere: there is no poster.",
            ));
        }
        let mut found = Vec::new();
        for site in &sites {
            for one in of(&snapshot, site, &prints, now)? {
                found.push((site, one));
            }
        }
        if let Some(kind) = kind_of(&self.out) {
            // What holds today; of a door that only a later plan names, that one.
            found.dedup_by(|next, before| next.0 == before.0);
            let all: Vec<&DoorPoster> = found.iter().map(|(_, one)| one).collect();
            return write(&all, format, kind, &self.out);
        }
        std::fs::create_dir_all(&self.out).map_err(|error| unwritten(&self.out, &error))?;
        for (site, one) in &found {
            for kind in ["pdf", "svg"] {
                let file = self.out.join(name(site, one, format, kind));
                write(&[one], format, kind, &file)?;
            }
        }
        Ok(())
    }
}

/// `birch-health-office.pdf`, `birch-health-office-card-from-2027-01-01.svg`.
fn name(site: &SiteSlug, one: &DoorPoster, format: Format, kind: &str) -> String {
    let paper = match format {
        Format::Letter => String::new(),
        Format::Half | Format::Card => format!("-{}", format.code()),
    };
    let starts = one.first.map(|first| format!("-from-{first}"));
    format!("{site}{paper}{}.{kind}", starts.unwrap_or_default())
}

fn of(
    snapshot: &Snapshot,
    site: &SiteSlug,
    prints: &Prints<'_>,
    now: Timestamp,
) -> Result<Vec<DoorPoster>, Failure> {
    let found = posters_of(snapshot, site, prints, now);
    if found.is_empty() {
        return Err(Failure::new(format!(
            "No approved plan sends people on from {site}: there is no poster for it."
        )));
    }
    for caution in found.iter().flat_map(|one| &one.cautions) {
        say(format!("{site}: {}", words(caution)));
    }
    Ok(found)
}

fn words(caution: &Caution) -> String {
    match caution {
        Caution::Telling(word) => format!(
            "the plan's sentence has the word {word:?}, which says why somebody comes, so the poster says another."
        ),
        Caution::Held(Held::NoPlaceLeft) => {
            "people do not read the plan's sentence then, since no place that has agreed is left, so the poster says another."
                .to_owned()
        }
        Caution::Held(Held::Names { organization, name }) => format!(
            "people do not read the plan's sentence then, since it names {name:?} and {organization} has not agreed, so the poster says another."
        ),
        Caution::TooLong => {
            "the plan's sentence is too long to be read at a door, so the poster says another."
                .to_owned()
        }
        Caution::NoFrench => {
            "the plan has no sentence in French, so the poster says a plain one there.".to_owned()
        }
        Caution::LongAddress => {
            "its address is longer than 47 characters, so the code has smaller squares.".to_owned()
        }
        Caution::TellingAddress => {
            "its address has a word that says why somebody comes.".to_owned()
        }
    }
}

fn kind_of(file: &Path) -> Option<&str> {
    let kind = file.extension().and_then(|kind| kind.to_str());
    kind.filter(|kind| ["pdf", "svg"].contains(kind))
}

fn write(all: &[&DoorPoster], format: Format, kind: &str, file: &Path) -> Result<(), Failure> {
    let posters: Vec<_> = all.iter().map(|one| &one.poster).collect();
    let bytes = match (kind, &posters[..]) {
        ("svg", [one]) => svg(one, format).map(String::into_bytes),
        ("svg", _) => {
            return Err(Failure::new(
                "An SVG has one page: name a folder, or a file that ends in .pdf.",
            ));
        }
        _ => pdf_of_all(&posters, format),
    };
    let bytes = bytes.map_err(|fault| Failure::new(format!("{}: {fault}.", file.display())))?;
    std::fs::write(file, bytes).map_err(|error| unwritten(file, &error))?;
    say(format!("{} is written.", file.display()));
    Ok(())
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}
