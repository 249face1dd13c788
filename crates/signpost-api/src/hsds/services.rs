//! Services, and services at locations.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde_json::{Value, json};
use signpost_domain::{Directory, Service, Site};
use signpost_exchange::{Depth, FACTS, Hsds, NEEDS, hsds_id, hsds_service_key};
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    answer::{Paging, hsds, id, reply, says},
    index::{HsdsIndex, Kind},
    query::{RowId, ServicesQuery, Since},
    since::Changed,
};
use crate::parameters::OnlyLang;

impl Kind {
    fn id(self, site: &Site, service: &Service) -> String {
        hsds_id(self.word(), &hsds_service_key(site, service))
    }

    fn tell(self, hsds: &Hsds<'_>, site: &Site, service: &Service, depth: Depth) -> Value {
        if self == Self::AtLocation {
            hsds.service_at_location(site, service, depth)
        } else {
            hsds.service(site, service, depth)
        }
    }

    /// A row that is gone, as it was last: HSDS says `defunct` of a service that does not exist any more.
    fn tell_gone(self, hsds: &Hsds<'_>, site: &Site, service: &Service, minimal: bool) -> Value {
        let mut row = if minimal {
            json!({"id": self.id(site, service)})
        } else {
            self.tell(hsds, site, service, Depth::Brief)
        };
        let service = match row.get_mut("service") {
            Some(service) => service.as_object_mut(),
            None => row.as_object_mut(),
        };
        if let Some(service) = service {
            service.remove("alert");
            service.remove("url");
            service.insert("status".into(), json!("defunct"));
        }
        row
    }
}

/// A service, with its place and whether it is there still.
#[derive(Clone, Copy)]
struct Row<'a> {
    site: &'a Site,
    service: &'a Service,
    gone: bool,
}

fn rows(directory: &Directory) -> impl Iterator<Item = Row<'_>> {
    let sites = directory.sites.iter();
    sites.flat_map(|site| {
        site.services.iter().map(move |service| Row {
            site,
            service,
            gone: false,
        })
    })
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
pub(crate) async fn one(
    app: SharedApp,
    index: Data<HsdsIndex>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    single(&app, &index, &request, Kind::Service)
}

/// One service at a location
#[utoipa::path(
    get,
    path = "/hsds/v3/service_at_locations/{id}",
    params(("id" = RowId, Path, description = "The service at a location."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn place(
    app: SharedApp,
    index: Data<HsdsIndex>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    single(&app, &index, &request, Kind::AtLocation)
}

fn listed(app: &SharedApp, request: &HttpRequest, kind: Kind) -> Result<HttpResponse, ApiError> {
    let query: ServicesQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(request);
    let hsds = hsds(app, &snapshot, query.lang, origin.as_deref());
    let past = app.live().past();
    let changed = query
        .modified_after
        .map(|Since(since)| Changed::since(since, &snapshot, &past, app.now()));
    let found = filtered(&query, changed.as_ref(), &hsds);
    let minimal = query.minimal.unwrap_or_default().is_on();
    let depth = if query.full.unwrap_or_default().is_on() {
        Depth::Full
    } else {
        Depth::Brief
    };
    Paging::of(query.page, query.per_page).answer(request, found, |row| {
        let Row {
            site,
            service,
            gone,
        } = row;
        if gone {
            kind.tell_gone(&hsds, site, service, minimal)
        } else if minimal {
            json!({"id": kind.id(site, service)})
        } else {
            kind.tell(&hsds, site, service, depth)
        }
    })
}

fn single(
    app: &SharedApp,
    index: &HsdsIndex,
    request: &HttpRequest,
    kind: Kind,
) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(request)?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(request);
    let hsds = hsds(app, &snapshot, Some(query.lang()), origin.as_deref());
    let found = index.service(hsds.directory, kind, &id);
    let (site, service) = found.ok_or_else(ApiError::not_found)?;
    reply(request, &kind.tell(&hsds, site, service, Depth::Full))
}

/// The services that a query asks for.
fn filtered<'a>(
    query: &ServicesQuery,
    changed: Option<&Changed<'a>>,
    hsds: &Hsds<'a>,
) -> Vec<Row<'a>> {
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
    let gone = changed.map(Changed::gone_services).unwrap_or_default();
    let gone = gone.into_iter().map(|(site, service)| Row {
        site,
        service,
        gone: true,
    });
    rows(hsds.directory)
        .filter(|row| changed.is_none_or(|changed| changed.takes(row.site, row.service)))
        .chain(gone)
        .filter(|Row { site, .. }| {
            organization.is_none_or(|own| own.is_some_and(|own| own.id == site.organization))
        })
        .filter(|Row { service, .. }| {
            query
                .taxonomy_term_id
                .as_ref()
                .is_none_or(|id| has_term(service, id))
        })
        .filter(|Row { site, service, .. }| {
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
