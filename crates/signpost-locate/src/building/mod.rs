//! Building a snapshot: every row is checked, equal things are kept once, indexes are loaded in bulk.

mod lines;
mod rows;
mod zones;

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;
use signpost_domain::{Directory, Edition, Lang, Locality, LonLat, Metres, Site, SiteSlug};
use signpost_hours::Calendar;

use self::rows::Rows;
use crate::{
    BuildError, Granted, ServiceIx, SiteIx, Snapshot, distance::metres_between,
    point_index::PointIndex, snapshot::NeedRow, timetable::Timetable, water::Terrain,
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

/// Whether publishing a directory leaves out rows that are stored.
fn leaves_out(directory: &Directory) -> bool {
    let made_up = |site: &Site| site.example || site.services.iter().any(|row| row.example);
    directory.edition == Edition::Live
        && (directory.sites.iter().any(made_up)
            || directory.organizations.iter().any(|row| row.example)
            || directory.lines.iter().any(|row| row.example))
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
        let proposed = inputs.directory.proposed();
        let leaves_out = leaves_out(&inputs.directory);
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
                let points = offering
                    .iter()
                    .filter_map(|row| Some((row.0.0, place(row.1)?)));
                let words = |row: &(ServiceIx, SiteIx)| {
                    let site = directory.sites.get(row.1.index())?;
                    let first = sites.get(row.1.index())?.first_service.index();
                    Some((site, site.services.get(row.0.index() - first)?))
                };
                NeedRow {
                    granted: offering
                        .iter()
                        .filter_map(words)
                        .fold(Granted::default(), |granted, (site, service)| {
                            granted.with(site, service)
                        }),
                    unplaced: unplaced.map(|row| row.0).collect(),
                    placed: PointIndex::new(points),
                    services: offering.iter().map(|row| row.0).collect(),
                    by_schedule,
                }
            })
            .collect();
        let all = || (0..).map(SiteIx).zip(&directory.sites);
        let placed = PointIndex::new(all().filter_map(|(ix, site)| Some((ix.0, site.point?))));
        let unplaced_sites = all()
            .filter(|(_, site)| site.point.is_none())
            .map(|(ix, _)| ix)
            .collect();
        let middle = |town: &Locality| {
            let own = metres_between(town.point, directory.centre) > directory.walking_range;
            if own { town.point } else { directory.centre }
        };
        let town_middles: Vec<LonLat> = directory.localities.iter().map(middle).collect();
        let from_town = |site: &Site| {
            let middle = town_middles.get(directory.town(site)?)?;
            Some(metres_between(*middle, site.point?).0)
        };
        let town_spread = directory.sites.iter().filter_map(from_town);
        let town_spread = Metres(town_spread.fold(0.0, f64::max));
        let lines = lines::schedules(&directory, &zones, calendar)?;
        let terrain = Terrain::new(&directory.ground)?;
        let directory_is_made_up = directory.sites.iter().all(|site| site.example);
        Ok(Self {
            sequence: inputs.sequence,
            built_at: now,
            timetable: Timetable::new(interning, now),
            // The first zone that was named.
            town: 0,
            zones: zones.list,
            languages: Lang::ALL
                .into_iter()
                .filter(|&lang| directory.has_text_in(lang))
                .collect(),
            directory,
            sites,
            services,
            placed,
            unplaced_sites,
            needs,
            terrain,
            leaves_out,
            all_examples: directory_is_made_up,
            proposed,
            reports: Arc::default(),
            kept_at: None,
            town_middles,
            town_spread,
            lines,
        })
    }
}
