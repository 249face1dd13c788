//! Building a snapshot: every row is checked, equal things are kept once, indexes are loaded in bulk.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use signpost_domain::{
    Directory, Exception, HolidayChoice, Lang, NeedCode, Offer, OrganizationId, Service, Site,
    SiteSlug,
};
use signpost_hours::{Calendar, HoursFault, HoursText, Schedule, Zone, ZoneError};

use crate::{
    BuildError, ServiceIx, SiteIx, Snapshot,
    ground::Terrain,
    snapshot::{NeedRow, ServiceRow, SiteRow},
    spots::Spots,
    timetable::{Interning, ScheduleIx, Timetable},
};

/// What a snapshot is built from.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The whole directory; the snapshot keeps it as published.
    pub directory: Directory,
    /// The version of each site's row; a site that is not here has version 0.
    pub versions: BTreeMap<SiteSlug, u64>,
    /// The sequence of the last revision in the directory.
    pub sequence: u64,
}

impl Snapshot {
    /// Builds a snapshot of the directory as published.
    ///
    /// `now` places the table of hours: answers for 2 days before to 16 days after are look-ups.
    ///
    /// # Errors
    /// The first row that cannot be right, named. The caller keeps the snapshot it has.
    pub fn build(
        inputs: Inputs,
        calendar: &'static Calendar,
        now: Timestamp,
    ) -> Result<Self, BuildError> {
        let mut directory = inputs.directory.published();
        directory.sites.sort_unstable_by(|a, b| a.slug.cmp(&b.slug));
        let mut rows = Rows::new(&directory, calendar)?;
        for site in &directory.sites {
            rows.site(
                site,
                inputs.versions.get(&site.slug).copied().unwrap_or_default(),
            )?;
        }
        let Rows {
            zones,
            interning,
            sites,
            services,
            needs,
            ..
        } = rows;
        let place = |site: SiteIx| {
            directory
                .sites
                .get(site.index())
                .and_then(|site| site.point)
        };
        let needs = needs
            .into_iter()
            .map(|offering| {
                let mut by_schedule: Box<[ServiceIx]> = offering.iter().map(|row| row.0).collect();
                by_schedule.sort_by_key(|ix| services.get(ix.index()).map(|row| row.schedule));
                let unplaced = offering.iter().filter(|row| place(row.1).is_none());
                let spots = offering
                    .iter()
                    .filter_map(|row| Some((row.0.0, place(row.1)?)));
                NeedRow {
                    unplaced: unplaced.map(|row| row.0).collect(),
                    placed: Spots::new(spots),
                    services: offering.iter().map(|row| row.0).collect(),
                    by_schedule,
                }
            })
            .collect();
        let all = || (0..).map(SiteIx).zip(&directory.sites);
        let placed = Spots::new(all().filter_map(|(ix, site)| Some((ix.0, site.point?))));
        let unplaced_sites = all()
            .filter(|(_, site)| site.point.is_none())
            .map(|(ix, _)| ix)
            .collect();
        let terrain = Terrain::new(&directory.ground)?;
        Ok(Self {
            sequence: inputs.sequence,
            built_at: now,
            timetable: Timetable::new(interning, now),
            // The first zone that was named.
            town: 0,
            zones: zones.list,
            languages: Lang::ALL
                .into_iter()
                .filter(|&lang| directory.is_said_in(lang))
                .collect(),
            directory,
            sites,
            services,
            placed,
            unplaced_sites,
            needs,
            terrain,
        })
    }
}

/// Rows as they come in, in slug order.
struct Rows<'d> {
    directory: &'d Directory,
    calendar: &'static Calendar,
    zones: Zones<'d>,
    organizations: HashMap<&'d OrganizationId, u32>,
    /// For each organization, which of the distinct holiday choices it made.
    holidays: Vec<usize>,
    need_places: HashMap<&'d NeedCode, usize>,
    texts: HashMap<&'d str, HoursText>,
    /// Schedules without exceptions, by what makes them differ, so that they need not be made again to be compared.
    plain: HashMap<(u16, Option<&'d str>, usize), ScheduleIx>,
    interning: Interning,
    sites: Vec<SiteRow>,
    services: Vec<ServiceRow>,
    needs: Vec<Vec<(ServiceIx, SiteIx)>>,
}

impl<'d> Rows<'d> {
    fn new(directory: &'d Directory, calendar: &'static Calendar) -> Result<Self, BuildError> {
        let mut zones = Zones::default();
        zones
            .named(&directory.zone)
            .map_err(|source| BuildError::TownZone { source })?;
        let mut choices: Vec<&HolidayChoice> = Vec::new();
        let holidays = directory
            .organizations
            .iter()
            .map(|row| {
                choices
                    .iter()
                    .position(|known| **known == row.holidays)
                    .unwrap_or_else(|| {
                        choices.push(&row.holidays);
                        choices.len() - 1
                    })
            })
            .collect();
        Ok(Self {
            directory,
            calendar,
            zones,
            organizations: directory
                .organizations
                .iter()
                .map(|row| &row.id)
                .zip(0..)
                .collect(),
            holidays,
            need_places: directory
                .needs
                .iter()
                .map(|row| &row.code)
                .zip(0..)
                .collect(),
            texts: HashMap::new(),
            plain: HashMap::new(),
            interning: Interning::default(),
            sites: Vec::with_capacity(directory.sites.len()),
            services: Vec::with_capacity(
                directory.sites.iter().map(|site| site.services.len()).sum(),
            ),
            needs: vec![Vec::new(); directory.needs.len()],
        })
    }

