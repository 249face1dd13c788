//! Rows of the directory as they come in: checked, and equal things kept once.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use signpost_domain::{
    Directory, Exception, ExceptionId, ExceptionKind, HolidayChoice, HolidayCode, NeedCode, Offer,
    OrganizationId, Service, Site, Text,
};
use signpost_hours::{Calendar, HoursFault, HoursText, Schedule, Zone};

use super::zones::Zones;
use crate::{
    BuildError, ServiceIx, SiteIx,
    snapshot::{ServiceRow, SiteRow},
    timetable::{Interning, ScheduleIx},
};

/// Zone, hours, what the organization keeps, what the service itself keeps.
type PlainKey<'d> = (u16, Option<&'d str>, usize, Option<&'d [HolidayCode]>);

/// Rows as they come in, in slug order.
pub(super) struct Rows<'d> {
    directory: &'d Directory,
    calendar: &'static Calendar,
    pub zones: Zones<'d>,
    organizations: HashMap<&'d OrganizationId, u32>,
    /// For each organization, which of the distinct holiday choices it made.
    holidays: Vec<usize>,
    need_places: HashMap<&'d NeedCode, usize>,
    texts: HashMap<&'d str, HoursText>,
    /// Schedules without exceptions, by what makes them differ, so that they need not be made again to be compared.
    plain: HashMap<PlainKey<'d>, ScheduleIx>,
    pub interning: Interning,
    pub sites: Vec<SiteRow>,
    pub services: Vec<ServiceRow>,
    pub needs: Vec<Vec<(ServiceIx, SiteIx)>>,
}

impl<'d> Rows<'d> {
    pub(super) fn new(
        directory: &'d Directory,
        calendar: &'static Calendar,
    ) -> Result<Self, BuildError> {
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

    pub(super) fn site(&mut self, site: &'d Site, version: u64) -> Result<(), BuildError> {
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
            stands_at: self.directory.stands_at(site),
            town: self.town(site),
        });
        for service in &site.services {
            self.service(site, ix, service)?;
        }
        Ok(())
    }

    /// The place of its locality among the directory's.
    fn town(&self, site: &Site) -> u16 {
        self.directory
            .town(site)
            .and_then(|town| u16::try_from(town).ok())
            .unwrap_or(SiteRow::NO_TOWN)
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
        let lapses = lapses(service, self.zones.get(zone));
        self.services.push(ServiceRow {
            site: site_ix,
            schedule,
            lapses,
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
        let own = service.closed_on.as_deref();
        let key = (zone, service.hours.as_deref(), choice, own);
        let away = away(site, service);
        let excepted = !away.is_empty()
            || site
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
            .chain(away)
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
            .add(schedule.closing_on(own))
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

/// The days before a disposal point stands and after it stood, as days on which it is closed.
fn away(site: &Site, service: &Service) -> Vec<Exception> {
    let point = site.disposal_point.as_ref();
    let Some(point) = point.filter(|_| service.need == NeedCode::disposal()) else {
        return Vec::new();
    };
    let closed = |id: &str, first: Date, last: Date| {
        Some(Exception {
            items: vec![],
            id: ExceptionId::new(id).ok()?,
            need: Some(service.need.clone()),
            kind: ExceptionKind::Closed,
            first,
            last: Some(last),
            hours: None,
            reason: Text::default(),
            review_by: None,
        })
    };
    let before = point.since.and_then(|since| since.yesterday().ok());
    let after = point.until.and_then(|until| until.tomorrow().ok());
    let before = before.and_then(|last| closed("not-there-yet", Date::MIN, last));
    let after = after.and_then(|first| closed("not-there-any-more", first, Date::MAX));
    before.into_iter().chain(after).collect()
}

fn index(count: usize, what: &'static str) -> Result<u32, BuildError> {
    u32::try_from(count)
        .ok()
        .filter(|&ix| ix < u32::MAX)
        .ok_or(BuildError::TooMany { what })
}

/// The midnight at the site on which the details lapse; [`Timestamp::MIN`] when they were never to be relied on.
fn lapses(service: &Service, zone: &Zone) -> Timestamp {
    match (service.offer, service.last_reliable_day()) {
        (Offer::Offered, Some(last)) => last
            .tomorrow()
            .map_or(Timestamp::MAX, |day| zone.instant(day.at(0, 0, 0, 0))),
        _ => Timestamp::MIN,
    }
}
