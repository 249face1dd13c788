//! Upserting rows into a directory: a row whose id is known changes that thing, a row with a new id adds one.
//!
//! A folder is read the same way, over an empty directory. Columns that a file does not have keep what they had.

use std::collections::{HashMap, HashSet};

use signpost_domain::{Directory, FaultSubject, Organization, Site, SiteSlug};

use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    source_span::{SourceSpans, names_itself},
    tables::{
        disposal_points, exceptions, landmarks, lines, localities, organizations, services, sites,
    },
};

/// A directory while files are read into it.
pub(crate) struct Draft {
    pub(crate) directory: Directory,
    pub(crate) spans: SourceSpans,
    pub(crate) faults: Faults,
}

impl Draft {
    /// Upserts the rows of the table called `file` over the directory; `None` when there is no such table.
    pub(crate) fn upsert(&mut self, file: &str, rows: Vec<SourceRow>) -> Option<()> {
        match file {
            organizations::FILE => self.organizations(rows),
            sites::FILE => self.sites(rows),
            services::FILE => self.services(rows),
            disposal_points::FILE => self.disposal_points(rows),
            exceptions::FILE => self.exceptions(rows),
            lines::FILE => self.lines(rows),
            landmarks::FILE => self.landmarks(rows),
            localities::FILE => self.localities(rows),
            _ => return None,
        }
        Some(())
    }

    fn organizations(&mut self, rows: Vec<SourceRow>) {
        let kind = Kind {
            id: "id",
            key: |organization: &Organization| organization.id.as_str(),
            columns: &organizations::COLUMNS,
            write: organizations::write,
            subject: FaultSubject::Organization,
        };
        // What organizations said to being sent people stands in no table of theirs.
        let mut said: HashMap<_, _> = HashMap::new();
        for row in &mut self.directory.organizations {
            said.insert(row.id.clone(), std::mem::take(&mut row.consents));
        }
        let into = &mut self.directory.organizations;
        let read = |row: &SourceRow, faults: &mut Faults| organizations::read(row, faults);
        kind.upsert(rows, into, read, &mut self.spans, &mut self.faults);
        for row in into {
            row.consents = said.remove(&row.id).unwrap_or_default();
        }
    }

    /// Upserts sites. Services, exceptions and the disposal point of a known site stay.
    pub(crate) fn sites(&mut self, rows: Vec<SourceRow>) {
        let kind = Kind {
            id: "slug",
            key: |site: &Site| site.slug.as_str(),
            columns: &sites::COLUMNS,
            write: sites::write,
            subject: FaultSubject::Site,
        };
        let (zone, centre) = (self.directory.zone.clone(), self.directory.centre);
        let mut kept: HashMap<SiteSlug, _> = HashMap::new();
        for site in &mut self.directory.sites {
            let inside = (
                std::mem::take(&mut site.services),
                std::mem::take(&mut site.exceptions),
                site.disposal_point.take(),
            );
            kept.insert(site.slug.clone(), inside);
        }
        let into = &mut self.directory.sites;
        let read = |row: &SourceRow, faults: &mut Faults| sites::read(row, &zone, centre, faults);
        kind.upsert(rows, into, read, &mut self.spans, &mut self.faults);
        for site in into {
            if let Some((services, exceptions, disposal_point)) = kept.remove(&site.slug) {
                site.services = services;
                site.exceptions = exceptions;
                site.disposal_point = disposal_point;
            }
        }
    }

    fn lines(&mut self, rows: Vec<SourceRow>) {
        let kind = Kind {
            id: "id",
            key: |line: &signpost_domain::PhoneLine| line.id.as_str(),
            columns: &lines::COLUMNS,
            write: lines::write,
            subject: FaultSubject::Line,
        };
        let into = &mut self.directory.lines;
        let read = |row: &SourceRow, faults: &mut Faults| lines::read(row, faults);
        kind.upsert(rows, into, read, &mut self.spans, &mut self.faults);
    }

