//! The snapshot: a directory and its indexes, built whole and never changed.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{Timestamp, civil::Date};
use signpost_domain::{
    Directory, Lang, LonLat, Metres, Need, NeedCode, Organization, Service, Site, SiteSlug,
};
use signpost_hours::{Schedule, Zone};

use crate::{
    Granted,
    distance::metres_between,
    neighbours::Neighbours,
    point_index::PointIndex,
    timetable::{ScheduleIx, Timetable},
    water::Terrain,
};

/// A site of one snapshot. Sites are in slug order, so these sort as their slugs do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteIx(pub(crate) u32);

/// A service of one snapshot. Services are in the order of their sites' slugs, then in the order they stand at the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceIx(pub(crate) u32);

impl SiteIx {
    /// Its place among all sites, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl ServiceIx {
    /// Its place among all services, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Everything a public read needs, in memory. Immutable: an edit builds the next one.
#[derive(Debug)]
pub struct Snapshot {
    pub(crate) directory: Directory,
    /// The languages anything in the directory is said in.
    pub(crate) languages: Vec<Lang>,
    pub(crate) sequence: u64,
    pub(crate) built_at: Timestamp,
    pub(crate) sites: Vec<SiteRow>,
    pub(crate) services: Vec<ServiceRow>,
    pub(crate) zones: Vec<Zone>,
    /// The zone of the town; an index into `zones`.
    pub(crate) town: u16,
    pub(crate) timetable: Timetable,
    /// All sites with a point; rows are [`SiteIx`].
    pub(crate) placed: PointIndex,
    /// The other sites.
    pub(crate) unplaced_sites: Box<[SiteIx]>,
    /// One a need, in the order of `directory.needs`.
    pub(crate) needs: Vec<NeedRow>,
    pub(crate) terrain: Terrain,
    /// Sites whose disposal point is only proposed: no part of the directory as published.
    pub(crate) proposed: Vec<Site>,
    /// Sites that somebody said are full, since when.
    pub(crate) reports: Arc<BTreeMap<SiteSlug, Date>>,
    /// Of when the copy is that this was built from; `None` when it is what is stored.
    pub(crate) kept_at: Option<Timestamp>,
    /// The middle of the town that each of the directory's localities belongs to.
    pub(crate) town_middles: Vec<LonLat>,
    /// How far a site may be from the middle of its town, at most.
    pub(crate) town_spread: Metres,
    /// Whether every site is a made-up one.
    pub(crate) all_examples: bool,
    /// Whether rows were left out that are stored: made-up ones of a live edition.
    pub(crate) leaves_out: bool,
    /// When each phone line is answered; `None` when nobody said.
    pub(crate) lines: Vec<Option<Schedule>>,
}

/// What the snapshot knows of a site beyond its own words.
#[derive(Debug)]
pub(crate) struct SiteRow {
    pub version: u64,
    /// Index into the directory's organizations.
    pub organization: u32,
    pub first_service: ServiceIx,
    pub zone: u16,
    /// Where it stands, as far as anybody knows.
    pub stands_at: LonLat,
    /// Its locality among the directory's; [`SiteRow::NO_TOWN`] for none of them.
    pub town: u16,
}

impl SiteRow {
    /// No locality of the directory.
    pub const NO_TOWN: u16 = u16::MAX;
}

/// What the snapshot knows of a service beyond its own words.
#[derive(Debug)]
pub(crate) struct ServiceRow {
    pub site: SiteIx,
    pub schedule: ScheduleIx,
    /// From this midnight on nobody vouches for the schedule; [`Timestamp::MIN`] when nobody ever did.
    pub lapses: Timestamp,
}

/// Who answers a need.
#[derive(Debug)]
pub(crate) struct NeedRow {
    /// In slug order, without what is known not to be offered.
    pub services: Box<[ServiceIx]>,
    /// The same, those with equal schedules beside each other.
    pub by_schedule: Box<[ServiceIx]>,
    /// Those of them whose site has no point.
    pub unplaced: Box<[ServiceIx]>,
    /// The others; rows are [`ServiceIx`].
    pub placed: PointIndex,
    /// What some of them grant.
    pub granted: Granted,
}

impl Snapshot {
    /// The directory it was built from, as published, its sites sorted by slug.
    #[must_use]
    pub const fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Whether anything in the directory is said in this language.
    #[must_use]
    pub fn has_text_in(&self, lang: Lang) -> bool {
        self.languages.contains(&lang)
    }

