//! What is within reach, worked out off the threads that answer, a few at a time, and kept.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use jiff::{Timestamp, civil::Date};
use sha2::{Digest as _, Sha256};
use signpost_answers::reach::Reach;
use signpost_coverage::{
    Coverage, PointSet, Streets, Town, Week, cover, open_points, week as week_of,
};
use signpost_domain::{Ground, Landmark, NeedCode, SiteSlug};
use signpost_locate::Snapshot;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::ApiError;

/// How many are worked out at once: one leaves a core to those who read.
const AT_ONCE: usize = 1;
/// How long one waits for those before.
const LONGEST_WAIT: Duration = Duration::from_secs(8);
/// How many are kept.
const KEPT: usize = 48;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageAsk {
    /// The need.
    pub need: NeedCode,
    /// How far one walks.
    ///
    /// # Units
    /// Metres.
    pub metres: f64,
    /// The instant.
    pub at: Timestamp,
    /// Whether places count of which nobody knows if they are open.
    pub also_unknown: bool,
}

/// Everything that makes two figures the same.
type Key = [u8; 32];

#[derive(Clone)]
enum Cached {
    Coverage(Arc<Coverage>),
    Week(Arc<Week>),
}

/// A town, and the ground and landmarks it is of.
struct LaidOut {
    ground: Ground,
    landmarks: Vec<Landmark>,
    town: Arc<Town>,
}

/// What is worked out and kept. The town is that of the ground and the landmarks, whatever else changes.
pub struct CoverageDesk {
    streets: Option<Arc<Streets>>,
    slots: Semaphore,
    town: Mutex<Option<LaidOut>>,
    kept: Mutex<VecDeque<(Key, Cached)>>,
}

impl CoverageDesk {
    /// Along these streets, or as the crow flies over land.
    #[must_use]
    pub fn new(streets: Option<Arc<Streets>>) -> Self {
        Self {
            streets,
            slots: Semaphore::new(AT_ONCE),
            town: Mutex::new(None),
            kept: Mutex::new(VecDeque::new()),
        }
    }

    /// The town of a snapshot.
    ///
    /// # Errors
    /// When its ground cannot be laid out, which the snapshot would have refused.
    pub fn town(&self, snapshot: &Arc<Snapshot>) -> Result<Arc<Town>, ApiError> {
        let directory = snapshot.directory();
        let mut laid_out = self.town.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &*laid_out
            && known.ground == directory.ground
            && known.landmarks == directory.landmarks
        {
            return Ok(Arc::clone(&known.town));
        }
        let town = Town::of(snapshot, self.streets.as_ref()).map_err(ApiError::internal)?;
        let town = Arc::new(town);
        *laid_out = Some(LaidOut {
            ground: directory.ground.clone(),
            landmarks: directory.landmarks.clone(),
            town: Arc::clone(&town),
        });
        // Figures of the town before are of no use, and must not be taken for this one's.
        self.kept().clear();
        Ok(town)
    }

    /// What the places that are open reach.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when too many are asked for at once.
    pub async fn reach(
        &self,
        snapshot: &Arc<Snapshot>,
        ask: &CoverageAsk,
    ) -> Result<(Arc<Town>, Reach), ApiError> {
        let town = self.town(snapshot)?;
        let set = open_points(snapshot, &ask.need, ask.at, ask.also_unknown);
        let points: Vec<SiteSlug> = set
            .points
            .iter()
            .map(|point| snapshot.site(snapshot.site_of(point.service)).slug.clone())
            .collect();
        let key = key("reach", ask.metres, &set, &points);
        let (places, metres, work) = (set.places(), ask.metres, Arc::clone(&town));
        let work = move || Cached::Coverage(Arc::new(cover(&work, &places, metres)));
        let Cached::Coverage(coverage) = self.once(key, work).await? else {
            return Err(ApiError::internal("a week for a coverage"));
        };
        let reach = Reach {
            need: ask.need.clone(),
            at: ask.at,
            also_unknown: ask.also_unknown,
            points,
            without_a_place: set.without_a_place,
            unknown: set.unknown,
            coverage,
        };
        Ok((town, reach))
    }

    /// The same at each hour of the seven days from `first` on.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when too many are asked for at once.
    pub async fn week(
        &self,
        snapshot: &Arc<Snapshot>,
        need: &NeedCode,
        first: Date,
        metres: f64,
        also_unknown: bool,
    ) -> Result<Arc<Week>, ApiError> {
        let town = self.town(snapshot)?;
        let what = format!(
            "week {need} {first} {also_unknown} {} {}",
            snapshot.sequence(),
            snapshot.built_at()
        );
        let key = key(&what, metres, &PointSet::default(), &[]);
        let (snapshot, need) = (Arc::clone(snapshot), need.clone());
        let work = move || {
            let week = week_of(&snapshot, &town, &need, first, metres, also_unknown);
            Cached::Week(Arc::new(week))
        };
        match self.once(key, work).await? {
            Cached::Week(week) => Ok(week),
            Cached::Coverage(_) => Err(ApiError::internal("a coverage for a week")),
        }
    }

    /// What is kept; else it is worked out when it is its turn, unless somebody before did.
    async fn once(
        &self,
        key: Key,
        work: impl FnOnce() -> Cached + Send + 'static,
    ) -> Result<Cached, ApiError> {
        if let Some(known) = self.known(&key) {
            return Ok(known);
        }
        let _turn = self.turn().await?;
        if let Some(known) = self.known(&key) {
            return Ok(known);
        }
        let done = tokio::task::spawn_blocking(work).await;
        let done = done.map_err(ApiError::internal)?;
        let mut kept = self.kept();
        if kept.len() >= KEPT {
            kept.pop_front();
        }
        kept.push_back((key, done.clone()));
        Ok(done)
    }

    async fn turn(&self) -> Result<SemaphorePermit<'_>, ApiError> {
        match tokio::time::timeout(LONGEST_WAIT, self.slots.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(ApiError::Busy),
        }
    }

    /// Works something out off the threads that answer, when it is its turn.
    ///
    /// # Errors
    /// [`ApiError::Busy`] when too many are asked for at once.
    pub async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let _turn = self.turn().await?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(ApiError::internal)
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<(Key, Cached)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, key: &Key) -> Option<Cached> {
        let kept = self.kept();
        let found = kept.iter().find(|(own, _)| own == key);
        found.map(|(_, kept)| kept.clone())
    }
}

/// A digest of what was asked and of the places that count with where they stand.
fn key(what: &str, metres: f64, set: &PointSet, slugs: &[SiteSlug]) -> Key {
    let mut hash = Sha256::new();
    hash.update(what.as_bytes());
    hash.update(metres.to_bits().to_le_bytes());
    for (point, slug) in set.points.iter().zip(slugs) {
        hash.update(slug.as_str().as_bytes());
        hash.update([0]);
        hash.update(point.at.lon().to_bits().to_le_bytes());
        hash.update(point.at.lat().to_bits().to_le_bytes());
    }
    hash.finalize().into()
}
