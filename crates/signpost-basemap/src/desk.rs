//! The street map as somebody looks after it from a page: what lies there, one job at a time that gets another, and the way back.

use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::SystemTime,
};

use crate::{
    Archive, Bounds,
    fetch::{self, Builds, FetchError, Plan, Progress, Source},
};

/// How far the job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Nothing was asked for.
    None,
    /// The newest build is looked up, and what of it the box needs.
    Looking,
    /// It is known what would be fetched.
    Found {
        /// The archive it would be cut out of.
        source: String,
        /// How many tiles.
        tiles: usize,
        /// How many bytes.
        bytes: u64,
    },
    /// Bytes arrive.
    Fetching {
        /// How many are here.
        done: u64,
        /// How many there will be.
        total: u64,
    },
    /// The new archive is written and checked.
    Writing,
    /// It is in its place.
    Done,
    /// It broke off; what was there before stays.
    Failed {
        /// Why, in words.
        reason: String,
    },
}

impl Job {
    /// Whether it goes on by itself.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Looking | Self::Fetching { .. } | Self::Writing)
    }
}

/// Looks after one file.
#[derive(Debug)]
pub struct Desk {
    path: PathBuf,
    builds: Builds,
    job: Mutex<Job>,
    found: Mutex<Option<(Source, Plan)>>,
}

impl Desk {
    /// For the file at `path`, with new ones out of these builds.
    #[must_use]
    pub const fn new(path: PathBuf, builds: Builds) -> Self {
        Self {
            path,
            builds,
            job: Mutex::new(Job::None),
            found: Mutex::new(None),
        }
    }

    /// What would be asked for a new one.
    #[must_use]
    pub fn hosts(&self) -> Vec<&str> {
        self.builds.hosts()
    }

    /// How far the job is.
    #[must_use]
    pub fn job(&self) -> Job {
        lock(&self.job).clone()
    }

    /// When the file was last changed; `None` when there is none.
    #[must_use]
    pub fn changed(&self) -> Option<SystemTime> {
        fs::metadata(&self.path).ok()?.modified().ok()
    }

    /// When the one before was last changed; `None` when there is none.
    #[must_use]
    pub fn changed_before(&self) -> Option<SystemTime> {
        fs::metadata(self.before()).ok()?.modified().ok()
    }

    /// Looks up what a new map would be, in the background. `false` when a job is running.
    #[must_use]
    pub fn look(self: &Arc<Self>, bounds: Bounds, maxzoom: u8) -> bool {
        self.begin(Job::Looking, move |desk| {
            let unfinished = fetch::unfinished(&desk.path, bounds, maxzoom);
            let newest = desk.builds.newest(unfinished.as_deref())?;
            let source = Source::named(&newest);
            let plan = fetch::plan(&source, bounds, maxzoom)?;
            let found = Job::Found {
                source: source.name().to_owned(),
                tiles: plan.tiles(),
                bytes: plan.bytes(),
            };
            *lock(&desk.found) = Some((source, plan));
            Ok(found)
        })
    }

    /// Gets what was found, in the background. `false` when nothing was, or a job is running.
    #[must_use]
    pub fn fetch(self: &Arc<Self>) -> bool {
        if self.job().is_running() {
            return false;
        }
        let Some((source, plan)) = lock(&self.found).take() else {
            return false;
        };
        let begun = Job::Fetching {
            done: 0,
            total: plan.bytes(),
        };
        self.begin(begun, move |desk| {
            let kept = desk.keep().ok().flatten();
            let fetched = fetch::fetch(&source, &plan, &desk.path, &mut |progress| {
                *lock(&desk.job) = match progress {
                    Progress::Fetching { done, total } => Job::Fetching { done, total },
                    Progress::Writing => Job::Writing,
                };
            });
            if let Some(kept) = kept {
                // One that is not used is left to the next try; one that is takes the place of the one before it.
                let _beside = match fetched {
                    Ok(_) => fs::rename(&kept, desk.before()),
                    Err(_) => fs::remove_file(&kept),
                };
            }
            fetched.map(|_| Job::Done)
        })
    }

    /// Where a file is written that somebody brings, until it is looked at.
    #[must_use]
    pub fn brought(&self) -> PathBuf {
        self.named("brought")
    }

