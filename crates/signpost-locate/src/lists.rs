//! Lists of sites: nearest first, or in slug order.

use signpost_domain::{LonLat, Metres};

use crate::{
    BBox, ListedSite, SiteIx, SiteQuery, Snapshot,
    candidates::{Candidates, OpenFilter},
    neighbours::{Neighbours, by_chord},
};

impl Snapshot {
    /// Sites by geodesic distance, then slug. Sites without a point come last, unless a box or a radius is asked for.
    #[must_use]
    pub fn nearest(&self, near: LonLat, ask: &SiteQuery) -> Vec<ListedSite> {
        self.nearest_that(near, ask, |_| true)
    }

    /// As [`Self::nearest`], only sites that `keep` takes. It may be asked about a site twice, and about sites that are not listed.
    pub fn nearest_that(
        &self,
        near: LonLat,
        ask: &SiteQuery,
        mut keep: impl FnMut(SiteIx) -> bool,
    ) -> Vec<ListedSite> {
        let Some(candidates) = Candidates::new(self, ask) else {
            return Vec::new();
        };
        let mut open = OpenFilter::new(self, ask);
        let mut wanted = |row| {
            candidates.inside(row) && open.takes(&candidates, row) && keep(candidates.site(row))
        };
        let many = ask.skip.saturating_add(ask.limit);
        let mut walk = |source: &mut dyn Iterator<Item = (u32, f64)>| -> Vec<ListedSite> {
            let measure = |row| self.metres_to(near, candidates.site(row));
            let reach = ask.within.unwrap_or(Metres(f64::INFINITY));
            Neighbours::new(source.filter(|&(row, _)| wanted(row)), measure, reach)
                .take(many)
                .map(|(row, metres)| ListedSite {
                    site: candidates.site(row),
                    metres: Some(metres),
                })
                .collect()
        };
        let budget = candidates.budget(many);
        let mut walked = 0;
        let nearest = candidates.point_index().by_chord(near).take(budget);
        let mut found = walk(&mut nearest.inspect(|_| walked += 1));
        if walked == budget {
            // What was found may not be the nearest: where the walk stopped, nearer ones were still to come.
            found = walk(&mut by_chord(candidates.narrowed(near)));
        }
        if ask.within.is_none() && found.len() < many {
            let rest = candidates.unplaced().filter(|&row| wanted(row));
            let rest = rest.map(|row| ListedSite {
                site: candidates.site(row),
                metres: None,
            });
            found.extend(rest.take(many - found.len()));
        }
        found.drain(..ask.skip.min(found.len()));
        found
    }

    /// Every site with a point in the box, in slug order: for a tile of a map.
    #[must_use]
    pub fn in_box(&self, bbox: &BBox) -> Vec<SiteIx> {
        let mut sites: Vec<SiteIx> = self
            .placed
            .within(bbox)
            .map(SiteIx)
            .filter(|site| {
                self.site(*site)
                    .point
                    .is_some_and(|point| bbox.contains(point))
            })
            .collect();
        sites.sort_unstable();
        sites
    }

    /// Sites in slug order, the placed and the others together.
    #[must_use]
    pub fn list(&self, ask: &SiteQuery) -> Vec<ListedSite> {
        self.list_that(ask, |_| true)
    }

    /// As [`Self::list`], only sites that `keep` takes. It may be asked about a site twice, and about sites that are not listed.
    pub fn list_that(
        &self,
        ask: &SiteQuery,
        mut keep: impl FnMut(SiteIx) -> bool,
    ) -> Vec<ListedSite> {
        let Some(candidates) = Candidates::new(self, ask) else {
            return Vec::new();
        };
        let mut open = OpenFilter::new(self, ask);
        let sites = &self.directory.sites;
        let first = ask
            .after
            .as_ref()
            .map_or(0, |slug| sites.partition_point(|site| site.slug <= *slug));
        let many = ask.skip.saturating_add(ask.limit);
        let mut read = |rows: &mut dyn Iterator<Item = u32>| -> Vec<ListedSite> {
            rows.filter(|&row| {
                candidates.inside(row) && open.takes(&candidates, row) && keep(candidates.site(row))
            })
            .map(|row| ListedSite {
                site: candidates.site(row),
                metres: None,
            })
            .take(many)
            .collect()
        };
        let budget = candidates.budget(many);
        let mut looked_at = 0;
        let scan = candidates.rows_from(first).take(budget);
        let mut found = read(&mut scan.inspect(|_| looked_at += 1));
        if looked_at == budget && found.len() < many {
            let mut rows = candidates.narrowed_rows();
            rows.retain(|&row| candidates.site(row).index() >= first);
            rows.sort_unstable();
            found = read(&mut rows.into_iter());
        }
        found.drain(..ask.skip.min(found.len()));
        found
    }
}