    fn site(&mut self, site: &'d Site, version: u64) -> Result<(), BuildError> {
        let ix = SiteIx(index(self.sites.len(), "sites")?);
        let before = ix
            .index()
            .checked_sub(1)
            .and_then(|before| self.directory.sites.get(before));
        if before.is_some_and(|before| before.slug == site.slug) {
            return Err(BuildError::SlugTwice {
                slug: site.slug.clone(),
            });
        }
        let zone = self
            .zones
            .named(&site.zone)
            .map_err(|source| BuildError::SiteZone {
                site: site.slug.clone(),
                source,
            })?;
        let organization = *self.organizations.get(&site.organization).ok_or_else(|| {
            BuildError::UnknownOrganization {
                site: site.slug.clone(),
                organization: site.organization.clone(),
            }
        })?;
        let first_service = ServiceIx(index(self.services.len(), "services")?);
        self.sites.push(SiteRow {
            version,
            organization,
            first_service,
            zone,
        });
        for service in &site.services {
            self.service(site, ix, service)?;
        }
        Ok(())
    }

    fn service(
        &mut self,
        site: &'d Site,
        site_ix: SiteIx,
        service: &'d Service,
    ) -> Result<(), BuildError> {
        let ix = ServiceIx(index(self.services.len(), "services")?);
        let need = self
            .need_places
            .get(&service.need)
            .and_then(|&place| self.needs.get_mut(place))
            .ok_or_else(|| BuildError::UnknownNeed {
                site: site.slug.clone(),
                need: service.need.clone(),
            })?;
        if site
            .services
            .iter()
            .filter(|other| other.need == service.need)
            .count()
            > 1
        {
            return Err(BuildError::NeedTwice {
                site: site.slug.clone(),
                need: service.need.clone(),
            });
        }
        if service.offer != Offer::NotOffered {
            need.push((ix, site_ix));
        }
        let schedule = self.schedule(site, site_ix, service)?;
        let zone = self.sites.get(site_ix.index()).map_or(0, |row| row.zone);
        let reliable_until = reliable_until(service, self.zones.get(zone));
        self.services.push(ServiceRow {
            site: site_ix,
            schedule,
            reliable_until,
        });
        Ok(())
    }

    fn schedule(
        &mut self,
        site: &'d Site,
        site_ix: SiteIx,
        service: &'d Service,
    ) -> Result<ScheduleIx, BuildError> {
        let (zone, organization) = self
            .sites
            .get(site_ix.index())
            .map_or((0, 0), |row| (row.zone, row.organization as usize));
        let choice = self.holidays.get(organization).copied().unwrap_or_default();
        let key = (zone, service.hours.as_deref(), choice);
        let excepted = site
            .exceptions
            .iter()
            .any(|exception| exception.concerns(&service.need));
        if !excepted && let Some(&known) = self.plain.get(&key) {
            return Ok(known);
        }
        let base = service
            .hours
            .as_deref()
            .map(|text| self.text(text))
            .transpose()
            .map_err(|fault| BuildError::Hours {
                site: site.slug.clone(),
                need: service.need.clone(),
                fault,
            })?;
        let exceptions: Vec<Exception> = site
            .exceptions
            .iter()
            .filter(|row| row.concerns(&service.need))
            .cloned()
            .collect();
        let unstated = HolidayChoice::Unstated;
        let holidays = self
            .directory
            .organizations
            .get(organization)
            .map_or(&unstated, |row| &row.holidays);
        let schedule = Schedule::new(
            self.zones.get(zone).clone(),
            base,
            &exceptions,
            holidays,
            self.calendar,
        )
        .map_err(|fault| BuildError::ExceptionHours {
            site: site.slug.clone(),
            need: service.need.clone(),
            fault,
        })?;
        let ix = self
            .interning
            .add(schedule)
            .ok_or(BuildError::TooMany { what: "schedules" })?;
        if !excepted {
            self.plain.insert(key, ix);
        }
        Ok(ix)
    }

    fn text(&mut self, text: &'d str) -> Result<HoursText, HoursFault> {
        if let Some(known) = self.texts.get(text) {
            return Ok(known.clone());
        }
        let parsed = HoursText::parse(text)?;
        self.texts.insert(text, parsed.clone());
        Ok(parsed)
    }
}

/// Zones by name, each read from the database once.
#[derive(Default)]
struct Zones<'d> {
    list: Vec<Zone>,
    names: HashMap<&'d str, u16>,
}

impl<'d> Zones<'d> {
    fn named(&mut self, name: &'d str) -> Result<u16, ZoneError> {
        if let Some(&known) = self.names.get(name) {
            return Ok(known);
        }
        let zone = Zone::named(name)?;
        // The zone database has some 600 names.
        let ix = u16::try_from(self.list.len()).unwrap_or(u16::MAX);
        self.list.push(zone);
        self.names.insert(name, ix);
        Ok(ix)
    }

    fn get(&self, ix: u16) -> &Zone {
        self.list
            .get(usize::from(ix))
            .expect("a zone that was named")
    }
}

fn index(count: usize, what: &'static str) -> Result<u32, BuildError> {
    u32::try_from(count)
        .ok()
        .filter(|&ix| ix < u32::MAX)
        .ok_or(BuildError::TooMany { what })
}

/// The midnight at the site on which the details lapse; [`Timestamp::MIN`] when they were never to be relied on.
fn reliable_until(service: &Service, zone: &Zone) -> Timestamp {
    match (service.offer, service.last_reliable_day()) {
        (Offer::Offered, Some(last)) => last
            .tomorrow()
            .map_or(Timestamp::MAX, |day| zone.instant(day.at(0, 0, 0, 0))),
        _ => Timestamp::MIN,
    }
}
