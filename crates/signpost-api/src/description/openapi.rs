//! `/api/openapi.json`: every handler, in the order a reader wants them. What a handler takes and gives stands beside it, and its members come
//! from the types that are read and sent.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse};
use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, SharedApp, params::Params};
use utoipa::OpenApi;

use super::{common::Common, known_needs};
use crate::{
    bundle,
    coverage::{self, Counting, Walk},
    editing::{edit, exceptions},
    export::{disposal, sites},
    feeds, health, hsds, language, list,
    parameters::{
        BoxOfPlaces, Cursor, DayOfWeek, EntityTag, IdempotencyKey, ListLimit, OpenAt, PlanVersion,
        SearchWords, Within,
    },
    plan, site,
    tiles::{
        self,
        address::{TileNumber, Zoom},
        style::{NamesIn, Scheme},
    },
    to_go,
};

/// All of it.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Signpost",
        description = "Where to go now. Reading needs no key; edits need a token of the organization that runs the site. \
            Errors are RFC 9457 problems. Unknown or malformed parameters are errors. Members may be added to answers at any time; \
            those named here stay.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/")),
    paths(
        to_go::ask,
        to_go::ask_privately,
        list::show,
        site::show,
        edit::change,
        exceptions::add,
        exceptions::remove,
        coverage::show,
        disposal::csv,
        disposal::geojson,
        disposal::layers,
        sites::csv,
        sites::geojson,
        sites::layers,
        feeds::calendar,
        feeds::feed,
        hsds::root::show,
        hsds::root::profile,
        hsds::tombstones::list,
        hsds::services::list,
        hsds::services::one,
        hsds::services::places,
        hsds::services::place,
        hsds::organizations::list,
        hsds::organizations::one,
        hsds::organizations::locations,
        hsds::organizations::location,
        hsds::terms::taxonomies,
        hsds::terms::taxonomy,
        hsds::terms::list,
        hsds::terms::one,
        list::needs,
        plan::current,
        plan::version,
        plan::written::put,
        plan::check,
        plan::delivered::show,
        language::check,
        bundle::show,
        health::show,
        health::metrics,
        show,
        tiles::sites::described,
        tiles::sites::tile,
        tiles::tilejson::show,
        tiles::basemap::newest,
        tiles::basemap::of_hash,
        tiles::style::show,
    ),
    // What only stands in parameters and headers.
    components(schemas(
        signpost_web::Problem,
        BoxOfPlaces,
        Counting,
        Cursor,
        DayOfWeek,
        EntityTag,
        IdempotencyKey,
        ListLimit,
        NamesIn,
        OpenAt,
        hsds::query::PageNumber,
        PlanVersion,
        hsds::query::RowId,
        Scheme,
        SearchWords,
        hsds::query::Since,
        hsds::query::Switch,
        TileNumber,
        Walk,
        Within,
        Zoom,
    )),
    modifiers(&Common)
)]
struct Document;

/// The document, put together once.
pub(super) static DOCUMENT: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(Document::openapi);

/// This list as OpenAPI 3
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let document = known_needs::named(&DOCUMENT, &app.snapshot().directory().needs);
    reply(&document, JSON, Cache::Minute)
}