    fn landmarks(&mut self, rows: Vec<SourceRow>) {
        let kind = Kind {
            id: "id",
            key: |landmark: &signpost_domain::Landmark| landmark.id.as_str(),
            columns: &landmarks::COLUMNS,
            write: landmarks::write,
            subject: FaultSubject::Landmark,
        };
        let centre = self.directory.centre;
        let into = &mut self.directory.landmarks;
        let read = |row: &SourceRow, faults: &mut Faults| landmarks::read(row, centre, faults);
        kind.upsert(rows, into, read, &mut self.spans, &mut self.faults);
    }

    fn localities(&mut self, rows: Vec<SourceRow>) {
        let kind = Kind {
            id: "name",
            key: |locality: &signpost_domain::Locality| locality.name.as_str(),
            columns: &localities::COLUMNS,
            write: localities::write,
            subject: FaultSubject::Locality,
        };
        let centre = self.directory.centre;
        let into = &mut self.directory.localities;
        let read = |row: &SourceRow, faults: &mut Faults| localities::read(row, centre, faults);
        kind.upsert(rows, into, read, &mut self.spans, &mut self.faults);
    }

    pub(crate) fn services(&mut self, rows: Vec<SourceRow>) {
        let inner = Inner {
            id: "need",
            of: |site: &mut Site| &mut site.services,
            key: |service: &signpost_domain::Service| service.need.as_str(),
            columns: &services::COLUMNS,
            write: services::write,
            read: services::read,
            subject: FaultSubject::Service,
            is_part_of: |_, _| false,
        };
        inner.upsert(rows, self);
    }

    /// Upserts what sites are as disposal points, at most once a site.
    pub(crate) fn disposal_points(&mut self, rows: Vec<SourceRow>) {
        let faults = &mut self.faults;
        let index: HashMap<String, usize> = self
            .directory
            .sites
            .iter()
            .enumerate()
            .map(|(at, site)| (site.slug.to_string(), at))
            .collect();
        let mut seen = HashSet::new();
        for mut row in rows {
            let slug = row.word("site").to_owned();
            if !seen.insert(slug.clone()) {
                row.fault(faults, "site", &format!("{slug} stands here twice"));
            }
            let subject = FaultSubject::DisposalPoint(slug.clone());
            self.spans.keep(subject, &row.span);
            let site = index
                .get(&slug)
                .and_then(|&at| self.directory.sites.get_mut(at));
            if site.is_none() && !slug.is_empty() && !faults.rows_lost {
                row.fault(faults, "site", &format!("no site has the slug {slug}"));
            }
            if let Some(point) = site.as_ref().and_then(|site| site.disposal_point.as_ref())
                && let Ok(slug) = slug.parse()
            {
                row.fill(disposal_points::write(&slug, point));
            }
            row.check_characters(&disposal_points::COLUMNS, faults);
            if let (Some((_, point)), Some(site)) = (disposal_points::read(&row, faults), site) {
                site.disposal_point = (!point.is_empty()).then_some(point);
            }
        }
    }

    pub(crate) fn exceptions(&mut self, rows: Vec<SourceRow>) {
        let inner = Inner {
            id: "id",
            of: |site: &mut Site| &mut site.exceptions,
            key: |exception: &signpost_domain::Exception| exception.id.as_str(),
            columns: &exceptions::COLUMNS,
            write: exceptions::write,
            read: exceptions::read,
            subject: FaultSubject::Exception,
            is_part_of: signpost_domain::Exception::is_part_of,
        };
        inner.upsert(rows, self);
    }

    /// Holds the rows against each other, names what does not fit in the file it stands in, and gives the directory when all does.
    pub(crate) fn finish(
        mut self,
        file: &str,
    ) -> Result<(Directory, SourceSpans), Vec<crate::Fault>> {
        if !self.faults.rows_lost {
            for fault in signpost_domain::faults(&self.directory) {
                if !names_itself(&fault) {
                    self.faults.push(self.spans.locate(&fault, file));
                }
            }
        }
        self.faults.finish(Some((self.directory, self.spans)))
    }
}

/// How the rows of one table become things of the directory.
struct Kind<T> {
    /// The column of the id.
    id: &'static str,
    columns: &'static Columns,
    key: fn(&T) -> &str,
    write: fn(&T) -> Cells,
    subject: fn(String) -> FaultSubject,
}

