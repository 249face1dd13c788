//! What has arrived so far, kept beside the target: `OUT.part` holds the bytes, `OUT.part.json` says of which job they are.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{
    FetchError, OnProgress, Plan, Progress, Source,
    paths::beside,
    plan::{ByteRange, Piece},
};
use crate::Bounds;

/// Pauses before another try; after the last one it is left to the operator.
const PAUSES_MS: [u64; 3] = [200, 1_000, 4_000];
const BLOCK_BYTES: usize = 64 << 10;

/// The job that the bytes belong to. Another job never goes on from them.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Job {
    source: String,
    version: Option<String>,
    bounds: String,
    maxzoom: u8,
    /// Of the list of ranges: the same bytes in the same order.
    #[serde(rename = "stretches")]
    ranges: String,
}

/// The bytes that are here.
pub(super) struct Partial {
    file: File,
    path: PathBuf,
    job: PathBuf,
    done: u64,
}

impl Partial {
    /// Opens what an earlier run of the same job left, or begins anew.
    pub(super) fn open(plan: &Plan, out: &Path) -> Result<Self, FetchError> {
        let (path, job_path) = (beside(out, ".part"), beside(out, ".part.json"));
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(FetchError::file(&path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FetchError::Busy { path }),
            Err(TryLockError::Error(source)) => return Err(FetchError::File { path, source }),
        }
        let job = Job::of(plan);
        let mut done = file.metadata().map_err(FetchError::file(&path))?.len();
        if Job::read(&job_path).as_ref() != Some(&job) || done > plan.bytes() {
            file.set_len(0).map_err(FetchError::file(&path))?;
            done = 0;
            let text = serde_json::to_string(&job).map_err(crate::ArchiveError::from)?;
            std::fs::write(&job_path, text).map_err(FetchError::file(&job_path))?;
        }
        Ok(Self {
            file,
            path,
            job: job_path,
            done,
        })
    }

    /// Fetches what is missing. A connection that breaks is taken up again where it broke.
    pub(super) fn fill(
        &mut self,
        source: &Source,
        plan: &Plan,
        on_progress: OnProgress<'_>,
    ) -> Result<(), FetchError> {
        let total = plan.bytes();
        let mut pauses = PAUSES_MS.iter();
        while self.done < total {
            on_progress(Progress::Fetching {
                done: self.done,
                total,
            });
            let before = self.done;
            let outcome = self.fill_one(source, plan, on_progress);
            let reason = match outcome {
                Ok(()) => continue,
                Err(FetchError::Changed) => {
                    self.forget();
                    return Err(FetchError::Changed);
                }
                Err(FetchError::Unreachable { reason, .. }) => reason,
                Err(other) => return Err(other),
            };
            if self.done > before {
                pauses = PAUSES_MS.iter();
            }
            let Some(pause) = pauses.next() else {
                return Err(FetchError::BrokeOff {
                    done: self.done,
                    total,
                    reason,
                    part: self.path.clone(),
                });
            };
            thread::sleep(Duration::from_millis(*pause));
        }
        on_progress(Progress::Fetching { done: total, total });
        Ok(())
    }

    /// Fetches the rest of the range at which the bytes end.
    fn fill_one(
        &mut self,
        source: &Source,
        plan: &Plan,
        on_progress: OnProgress<'_>,
    ) -> Result<(), FetchError> {
        let after = plan
            .ranges
            .partition_point(|range| range.place <= self.done);
        let Some(range) = after.checked_sub(1).and_then(|ix| plan.ranges.get(ix)) else {
            return Ok(());
        };
        let ByteRange {
            offset,
            length,
            place,
        } = *range;
        let had = self.done - place;
        let mut stream = source.open(offset + had, length - had)?;
        self.file
            .seek(SeekFrom::Start(self.done))
            .map_err(FetchError::file(&self.path))?;
        let end = place + length;
        let mut block = vec![0; BLOCK_BYTES];
        while self.done < end {
            let broke = |reason: String| FetchError::Unreachable {
                url: source.name().to_owned(),
                reason,
            };
            let count = stream
                .read(&mut block)
                .map_err(|error| broke(error.to_string()))?;
            if count == 0 {
                return Err(broke("fewer bytes came than were announced".to_owned()));
            }
            let Some(bytes) = block.get(..count) else {
                return Ok(());
            };
            self.file
                .write_all(bytes)
                .map_err(FetchError::file(&self.path))?;
            self.done += count as u64;
            on_progress(Progress::Fetching {
                done: self.done,
                total: plan.bytes(),
            });
        }
        Ok(())
    }

    /// The bytes of one tile.
    pub(super) fn piece(&mut self, plan: &Plan, piece: Piece) -> Result<Vec<u8>, FetchError> {
        let gone = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let place = plan
            .place(piece)
            .ok_or_else(gone)
            .map_err(FetchError::file(&self.path))?;
        let mut bytes = Vec::new();
        self.file
            .seek(SeekFrom::Start(place))
            .map_err(FetchError::file(&self.path))?;
        (&mut self.file)
            .take(piece.length)
            .read_to_end(&mut bytes)
            .map_err(FetchError::file(&self.path))?;
        Ok(bytes)
    }

    /// Makes sure that no later run goes on from these bytes.
    pub(super) fn forget(&self) {
        let _gone_already = std::fs::remove_file(&self.job);
    }

    /// Takes both files away.
    pub(super) fn remove(self) {
        self.forget();
        let _gone_already = std::fs::remove_file(&self.path);
    }
}

impl Job {
    fn of(plan: &Plan) -> Self {
        let mut digest = Sha256::new();
        for range in &plan.ranges {
            digest.update(range.offset.to_le_bytes());
            digest.update(range.length.to_le_bytes());
        }
        let digest: [u8; 32] = digest.finalize().into();
        Self {
            source: plan.source.clone(),
            version: plan.version.clone(),
            bounds: plan.bounds.to_string(),
            maxzoom: plan.maxzoom,
            ranges: crate::archive::hex(&digest),
        }
    }

    fn read(path: &Path) -> Option<Self> {
        serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
    }
}

pub(super) fn unfinished(out: &Path, bounds: Bounds, maxzoom: u8) -> Option<String> {
    let job = Job::read(&beside(out, ".part.json"))?;
    (job.bounds == bounds.to_string() && job.maxzoom <= maxzoom).then_some(job.source)
}
