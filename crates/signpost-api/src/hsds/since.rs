//! Which rows may be others than at an instant, and which are gone since: from what was changed lately, which is kept in memory.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use signpost_changes::{Change, Past};
use signpost_domain::{
    Edition, Exception, NeedCode, OrganizationId, PointStatus, Service, Site, SiteSlug,
};
use signpost_exchange::{hsds_id, hsds_service_key};
use signpost_locate::Snapshot;

use super::index::Kind;

/// What changed since an instant, as far as it is known.
pub(super) struct Changed<'a> {
    snapshot: &'a Snapshot,
    past: &'a Past,
    since: Timestamp,
    /// Whether everything since then is known; else every row may be another.
    pub whole: bool,
    sites: BTreeSet<&'a SiteSlug>,
    /// The days from then until now: hours end, confirmations lapse and closings begin without an edit.
    days: (Date, Date),
}

/// A row that is gone.
pub(super) struct Gone {
    pub kind: Kind,
    pub id: String,
    pub at: Timestamp,
}

impl<'a> Changed<'a> {
    pub(super) fn since(
        since: Timestamp,
        snapshot: &'a Snapshot,
        past: &'a Past,
        now: Timestamp,
    ) -> Self {
        let current = past.sequence() == snapshot.sequence();
        let reached = past.reaches().is_some_and(|reaches| since > reaches);
        let settings = past.others().settings.is_some_and(|at| at >= since);
        // Built before then and not again since: nothing was changed, whatever is known of the time before.
        let unchanged = snapshot.built_at() < since && snapshot.kept_at().is_none();
        let recent = past.changes().iter().filter(|change| change.at >= since);
        let zone = snapshot.town_zone();
        Self {
            snapshot,
            past,
            since,
            whole: unchanged || (current && reached && !settings),
            sites: recent.filter_map(|change| slug(change)).collect(),
            days: (zone.day(since), zone.day(now)),
        }
    }

    /// Whether a service may be told otherwise than then.
    pub(super) fn takes(&self, site: &Site, service: &Service) -> bool {
        !self.whole
            || self.sites.contains(&site.slug)
            || self.organization(&site.organization)
            || self.turns(site, service)
    }

    fn organization(&self, id: &OrganizationId) -> bool {
        let known = self.past.others().organizations.get(id);
        known.is_some_and(|(at, _)| *at >= self.since)
    }

    /// Whether a day came on which something begins or is over by itself.
    fn turns(&self, site: &Site, service: &Service) -> bool {
        let (then, now) = self.days;
        let within = |day: Date| then < day && day <= now;
        let after = |day: Option<Date>| day.and_then(|day| day.tomorrow().ok()).is_some_and(within);
        let begins_or_ends =
            |one: &Exception| within(one.first) || after(one.last) || after(one.review_by);
        let confirmed = service.confirmation.as_ref();
        site.exceptions.iter().any(begins_or_ends) || after(confirmed.map(|one| one.review_by))
    }

    /// Services that are gone since, as they were last.
    pub(super) fn gone_services(&self) -> Vec<(&'a Site, &'a Service)> {
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        for (_, before) in self.before() {
            for service in &before.services {
                let is_new = seen.insert((&before.slug, &service.need));
                if is_new && self.is_gone(before, service) {
                    all.push((before, service));
                }
            }
        }
        all
    }

    /// All rows that are gone since, oldest first, each once.
    pub(super) fn gone(&self) -> Vec<Gone> {
        let mut rows: BTreeMap<(Kind, String), Timestamp> = BTreeMap::new();
        let mut note = |kind: Kind, name: &str, at: Timestamp| {
            let id = hsds_id(kind.word(), name);
            // Newest first: the first time is the one at which it went for good.
            rows.entry((kind, id)).or_insert(at);
        };
        for (at, before) in self.before() {
            for service in &before.services {
                if self.is_gone(before, service) {
                    let key = hsds_service_key(before, service);
                    note(Kind::Service, &key, at);
                    note(Kind::AtLocation, &key, at);
                }
            }
            if self.snapshot.find(&before.slug).is_none() {
                note(Kind::Location, before.slug.as_str(), at);
            }
        }
        for (id, (at, removed)) in &self.past.others().organizations {
            if *removed && *at >= self.since {
                note(Kind::Organization, id.as_str(), *at);
            }
        }
        let mut gone: Vec<_> = rows
            .into_iter()
            .map(|((kind, id), at)| Gone { kind, id, at })
            .collect();
        gone.sort_by_key(|one| one.at);
        gone
    }

    /// What everybody could read of places before they were changed, newest first.
    fn before(&self) -> impl Iterator<Item = (Timestamp, &'a Site)> {
        let live = self.snapshot.directory().edition == Edition::Live;
        let since = self.since;
        let recent = self.past.changes().iter();
        recent
            .filter(move |change| change.at >= since)
            .filter_map(|change| Some((change.at, change.before.as_ref()?)))
            .filter(move |(_, before)| !(live && before.example))
    }

    /// Whether a service was public, and is not there any more.
    fn is_gone(&self, before: &Site, service: &Service) -> bool {
        let point = before.disposal_point.as_ref();
        let proposed = point.is_some_and(|point| point.status == PointStatus::Proposed);
        if proposed && service.need == NeedCode::disposal() {
            return false;
        }
        let sites = &self.snapshot.directory().sites;
        let found = sites.binary_search_by(|one| one.slug.cmp(&before.slug));
        let now = found.ok().and_then(|ix| sites.get(ix));
        now.is_none_or(|now| now.service(&service.need).is_none())
    }
}

fn slug(change: &Change) -> Option<&SiteSlug> {
    let site = change.after.as_ref().or(change.before.as_ref())?;
    Some(&site.slug)
}
