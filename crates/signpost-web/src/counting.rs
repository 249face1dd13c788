//! Counting a look-up, and writing down what was counted.

use std::{collections::BTreeMap, sync::Arc};

use actix_web::{HttpRequest, http::Method};
use signpost_domain::{NeedCode, SiteSlug};
use signpost_figures::{Cell, Counted, Kind, PhoneCheck, Subject, Week};
use signpost_locate::Snapshot;
use signpost_store::{Store, StoreError};

use crate::{App, counts::LookUp};

/// How many of the places shown are looked at for one past its review: those one reads first.
const READ_FIRST: usize = 3;

impl App {
    /// Counts a look-up. Nothing of the request is taken but that it reads.
    pub fn count_look_up(&self, request: &HttpRequest, look_up: &LookUp<'_>) {
        if request.method() == Method::HEAD {
            return;
        }
        let snapshot = self.snapshot();
        let past_review = look_up.shown.iter().take(READ_FIRST);
        let past_review = past_review
            .into_iter()
            .any(|(site, need)| is_past_review(self, &snapshot, site, need));
        let kind = Kind::of_look_up(look_up.open, past_review);
        let door = look_up.from.filter(|from| is_old_door(&snapshot, from));
        let (subject, code) = match door {
            Some(door) => (Subject::Door, door.as_str()),
            None => (Subject::Need, look_up.need.as_str()),
        };
        self.count_one(&snapshot, subject, code, kind);
    }

    /// Counts that the code of a poster at an old door was followed.
    pub fn count_scan(&self, request: &HttpRequest, door: &SiteSlug) {
        let snapshot = self.snapshot();
        if request.method() == Method::GET && is_old_door(&snapshot, door) {
            self.count_one(&snapshot, Subject::Door, door.as_str(), Kind::Scan);
        }
    }

    fn count_one(&self, snapshot: &Snapshot, subject: Subject, code: &str, kind: Kind) {
        let cell = Cell {
            week: Week::of(snapshot.town_zone().day(self.now())),
            subject,
            code: code.to_owned(),
            kind,
        };
        *self.counts().pending().entry(cell).or_default() += 1;
    }

    /// Writes down what was counted, and looks what is kept. A running server does so every minute and before it stops; what cannot be
    /// written waits for the next time.
    ///
    /// # Errors
    /// When the database cannot be written or read.
    pub async fn write_counts_down(&self) -> Result<(), StoreError> {
        let Some(store) = self.live().store() else {
            return Ok(());
        };
        let taken = std::mem::take(&mut *self.counts().pending());
        if let Err(error) = self.add(store, &taken).await {
            let mut pending = self.counts().pending();
            for (cell, count) in taken {
                *pending.entry(cell).or_default() += count;
            }
            return Err(error);
        }
        self.look_at_phone_checks().await?;
        self.look_at_reports().await?;
        let receipt = store.receipt().await?;
        self.counts().receipt.store(Some(Arc::new(receipt)));
        Ok(())
    }

    /// Looks what checks by phone found, for `/about`: at once after one was written, and each minute.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_phone_checks(&self) -> Result<(), StoreError> {
        let Some(store) = self.live().store() else {
            return Ok(());
        };
        let checks = store.phone_checks().await?;
        // The check that was finished last, not the one with the best figure.
        let scores = checks.iter().filter_map(PhoneCheck::score);
        let last = scores.reduce(|a, b| if b.done_on > a.done_on { b } else { a });
        self.counts().phone_score.store(last.map(Arc::new));
        Ok(())
    }

    /// Looks which reports are public: at once after one was made so, and each minute.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_reports(&self) -> Result<(), StoreError> {
        let Some(store) = self.live().store() else {
            return Ok(());
        };
        let reports = store.published_reports().await?;
        self.counts().reports.store(Arc::new(reports));
        Ok(())
    }

    /// Adds what was counted, and a row of nought for everything that could have been.
    async fn add(&self, store: &Store, taken: &BTreeMap<Cell, u64>) -> Result<(), StoreError> {
        let snapshot = self.snapshot_to_keep();
        let mut all = taken.clone();
        for cell in possible(&snapshot, Week::of(snapshot.town_zone().day(self.now()))) {
            all.entry(cell).or_default();
        }
        let counted: Vec<Counted> = all
            .into_iter()
            .map(|(cell, count)| Counted { cell, count })
            .collect();
        store.add_counts(&counted).await
    }
}

/// Everything that can be counted in a week.
fn possible(snapshot: &Snapshot, week: Week) -> Vec<Cell> {
    let directory = snapshot.directory();
    let needs = directory.needs.iter();
    let needs = needs.map(|need| (Subject::Need, need.code.as_str().to_owned()));
    let doors = directory.plans.iter().flat_map(|plan| &plan.rules);
    let doors = doors.map(|rule| (Subject::Door, rule.from.as_str().to_owned()));
    let rows = needs.chain(doors);
    rows.flat_map(|(subject, code)| {
        subject.kinds().iter().map(move |&kind| Cell {
            week,
            subject,
            code: code.clone(),
            kind,
        })
    })
    .collect()
}

/// Whether some plan has a rule for who stands there.
fn is_old_door(snapshot: &Snapshot, slug: &SiteSlug) -> bool {
    let plans = snapshot.directory().plans.iter();
    plans
        .flat_map(|plan| &plan.rules)
        .any(|rule| &rule.from == slug)
}

/// Whether somebody vouched for it, and the day on which that was to be looked at again is over.
fn is_past_review(app: &App, snapshot: &Snapshot, slug: &SiteSlug, need: &NeedCode) -> bool {
    let today = snapshot.town_zone().day(app.now());
    let Some(site) = snapshot.find(slug) else {
        return false;
    };
    snapshot.services_at(site).any(|ix| {
        let service = snapshot.service(ix);
        let confirmed = service.confirmation.as_ref();
        &service.need == need && confirmed.is_some_and(|confirmed| confirmed.review_by < today)
    })
}