    /// The sequence of the last revision in it.
    #[must_use]
    pub const fn sequence(&self) -> u64 {
        self.sequence
    }

    /// When it was built.
    #[must_use]
    pub const fn built_at(&self) -> Timestamp {
        self.built_at
    }

    /// Until when hours are look-ups. After this instant answers stay right but cost more: build the next snapshot before.
    #[must_use]
    pub fn good_until(&self) -> Timestamp {
        self.timetable.good_until()
    }

    /// The zone of the town, for pages and plans.
    #[must_use]
    pub fn town_zone(&self) -> &Zone {
        at(&self.zones, self.town.into())
    }

    /// How many schedules differ; equal ones are kept once.
    #[must_use]
    pub fn distinct_schedules(&self) -> usize {
        self.timetable.len()
    }

    /// The sites whose disposal point is only proposed, as they are stored. For those who plan them; nobody else is told of one.
    #[must_use]
    pub fn proposed(&self) -> &[Site] {
        &self.proposed
    }

    /// The same, knowing which places somebody said are full, and since when.
    #[must_use]
    pub fn with_reports(self, reports: Arc<BTreeMap<SiteSlug, Date>>) -> Self {
        Self { reports, ..self }
    }

    /// The same, built from a copy that was kept at this time, because what is stored cannot be read.
    #[must_use]
    pub fn of_a_copy(self, kept_at: Option<Timestamp>) -> Self {
        Self { kept_at, ..self }
    }

    /// Of when the copy is that this was built from; `None` when it is what is stored.
    #[must_use]
    pub const fn kept_at(&self) -> Option<Timestamp> {
        self.kept_at
    }

    /// Since when a place may be full; `None` when nobody said so, or somebody looked since.
    #[must_use]
    pub fn reported_full(&self, site: &SiteSlug) -> Option<Date> {
        self.reports.get(site).copied()
    }

    /// The directory as published, with the disposal points that are only proposed in their places again: what the next snapshot is
    /// built from when nothing of the directory changed.
    #[must_use]
    pub fn directory_with_proposed(&self) -> Directory {
        let mut directory = self.directory.clone();
        for proposed in &self.proposed {
            let mut sites = directory.sites.iter_mut();
            match sites.find(|site| site.slug == proposed.slug) {
                Some(site) => *site = proposed.clone(),
                None => directory.sites.push(proposed.clone()),
            }
        }
        directory
    }

    /// The site with this slug.
    #[must_use]
    pub fn find(&self, slug: &SiteSlug) -> Option<SiteIx> {
        let ix = self
            .directory
            .sites
            .binary_search_by(|site| site.slug.cmp(slug))
            .ok()?;
        u32::try_from(ix).ok().map(SiteIx)
    }

    /// The version of a site, for `ETag` and `If-Match`; 0 when nobody has kept one.
    #[must_use]
    pub fn version(&self, site: SiteIx) -> u64 {
        at(&self.sites, site.index()).version
    }

    /// The version of every site.
    #[must_use]
    pub fn versions(&self) -> BTreeMap<SiteSlug, u64> {
        let all = self.sites();
        all.map(|ix| (self.site(ix).slug.clone(), self.version(ix)))
            .collect()
    }

    /// The words of a site.
    #[must_use]
    pub fn site(&self, site: SiteIx) -> &Site {
        at(&self.directory.sites, site.index())
    }

    /// Who runs a site.
    #[must_use]
    pub fn organization(&self, site: SiteIx) -> &Organization {
        at(
            &self.directory.organizations,
            at(&self.sites, site.index()).organization as usize,
        )
    }