    /// Checks the file that was brought as a server would, whether it shows `place` (longitude, latitude), and puts it in its place; in the
    /// background. `false` when a job is running.
    #[must_use]
    pub fn install_brought(self: &Arc<Self>, place: [f64; 2]) -> bool {
        self.begin(Job::Writing, move |desk| {
            let brought = desk.brought();
            let installed = desk.check_and_put(&brought, place);
            if installed.is_err() {
                let _gone_already = fs::remove_file(&brought);
            }
            installed.map(|()| Job::Done)
        })
    }

    fn check_and_put(&self, brought: &Path, [lon, lat]: [f64; 2]) -> Result<(), FetchError> {
        let bytes = fs::read(brought).map_err(FetchError::file(brought))?;
        let (archive, _) = Archive::checked(bytes.into())?;
        let bounds = archive.about().bounds;
        if !bounds.holds([lon, lat]) {
            return Err(FetchError::Elsewhere {
                covers: bounds.to_string(),
            });
        }
        if let Some(kept) = self.keep().map_err(FetchError::file(&self.path))? {
            fs::rename(&kept, self.before()).map_err(FetchError::file(&kept))?;
        }
        fs::rename(brought, &self.path).map_err(FetchError::file(brought))
    }

    /// Puts the map of before in the place of this one, and this one in its place. `false` when there is none, or a job is running.
    ///
    /// # Errors
    /// What the disk says.
    pub fn roll_back(&self) -> io::Result<bool> {
        if self.job().is_running() || self.changed_before().is_none() {
            return Ok(false);
        }
        let aside = self.named("aside");
        let was_there = self.path.is_file();
        if was_there {
            fs::rename(&self.path, &aside)?;
        }
        fs::rename(self.before(), &self.path)?;
        if was_there {
            fs::rename(&aside, self.before())?;
        }
        *lock(&self.job) = Job::None;
        Ok(true)
    }

    /// Takes the place of a job that is over, on a thread of its own: this waits on the network and the disk.
    fn begin(
        self: &Arc<Self>,
        begun: Job,
        work: impl FnOnce(&Self) -> Result<Job, FetchError> + Send + 'static,
    ) -> bool {
        {
            let mut job = lock(&self.job);
            if job.is_running() {
                return false;
            }
            *job = begun;
        }
        let desk = Arc::clone(self);
        thread::spawn(move || {
            let done = work(&desk).unwrap_or_else(|error| Job::Failed {
                reason: words(&error),
            });
            *lock(&desk.job) = done;
        });
        true
    }

    /// Keeps what lies there, under a name of its own; `None` when nothing does.
    fn keep(&self) -> io::Result<Option<PathBuf>> {
        if !self.path.is_file() {
            return Ok(None);
        }
        let kept = self.named("kept");
        if kept.is_file() {
            fs::remove_file(&kept)?;
        }
        // The new one comes by a rename, so that this stays what it is.
        fs::hard_link(&self.path, &kept).or_else(|_| fs::copy(&self.path, &kept).map(|_| ()))?;
        Ok(Some(kept))
    }

    fn before(&self) -> PathBuf {
        self.named("before")
    }

    /// `basemap.pmtiles.before` beside `basemap.pmtiles`.
    fn named(&self, what: &str) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(".");
        name.push(what);
        Path::new(&name).to_owned()
    }
}

/// A lock is only held to read and to set; a panic elsewhere leaves it whole.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error with its causes, in one line.
fn words(error: &FetchError) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_of_before_and_the_one_now_change_places_and_back() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("basemap.pmtiles");
        let desk = Desk::new(path.clone(), Builds::default());
        assert!(!desk.roll_back().unwrap(), "there is nothing to go back to");
        fs::write(&path, "new").unwrap();
        fs::write(desk.before(), "old").unwrap();
        for (now, then) in [("old", "new"), ("new", "old")] {
            assert!(desk.roll_back().unwrap());
            assert_eq!(fs::read_to_string(&path).unwrap(), now);
            assert_eq!(fs::read_to_string(desk.before()).unwrap(), then);
        }
        fs::remove_file(&path).unwrap();
        assert!(desk.roll_back().unwrap(), "it also comes where none is");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(desk.changed_before(), None);
    }
}
