//! Which row an id of HSDS is: ids are hashes of names, so that they are worked out once and looked up from then on.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Arc, Mutex, PoisonError},
};

use signpost_domain::{Directory, Organization, Service, Site};
use signpost_exchange::{hsds_id, hsds_service_key};

use super::query::RowId;

/// Kinds of rows, by the word their ids are made with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Service,
    AtLocation,
    Location,
    Organization,
}

impl Kind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::AtLocation => "service_at_location",
            Self::Location => "location",
            Self::Organization => "organization",
        }
    }
}

/// Where a row stands in the directory: among organizations or places, and among the services of that place.
type Place = (u32, u32);

#[derive(Default)]
struct Index {
    /// Of the names that it was made of.
    mark: u64,
    /// Sorted.
    rows: Vec<(u128, Kind, Place)>,
}

/// The index of the names that are served; made when first asked for, and again once names come or go. An edit of hours does not.
#[derive(Default)]
pub struct HsdsIndex(Mutex<Arc<Index>>);

impl HsdsIndex {
    /// The service of an id, with its place.
    pub(super) fn service<'a>(
        &self,
        directory: &'a Directory,
        kind: Kind,
        id: &RowId,
    ) -> Option<(&'a Site, &'a Service)> {
        let (site, service) = self.of(directory).find(kind, id)?;
        let site = directory.sites.get(site as usize)?;
        Some((site, site.services.get(service as usize)?))
    }

    /// The place of an id.
    pub(super) fn location<'a>(&self, directory: &'a Directory, id: &RowId) -> Option<&'a Site> {
        let (site, _) = self.of(directory).find(Kind::Location, id)?;
        directory.sites.get(site as usize)
    }

    /// The organization of an id.
    pub(super) fn organization<'a>(
        &self,
        directory: &'a Directory,
        id: &RowId,
    ) -> Option<&'a Organization> {
        let (organization, _) = self.of(directory).find(Kind::Organization, id)?;
        directory.organizations.get(organization as usize)
    }

    fn of(&self, directory: &Directory) -> Arc<Index> {
        let mark = mark(directory);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // An index of nothing has a mark too, and no row that could be found.
        if kept.rows.is_empty() || kept.mark != mark {
            *kept = Arc::new(Index::of(directory, mark));
        }
        Arc::clone(&kept)
    }
}

/// Changes whenever a name does, or the order of names.
fn mark(directory: &Directory) -> u64 {
    let mut hasher = DefaultHasher::new();
    for one in &directory.organizations {
        one.id.as_str().hash(&mut hasher);
    }
    for site in &directory.sites {
        site.slug.as_str().hash(&mut hasher);
        for service in &site.services {
            service.need.as_str().hash(&mut hasher);
        }
    }
    hasher.finish()
}

impl Index {
    fn of(directory: &Directory, mark: u64) -> Self {
        let number = |ix: usize| u32::try_from(ix).unwrap_or(u32::MAX);
        let row = |kind: Kind, name: &str, place: Place| {
            let id = digits(&hsds_id(kind.word(), name))?;
            Some((id, kind, place))
        };
        let mut rows = Vec::new();
        for (ix, one) in directory.organizations.iter().enumerate() {
            rows.extend(row(Kind::Organization, one.id.as_str(), (number(ix), 0)));
        }
        for (ix, site) in directory.sites.iter().enumerate() {
            rows.extend(row(Kind::Location, site.slug.as_str(), (number(ix), 0)));
            for (at, service) in site.services.iter().enumerate() {
                let (key, place) = (hsds_service_key(site, service), (number(ix), number(at)));
                rows.extend(row(Kind::Service, &key, place));
                rows.extend(row(Kind::AtLocation, &key, place));
            }
        }
        rows.sort_unstable();
        Self { mark, rows }
    }

    fn find(&self, kind: Kind, id: &RowId) -> Option<Place> {
        let id = digits(id.as_str())?;
        let at = self
            .rows
            .binary_search_by_key(&(id, kind), |&(id, kind, _)| (id, kind));
        let &(_, _, place) = self.rows.get(at.ok()?)?;
        Some(place)
    }
}

/// A UUID as the number that it is.
fn digits(id: &str) -> Option<u128> {
    u128::from_str_radix(&id.replace('-', ""), 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_and_again_when_a_place_goes() {
        let mut directory = signpost_exchange::read_folder(
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/training"),
        )
        .expect("the training town");
        let index = HsdsIndex::default();
        let first = index.of(&directory);
        directory.sites[0].phone = None;
        assert!(Arc::ptr_eq(&first, &index.of(&directory)), "made again");
        let services: Vec<_> = directory
            .sites
            .iter()
            .map(|one| one.services.len())
            .collect();
        let services: usize = services.iter().sum();
        let all = directory.organizations.len() + directory.sites.len() + 2 * services;
        assert_eq!(first.rows.len(), all);
        let slug = directory.sites[1].slug.clone();
        let id: RowId = hsds_id("location", slug.as_str()).parse().expect("an id");
        let found = index.location(&directory, &id).expect("it is there");
        assert_eq!(found.slug, slug);
        assert!(
            index.organization(&directory, &id).is_none(),
            "another kind"
        );
        directory.sites.remove(1);
        assert!(index.location(&directory, &id).is_none());
        assert!(!Arc::ptr_eq(&first, &index.of(&directory)));
    }
}
