//! Bringing what is stored to what a directory says, writing only what differs.

use std::collections::BTreeMap;

use jiff::Timestamp;
use signpost_domain::{Directory, Ground, Site};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    load::{CurrentRows, sequence},
    model::{Reason, Synced},
    revision::{By, Ledger},
    rows::{Aggregate, Settings, Stored, in_order},
    store::Store,
};

/// What is to be done with one kind of row.
struct Difference<'a, A> {
    added: Vec<&'a A>,
    /// Before and after.
    changed: Vec<(&'a A, &'a A)>,
    removed: Vec<&'a A>,
}

impl<'a, A: Aggregate> Difference<'a, A> {
    fn between(stored: &'a [Stored<A>], given: &'a [A]) -> Self {
        let mut before: BTreeMap<String, &A> = stored
            .iter()
            .map(|stored| (stored.row.id(), &stored.row))
            .collect();
        let mut difference = Self {
            added: vec![],
            changed: vec![],
            removed: vec![],
        };
        for after in given {
            match before.remove(&after.id()) {
                None => difference.added.push(after),
                Some(before) if before == after => {}
                Some(before) => difference.changed.push((before, after)),
            }
        }
        difference.removed = before.into_values().collect();
        difference
    }

    fn count(&self, synced: &mut Synced) {
        synced.added += self.added.len();
        synced.changed += self.changed.len();
        synced.removed += self.removed.len();
    }

    async fn write(
        &self,
        db: &mut SqliteConnection,
        ledger: &mut Ledger<'_>,
    ) -> Result<(), StoreError> {
        let added = self.added.iter().map(|after| (None, *after));
        let changed = self
            .changed
            .iter()
            .map(|(before, after)| (Some(*before), *after));
        for (before, after) in added.chain(changed) {
            let revision = ledger.append(&mut *db, before, Some(after)).await?;
            after.write(&mut *db, revision).await?;
        }
        for before in &self.removed {
            ledger.append(&mut *db, Some(*before), None).await?;
            before.remove(&mut *db).await?;
        }
        Ok(())
    }
}

/// What a directory says, in the shapes that are stored.
struct Given<'a> {
    settings: [Settings; 1],
    sites: Vec<Site>,
    ground: [Ground; 1],
    directory: &'a Directory,
}

impl<'a> Given<'a> {
    fn of(directory: &'a Directory) -> Result<Self, StoreError> {
        let faults = signpost_domain::faults(directory);
        if !faults.is_empty() {
            return Err(StoreError::Faulty { faults });
        }
        Ok(Self {
            settings: [Settings::of(directory)],
            sites: directory.sites.iter().cloned().map(in_order).collect(),
            ground: [directory.ground.clone()],
            directory,
        })
    }
}

/// Holds what is stored against what is given; with a ledger, also writes what differs.
async fn reconcile(
    db: &mut SqliteConnection,
    given: &Given<'_>,
    mut ledger: Option<&mut Ledger<'_>>,
) -> Result<Synced, StoreError> {
    let current = CurrentRows::all(&mut *db).await?;
    let mut synced = Synced::default();
    macro_rules! each {
        ($($stored:expr => $given:expr),+ $(,)?) => {$(
            let difference = Difference::between(&$stored, &$given);
            difference.count(&mut synced);
            if let Some(ledger) = ledger.as_deref_mut() {
                difference.write(&mut *db, ledger).await?;
            }
        )+};
    }
    each!(
        current.settings => given.settings,
        current.organizations => given.directory.organizations,
        current.sites => given.sites,
        current.lines => given.directory.lines,
        current.landmarks => given.directory.landmarks,
        current.ground => given.ground,
        current.plans => given.directory.plans,
    );
    synced.sequence = match ledger {
        Some(ledger) => ledger.sequence(),
        None => sequence(db).await?,
    };
    Ok(synced)
}

impl Store {
    /// Makes the stored directory equal to this one, in one transaction, with one revision for each row that differs.
    ///
    /// # Errors
    /// When the directory contradicts itself or the database cannot be written; then nothing was changed.
    pub async fn sync(
        &self,
        directory: &Directory,
        author: &str,
        reason: &Reason,
        at: Timestamp,
    ) -> Result<Synced, StoreError> {
        let by = By { author, reason, at };
        self.bring_to(directory, by, None).await
    }

    /// The same, unless somebody wrote after the directory it was made from was loaded: so that no edit is undone by an import that did
    /// not know of it. `seen` is [`crate::Loaded::sequence`].
    ///
    /// # Errors
    /// [`StoreError::Stale`], and as [`Store::sync`].
    pub async fn sync_unless_changed(
        &self,
        directory: &Directory,
        seen: u64,
        author: &str,
        reason: &Reason,
        at: Timestamp,
    ) -> Result<Synced, StoreError> {
        let by = By { author, reason, at };
        self.bring_to(directory, by, Some(seen)).await
    }

    async fn bring_to(
        &self,
        directory: &Directory,
        by: By<'_>,
        seen: Option<u64>,
    ) -> Result<Synced, StoreError> {
        let given = Given::of(directory)?;
        let mut session = self.writing().await?;
        let outcome = async {
            let mut ledger = Ledger::open(&mut session, by).await?;
            let current = ledger.sequence();
            if seen.is_some_and(|seen| seen != current) {
                return Err(StoreError::Stale { current });
            }
            reconcile(&mut session, &given, Some(&mut ledger)).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// What a sync would do, as numbers of rows `(added, changed, removed)`; changes nothing.
    ///
    /// # Errors
    /// As [`Store::sync`].
    pub async fn compare(
        &self,
        directory: &Directory,
    ) -> Result<(usize, usize, usize), StoreError> {
        let given = Given::of(directory)?;
        let mut session = self.reading().await?;
        let outcome = reconcile(&mut session, &given, None).await;
        let synced = session.settle(outcome).await?;
        Ok((synced.added, synced.changed, synced.removed))
    }
}
