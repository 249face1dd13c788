//! Pictures that were drawn, kept in a folder. What is on a picture gives the name of its file, so that nothing is drawn twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use arc_swap::ArcSwap;
use sha2::{Digest as _, Sha256};
use signpost_basemap::Archive;
use signpost_domain::Lang;
use signpost_locate::Snapshot;

use crate::{PictureError, Scene, Size, Subject, Worker, compose, job, palette::with_palette, png};

/// Languages that pictures are written in; who reads another one gets the first.
const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];
/// After so many failures in a row the program is left alone until something changes again.
const TRIES: u32 = 3;
/// How its files end, by what drew them.
const ENDINGS: [&str; 2] = [".maplibre.png", ".resvg.png"];

/// What pictures were made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The sequence of the last edit.
    pub sequence: u64,
    /// The hash of the street map; `None` without one.
    pub map: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// 16 hexadecimal digits that change with its bytes.
    pub hash: String,
    file: PathBuf,
}

type Key = (Subject, Size, Lang);

/// What there is now.
#[derive(Debug, Default)]
struct Shown {
    source: Option<Source>,
    pictures: BTreeMap<Key, Drawn>,
}

/// A folder of pictures, and how new ones are drawn.
#[derive(Debug)]
pub struct Album {
    folder: PathBuf,
    worker: Option<Worker>,
    shown: ArcSwap<Shown>,
}

impl Album {
    /// In this folder, drawn by this program, else by resvg.
    #[must_use]
    pub fn of(folder: PathBuf, worker: Option<Worker>) -> Self {
        Self {
            folder,
            worker,
            shown: ArcSwap::default(),
        }
    }

    /// A picture; `None` while it is not drawn.
    #[must_use]
    pub fn picture(&self, subject: &Subject, size: Size, lang: Lang) -> Option<Drawn> {
        let lang = written(lang);
        let key = (subject.clone(), size, lang);
        self.shown.load().pictures.get(&key).cloned()
    }

    /// The address of a picture on this server, which never changes what it shows; `None` while it is not drawn.
    #[must_use]
    pub fn address(&self, subject: &Subject, size: Size, lang: Lang) -> Option<String> {
        let drawn = self.picture(subject, size, lang)?;
        let french = if written(lang) == Lang::Fr { "/fr" } else { "" };
        let (subject, size) = (subject.code(), size.code());
        Some(format!(
            "{french}/static/{subject}/{size}.png?v={}",
            drawn.hash
        ))
    }

    /// Whether pictures were made of something else than this.
    #[must_use]
    pub fn is_behind(&self, source: &Source) -> bool {
        self.shown.load().source.as_ref() != Some(source)
    }

    /// Draws what is missing, and shows all of it at once. To be called where waiting harms nobody. How many were drawn anew.
    ///
    /// # Errors
    /// When the folder cannot be written to. A picture that cannot be drawn is left out, and said in the log.
    pub fn draw(
        &self,
        snapshot: &Snapshot,
        town: Option<&Archive>,
        source: Source,
    ) -> Result<usize, PictureError> {
        fs::create_dir_all(&self.folder)?;
        let mut round = Round {
            album: self,
            failures: 0,
            anew: 0,
        };
        let places = snapshot
            .sites()
            .map(|site| Subject::Place(snapshot.site(site).slug.clone()));
        let mut pictures = BTreeMap::new();
        for subject in std::iter::once(Subject::Town).chain(places) {
            for size in Size::ALL {
                for lang in LANGS {
                    let scene = compose(snapshot, town, &subject, size, lang);
                    let drawn = scene
                        .and_then(|scene| scene.map(|scene| round.picture(&scene)).transpose());
                    match drawn {
                        Ok(Some(drawn)) => {
                            pictures.insert((subject.clone(), size, lang), drawn);
                        }
                        Ok(None) => {}
                        Err(error) => {
                            let subject = subject.code();
                            tracing::error!(%error, subject, "a picture of the map is left out");
                        }
                    }
                }
            }
        }
        let anew = round.anew;
        let used: BTreeSet<&Path> = pictures
            .values()
            .map(|drawn| drawn.file.as_path())
            .collect();
        self.sweep(&used)?;
        self.shown.store(Arc::new(Shown {
            source: Some(source),
            pictures,
        }));
        Ok(anew)
    }

    /// Takes away pictures that nothing shows any more. Files that are not ours stay.
    fn sweep(&self, used: &BTreeSet<&Path>) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if is_ours(&name) && !used.contains(path.as_path()) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

impl Drawn {
    /// Its bytes, from the disk.
    ///
    /// # Errors
    /// What the disk says.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        fs::read(&self.file)
    }
}

/// One time through all pictures.
struct Round<'a> {
    album: &'a Album,
    failures: u32,
    anew: usize,
}

impl Round<'_> {
    /// The picture of a scene: as it lies there, else drawn.
    fn picture(&mut self, scene: &Scene) -> Result<Drawn, PictureError> {
        let name = hex(&job(scene)?);
        let [by_worker, by_resvg] =
            ENDINGS.map(|ending| self.album.folder.join(format!("{name}{ending}")));
        if let Some(worker) = &self.album.worker {
            if let Ok(bytes) = fs::read(&by_worker) {
                return Ok(Drawn::of(by_worker, &bytes));
            }
            if self.failures < TRIES {
                match worker.png(scene) {
                    Ok(bytes) => {
                        self.failures = 0;
                        return self.kept(by_worker, &bytes);
                    }
                    Err(error) => {
                        self.failures += 1;
                        tracing::warn!(%error, "a picture is drawn by resvg instead of maplibre-rs");
                    }
                }
            }
        }
        match fs::read(&by_resvg) {
            Ok(bytes) => Ok(Drawn::of(by_resvg, &bytes)),
            Err(_) => self.kept(by_resvg, &png(scene)?),
        }
    }

    /// Writes a file whole or not at all.
    fn kept(&mut self, file: PathBuf, bytes: &[u8]) -> Result<Drawn, PictureError> {
        let slim = with_palette(bytes)?;
        let bytes = slim.as_slice();
        let mut whole = tempfile::NamedTempFile::new_in(&self.album.folder)?;
        io::Write::write_all(&mut whole, bytes)?;
        whole.persist(&file).map_err(|error| error.error)?;
        self.anew += 1;
        Ok(Drawn::of(file, bytes))
    }
}

impl Drawn {
    fn of(file: PathBuf, bytes: &[u8]) -> Self {
        Self {
            hash: hex(bytes),
            file,
        }
    }
}

/// The language a picture is written in.
const fn written(lang: Lang) -> Lang {
    match lang {
        Lang::Fr => Lang::Fr,
        Lang::En | Lang::OjLatn | Lang::OjCans => Lang::En,
    }
}

/// Whether a file of the folder was drawn by us.
fn is_ours(name: &str) -> bool {
    let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    stem.is_some_and(|stem| stem.len() == 16 && stem.bytes().all(|c| c.is_ascii_hexdigit()))
}

/// 16 hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let (first, _) = digest.split_first_chunk().unwrap_or((&[0; 8], &[]));
    format!("{:016x}", u64::from_be_bytes(*first))
}