    /// The zone whose clocks a site shows.
    #[must_use]
    pub fn zone(&self, site: SiteIx) -> &Zone {
        at(&self.zones, at(&self.sites, site.index()).zone.into())
    }

    /// Every site, in slug order.
    pub fn sites(&self) -> impl ExactSizeIterator<Item = SiteIx> + use<'_> {
        // The build refuses more sites than an index holds.
        (0..u32::try_from(self.sites.len()).unwrap_or(u32::MAX)).map(SiteIx)
    }

    /// The services of a site, what is not offered included.
    pub fn services_at(&self, site: SiteIx) -> impl ExactSizeIterator<Item = ServiceIx> + use<'_> {
        let first = at(&self.sites, site.index()).first_service.0;
        let many = u32::try_from(self.site(site).services.len()).unwrap_or_default();
        (first..first + many).map(ServiceIx)
    }

    /// Who answers a need, in slug order: offered or unknown, with and without a point; never what is known not to be offered.
    #[must_use]
    pub fn services_for(&self, need: &NeedCode) -> &[ServiceIx] {
        self.need_row(need).map_or(&[], |row| &row.services)
    }

    /// Those of [`Self::services_for`] whose site has no point.
    #[must_use]
    pub fn unplaced(&self, need: &NeedCode) -> &[ServiceIx] {
        self.need_row(need).map_or(&[], |row| &row.unplaced)
    }

    /// The words of a service.
    #[must_use]
    pub fn service(&self, service: ServiceIx) -> &Service {
        let site = self.row(service).site;
        let first = at(&self.sites, site.index()).first_service;
        at(&self.site(site).services, service.index() - first.index())
    }

    /// The site of a service.
    #[must_use]
    pub fn site_of(&self, service: ServiceIx) -> SiteIx {
        self.row(service).site
    }

    /// The need with this code.
    #[must_use]
    pub fn need(&self, need: &NeedCode) -> Option<&Need> {
        self.directory.needs.iter().find(|row| &row.code == need)
    }

    /// Services of a need with their geodesic distance, nearest first and at equal distance in slug order; found as they are asked for.
    ///
    /// Services whose site has no point are not among them: see [`Self::unplaced`].
    pub fn neighbours<'a>(
        &'a self,
        need: &NeedCode,
        near: LonLat,
    ) -> impl Iterator<Item = (ServiceIx, Metres)> + use<'a> {
        self.need_row(need)
            .map(|row| {
                let measure = move |row| self.metres_to(near, self.site_of(ServiceIx(row)));
                Neighbours::new(row.placed.by_chord(near), measure, Metres(f64::INFINITY))
            })
            .into_iter()
            .flatten()
            .map(|(row, metres)| (ServiceIx(row), metres))
    }

    /// What some place that answers a need grants; nothing for a need that is not there.
    #[must_use]
    pub fn granted(&self, need: &NeedCode) -> Granted {
        self.need_row(need)
            .map_or_else(Granted::default, |row| row.granted)
    }

    /// Whether rows were left out that are stored: made-up ones of a live edition.
    #[must_use]
    pub const fn leaves_out(&self) -> bool {
        self.leaves_out
    }

    /// Whether every site is a made-up one.
    #[must_use]
    pub const fn is_all_examples(&self) -> bool {
        self.all_examples
    }

    pub(crate) fn need_row(&self, need: &NeedCode) -> Option<&NeedRow> {
        let ix = self
            .directory
            .needs
            .iter()
            .position(|row| &row.code == need)?;
        self.needs.get(ix)
    }

    pub(crate) fn row(&self, service: ServiceIx) -> &ServiceRow {
        at(&self.services, service.index())
    }

    /// Geodesic metres to a site; endless to one without a point, which no tree holds.
    pub(crate) fn metres_to(&self, near: LonLat, site: SiteIx) -> Metres {
        self.site(site)
            .point
            .map_or(Metres(f64::INFINITY), |point| metres_between(near, point))
    }
}

/// A row of the snapshot. Indexes come from the same snapshot, so a miss is our own mistake.
fn at<T>(rows: &[T], ix: usize) -> &T {
    rows.get(ix).expect("an index of this snapshot")
}
