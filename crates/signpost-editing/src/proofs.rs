//! Hour-by-hour proofs that were worked out lately, each with what it rests on.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::civil::Date;
use signpost_domain::Plan;
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Snapshot};
use signpost_plan::proof::{self, Grounds, Proof};
use tokio::sync::Semaphore;

use crate::EditError;

/// How many proofs are kept.
const KEPT: usize = 8;

/// How many of those who are not signed in may wait for a proof.
const WAITING: usize = 4;

/// A version with what it is held against, as a steward looks at it.
#[derive(Debug, Clone, PartialEq)]
pub struct LookedAt {
    /// The version before, frozen.
    pub before: Option<Plan>,
    /// The version.
    pub after: Plan,
    /// The first day that is looked at.
    pub day: Date,
}

/// The last proofs. One is worked out at a time, however many ask.
#[derive(Debug)]
pub(crate) struct Proofs {
    kept: Mutex<VecDeque<(Basis, Arc<Proof>)>>,
    making: tokio::sync::Mutex<()>,
    /// Room for those who are not signed in: however many they are, who approves waits behind few of them.
    room: Semaphore,
}

impl Default for Proofs {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
            making: tokio::sync::Mutex::default(),
            room: Semaphore::new(WAITING),
        }
    }
}

/// What a proof rests on: the versions and the directory, by its sequence.
type Basis = (LookedAt, u64);

impl Proofs {
    /// The proof on this snapshot: one that was worked out before, or a new one, on a thread that answers nobody else.
    pub(crate) async fn on(
        &self,
        snapshot: Arc<Snapshot>,
        looked_at: LookedAt,
    ) -> Result<Arc<Proof>, EditError> {
        let basis = (looked_at, snapshot.sequence());
        if let Some(proof) = self.of(&basis) {
            return Ok(proof);
        }
        let _alone = self.making.lock().await;
        if let Some(proof) = self.of(&basis) {
            return Ok(proof);
        }
        let own = basis.0.clone();
        let made = tokio::task::spawn_blocking(move || {
            let grounds = Grounds::of(&snapshot, Calendar::ontario())?;
            let proof = proof::prove(&grounds, own.before.as_ref(), &own.after, own.day);
            Ok::<_, BuildError>(Arc::new(proof))
        });
        let proof = made.await.map_err(EditError::internal)?;
        let proof = proof.map_err(EditError::internal)?;
        self.keep(basis, &proof);
        Ok(proof)
    }

    /// The same for anybody; `None` when as many wait already as may.
    pub(crate) async fn for_anybody(
        &self,
        snapshot: Arc<Snapshot>,
        looked_at: LookedAt,
    ) -> Result<Option<Arc<Proof>>, EditError> {
        let basis = (looked_at, snapshot.sequence());
        if let Some(proof) = self.of(&basis) {
            return Ok(Some(proof));
        }
        let Ok(_place) = self.room.try_acquire() else {
            return Ok(None);
        };
        self.on(snapshot, basis.0).await.map(Some)
    }

    fn of(&self, basis: &Basis) -> Option<Arc<Proof>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = kept.iter();
        let found = found.find(|(own, _)| own == basis);
        found.map(|(_, proof)| Arc::clone(proof))
    }

    fn keep(&self, basis: Basis, proof: &Arc<Proof>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front((basis, Arc::clone(proof)));
    }
}
