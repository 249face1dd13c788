//! Services, and services at locations.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use signpost_domain::{Directory, Service, Site};
use signpost_exchange::{Depth, FACTS, Hsds, NEEDS, hsds_id, hsds_service_key};
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    answer::{Paging, hsds, id, reply, says},
    query::{RowId, ServicesQuery, Since},
};
use crate::parameters::OnlyLang;

/// Which of the two rows of a service.
#[derive(Clone, Copy)]
enum Kind {
    Service,
    AtLocation,
}

impl Kind {
    fn id(self, site: &Site, service: &Service) -> String {
        let kind = match self {
            Self::Service => "service",
            Self::AtLocation => "service_at_location",
        };
        hsds_id(kind, &hsds_service_key(site, service))
    }

    fn tell(self, hsds: &Hsds<'_>, site: &Site, service: &Service, depth: Depth) -> Value {
        match self {
            Self::Service => hsds.service(site, service, depth),
            Self::AtLocation => hsds.service_at_location(site, service, depth),
        }
    }
}

type Row<'a> = (&'a Site, &'a Service);

fn rows(directory: &Directory) -> impl Iterator<Item = Row<'_>> {
    let sites = directory.sites.iter();
    sites.flat_map(|site| site.services.iter().map(move |service| (site, service)))
}

/// Services
#[utoipa::path(
    get,
    path = "/hsds/v3/services",
    params(ServicesQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn list(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    listed(&app, &request, Kind::Service)
}

/// Services at locations
#[utoipa::path(
    get,
    path = "/hsds/v3/service_at_locations",
    params(ServicesQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn places(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    listed(&app, &request, Kind::AtLocation)
}

/// One service
#[utoipa::path(
    get,
    path = "/hsds/v3/services/{id}",
    params(("id" = RowId, Path, description = "The service."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn one(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    single(&app, &request, Kind::Service)
}

/// One service at a location
#[utoipa::path(
    get,
    path = "/hsds/v3/service_at_locations/{id}",
    params(("id" = RowId, Path, description = "The service at a location."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn place(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    single(&app, &request, Kind::AtLocation)
}

fn listed(app: &SharedApp, request: &HttpRequest, kind: Kind) -> Result<HttpResponse, ApiError> {
    let query: ServicesQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(request);
    let hsds = hsds(app, &snapshot, query.lang, origin.as_deref());
    let found = filtered(&query, &snapshot, &hsds);
    let minimal = query.minimal.unwrap_or_default().is_on();
    let depth = if query.full.unwrap_or_default().is_on() {
        Depth::Full
    } else {
        Depth::Brief
    };
    Paging::of(query.page, query.per_page).answer(request, found, |(site, service)| {
        if minimal {
            json!({"id": kind.id(site, service)})
        } else {
            kind.tell(&hsds, site, service, depth)
        }
    })
}

fn single(app: &SharedApp, request: &HttpRequest, kind: Kind) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(request)?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(request);
    let hsds = hsds(app, &snapshot, Some(query.lang()), origin.as_deref());
    let is_it = |(site, service): &Row<'_>| id.is(&kind.id(site, service));
    let (site, service) = rows(hsds.directory)
        .find(is_it)
        .ok_or_else(ApiError::not_found)?;
    reply(request, &kind.tell(&hsds, site, service, Depth::Full))
}

/// The services that a query asks for.
fn filtered<'a>(query: &ServicesQuery, snapshot: &Snapshot, hsds: &Hsds<'a>) -> Vec<Row<'a>> {
    let unchanged = |Since(since): Since| snapshot.built_at() < since;
    if query.modified_after.is_some_and(unchanged) {
        return Vec::new();
    }
    // Every service has its need, and says its offer.
    let of_ours = |id: &RowId| {
        [NEEDS, FACTS]
            .iter()
            .any(|own| id.is(&hsds_id("taxonomy", own)))
    };
    if query.taxonomy_id.as_ref().is_some_and(|id| !of_ours(id)) {
        return Vec::new();
    }
    let organizations = hsds.directory.organizations.iter();
    let organization = query.organization_id.as_ref().map(|id| {
        let mut organizations = organizations.clone();
        organizations.find(|one| id.is(&hsds_id("organization", one.id.as_str())))
    });
    let name_of = |site: &Site| {
        let mut all = organizations.clone();
        all.find(|one| one.id == site.organization)
            .map_or("", |one| one.name.words(hsds.lang))
    };
    let need_of = |service: &Service| {
        let mut needs = hsds.directory.needs.iter();
        needs
            .find(|need| need.code == service.need)
            .map_or("", |need| need.name.words(hsds.lang))
    };
    rows(hsds.directory)
        .filter(|(site, _)| {
            organization.is_none_or(|own| own.is_some_and(|own| own.id == site.organization))
        })
        .filter(|(_, service)| {
            query
                .taxonomy_term_id
                .as_ref()
                .is_none_or(|id| has_term(service, id))
        })
        .filter(|(site, service)| {
            query.search.is_none()
                || says(
                    query.search.as_ref(),
                    &[
                        need_of(service),
                        site.name.words(hsds.lang),
                        service.description.words(hsds.lang),
                        name_of(site),
                    ],
                )
        })
        .collect()
}

/// Whether a service is of this need, hands out or takes this item, or says this fact.
fn has_term(service: &Service, id: &RowId) -> bool {
    let is = |taxonomy: &str, code: &str| {
        id.is(&hsds_id("taxonomy_term", &format!("{taxonomy}/{code}")))
    };
    let need = service.need.as_str();
    is(NEEDS, need)
        || service
            .items
            .iter()
            .any(|item| is(NEEDS, &format!("{need}/{item}")))
        || is(FACTS, "offer")
        || (service.hours.is_some() && is(FACTS, "opening_hours"))
}