impl<T> Kind<T> {
    fn upsert(
        &self,
        rows: Vec<SourceRow>,
        into: &mut Vec<T>,
        read: impl Fn(&SourceRow, &mut Faults) -> Option<T>,
        spans: &mut SourceSpans,
        faults: &mut Faults,
    ) {
        let mut index: HashMap<String, usize> = into
            .iter()
            .enumerate()
            .map(|(at, thing)| ((self.key)(thing).to_owned(), at))
            .collect();
        let mut seen = HashSet::new();
        for mut row in rows {
            let id = row.word(self.id).to_owned();
            if !id.is_empty() && !seen.insert(id.clone()) {
                row.fault(faults, self.id, &format!("{id} is used twice"));
            }
            let known = index.get(&id).copied();
            if let Some(earlier) = known.and_then(|at| into.get(at)) {
                row.fill((self.write)(earlier));
            }
            spans.keep((self.subject)(id.clone()), &row.span);
            row.check_characters(self.columns, faults);
            let Some(thing) = read(&row, faults) else {
                faults.rows_lost = true;
                continue;
            };
            if let Some(place) = known.and_then(|at| into.get_mut(at)) {
                *place = thing;
            } else {
                index.insert(id, into.len());
                into.push(thing);
            }
        }
    }
}

/// How the rows of one table become parts of sites.
struct Inner<T> {
    /// The column of the id within the site.
    id: &'static str,
    columns: &'static Columns,
    of: fn(&mut Site) -> &mut Vec<T>,
    key: fn(&T) -> &str,
    write: fn(&SiteSlug, &T) -> Cells,
    read: fn(&SourceRow, &mut Faults) -> Option<(SiteSlug, T)>,
    subject: fn(String, String) -> FaultSubject,
    /// Whether what is stored goes into what a row says.
    is_part_of: fn(&T, &T) -> bool,
}

impl<T> Inner<T> {
    fn upsert(&self, rows: Vec<SourceRow>, draft: &mut Draft) {
        let faults = &mut draft.faults;
        let sites = &mut draft.directory.sites;
        let index: HashMap<String, usize> = sites
            .iter()
            .enumerate()
            .map(|(at, site)| (site.slug.to_string(), at))
            .collect();
        let mut seen = HashSet::new();
        for mut row in rows {
            let slug = row.word("site").to_owned();
            let id = row.word(self.id).to_owned();
            if !seen.insert((slug.clone(), id.clone())) {
                row.fault(faults, self.id, &format!("{slug} has {id} twice"));
            }
            draft
                .spans
                .keep((self.subject)(slug.clone(), id.clone()), &row.span);
            let site = index.get(&slug).and_then(|&at| sites.get_mut(at));
            if site.is_none() && !slug.is_empty() && !faults.rows_lost {
                row.fault(faults, "site", &format!("no site has the slug {slug}"));
            }
            let mut earlier = None;
            let mut parts = None;
            if let Some(site) = site {
                let own = site.slug.clone();
                let list = (self.of)(site);
                earlier = list.iter().position(|part| (self.key)(part) == id);
                if let Some(part) = earlier.and_then(|at| list.get(at)) {
                    row.fill((self.write)(&own, part));
                }
                parts = Some(list);
            }
            row.check_characters(self.columns, faults);
            let Some((_, part)) = (self.read)(&row, faults) else {
                continue;
            };
            if let Some(parts) = parts {
                match earlier.and_then(|at| parts.get_mut(at)) {
                    Some(place) => *place = part,
                    None => parts.push(part),
                }
            }
        }
        // Rows of one file stand beside each other as they are written; what was stored before may be part of one.
        for site in sites {
            let slug = site.slug.to_string();
            let parts = (self.of)(site);
            let is_row = |part: &T| seen.contains(&(slug.clone(), (self.key)(part).to_owned()));
            let keep = |part: &T| {
                let mut rows = parts.iter().filter(|row| is_row(row));
                is_row(part) || !rows.any(|row| (self.is_part_of)(part, row))
            };
            let kept: Vec<bool> = parts.iter().map(keep).collect();
            let mut kept = kept.into_iter();
            parts.retain(|_| kept.next().unwrap_or(true));
        }
    }
}
